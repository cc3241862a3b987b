"""How a rota goes round, in the days of its own time zone: the one reading that the cover and the pages share."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain, count
from typing import TypeVar

from planbuilder.plan.alert import OnCall


def handover_minute(line: OnCall) -> int:
    """When the next person takes over, in minutes from midnight."""
    return line.handover.minute if line.handover else 0


T = TypeVar("T", int, datetime)


def with_swaps(turns: Iterable[tuple[T, T, str]], swaps: Iterable[tuple[T, T, str]]) -> list[tuple[T, T, str]]:
    """Turns (start, end, who) in order, each swap in the place of what it covers; the later written goes before."""
    found = list(turns)
    for swap in swaps:
        found = _around(found, swap)
    return sorted(found)


def _around(turns: list[tuple[T, T, str]], swap: tuple[T, T, str]) -> list[tuple[T, T, str]]:
    start, end, _ = swap
    before = [(first, min(last, start), who) for first, last, who in turns]
    after = [(max(first, end), last, who) for first, last, who in turns]
    return [turn for turn in chain(before, [swap], after) if turn[0] < turn[1]]


def weekly_turns(line: OnCall, since: date) -> Iterator[tuple[str, date, date]]:
    """Who, from which day, up to which day, each at the handover, without end; none where the plan gives no dates.

    The first turn starts on `from` and ends at the first handover after it. Turns that were over more than a week
    before `since` are left out.
    """
    if not line.rota or line.from_ is None:
        return
    weekday = line.handover.weekday if line.handover else line.from_.weekday()
    second = line.from_ + timedelta(days=(weekday - line.from_.weekday()) % 7 or 7)
    for number in count(max(0, (since - second).days // 7 - 1)):
        start = second + timedelta(days=7 * (number - 1)) if number else line.from_
        yield line.rota[number % len(line.rota)], start, second + timedelta(days=7 * number)
