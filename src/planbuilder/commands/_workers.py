"""Many plans on several processors. The outcomes come in the order of the plans, as they would from one."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import NoReturn

from planbuilder.outcome import Outcome
from planbuilder.source import PlanFolder

WORTH_IT = 500_000
"""Bytes of YAML; below, starting a second process takes longer than it saves."""

Judge = Callable[[PlanFolder], Outcome]


def judged(folders: Sequence[PlanFolder], judge: Judge, workers: int | None = None) -> Iterator[Outcome]:
    """The outcome of each plan, in order. A plan that a worker cannot judge is judged here, so that it fails here."""
    count = _how_many(folders) if workers is None else workers
    if count < 2:
        yield from map(judge, folders)
        return
    crew: list[_Worker] = []
    try:
        crew.extend(_Worker(folders[number::count], judge) for number in range(count))
        for position, folder in enumerate(folders):
            yield crew[position % count].next() or judge(folder)
    finally:
        for worker in crew:
            worker.stop()


def _how_many(folders: Sequence[PlanFolder]) -> int:
    if sys.platform != "linux" or len(folders) < 2:
        return 1
    size = 0
    for folder in folders:
        for file in folder.files:
            with suppress(OSError):
                size += os.lstat(file).st_size
        if size >= WORTH_IT:
            return min(len(os.sched_getaffinity(0)), len(folders), 8)
    return 1


class _Worker:
    """A copy of this process that judges its share of the plans, a little ahead of whoever asks for them."""

    def __init__(self, folders: Sequence[PlanFolder], judge: Judge) -> None:
        reader, writer = os.pipe()
        self._process = os.fork()
        if not self._process:
            _work(folders, judge, writer)
        os.close(writer)
        self._results = os.fdopen(reader, "rb")

    def next(self) -> Outcome | None:
        """The outcome of its next plan; None where it has none to give."""
        import pickle  # a run of one plan has no workers

        try:
            outcome: Outcome | None = pickle.load(self._results)  # noqa: S301 - written by our own copy
        except (EOFError, pickle.UnpicklingError):
            return None
        return outcome

    def stop(self) -> None:
        """End it, whatever it does."""
        self._results.close()
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _work(folders: Sequence[PlanFolder], judge: Judge, writer: int) -> NoReturn:
    """Write the outcomes one after the other, and leave without touching what the process was copied with."""
    try:
        with os.fdopen(writer, "wb") as results:
            for folder in folders:
                results.write(_packed(folder, judge))
                results.flush()
    finally:
        os._exit(0)


def _packed(folder: PlanFolder, judge: Judge) -> bytes:
    import pickle

    try:
        return pickle.dumps(judge(folder))
    except Exception:  # whatever it is, it happens again where it can be told
        return pickle.dumps(None)
