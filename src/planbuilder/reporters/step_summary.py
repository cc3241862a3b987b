"""The page that GitHub shows of a step: every finding in a table, in Markdown that plan text cannot break out of."""

import re
from collections.abc import Iterator

from planbuilder.findings import Finding
from planbuilder.messages import render, say, say_many
from planbuilder.outcome import Outcome
from planbuilder.reporters import text
from planbuilder.reporters._lines import Line, clean, to_text
from planbuilder.reporters._place import place
from planbuilder.reporters._tally import Tally

MOST_ROWS = 500
"""GitHub refuses a page of more than 1 MiB."""

_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")


class Report:
    """The step summary, plan by plan."""

    def __init__(self, *_: object) -> None:
        self._rows_left = MOST_ROWS

    def start(self) -> Iterator[Line]:
        """The heading."""
        yield ("## planbuilder",)

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """The summary of a plan, then the table of its findings, the worst first."""
        yield ("",)
        for line in text.summary(outcome, language):
            yield (literal(to_text(line, colour=False)) + "  ",)
        findings = sorted(outcome.findings, key=lambda finding: finding.severity.rank)
        shown = findings[: self._rows_left]
        self._rows_left -= len(shown)
        if shown:
            yield ("",)
            yield (f"| {' | '.join(render(title, language) for title in TITLES)} |",)
            yield ("| --- | --- | --- | --- |",)
            yield from ((_row(finding, language),) for finding in shown)
        left_out = len(findings) - len(shown)
        if left_out:
            yield ("",)
            message = say_many("{count} more finding is in the log.", "{count} more findings are in the log.", left_out)
            yield (render(message, language),)

    def end(self, tally: Tally, language: str) -> Iterator[Line]:
        """The plans that are gone, where it was compared."""
        if tally.gone:
            yield ("",)
            yield (literal(render(text.gone(tally), language)),)


TITLES = (say("Severity"), say("Place"), say("What is wrong"), say("To do"))


def _row(finding: Finding, language: str) -> str:
    severity = render(text.SEVERITY_WORDS[finding.severity], language)
    cells = (
        f"{severity} {finding.check}",
        place(finding),
        render(finding.message, language),
        render(finding.fix, language),
    )
    return f"| {' | '.join(literal(cell) for cell in cells)} |"


def literal(said: str) -> str:
    """Text that Markdown shows as it is: every sign as its number."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", clean(said))
