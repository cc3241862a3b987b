"""French conditionals that pass on a guess: « l'incendie serait dû à … »; not « il serait utile de … »."""

import re
from collections.abc import Iterator
from itertools import pairwise

from planbuilder.language.sentences import Read, Sentence

_HEARSAY = re.compile(
    r"(?:ser|aur|proviendr|viendr|concerner|toucher|contiendr|resulter|remonter|compter|depasser|atteindr|s'agir|agir|deplor"
    r"er|impliquer|manquer|releverr?|causer|blesser|detiendr|souffrir|porter|viser|dater|appartiendr|travailler|conduir|trouver|commencer)ai(?:t|ent)"
)
_CLAIM = re.compile(
    r"affirm|prétend|(?<!les )(?<!premières )rumeur|on (?:lit|dit|entend)|selon (?:un|une|des|certains)"
    r"|message (?:dit|circule)|laiss\w+ (?:entendre|croire)"
    r"|publication",
    re.IGNORECASE,
)
_JUDGED = frozenset(
    [
        "utile",
        "preferable",
        "souhaitable",
        "normal",
        "dommage",
        "faux",
        "possible",
        "premature",
        "malvenu",
        "bien",
        "juste",
        "injuste",
        "trop",
        "mieux",
        "pire",
        "vain",
        "inutile",
        "place",
    ]
)
_JUDGING = ("eux", "ent", "able", "ible", "al", "ile", "if", "age", "ant")
"""Endings of adjectives that judge: « il serait dangereux de … »."""

_OUR_WORD = ("dit", "annonc", "preven", "promis", "ecrit", "inform", "assur", "pens", "cru", "affirm", "indiqu")

_ANYONE = frozenset({"chacun", "quiconque", "importe", "toute", "tout", "personne", "nul", "moi", "vous", "tu", "je"})
"""« toute mère serait inquiète », « moi aussi, ça me ferait bondir »: what anyone would feel, or what we would do."""

_REACH = 8
_AFTER = 4


def hearsay(read: Read) -> Iterator[str]:
    """The words of each conditional of hearsay."""
    for place, word in enumerate(read.words):
        if word.endswith(("rait", "raient")) and _HEARSAY.fullmatch(word):
            sentence = read.sentences[read.sentence[place]]
            if not sentence.asks and not _excused(read, sentence, place):
                yield read.typed(max(sentence.first, place - 2), min(place + _AFTER, sentence.last))


def _excused(read: Read, sentence: Sentence, place: int) -> bool:
    """Whether a conditional depends on something, judges, regrets, or tells what others claim."""
    rest = read.words[place + 1 : min(place + 1 + _AFTER, sentence.last)]
    before = read.words[max(sentence.first, place - _REACH) : place]
    inside = read.words[sentence.first : sentence.last]
    should = {"du", "pu", "fallu", "voulu"} & set(rest[:3]) and read.words[place].startswith("aur")
    depends = "si" in inside or ("s'", "il") in pairwise(inside) or "sans" in before
    if not _ANYONE.isdisjoint(before[-4:]) or "nous" in before[-2:] or before[-1:] == ["j'"]:
        return True
    if should or depends or _JUDGED & set(rest) or {"qui", "quiconque"} & set(before[-2:]) or "dont" in before:
        return True
    if _told_by_us(read.words[sentence.first : place]):
        return True
    judged = before[-1:] == ["il"] and rest[:1] and rest[0].endswith(_JUDGING)
    if judged and {"de", "d'", "que", "qu'"} & set(rest[1:3]):
        return True
    return bool(_CLAIM.search(read.text[read.starts[sentence.first] : read.ends[sentence.last - 1]]))


def _told_by_us(before: list[str]) -> bool:
    """Whether we had said what would come: « nous avons oublié de vous prévenir que l'école serait fermée »."""
    if not ({"que", "qu'"} & set(before) and {"avons", "avions", "ai", "avais"} & set(before)):
        return False
    return "ete" not in before and any(word.startswith(_OUR_WORD) for word in before)
