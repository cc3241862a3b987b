"""libyaml's complaints in words that a plan writer can act on."""

import re

import yaml

from planbuilder.messages import Message, say
from planbuilder.source.problem import SHAPE, Problem
from planbuilder.source.reading import Source
from planbuilder.source.tree import Span

TRAP = "PLAN-YAML-TRAP"

_QUOTE = say("Put the text between double quotes, or on the line below after `|`.")
_STARTS_BADLY = re.compile(r"""(?:^|:\s|-\s)\s*([{@`%\[])""")


def explain(source: Source, error: yaml.YAMLError) -> Problem:
    """The sentence for a syntax error, at the place where reading stopped."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    span = Span(source.file, line, column)
    words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    written = source.line(line)
    message, fix, check = _sentence(words, written, column)
    return Problem(message, fix, "trap" if check == TRAP else "syntax", span=span, check=check)


def _sentence(words: str, line: str, column: int) -> tuple[Message, Message, str]:
    if "mapping values are not allowed" in words:
        return say("YAML takes the colon in this text for the end of a key."), _QUOTE, TRAP
    if "cannot start any token" in words:
        return say("A text cannot start with `{sign}`.", sign=line[column - 1 : column]), _QUOTE, TRAP
    starts = _STARTS_BADLY.search(line)
    if starts:
        return say("A text cannot start with `{sign}`.", sign=starts.group(1)), _QUOTE, TRAP
    return (
        say("YAML cannot read this line."),
        say("Check its indentation, its quotes and its colons, and those of the line above."),
        SHAPE,
    )
