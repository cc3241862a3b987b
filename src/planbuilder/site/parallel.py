"""Several jobs side by side on the cores there are."""

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from planbuilder.site.locking import let_go_of_locks

T = TypeVar("T")

_PR_SET_PDEATHSIG = 1

_jobs: Sequence[Callable[[], object]] = ()


def side_by_side(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """What the jobs return, in their order. One after the other where a process cannot be copied safely."""
    global _jobs  # noqa: PLW0603 - copied processes find here what cannot be sent to them
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers < 2 or not _is_alone():
        return [job() for job in jobs]
    _jobs = jobs
    begin = partial(_serve, os.getpid())
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), begin) as pool:
            try:
                return list(pool.map(_run, range(len(jobs))))  # type: ignore[arg-type]
            except KeyboardInterrupt:
                for worker in multiprocessing.active_children():
                    worker.kill()  # the pool would wait for what nobody wants any more
                raise
    finally:
        _jobs = ()


def _is_alone() -> bool:
    """Whether this process has one thread: a copy would lack the others, and wait for their locks forever."""
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1


def _serve(first: int) -> None:
    """Begin a copied process. It ends with the first one, however that ends, and holds no lock of it.

    Ctrl-C and a terminal that is closed are for the first process, which ends the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    let_go_of_locks()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != first:
        os._exit(1)  # it ended before the system was asked to tell


def _run(number: int) -> object:
    return _jobs[number]()
