"""Animals that a text names: they are no persons, whatever is said of their age and health."""

from collections.abc import Iterator

from planbuilder.language.lexicon import Lexicon
from planbuilder.language.sentences import Read

_APART = 2
"""Words that stand at most between an animal and its name: « la girafe réticulée Kimba »."""
_OWNED = frozenset({"de", "d'", "du", "of"})
"""« le chien de Marie »"""


def named_animals(read: Read, words: Lexicon) -> frozenset[str]:
    """The names of the animals of a text: « notre chien Gaston », « Kimba, la girafe »."""
    animals = words.lists.get("animals")
    return frozenset(_names(read, animals.words)) if animals else frozenset()


def _names(read: Read, animals: frozenset[str]) -> Iterator[str]:
    for place, word in enumerate(read.words):
        if word not in animals:
            continue
        sentence = read.sentences[read.sentence[place]]
        before = range(max(sentence.first, place - _APART), place)
        after = range(place + 1, min(sentence.last, place + 1 + _APART))
        yield from (read.words[near] for near in (*before, *after) if _is_name(read, near))


def _is_name(read: Read, place: int) -> bool:
    typed = read.text[read.starts[place] : read.ends[place]]
    return typed[0].isupper() and not typed.isupper() and read.words[place - 1] not in _OWNED
