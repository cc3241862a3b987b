"""Checked plans to report."""

from datetime import date

from planbuilder.checking import Checked, Waived
from planbuilder.findings import Finding, Profile, Severity
from planbuilder.loading import load_texts
from planbuilder.messages import Message, say
from planbuilder.source import Span, Where

TODAY = date(2026, 11, 21)

ABOUT = "about: {organisation: Example, languages: [en]}\n"


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


def checked(*findings: Finding, waived: tuple[Finding, ...] = (), readable: bool = True, name: str = "plan") -> Checked:
    loaded = load_texts({"about.yaml": ABOUT if readable else "about: {}"}, name)
    return Checked(
        loaded,
        Profile.STARTER,
        TODAY,
        findings,
        tuple(Waived(one, Where(("waivers", 0))) for one in waived),
        (),
    )
