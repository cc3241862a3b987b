"""French is complete, fresh and well set."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "src/planbuilder/locale/fr/LC_MESSAGES/planbuilder.po"

NARROW = "\u202f"
NO_BREAK = "\u00a0"


def pairs() -> Iterator[tuple[str, str]]:
    with PO.open("rb") as stream:
        for message in read_po(stream):
            if message.id:
                ids = message.id if isinstance(message.id, tuple | list) else [message.id]
                strings = message.string if isinstance(message.string, tuple | list) else [message.string]
                yield from zip(ids, strings, strict=True)


def prose(text: str) -> str:
    """The text without code, addresses and values, where French spacing does not hold."""
    return re.sub(r"`[^`]*`|\{[\w!]+\}|https?://\S+|\b\d\d?:\d\d\b|^ {4}.*$", "x", text, flags=re.MULTILINE)


def test_the_catalogue_is_complete_and_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/translations.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_field_of_a_sentence_is_in_its_translation() -> None:
    fields = re.compile(r"(?<!`)\{(\w+)\}(?!`)")
    # a sentence for one thing may leave out its number
    wrong = [
        (one, two)
        for one, two in pairs()
        if set(fields.findall(one)) - {"count"} != set(fields.findall(two)) - {"count"}
    ]
    assert wrong == []


def test_keys_in_a_sentence_are_the_same_in_its_translation() -> None:
    key = re.compile(r"`([a-z_]+(?:\.[a-z_]+)*:?)`")  # words that stand for others are translated: `my-plan`
    wrong = [(one, two) for one, two in pairs() if not set(key.findall(one)) <= set(key.findall(two))]
    assert wrong == []


def test_double_punctuation_has_a_space_that_does_not_break() -> None:
    bare = re.compile(rf"[^\s{NO_BREAK}{NARROW}][?!;»]|[ \w][:;?!»](?=\s|$)|« ")
    wrong = [two for _, two in pairs() if bare.search(prose(two))]
    assert wrong == []


def test_what_the_judgements_of_tone_show_is_set_alike() -> None:
    words = json.loads((ROOT / "src/planbuilder/language/fr.json").read_text("utf-8"))
    groups = [group for of_check in words["checks"].values() for group in of_check]
    shown = [*words["missing"].values(), *(group[key] for group in groups for key in ("why", "better"))]
    shown += [better for group in groups for better in group.get("words", {}).values()]
    assert [text for text in shown if re.search(r" [:;?!»%]|« ", text)] == []


def test_quotes_are_french() -> None:
    assert [two for _, two in pairs() if "“" in two or "”" in two] == []
