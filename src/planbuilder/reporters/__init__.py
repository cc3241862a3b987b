"""Findings as people and programs read them: one format, one file."""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from planbuilder.outcome import Outcome
from planbuilder.reporters._lines import STYLES, Line, Piece, clean, to_text, verbatim
from planbuilder.reporters._tally import Tally

__all__ = [
    "FORMATS",
    "STYLES",
    "Line",
    "Piece",
    "Reporter",
    "Tally",
    "clean",
    "reporter",
    "to_text",
    "verbatim",
]

FORMATS = ("text", "json", "github", "sarif", "gitlab", "junit", "markdown")
"""The formats, each a module of this package."""


class Reporter(Protocol):
    """Makes lines of what was found, plan by plan, so that a run of a thousand plans keeps none of them."""

    def start(self) -> Iterator[Line]:
        """The lines before the first plan."""
        ...

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """The lines about one plan, in a language that the tool speaks."""
        ...

    def end(self, tally: Tally, language: str) -> Iterator[Line]:
        """The lines after the last plan."""
        ...


def reporter(name: str, width: int = 100, links: str = "") -> Reporter:
    """The reporter of a format of `FORMATS`; `width` is that of the screen, in columns.

    `links` is the address that a file's path is appended to, where the files can be read on the web.
    """
    made = import_module(f"planbuilder.reporters.{name}").Report(width, links)
    return cast("Reporter", made)
