"""The report for GitHub Actions: annotations that plan text cannot forge, and a page that it cannot break."""

import re

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.findings import Severity
from planbuilder.messages import say
from planbuilder.outcome import Outcome
from planbuilder.reporters import Tally, reporter, to_text
from planbuilder.reporters.github import annotation

from .plans import checked, finding


def report(name: str, *plans: Outcome) -> list[str]:
    made, tally = reporter(name), Tally()
    lines = [*made.start()]
    for plan in plans:
        tally.add(plan)
        lines += made.plan(plan, "en")
    lines += made.end(tally, "en")
    return [to_text(line, colour=False) for line in lines]


def commands(*plans: Outcome) -> list[str]:
    return [line for line in report("github", *plans) if line.startswith("::")]


def test_an_annotation_names_file_line_column_and_check() -> None:
    assert commands(checked(finding())) == [
        "::error file=plan/team.yaml,line=4,col=3,title=TEAM-NO-DEPUTY::lead has no deputy.%0AName one."
    ]


def test_warnings_and_advice_have_their_own_commands() -> None:
    made = commands(checked(finding(severity=Severity.WARNING), finding(severity=Severity.INFO)))
    assert [line.split()[0] for line in made] == ["::warning", "::notice"]


def test_the_worst_ten_of_all_plans_are_annotated() -> None:
    mild = checked(*(finding(line=n, severity=Severity.WARNING) for n in range(9)))
    grave = checked(*(finding(line=n) for n in range(4)))
    made = commands(mild, grave)
    assert [line.split()[0] for line in made] == ["::error"] * 4 + ["::warning"] * 6


def test_all_findings_stand_in_the_log() -> None:
    lines = report("github", checked(*(finding(line=n, message=say(f"m{n}")) for n in range(30))))
    assert sum(line.startswith("plan/team.yaml:") for line in lines) == 30


def test_properties_are_escaped() -> None:
    line = to_text(annotation(finding(file="a,b:c%.yaml"), "en"), colour=False)
    assert line.startswith("::error file=a%2Cb%3Ac%25.yaml,line=4,")


@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_no_text_can_end_an_annotation(text: str, file: str) -> None:
    found = finding(message=say("{x}", x=text), fix=say("{x}", x=text), file=file)
    line = to_text(annotation(found, "en"), colour=False)
    assert len(line.splitlines()) == 1
    assert re.fullmatch(r"::error file=[^,:]*,line=4,col=3,title=TEAM-NO-DEPUTY::.*", line)


def test_the_page_of_the_step_is_a_table_with_the_worst_first() -> None:
    lines = report("step_summary", checked(finding(severity=Severity.WARNING), finding(line=9)))
    rows = [line for line in lines if line.startswith("|")][2:]
    assert [row.split(" ")[1] for row in rows] == ["error", "warning"]


def test_the_page_does_not_grow_beyond_what_github_takes() -> None:
    lines = report("step_summary", checked(*(finding(line=n) for n in range(800))))
    assert "300 more findings are in the log." in lines
    assert len("\n".join(lines).encode()) < 1 << 20


@given(st.text())
def test_no_text_is_markup_on_the_page(text: str) -> None:
    lines = report("step_summary", checked(finding(message=say("{x}", x=text), file=text), name=text))
    table = [line for line in lines if line.startswith("| ")]
    assert all(line.count("|") == 5 for line in table)
    body = "\n".join(lines).removeprefix("## planbuilder").replace("| --- | --- | --- | --- |", "")
    assert not re.search(r"[<>*_`\[\]\\]", body)
