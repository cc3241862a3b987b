"""What a machine tells about where its user is."""

import os
from collections.abc import Iterator, Mapping

from planbuilder.commands._language import locale_name
from planbuilder.plan.values import read_timezone
from planbuilder.plan.zones import zones

LOCALTIME = "/etc/localtime"


def timezone_of(environment: Mapping[str, str], localtime: str = LOCALTIME) -> str | None:
    """The IANA time zone of a machine: of `TZ`, of its clock, or the only one of its locale's country.

    None where only UTC is known: servers and containers are set to it wherever they stand.
    """
    return next((name for name in _candidates(environment, localtime) if _is_a_place(name)), None)


def _candidates(environment: Mapping[str, str], localtime: str) -> Iterator[str]:
    yield environment.get("TZ", "").lstrip(":")
    yield os.path.realpath(localtime).rpartition("/zoneinfo/")[2]
    country = (locale_name(environment) or "").partition(".")[0].partition("_")[2]
    there = [zone for where, zone in zones() if where == country]
    if len(there) == 1:
        yield there[0]


def _is_a_place(name: str) -> bool:
    if "/" not in name or name.startswith("Etc/"):
        return False
    try:
        return read_timezone(name) == name
    except ValueError:
        return False
