"""The one door through which everything printed passes."""

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TextIO

from planbuilder.commands._refusal import NobodyReads
from planbuilder.reporters import Line, to_text


class Screen:
    """A stream for people or for logs: one line is one line, and nothing in it is obeyed."""

    def __init__(self, stream: TextIO, *, colour: bool = False) -> None:
        self._stream = stream
        self._colour = colour
        self._signs = _LETTERS_ONLY if _lacks_signs(stream) else {}

    def emit(self, lines: Iterable[Line]) -> None:
        """Print lines. NobodyReads where the reader went away."""
        try:
            for line in lines:
                self._stream.write(to_text(line, colour=self._colour).translate(self._signs) + "\n")
        except BrokenPipeError:
            raise NobodyReads from None


_LETTERS_ONLY = str.maketrans({"→": "->"})


def _lacks_signs(stream: TextIO) -> bool:
    """Whether the stream's alphabet has no arrow: a console of Windows, or a plain `C` locale."""
    try:
        "→".encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def out() -> Screen:
    """The standard output."""
    return Screen(sys.stdout, colour=wants_colour(sys.stdout, os.environ))


def err() -> Screen:
    """The standard error."""
    return Screen(sys.stderr, colour=wants_colour(sys.stderr, os.environ))


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """On a terminal, unless `NO_COLOR`, `CI` or a plain terminal says no; anywhere when `FORCE_COLOR` says yes."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    plain = environment.get("TERM") == "dumb" or environment.get("CI") or os.name == "nt"
    return not plain and stream.isatty()
