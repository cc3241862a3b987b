"""The numbers of an account."""

import pytest

from planbuilder.language.contact_numbers import numbers_of
from planbuilder.language.figure import Kind


@pytest.mark.parametrize(
    ("account", "numbers"),
    [
        ("311", ["311"]),
        ("311 ou 819-555-0311", ["311", "819-555-0311"]),
        ("0 800 00 00 00 / 0 800 00 00 01", ["0 800 00 00 00", "0 800 00 00 01"]),
        ("+33 (0)1 02 03 04 05", ["+33 (0)1 02 03 04 05"]),
        ("819-555-0173, poste 234", ["819-555-0173", "234"]),
        ("24/7 : 819-555-0173", ["819-555-0173"]),
        ("311@town.example", []),
        ("https://town.example/311", []),
        ("@lumen2026", []),
        ("", []),
    ],
)
def test_the_numbers_of_an_account(account: str, numbers: list[str]) -> None:
    assert [number.typed for number in numbers_of(account, "CA")] == numbers


def test_a_number_is_read_in_the_country_of_the_plan() -> None:
    (number,) = numbers_of("819-555-0311", "CA")
    assert number.kind is Kind.PHONE
    assert number.readings == {"phone+18195550311"}
