"""People in apposition, named with their age, health or address."""

import pytest

from planbuilder.language.lexicon import lexicon
from planbuilder.language.persons import people
from planbuilder.language.sentences import read_words

NONE: frozenset[str] = frozenset()


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


@pytest.mark.parametrize(
    "text",
    [
        "Three children were ill after eating our Little Pots yoghurt.",
        "The Young Vic is shut: a patient was taken ill.",
    ],
)
def test_a_word_in_the_name_of_a_thing_is_no_relation(text: str) -> None:
    assert not list(people(read_words(text, "en"), lexicon("en"), NONE))
