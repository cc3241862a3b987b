"""Characters as people see them: the answers of `Intl.Segmenter` (Unicode 17 data, Node.js) on a frozen table."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.graphemes import graphemes

CASES: list[tuple[str, int]] = json.loads(Path(__file__).with_name("graphemes.json").read_text("utf-8"))


def test_every_frozen_answer_is_ours() -> None:
    assert len(CASES) > 300
    assert [(text, due, graphemes(text)) for text, due in CASES if graphemes(text) != due] == []


@given(st.text(max_size=40))
def test_a_text_has_at_most_as_many_graphemes_as_characters(text: str) -> None:
    assert bool(text) <= graphemes(text) <= len(text)
