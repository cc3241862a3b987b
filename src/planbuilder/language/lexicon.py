"""The words of tone of a language, from `fr.json` and `en.json`: read when the first text is judged."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from planbuilder.language.phrases import Phrases, Piece, Vocabulary

LANGUAGES = ("en", "fr")
"""The languages whose tone is judged."""

_NEGATORS = {
    "fr": frozenset(["pas", "jamais", "ni", "non", "sans", "aucun", "aucune", "n'", "ne"]),
    "en": frozenset(["not", "never", "no", "nor", "without", "neither", "cannot", "none"]),
}

_FREQUENT = {
    "fr": frozenset(
        [
            "a",
            "au",
            "aux",
            "avec",
            "avez",
            "avons",
            "ce",
            "ces",
            "cette",
            "d'",
            "dans",
            "de",
            "des",
            "du",
            "elle",
            "en",
            "est",
            "et",
            "etait",
            "il",
            "ils",
            "je",
            "l'",
            "la",
            "le",
            "les",
            "leur",
            "ne",
            "n'",
            "nos",
            "notre",
            "nous",
            "on",
            "ont",
            "par",
            "pas",
            "plus",
            "pour",
            "qu'",
            "que",
            "qui",
            "s'",
            "sa",
            "se",
            "ses",
            "son",
            "sont",
            "sur",
            "tous",
            "tout",
            "toute",
            "un",
            "une",
            "vos",
            "votre",
            "vous",
            "y",
        ]
    ),
    "en": frozenset(
        [
            "a",
            "all",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "been",
            "by",
            "can",
            "do",
            "for",
            "from",
            "had",
            "has",
            "have",
            "i",
            "if",
            "in",
            "is",
            "it",
            "its",
            "may",
            "more",
            "no",
            "not",
            "of",
            "on",
            "or",
            "our",
            "that",
            "the",
            "their",
            "there",
            "they",
            "this",
            "to",
            "was",
            "we",
            "were",
            "will",
            "with",
            "would",
            "you",
            "your",
        ]
    ),
}
"""Words of almost every sentence: looking for a phrase by one of them would try it everywhere."""


class Group(NamedTuple):
    """Phrases that a check finds for one reason.

    `better` is a sentence to write instead. `unless` are phrases that make it right where they stand in the same
    sentence, `unless_text` anywhere. `anyhow`: also in questions and after a negation.
    """

    check: str
    why: str
    better: str
    unless: Phrases
    unless_text: Phrases
    anyhow: bool


class Lexicon(NamedTuple):
    """What a language is judged with. `senses` are phrases whose words mean something else than the need they seem."""

    language: str
    faults: Phrases
    needs: Phrases
    senses: Phrases
    lists: dict[str, Piece]
    negators: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The words of one of `LANGUAGES`."""
    data: dict[str, Any] = json.loads(Path(__file__).with_name(f"{language}.json").read_text("utf-8"))
    written = Vocabulary(data["sets"], _NEGATORS[language], _FREQUENT[language])
    faults = Phrases(written)
    needs, senses = (_by_need(data.get(part, {}), written) for part in ("needs", "senses"))
    for check, groups in data["checks"].items():
        for one in groups:
            _add(faults, written, f"TONE-{check}", one)
    lists = {name: written.piece(words) for name, words in data["lists"].items()}
    return Lexicon(language, faults, needs, senses, lists, written.negators)


def _by_need(data: dict[str, list[str]], written: Vocabulary) -> Phrases:
    found = Phrases(written)
    for need, phrases in data.items():
        for phrase in phrases:
            found.add(phrase, need)
    return found


def _add(faults: Phrases, written: Vocabulary, check: str, one: dict[str, Any]) -> None:
    unless, unless_text = Phrases(written), Phrases(written)
    for phrase in one.get("unless", ()):
        unless.add(phrase, None)
    for phrase in one.get("unless_text", ()):
        unless_text.add(phrase, None)
    anyhow = one.get("scope") == "any"
    group = Group(check, one["why"], one["better"], unless, unless_text, anyhow)
    for phrase in one.get("phrases", ()):
        faults.add(phrase, group)
    for phrase, better in one.get("words", {}).items():
        faults.add(phrase, Group(check, one["why"], better, unless, unless_text, anyhow=True))


def pairs(language: str) -> list[tuple[str, str, str]]:
    """What to say and why, for people: check, reason, better sentence."""
    data: dict[str, Any] = json.loads(Path(__file__).with_name(f"{language}.json").read_text("utf-8"))
    return [
        (f"TONE-{check}", one["why"], one["better"])
        for check, groups in data["checks"].items()
        for one in groups
        if one["better"]
    ]
