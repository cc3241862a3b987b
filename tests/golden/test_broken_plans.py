"""Plans with one mistake each, as a communications lead makes it, and the report that answers it.

A mistake is an edit to one of the complete plans; `report.txt` (and `report.json` where it stands) is what
`planbuilder check` says. New or changed reports are read aloud before they are accepted.
"""

import json
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planbuilder.commands._program import run

PLANS = Path(__file__).parent.parent / "plans"
MISTAKES = sorted(path.parent for path in (PLANS / "broken").glob("*/mistake.toml"))
TODAY = "2026-11-21"

each_mistake = pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.name)


def make(case: Path, folder: Path) -> None:
    """The complete plan with the mistake in it."""
    mistake = tomllib.loads((case / "mistake.toml").read_text("utf-8"))
    shutil.copytree(PLANS / "complete" / mistake["plan"], folder)
    for edit in mistake["edit"]:
        apply(edit, folder / edit["file"])


def apply(edit: dict[str, Any], file: Path) -> None:
    text = edit["now"]
    if "was" in edit:
        before = file.read_text("utf-8")
        assert edit["was"] in before, f"{file.name} does not hold what the mistake replaces"
        text = before.replace(edit["was"], edit["now"], 1)
    file.write_text(text, encoding=edit.get("encoding", "utf-8"), newline="")


def whatever_the_catalogue(report: str) -> str:
    """The report without the number of checks, which grows with the catalogue."""
    return re.sub(r"\(\d+(?= (checks|contrôles) )", "(N", re.sub(r'("checks": )[1-9]\d*', r"\g<1>0", report))


@each_mistake
def test_the_report_is_the_golden_one(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    golden: Callable[[Path, str], None],
) -> None:
    make(case, tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    code = run(["check", "plan", "--today", TODAY, "--format", "text"])
    golden(case / "report.txt", f"{whatever_the_catalogue(capsys.readouterr().out)}exit {code}\n")


@pytest.mark.parametrize("case", [c for c in MISTAKES if (c / "report.json").exists()], ids=lambda case: case.name)
def test_the_json_report_is_the_golden_one(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    golden: Callable[[Path, str], None],
) -> None:
    make(case, tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    run(["check", "plan", "--today", TODAY, "--format", "json"])
    written = capsys.readouterr().out
    assert json.loads(written)["version"] == 1
    golden(case / "report.json", whatever_the_catalogue(written))


@pytest.mark.parametrize("plan", sorted((PLANS / "complete").iterdir()), ids=lambda plan: plan.name)
def test_the_complete_plans_are_clean(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["check", str(plan), "--today", TODAY, "--format", "json"])
    (report,) = json.loads(capsys.readouterr().out)["plans"]
    assert (code, report["findings"]) == (0, [])


def test_there_are_enough_mistakes() -> None:
    assert len(MISTAKES) >= 15
    assert any((case / "report.json").exists() for case in MISTAKES)
