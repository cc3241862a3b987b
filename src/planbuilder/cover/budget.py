"""The time of the first public word: noticing, reaching somebody who may decide, the go-ahead, publishing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chain import NEVER, cells, longest_wait, promised
from planbuilder.cover.clock import both
from planbuilder.plan import Plan, is_public
from planbuilder.plan.alert import AnyOf, EscalationPath, Level
from planbuilder.plan.approvals import standing
from planbuilder.plan.scenarios import Scenario, Statement


@dataclass(frozen=True, slots=True)
class Budget:
    """The worst case of the first word at a level, in minutes. `notice` comes before the clock of the promise starts.

    `ready` says whether the text was approved in advance; else new texts' approvals are counted.
    """

    level: Level
    scenario: Scenario | None
    path: EscalationPath
    start: int
    notice: int | None
    reach: int
    sign_off: int
    publish: int
    ready: bool

    @property
    def total(self) -> int:
        """From noticing to the first word."""
        return self.reach + self.sign_off + self.publish


def budgets(ahead: Ahead, level: Level) -> Iterator[Budget]:
    """The worst case of each scenario of a level, on each of its paths; nothing where nobody can be reached."""
    plan = ahead.plan
    paths = [path for path in ahead.paths if level.id in path.levels]
    for scenario in [s for s in plan.scenarios.values() if s.level == level.id]:
        statements = plan.statements_of_kind(scenario, "holding")
        if not statements:
            continue
        ready = [s for s in statements if standing(plan, s, ahead.today, (level.id,)).approved]
        for path in paths:
            worst = _worst(ahead, level, scenario, path, ready or statements, ready=bool(ready))
            if worst:
                yield worst


def _worst(  # noqa: PLR0913 - the parts of one question
    ahead: Ahead,
    level: Level,
    scenario: Scenario,
    path: EscalationPath,
    statements: list[Statement],
    *,
    ready: bool,
) -> Budget | None:
    slowest = _slowest(ahead, level, path, ready=ready)
    if slowest is None:
        return None
    start, reach, asked = slowest
    publish = min((_live(ahead.plan, statement) for statement in statements), default=0)
    return Budget(level, scenario, path, start, _notice(ahead.plan), reach, asked, publish, ready)


@lru_cache(maxsize=8)
def _slowest(ahead: Ahead, level: Level, path: EscalationPath, *, ready: bool) -> tuple[int, int, int] | None:
    """The start at which reaching somebody and the go-ahead take longest, and both in minutes."""
    world, patience = ahead.world, longest_wait(path)
    groups = _groups(level, ready=ready)
    signers = {p for group in groups for role in group for p in ahead.plan.people_of(role)}
    hours = promised(world, path, level)
    found: tuple[int, int, int] | None = None
    for cell in cells(world, path, signers=signers):
        deadlines = cell.deadlines(world.deciders)
        if not deadlines or not both([(cell.start, cell.end)], hours):
            continue
        reach, decider = deadlines[0]
        asked = _signed(ahead, groups, decider, cell.start + reach, patience)
        if asked < NEVER and (found is None or reach + asked > found[1] + found[2]):
            found = (cell.start, reach, asked)
    return found


def _groups(level: Level, *, ready: bool) -> tuple[AnyOf, ...]:
    asked = level.sign_off
    if asked is None:
        return ()
    return tuple((asked.approved_text if ready else asked.new_text) or ())


def _signed(ahead: Ahead, groups: Iterable[AnyOf], decider: str, minute: int, patience: int) -> int:
    """The minutes of a sign-off: none where the one who was reached may give it; else one call to all roles at once."""
    needed = 0
    for group in groups:
        members = {p for role in group for p in ahead.plan.people_of(role)}
        if decider in members:
            continue
        if not any(ahead.world.present(p, minute) for p in members):
            return NEVER
        needed = patience
    return needed


def _live(plan: Plan, statement: Statement) -> int:
    """The minutes until the quickest public channel of a statement shows it; none where the plan gives no time."""
    channels = [plan.channels[name] for name in statement.channels if name in plan.channels]
    public = [channel for channel in channels if is_public(plan, channel)]
    return min((c.live_within.total_minutes if c.live_within else 0 for c in public), default=0)


def _notice(plan: Plan) -> int | None:
    """The longest time until somebody looks at the source that is watched most often; None where nothing is watched."""
    watched = plan.monitoring.watch.values() if plan.monitoring else ()
    return min((watch.every.total_minutes for watch in watched if watch.every), default=None)
