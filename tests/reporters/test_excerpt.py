"""The caret stands below the place, whatever stands before it and however narrow the screen."""

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.reporters import clean, to_text
from planbuilder.reporters._excerpt import cells, excerpt


def drawn(shown: str, column: int, width: int = 100, line: int = 7) -> list[str]:
    return [to_text(one, colour=False) for one in excerpt(shown, line, column, width)]


def test_the_key_is_underlined() -> None:
    assert drawn("  pilote:", 3) == ["    7 |   pilote:", "      |   ^^^^^^"]


def test_a_value_of_one_word_is_underlined() -> None:
    assert drawn("    reach: 30m", 12)[1] == "      |            ^^^"


def test_a_text_of_several_words_gets_one_caret() -> None:
    assert drawn("when: un client malade", 7)[1] == "      |       ^"


def test_wide_characters_take_two_columns() -> None:
    assert drawn("地震: x", 5) == ["    7 | 地震: x", "      |       ^"]


def test_combining_marks_take_none() -> None:
    assert drawn("e\u0301e\u0301: x", 7)[1] == "      |     ^"


def test_a_tab_is_drawn_as_spaces() -> None:
    assert drawn("\tholder: x", 2) == ["    7 |     holder: x", "      |     ^^^^^^"]


def test_a_blank_line_is_not_drawn() -> None:
    assert drawn("   ", 1) == []


def test_the_caret_stays_below_what_is_shown() -> None:
    assert drawn("  sms: …", 60)[1] == "      |        ^"


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "people: {" + ", ".join(f"person-{n}: {{name: Somebody}}" for n in range(40)) + "}"
    shown, caret = drawn(line, line.index("person-20") + 1, 80)
    assert len(shown) <= 80
    assert shown[caret.index("^") :].startswith("person-20")
    assert shown.removeprefix("    7 | ").startswith("…")
    assert shown.endswith("…")


def test_a_number_of_many_digits_keeps_the_columns() -> None:
    first, second = drawn("key: x", 1, line=123456)
    assert first.index("key") == second.index("^")


@given(st.text(min_size=1), st.integers(1, 400), st.integers(20, 160))
def test_whatever_the_line_the_caret_is_below_a_sign_of_it_and_fits(text: str, column: int, width: int) -> None:
    lines = drawn(text, column, width)
    if not lines:
        assert not text.strip()
        return
    shown, caret = lines
    assert cells(shown) <= max(width, 30) + 2
    assert set(caret.split("|", 1)[1]) <= {" ", "^"}
    assert cells(caret.rstrip("^")) <= cells(shown)


@given(st.text(st.characters(categories=["Ll", "Lu", "Zs", "Po"]), min_size=1, max_size=60), st.data())
def test_a_short_line_is_shown_as_it_is(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    column = data.draw(st.integers(1, len(text)))
    shown, caret = drawn(text, column, 160)
    assert shown == f"    7 | {clean(text)}"
    assert cells(caret.rstrip("^")) == cells("    7 | " + clean(text)[: len(clean(text[: column - 1]))])
