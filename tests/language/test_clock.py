"""Whether a text names an hour or a day."""

import pytest

from planbuilder.language.clock import has_clock
from planbuilder.language.sentences import read_words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Prochain point à 18 h."),
        ("fr", "Nous vous écrivons demain."),
        ("fr", "Réponse sous deux heures."),
        ("fr", "Nous reparlerons le 1er mars."),
        ("en", "Next update at 6 pm."),
        ("en", "We will write on Tuesday."),
        ("en", "News within the hour."),
        ("en", "We meet on 3 May."),
        ("en", "Look at Friday's bulletin."),
    ],
)
def test_hours_and_days_are_clocks(language: str, text: str) -> None:
    assert has_clock(read_words(text, language), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Prochain point dès que possible."),
        ("fr", "Nous reviendrons vers vous."),
        ("en", "More as soon as we can."),
        ("en", "Tonight's show is off."),
    ],
)
def test_soon_is_none(language: str, text: str) -> None:
    assert not has_clock(read_words(text, language), language)


def test_a_blank_for_a_time_is_one() -> None:
    assert has_clock(read_words("Next update at {at}.", "en", {"at": "time"}), "en")
