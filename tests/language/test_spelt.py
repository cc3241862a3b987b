"""Numbers in words: what one language says and the other does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.figures import figures
from planbuilder.language.numerals import in_words
from planbuilder.language.spelt import Side, unmatched


def side(text: str, tag: str) -> Side:
    return Side(text, tag, figures(text, tag, "FR"))


def differing(french: str, english: str) -> list[str]:
    one, other = side(french, "fr"), side(english, "en")
    return [*unmatched(one, other), *unmatched(other, one)]


@pytest.mark.parametrize(
    ("french", "english", "said"),
    [
        ("Faites bouillir l'eau une minute.", "Boil water for five minutes.", ["une minute", "five minutes"]),
        ("Trois ans de surveillance offerts.", "Two years of monitoring.", ["Trois ans", "Two years"]),
        ("Les six recommandations sont suivies.", "All eight recommendations are met.", ["six", "eight"]),
        ("Neuf jours sans eau.", "Six days without water.", ["Neuf jours", "Six days"]),
        ("Un plan de six mois.", "A four-month plan.", ["six mois", "four-month"]),
        ("Dans vingt-deux rues.", "In twenty-three streets.", ["vingt-deux", "twenty-three"]),
        ("Sous 3 jours.", "Within three weeks.", ["three weeks"]),
        ("Pendant 2 mois.", "For two years.", ["two years"]),
        ("Appelez avant quatre heures.", "Call before 6 pm.", ["quatre heures"]),
    ],
)
def test_numbers_in_words_that_differ(french: str, english: str, said: list[str]) -> None:
    assert differing(french, english) == said


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Faites bouillir une minute.", "Boil for one minute."),
        ("Dans une heure.", "In sixty minutes."),
        ("Pendant deux semaines.", "For fourteen days."),
        ("Pendant quinze jours.", "For two weeks."),
        ("Pendant quinze jours.", "For a fortnight."),
        ("Sous huit jours.", "Within a week."),
        ("Sous 15 jours.", "Within two weeks."),
        ("Pendant 24 mois.", "For two years."),
        ("Pendant 3 mois.", "A three-month plan."),
        ("Sous 3 jours ouvrés.", "Within three days."),
        ("2 millions de lampes.", "Two million lamps."),
        ("Tous les deux jours.", "Every other day."),
        ("Les deux écoles.", "Both schools."),
        ("À seize heures.", "At 4 pm."),
        ("Un jour, nous saurons.", "Some time we will know."),
        ("Un matériel neuf.", "New equipment."),
        ("Les véhicules à Trois-Rivières.", "The vehicles in Trois-Rivières."),
        ("Les deux-roues sont interdits.", "No motorcycles."),
        ("L'hôtel Quatre Saisons est fermé.", "The Four Seasons hotel is closed."),
        ("Quelques lampes.", "Some lamps."),
    ],
)
def test_what_is_said_otherwise_or_counts_nothing_does_not_differ(french: str, english: str) -> None:
    assert differing(french, english) == []


@given(st.integers(2, 99), st.integers(2, 99))
def test_two_numbers_differ_where_they_are_two(one: int, other: int) -> None:
    found = differing(f"Voici {in_words(one, 'fr')} lampes.", f"Here are {in_words(other, 'en')} lamps.")
    if one == other:
        assert found == []
    elif one not in {9, other % 10, other - other % 10} and other not in {one % 10, one - one % 10}:
        assert len(found) >= 1


def test_other_languages_are_not_read() -> None:
    assert unmatched(side("Drei Lampen.", "de"), side("Two lamps.", "en")) == []
