"""The exact probabilities, against a simulation with a fixed seed."""

from itertools import product
from math import sqrt
from random import Random

import pytest

from planbuilder.cover.odds import Call, Rates, all_roles, any_of

RUNS = 20_000
RATES = Rates()


def call(person: str, start: int, *, on_call: bool = False, night: bool = False) -> Call:
    return Call(person, start, RATES.of(on_call=on_call, night=night))


def chain(people: str, *, night: bool) -> list[Call]:
    return [call(p, 10 * n, on_call=n == 0, night=night) for n, p in enumerate(people)]


ROLES = {
    "one": ("ab",),
    "one with many deputies": ("abcde",),
    "two": ("ab", "cd"),
    "two that share a deputy": ("ab", "cb"),
    "three that share people": ("abc", "cda", "eb"),
    "the same people twice": ("ab", "ba"),
    "five": ("a", "bc", "cd", "ad", "eb"),
}
CASES = list(product(ROLES, (False, True), (15, 30, 60)))


def draw(rng: Random, calls: list[list[Call]], within: float) -> bool:
    """One crisis: each person answers once or never, whoever calls."""
    first: dict[str, Call] = {}
    for one in sorted((one for group in calls for one in group), key=lambda one: one.start):
        first.setdefault(one.person, one)
    answered = {
        p: c.start + rng.expovariate(1 / c.rate.delay) <= within
        for p, c in first.items()
        if rng.random() >= c.rate.silent
    }
    return all(any(answered.get(one.person, False) for one in group) for group in calls)


def noise(p: float) -> float:
    return 4 * sqrt(max(p * (1 - p), 1e-4) / RUNS)


@pytest.mark.parametrize(("roles", "night", "within"), CASES)
def test_all_roles_are_reached_as_often_as_in_a_simulation(roles: str, night: bool, within: int) -> None:
    groups = [chain(people, night=night) for people in ROLES[roles]]
    exact = all_roles({str(n): group for n, group in enumerate(groups)})(within)
    rng = Random(f"{roles} {night} {within}")
    share = sum(draw(rng, groups, within) for _ in range(RUNS)) / RUNS
    assert share == pytest.approx(exact, abs=noise(exact))


def test_calling_a_sleeper_twice_does_not_wake_them() -> None:
    once, twice = any_of([call("a", 0)]), any_of([call("a", 0), call("a", 10)])
    assert [once(m) for m in range(90)] == [twice(m) for m in range(90)]


def test_at_night_three_calls_reach_somebody_within_half_an_hour_nine_times_in_ten() -> None:
    lead = any_of([call("ann", 0, on_call=True, night=True), call("bob", 10, night=True), call("cleo", 20, night=True)])
    assert 0.9 < lead(30) < 1
