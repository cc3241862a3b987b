"""Two ways to write a phone number are one number; the same last digits behind another code are another."""

import pytest

from planbuilder.language.figure import Given
from planbuilder.language.phone_figures import phone


def same(one: str, other: str, country: str | None) -> bool:
    """Whether two numbers are the same, asked both ways."""
    a, b = phone(one, 0, country), phone(other, 0, country)
    assert Given.of([a]).holds(b) == Given.of([b]).holds(a)
    return Given.of([a]).holds(b)


@pytest.mark.parametrize(
    ("country", "one", "other"),
    [
        ("FR", "+33 1 99 00 00 30", "01 99 00 00 30"),
        ("FR", "+33 (0)1 99 00 00 30", "01.99.00.00.30"),
        ("FR", "(+33) 1 99 00 00 30", "0033 1 99 00 00 30"),
        ("FR", "0 800 00 00 00", "+33 800 00 00 00"),
        ("FR", "0590 12 34 56", "+590 590 12 34 56"),
        ("FR", "0262 12 34 56", "+262 262 12 34 56"),
        ("FR", "0594 12 34 56", "+594 594 12 34 56"),
        ("FR", "0696 12 34 56", "+596 696 12 34 56"),
        ("FR", "0508 41 23 45", "+508 41 23 45"),
        ("CA", "+1 514 555 0104", "514-555-0104"),
        ("CA", "(514) 555-0104", "1 514 555 0104"),
        ("GB", "+44 20 7946 0000", "020 7946 0000"),
        ("DE", "+49 151 23456789", "0151 23456789"),
        ("BE", "+32 800 12 345", "0800 12 345"),
        ("CA", "0033 6 39 98 00 02", "+33 6 39 98 00 02"),  # nobody in Canada dials so: the last digits must do
        (None, "0 800 00 00 00", "+33 800 00 00 00"),
        (None, "0 800 00 00 00", "0800 000 000"),
        ("CA", "311", "311"),
    ],
)
def test_ways_to_write_one_number(country: str | None, one: str, other: str) -> None:
    assert same(one, other, country)


@pytest.mark.parametrize(
    ("country", "one", "other"),
    [
        ("FR", "+33 1 99 00 00 30", "+34 1 99 00 00 30"),
        ("FR", "01 99 00 00 30", "+34 1 99 00 00 30"),
        ("FR", "0 800 00 00 00", "+32 800 00 00 00"),
        ("FR", "0590 12 34 56", "+591 590 12 34 56"),
        ("FR", "0590 12 34 56", "+590 590 12 34 57"),
        ("CA", "+1 514 555 0104", "214 555 0104"),
        ("US", "+1 212 555 0104", "1-912-555-0104"),
        ("GB", "+44 20 7946 0000", "0307 946 0000"),
        ("DE", "+49 30 12345678", "040 12345678"),
        ("DE", "+49 151 23456789", "0171 23456789"),
        (None, "0 800 00 00 00", "0 800 00 00 01"),
        (None, "+33 800 00 00 00", "+32 800 00 00 00"),
        ("CA", "311", "+1 819 555 0311"),
    ],
)
def test_another_country_or_area_is_another_number(country: str | None, one: str, other: str) -> None:
    assert not same(one, other, country)


def test_six_digits_are_dialled_as_they_are_and_seven_are_read() -> None:
    assert phone("118 218", 0, "FR").readings == {"phone118218"}
    assert phone("555 0104", 3, "CA").readings == {"phone+15550104"}
