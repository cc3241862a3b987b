"""What makes words harmless where they stand, each check's own: a condition, a denial, an explanation behind them."""

from collections.abc import Callable
from itertools import pairwise

from planbuilder.language.hearsay import supposed, told_by_others
from planbuilder.language.phrases import Found
from planbuilder.language.sentences import Read
from planbuilder.patterns import regex

_IF = frozenset({"if", "unless", "whenever", "si", "s'"})
_MEANS = frozenset({"a", "an", "un", "une", "c'", "soit", "autrement"})
_CALLED = frozenset({"call", "called", "calls", "known", "named", "appelle", "appelons", "appele", "appelee", "nomme"})
"""Words before a word of the trade that the text explains: “we call that a rollback”."""
_STOPS = frozenset(";:–—(")
_PROMISING = ("promi", "promett", "garanti", "guarant")
_NEGATORS = frozenset({"not", "never", "no", "cannot", "pas", "jamais", "ne", "n'"})
_DENIED = regex(
    r"\b(?:incorrect|untrue|false|not true|no truth|faux|fausse|inexact\w*|infond\w*|sans fondement)\b"
    r"|n['’]est (?:pas|nullement) (?:le cas|prévue?|prise?|décidée?|vrai)|rien n['’]est décidé|aucune décision"
)
_REPORTED = frozenset(
    [
        *("report", "reports", "rumour", "rumours", "rumor", "claims", "posts", "article", "rumeur", "rumeurs"),
        *("raconte", "racontent", "dit", "disent", "lit", "murmure", "parait", "pretend", "pretendent", "circule"),
        "bruit",
    ]
)
_ANDS = frozenset({"et", "mais", "puis"})
_HELPERS = frozenset({"est", "sont", "sera", "seront", "a", "ont", "etait", "etaient", "ete"})
_OUGHT = frozenset({"du", "pu", "mieux", "fallu", "suffi"})
"""« le livreur aurait dû sonner » is no rumour."""
_NO_BIDDING = frozenset({"serez", "aurez", "recevrez", "pourrez", "chez", "saurez", "soyez", "sachez", "croyez"})


_CONDITION = _IF | {"when", "whether", "quand", "lorsque"}
_OUTRIGHT = frozenset({"TONE-BLAME", "TONE-PASSIVE-OWNERSHIP", "TONE-DISRESPECT", "TONE-DEFENSIVE"})
"""Checks of what is said outright, whatever condition stands in another clause."""


def excused(check: str, read: Read, found: Found) -> bool:
    """Whether the words of a check are right where they stand."""
    excuse = _EXCUSES.get(check)
    return excuse is not None and excuse(read, found)


def elsewhere(check: str, read: Read, found: Found, excuse: Found) -> bool:
    """Whether whom a text names did only what the next clause tells: « … et un plan est piloté par la direction ».

    Or whether a condition is that of another clause: “if you were there, it was the driver's fault”.
    """
    if read.words[excuse.first] in _CONDITION and check in _OUTRIGHT:
        between_both = range(min(excuse.last, found.last), max(excuse.first, found.first) + 1)
        return any(read.parted[place] for place in between_both)
    between = read.words[found.last : excuse.first]
    if read.words[excuse.first] != "par" or _ANDS.isdisjoint(between):
        return False
    start = max(place for place, word in enumerate(between) if word in _ANDS)
    return not _HELPERS.isdisjoint(between[start + 2 :])


def _not_ours(read: Read, found: Found) -> bool:
    """A vague time that is not when we speak or act: quoted, in a condition, or in what the reader is asked."""
    last = found.last - 1
    if read.quoted[last]:
        return True
    start = last
    first = read.sentences[read.sentence[last]].first
    while start > first and (not read.parted[start] or read.text.startswith("-", read.ends[start - 1])):
        start -= 1
    if read.words[start] in _IF:
        return True
    bids = read.words[start].endswith("ez") and read.words[start] not in _NO_BIDDING
    object_ = read.text.startswith("-", read.ends[start])  # « écrivez-nous »
    return read.language == "fr" and bids and "nous" not in read.words[start + 1 + object_ : last]


def _apart(read: Read, found: Found) -> bool:
    """A condition that is another clause's than the apology: "we apologise, and if it cost you a fee, …"."""
    inside = read.words[found.first : found.last]
    for place in range(found.first + 1, found.last):
        stops = read.text[read.ends[place - 1] : read.starts[place]]
        if read.words[place] in _IF and not _STOPS.isdisjoint(stops):
            return True
    return any(one in {"and", "et"} and other in _IF for one, other in pairwise(inside))


def _not_promised(read: Read, found: Found) -> bool:
    """An absolute in a condition, or one that the sentence says it cannot promise."""
    first = read.sentences[read.sentence[found.first]].first
    start = found.first
    while start > first and not read.parted[start] and read.words[start] not in _IF:
        start -= 1
    promised = (place for place in range(first, found.first) if read.words[place].startswith(_PROMISING))
    conditional = read.words[start] in _IF and read.words[start + 1] != "bien"  # « si bien que … »
    return conditional or any(_NEGATORS & set(read.words[max(first, place - 3) : place]) for place in promised)


def _no_guess_of_ours(read: Read, found: Found) -> bool:
    """A guess about the reader ("you have probably seen"), or one that others made and the text denies."""
    if {"if", "whether", "what"} & set(read.words[max(found.first - 1, 0) : found.first]):
        return True
    if {"you", "vous", "tu"} & set(read.words[max(found.first - 3, 0) : found.first + 1]):
        return True
    if read.language == "fr" and told_by_others(read, found.last - 1):
        return True
    sentence = read.sentences[read.sentence[found.first]]
    reported = _REPORTED & set(read.words[sentence.first : sentence.last])
    return bool(reported and _DENIED.search(read.text.lower()))


def _passed_on(read: Read, found: Found) -> bool:
    """What others say of somebody, in a conditional: « on lit que notre entraîneur aurait été licencié »."""
    said = read.words[read.sentences[read.sentence[found.first]].first : found.first]
    if read.language != "fr" or _REPORTED.isdisjoint(said) or "nous" in said:
        return False
    inside = pairwise(read.words[found.first : found.last])
    return any(supposed(one) and other not in _OUGHT for one, other in inside)


def _explained(read: Read, found: Found) -> bool:
    """A word that the sentence goes on to explain: "ransomware, a program that locks files"."""
    if not _CALLED.isdisjoint(read.words[max(found.first - 3, 0) : found.first]):
        return True
    last = found.last
    if last >= read.sentences[read.sentence[found.first]].last or not read.parted[last]:
        return False
    return read.words[last] in _MEANS or read.words[last : last + 2] == ["that", "is"]


_EXCUSES: dict[str, Callable[[Read, Found], bool]] = {
    "TONE-BLAME": _passed_on,
    "TONE-VAGUE-TIME": _not_ours,
    "TONE-NONAPOLOGY": _apart,
    "TONE-OVERPROMISE": _not_promised,
    "TONE-SPECULATION": _no_guess_of_ours,
    "TONE-JARGON": _explained,
}
