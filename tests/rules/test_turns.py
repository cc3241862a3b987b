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


@pytest.mark.parametrize(
    ("hours", "last", "turns"),
    [
        ("daily 08:00-20:00", "2026-12-20", "{who: ana, from: 2026-12-15 08:00, to: 2026-12-20 20:00}"),
        ("mon-fri 22:00-06:00", "2026-12-19", "{who: ana, from: 2026-12-15 22:00, to: 2026-12-19 06:00}"),
        (
            "daily 08:00-20:00",
            "2027-01-01",
            (
                "{who: ana, from: 2026-12-15 08:00, to: 2026-12-20 20:00},"
                " {who: ana, from: 2026-12-28 08:00, to: 2027-01-01 20:00}"
            ),
        ),
    ],
)
def test_a_turn_that_keeps_hours_is_swapped_as_one(fixes: Fixes, hours: str, last: str, turns: str) -> None:
    plan = weeks("2026-12-15", last).replace("handover:", f"hours: {hours}, handover:")
    assert fixes("ONCALL-AWAY", plan) == [f"Swap with Ana Ruiz: add `swaps: [{turns}]` to line, or move the absence."]
    assert fixes("ONCALL-AWAY", plan.replace("handover:", f"swaps: [{turns}], handover:")) == []


def test_days_on_which_somebody_is_there_between_two_days_off_are_not_swapped(fixes: Fixes) -> None:
    plan = weeks("2026-12-15", "2026-12-15").replace("handover:", "hours: daily 08:00-20:00, handover:")
    (fix,) = fixes("ONCALL-AWAY", plan + "  - {who: leo, from: 2026-12-17, to: 2026-12-17}\n")
    days = ("2026-12-15", "2026-12-17")
    turns = ", ".join(f"{{who: ana, from: {day} 08:00, to: {day} 20:00}}" for day in days)
    assert fix == f"Swap with Ana Ruiz: add `swaps: [{turns}]` to line, or move the absence."


def test_a_day_off_over_two_turns_of_the_same_person_is_swapped_whole(fixes: Fixes) -> None:
    there = "swaps: [{who: leo, from: 2026-12-01 08:00, to: 2026-12-03 08:00}]"
    (fix,) = fixes("ONCALL-AWAY", weeks("2026-12-01", "2026-12-01").replace("handover:", f"{there}, handover:"))
    turn = "{who: ana, from: 2026-11-30 08:00, to: 2026-12-02 08:00}"
    assert fix == f"Swap with Ana Ruiz: add `{turn}` to `swaps:`, or move the absence."
    mended = there.replace("}]", f"}}, {turn}]")
    assert fixes("ONCALL-AWAY", weeks("2026-12-01", "2026-12-01").replace("handover:", f"{mended}, handover:")) == []


THREE = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
  mia: {name: Mia Kern, mobile: +33 6 39 98 00 03}
  zoe: {name: Zoé Roy, mobile: +33 6 39 98 00 04}
roles: {lead: {holder: ana, deputies: [leo, mia, zoe], can: [activate]}}
on_call:
  line: {role: lead, rota: [ana, leo, mia], from: 2026-11-16, handover: monday 09:00}
absences: [{who: ana, from: 2026-12-28, to: LAST}]
"""


def turns(*who: str) -> str:
    return ", ".join(f"{{who: {name}, from: {a} 09:00, to: {b} 09:00}}" for name, a, b in (one.split() for one in who))


@pytest.mark.parametrize(
    ("last", "people", "swaps"),
    [
        ("2027-01-03", "Léo Marchand", turns("leo 2026-12-28 2027-01-04", "ana 2027-01-04 2027-01-11")),
        ("2026-12-29", "Léo Marchand", turns("leo 2026-12-28 2026-12-30", "ana 2027-01-09 2027-01-11")),
        (  # she is away then too
            "2027-01-10", "Mia Kern", turns("mia 2026-12-28 2027-01-04", "ana 2026-12-21 2026-12-28"),
        ),
        (
            "2027-01-03}, {who: leo, from: 2026-12-29, to: 2026-12-29}, {who: mia, from: 2026-12-29, to: 2026-12-29",
            "Zoé Roy",
            turns("zoe 2026-12-28 2027-01-04"),
        ),
    ],
)  # fmt: skip
def test_the_other_half_of_a_swap_is_offered_so_that_everybody_can_rest(
    ask: Ask, fixes: Fixes, last: str, people: str, swaps: str
) -> None:
    plan = THREE.replace("LAST", last)
    assert fixes("ONCALL-AWAY", plan) == [f"Swap with {people}: add `swaps: [{swaps}]` to line, or move the absence."]
    mended = plan.replace("handover:", f"swaps: [{swaps}], handover:")
    assert [*ask("ONCALL-AWAY", mended), *ask("ONCALL-REST", plan), *ask("ONCALL-REST", mended)] == []


PATHS = """
people: {ana: {name: Ana}, leo: {name: Léo}}
roles: {lead: {holder: ana, deputies: [leo], can: [activate]}}
levels: {crisis: {name: Crisis, reach: 30m}, top: {name: Top, reach: 15m}}
escalation:
  big: {levels: [top], steps: [{call: lead, wait: 5m}, {call: [ana, leo], wait: 5m}]}
  mid: {levels: [crisis], steps: [{call: lead, wait: 5m}, {call: leo, wait: 6m}]}
  few: {levels: [crisis], steps: [{call: lead, wait: 7m}]}
"""


def test_every_path_that_needs_the_new_line_is_typed_so_that_no_step_repeats_another(ask: Ask, fixes: Fixes) -> None:
    (fix,) = fixes("ONCALL-GAP", PATHS)
    line = fix.partition("the line `")[2].partition("`")[0]
    assert fix.endswith(
        "and write in step 1 of big: `call: [on-call]`. In mid, write in step 1 `call: [on-call]` and in step 2"
        " `call: [ana, leo]`. In few, write in step 1 `call: [on-call]` and below it a step `- {call: [ana, leo],"
        " wait: 7m}`."
    )
    mended = PATHS.replace("call: lead", "call: [on-call]").replace("{call: leo,", "{call: [ana, leo],")
    mended = mended.replace("wait: 7m}", "wait: 7m}, {call: [ana, leo], wait: 7m}") + f"on_call:\n  {line}\n"
    assert fixes("ONCALL-GAP", mended) == []
    assert ask("ESC-SAME-PERSON", mended) == []


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
