"""Folding and escaping of vCard and iCalendar."""

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.contentlines import file_of, folded, lasting_id, value


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_folded_line_unfolds_to_itself_and_no_piece_is_too_long(line: str) -> None:
    first, *rest = folded(line)
    assert all(len(piece.encode()) <= 75 for piece in (first, *rest))
    assert all(piece.startswith(" ") for piece in rest)
    assert first + "".join(piece[1:] for piece in rest) == line


@given(st.text())
def test_a_value_is_one_line_that_any_program_reads(text: str) -> None:
    written = value(text)
    assert len(written.splitlines()) <= 1
    assert file_of([written]).decode().replace("\r\n ", "") == f"{written}\r\n"


def test_signs_that_mean_something_are_escaped() -> None:
    assert value("a;b,c\\d:e\nf\u2028g\u202eh") == "a\\;b\\,c\\\\d:e f g\N{REPLACEMENT CHARACTER}h"


def test_an_id_knows_its_parts_apart() -> None:
    assert lasting_id("a", "b") == lasting_id("a", "b") != lasting_id("ab", "")
