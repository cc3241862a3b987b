"""The smallest change that repairs a path: single additions are tried, and those that work are offered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice
from typing import NamedTuple

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chain import Cell, called_by, hasty, pieces, repeating
from planbuilder.cover.clock import Spell, both, join, outside
from planbuilder.cover.staffing import after_leaving, lines_of, on_both, present_all_along
from planbuilder.cover.world import World
from planbuilder.messages import Message, either, say
from planbuilder.plan import Duration, Plan
from planbuilder.plan.alert import EscalationPath, OnCall, Step
from planbuilder.plan.people import Role
from planbuilder.plan.refs import CalledRef, PersonRef

Keeps = Callable[[Cell, frozenset[str]], bool]
"""Whether a cell keeps its promise, given who may decide."""

TRIED = 40
"""How many changes of one kind are tried at most: a large plan has many people, and one that fits is enough."""

USUAL_WAITS = (10, 5)
"""Shorter waits that are offered, in minutes."""


class Change(NamedTuple):
    """A path and a world with one thing changed, and what to type for it."""

    path: EscalationPath
    world: World
    said: Message


Changes = Callable[[Ahead, EscalationPath, Sequence[Spell]], Iterator[Change]]


def smallest(
    ahead: Ahead, path: EscalationPath, broken: Sequence[Spell], keeps: Keeps, kinds: Iterable[Changes]
) -> Message | None:
    """What to type so that the path keeps its promise at every minute of `broken`; None where no single change does."""
    change = smallest_change(ahead, path, broken, keeps, kinds)
    return change.said if change else None


def smallest_change(
    ahead: Ahead, path: EscalationPath, broken: Sequence[Spell], keeps: Keeps, kinds: Iterable[Changes]
) -> Change | None:
    """The first change after which the path keeps its promise, and which breaks nothing else of the path."""
    for kind in kinds:
        for change in islice(kind(ahead, path, broken), TRIED):
            if kept(change.world, change.path, broken, keeps) and not harmful(ahead, path, change):
                return change
    return None


def kept(world: World, path: EscalationPath, broken: Sequence[Spell], keeps: Keeps) -> bool:
    """Whether a path keeps its promise at every minute of some spells."""
    return all(keeps(cell, world.deciders) for cell in pieces(world, path, within=broken))


def harmful(ahead: Ahead, path: EscalationPath, change: Change) -> bool:
    """Whether a change brings what other checks would find: a step that calls nobody new, a pair of one, haste.

    A step is taken away only where the path then keeps its promise throughout, whoever is silent.
    """
    before, after = _flaws(ahead.world, path), _flaws(change.world, change.path)
    repeats = before.repeats
    if len(change.path.steps) < len(path.steps):
        repeats, target = frozenset(number - 1 for number in repeats), ahead.target(path)
        whole = ahead.promised(path)
        if not kept(change.world, change.path, whole, lambda cell, deciders: cell.bound(deciders, silent=1) <= target):
            return True
    return bool(after.repeats - repeats or after.pairs - before.pairs or after.hasty - before.hasty)


class _Flaws(NamedTuple):
    """What other checks would find in a path: steps that call nobody new, pairs of one, lines that answer late."""

    repeats: frozenset[int]
    pairs: frozenset[tuple[str, ...]]
    hasty: frozenset[str]


@lru_cache(maxsize=4)  # each of many changes is held against the same path
def _flaws(world: World, path: EscalationPath) -> _Flaws:
    late = frozenset(f"{one.line.id} {one.level.id}" for one in hasty(world.plan, path))
    return _Flaws(frozenset(repeating(world, path)), frozenset(_pairs(world, path)), late)


def _pairs(world: World, path: EscalationPath) -> set[tuple[str, ...]]:
    """The lines of one step that somebody answers alone at some time."""
    found = set()
    for step in path.steps:
        lines = [world.plan.on_call[name] for name in step.call if name in world.plan.on_call]
        pairs = [pair for pair in combinations(lines, 2) if on_both(world, *pair, [(world.begin, world.end)])]
        found |= {tuple(sorted(line.id for line in pair)) for pair in pairs}
    return found


def sleeper(ahead: Ahead, path: EscalationPath, broken: Sequence[Spell], keeps: Keeps) -> OnCall | None:
    """A line that the path calls and whose `hours` alone are why it breaks its promise; None where there is none."""
    lines = [line for line in lines_of(ahead.plan, path) if line.hours and not line.hours.always]
    awake = (ahead.world.with_line(line.copy_with(hours=None)) for line in lines)
    return next((line for line, world in zip(lines, awake, strict=True) if kept(world, path, broken, keeps)), None)


def another_line(ahead: Ahead, path: EscalationPath, broken: Sequence[Spell]) -> Iterator[Change]:  # noqa: ARG001
    """A line or role of a later step, or a line that is always answered by people who may decide, called as well.

    A step after it that then calls lines twice is taken away.
    """
    called = called_by(path)
    new = [CalledRef(n) for n in ahead.plan.on_call if n not in called and _always_there(ahead, path, n)]
    for number, step in reversed(list(enumerate(path.steps))):
        later = [name for other in path.steps[number + 1 :] for name in other.call]
        lines = [name for name in later if name in ahead.plan.on_call]
        roles = [name for name in later if name in ahead.plan.roles]
        for name in dict.fromkeys((*lines, *new, *roles)):
            if name not in step.call:
                changed = step.copy_with(call=(*step.call, name))
                yield Change(_with_step(path, number, changed), ahead.world, _called_too(ahead, path, number, name))
                if name in lines and _needless(path, number, changed):
                    shorter = path.copy_with(steps=(*path.steps[:number], changed, *path.steps[number + 2 :]))
                    said = say(
                        "{advice} Step {number} would then call nobody new: take it away.",
                        advice=_called_too(ahead, path, number, name),
                        number=number + 2,
                    )
                    yield Change(shorter, ahead.world, said)


def _always_there(ahead: Ahead, path: EscalationPath, name: str) -> bool:
    """Whether somebody who may decide has the turn on a line at every minute that a path promises."""
    turns = ahead.world.turns[name]
    asleep = outside(join((start, end) for start, end, _ in turns), ahead.world.begin, ahead.world.end)
    return ahead.world.deciders.issuperset(ahead.plan.on_call[name].people) and not both(asleep, ahead.promised(path))


def _needless(path: EscalationPath, number: int, changed: Step) -> bool:
    """Whether the step after one that is changed calls nobody else, by no other means."""
    after = path.steps[number + 1]
    return set(after.call) <= set(changed.call) and changed.by in {None, after.by}


def _called_too(ahead: Ahead, path: EscalationPath, number: int, name: str) -> Message:
    return say(
        "In step {number} of {path}, call {person} as well: `call: [{call}]`.",
        number=number + 1,
        path=path.called,
        person=ahead.plan.called(name),
        call=", ".join((*path.steps[number].call, name)),
    )


def another_call(ahead: Ahead, path: EscalationPath, broken: Sequence[Spell]) -> Iterator[Change]:
    """Somebody who may decide, and is there, called as well in one of the steps."""
    there = [p for p in present_all_along(ahead, broken) if p in ahead.world.deciders]
    for number, step in reversed(list(enumerate(path.steps))):
        for person in there:
            if person not in step.call:
                changed = step.copy_with(call=(*step.call, CalledRef(person)))
                yield Change(_with_step(path, number, changed), ahead.world, _called_too(ahead, path, number, person))


def another_deputy(ahead: Ahead, path: EscalationPath, broken: Sequence[Spell]) -> Iterator[Change]:
    """Somebody who is there, as one more deputy of a role that the path calls and that may decide."""
    plan = ahead.plan
    called = [name for step in path.steps for name in step.call if name in plan.roles]
    for name in dict.fromkeys(called):
        role = plan.roles[name]
        for person in present_all_along(ahead, broken) if "activate" in role.can else ():
            if person not in role.members and fits(plan, person, role):
                longer = role.copy_with(deputies=(*role.deputies, PersonRef(person)))
                said = say(
                    "Make {person} a deputy of {role}: add `{id}` to its `deputies:`.",
                    person=plan.called(person),
                    role=role.called,
                    id=person,
                )
                yield Change(path, ahead.world.under(plan.copy_with(roles={**plan.roles, name: longer})), said)


def shorter_wait(ahead: Ahead, path: EscalationPath, broken: Sequence[Spell]) -> Iterator[Change]:  # noqa: ARG001
    """One step that waits less."""
    for minutes in USUAL_WAITS:
        for number, step in enumerate(path.steps):
            if step.wait and step.wait.total_minutes > minutes:
                said = say(
                    "In step {number} of {path}, wait less: `wait: {minutes}m`.",
                    number=number + 1,
                    path=path.called,
                    minutes=minutes,
                )
                yield Change(_with_step(path, number, step.copy_with(wait=Duration(minutes))), ahead.world, said)


def another_means(ahead: Ahead, path: EscalationPath, broken: Sequence[Spell]) -> Iterator[Change]:  # noqa: ARG001
    """A means that people have already, used in one more step."""
    used = {means for step in path.steps for means in step.by or ()}
    has = dict.fromkeys(means for person in ahead.plan.people.values() for means, _ in person.means())
    for means in sorted(has, key=lambda means: means not in used):
        for number, step in enumerate(path.steps):
            if step.by is not None and means not in step.by:
                by = (*step.by, means)
                said = say(
                    "In step {number} of {path}, call on `{means}` too: `by: [{by}]`.",
                    number=number + 1,
                    path=path.called,
                    means=means,
                    by=", ".join(by),
                )
                yield Change(_with_step(path, number, step.copy_with(by=by)), ahead.world, said)


def _with_step(path: EscalationPath, number: int, step: Step) -> EscalationPath:
    return path.copy_with(steps=(*path.steps[:number], step, *path.steps[number + 1 :]))


def stand_in(ahead: Ahead, spells: Sequence[Spell], names: Iterable[str]) -> Message:
    """What to type so that one of the roles has somebody: who is there and could do it; else in general words.

    Where all have left at some minute of `spells`, there is no absence to move.
    """
    plan = ahead.plan
    roles = [plan.roles[name] for name in names if name in plan.roles]
    final = all_left(ahead, (person for role in roles for person in role.members), spells)
    for person in present_all_along(ahead, spells):
        role = next((role for role in roles if person not in role.members and fits(plan, person, role)), None)
        if role:
            known = {"role": role.called, "person": plan.called(person), "id": person}
            if final:
                return say("Add a deputy of {role} who is there at that time, for example {person} (`{id}`).", **known)
            return say(
                "Add a deputy of {role} who is there at that time, for example {person} (`{id}`), or move an absence.",
                **known,
            )
    called = either([role.called for role in roles])
    if final:
        return say("Add a deputy of {roles} who knows the work and is there at that time.", roles=called)
    return say(
        "Add a deputy of {roles} who knows the work and is there at that time, or move an absence.", roles=called
    )


def all_left(ahead: Ahead, people: Iterable[str], spells: Sequence[Spell]) -> bool:
    """Whether at some minute of some spells all of these people have left for good: to move an absence is no help."""
    for person in dict.fromkeys(people):
        spells = after_leaving(ahead, person, spells)
    return bool(spells)


_BROAD = frozenset({"executive", "technical", "operations", "other"})
"""Kinds of roles that say little about the work: a mayor is no city manager, who mends servers mends no water main."""


def fits(plan: Plan, person: str, role: Role) -> bool:
    """Whether somebody may be named as a deputy without knowing more: they do such work, or no work of a known kind."""
    kinds = {other.kind for other in plan.roles_of(person)} - {None}
    return not kinds if role.kind is None else role.kind not in _BROAD and role.kind in kinds
