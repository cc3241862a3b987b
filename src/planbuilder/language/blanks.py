"""The blanks of a text: `{name}`. `{{` and `}}` are literal braces; `{{word}}` is a blank left from another tool."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from planbuilder.messages import base_of
from planbuilder.patterns import regex

NO_DECLARATION = frozenset({"time", "next_update"})
"""Blanks that every plan knows."""

# `{{ name }}` is a template's blank; "`{{ and }}` are braces" is a sentence
_TOKEN = regex(
    r"(?P<left>\{\{(?!\s+(?:and|et|or|ou)\s)\s*[^\W\d][\w.-]*\s*\}\})|(?P<open>\{\{)|(?P<close>\}\})|\{(?P<name>[^{}\n]{1,64})\}|(?P<stray>[{}])"
)
_NAME = regex(r"[a-z0-9]+(?:[_-][a-z0-9]+)*", re.ASCII)

# plain spaces: a no-break space would make a text message Unicode, and nobody types one
_EXAMPLES = {
    "fr": {"time": "14 h", "next_update": "18 h"},
    "en": {"time": "2 pm", "next_update": "6 pm"},
}


class Blanks(NamedTuple):
    """The blanks of a text, each once and in order; what looks like a blank and is none; leftovers of other tools."""

    names: tuple[str, ...]
    malformed: tuple[str, ...]
    leftovers: tuple[str, ...]


@lru_cache(maxsize=4096)  # several checks ask it of the same texts
def blanks(text: str) -> Blanks:
    """Read the blanks of a text."""
    names: dict[str, None] = {}
    malformed: dict[str, None] = {}
    leftovers: dict[str, None] = {}
    for token in _TOKEN.finditer(text) if "{" in text or "}" in text else ():
        if token["left"]:
            leftovers[token[0]] = None
        elif token["name"] is not None:
            (names if _NAME.fullmatch(token["name"]) else malformed)[token["name"]] = None
        elif token["stray"]:
            malformed[token[0]] = None
    return Blanks(tuple(names), tuple(malformed), tuple(leftovers))


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text as published: blanks replaced by their values, literal braces single; a blank without value stays."""
    if "{" not in text and "}" not in text:
        return text
    return "".join(values.get(piece[1:-1], piece) if blank else piece for piece, blank in pieces(text))


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text as published, literal braces single, in pieces: each with whether it is a blank."""
    done = 0
    for token in _TOKEN.finditer(text):
        yield text[done : token.start()], False
        if token["open"] or token["close"]:
            yield token[0][0], False
        else:
            yield token[0], token["name"] is not None
        done = token.end()
    yield text[done:], False


def example_of(name: str, language: str) -> str | None:
    """The example of a blank that needs no declaration; English where the language has none of its own."""
    return _EXAMPLES.get(base_of(language), _EXAMPLES["en"]).get(name)
