"""libyaml's complaints in words that a plan writer can act on, at the place that wants the repair.

The library says where it gave up and what it wished for; what was meant is read from the line itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import yaml

from planbuilder.messages import Message, say
from planbuilder.source.clues import QUOTE, TRAP, Clue, clue, curly_quotes, hashtag, starts_with
from planbuilder.source.problem import SHAPE, Problem
from planbuilder.source.reading import Source
from planbuilder.source.refusals import instruction, no_key, several_documents
from planbuilder.source.tree import Span

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?= |$)", re.MULTILINE)
_OPENS_QUOTE = re.compile(r"""(?:^[ ]*(?:-[ ]+)*|[:,][ ]+|[\[{][ ]*)(?P<quote>["'])""")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_OPENS_BRACKET = re.compile(r"""[ ]*(?:-[ ]+)*(?:[^\s"'{\[][^:{\[]{0,80}:[ ]+)?(?P<sign>[{\[])""")
_KEY_ONLY = re.compile(r"""[ ]*(?:-[ ]+)*["']?[\w.-]+["']?""")
_KEY_OR_DASH_BEFORE_QUOTE = re.compile(r"""[ ]*(?:-[ ]+)*(?:[^\s"'][^"':]*:)?[ ]*["']""")
_CURLY_VALUE = re.compile(r"(?:[ ]*(?:-[ ]+)*|.{0,80}?:[ ]+)(?P<quote>[“”„‘‚])")
_COMMENT_IN_LIST = re.compile(r"(?:[\[{,]|[ ])(?=#\w)")


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where libyaml gave up (line and column from 1), and where the thing it was reading had begun."""

    source: Source
    line: int
    column: int
    began: tuple[int, int]
    wish: str

    @property
    def text(self) -> str:
        return self.source.line(self.line)

    @property
    def sign(self) -> str:
        return self.text[self.column - 1 : self.column]

    @property
    def before(self) -> str:
        return self.text[: self.column - 1]

    @property
    def place(self) -> Span:
        return Span(self.source.file, self.line, self.column)

    def here(self, kind: str, message: Message, fix: Message, check: str = SHAPE) -> Problem:
        return self.at((self.line, self.column), kind, message, fix, check)

    def at(self, place: tuple[int, int], kind: str, message: Message, fix: Message, check: str = SHAPE) -> Problem:
        return Problem(message, fix, kind, span=Span(self.source.file, *place), check=check)

    def seen(self, found: Clue | None, line: int | None = None) -> Problem | None:
        return found and found.problem(self.source, line or self.line)


def explain(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """The one sentence for a syntax error."""
    ended = error.problem_mark
    assert ended is not None
    began = error.context_mark or ended
    stop = _Stop(
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


def _colon(stop: _Stop) -> Problem:
    """A colon where no key can stand: in a text, or after a line that is indented too far."""
    if stop.source.line(stop.line - 1).strip() and _KEY_ONLY.fullmatch(stop.before.rstrip(" ")):
        above = stop.source.line(stop.line - 1)
        seen = stop.seen(clue(above), stop.line - 1)
        if seen:
            return seen
        if ":" not in above:
            return _no_colon_on(stop, stop.line - 1)
        if not stop.before.endswith(" "):
            return _indentation(stop)
    early = _glued(stop) or _closed_quote(stop)
    if early:
        return early
    curly = _CURLY_VALUE.match(stop.before)
    if curly:
        return curly_quotes(curly.start("quote") + 1).problem(stop.source, stop.line)
    return stop.here("colon", say("YAML takes the colon in this text for the end of a key."), QUOTE, TRAP)


def _glued(stop: _Stop) -> Problem | None:
    """A key whose colon is glued to its value, earlier on the line."""
    seen = clue(stop.text)
    return stop.seen(seen) if seen and seen.kind == "no-space" and seen.column < stop.column else None


def _no_colon(stop: _Stop) -> Problem:
    number = stop.began[0]
    for line in (number, number - 1):
        seen = stop.seen(clue(stop.source.line(line)), line)
        if seen:
            return seen
    return _no_colon_on(stop, number)


def _no_colon_on(stop: _Stop, number: int) -> Problem:
    line = stop.source.line(number)
    return stop.at(
        (number, len(line) - len(line.lstrip()) + 1),
        "no-colon",
        say("This line has no key and no colon."),
        say("Write a key and a colon first, or indent the line below the key whose text it continues."),
    )


def _unexpected(stop: _Stop) -> Problem:
    """Something stands where the next key, item or end of the file was due."""
    return (
        _glued(stop)
        or _closed_quote(stop)
        or _closed_bracket(stop)
        or _stray_sign(stop)
        or stop.seen(clue(stop.text))
        or _cut_by_comment(stop)
        or _misplaced(stop)
    )


def _closed_quote(stop: _Stop) -> Problem | None:
    """A quoted text that ended just before: too early, or because an earlier quote was left open."""
    before = stop.before.rstrip(" ")
    if not stop.sign or not before.endswith(('"', "'")):
        return None
    for opening in _OPENS_QUOTE.finditer(before):
        quoted = _QUOTED[opening["quote"]].match(before, opening.start("quote"))
        if quoted and quoted.end() == len(before):
            is_key = stop.sign == ":" and not before[: quoted.start()].strip(" -")
            return None if is_key else _closes_early(stop, len(before), before[-1])
    opened = _last_quote_opened(stop)
    if opened is None or opened[0] == stop.line:
        return None
    if _KEY_OR_DASH_BEFORE_QUOTE.fullmatch(before):
        return _open_quote(stop, opened)
    return _closes_early(stop, len(before), before[-1])


def _closes_early(stop: _Stop, column: int, quote: str) -> Problem:
    return stop.at(
        (stop.line, column),
        "quote",
        say("The text goes on after its closing quote."),
        say(r"Write `\"` for every double quote inside the text, or put the text on the line below after `|`.")
        if quote == '"'
        else say("Write the apostrophe twice (`''`), or put the text between double quotes."),
        TRAP,
    )


def _last_quote_opened(stop: _Stop) -> tuple[int, int] | None:
    """Where the last quoted text before the stop begins."""
    opened = None
    try:
        for token in yaml.scan(stop.source.text, yaml.CLoader):
            mark = token.start_mark
            if (mark.line + 1, mark.column + 1) >= (stop.line, stop.column):
                break
            if isinstance(token, yaml.ScalarToken) and not token.plain:
                opened = (mark.line + 1, mark.column + 1)
    except yaml.YAMLError:
        return opened
    return opened


def _closed_bracket(stop: _Stop) -> Problem | None:
    before = stop.before.rstrip(" ")
    if not before.endswith(("}", "]")) or stop.sign in ("}", "]"):
        return None
    opening = _OPENS_BRACKET.match(before)
    if opening:
        return stop.seen(starts_with(opening["sign"], opening.start("sign") + 1))
    return stop.here(
        "after-bracket",
        say("Something follows after the closing `{sign}`.", sign=before[-1]),
        say("Put it on a line of its own, or before the `{sign}`.", sign=before[-1]),
    )


def _stray_sign(stop: _Stop) -> Problem | None:
    if stop.sign and stop.sign in "]}":
        return _extra_bracket(stop)
    if stop.sign == ":":
        return no_key(stop.place)
    return None


def _extra_bracket(stop: _Stop) -> Problem:
    return stop.here(
        "extra-bracket",
        say("This `{sign}` closes nothing.", sign=stop.sign),
        say("Delete it, or put the text between double quotes."),
    )


def _cut_by_comment(stop: _Stop) -> Problem | None:
    """A line of a text that starts with `#` ends that text: the line after it belongs to nothing."""
    above = stop.source.line(stop.line - 1)
    start = above.lstrip(" ")
    if re.match(r"#\w", start) and not re.search(r":(?:\s|$)", stop.text):
        return hashtag(len(above) - len(start) + 1).problem(stop.source, stop.line - 1)
    return None


def _misplaced(stop: _Stop) -> Problem:
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
            say("Start the line with `-` and a space, or indent it below the item it belongs to."),
        )
    return _indentation(stop)


def _indentation(stop: _Stop) -> Problem:
    here = _indent(stop.text)
    beside = _line_beside(stop.source, stop.line)
    if beside == 0:
        return _unreadable(stop)
    return stop.at(
        (stop.line, here + 1),
        "indentation",
        say(
            "The spaces in front do not match: {here} here, {there} on line {line}.",
            here=here,
            there=_indent(stop.source.line(beside)),
            line=str(beside),
        ),
        say("Give the lines that belong together the same number of spaces in front."),
    )


def _line_beside(source: Source, number: int) -> int:
    """The line above that this one seems to stand beside: the least indented one that is indented more, else the next."""
    beside = 0
    for above in range(number - 1, 0, -1):
        line = source.line(above)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if beside == 0 or _indent(line) < _indent(source.line(beside)):
            if _indent(line) <= _indent(source.line(number)):
                return beside or above
            beside = above
    return beside


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _in_brackets(stop: _Stop) -> Problem:
    """A list or group between brackets that does not go on as it should."""
    began = stop.source.line(stop.began[0])
    comment = _COMMENT_IN_LIST.search(began, stop.began[1] - 1)
    if comment and stop.line > stop.began[0]:
        return hashtag(comment.end() + 1).problem(stop.source, stop.began[0])
    early = _glued(stop) or _closed_quote(stop)
    if early:
        return early
    opening = began[stop.began[1] - 1 : stop.began[1]]
    closing = "]" if opening == "[" else "}"
    indented = _indent(stop.text) > _indent(began)
    if stop.sign and stop.sign in "]}" and closing in stop.text[stop.column :]:
        return _extra_bracket(stop)
    if not stop.sign or stop.sign in "]}" or (stop.line > stop.began[0] and not indented):
        return stop.at(
            stop.began,
            "unclosed-bracket",
            say("The `{opening}` that opens here is never closed.", opening=opening),
            say(
                "Write `{closing}` at the end; put a text that starts with `{opening}` between double quotes.",
                closing=closing,
                opening=opening,
            ),
        )
    if stop.sign == ":":
        return stop.here("colon", say("YAML takes the colon in this text for the end of a key."), QUOTE, TRAP)
    return stop.here(
        "no-comma",
        say("There is no comma before this, although it stands between brackets."),
        say("Put a comma between the items, and double quotes around each text with signs in it."),
    )


def _bad_start(stop: _Stop) -> Problem | None:
    """A text whose first sign means something to YAML."""
    if stop.began[0] == stop.line and re.search("anchor|alias|tag", stop.wish):
        stop = replace(stop, column=stop.began[1])
    above = _COMMENT_IN_LIST.search(stop.source.line(stop.line - 1))
    if above and "flow node" in stop.wish:
        return hashtag(above.end() + 1).problem(stop.source, stop.line - 1)
    if not stop.sign:
        return None
    tell = _BAD_STARTS.get(stop.sign)
    told = tell(stop) if tell else None
    return told or _closed_quote(stop) or starts_with(stop.sign, stop.column).problem(stop.source, stop.line)


def _instruction(stop: _Stop) -> Problem:
    return stop.seen(clue(stop.text)) or instruction(stop.place, stop.sign)


def _comma(stop: _Stop) -> Problem | None:
    if not stop.before.rstrip(" ").endswith((",", "[", "{")):
        return None
    return stop.here("extra-comma", say("There is one comma too many here."), say("Delete it."))


def _dash(stop: _Stop) -> Problem | None:
    if ":" not in stop.before:
        return None
    return stop.here(
        "start",
        say("On the line of its key a text cannot start with `{sign}`.", sign="-"),
        say("Put a text between double quotes; start a list on the line below the key."),
        TRAP,
    )


def _dots(stop: _Stop) -> Problem | None:
    return several_documents(stop.place, "...") if stop.text.startswith("...") else None


def _block(stop: _Stop) -> Problem:
    line, column = stop.began
    return stop.at(
        stop.began,
        "start",
        say("After `{sign}` the text starts on the line below.", sign=stop.source.line(line)[column - 1 : column]),
        say("Put the text on the line below, indented, or between double quotes."),
        TRAP,
    )


def _unclosed_quote(stop: _Stop) -> Problem:
    return _open_quote(stop, stop.began)


def _open_quote(stop: _Stop, opened: tuple[int, int]) -> Problem:
    line, column = opened
    return stop.at(
        opened,
        "unclosed-quote",
        say("The quote that opens here is never closed."),
        say("Write `{quote}` at the end of the text.", quote=stop.source.line(line)[column - 1 : column]),
    )


def _escape(stop: _Stop) -> Problem:
    stop = replace(stop, column=stop.text.rfind("\\", 0, stop.column) + 1 or stop.column)
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


def _unreadable(stop: _Stop) -> Problem:
    return stop.here(
        "syntax",
        say("YAML cannot read this line."),
        say("Check its indentation, its quotes and its colons, and those of the line above."),
    )


_BAD_STARTS: dict[str, Callable[[_Stop], Problem | None]] = {
    "*": _instruction,
    "&": _instruction,
    "!": _instruction,
    ",": _comma,
    "-": _dash,
    ".": _dots,
    ":": lambda stop: no_key(stop.place),
}

_TELLERS: tuple[tuple[str, Callable[[_Stop], Problem | None]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("found unexpected", _unclosed_quote),
    ("escape character", _escape),
    ("Unicode character escape code", _escape),
    ("hexdecimal", _escape),
    ("scanning a block scalar", _block),
    ("parsing a flow sequence", _in_brackets),
    ("parsing a flow mapping", _in_brackets),
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
