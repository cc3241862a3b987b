"""The known word that somebody probably meant."""

import re
from collections.abc import Iterable
from itertools import islice

from planbuilder.letters import unaccented

_MOST_KNOWN = 2_000
"""Of more words than these only the first are compared: a hostile plan must not cost minutes."""


def plain(text: str) -> str:
    """Small letters without accents, one space between words; the first 80 characters."""
    return " ".join(unaccented(text[:80]).lower().replace("’", "'").split())


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word most like `word` in its letters, or that shares a part with it; None where none is near."""
    from difflib import get_close_matches

    wanted = re.sub(r"[ _-]+", "-", plain(word))
    known = {re.sub(r"[ _-]+", "-", plain(name)): name for name in islice(words, _MOST_KNOWN)}
    for name in get_close_matches(wanted, known, 3, 0.65):
        if name[:1] == wanted[:1] or get_close_matches(wanted, [name], 1, 0.8):
            return known[name]
    parts = set(re.split(r"[^a-z0-9]+", wanted))
    return next((known[name] for name in known if _is_part(wanted, parts, name)), None)


def _is_part(wanted: str, parts: set[str], name: str) -> bool:
    """`camille` of `camille-martin`, or `martin` of `martin camille`."""
    if len(wanted) < 3 or len(name) < 3:
        return False
    return wanted in name.split("-") or name.startswith(wanted) or name in parts
