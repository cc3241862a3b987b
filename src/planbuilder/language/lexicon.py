"""The words of tone of a language, from `fr.json` and `en.json`: read when the first text is judged."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from planbuilder.language.indexing import Index, index_of
from planbuilder.language.phrases import Phrases, Piece, Vocabulary

LANGUAGES = ("en", "fr")
"""The languages whose tone is judged."""


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
    """What a language is judged with.

    `senses` are phrases whose words mean something else than the need they seem; `missing` has a sentence for each
    need.
    """

    language: str
    faults: Phrases
    needs: Phrases
    senses: Phrases
    lists: dict[str, Piece]
    missing: dict[str, str]
    negators: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The words of one of `LANGUAGES`."""
    text = _path(language).read_bytes()
    data: dict[str, Any] = json.loads(text)
    written = _vocabulary(data)
    known = json.loads(index_path(language).read_bytes())
    # An index of another state of the words would lead astray: then they are indexed anew
    indexes = {part: Index(*one) for part, one in known["parts"].items()} if known["of"] == crc32(text) else {}
    found = {
        part: Phrases(written, typed, meanings, indexes.get(part), together=part == "faults")
        for part, typed, meanings in _parts(data, written)
    }
    lists = {name: written.piece(words) for name, words in data["lists"].items()}
    return Lexicon(language, found["faults"], found["needs"], found["senses"], lists, data["missing"], written.negators)


def indexed(language: str) -> str:
    """What belongs into the file of `index_path`: the index of each part of a language's phrases."""
    text = _path(language).read_bytes()
    data: dict[str, Any] = json.loads(text)
    written = _vocabulary(data)
    parts = {part: index_of(typed, written.sets, written.frequent) for part, typed, _ in _parts(data, written)}
    return json.dumps({"of": crc32(text), "parts": parts}, ensure_ascii=False, separators=(",", ":")) + "\n"


def index_path(language: str) -> Path:
    """Where the index of a language's phrases stands; `scripts/lexicon.py` writes it."""
    return _path(f"index.{language}")


def _vocabulary(data: dict[str, Any]) -> Vocabulary:
    """`frequent` are words of almost every sentence: to look for a phrase by one of them would try it everywhere."""
    negators, frequent = (frozenset(data[name].split("|")) for name in ("negators", "frequent"))
    return Vocabulary(data["sets"], negators, frequent)


def _path(name: str) -> Path:
    return Path(__file__).with_name(f"{name}.json")


def _parts(data: dict[str, Any], written: Vocabulary) -> Iterator[tuple[str, list[str], list[object]]]:
    """The name of each part of a lexicon, its phrases, and what each stands for."""
    for part in ("needs", "senses"):
        by_need = [(phrase, need) for need, phrases in data[part].items() for phrase in phrases]
        yield part, [phrase for phrase, _ in by_need], [need for _, need in by_need]
    typed: list[str] = []
    meanings: list[object] = []
    for check, groups in data["checks"].items():
        for one in groups:
            group = _group(f"TONE-{check}", one, written)
            typed += one.get("phrases", ())
            meanings += [group] * len(one.get("phrases", ()))
            for word, better in one.get("words", {}).items():
                typed.append(word)
                meanings.append(group._replace(better=better, anyhow=True))
    yield "faults", typed, meanings


def _group(check: str, one: dict[str, Any], written: Vocabulary) -> Group:
    unless, unless_text = (
        Phrases(written, phrases, [None] * len(phrases))
        for phrases in (one.get("unless", ()), one.get("unless_text", ()))
    )
    return Group(check, one["why"], one["better"], unless, unless_text, anyhow=one.get("scope") == "any")


def pairs(language: str) -> list[tuple[str, str, str]]:
    """What to say and why, for people: check, reason, better sentence."""
    data: dict[str, Any] = json.loads(_path(language).read_bytes())
    return [
        (f"TONE-{check}", one["why"], one["better"])
        for check, groups in data["checks"].items()
        for one in groups
        if one["better"]
    ]
