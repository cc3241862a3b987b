"""Words that only sound like a need: “the matter is receiving our full attention” is no deed."""

from collections.abc import Callable

from planbuilder.language.lexicon import Lexicon
from planbuilder.language.sentences import Read

Place = tuple[int, int]


def seeming(read: Read, words: Lexicon) -> Callable[[str, Place], bool]:
    """Whether all words at a place of a text, which would meet a need, belong to a phrase that means something else."""
    other = {(one.phrase.meaning, place) for one in words.senses.found(read) for place in range(one.first, one.last)}
    return lambda need, place: bool(other) and all((need, one) in other for one in range(*place))
