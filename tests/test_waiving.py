"""Exceptions that are needless or too wide are findings themselves."""

from collections.abc import Iterator
from datetime import date

import pytest

from planbuilder.checking import check
from planbuilder.findings import Finding, Gap, Profile, Severity
from planbuilder.loading import load_texts
from planbuilder.messages import render, say
from planbuilder.plan import Plan
from planbuilder.rules import Rule, find_rule
from planbuilder.source import Where

TODAY = date(2026, 11, 21)

PLAN = """\
about: {organisation: Example, languages: [en]}
people: {ana: {name: Ana Ruiz}}
roles:
  lead: {holder: ana}
  desk: {holder: ana}
waivers:
"""


def rule(name: str, *where: str) -> Rule:
    def find(plan: Plan) -> Iterator[Gap]:
        yield from (Gap(Where.parse(address), say("Missing."), say("Add it.")) for address in where)

    return Rule(
        name, find, severity=Severity.ERROR, profile=Profile.STARTER, serves=(), source=(), why="", bad="", good=""
    )


def findings(waiver: str, *rules: Rule) -> list[Finding]:
    of_waivers = find_rule("PLAN-WAIVER-EXPIRED")
    assert of_waivers
    loaded = load_texts({"plan.yaml": f"{PLAN}  - {{{waiver}, reason: r, by: ana, until: 2026-12-31}}\n"})
    found = check(loaded, TODAY, Profile.STARTER, [of_waivers, *rules]).findings
    return [finding for finding in found if finding.check == "PLAN-WAIVER-EXPIRED"]


def said(waiver: str, *rules: Rule) -> list[str]:
    return [render(finding.fix, "en") for finding in findings(waiver, *rules)]


def warnings(waiver: str, *rules: Rule) -> list[tuple[int, str]]:
    mine = findings(waiver, *rules)
    assert all(finding.severity is Severity.WARNING for finding in mine)
    return [(finding.span.line, render(finding.message, "en")) for finding in mine]


def test_an_exception_that_is_needed_is_well() -> None:
    assert warnings("check: A-X, at: roles.lead", rule("A-X", "roles.lead")) == []


def test_an_exception_to_what_is_mended_is_told() -> None:
    assert warnings("check: A-X, at: roles.lead", rule("A-X", "roles.desk")) == [
        (7, "The exception to A-X lets nothing pass any more.")
    ]


@pytest.mark.parametrize(
    ("at", "found", "near"),
    [
        ("roles.leed", "roles.lead", "roles.lead"),
        ("role.lead", "roles.lead", "roles.lead"),
        ("roles.leed", "roles.lead.deputies", "roles.lead"),
        ("lead", "roles.lead.deputies", "roles.lead"),
        ("roles.lead.deputy", "roles.lead.deputies", "roles.lead.deputies"),
        ("roles.lead.holder", "roles.lead", "roles.lead"),
        ("roles.desk", "roles.lead", None),
        ("roles.lead", "roles.lead-of-all", None),
        ("roles.lead.holder", "roles.lead.deputies", None),
        ("escalation.alert.steps[0]", "escalation.alert.steps[1]", None),
        ("roles.boss", "roles.lead", None),
        ("roles.leed.holder", "roles.lead", None),
        ("people", "about", None),
        ("roles.leed", "", None),
    ],
)
def test_an_address_that_is_nearly_right_is_corrected(at: str, found: str, near: str | None) -> None:
    fixes = said(f"check: A-X, at: '{at}'", rule("B-X", at), rule("A-X", found))
    assert fixes == [
        f"Write `at: {near}`, if it is meant for that; else remove it."
        if near
        else "Remove it; or correct its `at:`, where it is meant for something that is still found."
    ]


def test_an_address_whose_finding_another_exception_lets_pass_is_not_offered() -> None:
    other = "check: A-X, at: roles.lead, reason: r, by: ana, until: 2026-12-31}\n  - {check: A-X, at: roles.leed"
    assert ["Remove it" in fix for fix in said(other, rule("A-X", "roles.lead"))] == [True]


def test_an_exception_to_a_check_that_was_not_asked_is_left_alone() -> None:
    assert warnings("check: CHAN-NO-BACKUP", rule("B-X")) == []


def test_a_misspelt_check_is_told() -> None:
    ((line, said),) = warnings("check: CHAN-NO-BACKUPS", rule("B-X"))
    assert (line, said) == (7, "There is no check CHAN-NO-BACKUPS: this exception lets nothing pass.")


@pytest.mark.parametrize("name", ["SHAPE", "PLAN-WAIVER-EXPIRED"])
def test_an_exception_to_what_can_never_be_waived_is_told(name: str) -> None:
    ((_, told),) = warnings(f"check: {name}", rule("B-X"))
    assert "lets nothing pass" in told


def test_an_exception_to_what_can_never_be_waived_is_not_corrected() -> None:
    assert said("check: PLAN-DEAD-REF, at: roles.leed", rule("PLAN-DEAD-REF", "roles.lead")) == ["Remove it."]


def test_an_exception_without_address_is_for_one_finding() -> None:
    assert warnings("check: A-X", rule("A-X", "roles.lead")) == []
    assert warnings("check: A-X", rule("A-X", "roles.lead", "roles.desk")) == [
        (7, "The exception to A-X lets 2 findings pass, because it has no address.")
    ]


def test_an_address_may_be_a_section() -> None:
    assert warnings("check: A-X, at: roles", rule("A-X", "roles.lead", "roles.desk")) == []
