"""The one door through which everything printed passes."""

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TextIO

from planbuilder.reporters import Line, to_text


class Screen:
    """A stream for people or for logs: one line is one line, and nothing in it is obeyed."""

    def __init__(self, stream: TextIO, *, colour: bool = False) -> None:
        self._stream = stream
        self._colour = colour

    def emit(self, lines: Iterable[Line]) -> None:
        """Print lines."""
        for line in lines:
            self._stream.write(to_text(line, colour=self._colour) + "\n")


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
