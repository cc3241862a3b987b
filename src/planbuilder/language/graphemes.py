"""How many characters people see: grapheme clusters, as Bluesky counts them (Unicode annex 29)."""

from functools import cache
from unicodedata import category

from planbuilder.language.tables import x_table
from planbuilder.patterns import regex

_ZWJ = "\u200d"
_JOINING = frozenset("\u200c\u200d\uff9e\uff9f\u0e33\u0eb3")
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e")
_VIRAMAS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
"""The marks that join two consonants of an Indic script into one sign."""

_SIMPLE = regex("[\n -\u02ff\u0370-\u0482\u2010-\u2027\u20a0-\u20bf]*")


def graphemes(text: str) -> int:
    """The number of grapheme clusters in a text."""
    if _SIMPLE.fullmatch(text):
        return len(text)
    breaks = sum(_breaks(text, at) for at in range(1, len(text)))
    return breaks + bool(text)


def _base(text: str, end: int) -> int:
    """The position of the character that the joining marks before `end` belong to."""
    start = end - 1
    while start > 0 and _extends(text[start]):
        start -= 1
    return start


def _is_indic_consonant(char: str) -> bool:
    return (
        "\u0915" <= char <= "\u0d39" and chr(ord(char) & 0xFF80 | 0x4D) in _VIRAMAS and 0x15 <= ord(char) % 0x80 <= 0x39
    )


def _breaks(text: str, at: int) -> bool:
    """Whether a new cluster starts at a position; the numbers are those of the annex."""
    before, after = text[at - 1], text[at]
    if _is_control(before) or _is_control(after):
        return (before, after) != ("\r", "\n")  # GB3 to GB5
    if _hangul_goes_on(before, after) or _extends(after) or before in _PREPENDED:  # GB6 to GB9b
        return False
    return not (_conjunct(text, at) or _emoji_goes_on(text, at) or _completes_flag(text, at))


def _conjunct(text: str, at: int) -> bool:
    """Whether a sign of an Indic script goes on (GB9c)."""
    if not _is_indic_consonant(text[at]):
        return False
    base = _base(text, at)
    return _is_indic_consonant(text[base]) and not _VIRAMAS.isdisjoint(text[base + 1 : at])


def _emoji_goes_on(text: str, at: int) -> bool:
    """Whether a joiner ties two pictographs together (GB11)."""
    joined = at > 1 and text[at - 1] == _ZWJ and _is_pictograph(text[at])
    return joined and _is_pictograph(text[_base(text, at - 1)])


def _completes_flag(text: str, at: int) -> bool:
    """Whether a letter of a flag is the second of a pair (GB12, GB13)."""
    start = at
    while start > 0 and _is_flag_letter(text[start - 1]):
        start -= 1
    return _is_flag_letter(text[at]) and (at - start) % 2 == 1


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
    "L": regex("[\u1100-\u115f\ua960-\ua97c]"),
    "V": regex("[\u1160-\u11a7\ud7b0-\ud7c6]"),
    "T": regex("[\u11a8-\u11ff\ud7cb-\ud7fb]"),
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
