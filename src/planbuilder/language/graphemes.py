"""How many characters people see: grapheme clusters, as Bluesky counts them (Unicode annex 29)."""

import re
from functools import cache
from unicodedata import category

from planbuilder.language.tables import x_table

_ZWJ = "\u200d"
_JOINING = frozenset("\u200c\u200d\uff9e\uff9f\u0e33\u0eb3")
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e")
_SIMPLE = re.compile("[\n -\u02ff\u0370-\u0482\u2010-\u2027\u20a0-\u20bf]*")


def graphemes(text: str) -> int:
    """The number of grapheme clusters in a text."""
    if _SIMPLE.fullmatch(text):
        return len(text)
    breaks = sum(_breaks(text, at) for at in range(1, len(text)))
    return breaks + bool(text)


def _breaks(text: str, at: int) -> bool:
    """Whether a new cluster starts at a position; the numbers are those of the annex."""
    before, after = text[at - 1], text[at]
    if before == "\r" and after == "\n":  # GB3
        return False
    if _is_control(before) or _is_control(after):  # GB4, GB5
        return True
    if _hangul_goes_on(before, after) or _extends(after) or before in _PREPENDED:  # GB6 to GB9b
        return False
    if before == _ZWJ and _is_pictograph(after):  # GB11
        start = at - 2
        while start > 0 and _extends(text[start]):
            start -= 1
        return start < 0 or not _is_pictograph(text[start])
    if _is_flag_letter(before) and _is_flag_letter(after):  # GB12, GB13
        start = at - 1
        while start > 0 and _is_flag_letter(text[start - 1]):
            start -= 1
        return (at - start) % 2 == 0
    return True


@cache
def _is_control(char: str) -> bool:
    return category(char) in {"Cc", "Zl", "Zp", "Cs"} or (
        category(char) == "Cf"
        and char not in _JOINING
        and char not in _PREPENDED
        and not "\U000e0020" <= char <= "\U000e007f"
    )


@cache
def _extends(char: str) -> bool:
    return (
        category(char) in {"Mn", "Me", "Mc"}
        or char in _JOINING
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


_TOGETHER = frozenset({"LL", "LV", "LS", "LC", "VV", "VT", "SV", "ST", "CT", "TT"})

_JAMO = {
    "L": re.compile("[\u1100-\u115f\ua960-\ua97c]"),
    "V": re.compile("[\u1160-\u11a7\ud7b0-\ud7c6]"),
    "T": re.compile("[\u11a8-\u11ff\ud7cb-\ud7fb]"),
}


def _hangul_goes_on(before: str, after: str) -> bool:
    return "\u1100" <= before <= "\ud7fb" and _hangul(before) + _hangul(after) in _TOGETHER


@cache
def _hangul(char: str) -> str:
    """Lead, vowel or tail; S is a syllable without tail, C one with it."""
    if "\uac00" <= char <= "\ud7a3":
        return "S" if (ord(char) - 0xAC00) % 28 == 0 else "C"
    return next((kind for kind, pattern in _JAMO.items() if pattern.fullmatch(char)), "-")


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


@cache
def _is_pictograph(char: str) -> bool:
    ends = x_table()["pictographs"]
    return any(first <= ord(char) <= last for first, last in zip(ends[::2], ends[1::2], strict=True))
