"""ESC: a path for every level, waits, and what comes after the last step."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PLAN = """
people: {ana: {name: Ana Ruiz}}
levels:
  watch: {name: Watch, when: [A question], reach: 60m}
  crisis: {name: Crisis, when: [A fire], reach: 30m}
"""


@pytest.mark.parametrize(
    ("escalation", "due"),
    [
        ("{a: {levels: [watch, crisis], steps: [{call: ana}]}}", []),
        ("{a: {levels: [watch], steps: [{call: ana}]}, b: {levels: [crisis], steps: [{call: ana}]}}", []),
        ("{a: {levels: [watch], steps: [{call: ana}]}}", ["error levels.crisis"]),
        ("{a: {levels: [], steps: [{call: ana}]}}", ["error levels.watch", "error levels.crisis"]),
        ("{a: {levels: [watch, crisis], steps: []}}", ["error escalation.a.steps"]),
        ("{}", ["error about"]),
    ],
)
def test_every_level_calls_somebody(ask: Ask, escalation: str, due: list[str]) -> None:
    assert [where for where, _ in ask("ESC-NO-PATH", f"{PLAN}escalation: {escalation}\n")] == due


def test_a_plan_without_levels_needs_no_path(ask: Ask) -> None:
    assert ask("ESC-NO-PATH", "") == []


@pytest.mark.parametrize(
    ("step", "levels", "sentence"),
    [
        ("wait: 2m", "[crisis]", None),
        ("wait: 1m", "[crisis]", "Step 1 of a waits 1 min: nobody has time to answer."),
        ("wait: 30m", "[crisis]", None),
        ("wait: 31m", "[crisis]", "Step 1 of a waits 31 min; at the level Crisis somebody is to be reached in 30 min."),
        ("wait: 31m", "[watch]", None),
        (
            "wait: 31m",
            "[watch, crisis]",
            "Step 1 of a waits 31 min; at the level Crisis somebody is to be reached in 30 min.",
        ),
        ("wait: 9 days", "[unknown]", None),
        ("by: [mobile]", "[crisis]", "Step 1 of a does not say how long to wait before the next call."),
    ],
)
def test_a_step_waits_long_enough_and_not_too_long(ask: Ask, step: str, levels: str, sentence: str | None) -> None:
    plan = f"{PLAN}escalation: {{a: {{levels: {levels}, steps: [{{call: ana, {step}}}]}}}}\n"
    assert ask("ESC-NO-WAIT", plan) == ([("error escalation.a.steps[0].wait", sentence)] if sentence else [])


def test_the_last_step_waits_too(ask: Ask) -> None:
    plan = f"{PLAN}escalation: {{a: {{levels: [crisis], steps: [{{call: ana, wait: 5m}}, {{call: ana}}]}}}}\n"
    assert [where for where, _ in ask("ESC-NO-WAIT", plan)] == ["error escalation.a.steps[1].wait"]


def test_a_path_says_what_to_do_when_nobody_answers(ask: Ask) -> None:
    plan = f"""{PLAN}
escalation:
  a: {{levels: [watch], steps: [{{call: ana}}]}}
  b: {{levels: [crisis], steps: [{{call: ana}}], nobody: Start again.}}
"""
    assert ask("ESC-NOWHERE", plan) == [("error escalation.a.nobody", "If nobody answers, a stops.")]
