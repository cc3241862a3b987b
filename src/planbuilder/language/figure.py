"""What a figure of a text is, when two are the same, and what is left of a text while its figures are read."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from planbuilder.patterns import regex
from planbuilder.source.characters import in_small_letters


class Kind(StrEnum):
    """What sort of figure it is."""

    LINK = "link"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    ALWAYS = "always"
    """Every hour of every day: 24/7."""


class Figure(NamedTuple):
    """A figure as typed, its place in the text, its readings, and what is left of them without the unit.

    Two figures are the same where they share a reading. `bare` counts only beside a figure that has no unit itself:
    2 million is 2 in « 2 ou 3 millions », and never 2 billion.
    """

    kind: Kind
    typed: str
    start: int
    readings: frozenset[str]
    bare: frozenset[str] = frozenset()

    @property
    def end(self) -> int:
        """Where the text goes on."""
        return self.start + len(self.typed)

    @property
    def all_readings(self) -> frozenset[str]:
        """Its readings with and without the unit."""
        return self.readings | self.bare


class Given(NamedTuple):
    """All that some figures say."""

    readings: frozenset[str]
    bare: frozenset[str]

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> "Given":
        """What these figures say."""
        readings: set[str] = set()
        bare: set[str] = set()
        for figure in figures:
            readings |= figure.readings
            bare |= figure.bare
        return cls(frozenset(readings), frozenset(bare))

    def holds(self, figure: Figure) -> bool:
        """Whether one of them is the same as a figure."""
        readings, bare = figure.readings, figure.bare
        return bool(readings & self.readings or bare & self.readings or readings & self.bare)


GONE = "\x00"
"""Stands in for what was already read; no pattern matches it."""
_RUN = regex(r"\d+")


class Rest:
    """What is left to read of a text, also in small letters, and where digits start in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = in_small_letters(text)
        self.runs = [run.start() for run in _RUN.finditer(text)]

    def typed(self, found: re.Match[str]) -> str:
        """What stands in the text where something was found in its small letters."""
        return self.text[found.start() : found.end()]

    def take(self, figures: Sequence[Figure]) -> list[Figure]:
        """Those of some figures that stand where nothing was read yet; from now on no other may stand there."""
        read = bytearray(len(self.text)) if figures else bytearray()
        taken = []
        for figure in figures:
            start, end = figure.start, figure.end
            if GONE not in self.text[start:end] and not any(read[start:end]):
                read[start:end] = b"\1" * (end - start)
                taken.append(figure)
        if taken:
            self.text, self.small = _without(taken, self.text), _without(taken, self.small)
            self.runs = [run for run in self.runs if not read[run]]
        return taken


def _without(figures: Sequence[Figure], text: str) -> str:
    """A text without some figures that stand apart."""
    pieces, at = [], 0
    for figure in sorted(figures, key=lambda one: one.start):
        pieces += [text[at : figure.start], GONE * len(figure.typed)]
        at = figure.end
    return "".join([*pieces, text[at:]])


Reader = Callable[[Rest], Iterator[Figure]]


def at(starts: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a slow pattern, tried only where it may start."""
    last = 0
    for start in starts:
        if start >= last and (found := pattern.match(text, start)):
            last = found.end()
            yield found
