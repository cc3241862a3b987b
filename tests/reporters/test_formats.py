"""The formats of CI services: valid for their readers whatever a plan holds, and the same finding twice is one."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from planbuilder.checking import EXAMPLE_DAY, check, check_example
from planbuilder.findings import Profile, Severity
from planbuilder.loading import load_texts
from planbuilder.messages import say
from planbuilder.outcome import Outcome
from planbuilder.reporters import FORMATS, Tally, reporter, to_text
from planbuilder.reporters.identity import identities
from planbuilder.reporters.markdown import MARK, MOST_CHARACTERS
from planbuilder.rules import CATALOGUE

from .plans import checked, finding

anything = st.text(st.characters(exclude_categories=()))


def written(name: str, *plans: Outcome, language: str = "en", links: str = "") -> str:
    made, tally = reporter(name, links=links), Tally()
    lines = [*made.start()]
    for plan in plans:
        tally.add(plan)
        lines += made.plan(plan, language)
    lines += made.end(tally, language)
    return "\n".join(to_text(line, colour=False) for line in lines)


def hostile(text: str) -> Outcome:
    found = finding(message=say("{x}", x=text), fix=say("{x}", x=text), file=text or "a", shown=text)
    return checked(found, finding(), waived=(found,), name=text)


def results(*plans: Outcome) -> list[Any]:
    found: list[Any] = json.loads(written("sarif", *plans))["runs"][0]["results"]
    return found


@pytest.mark.parametrize("name", FORMATS)
@given(text=anything)
def test_no_text_of_a_plan_makes_a_line_that_a_log_obeys(name: str, text: str) -> None:
    lines = written(name, hostile(text)).split("\n")
    forged = [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    assert [line for line in forged if not line.startswith("::error file=")] == []


@given(anything)
def test_sarif_and_code_quality_are_json_for_strict_readers(text: str) -> None:
    for name in ("sarif", "gitlab"):
        told = json.dumps(json.loads(written(name, hostile(text))), ensure_ascii=False)
        told.encode("utf-8")  # fails on half a character


@given(anything)
def test_junit_is_xml(text: str) -> None:
    suite = ET.fromstring(written("junit", hostile(text)))[0]
    assert [len(suite.findall(f"testcase/{kind}")) for kind in ("failure", "skipped")] == [2, 1]


@given(anything)
def test_a_plan_writes_no_markup_into_a_comment(text: str) -> None:
    body = written("markdown", hostile(text)).removeprefix(f"{MARK}\n## planbuilder")
    assert not re.search(r"[<>*_`\[\]\\]", body.replace("| --- | --- | --- | --- |", ""))


SARIF = json.loads(Path(__file__).with_name("sarif.schema.json").read_text("utf-8"))


@cache
def every_bad_example() -> tuple[Outcome, ...]:
    return tuple(checked(*check_example(rule, rule.bad)[1]) for rule in CATALOGUE)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_sarif_is_what_the_standard_says(language: str) -> None:
    log = json.loads(written("sarif", *every_bad_example(), hostile("\u202e\x00]]>"), language=language))
    assert len(log["runs"][0]["tool"]["driver"]["rules"]) == len(CATALOGUE)
    Draft7Validator(SARIF, format_checker=Draft7Validator.FORMAT_CHECKER).validate(log)


def test_a_sarif_result_says_where_and_what() -> None:
    (result,) = results(checked(finding()))
    assert result["ruleId"] == "TEAM-NO-DEPUTY"
    assert result["level"] == "error"
    assert result["message"]["text"] == "lead has no deputy.\nName one."
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "plan/team.yaml"
    assert place["region"] == {"startLine": 4, "startColumn": 3, "snippet": {"text": "  lead:"}}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("./plan/a b.yaml", "plan/a%20b.yaml"),
        ("/srv/plan/é.yaml", "file:///srv/plan/%C3%A9.yaml"),
        ("../plan/a#1.yaml", "../plan/a%231.yaml"),
        ("plan/\udcff.yaml", "plan/%FF.yaml"),
    ],
)
def test_a_sarif_file_is_an_address(file: str, uri: str) -> None:
    (result,) = results(checked(finding(file=file)))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_the_sarif_checks_are_those_that_were_met_each_once() -> None:
    run = json.loads(written("sarif", checked(finding(), finding("SHAPE")), checked(finding())))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["TEAM-NO-DEPUTY", "SHAPE"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 0]
    assert "```yaml\n" in rules[0]["help"]["markdown"]


def test_the_sarif_checks_speak_the_language_of_the_report() -> None:
    driver = json.loads(written("sarif", checked(finding()), language="fr"))["runs"][0]["tool"]["driver"]
    assert driver["language"] == "fr"
    assert "**Pourquoi**" in driver["rules"][0]["help"]["markdown"]


def test_every_check_can_be_described() -> None:
    plan = checked(*(finding(rule.id) for rule in CATALOGUE))
    for language in ("en", "fr"):
        driver = json.loads(written("sarif", plan, language=language))["runs"][0]["tool"]["driver"]
        assert all(rule["shortDescription"]["text"] and rule["help"]["markdown"] for rule in driver["rules"])


PLAN = """\
about: {organisation: Example, languages: [en], timezone: Europe/Paris}
roles:
  lead: {name: Lead}
  press: {name: Press}
"""


def kept(text: str) -> list[str]:
    outcome = check(load_texts({"plan.yaml": text}), EXAMPLE_DAY, Profile.STARTER).outcome
    return sorted(identities(outcome.plan, outcome.findings))


def test_a_finding_stays_itself_when_lines_move() -> None:
    assert kept("# a note\n\n" + PLAN) == kept(PLAN)
    assert len(set(kept(PLAN))) == len(kept(PLAN)) > 1


def test_a_finding_stays_itself_when_the_entry_is_renamed_but_not_another_entry() -> None:
    assert kept(PLAN.replace("name: Lead", "name: Head")) == kept(PLAN)
    assert kept(PLAN.replace("lead:", "head:")) != kept(PLAN)


def test_findings_that_say_the_same_of_the_same_entry_are_told_apart() -> None:
    assert len(set(identities("plan", [finding(line=3), finding(line=4)]))) == 2


def test_code_quality_has_the_keys_that_gitlab_asks_for() -> None:
    severe = [finding(severity=severity, file="./plan/a.yaml") for severity in Severity]
    issues = json.loads(written("gitlab", checked(*severe), checked(), checked(finding(), name="b")))
    assert [issue["severity"] for issue in issues] == ["critical", "minor", "info", "critical"]
    assert issues[0]["location"] == {"path": "plan/a.yaml", "lines": {"begin": 4}}
    assert len({issue["fingerprint"] for issue in issues}) == 4
    assert set(issues[0]) == {"description", "check_name", "fingerprint", "severity", "location"}


def test_code_quality_of_nothing_is_an_empty_list() -> None:
    assert json.loads(written("gitlab", checked())) == []


def test_junit_counts_what_fails() -> None:
    severe = [finding(severity=severity) for severity in Severity]
    suite = ET.fromstring(written("junit", checked(*severe, waived=(finding(),))))[0]
    assert {key: suite.get(key) for key in ("tests", "failures", "skipped")} == {
        "tests": "4",
        "failures": "2",
        "skipped": "1",
    }
    failures = suite.findall("testcase/failure")
    assert [failure.get("type") for failure in failures] == ["error", "warning"]
    assert failures[0].text == "plan/team.yaml:4:3\nlead has no deputy.\n→ Name one."


def test_a_plan_without_findings_is_a_test_that_passes() -> None:
    (case,) = ET.fromstring(written("junit", checked())).iter("testcase")
    assert len(case) == 0


def test_a_comment_has_the_worst_first_with_links_to_lines() -> None:
    plan = checked(finding(severity=Severity.INFO), finding(line=9, file="./plan/a b.yaml"))
    told = written("markdown", plan, links="https://example.org/blob/1/")
    rows = [line for line in told.split("\n") if line.startswith("|")][2:]
    assert [row.split()[1] for row in rows] == ["error", "advice"]
    assert "(https://example.org/blob/1/plan/a%20b.yaml#L9)" in rows[0]


@pytest.mark.parametrize("file", ["/srv/plan.yaml", "../plan.yaml"])
def test_a_file_outside_the_repository_has_no_link(file: str) -> None:
    assert "example.org" not in written("markdown", checked(finding(file=file)), links="https://example.org/")


def test_a_comment_is_as_long_as_github_takes() -> None:
    told = written("markdown", *(checked(*(finding() for _ in range(900)), name=f"p{n}") for n in range(3)))
    assert len(told) < 65_536
    assert len(told) > MOST_CHARACTERS // 2
    assert "more findings are in the log." in told
    assert told.endswith("3 plans&#58; 2&#44;700 errors&#46;")


@pytest.mark.parametrize("name", ["text", "summary", "markdown", "github", "step_summary"])
def test_a_plan_that_is_gone_since_before_is_told(name: str) -> None:
    tally = Tally(gone=["old [plan]", "older"])
    told = "\n".join(to_text(line, colour=False) for line in reporter(name).end(tally, "en"))
    assert "Compared with before: the plans old [plan] and older are gone." in unescape(told)
    assert (name in {"markdown", "step_summary"}) is ("[" not in told)
    quiet = "\n".join(to_text(line, colour=False) for line in reporter(name).end(Tally(), "en"))
    assert "gone" not in quiet


@pytest.mark.parametrize("plans", [31, 1_000])
def test_a_comment_accounts_for_every_plan_and_every_finding(plans: int) -> None:
    many = (checked(*(finding() for _ in range(17)), name=f"p{n}") for n in range(plans))
    told = unescape(written("markdown", *many))
    assert len(told) < 65_536
    named = len(re.findall(r"^p\d+: 17 errors", told, re.MULTILINE))
    rows = told.count("| error ")
    each_left_out = re.findall(r"^(\d+) more findings? (?:is|are) in the log", told, re.MULTILINE)
    left_out = sum(map(int, each_left_out))
    at_the_end = re.search(r"^([\d,]+) more plans are in the log, with ([\d,]+) findings", told, re.MULTILINE)
    unnamed, unshown = (int(number.replace(",", "")) for number in at_the_end.groups()) if at_the_end else (0, 0)
    assert named + unnamed == plans
    assert rows + left_out + unshown == plans * 17
    assert (unnamed == 0) is (plans == 31)
