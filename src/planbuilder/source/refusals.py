"""What YAML allows and a plan does not, in words."""

from planbuilder.messages import Message, say
from planbuilder.source.clues import TRAP
from planbuilder.source.masking import shown_key
from planbuilder.source.problem import SHAPE, Problem
from planbuilder.source.tree import Span

_SIGNS = {"*": "alias", "&": "anchor", "!": "tag"}


def no_key(place: Span) -> Problem:
    """A colon without a word before it."""
    return _refuse(
        place,
        "no-key",
        say("There is no word before the colon."),
        say("Write the name of the key before the colon."),
    )


def several_documents(place: Span, sign: str) -> Problem:
    """A file that YAML takes for several."""
    return _refuse(
        place,
        "several-documents",
        say("A second document starts here (`{sign}`).", sign=sign),
        say("Remove the line `{sign}`, or put what follows into a file of its own.", sign=sign),
    )


def directive(place: Span) -> Problem:
    """An instruction to the YAML reader."""
    return _refuse(
        place,
        "directive",
        say("A line of a plan cannot start with `%`."),
        say("Remove this line, or put the text between double quotes."),
    )


def not_sections(place: Span) -> Problem:
    """A file that is a text or a list."""
    return _refuse(
        place,
        "not-sections",
        say("This file does not start with the name of a section."),
        say("Start it with the name of a section and a colon, for example `people:`."),
    )


def empty(place: Span) -> Problem:
    """A file with nothing but comments."""
    return _refuse(place, "empty", say("This file says nothing."), say("Write a section in it, or delete it."))


def too_deep(place: Span, count: int) -> Problem:
    """Brackets or indentation without end."""
    return _refuse(
        place,
        "too-deep",
        say("The text is nested more than {count} levels deep here.", count=count),
        say("Check the brackets and the indentation of this line."),
    )


def too_many(place: Span, count: int) -> Problem:
    """More values than a person writes."""
    return _refuse(
        place,
        "too-many",
        say("This file holds more than {count} values.", count=count),
        say("Split it into several files."),
    )


def too_many_problems(place: Span, count: int) -> Problem:
    """A file in which nearly everything is wrong."""
    return _refuse(
        place,
        "too-many",
        say("After {count} mistakes in this file planbuilder stopped reading it here.", count=count),
        say("Repair those first."),
    )


def instruction(place: Span, sign: str) -> Problem:
    """An anchor, alias or tag: most often a text that starts with `&`, `*` or `!`."""
    return _refuse(
        place,
        _SIGNS[sign],
        say("A text cannot start with `{sign}`: YAML reads it as an instruction.", sign=sign),
        say("Put the text between double quotes."),
        TRAP,
    )


def complex_key(place: Span) -> Problem:
    """A list or mapping as key."""
    return _refuse(
        place,
        "complex-key",
        say("A list or a group of keys stands where one key is expected."),
        say("Write one word and a colon; put a text that starts with `{`, `[` or `?` between double quotes."),
    )


def merge_key(place: Span) -> Problem:
    """`<<`, which copies."""
    return _refuse(
        place,
        "merge-key",
        say("`<<` copies another part of the file; a plan says everything where it stands."),
        say("Write out what you want to copy."),
    )


def twice(place: Span, key: str, first: int, *, starts_over: bool = False) -> Problem:
    """A key written twice; `first` is the line of the first one. It may start an entry that lost its id or hyphen."""
    if starts_over:
        return _refuse(
            place,
            "duplicate-key",
            say("`{key}` is written twice: first on line {line}.", key=shown_key(key), line=str(first)),
            say(
                "If a new entry begins here, write its id and a colon on a line of their own above, as the others have"
                " (in a list: a hyphen in front); else keep one of the two."
            ),
        )
    return _refuse(
        place,
        "duplicate-key",
        say("`{key}` is written twice: first on line {line}.", key=shown_key(key), line=str(first)),
        say("Keep one of the two."),
    )


def block_not_indented(place: Span, sign: str) -> Problem:
    """A text below `|` that starts where its key does."""
    return _refuse(
        place,
        "indentation",
        say("The text that starts here after `{sign}` is not indented.", sign=sign),
        say("Write each of its lines two spaces further in than its key."),
    )


def emptied(place: Span, key: str) -> Problem:
    """A value that `#` turned into a comment."""
    return _refuse(
        place,
        "comment",
        say("`{key}` is empty, because `#` turns the rest of the line into a comment.", key=shown_key(key)),
        say(
            "Put the text between double quotes; if you mean a comment, leave a space after `#` and give"
            " `{key}` a value.",
            key=shown_key(key),
        ),
        TRAP,
    )


def emptied_item(place: Span) -> Problem:
    """An item of a list that `#` turned into a comment."""
    return _refuse(
        place,
        "comment",
        say("This item is empty, because `#` turns the rest of the line into a comment."),
        say("Put the text between double quotes; if you mean a comment, leave a space after `#`."),
        TRAP,
    )


def invisible_in_key(place: Span, code: str) -> Problem:
    """A key that looks like another."""
    return _refuse(
        place,
        "character",
        say("There is an invisible character in this key ({code}).", code=code),
        say("Delete the key and type it again."),
    )


def _refuse(place: Span, kind: str, message: Message, fix: Message, check: str = SHAPE) -> Problem:
    return Problem(message, fix, kind, span=place, check=check)
