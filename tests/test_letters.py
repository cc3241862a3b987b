"""Letters as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.letters import unaccented


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Cœur de métier", "Coeur de metier"),
        ("ŒUVRE", "OEUVRE"),
        ("Straße", "Strasse"),
        ("Søren Łukasz Đorđe", "Soren Lukasz Dorde"),
        ("e\u0301te\u0301", "ete"),
        ("ﬁn", "fin"),
        ("Ελλάδα", "Ελλαδα"),
        ("plain", "plain"),
    ],
)
def test_accents_and_ligatures_go_and_letters_stay(typed: str, bare: str) -> None:
    assert unaccented(typed) == bare


@given(st.text())
def test_what_is_bare_stays_so(text: str) -> None:
    once = unaccented(text)
    assert unaccented(once) == once
