"""The host of a link, and whether what looks like one is one."""

import re
from functools import cache

from planbuilder.language.tables import x_table

_FILES = frozenset({"md", "py", "sh", "rs", "pl", "ps", "zip", "mov"})
_RESERVED = frozenset({"example", "test", "invalid", "localhost"})


def host_of(link: str) -> str:
    """The host of a link in small letters, without `www.`."""
    host = re.split(r"[/?#:]", re.sub(r"^https?://", "", link.lower()), maxsplit=1)[0]
    return host.removeprefix("www.")


def same_in_languages(host: str) -> str:
    """A host without the label of a language, `fr.lumen.com`."""
    first, _, others = host.partition(".")
    return others if first in {"fr", "en", "de", "es", "it", "nl", "pt"} and "." in others else host


def is_domain(typed: str, host: str) -> bool:
    """Whether a text with a dot in it is a domain, not the name of a file or two sentences without a space."""
    name, _, last = host.rpartition(".")
    if last in _FILES and "." not in name and "/" not in typed:
        return False
    as_typed = typed[: len(host)] if not typed.lower().startswith("www.") else host
    return (last in _top_level() or last in _RESERVED) and (as_typed == host or as_typed == host.upper())


@cache
def _top_level() -> frozenset[str]:
    return frozenset(x_table()["ascii_tlds"].split())
