"""Files are written beside their place and put there by one rename: the old one is whole until the new one is."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from planbuilder.commands._refusal import Refusal
from planbuilder.messages import say


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file that takes the place of `path` when the block ends well, with the permissions of the old one.

    Line ends are written as given. A link is followed; a device or a pipe is written to directly. Refusal where the
    folder does not take the file.
    """
    mode = _mode(path)
    if not stat.S_ISREG(mode):
        with _open(path, path) as stream:
            yield stream
        return
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".{place.name[:40]}.{os.getpid()}.tmp")
    try:
        with _open(path, beside) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(stat.S_IMODE(mode))
        beside.replace(place)
    finally:
        with suppress(OSError):
            beside.unlink()


def _open(path: Path, place: Path) -> TextIO:
    try:
        return place.open("w", encoding="utf-8", newline="")
    except OSError:
        raise Refusal(
            say("“{file}” cannot be written.", file=str(path)),
            say("Check that its folder is there, and that you may write in it."),
        ) from None


def _mode(place: Path) -> int:
    """The kind and permissions of a file, or those of a new one."""
    try:
        return place.stat().st_mode
    except OSError:
        return stat.S_IFREG | 0o644
