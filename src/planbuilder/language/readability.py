"""How hard a text is to read: its longest sentences, and the scores of Flesch and of Kandel and Moles."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

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

_VOWELS = re.compile(r"[aeiouy]+")
_MUTE = {"fr": re.compile(r"(?:es?|ent)$"), "en": re.compile(r"(?<!l)e$|ed$")}


def long_sentences(read: "Read") -> Iterator[tuple[str, int]]:
    """The beginning and the number of words of each sentence that is longer than `LONGISH`."""
    for sentence in read.sentences:
        count = _length(read, sentence)
        if count > LONGISH:
            yield f"{read.typed(sentence.first, min(sentence.first + 4, sentence.last))}…", count


def longest(read: "Read") -> int:
    """The words of the longest sentence."""
    return max((_length(read, sentence) for sentence in read.sentences), default=0)


def _length(read: "Read", sentence: "Sentence") -> int:
    """The words of a sentence; an elided « l' » is none, and a number written in groups is one."""
    words = read.words[sentence.first : sentence.last]
    count = sum(word[0].isalpha() and not word.endswith("'") for word in words)
    return count + sum(word[0].isdigit() and not before[0].isdigit() for before, word in pairwise(["-", *words]))


def reading_score(read: "Read") -> Iterator[int]:
    """The score of a text that is hard and long enough to be measured."""
    score = ease(read)
    if score is not None and score < HARD:
        yield score


def ease(read: "Read") -> int | None:
    """From 0 (hard) to 100 (easy): Kandel and Moles in French, Flesch in English. None under forty words."""
    words = [word for word in read.words if word[0].isalpha()]
    if len(words) < _ENOUGH or not read.sentences:
        return None
    long = len(words) / len(read.sentences)
    syllables = sum(_syllables(word, read.language) for word in words) / len(words)
    score = (
        207 - 1.015 * long - 73.6 * syllables if read.language == "fr" else 206.835 - 1.015 * long - 84.6 * syllables
    )
    return max(0, min(100, round(score)))


def lix(read: "Read") -> int | None:
    """Words in a sentence plus long words in a hundred. None without words."""
    words = [word for word in read.words if word[0].isalpha()]
    if not words:
        return None
    return round(len(words) / len(read.sentences) + 100 * sum(len(word) > 6 for word in words) / len(words))


def _syllables(word: str, language: str) -> int:
    stem = _MUTE[language].sub("", word) if len(word) > 3 else word
    return max(1, len(_VOWELS.findall(stem)))
