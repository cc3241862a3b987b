"""Jobs side by side return what they would one after the other."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from planbuilder.site import parallel
from planbuilder.site.parallel import side_by_side
from planbuilder.site.publishing import staging


@pytest.mark.parametrize("cores", [1, 2, 8])
def test_the_results_come_in_the_order_of_the_jobs(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert side_by_side([partial(pow, 2, number) for number in range(20)]) == [2**number for number in range(20)]
    assert side_by_side([]) == []


@pytest.mark.parametrize("cores", [1, 2])
def test_the_fault_of_a_job_is_the_fault_of_all(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    with pytest.raises(ZeroDivisionError):
        side_by_side([partial(divmod, 1, number) for number in (1, 0)])


def test_a_process_with_several_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(parallel, "_is_alone", lambda: False)
    assert side_by_side([os.getpid, os.getpid]) == [os.getpid()] * 2


KILLED = """
import os, signal, sys
from pathlib import Path
from planbuilder.commands import _program
from planbuilder.site.parallel import side_by_side
from planbuilder.site.publishing import staging

os.cpu_count = lambda: 2

def job():
    os.write(1, b"at work\\n")
    while True:
        signal.pause()

if sys.argv[2] == "as the program":
    _program._end_like_ctrl_c()
with staging(Path(sys.argv[1]), "site staff"):
    side_by_side([job, job])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process is copied")
@pytest.mark.parametrize(
    ("number", "way"),
    [(signal.SIGKILL, "bare"), *((number, "as the program") for number in (signal.SIGTERM, signal.SIGHUP))],
)
def test_a_build_that_is_killed_leaves_nobody_at_work_and_no_lock(tmp_path: Path, number: int, way: str) -> None:
    out = tmp_path / "site"
    command = [sys.executable, "-c", KILLED, str(out), way]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as build:
        assert build.stdout is not None
        assert [build.stdout.readline() for _ in range(2)] == ["at work\n"] * 2
        build.send_signal(number)
        build.wait(timeout=60)
        with staging(out, "site staff") as stage:
            stage.publish()
        # ends only when nobody is left who could write
        assert build.communicate(timeout=60)[0] == ""


HOLDING = """
import os, sys
from pathlib import Path
from planbuilder.site.locking import LOCK, Lock
from planbuilder.site.parallel import side_by_side

os.cpu_count = lambda: 2
work = Path(sys.argv[1])

def holds():
    mine = [f"/proc/self/fd/{name}" for name in os.listdir("/proc/self/fd")]
    return any(os.path.realpath(one) == os.path.realpath(work / LOCK) for one in mine)

with Lock(work):
    print(side_by_side([holds, holds]), holds())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process is copied")
def test_a_copy_holds_no_lock_of_the_first_process(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOLDING, str(tmp_path / "work")], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[False, False] True\n"
