"""The figures of a text: links, e-mail addresses, phones, dates, clock times and numbers, in a form that compares.

Two languages write the same figure differently: 14 h and 2 pm, 1 840 and 1,840, « 12 novembre » and November 12th,
0 800 00 00 00 and +33 800 00 00 00. A figure has all the readings it may have; two figures are the same where they
share one (see `Figure`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache, partial
from itertools import pairwise

from planbuilder.language.amounts import length, numbers
from planbuilder.language.figure import GONE, Figure, Given, Kind, Reader, Rest, at
from planbuilder.language.hosts import host_of, is_domain, same_in_languages
from planbuilder.language.numerals import MONTHS, values_of_words
from planbuilder.language.phone_figures import SHORT_PHONES, phones, short_phones
from planbuilder.messages import base_of
from planbuilder.patterns import regex

# All are for small letters: patterns for both sizes take twice as long to build.
_BLANK = regex(r"\{[^{}\n]*\}")
_LAST_WORD = regex(r"\b[^\W\d_]{3,10}\Z")
_DOT_LETTER = regex(r"\.[^\W\d_]")
_EMAIL = regex(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_LINK = regex(
    r"https?://[^\s<>«»\"“”\x00]+"
    r"|(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?![\w@-])(?:[/?][^\s<>«»\"“”\x00]*)?"
)
_ALWAYS = regex(
    r"24\s?(?:h|heures)?\s?/\s?(?:24|7)(?:\s?/\s?7)?(?!\d)|(?<!\d)7\s?(?:j|jours?|d)?\s?/\s?7(?!\d)"
    r"|\b24 hours a day|\b24\s?h(?:eures)?\ssur\s24(?!\d)|\b7 days a week|\b7\s?j(?:ours)?\ssur\s7(?!\d)"
)
_JOINED = regex(r"\d[/.-]\d")
_NUMERIC_DATE = regex(
    r"(?<![\d/.-])(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<z>\d{4}|\d\d))(?![\d/]|[.-]\d)"
    r"|(?<=\b(?:le|du|au|on) )(?P<a2>\d{1,2})/(?P<b2>\d{1,2})(?![\d/])"
)
_DAY = r"\d{1,2}(?:er|re|e|st|nd|rd|th|º|\.)?"
_MONTH = r"(?P<month>[^\W\d_]{3,10})\b"
_SPACE = r"[\s\u00a0\u202f]{0,4}"
_AND_A_DAY = rf"{_SPACE}(?:-|–|,|au|à|to|et|and|ou|or|und|bis|al|y|e|tot|en){_SPACE}(?:le{_SPACE})?{_DAY}"
_DAYS = rf"(?P<days>{_DAY}(?:{_AND_A_DAY}){{0,12}})"
_DAY_FIRST = regex(rf"(?<![\w.,/:]){_DAYS}{_SPACE}(?:of |de )?{_MONTH}")
_MONTH_FIRST = regex(rf"\b{_MONTH}\.?{_SPACE}{_DAYS}(?![\w%:]|[.,]\d|\s?[ap]\.?m\b)")
_RANGE = rf"(?:(?P<lead>\d{{1,2}})(?:[:.h](?P<lead_minute>\d\d))?{_SPACE}(?:-|–|à|to|and|et|or|ou|until|till){_SPACE})?"
_TIMES = {
    "m": regex(
        rf"(?<![\w.,:/]){_RANGE}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?{_SPACE}(?P<half>[ap])(?:\.{_SPACE}m\b\.?|m\b)"
    ),
    "": regex(
        rf"(?<![\w.,:/])(?<!\d[ \u00a0\u202f](?=\d{{3}}))"  # not 000 of « 1 000 heures »
        rf"{_RANGE}(?P<hour>\d{{1,3}}){_SPACE}(?:h|heures?|hrs?|hours?|uhr|uur)(?!\w*[a-z])(?:{_SPACE}(?P<minute>[0-5]\d)(?!\d))?"
    ),
    ":": regex(r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])"),
    "clock": regex(r"(?<![\w.,:/])(?P<hour>\d{1,2})(?P<clock>) ?o['’]clock\b"),
}
"""By what stands in every time that is written so, in small letters."""
_NOON = regex(
    r"\b(?<!(?:repas|pause) d[eu] )(?<!(?:service|cantine) d[eu] )"
    r"(?:12 )?(?P<word>noon|midday|midnight|midi|minuit)\b(?![- ](?:pyrénées|libre|meals?\b|lunch\b|break\b))"
)
"""Not in « le repas de midi », which is “lunch”."""
_WEEKS = {"fortnight": "week2", "quinzaine": "week2", "huitaine": "week1"}
_ALL_DAY_WORDS = regex(
    r"\b(?:around|round) the clock\b|\bday and night\b|\bjour et nuit\b|\bà toute heure\b|\bat any (?:time|hour)\b"
)


@lru_cache(maxsize=4096)
def figures(text: str, language: str, country: str | None = None) -> tuple[Figure, ...]:
    """The figures of a text, in order; blanks hold none. `country` tells how national phone numbers are read."""
    rest = _without_blanks(text)
    readers = _readers(language, country) if rest.runs else (_emails, _links, _noons)
    return _read(rest, readers)


def addresses(text: str) -> tuple[Figure, ...]:
    """The e-mail addresses and links among the figures of a text."""
    return _read(_without_blanks(text), (_emails, _links))


def _without_blanks(text: str) -> Rest:
    return Rest(_BLANK.sub(lambda m: GONE * len(m[0]), text) if "{" in text else text)


def _read(rest: Rest, readers: Iterable[Reader]) -> tuple[Figure, ...]:
    """What the readers find, each in what those before it left."""
    found: list[Figure] = []
    for read in readers:
        found += rest.take(list(read(rest)))
    return tuple(sorted(found, key=lambda figure: figure.start))


def missing(ours: Sequence[Figure], theirs: Iterable[Figure], their_text: str) -> list[Figure]:
    """The figures that another text does not give, neither in digits nor in words; each once."""
    known = Given.of(theirs if ours else ())
    lacking = {f.readings: f for f in ours if not known.holds(f)}
    if not lacking:
        return []
    said = _in_words(their_text)
    return [figure for figure in lacking.values() if not figure.all_readings & said]


def _in_words(text: str) -> set[str]:
    small = text.lower()
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", small)
    values = values_of_words()
    said = {values[part] for word in words for part in (word, *word.split("-")) if part in values}
    said |= {f"{hours}:00" for hours in said} | {f"min{n}" for n in said} | _lengths_in_words(words)
    if _ALL_DAY_WORDS.search(small):
        said.add("always")
    return said


def _lengths_in_words(words: Iterable[str]) -> set[str]:
    """The lengths of time among words in small letters: two days, a six-month plan, a fortnight."""
    values = values_of_words()
    parts = [part for word in words for part in ((word,) if word in values else word.split("-"))]
    said = {reading for a, b in pairwise(parts) if a in values for reading in length(Decimal(values[a]), b)}
    return said | {_WEEKS[part] for part in parts if part in _WEEKS}


@cache
def _readers(tag: str, country: str | None) -> tuple[Reader, ...]:
    language = base_of(tag)
    order = "md" if tag.lower() == "en-us" else "dm" if language == "fr" else ""
    return (
        _emails,
        _links,
        _always,
        partial(_numeric_dates, order),
        _day_first,
        *((_month_first,) if language == "en" else ()),
        partial(phones, country),
        *(partial(short_phones, words, pattern) for words, pattern in SHORT_PHONES.items()),
        *(partial(_times, sign, pattern, twelve_hours=language == "en") for sign, pattern in _TIMES.items()),
        _noons,
        numbers,
    )


def _emails(rest: Rest) -> Iterator[Figure]:
    for found in _EMAIL.finditer(rest.text) if "@" in rest.text else ():
        typed = found[0].rstrip(".-")
        yield Figure(Kind.EMAIL, typed, found.start(), frozenset({typed.lower()}))


def _links(rest: Rest) -> Iterator[Figure]:
    for found in _LINK.finditer(rest.small) if "://" in rest.text or _DOT_LETTER.search(rest.text) else ():
        typed = rest.typed(found).rstrip(".,;:!?…'’")
        if typed.endswith(")") and "(" not in typed:
            typed = typed[:-1]
        host = host_of(typed)
        if typed.lower().startswith("http") or is_domain(typed, host):
            digits = "".join(c for c in typed[typed.lower().find(host) + len(host) :] if c.isdigit())
            yield Figure(Kind.LINK, typed, found.start(), frozenset({f"{same_in_languages(host)}/{digits}"}))


def _always(rest: Rest) -> Iterator[Figure]:
    signs = ("/", "hours a day", "days a week", "sur")
    for found in at(rest.runs, _ALWAYS, rest.small) if any(sign in rest.small for sign in signs) else ():
        yield Figure(Kind.ALWAYS, rest.typed(found), found.start(), frozenset({"always"}))


def _numeric_dates(order: str, rest: Rest) -> Iterator[Figure]:
    """The day with its month, in the order of the language or in either; the year is a number of its own."""
    for found in at(rest.runs, _NUMERIC_DATE, rest.small) if _JOINED.search(rest.text) else ():
        first, last = next(pair for pair in (("m", "d"), ("a", "b"), ("a2", "b2")) if found[pair[0]])
        readings = _days(int(found[first]), int(found[last]), "md" if first == "m" else order)
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


def _days(a: int, b: int, order: str) -> frozenset[str]:
    """The days of the year that two numbers may mean; those of the usual order where it makes one."""
    by_order = {"md": (a, b), "dm": (b, a)}
    days = {name: f"date{m}-{d}" for name, (m, d) in by_order.items() if 1 <= m <= 12 and 1 <= d <= 31}
    return frozenset({days[order]} if order in days else days.values())


def _day_first(rest: Rest) -> Iterator[Figure]:
    return _verbal_dates(at(rest.runs, _DAY_FIRST, rest.small), rest.text)


def _month_first(rest: Rest) -> Iterator[Figure]:
    return _verbal_dates(at(_months_before_digits(rest), _MONTH_FIRST, rest.small), rest.text)


def _months_before_digits(rest: Rest) -> Iterator[int]:
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
        for n, (day, place) in enumerate(days):
            start, end = place, place + len(day[0])
            if n == with_month:
                start, end = min(start, found.start("month")), max(end, found.end("month"))
            yield Figure(Kind.DATE, text[start:end], start, frozenset({f"date{month}-{int(day[0])}"}))


def _times(sign: str, pattern: re.Pattern[str], rest: Rest, *, twelve_hours: bool) -> Iterator[Figure]:
    for found in at(rest.runs, pattern, rest.small) if sign in rest.small else ():
        yield from _time(found, rest.text, twelve_hours=twelve_hours)


def _noons(rest: Rest) -> Iterator[Figure]:
    for found in _NOON.finditer(rest.small) if any(word in rest.small for word in ("noon", "mid", "minuit")) else ():
        reading = "0:00" if found["word"] in {"midnight", "minuit"} else "12:00"
        yield Figure(Kind.TIME, rest.typed(found), found.start(), frozenset({reading}))


def _time(found: re.Match[str], text: str, *, twelve_hours: bool) -> Iterator[Figure]:
    """The time of a match, and the first hour of « de 8 à 20 h » and "8 to 10 am"."""
    groups = found.groupdict()
    if groups.get("lead"):
        yield _first_of_range(found, text)
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
        readings.add(f"min{60 * hour + minute}")
    yield Figure(kind, typed, start, frozenset(readings), frozenset(() if is_clock or minute else {str(hour)}))


def _first_of_range(found: re.Match[str], text: str) -> Figure:
    """The hour before « à 20 h » or "to 10 am"."""
    hour, minute = int(found["lead"]), int(found["lead_minute"] or 0)
    readings = _clock(hour, minute, either_half=True)
    if "half" not in found.re.groupindex:
        readings.add(f"min{60 * hour + minute}")
    typed = text[found.start("lead") : found.end("lead_minute" if found["lead_minute"] else "lead")]
    bare = frozenset(() if minute else {str(hour)})
    return Figure(Kind.TIME if hour <= 24 else Kind.NUMBER, typed, found.start("lead"), frozenset(readings), bare)


def _clock(hour: int, minute: int, *, either_half: bool) -> set[str]:
    """The times of day that an hour may mean; none for more than 24 hours."""
    if hour > 24:
        return set()
    exact = {f"{hour % 24}:{minute:02}"}
    return exact | {f"{(hour + 12) % 24}:{minute:02}"} if either_half and hour <= 12 else exact
