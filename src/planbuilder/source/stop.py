"""Where libyaml gave up reading, and what stands there."""

from typing import NamedTuple

from planbuilder.messages import Message
from planbuilder.source.clues import clue
from planbuilder.source.masking import is_below_hidden_key
from planbuilder.source.problem import SHAPE, Problem
from planbuilder.source.reading import Source
from planbuilder.source.tree import Span


class Stop(NamedTuple):
    """Line and column, from 1, where libyaml gave up."""

    source: Source
    line: int
    column: int
    began: tuple[int, int]
    """Line and column where the thing that was being read had begun."""
    wish: str
    """The library's own words; they are matched here and shown nowhere."""

    @property
    def text(self) -> str:
        """The line of the stop."""
        return self.source.line(self.line)

    @property
    def sign(self) -> str:
        """The character at the stop; empty at the end of a line."""
        return self.text[self.column - 1 : self.column]

    @property
    def before(self) -> str:
        """What stands on the line before the stop."""
        return self.text[: self.column - 1]

    @property
    def place(self) -> Span:
        """The stop as others speak of places."""
        return Span(self.source.file, self.line, self.column)

    def here(self, kind: str, message: Message, fix: Message, check: str = SHAPE) -> Problem:
        """A problem at the stop."""
        return self.at((self.line, self.column), kind, message, fix, check)

    def at(self, place: tuple[int, int], kind: str, message: Message, fix: Message, check: str = SHAPE) -> Problem:
        """A problem at another place, given as line and column."""
        return Problem(message, fix, kind, span=Span(self.source.file, *place), check=check)

    def seen_on(self, line: int) -> Problem | None:
        """The problem that a line shows by itself; none where its words may be a contact value or a secret."""
        seen = None if is_below_hidden_key(self.source, line) else clue(self.source.line(line))
        return seen.problem(self.source, line) if seen else None

    def glued(self) -> Problem | None:
        """A key whose colon is glued to its value, earlier on the line."""
        seen = self.seen_on(self.line)
        if seen is None or seen.kind != "no-space" or seen.span is None or seen.span.column >= self.column:
            return None
        return seen


def indent_of(line: str) -> int:
    """How many spaces stand in front."""
    return len(line) - len(line.lstrip(" "))
