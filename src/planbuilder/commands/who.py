"""`planbuilder who`: whom to call now, in order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import click

from planbuilder.commands._language import said
from planbuilder.commands._options import language_option, option, plans_argument
from planbuilder.commands._output import out
from planbuilder.commands._sites import edition_option
from planbuilder.commands._today import now_in
from planbuilder.commands._what_if import readable
from planbuilder.commands._words import Command
from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chain import NETWORKS, Attempt, attempts_at
from planbuilder.cover.clock import local, minute_of
from planbuilder.cover.periods import city
from planbuilder.cover.staffing import voices
from planbuilder.messages import render, say, say_value, spoken_tag
from planbuilder.plan import Duration, Plan, Visibility
from planbuilder.plan.alert import EscalationPath, OnCall
from planbuilder.plan.times import read_moment
from planbuilder.plan.values import has_language
from planbuilder.reporters import Line, Piece
from planbuilder.rules.contacts import MEANS


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        return read_moment(value)
    except ValueError:
        from planbuilder.plan.slips import moment_slip  # who types it right does not wait for it

        near = moment_slip(value)
        message = (
            say("“{value}” is not a day and an hour; write “{near}”.", value=value, near=near)
            if near
            else say("“{value}” is not a day and an hour; write for example “2026-12-25 03:00”.", value=value)
        )
        raise click.BadParameter(said(message), ctx, param) from None


@click.command("who", cls=Command, help=say("Say whom to call now, in order."))
@plans_argument
@option(
    "--at",
    callback=_moment,
    metavar=say("TIME"),
    help=say("At this time of the plan's clock, for example “2026-12-25 03:00”. By default now."),
)
@edition_option(several=False)
@language_option
def command(plans: str, at: datetime | None, edition: str, lang: str | None) -> None:
    """Tell each path of each plan."""
    for loaded, plan in readable(plans):
        moment = at or now_in(plan.about.timezone)
        language = spoken_tag(lang or loaded.language)
        out().emit(_told(plan, loaded.name, moment, language, team=edition == Visibility.CRISIS_TEAM))


def _told(plan: Plan, name: str, moment: datetime, language: str, *, team: bool) -> Iterator[Line]:
    ahead = Ahead(plan, moment.date(), 1)
    minute = minute_of(moment.date(), moment.hour * 60 + moment.minute, ahead.world.zone)
    shown = local(minute, ahead.world.zone)
    when = say_value(shown, language)
    clock = say("{when} ({city} time)", when=when, city=city(ahead.world.zone))
    yield (Piece(name, "strong"), ", ", render(clock, language) if len(ahead.zones) > 1 else when)
    if shown != moment:
        skipped = say(
            "Clocks go forward that night: {time} does not exist, they then show {next}.",
            time=moment.time(),
            next=shown.time(),
        )
        yield (Piece(render(skipped, language), "warning"),)
    if not ahead.paths:
        yield (render(say("No path can be followed: `planbuilder check` says what it lacks."), language),)
    for path in ahead.paths:
        yield ()
        levels = [say_value(level.called, language) for level in ahead.levels(path)]
        yield (Piece(path.called, "strong"), f" ({', '.join(levels)})" if levels else "")
        yield from _calls(ahead, path, minute, language, team=team)


def _calls(ahead: Ahead, path: EscalationPath, minute: int, language: str, *, team: bool) -> Iterator[Line]:
    attempts = attempts_at(ahead.world, path, minute)
    told: dict[str, set[Line]] = {}
    silent, reached = _silent(ahead, path, attempts, language), -1
    for number, calls in enumerate(_calls_by_person(attempts), 1):
        yield from (line for step, line in silent.items() if reached < step < calls[0].step)
        reached = calls[0].step
        person = ahead.plan.people[calls[0].person]
        after = say_value(Duration(calls[0].start), language)
        known = told.get(person.id)
        said = _powers(ahead.plan, person.id, language) if known is None else render(say(", once more"), language)
        yield (f"  {number}. ", Piece(f"+{after:<6} ", "quiet"), Piece(person.called, "strong"), said)
        lines = dict.fromkeys(_numbers(ahead, path, calls, language, team=team))
        yield from (line for line in lines if line not in (known or ()))
        told[person.id] = {*(known or ()), *lines}
    if not told:
        yield ("  ", Piece(render(say("Nobody of this path is there."), language), "error"))
    yield from _publishing(ahead, attempts, language)
    if path.nobody is not None:
        yield ("  ", render(say("If nobody answers: {what}", what=path.nobody), language))
    if not team:
        yield ("  ", Piece(render(say("Numbers: `--edition crisis-team`."), language), "quiet"))


def _calls_by_person(attempts: Iterable[Attempt]) -> Iterable[list[Attempt]]:
    """Those who are there, in order; whom a minute calls by two names (a role and a rota) is called once then."""
    calls: dict[tuple[int, str], list[Attempt]] = {}
    for attempt in attempts:
        if attempt.present:
            calls.setdefault((attempt.start, attempt.person), []).append(attempt)
    return calls.values()


def _silent(ahead: Ahead, path: EscalationPath, attempts: Iterable[Attempt], language: str) -> dict[int, Line]:
    """For each step, counted from 0, at which nobody who is there is called: when it is, whom it calls, what to do."""
    rung = {attempt.step: attempt.present for attempt in sorted(attempts, key=lambda one: one.present)}
    told: dict[int, Line] = {}
    for number, step in enumerate(path.steps):
        if rung.get(number):
            continue
        names = [ahead.plan.called(name) for name in step.call]
        if number not in rung and all(name in ahead.plan.on_call for name in step.call):
            said = say("{names}: nobody is on call at this hour; call the next at once.", names=names)
        else:
            said = say("{names}: nobody is there at this hour; call the next at once.", names=names)
        start = sum(before.wait.total_minutes for before in path.steps[:number] if before.wait)
        after = say_value(Duration(start), language)
        told[number] = ("     ", Piece(f"+{after:<6} ", "quiet"), Piece(render(said, language), "warning"))
    return told


def _powers(plan: Plan, person: str, language: str) -> str:
    """The roles in which somebody may activate the plan."""
    roles = [say_value(role.called, language) for role in plan.roles_of(person) if "activate" in role.can]
    return f" ({', '.join(roles)})" if roles else ""


def _numbers(
    ahead: Ahead, path: EscalationPath, calls: Sequence[Attempt], language: str, *, team: bool
) -> Iterator[Line]:
    """How a person is reached: the shared lines for everybody, the person's own numbers for the crisis team."""
    shared = [line for attempt in calls for line in _shared(ahead, path, attempt)]
    for line in shared:
        yield ("       ", render(say("{name}: {value}", name=line.called, value=line.number), language))
    known = dict(ahead.plan.people[calls[0].person].means())
    means = [one for attempt in calls for one in attempt.means]
    for key, network in means if team else ():
        named = render(say("{name}: {value}", name=MEANS[key], value=known[key]), language)
        needs = render(say("needs {network}", network=NETWORKS[network]), language)
        yield (f"       {named} ", Piece(f"({needs})", "quiet"))
    if not means and not shared:
        yield ("       ", Piece(render(say("no number for this step"), language), "warning"))


def _publishing(ahead: Ahead, attempts: Iterable[Attempt], language: str) -> Iterator[Line]:
    """Who of those called may publish where, with the languages of the channel that each of them speaks."""
    plan = ahead.plan
    found = voices(ahead.world, attempts)
    if found:
        yield ("  ", render(say("Who of them may publish:"), language))
    for name, people in found.items():
        asked = plan.channels[name].languages
        said = []
        for person in people:
            spoken = [one for one in asked if has_language(plan.people[person].languages, one)]
            called = plan.people[person].called
            said.append(f"{called} ({', '.join(spoken)})" if spoken else called)
        value = ", ".join(said) or say("nobody")
        named = render(say("{name}: {value}", name=plan.channels[name].called, value=value), language)
        yield ("       ", named if said else Piece(named, "warning"))


def _shared(ahead: Ahead, path: EscalationPath, attempt: Attempt) -> list[OnCall]:
    """The lines of a step whose own number rings the person: everybody may know these."""
    lines = [ahead.plan.on_call[name] for name in path.steps[attempt.step].call if name in ahead.plan.on_call]
    return [line for line in lines if line.number and attempt.person in line.people]
