"""What a run found in all its plans, in numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from planbuilder.findings import Severity
from planbuilder.outcome import Outcome


@dataclass(slots=True)
class Tally:
    """Counts over the plans checked so far."""

    plans: int = 0
    by_severity: Counter[Severity] = field(default_factory=Counter)
    waived: int = 0
    gone: Sequence[str] = ()
    """The plans that were there before, where it was compared, and are not any more."""

    def add(self, outcome: Outcome) -> None:
        """Count one plan more."""
        self.plans += 1
        self.by_severity.update(finding.severity for finding in outcome.findings)
        self.waived += len(outcome.waived)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity that was met; None where nothing was found."""
        return next((severity for severity in Severity if self.by_severity[severity]), None)

    def reaches(self, severity: Severity) -> bool:
        """Whether something was found that is as grave as this, or graver."""
        return self.worst is not None and self.worst.rank <= severity.rank
