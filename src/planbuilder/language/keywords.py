"""Words to watch: which languages a list speaks, and whether it knows how a name gets misspelt."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from planbuilder.letters import unaccented
from planbuilder.messages import base_of

ALIKE = 0.75
"""How alike two spellings are, from 0 to 1, when one is taken for a misspelling of the other."""

MOST_LOOKED_AT = 80
"""Characters of a word that are looked at; right spellings that others are held against: see `has_misspelling`."""

_DANGER = {
    "de": "rückruf brand feuer verletzt unfall datenleck gehackt betrug skandal beschwerde klage gift gefahr krank",
    "en": (
        "recall fire burn burned burnt hurt injured injury accident dead death leak breach hacked hack scam fraud "
        "scandal complaint lawsuit sue poison poisoning danger dangerous unsafe ill sick allergy outage down broken "
        "racist racism harassment vulnerability exploit malware phishing flood explosion evacuation strike"
    ),
    "es": "incendio quemadura herido accidente muerto filtración hackeado estafa fraude escándalo denuncia peligro",
    "fr": (
        "incendie feu brûlure brûlé blessé accident mort décès fuite piratage piraté arnaque escroquerie fraude "
        "scandale plainte rappel intoxication danger dangereux malade allergie panne raciste racisme harcèlement "
        "faille inondation explosion évacuation grève insecte court-circuit pollution"
    ),
    "it": "incendio ustione ferito incidente morto truffa frode scandalo denuncia pericolo richiamo hackerato",
    "nl": "brand gewond ongeluk dood datalek gehackt oplichting fraude schandaal klacht gevaar terugroep",
    "pt": "incêndio queimadura ferido acidente morto vazamento hackeado golpe fraude escândalo denúncia perigo",
}
_NAMES = {
    "ar": "arabic arabe arabisch",
    "de": "german allemand deutsch",
    "en": "english anglais englisch",
    "es": "spanish espagnol espanol",
    "fr": "french francais franzosisch",
    "it": "italian italien italiano",
    "nl": "dutch neerlandais nederlands",
    "pt": "portuguese portugais portugues",
}


def plain(text: str) -> str:
    """Small letters and digits without accents, words parted by one space."""
    return " ".join(re.findall(r"\w+", unaccented(text).lower()))


_DANGER_WORDS = {tag: frozenset(plain(words).split()) for tag, words in _DANGER.items()}


def is_named_for(group: str, tag: str) -> bool:
    """Whether the name of a group of words names a language: `anglais`, `danger-en`, `en`."""
    base = base_of(tag).lower()
    parts = set(plain(group.replace("_", " ")).split())
    return base in parts or bool(parts & set(_NAMES.get(base, "").split()))


def speaks(words: Iterable[str], tag: str) -> bool:
    """Whether a list of words of danger has one that is typical of a language; False where we know none of it."""
    typical = _DANGER_WORDS.get(base_of(tag).lower(), frozenset())
    return any(part in typical for word in words for part in plain(word[:MOST_LOOKED_AT]).split())


def has_misspelling(names: Sequence[str]) -> bool:
    """Whether one of the names is a misspelling of one of the first five: alike, and not just longer by a word.

    It may be that of some words of the name that follow each other: people leave the rest away. The same letters with
    other capitals, spaces or signs (`Atelier Lumen`, `@atelierlumen`) are no misspelling.
    """
    spelt = [plain(name[:MOST_LOOKED_AT]) for name in names]
    return any(_is_misspelling(right, other) for right in spelt[:5] for other in spelt)


def misspelt(name: str) -> str:
    """The name as somebody might misspell it: a doubled letter single, or a letter of its longest word left out."""
    name = name[:MOST_LOOKED_AT]
    doubled = re.search(r"([^\W\d_])\1", name)
    if doubled:
        return name[: doubled.start()] + name[doubled.start() + 1 :]
    word = max(re.finditer(r"[^\W\d_]+", name), key=lambda found: len(found[0]), default=None)
    if word is None or len(word[0]) < 4:
        return name + name[-1:]
    place = word.end() - 2
    return name[:place] + name[place + 1 :]


SHORTEST_PART = 6
"""Letters that a part of a name has at least when it is compared alone."""
MOST_WORDS = 6
"""Words of a name whose parts are compared alone."""


def _is_misspelling(right: str, other: str) -> bool:
    words = right.split()[:MOST_WORDS]
    parts = (" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, len(words) + 1))
    long_enough = (part for part in parts if len(part.replace(" ", "")) >= SHORTEST_PART)
    return _is_alike(right, other) or any(_is_alike(part, other) for part in long_enough)


def _is_alike(right: str, other: str) -> bool:
    """Whether two spellings are much alike, and differ in a letter of a word."""
    a, b = right.replace(" ", ""), other.replace(" ", "")
    if not a or not b or a == b:
        return False
    words, others = set(right.split()), set(other.split())
    if words <= others or others <= words:
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
