"""CHAN-MOVE-CLOSED: whether somebody answers where people are invited."""

import re
from collections import defaultdict
from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.contact_numbers import numbers_of
from planbuilder.language.figure import Figure, Given, Kind
from planbuilder.language.figures import figures
from planbuilder.messages import Message, say
from planbuilder.patterns import regex
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule
from planbuilder.rules.statements import read_outside
from planbuilder.source import Where

_AT_ANY_HOUR = regex(
    r"\bjour et nuit\b|\bnuit et jour\b|\bà toute heure\b|\b24\s?h\s?(?:/|sur)\s?24\b|\b24/(?:24|7)\b|\b7j/7\b"
    r"|\bday and night\b|\bnight and day\b|\baround the clock\b|\bat any (?:hour|time)\b|\b24 hours a day\b",
    re.IGNORECASE,
)
_SIGNS = ("nuit", "toute heure", "24", "7j/7", "night", "clock", "any hour", "any time")
"""Of which one stands in each of them: most texts are let go by this first look."""
_END = regex(r"[.!?](?=\s)|\n")
_NEAR = 600
"""Signs beside a number in which its sentence is looked for."""


@rule(
    "CHAN-MOVE-CLOSED",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A26", "A27"),
    source=("LAB",),
    why="An invitation to a closed door makes people angrier than no invitation.",
    bad="""
        channels:
          x: {platform: x, staffed: daily 08:00-22:00, private: phone}
          phone: {platform: phone, staffed: daily 08:00-20:00}
        moves:
          - from: [x]
            to: phone  # <-- From x (every day 08:00–22:00) you invite to phone, staffed every day 08:00–20:00.
            say: We would rather speak with you. Which number suits you?
        """,
    good="""
        channels:
          x: {platform: x, staffed: daily 08:00-20:00, private: phone}
          phone: {platform: phone, staffed: daily 08:00-20:00}
        moves:
          - {from: [x], to: phone, say: We would rather speak with you. Which number suits you?}
        """,
)
def move_closed(plan: Plan) -> Iterator[Gap]:
    """A private channel is staffed whenever the public channel is from which people are invited there.

    Where one of the two has no `staffed`, nothing is said. A move and the `private` of a channel that lead to the same
    place are reported once, at the move. A text that offers a number by day and night, in English or French, offers one
    that is staffed then.
    """
    moved = set()
    for move in plan.moves:
        for name in move.from_:
            moved.add((name, move.to))
        late = next((gap for name in move.from_ if (gap := _closed(plan, name, move.to, move.where / "to"))), None)
        if late:
            yield late
    for channel in plan.channels.values():
        if channel.private and (channel.id, channel.private) not in moved:
            gap = _closed(plan, channel.id, channel.private, channel.where / "private")
            if gap:
                yield gap
    yield from _asleep(plan)


def _asleep(plan: Plan) -> Iterator[Gap]:
    """The numbers that texts offer at any hour, and that are not staffed at all hours."""
    country = plan.about.country
    lines = [(each, n) for each in plan.channels.values() for n in numbers_of(each.account or "", country)]
    whole: dict[str, set[str]] = defaultdict(set)
    ends: dict[str, set[str]] = defaultdict(set)
    for channel, number in lines:
        for reading in number.readings:
            whole[reading].add(channel.id)
        for reading in number.bare:
            ends[reading].add(channel.id)
    offered: list[tuple[Message, Given]] = []
    for called, texts in read_outside(plan):
        said = [f for _, text in texts for tag, one in text.by_language.items() for f in _at_any_hour(plan, one, tag)]
        offered.append((called, Given.of(said)))
    found: set[str] = set()
    for _, number in lines:
        ids = {channel for reading in number.all_readings for channel in whole[reading]}
        ids |= {channel for reading in number.readings for channel in ends[reading]}
        channels = [channel for channel in plan.channels.values() if channel.id in ids]
        asleep = all(channel.staffed and not channel.staffed.always for channel in channels)
        said_in = [called for called, given in offered if given.holds(number)]
        if asleep and said_in and channels[0].id not in found:
            found.add(channels[0].id)
            yield Gap(
                channels[0].where / "staffed",
                say(
                    "{channel} is staffed only {hours}, and is offered by day and night in {texts}.",
                    channel=channels[0].called,
                    hours=channels[0].staffed,
                    texts=said_in,
                ),
                say("Write the hours into the text, or let somebody answer at all hours: `staffed: 24/7`."),
            )


def _at_any_hour(plan: Plan, text: str, language: str) -> Iterator[Figure]:
    """The numbers that a sentence offers at any hour."""
    small = text.lower()
    said = any(sign in small for sign in _SIGNS)
    for figure in figures(text, language, plan.about.country) if said else ():
        before = _END.split(text[max(0, figure.start - _NEAR) : figure.start])[-1]
        after = _END.split(text[figure.end : figure.end + _NEAR])[0]
        if figure.kind is Kind.PHONE and _AT_ANY_HOUR.search(f"{before} {after}"):
            yield figure


def _closed(plan: Plan, public: str, private: str, where: Where) -> Gap | None:
    one, other = plan.channels.get(public), plan.channels.get(private)
    if not (one and other and one.staffed and other.staffed) or other.staffed.covers(one.staffed):
        return None
    return Gap(
        where,
        say(
            "From {channel} ({hours}) you invite to {private}, staffed {other}.",
            channel=one.called,
            hours=one.staffed,
            private=other.called,
            other=other.staffed,
        ),
        say("Align the two `staffed:`, or name another private channel for the hours between."),
    )
