"""Who is recognised in French without a title: greeted, of somebody's kin, or named beside a street or an illness."""

from collections.abc import Iterator

from planbuilder.language.lexicon import Lexicon
from planbuilder.language.sentences import Read, Sentence
from planbuilder.patterns import regex

_GREETS = frozenset({"bonjour", "bonsoir", "cher", "chere"})
_KIN = frozenset(
    [
        *("fils", "fille", "mere", "pere", "frere", "soeur", "femme", "mari", "epouse", "epoux", "veuve"),
        *("veuf", "compagne", "compagnon", "neveu", "niece", "papa", "maman"),
    ]
)
_TRADE = (
    "eur",
    "euse",
    "ier",
    "iere",
    "ien",
    "ienne",
    "ger",
    "gere",
    "iste",
    "maire",
    "cure",
    "notaire",
    "professeure",
)
_NO_TRADE = frozenset(
    [
        *("passager", "passagere", "voyageur", "voyageuse", "premier", "premiere", "dernier", "derniere"),
        *("chien", "quartier", "conducteur", "conductrice", "soeur", "coeur", "chantier", "visiteur"),
        *("spectateur",),
    ]
)
_HARMED = frozenset(
    [
        *("victime", "eleve", "patient", "patiente", "blesse", "blessee", "beneficiaire", "client", "cliente"),
        *("passager", "passagere", "abonne", "abonnee", "locataire", "adherent", "adherente", "resident"),
        *("residente", "employe", "employee", "salarie", "salariee", "auteur", "plaignant", "plaignante"),
        *("enfant", "disparu", "disparue", "defunt", "defunte", "pensionnaire", "malade", "conducteur"),
        *("conductrice", "usager", "lyceenne", "lyceen"),
    ]
)
_CARE = frozenset(
    [
        *("psychiatre", "psychiatrie", "psychologue", "addictologue", "oncologue", "alcoolisme", "overdose"),
        *("suicide", "dialyse"),
    ]
)
_YOURS = frozenset({"votre", "vos"})
_INTIMATE = (
    *("prothes", "ordonnance", "chimio", "insuline", "preservatif", "surendettement", "divorce", "dentier", "pilule"),
    *(
        "contracepti",
        "hospitalisation",
        "depistage",
        "grossesse",
        "avortement",
        "biopsie",
        "impaye",
        "expulsion",
        "rsa",
    ),
)
_LIVES = frozenset({"habitez", "demeurez", "logez", "vivez"})
_STREETS = frozenset({"rang", "cite", "lotissement", "sentier", "esplanade", "route", "ruelle"})
_CLASS = regex(r"cp\b|c[em] [12]\b|[3-6] e [a-z]\b")
_NO_NUMBER_AFTER = frozenset({"a", "le", "du", "de", "des", "les", "et", "vers", "numero"})
_NOT_OF_A_HOUSE = frozenset({"h", "heures", "heure", "ans", "euros", "personnes", "jours", "minutes"})
_NEAR = 6
_REACH = 10


def identified(read: Read, words: Lexicon, names: frozenset[str]) -> Iterator[str]:
    """The words that let people recognise somebody of whom a sentence tells an address, an age or an illness."""
    for sentence in read.sentences:
        for place in range(sentence.first, sentence.last):
            known = (
                _greeted(read, words, sentence, place)
                or _of_kin(read, words, sentence, place)
                or _apposed(read, words, sentence, place, names)
            )
            if known:
                yield read.typed(place, min(place + 3, sentence.last))
                return


def _capital(read: Read, sentence: Sentence, place: int) -> bool:
    """Whether a word within a sentence begins with one capital."""
    if not sentence.first < place < sentence.last:
        return False
    typed = read.text[read.starts[place] : read.ends[place]]
    return typed[0].isupper() and not typed.isupper() and len(typed) > 1


def _greeted(read: Read, words: Lexicon, sentence: Sentence, place: int) -> bool:
    """« chère Delphine Aubry, 5 rue Neuve », « Bonjour Monsieur Kessler, votre prothèse »."""
    if read.words[place] not in _GREETS:
        return False
    here = place + 1
    titled = here < sentence.last and read.words[here] in words.lists["titles"].words
    here += titled
    if not _capital(read, sentence, here) or not (titled or _capital(read, sentence, here + 1)):
        return False
    rest = range(here + 1, sentence.last)
    lives = not _LIVES.isdisjoint(read.words[here : sentence.last])
    yours = [one for one in rest if read.words[one] in _YOURS]
    intimate = any(
        word.startswith(_INTIMATE) for one in yours for word in read.words[one : min(one + _NEAR, sentence.last)]
    )
    return intimate or lives or any(_house(read, words, one) for one in rest)


def _of_kin(read: Read, words: Lexicon, sentence: Sentence, place: int) -> bool:
    """« le fils du boulanger, 8 ans », « la fille des Tremblay, au 44 du rang »."""
    if read.words[place] not in _KIN or read.words[place + 1 : place + 2] not in (["du"], ["de"], ["des"], ["d'"]):
        return False
    here = place + 2
    here += read.words[here : here + 1] in (["la"], ["l'"], ["petit"], ["petite"])
    if here >= sentence.last:
        return False
    word = read.words[here]
    trade = word.endswith(_TRADE) and word not in _NO_TRADE and read.words[place + 1] != "des"
    if not trade and not _capital(read, sentence, here):
        return False
    return any(_tells(read, words, one) for one in range(here + 1, min(here + _REACH, sentence.last)))


def _apposed(read: Read, words: Lexicon, sentence: Sentence, place: int, names: frozenset[str]) -> bool:
    """« l'élève agressée, Inès Haddad, de 3e C », « le bénéficiaire, Yvan Marti, chemin des Cèdres 9 »."""
    if not (_capital(read, sentence, place) and _capital(read, sentence, place + 1)) or read.parted[place + 1]:
        return False
    after = place + 2
    if not read.parted[place] or after >= sentence.last or not read.parted[after] or read.words[place] in names:
        return False
    of_whom = not _HARMED.isdisjoint(read.words[max(place - _REACH, sentence.first) : place])
    return of_whom and any(_tells(read, words, one) for one in range(after, min(after + _REACH, sentence.last)))


def _tells(read: Read, words: Lexicon, place: int) -> bool:
    """Whether an age, an address, a class or an illness stands at a place."""
    word = read.words[place]
    aged = word.isdecimal() and not words.lists["age"].words.isdisjoint(read.words[place + 1 : place + 2])
    ill = words.lists["health"].takes(read, place) or word in _CARE
    return aged or ill or bool(_CLASS.match(" ".join(read.words[place : place + 3]))) or _house(read, words, place)


def _house(read: Read, words: Lexicon, place: int) -> bool:
    """Whether the number of a house stands here, before its street or, as in Switzerland, behind it."""
    if not read.words[place].isdecimal() or not _NOT_OF_A_HOUSE.isdisjoint(read.words[place + 1 : place + 2]):
        return False
    streets = words.lists["street"].words | _STREETS
    if not streets.isdisjoint(read.words[place + 1 : place + 3]):
        return True
    before = read.words[max(place - 4, 0) : place]
    return not streets.isdisjoint(before) and before[-1] not in _NO_NUMBER_AFTER and not read.parted[place]
