"""Whether two people would judge a criterion in the same way."""

from functools import cache

from planbuilder.messages import base_of
from planbuilder.patterns import regex
from planbuilder.plan import Texts

JUDGED = ("en", "fr")
"""The languages whose words are known here."""

# `*`: and whatever follows; without it, the word itself and its plural
_WORDS = """
    two, three, four, five, six, seven, eight, nine, ten, twenty, fifty, hundred, thousand, dozen, twice, deux,
    trois, quatre, cinq, sept, huit, neuf, dix, vingt, cinquante, cent, mille, dizaine, douzaine, centaine, millier,

    dead, death, die, died, fatal*, kill*, injur*, hurt, wound*, sick, ill, poison*, contaminat*, pollut*, fire,
    explo*, flood*, storm*, earthquake, evacuat*, outage, power cut, breakdown, leak*, breach*, hack*, cyber*,
    ransom*, stolen, theft, attack*, bomb*, shooting, accident, crash*, collaps*, recall*, strike, arrest*, lawsuit,
    court, sued, boycott*, investigat*, search warrant, resign*, petition, hashtag, video, article, headline,
    vulnerabilit*, cve, missing child, missing person, close, closed, closure, stop, stopped, shut, is down,
    are down, goes down, unavailable, cancel*, bankrupt*, redundanc*, layoff, lay-off, danger, dangerous, mort*,
    décès, décéd*, victime, tué*, bless*, malad*, intoxi*, empoison*, contamin*, incendie, feu, explosion,
    inondation, crue, tempête, séisme, évacu*, panne, coupure, fuite, vol, volé*, pirat*, rançon*, attaque*,
    attentat, bombe, fusillade, effondr*, rappel*, grève, arrestation, plainte, tribunal, procès, enquête,
    perquisition, démission*, pétition, mot-dièse, vidéo, à la une, faille, dispar*, ferm*, arrêt*, hors service,
    indisponible, annul*, faillite, licenci*, dangereu*,

    suicid*, hospitalis*, hospitaliz*, to hospital, inaccessible, unreachable, assault*, trapped, drown*, harass*,
    indicted, in custody, protest, demonstration, shortage, smell of, unfit, withdrawal, withdrawn, data exposed,
    data is exposed, data are exposed, data loss, loss of data, does not work, do not work, agress*, noyade, noyé*,
    harcèlement, harcelé*, mis en examen, mise en examen, garde à vue, manifestation, pénurie, rupture de stock,
    rupture d'approvisionnement, odeur de, impropre, retrait, perte de données, données exposées, ne fonctionne,

    journalist, reporter, press, media, outlet, television, tv, radio, police, firefighter, fire brigade, ambulance,
    doctor, regulator, inspector, authorit*, minister, mayor, prefect, council*, union, competitor, lawyer,
    shareholder, patient, pupil, journaliste, presse, média, télévision, gendarm*, pompier, samu, médecin, préfet,
    préfecture, ministre, ministère, maire, élu, inspect*, autorité, syndicat, concurrent, avocat, actionnaire,
    élève,

    in a shop, in the shop, in a school, in the school, at school, in hospital, in a ward, in the plant,
    in a factory, on site, in town, in the building, in the shops, in our shops, in customers’ homes,
    in customers' homes, en boutique, en magasin, à l'école, à l’école, à l'hôpital, à l’hôpital, dans l'usine,
    dans l’usine, sur site, sur le site, en ville, dans la ville, dans la commune, dans le bâtiment,
    chez des clients, chez nos clients
"""
_NAME = regex(r"(?<=[\w,;:)’'»”] )(?:[ld]['’])?[A-ZÀ-Þ][\w-]+|\b[ld]['’][A-ZÀ-Þ]\w+|\b[A-ZÀ-Þ]{3,}\b")


_SPLIT = regex(r"[^\w]+")
# A brand is hurt in the eyes of some; whom its product hurts, and who is in a picture, anybody can check
_STANDING = regex(
    r"(?:(?<! une)(?<! an) image| reputation| réputation"
    r"|(?<! de)(?<! de la)(?<! de notre)(?<! of the)(?<! of our) (?:marque|brand(?! s | product))) "
)
_HARM = ("danger", "bless", "hurt", "wound", "injur", "attack", "attaque")


@cache
def _facts() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Words, beginnings of words, and phrases between blanks, as `_plain` writes them."""
    words = [word.strip() for word in _WORDS.split(",")]
    single = {_plain(word) for word in words if not word.endswith("*")}
    return (
        frozenset(form for word in single if " " not in word[1:-1] for form in (word[1:-1], f"{word[1:-1]}s")),
        tuple(word[:-1] for word in words if word.endswith("*")),
        tuple(word[:-1] for word in single if " " in word[1:-1]),
    )


def _plain(text: str) -> str:
    """The words in small letters between single blanks, one before and one behind."""
    return f" {' '.join(_SPLIT.split(text.lower().strip()))} "


def is_observable(criteria: Texts, roles: frozenset[str]) -> bool | None:
    """Whether a criterion names a number, a place, a role or an event; None where no language of it is known here.

    `roles` are the names of the plan's own roles, in small letters.
    """
    known = [each for tag, each in criteria.by_language.items() if base_of(tag) in JUDGED]
    return any(_names_a_fact(criterion, roles) for each in known for criterion in each) if known else None


def _names_a_fact(criterion: str, roles: frozenset[str]) -> bool:
    if any(c.isdecimal() for c in criterion) or _NAME.search(criterion):
        return True
    words, beginnings, phrases = _facts()
    plain = _plain(criterion)
    opinion = _HARM if _STANDING.search(plain) else ()
    return (
        any((word in words or word.startswith(beginnings)) and not word.startswith(opinion) for word in plain.split())
        or any(phrase in plain for phrase in phrases)
        or any(role in criterion.lower() for role in roles)
    )
