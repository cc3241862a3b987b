"""Signs that a text kept from where it was copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.wrapping import unpaired, wrapping


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("“Siobhan O’Leary”", "“ ”"),
        ("“Siobhan O'Leary\"", '“ "'),
        ("«\u00a0Odile Tanguy\u00a0»", "« »"),
        ("„Berlin“", "„ “"),
        ("‘cruelty’", "‘ ’"),
        ("[Siobhan O'Leary]", "[ ]"),
        ("“We are sorry. We are looking into it.”\n", "“ ”"),
    ],
)
def test_signs_around_the_whole_of_a_text_are_seen(text: str, signs: str) -> None:
    assert wrapping(text) == signs
    assert unpaired(text) is None


@pytest.mark.parametrize("text", ["Siobhan O'Leary\"", "“Siobhan", "Odile\u00a0»", "We are sorry.”", "« Odile"])
def test_a_mark_without_its_partner_is_seen(text: str) -> None:
    assert unpaired(text) in set('“”«»"')
    assert wrapping(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Siobhan O'Leary",
        "Siobhan ‘Shiv’ O’Leary",
        "The “Alba” lamp",
        "“Alba” and “Lina”",
        'A screen of 27"',
        "the dogs’",
        "l'Éclaircie",
        "[1]",
        "[sic]",
        "",
        "”",
        "[Ville de Lyon] The shop is closed.",
        "Read “Our promise”",
    ],
)
def test_quotations_inside_a_text_and_apostrophes_stay(text: str) -> None:
    assert (wrapping(text), unpaired(text)) == (None, None)


@given(st.text(max_size=20))
def test_no_text_both_is_wrapped_and_lacks_a_partner(text: str) -> None:
    assert wrapping(text) is None or unpaired(text) is None
