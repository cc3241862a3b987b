"""Letters keep their places when a text is made small."""

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.source.characters import in_small_letters


@given(st.text())
def test_every_letter_keeps_its_place(text: str) -> None:
    small = in_small_letters(text)
    assert len(small) == len(text)
    pairs = [(letter, other) for letter, other in zip(text, small, strict=True) if letter != "İ"]
    assert all(letter.casefold() == other.casefold() for letter, other in pairs)


def test_the_capital_that_becomes_two_letters_stays_one() -> None:
    assert in_small_letters("İstanbul: Mot De Passe") == "istanbul: mot de passe"
