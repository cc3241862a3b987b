# ruff: noqa: DTZ001 - local times have no zone
import itertools
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.cover.clock import both, cut, holds, hours_between, join, local, minute_of, outside
from planbuilder.plan.hours import Hours

from .plans import ZONES

spells = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)


def utc(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) // 60


@pytest.mark.parametrize(
    ("day", "minute", "zone", "there"),
    [
        (date(2026, 11, 21), 540, "Europe/Paris", "2026-11-21T08:00"),
        (date(2026, 10, 25), 150, "Europe/Paris", "2026-10-25T00:30"),  # 02:30 comes twice: the first
        (date(2027, 3, 28), 150, "Europe/Paris", "2027-03-28T01:00"),  # 02:30 does not come: the moment of the change
        (date(2026, 10, 4), 135, "Australia/Lord_Howe", "2026-10-03T15:30"),  # the clock jumps by half an hour
        (date(2026, 11, 21), 1440, "Pacific/Apia", "2026-11-21T11:00"),
        (date(2026, 11, 21), 0, "Pacific/Honolulu", "2026-11-21T10:00"),
    ],
)
def test_a_local_time_is_one_minute(day: date, minute: int, zone: str, there: str) -> None:
    assert minute_of(day, minute, zone) == utc(there)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.sampled_from(ZONES),
)
def test_a_minute_that_exists_comes_back(moment: datetime, zone: str) -> None:
    aware = moment.replace(tzinfo=ZoneInfo(zone))
    if aware.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == moment:
        minute = minute_of(moment.date(), moment.hour * 60 + moment.minute, zone)
        assert local(minute, zone) == moment


def test_hours_of_the_week_follow_the_clock_of_the_place() -> None:
    nights = Hours("daily 22:00-02:00", tuple((d * 1440 + 1320, d * 1440 + 1560) for d in range(7)))
    begin, end = minute_of(date(2026, 10, 24), 0, "Europe/Paris"), minute_of(date(2026, 10, 26), 0, "Europe/Paris")
    found = [(local(a, "Europe/Paris"), b - a) for a, b in hours_between(nights, begin, end, "Europe/Paris")]
    assert found == [
        (datetime(2026, 10, 24, 0, 0), 120),
        (datetime(2026, 10, 24, 22, 0), 240),
        (datetime(2026, 10, 25, 22, 0), 120),
    ]


def minutes(found: list[tuple[int, int]]) -> set[int]:
    return {minute for start, end in found for minute in range(start, end)}


@given(spells, spells)
def test_spells_are_sets_of_minutes(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    a, b = join(left), join(right)
    assert minutes(a) == minutes(left)
    assert all(one[1] < two[0] for one, two in itertools.pairwise(a))
    assert minutes(both(a, b)) == minutes(a) & minutes(b)
    assert minutes(outside(a, 10, 50)) == set(range(10, 50)) - minutes(a)
    assert minutes(cut(a, 10, 50)) == minutes(a) & set(range(10, 50))
    assert [minute for minute in range(70) if holds(a, minute)] == sorted(minutes(a))
