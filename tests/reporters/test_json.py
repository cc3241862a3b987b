"""The JSON report: its shape is a promise (docs/json-report.md)."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.findings import Severity
from planbuilder.messages import say
from planbuilder.outcome import Outcome
from planbuilder.reporters import Tally, clean, reporter, to_text

from .plans import checked, finding


def written(*plans: Outcome, language: str = "en") -> str:
    report, tally = reporter("json"), Tally()
    lines = [*report.start()]
    for plan in plans:
        tally.add(plan)
        lines += report.plan(plan, language)
    lines += report.end(tally, language)
    return "\n".join(to_text(line, colour=False) for line in lines)


def read(*plans: Outcome, language: str = "en") -> Any:
    return json.loads(written(*plans, language=language))


def test_no_plan_is_valid_too() -> None:
    assert read() == {"version": 1, "plans": []}


def test_a_plan_has_its_keys_in_order() -> None:
    (plan,) = read(checked(finding(), waived=(finding(line=9),)))["plans"]
    assert list(plan) == ["plan", "profile", "today", "language", "findings", "waived", "summary", "off", "known"]
    assert plan["today"] == "2026-11-21"
    assert plan["summary"] == {"error": 1, "warning": 0, "info": 0, "waived": 1, "checks": 0, "known": 0, "mended": 0}


def test_a_finding_has_its_keys_in_order() -> None:
    (plan,) = read(checked(finding()))["plans"]
    assert list(plan["findings"][0].items()) == [
        ("check", "TEAM-NO-DEPUTY"),
        ("severity", "error"),
        ("message", "lead has no deputy."),
        ("fix", "Name one."),
        ("file", "plan/team.yaml"),
        ("line", 4),
        ("column", 3),
        ("address", "roles.lead"),
    ]


def test_a_shape_finding_tells_its_kind() -> None:
    (plan,) = read(checked(finding("SHAPE", kind="unknown-key")))["plans"]
    assert plan["findings"][0]["kind"] == "unknown-key"


def test_a_waived_finding_tells_its_waiver() -> None:
    (plan,) = read(checked(waived=(finding(),)))["plans"]
    assert plan["waived"][0]["waiver"] == "waivers[0]"


def test_several_plans_stand_in_order() -> None:
    names = [plan["plan"] for plan in read(checked(name="a"), checked(finding(), name="b"), checked(name="c"))["plans"]]
    assert names == ["a", "b", "c"]


def test_severities_are_words() -> None:
    found = [finding(severity=severity) for severity in Severity]
    (plan,) = read(checked(*found))["plans"]
    assert [one["severity"] for one in plan["findings"]] == ["error", "warning", "info"]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_comes_back_and_nothing_is_obeyed(text: str) -> None:
    lines = written(checked(finding(message=say("{x}", x=text)))).split("\n")
    assert all(clean(line) == line and "##[" not in line and not line.lstrip().startswith("::") for line in lines)
    (plan,) = json.loads("\n".join(lines))["plans"]
    assert plan["findings"][0]["message"] == text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
