"""Whose turn it is on a line, as dates that a reader's clock can be compared with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from planbuilder.plan import Plan
from planbuilder.plan.alert import OnCall, Shift
from planbuilder.plan.rota import handover_minute, in_turn, weekly_turns, with_swaps

AHEAD = 26
"""How many turns a page knows: half a year of weeks, as long as a copy may be kept."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's turn, in the line's local time; `zone` is an IANA name."""

    who: str
    start: datetime
    end: datetime
    zone: str
    is_swap: bool = False
    """Whether somebody takes it this once."""

    @property
    def window(self) -> str:
        """The turn in UTC, `2026-11-16T08:00Z/2026-11-23T08:00Z`, for scripts."""
        return "/".join(f"{self._utc(moment):%Y-%m-%dT%H:%MZ}" for moment in (self.start, self.end))

    def holds(self, day: date) -> bool:
        """Whether the turn covers noon of a day."""
        return self.start <= datetime.combine(day, time(12)) < self.end

    def _utc(self, moment: datetime) -> datetime:
        return moment.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


def turns(plan: Plan, line: OnCall, today: date) -> tuple[Turn, ...]:
    """The turns of a line from the one that holds on `today`, at most `AHEAD`; none where the plan gives no dates."""
    zone = line.timezone or plan.about.timezone or "UTC"
    noon = datetime.combine(today, time(12))
    swaps = _one_by_one(line.swaps)

    def is_swap(start: datetime, end: datetime, who: str) -> bool:
        return any(who == one and first <= start and end <= last for first, last, one in swaps)

    planned = [turn for turn in with_swaps(_planned(line, today), swaps) if turn[1] > noon]
    return tuple(Turn(who, start, end, zone, is_swap(start, end, who)) for start, end, who in planned[:AHEAD])


def _planned(line: OnCall, today: date) -> list[tuple[datetime, datetime, str]]:
    if line.shifts:
        return _one_by_one(in_turn(line.shifts))
    clock = timedelta(minutes=handover_minute(line))
    rota = (
        (datetime.combine(first, time()) + clock, datetime.combine(last, time()) + clock, str(who))
        for who, first, last in weekly_turns(line, today)
    )
    return list(islice(rota, AHEAD + 2))  # up to two are over


def _one_by_one(shifts: Iterable[Shift]) -> list[tuple[datetime, datetime, str]]:
    return [(shift.from_, shift.to, shift.who) for shift in shifts]
