"""The report for a comment on a pull request: the verdict first, then the worst findings with links to their lines."""

from collections.abc import Iterator
from posixpath import normpath
from urllib.parse import quote

from planbuilder.findings import Finding
from planbuilder.messages import render, say, say_many
from planbuilder.outcome import Outcome
from planbuilder.reporters import text
from planbuilder.reporters._lines import Line, to_text
from planbuilder.reporters._place import place, shown_file
from planbuilder.reporters._tally import Tally
from planbuilder.reporters.step_summary import TITLES, literal
from planbuilder.reporters.summary import verdict

MARK = "<!-- planbuilder -->"
"""The first line, by which the comment of the last run is found again."""

MOST_CHARACTERS = 60_000
"""A comment on GitHub takes 65,536."""
FOR_VERDICTS = 15_000
"""Of these, so many are no room for findings: each plan has its verdict first, a hundred of them and more."""


class Report:
    """A Markdown page that plan text cannot break out of. `links` is the address that file paths are appended to."""

    def __init__(self, width: int, links: str = "") -> None:  # noqa: ARG002 - Markdown has no width
        self._links = links
        self._left = MOST_CHARACTERS
        self._plans_left_out = 0
        self._findings_left_out = 0

    def start(self) -> Iterator[Line]:
        """The mark and the heading."""
        yield (MARK,)
        yield ("## planbuilder",)

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """The verdict on a plan and its findings, the worst first; what finds no room is counted."""
        lines = [*text.summary(outcome, language)]
        if outcome.standings and outcome.readable:
            lines.insert(1, (render(verdict(outcome), language),))
        head = [literal(to_text(line, colour=False)) + "  " for line in lines]
        self._left -= sum(map(len, head)) + len(head) + 1
        if self._left < 0:
            self._plans_left_out += 1
            self._findings_left_out += len(outcome.findings)
            return
        yield ("",)
        yield from ((line,) for line in head)
        new = set(outcome.change.new) if outcome.change else set()
        findings = sorted(outcome.findings, key=lambda finding: (finding.severity.rank, finding not in new))
        rows = list(self._rows(findings, new, language))
        if rows:
            yield ("",)
            yield (f"| {' | '.join(render(title, language) for title in TITLES)} |",)
            yield ("| --- | --- | --- | --- |",)
            yield from ((row,) for row in rows)
        left_out = len(findings) - len(rows)
        if left_out:
            yield ("",)
            message = say_many("{count} more finding is in the log.", "{count} more findings are in the log.", left_out)
            yield (render(message, language),)

    def end(self, tally: Tally, language: str) -> Iterator[Line]:
        """How much found no room at all; the sum, where there are several plans."""
        if self._plans_left_out:
            found = say_many("{count} finding", "{count} findings", self._findings_left_out)
            message = say_many(
                "{count} more plan is in the log, with {found}.",
                "{count} more plans are in the log, with {found}.",
                self._plans_left_out,
                found=found,
            )
            yield ("",)
            yield (render(message, language),)
        for line in text.Report(0).end(tally, language):
            yield (literal(to_text(line, colour=False)),)

    def _rows(self, findings: list[Finding], new: set[Finding], language: str) -> Iterator[str]:
        for finding in findings:
            row = self._row(finding, language, is_new=finding in new)
            if self._left - len(row) - 1 < FOR_VERDICTS:
                return
            self._left -= len(row) + 1
            yield row

    def _row(self, finding: Finding, language: str, *, is_new: bool) -> str:
        severity = render(text.SEVERITY_WORDS[finding.severity], language)
        if is_new:
            severity = render(say("new: {severity}", severity=severity), language)
        said = [render(finding.message, language), render(finding.fix, language)]
        cells = [literal(f"{severity} {finding.check}"), self._place(finding), *map(literal, said)]
        return f"| {' | '.join(cells)} |"

    def _place(self, finding: Finding) -> str:
        shown = literal(place(finding))
        file = shown_file(finding)
        if not self._links or file.startswith(("/", "..")):
            return shown
        path = quote(normpath(file).encode("utf-8", "surrogateescape"))
        return f"[{shown}]({self._links}{path}#L{finding.span.line})"
