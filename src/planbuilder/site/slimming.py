"""A built page without the references that only Markdown needed, and without blank space that nobody sees."""

import re
from collections.abc import Container

_LEFT_ALONE = re.compile(r"<(script|style|pre|textarea)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_VALUE = re.compile(r"""=(?:"([^"]*)"|'[^']*')""")
_REFERENCE = re.compile(r"&(?:#(\d{2,3})|#x27|quot);")
_EMPTY_LINES = re.compile(r"\n\s*\n")
_BLOCK = r"</?(?:article|aside|d[dlt]|details|div|h[1-6]|li|[ou]l|p|section|t(?:able|head|body|[drh]))\b[^<>]*>"
_AT_AN_EDGE = re.compile(rf"\n(?={_BLOCK})|({_BLOCK})\n(?=<)")
"""A new line beside the edge of a block: browsers show none there. No style of ours sets one of these in a line."""
_PLAIN = frozenset("!#$%()*+,-./:;?@[]^_{|}~")
"""Signs that mean nothing to HTML, in a text or in a quoted value; they are references for the sake of Markdown."""
_QUOTES = frozenset("\"'")
"""They mean nothing in a text, and one of them nothing in a value between the other."""
_NAMED = {"&#x27;": "'", "&quot;": '"'}


def slim(html: str) -> str:
    """The page with fewer bytes, which reads and behaves as before."""
    slimmed, done = [], 0
    for whole in _LEFT_ALONE.finditer(html):
        slimmed += [_slimmed(html[done : whole.start()]), whole[0]]
        done = whole.end()
    return "".join([*slimmed, _slimmed(html[done:])])


def _slimmed(html: str) -> str:
    slimmed, done = [], 0
    for tag in _TAG.finditer(html):
        slimmed += [_text(html[done : tag.start()]), _VALUE.sub(_value, tag[0])]
        done = tag.end()
    return _AT_AN_EDGE.sub(r"\1", "".join([*slimmed, _text(html[done:])]))


def _text(html: str) -> str:
    return _EMPTY_LINES.sub("\n", _signs(html, _QUOTES))


def _value(attribute: re.Match[str]) -> str:
    """A value between the quotes that need fewer references: data are full of the double ones."""
    value: str | None = attribute[1]
    if value is None:
        return attribute[0]
    outer, inner = ("'", '"') if "&#34;" in value and "'" not in value else ('"', "'")
    return f"={outer}{_signs(value, inner)}{outer}"


def _signs(html: str, quotes: Container[str]) -> str:
    """Text with its references as plain signs, where those mean nothing; quotes only where they are among `quotes`."""

    def sign(reference: re.Match[str]) -> str:
        meant = chr(int(reference[1])) if reference[1] else _NAMED[reference[0]]
        return meant if meant in _PLAIN or meant in quotes else reference[0]

    return _REFERENCE.sub(sign, html) if "&" in html else html
