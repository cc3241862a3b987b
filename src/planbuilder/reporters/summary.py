"""The state of the plan by recommendation: each with the findings against it, or the entries that show it."""

from collections.abc import Iterator

from planbuilder.messages import Message, render, say, say_many
from planbuilder.outcome import Outcome
from planbuilder.reporters import text
from planbuilder.reporters._lines import Line, Piece
from planbuilder.reporters._tally import Tally
from planbuilder.scoring import STATE_WORDS, Standing, State

_STYLES = {State.NOT_MET: "error", State.WAIVED: "warning", State.MET: "good"}

_MOST_ENTRIES = 3


class Report:
    """The summary, plan by plan."""

    def __init__(self, width: int, *_: object) -> None:
        self._text = text.Report(width)
        self._first = True

    def start(self) -> Iterator[Line]:
        """Nothing stands before the first plan."""
        return iter(())

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """The recommendations in their order, then how many are met."""
        if not self._first:
            yield ()
        self._first = False
        if not outcome.readable:
            message = say("The plan cannot be read as a whole, so that no recommendation was looked at.")
            yield (render(message, language),)
            yield from text.summary(outcome, language)
            return
        width = max(len(render(word, language)) for word in STATE_WORDS.values())
        for standing in outcome.standings:
            word = f"{render(STATE_WORDS[standing.state], language):<{width}}"
            said = render(standing.practice.text, language)
            yield (
                Piece(f"{standing.practice.id:<4}", "strong"),
                Piece(word, _STYLES.get(standing.state, "quiet")),
                "  ",
                said,
            )
            why = render(_why(standing), language)
            yield (" " * (4 + width + 2), Piece(why, "quiet"))
        yield ()
        yield (Piece(render(verdict(outcome), language), "strong"),)

    def end(self, tally: Tally, language: str) -> Iterator[Line]:
        """The sum of the findings, where there are several plans."""
        return self._text.end(tally, language)


def verdict(outcome: Outcome) -> Message:
    """How many recommendations are met, of those that were asked of the plan and concern it."""
    states = [standing.state for standing in outcome.standings]
    return say_many(
        "{plan}: {count} of {asked} recommendations is met (profile {profile}, on {today}).",
        "{plan}: {count} of {asked} recommendations are met (profile {profile}, on {today}).",
        outcome.met,
        plan=outcome.plan,
        asked=outcome.met + states.count(State.NOT_MET) + states.count(State.WAIVED),
        profile=f"`{outcome.profile}`",
        today=outcome.today,
    )


def _why(standing: Standing) -> Message:
    if standing.practice.outside:
        return standing.practice.outside
    if standing.against:
        return Message(", ".join(dict.fromkeys(f"{check} ({at})" for check, at in standing.against)))
    if standing.state is State.NOT_ASKED:
        return say("No check of this profile looks at it.")
    if not standing.entries:
        return say("Nothing in the plan calls for it.")
    shown = ", ".join(standing.entries[:_MOST_ENTRIES])
    if len(standing.entries) > _MOST_ENTRIES:
        return say("Shown by {entries} and others.", entries=shown)
    return say("Shown by {entries}.", entries=shown)
