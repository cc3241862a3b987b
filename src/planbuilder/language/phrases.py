"""Phrases to look for, as people write them in the lexicons, and a search that takes time in proportion to the text.

A phrase is words with spaces between. `a|b` is one of them, `impact*` any ending, `word?` may be missing, `~3` up to
three words of any kind, `@name` one of a set of the lexicon, `#` a number, `^` the start of a sentence, `$` its end,
`,` punctuation before the next word (both also in `a|$|,`), `!word` any one word but this, `*ons` any beginning,
`*ons|-savons` but this one, `=sûr` the word with its accents.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from planbuilder.language.indexing import SHORTEST, Index, alternatives, index_of
from planbuilder.language.sentences import Read, Sentence


class Piece(NamedTuple):
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
    ends: bool = False
    pauses: bool = False
    plain: bool = False
    """Whether it is just one word that must stand."""
    open: bool = False
    """Whether it takes words besides those that it names."""
    exact: bool = False
    """Whether it takes the words that it names, and no others."""

    def takes(self, read: Read, place: int) -> bool:
        """Whether the word at a place is one of this piece."""
        word = read.words[place]
        held = word in self.words or (
            self.open
            and word not in self.but
            and (
                word.startswith(self.prefixes)
                or word.endswith(self.endings)
                or (self.number and word[0].isdigit())
                or (bool(self.spelt) and read.text[read.starts[place] : read.ends[place]].lower() in self.spelt)
            )
        )
        return held != self.never


_SIGNS = frozenset("^$,~!?@#*=-")


def piece(typed: str, sets: Mapping[str, str]) -> Piece:
    """Read one element of a phrase."""
    if typed in {"^", "$", ","}:
        return Piece(sign=typed)
    if _SIGNS.isdisjoint(typed):
        return Piece(frozenset(typed.split("|")), plain=True, exact=True)
    if typed[0] == "~":
        return Piece(gap=int(typed[1:]))
    sorts: dict[str, list[str]] = {"": [], "*": [], "^": [], "-": [], "=": []}
    for word in alternatives(typed.removesuffix("?").removeprefix("!"), sets):
        if word[0] in "-=" and len(word) > 1:
            sorts[word[0]].append(word[1:])
        elif word[-1] == "*":
            sorts["*"].append(word[:-1])
        elif word[0] == "*":
            sorts["^"].append(word[1:])
        else:
            sorts[""].append(word)
    optional, never = typed[-1] == "?", typed[0] == "!"
    is_open = bool(sorts["*"] or sorts["^"] or sorts["="] or "#" in sorts[""])
    return Piece(
        frozenset(sorts[""]) - {"#", "$", ","},
        tuple(sorts["*"]),
        tuple(sorts["^"]),
        frozenset(sorts["-"]),
        frozenset(sorts["="]),
        optional=optional,
        never=never,
        number="#" in sorts[""],
        ends="$" in sorts[""],
        pauses="," in sorts[""],
        plain=not optional and {"$", ","}.isdisjoint(sorts[""]),
        open=is_open,
        exact=not (is_open or never),
    )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the phrases of a language are written with: its named sets, its negations, its most frequent words.

    `pieces` keeps the elements that were read: many phrases share them.
    """

    sets: Mapping[str, str]
    negators: frozenset[str]
    frequent: frozenset[str]
    pieces: dict[str, Piece] = field(default_factory=dict)

    def piece(self, typed: str) -> Piece:
        """An element of a phrase, read once."""
        known = self.pieces.get(typed)
        if known is None:
            known = self.pieces[typed] = piece(typed, self.sets)
        return known


class Phrase:
    """A phrase and what it stands for. Its elements are read when one of its words turns up: most never do."""

    __slots__ = ("_read", "meaning", "typed", "within")

    def __init__(self, typed: str, within: Vocabulary, meaning: object) -> None:
        self.typed = typed
        self.within = within
        self.meaning = meaning
        self._read: tuple[tuple[Piece, ...], bool] | None = None

    @property
    def first(self) -> frozenset[str]:
        """The words of which one must stand first; empty where others may, too."""
        head = self.within.piece(self.typed.partition(" ")[0])
        return head.words if head.plain and head.exact else frozenset()

    def _both(self) -> tuple[tuple[Piece, ...], bool]:
        if self._read is None:
            pieces = tuple(self.within.piece(one) for one in self.typed.split(" "))
            negates = any(one.words & self.within.negators for one in pieces if not one.never)
            self._read = (pieces, negates)
        return self._read

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The elements."""
        return (self._read or self._both())[0]

    @property
    def negates(self) -> bool:
        """Whether it says itself that something is not so."""
        return (self._read or self._both())[1]


_MOST_PHRASES = 1_000_000
"""More phrases than a lexicon holds: a place and a rank make one number."""
_KEPT = 16384
"""Words whose leads are kept at most."""

_Lead = tuple[int, int, int, Phrase, frozenset[str], frozenset[str]]
"""The rank of a phrase, how few and how many words of it may stand before the word that leads to it; the phrase; how
words begin of which the sentence holds one too (none known: empty)."""


class Found(NamedTuple):
    """A phrase in a text: its first word, the word after its last."""

    first: int
    last: int
    phrase: Phrase


class Phrases:
    """Phrases, found by their first word that is not in every other sentence.

    `meanings` says what each phrase stands for. Without an `index` they are indexed when the first text is searched.
    `together`: words that follow each other in a phrase do so in a text, without punctuation that it does not name.
    """

    __slots__ = ("_index", "_kept", "_made", "_meanings", "_together", "_typed", "_vocabulary")

    def __init__(
        self,
        vocabulary: Vocabulary,
        typed: Sequence[str],
        meanings: Sequence[object],
        index: Index | None = None,
        *,
        together: bool = False,
    ) -> None:
        self._together = together
        self._vocabulary = vocabulary
        self._typed = typed
        self._meanings = meanings
        self._index = index
        self._made: dict[int, _Lead] = {}
        self._kept: dict[str, list[_Lead]] = {}

    def every(self) -> Iterator[Phrase]:
        """All that are looked for."""
        for typed, meaning in zip(self._typed, self._meanings, strict=True):
            yield Phrase(typed, self._vocabulary, meaning)

    def found(self, read: Read, passed: Container[object] = (), within: Sentence | None = None) -> Iterator[Found]:
        """Each phrase in a text, or in a sentence, in the order of their first words, then as they were added.

        Those with a meaning in `passed` are passed over, which may grow meanwhile.
        """
        for sentence in (within,) if within else read.sentences if self._typed else ():
            starts = self._starts(read, sentence)
            for key in sorted(starts):
                phrase = starts[key]
                place = key // _MOST_PHRASES
                if phrase.meaning not in passed:
                    last = _match(read, phrase.pieces, 0, place, sentence)
                    if last is not None and not (self._together and _is_parted(read, phrase.pieces, place)):
                        yield Found(place, last, phrase)

    def _starts(self, read: Read, sentence: Sentence) -> dict[int, Phrase]:
        """The phrases that may start in a sentence, by the word where they do and by their rank."""
        starts: dict[int, Phrase] = {}
        known, opens = self._kept, sentence.first
        words = read.words[opens : sentence.last]
        held: set[str] = set()
        for place, word in enumerate(words, opens):
            leads = known.get(word)
            if leads is None:
                leads = self._leads(word)
            if not leads:
                continue
            held = held or {one[:SHORTEST] for one in words}
            for rank, fewest, most, phrase, also, first in leads:
                if also and also.isdisjoint(held):
                    continue
                if not most:
                    starts[place * _MOST_PHRASES + rank] = phrase
                    continue
                for start in range(max(place - most, opens), place - fewest + 1):
                    if not first or words[start - opens] in first:
                        starts[start * _MOST_PHRASES + rank] = phrase
        return starts

    def _leads(self, word: str) -> list[_Lead]:
        """What a word leads to, kept for as many words as texts repeat."""
        leads = self._kept.get(word)
        if leads is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            if self._index is None:
                self._index = index_of(self._typed, self._vocabulary.sets, self._vocabulary.frequent)
            made = self._made
            leads = self._kept[word] = [
                made.get(number) or self._make(number, self._index) for number in self._index.leads(word)
            ]
        return leads

    def _make(self, number: int, index: Index) -> _Lead:
        phrase = Phrase(self._typed[number], self._vocabulary, self._meanings[number])
        fewest, most, also = index.before(number)
        first = phrase.first if most else frozenset[str]()
        lead = self._made[number] = (number, fewest, most, phrase, also, first)
        return lead


def _is_parted(read: Read, pieces: tuple[Piece, ...], place: int) -> bool:
    """Whether punctuation stands between the first words of a phrase that follow each other."""
    for number in range(1, len(pieces)):
        if not (pieces[number - 1].plain and pieces[number].plain):
            return False
        if read.parted[place + number]:
            return True
    return False


def _match(read: Read, pieces: tuple[Piece, ...], number: int, place: int, within: Sentence) -> int | None:
    """Where the rest of a phrase ends that goes on at a place; None where it does not."""
    count, words, stop = len(pieces), read.words, within.last
    while number < count:
        piece = pieces[number]
        if not piece.plain:
            break
        if place >= stop or not (words[place] in piece.words if piece.exact else piece.takes(read, place)):
            return None
        number += 1
        place += 1
    else:
        return place
    if piece.sign:
        at = {"^": place == within.first, "$": place == within.last}.get(piece.sign)
        fits = place < stop and read.parted[place] if at is None else at
        return _match(read, pieces, number + 1, place, within) if fits else None
    if piece.gap:
        return _after_gap(read, pieces, number, place, within)
    if place < stop and piece.takes(read, place):
        end = _match(read, pieces, number + 1, place + 1, within)
        if end is not None:
            return end
    stops = (piece.ends and place == stop) or (piece.pauses and place < stop and read.parted[place])
    return _match(read, pieces, number + 1, place, within) if piece.optional or stops else None


def _after_gap(read: Read, pieces: tuple[Piece, ...], number: int, place: int, within: Sentence) -> int | None:
    """Where a phrase ends that has a gap here: it goes on where its next word stands, if that is known."""
    last = min(place + pieces[number].gap, within.last)
    following = pieces[number + 1] if number + 1 < len(pieces) else None
    named = following.words if following and following.plain and following.exact else None
    for start in range(place, last + 1):
        if named is not None and (start == within.last or read.words[start] not in named):
            continue
        end = _match(read, pieces, number + 1, start, within)
        if end is not None:
            return end
    return None
