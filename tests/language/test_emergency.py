"""Numbers that everybody may call."""

import pytest

from planbuilder.language.emergency import is_emergency


@pytest.mark.parametrize(
    ("digits", "country", "known"),
    [
        ("112", "FR", True),
        ("112", None, True),
        ("15", "FR", True),
        ("15", "CA", False),
        ("911", "CA", True),
        ("911", "FR", False),
        ("911", None, True),
        ("999", "GB", True),
        ("3939", "FR", False),
        ("112", "XX", True),
        ("15", "XX", False),
    ],
)
def test_by_country(digits: str, country: str | None, known: bool) -> None:
    assert is_emergency(digits, country) is known
