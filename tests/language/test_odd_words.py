"""What makes a word odd."""

import pytest

from planbuilder.language.odd_words import changes, is_odd, is_odd_among_words, kinds_of, mixed_parts, turns


@pytest.mark.parametrize(
    ("word", "alone", "among"),
    [
        ("Soleil59!", True, True),
        ("S3cr3tP4ss", True, True),
        ("bougie#2026", True, False),
        ("8f3k-2j4l", True, False),
        ("8f3k-2j4l-9d8s", True, True),
        ("R&D-2026", True, False),
        ("@AtelierLumen2026", False, False),
        ("YubiKey5", False, False),
        ("Lumen59", False, False),
        ("rapport2026!.pdf", False, False),
    ],
)
def test_a_word_is_odd_alone_and_among_others(word: str, alone: bool, among: bool) -> None:
    assert (is_odd(word), is_odd_among_words(word)) == (alone, among)


def test_what_a_word_is_made_of() -> None:
    assert kinds_of("aB1-") == "lud-"
    assert changes("lud-") == 0.75
    assert [turns(word) for word in ("coffre", "A1203", "45A12", "a1b2c")] == [0, 1, 2, 4]
    assert [mixed_parts(code) for code in ("ABCD-1234", "AB12-1234", "8f3k-2j4l")] == [0, 1, 2]
