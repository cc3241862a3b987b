"""A plan over the days ahead: the one world that its checks, its page and its commands share."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache

from planbuilder.cover.chain import NEVER, Cell, can_be_followed, cells, promised
from planbuilder.cover.clock import Spell, both, join, outside
from planbuilder.cover.periods import Periods, periods
from planbuilder.cover.world import World
from planbuilder.plan import Plan
from planbuilder.plan.alert import EscalationPath, Level

DAYS = 90
"""How far the checks look ahead."""

_FIRST, _LAST = date(1970, 1, 1), date(9000, 1, 1)


class Ahead:
    """What is known of the days from midnight of `today` in the plan's zone on, worked out once."""

    def __init__(
        self, plan: Plan, today: date, days: int = DAYS, without: Iterable[str] = (), down: Iterable[str] = ()
    ) -> None:
        self.plan = plan
        self.today = today
        self.days = days
        self.first = min(max(today, _FIRST), _LAST)
        """The first day that is looked at: `today`, unless that is centuries away."""
        self.world = World(plan, self.first, days, without, down)
        self._cells: dict[str, list[Cell]] = {}
        self.slowest: dict[tuple[str, EscalationPath, bool], tuple[int, int] | None] = {}
        """What `cover.budget` works out once for each level and path: whether a text is approved makes a difference."""
        self._asked: dict[str, list[tuple[Cell, int]]] = {}

    @cached_property
    def paths(self) -> list[EscalationPath]:
        """The paths that can be followed; of the others, other checks speak."""
        return [path for path in self.plan.escalation.values() if can_be_followed(self.plan, path)]

    def cells(self, path: EscalationPath) -> list[Cell]:
        """The cells of a path."""
        if path.id not in self._cells:
            self._cells[path.id] = cells(self.world, path)
        return self._cells[path.id]

    def levels(self, path: EscalationPath) -> list[Level]:
        """The levels of a path, the one that must be quickest first; one without `reach` last."""
        known = [self.plan.levels[name] for name in path.levels if name in self.plan.levels]
        return sorted(known, key=lambda level: level.reach.total_minutes if level.reach else 1 << 40)

    def target(self, path: EscalationPath) -> int:
        """The shortest `reach` that a path promises, in minutes; where it promises none, any time will do."""
        return min((level.reach.total_minutes for level in self.levels(path) if level.reach), default=NEVER - 1)

    def asked(self, path: EscalationPath) -> list[tuple[Cell, int]]:
        """The cells of a path at its promised minutes, each with the shortest `reach` that a level promises then."""
        if path.id not in self._asked:
            found, at = [], 0
            cells = self.cells(path)
            for start, end, reach in self._promises(path):
                while cells[at].end <= start:
                    at += 1
                later = at
                while later < len(cells) and cells[later].start < end:
                    a, b, attempts = cells[later]
                    found.append((Cell(max(a, start), min(b, end), attempts), reach))
                    later += 1
            self._asked[path.id] = found
        return self._asked[path.id]

    def _promises(self, path: EscalationPath) -> list[tuple[int, int, int]]:
        """The promised minutes of a path in order: from, up to, and within how many minutes somebody is reached."""
        world, taken, found = self.world, list[Spell](), []
        for level in self.levels(path):
            hours = promised(world, level)
            reach = level.reach.total_minutes if level.reach else NEVER - 1
            found += [(a, b, reach) for a, b in both(hours, outside(taken, world.begin, world.end))]
            taken = join([*taken, *hours])
        return sorted(found)

    def when(self, spells: Iterable[Spell], zone: str | None = None) -> Periods:
        """Spells of these days as people say them, by the clock of the plan or of another zone."""
        zones = dict.fromkeys((zone or self.world.zone, *self.zones))
        return periods(list(spells), self.world.begin, self.world.end, list(zones))

    @cached_property
    def zones(self) -> list[str]:
        """The time zones of the plan, its own first."""
        plan = self.plan
        lines = [line.timezone for line in plan.on_call.values()]
        people = [person.timezone for person in plan.people.values()]
        return list(dict.fromkeys(zone for zone in (self.world.zone, *lines, *people) if zone))

    def promised(self, path: EscalationPath) -> list[Spell]:
        """The minutes at which any level of a path promises an answer."""
        return join(spell for level in self.levels(path) for spell in promised(self.world, level))


@lru_cache(maxsize=2)
def ahead(plan: Plan, today: date, days: int = DAYS) -> Ahead:
    """The days ahead of a plan. Checks ask one after the other for the same; what was asked long ago is forgotten."""
    return Ahead(plan, today, days)
