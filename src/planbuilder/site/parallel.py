"""Several jobs side by side on the cores there are."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_jobs: Sequence[Callable[[], object]] = ()


def side_by_side(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """What the jobs return, in their order. One after the other where a process cannot be copied safely."""
    global _jobs  # noqa: PLW0603 - copied processes find here what cannot be sent to them
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers < 2 or not _is_alone():
        return [job() for job in jobs]
    _jobs = jobs
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), _leave_interruptions) as pool:
            return list(pool.map(_run, range(len(jobs))))  # type: ignore[arg-type]
    finally:
        _jobs = ()


def _is_alone() -> bool:
    """Whether this process has one thread: a copy would lack the others, and wait for their locks forever."""
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1


def _leave_interruptions() -> None:
    """Ctrl-C is for the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run(number: int) -> object:
    return _jobs[number]()
