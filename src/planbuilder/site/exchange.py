"""Two folders change places."""

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def exchange(new: Path, place: Path, old: Path) -> None:
    """Put `new` at `place`; what stood there ends up at `old`, which must be free.

    In one step where the system knows how (Linux); in two elsewhere, undone when the second fails.
    """
    if not os.path.lexists(place):
        new.rename(place)
    elif _in_one_step(new, place):
        new.rename(old)
    else:
        place.rename(old)
        try:
            new.rename(place)
        except BaseException:
            old.rename(place)
            raise


def _in_one_step(one: Path, other: Path) -> bool:
    """Whether the exchange was done; False where system or file system do not know it. OSError where it failed."""
    function = _renameat2()
    if function is None:
        return False
    done: int = function(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), os.fspath(other))


@cache
def _renameat2() -> "ctypes._NamedFuncPointer | None":
    if sys.platform != "linux":
        return None
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return None
    function.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    function.restype = ctypes.c_int
    return function
