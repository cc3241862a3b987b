"""The characters that a plan may not hold: those that no eye can see, and that YAML or a screen obeys."""

from typing import NamedTuple

from planbuilder.messages import Message, say
from planbuilder.patterns import regex

# Written as what is allowed, in long runs: five times faster on clean text than a search for what is not.
_CLEAN = regex(
    "(?:[\n -~\xa0-\u061b]+"
    "|[\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+"
    "|\r\n)*+"
)

WIDE_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""The inside of a regex class: spaces that look like a space and are none for YAML."""

_INVISIBLE = regex("[\xad\u034f\u115f\u1160\u180e\u200b\u2060-\u2065\u3164\uffa0\ufff9-\ufffb]")


class Unwanted(NamedTuple):
    """Why a character is refused, and what to do."""

    kind: str
    message: Message
    fix: Message


def unwanted_at(text: str) -> int | None:
    """The offset of the first character that a plan may not hold."""
    found = _CLEAN.match(text)
    assert found is not None
    return None if found.end() == len(text) else found.end()


def invisible_at(key: str) -> int | None:
    """The offset of the first character without width; harmless in a text, not in a key or a name."""
    found = _INVISIBLE.search(key)
    return found.start() if found else None


def why_unwanted(character: str) -> Unwanted:
    """The words for a character that stands in the file as itself."""
    if character == "\t":
        return Unwanted("tab", say("There is a tab here; YAML counts in spaces."), say("Replace the tab with spaces."))
    if character == "\ufeff":
        return Unwanted(
            "bom", say("There is an invisible mark (BOM) here."), say("Save the file as UTF-8 without BOM.")
        )
    if character == "\r":
        return Unwanted(
            "line-end",
            say("This line ends in the way of old Macs (CR)."),
            say("Save the file with line endings LF."),
        )
    return Unwanted(
        "character",
        say("There is an invisible character here ({code}).", code=code(character)),
        say("Delete it and type the text again."),
    )


def why_unwanted_escape(character: str) -> Unwanted:
    r"""The words for a character that a code (`\u202e`) brings into a text."""
    return Unwanted(
        "character",
        say(r"A code after `\` puts an invisible character ({code}) into this text.", code=code(character)),
        say(r"Remove the code, or write `\\` where you mean the sign `\` itself."),
    )


def code(character: str) -> str:
    """The name that Unicode tables give a character: `U+202E`."""
    return f"U+{ord(character):04X}"


def in_small_letters(text: str) -> str:
    """A text in small letters, each in its place: the one capital that becomes two letters loses its dot."""
    return text.replace("İ", "I").lower()


def visible(name: str) -> str:
    r"""A file's name with every character that cannot be shown written as `\u{…}`."""
    return "".join(c if unwanted_at(c) is None and c not in "\r\n" else f"\\u{{{ord(c):x}}}" for c in name)
