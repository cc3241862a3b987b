"""What a line shows to the eye of somebody who knows how plans are mistyped."""

import re
from collections.abc import Callable
from typing import NamedTuple

from planbuilder.messages import Message, say
from planbuilder.patterns import regex
from planbuilder.source.characters import WIDE_SPACES
from planbuilder.source.masking import shown_key, shown_name
from planbuilder.source.problem import SHAPE, Problem
from planbuilder.source.reading import Source
from planbuilder.source.tree import Span

TRAP = "PLAN-YAML-TRAP"

QUOTE = say("Put the text between double quotes, or on the line below after `|`.")

_START = r"(?P<start>[ ]*(?:-[ ]+)*)"
_NAME = r"""["']?(?P<key>[^\W\d][\w.-]{0,39})["']?"""
_SCHEMES = frozenset({"data", "geo", "mailto", "sip", "sips", "sms", "tel", "urn", "xmpp"})
_COLONS = "：﹕︓∶꞉"


class Clue(NamedTuple):
    """A mistake seen in a line, and the column (from 1) where it stands."""

    column: int
    kind: str
    message: Message
    fix: Message
    check: str = SHAPE

    def problem(self, source: Source, line: int) -> Problem:
        """The clue as a problem on this line (from 1) of the file."""
        return Problem(self.message, self.fix, self.kind, span=Span(source.file, line, self.column), check=self.check)


def clue(line: str) -> Clue | None:
    """The first mistake that the line shows by itself; None for a line that is well formed or only a text."""
    for pattern, tell in _CLUES:
        found = pattern.match(line)
        if found:
            told = tell(found)
            if told:
                return told
    return None


def starts_with(sign: str, column: int) -> Clue:
    """A text that starts with a sign of YAML."""
    if sign == "`":
        return Clue(
            column,
            "start",
            say("A text cannot start with a backtick."),
            say("Take the backticks away: in these reports they only stand around what is to be typed."),
            TRAP,
        )
    return Clue(column, "start", say("A text cannot start with `{sign}`.", sign=sign), QUOTE, TRAP)


def curly_quotes(column: int) -> Clue:
    """A text between quotes that are none for YAML."""
    return Clue(
        column,
        "curly-quotes",
        say("Curly quotes do not count as quotes in YAML."),
        say('Use straight quotes (`"`) around the text; curly ones may stand inside.'),
        TRAP,
    )


def no_break_space(column: int) -> Clue:
    """A space that YAML does not take for one."""
    return Clue(
        column,
        "no-break-space",
        say("The space here is a no-break space, which YAML does not take for a space."),
        say("Delete it and type an ordinary space."),
    )


def cut_by_comma(column: int, key: str, *, may_be_key: bool) -> Clue:
    """A text between braces that goes on after a comma. `key` is that of the text; what follows may be a key too."""
    key = shown_key(key)
    return Clue(
        column,
        "comma",
        say("Between braces a comma ends the text: YAML takes what follows for a key."),
        say(
            'If this belongs to the text of `{key}`, put that text between double quotes: `{key}: "…, …"`;'
            " if it is a key, write one word, a colon and its value.",
            key=key,
        )
        if may_be_key
        else say('Put the whole text of `{key}` between double quotes, with its comma: `{key}: "…, …"`.', key=key),
        TRAP,
    )


def hashtag(column: int) -> Clue:
    """A `#` in a text, which drops the rest of it."""
    return Clue(
        column,
        "comment",
        say("YAML drops the rest of this line, because `#` starts a comment."),
        say("Put the text between double quotes; if you mean a comment, leave a space after `#`."),
        TRAP,
    )


def _indented_wide(found: re.Match[str]) -> Clue:
    return no_break_space(found.end())


def _wide_after_colon(found: re.Match[str]) -> Clue:
    return no_break_space(found.end())


def _wide_colon(found: re.Match[str]) -> Clue:
    sign = found["sign"]
    return Clue(
        found.start("sign") + 1,
        "wide-colon",
        say("The colon here is a wide one (`{sign}`), which YAML does not take for a colon.", sign=sign),
        say("Type an ordinary colon and a space."),
    )


def _no_space(found: re.Match[str]) -> Clue | None:
    key = shown_name(found["key"])
    if key is None or key in _SCHEMES:
        return None
    return Clue(
        found.start("key") + 1,
        "no-space",
        say("There is no space after the colon of `{key}`.", key=key),
        say("Put a space after the colon."),
    )


def _equals(found: re.Match[str]) -> Clue | None:
    key = shown_name(found["key"])
    if key is None:
        return None
    return Clue(
        found.start("key") + 1,
        "equals",
        say("After `{key}` stands `=` instead of a colon.", key=key),
        say("Write `{key}:` and a space.", key=key),
    )


def _no_space_after_dash(found: re.Match[str]) -> Clue:
    return Clue(
        found.end(),
        "no-space",
        say("There is no space after the hyphen that starts this item."),
        say("Put a space after the hyphen."),
    )


def _bullet(found: re.Match[str]) -> Clue:
    return Clue(
        found.start("sign") + 1,
        "bullet",
        say("The item of a list starts with a hyphen, not with `{sign}`.", sign=found["sign"]),
        say("Write `-` and a space in its place."),
    )


_CLUES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Clue | None]], ...] = (
    (regex(rf"[ ]*(?:-[ ]+)*[{WIDE_SPACES}]"), _indented_wide),
    (regex(rf"{_START}{_NAME}[ {WIDE_SPACES}]?:[{WIDE_SPACES}]"), _wide_after_colon),
    (regex(rf"[ ]*(?:-[ ]+)*-[{WIDE_SPACES}]"), _wide_after_colon),
    (regex(rf"{_START}{_NAME}[ {WIDE_SPACES}]?(?P<sign>[{_COLONS}])"), _wide_colon),
    (regex(rf"{_START}{_NAME}:(?=[^\s/:])"), _no_space),
    (regex(rf"{_START}{_NAME}[ ]*=(?!=)"), _equals),
    (regex(r"[ ]*-(?=[^\W\d])"), _no_space_after_dash),
    (regex(r"[ ]*(?P<sign>[*•·–—])[ ]+(?=\S)"), _bullet),
    (regex(rf"[^#]*?[{{,][ ]*{_NAME}:(?=[\"'\[{{])"), _no_space),
)
