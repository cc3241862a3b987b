"""What a text repeats only to take it back."""

import pytest

from planbuilder.language.retractions import taken_back
from planbuilder.language.sentences import read_words


def told(text: str, language: str = "fr") -> bool:
    return taken_back(read_words(text, language, {}), 0)


@pytest.mark.parametrize(
    "text",
    [
        "La direction a d'abord parlé d'une broutille. C'était faux.",
        "J'ai répondu que c'était partout pareil. C'était une dérobade.",
        "Dire « aucun commentaire » serait une insulte.",
        "Il se dit que l'intrus serait entré par les cuisines. Nous n'en savons rien.",
    ],
)
def test_words_that_the_text_calls_wrong_are_taken_back(text: str) -> None:
    assert told(text)


def test_english_words_are_taken_back_too() -> None:
    assert told("We said it was a small matter. That was wrong.", "en")


@pytest.mark.parametrize(
    "text",
    [
        "La direction parle d'une broutille. Le guichet est ouvert.",
        "Une broutille. C'était faux.",
        "Nous avons parlé d'une broutille. La piscine rouvre lundi. Le club joue samedi. C'était une erreur.",
    ],
)
def test_words_are_not_taken_back_where_nobody_told_them_or_nothing_near_calls_them_wrong(text: str) -> None:
    assert not told(text)
