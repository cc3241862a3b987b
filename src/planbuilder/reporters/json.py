"""The report that programs read; its shape is documented in docs/json-report.md and does not change."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from planbuilder.findings import Finding, Severity
from planbuilder.messages import render
from planbuilder.outcome import Outcome
from planbuilder.reporters._as_json import json_lines
from planbuilder.reporters._lines import Line
from planbuilder.reporters._place import shown_file
from planbuilder.reporters._tally import Tally

if TYPE_CHECKING:
    from planbuilder.scoring import Standing

VERSION = 1


class Report:
    """The JSON format, written plan by plan."""

    def __init__(self, *_: object) -> None:
        self._first = True

    def start(self) -> Iterator[Line]:
        """The beginning, up to the first plan."""
        yield ("{",)
        yield (f'  "version": {VERSION},',)
        yield ('  "plans": [',)

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """One plan, after a comma where it is not the first."""
        if not self._first:
            yield ("    ,",)
        self._first = False
        yield from json_lines(_plan(outcome, language), 4)

    def end(self, *_: object) -> Iterator[Line]:
        """The end."""
        yield ("  ]",)
        yield ("}",)


def _plan(outcome: Outcome, language: str) -> dict[str, Any]:
    tally = Tally()
    tally.add(outcome)
    return {
        "plan": outcome.plan,
        "profile": outcome.profile.value,
        "today": outcome.today.isoformat(),
        "language": language,
        "findings": [_finding(finding, language) for finding in outcome.findings],
        "waived": [{**_finding(waived.finding, language), "waiver": str(waived.waiver)} for waived in outcome.waived],
        "summary": {
            **{severity.value: tally.by_severity[severity] for severity in Severity},
            "waived": tally.waived,
            "checks": outcome.checks,
            "known": len(outcome.known),
            "mended": outcome.mended,
        },
        "off": list(outcome.off),
        "known": [_finding(finding, language) for finding in outcome.known],
        **_practices(outcome, language),
    }


def _practices(outcome: Outcome, language: str) -> dict[str, Any]:
    """The state of the plan by recommendation, where it was asked for: it is longer than most reports."""
    return {"practices": [_standing(one, language) for one in outcome.standings]} if outcome.standings else {}


def _standing(standing: "Standing", language: str) -> dict[str, Any]:
    return {
        "practice": standing.practice.id,
        "text": render(standing.practice.text, language),
        "state": standing.state.value,
        "checks": list(standing.checks),
        "against": [{"check": check, "address": address} for check, address in standing.against],
        "entries": list(standing.entries),
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    said = {
        "check": finding.check,
        "severity": finding.severity.value,
        "message": render(finding.message, language),
        "fix": render(finding.fix, language),
        "file": shown_file(finding),
        "line": finding.span.line,
        "column": finding.span.column,
        "address": finding.address,
    }
    return {**said, "kind": finding.kind} if finding.kind else said
