"""The harness that breaks the checks can tell a change that is noticed from one that is not."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTHING_CHANGED = """
from dataclasses import replace
from mutants import mutants
from mutate import LIVES, run

(first, *_) = [mutant for mutant in mutants() if mutant.rule.id == "TEAM-DEPUTY-SAME"]
runner = run([replace(first, apply=lambda: None)], 1, ["tests/rules/test_team.py"])
assert [*runner.outcome.values()] == [LIVES]
"""


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT / "scripts", capture_output=True, text=True, check=False
    )


def test_a_check_that_is_broken_is_noticed() -> None:
    done = python("mutate.py", "TEAM-NO-TASKS", "--tests", "tests/rules/test_team.py", "tests/rules/test_catalogue.py")
    assert re.search(r"TEAM +(\d+) of +\1 noticed", done.stdout), done.stdout + done.stderr
    assert done.returncode == 0


def test_a_check_that_is_whole_is_not() -> None:
    done = python("-c", NOTHING_CHANGED)
    assert done.returncode == 0, done.stderr
    assert "TEAM-DEPUTY-SAME" not in done.stdout
