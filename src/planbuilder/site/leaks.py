"""Values that an edition must not show, looked for in everything that was built."""

import gzip
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from planbuilder.site.markup import Markup
from planbuilder.source import Where

_SEALED = (b"PK\x03\x04", b"%PDF", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ")
_MAX_UNPACKED = 64 << 20
_GAP = r"[\s.()/_\u2010-\u2015\u00ad\u200b-\u200d\u2060\ufeff-]{0,4}"
_DIGITS = re.compile(rf"\d(?:{_GAP}\d){{5,}}")
_SHORT = 6
_NUMBER = 8
"""So many last digits of a phone number are the same in the national and the international form."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d)?", re.ASCII)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


class CannotLookInsideError(ValueError):
    """A file whose content cannot be searched: an archive, or one that is damaged."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What must not be found: texts in one plain form, and the last digits of numbers."""

    texts: tuple[tuple[str, Where], ...]
    numbers: tuple[tuple[str, Where], ...]

    def __bool__(self) -> bool:
        return bool(self.texts or self.numbers)

    def found_in(self, views: Iterable[str]) -> set[Where]:
        """The addresses of the hidden values that stand in any of the views of a file."""
        found: set[Where] = set()
        for view in views:
            plain = _plain(view)
            found.update(where for text, where in self.texts if text in plain and _stands_alone(text, plain))
            if self.numbers:
                digits = " ".join(re.sub(r"\D", "", run) for run in _DIGITS.findall(view))
                found.update(where for number, where in self.numbers if number in digits)
        return found


def watch(hidden: Iterable[tuple[Where, str]]) -> Watch:
    """What to look for, given the values that an edition must not show, as typed, and their addresses."""
    texts, numbers = [], []
    for where, typed in hidden:
        digits = re.sub(r"\D", "", typed)
        if len(digits) >= _NUMBER and len(digits) * 2 >= len(typed) and not _DATE.fullmatch(typed):
            numbers.append((digits[-_NUMBER:], where))
        elif _is_telling(typed):
            texts.append((_plain(typed), where))
    return Watch(tuple(texts), tuple(numbers))


def _is_telling(typed: str) -> bool:
    """Whether a text gives something away by itself: a date, an id or a word or two of everyday language do not."""
    if _DATE.fullmatch(typed) or _ID.fullmatch(typed):
        return False
    return bool(re.search(r"[\d@/#+_]", typed)) or len(typed.split()) > 2


def _plain(text: str) -> str:
    """One form for all ways to write a text: width, case, blanks and invisible signs do not count."""
    if not text.isascii():
        text = re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", unicodedata.normalize("NFKC", text))
    return " ".join(text.casefold().split())


def _stands_alone(text: str, view: str) -> bool:
    """Short texts are part of many words; they count only by themselves."""
    return len(text) >= _SHORT or re.search(rf"(?<!\w){re.escape(text)}(?!\w)", view) is not None


def page_views(html: str, page: Markup) -> Iterator[str]:
    """A page as typed, as read, and its attributes and comments."""
    yield html
    yield page.text
    values = "\n".join(page.values)
    yield values
    if "%" in values:
        yield unquote(values)


def file_views(name: str, content: bytes) -> Iterator[str]:
    """Any other file as typed and with its escapes undone.

    CannotLookInsideError where nobody can tell what it holds.
    """
    if name.endswith(".gz") or content.startswith(b"\x1f\x8b"):
        content = _unpacked(name, content)
    if content.startswith(_SEALED):
        raise CannotLookInsideError(name)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        yield content.decode("latin-1")
        return
    yield text
    if name.endswith(".json"):
        text = "\n".join(_texts(_json(name, text)))
        yield text
    elif "\\" in text:
        text = _unescaped(text)
        yield text
    if "&" in text:
        text = unescape(text)
        yield text
        yield re.sub(r"<[^<>]*>", "", text)
    if "%" in text:
        yield unquote(text)
    if "\n " in text or "\n\t" in text:
        yield re.sub(r"\r?\n[ \t]", "", text)  # vCard and iCalendar fold their lines


def _unpacked(name: str, content: bytes) -> bytes:
    try:
        unpacked = gzip.decompress(content)
    except (OSError, EOFError) as error:
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
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code < 0x110000 else escape[0]
