"""Hours at which nobody on call answers: where the line is drawn."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PEOPLE = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02, timezone: America/Toronto}
roles:
  lead: {holder: ana, deputies: [leo], can: [activate]}
"""


def lines(day: str, night: str) -> str:
    return (
        f"on_call:\n  day: {{role: lead, rota: [ana], from: 2026-01-05, hours: {day}}}\n"
        f"  night: {{role: lead, rota: [leo], from: 2026-01-05, timezone: America/Toronto, hours: {night}}}\n"
    )


def path(steps: str, level: str = "reach: 30m") -> str:
    return (
        f"levels: {{crisis: {{name: Crisis, {level}}}}}\nescalation: {{alert: {{levels: [crisis], steps: {steps}}}}}\n"
    )


BOTH = "[{call: [day, night], wait: 10m}, {call: lead, wait: 10m}]"
IN_TURN = "[{call: day, wait: 10m}, {call: night, wait: 10m}, {call: lead, wait: 10m}]"


@pytest.mark.parametrize("steps", [BOTH, IN_TURN])
def test_lines_that_complete_each_other_each_by_its_clock_are_no_hole(ask: Ask, steps: str) -> None:
    plan = PEOPLE + lines("daily 08:00-20:00", "daily 14:00-02:00") + path(steps)
    assert ask("COVER-HOURS", plan) == []


def test_an_hour_that_no_line_answers_is_named_with_the_clock(ask: Ask) -> None:
    plan = PEOPLE + lines("daily 08:00-20:00", "mon-sat 14:00-02:00") + path(BOTH)
    ((where, sentence),) = ask("COVER-HOURS", plan)
    assert where == "warning escalation.alert"
    assert sentence.startswith(
        "None of the lines that alert calls is answered from 22 November 2026 20:00 to 23 November 2026 08:00, from "
    )
    assert sentence.endswith(" and 10 more times (Paris time): nobody whom it calls then is on call.")


def test_a_line_without_hours_is_answered_at_any_time(ask: Ask) -> None:
    plan = PEOPLE + lines("daily 08:00-20:00", "24/7") + path(IN_TURN)
    assert ask("COVER-HOURS", plan) == []


def test_outside_the_hours_of_its_levels_a_path_may_sleep(ask: Ask) -> None:
    plan = PEOPLE + lines("mon-fri 08:00-20:00", "mon-fri 02:00-14:00") + path(BOTH, "hours: mon-fri 08:00-20:00")
    (level,) = ask("COVER-HOURS", plan)
    assert level[0] == "warning levels.crisis.hours"
    minute_more = plan.replace("hours: mon-fri 08:00-20:00}}", "hours: mon-fri 07:59-20:00}}")
    _, hole = ask("COVER-HOURS", minute_more)
    assert "on 23 November 2026 from 07:59 to 08:00" in hole[1]


def test_minutes_that_reach_nobody_are_errors_of_the_path_and_not_told_twice(ask: Ask) -> None:
    plan = PEOPLE + lines("daily 08:00-20:00", "mon-sat 14:00-02:00") + path("[{call: [day, night], wait: 10m}]")
    assert ask("COVER-HOURS", plan) == []
    ((where, sentence),) = ask("ESC-NO-AUTHORITY", plan)
    assert where == "error escalation.alert"
    assert "from 22 November 2026 20:00 to 23 November 2026 08:00" in sentence
    assert "(Paris time)" in sentence


def test_where_nobody_may_decide_the_hole_is_told_all_the_same(ask: Ask) -> None:
    plan = PEOPLE.replace("activate", "facts") + lines("daily 08:00-20:00", "sat 14:00-15:00") + path(BOTH)
    assert [where for where, _ in ask("COVER-HOURS", plan)] == ["warning escalation.alert"]


def test_a_line_that_no_path_calls_and_a_path_without_lines_promise_no_answer_on_call(ask: Ask) -> None:
    plan = PEOPLE + lines("daily 08:00-20:00", "daily 14:00-15:00") + path("[{call: lead, wait: 10m}]")
    assert ask("COVER-HOURS", plan) == []


def test_a_gap_is_told_whole_by_the_clock_of_its_line(ask: Ask) -> None:
    turns = (
        "shifts: [{who: leo, from: 2026-10-05 14:00, to: 2026-12-07 14:00}, "
        "{who: leo, from: 2026-12-14 14:00, to: 2027-12-01 14:00}]"
    )
    written = lines("daily 08:00-20:00", "daily 14:00-02:00").replace("rota: [leo], from: 2026-01-05", turns)
    plan = PEOPLE + written + path(BOTH)
    assert ask("ONCALL-GAP", plan) == [
        (
            "error on_call.night",
            "Nobody is on call on night from 7 December 2026 14:00 to 14 December 2026 14:00 (Toronto time).",
        )
    ]


def test_days_that_are_whole_where_somebody_lives_are_said_by_that_clock(ask: Ask) -> None:
    away = "absences: [{who: leo, from: 2026-12-07, to: 2026-12-08}, {who: ana, from: 2026-12-01, to: 2026-12-31}]\n"
    ((_, sentence),) = ask("TEAM-ALL-AWAY", PEOPLE + away)
    assert sentence == (
        "Nobody holds lead from 7 December 2026 to 8 December 2026 (Toronto time): Ana Ruiz and Léo Marchand are away."
    )


def test_a_plan_of_one_clock_does_not_name_it(ask: Ask) -> None:
    plan = PEOPLE.replace(", timezone: America/Toronto", "") + (
        "on_call: {day: {role: lead, rota: [ana], from: 2026-01-05, hours: mon-sat 08:00-20:00}}\n"
    )
    ((_, sentence),) = ask("COVER-HOURS", plan + path("[{call: day, wait: 10m}, {call: lead, wait: 10m}]"))
    assert "time)" not in sentence


def test_what_does_not_end_in_the_days_that_are_seen_has_no_end(ask: Ask) -> None:
    ended = lines("daily 08:00-20:00", "daily 14:00-02:00").replace(
        "rota: [leo], from: 2026-01-05", "shifts: [{who: leo, from: 2026-10-05 14:00, to: 2026-12-07 14:00}]"
    )
    assert ask("ONCALL-GAP", PEOPLE + ended + path(BOTH)) == [
        ("error on_call.night", "Nobody is on call on night from 7 December 2026 14:00 on (Toronto time).")
    ]
    last = "absences: [{who: ana, from: 2027-01-01, to: 2027-02-17}, {who: leo, from: 2027-01-01, to: 2027-02-17}]\n"
    ((_, sentence),) = ask("TEAM-ALL-AWAY", PEOPLE.replace(", timezone: America/Toronto", "") + last)
    assert "from 1 January 2027 to 17 February 2027" in sentence  # 18 February is the last day that is seen
