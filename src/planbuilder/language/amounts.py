"""The plain numbers of a text with their scale or their unit of time: 2 million, 48 hours, 1,234.56."""

from collections.abc import Iterator
from decimal import Decimal

from planbuilder.language.figure import Figure, Kind, Rest, at
from planbuilder.language.numerals import plain, values_of_digits
from planbuilder.patterns import regex

_NUMBER = regex(
    r"(?<![\w\x00])(?P<digits>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3})+(?:,\d+)?)(?![.,]?\d)"
    r"|(?P<version>\d+(?:\.\d+){2,})|\d+(?:[.,]\d+)?)"
    r"(?P<rank>er|re|ère|e|ème|ième|nde?|st|rd|th|º|ª)?(?!\d)(?!(?!(?:k|m|bn|md|min)\b)[a-z])"
    r"(?:[ \u00a0\u202f]?(?P<unit>minutes?|min|h|heures?|hours?|hrs?|days?|jours?|weeks?|semaines?"
    r"|mois|months?|(?<=1.)an|ans|années?|years?"  # not 5 in "5 an hour"
    r"|k|thousand|mille|millions?|milliards?|billions?|bn|m|md)\b)?"
)
_SCALES = {"k": 3, "thousand": 3, "mille": 3, "m": 6, "million": 6, "milliard": 9, "billion": 9, "bn": 9, "md": 9}
_LENGTHS = {
    "min": ("min", 1), "minute": ("min", 1), "h": ("min", 60), "hour": ("min", 60), "hr": ("min", 60),
    "heure": ("min", 60), "day": ("min", 1440), "jour": ("min", 1440), "week": ("min", 10080),
    "semaine": ("min", 10080), "mois": ("month", 1), "month": ("month", 1), "an": ("month", 12),
    "année": ("month", 12), "year": ("month", 12),
}  # fmt: skip
"""The units of time, each in minutes or, where it is not always as long, in months."""
_WEEKS_OF_DAYS = {Decimal(8): Decimal(1), Decimal(15): Decimal(2)}
"""Huit jours are a week, quinze jours two; eight days are none."""


def length(value: Decimal, unit: str) -> frozenset[str]:
    """The readings of a length of time, by its unit in small letters; none where that is no unit of time."""
    unit = unit if unit in _LENGTHS else unit.removesuffix("s")
    if unit not in _LENGTHS:
        return frozenset()
    kind, times = _LENGTHS[unit]
    weeks = value if unit in {"week", "semaine"} else _WEEKS_OF_DAYS.get(value) if unit == "jour" else None
    exact = {f"{kind}{plain(value * times)}"}
    return frozenset(exact if weeks is None else exact | {f"week{plain(weeks)}"})


def numbers(rest: Rest) -> Iterator[Figure]:
    """The numbers that are neither dates, times nor phone numbers."""
    for found in at(rest.runs, _NUMBER, rest.small):
        if found["version"]:
            yield Figure(Kind.NUMBER, found["version"], found.start(), frozenset({"version" + found["version"]}))
            continue
        values = values_of_digits(found["digits"])
        bare = frozenset(map(plain, values))
        exact = frozenset[str]().union(*(_scaled(value, found["unit"] or "") for value in values))
        readings = (exact, bare) if exact else (bare,)
        yield Figure(Kind.NUMBER, rest.typed(found), found.start(), *readings)


def _scaled(value: Decimal, unit: str) -> frozenset[str]:
    """The readings of a number by its scale or unit; none without."""
    scale = _SCALES.get(unit) or _SCALES.get(unit.removesuffix("s"))
    if scale is None:
        return length(value, unit)
    scaled = frozenset({plain(value.scaleb(scale))})
    return scaled | length(value, "min") if unit == "m" else scaled  # "10m" may be minutes too
