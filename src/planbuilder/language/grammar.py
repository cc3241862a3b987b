"""What a word may be in a sentence, by its ending and by short lists: an actor, a verb of feeling, a participle."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

SELF, IDLE, FAULTY, HARM, SAY, INFO, ACTOR, REMEDY, ASKED, TELL = (1 << n for n in range(10))
"""We; verbs of feeling and being; our faults; what befalls; to come; news; who acts; what helps; to ask; to say."""

HAVE, BE, WILL, NEGATION, ADVERB, PARTICIPLE, DOING, FUTURE, CLITIC, FUNCTION, FINITE, UNASKED, EVENT, OTHERS = (
    1 << n for n in range(10, 24)
)
"""Helping verbs, and what the ending of a word makes it."""

_NAMES = {
    "self": SELF,
    "idle": IDLE,
    "faulty": FAULTY,
    "harm": HARM,
    "say": SAY,
    "info": INFO,
    "actors": ACTOR,
    "remedy": REMEDY,
    "asked": ASKED,
    "tell": TELL,
    "have": HAVE,
    "be": BE,
    "will": WILL,
    "negation": NEGATION,
    "adverb": ADVERB,
    "participle": PARTICIPLE,
    "clitic": CLITIC,
    "function": FUNCTION,
    "unasked": UNASKED,
    "event": EVENT,
    "others": OTHERS,
}
_SHORTEST = 2


@cache
def _table(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """The words of a language and its beginnings of words, each with what it may be."""
    data: Mapping[str, str] = json.loads(Path(__file__).with_name(f"grammar.{language}.json").read_text("utf-8"))
    whole: dict[str, int] = {}
    begun: dict[str, int] = {}
    for name, words in data.items():
        for word in words.split():
            table = begun if word.endswith("*") else whole
            key = word.removesuffix("*")
            table[key] = table.get(key, 0) | _NAMES[name]
    return whole, begun


@lru_cache(maxsize=16384)
def marks(word: str, typed: str, language: str) -> int:
    """What a word may be; `typed` is the word in small letters with its accents."""
    whole, begun = _table(language)
    if typed == "à":
        return FUNCTION
    found = whole.get(word, 0)
    for end in range(_SHORTEST, len(word) + 1):
        found |= begun.get(word[:end], 0)
    if language == "en" and word.endswith("ing"):
        verb = word[:-3] + "e"  # coming: come; not wing: we
        found |= (whole.get(verb, 0) | begun.get(verb, 0)) & ~(ASKED | SELF | FUNCTION)
    return found | (_french(word, typed, found) if language == "fr" else _english(word, found))


def _english(word: str, known: int) -> int:
    if word == "going":
        return DOING
    if not word.isalpha() or known & (FUNCTION | HAVE | BE | WILL | NEGATION):
        return 0
    found = 0
    if word.endswith("ed"):
        found |= PARTICIPLE | FINITE
    if word.endswith("ing") and len(word) > len("thing"):
        found |= DOING
    if word.endswith("ly"):
        found |= ADVERB
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        found |= FINITE
    return found


_PAST = (
    *("u", "ue", "us", "ues", "i", "ie", "is", "ies", "ise", "ises", "it", "ite", "its", "ites"),
    *("ert", "erte", "erts", "ertes", "aint", "einte", "eint", "eints", "eintes", "uit", "uite", "uits", "uites"),
)
_TRADE = 6
_TRADES = ("eurs", "eur", "istes", "iste", "iciens", "icien", "iciennes", "icienne", "trices", "trice")
"""How the names of those who do something end: « démineurs » need not be listed."""

_NO_TRADES = (
    *("erreur", "chaleur", "valeur", "couleur", "longueur", "largeur", "hauteur", "epaisseur", "profondeur", "moteur"),
    *("vapeur", "ascenseur", "ordinateur", "serveur", "compteur", "capteur", "secteur", "interieur", "exterieur"),
    *("meilleur", "plusieurs", "ailleurs", "douleur", "malheur", "bonheur", "fureur", "terreur", "horreur", "saveur"),
    *("faveur", "rigueur", "vigueur", "humeur", "tumeur", "stupeur", "torpeur", "grandeur", "majeur", "mineur"),
    *("superieur", "inferieur", "anterieur", "ulterieur", "congelateur", "refrigerateur", "radiateur", "generateur"),
    *("transformateur", "disjoncteur", "interrupteur", "reacteur", "tracteur", "extincteur", "detecteur", "indicateur"),
    *("ventilateur", "climatiseur", "routeur", "amateur", "ampleur", "laideur", "pudeur", "candeur", "froideur"),
    *("existe", "consiste", "insiste", "persiste", "subsiste", "resiste", "assiste", "cicatrice", "matrice", "motrice"),
    *("terroriste", "supporteur", "agresseur", "envahisseur", "casseur", "raciste", "sexiste"),
)

_NO_FUTURE = frozenset(
    ["opera", "camera", "cholera", "extra", "infra", "sierra", "environs", "front", "affront", "bras"]
)


def _french(word: str, typed: str, known: int) -> int:
    found = 0
    if word.endswith(("rai", "ras", "ra", "rons", "rez", "ront")) and len(word) > 3 and word not in _NO_FUTURE:
        found |= FUTURE | FINITE
    if not word.isalpha() or known & (FUNCTION | HAVE | BE | NEGATION | CLITIC):
        return found
    if typed.endswith(("é", "ée", "és", "ées")) or (
        len(word) > 2 and word.endswith(_PAST) and not word.endswith(("que", "ques", "gue", "gues"))
    ):
        found |= PARTICIPLE
    if not known and len(word) > _TRADE and word.endswith(_TRADES) and not word.startswith(_NO_TRADES):
        found |= ACTOR
    if (word.endswith(("ons", "ent")) and not word.endswith(("ment", "ions"))) or word.endswith("issent"):
        found |= FINITE
    if word.endswith(("ement", "amment", "emment")):
        found |= ADVERB
    return found
