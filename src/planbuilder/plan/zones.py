"""The countries that time zones were named for."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from planbuilder.plan.values import is_country


@cache
def country_of(timezone: str) -> str | None:
    """The ISO 3166 code of the country that a time zone was named for; None for zones without one, such as UTC."""
    if "/" not in timezone:  # `CET` is linked to Brussels, `EST` to Panama
        return None
    countries = {zone: country for country, zone in zones()}
    country = countries.get(timezone) or countries.get(_newer_name(timezone))
    return country if country and is_country(country) else None


def zones() -> Iterator[tuple[str, str]]:
    """Country and name of each time zone that is in use today."""
    for line in _table("zone.tab"):
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            yield country, zone


def _newer_name(timezone: str) -> str:
    """What a zone with an older name, such as America/Montreal, is called today."""
    links = (line.split() for line in _table("tzdata.zi") if line.startswith("L "))
    return next((newer for _, newer, older in links if older == timezone), "")


def _table(name: str) -> list[str]:
    import tzdata  # most plans name no other country

    return Path(tzdata.__file__).with_name("zoneinfo").joinpath(name).read_text("utf-8").splitlines()
