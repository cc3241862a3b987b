"""The report that people read."""

from collections.abc import Iterable

from planbuilder.findings import Finding, Severity
from planbuilder.messages import say
from planbuilder.outcome import Outcome
from planbuilder.reporters import Tally, reporter, to_text
from planbuilder.source import Where

from .plans import checked, finding


def report(*plans: Outcome, language: str = "en", width: int = 100) -> list[str]:
    text, tally = reporter("text", width), Tally()
    lines = [*text.start()]
    for plan in plans:
        tally.add(plan)
        lines += text.plan(plan, language)
    lines += text.end(tally, language)
    return [to_text(line, colour=False) for line in lines]


def first_words(lines: Iterable[str], word: str) -> list[str]:
    return [line for line in lines if line.startswith(word)]


def test_a_finding_says_where_what_and_what_to_do() -> None:
    assert report(checked(finding()))[:5] == [
        "plan/team.yaml:4:3  roles.lead",
        "    4 |   lead:",
        "      |   ^^^^",
        "  error TEAM-NO-DEPUTY: lead has no deputy.",
        "  → Name one.",
    ]


def test_a_plan_without_findings_is_said_to_be_clean() -> None:
    assert report(checked()) == [
        "plan: nothing to correct (0 checks of the profile `starter`, on 21\u00a0November\u00a02026)."
    ]


def test_findings_are_counted_by_severity() -> None:
    found = checked(finding(), finding(line=9, severity=Severity.WARNING), finding(line=12, severity=Severity.INFO))
    assert "plan: 1 error, 1 warning and 1 piece of advice (profile `starter`" in "\n".join(report(found))


def test_a_plan_that_cannot_be_read_says_that_its_gaps_are_not_known() -> None:
    lines = report(checked(finding("SHAPE", kind="unknown-key"), readable=False))
    assert lines[-1].startswith("Correct these places and check again: what is missing")


def test_the_closing_line_names_the_first_check_that_can_be_explained() -> None:
    lines = report(checked(finding("SHAPE"), finding("PLAN-OWNER", line=8)))
    assert lines[-1].endswith("`planbuilder explain PLAN-OWNER`.")


def test_of_a_kind_three_stand_in_full_and_the_others_by_address() -> None:
    same = [finding(line=n) for n in range(1, 8)]
    lines = report(checked(*same, finding(line=2, file="plan/z.yaml")))
    assert first_words(lines, "plan/team.yaml:") == [f"plan/team.yaml:{n}:3  roles.lead" for n in (1, 2, 3)]
    at = lines.index("  The same in 5 more places:")
    assert lines[at + 1 : at + 6] == [
        *(f"    plan/team.yaml:{n}:3  roles.lead" for n in (4, 5, 6, 7)),
        "    plan/z.yaml:2:3  roles.lead",
    ]


def test_the_others_say_what_they_say_otherwise() -> None:
    def slip(line: int, word: str) -> Finding:
        return finding(
            line=line,
            message=say("No such role: {role}.", role=word),
            fix=say("Did you mean `{near}`?", near=word[:-1]),
        )

    lines = report(checked(*(slip(n, "leadd") for n in range(1, 4)), slip(4, "opss"), slip(5, "leadd")))
    at = lines.index("  The same in 2 more places:")
    assert lines[at + 1 : at + 6] == [
        "    plan/team.yaml:4:3  roles.lead",
        "      No such role: opss.",
        "      → Did you mean `ops`?",
        "    plan/team.yaml:5:3  roles.lead",
        "",
    ]


def test_more_than_a_dozen_others_are_listed_by_line() -> None:
    same = [finding(line=n) for n in range(1, 16)]
    assert "    plan/team.yaml:15:3  roles.lead" in report(checked(*same))
    lines = report(checked(*same, finding(line=2, file="plan/z.yaml")))
    assert "    plan/team.yaml:4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15" in lines
    assert "    plan/z.yaml:2" in lines


def test_a_finding_about_a_file_has_no_address() -> None:
    assert report(checked(finding()._replace(where=Where())))[0] == "plan/team.yaml:4:3"


def test_four_of_a_kind_stand_in_full() -> None:
    lines = report(checked(*(finding(line=n) for n in range(1, 5))))
    assert len(first_words(lines, "plan/team.yaml:")) == 4


def test_findings_of_one_check_that_say_something_else_are_not_grouped() -> None:
    found = [finding(line=n, message=say("{role} lacks a name." if n % 2 else "x {role}", role="x")) for n in range(6)]
    assert len(first_words(report(checked(*found)), "plan/team.yaml:")) == 6


def test_every_finding_is_in_the_report_grouped_or_not() -> None:
    found = [finding(line=n, message=say(f"m{n % 3}")) for n in range(1, 30)]
    text = "\n".join(report(checked(*found)))
    for n in range(1, 30):
        assert f"team.yaml:{n}:3" in text or f", {n}" in text or f"team.yaml:{n}," in text


def test_what_is_waived_is_named() -> None:
    lines = report(checked(waived=(finding(),)))
    assert lines[-1] == "1 finding is waived by the plan: TEAM-NO-DEPUTY (roles.lead)."


def test_several_plans_end_with_their_sum() -> None:
    lines = report(checked(finding()), checked(name="other"))
    assert lines[-1] == "2 plans: 1 error."
    assert "other: nothing to correct" in lines[-3]


def test_a_finding_without_a_line_is_told_without_an_excerpt() -> None:
    assert report(checked(finding(shown="")))[1].startswith("  error")


def test_french_has_its_spaces() -> None:
    lines = report(checked(finding()), language="fr")
    assert lines[3].startswith("  erreur TEAM-NO-DEPUTY\u00a0: ")
    assert "plan\u00a0: 1 erreur (profil `starter`, au 21\u00a0novembre\u00a02026)." in lines


def test_plan_text_cannot_add_a_line_or_a_command() -> None:
    evil = "x\n::error::y\u202e\x1b[2J##[add-mask]"
    found = finding(
        message=say("{name} is odd.", name=evil), fix=say("{x}", x=evil), shown=f"  {evil}", file=f"p/{evil}"
    )
    lines = report(checked(found, name=evil, waived=(found,)))
    assert all(line.isprintable() or "\u00a0" in line for line in lines)
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in lines)
