"""LEARN: training, exercises, actions of reviews."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PEOPLE = """
people: {ana: {name: Ana Ruiz}}
roles: {lead: {name: Lead, holder: ana}}
"""


@pytest.mark.parametrize(
    ("training", "due"),
    [
        ("[{who: [lead], what: Quiz, every: 1 year, last: 2025-11-21}]", []),
        (
            "[{who: [lead], what: Quiz, every: 1 year, last: 2025-11-20}]",
            [("error training[0].last", "The training “Quiz” has been overdue since 20 November 2026.")],
        ),
        (
            "[{who: [lead], what: Quiz, every: 1 year}]",
            [("error training[0].last", "The training “Quiz” was never held.")],
        ),
        ("[{who: [lead], what: Quiz, last: 2001-01-01}]", []),
        (
            "[{who: [other], what: Quiz, last: 2026-11-20}]",
            [("error roles.lead", "No training is planned for Lead (Ana Ruiz).")],
        ),
        ("[]", [("error about", "The plan trains nobody.")]),
    ],
)
def test_every_role_is_trained_in_time(ask: Ask, training: str, due: list[tuple[str, str]]) -> None:
    assert ask("LEARN-NO-TRAINING", f"{PEOPLE}training: {training}\n") == due


@pytest.mark.parametrize(
    ("exercises", "sentence"),
    [
        ("{date: 2025-11-21}, {planned: 2027-11-21}", None),
        (
            "{date: 2025-11-20}, {planned: 2027-11-21}",
            "The last exercise was on 20 November 2025, more than a year ago.",
        ),
        ("{date: 2026-11-21}", None),
        ("{date: 2026-11-20}", "No exercise is planned within a year."),
        ("{date: 2026-11-20}, {planned: 2027-11-22}", "No exercise is planned within a year."),
        ("{date: 2026-11-20}, {planned: 2026-11-20}", "No exercise is planned within a year."),
        ("{date: 2026-11-20}, {date: 2027-01-20}", None),
        ("{planned: 2027-01-01}", "No exercise was ever held."),
        ("{}", "No exercise was ever held, and none is planned within a year."),
        ("{date: 2020-01-01}", "The last exercise was on 1 January 2020, and none is planned within a year."),
    ],
)
def test_exercises_are_held_and_planned_once_a_year(ask: Ask, exercises: str, sentence: str | None) -> None:
    listed = exercises.replace("{", "{kind: call-test, ").replace(", }", "}")
    due = [("error exercises", sentence)] if sentence else []
    assert ask("LEARN-NO-EXERCISE", f"exercises: [{listed}]\n") == due


def test_a_plan_without_exercises_is_told_at_its_root(ask: Ask) -> None:
    assert [where for where, _ in ask("LEARN-NO-EXERCISE", "")] == ["error about"]


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        ("by: ana, due: 2026-11-21", None),
        ("by: ana, due: 2026-11-20", "“Write” was due on 20 November 2026 (Ana Ruiz)."),
        ("by: ana, due: 2026-11-20, done: 2026-11-21", None),
        ("done: 2026-11-21", None),
        ("by: ana", "“Write” has no date."),
        ("due: 2027-01-01", "Nobody is in charge of “Write”."),
        ("for: satisfaction", "“Write” has neither a name nor a date."),
    ],
)
def test_an_action_has_a_name_and_a_date_and_is_done(ask: Ask, action: str, sentence: str | None) -> None:
    plan = f"{PEOPLE}reviews: {{fire: {{actions: [{{do: Write, {action}}}]}}}}\n"
    assert ask("LEARN-ACTION-OVERDUE", plan) == ([("error reviews.fire.actions[0]", sentence)] if sentence else [])


def test_a_review_without_action_changes_nothing(ask: Ask) -> None:
    assert ask("LEARN-ACTION-OVERDUE", "reviews: {fire: {about: Fire in May}}\n") == [
        ("error reviews.fire.actions", "The review of “Fire in May” changes nothing.")
    ]
