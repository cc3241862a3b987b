"""Whether the chain keeps its promise: where the lines are drawn."""

from collections.abc import Callable
from datetime import date

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PEOPLE = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
roles:
  lead: {holder: ana, deputies: [leo], can: [activate]}
"""
CHRISTMAS = "absences: [{who: ana, from: 2026-12-24, to: 2026-12-26}, {who: leo, from: 2026-12-25, to: 2026-12-28}]\n"


def path(steps: str, level: str = "reach: 30m") -> str:
    return (
        f"levels: {{crisis: {{name: Crisis, {level}}}}}\nescalation: {{alert: {{levels: [crisis], steps: {steps}}}}}\n"
    )


def test_only_the_minutes_at_which_everybody_is_away_are_named(ask: Ask) -> None:
    assert ask("ESC-NO-AUTHORITY", PEOPLE + CHRISTMAS + path("[{call: lead, wait: 10m}]")) == [
        (
            "error escalation.alert",
            "The path alert reaches nobody who may activate the plan from 25 December 2026 to 26 December 2026.",
        )
    ]


def test_what_nobody_may_do_at_all_is_another_check(ask: Ask) -> None:
    plan = PEOPLE.replace("can: [activate]", "can: [approve]") + path("[{call: lead, wait: 10m}]")
    assert ask("ESC-NO-AUTHORITY", plan) == []


def test_a_level_that_sleeps_promises_nothing(ask: Ask) -> None:
    plan = PEOPLE + CHRISTMAS + path("[{call: lead, wait: 10m}]", "reach: 30m, hours: mon-thu 09:00-18:00")
    assert ask("ESC-NO-AUTHORITY", plan) == []  # 25 December 2026 is a Friday


LINE = "on_call: {line: {role: lead, rota: [ana, leo], from: 2026-11-16, hours: mon-sun 06:00-22:00}}\n"


def test_a_line_that_sleeps_takes_nothing_off_the_promise_of_a_level(ask: Ask) -> None:
    asleep = ask("ESC-NO-AUTHORITY", PEOPLE + LINE + path("[{call: line, wait: 10m}]"))
    assert [where for where, _ in asleep] == ["error escalation.alert"]
    assert "from 21 November 2026 22:00 to 22 November 2026 06:00" in asleep[0][1]


def test_a_line_may_sleep_while_somebody_else_is_called_or_nothing_is_promised(ask: Ask) -> None:
    others = path("[{call: line, wait: 10m}, {call: lead, wait: 10m}]")
    days_only = path("[{call: line, wait: 10m}]", "reach: 30m, hours: mon-sun 06:30-21:30")
    assert ask("ESC-NO-AUTHORITY", PEOPLE + LINE + others) == []
    assert ask("ESC-NO-AUTHORITY", PEOPLE + LINE + days_only) == []


def test_nobody_to_publish_is_not_told_of_minutes_at_which_nobody_is_reached(ask: Ask) -> None:
    channels = "channels: {x: {platform: x, publishers: [ana, leo]}}\n"
    plan = PEOPLE + LINE + channels
    assert ask("CHAN-NIGHT-KEYS", plan + path("[{call: line, wait: 10m}]")) == []
    leo_only = plan.replace("publishers: [ana, leo]", "publishers: [leo]")
    (keys,) = ask("CHAN-NIGHT-KEYS", leo_only + path("[{call: line, wait: 10m}]"))
    assert "from 21 November 2026 06:00 to 21 November 2026 22:00" not in keys[1]  # Leo's turn is from 23 November on


@pytest.mark.parametrize("check", ["ESC-NO-AUTHORITY", "ESC-SLOW", "ESC-FRAGILE", "ESC-ONE-NETWORK", "CHAN-NIGHT-KEYS"])
@pytest.mark.parametrize("steps", ["[{call: lead}]", "[{call: [lead, nobody-known], wait: 2h}]", "[]"])
def test_a_path_that_cannot_be_followed_is_left_to_other_checks(ask: Ask, check: str, steps: str) -> None:
    channels = "channels: {x: {platform: x, publishers: [ana]}}\n"
    assert ask(check, PEOPLE + CHRISTMAS + channels + path(steps)) == []


def test_the_strictest_level_of_a_path_is_named(ask: Ask) -> None:
    plan = (
        PEOPLE
        + """
levels: {watch: {name: Watch, reach: 60m}, crisis: {name: Crisis, reach: 15m}}
escalation: {alert: {levels: [watch, crisis], steps: [{call: lead, wait: 20m}]}}
"""
    )
    assert [said for _, said in ask("ESC-SLOW", plan)] == [
        (
            "In the worst case it takes 20 min to reach somebody who may decide, at any time of the next 90 days; "
            "Crisis promises 15 min."
        )
    ]


def test_slow_minutes_beside_minutes_without_anybody_are_both_told(ask: Ask) -> None:
    plan = PEOPLE + CHRISTMAS + path("[{call: ana, wait: 10m}, {call: leo, wait: 30m}]")
    assert len(ask("ESC-SLOW", plan)) == 1
    assert len(ask("ESC-NO-AUTHORITY", plan)) == 1


def test_the_person_on_whom_the_path_hangs_is_named_once_with_the_periods(ask: Ask) -> None:
    plan = (
        PEOPLE
        + path("[{call: [ana, leo], wait: 10m}]")
        + ("absences: [{who: ana, from: 2026-12-24, to: 2026-12-24}, {who: ana, from: 2027-01-04, to: 2027-01-05}]\n")
    )
    assert [said for _, said in ask("ESC-FRAGILE", plan)] == [
        (
            "If Léo Marchand does not answer, the path alert reaches nobody who may decide on 24 December 2026 and "
            "from 4 January 2027 to 5 January 2027."
        )
    ]


def test_a_step_that_adds_somebody_may_repeat_somebody(ask: Ask) -> None:
    assert ask("ESC-SAME-PERSON", PEOPLE + path("[{call: ana, wait: 10m}, {call: [ana, leo], wait: 10m}]")) == []


def test_no_line_at_all_is_a_gap_where_somebody_must_be_quick(ask: Ask) -> None:
    plan = PEOPLE + path("[{call: lead, wait: 10m}]")
    assert [where for where, _ in ask("ONCALL-GAP", plan)] == ["error about"]
    assert ask("ONCALL-GAP", plan.replace("30m", "2h")) == []


def test_the_week_in_which_the_clocks_go_back_is_seven_days(ask: Ask) -> None:
    line = "on_call: {line: {role: lead, rota: [ana, leo], from: 2026-10-12, handover: monday 09:00}}\n"
    assert ask("ONCALL-REST", PEOPLE + line, today=date(2026, 10, 12)) == []


def test_three_of_four_weeks_are_too_many(ask: Ask) -> None:
    shifts = ", ".join(
        f"{{who: ana, from: 2026-{start} 09:00, to: 2026-{end} 09:00}}"
        for start, end in [("11-23", "11-29"), ("11-30", "12-06"), ("12-07", "12-13")]
    )
    plan = PEOPLE + f"on_call: {{line: {{role: lead, shifts: [{shifts}]}}}}\n"
    assert [said for _, said in ask("ONCALL-REST", plan)] == ["Ana Ruiz is on call 18 of 28 days."]


def test_people_who_have_left_are_another_check(ask: Ask) -> None:
    plan = """
people: {ana: {name: Ana Ruiz, left_on: 2026-10-01}}
roles: {lead: {holder: ana, can: [activate]}}
on_call: {line: {role: lead, rota: [ana], from: 2026-11-16}}
levels: {crisis: {sign_off: {new_text: [lead]}}}
"""
    for check in ("ONCALL-AWAY", "TEAM-ALL-AWAY", "SIGN-DEADLOCK"):
        assert ask(check, plan) == []


def test_whoever_leaves_soon_leaves_a_gap(ask: Ask) -> None:
    plan = "people: {ana: {name: Ana Ruiz, left_on: 2026-12-31}}\nroles: {lead: {holder: ana}}\n"
    assert [said for _, said in ask("TEAM-ALL-AWAY", plan)] == [
        "Nobody holds lead from 1 January 2027 on: Ana Ruiz leaves on 31 December 2026."
    ]


def test_one_of_several_roles_is_enough_to_sign(ask: Ask) -> None:
    plan = (
        PEOPLE
        + "absences: [{who: ana, from: 2026-12-24, to: 2026-12-24}]\n"
        + ("levels: {crisis: {name: Crisis, sign_off: {new_text: [[boss, lead]]}}}\n")
    )
    plan = plan.replace("roles:\n", "roles:\n  boss: {holder: ana}\n")
    assert ask("SIGN-DEADLOCK", plan) == []
    assert len(ask("SIGN-DEADLOCK", plan.replace("[[boss, lead]]", "[boss, lead]"))) == 1


def test_a_text_approved_in_advance_needs_nobody_more(ask: Ask) -> None:
    plan = (
        PEOPLE
        + path("[{call: lead, wait: 10m}]", "reach: 30m, first_word: 15m, sign_off: {new_text: [legal]}")
        + """
channels: {site: {platform: website, live_within: 5m}}
scenarios: {fire: {name: Fire, level: crisis, statements: {first: {kind: holding, channels: [site], text: A fire.}}}}
"""
    )
    plan = plan.replace("roles:\n", "roles:\n  legal: {holder: leo}\n").replace("deputies: [leo], ", "")
    assert [said for _, said in ask("ESC-BUDGET", plan)] == [
        (
            "For “Fire”, reaching somebody (10 min), the go-ahead (10 min) and publishing (5 min) take 25 min; "
            "Crisis promises the first word in 15 min."
        )
    ]
    assert ask("ESC-BUDGET", plan.replace("new_text: [legal]", "new_text: [lead]")) == []


def test_who_is_left_alone_is_named_with_the_dates(ask: Ask) -> None:
    plan = PEOPLE + "absences: [{who: ana, from: 2026-12-24, to: 2026-12-26}]\n"
    assert ask("TEAM-SINGLE-POINT", plan) == [
        (
            "warning people.leo",
            (
                "Everything about starting the plan depends on Léo Marchand from 24 December 2026 to 26 December 2026: "
                "the others are away."
            ),
        )
    ]


TIMELINE = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
roles:
  lead: {holder: ana, can: [activate]}
channels:
  site: {platform: website, publishers: [ana]}
  staff: {platform: intranet}
levels: {crisis: {name: Crisis, first_word: 15m}}
scenarios:
  fire:
    name: Fire
    level: crisis
    actions:
      - {at: 5m, who: lead, do: Tell the shops, statement: fire-inside}
      - {at: 15m, who: lead, do: Publish, statement: fire-first}
      - {at: 6h, who: lead, do: Publish, statement: fire-update}
    statements:
      fire-inside: {kind: internal, channels: [staff], text: The shop in Lille is on fire.}
      fire-first: {kind: holding, channels: [site], text: A fire broke out in our shop.}
      fire-update: {kind: update, channels: [site], text: The fire is out.}
"""


def test_a_first_word_that_the_timeline_plans_in_time_is_well(ask: Ask) -> None:
    assert ask("ESC-BUDGET", TIMELINE) == []


def test_a_first_word_planned_after_what_the_level_promises_is_told_at_its_action(ask: Ask) -> None:
    assert ask(
        "ESC-BUDGET", TIMELINE.replace("{at: 15m, who: lead, do: Publish", "{at: 16m, who: lead, do: Publish")
    ) == [
        (
            "warning scenarios.fire.actions[1].at",
            "In “Fire”, the first public word is planned after 16 min; Crisis promises it in 15 min.",
        )
    ]


def test_where_no_action_publishes_no_time_is_planned(ask: Ask) -> None:
    plan = "".join(line for line in TIMELINE.splitlines(keepends=True) if "do: Publish" not in line)
    assert ask("ESC-BUDGET", plan) == []


def test_who_is_called_as_well_is_not_the_one_whom_the_next_step_calls(fixes: Callable[..., list[str]]) -> None:
    plan = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris, profile: standard}
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
  mia: {name: Mia Kern, mobile: +33 6 39 98 00 03}
roles: {lead: {holder: ana, deputies: [leo, DEPUTY], can: [activate]}}
levels: {crisis: {name: Crisis, reach: 1h}}
escalation:
  alert:
    levels: [crisis]
    steps: [{call: ana, wait: 10m}, {call: ana, wait: 10m}, {call: leo, wait: 10m}]
"""
    assert fixes("ESC-SAME-PERSON", plan.replace("DEPUTY", "mia")) == [
        "In step 2 of alert, call Mia Kern as well: `call: [ana, mia]`."
    ]
    assert fixes("ESC-SAME-PERSON", plan.replace(", DEPUTY", "")) == [
        "Put another person into one of the two steps, or call somebody else at the same time."
    ]
