"""The chance that a path of the plan reaches somebody in time: the plan's answer rates, corrected by its call tests."""

from collections.abc import Iterable

from planbuilder.cover.chain import Attempt, attempts_at
from planbuilder.cover.clock import local
from planbuilder.cover.odds import Call, Rate, Rates, all_roles, any_of
from planbuilder.cover.world import World
from planbuilder.plan import Plan
from planbuilder.plan.alert import AnyOf, EscalationPath

PRIOR = 20
"""How many calls the stated rates are worth: so many tests weigh as much as the assumption."""

NIGHT = (22, 7)
"""The hours of the night, by the clock of the person who is called."""


def rates(plan: Plan) -> Rates:
    """The answer rates of a plan: those it states, else the usual ones; on-call lines corrected by their tests.

    A test that was answered within `answer_within` is a success. The rate is the mean of the Beta posterior.
    """
    usual, stated = Rates(), plan.about.answer_rates
    tests = [
        line.answer_within is None or test.answered_in.total_minutes <= line.answer_within.total_minutes
        for line in plan.on_call.values()
        if (test := line.last_test) and test.date and test.answered_in
    ]
    if stated is None:
        return Rates(_seen(usual.on_call_day, tests), usual.on_call_night, usual.day, usual.night)
    return Rates(
        _seen(_stated(usual.on_call_day, stated.on_call_day), tests),
        _stated(usual.on_call_night, stated.on_call_night),
        _stated(usual.day, stated.day),
        _stated(usual.night, stated.night),
    )


def _stated(usual: Rate, answered: int | None) -> Rate:
    return usual if answered is None else Rate(1 - answered / 100, usual.delay)


def _seen(rate: Rate, tests: Iterable[bool]) -> Rate:
    outcomes = list(tests)
    failures = sum(not answered for answered in outcomes)
    return Rate((PRIOR * rate.silent + failures) / (PRIOR + len(outcomes)), rate.delay)


def calls(world: World, path: EscalationPath, minute: int, known: Rates) -> list[Call]:
    """The calls to people who may decide, of a chain that starts at a minute."""
    return [
        Call(attempt.person, attempt.start, _rate(world, path, attempt, minute, known))
        for attempt in attempts_at(world, path, minute)
        if attempt.present and attempt.means and attempt.person in world.deciders
    ]


def _rate(world: World, path: EscalationPath, attempt: Attempt, minute: int, known: Rates) -> Rate:
    at = minute + attempt.start
    lines = [name for name in path.steps[attempt.step].call if name in world.plan.on_call]
    on_call = any(world.on_call(name, at) == attempt.person for name in lines)
    return known.of(on_call=on_call, night=_night(world, attempt.person, at))


CALL_EVERY = 10
"""Minutes between the calls to the holder and the deputies of a role that is asked for a go-ahead."""


def go_ahead(world: World, groups: Iterable[AnyOf], minute: int, within: int) -> float:
    """The probability that every group of roles gives its go-ahead within so many minutes, when all are asked at once.

    Holder and deputies who are there are called one after the other; people may belong to several groups.
    """
    known = rates(world.plan)
    asked = {str(group): _members(world, group, minute, known) for group in groups}
    return all_roles(asked)(within)


def _members(world: World, group: AnyOf, minute: int, known: Rates) -> list[Call]:
    people = dict.fromkeys(p for role in group for p in world.plan.people_of(role))
    there = [str(p) for p in people if world.present(p, minute) and world.means(p)]
    return [
        Call(
            person,
            place * CALL_EVERY,
            known.of(on_call=False, night=_night(world, person, minute)),
        )
        for place, person in enumerate(there)
    ]


def _night(world: World, person: str, minute: int) -> bool:
    hour = local(minute, world.zone_of(person)).hour
    return hour >= NIGHT[0] or hour < NIGHT[1]


def chance(world: World, path: EscalationPath, minute: int, within: int) -> float:
    """The probability that a chain that starts at a minute reaches somebody who may decide within so many minutes."""
    return any_of(calls(world, path, minute, rates(world.plan)))(within)
