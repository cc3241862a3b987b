"""How the hours, days and rhythms of the next word are written, in small letters without accents."""

import re

from planbuilder.patterns import regex

_FR_DAYS = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_EN_DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_FR_MONTHS = "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_EN_MONTHS = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_FR_FEW = (
    "(?:(?:(?:vingt|trente|quarante|soixante) (?:et )?)?(?:\\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)"
    "|douze|quinze|vingt|trente|quarante|soixante)"
)
_EN_FEW = "(?:\\d+|an?|one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|sixty|half an?|the)"
_FR_SPAN = "(?:min|minutes?|h|heures?|demi heures?|jours?|semaines?)"
_EN_CLOCK = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_EN_SPAN = "(?:mins?|minutes?|hours?|half hour|days?|weeks?)"
_BLANK = r"\{(?:time|date|next)\}"


def _any(*ways: str) -> re.Pattern[str]:
    return regex(rf"(?<![^\W_])(?:{'|'.join(ways)})(?![^\W_])")


SOON = {
    "fr": _any(
        "demain",
        "ce soir",
        "cet apres midi",
        "(?:semaine|mois) prochaine?",
        rf"(?:dans|sous|d' ici(?: a)?) (?:les )?{_FR_FEW} {_FR_SPAN}",
        r"(?:dans|sous) (?:l' heure|la (?:journee|matinee|soiree|demi heure))",
        r"d' ici (?:demain|ce soir|midi|\d+ h)",
        "avant (?:la (?:nuit|fin|fermeture)|le (?:soir|jour))|a la tombee",
    ),
    "en": _any(
        "tomorrow",
        "tonight",
        "this (?:afternoon|evening)",
        "later today",
        rf"next (?:week|month|{_EN_DAYS})",
        rf"(?:in|within) {_EN_FEW} {_EN_SPAN}|hours? from now",
        "same day",
        "that (?:day|morning|afternoon|evening|night)",
    ),
}
"""Times that are still to come whatever the verb."""

DATED = {
    "fr": _any(
        r"(?:a|vers|avant|pour|des|entre|points?|bilan|message|apres)(?: partir de)? (?:midi|minuit|\d+ ?h(?:eures?)?)",
        rf"(?:a|vers|avant|des) {_FR_FEW} heures",
        r"(?:points?|bilan|message|bulletin|communique|journal|flash|releve|brief|infos?) de (?:midi|minuit|\d+ h)",
        r"(?:points?|bilan|message|nouvelles?|infos?|informations?|suivante?s?|prochaine?s?|suite) ,? ?\d+ h",
        r"\d+ h(?: \d+)?$|, \d+ h(?: \d+)? ,|^\d+ h(?: \d+)?(?= ,)|a l' heure (?:pile|juste)",
        _FR_DAYS,
        rf"(?:toutes les|chaque) (?:{_FR_FEW} )?(?:{_FR_SPAN}|matins?|soirs?|{_FR_DAYS}s?)|d' heure en heure",
        rf"\d+ (?:er )?{_FR_MONTHS}",
        r"(?<!appelez )(?<!composez )(?<!appeler )(?<!joindre )"
        r"(?:le|au|a partir du|avant le|d' ici le|vers le) \d+(?! \d\d)",
        r"(?:a|vers|avant|des) \{blank\}",
        "aujourd'hui",
        "(?:a|avant|des) l' aube|(?:au|avant le|des le) (?:lever|petit jour|petit matin|reveil)",
        _BLANK,
    ),
    "en": _any(
        r"\d+(?:[.:]\d+)? (?:a m|p m|am|pm)",
        r"(?:[01]?\d|2[0-3]):[0-5]\d|(?:[01]?\d|2[0-3])[.][0-5]\d(?=$| ,| and\b)",
        r"\d (?:sharp|prompt|on the dot)",
        r"on the (?:half )?hour|noon|midday|midnight|o'clock|[012]\d[0-5]\d (?:hrs|hours)",
        rf"half (?:past )?{_EN_CLOCK}|quarter (?:past|to)|half past$",
        r"(?:at|by|before|until) (?:the )?(?:first light|dawn|dusk|sunrise|sunset|lunch|lunch ?time|tea|tea ?time"
        r"|bed ?time|school run|closing time|kick off|nightfall|breakfast|supper|home time|pick up|close(?! to))",
        r"(?:half|quarter) past the hour|top of the hour",
        _EN_DAYS,
        rf"(?:every|each) (?:{_EN_FEW} )?(?:{_EN_SPAN}|morning|evening|{_EN_DAYS})|hourly|(?:on|by) the hour",
        r"(?:at|by|before|from|around|about|after|until) (?:about )?(?:[01]?\d|2[0-4])(?:[.:]\d\d)?"
        r"(?= (?:on|in|tonight|tomorrow|today|this|for|outside|with|by|at|and|sharp|as|or|here|once|when|each|every"
        r"|whether|what|how|if|again|who|where|why)\b"
        r"| to (?:answer|tell|say|explain|talk|meet|speak|read|go|give|see|hear)\b"
        r"| \w+ time\b|$| ,)",
        rf"between (?:{_EN_CLOCK}|\d+(?:[.:]\d\d)?) and (?:{_EN_CLOCK}|\d+(?:[.:]\d\d)?)",
        rf"(?:at|by|before|until|around|about|towards) {_EN_CLOCK}"
        r"(?= (?:on|in|by|at|for|outside|tonight|tomorrow|today|this|sharp|what|how|whether|with|again|each|every)\b"
        r"| to (?:answer|tell|say|explain|talk|meet|speak|read|go|give|see|hear)\b"
        r"|$| ,)",
        rf"\d+ {_EN_MONTHS}|{_EN_MONTHS} \d+",
        r"(?:at|by|before|from) \{blank\}|today",
        r"(?:the|by|on|from|around) (?:the )?\d+ ?(?:st|nd|rd|th)",
        _BLANK,
    ),
}
"""Hours and days that may be past, and rhythms."""

DAYS = {
    "fr": _any(_FR_DAYS, rf"\d+ (?:er )?{_FR_MONTHS}"),
    "en": _any(_EN_DAYS, rf"\d+ {_EN_MONTHS}", r"(?:each|every) (?:morning|evening|night|hour|day)"),
}
"""Days with their names."""

PAST = {
    "fr": _any(
        "depuis|hier|cette nuit|ce matin|derni(?:er|ere)s?",
        "(?:semaine|annee|mois|an|nuit|jours) passee?s?",
        r"survenu\w*",
        "(?:etait|etaient) (?:prevu|attendu|programme|fixe|annonce)e?s?",
        r"(?:est|sont) (?:deja |bien )?(?:re)?(?:venu|arrive|parti|tombe|sorti|monte|descendu|entre|devenu)e?s?",
        r"(?:s' est|se sont) (?:bien |mal )?(?:pass|tenu|deroul|produit|declar|arret|effondr)\w*",
        r"^(?:point|bilan|situation) (?:de|du|a) \{time\}$",
        r"^suite (?:a (?:l'|la|un|une|cet|cette|des)|aux?)(?! \d)",
    ),
    "en": _any(
        "since|yesterday|overnight|this morning|ago|last (?:night|week|weekend|month|year|summer|winter|spring|autumn)",
        rf"last {_EN_DAYS}",
        "was|were|did|had|started|began|reopened|resumed|opened|arrived|came|took|fell|broke|hit|happened|ended",
        "struck|sank|collapsed|crashed|burst|exploded|died|blew|caught|spread",
        "(?<!is )(?<!are )(?<!be )(?<!been )(?<!being )(?<!what )(?<!who )(?<!that )"
        "(?:left|went|ran|got|gave|saw|met|rang|spoke|wrote|lost|rose|led)",
    ),
}
"""What says that a sentence tells of the past."""

EXPECTED = {
    "fr": regex(
        r"\b(?<!etait )(?<!etaient )(?:prevu|attendu|promis|fixe|annonce|programme|prochain|nouveau|nouvelle|suivant"
        r"|rendez vous)"
    ),
    "en": _any(
        r"expect\w*|due|planned|scheduled|promised|next|new|further|fresh|more|again|back", r"(?:is|are) at \d+"
    ),
}
"""What says that a time is still to come."""

OPENING = {
    "fr": regex(
        r"\b(?:ouvre|ferme)(?:nt)? (?:ses|leurs|a|des|de|le)\b|\bouvrons (?:du|de|tous|le)\b"
        r"|\bde \d+ h(?: \d+)? a \d+ h"
        r"|\bouvert\w* (?:de\b|jusqu')|joignable"
    ),
    "en": regex(r"\bopens? at \d|\bopen (?:from|until|to)|\d ?[ap]m - ?\d|lines are open"),
}
"""Hours at which somebody is there; they announce nothing."""
