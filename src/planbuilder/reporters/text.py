"""The report that people read: place, line, sentence, repair."""

from collections.abc import Iterable, Iterator

from planbuilder.checking import Checked
from planbuilder.findings import Finding, Severity
from planbuilder.messages import Message, listed, render, say, say_many
from planbuilder.reporters._excerpt import excerpt
from planbuilder.reporters._lines import Line, Piece
from planbuilder.reporters._place import place
from planbuilder.reporters._tally import Tally
from planbuilder.source import SHAPE

SHOWN_OF_A_KIND = 3
"""Of findings that say the same, so many stand in full; the others are listed by address."""

SEVERITY_WORDS: dict[Severity, Message] = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.INFO: say("advice"),
}


class Report:
    """The text format."""

    def __init__(self, width: int) -> None:
        self._width = width

    def start(self) -> Iterator[Line]:
        """Nothing stands before the first plan."""
        return iter(())

    def plan(self, checked: Checked, language: str) -> Iterator[Line]:
        """Each finding in the order of the files, then the summary of the plan."""
        for finding, others in _grouped(checked.findings):
            yield from self._finding(finding, others, language)
            yield ()
        yield from summary(checked, language)

    def end(self, tally: Tally, language: str) -> Iterator[Line]:
        """The sum, where there are several plans."""
        if tally.plans > 1:
            yield ()
            yield (Piece(render(_total(tally), language), "strong"),)

    def _finding(self, finding: Finding, others: list[Finding], language: str) -> Iterator[Line]:
        word = render(SEVERITY_WORDS[finding.severity], language)
        yield (
            Piece(place(finding), "strong"),
            ": ",
            Piece(word, finding.severity.value),
            " ",
            Piece(finding.check, "quiet"),
        )
        yield from excerpt(finding.shown, finding.span.line, finding.span.column, self._width)
        yield ("  ", render(finding.message, language))
        yield ("  ", Piece(render(say("To do:"), language), "good"), " ", render(finding.fix, language))
        if others:
            yield ("  ", Piece(render(_more(others, language), language), "quiet"))


def summary(checked: Checked, language: str) -> Iterator[Line]:
    """What was found in one plan, what it lets pass, and what to do next."""
    tally = Tally()
    tally.add(checked)
    style = tally.worst.value if tally.worst else "good"
    yield (Piece(render(_verdict(checked, tally, language), language), style),)
    if checked.waived:
        let_pass = say_many(
            "{count} finding is waived by the plan: {addresses}.",
            "{count} findings are waived by the plan: {addresses}.",
            len(checked.waived),
            addresses=[f"{w.finding.check} {w.finding.address}" for w in checked.waived],
        )
        yield (render(let_pass, language),)
    yield from ((render(step, language),) for step in _next_steps(checked))


def counted(tally: Tally, language: str) -> str:
    """`2 errors, 1 warning and 3 pieces of advice`."""
    numbers = tally.by_severity
    said = [
        say_many("{count} error", "{count} errors", numbers[Severity.ERROR]),
        say_many("{count} warning", "{count} warnings", numbers[Severity.WARNING]),
        say_many("{count} piece of advice", "{count} pieces of advice", numbers[Severity.INFO]),
    ]
    return listed([render(message, language) for message in said if message.count], language)


def _verdict(checked: Checked, tally: Tally, language: str) -> Message:
    values = {"plan": checked.loaded.name, "profile": f"`{checked.profile}`", "today": checked.today}
    if not checked.findings:
        return say_many(
            "{plan}: nothing to correct ({count} check of the profile {profile}, on {today}).",
            "{plan}: nothing to correct ({count} checks of the profile {profile}, on {today}).",
            len(checked.ran),
            **values,
        )
    return say("{plan}: {found} (profile {profile}, on {today}).", found=counted(tally, language), **values)


def _next_steps(checked: Checked) -> Iterator[Message]:
    if not checked.findings:
        return
    if checked.loaded.plan is None:
        yield say(
            "The plan could not be read as a whole, so that nobody has looked yet at what is missing in it: "
            "correct the places above and run the check again."
        )
        return
    check = next((f.check for f in checked.findings if f.check != SHAPE), None)
    if check:
        yield say("Why a check matters, and an example to copy: `planbuilder explain {check}`.", check=check)


def _total(tally: Tally) -> Message:
    values = {
        "errors": say_many("{count} error", "{count} errors", tally.by_severity[Severity.ERROR]),
        "warnings": say_many("{count} warning", "{count} warnings", tally.by_severity[Severity.WARNING]),
    }
    return say_many(
        "{count} plan: {errors}, {warnings}.", "{count} plans: {errors}, {warnings}.", tally.plans, **values
    )


def _more(others: list[Finding], language: str) -> Message:
    return say_many(
        "The same in {count} more place: {addresses}.",
        "The same in {count} more places: {addresses}.",
        len(others),
        addresses=[f"{finding.address} ({place(finding)})" for finding in others],
    )


def _grouped(findings: Iterable[Finding]) -> Iterator[tuple[Finding, list[Finding]]]:
    """Each finding to show, in order, with those that are only listed after it."""
    kinds: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.check, finding.message.text), []).append(finding)
    for finding in findings:
        same = kinds[finding.check, finding.message.text]
        if len(same) <= SHOWN_OF_A_KIND + 1:
            yield finding, []
        elif any(finding is one for one in same[: SHOWN_OF_A_KIND - 1]):
            yield finding, []
        elif finding is same[SHOWN_OF_A_KIND - 1]:
            yield finding, same[SHOWN_OF_A_KIND:]
