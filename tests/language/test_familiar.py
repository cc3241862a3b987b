"""« tu » is found where somebody is spoken to, and nowhere else."""

import pytest

from planbuilder.language.familiar import familiar
from planbuilder.language.sentences import read_words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tu peux nous écrire.", "Tu peux"),
        ("Nous t'écrivons demain.", "t'écrivons"),
        ("Rends ton billet au guichet.", "ton billet"),
    ],
)
def test_who_is_spoken_to_with_tu_is_found(text: str, said: str) -> None:
    assert list(familiar(read_words(text, "fr"))) == [said]


@pytest.mark.parametrize("text", ["Le ton monte.", "Le témoin s'est tu.", "On m'a dit « tu mens ».", "Vous le savez."])
def test_a_tone_a_silence_and_a_quotation_are_none(text: str) -> None:
    assert not list(familiar(read_words(text, "fr")))
