"""What is different in a plan, in words: for people and for programs."""

import json
from pathlib import Path

import pytest

from .conftest import Run

OLD = """about: {organisation: Example, languages: [en]}
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Leo Roy}
roles:
  lead: {name: Lead, holder: ana, deputies: [leo]}
statements:
  word: {kind: holding, text: We are checking. Next update at 6 pm.}
"""
NEW = (
    OLD.replace("holder: ana", "holder: leo")
    .replace("98 00 01", "98 00 02")
    .replace("We are checking.", "We have stopped the line and are checking it with our engineers.")
    .replace("  leo: {name: Leo Roy}", "  leo: {name: Leo Roy}\n  kim: {name: Kim Berg}")
)


def write(folder: Path, text: str) -> str:
    folder.mkdir()
    (folder / "plan.yaml").write_text(text)
    return str(folder)


def test_changes_are_told_entry_by_entry_and_private_values_are_not(planbuilder: Run, tmp_path: Path) -> None:
    old, new = write(tmp_path / "old", OLD), write(tmp_path / "new", NEW)
    told = planbuilder("diff", old, new)
    assert told.code == 0
    assert (
        told.out
        == """
people › Ana Ruiz
  Mobile number: changed; only the crisis team sees it.

people
  + Kim Berg

roles › Lead
  The person who holds the role: Ana Ruiz → Leo Roy

statements › word
  The text, in each language (en):
    − We are checking. Next update at 6 pm.
    + We have stopped the line and are checking it with our engineers. Next update at 6 pm.

new: 4 changes.
"""
    )
    assert "98 00" not in told.out


@pytest.mark.parametrize("format_", ["text", "json"])
@pytest.mark.parametrize("now", ["  - {who: leo, from: 2026-12-24, to: 2027-01-05}\n", ""])
def test_who_is_away_is_not_told(planbuilder: Run, tmp_path: Path, now: str, format_: str) -> None:
    away = "absences:\n  - {who: leo, from: 2026-12-24, to: 2026-12-31}\n"
    old = write(tmp_path / "old", OLD + away)
    new = write(tmp_path / "new", OLD + ("absences:\n" + now if now else ""))
    told = planbuilder("diff", old, new, "--format", format_).out
    assert not [word for word in ("Leo", "December", "January") if word in told]
    if format_ == "text":
        expected = "\nabsences\n  Who is away, and when: changed; only the crisis team sees it.\n\nnew: 1 change.\n"
        assert told == expected
    else:
        (change,) = json.loads(told)["plans"][0]["changes"]
        assert change == {
            "kind": "changed",
            "address": "absences",
            "entries": [],
            "key": "absences",
            "language": None,
        }


def test_programs_get_addresses_keys_and_values(planbuilder: Run, tmp_path: Path) -> None:
    old, new = write(tmp_path / "old", OLD), write(tmp_path / "new", NEW)
    told = json.loads(planbuilder("diff", old, new, "--format", "json").out)
    (plan,) = told["plans"]
    assert [change["address"] for change in plan["changes"]] == [
        "people.ana.mobile",
        "people.kim",
        "roles.lead.holder",
        "statements.word.text.en",
    ]
    assert "before" not in plan["changes"][0]
    assert plan["changes"][2]["before"] == "Ana Ruiz"


def test_a_plan_that_is_the_same_says_so(planbuilder: Run, tmp_path: Path) -> None:
    old = write(tmp_path / "old", OLD)
    assert planbuilder("diff", old, old).out == "old: nothing is different.\n"


def test_plans_that_came_or_went_are_named(planbuilder: Run, tmp_path: Path) -> None:
    for where, names in (("before", ("a", "b")), ("after", ("b", "c"))):
        (tmp_path / where).mkdir()
        for name in names:
            write(tmp_path / where / name, OLD)
    told = planbuilder("diff", str(tmp_path / "before"), str(tmp_path / "after"))
    assert told.out == "b: nothing is different.\nc: the plan is new.\na: the plan is gone.\n"


def test_a_copy_that_cannot_be_read_is_refused(planbuilder: Run, tmp_path: Path) -> None:
    old, new = write(tmp_path / "old", "roles: [\n"), write(tmp_path / "new", NEW)
    told = planbuilder("diff", old, new)
    assert told.code == 2
    assert "cannot be read as a whole" in told.err
