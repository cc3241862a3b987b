"""Signs that a text kept from where it was copied: quotation marks around it, one without its partner, brackets."""

from planbuilder.patterns import regex

_PARTNERS = {"“": '”“"', "„": '“”"', "«": "»", "‘": "’", '"': '"”', "[": "]"}
"""What opens, and what may close it."""
_OPEN, _CLOSE = "“„«", "”»"
_MAY_STAY = regex(r"\[(?:\d+|x|sic|…|\.\.\.)?\]")


def wrapping(text: str) -> str | None:
    """The two signs that stand around the whole of a text, such as `“ ”`; None where there are none.

    Two quotations, of which one begins and the other ends the text, are none, nor are `[1]` and `[sic]`.
    """
    text = text.strip()
    if len(text) < 3 or text[-1] not in _PARTNERS.get(text[0], "") or _MAY_STAY.fullmatch(text):
        return None
    signs = {text[0], *_PARTNERS[text[0]]}
    return None if signs.intersection(text[1:-1]) else f"{text[0]} {text[-1]}"


def unpaired(text: str) -> str | None:
    """A quotation mark at the start or the end of a text that has no partner in it; inches (`27"`) are none."""
    text = text.strip()
    if len(text) < 2:
        return None
    first, last = text[0], text[-1]
    if first in _OPEN and not any(sign in text[1:] for sign in _PARTNERS[first]):
        return first
    if last in _CLOSE and not any(sign in text[:-1] for sign in _OPEN):
        return last
    if last == '"' and text.count('"') == 1 and not text[-2].isdigit() and not any(sign in text for sign in "“„"):
        return last
    return None
