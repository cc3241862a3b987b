"""Recovery codes and seeds of second factors: known by their form where only words should stand."""

import re
from typing import Literal

from planbuilder.language.odd_words import ENDS, RECOVERY_CODE, mixed_parts, turns
from planbuilder.patterns import regex

KEYS_OF_LOGINS = frozenset({"recovery", "two_factor"})
"""Keys that say how somebody gets in: what looks like a code there is one."""

_SEED = regex(r"(?=[A-Z2-7]*[2-7][A-Z])[A-Z2-7]{16,}=*")
_SEED_IN_GROUPS = regex(r"(?<!\w)(?:[a-z2-7]{4}[ -]){3,}[a-z2-7]{4}(?!\w)", re.IGNORECASE)
_EIGHT_DIGITS = r"(?<!\d)(?!20\d\d[01]\d[0-3]\d(?!\d))\d{4} ?\d{4}(?!\d)"
_LIST_OF_NUMBERS = regex(
    rf"(?:^|\bcodes?\b[^\d\n.;]{{0,40}}){_EIGHT_DIGITS}(?:[\s,;/|–-]+{_EIGHT_DIGITS})+(?P<alone>\W*$)?", re.IGNORECASE
)


def login_code(text: str) -> Literal["password", "token"] | None:
    """What a text below `recovery` or `two_factor` holds: a recovery code, the seed of a second factor, or nothing.

    Codes are several numbers of eight digits, after the word "codes" or alone, and words that keep changing between
    letters and digits. A seed is base32 of sixteen signs or more, in one word or in groups of four.
    """
    words = [word.strip(ENDS) for word in re.split(r"[\s/,;|]+", text)]
    if any(map(_SEED.fullmatch, words)) or any(_is_seed(found[0]) for found in _SEED_IN_GROUPS.finditer(text)):
        return "token"
    return "password" if any(map(_is_code, words)) or _lists_numbers(text) else None


def _is_seed(groups: str) -> bool:
    parts = groups.replace(" ", "-")
    return mixed_parts(parts) >= 2 and not _is_hexadecimal(parts)


def _is_code(word: str) -> bool:
    if "-" in word:
        return RECOVERY_CODE.fullmatch(word) is not None and mixed_parts(word) >= 2 and _turns_of_parts(word) >= 3
    return (
        10 <= len(word) <= 24 and word.isascii() and word.isalnum() and turns(word) >= 4 and not _is_hexadecimal(word)
    )


def _turns_of_parts(code: str) -> int:
    """`A1203-B1204` is where something stands: two. `8f3k-2j4l` is a code: six."""
    return sum(map(turns, code.split("-")))


def _is_hexadecimal(word: str) -> bool:
    """Whether a word may be the digest of a file or a commit."""
    return re.fullmatch(r"[0-9a-f-]+", word, re.IGNORECASE) is not None


def _lists_numbers(text: str) -> bool:
    found = _LIST_OF_NUMBERS.search(text.strip())
    return found is not None and (found[0][0] in "cC" or found["alone"] is not None)
