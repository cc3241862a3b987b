"""Many files, one plan."""

from collections.abc import Collection, Iterable

from planbuilder.messages import say
from planbuilder.source.masking import shown_key
from planbuilder.source.problem import Problem
from planbuilder.source.tree import Mapping, Sequence, Value, Where


def merge(files: Iterable[Mapping], maps: Collection[str], lists: Collection[str]) -> tuple[Mapping, list[Problem]]:
    """Put the sections of the files together, in the order given.

    Sections in `maps` join by id, those in `lists` are appended, and one of these that is empty in one file takes
    nothing away from another; every other section stands in one file. A section or id written twice is a problem
    that names both places; the first one is kept.
    """
    whole = Mapping("")
    whole.files = {}
    problems: list[Problem] = []
    for file in files:
        for section, value in file.items():
            known = whole.get(section)
            joins = section in maps or section in lists
            if section not in whole or (joins and known is None):
                whole[section] = _start(section, value, maps, lists)
                whole.marks[section] = file.marks[section]
                whole.files[section] = file.file
            elif joins and value is None:
                continue
            elif section in maps and isinstance(value, Mapping) and isinstance(known, Mapping):
                problems += _join(known, value, section)
            elif section in lists and isinstance(value, Sequence) and isinstance(known, Sequence):
                _append(known, value)
            else:
                problems.append(_twice(section, whole, file, Where()))
    return whole, problems


def _start(section: str, value: Value, maps: Collection[str], lists: Collection[str]) -> Value:
    """The section as later files may add to it."""
    if section in maps and isinstance(value, Mapping):
        return _start_map(value)
    if section in lists and isinstance(value, Sequence):
        return _start_list(value)
    return value


def _start_map(value: Mapping) -> Mapping:
    start = Mapping(value.file)
    start.files = {}
    _ = _join(start, value, "")
    return start


def _start_list(value: Sequence) -> Sequence:
    start = Sequence(value.file)
    start.files = []
    _append(start, value)
    return start


def _join(into: Mapping, value: Mapping, section: str) -> list[Problem]:
    assert into.files is not None
    problems = []
    for key, entry in value.items():
        if key in into:
            problems.append(_twice(key, into, value, Where((section,))))
        else:
            into[key] = entry
            into.marks[key] = value.marks[key]
            into.files[key] = value.file
    return problems


def _append(into: Sequence, value: Sequence) -> None:
    assert into.files is not None
    into.extend(value)
    into.marks.extend(value.marks)
    into.files.extend([value.file] * len(value))


def _twice(key: str, first: Mapping, second: Mapping, below: Where) -> Problem:
    there = first.place(key)
    return Problem(
        say(
            "`{key}` is written twice: first in {file}, line {line}.",
            key=shown_key(key),
            file=there.file,
            line=str(there.line),
        ),
        say("Keep one of the two."),
        "duplicate-key",
        where=below / key,
        span=second.place(key),
    )
