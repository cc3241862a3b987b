"""How long it takes to reach somebody who may decide: the exact worst case, at every minute.

A path started at `t` calls step `k` at `t + offset(k)` and resolves it in the state of that moment. So its list of
attempts changes only where `t + offset(k)` crosses a change of the world: the stretch falls into cells in which every
answer is constant, and one evaluation per cell is exact for every minute.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from planbuilder.cover.clock import Spell, both, hours_between, join
from planbuilder.cover.world import World
from planbuilder.messages import Message, say
from planbuilder.plan import Plan
from planbuilder.plan.alert import EscalationPath, Level, OnCall, Step
from planbuilder.plan.hours import ALWAYS
from planbuilder.plan.times import MINUTES_PER_DAY

NEVER = 1 << 40
"""The bound of a chain that reaches nobody."""

FAR = 731 * MINUTES_PER_DAY
"""The longest `reach` that counts as a promise, in minutes: two years."""

NETWORKS: Mapping[str, Message] = {
    "mobile network": say("the mobile network"),
    "landline": say("the landline"),
    "company accounts": say("the company's accounts"),
    "internet": say("the internet"),
}
"""What means of contact fail together with."""


class Attempt(NamedTuple):
    """A call: to whom, when (minutes after the start), until when an answer counts, by which means and networks."""

    step: int
    person: str
    start: int
    deadline: int
    means: tuple[tuple[str, str], ...]
    present: bool

    def works_without(self, domain: str | None) -> bool:
        """Whether a means is left when a network is down."""
        if domain is None:
            return bool(self.means)
        return any(network != domain for _, network in self.means)


class Cell(NamedTuple):
    """A span of starting minutes in which the attempts of a path are the same."""

    start: int
    end: int
    attempts: tuple[Attempt, ...]

    def deadlines(self, deciders: frozenset[str], domain: str | None = None) -> list[tuple[int, str]]:
        """For each person who may decide and can be reached: the earliest deadline. The soonest first."""
        earliest: dict[str, int] = {}
        for attempt in self.attempts:
            if attempt.present and attempt.person in deciders and attempt.works_without(domain):
                earliest[attempt.person] = min(attempt.deadline, earliest.get(attempt.person, NEVER))
        return sorted((deadline, person) for person, deadline in earliest.items())

    def bound(self, deciders: frozenset[str], *, silent: int = 0, domain: str | None = None) -> int:
        """The worst case in minutes when `silent` people do not answer and one network is down; NEVER for nobody."""
        deadlines = self.deadlines(deciders, domain)
        return deadlines[silent][0] if len(deadlines) > silent else NEVER

    def nobody_new(self, number: int) -> list[str]:
        """The people whom a step, counted from 0, calls, where the step before has just called them all."""
        before, now = ({a.person for a in self.attempts if a.step == n and a.present} for n in (number - 1, number))
        return sorted(now) if now <= before else []


def can_be_followed(plan: Plan, path: EscalationPath) -> bool:
    """Whether every step says how long to wait (else ESC-NO-WAIT speaks), and calls people whom the plan knows."""
    waits = bool(path.steps) and all(step.wait is not None for step in path.steps)
    return waits and all(person in plan.people for name in called_by(path) for person in plan.people_of(name))


def called_by(path: EscalationPath) -> list[str]:
    """The ids of the lines, roles and people that a path calls, each once, in order."""
    return list(dict.fromkeys(str(name) for step in path.steps for name in step.call))


def longest_wait(path: EscalationPath) -> int:
    """The minutes that the most patient step of a path waits for an answer."""
    return max((step.wait.total_minutes for step in path.steps if step.wait), default=0)


def cells(world: World, path: EscalationPath, *, within: Sequence[Spell] | None = None) -> list[Cell]:
    """The cells of a path over the whole world, or `within` some spells of it; neighbours alike are one."""
    joined: list[Cell] = []
    for cell in pieces(world, path, within=within):
        if joined and joined[-1].end == cell.start and joined[-1].attempts == cell.attempts:
            joined[-1] = Cell(joined[-1].start, cell.end, cell.attempts)
        else:
            joined.append(cell)
    return joined


def pieces(world: World, path: EscalationPath, *, within: Sequence[Spell] | None = None) -> Iterator[Cell]:
    """The cells one by one, for those who may not need them all; neighbours may be alike."""
    offsets = _offsets(path)
    edges = [_edges(world, step) for step in path.steps]
    inside = sorted({edge - offset for offset, own in zip(offsets, edges, strict=True) for edge in own})
    known: dict[tuple[int, int], list[Attempt]] = {}  # by step, and by how many of its edges lie behind

    def attempts(start: int) -> Iterator[Attempt]:
        for number, offset in enumerate(offsets):
            state = number, bisect_right(edges[number], start + offset)
            if state not in known:
                known[state] = _calls(world, path, number, offset, start)
            yield from known[state]

    for first, last in [(world.begin, world.end)] if within is None else within:
        between = inside[bisect_right(inside, first) : bisect_left(inside, last)]
        for start, end in pairwise((first, *between, last)):
            yield Cell(start, end, tuple(attempts(start)))


def attempts_at(world: World, path: EscalationPath, minute: int) -> tuple[Attempt, ...]:
    """Whom a path started at a minute calls, in order."""
    calls = (_calls(world, path, number, offset, minute) for number, offset in enumerate(_offsets(path)))
    return tuple(chain.from_iterable(calls))


def _offsets(path: EscalationPath) -> list[int]:
    return [0, *accumulate(step.wait.total_minutes if step.wait else 0 for step in path.steps[:-1])]


def _edges(world: World, step: Step) -> list[int]:
    """The minutes at which it changes who answers a step."""
    plan = world.plan
    lines = [name for name in step.call if name in plan.on_call]
    return world.edges({person for name in step.call for person in plan.people_of(name)}, lines)


def _calls(world: World, path: EscalationPath, number: int, offset: int, start: int) -> list[Attempt]:
    """Whom a step calls, `offset` minutes after a path was started."""
    step, made = path.steps[number], []
    wait = step.wait.total_minutes if step.wait else 0
    for name in step.call:
        person = _answering(world, name, start + offset)
        if person is not None:
            means = tuple(world.means(person, step.by).items())
            there = world.present(person, start + offset)
            made.append(Attempt(number, person, offset, offset + wait, means, there))
    return made


def _answering(world: World, name: str, minute: int) -> str | None:
    if name in world.plan.on_call:
        return world.on_call(name, minute)
    if name in world.plan.roles:
        return world.stands_in(name, minute)
    return str(name) if name in world.plan.people else None


class Hasty(NamedTuple):
    """A step that counts on a line which may answer after a level's `reach`, and how soon the line would have to."""

    number: int
    line: OnCall
    level: Level
    minutes: int


def hasty(plan: Plan, path: EscalationPath) -> Iterator[Hasty]:
    """The steps whose wait ends within a `reach`, while `answer_within` of a line that they call ends after it.

    A line is rung by the first step that calls it; a later one that calls it too waits for the same answer.
    """
    levels = [
        (level, level.reach.total_minutes) for name in path.levels if (level := plan.levels.get(name)) and level.reach
    ]
    at, rung = 0, set[str]()
    for number, step in enumerate(path.steps):
        if step.wait is None:
            return
        until = at + step.wait.total_minutes
        for line in (plan.on_call[name] for name in step.call if name in plan.on_call and name not in rung):
            last = at + line.answer_within.total_minutes if line.answer_within else until
            broken = [(reach, level) for level, reach in levels if until <= reach < last]
            if broken:
                reach, level = min(broken, key=lambda one: one[0])
                yield Hasty(number, line, level, reach - at)
        at = until
        rung.update(step.call)


def repeating(world: World, path: EscalationPath) -> set[int]:
    """The steps that at some time call nobody whom the step before did not call."""
    found = pieces(world, path, within=[(world.begin, world.end)])
    return {n for cell in found for n in range(1, len(path.steps)) if cell.nobody_new(n)}


def promised(world: World, level: Level) -> list[Spell]:
    """The minutes at which a level promises an answer. That a line is not answered then takes nothing off it."""
    return hours_between(level.hours or ALWAYS, world.begin, world.end, world.zone)


def spells_where(found: Iterable[Cell], holds: Callable[[Cell], bool], within: Sequence[Spell]) -> list[Spell]:
    """The maximal spans of the cells of which something holds, cut to some minutes."""
    return both(join((cell.start, cell.end) for cell in found if holds(cell)), within)


def critical(cell: Cell, deciders: frozenset[str], target: int) -> list[str]:
    """The one person whose silence alone takes the bound over the target, as a list; empty where there is none."""
    deadlines = cell.deadlines(deciders)
    in_time = [person for deadline, person in deadlines if deadline <= target]
    return in_time if len(in_time) == 1 else []
