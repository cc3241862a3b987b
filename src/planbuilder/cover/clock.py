"""Local time to whole minutes since 1970 UTC, and spans of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from planbuilder.plan.hours import Hours
from planbuilder.plan.times import MINUTES_PER_DAY

Spell = tuple[int, int]
"""A span of minutes: from the first, up to but without the last."""

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - local times are compared to it without a zone


@cache
def zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name."""
    return ZoneInfo(name)


def minute_of(day: date, minute: int, name: str) -> int:
    """The minute at which a clock in the zone `name` shows `minute` (from midnight) on `day`.

    A time that a change of clocks skips is the moment of the change; one that it repeats is the first of the two.
    """
    local = datetime.combine(day, time()) + timedelta(minutes=minute)
    first = local.replace(tzinfo=zone(name))
    offset = first.utcoffset()
    later = first.replace(fold=1).utcoffset()
    assert offset is not None
    assert later is not None
    if later > offset:  # skipped: the offset before the change would overshoot it
        return _change_between(local - later, local - offset, name)
    return _minutes(local - offset)


def _change_between(low: datetime, high: datetime, name: str) -> int:
    """The minute of the change of clocks between two UTC times, found by halving."""
    a, b = _minutes(low), _minutes(high)
    before = _offset_at(a - 1, name)
    while a < b:
        middle = (a + b) // 2
        if _offset_at(middle, name) == before:
            a = middle + 1
        else:
            b = middle
    return a


def _offset_at(minute: int, name: str) -> int:
    moment = datetime.fromtimestamp(minute * 60, zone(name))
    offset = moment.utcoffset()
    assert offset is not None
    return int(offset.total_seconds() // 60)


def _minutes(naive: datetime) -> int:
    return int((naive - _EPOCH).total_seconds() // 60)


def local(minute: int, name: str) -> datetime:
    """What a clock in the zone `name` shows at a minute, without its zone."""
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(zone(name)).replace(tzinfo=None)


def days(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included."""
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)


def hours_between(hours: Hours, begin: int, end: int, name: str) -> list[Spell]:
    """The spells of weekly local hours that touch `begin` to `end`, cut to it and joined."""
    if hours.always:
        return [(begin, end)]
    monday = local(begin, name).date()
    monday -= timedelta(days=monday.weekday() + 7)
    spells = []
    while minute_of(monday, 0, name) < end:
        for start, stop in hours.spans:
            a = minute_of(monday + timedelta(days=start // MINUTES_PER_DAY), start % MINUTES_PER_DAY, name)
            b = minute_of(monday + timedelta(days=stop // MINUTES_PER_DAY), stop % MINUTES_PER_DAY, name)
            spells.append((a, b))
        monday += timedelta(days=7)
    return cut(join(spells), begin, end)


# --- sets of minutes ---


def join(spells: Iterable[Spell]) -> list[Spell]:
    """The spells in order, those that touch made one."""
    joined: list[Spell] = []
    for start, end in sorted(spells):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def cut(spells: Iterable[Spell], begin: int, end: int) -> list[Spell]:
    """The parts of the spells between `begin` and `end`."""
    return [(max(a, begin), min(b, end)) for a, b in spells if a < end and b > begin]


def both(left: Iterable[Spell], right: Iterable[Spell]) -> list[Spell]:
    """The minutes that are in both (each in order and joined)."""
    out: list[Spell] = []
    a, b = list(left), list(right)
    i = j = 0
    while i < len(a) and j < len(b):
        start, end = max(a[i][0], b[j][0]), min(a[i][1], b[j][1])
        if start < end:
            out.append((start, end))
        if a[i][1] < b[j][1]:
            i += 1
        else:
            j += 1
    return out


def outside(spells: Iterable[Spell], begin: int, end: int) -> list[Spell]:
    """The minutes between `begin` and `end` that are in none of the spells (in order and joined)."""
    out, at = [], begin
    for start, stop in spells:
        if start > at:
            out.append((at, min(start, end)))
        at = max(at, stop)
    return cut([*out, (at, end)] if at < end else out, begin, end)


def holds(spells: list[Spell], minute: int) -> bool:
    """Whether a minute is in one of the spells (in order and joined)."""
    at = bisect_right(spells, (minute, 1 << 62)) - 1
    return at >= 0 and minute < spells[at][1]
