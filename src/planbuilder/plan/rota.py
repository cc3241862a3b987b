"""How a rota goes round, in the days of its own time zone: the one reading that the cover and the pages share."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from heapq import heappop, heappush
from itertools import chain, count, pairwise
from typing import TypeVar

from planbuilder.plan.alert import OnCall, Shift


def handover_minute(line: OnCall) -> int:
    """When the next person takes over, in minutes from midnight."""
    return line.handover.minute if line.handover else 0


T = TypeVar("T", int, datetime)


def with_swaps(turns: Iterable[tuple[T, T, str]], swaps: Iterable[tuple[T, T, str]]) -> list[tuple[T, T, str]]:
    """Turns (start, end, who) in order, one at a time, each swap in the place of what it covers.

    Of two that cover a minute, the later given goes before, and the other goes on after it.
    """
    given = list(chain(turns, swaps))
    found: list[tuple[T, T, str]] = []
    last = None
    for number, start, end in _in_force(given):
        begun = found.pop()[0] if number == last else start
        found.append((begun, end, given[number][2]))
        last = number
    return found


def _in_force(given: list[tuple[T, T, str]]) -> Iterator[tuple[int, T, T]]:
    """Between each two moments at which anything changes: which of the spans holds, the last of those that do."""
    later = sorted(((span[0], number) for number, span in enumerate(given)), reverse=True)
    running: list[int] = []  # the last given first
    for start, end in pairwise(sorted({edge for span in given for edge in span[:2]})):
        while later and later[-1][0] <= start:
            heappush(running, -later.pop()[1])
        while running and given[-running[0]][1] <= start:
            heappop(running)
        if running:
            yield -running[0], start, end


def in_turn(shifts: Iterable[Shift]) -> list[Shift]:
    """Turns that are written one by one, so that a later one goes before: the later begun, else the shorter."""
    return sorted(sorted(shifts, key=lambda shift: shift.to, reverse=True), key=lambda shift: shift.from_)


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
