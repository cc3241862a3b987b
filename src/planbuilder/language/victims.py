"""Who may be harmed, by the words that name them: our own people, or patients, customers, pupils and the like."""

import re
from collections.abc import Iterable

from planbuilder.patterns import regex

_OUR_PEOPLE = regex(
    r"\b(?:agente?s?\b|salarié|collègue|employée?s?\b|ouvri|intérimaire|apprenti|personnels?\b|soignante?s?\b|infirmi"
    r"|accidents? du travail|au travail"
    r"|worker|employee|colleague|staff\b|crew|apprentice|contractor|at work\b)",
    re.IGNORECASE,
)
_OTHERS = regex(
    r"\b(?:patient|résident|malad|soins?\b|infecti|germe|bactéri|légionel|épidémi|contamin|intoxic|usag|clients?\b"
    r"|clientes?\b|consommat|élève|enfant|voyageu|passag|spectat|visiteu"
    r"|resident|illness|sick|legionel|epidemic|outbreak|poisoning|customer|consumer|pupil|student|child|passenger"
    r"|spectator|visitor|guest)",
    re.IGNORECASE,
)


def are_others_alone(texts: Iterable[str]) -> bool:
    """Whether texts, English or French, name people who may be harmed, or their illness, and none of our own people."""
    whole = "\n".join(texts)
    return bool(_OTHERS.search(whole)) and not _OUR_PEOPLE.search(whole)
