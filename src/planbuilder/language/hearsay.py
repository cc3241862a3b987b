"""French conditionals that pass on a guess: « l'incendie serait dû à … »; not « il serait utile de … »."""

import re
from collections.abc import Iterator
from itertools import pairwise

from planbuilder.language.retractions import taken_back
from planbuilder.language.sentences import Read, Sentence
from planbuilder.patterns import regex

_CONDITIONAL = regex(r"(?:au|\w*(?:e|clu|i|d|v|aît|mett|batt|cour|mour|er|romp))rai(?:t|ent)")
_LONGEST_VERB = 30
_IMPERFECT = regex(
    r"\w*(?:(?:^|at|re|é|sou)tir|admir|désir|[sx]pir|oupir|(?:^|ch?a)vir|empir|chir|cir|délir"
    r"|(?:ca|gen|vi|pou|on|sou|hy|lin)dr|ouvr|livr|couvr|navr|œuvr|oeuvr|enivr|sevr|poivr|givr|[^v]err)ai(?:t|ent)"
)
"""Verbs whose imperfect ends like a conditional: « les doses expiraient en mai », « nous serrions les vis »."""

_MODAL = regex(
    r"(?:devr|pourr|saur|err|faudr|voudr|aimer|souhaiter|préférer|mériter|gagner|vaudr|suffir|permettr|aider|éviter|plair|conviendr)ai(?:t|ent)"
)
"""Verbs whose conditional asks, advises or weighs."""

_CLAIM = regex(
    r"affirm|prétend|(?<!les )(?<!premières )rumeur|on (?:lit|dit|entend)|selon (?:un|une|des|certains)"
    r"|racont\w+ qu['e’]|message (?:dit|circule)|laiss\w+ (?:entendre|croire)"
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
        "bon",
        "sage",
        "temps",
    ]
)
_JUDGING = ("ete", "eux", "ent", "able", "ible", "al", "ile", "if", "age", "ant")
"""Endings of adjectives that judge: « il serait dangereux de … »."""

_OUR_WORD = ("dit", "annonc", "preven", "promis", "ecrit", "inform", "assur", "pens", "cru", "affirm", "indiqu")

_ANYONE = frozenset({"chacun", "quiconque", "importe", "toute", "tout", "personne", "nul", "moi", "vous", "tu", "je"})
"""« toute mère serait inquiète », « moi aussi, ça me ferait bondir »: what anyone would feel, or what we would do."""

_SIMPLEST = ("enfant", "gamin", "bebe", "debutant", "aveugle", "sourd", "novice")
"""« un enfant de six ans comprendrait que … » compares, and guesses nothing."""

_SEEN = frozenset({"vu", "compris", "su", "devine", "remarque", "reconnu", "senti"})

_FELT = (
    *("choqu", "inquiet", "furieu", "fach", "decu", "triste", "effondr", "boulevers", "indign", "revolt", "exasper"),
    *("excede", "stress", "paniqu", "affol", "secou", "ebranl", "agac", "enerv", "irrit", "frustr", "contrari"),
    *("ecoeur", "degout", "amer", "vex", "bless", "perdu", "epuis", "angoiss", "rage", "enrag", "hurl"),
    *("craqu", "bondi", "peste", "rale", "desempar", "demuni", "abattu", "remonte", "surpris", "mefi", "plaind"),
    *("embet", "pleur", "honte"),
)
"""How words begin of what anyone would feel: « on serait choqué à moins »."""

_THAT = frozenset({"que", "qu'"})
_OTHERS_SAY = frozenset(
    [
        *("article", "presse", "journal", "journaux", "journaliste", "quotidien", "magazine", "gazette"),
        *("video", "publication", "post", "message", "sms", "mail", "courriel", "lettre", "tract", "affiche", "blog"),
        *("billet", "site", "forum", "tweet", "compte", "page", "capture", "montage", "photo", "enregistrement"),
        *("chaine", "reseaux", "internaute", "influenceur", "influenceuse", "youtubeur", "youtubeuse", "youtube"),
        *("television", "tele", "radio", "emission", "reportage", "podcast", "bruit", "rumeur", "certain", "certaine"),
        *("detracteur", "chronique", "editorial", "commentaire", "legende", "canular", "commerage", "voisin"),
        *("banderole", "pancarte", "petition", "groupe", "fil", "courrier", "depeche", "titre", "tribune"),
        "hebdomadaire",
    ]
)
"""Those whose word is no account of ours, in the singular: the press, the web, gossip; not the police."""
_SAYING = (
    *("indiqu", "affirm", "assur", "ecri", "dit", "dire", "disent", "disant", "pretend", "soutien", "annonc", "lais"),
    *("racont", "expliqu", "rapport", "avanc", "sugger", "insinu", "circul", "court", "courent", "evoqu", "accus"),
    *("repand", "repet", "parait", "clam", "propag", "colport", "relay", "lire", "entend", "murmur", "chuchot"),
    *("pens", "croi", "imagin", "titr", "publi", "jurent", "persuad", "convain", "parl", "veut"),
)
_HEARD = ("entend", "appris", "dit", "racont", "ecri", "lire", "parl", "annonc")
_READ = frozenset({"lu", "lus", "lue", "vu", "vus", "vue", "lisez", "voyez"})
_GOSSIP = frozenset({"dit", "raconte", "murmure", "chuchote", "repete", "colporte"})
"""« il se dit que … »"""
_PARTS = frozenset({"et", "mais", "car", "or", "donc", "puis"})
_STOPS = frozenset(":;(–—")

_REACH = 8
_AFTER = 4


def hearsay(read: Read) -> Iterator[str]:
    """The words of each conditional of hearsay."""
    for place, word in enumerate(read.words):
        if supposed(word) and _is_conditional(read.text[read.starts[place] : read.ends[place]].lower()):
            sentence = read.sentences[read.sentence[place]]
            told = told_by_others(read, place) or taken_back(read, place)
            if not (sentence.asks or told or _excused(read, sentence, place)):
                yield read.typed(max(sentence.first, place - 2), min(place + _AFTER, sentence.last))


def supposed(word: str) -> bool:
    """Whether a verb ends like a conditional, which does nothing: « l'entreprise fermerait ses portes »."""
    return word.endswith(("rait", "raient"))


def _is_conditional(typed: str) -> bool:
    """Whether a word, with its accents, is a conditional, but of a verb that asks or advises; not « retirait »."""
    is_word = len(typed) <= _LONGEST_VERB
    return (
        is_word
        and bool(_CONDITIONAL.fullmatch(typed))
        and not _IMPERFECT.fullmatch(typed)
        and not _MODAL.fullmatch(typed)
    )


def _excused(read: Read, sentence: Sentence, place: int) -> bool:
    """Whether a conditional depends on something, judges, regrets, or tells what others claim."""
    rest = read.words[place + 1 : min(place + 1 + _AFTER, sentence.last)]
    before = read.words[max(sentence.first, place - _REACH) : place]
    inside = read.words[sentence.first : sentence.last]
    should = {"du", "pu", "fallu", "voulu", "suffi"} & set(rest[:3]) and read.words[place].startswith("aur")
    depends = "si" in inside or ("s'", "il") in pairwise(inside) or "sans" in before
    if {"cause", "origine"} & set(before[-2:]):
        return depends
    ours = not _ANYONE.isdisjoint(before[-4:]) or "nous" in before[-3:] or before[-1:] == ["j'"]
    if ours or should or depends or _JUDGED & set(rest) or {"qui", "quiconque"} & set(before[-2:]) or "dont" in before:
        return True
    follows = before[-1:] in (["cela"], ["ca"], ["il"], ["elle"]) and {"car", "parce"} & set(before[-4:])
    if follows and not read.words[place].startswith(("serai", "aurai", "viend", "provien")):
        return True
    even = ("meme", "un") in pairwise(before) or _compares(read.words[place], before, rest)
    if even or _of_anyone(read.words[place], before, rest) or _told_by_us(read.words[sentence.first : place]):
        return True
    judged = before[-1:] == ["il"] and rest[:1] and rest[0].endswith(_JUDGING)
    better = before[-1:] == ["il"] and rest[:1] in (["plus"], ["moins"]) and rest[2:3] in (["de"], ["d'"])
    if better or (judged and {"de", "d'", "que", "qu'"} & set(rest[1:3])):
        return True
    claimed = _CLAIM.search(read.text[read.starts[sentence.first] : read.ends[sentence.last - 1]])
    return bool(claimed) and "rumeur" not in before[-2:]  # « la rumeur viendrait de … » is our guess


def told_by_others(read: Read, place: int) -> bool:
    """Whether a word stands in what others say, or what readers have heard: « un article indique que … »."""
    first = read.sentences[read.sentence[place]].first
    that = place
    while that > first and read.words[that] not in _THAT:
        apart = read.parted[that] and read.words[that] in _PARTS
        if apart or not _STOPS.isdisjoint(read.text[read.ends[that - 1] : read.starts[that]]):
            return False
        that -= 1
    said = read.words[first:that]
    if "selon" in said or not {"notre", "nos", "ai", "avons", "je", "j'"}.isdisjoint(said):
        return False
    told = any(word in _READ or word.startswith(_HEARD) for word in said)
    if told and "vous" in said and ("nous", "vous") not in pairwise(said):
        return True
    if any(one == "se" and other in _GOSSIP for one, other in pairwise(said)):
        return True
    source = next((at for at, word in enumerate(said) if word.removesuffix("s") in _OTHERS_SAY), None)
    return source is not None and any(word.startswith(_SAYING) for word in said[source + 1 :])


def _of_anyone(conditional: str, before: list[str], rest: list[str]) -> bool:
    """Whether « on » is anyone, who would feel so: « on s'énerverait à moins »; not « on compterait dix blessés »."""
    if "on" not in before[-2:]:
        return False
    if {("a", "moins"), ("pour", "moins"), ("a", "bout")} & set(pairwise(rest)):
        return True
    if conditional.startswith("aurai"):
        return not {"peur", "honte", "envie", "rage"}.isdisjoint(rest[:2])
    feels = rest[:3] if conditional.startswith("serai") else [conditional]
    return any(word.startswith(_FELT) for word in feels)


def _compares(conditional: str, before: list[str], rest: list[str]) -> bool:
    """« un enfant de six ans comprendrait que … », not « un enfant aurait apporté … »."""
    guesses = conditional.startswith(("aurai", "serai")) and _SEEN.isdisjoint(rest)
    return not guesses and any(one in {"un", "une"} and other.startswith(_SIMPLEST) for one, other in pairwise(before))


def _told_by_us(before: list[str]) -> bool:
    """Whether we had said what would come: « nous avons oublié de vous prévenir que l'école serait fermée »."""
    if not ({"que", "qu'"} & set(before) and {"avons", "avions", "ai", "avais"} & set(before)):
        return False
    return "ete" not in before and any(word.startswith(_OUR_WORD) for word in before)
