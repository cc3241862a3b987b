"""Numbers in words."""

import pytest

from planbuilder.language.numerals import MONTHS, values_of_words


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zero", "0"),
        ("douze", "12"),
        ("dix-neuf", "19"),
        ("vingt", "20"),
        ("vingt-et-un", "21"),
        ("trente-deux", "32"),
        ("soixante-et-onze", "71"),
        ("soixante-douze", "72"),
        ("quatre-vingts", "80"),
        ("quatre-vingt-un", "81"),
        ("quatre-vingt-onze", "91"),
        ("quatre-vingt-dix-neuf", "99"),
        ("twenty-four", "24"),
        ("ninety", "90"),
        ("third", "3"),
        ("douzaine", "12"),
    ],
)
def test_words(word: str, value: str) -> None:
    assert values_of_words()[word] == value


@pytest.mark.parametrize(
    ("name", "month"), [("août", 8), ("may", 5), ("mars", 3), ("märz", 3), ("dic", None), ("décembre", 12), ("nov", 11)]
)
def test_months(name: str, month: int | None) -> None:
    assert MONTHS.get(name) == month
