"""The texts that the checks of tone are measured on."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Sample:
    """A whole text: the checks that must find something in it, and those that may."""

    id: str
    language: str
    kind: str
    text: str
    must: frozenset[str]
    may: frozenset[str]
    cluster: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that differ in little: `check` finds something in `bad`, and nothing in `good`."""

    id: str
    language: str
    kind: str
    check: str
    bad: str
    good: str
    cluster: str | None


def held_out(name: str) -> bool:
    """Whether a text only measures. A text and its translation lie on the same side; `seen` ones never do."""
    return "-seen-" not in name and sha256(name.partition("-")[2].encode()).digest()[0] % 3 == 0


def samples(language: str) -> list[Sample]:
    """The whole texts of a language: those that rules are written against, and a third that only measures."""
    return [
        Sample(
            row["id"],
            language,
            row["kind"],
            row["text"],
            frozenset(row["must"]),
            frozenset(row["may"]),
            row.get("cluster"),
        )
        for row in _rows(f"texts.{language}.jsonl")
    ]


def pairs(language: str) -> list[Pair]:
    """The minimal pairs of a language."""
    return [
        Pair(row["id"], language, row["kind"], row["check"], row["bad"], row["good"], row.get("cluster"))
        for row in _rows(f"pairs.{language}.jsonl")
    ]


def sentences(language: str) -> list[tuple[str | None, str]]:
    """Sentences, each with the one check that finds something in it, or None."""
    return [(row["check"], row["text"]) for row in _rows(f"sentences.{language}.jsonl")]


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]
