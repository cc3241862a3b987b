from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chain import NETWORKS, NEVER, Cell, cells, promised
from planbuilder.cover.clock import holds
from planbuilder.cover.outlook import Grade, cases, stretches
from planbuilder.cover.world import World
from planbuilder.loading import find_plans, load
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


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(plans())
def test_the_worst_case_is_that_of_every_single_minute(made: tuple[dict[str, Any], date]) -> None:
    plan, first = made
    assert_equal_at_every_minute(read(plan), first, 5)


def test_the_example_plan_is_that_of_every_minute_of_90_days() -> None:
    assert_equal_at_every_minute(example(), date(2026, 11, 23), 90)


@pytest.mark.parametrize(
    ("silent", "domain", "nobody", "late"),
    [
        (0, None, 0.0, 0.0),
        (1, None, 12.2, 0.0),
        (2, None, 19.9, 38.8),
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
