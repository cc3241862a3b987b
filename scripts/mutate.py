"""Break every check in every small way, and see that a test notices.

`python scripts/mutate.py [FAMILY …]` imports everything and collects the tests once. For each mutant (see mutants.py)
it forks, changes the code in memory, and runs the tests that reach the changed function, the quickest first, until one
fails. Mutants that live are printed with their place; those that change nothing a reader sees are listed, each with the
reason, in equivalent-mutants.txt. The exit code is 1 where one lives that is not listed, or one is listed that dies.
"""

import argparse
import os
import random
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from types import FrameType

import pytest

from mutants import Mutant, caches, mutants, users

ROOT = Path(__file__).resolve().parent.parent
RULES = str(ROOT / "src" / "planbuilder" / "rules") + os.sep
EQUIVALENT = Path(__file__).with_name("equivalent-mutants.txt")
TESTS = ("tests/rules", "tests/cover/test_repair.py", "tests/cover/test_example.py", "tests/test_checking.py")
LONGEST = 60
"""Seconds of the processor after which a mutant counts as noticed: it never ends."""

KILLED, LIVES, FAILED, NEVER_ENDS = 0, 1, 2, 3
NOTICED = (KILLED, NEVER_ENDS)


class Runner:
    """A plugin that runs mutants in the place of the tests."""

    def __init__(self, chosen: Sequence[Mutant], jobs: int, say: Callable[[str], None]) -> None:
        self.chosen = chosen
        self.jobs = jobs
        self.say = say
        self.outcome: dict[Mutant, int] = {}
        self._failed = False
        self._took: dict[str, float] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Whether the test that runs has failed, and how long it takes."""
        self._failed = self._failed or report.failed
        self._took[report.nodeid] = self._took.get(report.nodeid, 0.0) + report.duration

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """All tests once, then the mutants."""
        reached = self._map(session)
        running: dict[int, Mutant] = {}
        for mutant in self.chosen:
            if len(running) >= self.jobs:
                self._collect(running)
            running[self._start(session, mutant, reached)] = mutant
        while running:
            self._collect(running)
        return True

    def _map(self, session: pytest.Session) -> dict[tuple[str, str], list[pytest.Item]]:
        """For each function of the rules, the tests that reach it, the quickest first."""
        reached: dict[tuple[str, str], list[pytest.Item]] = defaultdict(list)
        for item in session.items:
            called: set[tuple[str, str]] = set()

            def note(frame: FrameType, event: str, _: object, called: set[tuple[str, str]] = called) -> None:
                if event == "call" and frame.f_code.co_filename.startswith(RULES):
                    called.add((frame.f_code.co_filename, frame.f_code.co_name))

            sys.setprofile(note)
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            sys.setprofile(None)
            if self._failed:
                self.say(f"left out, it fails before anything is broken: {item.nodeid}")
                self._failed = False
                continue
            for place in called:
                reached[place].append(item)
        for cache in caches():
            cache.cache_clear()
        for items in reached.values():
            items.sort(key=lambda item: self._took[item.nodeid])
        return reached

    def _start(self, session: pytest.Session, mutant: Mutant, reached: dict[tuple[str, str], list[pytest.Item]]) -> int:
        child = os.fork()
        if child:
            return child
        status = FAILED
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            mutant.apply()
            status = self._run(session, [item for place in users(mutant) for item in reached.get(place, ())])
        finally:
            os._exit(status)

    def _run(self, session: pytest.Session, items: Sequence[pytest.Item]) -> int:
        for item in dict.fromkeys(items):
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if self._failed:
                return KILLED
        return LIVES

    def _collect(self, running: dict[int, Mutant]) -> None:
        child, status = os.waitpid(-1, 0)
        mutant = running.pop(child)
        ended = NEVER_ENDS if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)
        self.outcome[mutant] = ended
        if ended not in NOTICED:
            self.say(f"rules/{mutant.module.replace('.', '/')}.py:{mutant.line}  {mutant.name}")


def equivalent() -> dict[str, str]:
    """The mutants that change nothing a reader sees, by name, each with the reason."""
    found: dict[str, str] = {}
    name = ""
    for line in EQUIVALENT.read_text("utf-8").splitlines() if EQUIVALENT.exists() else ():
        if line.startswith("    "):
            found[name] = line.strip()
        elif line and not line.startswith("#"):
            name = line
    return found


def run(chosen: Sequence[Mutant], jobs: int, tests: Sequence[str] = TESTS) -> Runner:
    """Run the mutants and print those that live; what became of each stands in `outcome`."""
    os.chdir(ROOT)
    screen = sys.stdout
    runner = Runner(chosen, jobs, lambda line: print(line, file=screen, flush=True))
    with Path(os.devnull).open("w") as nothing, redirect_stdout(nothing):
        pytest.main(["-q", "-s", "-p", "no:cacheprovider", *tests], plugins=[runner])
    return runner


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", nargs="*", help="families or ids of checks; all where nothing is said")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--sample", type=int, help="so many mutants, drawn with a fixed seed")
    parser.add_argument("--tests", nargs="+", default=TESTS, help="the files and folders of tests")
    asked = parser.parse_args()
    known = equivalent()
    wanted = set(asked.families)
    chosen = [m for m in mutants() if not wanted or {m.rule.family, m.rule.id} & wanted]
    if asked.sample:
        chosen = random.Random(0).sample(chosen, min(asked.sample, len(chosen)))
    begin = time.monotonic()
    runner = run([mutant for mutant in chosen if mutant.name not in known], asked.jobs, asked.tests)
    gone = set(known) - {mutant.name for mutant in mutants()}
    for name in sorted(gone):
        print(f"listed, and no longer there: {name}")
    return _summed(runner, begin) or int(bool(gone))


def _summed(runner: Runner, begin: float) -> int:
    total: Counter[str] = Counter(mutant.rule.family for mutant in runner.outcome)
    killed: Counter[str] = Counter(m.rule.family for m, status in runner.outcome.items() if status in NOTICED)
    for family, count in total.items():
        print(f"{family:8} {killed[family]:5} of {count:5} noticed")
    endless = sum(status == NEVER_ENDS for status in runner.outcome.values())
    took = time.monotonic() - begin
    print(f"{'':8} {killed.total():5} of {total.total():5} in {took:.0f} s, {endless} of them because they never end")
    return int(killed.total() < max(1, total.total()))


if __name__ == "__main__":
    sys.exit(main())
