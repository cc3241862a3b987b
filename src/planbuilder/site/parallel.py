"""Several jobs side by side on the cores there are."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")

_jobs: Sequence[Callable[[], object]] = ()


def side_by_side(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """What the jobs return, in their order. One after the other where the system cannot copy a process safely."""
    global _jobs  # noqa: PLW0603 - copied processes find here what cannot be sent to them
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods() or threading.active_count() > 1:
        return [job() for job in jobs]
    _jobs = jobs
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
            return list(pool.map(_run, range(len(jobs))))  # type: ignore[arg-type]
    finally:
        _jobs = ()


def _run(number: int) -> object:
    return _jobs[number]()
