"""The report for GitHub Actions: the worst findings as annotations of the changed files, all of them in the log."""

from collections.abc import Iterator

from planbuilder.findings import Finding, Severity
from planbuilder.messages import render
from planbuilder.outcome import Outcome
from planbuilder.reporters import text
from planbuilder.reporters._lines import Line, clean, verbatim
from planbuilder.reporters._place import shown_file
from planbuilder.reporters._tally import Tally

MOST_ANNOTATIONS = 10
"""GitHub shows no more of one kind for one step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class Report:
    """The GitHub format: the text report, then the annotations."""

    def __init__(self, width: int, *_: object) -> None:
        self._text = text.Report(width)
        self._worst: list[tuple[Finding, str]] = []

    def start(self) -> Iterator[Line]:
        """Nothing stands before the first plan."""
        return self._text.start()

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """The text about a plan; its worst findings are kept for the annotations."""
        both = (*self._worst, *((finding, language) for finding in outcome.findings))
        self._worst = sorted(both, key=lambda one: one[0].severity.rank)[:MOST_ANNOTATIONS]
        return self._text.plan(outcome, language)

    def end(self, tally: Tally, language: str) -> Iterator[Line]:
        """The annotations, then the sum."""
        yield from (annotation(finding, spoken) for finding, spoken in self._worst)
        yield from self._text.end(tally, language)


def annotation(finding: Finding, language: str) -> Line:
    """A finding as a workflow command; its texts cannot end it, nor begin another."""
    properties = {
        "file": shown_file(finding),
        "line": str(finding.span.line),
        "col": str(finding.span.column),
        "title": finding.check,
    }
    said = f"{clean(render(finding.message, language))}\n{clean(render(finding.fix, language))}"
    listed = ",".join(f"{name}={_property(clean(value))}" for name, value in properties.items())
    return verbatim(f"::{_COMMANDS[finding.severity]} {listed}::{_data(said)}")


def _data(text_: str) -> str:
    return text_.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text_: str) -> str:
    return _data(text_).replace(":", "%3A").replace(",", "%2C")
