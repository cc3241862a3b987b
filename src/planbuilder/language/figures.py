"""The figures of a text: links, e-mail addresses, phones, dates, clock times and numbers, in a form that compares.

Two languages write the same figure differently: 14 h and 2 pm, 1 840 and 1,840, « 12 novembre » and November 12th,
0 800 00 00 00 and +33 800 00 00 00. A figure has all the readings it may have; two figures are the same where they
share one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache, lru_cache, partial
from typing import NamedTuple

from planbuilder.language.hosts import host_of, is_domain, same_in_languages
from planbuilder.language.numerals import MONTHS, plain, values_of_digits, values_of_words
from planbuilder.patterns import regex
from planbuilder.plan.phones import Phone
from planbuilder.source.characters import in_small_letters


class Kind(StrEnum):
    """What sort of figure it is."""

    LINK = "link"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    ALWAYS = "always"
    """Every hour of every day: 24/7."""


class Figure(NamedTuple):
    """A figure as typed, its place in the text, and its readings."""

    kind: Kind
    typed: str
    start: int
    readings: frozenset[str]

    @property
    def end(self) -> int:
        """Where the text goes on."""
        return self.start + len(self.typed)


_GONE = "\x00"
"""Stands in for what was already read; no pattern matches it."""

# All are for small letters: patterns for both sizes take twice as long to build.
_BLANK = regex(r"\{[^{}\n]*\}")
_RUN = regex(r"\d+")
_LAST_WORD = regex(r"\b[^\W\d_]{3,10}\Z")
_DOT_LETTER = regex(r"\.[^\W\d_]")
_EMAIL = regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = regex(
    r"https?://[^\s<>«»\"“”\x00]+"
    r"|(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?![\w@-])(?:[/?][^\s<>«»\"“”\x00]*)?"
)
_ALWAYS = regex(
    r"24\s?(?:h|heures)?\s?/\s?(?:24|7)(?:\s?/\s?7)?(?!\d)|(?<!\d)7\s?(?:j|jours?|d)?\s?/\s?7(?!\d)"
    r"|\b24 (?:hours a day|heures sur 24)|\b7 (?:days a week|jours sur 7)"
)
_JOINED = regex(r"\d[/.-]\d")
_NUMERIC_DATE = regex(
    r"(?<![\d/.-])(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<z>\d{4}|\d\d))(?![\d/]|[.-]\d)"
    r"|(?<=\b(?:le|du|au|on) )(?P<a2>\d{1,2})/(?P<b2>\d{1,2})(?![\d/])"
)
_PHONE = regex(r"(?<![\w+/])(?<!\w-)(?:\+|\(\+)?\(?\d(?:[ \u00a0\u202f().\-]{0,3}\d){6,14}(?!\w)")
_GOES_ON = r"(?:ou|or|et|and|if|si|pour|for|to|from|en|in|sans|now|tout|straight|imm\w+)\b"
_MORE_PHONES = r"(?P<more>(?:(?:,| ou| or| et| and)(?: (?:le|au|the))? \d{2,6})*)(?![\w/:%]|[.,]\d)"
_SHORT_PHONES = {
    ("appelez", "composez", "faites", "téléphonez"): regex(
        rf"\b(?:appelez|composez|faites|téléphonez) (?:le|au) (?P<first>\d{{2,6}}){_MORE_PHONES}"
    ),
    ("appelez", "composez", "tél", "call", "dial", "ring", "phone", "text"): regex(
        r"\b(?:appelez|composez|tél(?:éphone)?\.?|call|dial|ring|phone|text)\b[ \u00a0]?"
        r"(?::[ \u00a0]?|(?:the|numéro|number)[ \u00a0])*(?P<first>\d{2,6})"
        rf"{_MORE_PHONES}(?![ \u00a0](?!{_GOES_ON})\w)"
    ),
}
"""By the words of which one stands in every sentence that says to call, in small letters."""
_DAY = r"\d{1,2}(?:er|re|e|st|nd|rd|th|º|\.)?"
_MONTH = r"(?P<month>[^\W\d_]{3,10})\b"
_SPACE = r"[\s\u00a0\u202f]*"
_DAYS = (
    rf"(?P<days>{_DAY}(?:{_SPACE}(?:-|–|,|au|à|to|et|and|ou|or|und|bis|al|y|e|tot|en){_SPACE}(?:le{_SPACE})?{_DAY})*)"
)
_DAY_FIRST = regex(rf"(?<![\w.,/:]){_DAYS}{_SPACE}(?:of |de )?{_MONTH}")
_MONTH_FIRST = regex(rf"\b{_MONTH}\.?{_SPACE}{_DAYS}(?![\w%:]|[.,]\d|\s?[ap]\.?m\b)")
_RANGE = rf"(?:(?P<lead>\d{{1,2}})(?:[:.h](?P<lead_minute>\d\d))?{_SPACE}(?:-|–|à|to|and|et|or|ou|until|till){_SPACE})?"
_TIMES = {
    "m": regex(
        rf"(?<![\w.,:/]){_RANGE}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?{_SPACE}(?P<half>[ap])(?:\.{_SPACE}m\b\.?|m\b)"
    ),
    "": regex(
        rf"(?<![\w.,:/]){_RANGE}(?P<hour>\d{{1,3}}){_SPACE}(?:h|heures?|hrs?|hours?|uhr|uur)(?!\w*[a-z])(?:{_SPACE}(?P<minute>[0-5]\d)(?!\d))?"
    ),
    ":": regex(r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])"),
    "clock": regex(r"(?<![\w.,:/])(?P<hour>\d{1,2})(?P<clock>) ?o['’]clock\b"),
}
"""By what stands in every time that is written so, in small letters."""
_NOON = regex(r"\b(?:12 )?(?P<word>noon|midday|midnight|midi|minuit)\b(?![- ](?:pyrénées|libre))")
_NUMBER = regex(
    r"(?<![\w\x00])(?P<digits>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:[.,]\d{3})+(?![\d.,]\d)(?!\d)(?:[.,]\d+)?|(?P<version>\d+(?:\.\d+){2,})|\d+(?:[.,]\d+)?)"
    r"(?P<rank>er|re|ère|e|ème|ième|nde?|st|rd|th|º|ª)?(?!\d)(?!(?!(?:k|m|bn|md|min)\b)[a-z])"
    r"(?:[ \u00a0\u202f]?(?P<unit>minutes?|min|hours?|hrs?|days?|jours?|weeks?|semaines?"
    r"|k|thousand|mille|millions?|milliards?|billions?|bn|m|md)\b)?"
)
_UNIT_MINUTES = {
    "min": 1,
    "minute": 1,
    "hour": 60,
    "hr": 60,
    "day": 1440,
    "jour": 1440,
    "week": 10080,
    "semaine": 10080,
}
_SCALES = {"k": 3, "thousand": 3, "mille": 3, "m": 6, "million": 6, "milliard": 9, "billion": 9, "bn": 9, "md": 9}
_ALL_DAY_WORDS = regex(
    r"\b(?:around|round) the clock\b|\bday and night\b|\bjour et nuit\b|\bà toute heure\b|\bat any (?:time|hour)\b"
)


class _Rest:
    """What is left to read of a text, also in small letters, and where digits start in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = in_small_letters(text)
        self.runs = [run.start() for run in _RUN.finditer(text)]

    def typed(self, found: re.Match[str]) -> str:
        """What stands in the text where something was found in its small letters."""
        return self.text[found.start() : found.end()]

    def take(self, figure: Figure) -> None:
        """A figure was read: no other may stand there."""
        start, end, gone = figure.start, figure.end, _GONE * len(figure.typed)
        self.text = self.text[:start] + gone + self.text[end:]
        self.small = self.small[:start] + gone + self.small[end:]
        self.runs = [run for run in self.runs if not start <= run < end]


Reader = Callable[[_Rest], Iterator[Figure]]


@lru_cache(maxsize=4096)
def figures(text: str, language: str, country: str | None = None) -> tuple[Figure, ...]:
    """The figures of a text, in order; blanks hold none. `country` tells how national phone numbers are read."""
    rest = _without_blanks(text)
    readers = _readers(language.split("-", maxsplit=1)[0], country) if rest.runs else (_emails, _links, _noons)
    return _read(rest, readers)


def addresses(text: str) -> tuple[Figure, ...]:
    """The e-mail addresses and links among the figures of a text."""
    return _read(_without_blanks(text), (_emails, _links))


def _without_blanks(text: str) -> _Rest:
    return _Rest(_BLANK.sub(lambda m: _GONE * len(m[0]), text) if "{" in text else text)


def _read(rest: _Rest, readers: Iterable[Reader]) -> tuple[Figure, ...]:
    """What the readers find, each in what those before it left."""
    found: list[Figure] = []
    for read in readers:
        for figure in list(read(rest)):
            if _GONE not in rest.text[figure.start : figure.end]:
                found.append(figure)
                rest.take(figure)
    return tuple(sorted(found, key=lambda figure: figure.start))


def missing(ours: Iterable[Figure], theirs: Iterable[Figure], their_text: str) -> list[Figure]:
    """The figures that another text does not give, neither in digits nor in words; each once."""
    known = {reading for figure in theirs for reading in figure.readings}
    lacking = {f.readings: f for f in ours if not f.readings & known}
    if not lacking:
        return []
    said = _in_words(their_text)
    return [figure for figure in lacking.values() if not figure.readings & said]


def _in_words(text: str) -> set[str]:
    small = text.lower()
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", small)
    values = values_of_words()
    said = {values[part] for word in words for part in (word, *word.split("-")) if part in values}
    if _ALL_DAY_WORDS.search(small):
        said.add("always")
    return said | {f"{hours}:00" for hours in said} | {f"min{n}" for n in said}


@cache
def _readers(language: str, country: str | None) -> tuple[Reader, ...]:
    return (
        _emails,
        _links,
        _always,
        _numeric_dates,
        _day_first,
        *((_month_first,) if language == "en" else ()),
        partial(_phones, country),
        *(partial(_short_phones, words, pattern) for words, pattern in _SHORT_PHONES.items()),
        *(partial(_times, sign, pattern, twelve_hours=language == "en") for sign, pattern in _TIMES.items()),
        _noons,
        _numbers,
    )


def _at(starts: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a slow pattern, tried only where it may start."""
    last = 0
    for start in starts:
        if start >= last and (found := pattern.match(text, start)):
            last = found.end()
            yield found


def _emails(rest: _Rest) -> Iterator[Figure]:
    for found in _EMAIL.finditer(rest.text) if "@" in rest.text else ():
        typed = found[0].rstrip(".-")
        yield Figure(Kind.EMAIL, typed, found.start(), frozenset({typed.lower()}))


def _links(rest: _Rest) -> Iterator[Figure]:
    for found in _LINK.finditer(rest.small) if "://" in rest.text or _DOT_LETTER.search(rest.text) else ():
        typed = rest.typed(found).rstrip(".,;:!?…'’")
        if typed.endswith(")") and "(" not in typed:
            typed = typed[:-1]
        host = host_of(typed)
        if typed.lower().startswith("http") or is_domain(typed, host):
            digits = "".join(c for c in typed[typed.lower().find(host) + len(host) :] if c.isdigit())
            yield Figure(Kind.LINK, typed, found.start(), frozenset({f"{same_in_languages(host)}/{digits}"}))


def _always(rest: _Rest) -> Iterator[Figure]:
    signs = ("/", "hours a day", "heures sur", "days a week", "jours sur")
    for found in _at(rest.runs, _ALWAYS, rest.small) if any(sign in rest.small for sign in signs) else ():
        yield Figure(Kind.ALWAYS, rest.typed(found), found.start(), frozenset({"always"}))


def _numeric_dates(rest: _Rest) -> Iterator[Figure]:
    """The day with its month, in either order; the year is a number of its own."""
    for found in _at(rest.runs, _NUMERIC_DATE, rest.text) if _JOINED.search(rest.text) else ():
        first, last = next(pair for pair in (("m", "d"), ("a", "b"), ("a2", "b2")) if found[pair[0]])
        a, b = int(found[first]), int(found[last])
        pairs = {(a, b)} if first == "m" else {(a, b), (b, a)}
        readings = frozenset(f"date{m}-{d}" for m, d in pairs if 1 <= m <= 12 and 1 <= d <= 31)
        if readings:
            start, end = found.start(first), found.end(last)
            yield Figure(Kind.DATE, rest.text[start:end], start, readings)
            for name in ("y", "z"):
                if year := found[name]:
                    yield Figure(
                        Kind.NUMBER,
                        year,
                        found.start(name),
                        frozenset({year, year[-4:] if len(year) == 4 else f"20{year}"}),
                    )


def _day_first(rest: _Rest) -> Iterator[Figure]:
    return _verbal_dates(_at(rest.runs, _DAY_FIRST, rest.small), rest.text)


def _month_first(rest: _Rest) -> Iterator[Figure]:
    return _verbal_dates(_at(_months_before_digits(rest), _MONTH_FIRST, rest.small), rest.text)


def _months_before_digits(rest: _Rest) -> Iterator[int]:
    """Where a month by name starts that digits follow."""
    for run in rest.runs:
        before = rest.small[:run].rstrip().removesuffix(".")
        word = _LAST_WORD.search(before, max(0, len(before) - 11))
        if word and word[0] in MONTHS:
            yield word.start()


def _verbal_dates(matches: Iterable[re.Match[str]], text: str) -> Iterator[Figure]:
    """One figure for each day, the month with the day beside it: `12`, `14 novembre`."""
    for found in matches:
        month = MONTHS.get(found["month"])
        days = [(day, found.start("days") + day.start()) for day in re.finditer(r"\d+", found["days"])]
        if month is None or not all(1 <= int(day[0]) <= 31 for day, _ in days):
            continue
        with_month = 0 if found.start("month") < found.start("days") else len(days) - 1
        for n, (day, at) in enumerate(days):
            start, end = at, at + len(day[0])
            if n == with_month:
                start, end = (found.start(), end) if found.start("month") < at else (at, found.end())
            yield Figure(Kind.DATE, text[start:end], start, frozenset({f"date{month}-{int(day[0])}"}))


def _phones(country: str | None, rest: _Rest) -> Iterator[Figure]:
    starts = (len(rest.text[:run].rstrip("(+")) for run in rest.runs)
    for found in _at(starts, _PHONE, rest.text):
        typed = found[0]
        if _is_phone(typed, country):
            yield Figure(Kind.PHONE, typed, found.start(), frozenset({phone_key(typed)}))


def phone_key(typed: str) -> str:
    """What two ways to write one phone number have in common: its last nine digits."""
    return "phone" + re.sub(r"\D", "", typed)[-9:]


def _is_phone(typed: str, country: str | None) -> bool:
    digits = re.sub(r"\D", "", typed)
    if typed.startswith(("+", "(+", "00")):
        return True
    if re.fullmatch(r"(?:19|20)\d\d ?- ?(?:19|20)\d\d", typed):
        return False
    if digits.startswith("0"):
        return 8 <= len(digits) <= 12
    if re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+", typed) or (typed.isdigit() and len(digits) < 10):
        return False
    return country is not None and Phone(typed, country).e164 is not None


def _short_phones(words: Iterable[str], pattern: re.Pattern[str], rest: _Rest) -> Iterator[Figure]:
    for found in pattern.finditer(rest.small) if any(word in rest.small for word in words) else ():
        yield Figure(
            Kind.PHONE, found["first"], found.start("first"), frozenset({"phone" + found["first"], found["first"]})
        )
        for other in re.finditer(r"\d+", found["more"]):
            start = found.start("more") + other.start()
            yield Figure(Kind.PHONE, other[0], start, frozenset({"phone" + other[0], other[0]}))


def _times(sign: str, pattern: re.Pattern[str], rest: _Rest, *, twelve_hours: bool) -> Iterator[Figure]:
    for found in _at(rest.runs, pattern, rest.small) if sign in rest.small else ():
        yield from _time(found, rest.text, twelve_hours=twelve_hours)


def _noons(rest: _Rest) -> Iterator[Figure]:
    for found in _NOON.finditer(rest.small) if any(word in rest.small for word in ("noon", "mid", "minuit")) else ():
        reading = "0:00" if found["word"] in {"midnight", "minuit"} else "12:00"
        yield Figure(Kind.TIME, rest.typed(found), found.start(), frozenset({reading}))


def _time(found: re.Match[str], text: str, *, twelve_hours: bool) -> Iterator[Figure]:
    """The time of a match, and the first hour of « de 8 à 20 h » and "8 to 10 am"."""
    groups = found.groupdict()
    if lead := groups.get("lead"):
        readings = _clock(int(lead), int(groups.get("lead_minute") or 0), either_half=True)
        end = found.end("lead_minute") if groups.get("lead_minute") else found.end("lead")
        yield Figure(Kind.TIME, text[found.start("lead") : end], found.start("lead"), frozenset(readings))
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    start = found.start("hour")
    typed = text[start : found.end()].rstrip()
    if half := groups.get("half"):
        yield Figure(Kind.TIME, typed, start, frozenset({f"{hour % 12 + 12 * (half == 'p')}:{minute:02}"}))
        return
    is_clock = ":" in typed or "clock" in groups
    readings = _clock(hour, minute, either_half=twelve_hours and is_clock)
    kind = Kind.TIME if readings else Kind.NUMBER
    if not is_clock:
        readings |= {f"min{60 * hour + minute}"} | ({str(hour)} if not minute else set())
    yield Figure(kind, typed, start, frozenset(readings))


def _clock(hour: int, minute: int, *, either_half: bool) -> set[str]:
    """The times of day that an hour may mean; none for more than 24 hours."""
    if hour > 24:
        return set()
    exact = {f"{hour % 24}:{minute:02}"}
    return exact | {f"{(hour + 12) % 24}:{minute:02}"} if either_half and hour <= 12 else exact


def _numbers(rest: _Rest) -> Iterator[Figure]:
    for found in _at(rest.runs, _NUMBER, rest.small):
        if found["version"]:
            yield Figure(Kind.NUMBER, found["version"], found.start(), frozenset({"version" + found["version"]}))
            continue
        values = values_of_digits(found["digits"])
        readings = {plain(value) for value in values}
        unit = found["unit"] or ""
        unit = unit if unit in _SCALES else unit.removesuffix("s")
        if unit in _UNIT_MINUTES:
            readings |= {f"min{plain(value * _UNIT_MINUTES[unit])}" for value in values}
        elif unit in _SCALES:
            readings |= {plain(value.scaleb(_SCALES[unit])) for value in values}
        yield Figure(Kind.NUMBER, rest.typed(found), found.start(), frozenset(readings))
