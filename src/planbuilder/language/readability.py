"""How hard a text is to read: its longest sentences, and the scores of Flesch and of Kandel and Moles."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from planbuilder.patterns import regex

if TYPE_CHECKING:
    from planbuilder.language.sentences import Read, Sentence

LONG = 35
"""Words from which on a sentence is lost under stress."""

LONGISH = 25
"""Words from which on a sentence could be cut."""

HARD = 50
"""The score (0 to 100) under which a text is hard."""

_ENOUGH = 40
"""Words that a score needs."""

_SENTENCE = 10
"""Words that the score of a single sentence needs."""

_VOWELS = regex(r"[aeiouy]+")
_MUTE = {"fr": regex(r"(?:es?|ent)$"), "en": regex(r"(?<!l)e$|ed$")}


def long_sentences(read: "Read") -> Iterator[tuple[str, int]]:
    """The beginning and the number of words of each sentence that is longer than `LONGISH`."""
    for sentence in read.sentences:
        count = _length(read, sentence) if sentence.last - sentence.first > LONGISH else 0
        if count > LONGISH:
            yield f"{read.typed(sentence.first, min(sentence.first + 4, sentence.last))}…", count


def longest(read: "Read") -> int:
    """The words of the longest sentence."""
    return max((_length(read, sentence) for sentence in read.sentences), default=0)


def _length(read: "Read", sentence: "Sentence") -> int:
    """The words of a sentence as people count them, by the spaces; a number written in groups is one."""
    places = range(sentence.first, sentence.last)
    return sum(
        read.words[place][0].isalnum()
        and (place == sentence.first or _apart(read, place))
        and not (place > sentence.first and read.words[place - 1][0].isdigit() and read.words[place][0].isdigit())
        for place in places
    )


def _apart(read: "Read", place: int) -> bool:
    """Whether a space stands before a word: not in “don't”, « l'eau », « rendez-vous »."""
    return any(sign.isspace() for sign in read.text[read.ends[place - 1] : read.starts[place]])


def reading_score(read: "Read") -> Iterator[int]:
    """The score of a text that is hard and long enough to be measured; 0 where a sentence is all long words."""
    counts = _syllables_of(read)
    score = _ease(read, counts)
    if score is not None and score < HARD:
        yield score
    elif any(_is_heavy(counts[sentence.first : sentence.last], read.language) for sentence in read.sentences):
        yield 0


def _is_heavy(counts: list[int], language: str) -> bool:
    """Whether a sentence on its own is beyond the scale: « l'obtention préalable d'autorisations réglementaires »."""
    return len(counts) - counts.count(0) >= _SENTENCE and _score(counts, 1, language) < 0


def _ease(read: "Read", counts: list[int]) -> int | None:
    """From 0 (hard) to 100 (easy): Kandel and Moles in French, Flesch in English. None under forty words."""
    if len(counts) - counts.count(0) < _ENOUGH or not read.sentences:
        return None
    return max(0, min(100, round(_score(counts, len(read.sentences), read.language))))


def _syllables_of(read: "Read") -> list[int]:
    """The syllables of each word; 0 for numbers and blanks."""
    language = read.language
    return [_syllables(word, language) if word[0].isalpha() else 0 for word in read.words]


def _score(counts: list[int], sentences: int, language: str) -> float:
    count = len(counts) - counts.count(0)
    long, syllables = count / sentences, sum(counts) / count
    return 207 - 1.015 * long - 73.6 * syllables if language == "fr" else 206.835 - 1.015 * long - 84.6 * syllables


def lix(read: "Read") -> int | None:
    """Words in a sentence plus long words in a hundred. None without words."""
    words = [word for word in read.words if word[0].isalpha()]
    if not words:
        return None
    return round(len(words) / len(read.sentences) + 100 * sum(len(word) > 6 for word in words) / len(words))


@lru_cache(maxsize=16384)
def _syllables(word: str, language: str) -> int:
    stem = _MUTE[language].sub("", word) if len(word) > 3 else word
    return max(1, len(_VOWELS.findall(stem)))
