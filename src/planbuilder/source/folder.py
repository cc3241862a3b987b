"""Which files make a plan."""

import os
from dataclasses import dataclass
from pathlib import Path

from planbuilder.messages import say
from planbuilder.source.problem import Problem
from planbuilder.source.tree import Span

MAX_FILES = 5_000
MAX_FOLDERS_DEEP = 20
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class PlanFolder:
    """One plan: its name (of the folder), where it is, its files in order of path, and what is wrong with the tree."""

    name: str
    path: Path
    files: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def find_plans(path: Path) -> list[PlanFolder]:
    """The plan in `path`, or the plans in its subfolders.

    A folder with YAML files of its own is one plan with all that lies below it. A folder without is a folder of
    plans: each visible subfolder is one, also when it holds no file. None where there is nothing at all.
    """
    if _has_yaml(path):
        return [_gather(path)]
    with os.scandir(path) as entries:
        below = sorted(e.name for e in entries if e.is_dir(follow_symlinks=False) and not e.name.startswith("."))
    return [_gather(path / name) for name in below]


def _has_yaml(path: Path) -> bool:
    with os.scandir(path) as entries:
        return any(e.name.endswith(ENDINGS) and not e.name.startswith(".") for e in entries)


def _gather(root: Path) -> PlanFolder:
    files: list[str] = []
    problems: list[Problem] = []
    waiting = [(root, 0)]
    while waiting:
        folder, depth = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if depth >= MAX_FOLDERS_DEEP:
                        problems.append(_too_deep(entry.path))
                    else:
                        waiting.append((Path(entry.path), depth + 1))
                elif entry.name.endswith(ENDINGS):
                    files.append(entry.path)
    files.sort()
    if len(files) > MAX_FILES:
        problems.append(_too_many(str(root)))
        files = files[:MAX_FILES]
    return PlanFolder(root.resolve().name, root, tuple(files), tuple(problems))


def _too_deep(file: str) -> Problem:
    return Problem(
        say("The folders of this plan are nested more than {count} levels deep.", count=MAX_FOLDERS_DEEP),
        say("Move the files up."),
        "too-deep",
        span=Span(file, 1, 1),
    )


def _too_many(file: str) -> Problem:
    return Problem(
        say("This plan has more than {count} files.", count=MAX_FILES),
        say("Check that you named the right folder."),
        "too-many",
        span=Span(file, 1, 1),
    )
