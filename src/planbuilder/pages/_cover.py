"""The cover of the days ahead as pictures and tables: the week-by-hour map, what if, the time of the first word."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from planbuilder.cover.ahead import Ahead, ahead
from planbuilder.cover.budget import Budget, FirstWord, first_words
from planbuilder.cover.chain import FAR, NETWORKS
from planbuilder.cover.outlook import (
    Case,
    Grade,
    Stretch,
    Week,
    cases,
    mute_spells,
    next_gap,
    silent_people,
    stretches,
    weeks,
)
from planbuilder.cover.periods import Periods
from planbuilder.cover.sentences import chances, kept, part, unpromised, without_service
from planbuilder.messages import Message, say
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Duration
from planbuilder.plan.alert import EscalationPath, Level

PER_DAY = 8
WIDTH, LEFT, ROW, TOP, SLOT = 360, 52, 18, 22, 5.5
BAR, BAR_HEIGHT = 340, 22

GRADES: Mapping[Grade, Message] = {
    Grade.FINE: say("in time, whoever is silent"),
    Grade.HANGS: say("hangs on one person"),
    Grade.LATE: say("too late"),
    Grade.NOBODY: say("nobody is reached"),
}


@dataclass(frozen=True, slots=True)
class Patch:
    """A part of the map: slots of one week with the same grade."""

    x: float
    y: int
    width: float
    grade: Grade


@dataclass(frozen=True, slots=True)
class Map:
    """The week-by-hour map of a path, in the units of its picture."""

    patches: tuple[Patch, ...]
    mondays: tuple[tuple[int, date], ...]
    days: tuple[float, ...]
    height: int
    width: int = WIDTH
    row: int = ROW


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the page tells of a path."""

    path: EscalationPath
    levels: tuple[Level, ...]
    target: Duration | None
    map: Map
    cases: tuple[tuple[Message | str, Case], ...]
    told: tuple[tuple[Grade, Message, Periods], ...]
    mute: Periods | None
    """When nobody who is reached may publish."""
    chances: tuple[Message, ...]
    kept: Message
    """What is said where nothing happens."""
    unspoken: Message | None
    """That somebody is reached, but nobody who may publish, as soon as one person is silent."""
    unpromised: Message | None
    """That nothing is promised outside some hours."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the time of the first word, in the units of its picture."""

    name: Message
    time: Duration
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The time of the first word at a level, in the worst case, against its promise."""

    level: Level
    budget: Budget
    parts: tuple[Part, ...]
    total: Duration
    promise: Duration
    promise_x: float
    kept: bool
    failing: tuple[tuple[Message, bool], ...]
    """What is said of each service that makes it later when it is down, and whether the promise breaks."""
    width: int = WIDTH
    height: int = BAR_HEIGHT


def values(reader: Reader) -> dict[str, object]:
    """What the page of the cover shows; nothing for staff, for it would tell who is away."""
    if not reader.team:
        return {"outlooks": (), "waterfalls": ()}
    days = ahead(reader.plan, reader.today)
    return {
        "outlooks": [_outlook(days, path) for path in days.paths],
        "waterfalls": [_waterfall(word) for word in first_words(days)],
        "minutes": Duration,
        "part": part,
    }


def gap(reader: Reader) -> Message | None:
    """The next time at which a promise breaks, as a sentence; None for staff, and where there is none."""
    found = next_gap(ahead(reader.plan, reader.today)) if reader.team else None
    if found is None:
        return None
    path, stretch = found
    when = ahead(reader.plan, reader.today).when(stretch.spells[:1])
    if stretch.grade is Grade.NOBODY:
        return say("Next gap: {path} reaches nobody who may decide {when}.", path=path.called, when=when)
    return say("Next gap: {path} reaches somebody too late {when}.", path=path.called, when=when)


def _outlook(days: Ahead, path: EscalationPath) -> Outlook:
    target = days.target(path)
    rows = [*cases(days, path), *silent_people(days, path)]
    unspoken = _unspoken(days, rows)
    return Outlook(
        path,
        tuple(days.levels(path)),
        Duration(target) if target <= FAR else None,
        _map(weeks(days, path, PER_DAY)),
        tuple((_case(days, case), case) for case in rows),
        tuple((s.grade, _stretch(days, s), days.when(s.spells)) for s in stretches(days, path)),
        days.when(mute) if (mute := mute_spells(days, path)) else None,
        tuple(chances(days, path)),
        _HELD if unspoken and days.promised(path) else kept(days, path),
        unspoken,
        unpromised(days, path),
    )


_HELD = say("Somebody who may decide is reached in time, even if one person does not answer.")


def _unspoken(days: Ahead, rows: list[Case]) -> Message | None:
    """For how long one silence leaves nobody who may publish, and whose does so longest; None where none does."""
    whole, anyone = rows[:2]
    if not anyone.mute or anyone.mute <= (whole.mute or 0):
        return None
    worst = max((case for case in rows if case.person), key=lambda case: case.mute or 0, default=None)
    if worst is None or not worst.person or (worst.mute or 0) <= (whole.mute or 0):
        return say(
            "But if one person does not answer, nobody may publish for {part} of the time.", part=part(anyone.mute)
        )
    person = days.plan.called(worst.person)
    return say(
        "But if {person} does not answer, nobody may publish for {part} of the time.",
        person=person,
        part=part(worst.mute or 0),
    )


def _case(days: Ahead, case: Case) -> Message | str:
    if case.person:
        return say("If {person} does not answer", person=days.plan.called(case.person))
    if case.down:
        return say("If {network} is down", network=NETWORKS.get(case.down, case.down))
    return (
        say("If everybody answers"),
        say("If any one person does not answer"),
        say("If any two people do not answer"),
    )[case.silent]


def _stretch(days: Ahead, stretch: Stretch) -> Message:
    if stretch.person:
        return say("All hangs on {person}", person=days.plan.called(stretch.person))
    return GRADES[stretch.grade]


def _map(found: list[Week]) -> Map:
    patches: list[Patch] = []
    for number, week in enumerate(found):
        at = 0
        for grade, slots in groupby(week.slots):
            length = sum(1 for _ in slots)
            if grade:
                patches.append(Patch(LEFT + at * SLOT, TOP + number * ROW, length * SLOT - 0.5, grade))
            at += length
    return Map(
        tuple(patches),
        tuple((TOP + number * ROW + ROW - 6, week.monday) for number, week in enumerate(found)),
        tuple(LEFT + (day + 0.5) * PER_DAY * SLOT for day in range(7)),
        TOP + len(found) * ROW + 2,
    )


def _waterfall(word: FirstWord) -> Waterfall:
    worst, promise = word.worst, word.promise
    named = (
        (say("reaching somebody"), worst.reach),
        (say("the go-ahead"), worst.sign_off),
        (say("publishing"), worst.publish),
    )
    scale = BAR / max(worst.total, promise.total_minutes, 1)
    parts, at = [], 0
    for name, minutes in named:
        parts.append(Part(name, Duration(minutes), round(2 + at * scale, 1), round(minutes * scale, 1)))
        at += minutes
    return Waterfall(
        word.level,
        worst,
        tuple(parts),
        Duration(worst.total),
        promise,
        round(2 + promise.total_minutes * scale, 1),
        not word.late(worst),
        tuple((without_service(service, one), word.late(one)) for service, one in word.failing),
    )
