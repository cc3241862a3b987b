"""The dates of a plan: for a page, for paper and for the readers' own calendars."""

from datetime import date

from planbuilder.calendar import calendar
from planbuilder.contentlines import file_of
from planbuilder.due import Due, due
from planbuilder.pages._sheets import Reader

PATH = "calendar.ics"
KINDS = frozenset(
    {
        "review", "offline-copy", "contact-check", "call-test", "access-test", "baseline", "training", "exercise",
        "lessons", "action",
    }
)  # fmt: skip
"""What people meet for; approvals and exceptions are the plan keeper's: `planbuilder due` has them all."""


def dates(reader: Reader) -> list[Due]:
    """What people meet for, overdue or to come, in the order of the days."""
    return [one for one in due(reader.plan, reader.today, date.max) if one.kind in KINDS]


def file(reader: Reader, plan_name: str) -> tuple[str, bytes] | None:
    """The calendar that the edition may have; None where it holds no date."""
    found = dates(reader)
    if not found:
        return None
    return PATH, file_of(calendar([(plan_name, reader.plan, reader.today, reader.language, found)]))
