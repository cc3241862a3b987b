"""Which country a time zone was named for."""

import pytest

from planbuilder.plan.zones import country_of


@pytest.mark.parametrize(
    ("timezone", "country"),
    [
        ("Europe/Paris", "FR"),
        ("America/Toronto", "CA"),
        ("Europe/Copenhagen", "DK"),
        ("America/Montreal", "CA"),
        ("Asia/Calcutta", "IN"),
        ("UTC", None),
        ("Etc/GMT+5", None),
        ("CET", None),
    ],
)
def test_a_time_zone_is_of_the_country_it_was_named_for(timezone: str, country: str | None) -> None:
    assert country_of(timezone) == country
