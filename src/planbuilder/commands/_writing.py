"""Files are written beside their place and put there by one rename: the old one is whole until the new one is."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import TextIO


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file that takes the place of `path` when the block ends well, with the permissions of the old one.

    Line ends are written as given. A link is followed; a device or a pipe is written to directly. OSError where the
    folder does not take it.
    """
    place = Path(os.path.realpath(path))
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG | 0o644
    if not stat.S_ISREG(mode):
        with place.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    handle, beside = mkstemp(prefix=f".{place.name[:40]}.", suffix=".tmp", dir=place.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(stat.S_IMODE(mode))
        Path(beside).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise
