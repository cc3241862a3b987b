"""The line of a file with a caret under the place, as wide as the screen allows."""

import re
from unicodedata import combining, east_asian_width

from planbuilder.reporters._lines import Line, Piece, clean

_TAB = "    "
_ZERO_WIDTH = re.compile("[\u200b-\u200d\ufe00-\ufe0f]")
_WORD = re.compile(r"[\w.…-]+(?=\s*(?:[:,\]}]|$))")


def excerpt(shown: str, line: int, column: int, width: int) -> tuple[Line, ...]:
    """The line with its number, and the caret under `column` (from 1, in characters); nothing for a blank line.

    A line that is wider than `width` cells is cut around the caret.
    """
    if not shown.strip():
        return ()
    column = min(column, len(shown))  # what stood there may be hidden
    number = f"{line:>5}"
    before, after = _plain(shown[: column - 1]), _plain(shown[column - 1 :])
    word = _WORD.match(after)
    before, after, mark = _cut(before, after, word[0] if word else after[:1] or " ", width - len(number) - 4)
    gutter = Piece(f"{number} | ", "quiet")
    blank = Piece(" " * len(number) + " | ", "quiet")
    return (
        (gutter, before + after),
        (blank, " " * cells(before), Piece("^" * max(1, mark), "mark")),
    )


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: wide characters two, combining marks none."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if combining(character) or _ZERO_WIDTH.match(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _plain(text: str) -> str:
    return clean(text.replace("\t", _TAB))


def _cut(before: str, after: str, word: str, room: int) -> tuple[str, str, int]:
    """Both sides of the caret so that they fit, and how much of the word stays."""
    room = max(room, 20)
    mark = cells(word)
    if cells(before) + cells(after) <= room:
        return before, after, mark
    left = min(cells(before), max(room - min(cells(after), room * 2 // 3), room // 3))
    if cells(before) > left:
        before = "…" + _last(before, left - 1)
    right = room - cells(before)
    if cells(after) > right:
        after = _first(after, right - 1) + "…"
    return before, after, min(mark, right)


def _first(text: str, room: int) -> str:
    taken = 0
    for offset, character in enumerate(text):
        taken += _cells(character)
        if taken > room:
            return text[:offset]
    return text


def _last(text: str, room: int) -> str:
    """The end of a text. Marks that would join the sign before them stay with their letter."""
    taken = 0
    for offset in range(len(text) - 1, -1, -1):
        taken += _cells(text[offset])
        if taken > room:
            return text[offset + 1 :].lstrip("".join(c for c in text[offset + 1 : offset + 9] if _cells(c) == 0))
    return text
