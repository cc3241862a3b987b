"""What a text repeats only to take it back: « nous avons parlé d'une broutille. C'était faux »."""

from planbuilder.language.sentences import Read
from planbuilder.patterns import regex

_TOLD = frozenset(
    [
        *("dit", "dire", "parle", "repondu", "ecrit", "promis", "annonce", "affirme", "cru", "qualifie", "raconte"),
        *("lit", "entend", "pretend", "explique", "minimise", "repete", "reproche"),
        *("said", "say", "saying", "called", "replied", "wrote", "promised", "told", "claimed", "blamed", "insisted"),
        *(
            "tell",
            "claim",
            "pretend",
            "suggest",
            "compared",
            "joked",
            "spoke",
            "written",
            "calling",
            "used",
            "refused",
            "declined",
        ),
    ]
)
_TAKEN_BACK = regex(
    r"c['’](?:était|est|étaient) (?:faux|inexact|indigne|maladroit|honteux|injuste"
    r"|(?:une? |notre |la )?(?:pire )?(?:erreur|faute|dérobade|mensonge|maladresse|échappatoire|bêtise|facilité))"
    r"|(?:avions|avais|avons eu|ai eu) tort|n['’]en sa(?:vons|is) rien|rien ne permet d|ne nous intéresse pas"
    r"|ne suffi(?:t|rait|sait) pas|serait (?:une insulte|mentir|indigne|trop facile|faux|indécent)"
    r"|n['’]aurait aucun sens"
    r"|(?:that|it|this) was (?:wrong|untrue|false|evasive|unworthy|unfair|careless|an? (?:mistake|excuse|dodge|lie))"
    r"|(?:we|i) (?:were|was) wrong|would be (?:an insult|a lie|wrong|too easy)|we do not know that"
    r"|should(?:n['’]t| not) have (?:said|used|called|written|made|compared|joked|put|posted|blamed|spoken)"
    r"|(?:we|i) (?:take|took|withdraw|withdrew) (?:it|that|this|those|the words?|them)\b|did(?:n['’]t| not) help anyone"
)
_FOLLOWING = 2
"""Sentences within which something is taken back."""


def taken_back(read: Read, place: int) -> bool:
    """Whether the sentence at a place tells what was said, and it or the next ones take it back."""
    number = read.sentence[place]
    sentence = read.sentences[number]
    if _TOLD.isdisjoint(read.words[sentence.first : sentence.last]):
        return False
    last = read.sentences[min(number + _FOLLOWING, len(read.sentences) - 1)].last
    return bool(_TAKEN_BACK.search(read.text[read.starts[sentence.first] : read.ends[last - 1]].lower()))
