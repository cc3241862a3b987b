"""Many plans on several processors: the same outcomes in the same order as on one."""

import os
import pickle
import sys
from datetime import date
from pathlib import Path

import pytest

from planbuilder.checking import RuleFailed, check, check_example
from planbuilder.commands._workers import WORTH_IT, _how_many, judged
from planbuilder.findings import Profile
from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.outcome import Outcome
from planbuilder.rules import CATALOGUE, Rule
from planbuilder.source import PlanFolder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")

HERE = os.getpid()
FOLDERS = [PlanFolder(f"plan-{number}", Path(f"plan-{number}"), ()) for number in range(11)]


def outcome(folder: PlanFolder) -> Outcome:
    return Outcome(folder.name, "en", Profile.STARTER, date(2026, 11, 21), (), (), os.getpid(), readable=True)


@pytest.mark.parametrize("workers", [1, 2, 3, 16])
def test_outcomes_come_in_the_order_of_the_plans(workers: int) -> None:
    names = [one.plan for one in judged(FOLDERS, outcome, workers)]
    assert names == [folder.name for folder in FOLDERS]


def test_several_processes_share_the_work() -> None:
    processes = {one.checks for one in judged(FOLDERS, outcome, 3)}
    assert len(processes) == 3
    assert HERE not in processes


def test_a_failure_happens_again_where_it_can_be_told() -> None:
    def fails(folder: PlanFolder) -> Outcome:
        if folder.name == "plan-4":
            raise RuleFailed("A-X", folder.name)
        return outcome(folder)

    outcomes = judged(FOLDERS, fails, 2)
    assert [next(outcomes).plan for _ in range(4)] == ["plan-0", "plan-1", "plan-2", "plan-3"]
    with pytest.raises(RuleFailed, match="plan-4"):
        next(outcomes)


def test_a_worker_that_dies_loses_no_plan() -> None:
    def dies(folder: PlanFolder) -> Outcome:
        if os.getpid() != HERE and folder.name == "plan-3":
            os._exit(1)
        return outcome(folder)

    assert [one.plan for one in judged(FOLDERS, dies, 2)] == [folder.name for folder in FOLDERS]


def test_no_worker_is_left_when_nobody_asks_for_more() -> None:
    outcomes = judged(FOLDERS, outcome, 3)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_few_plans_are_checked_in_this_process(tmp_path: Path) -> None:
    small = tmp_path / "a.yaml"
    small.write_text("x", "utf-8")
    assert _how_many([PlanFolder("a", tmp_path, (str(small),))] * 3) == 1


def test_many_plans_are_shared_among_the_processors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2})
    large = tmp_path / "a.yaml"
    large.write_text("x" * (WORTH_IT // 2), "utf-8")
    assert _how_many([PlanFolder("a", tmp_path, (str(large),))] * 2) == 2
    assert _how_many([PlanFolder("a", tmp_path, (str(large),))] * 9) == 3


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_every_finding_can_pass_between_processes(rule: Rule) -> None:
    for finding in check_example(rule, rule.bad)[1]:
        copy = pickle.loads(pickle.dumps(finding))
        assert copy == finding
        assert render(copy.message, "fr") == render(finding.message, "fr")


@pytest.mark.parametrize(
    "text", ["", "about: x\n", "about: {}\n", "abuot: {}\n", "a: [\n", "people: {A b: {nam: 1}}\n"]
)
def test_every_problem_of_shape_can_pass_between_processes(text: str) -> None:
    found = check(load_texts({"plan.yaml": text}), date(2026, 11, 21)).outcome
    assert found.findings
    assert pickle.loads(pickle.dumps(found)) == found
