"""What was found in plans before: a plan that has not changed is not checked again.

An outcome is kept under a key of all that it was made from: every file of the plan, the profile, the program, the
packages around it. It holds on the day for which it was made. It is kept in the user's own cache folder, never beside
the plan: no repository brings its own verdict along. Whatever cannot be kept or read is checked as if there were none.
"""

import os
import pickle
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from planbuilder import __version__
from planbuilder.commands._today import today_in
from planbuilder.digest import sha256
from planbuilder.findings import Profile
from planbuilder.outcome import Outcome
from planbuilder.source import PlanFolder, Source, read

FOLDER = "PLANBUILDER_CACHE_DIR"
"""The environment variable that names another folder; empty, nothing is kept."""

MOST = 2_000
"""Outcomes that are kept; beyond, the oldest half goes."""


class Cache(NamedTuple):
    """The outcomes kept in a folder, for a profile (None: each plan's own) and with or without standings."""

    folder: Path
    profile: Profile | None
    standings: bool

    def key(self, plan: PlanFolder) -> str | None:
        """What a plan's outcome is kept under; None where a file of it cannot be read."""
        if plan.problems or not plan.files:
            return None
        sources = (read(Path(file), file) for file in plan.files)
        return self.key_of(plan, sources)

    def key_of(self, plan: PlanFolder, sources: Iterable[Source | object]) -> str | None:
        """The key of a plan with these files, as they were read."""
        asked = (_program(), self.profile or "", self.standings, plan.name, plan.path, plan.files)
        digest = sha256(repr(asked).encode("utf-8", "surrogatepass"))
        for source in sources:
            if not isinstance(source, Source):
                return None
            text = source.text.encode("utf-8", "surrogatepass")
            digest.update(f"{source.file}\0{len(text)}\0".encode("utf-8", "surrogatepass"))
            digest.update(text)
        return digest.hexdigest()

    def find(self, key: str, today: date | None) -> Outcome | None:
        """The outcome kept under a key, where it was made for `today`: that of the plan's time zone, if None."""
        try:
            with (self.folder / key).open("rb") as file:
                zone, outcome = _Reader(file).load()
        except Exception:  # whatever is wrong with it, the plan can still be checked
            return None
        if not isinstance(outcome, Outcome):
            return None
        return outcome if outcome.today == (today or today_in(zone)) else None

    def keep(self, key: str, zone: str | None, outcome: Outcome) -> None:
        """Keep an outcome; nothing happens where that is not possible."""
        part = self.folder / f"{key}.{os.getpid()}"
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(part, "wb", opener=_for_its_owner) as file:
                pickle.dump((zone, outcome), file, protocol=5)
            part.replace(self.folder / key)

    def tidy(self) -> None:
        """Let the oldest outcomes go where there are too many."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            kept = [(entry.stat().st_mtime_ns, entry.path) for entry in entries]
            for _, path in sorted(kept)[: len(kept) - MOST // 2] if len(kept) > MOST else ():
                Path(path).unlink(missing_ok=True)


def opened(profile: Profile | None, *, standings: bool) -> Cache | None:
    """The cache of the person who runs the program; None where it is switched off, or belongs to somebody else."""
    named = os.environ.get(FOLDER)
    if named == "":
        return None
    folder = Path(named) if named else _usual_folder()
    if folder is None or not _is_ours(folder):
        return None
    return Cache(folder, profile, standings)


def _usual_folder() -> Path | None:
    above = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):  # no home
        return (Path(above) if above else Path.home() / ".cache") / "planbuilder"
    return None


def _is_ours(folder: Path) -> bool:
    """Whether nobody else may write there: what is read from it decides whether a plan passes."""
    try:
        status = folder.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return sys.platform == "win32" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@cache
def _program() -> tuple[object, ...]:
    """The program as it is: its version and files, the interpreter, the folders that hold other packages.

    Installing or removing a package changes its folder; checks of one's own come as packages.
    """
    folders = tuple((folder, _changed(folder or ".")) for folder in sys.path)
    return (__version__, sys.version, tuple(_files(os.path.dirname(os.path.dirname(__file__)))), folders)  # noqa: PTH120


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """Every file of the package, with its size and the time of its last change."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns


def _changed(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - a path object for each takes longer than the answer
    except OSError:
        return 0


class _Reader(pickle.Unpickler):
    """Reads outcomes and nothing else: classes of ours, and dates."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if "." not in name else None
        ours = module.startswith("planbuilder.") and getattr(found, "__module__", "").startswith("planbuilder.")
        if isinstance(found, type) and (ours or found.__module__ == "datetime"):
            return found
        raise pickle.UnpicklingError(name)
