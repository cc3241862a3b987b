"""Acronyms explained beside them, people in apposition, hashtags of events."""

import pytest

from planbuilder.language.lexicon import lexicon
from planbuilder.language.sentences import read_words
from planbuilder.language.signs import acronyms, people, slogans

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
    "text",
    [
        "L'ouvrier décédé, Ahmed Saïdi, avait 41 ans.",
        "Marie-Ève Gagnon, enceinte de cinq mois, se trouvait dans l'autobus.",
        "La famille Nguyen, du 14, chemin des Prés, est touchée.",
        "Chère Madame Ghislaine Maes, merci. Votre demande pour dépression est à l'étude.",
    ],
)
def test_a_named_person_is_told_of_with_age_health_or_address(text: str) -> None:
    assert list(people(read_words(text, "fr"), lexicon("fr"), NONE))


@pytest.mark.parametrize(
    "text",
    [
        "Julien Perrot, notre directeur, répondra à 18 h.",
        "Une cliente de 40 ans a été hospitalisée.",
        "Chère Madame Maes, merci. Votre demande est à l'étude.",
    ],
)
def test_a_name_alone_and_an_illness_alone_give_nobody_away(text: str) -> None:
    assert not list(people(read_words(text, "fr"), lexicon("fr"), NONE))


def test_the_hashtag_of_an_event_is_no_slogan() -> None:
    assert not list(slogans("Suivez #CruesLot."))
    assert list(slogans("Merci ! #ToujoursConnectés")) == ["#ToujoursConnectés"]


@pytest.mark.parametrize("text", ["She speaks at 6 pm in Hall III.", 'The sign "CLOSED" should have been taken down.'])
def test_a_roman_number_and_the_words_of_a_sign_are_no_acronyms(text: str) -> None:
    assert not list(acronyms(read_words(text, "en"), lexicon("en"), NONE))
