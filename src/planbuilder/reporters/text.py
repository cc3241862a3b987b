"""The report that people read: place, line, sentence, repair."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from planbuilder.findings import Finding, Severity
from planbuilder.messages import Message, render, say, say_many
from planbuilder.outcome import Outcome
from planbuilder.reporters._excerpt import excerpt
from planbuilder.reporters._lines import Line, Piece
from planbuilder.reporters._place import place, shown_file
from planbuilder.reporters._tally import Tally
from planbuilder.source import SHAPE

SHOWN_OF_A_KIND = 3
"""Of findings that say the same, so many stand in full; the others are listed."""
LISTED_BY_ADDRESS = 12
"""So many of the others are listed with their addresses; more are listed by line, file by file."""

SEVERITY_WORDS: dict[Severity, Message] = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.INFO: say("advice"),
}


class Report:
    """The text format, for a screen of so many columns."""

    def __init__(self, width: int, *_: object) -> None:
        self._width = width
        self._first = True

    def start(self) -> Iterator[Line]:
        """Nothing stands before the first plan."""
        return iter(())

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """Each finding in the order of the files, then the summary of the plan."""
        if not self._first:
            yield ()
        self._first = False
        for finding, others in _grouped(outcome.findings):
            yield from finding_lines(finding, language, self._width)
            if others:
                yield from _more(finding, others, language)
            yield ()
        yield from summary(outcome, language)

    def end(self, tally: Tally, language: str) -> Iterator[Line]:
        """The plans that are gone; the sum, where there are several."""
        if tally.gone:
            yield ()
            yield (render(gone(tally), language),)
        if tally.plans > 1:
            yield ()
            total = say_many("{count} plan: {found}.", "{count} plans: {found}.", tally.plans, found=_counted(tally))
            yield (Piece(render(total, language), _style(tally)),)


def gone(tally: Tally) -> Message:
    """Which plans were there before, where it was compared, and are not any more."""
    return say_many(
        "Compared with before: the plan {plans} is gone.",
        "Compared with before: the plans {plans} are gone.",
        len(tally.gone),
        plans=list(tally.gone),
    )


def finding_lines(finding: Finding, language: str, width: int) -> Iterator[Line]:
    """A finding: where it stands in the files and in the plan, the line, what is wrong, what to do."""
    severity = render(SEVERITY_WORDS[finding.severity], language)
    label = render(say("{severity} {check}:", severity=severity, check=finding.check), language)
    yield _standing(finding, "strong")
    yield from excerpt(finding.shown, finding.span.line, finding.span.column, width)
    yield ("  ", Piece(label, finding.severity.value), " ", render(finding.message, language))
    yield ("  ", Piece("→", "good"), " ", render(finding.fix, language))


def summary(outcome: Outcome, language: str) -> Iterator[Line]:
    """What was found in one plan, what it lets pass, and what to do next."""
    tally = Tally()
    tally.add(outcome)
    yield (Piece(render(_verdict(outcome, tally), language), _style(tally)),)
    if outcome.waived:
        yield (render(_let_pass(outcome), language),)
    if outcome.off:
        off = say_many(
            "The plan switches off {count} check: {checks}.",
            "The plan switches off {count} checks: {checks}.",
            len(outcome.off),
            checks=list(outcome.off),
        )
        yield (render(off, language),)
    yield from ((render(line, language),) for line in (*_since_the_baseline(outcome), *_since_before(outcome)))
    yield from ((render(step, language),) for step in _next_step(outcome))


def _style(tally: Tally) -> str:
    return tally.worst.value if tally.worst else "good"


def _verdict(outcome: Outcome, tally: Tally) -> Message:
    values = {"plan": outcome.plan, "profile": f"`{outcome.profile}`", "today": outcome.today}
    if outcome.findings:
        return say("{plan}: {found} (profile {profile}, on {today}).", found=_counted(tally), **values)
    return say_many(
        "{plan}: nothing to correct ({count} check of the profile {profile}, on {today}).",
        "{plan}: nothing to correct ({count} checks of the profile {profile}, on {today}).",
        outcome.checks,
        **values,
    )


def _counted(tally: Tally) -> Sequence[Message] | Message:
    """`2 errors, 1 warning and 3 pieces of advice`."""
    numbers = tally.by_severity
    said = [
        say_many("{count} error", "{count} errors", numbers[Severity.ERROR]),
        say_many("{count} warning", "{count} warnings", numbers[Severity.WARNING]),
        say_many("{count} piece of advice", "{count} pieces of advice", numbers[Severity.INFO]),
    ]
    return [message for message in said if message.amount] or say("nothing to correct")


def _let_pass(outcome: Outcome) -> Message:
    return say_many(
        "{count} finding is waived by the plan: {addresses}.",
        "{count} findings are waived by the plan: {addresses}.",
        len(outcome.waived),
        addresses=[f"{waived.finding.check} ({waived.finding.address})" for waived in outcome.waived],
    )


def _since_the_baseline(outcome: Outcome) -> Iterator[Message]:
    known = len(outcome.known)
    if known:
        yield say_many(
            "{count} finding of the baseline is still there.",
            "{count} findings of the baseline are still there.",
            known,
        )
    if outcome.mended:
        yield say_many(
            "{count} finding of the baseline is mended: `--update-baseline` takes it out.",
            "{count} findings of the baseline are mended: `--update-baseline` takes them out.",
            outcome.mended,
        )


def _since_before(outcome: Outcome) -> Iterator[Message]:
    """What changed, where the plan was compared with what it was."""
    change = outcome.change
    if change is None:
        return
    new = say_many("{count} new finding", "{count} new findings", len(change.new))
    gone = say_many("{count} finding mended", "{count} findings mended", len(change.gone))
    yield say("Compared with before: {new}, {gone}.", new=new, gone=gone)
    if change.met is not None and outcome.readable:
        yield say("Recommendations met: {before} before, {now} now.", before=change.met, now=outcome.met)


def _next_step(outcome: Outcome) -> Iterator[Message]:
    if outcome.findings and not outcome.readable:
        yield say(
            "Correct these places and check again: "
            "what is missing in a plan is looked for only when all of it can be read."
        )
        return
    check = next((finding.check for finding in outcome.findings if finding.check != SHAPE), None)
    if check:
        yield say("Why it matters, with an example to copy: `planbuilder explain {check}`.", check=check)


def _standing(finding: Finding, style: str) -> Line:
    """The place in the files and the address in the plan, by which `at:` of an exception and `approve` know it."""
    where = Piece(place(finding), style)
    return (where, "  ", Piece(finding.address, "quiet")) if finding.where else (where,)


def _more(shown: Finding, others: Sequence[Finding], language: str) -> Iterator[Line]:
    """How many others there are and where: each with its sentence and its repair, where these are not those shown."""
    count = say_many("The same in {count} more place:", "The same in {count} more places:", len(others))
    yield ("  ", render(count, language))
    if len(others) <= LISTED_BY_ADDRESS:
        known = {render(shown.message, language), render(shown.fix, language)}
        for finding in others:
            yield ("    ", *_standing(finding, ""))
            if (sentence := render(finding.message, language)) not in known:
                yield ("      ", sentence)
            if (fix := render(finding.fix, language)) not in known:
                yield ("      ", Piece("→", "good"), " ", fix)
        return
    for file, found in groupby(others, key=shown_file):
        lines = ", ".join(str(line) for line in dict.fromkeys(finding.span.line for finding in found))
        yield ("    ", Piece(f"{file}:{lines}", "quiet"))


def _grouped(findings: Sequence[Finding]) -> Iterator[tuple[Finding, list[Finding]]]:
    """Each finding to show, in order; the last that is shown of a kind carries those that are only listed."""
    kinds: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.check, finding.message.text), []).append(finding)
    seen: dict[tuple[str, str], int] = {}
    for finding in findings:
        kind = finding.check, finding.message.text
        seen[kind] = seen.get(kind, 0) + 1
        rest = kinds[kind][SHOWN_OF_A_KIND:]
        if seen[kind] < SHOWN_OF_A_KIND or len(rest) < 2:
            yield finding, []
        elif seen[kind] == SHOWN_OF_A_KIND:
            yield finding, rest
