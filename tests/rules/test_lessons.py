"""LEARN: whether what happened changes the plan."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PLAN = """
people: {ana: {name: Ana Ruiz}, leo: {name: Léo Marchand}}
roles:
  lead: {name: Lead, holder: ana, deputies: [leo], can: [activate], kind: communications}
  also: {name: Also, holder: leo, can: [reply]}
  plant: {name: Plant, holder: leo, kind: operations}
scenarios: {leak: {name: Leak}, fire: {name: Fire}}
"""


HELD = "{kind: live, scenario: leak, date: 2020-01-01, took_part: [ana, leo]}"


@pytest.mark.parametrize(
    ("exercises", "due"),
    [
        ("[]", []),
        ("[{kind: live, scenario: leak, planned: 2027-01-01, took_part: [ana, leo]}]", []),
        (
            "[{kind: live, scenario: leak, date: 2020-01-01, took_part: [ana]}]",
            ["info scenarios.fire", "info roles.also.holder"],
        ),
        (
            (
                "[{kind: live, scenario: leak, date: 2020-01-01, took_part: [ana, leo]}, "
                "{kind: live, scenario: fire, date: 2027-01-01}]"
            ),
            ["info scenarios.fire"],
        ),
        (f"[{HELD}, {{kind: live, scenario: fire, planned: 2026-11-21}}]", []),
        (f"[{HELD}, {{kind: live, scenario: fire, planned: 2026-11-20}}]", ["info scenarios.fire"]),
        (f"[{HELD}, {{kind: live, scenario: leak, planned: 2026-11-21}}]", ["info scenarios.fire"]),
    ],
)
def test_every_scenario_and_holder_was_exercised(ask: Ask, exercises: str, due: list[str]) -> None:
    found = ask("LEARN-NEVER-EXERCISED", f"{PLAN}exercises: {exercises}\n")
    assert sorted(where for where, _ in found) == sorted(due)


@pytest.mark.parametrize(
    ("review", "due"),
    [
        ("closed: 2026-10-22", []),
        ("closed: 2026-10-21", ["warning reviews.event.held"]),
        ("closed: 2026-03-27, held: 2026-11-20", []),
        ("held: 2026-11-20", []),
    ],
)
def test_a_closed_crisis_is_reviewed(ask: Ask, review: str, due: list[str]) -> None:
    assert [where for where, _ in ask("LEARN-NO-REVIEW", f"reviews: {{event: {{{review}}}}}\n")] == due


@pytest.mark.parametrize(
    ("exercise", "review", "found"),
    [
        ("kind: live, scenario: leak, date: 2026-05-21", "scenario: leak, held: 2026-05-21", False),
        ("kind: live, scenario: leak, date: 2026-05-21", "scenario: leak, held: 2026-05-20", True),
        ("kind: live, scenario: leak, date: 2026-05-21", "scenario: fire, held: 2026-05-22", True),
        ("kind: live, scenario: leak, date: 2026-05-21", "scenario: leak", True),
        ("kind: tabletop, date: 2026-05-21", "scenario: fire, held: 2026-05-22", False),
        ("kind: tabletop, date: 2026-05-21", "scenario: fire", True),
        ("kind: call-test, date: 2026-05-21", "scenario: fire", False),
        ("kind: live, scenario: leak, date: 2026-10-22", "scenario: fire", False),
        ("kind: live, scenario: leak, date: 2026-10-21", "scenario: fire", True),
        ("kind: live, scenario: leak, planned: 2026-05-21", "scenario: fire", False),
    ],
)
def test_an_exercise_is_reviewed(ask: Ask, exercise: str, review: str, found: bool) -> None:
    plan = f"{PLAN}exercises: [{{{exercise}}}]\nreviews: {{event: {{{review}}}}}\n"
    assert [where for where, _ in ask("LEARN-NO-REVIEW", plan)] == (["warning exercises[0]"] if found else [])


def test_the_time_for_a_review_is_the_plans_own(ask: Ask) -> None:
    own = "about: {organisation: E, languages: [en], review_within: 2 weeks}\nreviews: {event: {closed: 2026-11-06}}\n"
    assert [where for where, _ in ask("LEARN-NO-REVIEW", own)] == ["warning reviews.event.held"]
    assert ask("LEARN-NO-REVIEW", own.replace("2026-11-06", "2026-11-07")) == []


@pytest.mark.parametrize(
    ("reviewed", "events", "sentence"),
    [
        ("2026-04-08", "reviews: {event: {about: Fire, held: 2026-04-08}}", None),
        (
            "2026-04-07",
            "reviews: {event: {about: Fire, held: 2026-04-08}}",
            "The plan has not been reviewed since “Fire” (8 April 2026).",
        ),
        (
            "2026-04-07",
            "exercises: [{kind: call-test, date: 2026-05-01}]",
            "The plan has not been reviewed since the exercise of 1 May 2026.",
        ),
        ("2026-04-07", "reviews: {event: {held: 2026-10-22}}", None),
        ("2026-04-07", "exercises: [{kind: live, planned: 2026-05-01}]", None),
        ("", "reviews: {event: {held: 2026-04-08}}", None),
    ],
)
def test_the_plan_is_reviewed_after_what_happened(ask: Ask, reviewed: str, events: str, sentence: str | None) -> None:
    key = f", reviewed: {reviewed}" if reviewed else ""
    plan = f"about: {{organisation: Example, languages: [en]{key}}}\n{events}\n"
    assert ask("LEARN-NOT-FED-BACK", plan) == ([("warning about.reviewed", sentence)] if sentence else [])


@pytest.mark.parametrize(
    ("first", "second", "due"),
    [
        ("failed: [Nobody could publish]", "failed: ['nobody could publish!']", ["warning reviews.b.failed"]),
        ("failed: [Nobody could publish]", "failed: [Nobody could call]", []),
        ("failed: [Nobody could publish, Nobody could publish]", "worked: [All]", []),
        ("scenario: leak, closed: 2024-11-21", "scenario: leak, closed: 2026-11-21", ["warning reviews.b"]),
        ("scenario: leak, closed: 2024-11-20", "scenario: leak, closed: 2026-11-22", []),
        ("scenario: leak, closed: 2026-01-01", "scenario: fire, closed: 2026-11-21", []),
        ("scenario: leak, held: 2026-01-01", "scenario: leak, held: 2026-11-21", []),
        (
            "scenario: leak, closed: 2026-01-01",
            "scenario: leak, closed: 2026-11-21, actions: [{do: Check, by: leo}]",
            ["warning reviews.b"],
        ),
        (
            "scenario: leak, closed: 2026-01-01, actions: [{do: Check, for: prevention}]",
            "scenario: leak, closed: 2026-11-21",
            [],
        ),
    ],
)
def test_what_happens_again_is_prevented(ask: Ask, first: str, second: str, due: list[str]) -> None:
    plan = f"{PLAN}reviews:\n  b: {{{second}}}\n  a: {{{first}}}\n"
    if "closed" not in first and "held" not in first:
        plan = f"{PLAN}reviews:\n  a: {{{first}}}\n  b: {{{second}}}\n"
    assert [where for where, _ in ask("LEARN-REPEAT", plan)] == due


def test_an_owner_outside_communication_prevents(ask: Ask) -> None:
    plan = """
people: {ana: {name: Ana Ruiz}, marc: {name: Marc Petit}}
roles: {lead: {holder: ana, kind: communications}}
scenarios: {leak: {name: Leak}}
reviews:
  a: {scenario: leak, closed: 2026-01-01}
  b: {scenario: leak, closed: 2026-11-01, actions: [{do: Check every batch, by: WHO}]}
"""
    assert ask("LEARN-REPEAT", plan.replace("WHO", "marc")) == []
    assert ask("LEARN-REPEAT", plan.replace("WHO", "ana")) == [
        ("warning reviews.b", "“Leak” happened twice within two years, and no action prevents it.")
    ]
