"""Checked plans to report."""

from datetime import date

from planbuilder.findings import Finding, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.outcome import Outcome, Waived
from planbuilder.source import Span, Where

TODAY = date(2026, 11, 21)


def finding(  # noqa: PLR0917
    check: str = "TEAM-NO-DEPUTY",
    severity: Severity = Severity.ERROR,
    file: str = "plan/team.yaml",
    line: int = 4,
    message: Message | None = None,
    fix: Message | None = None,
    shown: str = "  lead:",
    kind: str = "",
) -> Finding:
    return Finding(
        check,
        severity,
        message or say("{role} has no deputy.", role="lead"),
        fix or say("Name one."),
        Where(("roles", "lead")),
        Span(file, line, 3),
        kind,
        shown,
    )


def checked(*findings: Finding, waived: tuple[Finding, ...] = (), readable: bool = True, name: str = "plan") -> Outcome:
    let_pass = tuple(Waived(one, Where(("waivers", 0))) for one in waived)
    return Outcome(name, "en", Profile.STARTER, TODAY, findings, let_pass, 0, readable)
