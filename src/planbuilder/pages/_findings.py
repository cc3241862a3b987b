"""Which findings a page shows, and what an edition may say of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from planbuilder.findings import Finding
from planbuilder.messages import LANGUAGES, render, say_value
from planbuilder.pages._sheets import Sheet
from planbuilder.plan import Plan, Visibility
from planbuilder.plan.editions import hidden_values
from planbuilder.source import Span, Where, scalars

ABSENCES = (
    "ONCALL-AWAY", "TEAM-ALL-AWAY", "TEAM-SINGLE-POINT", "SIGN-DEADLOCK", "COVER", "ESC", "CHAN-NIGHT-KEYS",
    "MON-NO-WATCHER", "LAW-NO-OWNER",
)  # fmt: skip
"""The checks whose sentences tell who is away: only the crisis team reads them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as a page shows it. `told` is false where the edition only counts it; `number` counts from 1."""

    finding: Finding
    told: bool
    edit: str | None
    page: str
    number: int = 0

    @property
    def anchor(self) -> str:
        """Its place on the page of the state."""
        return f"point-{self.number}"

    @property
    def tone(self) -> bool:
        """Whether it is about how a text speaks."""
        return self.finding.check.startswith("TONE-")


def shown(
    findings: Iterable[Finding],
    sheets: Sequence[Sheet],
    edition: Visibility,
    hidden: re.Pattern[str] | None,
    link: Callable[[Span], str | None],
) -> tuple[Shown, ...]:
    """The findings, each with the page it belongs to: the one that answers for the longest part of its address.

    `hidden` finds the texts that the edition must not show: a sentence with one of them in it is only counted.
    """
    owners = [(where, sheet) for sheet in sheets for where in sheet.about]
    found = []
    for number, finding in enumerate(findings, 1):
        page = page_of(finding.where, owners)
        told = _told(finding, edition, hidden)
        found.append(Shown(finding, told, link(finding.span), page.path if page else "", number))
    return tuple(found)


def page_of(where: Where, owners: Iterable[tuple[Where, Sheet]]) -> Sheet | None:
    """The page that answers for the longest part of an address; `owners` are the addresses of all pages."""
    fitting = [(len(owner), sheet) for owner, sheet in owners if where.within(owner)]
    return max(fitting, key=lambda found: found[0], default=(0, None))[1]


def _told(finding: Finding, edition: Visibility, hidden: re.Pattern[str] | None) -> bool:
    if edition is Visibility.CRISIS_TEAM:
        return True
    if finding.check in ABSENCES or finding.check.partition("-")[0] in ABSENCES or finding.where.within(("absences",)):
        return False
    said = " ".join(render(part, tongue) for part in (finding.message, finding.fix) for tongue in LANGUAGES)
    return hidden is None or not hidden.search(said)


@lru_cache(maxsize=1)
def hidden_texts(plan: Plan, edition: Visibility) -> re.Pattern[str] | None:
    """Finds what an edition of a plan must not show; None where there is nothing of the kind."""
    return finder(hidden_sayings(plan, edition))


def hidden_sayings(plan: Plan, edition: Visibility) -> set[str]:
    """What an edition must not show, as typed and, for dates, as said; a text that it shows elsewhere is no secret."""
    secrets = dict(hidden_values(plan, edition))
    visible = {text for where, text in scalars(plan.written) if where not in secrets}
    return {said for text in secrets.values() if text not in visible for said in _sayings(text)}


def finder(texts: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of the texts where it stands by itself; None where there are none."""
    found = sorted(texts)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, found)) + r")(?!\w)") if found else None


def _sayings(text: str) -> Iterator[str]:
    yield text
    with suppress(ValueError):
        day = date.fromisoformat(text)
        yield from (say_value(day, tongue) for tongue in LANGUAGES)
