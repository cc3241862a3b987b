"""By which words to look for phrases: reckoned once for a lexicon and kept, as it takes longer than a check."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planbuilder.language.sentences import bare

SHORTEST = 3
"""Letters that a beginning (`impact*`) has at least: it is looked up by them."""


class Index(NamedTuple):
    """Which phrases, by their numbers, a word leads to: all as text, of which a run reads the few lines that it needs.

    `reach` says of each phrase how few and how many of its words may stand before the word that leads to it, and how
    words begin of which the sentence holds one too (none known: empty). `led` goes by whole words, `begun` by the first
    `SHORTEST` letters, then by how the word begins.
    """

    reach: Sequence[str]
    led: Mapping[str, str]
    begun: Mapping[str, Mapping[str, str]]

    def leads(self, word: str) -> Sequence[int]:
        """The numbers of the phrases that a word leads to."""
        led = self.led.get(word, "")
        if word[0].isdigit():
            led = f"{led} {self.led.get('#', '')}"
        begun = self.begun.get(word[:SHORTEST])
        if begun:
            led = " ".join([led, *(more for beginning, more in begun.items() if word.startswith(beginning))])
        return [int(number) for number in led.split()] if led else ()

    def before(self, number: int) -> tuple[int, int, frozenset[str]]:
        """What `reach` says of a phrase."""
        fewest, most, *also = self.reach[number].split(" ")
        return int(fewest), int(most), frozenset(also)


def index_of(phrases: Sequence[str], sets: Mapping[str, str], frequent: frozenset[str]) -> Index:
    """The index of phrases that are written with these named sets, in a language with these frequent words."""
    reach: list[str] = []
    led: dict[str, str] = {}
    begun: dict[str, dict[str, str]] = {}
    for number, typed in enumerate(phrases):
        words, fewest, most, also = _telling(typed, sets, frequent)
        reach.append(" ".join([str(fewest), str(most), *sorted(also)]))
        for word in words:
            under = begun.setdefault(word[:SHORTEST], {}) if word[-1] == "*" else led
            start = word.removesuffix("*")
            under[start] = f"{under[start]} {number}" if start in under else str(number)
    return Index(reach, led, begun)


def alternatives(typed: str, sets: Mapping[str, str]) -> list[str]:
    """The words of `a|b|@set`."""
    if "@" not in typed:
        return typed.split("|")
    flat: list[str] = []
    for word in typed.split("|"):
        flat += sets[word[1:]].split("|") if word[0] == "@" else [word]
    return flat


class _Element(NamedTuple):
    """An element of a phrase that is found by its letters: its words, and how many words may stand before it."""

    words: list[str]
    fewest: int
    most: int

    @property
    def cost(self) -> int:
        """How often a phrase would be tried for nothing where it is looked for by this element."""
        return len(self.words) * (self.most - self.fewest + 1)


def _telling(typed: str, sets: Mapping[str, str], frequent: frozenset[str]) -> tuple[list[str], int, int, set[str]]:
    """The words by which to look for a phrase, how few and how many words may stand before them, and `also`.

    They are those of its rarest element, or of the first at all where each holds a frequent word; `also` is how the
    words of the next rarest begin.
    """
    rare: list[_Element] = []
    common: list[_Element] = []
    fewest = most = 0
    for one in typed.split(" "):
        if one[0] == "~":
            most += int(one[1:])
        elif one not in {"^", "$", ","}:
            words = _spelt(one, sets)
            if words and not _is_open(words):
                (rare if frequent.isdisjoint(words) else common).append(_Element(words, fewest, most))
            fewest += one[-1] != "?" and {"$", ","}.isdisjoint(one.split("|"))
            most += 1
    assert rare or common, f"no word leads to `{typed}`"
    lead, *others = sorted(rare, key=lambda element: element.cost) or common
    beside = next((other.words for other in others if rare and "#" not in other.words), [])
    return *lead, {word.removesuffix("*")[:SHORTEST] for word in beside}


def _spelt(typed: str, sets: Mapping[str, str]) -> list[str]:
    """The words of an element that must stand, without accents; none where it is any word but some."""
    if typed[-1] == "?" or (typed[0] == "!" and len(typed) > 1):
        return []
    words = alternatives(typed, sets)
    return [bare(word[1:]) if word[0] == "=" and len(word) > 1 else word for word in words]


def _is_open(words: list[str]) -> bool:
    """Whether these could be met without a word found by its letters: any beginning, too short, a pause."""
    return not {"$", ","}.isdisjoint(words) or any(
        (word[0] in "*-" and len(word) > 1) or (word[-1] == "*" and len(word) <= SHORTEST) for word in words
    )
