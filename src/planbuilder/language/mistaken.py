"""English deeds that are the fault itself: “we cut the power by mistake”, “the order was badly handled”."""

from planbuilder.language import grammar as g
from planbuilder.language.clauses import Clauses

_BADLY = frozenset(
    [
        *("badly", "poorly", "wrongly", "mistakenly", "accidentally", "inadvertently", "unlawfully", "unfairly"),
        *("needlessly", "carelessly", "clumsily", "incorrectly", "improperly", "inadequately", "rudely", "unjustly"),
        *("unnecessarily", "erroneously", "negligently", "prematurely", "insufficiently", "unwisely", "shabbily"),
        *("thoughtlessly", "unintentionally", "unknowingly", "illegally", "recklessly", "sloppily", "foolishly"),
    ]
)
_BY_FAULT = frozenset(
    [("by", "mistake"), ("by", "accident"), ("by", "error"), ("in", "error"), ("by", "oversight"), ("too", "hastily")]
)
_UNHEARD = frozenset(
    [
        *("telling", "consulting", "informing", "checking", "listening", "explaining", "thinking", "consent"),
        *("permission", "authorisation", "authorization", "consultation", "checks", "justification"),
    ]
)
_PARTS = frozenset(
    [
        *("who", "whom", "whose", "that", "which", "where", "what", "we", "they", "it", "you", "he", "she", "i"),
        *("and", "but", "so", "because", "if", "when", "after", "before", "since", "until"),
    ]
)
"""Words with which another clause begins."""


def done_amiss(told: Clauses, start: int, verb: int, end: int) -> bool:
    """Whether what is done, from its helping verb on, was done wrongly; not “we repaid what we took in error”."""
    words = told.words
    if not _BADLY.isdisjoint(words[start:verb]):
        return True
    for place in range(verb + 1, end):
        word, after = words[place], words[place + 1 : min(place + 2, end)]
        if word in _PARTS or (told.marks[place] & g.PARTICIPLE and word not in _UNHEARD):
            return False
        if word in _BADLY:
            return not told.is_a(place + 1, end, g.PARTICIPLE)
        if after and ((word, after[0]) in _BY_FAULT or (word == "without" and after[0] in _UNHEARD)):
            return True
    return False
