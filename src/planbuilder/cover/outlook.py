"""What the days ahead look like, in few words and figures: for the command, the page and their readers."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chain import NEVER, Cell, critical, spells_where
from planbuilder.cover.clock import Spell, join, local, minute_of
from planbuilder.cover.staffing import dependencies, public_channels, publishers
from planbuilder.plan.alert import EscalationPath
from planbuilder.plan.times import MINUTES_PER_DAY


class Grade(StrEnum):
    """How a path keeps its promise, the best first."""

    FINE = "fine"
    HANGS = "hangs"
    LATE = "late"
    NOBODY = "nobody"


class Case(NamedTuple):
    """A path when `silent` people, or one `person`, do not answer, or something is down: shares of the promised time.

    `worst` is None where, at some minute, nobody is reached. `mute`: nobody who is reached may publish on a public
    channel that still works; None where the plan does not say who publishes.
    """

    silent: int
    down: str | None
    worst: int | None
    nobody: float
    late: float
    mute: float | None
    person: str | None = None


class Stretch(NamedTuple):
    """When a path does not keep its promise, or only as long as one `person` answers."""

    grade: Grade
    person: str | None
    spells: tuple[Spell, ...]


class Week(NamedTuple):
    """A week of slots from Monday, midnight, on; None where nothing is promised or the week lies outside."""

    monday: date
    slots: tuple[Grade | None, ...]


def grade(cell: Cell, deciders: frozenset[str], target: int) -> tuple[Grade, str | None]:
    """How a path keeps its promise in a cell, and on whom it hangs."""
    bound = cell.bound(deciders)
    if bound > target:
        return (Grade.NOBODY if bound == NEVER else Grade.LATE), None
    hanging = critical(cell, deciders, target)
    return (Grade.HANGS, hanging[0]) if hanging else (Grade.FINE, None)


def cases(ahead: Ahead, path: EscalationPath) -> Iterator[Case]:
    """Everybody answers; one, two people do not; a network that the path, a service that a channel needs, is down."""
    used = sorted({network for cell in ahead.cells(path) for a in cell.attempts for _, network in a.means})
    failing = [name for name in dict.fromkeys((*used, *dependencies(ahead.plan))) if name not in ahead.world.down]
    for silent, down in ((0, None), (1, None), (2, None), *((0, name) for name in failing)):
        yield _case(ahead, path, silent=silent, down=down)


def silent_people(ahead: Ahead, path: EscalationPath) -> Iterator[Case]:
    """Each person who may decide, and whom the path calls, does not answer: one after the other, by the plan."""
    called = {a.person for cell in ahead.cells(path) for a in cell.attempts}
    for person in ahead.plan.people:
        if person in called & ahead.world.deciders:
            yield _case(ahead, path, silent=0, person=str(person))


def _case(
    ahead: Ahead, path: EscalationPath, *, silent: int, down: str | None = None, person: str | None = None
) -> Case:
    gone = {person} if person else set()
    deciders, keys = ahead.world.deciders - gone, _keys(ahead, down)
    worst, nobody, late = _shares(ahead, path, lambda cell: cell.bound(deciders, silent=silent, domain=down))
    mute = None
    if keys is not None:
        left = keys - gone
        _, mute, _ = _shares(ahead, path, lambda cell: cell.bound(left, silent=silent, domain=down))
    return Case(1 if person else silent, down, worst, nobody, late, mute, person)


def mute_spells(ahead: Ahead, path: EscalationPath) -> list[Spell]:
    """The promised minutes at which nobody whom the path reaches may publish on a public channel that works."""
    keys = _keys(ahead, None)
    if keys is None:
        return []
    return spells_where(ahead.cells(path), lambda cell: cell.bound(keys) == NEVER, ahead.promised(path))


def _keys(ahead: Ahead, down: str | None) -> frozenset[str] | None:
    """Who may publish on a public channel that works; None where the plan does not say who publishes on any."""
    if not public_channels(ahead.plan):
        return None
    lost = ahead.world.down if down is None else ahead.world.down | {down}
    return publishers(ahead.plan, public_channels(ahead.plan, lost))


def _shares(ahead: Ahead, path: EscalationPath, bounding: Callable[[Cell], int]) -> tuple[int | None, float, float]:
    """The worst case, None for never; the shares of the promised time that reach nobody, and somebody too late."""
    total = nobody = late = worst = 0
    for cell, reach in ahead.asked(path):
        bound, minutes = bounding(cell), cell.end - cell.start
        total += minutes
        nobody += minutes if bound == NEVER else 0
        late += minutes if reach < bound < NEVER else 0
        worst = max(worst, bound)
    share = 1 / total if total else 0.0
    return None if worst == NEVER else worst, nobody * share, late * share


def stretches(ahead: Ahead, path: EscalationPath) -> list[Stretch]:
    """Every way in which a path falls short, with all its periods: the gravest first."""
    found: dict[tuple[Grade, str | None], list[Spell]] = {}
    for cell, reach in ahead.asked(path):
        kind = grade(cell, ahead.world.deciders, reach)
        if kind[0] is not Grade.FINE:
            found.setdefault(kind, []).append((cell.start, cell.end))
    short = [Stretch(*kind, tuple(join(spells))) for kind, spells in found.items()]
    order = list(Grade)
    return sorted(short, key=lambda s: (-order.index(s.grade), s.spells))


def weeks(ahead: Ahead, path: EscalationPath, per_day: int) -> list[Week]:
    """The worst grade of each slot of the days ahead, `per_day` slots a day, by the clock of the plan's zone."""
    world, order = ahead.world, list(Grade)
    graded = [(c.start, c.end, grade(c, world.deciders, reach)[0]) for c, reach in ahead.asked(path)]
    length, at = MINUTES_PER_DAY // per_day, 0
    first, last = local(world.begin, world.zone).date(), local(world.end - 1, world.zone).date()
    monday, made = first - timedelta(days=first.weekday()), []
    while monday <= last:
        slots: list[Grade | None] = []
        for slot in range(7 * per_day):
            day, of_day = monday + timedelta(days=slot // per_day), slot % per_day
            start = minute_of(day, of_day * length, world.zone)
            end = minute_of(day, (of_day + 1) * length, world.zone)
            while at < len(graded) and graded[at][1] <= start:
                at += 1
            touched = []
            for a, b, kind in graded[at:]:
                if a >= end:
                    break
                if b > start:
                    touched.append(kind)
            slots.append(max(touched, key=order.index, default=None))
        made.append(Week(monday, tuple(slots)))
        monday += timedelta(days=7)
    return made


def next_gap(ahead: Ahead) -> tuple[EscalationPath, Stretch] | None:
    """The first time ahead at which a path reaches nobody, or somebody too late."""
    broken = [(path, s) for path in ahead.paths for s in stretches(ahead, path) if s.grade is not Grade.HANGS]
    return min(broken, key=lambda one: one[1].spells[0], default=None)
