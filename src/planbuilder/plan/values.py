"""The value types of a plan. Each reads the text that was typed and says its own error."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Annotated

from pydantic_core.core_schema import ValidationInfo

from planbuilder.messages import Message, number, say, tool_language
from planbuilder.plan._entry import Read, misread

MINUTES_PER_DAY = 1440
MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY


def _typed(value: object, message: Message, fix: Message) -> str:
    """The text of a scalar; a list, a map or nothing is refused with the type's own sentence."""
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise misread(message, fix)


# --- dates ---

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_FIX = say("Write it as year-month-day, for example 2026-11-21.")


def _read_date(value: object) -> date:
    message = say("This is not a date.")
    text = _typed(value, message, _DATE_FIX)
    if not _DATE.fullmatch(text):
        raise misread(message, _DATE_FIX)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise misread(say("This day does not exist in the calendar."), _DATE_FIX) from None


Date = Annotated[
    date,
    Read(
        _read_date,
        {
            "type": "string",
            "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
            "patternErrorMessage": "Write the date as year-month-day, for example 2026-11-21.",
        },
    ),
]

_MOMENT_FIX = say("Write the day and the hour, for example 2026-11-21 18:00.")


def _read_moment(value: object) -> datetime:
    message = say("This is not a day and an hour.")
    text = _typed(value, message, _MOMENT_FIX)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d", text, re.ASCII):
        raise misread(message, _MOMENT_FIX)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise misread(message, _MOMENT_FIX) from None


Moment = Annotated[
    datetime,
    Read(
        _read_moment,
        {
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\d[ T]([01]\d|2[0-3]):[0-5]\d$",
            "patternErrorMessage": "Write the day and the hour, for example 2026-11-21 18:00.",
        },
    ),
]

# --- durations ---

_UNITS = {
    "m": ("minutes", 1), "min": ("minutes", 1), "minute": ("minutes", 1),
    "h": ("minutes", 60), "hour": ("minutes", 60),
    "d": ("days", 1), "day": ("days", 1), "week": ("days", 7), "w": ("days", 7),
    "month": ("months", 1), "year": ("months", 12), "business day": ("business_days", 1),
}  # fmt: skip
_PART = re.compile(
    r"(\d{1,5})\s*(business days?|months?|minutes?|min|m|hours?|h|days?|d|weeks?|w|years?)(?![a-z])", re.ASCII
)
_ISO = re.compile(
    r"P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=.)(?:(\d{1,5})H)?(?:(\d{1,5})M)?)?",
    re.ASCII,
)
_DURATION_FIX = say("Write a number and its unit: 15m, 4h, 3 days, 2 weeks, 6 months, 5 years or 4 business days.")


@dataclass(frozen=True, slots=True)
class Duration:
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
            moved += timedelta(days={4: 3, 5: 2}.get(moved.weekday(), 1))
        return moved

    def before(self, day: date) -> date:
        """The day that lies this long before `day`."""
        months = day.year * 12 + day.month - 1 - self.months
        year, month = divmod(months, 12)
        if year < 1:
            return date.min
        moved = date(year, month + 1, min(day.day, _days_in(year, month + 1)))
        back = self.days + self.business_days + -(-self.minutes // MINUTES_PER_DAY)
        return moved - timedelta(days=min(back, (moved - date.min).days))

    def spoken(self, language: str) -> str:
        """`1 h 30`, `3 days`, `6 mois`."""
        tongue = tool_language(language)
        parts = [_amount(n, unit, tongue) for n, unit in self._parts() if n]
        return " ".join(parts) or _amount(0, "minute", tongue)

    def _parts(self) -> list[tuple[int, str]]:
        years, months = divmod(self.months, 12)
        weeks, days = divmod(self.days, 7) if self.days % 7 == 0 else (0, self.days)
        hours, minutes = divmod(self.minutes, 60)
        if self.minutes == 60:
            return [(years, "year"), (months, "month"), (weeks, "week"), (days, "day"), (1, "hour")]
        return [
            (years, "year"), (months, "month"), (weeks, "week"), (days, "day"),
            (self.business_days, "business day"), (hours, "hour"), (minutes, "minute"),
        ]  # fmt: skip


_SPOKEN_UNITS = {
    "en": {"minute": "min", "hour": "h"},
    "fr": {"minute": "min", "hour": "h", "day": "jour", "week": "semaine", "month": "mois", "year": "an", "business day": "jour ouvré"},
}  # fmt: skip


def _amount(count: int, unit: str, tongue: str) -> str:
    word = _SPOKEN_UNITS[tongue].get(unit, unit)
    if count > 1 and word not in {"min", "h", "mois"}:
        word = "jours ouvrés" if word == "jour ouvré" else word + "s"
    return f"{number(count, tongue)}\u00a0{word}"


def _days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _read_duration(value: object) -> Duration:
    message = say("This is not a length of time.")
    text = _typed(value, message, _DURATION_FIX)
    iso = _ISO.fullmatch(text)
    if iso:
        years, months, weeks, days, hours, minutes = (int(n or 0) for n in iso.groups())
        read = Duration(minutes + 60 * hours, days + 7 * weeks, months + 12 * years)
    else:
        amounts = dict.fromkeys(("minutes", "days", "months", "business_days"), 0)
        rest = text
        while part := _PART.match(rest):
            unit, factor = _UNITS[part[2] if part[2] in _UNITS else part[2].removesuffix("s")]
            amounts[unit] += int(part[1]) * factor
            rest = rest[part.end() :].lstrip()
        if rest or rest == text:
            if text == "0m":
                return Duration()
            raise misread(message, _DURATION_FIX)
        read = Duration(**amounts)
    return read


def _read_positive_duration(value: object) -> Duration:
    read = _read_duration(value)
    if read == Duration():
        raise misread(say("A length of time must be more than nothing."), _DURATION_FIX)
    return read


_DURATION_SCHEMA = {
    "type": "string",
    "pattern": r"^(P.+|(\d{1,5}\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?|months?|years?|business days?)\s*)+)$",
    "patternErrorMessage": "Write a number and its unit: 15m, 4h, 3 days, 2 weeks, 6 months, 5 years or 4 business days.",
}
DurationValue = Annotated[Duration, Read(_read_positive_duration, _DURATION_SCHEMA)]
Offset = Annotated[Duration, Read(_read_duration, _DURATION_SCHEMA)]
"""A time after the start of the crisis: `0m` is the start itself."""

AT_ONCE = ("immediately", "without undue delay")


@dataclass(frozen=True, slots=True)
class Limit:
    """How soon the law wants a thing: a duration, or words (`immediately`, `without undue delay`)."""

    duration: Duration | None
    words: str = ""

    def spoken(self, language: str) -> str:
        """The limit in words."""
        if self.duration is not None:
            return self.duration.spoken(language)
        french = {"immediately": "immédiatement", "without undue delay": "dans les meilleurs délais"}
        return french[self.words] if tool_language(language) == "fr" else self.words


def _read_limit(value: object) -> Limit:
    if isinstance(value, str) and value.strip().lower() in AT_ONCE:
        return Limit(None, value.strip().lower())
    return Limit(_read_positive_duration(value))


LimitValue = Annotated[Limit, Read(_read_limit, {"type": "string"})]

# --- hours ---

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FRENCH_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_CLOCK = r"([01]\d|2[0-3]):([0-5]\d)"
_SPELL = re.compile(
    rf"(daily|(?:{'|'.join(DAYS)})(?:-(?:{'|'.join(DAYS)}))?) {_CLOCK}-(?:{_CLOCK}|(24):(00))", re.ASCII
)
_HOURS_FIX = say("Write 24/7, daily 08:00-22:00 or mon-fri 09:00-18:00; separate several with commas.")


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of the week in local time. `spans` are minutes from Monday 00:00, joined and in order, within one week."""

    typed: str
    spans: tuple[tuple[int, int], ...]

    @property
    def always(self) -> bool:
        """Whether every minute of the week is covered."""
        return self.spans == ((0, MINUTES_PER_WEEK),)

    @property
    def minutes_per_week(self) -> int:
        """How many minutes of the week are covered."""
        return sum(end - start for start, end in self.spans)

    def covers(self, other: "Hours") -> bool:
        """Whether every minute of `other` is covered too (both read in the same time zone)."""
        return all(any(s <= start and end <= e for s, e in self.spans) for start, end in other.spans)

    def holds(self, weekday: int, minute: int) -> bool:
        """Whether a minute of a day (Monday is 0) is covered."""
        at = weekday * MINUTES_PER_DAY + minute
        return any(start <= at < end for start, end in self.spans)

    def spoken(self, language: str) -> str:
        """`24/7`, `every day 08:00–22:00`, `du lundi au vendredi 9 h – 18 h`."""
        if self.always:
            return "24\u00a0h/24, 7\u00a0j/7" if tool_language(language) == "fr" else "24/7"
        return ", ".join(_spoken_spell(spell.strip(), tool_language(language)) for spell in self.typed.split(","))


def _spoken_spell(spell: str, tongue: str) -> str:
    days, _, clock = spell.lower().partition(" ")
    names = _FRENCH_DAYS if tongue == "fr" else tuple(day.capitalize() for day in _LONG_DAYS)
    if days == "daily":
        said = "tous les jours" if tongue == "fr" else "every day"
    else:
        said = " – ".join(names[DAYS.index(day)] for day in days.split("-"))
    return f"{said} {clock.replace('-', '–')}"


ALWAYS = Hours("24/7", ((0, MINUTES_PER_WEEK),))


def _read_hours(value: object) -> Hours:
    message = say("These are not hours of the week.")
    text = _typed(value, message, _HOURS_FIX)
    if text == "24/7":
        return ALWAYS
    spans: list[tuple[int, int]] = []
    for spell in text.split(","):
        match = _SPELL.fullmatch(spell.strip().lower())
        if match is None:
            raise misread(message, _HOURS_FIX)
        days, h1, m1, h2, m2, h24, _ = match.groups()
        start, end = int(h1) * 60 + int(m1), 1440 if h24 else int(h2) * 60 + int(m2)
        if start == end:
            raise misread(say("These hours start and end at the same minute."), _HOURS_FIX)
        spans += _week_spans(days, start, end)
    return Hours(text, _joined(spans))


def _week_spans(days: str, start: int, end: int) -> list[tuple[int, int]]:
    first, _, last = ("mon-sun" if days == "daily" else days).partition("-")
    a, b = DAYS.index(first), DAYS.index(last or first)
    length = (end - start) % MINUTES_PER_DAY or MINUTES_PER_DAY
    spans = []
    for day in range(a, b + 1 if b >= a else b + 8):
        begin = day % 7 * MINUTES_PER_DAY + start
        stop = begin + length
        spans.append((begin, min(stop, MINUTES_PER_WEEK)))
        if stop > MINUTES_PER_WEEK:
            spans.append((0, stop - MINUTES_PER_WEEK))
    return spans


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


HoursValue = Annotated[
    Hours,
    Read(
        _read_hours,
        {
            "type": "string",
            "pattern": r"^(24/7|((daily|(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?) \d\d:\d\d-\d\d:\d\d(, *)?)+)$",
            "patternErrorMessage": "Write 24/7, daily 08:00-22:00 or mon-fri 09:00-18:00; separate several with commas.",
        },
    ),
]


@dataclass(frozen=True, slots=True)
class Handover:
    """The moment of the week when the next person of a rota takes over (Monday is 0; minutes from midnight)."""

    weekday: int
    minute: int

    def spoken(self, language: str) -> str:
        """`Monday 09:00`."""
        days = _FRENCH_DAYS if tool_language(language) == "fr" else tuple(d.capitalize() for d in _LONG_DAYS)
        return f"{days[self.weekday]} {self.minute // 60:02}:{self.minute % 60:02}"


_HANDOVER_FIX = say("Write a day and an hour, for example monday 09:00.")


def _read_handover(value: object) -> Handover:
    message = say("This is not a day of the week and an hour.")
    match = re.fullmatch(rf"(\w+) {_CLOCK}", _typed(value, message, _HANDOVER_FIX).lower(), re.ASCII)
    if match is None:
        raise misread(message, _HANDOVER_FIX)
    day, hour, minute = match.groups()
    names = DAYS if day in DAYS else _LONG_DAYS
    if day not in names:
        raise misread(message, _HANDOVER_FIX)
    return Handover(names.index(day), int(hour) * 60 + int(minute))


HandoverValue = Annotated[Handover, Read(_read_handover, {"type": "string"})]

# --- small scalars ---


def _read_number(value: object) -> float:
    message, fix = say("This is not a number."), say("Write digits only, for example 20.")
    text = _typed(value, message, fix)
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", text, re.ASCII):
        raise misread(message, fix)
    return float(text) if "." in text else int(text)


def _read_count(value: object) -> int:
    message, fix = say("This is not a whole number."), say("Write digits only, for example 280.")
    text = _typed(value, message, fix)
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise misread(message, fix)
    return int(text)


_YES = {"true": True, "yes": True, "oui": True, "false": False, "no": False, "non": False}


def _read_flag(value: object) -> bool:
    message, fix = say("This is neither true nor false."), say("Write `true` or `false`.")
    read = _YES.get(_typed(value, message, fix).lower())
    if read is None:
        raise misread(message, fix)
    return read


def _read_percent(value: object) -> int:
    message, fix = (
        say("This is not a percentage."),
        say("Write a number from 0 to 100 and the sign, for example 80%."),
    )
    match = re.fullmatch(r"(\d{1,3})\s?%", _typed(value, message, fix), re.ASCII)
    if match is None or int(match[1]) > 100:
        raise misread(message, fix)
    return int(match[1])


Number = Annotated[float, Read(_read_number, {"type": "number"})]
Count = Annotated[int, Read(_read_count, {"type": "integer", "minimum": 0})]
Flag = Annotated[bool, Read(_read_flag, {"enum": [True, False, "yes", "no", "oui", "non"]})]
Percent = Annotated[
    int,
    Read(
        _read_percent,
        {
            "type": "string",
            "pattern": r"^\d{1,3} ?%$",
            "patternErrorMessage": "Write a number from 0 to 100 and the sign, for example 80%.",
        },
    ),
]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the smallest unit that was typed (hundredths) and its ISO 4217 code."""

    hundredths: int
    currency: str

    def spoken(self, language: str) -> str:
        """`30 EUR`, with the decimals where there are any."""
        whole, rest = divmod(self.hundredths, 100)
        amount = number(whole, language) + (
            f"{',' if tool_language(language) == 'fr' else '.'}{rest:02}" if rest else ""
        )
        return f"{amount}\u00a0{self.currency}"


_MONEY_FIX = say("Write the amount and the currency, for example 30 EUR.")


def _read_money(value: object) -> Money:
    message = say("This is not an amount of money.")
    match = re.fullmatch(
        r"(\d{1,3}(?:[ \u00a0\u202f]?\d{3})*)(?:[.,](\d{1,2}))?[ \u00a0\u202f]?([A-Z]{3}|€|\$|£)",
        _typed(value, message, _MONEY_FIX),
    )
    if match is None:
        raise misread(message, _MONEY_FIX)
    whole = int(re.sub(r"\D", "", match[1]))
    currency = {"€": "EUR", "$": "USD", "£": "GBP"}.get(match[3], match[3])
    return Money(whole * 100 + int((match[2] or "0").ljust(2, "0")), currency)


MoneyValue = Annotated[
    Money,
    Read(
        _read_money,
        {
            "type": "string",
            "pattern": "^[0-9 \u00a0\u202f]+([.,][0-9]{1,2})?[ \u00a0\u202f]?([A-Z]{3}|€|\\$|£)$",
            "patternErrorMessage": "Write the amount and the currency, for example 30 EUR.",
        },
    ),
]


def _read_timezone(value: object) -> str:
    message, fix = say("This is not a time zone."), say("Write its name, for example Europe/Paris.")
    text = _typed(value, message, fix)
    if not _is_timezone(text):
        raise misread(message, fix)
    return text


@cache
def _is_timezone(text: str) -> bool:
    from zoneinfo import ZoneInfo

    if not re.fullmatch(r"UTC|[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*){1,2}", text, re.ASCII):
        return False
    try:
        ZoneInfo(text)
    except (OSError, ValueError, KeyError):
        return False
    return True


def _read_country(value: object) -> str:
    message, fix = (
        say("This is not a country code."),
        say("Write two capital letters, for example FR, CA or BE."),
    )
    text = _typed(value, message, fix)
    if not re.fullmatch(r"[A-Z]{2}", text, re.ASCII):
        raise misread(message, fix)
    return text


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)


def is_language(tag: str) -> bool:
    """Whether a text has the form of a BCP 47 tag (`fr`, `pt-BR`)."""
    return bool(_LANGUAGE.fullmatch(tag))


def _read_language(value: object) -> str:
    message, fix = (
        say("This is not a language code."),
        say("Write its code in small letters, for example fr or en."),
    )
    text = _typed(value, message, fix)
    if not is_language(text):
        raise misread(message, fix)
    return text


TimeZone = Annotated[
    str,
    Read(
        _read_timezone,
        {
            "type": "string",
            "pattern": r"^(UTC|[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*){1,2})$",
            "patternErrorMessage": "Write the name of a time zone, for example Europe/Paris.",
        },
    ),
]
Country = Annotated[
    str,
    Read(
        _read_country,
        {
            "type": ["string", "boolean"],
            "pattern": "^[A-Z]{2}$",
            "patternErrorMessage": "Write two capital letters, for example FR, CA or BE.",
        },
    ),
]
Language = Annotated[
    str,
    Read(
        _read_language,
        {
            "type": ["string", "boolean"],
            "pattern": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            "patternErrorMessage": "Write the code of a language in small letters, for example fr or en.",
        },
    ),
]

# --- phone numbers ---


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number as typed, read in the plan's country. A number that is none is kept: TEAM-BAD-NUMBER reports it."""

    typed: str
    country: str | None

    @property
    def e164(self) -> str | None:
        """`+33639980001`; None where the text has not the form and length of a number."""
        return _e164(self.typed, self.country)

    def spoken(self, language: str) -> str:  # noqa: ARG002 - numbers are said the same way in every language
        """The international form, `+33 6 39 98 00 01`."""
        return _international(self.e164) if self.e164 else self.typed


@cache
def _e164(typed: str, country: str | None) -> str | None:
    from phonenumbers import PhoneNumberFormat, format_number, is_possible_number, parse
    from phonenumbers.phonenumberutil import NumberParseException

    if not re.fullmatch(r"\+?[0-9][0-9 .()/\u00a0\u202f-]*", typed, re.ASCII) or (country is None and typed[0] != "+"):
        return None
    try:
        read = parse(typed, country)
    except NumberParseException:
        return None
    return str(format_number(read, PhoneNumberFormat.E164)) if is_possible_number(read) else None


@cache
def _international(e164: str) -> str:
    from phonenumbers import PhoneNumberFormat, format_number, parse

    return str(format_number(parse(e164, None), PhoneNumberFormat.INTERNATIONAL)).replace(" ", "\u00a0")


def _read_phone(value: object, info: ValidationInfo) -> Phone:
    typed = _typed(value, say("There is no number here."), say("Write it as +33 6 12 34 56 78."))
    return Phone(typed, getattr(info.context, "country", None))


PhoneValue = Annotated[Phone, Read(_read_phone, {"type": ["string", "integer"]}, in_context=True)]


# --- words ---


def _read_word(value: object) -> str:
    return _typed(value, say("A text is expected here."), say("Write a text on this line, or remove the key."))


Word = Annotated[str, Read(_read_word, {"type": ["string", "number", "boolean"]})]
"""A text that has no language: a name, a place, an account, a tool."""
