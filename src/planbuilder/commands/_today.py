"""The only place that reads the clock."""

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def today_in(zone: str | None) -> date:
    """The date now in an IANA time zone; in UTC where there is none, or where its name is not known."""
    return datetime.now(_zone(zone)).date()  # noqa: TID251 - the one exception


def now_in(zone: str | None) -> datetime:
    """The minute that clocks show now in an IANA time zone, without its zone."""
    return datetime.now(_zone(zone)).replace(second=0, microsecond=0, tzinfo=None)  # noqa: TID251 - here too


def _zone(name: str | None) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
