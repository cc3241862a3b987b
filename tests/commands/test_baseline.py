"""A baseline: what was there before passes, what is new fails, and the file only shrinks."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from .conftest import PLAN, Run


@pytest.fixture
def known(planbuilder: Run, plan: Path) -> Path:
    path = Path("baseline.json")
    ran = planbuilder("check", plan, "--baseline", path, "--update-baseline")
    assert ran.code == 0
    return path


def entries(path: Path) -> list[Any]:
    found: list[Any] = json.loads(path.read_text("utf-8"))["findings"]
    return found


def change(plan: Path, old: str, new: str) -> None:
    assert old in PLAN
    (plan / "plan.yaml").write_text(PLAN.replace(old, new), "utf-8")


def test_what_is_known_passes(planbuilder: Run, plan: Path, known: Path) -> None:
    assert planbuilder("check", plan).code == 1
    ran = planbuilder("check", plan, "--baseline", known)
    assert ran.code == 0
    assert f"{len(entries(known))} findings of the baseline are still there." in ran.out


def test_the_file_says_what_it_holds(known: Path) -> None:
    first = entries(known)[0]
    assert list(first) == ["plan", "check", "severity", "address", "id"]
    assert first["plan"] == "plan"
    assert entries(known) == sorted(entries(known), key=lambda one: (one["check"], one["address"]))


def test_lines_that_move_change_nothing(planbuilder: Run, plan: Path, known: Path) -> None:
    change(plan, "about:\n", "# a note\n\nabout:\n")
    assert planbuilder("check", plan, "--baseline", known).code == 0


def test_what_is_new_fails_and_is_never_added(planbuilder: Run, plan: Path, known: Path) -> None:
    before = known.read_text("utf-8")
    change(plan, "  owner: ana\n", "")
    for more in ([], ["--update-baseline"]):
        ran = planbuilder("check", plan, "--baseline", known, *more)
        assert ran.code == 1
        assert "error PLAN-OWNER:" in ran.out
        assert known.read_text("utf-8") == before


def test_what_is_mended_is_told_and_taken_out_when_asked(planbuilder: Run, plan: Path, known: Path) -> None:
    before = entries(known)
    assert any(one["check"] == "PLAN-REVIEW-OVERDUE" for one in before)
    change(plan, "  owner: ana\n", "  owner: ana\n  reviewed: 2026-11-20\n")
    arguments = ("check", plan, "--baseline", known, "--today", "2026-11-21")
    assert "is mended: `--update-baseline` takes it out." in planbuilder(*arguments).out
    assert entries(known) == before
    assert planbuilder(*arguments, "--update-baseline").code == 0
    assert entries(known) == [one for one in before if one["check"] != "PLAN-REVIEW-OVERDUE"]
    assert "mended" not in planbuilder(*arguments).out


def test_a_plan_that_cannot_be_read_fails_and_keeps_its_entries(planbuilder: Run, plan: Path, known: Path) -> None:
    before = entries(known)
    change(plan, "  owner: ana\n", "  ownr: ana\n")
    assert planbuilder("check", plan, "--baseline", known, "--update-baseline").code == 1
    assert entries(known) == before


def test_plans_that_are_not_checked_keep_their_entries(planbuilder: Run, plan: Path) -> None:
    for name in ("plans/a", "plans/b", "other"):
        shutil.copytree(plan, name)
    known = Path("known.json")
    assert planbuilder("check", "plans", "--baseline", known, "--update-baseline").code == 0
    before = entries(known)
    assert {one["plan"] for one in before} == {"a", "b"}
    assert planbuilder("check", "plans/a", "--baseline", known, "--update-baseline").code == 0
    assert planbuilder("check", "other", "--baseline", known, "--update-baseline").code == 1
    assert entries(known) == before


def test_one_plan_is_itself_in_a_folder_of_another_name(planbuilder: Run, plan: Path, known: Path) -> None:
    before = entries(known)
    shutil.copytree(plan, "moved")
    ran = planbuilder("check", "moved", "--baseline", known, "--update-baseline")
    assert (ran.code, entries(known)) == (0, before)
    shutil.copytree(plan, "plans/moved")
    shutil.copytree(plan, "plans/second")
    assert planbuilder("check", "plans", "--baseline", known).code == 1


SET = "  checks: {PLAN-REVIEW-OVERDUE: {severity: SEVERITY, reason: r}}\n"


@pytest.fixture
def known_as_warning(planbuilder: Run, plan: Path) -> Path:
    """A baseline that knows PLAN-REVIEW-OVERDUE as a warning, in a plan that sets it."""
    path = Path("known.json")
    set_severity(plan, "warning")
    assert planbuilder("check", plan, "--baseline", path, "--update-baseline").code == 0
    return path


def set_severity(plan: Path, severity: str) -> None:
    change(plan, "  owner: ana\n", "  owner: ana\n" + SET.replace("SEVERITY", severity))


def severity_kept(path: Path) -> list[str | None]:
    return [one.get("severity") for one in entries(path) if one["check"] == "PLAN-REVIEW-OVERDUE"]


def test_what_became_graver_is_new_and_not_mended(planbuilder: Run, plan: Path, known_as_warning: Path) -> None:
    set_severity(plan, "error")
    for more in ([], ["--update-baseline"]):
        ran = planbuilder("check", plan, "--baseline", known_as_warning, *more)
        assert (ran.code, "error PLAN-REVIEW-OVERDUE:" in ran.out, "mended" in ran.out) == (1, True, False)
    assert severity_kept(known_as_warning) == ["warning"]


def test_what_became_milder_is_known_and_may_not_become_graver_again(
    planbuilder: Run, plan: Path, known_as_warning: Path
) -> None:
    set_severity(plan, "info")
    fail_on = ("--fail-on", "info")
    assert planbuilder("check", plan, "--baseline", known_as_warning, *fail_on).code == 0
    assert severity_kept(known_as_warning) == ["warning"]
    assert planbuilder("check", plan, "--baseline", known_as_warning, "--update-baseline", *fail_on).code == 0
    assert severity_kept(known_as_warning) == ["info"]


def test_a_file_without_severities_lets_pass_as_before(planbuilder: Run, plan: Path, known_as_warning: Path) -> None:
    told = json.loads(known_as_warning.read_text("utf-8"))
    for one in told["findings"]:
        del one["severity"]
    known_as_warning.write_text(json.dumps(told), "utf-8")
    set_severity(plan, "error")
    assert planbuilder("check", plan, "--baseline", known_as_warning).code == 0
    assert planbuilder("check", plan, "--baseline", known_as_warning, "--update-baseline").code == 0
    assert severity_kept(known_as_warning) == ["error"]


def test_programs_read_what_is_known(planbuilder: Run, plan: Path, known: Path) -> None:
    ran = planbuilder("check", plan, "--baseline", known, "--format", "json")
    (told,) = json.loads(ran.out)["plans"]
    assert told["findings"] == []
    assert [one["check"] for one in told["known"]]
    assert told["summary"]["known"] == len(told["known"]) == len(entries(known))


def test_a_file_that_is_not_there_is_refused(planbuilder: Run, plan: Path) -> None:
    ran = planbuilder("check", plan, "--baseline", "nowhere.json")
    assert ran.code == 2
    assert "--update-baseline" in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 200_000,
        '{"version": 2, "findings": []}',
        '{"version": 1, "findings": [{"id": 1}]}',
        '{"version": 1, "findings": [{"plan": "", "check": "", "address": "", "id": "", "severity": "grave"}]}',
    ],
    ids=range(6),
)
def test_another_file_is_refused_and_stays(planbuilder: Run, plan: Path, text: str) -> None:
    path = Path("other.json")
    path.write_text(text, "utf-8")
    for more in ([], ["--update-baseline"]):
        assert planbuilder("check", plan, "--baseline", path, *more).code == 2
        assert path.read_text("utf-8") == text


def test_updating_needs_a_file(planbuilder: Run, plan: Path) -> None:
    assert planbuilder("check", plan, "--update-baseline").code == 2
