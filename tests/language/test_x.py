"""The length of a post on X is what twitter-text says, on every case of the frozen table."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.x import LINK, x_length

CASES: list[tuple[str, int]] = json.loads(Path(__file__).with_name("twitter_text.json").read_text("utf-8"))


def test_the_table_is_whole() -> None:
    assert len(CASES) > 1000


def test_every_frozen_answer_is_ours() -> None:
    wrong = [(text, due, x_length(text)) for text, due in CASES if x_length(text) != due]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("…", 2),
        ("€", 2),
        ("→", 2),
        ("\u202f", 2),
        ("’«—œ", 4),
        ("https://lumen.fr/aide", LINK),
        ("info.lumen.example", 18),
        ("👨‍👩‍👧‍👦", 2),
        ("e\u0301", 1),
    ],
)
def test_what_french_texts_meet(text: str, length: int) -> None:
    assert x_length(text) == length


@given(st.text(max_size=80))
def test_any_text_is_counted(text: str) -> None:
    assert 0 <= x_length(text) <= 2 * max(len(text), 1) * 12


def test_a_long_run_without_spaces_is_counted_quickly() -> None:
    assert x_length("é" * 5000) == 5000
    assert x_length("é." * 1000) == 2000
