"""The report that CI servers read as tests: JUnit's XML."""

from collections.abc import Iterator

from planbuilder.findings import Finding, Severity
from planbuilder.messages import render
from planbuilder.outcome import Outcome
from planbuilder.reporters._lines import Line, clean
from planbuilder.reporters._place import place, shown_file
from planbuilder.reporters._tally import Tally

_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;"}


class Report:
    """One suite for each plan, one case for each finding: errors and warnings fail, advice and waived ones do not."""

    def __init__(self, *_: object) -> None:
        pass

    def start(self) -> Iterator[Line]:
        """The beginning of the document."""
        yield ('<?xml version="1.0" encoding="UTF-8"?>',)
        yield ('<testsuites name="planbuilder">',)

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """The suite of a plan; where nothing was found it holds one case, which passes."""
        tally = Tally()
        tally.add(outcome)
        numbers = tally.by_severity
        suite = {
            "name": outcome.plan,
            "tests": str(max(1, len(outcome.findings) + tally.waived)),
            "failures": str(numbers[Severity.ERROR] + numbers[Severity.WARNING]),
            "errors": "0",
            "skipped": str(tally.waived),
            "timestamp": f"{outcome.today.isoformat()}T00:00:00",
        }
        yield (f"  <testsuite{_attributes(suite)}>",)
        if not outcome.findings and not outcome.waived:
            yield (f"    <testcase{_attributes({'classname': outcome.plan, 'name': 'planbuilder check'})}/>",)
        for finding in outcome.findings:
            yield from _case(outcome, finding, _result(finding, language))
        for waived in outcome.waived:
            yield from _case(outcome, waived.finding, f"<skipped{_attributes({'message': str(waived.waiver)})}/>")
        yield ("  </testsuite>",)

    def end(self, *_: object) -> Iterator[Line]:
        """The end of the document."""
        yield ("</testsuites>",)


def _case(outcome: Outcome, finding: Finding, result: str) -> Iterator[Line]:
    case = {
        "classname": f"{outcome.plan}.{finding.check}",
        "name": f"{finding.check} {finding.address}",
        "file": shown_file(finding),
        "line": str(finding.span.line),
    }
    yield (f"    <testcase{_attributes(case)}>",)
    yield (f"      {result}",)
    yield ("    </testcase>",)


def _result(finding: Finding, language: str) -> str:
    said = [place(finding), render(finding.message, language), f"→ {render(finding.fix, language)}"]
    told = "\n".join(clean(line) for line in said)
    if finding.severity == Severity.INFO:
        return f"<system-out>{_escaped(told)}</system-out>"
    facts = {"type": finding.severity.value, "message": clean(said[1])}
    return f"<failure{_attributes(facts)}>{_escaped(told)}</failure>"


def _attributes(facts: dict[str, str]) -> str:
    return "".join(f' {name}="{_escaped(clean(value))}"' for name, value in facts.items())


def _escaped(text: str) -> str:
    """Text as XML of any encoding carries it; what XML cannot carry is cleaned before."""
    marked = "".join(_SIGNS.get(sign, sign) for sign in text)
    return marked.encode("ascii", "xmlcharrefreplace").decode("ascii")
