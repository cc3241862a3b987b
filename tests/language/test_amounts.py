"""Numbers with their scale or unit."""

from decimal import Decimal

import pytest

from planbuilder.language.amounts import length, numbers
from planbuilder.language.figure import Rest


@pytest.mark.parametrize(
    ("text", "typed", "readings", "bare"),
    [
        ("1 840 lampes", "1 840", {"1840"}, set()),
        ("1,234.56", "1,234.56", {"1234.56"}, set()),
        ("1.234,56", "1.234,56", {"1234.56"}, set()),
        ("1 234,56", "1 234,56", {"1234.56"}, set()),
        ("1\u202f234.56", "1\u202f234.56", {"1234.56"}, set()),
        ("€1,840.00", "1,840.00", {"1840"}, set()),
        ("1,234,567.89", "1,234,567.89", {"1234567.89"}, set()),
        ("1,234,567", "1,234,567", {"1234567"}, set()),
        ("1.234", "1.234", {"1234", "1.234"}, set()),
        ("2.400.1", "2.400.1", {"version2.400.1"}, set()),
        ("2 millions", "2 millions", {"2000000"}, {"2"}),
        ("2 Milliards", "2 Milliards", {"2000000000"}, {"2"}),
        ("10k", "10k", {"10000"}, {"10"}),
        ("10m", "10m", {"10000000", "min10"}, {"10"}),
        ("10 minutes", "10 minutes", {"min10"}, {"10"}),
        ("1,5 heure", "1,5 heure", {"min90"}, {"1.5"}),
        ("1,5 h", "1,5 h", {"min90"}, {"1.5"}),
        ("3 jours", "3 jours", {"min4320"}, {"3"}),
        ("3 mois", "3 mois", {"month3"}, {"3"}),
        ("3 years", "3 years", {"month36"}, {"3"}),
        ("1 an", "1 an", {"month12"}, {"1"}),
        ("2 ans", "2 ans", {"month24"}, {"2"}),
        ("£5 an hour", "5", {"5"}, set()),
        ("3-month", "3", {"3"}, set()),
        ("3 monthly", "3", {"3"}, set()),
        ("8 jours", "8 jours", {"min11520", "week1"}, {"8"}),
        ("15 jours", "15 jours", {"min21600", "week2"}, {"15"}),
        ("15 days", "15 days", {"min21600"}, {"15"}),
        ("2 weeks", "2 weeks", {"min20160", "week2"}, {"2"}),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, typed: str, readings: set[str], bare: set[str]) -> None:
    (found,) = numbers(Rest(text))
    assert found.typed == typed
    assert found.readings == readings
    assert found.bare == bare


def test_the_length_of_what_is_no_unit_of_time() -> None:
    assert length(Decimal(2), "lamps") == frozenset()
    assert length(Decimal(2), "hrs") == {"min120"}
