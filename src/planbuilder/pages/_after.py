"""When it calms down: are people satisfied, is it over, what did we learn, what do we offer."""

from collections.abc import Iterator

from planbuilder.messages import say
from planbuilder.pages._sheets import Reader, Sheet, section


def sheets(reader: Reader) -> Iterator[Sheet]:
    """Follow-up, stand-down, reviews, remedies."""
    plan = reader.plan
    yield Sheet(
        "follow-up.md",
        say("Follow-up"),
        "follow-up.md.j2",
        say("Ask the people concerned whether their problem is solved, and act where it is not."),
        section("follow_up"),
    )
    yield Sheet(
        "stand-down.md",
        say("Is it over?"),
        "stand-down.md.j2",
        say("Stop only when every fact of this page is true and those named here have decided it."),
        section("stand_down"),
    )
    yield Sheet(
        "remedies.md",
        say("What we offer"),
        "remedies.md.j2",
        say("Offer what is listed here, up to the amount written; beyond it, ask first."),
        section("remedies"),
    )
    actions = [(review, action) for review in plan.reviews.values() for action in review.actions]
    yield Sheet(
        "reviews.md",
        say("Reviews"),
        "reviews.md.j2",
        say("Do the open actions; write a new review within a month of each crisis."),
        section("reviews"),
        values={"open": [pair for pair in actions if pair[1].done is None]},
    )
