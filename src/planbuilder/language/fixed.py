"""What in a ready-made text will be wrong on the day: dates, clock times and counts written into it."""

import re
from collections.abc import Iterator

from planbuilder.language.emergency import is_emergency
from planbuilder.language.figure import Figure, Kind
from planbuilder.language.figures import figures
from planbuilder.patterns import regex

_HOURS_AROUND = regex(
    r"(?:\bouvert\w*|\bopen\w*|\bhoraires?|\bhours|\bjoignable\w*|\breachable|\bavailable|\bdisponible\w*)\W[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
_RANGE_START = regex(r"(?:\bde|\bdès|\bentre|\bfrom|\bbetween|[-–])\W{0,2}$", re.IGNORECASE)
_RANGE_JOINT = regex(r"\W{0,2}(?:-|–|à|to|until|till|and|et)\W{0,2}", re.IGNORECASE)
_FOR_A_WHILE = regex(
    r"\b(?:sous|dans(?: les)?|d['’]ici|en|pendant|toutes les|chaque|within(?: the)?|in(?: the)?|for|under|every|next"
    r"|prochaines|premières|first|last|dernières|moins de|less than|plus de|more than|après|after|pour)[\s\u00a0]$",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = regex(
    r"(?:\bn[°ºo]\.?|\bnos?\.|#|\bnum[ée]ros?|\bnumber|\barticles?|\bétapes?|\bsteps?|\bniveaux?|\blevels?|\bversions?"
    r"|\brues?|\bavenue|\bchapitres?|\bpages?|\btype|\bcode|\blots?|\bbatch\w*|\bphase|\broom|\bsalle|\bétage|[-/x×+])"
    r"[\s\u00a0]?$",
    re.IGNORECASE,
)
_NO_COUNT_AFTER = regex(
    r"[\s\u00a0\u202f,]*(?:bis,? |ter,? )?"
    r"(?:rue|avenue|av\.|bd|boulevard|place|quai|chemin|allée|impasse|route|street|st\b|road|rd\b|lane"
    r"|min\b|minutes?|h\b|heures?|hours?|days?|jours?|semaines?|weeks?|mois|months?|ans?\b|années?|years?|secondes?|seconds?"
    r"|€|\$|£|eur\b|(?:d['’]|de )?(?:euros?|dollars?))",
    re.IGNORECASE,
)
_COUNTED = regex(r"[\s\u00a0\u202f]+(?:[a-zà-ÿœ]{2,}|d['’])|[\s\u00a0\u202f]?%")
_WHOLE = regex(
    r"\d+(?:[ \u00a0\u202f.,]\d{3})*|[\d., \u00a0\u202f]+(?:k|m|thousand|mille|millions?|milliards?|billions?|bn)",
    re.IGNORECASE,
)
"""A number without decimals, or one in thousands or millions; not 2.4, not 2.4.1, not 3rd."""

_CALLED_BEFORE = regex(
    r"\b(?:appels? au|appel\w* le|(?:au|ou|le) numéro|calls? to|call(?:ing)?|dial(?:ling)?|SAMU,? le)[\s\u00a0]$",
    re.IGNORECASE,
)

_SHARE = regex(r"[\s\u00a0\u202f]?%")


def fixed_facts(text: str, language: str, country: str | None) -> list[str]:
    """The dates, clock times and counts of a text, as typed.

    Opening hours (a range of times, or a time near "open"), phone numbers, lengths of time, prices, addresses and ranks
    are no such facts. A count is a number before the word for what is counted, or a share other than 100 %.
    """
    found = figures(text, language, country)
    return list(dict.fromkeys(figure.typed for figure in _fixed(text, found, country)))


def _fixed(text: str, found: tuple[Figure, ...], country: str | None) -> Iterator[Figure]:
    for position, figure in enumerate(found):
        before, after = text[: figure.start], text[figure.end :]
        if figure.kind is Kind.DATE:
            yield figure
        elif figure.kind is Kind.TIME:
            others = found[max(position - 1, 0) : position] + found[position + 1 : position + 2]
            if not _is_opening_hour(text, figure, others) and not _is_while(figure, before):
                yield figure
        elif (
            figure.kind is Kind.NUMBER
            and not _is_emergency(figure, before, country)
            and _is_count(figure, before, after)
        ):
            yield figure


def _is_opening_hour(text: str, figure: Figure, neighbours: tuple[Figure, ...]) -> bool:
    if _HOURS_AROUND.search(text[: figure.start]):
        return True
    for other in neighbours:
        first, last = sorted((figure, other), key=lambda each: each.start)
        joined = _RANGE_JOINT.fullmatch(text[first.end : last.start])
        if other.kind is not Kind.TIME or joined is None:
            continue
        if joined[0].strip() not in {"et", "and"} or _RANGE_START.search(text[: first.start]):
            return True
    return False


def _is_while(figure: Figure, before: str) -> bool:
    """Whether hours are a length of time: « sous 24 h »."""
    return any(reading.startswith("min") for reading in figure.readings) and bool(_FOR_A_WHILE.search(before))


def _is_emergency(figure: Figure, before: str, country: str | None) -> bool:
    """Whether it is a number that everybody may call: « sur appel au 15 »."""
    return bool(_CALLED_BEFORE.search(before)) and is_emergency(figure.typed, country)


def _is_count(figure: Figure, before: str, after: str) -> bool:
    if not _WHOLE.fullmatch(figure.typed) or _NO_COUNT_BEFORE.search(before) or _NO_COUNT_AFTER.match(after):
        return False
    if _SHARE.match(after):
        return "100" not in figure.readings
    return bool(_COUNTED.match(after))
