"""Phrases to look for, as people write them in the lexicons, and a search that takes time in proportion to the text.

A phrase is words with spaces between. `a|b` is one of them, `impact*` any ending, `word?` may be missing, `~3` up to
three words of any kind, `@name` one of a set of the lexicon, `#` a number, `^` the start of a sentence, `$` its end,
`,` punctuation before the next word, `!word` any one word but this, `=sûr` the word with its accents.
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
    spelt: frozenset[str] = frozenset()
    gap: int = 0
    sign: str = ""
    optional: bool = False
    never: bool = False
    number: bool = False

    def takes(self, read: Read, place: int) -> bool:
        """Whether the word at a place is one of this piece."""
        word = read.words[place]
        held = (
            word in self.words
            or (bool(self.prefixes) and word.startswith(self.prefixes))
            or (self.number and word[0].isdigit())
            or (bool(self.spelt) and read.text[read.starts[place] : read.ends[place]].lower() in self.spelt)
        )
        return held != self.never


def piece(typed: str, sets: Mapping[str, str]) -> Piece:
    """Read one element of a phrase."""
    if typed in {"^", "$", ","}:
        return Piece(sign=typed)
    if typed[0] == "~":
        return Piece(gap=int(typed[1:]))
    optional, never = typed[-1] == "?", typed[0] == "!"
    names = typed.rstrip("?").lstrip("!").split("|")
    flat = [word for name in names for word in (sets[name[1:]].split("|") if name[0] == "@" else [name])]
    return Piece(
        frozenset(word for word in flat if word[-1] != "*" and word[0] != "=" and word != "#"),
        tuple(word[:-1] for word in flat if word[-1] == "*"),
        frozenset(word[1:] for word in flat if word[0] == "=" and len(word) > 1),
        optional=optional,
        never=never,
        number="#" in flat,
    )


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and what it stands for. `negates` where it says itself that something is not so."""

    pieces: tuple[Piece, ...]
    meaning: object
    negates: bool


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
        pieces = tuple(piece(one, self.sets) for one in typed.split(" "))
        negates = any(piece.words & self.negators for piece in pieces if not piece.never)
        phrase = Phrase(pieces, meaning, negates)
        first = next(piece for piece in pieces if not piece.sign)
        for word in first.words:
            self.by_word.setdefault(word, []).append(phrase)
        for start in first.prefixes:
            self.by_start.setdefault(start[:SHORTEST], []).append(phrase)
        if first.number:
            self.by_word.setdefault("#", []).append(phrase)

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
