"""The numbers of an account."""

import pytest

from planbuilder.language.contact_numbers import numbers_of


@pytest.mark.parametrize(
    ("account", "numbers"),
    [
        ("311", ["phone311"]),
        ("311 ou 819-555-0311", ["phone311", "phone195550311"]),
        ("0 800 00 00 00 / 0 800 00 00 01", ["phone800000000", "phone800000001"]),
        ("+33 (0)1 02 03 04 05", ["phone102030405"]),
        ("819-555-0173, poste 234", ["phone195550173", "phone234"]),
        ("24/7 : 819-555-0173", ["phone195550173"]),
        ("311@town.example", []),
        ("https://town.example/311", []),
        ("@lumen2026", []),
        ("", []),
    ],
)
def test_the_numbers_of_an_account(account: str, numbers: list[str]) -> None:
    assert list(numbers_of(account)) == numbers
