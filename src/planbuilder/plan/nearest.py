"""The known word that somebody probably meant."""

import re
from collections.abc import Iterable

_MOST_KNOWN = 2_000
"""Of more words than these only the first are compared: a hostile plan must not cost minutes."""


def plain(text: str) -> str:
    """Small letters without accents, one space between words; the first 80 characters."""
    from unicodedata import combining, normalize

    spread = normalize("NFKD", text[:80]).lower()
    return " ".join("".join(sign for sign in spread if not combining(sign)).replace("’", "'").split())


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word most like `word` in its letters, or that shares a part with it; None where none is near."""
    from difflib import get_close_matches

    wanted = plain(word)
    known = list(words)[:_MOST_KNOWN]
    close = get_close_matches(wanted, known, 1, 0.6) or get_close_matches(wanted.replace(" ", "-"), known, 1, 0.6)
    if close:
        return close[0]
    parts = set(re.split(r"[^a-z0-9]+", wanted))
    return next((name for name in known if _is_part(wanted, parts, name)), None)


def _is_part(wanted: str, parts: set[str], name: str) -> bool:
    """`camille` of `camille-martin`, or `martin` of `martin camille`."""
    if len(wanted) < 3 or len(name) < 3:
        return False
    return wanted in name.split("-") or name.startswith(wanted) or name in parts
