"""What a built file says to whoever undoes its encodings: each view is one reading of it."""

import gzip
import json
import re
import zlib
from base64 import b64decode
from binascii import Error as NoBase64
from binascii import a2b_qp
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from io import BytesIO
from urllib.parse import unquote

from planbuilder.site.markup import Markup

_SEALED = (b"PK\x03\x04", b"%PDF", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"(\xb5/\xfd", b"Rar!")
_GZIP = b"\x1f\x8b"
_MAX_UNPACKED = 64 << 20
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}(?:\r?\n[ \t]?[A-Za-z0-9+/_-]{12,})*")
_QUOTED_PRINTABLE = re.compile(r"=(?:[0-9A-F]{2}|\r?\n)")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_STYLE_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")


class CannotLookInsideError(ValueError):
    """A file whose content cannot be searched: an archive, or one that is damaged."""


def page_views(html: str, page: Markup) -> Iterator[str]:
    """A page as read, its attributes and comments, and what is encoded in any of them."""
    text = page.text
    yield text
    values = "\n".join(page.values)
    yield values
    for shown in (text, values):
        yield from _decoded(shown, scripted="\\" in shown)
    if "\0" in html:
        yield from _wide(html.encode())


def file_views(name: str, content: bytes) -> Iterator[str]:
    """Any other file as typed and with its escapes undone.

    CannotLookInsideError where nobody can tell what it holds.
    """
    if name.endswith(".gz") or content.startswith(_GZIP):
        content = _unpacked(name, content)
    if content.startswith((*_SEALED, _GZIP)):
        raise CannotLookInsideError(name)
    if b"\0" in content:
        yield from _wide(content)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode("latin-1")
        yield text
        yield _from_base64(text)
        return
    yield text
    if name.endswith(".json"):
        text = "\n".join(_texts(_json(name, text)))
        yield text
    if "\n " in text or "\n\t" in text:
        unfolded = re.sub(r"\r?\n[ \t]", "", text)  # vCard and iCalendar fold their lines
        yield unfolded
        yield from _decoded(unfolded, scripted=True)
    yield from _decoded(text, scripted=not name.endswith(".json") and "\\" in text)


def _decoded(text: str, *, scripted: bool) -> Iterator[str]:
    """The readings that some program makes of a text. Most texts hold nothing to undo, and cost a look."""
    if scripted:
        yield _STYLE_ESCAPE.sub(_character, text)
        text = _unescaped(text)
        yield text
    for _ in range(2):  # a page in a page
        if "&" in text:
            text = unescape(text)
            yield text
    if "<" in text:
        yield re.sub(r"<[^<>]*>", "", text)
    if _PERCENT.search(text):
        yield unquote(text)
    if _QUOTED_PRINTABLE.search(text):
        yield a2b_qp(text.encode()).decode(errors="replace")
    yield _from_base64(text)


def _from_base64(text: str) -> str:
    """Whatever the long words of a text would be if they were base64."""
    return "\n".join(_word(word) for word in set(_BASE64.findall(text)))


@lru_cache(maxsize=4096)
def _word(word: str) -> str:
    """A word as base64, wherever in it a group of four begins."""
    signs = "".join(word.split()).translate(_STANDARD)
    found = []
    for start in range(4):
        whole = signs[start : start + (len(signs) - start) // 4 * 4]
        rest = signs[start + len(whole) :]
        padded = whole + (rest + "=" * (4 - len(rest)) if len(rest) > 1 else "")
        try:
            found.append(b64decode(padded))
        except (NoBase64, ValueError):
            continue
    return "\n".join(one.replace(b"\0", b"").decode(errors="ignore") for one in found)


_STANDARD = str.maketrans("-_", "+/")


def _wide(content: bytes) -> Iterator[str]:
    """Bytes as text of two bytes for each sign, from either end, beginning at either byte."""
    for start in (0, 1):
        for encoding in ("utf-16-le", "utf-16-be"):
            yield content[start:].decode(encoding, "ignore")
    yield content.replace(b"\0", b"").decode("latin-1")


def _unpacked(name: str, content: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=BytesIO(content)) as packed:
            unpacked = packed.read(_MAX_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise CannotLookInsideError(name) from error
    if len(unpacked) > _MAX_UNPACKED:
        raise CannotLookInsideError(name)
    return unpacked


def _json(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CannotLookInsideError(name) from error


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield str(key)
            yield from _texts(below)
    elif isinstance(value, list):
        for below in value:
            yield from _texts(below)
    else:
        yield str(value)


def _unescaped(text: str) -> str:
    """The escapes of scripts, style sheets, vCards and calendars undone."""
    text = re.sub(r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})", _character, text)
    return re.sub(r"\\([^\w\s])", r"\1", text)


def _character(escape: re.Match[str]) -> str:
    code = int(next(filter(None, escape.groups())), 16)
    return chr(code) if code < 0x110000 else escape[0]
