"""`planbuilder approve`: the approval is in the plan, it counts, and nothing else has changed."""

from codecs import BOM_UTF8
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.commands import approve
from planbuilder.commands._approving import begin, written
from planbuilder.loading import load_texts
from planbuilder.plan.approvals import standing
from planbuilder.source import scalars

from .conftest import Run

TODAY = date(2026, 11, 21)

PLAN = """\
about: {organisation: Example, languages: [en, fr], timezone: Europe/Paris}
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand}
  ines: {name: Inès Roche}
  old: {name: Olga Dubois, left_on: 2026-01-31}
roles:
  lead: {name: {en: Lead, fr: Pilote}, holder: ana, deputies: [leo]}
  legal: {holder: ines}
  past: {holder: old}
levels:
  crisis:
    sign_off: {new_text: [lead, legal, past]}
scenarios:
  fire:
    level: crisis
    statements:
      fire-holding:
        kind: holding  # the first word
        text:
          en: There is a fire.
          fr: "Il y a le feu : restez chez vous."
      fire-closing: {kind: closing, text: {en: It is over., fr: C'est fini.}}
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(approve, "today_in", lambda zone: TODAY)
    folder = Path("plans")
    folder.mkdir()
    (folder / "plan.yaml").write_bytes(PLAN.encode())
    return folder / "plan.yaml"


def test_the_approval_is_written_and_the_difference_shown(planbuilder: Run, plan: Path) -> None:
    ran = planbuilder("approve", "fire-holding", "--by", "ana")
    text = plan.read_text("utf-8")
    added = "        approved:\n          - {by: ana, date: 2026-11-21, text: 0a9b589bcedf}\n"
    assert text.replace(added, "") == PLAN
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "--- plans/plan.yaml",
        "+++ plans/plan.yaml",
        "@@ -22,0 +23,2 @@",
        "+        approved:",
        "+          - {by: ana, date: 2026-11-21, text: 0a9b589bcedf}",
        "Ana Ruiz approved “fire-holding” on 21\u00a0November\u00a02026.",
        "“fire-holding” still waits for Inès Roche (legal).",
        "“fire-holding” still waits for Olga Dubois (past).",
    ]


@pytest.mark.parametrize(
    ("deputies", "first", "waits"),
    [
        ("[ana]", "", ["Inès Roche (legal)"]),
        ("[ana, leo]", "", ["Inès Roche / Léo Marchand (legal)"]),
        ("[ana, leo]", "leo", []),
        ("[leo]", "leo", []),
    ],
)
def test_whoever_counts_for_one_role_is_no_help_for_the_other(
    planbuilder: Run, plan: Path, deputies: str, first: str, waits: list[str]
) -> None:
    text = PLAN.replace("holder: ines", f"holder: ines, deputies: {deputies}").replace(", past]", "]")
    plan.write_bytes(text.encode())
    if first:
        planbuilder("approve", "fire-holding", "--by", first)
    ran = planbuilder("approve", "fire-holding", "--by", "ana")
    said = [line for line in ran.out.splitlines() if "still waits" in line]
    assert said == [f"“fire-holding” still waits for {people}." for people in waits]


def test_it_can_be_done_twice(planbuilder: Run, plan: Path) -> None:
    planbuilder("approve", "fire-holding", "--by", "ana")
    before = plan.read_bytes()
    ran = planbuilder("approve", "fire-holding", "--by", "ana")
    assert plan.read_bytes() == before
    assert ran.out.startswith(
        "Ana Ruiz had already approved “fire-holding” as it stands, on 21\u00a0November\u00a02026."
    )


def test_another_day_for_the_same_approval_is_told_as_what_it_is(planbuilder: Run, plan: Path) -> None:
    planbuilder("approve", "fire-holding", "--by", "ana")
    ran = planbuilder("approve", "fire-holding", "--by", "ana", "--on", "2026-11-19")
    assert plan.read_text("utf-8").count("by: ana") == 1
    assert "{by: ana, date: 2026-11-19, text:" in plan.read_text("utf-8")
    assert "had already approved “fire-holding” as it stands; the date is now 19\u00a0November\u00a02026" in ran.out
    again = planbuilder("approve", "fire-holding", "--by", "ana", "--on", "2026-11-19")
    assert again.out.startswith("Ana Ruiz had already approved “fire-holding” as it stands, on 19\u00a0November")


def test_a_second_person_is_added_below_the_first(planbuilder: Run, plan: Path) -> None:
    planbuilder("approve", "fire-holding", "--by", "ana")
    planbuilder("approve", "fire-holding", "--by", "ines")
    lines = plan.read_text("utf-8").splitlines()
    assert [line.split(",")[0].strip() for line in lines if "by: " in line] == ["- {by: ana", "- {by: ines"]


def test_a_changed_text_is_approved_anew(planbuilder: Run, plan: Path) -> None:
    planbuilder("approve", "fire-holding", "--by", "ana", "--on", "2026-11-02")
    plan.write_text(plan.read_text("utf-8").replace("There is a fire.", "There is a small fire."), "utf-8")
    planbuilder("approve", "fire-holding", "--by", "ana")
    entries = [line.strip() for line in plan.read_text("utf-8").splitlines() if "by: ana" in line]
    assert len(entries) == 1
    assert entries[0].startswith("- {by: ana, date: 2026-11-21, text: ")


def test_several_statements_are_approved_at_once(planbuilder: Run, plan: Path) -> None:
    ran = planbuilder("approve", "fire-holding", "fire-closing", "fire-closing", "--by", "leo")
    assert plan.read_text("utf-8").count("by: leo") == 2
    assert ran.out.count("Léo Marchand approved") == 2


def test_all_or_none(planbuilder: Run, plan: Path) -> None:
    assert planbuilder("approve", "fire-holding", "fire-begin", "--by", "ana").code == 2
    assert plan.read_bytes() == PLAN.encode()


def test_line_ends_a_missing_final_newline_and_the_mark_of_the_editor_stay(planbuilder: Run, plan: Path) -> None:
    windows = BOM_UTF8 + PLAN.rstrip("\n").replace("\n", "\r\n").encode()
    plan.write_bytes(windows)
    planbuilder("approve", "fire-closing", "--by", "ana")
    text = plan.read_bytes()
    assert text.count(b"\n") == text.count(b"\r\n") == windows.count(b"\n")
    assert not text.endswith(b"\n")
    assert text.startswith(BOM_UTF8)
    assert text.count(BOM_UTF8) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fire-holdin", "--by", "ana"], "There is no statement “fire-holdin”.\nDid you mean “fire-holding”?"),
        (["zzz", "--by", "ana"], "There is no statement “zzz”.\nPossible are fire-holding and fire-closing."),
        (["fire-holding", "--by", "anna"], "There is no “anna” among the people of the plan.\nDid you mean “ana”?"),
        (["fire-holding", "--by", "qqqq"], "Possible are ana, leo, ines and old."),
        (["fire-holding", "--by", "old"], "Olga Dubois has left the organisation; this approval would not count."),
        (
            ["fire-holding", "--by", "ana", "--on", "2026-11-22"],
            "is still in the future; this approval would not count.",
        ),
        (
            ["fire-holding", "--by", "ana", "--on", "2025-01-01"],
            "more than 6\u00a0months ago; this approval would not count.",
        ),
    ],
)
def test_what_would_not_count_is_refused(planbuilder: Run, plan: Path, arguments: list[str], said: str) -> None:
    ran = planbuilder("approve", *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert plan.read_bytes() == PLAN.encode()


def test_a_person_whose_role_is_not_asked_for_is_told_who_may(planbuilder: Run, plan: Path) -> None:
    plan.write_text(PLAN.replace("[lead, legal, past]", "[lead]"), "utf-8")
    ran = planbuilder("approve", "fire-holding", "--by", "ines")
    assert ran.code == 2
    assert "Inès Roche may not approve “fire-holding”" in ran.err
    assert "Those who may: Ana Ruiz / Léo Marchand (Lead)." in ran.err


def test_a_plan_that_cannot_be_read_is_not_touched(planbuilder: Run, plan: Path) -> None:
    plan.write_text(PLAN.replace("kind: holding", "knd: holding"), "utf-8")
    before = plan.read_bytes()
    ran = planbuilder("approve", "fire-holding", "--by", "ana")
    assert ran.code == 2
    assert "cannot be read as a whole" in ran.err
    assert plan.read_bytes() == before


def test_the_same_statement_in_two_plans_asks_which(planbuilder: Run, plan: Path) -> None:
    other = plan.parent / "b"
    other.mkdir()
    (plan.parent / "a").mkdir()
    (other / "plan.yaml").write_bytes(PLAN.encode())
    plan.rename(plan.parent / "a" / "plan.yaml")
    ran = planbuilder("approve", "fire-holding", "--by", "ana")
    assert ran.code == 2
    assert "Several plans have a statement “fire-holding”: a and b." in ran.err
    assert planbuilder("approve", "fire-holding", "--by", "ana", "--plans", other).code == 0


def test_the_answer_is_in_the_language_of_the_plan(planbuilder: Run, plan: Path) -> None:
    plan.write_text(PLAN.replace("[en, fr]", "[fr, en]"), "utf-8")
    assert (
        "Ana Ruiz a validé «\u00a0fire-holding\u00a0» le 21\u00a0novembre\u00a02026."
        in planbuilder("approve", "fire-holding", "--by", "ana").out
    )
    assert (
        "Vouliez-vous dire «\u00a0fire-closing\u00a0»\u00a0?"
        in planbuilder("approve", "fire-closin", "--by", "ana").err
    )


def test_no_number_of_a_person_is_printed(planbuilder: Run, plan: Path) -> None:
    whole = "".join(line for line in PLAN.splitlines(keepends=True) if line.startswith("about"))
    flow = (
        "people: {ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}}\n"
        "statements: {s: {kind: alert, text: {en: a, fr: b}}}\n"
    )
    plan.write_text(whole + flow, "utf-8")
    ran = planbuilder("approve", "s", "--by", "ana")
    assert ran.code == 0
    assert "39 98" not in ran.out


phrases = st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" \u00a0"), min_size=1, max_size=40)


@given(phrases.filter(lambda text: text.strip() != ""), phrases.filter(lambda text: text.strip() != ""), st.booleans())
def test_whatever_the_text_the_approval_counts_and_every_other_value_stays(en: str, fr: str, block: bool) -> None:
    quoted = "'" + fr.replace("'", "''") + "'"
    first = f"|\n            {en.strip()}" if block else '"' + en.replace("\\", "\\\\").replace('"', '\\"') + '"'
    text = PLAN.replace("There is a fire.", first).replace('"Il y a le feu : restez chez vous."', quoted)
    before = load_texts({"plan.yaml": text})
    if before.plan is None:
        return
    statement = before.plan.statement("fire-holding")
    assert statement is not None
    changed = written(begin(before, statement, "ana", TODAY, TODAY), text)
    after = load_texts({"plan.yaml": changed})
    assert after.plan is not None
    approved = after.plan.statement("fire-holding")
    assert approved is not None
    assert [verdict.doubt for verdict in standing(after.plan, approved, TODAY).verdicts] == [None]
    place = approved.where / "approved"
    kept = [(where, value) for where, value in scalars(after.written) if not where.within(place)]
    assert kept == list(scalars(before.written))


def test_somebody_who_may_approve_is_welcome_beside_those_who_must(planbuilder: Run, plan: Path) -> None:
    may = PLAN.replace("[lead, legal, past]", "[lead]").replace("legal: {", "legal: {can: [approve], ")
    assert may != PLAN
    plan.write_text(may, "utf-8")
    assert planbuilder("approve", "fire-holding", "--by", "ines").code == 0
    assert "by: ines" in plan.read_text("utf-8")


@pytest.mark.parametrize("name", ["'[NAME: COMMUNICATIONS]'", "'[Ana Ruiz]'", "“Ana Ruiz”"])
def test_somebody_without_a_name_approves_nothing(planbuilder: Run, plan: Path, name: str) -> None:
    plan.write_text(PLAN.replace("Ana Ruiz", name), "utf-8")
    ran = planbuilder("approve", "fire-holding", "--by", "ana")
    assert ran.code == 2
    assert "“ana” has no name yet" in ran.err
    assert "approved" not in plan.read_text("utf-8")


def test_a_lawyer_whom_no_level_asks_may_approve_what_the_text_admits(planbuilder: Run, plan: Path) -> None:
    text = PLAN.replace("[lead, legal, past]", "[lead]").replace(
        "legal: {holder: ines}", "legal: {holder: ines, kind: legal}"
    )
    plan.write_text(text, "utf-8")
    assert planbuilder("approve", "fire-holding", "--by", "ines").code == 0
    plan.write_text(text.replace("kind: legal", "kind: technical"), "utf-8")
    assert planbuilder("approve", "fire-holding", "--by", "ines").code == 2
