"""What the chain does, found the slow way: minute after minute, by looking at clocks and calendars."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Any
from zoneinfo import ZoneInfo

from planbuilder.plan import Plan, contact_domain
from planbuilder.plan.alert import EscalationPath, OnCall, Step
from planbuilder.plan.hours import Hours

NEVER = 1 << 40
LEAD_IN = 180
WEEK = 7 * 1440
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PUBLIC = ("x", "website")
State = tuple[tuple[str | None, ...], tuple[bool, ...]]


@lru_cache(maxsize=8)
def _clock(name: str, begin: int, end: int) -> list[datetime]:
    """What a clock that never goes back has shown, minute after minute."""
    zone = ZoneInfo(name)
    shown: list[datetime] = []
    latest = datetime(1, 1, 1)  # noqa: DTZ001
    offset, until = timedelta(), -1
    for minute in range(begin, end):
        if minute > until:  # an offset never changes but at a quarter of an hour
            moment = datetime.fromtimestamp(minute * 60, UTC).astimezone(zone)
            offset = moment.utcoffset() or timedelta()
            until = minute - minute % 15 + 14
        now = datetime(1970, 1, 1) + timedelta(minutes=minute) + offset  # noqa: DTZ001
        latest = max(latest, now)
        shown.append(latest)
    return shown


@lru_cache(maxsize=8)
def _week(hours: Hours) -> list[bool]:
    """For each minute of a week from Monday on: whether hours hold, by reading what was typed."""
    week = [hours.typed == "24/7"] * WEEK
    for spell in hours.typed.split(",") if not week[0] else ():
        days, clock = spell.split()
        start, end = (60 * int(text[:2]) + int(text[3:]) for text in clock.split("-"))
        first, _, last = ("mon-sun" if days == "daily" else days).partition("-")
        from_, to = DAYS.index(first), DAYS.index(last or first)
        for day in range(from_, (to if to >= from_ else to + 7) + 1):
            for minute in range(start, end if end > start else end + 1440):
                week[(1440 * day + minute) % WEEK] = True
    return week


def _at(now: datetime) -> int:
    """The minute of the week that a clock shows."""
    return 1440 * now.weekday() + 60 * now.hour + now.minute


class Oracle:
    """A plan from midnight of `first` on: the state of every minute, with `after` minutes past the end."""

    def __init__(self, plan: Plan, first: date, days: int, after: int) -> None:
        self.plan = plan
        zone = ZoneInfo(plan.about.timezone or "UTC")
        midnight = datetime(first.year, first.month, first.day, tzinfo=zone).astimezone(UTC)
        last = first + timedelta(days=days)
        over = datetime(last.year, last.month, last.day, tzinfo=zone).astimezone(UTC)
        self.begin = int(midnight.timestamp()) // 60
        self.end = int(over.timestamp()) // 60
        self.after = after = after + 12 * 60  # a turn that began before is seen to its end
        self.people = list(plan.people)
        self.lines = list(plan.on_call)
        names = {plan.about.timezone or "UTC"}
        names |= {p.timezone for p in plan.people.values() if p.timezone}
        names |= {line.timezone for line in plan.on_call.values() if line.timezone}
        self.clocks = {name: _clock(name, self.begin - LEAD_IN, self.end + self.after) for name in names}
        long = [self._turns(plan.on_call[name]) for name in self.lines]
        present = [self._presence(name, [name in now for now in zip(*long, strict=True)]) for name in self.people]
        turns = [line[LEAD_IN:] for line in long]
        count = self.end + after - self.begin
        each = zip(zip(*turns, strict=True), zip(*present, strict=True), strict=True)
        numbers: dict[State, int] = {}
        self.states = [numbers.setdefault(state, len(numbers)) for state in each]
        """For each minute, the number of its state in `known`."""
        self.known = list(numbers)
        assert len(self.states) == count

    def _shown(self, zone: str | None) -> list[datetime]:
        return self.clocks[zone or self.plan.about.timezone or "UTC"]

    def _local(self, zone: str | None) -> list[datetime]:
        return self._shown(zone)[LEAD_IN:]

    def _presence(self, name: str, on_call: list[bool]) -> list[bool]:
        person = self.plan.people[name]
        spells = [(a.from_, a.to) for a in self.plan.absences if a.who == name]
        away: dict[date, bool] = {}
        found: list[bool] = []
        for now in self._shown(person.timezone):
            day = now.date()
            if day not in away:
                away[day] = any(first <= day <= last for first, last in spells)
            found.append(not away[day])
        for minute in range(1, len(found)):
            if on_call and found[minute - 1] and not found[minute] and on_call[minute - 1]:
                # the turn of the night is kept until the handover, where that is by noon
                until = next((m for m in range(minute, len(found)) if not on_call[m]), len(found))
                if until <= minute + 12 * 60:
                    found[minute:until] = [True] * (until - minute)
        left = person.left_on
        days = [now.date() for now in self._local(person.timezone)]
        there = zip(found[LEAD_IN:], days, strict=True)
        return [here and not (left is not None and day > left) for here, day in there]

    def _turns(self, line: OnCall) -> list[str | None]:
        if line.shifts:
            plain = [self._last_begun(line, now) for now in self._shown(line.timezone)]
        else:
            plain = list(self._rota(line))
        for swap in line.swaps:
            shown = enumerate(self._shown(line.timezone))
            for minute in [minute for minute, now in shown if swap.from_ <= now < swap.to]:
                plain[minute] = str(swap.who)
        if line.hours is None:
            return plain
        open_ = _week(line.hours)
        return [who if open_[_at(now)] else None for who, now in zip(plain, self._shown(line.timezone), strict=True)]

    @staticmethod
    def _last_begun(line: OnCall, now: datetime) -> str | None:
        """Who of the shifts that hold began last; of those that began together, who ends first; else the last named."""
        here = [
            (s.from_, now - s.to, place, str(s.who)) for place, s in enumerate(line.shifts) if s.from_ <= now < s.to
        ]
        return max(here)[-1] if here else None

    def _rota(self, line: OnCall) -> Iterator[str | None]:
        assert line.from_ is not None
        weekday = line.handover.weekday if line.handover else line.from_.weekday()
        minute = line.handover.minute if line.handover else 0
        start = datetime.combine(line.from_, datetime.min.time()) + timedelta(minutes=minute)
        second = start + timedelta(days=1)
        while second.weekday() != weekday:
            second += timedelta(days=1)
        for now in self._shown(line.timezone):
            if now < start:
                yield None
            else:
                turn = 0 if now < second else 1 + (now - second) // timedelta(days=7)
                yield str(line.rota[turn % len(line.rota)])

    def holds(self, hours: Hours | None, zone: str | None) -> list[bool]:
        """For each minute: whether it lies within weekly hours."""
        local = self._local(zone)[: self.end - self.begin]
        if hours is None:
            return [True] * len(local)
        open_ = _week(hours)
        return [open_[_at(now)] for now in local]

    def bounds(
        self, path: EscalationPath, cases: Sequence[tuple[int, str | None]], *, publishing: bool = False
    ) -> Iterator[list[int]]:
        """For each case (how many are silent, what is down) and minute: the worst case of a chain that starts then.

        Somebody who may decide is to be reached; or, for `publishing`, somebody who may publish on what still works.
        """
        deciders = {str(p) for role in self.plan.roles.values() if "activate" in role.can for p in role.members}
        offsets, met, different = self._met(path)
        for silent, domain in cases:
            wanted = self._keys(domain) if publishing else deciders
            bound = {n: self._bound(path, offsets, met, wanted, silent, domain) for n, met in different.items()}
            yield [bound[numbers] for numbers in met]

    def unrung(self, path: EscalationPath) -> list[set[int]]:
        """For each minute: the steps whose people are there and reachable, but by nothing that the step asks."""
        _, met, different = self._met(path)
        found = {numbers: self._unrung(path, states) for numbers, states in different.items()}
        return [found[numbers] for numbers in met]

    def asleep(self, path: EscalationPath) -> list[bool]:
        """For each minute: whether there are lines in a path, and it is outside the hours of them all."""
        lines = [self.plan.on_call[name] for step in path.steps for name in step.call if name in self.plan.on_call]
        open_ = [self.holds(line.hours, line.timezone) for line in lines]
        return [not any(one) for one in zip(*open_, strict=True)] if open_ else [False] * (self.end - self.begin)

    def _met(self, path: EscalationPath) -> tuple[list[int], list[tuple[int, ...]], dict[tuple[int, ...], Any]]:
        """The offsets of the steps; for each minute, the states that a chain meets; and what these are."""
        waits = [step.wait.total_minutes if step.wait else 0 for step in path.steps]
        offsets = [0, *accumulate(waits[:-1])]
        count = self.end - self.begin
        met = list(zip(*(self.states[offset : offset + count] for offset in offsets), strict=True))
        return offsets, met, {numbers: tuple(self.known[n] for n in numbers) for numbers in set(met)}

    def _keys(self, down: str | None) -> set[str]:
        found: set[str] = set()
        for channel in self.plan.channels.values():
            if channel.platform in PUBLIC and down not in channel.depends_on:
                for who in channel.publishers:
                    role = self.plan.roles.get(who)
                    found |= {str(p) for p in role.members} if role else {str(who)}
        return found

    def _bound(  # noqa: PLR0917
        self,
        path: EscalationPath,
        offsets: list[int],
        states: tuple[State, ...],
        deciders: set[str],
        silent: int,
        domain: str | None,
    ) -> int:
        answers: dict[str, int] = {}
        for step, offset, state in zip(path.steps, offsets, states, strict=True):
            for person in self._called(step, state):
                if person in deciders and self._rings(person, step.by, domain):
                    late = offset + (step.wait.total_minutes if step.wait else 0)
                    answers[person] = min(late, answers.get(person, late))
        ranked = sorted(answers.values())
        return ranked[silent] if len(ranked) > silent else NEVER

    def _unrung(self, path: EscalationPath, states: tuple[State, ...]) -> set[int]:
        found = set()
        for number, (step, state) in enumerate(zip(path.steps, states, strict=True)):
            called = self._called(step, state)
            if any(self._rings(p, None, None) for p in called) and not any(
                self._rings(p, step.by, None) for p in called
            ):
                found.add(number)
        return found

    def _called(self, step: Step, state: State) -> list[str]:
        """Those who are there, of those whom a step calls."""
        turn = dict(zip(self.lines, state[0], strict=True))
        present = {p for p, here in zip(self.people, state[1], strict=True) if here}
        found: list[str | None] = []
        for name in step.call:
            person: str | None = str(name)
            if name in self.plan.on_call:
                person = turn[name]
            elif name in self.plan.roles:
                person = next((str(p) for p in self.plan.roles[name].members if p in present), None)
            found.append(person)
        return [person for person in found if person in present]

    def _rings(self, name: str, by: tuple[str, ...] | None, down: str | None) -> bool:
        for means, value in self.plan.people[name].means():
            text = value if isinstance(value, str) else value.typed
            asked = by is None or means in by
            if asked and contact_domain(means, text, self.plan.about.domains) != down:
                return True
        return False
