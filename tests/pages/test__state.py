"""Who has what to mend, and how the plan stands with each recommendation."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from planbuilder.checking import Checked, check
from planbuilder.findings import Profile
from planbuilder.loading import load_texts
from planbuilder.messages import say, say_value
from planbuilder.pages import Tree, tree
from planbuilder.pages._findings import shown
from planbuilder.pages._practices import ARTICLES, THEMES
from planbuilder.pages._sheets import Reader, Sheet, path_of, section
from planbuilder.pages._state import StateOfPlan
from planbuilder.plan import Visibility
from planbuilder.practices import PRACTICES
from planbuilder.scoring import State
from planbuilder.source import Where

from .conftest import TODAY

PLAN = """\
about: {organisation: A, languages: [en], owner: zoe}
people: {ana: {name: Ana}, bo: {name: Bo}, zoe: {name: Zoe}}
roles:
  lead: {name: Lead, holder: ana}
  legal: {name: Legal, holder: bo, deputies: [ana]}
audiences:
  customers: {kind: customers, owner: legal}
scenarios:
  leak: {name: Leak, actions: [{at: 0m, who: legal, do: Call}]}
  recall: {name: Recall, actions: [{at: 0m, who: legal, do: Call}]}
  strike: {name: Strike, actions: [{at: 0m, who: legal, do: Call}], remedies: [refund]}
on_call:
  line: {role: lead, rota: [ana, bo], from: 2026-11-02, handover: monday 09:00}
absences: [{who: ana, from: 2026-11-23, to: 2026-12-24}]
"""
WHOLE = (
    Sheet("roles.md", "Roles", "roles.md.j2", say("Look."), section("roles")),
    *(
        Sheet(path_of("roles", name), name, "role.md.j2", say("Look."), (Where(("roles", name)),), entry=True)
        for name in ("lead", "legal")
    ),
    Sheet("scenarios.md", "Scenarios", "scenarios.md.j2", say("Look."), section("scenarios")),
    Sheet("scenarios/strike.md", "Strike", "scenario.md.j2", say("Look."), (Where(("scenarios", "strike")),)),
)


SCENARIOS = ("leak", "recall", "strike")


def checked(text: str = PLAN) -> Checked:
    return check(load_texts({"plan.yaml": text}), TODAY, Profile.STANDARD)


def state(edition: Visibility = Visibility.CRISIS_TEAM, sheets: Sequence[Sheet] = WHOLE) -> StateOfPlan:
    found = checked()
    assert found.loaded.plan is not None
    points = shown(found.findings, sheets, edition, None, lambda _: None)
    return StateOfPlan(Reader(found.loaded.plan, "en", edition, TODAY), found, sheets, points)


def owner_of(points: StateOfPlan, check: str, address: str) -> str:
    return next(
        say_value(owner, "en")
        for owner, below in points.owners
        for one in below
        if one.finding.check == check and one.finding.address.startswith(address)
    )


def test_every_recommendation_belongs_to_one_theme() -> None:
    assert sorted(name for theme in THEMES for name in theme.practices.split()) == sorted(one.id for one in PRACTICES)


def test_every_recommendation_comes_from_an_article_that_the_page_names() -> None:
    assert {one.id[0] for one in PRACTICES} == ARTICLES.keys()


@pytest.mark.parametrize(
    ("check", "address", "person"),
    [
        ("TEAM-NO-DEPUTY", "roles.lead", "Ana"),
        ("AUD-NO-OWNER", "audiences.customers", "Bo"),
        ("ONCALL-UNTESTED", "on_call.line", "Ana"),
        ("TEAM-NO-MEANS", "people.bo", "Bo"),
        ("SCEN-NO-TRIGGER", "scenarios.leak", "Zoe"),
    ],
)
def test_a_finding_is_for_whoever_answers_for_its_entry_or_else_for_the_owner_of_the_plan(
    check: str, address: str, person: str
) -> None:
    assert owner_of(state(), check, address) == person


def test_what_an_edition_does_not_tell_is_in_nobodys_list() -> None:
    found = state(Visibility.STAFF)
    listed = {one.number for _, below in found.owners for one in below}
    assert listed == {one.number for one in found.findings if one.told}
    assert len(listed) < len(found.findings)


def test_every_finding_stands_in_one_area() -> None:
    found = state()
    assert sorted(one.number for _, here in found.areas for one in here) == [one.number for one in found.findings]


def test_the_score_counts_what_was_asked_and_concerns_the_plan() -> None:
    found = state()
    assert found.asked == len(PRACTICES) - found.tally[State.NOT_ASKED] - found.tally[State.NOT_APPLICABLE]
    assert sum(found.tally.values()) == len(PRACTICES)
    assert found.tally[State.NOT_MET] > 0


def test_a_theme_lists_first_what_is_not_met() -> None:
    states = [stand.state for theme, stands in state().themes if theme.id == "ready" for stand in stands]
    assert states == sorted(states, key=list(State).index) or State.NOT_MET in states
    assert states.index(State.NOT_MET) == 0


def test_a_few_entries_are_named_and_many_are_counted() -> None:
    stands = state().standings
    assert [(one.title, one.page, one.count) for one in stands["A4"].evidence] == [("Scenarios", "scenarios.md", 3)]
    assert [(one.title, one.page, one.count) for one in stands["B18"].evidence] == [
        ("Strike", "scenarios/strike.md", 0)
    ]


def test_what_speaks_against_a_recommendation_is_named_once_for_each_check() -> None:
    stand = state().standings["A10"]
    named = [(point.finding.check, count) for point, count in stand.to_mend]
    assert ("SCEN-NO-TRIGGER", 3) in named
    assert len(named) == len({check for check, _ in named})


def test_a_recommendation_that_is_not_met_leads_to_what_speaks_against_it() -> None:
    stand = state().standings["A3"]
    assert stand.state is State.NOT_MET
    assert "TEAM-NO-DEPUTY" in {one.finding.check for one in stand.against}


def test_no_score_is_shown_where_nothing_was_asked(
    plan_of: Callable[[Callable[[str], str]], dict[str, Any]], pages_of: Callable[..., Tree]
) -> None:
    pages = {page.path: page.markdown for page in pages_of(plan_of(lambda name: f"Word {name}"), rules=()).pages}
    assert "practices</dd>" not in pages["state.md"]
    assert "Practice by practice" not in pages["state.md"]
    assert 'href="checks/' not in pages["state.md"]


def test_what_is_late_or_due_soon_leads_to_its_page() -> None:
    found = state()
    assert found.due == []
    checked_then = check(
        load_texts(
            {"plan.yaml": PLAN + "reviews: {old: {about: Old, actions: [{do: Mend, by: bo, due: 2026-11-30}]}}\n"}
        ),
        TODAY,
    )
    plan = checked_then.loaded.plan
    assert plan is not None
    reviews = Sheet("reviews.md", "Reviews", "reviews.md.j2", say("Look."), section("reviews"))
    soon = StateOfPlan(Reader(plan, "en", Visibility.STAFF, TODAY), checked_then, (reviews,), ()).due
    assert [(one.day.isoformat(), one.owner, page) for one, page in soon] == [("2026-11-30", "bo", "reviews.md")]


@pytest.mark.parametrize(
    ("exercises", "said"),
    [
        ("[{kind: live, scenario: strike, planned: 2027-01-01}]", "3 of 3 scenarios were never exercised"),
        (
            "[{kind: live, scenario: leak, date: 2026-10-01}, {kind: live, scenario: recall, date: 2026-10-01}]",
            "1 of 3 scenarios was never exercised",
        ),
        ("[" + ", ".join(f"{{kind: live, scenario: {name}, date: 2026-10-01}}" for name in SCENARIOS) + "]", ""),
    ],
)
def test_beside_the_score_stands_what_it_does_not_say(exercises: str, said: str) -> None:
    plan = checked(PLAN + f"exercises: {exercises}\n")
    made = tree(plan, "en", Visibility.STAFF, TODAY, lambda _: None)
    score = next(page.markdown for page in made.pages if page.path == "state.md").partition("## ")[0]
    assert "not whether it works" in score
    assert said in score
    assert ("never exercised" in score) is bool(said)
