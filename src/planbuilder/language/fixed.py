"""What in a ready-made text will be wrong on the day: dates, clock times and counts written into it."""

import re
from collections.abc import Iterator

from planbuilder.language.emergency import is_emergency
from planbuilder.language.figure import Figure, Kind
from planbuilder.language.figures import figures
from planbuilder.messages import base_of
from planbuilder.patterns import regex

_HOURS_AROUND = regex(
    r"(?:\bouvert\w*|\bopen\w*|\bhoraires?|\bhours|\bjoignable\w*|\breachable|\bavailable|\bdisponible\w*)\W[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
_UNTIL = regex(r"(?:\bjusqu['’]à|\buntil|\btill|\bup to)\s$", re.IGNORECASE)
_TO_REACH = regex(
    r"\b(?:appelez|appeler|répond\w*|joindre|joignable\w*|contact\w*|écoute|numéro|standard|téléphon\w*|accueil\w*"
    r"|r?ouv(?:ert\w*|re(?:nt|z)?|rir\w*)"
    r"|disponible\w*|disposition|mise?s? en place|ligne (?:d['’]|dédiée|directe|gratuite|spéciale)"
    r"|call(?: us|\W[\d{+(]| cent(?:re|er))|answer\w*|reach\w*|phone\w*|helpline|hotline|switchboard|staffed"
    r"|(?:re)?open\w*|available|set up)",
    re.IGNORECASE,
)
"""What people do or call at the hours of a desk, or how the desk is spoken of."""
_SOMETHING_ELSE = regex(r"\s(?:et|and)\s", re.IGNORECASE)
_OVER = {
    "fr": regex(
        r"\b(?:étai(?:t|ent)|avai(?:t|ent)"
        r"|(?:a|ont|avons)\s(?:pas\s)?(?!lieu|du\b|aussi|ainsi|ici)\w+(?:é|u|i|is|it|ert))\b",
        re.IGNORECASE,
    ),
    "en": regex(r"\b(?:was|were|had|been|could(?:n['’]t| not))\b", re.IGNORECASE),
}
"""What is told of a time that is over."""
_SENTENCE_ENDS = regex(r"[.!?](?=\s|$)|\n")
_CLAUSE_ENDS = regex(r"[.!?,;:](?=\s|$)|[—\n]")
_RANGE_START = regex(r"(?:\bde|\bdès|\bentre|\bfrom|\bbetween|[-–])\W{0,2}$", re.IGNORECASE)
_RANGE_JOINT = regex(r"\W{0,2}(?:-|–|(?:jusqu['’])?à|to|until|till|and|et)\W{0,2}", re.IGNORECASE)
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
_STREET_BEFORE = regex(
    r"(?:\brue|\bavenue|\bav\.|\bboulevard|\bbd|(?<!\ben )\bplace|\bsquare|\bquai|\besplanade|\brond-point"
    r"|\bavenida|\bcalle|\bplaza|\bvia)[\s\u00a0](?:(?:du|de|del|des)[\s\u00a0])?$",
    re.IGNORECASE,
)
_DISTANCE = regex(
    r"\d[\d., \u00a0\u202f]{0,12}(?:k?m|(?:kilo)?(?:mètre|metre|meter)s?|miles?|yards?|feet|ft|pieds)\b", re.IGNORECASE
)
_TO_KEEP_BEFORE = regex(
    r"\b(?:stay|keep|stand|remain|move|restez|rester|tenez|éloigne[zr]|écarte[zr]|recule[zr]|approche[zr])\b[^.!?:;\n]{0,40}$"
    r"|\b(?:saf(?:e|ety) distance|distance de sécurité)\b[^.!?\n]{0,40}$",
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
_NEAR = 120
"""Signs beside a figure that say what it is."""
_LONGEST_CLAUSE = 600
"""Signs before and after a figure in which its clause is looked for."""


def fixed_facts(text: str, language: str, country: str | None) -> list[str]:
    """The dates, clock times and counts of a text, as typed.

    Opening hours (a range of times, or a time near "open" or after "call us until"), phone numbers, lengths of time,
    prices, addresses, ranks and distances to keep are no such facts. A range of times that tells of something past is
    no opening hours. A count is a number before the word for what is counted, or a share other than 100%.
    """
    found = figures(text, language, country)
    over = _OVER.get(base_of(language))
    return list(dict.fromkeys(figure.typed for figure in _fixed(text, found, country, over)))


def _fixed(text: str, found: tuple[Figure, ...], country: str | None, over: re.Pattern[str] | None) -> Iterator[Figure]:
    for position, figure in enumerate(found):
        before, after = _before(text, figure), text[figure.end : figure.end + _NEAR]
        if figure.kind is Kind.DATE:
            if not _STREET_BEFORE.search(before):
                yield figure
        elif figure.kind is Kind.TIME:
            others = found[max(position - 1, 0) : position] + found[position + 1 : position + 2]
            if not _is_opening_hour(text, figure, others, over) and not _is_while(figure, before):
                yield figure
        elif (
            figure.kind is Kind.NUMBER
            and not _is_emergency(figure, before, country)
            and not _is_distance_to_keep(text, figure)
            and _is_count(figure, before, after)
        ):
            yield figure


def _before(text: str, figure: Figure) -> str:
    """What stands right before a figure."""
    return text[max(0, figure.start - _NEAR) : figure.start]


def _is_opening_hour(text: str, figure: Figure, neighbours: tuple[Figure, ...], over: re.Pattern[str] | None) -> bool:
    before = _before(text, figure)
    if _HOURS_AROUND.search(before):
        return True
    if _UNTIL.search(before):
        lead, typed, rest = _clause(text, figure, figure).partition(figure.typed)
        clause = lead + typed + _SOMETHING_ELSE.split(rest, maxsplit=1)[0]  # “Stay in until 6 pm and call us” if ill
        if _TO_REACH.search(clause) and not (over and over.search(clause)):
            return True
    for other in neighbours:
        first, last = sorted((figure, other), key=lambda each: each.start)
        joined = _RANGE_JOINT.fullmatch(text[first.end : last.start])
        if other.kind is not Kind.TIME or joined is None:
            continue
        if joined[0].strip() not in {"et", "and"} or _RANGE_START.search(_before(text, first)):
            clause = _clause(text, first, last)
            return not (over and over.search(clause)) or bool(_TO_REACH.search(clause))
    return False


def _clause(text: str, first: Figure, last: Figure) -> str:
    """The clause of some figures; where they open it, also what they open: « De 14 h à 15 h, le site … »."""
    near = max(0, first.start - _LONGEST_CLAUSE)
    begin = max((found.end() for found in _CLAUSE_ENDS.finditer(text, near, first.start)), default=near)
    opens = len(text[begin : first.start].split()) <= 1
    furthest = last.end + _LONGEST_CLAUSE
    end = (_SENTENCE_ENDS if opens else _CLAUSE_ENDS).search(text, last.end, furthest)
    return text[begin : end.start() if end else furthest]


def _is_while(figure: Figure, before: str) -> bool:
    """Whether hours are a length of time: « sous 24 h »."""
    return any(reading.startswith("min") for reading in figure.readings) and bool(_FOR_A_WHILE.search(before))


def _is_emergency(figure: Figure, before: str, country: str | None) -> bool:
    """Whether it is a number that everybody may call: « sur appel au 15 »."""
    return bool(_CALLED_BEFORE.search(before)) and is_emergency(figure.typed, country)


def _is_distance_to_keep(text: str, figure: Figure) -> bool:
    """Whether it says how far to stay: “stay 50 m away”."""
    return bool(_DISTANCE.match(text, figure.start) and _TO_KEEP_BEFORE.search(_before(text, figure)))


def _is_count(figure: Figure, before: str, after: str) -> bool:
    if not _WHOLE.fullmatch(figure.typed) or _NO_COUNT_BEFORE.search(before) or _NO_COUNT_AFTER.match(after):
        return False
    if _SHARE.match(after):
        return "100" not in figure.readings
    return bool(_COUNTED.match(after))
