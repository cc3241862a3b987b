"""Lines: nothing in a plan can break out of one, nor be obeyed."""

import re

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.reporters import Piece, clean, to_text
from planbuilder.reporters._lines import verbatim

ANSI = re.compile("\x1b\\[[0-9;]*m")

any_text = st.text(st.characters(exclude_categories=()))


def obeyed(line: str) -> bool:
    """Whether GitHub's runner takes the line for a command, as actions/runner reads it (ActionCommand.cs)."""
    return line.lstrip().startswith("::") or "##[" in line


def test_a_plain_line_is_its_pieces() -> None:
    assert to_text(("  ", Piece("error", "error"), " ", "é « x » 🎉"), colour=False) == "  error é « x » 🎉"


def test_colour_paints_only_pieces_with_a_style() -> None:
    assert to_text((Piece("error", "error"), " x"), colour=True) == "\x1b[1;31merror\x1b[0m x"


def test_an_empty_piece_has_no_colour() -> None:
    assert to_text((Piece("", "error"),), colour=True) == ""


def test_control_and_bidi_characters_are_written_as_codes() -> None:
    assert clean("a\x1b[31m\u202eb\nc\x00\x85\u2028") == r"a\u{1b}[31m\u{202e}b\u{a}c\u{0}\u{85}\u{2028}"


def test_a_lone_surrogate_is_written_as_a_code() -> None:
    assert clean("\ud83d") == r"\u{d83d}"


def test_joined_emoji_and_accents_stay() -> None:
    assert clean("👩\u200d🚒 e\u0301 œ") == "👩\u200d🚒 e\u0301 œ"


@given(st.lists(any_text), st.booleans())
def test_a_line_is_one_line_without_anything_a_terminal_obeys(texts: list[str], colour: bool) -> None:
    line = to_text(tuple(Piece(text, "error") for text in texts), colour=colour)
    bare = ANSI.sub("", line) if colour else line
    assert bare == clean(bare)
    assert len(line.splitlines()) <= 1
    line.encode("utf-8")


@given(st.text("::#[]a \t\x0b\u00a0\u3000\x1c"), st.booleans())
def test_no_line_is_a_command_to_the_runner(text: str, colour: bool) -> None:
    assert not obeyed(to_text((text,), colour=colour))
    assert not obeyed(to_text(tuple(text), colour=colour))


def test_a_line_meant_for_the_runner_reaches_it() -> None:
    assert to_text(verbatim("::error title=X::y"), colour=True) == "::error title=X::y"
