"""Days as a calendar file that calendars subscribe to or import: iCalendar, RFC 5545."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from planbuilder.due import Due
from planbuilder.messages import render
from planbuilder.plan import Plan
from planbuilder.reporters import clean

_MOST_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar(plans: Iterable[tuple[str, Plan, date, str, list[Due]]]) -> Iterator[str]:
    """The lines of the file, without their ends. Of each plan: its name, itself, the day, its language, what is due."""
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//planbuilder//planbuilder//EN", "CALSCALE:GREGORIAN")
    for name, plan, today, language, found in plans:
        seen: dict[str, int] = {}
        for one in found:
            same = f"{name}\0{one.kind}\0{one.where}"
            seen[same] = seen.get(same, 0) + 1
            uid = sha256(f"{same}\0{seen[same]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
            owner = f"{plan.called(one.owner)}, " if one.owner else ""
            yield "BEGIN:VEVENT"
            yield f"UID:{uid}@planbuilder"
            yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
            yield f"DTSTART;VALUE=DATE:{_day(one.day)}"
            yield f"DTEND;VALUE=DATE:{_day(min(one.day, date.max - timedelta(1)) + timedelta(1))}"
            yield from _folded(f"SUMMARY:{_text(render(one.what, language))}")
            yield from _folded(f"DESCRIPTION:{_text(f'{owner}{name}, {one.where}')}")
            yield "TRANSP:TRANSPARENT"
            yield "END:VEVENT"
    yield "END:VCALENDAR"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    return clean(" ".join(text.split())).translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets; no sign is cut in two. Each piece but the first begins with a blank."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > _MOST_OCTETS:
            yield piece
            piece = " "
        piece += sign
    yield piece
