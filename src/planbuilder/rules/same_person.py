"""ESC: whether each step of an alert chain calls somebody new."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, combinations, islice

from planbuilder.cover.ahead import Ahead, ahead
from planbuilder.cover.chain import repeating
from planbuilder.cover.clock import Spell, join
from planbuilder.cover.repair import TRIED, another_call
from planbuilder.cover.staffing import on_both
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, either, say
from planbuilder.plan import Plan
from planbuilder.plan.alert import EscalationPath
from planbuilder.rules._rule import rule


@rule(
    "ESC-SAME-PERSON",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    source=("LAB",),
    why="The step adds a delay and no chance.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:
            levels: [crisis]
            steps:
              - {call: lead, wait: 10m}
              - {call: ana, wait: 10m}  # <-- Steps 1 and 2 of alert call the same person, Ana Ruiz, at any time of the next 90 days.
              - {call: leo, wait: 10m}
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:
            levels: [crisis]
            steps:
              - {call: lead, wait: 10m}
              - {call: leo, wait: 10m}
        """,
)
def same_person(plan: Plan, today: date) -> Iterator[Gap]:
    """A step calls at least one person whom the step before did not just call, and its lines different people.

    A step that calls several people may repeat one of them. Whoever is away does not count. Two lines that one step
    calls are a pair: while one person has the turn on both, a night duty of two is one of one.
    """
    days = ahead(plan, today)
    for path in days.paths:
        yield from _again(days, path)
        yield from _pair_of_one(days, path)


def _pair_of_one(days: Ahead, path: EscalationPath) -> Iterator[Gap]:
    world = days.world
    for number, step in enumerate(path.steps):
        lines = [days.plan.on_call[name] for name in step.call if name in days.plan.on_call]
        for one, other in combinations(lines, 2):
            both_have = on_both(world, one, other, days.promised(path))
            if both_have:
                yield Gap(
                    path.where / "steps" / number / "call",
                    say(
                        "In step {number} of {path}, {lines} both call the same person ({people}), {when}.",
                        number=number + 1,
                        path=path.called,
                        lines=[one.called, other.called],
                        people=either([days.plan.called(person) for person in both_have]),
                        when=days.when(join(chain(*both_have.values()))),
                    ),
                    say("Let somebody else take the turn on one of the two lines."),
                )


def _again(days: Ahead, path: EscalationPath) -> Iterator[Gap]:
    again: dict[int, dict[str, list[Spell]]] = {}
    for cell in days.cells(path):
        for number in range(1, len(path.steps)):
            for person in cell.nobody_new(number):
                again.setdefault(number, {}).setdefault(person, []).append((cell.start, cell.end))
    steps = sorted(again.items())
    fixes = _somebody_new(days, path, {number: join(chain(*by.values())) for number, by in steps})
    for number, by_person in steps:
        values = {
            "a": number,
            "b": number + 1,
            "path": path.called,
            "when": days.when(join(chain(*by_person.values()))),
        }
        people = [days.plan.called(person) for person in by_person]
        yield Gap(
            path.where / "steps" / number,
            say("Steps {a} and {b} of {path} call the same person, {person}, {when}.", person=people[0], **values)
            if len(people) == 1
            else say("Steps {a} and {b} of {path} call the same people, {people}, {when}.", people=people, **values),
            fixes[number]
            or say("Put another person into one of the two steps, or call somebody else at the same time."),
        )


def _somebody_new(days: Ahead, path: EscalationPath, failing: dict[int, list[Spell]]) -> dict[int, Message | None]:
    """For each step that repeats the one before, whom to call as well: all of it typed, no step repeats another."""
    fixes: dict[int, Message | None] = {}
    open_, world, last = set(failing), days.world, None
    for number, spells in failing.items():
        if number not in repeating(world, path):  # what was said for a step before mends this one too
            fixes[number] = last
            open_.discard(number)
            continue
        for change in islice(another_call(days, path, spells), TRIED):
            if repeating(change.world, change.path) <= open_ - {number}:
                path, world, last = change.path, change.world, change.said
                open_.discard(number)
                break
        fixes[number] = None if number in open_ else last
    return fixes
