"""People who are called by name without a title."""

import pytest

from planbuilder.language.first_names import known_by_name
from planbuilder.language.lexicon import lexicon
from planbuilder.language.sentences import read_words


def found(text: str, language: str = "en") -> list[str]:
    return list(known_by_name(read_words(text, language), lexicon(language), frozenset()))


@pytest.mark.parametrize(
    "text",
    [
        "The injured pupil is Jade Owens from class 4B; she has a broken pelvis.",
        "The swimmer pulled from the lake was Kieran Malone, aged 19.",
        "We have all known Bridget Heffernan of Main Street for years.",
        "Jean, the tenant of flat 14, is in a wheelchair.",
        "Ella, nine, from Cork, was on the slide.",
        "Dear Orla, we are sorry that your chemotherapy was postponed.",
        "Hi Susan Platt, your balance at 9 Elm Close has been cleared.",
        "We wish Ahmed well after his epileptic fit.",
        "Derek Shaw suffered burns to both hands.",
    ],
)
def test_a_person_called_by_name_is_given_away_by_age_street_or_illness(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Harold Pinkney Centre at 14 Mill Road is open as a shelter tonight.",
        "Hannah Clarke works with patients who have cancer.",
        "Peter Hall is our diabetes nurse.",
        "Dr Hannah Clarke is treated as the founder of the ward.",
        "Dear Orla, thank you for your letter.",
        "Arthur Nolan founded the company 43 years ago.",
        "Thomas will read the names at noon.",
        "A swimmer aged 19 was pulled from the lake.",
    ],
)
def test_a_name_alone_or_one_who_helps_gives_nobody_away(text: str) -> None:
    assert not found(text)


def test_a_language_without_first_names_finds_nobody() -> None:
    assert not found("Jean, le locataire, est en fauteuil.", "fr")
