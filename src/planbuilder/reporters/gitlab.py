"""The report that GitLab shows in a merge request: its Code Quality format."""

from collections.abc import Iterator
from itertools import chain
from posixpath import normpath
from typing import Any

from planbuilder.findings import Finding, Severity
from planbuilder.messages import render
from planbuilder.outcome import Outcome
from planbuilder.reporters._as_json import json_lines
from planbuilder.reporters._lines import Line, clean
from planbuilder.reporters._place import shown_file
from planbuilder.reporters.identity import identities

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


class Report:
    """The Code Quality format: one list of the findings of all plans. What is waived is not in it."""

    def __init__(self, *_: object) -> None:
        self._first = True

    def start(self) -> Iterator[Line]:
        """The beginning of the list."""
        yield ("[",)

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """The findings of a plan, after a comma where they are not the first."""
        known = identities(outcome.plan, outcome.findings)
        for finding, identity in zip(outcome.findings, known, strict=True):
            comma: list[Line] = [] if self._first else [("  ,",)]
            self._first = False
            yield from chain(comma, json_lines(_issue(finding, identity, language), 2))

    def end(self, *_: object) -> Iterator[Line]:
        """The end of the list."""
        yield ("]",)


def _issue(finding: Finding, identity: str, language: str) -> dict[str, Any]:
    return {
        "description": clean(f"{render(finding.message, language)} → {render(finding.fix, language)}"),
        "check_name": finding.check,
        "fingerprint": identity,
        "severity": _SEVERITIES[finding.severity],
        # GitLab compares the path with those of git, which know no `./`
        "location": {"path": clean(normpath(shown_file(finding))), "lines": {"begin": finding.span.line}},
    }
