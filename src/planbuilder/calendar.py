"""Days as a calendar file that calendars subscribe to or import: iCalendar, RFC 5545."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from planbuilder.contentlines import lasting_id, value
from planbuilder.due import Due
from planbuilder.messages import render
from planbuilder.plan import Plan


def calendar(plans: Iterable[tuple[str, Plan, date, str, list[Due]]]) -> Iterator[str]:
    """The lines of the file, not yet folded. Of each plan: its name, itself, the day, its language, what is due."""
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//planbuilder//planbuilder//EN", "CALSCALE:GREGORIAN")
    for name, plan, today, language, found in plans:
        seen: dict[str, int] = {}
        for one in found:
            same = f"{name}\0{one.kind}\0{one.where}"
            seen[same] = seen.get(same, 0) + 1
            owner = f"{plan.called(one.owner)}, " if one.owner else ""
            yield "BEGIN:VEVENT"
            yield f"UID:{lasting_id(same, str(seen[same]))}"
            yield f"DTSTAMP:{_day(today)}T000000Z"
            yield f"DTSTART;VALUE=DATE:{_day(one.day)}"
            yield f"DTEND;VALUE=DATE:{_day(min(one.day, date.max - timedelta(1)) + timedelta(1))}"
            yield f"SUMMARY:{value(render(one.what, language))}"
            yield f"DESCRIPTION:{value(f'{owner}{name}, {one.where}')}"
            yield "TRANSP:TRANSPARENT"
            yield "END:VEVENT"
    yield "END:VCALENDAR"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")
