"""Whether a text names an hour or a day."""

from planbuilder.language.sentences import Read
from planbuilder.patterns import regex

_FEW = {
    "fr": r"(?:\d+|une?|deux|trois|quatre|cinq|six|dix|quinze|vingt|trente)",
    "en": r"(?:\d+|an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty)",
}
_MONTHS = {
    "fr": "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)",
    "en": "(?:january|february|march|april|may|june|july|august|september|october|november|december)",
}
_CLOCK = {
    "fr": regex(
        r"\d\s?h\b|\d:\d\d|\bmidi\b|\bminuit\b|\bdemain\b|\bce (?:soir|midi)\b"
        r"|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b"
        rf"|\b(?:dans|sous|d['’]ici) (?:l['’]heure|{_FEW['fr']} (?:minutes?|heures?|jours?|semaines?))\b"
        rf"|\b\d\d?(?:er)? {_MONTHS['fr']}\b"
    ),
    "en": regex(
        r"\d\s?(?:am|pm|a\.m|p\.m)\b|\d:\d\d|\b(?:at|by|from|until|till|before|after|the) \d\d?\.\d\d\b"
        r"|\bnoon\b|\bmidnight\b|\btomorrow\b|\btonight\b|\bo['’]clock\b"
        r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
        rf"|\b(?:in|within) (?:the hour|{_FEW['en']} (?:minutes?|hours?|days?|weeks?))\b"
        rf"|\b\d\d? {_MONTHS['en']}\b|\b{_MONTHS['en']} \d"
    ),
}
_DAYPARTS = frozenset({"tonight", "ce soir"})
_BEHIND = regex(
    r"\b(?:had to|were|was|left|have had|ont dû|avez dû|ont quitté|était|étaient)\b"
    r"|\b(?:know|understand|realise|imagine|see) (?:how|what|why)\b(?!.*(?:\bwill|\bshall|['’]ll|\band)\b)"
)
"""What happens tonight gives no hour for what is to come: “families had to leave tonight”, “how hard it is tonight”."""
_DAY_OF = regex(
    r"\b(?:tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)['’]s"
    r" (?!bulletin|update|news|meeting|briefing|statement|notice|message|post|letter|report|count|round|next|paper)"
)
"""A day that only says which show or train is meant: “tonight's show is off” names no time for what follows."""


def has_clock(read: Read, language: str) -> bool:
    """Whether a text gives an hour or a day, or has a blank for one."""
    if {"{time}", "{date}", "{next}"} & set(read.words):
        return True
    text = _DAY_OF.sub(" ", " ".join(read.text.lower().split()))
    return any(
        found[0] not in _DAYPARTS or not _BEHIND.search(text[text.rfind(".", 0, found.start()) + 1 : found.start()])
        for found in _CLOCK[language].finditer(text)
    )
