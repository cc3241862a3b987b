"""French deeds that are none or the fault itself: words without a deed, something bad given, somebody called names."""

from itertools import pairwise

from planbuilder.language import grammar as g
from planbuilder.language.clauses import AHEAD
from planbuilder.language.sentences import Read

_GIVING = (
    *("loue", "loge", "heberg", "install", "pose", "utilis", "employ", "transport", "imprim", "administr", "inject"),
    *("prescri", "construi", "remis", "fourni", "donn", "servi", "achet", "import", "inscri", "cuisin"),
)
_BAD = (
    *("perim", "contamin", "erron", "faux", "fausse", "mauvais", "defectueu", "avari", "inadapt", "insalubre"),
    *("abim", "perce", "incomplet", "illisible", "inutilisable", "dangereu", "trop"),
)
_UNHEARD = frozenset({"que", "qu'", "prevenir", "consulter", "avertir", "ecouter", "demander", "concerter"})
_FREE = frozenset({"delai", "tarder", "frais", "condition", "conditions", "justificatif", "rendez", "interruption"})
"""« sans frais », « sans délai »: what is given so is not bad."""
_EMPTY = frozenset({"maximum", "necessaire", "possible", "mieux", "bout", "impossible"})
_HOLLOW = (
    ("reserv", frozenset({"droit", "possibilite", "faculte"})),
    ("accus", frozenset({"reception"})),
    ("suiv", frozenset({"situation", "affaire", "evolution", "evenements", "actualite", "sujet"})),
)
"""« nous nous réservons le droit de … » threatens; « nous suivons la situation » does nothing."""
AS_EVER = ("circul", "roul", "navigu", "coul", "tourn")
"""How verbs begin of what trains, boats and water do where all is well: news, and no help to a reader."""
_LOSS = frozenset({"fermeture", "suppression"})
_OF = frozenset({"du", "de", "des", "d'"})
_YEAR = 4
_NEAR = 5
_SENT = ("envoy", "adress", "remis", "post", "livr", "tenu", "organis", "propos", "lu", "mis", "redig", "programm")
_NEWS = frozenset(["point", "points", "bilan", "message", "nouvelles", "information", "informations", "bulletin"])
_IER = frozenset(
    [
        *("confions", "defions", "mefions", "fions", "etudions", "expedions", "dedions", "remedions", "congedions"),
        *("mendions", "radions", "irradions", "incendions", "publions", "republions", "oublions", "relions", "lions"),
        *("allions", "rallions", "affilions", "concilions", "reconcilions", "domicilions", "resilions", "plions"),
        *("replions", "deplions", "multiplions", "supplions", "delions", "pallions", "copions", "recopions"),
        *("photocopions", "expions", "epions", "trions", "crions", "decrions", "prions", "varions", "parions"),
        *("marions", "approprions", "contrarions", "inventorions", "repertorions", "rapatrions", "expatrions"),
        *("negocions", "renegocions", "associons", "apprecions", "remercions", "licencions", "differencions"),
        *("scions", "gracions", "dissocions", "photographions", "cartographions", "privilegions", "convions"),
        *("envions", "skions", "manions", "remanions", "initions", "rassasions", "nions", "renions"),
    ]
)
"""What « nous » does now by a verb in -ier: « trions », « négocions »."""
_MORE = frozenset({"plus", "moins", "mieux"})
_MOST = frozenset({"le", "la", "les"})
_BEFALLEN = (
    *("attein", "fauch", "happ", "broy", "electrocut", "etouff", "defigur", "bouscul", "pietin", "griff", "projet"),
    *("eject", "surpris", "amput", "rattrap", "eprouv", "traumatis", "intimid", "terroris", "terrifi", "trahi"),
)
"""How participles begin of what befalls people."""

_GONE = ("reven", "repass", "pass", "retourn", "remont", "descend", "venu", "parti", "reparti", "sorti", "monte")
_WHERE = frozenset({"a", "au", "aux", "chez", "en", "jusqu'", "chercher", "voir", "verifier", "prendre"})
_ASTRAY = frozenset(
    [
        *("cote", "travers", "normale", "calme", "tard", "retard", "vacances", "conges", "conge", "vide", "bout"),
        *("bord", "second", "defaut", "crise", "colere", "charge", "attaque", "guerre", "tete", "avance", "pertes"),
    ]
)
_WHITHER = 4


def lost(read: Read, marks: list[int], place: int, first: int) -> bool:
    """« la fermeture de huit lits », « l'incendie du gymnase »: no remedy, but what was lost."""
    start = max(first, place - 3)
    if not _LOSS.isdisjoint(read.words[start:place]):
        return True
    of = not _OF.isdisjoint(read.words[max(first, place - 2) : place])
    return of and any(mark & g.EVENT for mark in marks[start:place])


def on_a_day(words: list[str]) -> bool:
    """Whether an article begins a date, and no object: « les concerts commencent le 12 mai »."""
    return len(words) > 1 and words[0] == "le" and (words[1][0].isdigit() or words[1].startswith("{date"))


def comes_from(words: list[str]) -> bool:
    """« nos œufs viennent de la ferme », not « nos équipes viennent de réparer »: a verb, and the words after it."""
    origin = words[0].startswith("vien") and bool({"de", "d'", "du", "des"} & set(words[1:2]))
    return origin and not any(word.endswith(("er", "ir", "re", "oir")) for word in words[2:])


def always_so(words: list[str]) -> bool:
    """« depuis 1962 » tells what somebody is, not what is done about anything."""
    return any(one == "depuis" and other.isdecimal() and len(other) == _YEAR for one, other in pairwise(words))


def given_badly(read: Read, verb: int, end: int) -> bool:
    """Whether what was given was bad, or done behind backs: « nous avons loué une maison sans chauffage »."""
    if any(one == "sans" and other in _UNHEARD for one, other in pairwise(read.words[verb + 1 : end])):
        return True
    if not read.words[verb].startswith(_GIVING):
        return False
    for here in range(verb + 1, end):
        if read.parted[here] or read.words[here] in {"et", "puis", "pour"}:
            return False
        without = read.words[here] == "sans" and read.words[here + 1 : here + 2] != ["attendre"]
        if read.words[here].startswith(_BAD) or (without and not _FREE & set(read.words[here + 1 : here + 3])):
            return True
    return False


def nothing_said(read: Read, verb: int, end: int) -> bool:
    """« nous faisons le maximum », « nos équipes mettent tout en œuvre »: words for a deed, and none."""
    after = read.words[verb + 1 : min(verb + _NEAR, end)]
    if any(read.words[verb].startswith(begins) and not of.isdisjoint(after) for begins, of in _HOLLOW):
        return True
    return not _EMPTY.isdisjoint(after) or ("tout", "en") in pairwise(after)


def gone_somewhere(words: list[str]) -> bool:
    """Whether who is gone did something there: « revenus à la version d'hier »; not « passés à côté »."""
    start = 2 if words[1:2] and words[1] in {"hier", "vous", "tous", "aussitot"} else 1
    after = words[start : start + _WHITHER]
    return words[0].startswith(_GONE) and not _WHERE.isdisjoint(after[:1]) and _ASTRAY.isdisjoint(after)


def called_names(read: Read, verb: int, end: int) -> bool:
    """« j'ai traité nos abonnés de « pleureuses » »"""
    after = range(verb + 1, min(verb + AHEAD, end - 1))
    named = any(read.words[here] in {"de", "d'"} and read.quoted[here + 1] for here in after)
    return named and read.words[verb].startswith(("trait", "qualifi"))


def befell(words: list[str], verb: int) -> bool:
    """Whether what was done only befell somebody: « deux passagers ont été projetés », « la plus atteinte »."""
    most = words[verb - 1] in _MORE and words[verb - 2] in _MOST
    return most or words[verb].startswith(_BEFALLEN)


def news_sent(before: list[str], verb: str) -> bool:
    """« le prochain point vous sera envoyé »: the next word, and nothing that is done."""
    return verb.startswith(_SENT) and not _NEWS.isdisjoint(before)


def imperfect(verb: str) -> bool:
    """Whether « nous » did so once: « facturions », « vendions »; not « vérifions »."""
    return verb.endswith("ions") and not verb.endswith("ifions") and verb not in _IER
