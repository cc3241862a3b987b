"""Whose turn it is on a line, as dates that a reader's clock can be compared with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from planbuilder.plan import Plan
from planbuilder.plan.alert import OnCall

AHEAD = 26
"""How many turns a page knows: half a year of weeks, as long as a copy may be kept."""

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's turn, in the line's local time; `zone` is an IANA name."""

    who: str
    start: datetime
    end: datetime
    zone: str

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
    if line.shifts:
        shifts = sorted((Turn(s.who, s.from_, s.to, zone) for s in line.shifts), key=lambda turn: turn.start)
        return tuple(turn for turn in shifts if turn.end > noon)[:AHEAD]
    return tuple(islice((turn for turn in _rota(line, zone, noon) if turn.end > noon), AHEAD))


def _rota(line: OnCall, zone: str, noon: datetime) -> Iterator[Turn]:
    """Week after week; the first turn starts on `from` and ends at the first handover after it."""
    if not line.rota or line.from_ is None:
        return
    weekday = line.handover.weekday if line.handover else line.from_.weekday()
    clock = timedelta(minutes=line.handover.minute if line.handover else 0)
    first = datetime.combine(line.from_, time()) + clock
    second = first + (timedelta(days=(weekday - first.weekday()) % 7) or _WEEK)
    skipped = max(0, (noon - second) // _WEEK)
    yield Turn(line.rota[0], first, second, zone)
    for week in range(skipped, skipped + AHEAD + 1):
        start = second + week * _WEEK
        yield Turn(line.rota[(week + 1) % len(line.rota)], start, start + _WEEK, zone)
