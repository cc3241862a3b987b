"""What a sentence does, and the words by which it is told."""

from typing import NamedTuple

from planbuilder.language import grammar as g
from planbuilder.language.sentences import Read, Sentence

_OURS = frozenset({"nos", "notre", "our"})

_AND = frozenset({"et", "mais", "and", "but", "so"})

LOOKED_INTO = (
    *("enquete", "plainte", "audit", "controle", "analyses", "inspection", "procedure", "perimetre", "suspension"),
    *("investigation", "inquiry", "search", "cordon", "checks", "testing", "screening"),
)
"""Remedies that look into what happened: a deed, but no help to the reader."""

WORKS = frozenset(["running", "working", "operating", "flowing", "moving", "flying", "sailing", "functioning"])
"""What trains, lifts and water do where all is well: news, and no help to a reader."""

STRAY = frozenset(["late", "slow", "slowly", "behind", "low", "short", "out", "dry", "wild", "riot", "badly"])
"""How something runs that runs badly."""

AHEAD = 7
"""Words that may stand between somebody and the verb."""

REACH = 30
"""Words within which a second verb has the same subject."""

ASIDE = 10
"""Words that an aside between commas has at most."""


class Deed(NamedTuple):
    """What is done: the places of its words, whether it is still to come or under way, whether the reader does it."""

    first: int
    last: int
    open: bool
    asked: bool = False


class Clauses:
    """A text and what its words may be."""

    def __init__(self, read: Read, marks: list[int]) -> None:
        self.read = read
        self.words = read.words
        self.marks = marks

    def is_a(self, place: int, end: int, sort: int) -> bool:
        """Whether there is a word of a sort at a place before the end."""
        return place < end and bool(self.marks[place] & sort)

    def past(self, place: int, end: int, sort: int) -> int:
        """The first place from here on whose word is not of this sort."""
        while place < end and self.marks[place] & sort:
            place += 1
        return place

    def is_ours(self, place: int, sentence: Sentence) -> bool:
        """Whether a word is something of ours that may act: « nos capteurs », “our pumps”; not « nos clients »."""
        if place == sentence.first or self.words[place - 1] not in _OURS:
            return False
        return not self.marks[place] & (g.OTHERS | g.FUNCTION | g.EVENT | g.HARM)

    def after_aside(self, place: int, end: int) -> int:
        """Where a sentence goes on after somebody: past « , reconnus pour leur sérieux, »."""
        start = place + 1
        if start < end and self.read.parted[start]:
            if self.words[start] in _AND:
                return start
            for here in range(start + 1, min(start + ASIDE, end)):
                if self.read.parted[here]:
                    return here
        return start
