"""What a YAML file says, and where it says it.

A scalar is the text that was typed (`None` where nothing was typed). A mapping and a list know the file they were
written in and the place of each of their keys and values; everybody else speaks `Where`, a path of keys.
"""

from collections.abc import Iterator
from collections.abc import Sequence as AbstractSequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_LONGEST_PLACE = 9
"""Digits of a place in a list: Python refuses to read numbers without end."""


class Where(tuple[str | int, ...]):
    """An address in the plan: the keys and list positions from its root. `Where() / "roles" / "legal"`."""

    __slots__ = ()

    def __truediv__(self, key: str | int) -> "Where":
        return Where((*self, key))

    def __str__(self) -> str:
        """Dotted, as in waivers and reports: `escalation.alert.steps[1].wait`."""
        out = ""
        for key in self:
            out += f"[{key}]" if isinstance(key, int) else f".{key}" if out else key
        return out

    def within(self, other: AbstractSequence[str | int]) -> bool:
        """Whether this address is `other` or lies below it."""
        return self[: len(other)] == tuple(other)

    @classmethod
    def parse(cls, dotted: str) -> "Where":
        """The address that `str` writes; a key with a dot or a bracket in it is not met in plans."""
        keys: list[str | int] = []
        for part in dotted.split("."):
            name, *positions = part.replace("]", "").split("[")
            keys += [name] if name else []
            keys += [int(p) if len(p) <= _LONGEST_PLACE and p.isascii() and p.isdecimal() else p for p in positions]
        return cls(keys)


class LinesOf(NamedTuple):
    """In a sentence of a finding: the lines of the file on which an entry stands; whoever knows the files says them."""

    where: Where


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: `line` and `column` count from 1, in characters."""

    file: str
    line: int
    column: int


class Mark:
    """What the tree keeps of a YAML mark: any object with `line` and `column` counted from 0."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


class Mapping(dict[str, Any]):
    """Keys to values, in the order typed; `marks` gives for each key the marks of key and value."""

    __slots__ = ("file", "files", "marks")

    def __init__(self, file: str) -> None:
        self.file = file
        self.marks: dict[str, tuple[Any, Any]] = {}
        self.files: dict[str, str] | None = None
        """Where the keys come from several files: the file of each key."""

    def place(self, key: str, *, value: bool = False) -> Span:
        """Where `key` was typed, or its value."""
        mark = self.marks[key][value]
        return Span(self.files[key] if self.files else self.file, mark.line + 1, mark.column + 1)


class Sequence(list[Any]):
    """Items in the order typed; `marks` gives the mark of each."""

    __slots__ = ("file", "files", "marks")

    def __init__(self, file: str) -> None:
        self.file = file
        self.marks: list[Any] = []
        self.files: list[str] | None = None

    def place(self, position: int) -> Span:
        """Where the item was typed."""
        mark = self.marks[position]
        return Span(self.files[position] if self.files else self.file, mark.line + 1, mark.column + 1)


Value = str | Mapping | Sequence | None


def span(root: Mapping, where: AbstractSequence[str | int], *, value: bool = False) -> Span | None:
    """The place of an address: its key, or its value; for a missing thing its nearest existing ancestor's key.

    None for the root of a plan that holds nothing.
    """
    node: Value = root
    found: Span | None = None
    last = len(where) - 1
    for depth, key in enumerate(where):
        if isinstance(node, Mapping) and key in node:
            found = node.place(str(key), value=value and depth == last)
            node = node[str(key)]
        elif isinstance(node, Sequence) and isinstance(key, int) and 0 <= key < len(node):
            found = node.place(key)
            node = node[key]
        else:
            break
    return found


def last_line(node: Value) -> int:
    """The last line, from 1, on which something of a mapping or a list begins; 0 for what holds nothing."""
    if isinstance(node, Mapping):
        begun = (max(key.line, value.line) + 1 for key, value in node.marks.values())
        return max((*begun, *(last_line(below) for below in node.values())), default=0)
    if isinstance(node, Sequence):
        return max((*(mark.line + 1 for mark in node.marks), *(last_line(below) for below in node)), default=0)
    return 0


def look(root: Value, where: AbstractSequence[str | int]) -> Value:
    """The value at an address; None where there is none."""
    node = root
    for key in where:
        if isinstance(node, Mapping) and isinstance(key, str):
            node = node.get(key)
        elif isinstance(node, Sequence) and isinstance(key, int) and 0 <= key < len(node):
            node = node[key]
        else:
            return None
    return node


def scalars(node: Value, where: Where | None = None) -> Iterator[tuple[Where, str]]:
    """Every text in the tree with its address, in order."""
    where = Where() if where is None else where
    if isinstance(node, str):
        yield where, node
    elif isinstance(node, Mapping):
        for key, below in node.items():
            yield from scalars(below, where / key)
    elif isinstance(node, Sequence):
        for position, below in enumerate(node):
            yield from scalars(below, where / position)


def texts_by_key(node: Value) -> list[tuple[str, str]]:
    """Every text in the tree with the last key above it, in order: quicker than `scalars`, without addresses."""
    texts: list[tuple[str, str]] = []
    _gather(node, "", texts)
    return texts


def _gather(node: Value, key: str, texts: list[tuple[str, str]]) -> None:
    if isinstance(node, str):
        texts.append((key, node))
        return
    below = node.items() if isinstance(node, Mapping) else ((key, one) for one in node or ())
    for name, held in below:
        if isinstance(held, str):  # most of them: a call for each would take half of the time
            texts.append((name, held))
        elif held is not None:
            _gather(held, name, texts)
