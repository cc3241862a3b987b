"""Edits to the text of a file: what is not meant stays as it was typed, down to the last space."""

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from planbuilder.patterns import regex


class CannotEdit(Exception):  # noqa: N818 - an outcome that the caller puts into words
    """There is no place where the text could be changed without changing anything else."""


def put_into_list(text: str, where: Sequence[str], key: str, entry: Mapping[str, str], same: str) -> str:
    """The text with `entry` in the list `key` of the mapping at `where`.

    The last item that has the same `same` as the entry takes its other values; where there is none the entry is added
    at the end, and the list too where there is none. Block or flow style, comments, quotes and line ends stay.
    CannotEdit where no such edit leaves everything else as it was. `text` must be one that `parse` reads.
    """
    root = _compose(text)
    wanted = _with_entry(_plain(root), where, key, entry, same)
    for candidate in _candidates(text, _at(root, where), key, entry, same):
        try:
            if _plain(_compose(candidate)) == wanted:
                return candidate
        except yaml.YAMLError:
            continue
    raise CannotEdit


def in_braces(entry: Mapping[str, str]) -> str:
    """The entry on one line, `{by: camille, date: 2026-11-21}`; quoted where another program would read a number."""
    return f"{{{', '.join(f'{key}: {_quoted(value)}' for key, value in entry.items())}}}"


# What YAML 1.1 or 1.2 take for a number, a truth value or nothing when it stands without quotes.
_NOT_TEXT = regex(
    r"[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d+)?|0[bxo][\da-f_]+|y|n|yes|no|on|off|true|false|null|~|"
    r"[-+]?\.(?:inf|nan)|",
    re.IGNORECASE,
)
_PLAIN = regex(r"\w[\w./+-]*")


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value) and not _NOT_TEXT.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _compose(text: str) -> Any:
    return yaml.compose(text, Loader=yaml.CSafeLoader)  # depth and size were bounded when the plan was read


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _at(node: Any, where: Sequence[str]) -> Any:
    for key in where:
        node = next(value for name, value in node.value if name.value == key)
    return node


def _with_entry(data: Any, where: Sequence[str], key: str, entry: Mapping[str, str], same: str) -> Any:
    """What the text must say after the edit."""
    data = copy.deepcopy(data)
    place = data
    for name in where:
        place = place[name]
    items = place.setdefault(key, [])
    old = next((item for item in reversed(items) if item.get(same) == entry[same]), None)
    if old is None:
        items.append(dict(entry))
    else:
        old.update(entry)
    return data


def _candidates(text: str, node: Any, key: str, entry: Mapping[str, str], same: str) -> Iterator[str]:
    """The text with the edit, in the places where it may stand, the best first."""
    items = next((value for name, value in node.value if name.value == key), None)
    if items is None:
        yield from _with_list(text, node, key, in_braces(entry))
        return
    old = next((item for item in reversed(items.value) if _plain(item).get(same) == entry[same]), None)
    if old is not None:
        yield _with_values(text, old, entry)
    elif items.flow_style:
        yield _with_flow_item(text, items, in_braces(entry))
    else:
        line = f"{' ' * items.start_mark.column}- {in_braces(entry)}"
        yield _with_lines(text, _end(text, items), [line])


def _with_values(text: str, item: Any, entry: Mapping[str, str]) -> str:
    """Replace the values of an item that are not yet those of the entry."""
    for name, value in reversed(item.value):
        if value.value != entry.get(name.value, value.value):
            text = text[: value.start_mark.index] + _quoted(entry[name.value]) + text[value.end_mark.index :]
    return text


def _with_flow_item(text: str, items: Any, written: str) -> str:
    if not items.value:
        place = items.start_mark.index + 1
        return text[:place] + written + text[place:]
    place = _end(text, items.value[-1])
    return f"{text[:place]}, {written}{text[place:]}"


def _with_list(text: str, node: Any, key: str, written: str) -> Iterator[str]:
    if node.flow_style:
        place = _end(text, node.value[-1][1])
        yield f"{text[:place]}, {key}: [{written}]{text[place:]}"
        return
    indent = " " * node.start_mark.column
    lines = [f"{indent}{key}:", f"{indent}  - {written}"]
    yield _with_lines(text, _end(text, node), lines)
    # After a text that keeps its blank lines to the end (`|+`) nothing can be added without changing it.
    last_key = node.value[-1][0].start_mark.index
    line_end = _line_end(text)
    yield (
        text[:last_key]
        + line_end.join(line.lstrip() if line is lines[0] else line for line in lines)
        + (line_end + indent + text[last_key:])
    )


def _with_lines(text: str, end: int, lines: Sequence[str]) -> str:
    """Add lines below the line on which the character before `end` stands."""
    found = text.find("\n", end)
    place = len(text) if found < 0 else found - (text[found - 1] == "\r")
    line_end = _line_end(text)
    return text[:place] + "".join(line_end + line for line in lines) + text[place:]


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _end(text: str, node: Any) -> int:
    """Where the last sign of a node stands; libyaml ends a block only where the next thing begins."""
    if not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return max(_end(text, last[0]), _end(text, last[1])) if isinstance(last, tuple) else _end(text, last)
    return len(text[: node.end_mark.index].rstrip())
