"""Animals that a text names."""

import pytest

from planbuilder.language.animals import named_animals
from planbuilder.language.lexicon import lexicon
from planbuilder.language.sentences import read_words


def names(text: str, language: str = "fr") -> frozenset[str]:
    return named_animals(read_words(text, language, {}), lexicon(language))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Notre éléphante Kiwi, 42 ans, souffre d'une infection.", "kiwi"),
        ("Kimba, la girafe, est blessée.", "kimba"),
        ("Notre vieux cheval Ouragan a été opéré.", "ouragan"),
    ],
)
def test_a_name_beside_an_animal_is_its_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text", ["Le chat de Marie est rentré.", "Notre collègue Kiwi est rentrée.", "Un LION est sorti."]
)
def test_the_owner_of_an_animal_and_a_person_are_none(text: str) -> None:
    assert names(text).isdisjoint({"marie", "kiwi", "lion"})
