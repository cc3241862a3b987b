"""What a check of a plan found, without the plan: what reports need, and what is kept for the next run."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planbuilder.findings import Finding, Profile
from planbuilder.source import Where

if TYPE_CHECKING:
    from planbuilder.scoring import Standing


class Waived(NamedTuple):
    """A finding that a waiver of the plan (its address) lets pass."""

    finding: Finding
    waiver: Where


class Change(NamedTuple):
    """What is different from the plan as it was: findings that are new, findings that are gone.

    `met` is how many recommendations it met before; None where there was no such plan, or none that can be read.
    """

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    met: int | None = None


class Outcome(NamedTuple):
    """What a check of one plan found, without the plan: small enough to keep, and to pass between processes.

    `language` is the plan's own; `checks` counts the rules that were asked: none where the plan is not `readable` as a
    whole.
    """

    plan: str
    language: str | None
    profile: Profile
    today: date
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    checks: int
    readable: bool
    standings: "tuple[Standing, ...]" = ()
    """The state of the plan by recommendation, where it was asked for."""
    known: tuple[Finding, ...] = ()
    """The findings that a baseline lets pass; they are not among `findings`."""
    mended: int = 0
    """How many findings of the baseline are found no more."""
    off: tuple[str, ...] = ()
    """The checks that the plan switches off."""
    change: Change | None = None
    """What is different from before, where it was compared."""

    @property
    def met(self) -> int:
        """How many recommendations are met, of the standings."""
        return sum(standing.state == "met" for standing in self.standings)
