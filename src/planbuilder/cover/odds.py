"""How likely it is that somebody answers in time: exact, under answer rates that are stated.

A person who is called never answers with probability `silent`; otherwise after a delay that is exponential with a mean
in minutes. Each person is one draw, however often they are called, so that calling a sleeper twice does not help.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from math import exp, prod
from typing import NamedTuple

Curve = Callable[[float], float]
"""The probability that something has happened within so many minutes."""


class Rate(NamedTuple):
    """How somebody answers: the share of calls that are never answered, and the mean delay of the others in minutes."""

    silent: float
    delay: float

    def answered(self, minutes: float) -> float:
        """The probability of an answer within `minutes` of the first call."""
        return (1 - self.silent) * (1 - exp(-minutes / self.delay)) if minutes > 0 else 0.0


class Rates(NamedTuple):
    """The answer rates of a plan. Assumptions, until call tests replace them."""

    on_call_day: Rate = Rate(0.03, 2)
    on_call_night: Rate = Rate(0.10, 4)
    day: Rate = Rate(0.15, 6)
    night: Rate = Rate(0.50, 12)

    def of(self, *, on_call: bool, night: bool) -> Rate:
        """The rate of a person in a state."""
        if on_call:
            return self.on_call_night if night else self.on_call_day
        return self.night if night else self.day


class Call(NamedTuple):
    """Somebody is first called `start` minutes after the alert, by a means that rings."""

    person: str
    start: int
    rate: Rate

    def reached(self, minutes: float) -> float:
        """The probability that this person has answered."""
        return self.rate.answered(minutes - self.start)


def first_calls(calls: Iterable[Call]) -> list[Call]:
    """One call a person: the first."""
    first: dict[str, Call] = {}
    for call in sorted(calls, key=lambda call: call.start):
        first.setdefault(call.person, call)
    return list(first.values())


def any_of(calls: Sequence[Call]) -> Curve:
    """The probability that at least one of several people has answered."""
    people = first_calls(calls)
    return lambda minutes: 1 - prod(1 - call.reached(minutes) for call in people)


def all_roles(roles: Mapping[str, Sequence[Call]]) -> Curve:
    """The probability that every role is reached, where a person may hold several.

    At a fixed time each person is an independent draw, so inclusion and exclusion over the roles is exact.
    """
    groups = [first_calls(calls) for calls in roles.values()]
    everybody = first_calls(call for group in groups for call in group)
    unions = [
        ((-1) ** size, frozenset(call.person for group in chosen for call in group))
        for size in range(len(groups) + 1)
        for chosen in combinations(groups, size)
    ]

    def curve(minutes: float) -> float:
        missed = {call.person: 1 - call.reached(minutes) for call in everybody}
        return float(sum(sign * prod(missed[person] for person in people) for sign, people in unions))

    return curve
