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


REPEATED = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
  mia: {name: Mia Kern, mobile: +33 6 39 98 00 03}
roles: {lead: {holder: ana, deputies: [leo, mia], can: [activate]}}
levels: {crisis: {name: Crisis, reach: 30m}}
escalation:
  alert:
    levels: [crisis]
    steps:
      - {call: [ana, leo], wait: 10m}
      - {call: [ana, leo], wait: 10m}
      - {call: THIRD, wait: 10m}
"""


def test_a_step_that_repeats_several_people_is_one_finding(ask: Ask) -> None:
    assert ask("ESC-SAME-PERSON", REPEATED.replace("THIRD", "mia")) == [
        (
            "warning escalation.alert.steps[1]",
            "Steps 1 and 2 of alert call the same people, Ana Ruiz and Léo Marchand, at any time of the next 90 days.",
        )
    ]


def test_all_that_is_to_be_typed_for_steps_that_repeat_can_be_typed_at_once(
    ask: Ask, fixes: Callable[..., list[str]]
) -> None:
    """Mia in step 2 and in step 3 as well would repeat Mia."""
    assert [where for where, _ in ask("ESC-SAME-PERSON", REPEATED.replace("THIRD", "lead"))] == [
        "warning escalation.alert.steps[1]",
        "warning escalation.alert.steps[2]",
    ]
    assert fixes("ESC-SAME-PERSON", REPEATED.replace("THIRD", "lead")) == [
        "In step 2 of alert, call Mia Kern as well: `call: [ana, leo, mia]`.",
        "Put another person into one of the two steps, or call somebody else at the same time.",
    ]


PAIR = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
roles: {lead: {holder: ana, deputies: [leo], can: [activate]}}
on_call:
  officer: {role: lead, rota: [ana, leo], from: 2026-11-16, handover: monday 09:00}
  voice: {role: lead, rota: [OTHERS], from: 2026-11-16, handover: monday 09:00}
levels: {crisis: {name: Crisis, reach: 30m}}
escalation:
  alert: {levels: [crisis], steps: [{call: [officer, voice], wait: 10m}]}
"""


def test_two_lines_of_one_step_lead_to_two_people(ask: Ask) -> None:
    assert ask("ESC-SAME-PERSON", PAIR.replace("OTHERS", "leo, ana")) == []
    assert ask("ESC-SAME-PERSON", PAIR.replace("OTHERS", "ana, leo")) == [
        (
            "warning escalation.alert.steps[0].call",
            (
                "In step 1 of alert, officer and voice both call the same person (Ana Ruiz or Léo Marchand), at any "
                "time of the next 90 days."
            ),
        )
    ]
    found = ask("ESC-SAME-PERSON", PAIR.replace("OTHERS", "leo, leo"))
    assert [said.partition(", from")[0] for _, said in found] == [
        "In step 1 of alert, officer and voice both call the same person (Léo Marchand)"
    ]
