from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chain import NETWORKS, NEVER, Cell, cells, promised
from planbuilder.cover.clock import holds
from planbuilder.cover.outlook import Grade, cases, stretches
from planbuilder.cover.staffing import gaps, off_duty, unanswered, unrung
from planbuilder.cover.world import World
from planbuilder.loading import find_plans, load, load_texts
from planbuilder.plan import Plan
from planbuilder.plan.alert import EscalationPath

from .oracle import Oracle
from .plans import plans, read

CASES = [(0, None), (1, None), (2, None), *((0, domain) for domain in NETWORKS)]
EXAMPLE = Path(__file__).parents[1] / "plans" / "example"


def spread(found: list[Cell], deciders: frozenset[str], silent: int, domain: str | None) -> list[int]:
    return [
        bound
        for cell in found
        for bound in [cell.bound(deciders, silent=silent, domain=domain)] * (cell.end - cell.start)
    ]


def assert_equal_at_every_minute(plan: Plan, first: date, days: int) -> None:
    world = World(plan, first, days)
    for path in plan.escalation.values():
        after = sum(step.wait.total_minutes for step in path.steps if step.wait) + 1
        oracle = Oracle(plan, first, days, after)
        assert (world.begin, world.end) == (oracle.begin, oracle.end)
        found = cells(world, path)
        for (silent, domain), true in zip(CASES, oracle.bounds(path, CASES), strict=True):
            assert spread(found, world.deciders, silent, domain) == true
        promises = [NEVER] * (world.end - world.begin)
        for level in (plan.levels[name] for name in path.levels):
            kept = oracle.holds(level.hours, plan.about.timezone)
            hours = promised(world, level)
            assert [holds(hours, minute) for minute in range(world.begin, world.end)] == kept
            reach = level.reach.total_minutes if level.reach else NEVER - 1
            promises = [min(reach, other) if one else other for one, other in zip(kept, promises, strict=True)]
        ahead = Ahead(plan, first, days)
        assert_shares_are_counted(ahead, path, oracle, promises)
        assert_stretches_are_those_minutes(ahead, path, oracle, promises)
        assert_what_sleeps_and_rings_nobody_is_that_of_every_minute(ahead, path, oracle, promises)


def minutes(spells: Iterable[tuple[int, int]]) -> set[int]:
    return {minute for start, end in spells for minute in range(start, end)}


def assert_what_sleeps_and_rings_nobody_is_that_of_every_minute(
    ahead: Ahead, path: EscalationPath, oracle: Oracle, promises: list[int]
) -> None:
    """The minutes of COVER-HOURS and of the steps that ring nobody."""
    (reached,) = oracle.bounds(path, [(0, None)])
    each = list(zip(range(ahead.world.begin, ahead.world.end), promises, strict=True))
    asleep = zip(each, oracle.asleep(path), reached, strict=True)
    assert minutes(off_duty(ahead, path)) == {
        minute
        for (minute, reach), sleeps, bound in asleep
        if sleeps and reach < NEVER and (bound < NEVER or not ahead.world.deciders)
    }
    unrung_at = list(zip(each, oracle.unrung(path), strict=True))
    found = list(unrung(ahead, path))
    for number in range(len(path.steps)):
        assert minutes(s for step, by in found for spells in by.values() for s in spells if step == number) == {
            minute for (minute, reach), steps in unrung_at if number in steps and reach < NEVER
        }


def assert_stretches_are_those_minutes(ahead: Ahead, path: EscalationPath, oracle: Oracle, promises: list[int]) -> None:
    """The minutes at which nobody is reached, or somebody too late, and the exit code that follows from them."""
    (reached,) = oracle.bounds(path, [(0, None)])
    wrong: dict[Grade, list[bool]] = {Grade.NOBODY: [], Grade.LATE: []}
    for bound, reach in zip(reached, promises, strict=True):
        wrong[Grade.NOBODY].append(reach < NEVER == bound)
        wrong[Grade.LATE].append(reach < bound < NEVER)
    found = {stretch.grade: list(stretch.spells) for stretch in stretches(ahead, path) if stretch.grade in wrong}
    for kind, true in wrong.items():
        begin, end = ahead.world.begin, ahead.world.end
        assert [holds(found.get(kind, []), minute) for minute in range(begin, end)] == true


def assert_shares_are_counted(ahead: Ahead, path: EscalationPath, oracle: Oracle, promises: list[int]) -> None:
    """The figures of each row of the table, by counting minutes."""
    found = [case for case in cases(ahead, path) if case.down != "chat host"]
    assert len(found) == len([*cases(ahead, path)])
    asked = [(case.silent, case.down) for case in found]
    rows = zip(found, oracle.bounds(path, asked), oracle.bounds(path, asked, publishing=True), strict=True)
    for case, reached, published in rows:
        inside = [bound for bound, reach in zip(reached, promises, strict=True) if reach < NEVER]
        mute = [bound == NEVER for bound, reach in zip(published, promises, strict=True) if reach < NEVER]
        late = [reach < bound < NEVER for bound, reach in zip(reached, promises, strict=True)]
        total = max(len(inside), 1)
        assert case.worst == (None if NEVER in inside else max(inside, default=0))
        assert case.nobody == pytest.approx(inside.count(NEVER) / total)
        assert case.late == pytest.approx(sum(late) / total)
        assert case.mute is None or case.mute == pytest.approx(sum(mute) / total)
        assert (case.mute is None) is (not any(c.publishers for c in ahead.plan.channels.values() if c.id != "chat"))


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(plans())
def test_the_worst_case_is_that_of_every_single_minute(made: tuple[dict[str, Any], date]) -> None:
    plan, first = made
    assert_equal_at_every_minute(read(plan), first, 5)


def test_the_example_plan_is_that_of_every_minute_of_90_days() -> None:
    assert_equal_at_every_minute(example(), date(2026, 11, 23), 90)


MONTREAL = "daily 14:00-02:00"
SUN = """
about: {organisation: X, languages: [en], timezone: Europe/Dublin}
people:
  ana: {name: Ana, mobile: +33 6 39 98 00 01}
  leo: {name: Leo, mobile: +33 6 39 98 00 02, timezone: America/Toronto}
roles: {lead: {holder: ana, deputies: [leo], can: [activate]}}
on_call:
  galway: {role: lead, rota: [ana], from: 2026-01-05, hours: daily 07:00-19:00}
  montreal: {role: lead, timezone: America/Toronto, rota: [leo], from: 2026-01-05, hours: HOURS}
levels: {crisis: {reach: 5m}, watch: {reach: 30m, hours: mon-sat 00:00-24:00}}
escalation:
  together: {levels: [crisis], steps: [{call: [galway, montreal], wait: 5m}]}
  in-turn: {levels: [watch, crisis], steps: [{call: galway, wait: 20m}, {call: montreal, wait: 5m}]}
  fallback: {levels: [watch], steps: [{call: [galway, montreal], wait: 5m}, {call: lead, wait: 10m}]}
"""
"""Two lines of twelve hours that follow the sun; Canada changes its clocks on 14 March 2027, Ireland on 28 March."""


def sun(hours: str = MONTREAL, shifts: str = "") -> Plan:
    text = SUN.replace("HOURS", hours).replace(
        "rota: [leo], from: 2026-01-05", shifts or "rota: [leo], from: 2026-01-05"
    )
    plan = load_texts({"plan.yaml": text}).plan
    assert plan is not None
    return plan


ENDED = "shifts: [{who: leo, from: 2026-10-01 14:00, to: 2027-02-01 14:00}]"


@pytest.mark.parametrize("plan", [sun(), sun("mon-sat 14:00-02:00", ENDED)], ids=["daily", "a week cut short"])
def test_lines_that_follow_the_sun_are_those_of_every_minute_of_90_days(plan: Plan) -> None:
    assert_equal_at_every_minute(plan, date(2027, 1, 15), 90)


def told(plan: Plan, path: str, grade: Grade, first: date = date(2027, 1, 15)) -> list[str]:
    ahead = Ahead(plan, first, 90)
    found = [ahead.when(s.spells) for s in stretches(ahead, plan.escalation[path]) if s.grade is grade]
    return [one.spoken("en").replace("\u00a0", " ") for one in found]


def test_lines_of_one_path_complete_each_other_except_between_two_changes_of_clocks() -> None:
    hole = "on 15 March 2027 from 06:00 to 07:00, on 16 March 2027 from 06:00 to 07:00, on 17 March 2027 from 06:00 to "
    assert told(sun(), "together", Grade.NOBODY) == [hole + "07:00 and 10 more times (Dublin time)"]
    assert told(sun(), "together", Grade.NOBODY, date(2026, 11, 21)) == []


def test_a_night_without_a_line_is_a_night_that_reaches_nobody() -> None:
    (sundays,) = told(sun("mon-sat 14:00-02:00"), "together", Grade.NOBODY, date(2026, 11, 21))
    assert sundays.startswith("from 22 November 2026 19:00 to 23 November 2026 07:00, from 29 November 2026 19:00")


def test_turns_that_have_ended_reach_nobody() -> None:
    (nights,) = told(sun(shifts=ENDED), "together", Grade.NOBODY)
    assert nights.startswith("from 1 February 2027 19:00 to 2 February 2027 07:00")


def test_what_is_late_for_the_graver_level_only_is_late_at_its_hours_only() -> None:
    text = (
        SUN.replace("HOURS", MONTREAL)
        .replace("mon-sat 00:00-24:00", "24/7")
        .replace("reach: 5m", "reach: 5m, hours: mon 09:00-17:00")
    )
    plan = load_texts({"plan.yaml": text.replace("call: galway, wait: 20m", "call: ana, wait: 20m")}).plan
    assert plan is not None
    (mondays,) = told(plan, "in-turn", Grade.LATE, date(2026, 11, 21))
    assert mondays.startswith("on 23 November 2026 from 09:00 to 17:00, on 30 November 2026 from 09:00 to 17:00")
    assert mondays.endswith("and 10 more times (Dublin time)")


def test_a_gap_is_whole_whatever_the_hours_of_the_line() -> None:
    plan = sun(shifts=ENDED)
    world = World(plan, date(2027, 1, 15), 90)
    line = plan.on_call["montreal"]
    nights = unanswered(world, line, [(world.begin, world.end)])
    assert len(nights) > 70
    (gap,) = gaps(world, line, nights)
    assert (gap[0], gap[1]) == (nights[0][0], world.end)


@pytest.mark.parametrize(
    ("silent", "domain", "nobody", "late"),
    [
        (0, None, 0.0, 0.0),
        (1, None, 12.2, 0.0),
        (2, None, 19.9, 38.0),
        (0, "mobile network", 0.0, 0.0),
        (0, "landline", 0.0, 0.0),
        (0, "company accounts", 0.0, 0.0),
    ],
)  # fmt: skip
def test_the_shares_of_seven_weeks_are_those_worked_out_by_hand(
    silent: int, domain: str | None, nobody: float, late: float
) -> None:
    plan = example()
    world = World(plan, date(2026, 11, 23), 49)
    found = spread(cells(world, plan.escalation["alerte"]), world.deciders, silent, domain)
    assert len(found) == 70_560
    assert round(100 * sum(bound == NEVER for bound in found) / len(found), 1) == nobody
    assert round(100 * sum(30 < bound < NEVER for bound in found) / len(found), 1) == late


def example() -> Plan:
    (folder,) = find_plans(EXAMPLE)
    plan = load(folder).plan
    assert plan is not None
    return plan
