"""Phrases to look for, as people write them in the lexicons, and a search that takes time in proportion to the text.

A phrase is words with spaces between. `a|b` is one of them, `impact*` any ending, `word?` may be missing, `~3` up to
three words of any kind, `@name` one of a set of the lexicon, `#` a number, `^` the start of a sentence, `$` its end,
`,` punctuation before the next word, `!word` any one word but this, `*ons` any beginning, `*ons|-savons` but this one,
`=sûr` the word with its accents.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from planbuilder.language.sentences import Read, Sentence

SHORTEST = 3
"""Letters that a beginning (`impact*`) has at least: it is looked up by them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One element of a phrase."""

    words: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    but: frozenset[str] = frozenset()
    spelt: frozenset[str] = frozenset()
    gap: int = 0
    sign: str = ""
    optional: bool = False
    never: bool = False
    number: bool = False

    def takes(self, read: Read, place: int) -> bool:
        """Whether the word at a place is one of this piece."""
        word = read.words[place]
        held = word in self.words or (
            word not in self.but
            and (
                word.startswith(self.prefixes)
                or word.endswith(self.endings)
                or (self.number and word[0].isdigit())
                or (bool(self.spelt) and read.text[read.starts[place] : read.ends[place]].lower() in self.spelt)
            )
        )
        return held != self.never


def piece(typed: str, sets: Mapping[str, str]) -> Piece:
    """Read one element of a phrase."""
    if typed in {"^", "$", ","}:
        return Piece(sign=typed)
    if typed[0] == "~":
        return Piece(gap=int(typed[1:]))
    sorts: dict[str, list[str]] = {"": [], "*": [], "^": [], "-": [], "=": []}
    for word in _alternatives(typed.removesuffix("?").removeprefix("!"), sets):
        if word[0] in "-=" and len(word) > 1:
            sorts[word[0]].append(word[1:])
        elif word[-1] == "*":
            sorts["*"].append(word[:-1])
        elif word[0] == "*":
            sorts["^"].append(word[1:])
        else:
            sorts[""].append(word)
    return Piece(
        frozenset(sorts[""]) - {"#"},
        tuple(sorts["*"]),
        tuple(sorts["^"]),
        frozenset(sorts["-"]),
        frozenset(sorts["="]),
        optional=typed[-1] == "?",
        never=typed[0] == "!",
        number="#" in sorts[""],
    )


def _alternatives(typed: str, sets: Mapping[str, str]) -> list[str]:
    """The words of `a|b|@set`."""
    if "@" not in typed:
        return typed.split("|")
    flat: list[str] = []
    for word in typed.split("|"):
        flat += sets[word[1:]].split("|") if word[0] == "@" else [word]
    return flat


class Phrase:
    """A phrase and what it stands for. Its elements are read when its first word turns up: most never do."""

    __slots__ = ("_read", "_typed", "_within", "meaning")

    def __init__(self, typed: str, within: "Phrases", meaning: object) -> None:
        self._typed = typed
        self._within = within
        self.meaning = meaning
        self._read: tuple[tuple[Piece, ...], bool] | None = None

    def _both(self) -> tuple[tuple[Piece, ...], bool]:
        if self._read is None:
            pieces = tuple(piece(one, self._within.sets) for one in self._typed.split(" "))
            negates = any(one.words & self._within.negators for one in pieces if not one.never)
            self._read = (pieces, negates)
        return self._read

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The elements."""
        return self._both()[0]

    @property
    def negates(self) -> bool:
        """Whether it says itself that something is not so."""
        return self._both()[1]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: its first word, the word after its last."""

    first: int
    last: int
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases, found by their first word."""

    sets: Mapping[str, str]
    negators: frozenset[str]
    by_word: dict[str, list[Phrase]] = field(default_factory=dict)
    by_start: dict[str, list[Phrase]] = field(default_factory=dict)

    def add(self, typed: str, meaning: object) -> None:
        """Look for a phrase too."""
        phrase = Phrase(typed, self, meaning)
        first = typed.removeprefix("^ ").partition(" ")[0].removesuffix("?")
        for word in _alternatives(first, self.sets):
            if word[-1] == "*":
                self.by_start.setdefault(word[:SHORTEST], []).append(phrase)
            else:
                self.by_word.setdefault(word, []).append(phrase)

    def found(self, read: Read) -> Iterator[Found]:
        """Each phrase in a text."""
        by_word, by_start = self.by_word, self.by_start
        for place, word in enumerate(read.words):
            candidates = [*by_word.get(word, ()), *by_start.get(word[:SHORTEST], ())]
            if word[0].isdigit():
                candidates += by_word.get("#", ())
            for phrase in candidates:
                sentence = read.sentences[read.sentence[place]]
                last = _match(read, phrase.pieces, 0, place, sentence)
                if last is not None:
                    yield Found(place, last, phrase)


def _match(read: Read, pieces: tuple[Piece, ...], number: int, place: int, within: Sentence) -> int | None:
    """Where the rest of a phrase ends that goes on at a place; None where it does not."""
    if number == len(pieces):
        return place
    piece = pieces[number]
    if piece.sign:
        at = {"^": place == within.first, "$": place == within.last}.get(piece.sign)
        fits = place < within.last and read.parted[place] if at is None else at
        return _match(read, pieces, number + 1, place, within) if fits else None
    if piece.gap:
        for start in range(place, min(place + piece.gap, within.last) + 1):
            end = _match(read, pieces, number + 1, start, within)
            if end is not None:
                return end
        return None
    if place < within.last and piece.takes(read, place):
        end = _match(read, pieces, number + 1, place + 1, within)
        if end is not None:
            return end
    return _match(read, pieces, number + 1, place, within) if piece.optional else None
