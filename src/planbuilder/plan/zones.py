"""The countries that time zones were named for."""

from collections.abc import Iterator
from datetime import datetime, timedelta
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


_TERRITORIES = {
    "AU": "CC CX NF", "DK": "FO GL", "FI": "AX", "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
    "GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG", "NL": "AW BQ CW SX", "NO": "SJ", "NZ": "CK NU TK",
    "US": "AS GU MP PR UM VI",
}  # fmt: skip
"""What belongs to a country but has a code, and time zones, of its own."""


def keeps_time_of(timezone: str, country: str, year: int) -> bool:
    """Whether a time zone is one of a country or its territories, or has the clock of one of the country all year.

    Also where nothing is known of the country's own.
    """
    lands = next((f"{of} {its}" for of, its in _TERRITORIES.items() if country in f"{of} {its}".split()), country)
    known = list(zones())
    own = [zone for land, zone in known if land == country]
    if not own or any(zone == timezone and land in lands.split() for land, zone in known):
        return True
    clock = _clock(timezone, year)
    return any(_clock(zone, year) == clock for zone in own)


def _clock(timezone: str, year: int) -> list[timedelta | None]:
    """How far from UTC a time zone is at noon of each day of a year."""
    from zoneinfo import ZoneInfo

    noon = datetime(year, 1, 1, 12, tzinfo=ZoneInfo(timezone))
    return [(noon + timedelta(day)).utcoffset() for day in range(365)]


def _newer_name(timezone: str) -> str:
    """What a zone with an older name, such as America/Montreal, is called today."""
    links = (line.split() for line in _table("tzdata.zi") if line.startswith("L "))
    return next((newer for _, newer, older in links if older == timezone), "")


def _table(name: str) -> list[str]:
    import tzdata  # most plans name no other country

    return Path(tzdata.__file__).with_name("zoneinfo").joinpath(name).read_text("utf-8").splitlines()
