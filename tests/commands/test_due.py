"""What is due: each kind at the edge of its date, by person, and a calendar that clients open."""

import json
from datetime import date
from pathlib import Path

import pytest

from planbuilder.due import due
from planbuilder.loading import load_texts
from planbuilder.plan import Plan

from .conftest import Run

TODAY = date(2026, 11, 21)
ABOUT = "about: {organisation: Example, languages: [en], timezone: Europe/Paris%s}\n"
PEOPLE = "people: {ana: {name: Ana Ruiz}}\nroles: {lead: {holder: ana}}\n"


def read(about: str = "", more: str = "", people: str = PEOPLE) -> Plan:
    loaded = load_texts({"plan.yaml": ABOUT % about + people + more})
    assert loaded.plan is not None, loaded.findings
    return loaded.plan


def days(plan: Plan) -> list[tuple[str, str, str]]:
    return [(one.kind, one.day.isoformat(), one.owner) for one in due(plan, TODAY, date.max)]


@pytest.mark.parametrize(
    ("about", "more", "people", "expected"),
    [
        (", owner: ana, reviewed: 2026-08-31", "", PEOPLE, ("review", "2027-02-28", "ana")),
        (", reviewed: 2026-08-01, review_every: 3 months", "", PEOPLE, ("review", "2026-11-01", "")),
        (", offline_copy: {updated: 2026-06-01, by: ana}", "", PEOPLE, ("offline-copy", "2026-12-01", "ana")),
        ("", "", "people: {ana: {name: Ana, checked: 2026-06-01}}\n", ("contact-check", "2026-12-01", "ana")),
        ("", "monitoring: {normal: {mentions: 3, measured: 2026-06-01}}\n", PEOPLE, ("baseline", "2026-12-01", "")),
        ("", "channels: {x: {platform: x, admins: [ana], access: {tested: 2026-09-01}}}\n", PEOPLE,
         ("access-test", "2026-12-01", "ana")),
        ("", "training: [{who: [lead], what: Reading, every: 1 year, last: 2026-01-01}]\n", PEOPLE,
         ("training", "2027-01-01", "")),
        ("", "exercises: [{kind: tabletop, planned: 2026-12-01}]\n", PEOPLE, ("exercise", "2026-12-01", "")),
        ("", "reviews: {a: {closed: 2026-11-01}}\n", PEOPLE, ("lessons", "2026-12-01", "")),
        ("", "reviews: {a: {held: 2026-11-01, actions: [{do: it, by: ana, due: 2026-12-01}]}}\n", PEOPLE,
         ("action", "2026-12-01", "ana")),
        ("", "waivers: [{check: PLAN-LOG, reason: new, by: ana, until: 2026-12-01}]\n", PEOPLE,
         ("waiver", "2026-12-01", "ana")),
    ],
)  # fmt: skip
def test_each_kind_has_its_day_and_its_person(
    about: str, more: str, people: str, expected: tuple[str, str, str]
) -> None:
    assert days(read(about, more, people)) == [expected]


def test_the_numbers_of_people_on_call_are_checked_more_often() -> None:
    people = "people: {ana: {name: Ana, checked: 2026-06-01}}\nroles: {lead: {holder: ana}}\n"
    line = "on_call: {alert: {role: lead, rota: [ana], from: 2026-01-05, last_test: {date: 2026-09-01}}}\n"
    assert days(read("", line, people)) == [("contact-check", "2026-09-01", "ana"), ("call-test", "2026-12-01", "ana")]


@pytest.mark.parametrize(
    "more",
    [
        "exercises: [{kind: tabletop, planned: 2026-12-01, date: 2026-11-01}]\n",
        "reviews: {a: {closed: 2026-11-01, held: 2026-11-03}}\n",
        "reviews: {a: {held: 2026-11-01, actions: [{do: it, by: ana, due: 2026-12-01, done: 2026-11-02}]}}\n",
    ],
)
def test_what_is_done_is_not_due(more: str) -> None:
    assert days(read("", more)) == []


def test_somebody_who_left_is_not_checked() -> None:
    people = "people: {ana: {name: Ana, checked: 2026-01-01, left_on: 2026-10-01}}\n"
    assert days(read("", "", people)) == []


def test_an_approval_that_holds_has_an_end_and_one_of_another_text_has_none() -> None:
    from planbuilder.plan.fingerprint import fingerprint

    def text(mark: str) -> str:
        approval = f"{{by: ana, date: 2026-06-01, text: {mark}}}"
        return f"statements: {{first: {{kind: holding, text: We know., approved: [{approval}]}}}}\n"

    (statement,) = read("", text("000000000000")).all_statements()
    assert days(read("", text("000000000000"))) == []
    assert days(read("", text(f"'{fingerprint(statement, ('en',))}'"))) == [("approval", "2026-12-01", "ana")]


def test_the_last_day_counts() -> None:
    plan = read("", "exercises: [{kind: tabletop, planned: 2026-12-01}]\n")
    assert len(due(plan, TODAY, date(2026, 12, 1))) == 1
    assert due(plan, TODAY, date(2026, 11, 30)) == []


DUE = """\
exercises: [{kind: tabletop, planned: 2026-12-21}, {kind: live, planned: 2026-12-22}]
reviews: {a: {held: 2026-11-01, actions: [{do: "Write; translate, sign", by: ana, due: 2026-11-20}]}}
"""


@pytest.fixture
def busy(plan: Path) -> Path:
    (plan / "more.yaml").write_text(DUE, "utf-8")
    return plan


def test_the_list_is_by_person_and_says_what_is_overdue(planbuilder: Run, busy: Path) -> None:
    ran = planbuilder("due", busy, "--today", "2026-11-21")
    assert ran.code == 0
    lines = ran.out.replace("\u00a0", " ").splitlines()
    assert lines[0] == "Ana Ruiz"
    assert lines[1].startswith("  2026-11-20  Write; translate, sign (overdue)  reviews.a.actions[0]")
    assert lines[2].startswith("  2026-12-21  Hold the exercise  exercises[0]")
    assert lines[-1] == "plan: 2 due within 30 days, 1 of them overdue (on 21 November 2026)."


def test_the_list_looks_as_far_as_asked(planbuilder: Run, busy: Path) -> None:
    told = planbuilder("due", busy, "--today", "2026-11-21", "--within", "2 months").out
    assert "2026-12-22" in told
    assert "2026-12-21" not in planbuilder("due", busy, "--today", "2026-11-21", "--within", "7d").out


@pytest.mark.parametrize("within", ["1 month", "1 mois", "un mois", "P1M"])
def test_a_length_is_typed_as_in_a_plan_or_in_french(planbuilder: Run, busy: Path, within: str) -> None:
    assert "2026-12-21" in planbuilder("due", busy, "--today", "2026-11-21", "--within", within).out
    for short in ("3 weeks", "3 semaines", "21j", "21d", "2 semaines et 3 jours"):
        assert "2026-12-21" not in planbuilder("due", busy, "--today", "2026-11-21", "--within", short).out


@pytest.mark.parametrize("within", ["soon", "15", "0d", "", "-3 days"])
def test_a_length_that_is_none_is_wrong_usage(planbuilder: Run, busy: Path, within: str) -> None:
    ran = planbuilder("due", busy, f"--within={within}")
    assert ran.code == 2
    assert f"“{within}” is not a length of time; write a number of days, weeks, months or years" in ran.err


def test_programs_read_where_it_stands(planbuilder: Run, busy: Path) -> None:
    (told,) = json.loads(planbuilder("due", busy, "--today", "2026-11-21", "--format", "json").out)["plans"]
    assert told["due"][0] == {
        "date": "2026-11-20",
        "overdue": True,
        "kind": "action",
        "what": "Write; translate, sign",
        "owner": "ana",
        "name": "Ana Ruiz",
        "address": "reviews.a.actions[0]",
        "file": "plan/more.yaml",
        "line": 2,
    }


def test_the_calendar_has_an_event_for_each(planbuilder: Run, busy: Path) -> None:
    ran = planbuilder("due", busy, "--today", "2026-11-21", "--format", "ics")
    assert ran.out.count("BEGIN:VEVENT") == ran.out.count("END:VEVENT") == 2
    assert "\nSUMMARY:Write\\; translate\\, sign\r\n" in ran.out
    assert "\nDTSTART;VALUE=DATE:20261120\r\nDTEND;VALUE=DATE:20261121\r\n" in ran.out
    assert ran.out.startswith("BEGIN:VCALENDAR\r\n")
    assert planbuilder("due", busy, "--today", "2026-11-21", "--format", "ics").out == ran.out
