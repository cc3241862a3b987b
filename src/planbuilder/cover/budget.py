"""The time of the first public word: noticing, reaching somebody who may decide, the go-ahead, publishing."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chain import NEVER, cells, longest_wait, promised
from planbuilder.cover.clock import both
from planbuilder.cover.repair import harmful, shorter_wait
from planbuilder.cover.staffing import dependencies
from planbuilder.messages import Message, say
from planbuilder.plan import Duration, Plan, is_public
from planbuilder.plan.alert import AnyOf, EscalationPath, Level
from planbuilder.plan.approvals import standing
from planbuilder.plan.scenarios import Scenario, Statement


class Budget(NamedTuple):
    """The worst case of the first word at a level, in minutes. `notice` comes before the clock of the promise starts.

    `ready` says whether the text was approved in advance; else new texts' approvals are counted.
    """

    level: Level
    scenario: Scenario
    path: EscalationPath
    notice: int | None
    reach: int
    sign_off: int
    publish: int
    ready: bool

    @property
    def total(self) -> int:
        """From noticing to the first word; NEVER where no channel is left to publish on."""
        return min(NEVER, self.reach + self.sign_off + self.publish)


def budgets(ahead: Ahead, level: Level, down: str | None = None) -> Iterator[Budget]:
    """The worst case of each scenario of a level, on each of its paths; nothing where nobody can be reached.

    `down` is a service that fails, beside those that are down all along.
    """
    plan = ahead.plan
    lost = ahead.world.down if down is None else ahead.world.down | {down}
    paths = [path for path in ahead.paths if level.id in path.levels]
    for scenario in [s for s in plan.scenarios.values() if s.level == level.id]:
        statements = plan.statements_of_kind(scenario, "holding")
        if not statements:
            continue
        ready = [s for s in statements if standing(plan, s, ahead.today, (level.id,)).approved]
        for path in paths:
            publish = min(_live(plan, statement, lost) for statement in ready or statements)
            found = _timed(ahead, level, scenario, path, publish, ready=bool(ready))
            if found:
                yield found


def quicker(ahead: Ahead, late: Budget, promise: Duration) -> Message | None:
    """What to type so that a first word that is late keeps its promise: each was tried; None where none does."""
    level, path = late.level, late.path
    if not late.ready:
        approved = _timed(ahead, level, late.scenario, path, late.publish, ready=True)
        if approved and approved.total <= promise.total_minutes:
            holding = ahead.plan.statements_of_kind(late.scenario, "holding")[0]
            return say("Approve the holding statement in advance: `planbuilder approve {id}`.", id=holding.id)
    for change in shorter_wait(ahead, path, ()):
        shorter = _timed(ahead, level, late.scenario, change.path, late.publish, ready=late.ready)
        if shorter and shorter.total <= promise.total_minutes and not harmful(ahead, path, change):
            return change.said
    return None


def _timed(  # noqa: PLR0913 - the parts of one sum
    ahead: Ahead, level: Level, scenario: Scenario, path: EscalationPath, publish: int, *, ready: bool
) -> Budget | None:
    key = (level.id, path, ready)
    if key not in ahead.slowest:
        ahead.slowest[key] = _slowest(ahead, level, path, ready=ready)
    slowest = ahead.slowest[key]
    if slowest is None:
        return None
    return Budget(level, scenario, path, _notice(ahead.plan), *slowest, publish, ready)


class FirstWord(NamedTuple):
    """The first word of a level at worst; `failing`: each service that makes it later when it is down, and how late."""

    level: Level
    promise: Duration
    worst: Budget
    failing: tuple[tuple[str, Budget], ...]

    def late(self, budget: Budget) -> bool:
        """Whether a first word comes after what the level promises."""
        return budget.total > self.promise.total_minutes


def first_words(ahead: Ahead) -> Iterator[FirstWord]:
    """The first word of each level that promises one, and that can be given at all."""
    for level in ahead.plan.levels.values():
        worst = worst_of(budgets(ahead, level))
        if worst and level.first_word:
            others = ((service, worst_of(budgets(ahead, level, service))) for service in dependencies(ahead.plan))
            failing = tuple((service, one) for service, one in others if one and one.total > worst.total)
            yield FirstWord(level, level.first_word, worst, failing)


def worst_of(found: Iterable[Budget]) -> Budget | None:
    """The one that takes longest."""
    return max(found, key=lambda one: one.total, default=None)


def _slowest(ahead: Ahead, level: Level, path: EscalationPath, *, ready: bool) -> tuple[int, int] | None:
    """Reaching somebody and the go-ahead where they take longest, in minutes."""
    world, patience = ahead.world, longest_wait(path)
    groups = [{p for role in group for p in ahead.plan.people_of(role)} for group in _groups(level, ready=ready)]
    changes = world.edges({p for group in groups for p in group}, ())
    hours = promised(world, level)
    found: tuple[int, int] | None = None
    for cell in ahead.cells(path) if path in ahead.paths else cells(world, path):
        deadlines = cell.deadlines(world.deciders)
        if not deadlines or (found and deadlines[0][0] + patience <= sum(found)):
            continue
        reach = deadlines[0][0]
        reached = {one.person for one in cell.attempts if one.present and one.means and one.deadline <= reach}
        asked = [group for group in groups if reached.isdisjoint(group)]
        needed = patience if asked else 0
        edges = [edge - reach for edge in changes if cell.start < edge - reach < cell.end]
        for start, end in pairwise((cell.start, *edges, cell.end)):
            given = all(any(world.present(p, start + reach) for p in group) for group in asked)
            if given and (found is None or reach + needed > sum(found)) and both([(start, end)], hours):
                found = reach, needed
    return found


def _groups(level: Level, *, ready: bool) -> tuple[AnyOf, ...]:
    """For each go-ahead that a text needs, the roles any of which may give it; all are called at once."""
    asked = level.sign_off
    if asked is None:
        return ()
    return tuple((asked.approved_text if ready else asked.new_text) or ())


def _live(plan: Plan, statement: Statement, down: frozenset[str]) -> int:
    """The minutes until the quickest public channel of a statement shows it; none where the plan gives no time.

    NEVER where each of its public channels needs a service that is down.
    """
    channels = [plan.channels[name] for name in statement.channels if name in plan.channels]
    public = [channel for channel in channels if is_public(plan, channel)]
    left = [channel for channel in public if not down.intersection(channel.depends_on)]
    return min((c.live_within.total_minutes if c.live_within else 0 for c in left), default=NEVER if public else 0)


def _notice(plan: Plan) -> int | None:
    """The longest time until somebody looks at the source that is watched most often; None where nothing is watched."""
    watched = plan.monitoring.watch.values() if plan.monitoring else ()
    return min((watch.every.total_minutes for watch in watched if watch.every), default=None)
