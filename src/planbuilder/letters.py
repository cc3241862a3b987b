"""Letters as they are compared, and the signs that no screen shows."""

from unicodedata import combining, normalize

_SPELT = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "Œ": "OE", "Æ": "AE", "ẞ": "SS", "Ø": "O"}
    | {"Ł": "L", "Đ": "D"}
)
"""Letters of their own, which Unicode takes apart no further, as people type them without."""

UNSHOWN = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
"""The inside of a regex class: characters that a screen obeys, or cannot show."""


def unaccented(text: str) -> str:
    """The text without accents and ligatures: `Cœur` as `Coeur`, `Søren` as `Soren`."""
    if text.isascii():
        return text
    return "".join(sign for sign in normalize("NFKD", text.translate(_SPELT)) if not combining(sign))
