"""The state of a plan by recommendation, and what the checks serve."""

import pytest

from planbuilder.checking import EXAMPLE_DAY, Checked, check
from planbuilder.findings import Profile
from planbuilder.loading import load_texts
from planbuilder.practices import PRACTICES
from planbuilder.rules import CATALOGUE
from planbuilder.scoring import Standing, State, serving

ABOUT = "about: {organisation: Example, languages: [en], timezone: Europe/Paris, %s}\n"
PEOPLE = "people: {ana: {name: Ana}, bo: {name: Bo}}\n"


def checked(text: str, profile: Profile = Profile.STARTER) -> Checked:
    return check(load_texts({"plan.yaml": text}), EXAMPLE_DAY, profile)


def standing(practice: str, text: str, profile: Profile = Profile.STARTER) -> Standing:
    return next(one for one in checked(text, profile).standings if one.practice.id == practice)


def test_the_61_recommendations_of_the_articles_stand_in_order() -> None:
    articles = [f"A{n}" for n in range(1, 36)] + [f"B{n}" for n in range(1, 27)]
    assert [practice.id for practice in PRACTICES][:61] == articles
    assert len({practice.id for practice in PRACTICES}) == len(PRACTICES)


def test_every_check_serves_a_recommendation_that_there_is() -> None:
    known = {practice.id for practice in PRACTICES}
    assert [rule.id for rule in CATALOGUE if not set(rule.serves) <= known] == []
    served = {check for practice in PRACTICES for check in serving(practice, CATALOGUE)}
    assert [rule.id for rule in CATALOGUE if rule.id not in served] == []


def test_every_check_that_a_recommendation_names_is_in_the_catalogue() -> None:
    known = {rule.id for rule in CATALOGUE}
    assert [practice.id for practice in PRACTICES if not set(practice.checks) <= known] == []


def test_only_advertising_is_outside() -> None:
    assert [practice.id for practice in PRACTICES if practice.outside] == ["A6", "A12"]


def test_what_is_found_is_against_the_recommendation() -> None:
    found = standing("A2", ABOUT % "reviewed: 2026-11-01" + PEOPLE)
    assert found.state is State.NOT_MET
    assert ("PLAN-OWNER", "about.owner") in found.against


def test_a_recommendation_is_met_with_the_entries_that_show_it() -> None:
    found = standing("A2", ABOUT % "reviewed: 2026-11-01, owner: ana" + PEOPLE)
    assert found.state is State.MET
    assert found.entries == ("about.owner", "about.reviewed")
    assert found.against == ()


def test_a_waiver_is_told_apart() -> None:
    waiver = "waivers: [{check: PLAN-OWNER, reason: new, by: ana, until: 2027-01-01}]\n"
    found = standing("A2", ABOUT % "reviewed: 2026-11-01" + PEOPLE + waiver)
    assert (found.state, found.against) == (State.WAIVED, (("PLAN-OWNER", "about.owner"),))


def test_advice_leaves_a_recommendation_met() -> None:
    text = ABOUT % "owner: ana" + "people: {ana: {name: Ana, mobile: 0639980001}}\n"
    judged = checked(text, Profile.ADVANCED)
    advice = [finding for finding in judged.findings if finding.check == "PLAN-UNUSED"]
    kept = judged._replace(findings=tuple(advice))
    assert next(one for one in kept.standings if one.practice.id == "C1").state is State.MET


@pytest.mark.parametrize("profile", list(Profile))
def test_without_a_check_nothing_is_said(profile: Profile) -> None:
    asked = {rule.id for rule in CATALOGUE if profile.includes(rule.profile)}
    for one in checked(ABOUT % "owner: ana" + PEOPLE, profile).standings:
        assert set(one.checks) <= asked
        if not one.practice.outside:
            assert (one.state is State.NOT_ASKED) == (not one.checks)


def test_a_plan_that_cannot_be_read_is_asked_nothing() -> None:
    states = {one.state for one in checked("about: {organisation: [x]}\n").standings}
    assert states == {State.NOT_ASKED, State.NOT_APPLICABLE}


def test_what_the_plan_has_no_use_for_is_not_applicable() -> None:
    assert standing("A26", ABOUT % "owner: ana" + PEOPLE, Profile.STANDARD).state is State.NOT_APPLICABLE
