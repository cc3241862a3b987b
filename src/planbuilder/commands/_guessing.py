"""What a machine tells about where its user is."""

import os
from collections.abc import Iterator, Mapping
from importlib.resources import files

from planbuilder.commands._language import locale_name
from planbuilder.plan.values import is_country, read_timezone

LOCALTIME = "/etc/localtime"


def timezone_of(environment: Mapping[str, str], localtime: str = LOCALTIME) -> str | None:
    """The IANA time zone of a machine: of `TZ`, of its clock, or the only one of its locale's country.

    None where only UTC is known: servers and containers are set to it wherever they stand.
    """
    return next((name for name in _candidates(environment, localtime) if _is_a_place(name)), None)


def country_of(timezone: str) -> str | None:
    """The ISO 3166 code of the country that a time zone was named for; None for zones without one, such as UTC."""
    return next((country for country, zone in _zones() if zone == timezone and is_country(country)), None)


def _candidates(environment: Mapping[str, str], localtime: str) -> Iterator[str]:
    yield environment.get("TZ", "").lstrip(":")
    yield os.path.realpath(localtime).rpartition("/zoneinfo/")[2]
    country = (locale_name(environment) or "").partition(".")[0].partition("_")[2]
    zones = [zone for where, zone in _zones() if where == country]
    if len(zones) == 1:
        yield zones[0]


def _is_a_place(name: str) -> bool:
    if "/" not in name or name.startswith("Etc/"):
        return False
    try:
        return read_timezone(name) == name
    except ValueError:
        return False


def _zones() -> Iterator[tuple[str, str]]:
    """Country and name of each time zone that is in use today."""
    for line in files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            yield country, zone
