"""The phone numbers of a text, as figures that compare: 01 99 00 00 30 in France is +33 1 99 00 00 30, never +34 1 …"""

import re
from collections.abc import Iterable, Iterator

from planbuilder.language.figure import Figure, Kind, Rest, at
from planbuilder.patterns import regex
from planbuilder.plan.phones import Phone

_PHONE = regex(r"(?<![\w+/])(?<!\w-)(?:\+|\(\+)?\(?\d(?:[ \u00a0\u202f().\-]{0,3}\d){6,14}(?!\w)")
_GOES_ON = r"(?:ou|or|et|and|if|si|pour|for|to|from|en|in|sans|now|tout|straight|imm\w+)\b"
_MORE_PHONES = r"(?P<more>(?:(?:,| ou| or| et| and)(?: (?:le|au|the))? \d{2,6})*)(?![\w/:%]|[.,]\d)"
SHORT_PHONES = {
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
_LONGEST_SHORT = 6
"""Digits of a number that is dialled as it is, without a country or an area."""
_ALSO_FRENCH = regex(r"\A\+(?:(?:262|59[046])(?=\d{9}\Z)|(?=508\d{6}\Z))")
"""Codes of countries whose numbers are dialled from France as French ones: 0590 12 34 56 is +590 590 12 34 56."""


def phones(country: str | None, rest: Rest) -> Iterator[Figure]:
    """The phone numbers of seven digits or more."""
    starts = (len(rest.text[:run].rstrip("(+")) for run in rest.runs)
    for found in at(starts, _PHONE, rest.text):
        if _is_phone(found[0], country):
            yield phone(found[0], found.start(), country)


def phone(typed: str, start: int, country: str | None) -> Figure:
    """A phone number of a text of a country: what the world dials or, where that cannot be told, its last digits."""
    digits = re.sub(r"\D", "", typed)
    last = frozenset({"phone" + digits[-9:]})
    e164 = Phone(typed.replace("(+", "+("), country).e164 if len(digits) > _LONGEST_SHORT else None
    if e164 is None:
        return Figure(Kind.PHONE, typed, start, last)
    return Figure(Kind.PHONE, typed, start, frozenset({"phone" + _ALSO_FRENCH.sub("+33", e164)}), last)


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


def short_phones(words: Iterable[str], pattern: re.Pattern[str], rest: Rest) -> Iterator[Figure]:
    """The short numbers that a text says to call."""
    for found in pattern.finditer(rest.small) if any(word in rest.small for word in words) else ():
        yield Figure(
            Kind.PHONE, found["first"], found.start("first"), frozenset({"phone" + found["first"], found["first"]})
        )
        for other in re.finditer(r"\d+", found["more"]):
            start = found.start("more") + other.start()
            yield Figure(Kind.PHONE, other[0], start, frozenset({"phone" + other[0], other[0]}))
