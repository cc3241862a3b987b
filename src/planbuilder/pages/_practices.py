"""The recommendations as a reader meets them: by theme, with the checks that hold the plan to each."""

from dataclasses import dataclass

from planbuilder.messages import Message, say


@dataclass(frozen=True, slots=True)
class Theme:
    """Recommendations about one thing, of both articles and of public guidance; `practices` are ids, blanks between."""

    id: str
    name: Message
    practices: str


THEMES = (
    Theme("ready", say("Be ready"), "A1 A2 A3 A4 A7 A8 B1 B3 C1 C2 C3"),
    Theme("listen", say("Listen"), "A9 A10 A13 B4"),
    Theme("fast", say("Answer, and fast"), "A11 A14 A15 B2 B5 B6 B7 B8 B26 C4"),
    Theme("honest", say("Be open, and own your faults"), "A16 A17 A18 A30 A31 B10 B11 B12 B13"),
    Theme("people", say("Speak to people as people"), "A20 A21 A22 A23 A24 B14 B15 B16 B17 B19"),
    Theme("channels", say("Where, and to whom"), "A25 A26 A27 A28 A29 C5 C6"),
    Theme("repair", say("Put it right"), "A5 A19 B9 B18 B20 B21 C7"),
    Theme("learn", say("Follow up and learn"), "A32 A33 A34 A35 B22 B23 B24 B25"),
    Theme("outside", say("Not a crisis practice"), "A6 A12"),
)
"""Every recommendation once."""

ARTICLES: dict[str, Message] = {
    "A": say("“Managing a crisis on social media”"),
    "B": say("“Managing a crisis on Twitter: good practice”"),
    "C": say("Public guidance beyond these two articles"),
}
"""Where recommendations come from, by the first letter of their ids; the number is the place in the article."""
