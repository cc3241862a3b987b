"""A file to text: regular files only, at most 1 MiB, UTF-8."""

import os
import stat
from codecs import BOM_UTF8
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from planbuilder.messages import Message, say
from planbuilder.source.problem import Problem
from planbuilder.source.tree import Span

MAX_BYTES = 1 << 20

_DOCUMENTS = (b"{\\rtf", b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0")
"""How files start that word processors write: RTF is what TextEdit makes of a new text."""
_UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")


class Source(NamedTuple):
    """The text of one file, without the mark (BOM) that it may begin with; `file` is its name as people see it."""

    file: str
    text: str
    bom: bool = False

    def line(self, number: int) -> str:
        """The line, counted from 1, without its end; empty past the end."""
        lines = _lines(self.text)
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    def span(self, offset: int) -> Span:
        """The place of a character of the text, counted from 0."""
        start = self.text.rfind("\n", 0, offset) + 1
        return Span(self.file, self.text.count("\n", 0, offset) + 1, offset - start + 1)


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    """The lines of a file; reports ask for many of one file in a row."""
    return text.split("\n")


def read(path: Path, file: str) -> Source | Problem:
    """The text of `path`, or why it cannot be read. Links, devices and pipes are never opened."""
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            return _refuse(
                file,
                "link",
                say("This file is a link to another place."),
                say("Put the file itself in the plan's folder."),
            )
        if not stat.S_ISREG(status.st_mode):
            return _not_a_file(file)
        # Somebody may put a link or a pipe here between the two calls.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            status = os.fstat(handle)
            return decode(_bytes(handle, status.st_size), file) if stat.S_ISREG(status.st_mode) else _not_a_file(file)
        finally:
            os.close(handle)
    except OSError as error:
        return unreadable(file, error)


def _bytes(handle: int, size: int) -> bytes:
    """The bytes of a file of about that size, in bounds also when it grows; without the cost of a buffer."""
    raw = os.read(handle, min(size, MAX_BYTES) + 1)
    while len(raw) <= MAX_BYTES and (more := os.read(handle, 1 << 16)):
        raw += more
    return raw


def decode(raw: bytes, file: str) -> Source | Problem:
    """Bytes to text; refuses what is too long and what is not UTF-8."""
    if len(raw) > MAX_BYTES:
        return _refuse(file, "too-large", say("This file is larger than 1 MiB."), say("Split it into several files."))
    if raw.startswith(_DOCUMENTS):
        return _refuse(
            file,
            "document",
            say("This is a document of a word processor or a PDF, not a plain text."),
            say("Save it as plain text, with the encoding UTF-8."),
        )
    if _looks_like_utf16(raw):
        return _refuse(
            file,
            "encoding",
            say("This file is written in UTF-16, not in UTF-8."),
            say("Save it again with the encoding UTF-8."),
        )
    bom = raw.startswith(BOM_UTF8)  # Notepad writes it, and no web editor shows it
    raw = raw.removeprefix(BOM_UTF8)
    try:
        return Source(file, raw.decode("utf-8"), bom=bom)
    except UnicodeDecodeError as error:
        good = Source(file, raw[: error.start].decode("utf-8"))
        cut = error.reason == "unexpected end of data"
        return _refuse(
            file,
            "encoding",
            say("This file stops in the middle of a character: a part of it is missing.")
            if cut
            else say("This file is not written in UTF-8."),
            say("Get the whole file again.") if cut else say("Save it again with the encoding UTF-8."),
            good.span(len(good.text)),
        )


def unreadable(file: str, error: OSError) -> Problem:
    """The problem of a file or folder that the system does not open."""
    if isinstance(error, FileNotFoundError):
        message = say("This file is gone.")
    elif isinstance(error, PermissionError):
        message = say("There is no permission to open this.")
    else:
        message = say("This cannot be opened.")
    return _refuse(file, "unreadable", message, say("Check that it is there, and its permissions."))


def _looks_like_utf16(raw: bytes) -> bool:
    """A mark at the start, or a zero in every second place as Latin letters have them."""
    start = raw[:64]
    half = len(start) // 2
    return raw.startswith(_UTF16_STARTS) or (half > 0 and half in (start[::2].count(0), start[1::2].count(0)))


def _not_a_file(file: str) -> Problem:
    return _refuse(file, "not-a-file", say("This is not an ordinary file."), say("Remove it from the plan's folder."))


def _refuse(file: str, kind: str, message: Message, fix: Message, span: Span | None = None) -> Problem:
    return Problem(message, fix, kind, span=span or Span(file, 1, 1))
