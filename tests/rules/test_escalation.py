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


LINE = """
people: {{ana: {{name: Ana Ruiz}}}}
roles: {{lead: {{holder: ana, can: [activate]}}}}
on_call: {{duty: {{role: lead, rota: [ana], from: 2026-11-16{answer}}}}}
levels:
  watch: {{name: Watch, when: [A question], reach: 60m}}
  crisis: {{name: Crisis, when: [A fire], reach: 30m}}
  calm: {{name: Calm, when: [Nothing]}}
escalation: {{a: {{levels: [{levels}], steps: [{steps}]}}}}
"""


@pytest.mark.parametrize(
    ("steps", "answer", "levels", "found"),
    [
        ("{call: duty, wait: 10m}", "30m", "crisis", None),
        ("{call: duty, wait: 10m}", "31m", "crisis", ("31 min", 1, "10 min", "Crisis", "30 min")),
        ("{call: [ana, duty], wait: 30m}", "31m", "crisis", ("31 min", 1, "30 min", "Crisis", "30 min")),
        ("{call: ana, wait: 10m}, {call: duty, wait: 10m}", "20m", "crisis", None),
        (
            "{call: ana, wait: 10m}, {call: duty, wait: 20m}",
            "21m",
            "crisis",
            ("21 min", 2, "20 min", "Crisis", "30 min"),
        ),
        ("{call: ana, wait: 10m}, {call: duty, wait: 21m}", "2h", "crisis", None),  # too late to be counted on
        (
            "{call: ana, wait: 10m}, {call: duty, wait: 21m}",
            "2h",
            "crisis, watch",
            ("2 h", 2, "21 min", "Watch", "1 h"),
        ),
        ("{call: duty, wait: 10m}", "2h", "watch, crisis", ("2 h", 1, "10 min", "Crisis", "30 min")),
        ("{call: duty, wait: 10m}", "2h", "calm, unknown", None),
        ("{call: ana}, {call: duty, wait: 10m}", "2h", "crisis", None),
        ("{call: duty, wait: 10m}", "", "crisis", None),
        ("{call: duty, wait: 20m}, {call: [ana, duty], wait: 10m}", "30m", "crisis", None),
        (
            "{call: duty, wait: 20m}, {call: [ana, duty], wait: 10m}",
            "31m",
            "crisis",
            ("31 min", 1, "20 min", "Crisis", "30 min"),
        ),
    ],
)
def test_a_line_on_which_a_step_counts_answers_before_the_promise_ends(
    ask: Ask, steps: str, answer: str, levels: str, found: tuple[str, int, str, str, str] | None
) -> None:
    plan = LINE.format(steps=steps, levels=levels, answer=f", answer_within: {answer}" if answer else "")
    slow = [said for where, said in ask("ESC-NO-WAIT", plan) if where == "error on_call.duty.answer_within"]
    assert slow == [
        f"The line duty may take {answers} to answer, but step {number} of a waits only {wait}, and at the level"
        f" {level} somebody is to be reached in {reach}."
        for answers, number, wait, level, reach in ([found] if found else [])
    ]


@pytest.mark.parametrize(
    ("steps", "answer", "fix"),
    [
        ("{call: ana, wait: 10m}, {call: duty, wait: 10m}", "30m", "in 20 min, or earlier"),
        ("{call: ana, wait: 10m}, {call: duty, wait: 10m}", "31m", "in 20 min, or reach"),
        ("{call: duty, wait: 10m}", "31m", "in 30 min, or reach"),
    ],
)
def test_a_line_that_is_too_slow_is_told_how_soon_it_would_have_to_answer(
    ask: Ask, fixes: Callable[..., list[str]], steps: str, answer: str, fix: str
) -> None:
    plan = LINE.format(steps=steps, levels="crisis", answer=f", answer_within: {answer}")
    (time, way), (said,) = fix.removeprefix("in ").split(", or "), fixes("ESC-NO-WAIT", plan)
    ways = {"earlier": "call it in an earlier step", "reach": "promise more time (`reach:`)"}
    assert said == f"Let the line answer within {time} (`answer_within:`), or {ways[way]}."
    typed = plan.replace(f"answer_within: {answer}", f"answer_within: {time.replace(' min', 'm')}")
    assert ask("ESC-NO-WAIT", typed) == []


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
