"""Lines for a screen or a log: pieces of text with a style, which nothing in a plan can break out of."""

import re
from typing import NamedTuple

from planbuilder.letters import UNSHOWN


class Piece(NamedTuple):
    """A part of a line. `style` is a key of `STYLES`, or empty."""

    text: str
    style: str = ""


Line = tuple[Piece | str, ...]
"""One line, without its end. A plain string is a piece without style."""

STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "strong": "1",
    "quiet": "2",
    "good": "1;32",
    "mark": "1;34",
}

_AS_IT_IS = "as it is"

_UNSAFE = re.compile(f"[{UNSHOWN}]")
_COMMAND = re.compile(r"(?<=#)#(?=\[)")
_COMMAND_AT_START = re.compile(r"^(\s*):(?=:)")


def clean(text: str) -> str:
    r"""The text with every character that a screen obeys, or cannot show, written as `\u{…}`."""
    return _UNSAFE.sub(_code, text)


def to_text(line: Line, *, colour: bool) -> str:
    """The line as it is printed: one line whatever its pieces hold, and no command to a CI runner."""
    if line and isinstance(line[0], Piece) and line[0].style == _AS_IT_IS:
        return line[0].text
    pieces = [piece if isinstance(piece, Piece) else Piece(piece) for piece in line]
    return without_commands("".join(_painted(piece) if colour else clean(piece.text) for piece in pieces))


def without_commands(text: str) -> str:
    """The line with the signs broken by which GitHub's runner knows a command."""
    return _COMMAND_AT_START.sub(r"\1\\u{3a}", _COMMAND.sub(r"\\u{23}", text))


def _painted(piece: Piece) -> str:
    code, text = STYLES.get(piece.style), clean(piece.text)
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


def _code(found: re.Match[str]) -> str:
    return f"\\u{{{ord(found[0]):x}}}"


def verbatim(written: str) -> Line:
    """A line that a program is meant to obey: a CI runner, a calendar. Whoever writes it has escaped what is in it."""
    return (Piece(written, _AS_IT_IS),)
