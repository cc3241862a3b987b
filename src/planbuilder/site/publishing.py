"""Into the output folder whole, or not at all.

A new output is made in a work folder beside its place (`.site.planbuilder`), then both change places in one step, so
that a reader sees the old output or the new one, and a crash, a full disk or Ctrl-C leaves the old one whole. Whatever
in the old output is not ours moves along. The work folder carries our marker, which is the lock too.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Self

from planbuilder.messages import say
from planbuilder.site.exchange import exchange
from planbuilder.site.locking import LOCK, Lock
from planbuilder.site.manifest import NAME, Manifest, files_below, read_manifest
from planbuilder.site.outcome import CannotBuild

_NEW = "new"
_OLD = "old"


class Stage:
    """A new output in the making: fill `folder`, then `publish`."""

    def __init__(self, out: Path, holds: str, work: Path) -> None:
        self.out = out
        self.work = work
        self.folder = work / _NEW
        self._holds = holds

    def opened(self) -> Self:
        """Start with an empty folder."""
        self.tidy()
        _check_place(self.out, self._holds)
        self.folder.mkdir()
        return self

    def tidy(self) -> None:
        """Put right what an interrupted run left behind, and empty the work folder."""
        if not os.path.lexists(self.out) and read_manifest(self.work / _OLD):
            (self.work / _OLD).rename(self.out)
        if self.out.is_dir():
            for left in (self.work / _NEW, self.work / _OLD):
                _save_foreign_files(left, self.out)
        _empty(self.work)

    def publish(self) -> None:
        """Put the new output in its place; the files of the old one that are not ours stay in it."""
        ours = frozenset(files_below(self.folder))
        manifest = Manifest(self._holds, ours)
        (self.folder / NAME).write_bytes(manifest.written())
        if self.out.is_dir():
            self._carry_over(ours)
            shutil.copymode(self.out, self.folder)
        old = self.work / _OLD
        exchange(self.folder, self.out, old)
        if old.is_dir():
            _save_foreign_files(old, self.out, ours)

    def _carry_over(self, ours: frozenset[str]) -> None:
        taken = ours | {f"{parent}/" for file in ours for parent in PurePosixPath(file).parents}
        for file in _foreign_files(self.out):
            bare = file.rstrip("/")
            above = {str(parent) for parent in PurePosixPath(bare).parents}
            if bare in taken or above & ours or (not file.endswith("/") and f"{bare}/" in taken):
                raise CannotBuild(
                    say(
                        "The file {file} is in the way: planbuilder did not write it, and the new site has one there.",
                        file=str(self.out / bare),
                    ),
                    say("Move it out of this folder, then build again."),
                )
            _link(self.out / bare, self.folder / bare)


@contextmanager
def staging(out: Path, holds: str) -> Iterator[Stage]:
    """A stage for `out`, which nobody else can write meanwhile.

    `holds` says what it is (`site staff`), so that no kind replaces another.
    Raises CannotBuild where the folder is not ours to write or while another build runs.
    """
    out = _resolved(out)
    _check_place(out, holds)
    stage = Stage(out, holds, out.with_name(f".{out.name}.planbuilder"))
    with writing(), Lock(stage.work):
        try:
            yield stage.opened()
        finally:
            stage.tidy()


@contextmanager
def writing() -> Iterator[None]:
    """Say in a sentence that the disk is full, or whatever else the system says while we write."""
    reasons = {
        errno.ENOSPC: say("the disk is full"),
        errno.EDQUOT: say("the disk is full"),
        errno.EACCES: say("the permission is missing"),
        errno.EPERM: say("the permission is missing"),
        errno.EROFS: say("the disk can only be read"),
        errno.EBUSY: say("the folder is in use by the system"),
        errno.ENOTDIR: say("a file stands in the place of a folder"),
        errno.EISDIR: say("a folder stands in the place of a file"),
    }
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise  # no word of the system: a template that is not there is an OSError as well
        reason = reasons.get(error.errno, os.strerror(error.errno))
        raise CannotBuild(
            say("The output could not be written: {reason}.", reason=reason),
            say("What was published before is still whole; put this right, then build again."),
        ) from error


def keep_apart(out: Path, plans: Path) -> None:
    """Refuse an output that would replace the plans, or that would be read as a plan next time."""
    here, there = out.resolve(), plans.resolve()
    if there.is_relative_to(here):
        raise CannotBuild(
            say("The plans themselves are in the output folder {folder}.", folder=str(out)),
            say("Choose another output folder, for example `site`."),
        )
    if here.is_relative_to(there):
        raise CannotBuild(
            say("The output folder {folder} is inside the plans.", folder=str(out)),
            say("Choose a folder outside the plans, for example `{other}`.", other=str(there.parent / "site")),
        )


def _resolved(out: Path) -> Path:
    """The place with the links of its parents resolved, which must stay the same from stage to swap."""
    return out.parent.resolve() / out.name if out.name not in {"", ".."} else out.resolve()


def _check_place(out: Path, holds: str) -> None:
    """Refuse whatever planbuilder has not made itself, but for an empty folder or a free place."""
    other = say("Choose another output folder, for example `site`.")
    if out.is_symlink():
        raise CannotBuild(say("The output folder {folder} is a link to another place.", folder=str(out)), other)
    if out in {Path(out.anchor), Path("~").expanduser(), Path.cwd()}:
        raise CannotBuild(say("The site cannot replace the folder {folder}.", folder=str(out)), other)
    if not out.exists():
        return
    if not out.is_dir():
        raise CannotBuild(say("The output {folder} is a file, not a folder.", folder=str(out)), other)
    manifest = read_manifest(out)
    if manifest is None:
        if any(out.iterdir()):
            raise CannotBuild(
                say("The output folder {folder} holds files that planbuilder did not write.", folder=str(out)),
                say("Choose a new or empty folder: nothing of yours is ever replaced."),
            )
    elif manifest.holds != holds:
        raise CannotBuild(
            say("The output folder {folder} holds another edition.", folder=str(out)),
            say("Give each edition its own folder, for example `--out site-crisis-team`."),
        )


def _foreign_files(folder: Path) -> Iterator[str]:
    manifest = read_manifest(folder)
    ours = manifest.files | {NAME} if manifest else frozenset[str]()
    return (file for file in files_below(folder) if file not in ours)


def _save_foreign_files(left: Path, out: Path, ours: frozenset[str] | None = None) -> None:
    """Bring what is not ours in a folder about to be removed to where the user expects it.

    Right after the exchange, with `ours`, a file that its owner changed meanwhile wins over the one carried over.
    """
    if not left.is_dir() or read_manifest(left) is None:
        return
    for file in _foreign_files(left):
        if not os.path.lexists(out / file):
            _link(left / file, out / file)
        elif ours is not None and file not in ours and not file.endswith("/") and not _same(left / file, out / file):
            (left / file).replace(out / file)


def _same(one: Path, other: Path) -> bool:
    return os.path.samestat(one.lstat(), other.lstat())


def _link(source: Path, target: Path) -> None:
    """The same file under a second name; a copy where the disk has no such names. Folders are made anew."""
    if source.is_dir() and not source.is_symlink():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _empty(work: Path) -> None:
    for entry in list(work.iterdir()):
        if entry.name == LOCK:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
