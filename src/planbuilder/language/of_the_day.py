"""What a ready-made text says of a day that its writer had in mind: “since this morning”, “three patients”."""

from planbuilder.messages import base_of
from planbuilder.patterns import regex
from planbuilder.source.characters import in_small_letters

_DAYS = {
    "en": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
}
_PAST = {
    "en": (
        r"(?:since )?(?:this morning|yesterday(?: morning| afternoon| evening)?|last night|earlier today)"
        rf"|since (?:this afternoon|this evening|{_DAYS['en']})|last (?:{_DAYS['en']})"
    ),
    "fr": (
        r"(?:depuis )?(?:ce matin|(?:avant-)?hier(?: matin| après-midi| soir)?|cette nuit|la nuit dernière)"
        rf"|depuis (?:cet après-midi|ce soir|{_DAYS['fr']})|(?:{_DAYS['fr']})(?: matin| soir| après-midi)? dernier"
    ),
}
_SEVERAL = {
    "en": (
        "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a dozen|dozens"
        "|a hundred|hundreds"
    ),
    "fr": (
        "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
        "|cinquante|une dizaine|une douzaine|une quinzaine|une vingtaine|une trentaine|une quarantaine|une cinquantaine"
        "|une centaine|plusieurs dizaines|plusieurs centaines|des dizaines|des centaines"
    ),
}
_PEOPLE = {
    "en": (
        "people|persons|patients|customers|employees|colleagues|children|pupils|students|residents|passengers|guests"
        "|victims|casualties|injured|wounded|deaths|dead|families|visitors|workers"
    ),
    "fr": (
        "personnes|patients|patientes|clients|clientes|salariés|salariées|agents|collègues|enfants|élèves|résidents"
        "|passagers|victimes|blessés|blessées|morts|décès|malades|familles|visiteurs|employés|employées|ouvriers|voyageurs"
    ),
}
_OF = {
    "en": "(?:of (?:the |our |its |their )?)?(?:other )?",
    "fr": "(?:d(?:e |'|es |e nos |e ses |e leurs ))?(?:autres )?",
}
"""What may stand between a count and the people: “two of our employees”, « une centaine d'autres clients »."""
_SIGNS = {
    "en": ("morning", "yesterday", "last ", "earlier", "since "),
    "fr": ("matin", "hier", "nuit", "depuis ", "dernier"),
}
"""What stands in every past hour or day, in small letters."""
_SAID = {
    tag: regex(rf"\b(?:{past}|(?:{_SEVERAL[tag]})(?= +{_OF[tag]}(?:{_PEOPLE[tag]})\b))(?![\w-])")
    for tag, past in _PAST.items()
}


def of_the_day(text: str, language: str) -> list[str]:
    """The words of a past hour or day, and the counts of people in words, as typed; English and French are known.

    One person is no count: that somebody was hurt is what the scenario is about.
    """
    tag = base_of(language)
    if tag not in _SAID:
        return []
    said = text.replace("\u00a0", " ").replace("’", "'")
    small = in_small_letters(said)
    numbers = (f"{number} " for number in _SEVERAL[tag].split("|"))
    if not any(sign in small for sign in (*_SIGNS[tag], *numbers)):
        return []
    return list(dict.fromkeys(said[found.start() : found.end()] for found in _SAID[tag].finditer(small)))
