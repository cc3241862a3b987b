"""ONCALL: turns, and the days off of those who have them."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]
Fixes = Callable[..., list[str]]

WEEKS = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
roles:
  lead: {holder: ana, deputies: [leo], can: [activate]}
on_call:
  line: {role: lead, rota: [ana, leo], from: 2026-11-23, handover: HANDOVER}
absences:
  - {who: leo, from: FIRST, to: LAST}
"""


def weeks(first: str, last: str, handover: str = "monday 08:00") -> str:
    return WEEKS.replace("HANDOVER", handover).replace("FIRST", first).replace("LAST", last)


def test_a_week_off_that_begins_with_the_handover_is_no_clash(ask: Ask) -> None:
    assert ask("ONCALL-AWAY", weeks("2026-12-21", "2026-12-27")) == []  # the turn of Léo ends on the 21st at 08:00


@pytest.mark.parametrize(
    ("first", "last", "handover", "when"),
    [
        ("2026-12-20", "2026-12-27", "monday 08:00", "from 20 December 2026 00:00 to 21 December 2026 08:00"),
        ("2026-12-21", "2026-12-28", "monday 08:00", "from 28 December 2026 08:00 to 29 December 2026 00:00"),
        ("2026-12-21", "2026-12-27", "monday 18:00", "on 21 December 2026 from 00:00 to 18:00"),
    ],
)
def test_a_day_off_during_a_turn_is_a_clash(ask: Ask, first: str, last: str, handover: str, when: str) -> None:
    found = [said for _, said in ask("ONCALL-AWAY", weeks(first, last, handover))]
    assert found == [f"Léo Marchand is on call on line and away {when}."]


def test_the_swaps_to_write_are_offered_and_mend_it(fixes: Fixes) -> None:
    (fix,) = fixes("ONCALL-AWAY", weeks("2026-12-15", "2026-12-16"))
    swaps = "swaps: [{who: ana, from: 2026-12-14 08:00, to: 2026-12-17 08:00}]"
    assert fix == f"Swap with Ana Ruiz: add `{swaps}` to line, or move the absence."
    assert fixes("ONCALL-AWAY", weeks("2026-12-15", "2026-12-16").replace("handover:", f"{swaps}, handover:")) == []


def test_a_swap_stays_within_the_turn_and_is_added_to_those_that_there_are(fixes: Fixes) -> None:
    there = "swaps: [{who: ana, from: 2027-01-11 08:00, to: 2027-01-12 08:00}]"
    (fix,) = fixes("ONCALL-AWAY", weeks("2026-12-15", "2026-12-20").replace("handover:", f"{there}, handover:"))
    turn = "{who: ana, from: 2026-12-14 08:00, to: 2026-12-21 08:00}"
    assert fix == f"Swap with Ana Ruiz: add `{turn}` to `swaps:`, or move the absence."


def test_nobody_who_is_away_as_well_is_offered(fixes: Fixes) -> None:
    both = weeks("2026-12-15", "2026-12-16") + "  - {who: ana, from: 2026-12-16, to: 2026-12-16}\n"
    assert fixes("ONCALL-AWAY", both) == ["Swap the turn with somebody who is there, or move the absence."]


ONE_BY_ONE = """
people:
  ana: {name: Ana Ruiz}
  leo: {name: Léo Marchand}
  kim: {name: Kim}
  lou: {name: Lou}
roles:
  lead: {holder: lou, deputies: [leo], can: [activate]}
on_call:
  line:
    role: lead
    shifts:
      - {who: ana, from: 2026-12-07 08:00, to: 2026-12-14 08:00}
      - {who: leo, from: 2026-12-14 08:00, to: 2026-12-21 08:00}
      - {who: kim, from: 2026-12-21 08:00, to: 2027-03-01 08:00}
absences:
  - {who: leo, from: 2026-12-15, to: 2026-12-16}
"""


def test_where_turns_are_written_one_by_one_somebody_of_the_line_who_is_there_is_named(fixes: Fixes) -> None:
    gone = "  - {who: ana, from: 2026-12-15, to: 2026-12-15}\n"
    assert fixes("ONCALL-AWAY", ONE_BY_ONE) == ["Swap the turn with Ana Ruiz, who is there, or move the absence."]
    assert fixes("ONCALL-AWAY", ONE_BY_ONE + gone) == ["Swap the turn with Kim, who is there, or move the absence."]


def test_who_swapped_and_is_away_is_told_at_the_swap(ask: Ask) -> None:
    swapped = weeks("2026-12-01", "2026-12-01").replace(
        "handover:", "swaps: [{who: leo, from: 2026-12-01 08:00, to: 2026-12-03 08:00}], handover:"
    )
    assert [where for where, _ in ask("ONCALL-AWAY", swapped)] == ["error on_call.line.swaps[0].who"]


LINE = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
roles:
  lead: {holder: ana, deputies: [leo], can: [activate]}
on_call:
  line:
    role: lead
    shifts:
"""
SHIFTS = (
    LINE
    + """\
      - {who: leo, from: 2026-09-07 08:00, to: 2026-09-14 08:00}
      - {who: ana, from: 2026-11-16 08:00, to: 2026-12-20 08:00}
      - {who: leo, from: 2026-12-20 08:00, to: 2026-12-20 20:00}
      - {who: leo, from: 2026-12-20 20:00, to: 2026-12-23 20:00}
      - {who: leo, from: 2026-12-23 20:00, to: 2027-03-01 08:00}
absences:
"""
)


@pytest.mark.parametrize(
    ("days", "number"),
    [
        (["2026-12-20"], 2),
        (["2026-12-22"], 3),
        (["2026-12-23"], 3),
        (["2026-12-25"], 4),
        (["2026-12-22", "2027-01-25"], 3),
    ],
)
def test_the_turn_that_clashes_first_is_shown(ask: Ask, days: list[str], number: int) -> None:
    plan = SHIFTS + "".join(f"  - {{who: leo, from: {day}, to: {day}}}\n" for day in days)
    assert [where for where, _ in ask("ONCALL-AWAY", plan)] == [f"error on_call.line.shifts[{number}].who"]


INSIDE = (
    LINE
    + """\
      - {who: leo, from: 2026-11-16 09:00, to: 2027-05-10 09:00}
      - {who: ana, from: 2026-12-05 09:00, to: 2026-12-07 09:00}
levels: {crisis: {name: Crisis, reach: 30m}}
escalation: {alarm: {levels: [crisis], steps: [{call: line, wait: 10m}]}}
"""
)


@pytest.mark.parametrize(("away", "clashes"), [("2026-12-06", False), ("2026-12-08", True)])
def test_a_shift_inside_a_longer_one_takes_its_time_only(ask: Ask, away: str, *, clashes: bool) -> None:
    plan = INSIDE + f"absences: [{{who: leo, from: {away}, to: {away}}}]\n"
    assert [ask(check, INSIDE) for check in ("ONCALL-GAP", "ONCALL-AWAY", "ESC-NO-AUTHORITY")] == [[], [], []]
    assert [where for where, _ in ask("ONCALL-AWAY", plan)] == ["error on_call.line.shifts[0].who"] * clashes


def test_of_somebody_without_authority_the_first_turn_is_shown(ask: Ask) -> None:
    plan = SHIFTS.replace(", deputies: [leo]", "").replace("absences:\n", "")
    assert [where for where, _ in ask("ONCALL-NO-AUTHORITY", plan)] == ["warning on_call.line.shifts[0].who"]


PATH = """
levels: {crisis: {name: Crisis, reach: 30m}, watch: {name: Watch, reach: 4h}}
escalation:
  alarm: {levels: [LEVEL], steps: [{call: CALLED, wait: 10m}, {call: leo, wait: 10m}]}
"""


@pytest.mark.parametrize(
    ("level", "called", "found"),
    [
        ("crisis", "lead", True),
        ("crisis", "[ana, leo]", True),
        ("crisis", "line", False),
        ("crisis", "[lead, line]", False),
        ("watch", "lead", False),
    ],
)
def test_a_line_that_no_step_calls_is_nobody_on_call(ask: Ask, level: str, called: str, found: bool) -> None:
    plan = weeks("2026-12-21", "2026-12-27").replace("2026-11-23", "2026-11-16") + PATH
    plan = plan.replace("LEVEL", level).replace("CALLED", called)
    said = "Crisis promises to reach somebody in 30 min, but no step of alarm calls anybody who is on call."
    assert ask("ONCALL-GAP", plan) == ([("error escalation.alarm.steps", said)] if found else [])
