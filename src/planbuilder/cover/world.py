"""Who is there, and who is on call, at any minute ahead: everything that changes, as spans of minutes."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date, datetime, timedelta
from functools import cached_property

from planbuilder.cover.clock import Spell, both, cut, holds, hours_between, join, minute_of
from planbuilder.plan import Plan, contact_domain
from planbuilder.plan.alert import Absence, OnCall, Shift
from planbuilder.plan.hours import ALWAYS
from planbuilder.plan.people import Person
from planbuilder.plan.rota import handover_minute, in_turn, weekly_turns, with_swaps
from planbuilder.plan.times import MINUTES_PER_DAY

MARGIN = 3 * MINUTES_PER_DAY
"""How far past the end the world is known, so that a chain started in the last minute can be followed."""

MORNING = 12 * 60
"""A turn on call that ends by noon of a day off is kept; the day off begins at the handover."""

Turn = tuple[int, int, str]
"""From, up to, who."""


class World:
    """A plan over a stretch of days. Minutes count from 1970 UTC; the stretch starts at midnight in the plan's zone."""

    def __init__(
        self, plan: Plan, first: date, length: int, without: Iterable[str] = (), down: Iterable[str] = ()
    ) -> None:
        """What if: the people `without` whom it must go are away; networks and services that are `down` carry nothing.

        A network that is down rings nobody; a channel that depends on a service which is down shows nothing.
        """
        self.plan = plan
        self.down = frozenset(down)
        self.zone = plan.about.timezone or "UTC"
        self.begin = minute_of(first, 0, self.zone)
        self.end = minute_of(first + timedelta(days=length), 0, self.zone)
        self._known = self.end + MARGIN
        self._first, self._last = first, first + timedelta(days=length + 5)
        self._means: dict[tuple[str, tuple[str, ...] | None], dict[str, str]] = {}
        away: dict[str, list[Absence]] = {}
        for absence in plan.absences:
            away.setdefault(absence.who, []).append(absence)
        self._days_off = {name: self._off(name, away.get(name, [])) for name in plan.people}
        self._without = frozenset(without)
        self.turns = {name: self._turns(line) for name, line in plan.on_call.items()}
        """Whose turn it is on each line, whether or not the person is there."""
        self.absent = self._absent(self.turns)
        """The minutes at which each person is away, or has left."""

    def under(self, plan: Plan) -> "World":
        """The same days under a plan that differs in its roles, or in how people are reached, only."""
        twin = copy(self)
        twin.plan = plan
        vars(twin).pop("deciders", None)
        return twin

    def with_line(self, line: OnCall) -> "World":
        """The same days with a line that is new, or answered by other turns."""
        twin = self.under(self.plan.copy_with(on_call={**self.plan.on_call, line.id: line}))
        twin.turns = {**self.turns, line.id: self._turns(line)}
        twin.absent = self._absent(twin.turns)
        return twin

    def zone_of(self, person: str) -> str:
        """The time zone that a person lives in."""
        known = self.plan.people.get(person)
        return (known.timezone if known else None) or self.zone

    def present(self, person: str, minute: int) -> bool:
        """Whether somebody of the plan is there, neither away nor gone."""
        return person in self.absent and not holds(self.absent[person], minute)

    def on_call(self, line: str, minute: int) -> str | None:
        """Whose turn it is on a line; None in a gap."""
        turns = self.turns.get(line, [])
        at = bisect_right(turns, minute, key=lambda turn: turn[0]) - 1
        return turns[at][2] if at >= 0 and minute < turns[at][1] else None

    def stands_in(self, role: str, minute: int) -> str | None:
        """The holder of a role, or the first deputy who is there; None where all are away."""
        known = self.plan.roles.get(role)
        return next((p for p in known.members if self.present(p, minute)), None) if known else None

    def edges(self, people: Iterable[str], lines: Iterable[str]) -> list[int]:
        """The minutes at which the presence of these people, or the turn on these lines, changes."""
        found: set[int] = set()
        for person in people:
            for spell in self.absent.get(person, ()):
                found.update(spell)
        for line in lines:
            for start, end, _ in self.turns.get(line, ()):
                found.update((start, end))
        return sorted(found)

    def means(self, person: str, by: tuple[str, ...] | None = None) -> dict[str, str]:
        """The usable means of a person, in the order asked, with what each fails together with."""
        if (person, by) not in self._means:
            known = self.plan.people.get(person)
            given = _means(known, by, self.plan.about.domains) if known else {}
            self._means[person, by] = {means: net for means, net in given.items() if net not in self.down}
        return self._means[person, by]

    @cached_property
    def deciders(self) -> frozenset[str]:
        """The people who hold, or may stand in for, a role that can activate the plan."""
        return frozenset(p for role in self.plan.roles.values() if "activate" in role.can for p in role.members)

    def role_empty(self, role: str) -> list[Spell]:
        """The minutes at which the holder and all deputies of a role are away."""
        known = self.plan.roles.get(role)
        if known is None:
            return []
        empty: list[Spell] = [(self.begin, self.end)]
        for person in known.members:
            if person in self.absent:
                empty = both(empty, self.absent[person])
            else:
                return []  # a name that does not exist is reported as such
        return empty

    def _absent(self, turns: Mapping[str, list[Turn]]) -> dict[str, list[Spell]]:
        """When each person is away: their days off, but for the end of a turn on call, and all days once they left."""
        duty: dict[str, list[Spell]] = {}
        for of_line in turns.values():
            for start, end, who in of_line:
                duty.setdefault(who, []).append((start, end))
        absent: dict[str, list[Spell]] = {}
        always = [(self.begin - MINUTES_PER_DAY, self._known)]
        for name, person in self.plan.people.items():
            mine = join(duty.get(name, ()))
            spells = [(_off_duty(first, mine), last) for first, last in self._days_off.get(name, ())]
            if person.left_on is not None and person.left_on < self._last:
                gone = minute_of(person.left_on + timedelta(days=1), 0, self.zone_of(name))
                spells.append((gone, self._known))
            absent[name] = always if name in self._without else cut(join(spells), *always[0])
        return absent

    def _off(self, name: str, absences: Iterable[Absence]) -> list[Spell]:
        where = self.zone_of(name)
        spells = []
        for away in absences:
            first, last = max(away.from_, self._first - timedelta(days=3)), min(away.to, self._last)
            if first <= last:
                spells.append((minute_of(first, 0, where), minute_of(last + timedelta(days=1), 0, where)))
        return join(spells)

    def _turns(self, line: OnCall) -> list[Turn]:
        where = line.timezone or self.zone
        turns = self._shifts(in_turn(line.shifts), where) if line.shifts else self._rota(line, where)
        turns = with_swaps(turns, self._shifts(line.swaps, where))
        open_hours = hours_between(line.hours or ALWAYS, self.begin - MINUTES_PER_DAY, self._known, where)
        return [(a, b, who) for start, end, who in turns for a, b in both([(start, end)], open_hours)]

    def _shifts(self, shifts: Iterable[Shift], where: str) -> list[Turn]:
        turns: list[Turn] = []
        for shift in shifts:
            if shift.from_.date() > self._last or shift.to.date() < self._first - timedelta(days=3):
                continue
            begin, finish = max(shift.from_, datetime(1900, 1, 1)), min(shift.to, datetime(9900, 1, 1))  # noqa: DTZ001
            start, end = (minute_of(m.date(), m.hour * 60 + m.minute, where) for m in (begin, finish))
            if start < end:
                turns.append((start, end, shift.who))
        return turns

    def _rota(self, line: OnCall, where: str) -> list[Turn]:
        if line.from_ is None or line.from_ > self._last:
            return []
        clock = handover_minute(line)
        turns: list[Turn] = []
        for who, first, last in weekly_turns(line, self._first):
            start = minute_of(first, clock, where)
            if start >= self._known:
                break
            turns.append((start, minute_of(last, clock, where), who))
        return turns


def _off_duty(midnight: int, turns: Iterable[Spell]) -> int:
    """When a day off begins: at midnight, or at the handover of that morning for who is on call through the night."""
    return max((end for start, end in turns if start < midnight < end <= midnight + MORNING), default=midnight)


def _means(person: Person, by: tuple[str, ...] | None, domains: tuple[str, ...]) -> dict[str, str]:
    written = {means: value if isinstance(value, str) else value.typed for means, value in person.means()}
    given = {means: value for means, value in written.items() if "://" not in value}  # a link rings nobody
    order = given if by is None else [means for means in by if means in given]
    return {means: contact_domain(means, given[means], domains) for means in order}
