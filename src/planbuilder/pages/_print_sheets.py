"""Single sheets: the first hour, one for each role, cards for the wallet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from planbuilder.language.blanks import fill
from planbuilder.messages import Message, say, say_value
from planbuilder.pages._calls import (
    Beside,
    Callee,
    Rung,
    called,
    callee,
    first_number,
    gravest_first,
    line_in_two,
    rungs,
    shared_phones,
)
from planbuilder.pages._cards import Code, code_of, contacts
from planbuilder.pages._messages import Ready, Version, ready
from planbuilder.pages._now import opening_roles
from planbuilder.pages._people import duties
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Phone, Text
from planbuilder.plan.alert import EscalationPath
from planbuilder.plan.people import Person
from planbuilder.plan.scenarios import Scenario

_SIZES = (("roomy", 47, 86), ("close", 55, 117), ("small", 63, 138))
"""Sizes of letters on the first hour's sheet: signs in a line, lines on a side. What needs more is set small too."""
SHORTENED = say("Short text: the whole one is in the plan, under this scenario.")
_CALLS = 3
_PER_SHEET = 10


# --- the first hour ---


class FirstWord(NamedTuple):
    """The first word of a scenario, as the sheet gives it."""

    scenario: Scenario
    one: Ready
    text: str
    shortened: bool


def first_hour(reader: Reader) -> Mapping[str, object]:
    """The call ladder, the first moves, the levels and the first words, and how small they must be set."""
    plan = reader.plan
    path = _gravest_path(reader)
    steps = rungs(reader, path) if path else ()
    first_words = _first_words(reader, steps)
    return {
        "path": path,
        "rungs": steps,
        "first_words": first_words,
        "moves": opening_roles(plan),
        "setting": _size(reader, steps, first_words) or "small",
    }


def _first_words(reader: Reader, steps: tuple[Rung, ...]) -> list[FirstWord]:
    """The first word of each scenario: whole where the sheet has room for it, else the short text."""
    plan = reader.plan
    words = [
        _shortest(scenario, ready(reader, statement))
        for scenario in plan.scenarios.values()
        for statement in plan.statements_of_kind(scenario, "holding")[:1]
    ]
    for number, word in enumerate(words):
        if word.shortened:
            whole = word._replace(text=_filled(word.one.versions[0]), shortened=False)
            longer = [*words[:number], whole, *words[number + 1 :]]
            size = _size(reader, steps, longer)
            if size and size in {"roomy", "close", _size(reader, steps, words)}:
                words = longer
    return words


def _size(reader: Reader, steps: tuple[Rung, ...], first_words: list[FirstWord]) -> str | None:
    """The largest letters at which the sheet is likely to fit on one side. Its foot says on how many it is."""
    plan = reader.plan
    roles = opening_roles(plan)
    lists = [level.when for level in plan.levels.values()] + [role.first_moves for role in roles]
    never = [", ".join(plan.tone.never)] if plan.tone else []
    texts = [*never, *(text for one in lists if one for text in one.each(reader.language))]
    texts += [word.text for word in first_words] + [SHORTENED.text for word in first_words if word.shortened]
    calls = sum(1 + (0 if one.number else len(one.people)) for step in steps for one in step.callees)
    shared = 0 if reader.team else 3 + 2 * len(shared_phones(plan))
    fixed = 20 + shared + 2 * len(roles) + 2.6 * len(steps) + calls + 2.4 * (len(plan.levels) + len(first_words))
    for size, signs, lines in _SIZES:
        if fixed + sum(len(text) // signs + 1.25 for text in texts) <= lines:
            return size
    return None


def _shortest(scenario: Scenario, one: Ready) -> FirstWord:
    """The text in the reader's language, the short one where there is one."""
    mine = [version for version in one.versions if version.language == one.versions[0].language]
    return FirstWord(scenario, one, _filled(mine[-1]), len(mine) > 1)


def _filled(version: Version) -> str:
    """A text as it is published, its blanks in sight."""
    return fill(version.text.strip(), {})


def _gravest_path(reader: Reader) -> EscalationPath | None:
    """The path of the gravest level."""
    return next(iter(gravest_first(reader.plan)), None)


# --- roles ---


def roles(reader: Reader) -> Mapping[str, object]:
    """Each role with what the scenarios ask of it, and whom it calls."""
    path = _gravest_path(reader)
    lines = [callee(reader, name) for name in reader.plan.on_call]
    return {
        "sheets": [(role, duties(reader, role)) for role in reader.plan.roles.values()],
        "on_duty": {role: [one for one in lines if one.role == role and one.turns] for role in reader.plan.roles},
        "rungs": rungs(reader, path) if path else (),
    }


# --- cards ---


@dataclass(frozen=True, slots=True)
class Call:
    """A call that a card names: as it is `shown` there, and as a telephone keeps it.

    `ended` is the last day of the turns of its line, where none is to come; `beside` says of a line its hours, or
    which of its role it is.
    """

    shown: Text | Message | str
    whom: str
    number: Phone
    said: str
    ended: date | None = None
    beside: Beside = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card: whose it is, whom to call first, and the same for the camera."""

    name: str
    what: tuple[Text | str, ...]
    calls: tuple[Call, ...]
    code: Code | None


def cards(reader: Reader) -> Mapping[str, object]:
    """One card for each member of the crisis team; a sheet of the same card for everybody else."""
    made = (
        [_member(reader, person) for person in _members(reader)] if reader.team else [_everybody(reader)] * _PER_SHEET
    )
    pages = [made[first : first + _PER_SHEET] for first in range(0, len(made), _PER_SHEET)]
    sites = [
        channel.account
        for channel in reader.plan.channels.values()
        if channel.account and channel.account.startswith(("https://", "http://"))
    ]
    return {"sheets": pages, "site": sites[0] if sites else None}


def _members(reader: Reader) -> Iterator[Person]:
    """Whoever has a role or takes turns on call, and has not left."""
    plan = reader.plan
    turns = {who for line in plan.on_call.values() for who in line.people}
    steps = {who for path in plan.escalation.values() for step in path.steps for who in step.call}
    for person in plan.people.values():
        has_task = person.id in turns | steps or any(plan.roles_of(person.id))
        if has_task and not person.has_left(reader.today):
            yield person


def _member(reader: Reader, person: Person) -> Card:
    calls = tuple(_calls(reader, person.id))[:_CALLS]
    held = tuple(role.called for role in reader.plan.roles.values() if role.holder == person.id)
    stands_in = tuple(role.called for role in reader.plan.roles_of(person.id))
    return Card(person.name, held or stands_in[:1], calls, _code(calls))


def _everybody(reader: Reader) -> Card:
    calls = tuple(_shared_calls(reader))[:_CALLS]
    return Card(reader.plan.about.organisation, (), calls, _code(calls))


def _code(calls: tuple[Call, ...]) -> Code | None:
    return code_of(calls[0].whom, calls[0].number) if calls else None


def _calls(reader: Reader, own: str) -> Iterator[Call]:
    """Whom to call first, in the order of the gravest level, each number once, never one's own."""
    path = _gravest_path(reader)
    seen: set[str] = set()
    mine = {number.e164 for key, number in reader.plan.people[own].means() if isinstance(number, Phone)}
    for call in _chain(reader, rungs(reader, path) if path else ()):
        e164 = call.number.e164
        if e164 and e164 not in seen and e164 not in mine:
            seen.add(e164)
            yield call


def _chain(reader: Reader, steps: tuple[Rung, ...]) -> Iterator[Call]:
    """Whom a path calls: one of each line, role and person in their order, then the others.

    A line with a number of its own stands for its people. A card stays in the wallet for months, so people of a rota
    come after the others, with the dates of their turn, and lines whose turns have ended last.
    """
    callees = sorted(
        ((step, one) for step in steps for one in step.callees),
        key=lambda both: bool(both[1].turns and not both[1].number),
    )
    calls = [list(_calls_of(reader, step, one)) for step, one in callees]
    yield from sorted(
        (*(call for found in calls for call in found[:1]), *(call for found in calls for call in found[1:])),
        key=_has_ended,
    )


def _calls_of(reader: Reader, step: Rung, one: Callee) -> Iterator[Call]:
    ended = one.ended.date() if one.ended else None
    if one.number:
        whom = f"{say_value(one.name, reader.language)} – {reader.plan.about.organisation}"
        name, beside = line_in_two(reader.plan, reader.plan.on_call[one.id])
        yield Call(name, whom, one.number, one.number.spoken(reader.language), ended, beside)
        return
    for who in one.people:
        person = reader.plan.people.get(who)
        number = first_number(person, step.step.by) if person else None
        if number:
            yield Call(_dated(reader, one, who), called(reader, who), number, number.spoken(reader.language), ended)


def _dated(reader: Reader, one: Callee, who: str) -> Message | str:
    """A name; of whoever takes turns, with its first and its last day, and of a role, with its name."""
    name = called(reader, who)
    turn = next((turn for turn in one.turns if turn.who == who), None)
    if turn:
        return say("{person}, on call {start} – {end}", person=name, start=turn.start.date(), end=turn.end.date())
    return say("{person}, {role}", person=name, role=one.name) if one.role else name


def _shared_calls(reader: Reader) -> list[Call]:
    """The numbers that everybody may ring; those of lines whose turns have ended last."""
    plan = reader.plan
    lines = {line.number.e164: line for line in plan.on_call.values() if line.number}
    calls = []
    for one in contacts(reader, ""):
        line = lines.get(one.number.e164) if one.number else None
        name, beside = line_in_two(plan, line) if line else (one.name.rpartition(" – ")[0], None)
        ended = callee(reader, line.id).ended if line else None
        if one.number:
            calls.append(Call(name, one.name, one.number, one.said, ended.date() if ended else None, beside))
    return sorted(calls, key=_has_ended)


def _has_ended(call: Call) -> bool:
    return call.ended is not None
