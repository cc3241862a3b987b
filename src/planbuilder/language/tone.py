"""What a text does to its reader: each fault with its very words and a better sentence."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from planbuilder.language.animals import named_animals
from planbuilder.language.clock import has_clock
from planbuilder.language.excuses import elsewhere, excused
from planbuilder.language.familiar import familiar
from planbuilder.language.giving import given
from planbuilder.language.hearsay import hearsay
from planbuilder.language.identified import identified
from planbuilder.language.lexicon import LANGUAGES, Group, Lexicon, lexicon
from planbuilder.language.persons import people
from planbuilder.language.phrases import Found
from planbuilder.language.readability import long_sentences, reading_score
from planbuilder.language.retractions import taken_back
from planbuilder.language.seeming import seeming
from planbuilder.language.sentences import Read, bare, read_words
from planbuilder.language.signs import acronyms, playful, shouted, slogans
from planbuilder.messages import base_of
from planbuilder.patterns import regex

NEEDS: dict[str, tuple[str, ...]] = {
    "holding": ("EMPATHY", "ACTION", "NEXT-STEP"),
    "update": ("ACTION", "NEXT-STEP"),
    "reply": ("EMPATHY", "HELP"),
    "apology": ("APOLOGY", "ACTION"),
    "alert": ("ACTION", "NEXT-STEP"),
    "internal": ("ACTION", "NEXT-STEP"),
    "closing": ("HELP",),
    "denial": ("HELP",),
}
"""What a text of each kind must hold."""

_MET_BY = {"EMPATHY": "empathy", "ACTION": "action", "NEXT-STEP": "next", "HELP": "help", "APOLOGY": "apology"}
_NEEDS = frozenset([*_MET_BY.values(), "instruct"])
_EACH = frozenset({"TONE-JARGON", "TONE-HARD-TO-READ"})
"""Checks that name each of their faults; the others name the first."""

_OF_FACTS = frozenset({"TONE-ATTACK-DETAIL", "TONE-PERSONAL-DATA"})
"""Checks of what a text gives away, between quotation marks too."""
_OF_CRITICS = frozenset({"TONE-DEFENSIVE", "TONE-DISRESPECT"})
"""Checks of how a text speaks to those whose words it denies: « ce torchon a écrit que … : c'est faux »."""
_TO_READERS = {"alert", "internal"}
_ALSO_WORDS = frozenset({"windows", "exchange", "confluence", "apache", "oracle", "sap", "patch", "patches"})
"""Names of products that are ordinary words in small letters."""

_BACK = 6
_NEAR = 16
"""Words within which another phrase excuses one."""

_WITHOUT = frozenset({"without", "sans"})
_ONLY = frozenset({"ne", "n'"})
_REACH_OF_WITHOUT = 3
_IS = frozenset({"is", "was", "est", "sont", "etait", "c'"})
"""« attendre sans savoir est pesant »: a verb ends what “without” governs."""
_SHORT_WORD = 5
_SAY = frozenset(
    [
        *("say", "answer", "tell", "reply", "write", "use", "words", "line", "motto"),
        *("dites", "dire", "repondez", "repondre", "ecrivez", "indiquez", "annoncez", "parlez", "reponse", "phrase"),
        "formule",
    ]
)
"""Words before a quotation that is to be said."""
_READER = frozenset({"you", "vous"})
"""« vous écrivez que … » tells nobody what to write."""
_AND = frozenset(["et", "mais", "car", "donc", "puis", "and", "but", "or", "so", "because", "then"])
_AT_HAND = ("joignable", "consultable", "disponible", "accessible", "rembours", "gratuit", "available", "refund")
"""What helps nobody where it is denied: « le formulaire n'est plus disponible »."""
_MYSELF = frozenset({"i", "je", "j'"})
_ABLE = frozenset({"can", "could", "may", "would", "peut", "peuvent", "pourra", "pourront", "pouvez", "pourrez"})
_TO_BE = frozenset({"be", "been"})
_THAT = frozenset({"that", "que", "qu'"})
_REASON = {
    "fr": regex(
        r"\bcar\b|\bavant (?:l[ae']|les|que?|d(?!e s['’]|e se |e (?:juger|crier|accuser))|s[aoe]|leur|cette?)"
        r"|parce qu|puisqu|en raison d|par respect|tant qu"
        r"|enquête|expert|autopsie|procureur|afin d"
        r"|\bcela (?:aiderait|gênerait|nuirait|compromettrait|mettrait|fausserait|retarderait)|secret (?:médical|de l)"
        r"|\bpour (?:protéger|respecter|ne pas)|nous l['’](?:a|ont) demandé|à la demande d|\bla loi\b|\bprocès\b"
    ),
    "en": regex(
        r"because|\b(?:before|until) (?:the|we|they|their|it|our)\b"
        r"|\bso (?:we|i) (?:can(?:no|['’])t|won['’]t|will not|may not|must not|can say)"
        r"|\bsince the|out of respect|\bwhile the|inquiry|investigat|in order to|to protect|respect for"
        r"|\bby law\b|\bbelongs to\b|asked us (?:not )?to|is the reason|\btrial\b|\bcoroner"
    ),
}
_UNKNOWN = regex(
    r"\b(?:causes?|origine)\b(?: \S+){0,3} (?:inconnues?|pas (?:encore )?(?:connue?s?|etablies?|determinees?))\b"
    r"|\b(?:ne|n') \S+ pas (?:encore )?(?:\S+ )?(?:la cause|l' origine|les causes|pourquoi|d' ou)\b"
    r"|\b(?:ignor|cherch|recherch)\w* (?:encore |toujours )?(?:la cause|l' origine|les causes|pourquoi|d' ou)\b"
    r"|\bcause (?:is|was) (?:still |not yet |being )?(?:unknown|known|investigated|under)\b"
    r"|\b(?:not|are|still|be) (?:yet )?(?:know|establish|looking for|investigating|trying to find)\w*"
    r" (?:yet |out )?(?:the cause|what caused|why|how it)\b"
)
"""A cause that nobody knows yet: nothing can be admitted before."""


class Fault(NamedTuple):
    """What a check finds in a text: the words as typed (empty where something is missing), and what to write instead.

    `words_long` is the number of words of a sentence that is too long; `never` where the house never says it;
    `why` is the reason of the words that were found, for people.
    """

    check: str
    words: str = ""
    better: str = ""
    words_long: int = 0
    score: int | None = None
    never: bool = False
    why: str = ""


class House(NamedTuple):
    """How an organisation speaks: words it never uses, words it prefers, phrases that a check lets pass, its names."""

    never: tuple[str, ...] = ()
    words: Mapping[str, str] = {}
    allow: Mapping[str, tuple[str, ...]] = {}
    names: frozenset[str] = frozenset()
    address: str | None = None


class Asked(NamedTuple):
    """What a text is for: its kind, the cluster of its scenario, what its blanks hold; not `whole`: a short form.

    `apologises`: another text of its scenario is the apology. `to_offices`: only authorities and officials read it.
    """

    kind: str | None = None
    cluster: str | None = None
    blanks: Mapping[str, str] = {}
    whole: bool = True
    apologises: bool = False
    to_offices: bool = False


def tongue(tag: str) -> str | None:
    """The language of `LANGUAGES` that a tag means; None where its tone is not judged."""
    base = base_of(tag.replace("_", "-")).lower()
    return base if base in LANGUAGES else None


def judge(text: str, language: str, asked: Asked, house: House) -> list[Fault]:
    """The faults of a text in one of `LANGUAGES`, each check's in the order of the text. Never raises."""
    words = lexicon(language)
    read = read_words(text, language, asked.blanks)
    needs = needs_met(read, words, _beside(asked))
    faults = [
        *_missing(read, words, needs, asked),
        *_faults(read, words, needs, house),
        *_others(read, words, asked, house),
    ]
    kept: dict[object, Fault] = {}
    for fault in faults:
        if not _allowed(fault, house):
            kept.setdefault(fault if fault.check in _EACH else fault.check, fault)
    return list(kept.values())


def _beside(asked: Asked) -> frozenset[str]:
    """The needs that nobody asks of a text. Of a reply every deed counts; the next word excuses a silence anywhere."""
    if asked.kind == "reply":
        return frozenset()
    wanted = {_MET_BY[need] for need in NEEDS.get(asked.kind or "", ())} if asked.whole else set()
    wanted |= {"apology"} if asked.cluster == "preventable" else set()
    wanted |= {"instruct"} if asked.kind in _TO_READERS else set()
    return _NEEDS - wanted - {"next"}


def needs_met(read: Read, words: Lexicon, beside: Iterable[str] = ()) -> dict[str, tuple[int, int]]:
    """What a text gives, each with the first words that do: `empathy`, `action`, `next`, `help`, `apology`, `instruct`.

    Needs that are `beside` the point are not looked for.
    """
    met: dict[str, tuple[int, int]] = {}
    done = set(beside)
    seems = seeming(read, words)
    for found in words.needs.found(read, done):
        need = str(found.phrase.meaning)
        if not _denied(read, words, found, need) and not seems(need, (found.first, found.last)):
            met[need] = (found.first, found.last)
            done.add(need)
    for need, place in given(read, done, seems):
        met.setdefault(need, place)
    if "deed" in met and not _MYSELF.isdisjoint(read.words):
        met["self"] = met["deed"]
    return met


def _denied(read: Read, words: Lexicon, found: Found, need: str) -> bool:
    """Whether a text says that it does not give what a phrase would: “we feel no regret”, “we cannot refund it”."""
    if need == "help":
        inside, after = read.words[found.first : found.last], read.words[found.last : found.last + 2]
        if not (found.phrase.negates or _ABLE.isdisjoint(inside) or words.negators.isdisjoint(inside)):
            return True
        if read.words[found.first].startswith(_AT_HAND) and _negated(read, words, found):
            return True
        return not found.phrase.negates and read.words[found.last - 1] in _ABLE and not words.negators.isdisjoint(after)
    if need == "action" and read.language == "en":
        start = found.first - 2 * (read.words[found.first - 1] in _TO_BE)  # “cannot be moved to another day”
        return not (found.phrase.negates or words.negators.isdisjoint(read.words[max(0, start) : found.last]))
    return need in {"empathy", "apology", "next"} and _negated(read, words, found)


def _missing(read: Read, words: Lexicon, met: Mapping[str, object], asked: Asked) -> Iterator[Fault]:
    if not asked.whole or asked.kind is None:
        return
    wanted = list(NEEDS.get(asked.kind, ()))
    if asked.cluster == "preventable" and asked.kind in {"update", "reply", "closing"}:
        later = asked.kind == "update" and (asked.apologises or bool(_UNKNOWN.search(" ".join(read.words))))
        wanted += [] if later else ["APOLOGY"]
    if asked.to_offices:
        wanted = [need for need in wanted if need != "EMPATHY"]
    for need in wanted:
        by = "instruct" if need == "ACTION" and asked.kind in _TO_READERS else _MET_BY[need]
        if by not in met and not (asked.kind == "reply" and _personal(by, met)):
            yield Fault(f"TONE-MISSING-{need}", better=words.missing["INSTRUCT" if by == "instruct" else need])


def _personal(by: str, met: Mapping[str, object]) -> bool:
    """Whether a reply gives a need by what its writer does: “I've added ten pounds”, “I'm coming to collect it”."""
    return (by == "help" and "deed" in met) or (by == "empathy" and "self" in met)


def _faults(read: Read, words: Lexicon, met: Mapping[str, object], house: House) -> Iterator[Fault]:
    """What the phrases of the lexicon find."""
    seen: dict[str, int] = {}
    for found in words.faults.found(read):
        group = found.phrase.meaning
        if not isinstance(group, Group) or seen.get(group.check, -1) >= found.first:
            continue
        if not _stands(read, words, found, group) or not _holds(read, found, group, met, words):
            continue
        typed = read.typed(found.first, found.last)
        if group.check == "TONE-JARGON" and (bare(typed) in house.names or not group.better):
            continue
        if group.check == "TONE-ATTACK-DETAIL" and _is_word(typed.split(" ")[0]):
            continue
        seen[group.check] = found.last - 1
        yield Fault(group.check, typed, group.better, why=group.why)


def _is_word(typed: str) -> bool:
    """Whether a product's name stands as an ordinary word: “close windows”, “STAY AWAY FROM WINDOWS”; not “SAP”."""
    return typed.lower() in _ALSO_WORDS and (typed.islower() or (typed.isupper() and len(typed) >= _SHORT_WORD))


def _stands(read: Read, words: Lexicon, found: Found, group: Group) -> bool:
    """Whether a phrase says what it seems to say: not denied, not asked, not quoted from others, not excused."""
    sentence = read.sentences[read.sentence[found.first]]
    if not group.anyhow and (sentence.asks or _negated(read, words, found)):
        return False
    quoted = group.check not in _OF_FACTS and (read.quoted[found.first] or read.quoted[found.last - 1])
    if quoted and not _to_be_said(read, words, found.first):
        return False
    if group.check not in _OF_FACTS | _OF_CRITICS and taken_back(read, found.first):
        return False
    near = range(max(sentence.first, found.first - _NEAR), min(sentence.last, found.last + _NEAR))
    unless = group.unless.found(read, within=sentence)
    if any(one.first in near and not elsewhere(group.check, read, found, one) for one in unless):
        return False
    return not any(group.unless_text.found(read))


def _to_be_said(read: Read, words: Lexicon, place: int) -> bool:
    """Whether the quotation at a place is what people are told to say; any other is what somebody said."""
    while place and read.quoted[place]:
        place -= 1
    before = read.words[max(0, place - _BACK) : place + 1]
    told = any(word in _SAY and prior not in _READER for prior, word in pairwise(["", *before]))
    return told and words.negators.isdisjoint(before)


def _negated(read: Read, words: Lexicon, found: Found) -> bool:
    """Whether a negation before the phrase, or in it, governs it: "not a minor incident", "cannot promise that"."""
    first, negates = found.first, found.phrase.negates
    if not negates and words.negators & set(read.words[first : found.last]):
        return True
    start = read.sentences[read.sentence[first]].first
    governed = not negates
    for back in range(first - 1, max(first - _BACK, start) - 1, -1):
        if read.parted[back + 1] or read.words[back] in _AND:
            return False
        if governed and read.words[back] in words.negators:
            if read.words[back] in _ONLY and not _THAT.isdisjoint(read.words[back:first]):
                return False  # « ce n'est qu'une poignée »
            reach = first - back <= _REACH_OF_WITHOUT and _IS.isdisjoint(read.words[back:first])
            return read.words[back] not in _WITHOUT or reach
        governed = governed or read.words[back] in _THAT
    return False


def _holds(read: Read, found: Found, group: Group, met: Mapping[str, object], words: Lexicon) -> bool:
    """What a check asks of the whole text before a phrase counts."""
    if excused(group.check, read, found):
        return False
    match group.check:
        case "TONE-VAGUE-TIME":
            return not has_clock(read, words.language)
        case "TONE-NO-COMMENT":
            return not (_REASON[words.language].search(read.text.lower()) and "next" in met)
        case _:
            return True


def _others(read: Read, words: Lexicon, asked: Asked, house: House) -> Iterator[Fault]:
    """What no list of phrases finds."""
    if words.language == "fr":
        yield from (Fault("TONE-SPECULATION", typed) for typed in hearsay(read))
        yield from (Fault("TONE-PERSONAL-DATA", typed) for typed in identified(read, words, house.names))
        if house.address != "tu" and (house.address is not None or asked.kind != "internal"):
            yield from (Fault("TONE-DISRESPECT", typed) for typed in familiar(read))
    yield from (Fault("TONE-SHOUTING", typed) for typed in shouted(read, words, house.names))
    yield from (Fault("TONE-HUMOUR", typed) for typed in playful(read.text))
    yield from (Fault("TONE-PROMO", typed) for typed in slogans(read.text))
    yield from (Fault("TONE-JARGON", typed) for typed in acronyms(read, words, house.names))
    known = house.names | named_animals(read, words)
    yield from (Fault("TONE-PERSONAL-DATA", typed) for typed in people(read, words, known))
    yield from _house_words(read, words.language, house)
    for typed, count in long_sentences(read):
        yield Fault("TONE-HARD-TO-READ", typed, words_long=count)
    yield from (Fault("TONE-HARD-TO-READ", score=score) for score in reading_score(read))


@lru_cache(maxsize=256)
def _as_words(phrase: str, language: str) -> tuple[str, ...]:
    return tuple(read_words(phrase, language).words)


def _house_words(read: Read, language: str, house: House) -> Iterator[Fault]:
    """Words that the plan's own lists speak against."""
    for phrase in house.never:
        for first, last in _places(read, _as_words(phrase, language), phrase):
            yield Fault("TONE-JARGON", read.typed(first, last), never=True)
    for phrase, better in house.words.items():
        for first, last in _places(read, _as_words(phrase, language), phrase):
            yield Fault("TONE-JARGON", read.typed(first, last), better)


def _places(read: Read, wanted: tuple[str, ...], phrase: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands; one in capitals stands for capitals only: « SI » is no « si »."""
    if not wanted:
        return
    loud = phrase.isupper() and len(phrase) > 1
    for place, word in enumerate(read.words):
        last = place + len(wanted)
        if word != wanted[0] or tuple(read.words[place:last]) != wanted:
            continue
        if not loud or read.typed(place, last).isupper():
            yield place, last


def _allowed(fault: Fault, house: House) -> bool:
    """Whether the plan lets these words pass."""
    phrases = house.allow.get(fault.check, ()) or house.allow.get(fault.check.removeprefix("TONE-"), ())
    words = bare(fault.words)
    return any(words and (bare(phrase) in words or words in bare(phrase)) for phrase in phrases)


def sort_of_blank(name: str, means: str = "") -> str:
    """What sort of thing a blank holds, from its name and its meaning: time, date, next, person, age …"""
    told = bare(f"{name.replace('_', ' ')} {means}")
    for sort, marks in _SORTS:
        if marks.search(told):
            return sort
    return "blank"


_SORTS = (
    (
        "person",
        regex(
            r"\b(?:nom|prenom|name|surname)\b.*\b"
            r"(?:victim|client|patient|person|salarie|eleve|blesse|customer|pupil|enfant|child)"
            r"|\b(?:victim|patient|client)\w* (?:nom|name)|^(?:nom|prenom|full name|name|surname|first name)\b"
        ),
    ),
    ("health", regex(r"\b(?:pathologie|maladie|diagnostic|blessures?|etat de sante|illness|injury|diagnosis)\b")),
    ("age", regex(r"\bage\b")),
    ("next", regex(r"\b(?:next|prochain|suite)")),
    ("time", regex(r"\b(?:heure|hour|time|moment|horaire)\b")),
    ("date", regex(r"\b(?:date|jour|day)\b")),
    ("number", regex(r"\b(?:nombre|number|combien|total|count)\b")),
    ("link", regex(r"\b(?:lien|link|url|site|website|page|web|intranet)\b")),
    (
        "contact",
        regex(r"\b(?:telephone|phone|tel|e ?mail|courriel|adresse|address|contact|numero|number)\b"),
    ),
)
