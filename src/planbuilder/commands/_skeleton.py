"""The first files of a plan: those shipped in `skeletons/`, with what is known about the organisation."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import NamedTuple

from planbuilder.letters import unaccented
from planbuilder.messages import tool_language

_SKELETONS = Path(__file__).parent.parent / "skeletons"


class Known(NamedTuple):
    """What is known about the organisation before anything is written; `country` is an ISO 3166 code."""

    organisation: str
    languages: Sequence[str]
    timezone: str
    country: str | None = None

    @property
    def slug(self) -> str:
        """The name of the organisation as that of a folder: small letters, digits and hyphens."""
        return re.sub(r"[^a-z0-9]+", "-", unaccented(self.organisation).lower())[:64].strip("-") or "plan"

    @property
    def written_in(self) -> str:
        """The language of the skeleton: the plan's first where there is one in it, else English."""
        return tool_language(self.languages[0])


def skeleton(known: Known) -> dict[str, str]:
    """The text of each file, by its name, in the plan's first language or in English."""
    values = {
        "organisation": json.dumps(known.organisation, ensure_ascii=False),  # JSON's quotes are YAML's
        "languages": ", ".join(known.languages),
        "timezone": known.timezone,
        "country": known.country or "",
    }
    return {
        path.name: Template(_without_idle_lines(path.read_text("utf-8"), values)).substitute(values)
        for path in sorted((_SKELETONS / known.written_in).glob("*.yaml"))
    }


def _without_idle_lines(text: str, values: dict[str, str]) -> str:
    """The template without the lines whose value is not known."""
    idle = tuple(f"${name}" for name, value in values.items() if not value)
    return "".join(line for line in text.splitlines(keepends=True) if not any(name in line for name in idle))
