"""Days, moments and lengths of time."""

import re
from datetime import date, datetime, timedelta
from typing import Annotated, Any, NamedTuple

from planbuilder.messages import number, regional, say, tool_language
from planbuilder.patterns import regex
from planbuilder.plan._entry import Read, misread, slipped, typed

MINUTES_PER_DAY = 1440

# --- dates ---

_DATE = regex(r"\d{4}-\d\d-\d\d", re.ASCII)
_NO_DATE = say("`{key}` is not a date.")
_NO_SUCH_DAY = say("The day of `{key}` does not exist in the calendar.")
_DATE_FIX = say("Write it as year-month-day, for example 2026-11-21.")
_DAY_FIX = say("Correct the day or the month; the order is year-month-day.")


def read_date(value: object) -> date:
    """The day that `2026-11-21` says."""
    text = typed(value, _NO_DATE, _DATE_FIX)
    if not _DATE.fullmatch(text):
        raise slipped(_NO_DATE, _DATE_FIX, text, "date")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise slipped(_NO_SUCH_DAY, _DAY_FIX, text, "date") from None


Date = Annotated[
    date,
    Read(
        read_date,
        {
            "type": "string",
            "pattern": r"^ *\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) *$",
            "patternErrorMessage": _DATE_FIX.text,
        },
    ),
]

_MOMENT = regex(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d", re.ASCII)
_NO_MOMENT = say("`{key}` is not a day and an hour.")
_MOMENT_FIX = say("Write the day and the hour, for example 2026-11-21 18:00.")


def read_moment(value: object) -> datetime:
    """The day and the minute that `2026-11-21 18:00` says, without a time zone."""
    text = typed(value, _NO_MOMENT, _MOMENT_FIX)
    if not _MOMENT.fullmatch(text):
        raise slipped(_NO_MOMENT, _MOMENT_FIX, text, "moment")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise slipped(_NO_SUCH_DAY, _DAY_FIX, text, "moment") from None


Moment = Annotated[
    datetime,
    Read(
        read_moment,
        {
            "type": "string",
            "pattern": r"^ *\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[ T]([01]\d|2[0-3]):[0-5]\d *$",
            "patternErrorMessage": _MOMENT_FIX.text,
        },
    ),
]

# --- lengths of time ---

_UNITS = {
    "m": ("minutes", 1), "min": ("minutes", 1), "minute": ("minutes", 1),
    "h": ("minutes", 60), "hour": ("minutes", 60),
    "d": ("days", 1), "day": ("days", 1), "week": ("days", 7), "w": ("days", 7),
    "month": ("months", 1), "year": ("months", 12), "business day": ("business_days", 1),
}  # fmt: skip
_UNIT = "business days?|months?|minutes?|min|m|hours?|h|days?|d|weeks?|w|years?"
_PART = regex(rf"(\d{{1,5}})\s*({_UNIT})(?![a-z])\s*", re.ASCII)
_ISO_PATTERN = (
    r"P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=.)(?:(\d{1,5})H)?(?:(\d{1,5})M)?)?"
)
_ISO = regex(_ISO_PATTERN, re.ASCII)
_NO_DURATION = say("`{key}` is not a length of time.")
_NOTHING = say("`{key}` must be longer than nothing.")
_DURATION_FIX = say("Write a number and its unit: 15m, 4h, 3 days, 2 weeks, 6 months, 5 years or 4 business days.")


class Duration(NamedTuple):
    """A length of time: minutes are elapsed, days and months are units of the calendar."""

    minutes: int = 0
    days: int = 0
    months: int = 0
    business_days: int = 0

    @property
    def total_minutes(self) -> int:
        """For comparing lengths: a month counts 30 days, a business day one day."""
        return self.minutes + (self.days + self.business_days + 30 * self.months) * MINUTES_PER_DAY

    def after(self, day: date) -> date:
        """The day that lies this long after `day`; minutes count as days begun."""
        months = day.month - 1 + self.months
        year, month = day.year + months // 12, months % 12 + 1
        if year > 9998:
            return date.max
        moved = date(year, month, min(day.day, _days_in(year, month)))
        moved += timedelta(days=min(self.days + -(-self.minutes // MINUTES_PER_DAY), (date.max - moved).days))
        for _ in range(self.business_days):
            if (date.max - moved).days < 3:
                return date.max
            moved += timedelta(days={4: 3, 5: 2}.get(moved.weekday(), 1))
        return moved

    def before(self, day: date) -> date:
        """The day that lies this long before `day`."""
        months = day.year * 12 + day.month - 1 - self.months
        year, month = divmod(months, 12)
        if year < 1:
            return date.min
        moved = date(year, month + 1, min(day.day, _days_in(year, month + 1)))
        back = self.days + -(-self.minutes // MINUTES_PER_DAY)
        moved -= timedelta(days=min(back, (moved - date.min).days))
        for _ in range(self.business_days):
            if (moved - date.min).days < 3:
                return date.min
            moved -= timedelta(days={0: 3, 6: 2}.get(moved.weekday(), 1))
        return moved

    def spoken(self, language: str) -> str:
        """`1 h 30 min`, `3 days`, `6 mois`."""
        tongue = tool_language(language)
        parts = [_amount(n, unit, tongue) for n, unit in self._parts() if n]
        return regional(" ".join(parts) or _amount(0, "minute", tongue), language)

    def _parts(self) -> list[tuple[int, str]]:
        years, months = divmod(self.months, 12)
        weeks, days = divmod(self.days, 7) if self.days % 7 == 0 else (0, self.days)
        hours, minutes = divmod(self.minutes, 60)
        return [
            (years, "year"), (months, "month"), (weeks, "week"), (days, "day"),
            (self.business_days, "business day"), (hours, "hour"), (minutes, "minute"),
        ]  # fmt: skip


_SPOKEN_UNITS = {
    "en": {"minute": "min", "hour": "h"},
    "fr": {
        "minute": "min", "hour": "h", "day": "jour", "week": "semaine", "month": "mois", "year": "an",
        "business day": "jour ouvré",
    },
}  # fmt: skip


def _amount(count: int, unit: str, tongue: str) -> str:
    word = _SPOKEN_UNITS[tongue].get(unit, unit)
    if count > 1 and word not in {"min", "h", "mois"}:
        word = "jours ouvrés" if word == "jour ouvré" else word + "s"
    return f"{number(count, tongue)}\u00a0{word}"


def _days_in(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def read_offset(value: object) -> Duration:
    """The length of time that `15m`, `4 business days` or `PT1H30M` says; nothing at all (`0m`) is allowed."""
    return _read_length(value, "offset")


def _read_length(value: object, slip: str) -> Duration:
    text = typed(value, _NO_DURATION, _DURATION_FIX)
    iso = _ISO.fullmatch(text) if text[0] == "P" else None
    if iso:
        years, months, weeks, days, hours, minutes = (int(n or 0) for n in iso.groups())
        return Duration(minutes + 60 * hours, days + 7 * weeks, months + 12 * years)
    amounts: dict[str, int] = {}
    at = 0
    while part := _PART.match(text, at):
        unit, factor = _UNITS[part[2] if part[2] in _UNITS else part[2].removesuffix("s")]
        amounts[unit] = amounts.get(unit, 0) + int(part[1]) * factor
        at = part.end()
    if at < len(text):
        raise slipped(_NO_DURATION, _DURATION_FIX, text, slip)
    return Duration(**amounts)


def read_duration(value: object) -> Duration:
    """Like `read_offset`, and longer than nothing."""
    read = _read_length(value, "duration")
    if not (read.minutes or read.days or read.months or read.business_days):
        raise misread(_NOTHING, _DURATION_FIX)
    return read


_DURATION_PATTERN = rf"(\d{{1,5}}\s*({_UNIT})(\s+|(?=\d)|$))+|{_ISO_PATTERN}\s*"
_DURATION_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": rf"^\s*({_DURATION_PATTERN})$",
    "patternErrorMessage": _DURATION_FIX.text,
}
DurationValue = Annotated[Duration, Read(read_duration, _DURATION_SCHEMA)]
Offset = Annotated[Duration, Read(read_offset, _DURATION_SCHEMA)]
"""A time after the start of the crisis: `0m` is the start itself."""

AT_ONCE = {"immediately": say("immediately"), "without undue delay": say("without undue delay")}
"""Words that a law uses instead of a number."""

_LIMIT_FIX = say("Write a length of time such as 72h or 1 month, `immediately`, or `without undue delay`.")


class Limit(NamedTuple):
    """How soon the law wants a thing: a duration, or words (`immediately`, `without undue delay`)."""

    duration: Duration | None
    words: str = ""

    @property
    def typed(self) -> str:
        """The limit as it is written in a plan."""
        length = self.duration
        if length is None:
            return self.words
        units = (("months", length.months), ("business days", length.business_days), ("days", length.days))
        return next((f"{count} {unit}" for unit, count in units if count), f"{length.minutes // 60}h")

    def spoken(self, language: str) -> str:
        """The limit in words."""
        return self.duration.spoken(language) if self.duration is not None else AT_ONCE[self.words].spoken(language)


def read_limit(value: object) -> Limit:
    """The limit that `72h` or `immediately` says."""
    text = typed(value, _NO_DURATION, _LIMIT_FIX)
    if text in AT_ONCE:
        return Limit(None, text)
    if not text[0].isdecimal() and text[0] != "P":
        raise slipped(_NO_DURATION, _LIMIT_FIX, text, "limit")
    return Limit(read_duration(text))


LimitValue = Annotated[
    Limit,
    Read(
        read_limit,
        {
            "type": "string",
            "pattern": rf"^\s*({'|'.join(AT_ONCE)}|{_DURATION_PATTERN})\s*$",
            "patternErrorMessage": _LIMIT_FIX.text,
            "defaultSnippets": [{"body": words} for words in AT_ONCE],
        },
    ),
]
