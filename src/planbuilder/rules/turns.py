"""ONCALL: whether somebody's turn it is, at every minute, and whether they are there."""

from collections.abc import Iterator
from datetime import date

from planbuilder.cover.ahead import Ahead, ahead
from planbuilder.cover.chain import called_by, promised
from planbuilder.cover.clock import Spell, both, join, local, outside
from planbuilder.cover.staffing import after_leaving, away_on_call, gaps, present_all_along, unanswered
from planbuilder.cover.turns import filled, new_line, successor, swapped
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Plan
from planbuilder.plan.alert import Level, OnCall
from planbuilder.plan.people import Person
from planbuilder.rules._rule import rule
from planbuilder.rules.rest import tired
from planbuilder.source import Where

SOON = 60
"""From a `reach` of so many minutes on, nobody needs to be on call."""


@rule(
    "ONCALL-GAP",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    serves=("A9", "B4"),
    source=("VOTE F-5", "LAB"),
    why="A crisis centre must be available 24 hours a day, 7 days a week.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        on_call:
          line:  # <-- Nobody is on call on line from 24 December 2026 08:00 to 26 December 2026 08:00.
            role: lead
            shifts:
              - {who: ana, from: 2026-11-01 08:00, to: 2026-12-24 08:00}
              - {who: leo, from: 2026-12-26 08:00, to: 2027-03-01 08:00}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert: {levels: [crisis], steps: [{call: line, wait: 10m}]}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        on_call:
          line: {role: lead, rota: [ana, leo], from: 2026-11-16, handover: monday 09:00}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert: {levels: [crisis], steps: [{call: line, wait: 10m}]}
        """,
)
def gap(plan: Plan, today: date) -> Iterator[Gap]:
    """Where a level asks to reach somebody within an hour or less, somebody is on call at every minute of 90 days.

    Each line that such a level's path calls is looked at, within its `hours` and those of the level. A path of such a
    level that calls none of the lines rings nobody who is on call. Hours at which no line is answered are COVER-HOURS,
    a person on call who is away is ONCALL-AWAY.
    """
    quick = [level for level in plan.levels.values() if level.reach and level.reach.total_minutes <= SOON]
    if quick and not plan.on_call:
        yield Gap(
            Where(("about",)),
            say(
                "{level} promises to reach somebody in {reach}, but nobody is on call.",
                level=quick[-1].called,
                reach=quick[-1].reach,
            ),
            _first_line(plan, today, quick)
            or say("Add a line to `on_call:` with `role:`, `rota:`, `from:` and `handover:`."),
        )
        return
    yield from _uncalled(plan, quick)
    days = ahead(plan, today) if quick else None
    for line in plan.on_call.values() if days else ():
        yield from _unanswered(days, line, quick) if days else ()


def _uncalled(plan: Plan, quick: list[Level]) -> Iterator[Gap]:
    """The paths of quick levels that call no line, although there are lines."""
    for path in plan.escalation.values():
        level = next((level for level in quick if level.id in path.levels), None)
        if level is None or not path.steps or any(name in plan.on_call for name in called_by(path)):
            continue
        line = next(iter(plan.on_call.values()))
        yield Gap(
            path.where / "steps",
            say(
                "{level} promises to reach somebody in {reach}, but no step of {path} calls anybody who is on call.",
                level=level.called,
                reach=level.reach,
                path=path.called,
            ),
            say("Let the first step call the line: `call: {line}`.", line=line.id),
        )


def _first_line(plan: Plan, today: date, quick: list[Level]) -> Message | None:
    """The line to write for the last of the quick levels, and where it and the other paths of quick levels call it."""
    days, level = ahead(plan, today), quick[-1]
    path = next((path for path in days.paths if level.id in path.levels), None)
    names = {level.id for level in quick}
    others = [other for other in days.paths if other is not path and names.intersection(other.levels)]
    return new_line(days, path, level, others) if path else None


def _unanswered(days: Ahead, line: OnCall, quick: list[Level]) -> Iterator[Gap]:
    paths = [path for path in days.plan.escalation.values() if line.id in called_by(path)]
    hours = join(
        spell for path in paths for level in quick if level.id in path.levels
        for spell in promised(days.world, level)
    )  # fmt: skip
    open_ = unanswered(days.world, line, hours)
    if open_:
        yield Gap(
            line.where,
            say(
                "Nobody is on call on {line} {when}.",
                line=line.called,
                when=days.when(gaps(days.world, line, open_), line.timezone),
            ),
            filled(days, line, hours) or say("Complete the turns of the line, or let somebody else take them."),
        )


@rule(
    "ONCALL-AWAY",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    source=("LAB",),
    why="The first call of the chain rings in an empty flat.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        on_call:
          line:
            role: lead
            rota:
              - ana
              - leo  # <-- Léo Marchand is on call on line and away from 20 December 2026 00:00 to 21 December 2026 09:00.
            from: 2026-11-23
            handover: monday 09:00
        absences:
          - {who: leo, from: 2026-12-20, to: 2026-12-27}
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        on_call:
          line:
            role: lead
            rota:
              - ana
              - leo
            from: 2026-11-23
            handover: monday 09:00
        absences:
          - {who: leo, from: 2026-12-21, to: 2026-12-27}
        """,
)
def away(plan: Plan, today: date) -> Iterator[Gap]:
    """Nobody is away during their own turn on call.

    Absences are whole days in the person's own time zone. A day off begins with the handover of that morning: who is on
    call in the night before the first day off keeps the turn to its end, where that is by noon. The last day off ends
    at midnight, whenever the next turn begins. A turn that is swapped (`swaps`) is that of whoever takes it. Nobody has
    a turn after their last day (`left_on`); people who have left already are TEAM-LEFT.
    """
    days = ahead(plan, today)
    for line in plan.on_call.values():
        for person, spells in away_on_call(days.world, line).items():
            known = plan.people[person]
            if known.has_left(today):
                continue
            after = after_leaving(days, person, spells)
            absent = both(spells, outside(after, days.world.begin, days.world.end))
            if absent:
                yield Gap(
                    turn_of(line, person, _first_of(days, line, absent)),
                    say(
                        "{person} is on call on {line} and away {when}.",
                        person=known.called,
                        line=line.called,
                        when=days.when(absent, line.timezone),
                    ),
                    _swap(days, line, person, absent),
                    at_value=True,
                )
            if after:
                yield _leaving(days, line, known, after)


def _leaving(days: Ahead, line: OnCall, person: Person, spells: list[Spell]) -> Gap:
    """Of somebody who has turns after their last day: there is no absence to move."""
    where = turn_of(line, person.id, _first_of(days, line, spells))
    known = {"person": person.called, "key": where[2], "line": line.called}
    other = successor(days, line, person.id, spells)
    return Gap(
        where,
        say(
            "{person} leaves on {date} and is on call on {line} after that.",
            person=person.called,
            date=person.left_on,
            line=line.called,
        ),
        say(
            "Put somebody else in the place of {person} in `{key}:` of {line}, for example {other} (`{id}`).",
            other=days.plan.called(other),
            id=other,
            **known,
        )
        if other
        else say("Put somebody else in the place of {person} in `{key}:` of {line}.", **known),
        at_value=True,
    )


def turn_of(line: OnCall, person: str, day: date | None = None) -> Where:
    """Where the plan gives a person a turn on a line; where turns are written one by one, the one of a day."""
    written = [
        (line.where / key / number / "who", shift)
        for key, shifts in (("swaps", line.swaps), ("shifts", line.shifts))
        for number, shift in enumerate(shifts)
        if shift.who == person
    ]
    that = next((where for where, shift in written if day and shift.from_.date() <= day <= shift.to.date()), None)
    if that is None and person in line.rota:
        return line.where / "rota" / line.rota.index(person)
    return that or written[0][0]


def _first_of(days: Ahead, line: OnCall, spells: list[Spell]) -> date:
    """The day, by the line's clock, on which the first of some spells begins."""
    return local(spells[0][0], line.timezone or days.world.zone).date()


def _swap(days: Ahead, line: OnCall, person: str, spells: list[Spell]) -> Message:
    """Who could take the turn: somebody who is there."""
    if line.shifts:
        there = list(present_all_along(days, spells))
        who = next((days.plan.called(p) for p in line.people if p != person and p in there), None)
        offer = who and say("Swap the turn with {person}, who is there, or move the absence.", person=who)
    else:
        offer = swapped(days, line, person, spells, tired)
    return offer or say("Swap the turn with somebody who is there, or move the absence.")
