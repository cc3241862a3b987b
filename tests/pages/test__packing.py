"""Packed rows say what they said, in fewer bytes."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.packed import read_index

from planbuilder.pages._packing import packed

TEXTS = st.text(st.sampled_from('ab é"{}*'), min_size=1, max_size=3)
ROWS = st.fixed_dictionaries(
    {"t": TEXTS, "u": TEXTS},
    optional={"n": st.lists(TEXTS, min_size=1), "o": st.dictionaries(TEXTS, st.lists(TEXTS), min_size=1)},
)


@given(st.lists(ROWS))
def test_what_was_packed_is_unpacked(rows: list[dict[str, Any]]) -> None:
    index = json.dumps(packed(rows, ("t", "u", "n", "o")))
    assert read_index(index)["entries"] == [row | {"u": row["u"].replace("*", row["t"])} for row in rows]


def test_what_several_rows_say_stands_once_and_what_a_row_does_not_have_takes_no_room() -> None:
    rows: list[dict[str, Any]] = [
        {"t": "one", "n": ["Paris", "Lille"]},
        {"t": "two", "n": ["Paris"], "o": {"en": ["Paris"]}},
        {"o": {}},
    ]
    assert packed(rows, ("t", "n", "b", "o")) == {
        "fields": ["t", "n", "b", "o"],
        "said": ["", "Paris"],
        "rows": [["one", [1, "Lille"]], ["two", [1], 0, {"en": [1]}], [0, 0, 0, {}]],
    }
