"""Which page shows a finding, and which edition tells it."""

from datetime import date

import pytest

from planbuilder.findings import Finding, Severity
from planbuilder.loading import load_texts
from planbuilder.messages import Message, say
from planbuilder.pages._findings import hidden_texts, shown
from planbuilder.pages._sheets import Sheet, section
from planbuilder.plan import Plan, Visibility
from planbuilder.source import Span, Where

SHEETS = (
    Sheet("roles.md", "Roles", "roles.md.j2", say("Look."), section("roles")),
    Sheet("roles/lead.md", "Lead", "role.md.j2", say("Look."), (Where.parse("roles.lead"),), entry=True),
)
PLAN = """\
about: {organisation: A, languages: [en]}
people: {ana: {name: Ana, mobile: +33 6 39 98 00 01, checked: 2026-10-02}}
channels: {x: {platform: x, access: {kept_in: the blue vault}}}
"""


def finding(address: str, message: Message = say("Something is missing."), check: str = "TEAM-X") -> Finding:  # noqa: B008
    return Finding(check, Severity.ERROR, message, say("Write it."), Where.parse(address), Span("plan.yaml", 1, 1))


def plan() -> Plan:
    read = load_texts({"plan.yaml": PLAN}).plan
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("address", "page"),
    [("roles.lead.deputies", "roles/lead.md"), ("roles.legal", "roles.md"), ("roles", "roles.md"), ("tone", "")],
)
def test_a_finding_belongs_to_the_page_that_answers_for_most_of_its_address(address: str, page: str) -> None:
    (one,) = shown([finding(address)], SHEETS, Visibility.STAFF, None, lambda _: None)
    assert one.page == page
    assert one.told


@pytest.mark.parametrize(
    "message",
    [
        say("The key is in {place}.", place="the blue vault"),
        say("It was tried on {day}.", day=date(2026, 10, 2)),
        say("The number {number} is wrong.", number="+33 6 39 98 00 01"),
    ],
)
def test_a_sentence_with_a_hidden_value_is_told_to_the_crisis_team_only(message: Message) -> None:
    found = [finding("channels.x", message)]
    for edition, told in ((Visibility.STAFF, False), (Visibility.CRISIS_TEAM, True)):
        (one,) = shown(found, SHEETS, edition, hidden_texts(plan(), edition), lambda _: None)
        assert one.told is told


@pytest.mark.parametrize(
    ("address", "check"), [("absences[0]", "PLAN-X"), ("on_call.line", "ONCALL-AWAY"), ("roles", "COVER-HOURS")]
)
def test_who_is_away_is_told_to_the_crisis_team_only(address: str, check: str) -> None:
    (one,) = shown([finding(address, check=check)], SHEETS, Visibility.STAFF, None, lambda _: None)
    assert not one.told


def test_a_value_that_staff_see_elsewhere_is_no_secret() -> None:
    pattern = hidden_texts(plan(), Visibility.STAFF)
    assert pattern is not None
    assert not pattern.search("Ana, A, x")
    assert hidden_texts(plan(), Visibility.CRISIS_TEAM) is None
