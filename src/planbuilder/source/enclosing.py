"""Quotes and brackets that open and do not close, or close too early."""

import yaml

from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.source.clues import TRAP, hashtag, starts_with
from planbuilder.source.problem import Problem
from planbuilder.source.stop import Stop, indent_of

_OPENS_QUOTE = regex(r"""(?:^[ ]*(?:-[ ]+)*|[:,][ ]+|[\[{][ ]*)(?P<quote>["'])""")
_QUOTED = {'"': regex(r'"(?:[^"\\]|\\.)*"'), "'": regex(r"'(?:[^']|'')*'")}
_OPENS_BRACKET = regex(r"""[ ]*(?:-[ ]+)*(?:[^\s"'{\[][^:{\[]{0,80}:[ ]+)?(?P<sign>[{\[])""")
_KEY_OR_ITEM = regex(r"[ ]*(?:-[ ]|[\w-]+:(?:[ ]|$))")
_COMMENT_IN_LIST = regex(r"[\[{, ](?=#\w)")


def in_brackets(stop: Stop) -> Problem:
    """A list or group between brackets that does not go on as it should."""
    began = stop.source.line(stop.began[0])
    comment = _COMMENT_IN_LIST.search(began, stop.began[1] - 1)
    if comment and stop.line > stop.began[0]:
        return hashtag(comment.end() + 1).problem(stop.source, stop.began[0])
    early = stop.glued() or closed_quote(stop)
    if early:
        return early
    opening = began[stop.began[1] - 1 : stop.began[1]]
    closing = "]" if opening == "[" else "}"
    indented = indent_of(stop.text) > indent_of(began)
    if stop.sign and stop.sign in "]}" and closing in stop.text[stop.column :]:
        return extra_bracket(stop)
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
        fix = say("Put double quotes around the text, or a comma in front of the next key.")
        return stop.here("colon", say("YAML takes the colon in this text for the end of a key."), fix, TRAP)
    return stop.here(
        "no-comma",
        say("There is no comma before this, although it stands between brackets."),
        say("Put a comma between the items, and double quotes around each text with signs in it."),
    )


def comment_above(stop: Stop) -> Problem | None:
    """A hashtag between brackets, on the line of the stop or the one above, that took their end with it."""
    for number in (stop.line, stop.line - 1):
        comment = _COMMENT_IN_LIST.search(stop.source.line(number))
        if comment:
            return hashtag(comment.end() + 1).problem(stop.source, number)
    return None


def closed_quote(stop: Stop) -> Problem | None:
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
    if any(_KEY_OR_ITEM.match(stop.source.line(number)) for number in range(opened[0] + 1, stop.line + 1)):
        return _open_quote(stop, opened)
    return _closes_early(stop, len(before), before[-1])


def _closes_early(stop: Stop, column: int, quote: str) -> Problem:
    return stop.at(
        (stop.line, column),
        "quote",
        say("The text goes on after its closing quote."),
        say(r"Write `\"` for every double quote inside the text, or put the text on the line below after `|`.")
        if quote == '"'
        else say("Write the apostrophe twice (`''`), or put the text between double quotes."),
        TRAP,
    )


def _last_quote_opened(stop: Stop) -> tuple[int, int] | None:
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


def closed_bracket(stop: Stop) -> Problem | None:
    """Something after a closing bracket: most often a text that starts with a placeholder."""
    before = stop.before.rstrip(" ")
    if not before.endswith(("}", "]")) or stop.sign in ("}", "]"):
        return None
    opening = _OPENS_BRACKET.match(before)
    if opening:
        return starts_with(opening["sign"], opening.start("sign") + 1).problem(stop.source, stop.line)
    return stop.here(
        "after-bracket",
        say("Something follows after the closing `{sign}`.", sign=before[-1]),
        say("Put it on a line of its own, or before the `{sign}`.", sign=before[-1]),
    )


def extra_bracket(stop: Stop) -> Problem:
    """A closing bracket without an opening one."""
    return stop.here(
        "extra-bracket",
        say("This `{sign}` closes nothing.", sign=stop.sign),
        say("Delete it, or put the text between double quotes."),
    )


def unclosed_quote(stop: Stop) -> Problem:
    """A quote that runs to the end of the file, placed where it opens."""
    return _open_quote(stop, stop.began)


def _open_quote(stop: Stop, opened: tuple[int, int]) -> Problem:
    line, column = opened
    return stop.at(
        opened,
        "unclosed-quote",
        say("The quote that opens here is never closed."),
        say("Write `{quote}` at the end of the text.", quote=stop.source.line(line)[column - 1 : column]),
    )
