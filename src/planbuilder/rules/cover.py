"""COVER, ESC: whether the alert chain keeps its promise at every minute of the next 90 days."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from planbuilder.cover.ahead import Ahead, ahead
from planbuilder.cover.chain import NETWORKS, NEVER, Cell, cells, critical, promised, spells_where
from planbuilder.cover.clock import Spell, join
from planbuilder.cover.repair import (
    Keeps,
    another_call,
    another_deputy,
    another_line,
    another_means,
    kept,
    shorter_wait,
    sleeper,
    smallest,
    smallest_change,
)
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Duration, Plan
from planbuilder.plan.alert import EscalationPath, Level
from planbuilder.rules._rule import rule


@rule(
    "ESC-NO-AUTHORITY",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A3",),
    source=("GCS-OP",),
    why="Reaching someone is not the goal; reaching someone who may decide is.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, can: [activate]}
        absences:
          - {who: ana, from: 2026-12-24, to: 2026-12-31}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:  # <-- The path alert reaches nobody who may activate the plan from 24 December 2026 to 31 December 2026.
            levels: [crisis]
            steps: [{call: lead, wait: 10m}, {call: leo, wait: 10m}]
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        absences:
          - {who: ana, from: 2026-12-24, to: 2026-12-31}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:
            levels: [crisis]
            steps: [{call: lead, wait: 10m}, {call: leo, wait: 10m}]
        """,
)
def no_authority(plan: Plan, today: date) -> Iterator[Gap]:
    """At every minute of the next 90 days, each escalation path reaches somebody who may activate the plan.

    That is whoever holds, or stands in for, a role that can `activate`, is not away, and has a means of contact that
    the step uses. A role is answered by its holder, or by the first deputy who is there. Where no role at all can
    activate the plan, TEAM-MISSING-FUNCTION says so.
    """
    days = ahead(plan, today)
    if not days.world.deciders:
        return
    for path in days.paths:
        broken = _broken(days, path, lambda cell, deciders: cell.bound(deciders) == NEVER)
        if broken:
            kinds = (another_line, another_call, another_deputy, another_means)
            fix = smallest(days, path, broken, _somebody, kinds) or say(
                "Add a step that calls a role that can `activate`; "
                "where all who hold one are away then, give it one more deputy."
            )
            yield Gap(
                path.where,
                say(
                    "The path {path} reaches nobody who may activate the plan {when}.",
                    path=path.called,
                    when=days.when(broken),
                ),
                _with_sleeper(days, path, broken, _somebody, fix),
            )


def _somebody(cell: Cell, deciders: frozenset[str]) -> bool:
    """Whether anybody who may decide is reached."""
    return cell.bound(deciders) < NEVER


@rule(
    "ESC-SLOW",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    serves=("A14", "B6", "B7"),
    source=("LAB", "IATA-15"),
    why="The first word within the hour depends on this number.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, can: [activate]}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:  # <-- In the worst case it takes 40 min to reach somebody who may decide, at any time of the next 90 days; Crisis promises 30 min.
            levels: [crisis]
            steps: [{call: leo, wait: 20m}, {call: lead, wait: 20m}]
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, can: [activate]}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:
            levels: [crisis]
            steps: [{call: leo, wait: 10m}, {call: lead, wait: 20m}]
        """,
)
def slow(plan: Plan, today: date) -> Iterator[Gap]:
    """When everybody answers at the last permitted minute, somebody who may decide is reached within `reach`.

    This is exact for every minute of the next 90 days: rotas with their handovers, absences, time zones and changes of
    clocks. For a path of several levels, the one that must be quickest is named. Minutes at which nobody at all is
    reached belong to ESC-NO-AUTHORITY.
    """
    days = ahead(plan, today)
    for path in days.paths:
        yield from islice((gap for level in days.levels(path) for gap in _late(days, path, level)), 1)


def _late(days: Ahead, path: EscalationPath, level: Level) -> Iterator[Gap]:
    target = level.reach.total_minutes if level.reach else NEVER
    hours = promised(days.world, level)
    broken = _broken(days, path, lambda cell, deciders: target < cell.bound(deciders) < NEVER, hours)
    if broken:

        def keeps(cell: Cell, deciders: frozenset[str]) -> bool:
            return cell.bound(deciders) <= target

        fix = smallest(days, path, broken, keeps, (shorter_wait, another_line, another_call))
        bounds = (cell.bound(days.world.deciders) for cell in cells(days.world, path, within=broken))
        yield Gap(
            path.where,
            say(
                "In the worst case it takes {time} to reach somebody who may decide, {when}; {level} promises {reach}.",
                time=Duration(max(bounds)),
                when=days.when(broken),
                level=level.called,
                reach=level.reach,
            ),
            _with_sleeper(
                days, path, broken, keeps, fix or say("Shorten the waits, or call two people at the same time.")
            ),
        )


@rule(
    "ESC-FRAGILE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A1",),
    source=("LAB",),
    why="People sleep, fly and fall ill: a plan that hangs on one answer is a plan for good days.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
          zoe: {name: Zoé Blanc, mobile: +33 6 39 98 00 03}
        roles:
          lead: {holder: ana, deputies: [leo, zoe], can: [activate]}
        absences:
          - {who: leo, from: 2026-12-24, to: 2026-12-31}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:  # <-- If Ana Ruiz does not answer, the path alert reaches nobody who may decide from 24 December 2026 to 31 December 2026.
            levels: [crisis]
            steps: [{call: [lead, leo], wait: 10m}]
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
          zoe: {name: Zoé Blanc, mobile: +33 6 39 98 00 03}
        roles:
          lead: {holder: ana, deputies: [leo, zoe], can: [activate]}
        absences:
          - {who: leo, from: 2026-12-24, to: 2026-12-31}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:
            levels: [crisis]
            steps: [{call: [lead, leo, zoe], wait: 10m}]
        """,
)
def fragile(plan: Plan, today: date) -> Iterator[Gap]:
    """When any one person does not answer, somebody who may decide is still reached within `reach`.

    Each person on whom a path hangs is named once, with the periods. Minutes at which the promise is broken even when
    everybody answers belong to ESC-SLOW and ESC-NO-AUTHORITY.
    """
    days = ahead(plan, today)
    for path in days.paths:
        hanging: dict[str, list[tuple[Cell, int]]] = {}
        for cell, reach in days.asked(path):
            for person in critical(cell, days.world.deciders, reach):
                hanging.setdefault(person, []).append((cell, reach))
        found = [
            Hanging(person, join((cell.start, cell.end) for cell, _ in each), min(reach for _, reach in each))
            for person, each in hanging.items()
        ]
        for one, fix in zip(found, _fixes(days, path, found), strict=True):
            yield _hangs(days, path, one, fix)


class Hanging(NamedTuple):
    """A person on whom a path hangs, when, and within how many minutes somebody is to be reached."""

    person: str
    broken: list[Spell]
    target: int

    def holds(self, cell: Cell, deciders: frozenset[str]) -> bool:
        """Whether somebody else is reached in time as well."""
        return cell.bound(deciders, silent=1) <= self.target


def _fixes(days: Ahead, path: EscalationPath, found: Sequence[Hanging]) -> list[Message | None]:
    """What to type for each: one change for all of them, if there is one; else changes that can all be typed."""
    if not found:
        return []
    kinds = (another_line, another_call, another_deputy, shorter_wait)
    together = Hanging("", join(chain(*(one.broken for one in found))), min(one.target for one in found))
    change = smallest_change(days, path, together.broken, together.holds, kinds)
    if change or len(found) == 1:
        return [change.said if change else None] * len(found)
    fixes: list[Message | None] = []
    typed = None
    for one in found:
        change = typed if typed and kept(days.world, typed.path, one.broken, one.holds) else None
        change = change or smallest_change(days, typed.path if typed else path, one.broken, one.holds, kinds)
        if change and change.world is days.world and len(change.path.steps) == len(path.steps):
            typed = change
        fixes.append(change.said if change else None)
    return fixes


def _hangs(days: Ahead, path: EscalationPath, one: Hanging, fix: Message | None) -> Gap:
    person, broken, target = one
    found = cells(days.world, path, within=broken)
    values = {"person": days.plan.called(person), "path": path.called, "when": days.when(broken)}
    return Gap(
        path.where,
        say("If {person} does not answer, the path {path} reaches nobody who may decide {when}.", **values)
        if all(cell.bound(days.world.deciders, silent=1) == NEVER for cell in found)
        else say(
            "If {person} does not answer, the path {path} reaches nobody who may decide within {time} {when}.",
            time=Duration(target),
            **values,
        ),
        _with_sleeper(
            days, path, broken, one.holds, fix or say("Add one more person who may decide to the path for these dates.")
        ),
    )


@rule(
    "ESC-ONE-NETWORK",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A1",),
    source=("LAB", "ISO22301"),
    why="Networks fail together with the crisis.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, home: +33 1 99 00 00 01}
        roles:
          lead: {holder: ana, can: [activate]}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:  # <-- If the mobile network is down, the path alert reaches nobody who may decide in time, at any time of the next 90 days.
            levels: [crisis]
            steps: [{call: lead, by: [mobile, sms], wait: 10m}]
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, home: +33 1 99 00 00 01}
        roles:
          lead: {holder: ana, can: [activate]}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:
            levels: [crisis]
            steps: [{call: lead, by: [mobile, sms, home], wait: 10m}]
        """,
)
def one_network(plan: Plan, today: date) -> Iterator[Gap]:
    """When the mobile network, the landline, the company's accounts or the internet is down, the promise holds.

    Mobile, text messages and pagers are one network; home and desk phones another; Teams, Slack and e-mail under one of
    `about.domains` are the company's accounts; everything else is the internet.
    """
    days = ahead(plan, today)
    deciders = days.world.deciders
    for path in days.paths:
        kept = [(cell, reach) for cell, reach in days.asked(path) if cell.bound(deciders) <= reach]
        used = {attempt.means for cell, _ in kept for attempt in cell.attempts}
        alone = {networks.pop() for means in used if len(networks := {network for _, network in means}) == 1}
        for network in NETWORKS:
            if network in alone:  # else all whom the path calls are reached without it
                yield from _cut_off(days, path, network, kept)


def _cut_off(days: Ahead, path: EscalationPath, network: str, kept: list[tuple[Cell, int]]) -> Iterator[Gap]:
    lost = [(cell, reach) for cell, reach in kept if reach < cell.bound(days.world.deciders, domain=network)]
    if lost:
        broken, target = join((cell.start, cell.end) for cell, _ in lost), min(reach for _, reach in lost)

        def keeps(cell: Cell, deciders: frozenset[str]) -> bool:
            return cell.bound(deciders, domain=network) <= target

        fix = smallest(days, path, broken, keeps, (another_means, another_call))
        yield Gap(
            path.where,
            say(
                "If {network} is down, the path {path} reaches nobody who may decide in time, {when}.",
                network=NETWORKS[network],
                path=path.called,
                when=days.when(broken),
            ),
            fix or say("Give two people who may decide a means on another network, and name it in `by:`."),
        )


def _with_sleeper(days: Ahead, path: EscalationPath, broken: list[Spell], keeps: Keeps, advice: Message) -> Message:
    """The advice, and the line whose hours are why it is needed."""
    line = sleeper(days, path, broken, keeps)
    if line is None:
        return advice
    return say(
        "{advice} The line {line} is not answered then: `hours: {hours}`.",
        advice=advice,
        line=line.called,
        hours=line.hours.typed if line.hours else "",
    )


def _broken(
    days: Ahead, path: EscalationPath, wrong: Callable[[Cell, frozenset[str]], bool], within: list[Spell] | None = None
) -> list[Spell]:
    """The promised minutes at which a path goes wrong."""
    deciders = days.world.deciders
    hours = days.promised(path) if within is None else within
    return spells_where(days.cells(path), lambda cell: wrong(cell, deciders), hours)
