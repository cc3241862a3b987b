"""Which files make a plan."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from planbuilder.messages import Message, say
from planbuilder.source.characters import unwanted_at, visible
from planbuilder.source.problem import Problem
from planbuilder.source.reading import unreadable
from planbuilder.source.tree import Span

MAX_FILES = 5_000
MAX_ENTRIES = 50_000
"""Files of any kind: a home folder named by mistake must not be read to its end."""
MAX_FOLDERS_DEEP = 20
MAX_TOTAL_BYTES = 20 << 20
ENDINGS = (".yaml", ".yml")
"""Of the files that are read, in small or capital letters; hidden files and all others are left alone."""
NEARLY = tuple(f"{ending}.txt" for ending in ENDINGS)
"""What simple editors make of these endings, and file browsers hide."""


_Of = TypeVar("_Of")


def as_they_were(older: Mapping[str, _Of], names: Sequence[str]) -> Mapping[str, _Of]:
    """What is known of older copies of plans, by the names that the plans have now.

    One plan is itself, whatever its folder was called; of several each is what has its name.
    """
    return dict(zip(names, older.values(), strict=True)) if len(older) == len(names) == 1 else older


class PlanFolder(NamedTuple):
    """One plan: its name (of the folder), where it is, its files in order of path, what is wrong with the tree."""

    name: str
    path: Path
    files: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def find_plans(path: Path) -> list[PlanFolder]:
    """The plan in `path`, or the plans in its subfolders.

    A folder with YAML files of its own is one plan with all that lies below it. A folder without is a folder of
    plans: each visible subfolder is one, also when it holds no file. None where there is nothing at all.
    OSError where `path` is not a folder that can be listed.
    """
    with os.scandir(path) as entries:
        visible_entries = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
    if any(is_yaml(e.name) and not e.is_dir(follow_symlinks=False) for e in visible_entries):
        return [_Gathering(path).plan()]
    plans = []
    for entry in visible_entries:
        if entry.is_symlink():
            if _hides_something(entry):
                plans.append(PlanFolder(visible(entry.name), Path(entry.path), (), (_link(entry.path),)))
        elif entry.is_dir():
            plans.append(_Gathering(Path(entry.path)).plan())
    return plans


class _Gathering:
    """One walk through the folders of a plan, in bounds."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: list[str] = []
        self.problems: dict[tuple[str, str], Problem] = {}
        self.bytes = 0
        self.entries = 0
        self.waiting = [(os.fspath(root), 0)]

    def plan(self) -> PlanFolder:
        if _cannot_be_shown(self.root.name):
            self._add(_odd_name(os.fspath(self.root)))
        while self.waiting:
            folder, depth = self.waiting.pop()
            try:
                with os.scandir(folder) as entries:
                    for entry in entries:
                        self._take(entry, depth)
                        if self._is_out_of_bounds():
                            break
            except OSError as error:
                self._add(unreadable(folder, error))
        problems = sorted(self.problems.values(), key=lambda p: (p.span is not None, p.span))
        return PlanFolder(visible(self.root.resolve().name), self.root, tuple(sorted(self.files)), tuple(problems))

    def _take(self, entry: os.DirEntry[str], depth: int) -> None:
        self.entries += 1
        if entry.name.startswith("."):
            return
        yaml = is_yaml(entry.name)
        if entry.is_symlink():
            if yaml or _hides_something(entry):
                self._add(_link(entry.path))
        elif not yaml and not entry.is_dir():
            if entry.name.lower().endswith(NEARLY):
                self._add(_not_read(entry.path))
        elif _cannot_be_shown(entry.name):
            self._add(_odd_name(entry.path))
        elif not yaml:
            self._enter(entry.path, depth + 1)
        elif entry.is_dir():
            self._add(_folder_like_a_file(entry.path))
        else:
            self.files.append(entry.path)
            self.bytes += entry.stat(follow_symlinks=False).st_size

    def _enter(self, folder: str, depth: int) -> None:
        if depth > MAX_FOLDERS_DEEP:
            self._add(_too_deep(os.fspath(self.root)))
        else:
            self.waiting.append((folder, depth))

    def _is_out_of_bounds(self) -> bool:
        """Beyond a bound no file is read at all: which ones fit would hang on the order of the disk."""
        root = os.fspath(self.root)
        if len(self.files) > MAX_FILES:
            self._add(_too_many(root, MAX_FILES))
        elif self.entries > MAX_ENTRIES:
            self._add(_too_many(root, MAX_ENTRIES))
        elif self.bytes > MAX_TOTAL_BYTES:
            self._add(_too_large(root))
        else:
            return False
        self.files.clear()
        self.waiting.clear()
        return True

    def _add(self, problem: Problem) -> None:
        assert problem.span is not None
        self.problems[problem.kind, problem.span.file] = problem


def is_yaml(name: str) -> bool:
    """Whether a file of this name is one that plans are written in."""
    return name.lower().endswith(ENDINGS)


def _cannot_be_shown(name: str) -> bool:
    return unwanted_at(name) is not None or "\n" in name or "\r" in name


def _hides_something(link: os.DirEntry[str]) -> bool:
    """Whether a link may stand for a folder of plans: it does, or leads nowhere."""
    try:
        return not link.is_file()
    except OSError:
        return True


def _link(file: str) -> Problem:
    return _refuse(
        file,
        "link",
        say("This is a link to another place."),
        say("Put the files themselves in the plan's folder."),
    )


def _odd_name(file: str) -> Problem:
    return _refuse(
        file,
        "file-name",
        say("The name of this file or folder holds a character that cannot be shown."),
        say("Rename it with letters, digits, hyphens and dots."),
    )


def _folder_like_a_file(file: str) -> Problem:
    return _refuse(
        file,
        "not-a-file",
        say("This is a folder, although its name ends like that of a file."),
        say("Rename the folder without `.yaml`."),
    )


def _not_read(file: str) -> Problem:
    name = visible(Path(file).stem)
    return _refuse(
        file,
        "file-name",
        say("This file is not read: its name ends in `.txt`."),
        say("Rename it `{name}`, or remove it.", name=name),
    )


def _too_deep(file: str) -> Problem:
    return _refuse(
        file,
        "too-deep",
        say("The folders of this plan are nested more than {count} levels deep.", count=MAX_FOLDERS_DEEP),
        say("Move the files up."),
    )


def _too_many(file: str, count: int) -> Problem:
    return _refuse(
        file,
        "too-many",
        say("This plan has more than {count} files.", count=count),
        say("Check that you named the right folder."),
    )


def _too_large(file: str) -> Problem:
    return _refuse(
        file,
        "too-large",
        say("The files of this plan hold more than 20 MiB together."),
        say("Check that you named the right folder."),
    )


def _refuse(file: str, kind: str, message: Message, fix: Message) -> Problem:
    return Problem(message, fix, kind, span=Span(_shown(file), 1, 1))


def _shown(path: str) -> str:
    return os.fspath(Path(*(visible(part) for part in Path(path).parts)))
