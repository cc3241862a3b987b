"""Steps that ring nobody: where the line is drawn."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]
Fixes = Callable[..., list[str]]

PEOPLE = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, home: +33 1 99 00 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02, whatsapp: +33 6 39 98 00 02}
roles:
  lead: {holder: ana, deputies: [leo], can: [activate]}
on_call:
  line: {role: lead, rota: [ana, leo], from: 2026-11-16, handover: monday 09:00}
levels:
  crisis: {name: Crisis, reach: 30m}
"""
ALWAYS = "at any time of the next 90 days"


def path(steps: str) -> str:
    return f"escalation: {{alert: {{levels: [crisis], steps: [{{call: leo, wait: 5m}}, {steps}]}}}}\n"


def test_a_step_that_asks_for_what_the_holder_does_not_have_rings_nobody(ask: Ask, fixes: Fixes) -> None:
    plan = PEOPLE + path("{call: lead, by: [whatsapp], wait: 5m}")
    assert ask("TEAM-NO-MEANS", plan) == [
        (
            "error escalation.alert.steps[1].by",
            f"Step 2 of alert rings nobody {ALWAYS}: for Ana Ruiz the plan has none of what `by:` asks (WhatsApp).",
        )
    ]
    (fix,) = fixes("TEAM-NO-MEANS", plan)
    assert fix == "In step 2 of alert, call on `mobile` too: `by: [whatsapp, mobile]`."
    assert ask("TEAM-NO-MEANS", plan.replace("by: [whatsapp]", "by: [whatsapp, mobile]")) == []


def test_a_means_that_those_called_do_not_have_is_not_offered(fixes: Fixes) -> None:
    plan = PEOPLE.replace("people:", "people:\n  zoe: {name: Zoé Blanc, signal: zoe}")
    (fix,) = fixes("TEAM-NO-MEANS", plan + path("{call: lead, by: [whatsapp], wait: 5m}"))
    assert fix == "In step 2 of alert, call on `mobile` too: `by: [whatsapp, mobile]`."


def test_the_means_are_offered_in_the_step_that_rings_nobody(fixes: Fixes) -> None:
    others = "{call: leo, by: [whatsapp], wait: 5m}, " * 3
    (fix,) = fixes("TEAM-NO-MEANS", PEOPLE + path(others + "{call: lead, by: [whatsapp], wait: 5m}"))
    assert fix == "In step 5 of alert, call on `mobile` too: `by: [whatsapp, mobile]`."


def test_in_a_path_of_very_many_steps_no_means_is_named(ask: Ask, fixes: Fixes) -> None:
    plan = PEOPLE + path("{call: leo, by: [whatsapp], wait: 5m}, " * 40 + "{call: lead, by: [whatsapp], wait: 5m}")
    assert [where for where, _ in ask("TEAM-NO-MEANS", plan)] == ["error escalation.alert.steps[41].by"]
    (fix,) = fixes("TEAM-NO-MEANS", plan)
    assert fix == "Write a means that they have into `by:`, or leave `by:` out: then all their means are used."


@pytest.mark.parametrize(
    "steps",
    [
        "{call: lead, wait: 5m}",
        "{call: lead, by: [whatsapp, home], wait: 5m}",
        "{call: [lead, leo], by: [whatsapp], wait: 5m}",
    ],
)
def test_one_means_of_one_person_is_enough(ask: Ask, steps: str) -> None:
    assert ask("TEAM-NO-MEANS", PEOPLE + path(steps)) == []


def test_of_a_rota_only_the_turns_of_those_without_the_means_are_told(ask: Ask) -> None:
    ((where, sentence),) = ask("TEAM-NO-MEANS", PEOPLE + path("{call: line, by: [whatsapp], wait: 5m}"))
    assert where == "error escalation.alert.steps[1].by"
    assert "from 21 November 2026 00:00 to 23 November 2026 08:55" in sentence.replace("\u00a0", " ")
    assert "for Ana Ruiz the plan" in sentence


def test_who_has_no_means_at_all_is_told_once(ask: Ask) -> None:
    plan = PEOPLE.replace(", mobile: +33 6 39 98 00 01, home: +33 1 99 00 00 01", "")
    found = ask("TEAM-NO-MEANS", plan + path("{call: lead, by: [whatsapp], wait: 5m}"))
    assert [where for where, _ in found] == ["error people.ana"]


def test_nothing_is_asked_at_hours_without_a_promise(ask: Ask) -> None:
    absences = "absences: [{who: leo, from: 2026-11-28, to: 2026-11-29}]\n"  # a weekend
    plan = PEOPLE.replace("holder: ana, deputies: [leo]", "holder: leo, deputies: [ana]") + absences
    steps = path("{call: lead, by: [whatsapp], wait: 5m}")
    assert len(ask("TEAM-NO-MEANS", plan + steps)) == 1
    assert ask("TEAM-NO-MEANS", plan.replace("reach: 30m", "reach: 30m, hours: mon-fri 00:00-23:50") + steps) == []


BOTH = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, home: +33 1 99 00 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02, whatsapp: +33 6 39 98 00 02}
  zoe: {name: Zoé Blanc, home: +33 1 99 00 00 03}
roles:
  lead: {holder: ana, deputies: [leo, zoe], can: [activate]}
on_call:
  line: {role: lead, rota: [zoe, ana, ana, leo], from: 2026-11-21, handover: saturday 00:00}
levels:
  crisis: {name: Crisis, reach: 30m}
"""


def test_a_step_is_told_once_with_all_whom_it_does_not_ring_the_longest_first(ask: Ask, fixes: Fixes) -> None:
    plan = BOTH + path("{call: line, by: [whatsapp], wait: 5m}")
    ((where, sentence),) = ask("TEAM-NO-MEANS", plan)
    assert where == "error escalation.alert.steps[1].by"
    assert sentence == (
        "Step 2 of alert rings nobody from 21 November 2026 00:00 to 11 December 2026 23:55, "
        "from 18 December 2026 23:55 to 8 January 2027 23:55, from 15 January 2027 23:55 to 5 February 2027 23:55 "
        "and 1 more time: for Ana Ruiz and Zoé Blanc the plan has none of what `by:` asks (WhatsApp)."
    )
    (fix,) = fixes("TEAM-NO-MEANS", plan)
    assert fix == "In step 2 of alert, call on `home` too: `by: [whatsapp, home]`."


def test_where_no_means_serves_all_whom_a_step_does_not_ring_none_is_named(fixes: Fixes) -> None:
    plan = BOTH.replace(", home: +33 1 99 00 00 01", "") + path("{call: line, by: [whatsapp], wait: 5m}")
    (fix,) = fixes("TEAM-NO-MEANS", plan)
    assert fix == "Write a means that they have into `by:`, or leave `by:` out: then all their means are used."


def test_each_step_that_rings_nobody_is_told(ask: Ask) -> None:
    plan = BOTH + path("{call: line, by: [signal], wait: 5m}, {call: lead, by: [whatsapp], wait: 5m}")
    assert [where for where, _ in ask("TEAM-NO-MEANS", plan)] == [
        "error escalation.alert.steps[1].by",
        "error escalation.alert.steps[2].by",
    ]


def test_who_is_called_only_at_hours_without_a_promise_is_not_named(ask: Ask) -> None:
    weekend = "{who: zoe, from: 2026-11-28 00:00, to: 2026-11-30 00:00}"
    plan = BOTH.replace("rota: [zoe, ana, ana, leo]", f"rota: [ana], swaps: [{weekend}]")
    steps = path("{call: line, by: [whatsapp], wait: 5m}")
    ((_, sentence),) = ask("TEAM-NO-MEANS", plan + steps)
    assert "for Ana Ruiz and Zoé Blanc the plan" in sentence
    ((_, sentence),) = ask(
        "TEAM-NO-MEANS", plan.replace("reach: 30m", "reach: 30m, hours: mon-fri 00:00-23:50") + steps
    )
    assert "for Ana Ruiz the plan" in sentence
