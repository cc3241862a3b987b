"""Which country a time zone was named for."""

import pytest

from planbuilder.plan.zones import country_of, keeps_time_of


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


@pytest.mark.parametrize(
    ("timezone", "country", "keeps"),
    [
        ("Europe/Paris", "FR", True),
        ("Europe/Brussels", "FR", True),
        ("CET", "FR", True),
        ("UTC", "FR", False),
        ("America/New_York", "FR", False),
        ("Europe/London", "FR", False),  # an hour behind all year
        ("Africa/Lagos", "FR", False),  # the same clock in winter
        ("Africa/Algiers", "FR", False),
        ("America/Guadeloupe", "FR", True),
        ("Pacific/Noumea", "FR", True),
        ("Indian/Reunion", "RE", True),
        ("Europe/Paris", "RE", True),
        ("America/Guadeloupe", "RE", True),
        ("Africa/Johannesburg", "RE", False),
        ("UTC", "IS", True),
        ("UTC", "CI", True),
        ("UTC", "GB", False),  # Saint Helena has it, but no clock of Britain
        ("Atlantic/St_Helena", "GB", True),
        ("America/Montreal", "CA", True),
        ("America/New_York", "CA", True),
        ("EST", "CA", True),
        ("UTC", "XK", True),  # no zone is known of
    ],
)
def test_a_country_keeps_the_time_of_its_zones_and_of_those_with_the_same_clock(
    timezone: str, country: str, keeps: bool
) -> None:
    assert keeps_time_of(timezone, country, 2026) is keeps


@pytest.mark.parametrize("year", [1, 9999])
def test_any_year_has_clocks(year: int) -> None:
    assert not keeps_time_of("Pacific/Kiritimati", "FR", year)
