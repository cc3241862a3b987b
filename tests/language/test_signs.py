"""Acronyms explained beside them, hashtags of events."""

import pytest

from planbuilder.language.lexicon import lexicon
from planbuilder.language.sentences import read_words
from planbuilder.language.signs import acronyms, slogans

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle rouvrira avec l'accord de l'AFSCO, l'agence qui contrôle les aliments."),
        ("fr", "L'agence belge des aliments, l'AFSCO, est prévenue."),
        ("fr", "Le plan de secours, appelé ORSUC, est lancé."),
        ("en", "The PQRM, our plan for shelter, has been started."),
    ],
)
def test_an_acronym_is_explained_by_the_words_beside_it(language: str, text: str) -> None:
    assert not list(acronyms(read_words(text, language), lexicon(language), NONE))


@pytest.mark.parametrize("text", ["Le PQRM, le PQA et la DQI sont lancés.", "Le COQIL, réuni ce matin, a validé."])
def test_an_acronym_beside_others_or_beside_news_is_not_explained(text: str) -> None:
    assert list(acronyms(read_words(text, "fr"), lexicon("fr"), NONE))


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Next word at 3 p.m. ET."), ("en", "Back at 9:30 PT."), ("fr", "Prochain point à 15 h 30 HE, ici.")],
)
def test_the_time_of_a_place_after_an_hour_is_known(language: str, text: str) -> None:
    assert not list(acronyms(read_words(text, language), lexicon(language), NONE))


def test_the_same_letters_without_an_hour_are_an_acronym() -> None:
    assert list(acronyms(read_words("We have told our PT and left.", "en"), lexicon("en"), NONE)) == ["PT"]


def test_the_hashtag_of_an_event_is_no_slogan() -> None:
    assert not list(slogans("Suivez #CruesLot."))
    assert list(slogans("Merci ! #ToujoursConnectés")) == ["#ToujoursConnectés"]


@pytest.mark.parametrize("text", ["She speaks at 6 pm in Hall III.", 'The sign "CLOSED" should have been taken down.'])
def test_a_roman_number_and_the_words_of_a_sign_are_no_acronyms(text: str) -> None:
    assert not list(acronyms(read_words(text, "en"), lexicon("en"), NONE))
