"""A plan against rules: profiles, waivers, order, rules that fail."""

from collections.abc import Iterator
from datetime import date

import pytest

from planbuilder.checking import RuleFailed, check, worst
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.loading import Loaded, load_texts
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules import Rule
from planbuilder.source import Where

TODAY = date(2026, 11, 21)

PLAN = """\
about: {organisation: Example, languages: [en]}
people:
  ana: {name: Ana Ruiz}
roles:
  lead: {holder: ana}
  desk: {holder: ana}
"""


def rule(check_id: str, *where: str, severity: Severity = Severity.ERROR, profile: Profile = Profile.STARTER) -> Rule:
    """A rule that finds something at each dotted address."""

    def find(plan: Plan) -> Iterator[Gap]:
        for address in where:
            yield Gap(Where.parse(address), say("Missing."), say("Add it."))

    return Rule(check_id, find, severity=severity, profile=profile, serves=(), source=(), why="", bad="", good="")


def loaded(*waivers: str, plan: str = PLAN) -> Loaded:
    return load_texts({"plan.yaml": plan + ("waivers:\n" + "".join(f"  - {w}\n" for w in waivers) if waivers else "")})


def waiver(check_id: str, at: str | None = None, until: str = "2026-11-21", **other: str) -> str:
    values = {"check": check_id, **({"at": at} if at else {}), "reason": "r", "by": "ana", "until": until, **other}
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items() if value) + "}"


def test_findings_stand_in_the_order_of_the_file() -> None:
    checked = check(loaded(), TODAY, rules=[rule("A-X", "roles.desk", "about"), rule("B-X", "roles.lead")])
    assert [(f.check, f.span.line) for f in checked.findings] == [("A-X", 1), ("B-X", 5), ("A-X", 6)]


@pytest.mark.parametrize(
    ("profile", "ran"), [("starter", ["A-X"]), ("standard", ["A-X", "B-X"]), ("advanced", ["A-X", "B-X", "C-X"])]
)
def test_a_profile_holds_those_before_it(profile: str, ran: list[str]) -> None:
    rules = [rule(f"{name}-X", "about", profile=p) for name, p in zip("ABC", Profile, strict=True)]
    checked = check(loaded(), TODAY, Profile(profile), rules)
    assert [one.id for one in checked.ran] == ran
    assert [finding.check for finding in checked.findings] == ran


def test_the_profile_is_that_of_the_plan_unless_asked_for() -> None:
    text = PLAN.replace("[en]}", "[en], profile: standard}")
    assert check(loaded(plan=text), TODAY, rules=[]).profile is Profile.STANDARD
    assert check(loaded(plan=text), TODAY, Profile.STARTER, rules=[]).profile is Profile.STARTER


def test_rules_are_silent_until_the_shape_is_right() -> None:
    checked = check(loaded(plan=PLAN + "rols: {}\n"), TODAY, rules=[rule("A-X", "about")])
    assert [finding.check for finding in checked.findings] == ["SHAPE"]
    assert checked.ran == ()


def test_a_dead_name_does_not_silence_the_rules() -> None:
    checked = check(
        loaded(plan=PLAN.replace("desk: {holder: ana}", "desk: {holder: anna}")), TODAY, rules=[rule("A-X", "about")]
    )
    assert {finding.check for finding in checked.findings} == {"PLAN-DEAD-REF", "A-X"}


def test_a_waiver_lets_pass_what_lies_at_or_below_its_address() -> None:
    checked = check(loaded(waiver("A-X", "roles.lead")), TODAY, rules=[rule("A-X", "roles.lead.holder", "roles.desk")])
    assert [str(finding.where) for finding in checked.findings] == ["roles.desk"]
    assert [(str(one.finding.where), str(one.waiver)) for one in checked.waived] == [
        ("roles.lead.holder", "waivers[0]")
    ]


def test_a_waiver_without_address_holds_for_the_whole_plan() -> None:
    checked = check(loaded(waiver("A-X")), TODAY, rules=[rule("A-X", "roles.lead", "about")])
    assert (len(checked.findings), len(checked.waived)) == (0, 2)


def test_a_finding_about_the_whole_plan_is_waived_at_about() -> None:
    checked = check(loaded(waiver("A-X", "about")), TODAY, rules=[rule("A-X", "")])
    assert (len(checked.findings), len(checked.waived)) == (0, 1)


@pytest.mark.parametrize(
    "written",
    [
        waiver("B-X"),
        waiver("A-X", until="2026-11-20"),
        waiver("A-X", until=""),
        waiver("A-X", reason=""),
        waiver("A-X", by=""),
        waiver("A-X", "roles.leader"),
    ],
)
def test_a_waiver_that_does_not_hold_lets_nothing_pass(written: str) -> None:
    checked = check(loaded(written), TODAY, rules=[rule("A-X", "roles.lead")])
    assert [finding.check for finding in checked.findings if finding.check == "A-X"] == ["A-X"]
    assert checked.waived == ()


@pytest.mark.parametrize("check_id", ["SHAPE", "PLAN-DEAD-REF", "PLAN-WAIVER-EXPIRED"])
def test_some_findings_are_never_waived(check_id: str) -> None:
    checked = check(loaded(waiver(check_id)), TODAY, rules=[rule(check_id, "roles.lead")])
    assert "roles.lead" in {str(finding.where) for finding in checked.findings if finding.check == check_id}
    assert checked.waived == ()


def test_a_rule_that_raises_is_named() -> None:
    def find(plan: Plan) -> Iterator[Gap]:
        yield Gap(Where(), say("x"), say("y"))
        raise KeyError("+33 6 39 98 00 01")

    bad = Rule(
        "A-X", find, severity=Severity.ERROR, profile=Profile.STARTER, serves=(), source=(), why="", bad="", good=""
    )
    with pytest.raises(RuleFailed) as raised:
        check(loaded(), TODAY, rules=[bad])
    assert (raised.value.check, raised.value.plan) == ("A-X", "plan")
    assert "39 98" not in str(raised.value)


def test_the_same_plan_on_the_same_day_gives_the_same_findings() -> None:
    rules = [rule("A-X", "roles.desk", "roles.lead"), rule("B-X", "about")]
    assert check(loaded(), TODAY, rules=rules).findings == check(loaded(), TODAY, rules=rules).findings


def test_the_worst_is_the_gravest() -> None:
    rules = [rule("A-X", "about", severity=Severity.INFO), rule("B-X", "about", severity=Severity.WARNING)]
    findings = check(loaded(), TODAY, rules=rules).findings
    assert worst(findings) is Severity.WARNING
    assert worst(()) is None


def test_a_plan_with_a_wrong_shape_is_still_held_to_the_profile_that_it_names() -> None:
    loaded = load_texts({"a.yaml": "about: {organisation: X, languages: [en], profile: standard, ownr: ana}\n"})
    assert loaded.plan is None
    assert check(loaded, date(2026, 11, 21)).profile is Profile.STANDARD


SET = """
about:
  organisation: Example
  languages: [en]
  country: FR
  checks: {CHECKS}
people:
  ana: {name: Ana Ruiz, mobile: 0639980001}
"""


def test_only_checks_that_there_are_can_be_switched_off() -> None:
    off = "{severity: off, reason: no}"
    plan = SET.replace(
        "CHECKS", f"A-X: {off}, B-Y: {off}, PLAN-WAIVER-EXPIRED: {off}, C-X: {{severity: info, reason: r}}"
    )
    rules = [rule("A-X", "about"), rule("C-X", "about"), rule("PLAN-WAIVER-EXPIRED")]
    checked = check(load_texts({"plan.yaml": plan}), TODAY, rules=rules)
    assert checked.outcome.off == ("A-X",)
    assert [one.id for one in checked.ran] == ["C-X", "PLAN-WAIVER-EXPIRED"]


@pytest.mark.parametrize(("severity", "found"), [("off", []), ("error", [Severity.ERROR]), (None, [Severity.INFO])])
def test_what_is_found_while_reading_is_as_grave_as_the_plan_has_it(severity: str, found: list[Severity]) -> None:
    setting = f"PLAN-YAML-TRAP: {{severity: {severity}, reason: no}}" if severity else ""
    checked = check(load_texts({"plan.yaml": SET.replace("CHECKS", setting)}), TODAY)
    assert [one.severity for one in checked.findings if one.check == "PLAN-YAML-TRAP"] == found
