"""Numbers spelt out in French and English, and which of them the other language does not give: trois ans, two years."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from itertools import zip_longest
from typing import NamedTuple

from planbuilder.language.amounts import length
from planbuilder.language.figure import Figure
from planbuilder.language.numerals import in_words, values_of_words
from planbuilder.messages import base_of
from planbuilder.patterns import regex

SPOKEN = {"en", "fr"}
"""The languages whose numbers in words are known."""

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_WORDS = regex(_WORD)
_UNITS = {
    "minute": "minute", "heure": "hour", "hour": "hour", "jour": "day", "day": "day", "semaine": "week",
    "week": "week", "mois": "month", "month": "month", "an": "year", "année": "year", "year": "year",
}  # fmt: skip
_DAYS_OF_WEEKS = {"8": (7,), "15": (14,)}
"""Huit jours are a week, quinze jours two."""
_ONE = {"un", "une", "one", "a", "an"}
_WITH_UNIT = _ONE | {"neuf"}
"""Numbers only before a unit of time: « neuf » is new as well, and one is an article."""
_ALSO = {
    "couple": "2", "pair": "2", "paire": "2", "double": "2", "other": "2", "triple": "3", "fortnight": "2 14 15",
    "quinzaine": "2 14 15", "huitaine": "1 7 8", "week": "1 7 8", "weekly": "7", "semaine": "1 7 8", "weeks": "14 15",
    "semaines": "14 15", "dizaine": "10", "dizaines": "10", "tens": "10", "vingtaine": "20", "trentaine": "30",
    "quarantaine": "40", "cinquantaine": "50", "trimestre": "3", "quarterly": "3", "quarter": "3", "semestre": "6",
    "decade": "10", "décennie": "10", "decades": "10", "décennies": "10", "dozens": "12", "douzaines": "12",
    "year": "12", "an": "12", "ans": "24", "day": "24", "jour": "24", "hour": "60", "heure": "60",
}  # fmt: skip
"""Words that give a number without being one, with all that they may give: quinze jours are two weeks."""


class Spelt(NamedTuple):
    """A number in words as it is typed, with its unit of time where it has one, and its readings."""

    typed: str
    unit: str
    readings: frozenset[str]
    is_one: bool


class Side(NamedTuple):
    """One language of a text: what it says, its tag, and the figures in it."""

    text: str
    tag: str
    figures: tuple[Figure, ...]

    @property
    def language(self) -> str:
        """The tag without its region."""
        return base_of(self.tag)


def unmatched(ours: Side, theirs: Side) -> list[str]:
    """The numbers in words of a text that its translation gives neither in words nor in digits, as typed; each once.

    A single unit of time (une minute) counts only where the translation has another length of time in that unit that
    ours does not have. Nothing for other languages than French and English.
    """
    if {ours.language, theirs.language} != SPOKEN:
        return []
    if not (_counts(ours.text, ours.language) or _counts(theirs.text, theirs.language)):
        return []  # nearly always: single units of time alone tell nothing
    mine, other = spelt(ours.text, ours.language), spelt(theirs.text, theirs.language)
    given = _values(theirs.text).union(*(one.readings for one in theirs.figures), *(one.readings for one in other))
    with_bare = given.union(*(one.bare for one in theirs.figures))
    known = _values(ours.text).union(*(one.readings for one in mine))
    strange = {one.unit for one in other if not one.is_one and not one.readings & known}
    return list(
        dict.fromkeys(
            one.typed
            for one in mine
            if (one.unit in strange if one.is_one else not one.readings & (given if one.unit else with_bare))
        )
    )


@lru_cache(maxsize=4096)
def spelt(text: str, language: str) -> tuple[Spelt, ...]:
    """The numbers from two to ninety-nine that stand in words in a French or English text, and single units of time.

    Words in capitals inside a sentence and compounds are names of things: Trois-Rivières, un deux-roues.
    """
    return tuple(_spelt(text, language))


@lru_cache(maxsize=4096)
def _counts(text: str, language: str) -> bool:
    """Whether a word of a text may say a number from two on."""
    return not _plain(language).isdisjoint(_PARTS.findall(text.lower()))


def _spelt(text: str, language: str) -> Iterator[Spelt]:
    claims = _claims(language)
    words = list(_WORDS.finditer(text))
    for found, following in zip_longest(words, words[1:]):
        word, end = found[0].lower(), found.end()
        head, _, tail = word.partition("-")
        unit = _unit(tail) if language == "en" and head in claims else ""  # a six-month plan
        word = head if unit else word
        if word not in claims or (found[0][0].isupper() and not _opens(text, found.start())):
            continue
        if following and not unit and (unit := _unit(following[0].lower())):
            end = following.end()
        if unit or word not in _WITH_UNIT:
            yield Spelt(text[found.start() : end], unit, _readings(claims[word], unit), word in _ONE)


def _readings(value: str, unit: str) -> frozenset[str]:
    hours = {f"{value}:00"} | ({f"{int(value) + 12}:00"} if int(value) <= 12 else set())
    lengths = {int(value), *_DAYS_OF_WEEKS.get(value, ())} if unit == "day" else {int(value)}
    return frozenset({value} | hours).union(*(length(Decimal(each), unit) for each in lengths))


def _unit(word: str) -> str:
    """The unit of time of a word in small letters, by its English name; nothing for another word."""
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("s"), "")


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a line starts here."""
    before = text[:start].rstrip(" \u00a0\u202f«“\"'-•*")
    return not before or before[-1] in ".!?…:\n"


_PARTS = regex(r"[^\W\d_]+")


@cache
def _plain(language: str) -> frozenset[str]:
    return frozenset(part for number in range(2, 100) for part in in_words(number, language).split("-"))


@cache
def _claims(language: str) -> dict[str, str]:
    """The words that say a number from one to ninety-nine in a language, with its digits."""
    return {in_words(number, language): str(number) for number in range(2, 100)} | dict.fromkeys(_ONE, "1")


@lru_cache(maxsize=4096)
def _values(text: str) -> frozenset[str]:
    """All that the words of a text may give as a number."""
    values = values_of_words()
    found: set[str] = set()
    for word in _WORDS.findall(text.lower()):
        for part in dict.fromkeys((word, *word.split("-"))):
            if part in values:
                found.add(values[part])
            if part in _ALSO:
                found.update(_ALSO[part].split())
    return frozenset(found)
