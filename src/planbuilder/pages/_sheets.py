"""A page before it is filled in, and where each entry has its page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from planbuilder.messages import Message
from planbuilder.plan import Plan, Text, Visibility
from planbuilder.source import Where

_RESERVED = {"con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
"""Names that no file may have on every system, and the one that engines treat in their own way."""

Title = Message | Text | str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its template, its title and the values that the template needs beside the plan.

    `lead` is its first line and says what to do. `about` are the addresses that the page answers for, the first one
    being what its Edit link opens; `entry` says that the page is one entry's own. `scripts` are the files of
    `assets/tools/` that this page needs and others do not, in their order.
    """

    path: str
    title: Title
    template: str
    lead: Message
    about: tuple[Where, ...] = ()
    entry: bool = False
    scripts: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: in which language, which edition, on which day the site was built.

    `checks` is the folder that explains the checks, seen from the root of the tree.
    """

    plan: Plan
    language: str
    edition: Visibility
    today: date
    checks: str = "checks/"

    @property
    def team(self) -> bool:
        """Whether the reader belongs to the crisis team."""
        return self.edition is Visibility.CRISIS_TEAM


def path_of(section: str, name: str) -> str:
    """The page of an entry: `scenarios/data-leak.md`. Ids hold no underscore, so a reserved name gets one."""
    return f"{section}/{name}_.md" if name in _RESERVED else f"{section}/{name}.md"


def section(*names: str) -> tuple[Where, ...]:
    """The addresses of whole sections."""
    return tuple(Where((name,)) for name in names)
