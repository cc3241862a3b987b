"""One build at a time for each output."""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from planbuilder.messages import say
from planbuilder.site.outcome import CannotBuild

LOCK = "planbuilder-is-building-here"
"""The file that marks a work folder as ours; whoever holds its lock may write in the folder."""

_held: set[int] = set()


class Lock:
    """A folder of our own, held by one process until it is left or killed. Nothing remains of it then."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / LOCK
        self._descriptor = -1

    def __enter__(self) -> Self:
        while not self._taken():
            pass  # the holder before us removed the folder while we opened it
        return self

    def _taken(self) -> bool:
        self._make_folder()
        try:
            descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except FileNotFoundError:
            return False
        try:
            _lock(descriptor)
            same = os.path.samestat(os.fstat(descriptor), self._file.stat())
        except FileNotFoundError:
            same = False
        except BlockingIOError:
            os.close(descriptor)
            raise CannotBuild(
                say("Another build is running for the same output folder."),
                say("Wait until it has ended, then build again."),
            ) from None
        if same:
            self._descriptor = descriptor
            _held.add(descriptor)
        else:
            os.close(descriptor)
        return same

    def _make_folder(self) -> None:
        """The folder holds drafts of every edition: nobody else may look into it."""
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._folder.mkdir(mode=0o700)
        except FileExistsError:
            if not self._is_ours():
                raise CannotBuild(
                    say("The folder {folder} is in the way: planbuilder did not write it.", folder=str(self._folder)),
                    say("Move it away, then build again."),
                ) from None

    def _is_ours(self) -> bool:
        if self._folder.is_symlink():
            return False
        try:
            names = _names(self._folder)
        except FileNotFoundError:
            return True
        except NotADirectoryError:
            return False
        return not names or LOCK in names

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave no trace; a folder that could not be emptied keeps its marker, and the next run empties it."""
        if _names(self._folder) == [LOCK]:
            self._file.unlink()
            with suppress(OSError):  # the next build has already taken the empty folder
                self._folder.rmdir()
        _held.discard(self._descriptor)
        os.close(self._descriptor)


def let_go_of_locks() -> None:
    """In a copy of the process that holds them: the locks are no business of the copy, and end with the holder."""
    for descriptor in _held:
        os.close(descriptor)
    _held.clear()


def _lock(descriptor: int) -> None:
    """Take the lock or raise BlockingIOError; the system gives it back when the process ends, however it ends."""
    try:
        import fcntl  # each system has its own
    except ImportError:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError as error:
            raise BlockingIOError from error
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _names(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]
