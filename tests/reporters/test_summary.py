"""The summary by recommendation, on the screen and in the report for programs."""

import json

from planbuilder.checking import EXAMPLE_DAY, check
from planbuilder.findings import Profile
from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.outcome import Outcome
from planbuilder.reporters import Tally, reporter, to_text
from planbuilder.reporters.summary import verdict

PLAN = """\
about: {organisation: Example, languages: [en], timezone: Europe/Paris, owner: ana}
people: {ana: {name: Ana}}
roles: {lead: {holder: ana}}
"""


def outcome(text: str = PLAN) -> Outcome:
    checked = check(load_texts({"plan.yaml": text}), EXAMPLE_DAY, Profile.STARTER)
    return checked.outcome._replace(standings=checked.standings)


def told(name: str, plan: Outcome, language: str = "en") -> list[str]:
    made = reporter(name)
    lines = [*made.start(), *made.plan(plan, language), *made.end(Tally(), language)]
    return [to_text(line, colour=False) for line in lines]


def test_each_recommendation_has_its_state_and_the_reason() -> None:
    lines = told("summary", outcome())
    at = next(number for number, line in enumerate(lines) if line.startswith("A2 "))
    assert lines[at].split(maxsplit=3)[1:3] == ["not", "met"]
    assert "PLAN-REVIEW-OVERDUE" in lines[at + 1]


def test_the_sum_counts_what_was_asked() -> None:
    states = [one.state.value for one in outcome().standings]
    met, asked = states.count("met"), sum(states.count(word) for word in ("met", "not-met", "waived"))
    assert 0 < met < asked
    assert told("summary", outcome())[-1].startswith(f"plan: {met} of {asked} recommendations are met (profile")


def test_a_plan_that_cannot_be_read_has_no_score() -> None:
    lines = told("summary", outcome("about: {organisation: [x]}\n"))
    assert lines[0].startswith("The plan cannot be read as a whole")
    assert not any("recommendations are met" in line for line in lines)


def test_programs_read_the_same() -> None:
    (plan,) = json.loads("\n".join(told("json", outcome())))["plans"]
    assert len(plan["practices"]) == len(outcome().standings)
    first = next(one for one in plan["practices"] if one["practice"] == "A2")
    assert first["state"] == "not-met"
    assert {"check": "PLAN-REVIEW-OVERDUE", "address": "about.reviewed"} in first["against"]
    assert first["entries"] == ["about.owner"]


def test_one_recommendation_that_is_met_is_one() -> None:
    standings = [one for one in outcome().standings if one.state.value in {"met", "not-met"}]
    met = next(one for one in standings if one.state.value == "met")
    others = [one for one in standings if one.state.value != "met"]
    said = verdict(outcome()._replace(standings=(met, *others)))
    assert render(said, "en").startswith(f"plan: 1 of {1 + len(others)} recommendations is met")
