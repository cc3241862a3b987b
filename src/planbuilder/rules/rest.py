"""Whether somebody who takes turns on call can rest."""

from datetime import datetime, timedelta

from planbuilder.cover.clock import both, join, local
from planbuilder.cover.world import World
from planbuilder.messages import Message, say

IN_A_ROW = timedelta(days=7)
OF_FOUR_WEEKS = timedelta(days=14)
FOUR_WEEKS = timedelta(days=28)


def tired(world: World, person: str) -> Message | None:
    """What is said of a person who has too little rest; None of others."""
    turns = join((a, b) for line in world.turns.values() for a, b, who in line if who == person)
    here = [(local(a, world.zone), local(b, world.zone)) for a, b in both(turns, [(world.begin - 1440, world.end)])]
    longest = max(here, key=lambda turn: turn[1] - turn[0], default=None)
    if longest is None:
        return None
    called = world.plan.called(person)
    if longest[1] - longest[0] > IN_A_ROW:
        return say(
            "{person} is on call {n} days in a row, from {start} to {end}.",
            person=called,
            n=-(-(longest[1] - longest[0]) // timedelta(days=1)),
            start=longest[0],
            end=longest[1],
        )
    most = _most_of_four_weeks(here)
    if most > OF_FOUR_WEEKS:
        return say("{person} is on call {n} of 28 days.", person=called, n=-(-most // timedelta(days=1)))
    return None


def _most_of_four_weeks(turns: list[tuple[datetime, datetime]]) -> timedelta:
    """The longest time on call within 28 days; the busiest 28 days start, or end, with a turn."""
    starts = [start for start, _ in turns] + [end - FOUR_WEEKS for _, end in turns]
    return max(
        sum((max(timedelta(), min(b, at + FOUR_WEEKS) - max(a, at)) for a, b in turns), timedelta()) for at in starts
    )
