"""A file to text: regular files only, at most 1 MiB, clean UTF-8."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from planbuilder.messages import Message, say
from planbuilder.source.problem import Problem
from planbuilder.source.tree import Span

MAX_BYTES = 1 << 20

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\t\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)"
)


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file; `file` is its name as people see it."""

    file: str
    text: str

    def line(self, number: int) -> str:
        """The line, counted from 1, without its end; empty past the end."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


def read(path: Path, file: str) -> Source | Problem:
    """The text of `path`, or why it cannot be read. Links and anything but regular files are never opened for reading."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if path.is_symlink():
            return _refuse(
                file, "link", say("This file is a link to another place."), say("Put the file itself in the plan's folder.")
            )
        return _refuse(
            file,
            "unreadable",
            say("This file cannot be opened ({reason}).", reason=error.strerror or ""),
            say("Check its permissions."),
        )
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return _refuse(
                file, "not-a-file", say("This is not an ordinary file."), say("Remove it from the plan's folder.")
            )
        if status.st_size > MAX_BYTES:
            return _too_large(file)
        with os.fdopen(os.dup(handle), "rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    finally:
        os.close(handle)
    return _too_large(file) if len(raw) > MAX_BYTES else decode(raw, file)


def decode(raw: bytes, file: str) -> Source | Problem:
    """Bytes to text; refuses what is not UTF-8 and every character that hides from the eye."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8")
        return _refuse(
            file,
            "encoding",
            say("This file is not written in UTF-8."),
            say("Save it again with the encoding UTF-8."),
            _span(file, good, len(good)),
        )
    found = _FORBIDDEN.search(text)
    if found is None:
        return Source(file, text)
    message, fix = unwanted(found.group()[0])
    return _refuse(file, "character", message, fix, _span(file, text, found.start()))


def unwanted_in(text: str) -> str | None:
    """The first character that a plan may not hold, also when an escape (`\\u202e`) brought it in."""
    found = _FORBIDDEN.search(text)
    return found.group()[0] if found else None


def unwanted(character: str) -> tuple[Message, Message]:
    """Why a character is refused, and what to do."""
    if character == "\t":
        return say("There is a tab here; YAML counts in spaces."), say("Replace the tab with spaces.")
    if character == "\ufeff":
        return (
            say("There is an invisible mark (BOM) here."),
            say("Save the file as UTF-8 without BOM."),
        )
    code = f"U+{ord(character):04X}"
    return (
        say("There is an invisible character here ({code}).", code=code),
        say("Delete it and type the text again."),
    )


def _span(file: str, text: str, offset: int) -> Span:
    start = text.rfind("\n", 0, offset) + 1
    return Span(file, text.count("\n", 0, offset) + 1, offset - start + 1)


def _too_large(file: str) -> Problem:
    return _refuse(
        file, "too-large", say("This file is larger than 1 MiB."), say("Split it into several files.")
    )


def _refuse(file: str, kind: str, message: Message, fix: Message, span: Span | None = None) -> Problem:
    return Problem(message, fix, kind, span=span or Span(file, 1, 1))
