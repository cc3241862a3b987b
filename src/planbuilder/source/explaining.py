"""libyaml's complaints in words that a plan writer can act on, at the place that wants the repair.

The library says where it gave up and what it wished for; what was meant is read from the line itself.
"""

import re
from collections.abc import Callable

import yaml

from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.source.clues import QUOTE, TRAP, curly_quotes, hashtag, starts_with
from planbuilder.source.enclosing import (
    closed_bracket,
    closed_quote,
    comment_above,
    extra_bracket,
    in_brackets,
    unclosed_quote,
)
from planbuilder.source.masking import is_below_hidden_key, masked, shown_name
from planbuilder.source.problem import Problem
from planbuilder.source.reading import Source
from planbuilder.source.refusals import instruction, no_key, several_documents
from planbuilder.source.stop import Stop, indent_of
from planbuilder.source.tree import Span

_CONFLICT = regex(r"^(?:<{7}|={7}|>{7})(?=[ \r]|$)", re.MULTILINE)
_KEY_ONLY = regex(r"""[ ]*(?:-[ ]+)*["']?[\w.-]+["']?""")
_KEY_WITHOUT_COLON = regex(r"[ ]*(?P<key>[a-z][a-z0-9_-]{1,39})(?:[ ]+[^ ]+){0,3}[ ]*", re.ASCII)
"""A line of few words: a longer one is a sentence."""
_KEY_AFTER_KEY = regex(r"[ ]*(?:-[ ]+)*[\w-]+:[ ]+(?P<key>[a-z][a-z0-9_-]*)")
_CURLY_VALUE = regex(r"(?:[ ]*(?:-[ ]+)*|.{0,80}?:[ ]+)(?P<quote>[“”„‘‚])")


def explain(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """The one sentence for a syntax error."""
    ended = error.problem_mark
    assert ended is not None
    began = error.context_mark or ended
    stop = Stop(
        source,
        *_last_written(source, ended.line + 1, ended.column + 1),
        (began.line + 1, began.column + 1),
        f"{error.context} {error.problem}",
    )
    conflict = _CONFLICT.search(source.text)
    if conflict:
        return _conflict(source.span(conflict.start()))
    for words, tell in _TELLERS:
        if words in stop.wish:
            return tell(stop) or _unreadable(stop)
    return _unreadable(stop)


def _last_written(source: Source, line: int, column: int) -> tuple[int, int]:
    """The place itself, or the end of the last line with text where the file ended first."""
    while line > 1 and not source.line(line).strip():
        line -= 1
        column = len(source.line(line)) + 1
    return line, column


def _conflict(place: Span) -> Problem:
    return Problem(
        say("Two versions of this file were never put together: the marks of git are still in it."),
        say("Keep the lines you want and delete the lines that start with `<<<<<<<`, `=======` and `>>>>>>>`."),
        "conflict",
        span=place,
    )


def _colon(stop: Stop) -> Problem:
    """A colon where no key can stand: in a text, or after a line that is indented too far."""
    if stop.source.line(stop.line - 1).strip(" ") and _KEY_ONLY.fullmatch(stop.before.rstrip(" ")):
        told = _key_after_text(stop)
        if told:
            return told
    early = stop.glued() or closed_quote(stop)
    if early:
        return early
    curly = _CURLY_VALUE.match(stop.before)
    if curly:
        return curly_quotes(curly.start("quote") + 1).problem(stop.source, stop.line)
    key = _KEY_AFTER_KEY.fullmatch(stop.before)
    named = shown_name(key["key"]) if key and masked(stop.before) == stop.before else None
    fix = say("Put `{key}:` on the line below, indented; put a text between double quotes.", key=named)
    message = say("YAML takes the colon in this text for the end of a key.")
    return stop.here("colon", message, fix if named else QUOTE, TRAP)


def _key_after_text(stop: Stop) -> Problem | None:
    """A key that YAML reads as the end of the text above: something is wrong up there, or with the indentation."""
    first = above = stop.line - 1
    while first > 1 and ":" not in stop.source.line(first):
        first -= 1
    seen = stop.seen_on(above) or stop.seen_on(first)
    if seen:
        return seen
    _, colon, text = stop.source.line(first).partition(":")
    if not text.strip():
        return _no_colon_on(stop, first + 1 if colon else first)
    return None if stop.before.endswith(" ") else _indentation(stop)


def _no_colon(stop: Stop) -> Problem:
    number = stop.began[0]
    for line in (number, number - 1):
        seen = stop.seen_on(line)
        if seen:
            return seen
    return _no_colon_on(stop, number)


def _no_colon_on(stop: Stop, number: int) -> Problem:
    line = stop.source.line(number)
    place = (number, len(line) - len(line.lstrip()) + 1)
    if line.lstrip().startswith("//"):
        return stop.at(place, "comment", say("A comment starts with `#`."), say("Write `#` in the place of `//`."))
    key = _KEY_WITHOUT_COLON.fullmatch(line)
    named = None if key is None or is_below_hidden_key(stop.source, number) else shown_name(key["key"])
    return stop.at(
        place,
        "no-colon",
        say("This line has no key and no colon."),
        say("Write `{key}:` if that is the key, or indent the line below the key whose text it continues.", key=named)
        if named
        else say("Write a key and a colon first, or indent the line below the key whose text it continues."),
    )


def _unexpected(stop: Stop) -> Problem:
    """Something stands where the next key, item or end of the file was due."""
    return (
        stop.glued()
        or closed_quote(stop)
        or closed_bracket(stop)
        or _stray_sign(stop)
        or stop.seen_on(stop.line)
        or _cut_by_comment(stop)
        or _misplaced(stop)
    )


def _stray_sign(stop: Stop) -> Problem | None:
    if stop.sign and stop.sign in "]}":
        return extra_bracket(stop)
    if stop.sign == ":":
        return no_key(stop.place)
    return None


def _cut_by_comment(stop: Stop) -> Problem | None:
    """A line of a text that starts with `#` ends that text: the line after it belongs to nothing."""
    above = stop.source.line(stop.line - 1)
    start = above.lstrip(" ")
    if re.match(r"#\w", start) and not re.search(r":(?:\s|$)", stop.text):
        return hashtag(len(above) - len(start) + 1).problem(stop.source, stop.line - 1)
    return None


def _misplaced(stop: Stop) -> Problem:
    if "<document start>" in stop.wish and re.search(r"^\.\.\.", stop.source.text, re.MULTILINE):
        return several_documents(stop.place, "...")
    is_item = stop.text.lstrip(" ").startswith("-")
    if stop.before.strip(" ") or ("'-' indicator" in stop.wish and is_item):
        return _indentation(stop)
    if is_item and stop.column == stop.began[1]:
        return stop.here(
            "mixed",
            say("A list item stands among keys."),
            say("Indent it below the key it belongs to, or give it a key and a colon instead of the hyphen."),
        )
    if "'-' indicator" in stop.wish:
        return stop.here(
            "mixed",
            say("A key stands among the items of a list."),
            say("Start it with `-` and a space, indent it below its item, or take the hyphens off those above."),
        )
    return _indentation(stop)


def _indentation(stop: Stop) -> Problem:
    here = indent_of(stop.text)
    beside = _line_beside(stop.source, stop.line)
    if beside and here == indent_of(stop.source.line(beside)):
        if stop.text.lstrip().startswith("-"):
            return _item_beside(stop, beside)
        beside = next((above for above in range(beside, 0, -1) if 0 <= _indent(stop.source, above) < here), 0)
    if beside == 0:
        return _unreadable(stop)
    return stop.at(
        (stop.line, here + 1),
        "indentation",
        say(
            "The spaces in front do not match: {here} here, {there} on line {line}.",
            here=here,
            there=indent_of(stop.source.line(beside)),
            line=str(beside),
        ),
        say("Give the lines that belong together the same number of spaces in front."),
    )


def _item_beside(stop: Stop, beside: int) -> Problem:
    return stop.at(
        (beside, indent_of(stop.source.line(beside)) + 1),
        "mixed",
        say("This line has no hyphen, and line {line} has one.", line=str(stop.line)),
        say("Start it with `-` and a space too, or indent the lines with hyphens below their key."),
    )


def _indent(source: Source, number: int) -> int:
    """The spaces in front of a line; -1 where nothing follows them but a comment."""
    line = source.line(number)
    return indent_of(line) if line.strip() and not line.lstrip().startswith("#") else -1


def _line_beside(source: Source, number: int) -> int:
    """The line above that this one seems to stand beside; 0 where there is none.

    It is the least indented of those that are indented more, or else the next.
    """
    beside = 0
    for above in range(number - 1, 0, -1):
        indent = _indent(source, above)
        if indent < 0:
            continue
        if beside == 0 or indent < indent_of(source.line(beside)):
            if indent <= indent_of(source.line(number)):
                return beside or above
            beside = above
    return beside


def _bad_start(stop: Stop) -> Problem | None:
    """A text whose first sign means something to YAML."""
    if stop.began[0] == stop.line and re.search("anchor|alias|tag", stop.wish):
        stop = stop._replace(column=stop.began[1])
    comment = comment_above(stop) if "flow node" in stop.wish else None
    if comment:
        return comment
    if not stop.sign:
        return None
    tell = _BAD_STARTS.get(stop.sign)
    told = tell(stop) if tell else None
    return told or closed_quote(stop) or starts_with(stop.sign, stop.column).problem(stop.source, stop.line)


def _instruction(stop: Stop) -> Problem:
    return stop.seen_on(stop.line) or instruction(stop.place, stop.sign)


def _comma(stop: Stop) -> Problem | None:
    if not stop.before.rstrip(" ").endswith((",", "[", "{")):
        return None
    return stop.here("extra-comma", say("There is one comma too many here."), say("Delete it."))


def _dash(stop: Stop) -> Problem | None:
    if ":" not in stop.before:
        return None
    return stop.here(
        "start",
        say("On the line of its key a text cannot start with `{sign}`.", sign="-"),
        say("Put a text between double quotes; start a list on the line below the key."),
        TRAP,
    )


def _fence(stop: Stop) -> Problem | None:
    if not stop.text.lstrip().startswith("```"):
        return None
    return stop.here("start", say("This line is a mark of Markdown."), say("Delete it, and the one below the plan."))


def _dots(stop: Stop) -> Problem | None:
    return several_documents(stop.place, "...") if stop.text.startswith("...") else None


def _block(stop: Stop) -> Problem:
    line, column = stop.began
    return stop.at(
        stop.began,
        "start",
        say("After `{sign}` the text starts on the line below.", sign=stop.source.line(line)[column - 1 : column]),
        say("Put the text on the line below, indented, or between double quotes."),
        TRAP,
    )


def _escape(stop: Stop) -> Problem:
    stop = stop._replace(column=stop.text.rfind("\\", 0, stop.column) + 1 or stop.column)
    if "invalid Unicode" in stop.wish:
        return stop.here(
            "escape",
            say("This code stands for half a character, or for none."),
            say("Type the character itself instead of the code."),
            TRAP,
        )
    return stop.here(
        "escape",
        say(r"After `\` between double quotes YAML expects a code, and this is none."),
        say(r"Write `\\` for the sign `\`, or put the text on the line below after `|`."),
        TRAP,
    )


def _unreadable(stop: Stop) -> Problem:
    return stop.here(
        "syntax",
        say("YAML cannot read this line."),
        say("Check its indentation, its quotes and its colons, and those of the line above."),
    )


_BAD_STARTS: dict[str, Callable[[Stop], Problem | None]] = {
    "*": _instruction,
    "&": _instruction,
    "!": _instruction,
    ",": _comma,
    "-": _dash,
    "`": _fence,
    ".": _dots,
    ":": lambda stop: no_key(stop.place),
}

_TELLERS: tuple[tuple[str, Callable[[Stop], Problem | None]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("found unexpected ':'", _colon),
    ("found unexpected", unclosed_quote),
    ("escape character", _escape),
    ("Unicode character escape code", _escape),
    ("hexdecimal", _escape),
    ("scanning a block scalar", _block),
    ("parsing a flow sequence", in_brackets),
    ("parsing a flow mapping", in_brackets),
    ("expected key", _unexpected),
    ("'-' indicator", _unexpected),
    ("<document start>", _unexpected),
    ("cannot start any token", _bad_start),
    ("node content", _bad_start),
    ("keys are not allowed", _bad_start),
    ("entries are not allowed", _bad_start),
    ("scanning an a", _bad_start),
    ("scanning a tag", _bad_start),
    ("tag handle", _bad_start),
)
