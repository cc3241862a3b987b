"""The reports that `check` is asked for beside its own."""

import json
from pathlib import Path

import pytest

from .conftest import Run


def test_the_summary_takes_the_place_of_the_findings(planbuilder: Run, plan: Path) -> None:
    ran = planbuilder("check", plan, "--summary")
    assert ran.code == 1
    assert "recommendations are met (profile `starter`" in ran.out
    assert "plan.yaml:" not in ran.out


def test_several_reports_at_once(planbuilder: Run, plan: Path, tmp_path: Path) -> None:
    names = ("sarif", "gitlab", "junit", "markdown", "json")
    wanted = [argument for name in names for argument in ("--output", f"{name}={tmp_path / name}")]
    ran = planbuilder("check", plan, "--summary", *wanted)
    assert ran.code == 1
    assert "recommendations are met" in ran.out
    assert all((tmp_path / name).stat().st_size for name in names)
    (told,) = json.loads((tmp_path / "json").read_text("utf-8"))["plans"]
    assert {one["practice"] for one in told["practices"]} >= {"A1", "B26"}


def test_links_lead_to_the_service_that_runs_the_check(
    planbuilder: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_REPOSITORY", "a/b")
    monkeypatch.setenv("GITHUB_SHA", "c0ffee")
    monkeypatch.delenv("GITHUB_SERVER_URL", raising=False)
    ran = planbuilder("check", plan, "--format", "markdown")
    assert "](https://github.com/a/b/blob/c0ffee/plan/plan.yaml#L1)" in ran.out
