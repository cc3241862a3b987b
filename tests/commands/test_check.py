"""`planbuilder check`: its exit codes, its outputs, its days and languages."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from planbuilder import checking, loading
from planbuilder.checking import Checked
from planbuilder.checking import check as check_with
from planbuilder.commands import _today, check
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules import Rule
from planbuilder.source import Where

from .conftest import PLAN, Run

DAY = ("--today", "2026-11-21")


def rule(severity: Severity = Severity.ERROR, *, raises: bool = False) -> Rule:
    """A rule that always finds something, or always fails."""

    def find(plan: Plan) -> Iterator[Gap]:
        """Something is asked."""
        if raises:
            raise KeyError("+33 6 39 98 00 01")
        yield Gap(Where(("about",)), say("Something is missing."), say("Add it."))

    return Rule(
        "TEST-RULE", find, severity=severity, profile=Profile.STARTER, serves=(), source=(), why="", bad="", good=""
    )


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> list[Rule]:
    """The rules of the check, none to begin with."""
    asked: list[Rule] = []

    def only_these(loaded: object, today: date, profile: Profile | None = None) -> Checked:
        return check_with(loaded, today, profile, rules=asked)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check", only_these)
    return asked


def test_a_plan_without_findings_exits_with_0(planbuilder: Run, plan: Path, rules: list[Rule]) -> None:
    ran = planbuilder("check", plan)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("plan: nothing to correct")


@pytest.mark.parametrize(
    ("found", "fail_on", "code"),
    [
        ("error", None, 1),
        ("warning", None, 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
        ("error", "never", 0),
    ],
)
def test_findings_fail_at_or_above_fail_on(  # noqa: PLR0917
    planbuilder: Run, plan: Path, rules: list[Rule], found: str, fail_on: str | None, code: int
) -> None:
    rules.append(rule(Severity(found)))
    assert planbuilder("check", plan, *(["--fail-on", fail_on] if fail_on else [])).code == code


def test_a_shape_problem_exits_with_1(planbuilder: Run, plan: Path) -> None:
    (plan / "plan.yaml").write_text("about:\n  organisaton: x\n", "utf-8")
    ran = planbuilder("check", plan)
    assert ran.code == 1
    assert "plan/plan.yaml:2:3" in ran.out


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (None, "There is no folder “plans” here."),
        ("empty", "The folder “plans” is empty."),
        ("no-plan", "There is no plan in the folder “plans”."),
        ("hidden-ending", "“about.yaml.txt” is not read: its name ends in `.txt`."),
        ("file", "“plans” is a file; a plan is a folder."),
    ],
)
def test_nothing_to_check_exits_with_2_and_a_sentence_of_its_own(
    planbuilder: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: str | None, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    plans = tmp_path / "plans"
    if made == "file":
        plans.write_text("x", "utf-8")
    elif made:
        plans.mkdir()
        if made == "no-plan":
            (plans / "notes.txt").write_text("x", "utf-8")
        if made == "hidden-ending":
            (plans / "about.yaml.txt").write_text("x", "utf-8")
    ran = planbuilder("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Error: {said}\n")


def test_a_file_is_answered_with_its_folder(planbuilder: Run, plan: Path) -> None:
    assert "`planbuilder check plan`" in planbuilder("check", plan / "plan.yaml").err


def test_an_empty_plan_among_others_is_a_finding(planbuilder: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    ran = planbuilder("check", ".", "--format", "json")
    kinds = {one["plan"]: [f.get("kind") for f in one["findings"]] for one in json.loads(ran.out)["plans"]}
    assert kinds["other"] == ["no-plan"]
    assert ran.code == 1


def test_json_is_valid_where_there_is_nothing_to_check(planbuilder: Run, tmp_path: Path) -> None:
    ran = planbuilder("check", tmp_path, "--format", "json")
    assert (ran.code, json.loads(ran.out)) == (2, {"version": 1, "plans": []})


def test_a_rule_that_raises_exits_with_3_and_is_named(planbuilder: Run, plan: Path, rules: list[Rule]) -> None:
    rules.append(rule(raises=True))
    ran = planbuilder("check", plan)
    assert ran.code == 3
    assert ran.err.count("\n") == 1
    assert "TEST-RULE failed on the plan “plan”" in ran.err
    assert "39 98" not in ran.err
    assert "Traceback" not in ran.err


def test_a_failure_of_our_own_exits_with_3_and_one_line(
    planbuilder: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(loading, "load", fail)
    ran = planbuilder("check", plan)
    assert ran.code == 3
    assert ran.err.startswith("Error: planbuilder itself failed")
    assert ran.err.count("\n") == 1
    assert "secret" not in ran.err


def test_debug_shows_the_traceback(planbuilder: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(loading, "load", fail)
    monkeypatch.setenv("PLANBUILDER_DEBUG", "1")
    assert "Traceback" in planbuilder("check", plan).err


def test_paths_are_as_the_person_named_the_folder(planbuilder: Run, plan: Path) -> None:
    (plan / "plan.yaml").write_text("about:\n  organisaton: x\n", "utf-8")
    assert "plan/plan.yaml:2:3  about.organisaton\n" in planbuilder("check", plan).out
    assert (
        f"{plan.absolute().as_posix()}/plan.yaml:2:3  about.organisaton\n" in planbuilder("check", plan.absolute()).out
    )


def test_today_is_the_day_asked_for(planbuilder: Run, plan: Path) -> None:
    ran = planbuilder("check", plan, "--today", "2027-02-28", "--format", "json")
    assert json.loads(ran.out)["plans"][0]["today"] == "2027-02-28"


def test_today_is_by_default_the_day_in_the_zone_of_the_plan(
    planbuilder: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zones: list[str | None] = []

    def today_in(zone: str | None) -> date:
        zones.append(zone)
        return date(2026, 3, 1)

    monkeypatch.setattr(check, "today_in", today_in)
    ran = planbuilder("check", plan, "--format", "json")
    assert zones == ["Europe/Paris"]
    assert json.loads(ran.out)["plans"][0]["today"] == "2026-03-01"


@pytest.mark.parametrize("zone", [None, "", "Nowhere/City", "../../etc/passwd", "\x00"])
def test_an_unknown_zone_is_utc(zone: str | None) -> None:
    assert _today.today_in(zone) == _today.today_in("UTC")


@pytest.mark.parametrize("day", ["12/11/2026", "20261121", "2026-W47-6", "2026-02-30", "demain", ""])
def test_a_day_that_is_none_is_wrong_usage(planbuilder: Run, plan: Path, day: str) -> None:
    ran = planbuilder("check", plan, "--today", day)
    assert ran.code == 2
    assert f"write the year first: {'2026-11-12' if '/' in day else '2026-11-21'}." in ran.err


def test_a_folder_that_is_not_there_is_answered_with_the_one_that_was_meant(
    planbuilder: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Did you mean `planbuilder check plan`?" in planbuilder("check", "plam").err
    assert "Did you mean `--plans plan`?" in planbuilder("approve", "x", "--by", "y").err
    assert "Name the folder of your plan" in planbuilder("check", "nowhere").err
    assert "Name the folder of your plan" in planbuilder("check", "no/where").err
    monkeypatch.chdir(plan)
    assert "Did you mean `planbuilder who .`?" in planbuilder("who").err


def test_the_profile_asked_for_comes_before_that_of_the_plan(planbuilder: Run, plan: Path) -> None:
    ran = planbuilder("check", plan, "--profile", "advanced", "--format", "json")
    assert json.loads(ran.out)["plans"][0]["profile"] == "advanced"


def test_the_report_is_in_the_language_of_the_plan(planbuilder: Run, plan: Path, rules: list[Rule]) -> None:
    (plan / "plan.yaml").write_text(PLAN.replace("[en]", "[fr]"), "utf-8")
    assert "rien à corriger" in planbuilder("check", plan).out
    assert "nothing to correct" in planbuilder("check", plan, "--lang", "en").out


def test_a_plan_in_another_language_is_reported_in_english(planbuilder: Run, plan: Path, rules: list[Rule]) -> None:
    (plan / "plan.yaml").write_text(PLAN.replace("[en]", "[de]"), "utf-8")
    assert "nothing to correct" in planbuilder("check", plan).out


def test_reports_go_to_files_as_well(planbuilder: Run, plan: Path, tmp_path: Path, rules: list[Rule]) -> None:
    rules.append(rule())
    ran = planbuilder("check", plan, "--output", "json=a.json", "--output", "text=b=c.txt")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["plans"][0]["findings"][0]["check"] == "TEST-RULE"
    assert (tmp_path / "b=c.txt").read_text("utf-8") == ran.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "b=c.txt", "plan"]


@pytest.mark.parametrize("value", ["json", "json=", "=x", "yaml=x", "JSON=x"])
def test_an_output_that_is_not_format_and_file_is_wrong_usage(planbuilder: Run, plan: Path, value: str) -> None:
    ran = planbuilder("check", plan, "--output", value)
    assert ran.code == 2
    assert "is not FORMAT=FILE" in ran.err


def test_an_output_in_a_folder_that_is_not_there_is_refused(planbuilder: Run, plan: Path) -> None:
    ran = planbuilder("check", plan, "--output", "json=nowhere/a.json")
    assert ran.code == 2
    assert "“nowhere/a.json” cannot be written." in ran.err


def test_a_failure_leaves_the_old_report_whole(planbuilder: Run, plan: Path, tmp_path: Path, rules: list[Rule]) -> None:
    rules.append(rule(raises=True))
    (tmp_path / "a.json").write_text("old", "utf-8")
    assert planbuilder("check", plan, "--output", "json=a.json").code == 3
    assert (tmp_path / "a.json").read_text("utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "plan"]


def test_on_github_actions_the_report_is_for_github(
    planbuilder: Run, plan: Path, tmp_path: Path, rules: list[Rule], monkeypatch: pytest.MonkeyPatch
) -> None:
    rules.append(rule())
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("before\n", "utf-8")
    ran = planbuilder("check", plan)
    assert "::error file=plan/plan.yaml,line=1,col=1,title=TEST-RULE::Something is missing.%0AAdd it.\n" in ran.out
    page = (tmp_path / "summary.md").read_text("utf-8")
    assert page.startswith("before\n## planbuilder\n")
    assert "TEST&#45;RULE" in page


def test_a_summary_page_that_cannot_be_written_stops_nothing(
    planbuilder: Run, plan: Path, rules: list[Rule], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    assert planbuilder("check", plan, "--format", "github").code == 0


def test_check_writes_nothing_into_the_plan(planbuilder: Run, plan: Path) -> None:
    before = {path: path.read_bytes() for path in plan.rglob("*")}
    planbuilder("check", plan)
    assert {path: path.read_bytes() for path in plan.rglob("*")} == before


def test_a_plan_is_compared_with_what_it_was(planbuilder: Run, plan: Path) -> None:
    shutil.copytree(plan, "before")
    (plan / "plan.yaml").write_text(PLAN.replace("  owner: ana\n", "  reviewed: 2026-11-01\n"), "utf-8")
    ran = planbuilder("check", plan, "--compare", "before", *DAY, "--format", "markdown")
    assert ran.code == 1
    said = unescape(ran.out)
    assert "Compared with before: 1 new finding, 1 finding mended" in said
    assert re.search(r"Recommendations met: \d+ before, \d+ now", said)
    new = [line for line in said.splitlines() if line.startswith("| new: ")]
    assert len(new) == 1
    assert "PLAN-OWNER" in new[0]


def test_everything_is_new_in_a_plan_that_was_not_there(planbuilder: Run, plan: Path) -> None:
    Path("before").mkdir()
    ran = planbuilder("check", plan, "--compare", "before", *DAY)
    count = ran.out.count(" error ") + ran.out.count(" warning ") + ran.out.count(" advice ")
    assert count
    assert "new findings, 0 findings mended." in ran.out
    assert "before," not in ran.out


def test_what_was_there_before_still_fails(planbuilder: Run, plan: Path) -> None:
    shutil.copytree(plan, "before")
    ran = planbuilder("check", plan, "--compare", "before", *DAY)
    assert ran.code == 1
    assert "Compared with before: 0 new findings, 0 findings mended." in ran.out


def test_plans_are_compared_by_their_names(planbuilder: Run, plan: Path) -> None:
    for folder in ("plans/a", "plans/b", "old/b", "old/a"):
        shutil.copytree(plan, folder)
    (Path("plans/b") / "plan.yaml").write_text(PLAN.replace("  owner: ana\n", ""), "utf-8")
    ran = planbuilder("check", "plans", "--compare", "old", *DAY)
    compared = [line for line in ran.out.splitlines() if line.startswith("Compared")]
    assert [line.split(",")[0] for line in compared] == [
        "Compared with before: 0 new findings",
        "Compared with before: 1 new finding",
    ]


def test_what_became_graver_since_before_is_new(planbuilder: Run, plan: Path) -> None:
    def with_severity(severity: str) -> str:
        setting = f"  checks: {{PLAN-REVIEW-OVERDUE: {{severity: {severity}, reason: r}}}}\n"
        return PLAN.replace("  owner: ana\n", f"  owner: ana\n{setting}")

    shutil.copytree(plan, "before")
    for then, now, new in (("warning", "error", 1), ("error", "warning", 0), ("error", "error", 0)):
        (Path("before") / "plan.yaml").write_text(with_severity(then), "utf-8")
        (plan / "plan.yaml").write_text(with_severity(now), "utf-8")
        ran = planbuilder("check", plan, "--compare", "before", *DAY)
        assert f"Compared with before: {new} new finding{'s' * (new != 1)}, 0 findings mended." in ran.out


def test_a_plan_that_was_there_before_and_is_gone_is_told(planbuilder: Run, plan: Path) -> None:
    for folder in ("plans/a", "plans/b", "old/a", "old/b", "old/c"):
        shutil.copytree(plan, folder)
    gone = "Compared with before: the plan c is gone."
    for format_ in ("text", "markdown"):
        ran = planbuilder("check", "plans", "--compare", "old", *DAY, "--format", format_)
        assert (ran.code, gone in unescape(ran.out)) == (1, True)
    assert "gone" not in planbuilder("check", "old", "--compare", "plans", *DAY).out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--output", "json=r.out", "--output", "sarif=./r.out"),
        ("--output", "json=known.json", "--baseline", "known.json", "--update-baseline"),
        ("--output", "json=plan/report.yaml"),
        ("--output", "json=plan/below/report.YML"),
        ("--baseline", "plan/known.yml", "--update-baseline"),
    ],
)
def test_a_file_in_the_place_of_another_is_wrong_usage(
    planbuilder: Run, plan: Path, arguments: tuple[str, ...]
) -> None:
    (plan / "below").mkdir()
    before = sorted(Path().rglob("*"))
    ran = planbuilder("check", plan, *arguments)
    assert (ran.code, ran.out, sorted(Path().rglob("*"))) == (2, "", before)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--output", "json=plan/report.json"),
        ("--output", "json=report.yaml"),
        ("--output", f"json={os.devnull}", "--output", f"sarif={os.devnull}"),
    ],
)
def test_any_other_place_is_taken(planbuilder: Run, plan: Path, arguments: tuple[str, ...]) -> None:
    assert planbuilder("check", plan, *arguments, "--fail-on", "never").code == 0


def test_a_plan_of_quebec_is_answered_in_the_words_of_quebec(planbuilder: Run, plan: Path) -> None:
    (plan / "plan.yaml").write_text(
        "about: {organisation: A, languages: [fr-CA], timezone: America/Toronto}\n"
        "people: {ana: {name: Ana}, leo: {name: Léo}}\n"
        "roles: {lead: {holder: ana, deputies: [leo], can: [activate]}}\n"
        "on_call: {ligne: {role: lead, rota: [ana, leo], from: 2026-11-16}}\n"
        "absences: [{who: ana, from: 2026-11-30, to: 2026-11-30}]\n",
        "utf-8",
    )
    ran = planbuilder("check", plan, "--profile", "standard", *DAY)
    assert "ONCALL-AWAY : Ana est de garde sur ligne" in ran.out.replace("\N{NO-BREAK SPACE}", " ")
