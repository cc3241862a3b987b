"""The call chain as a reader follows it: who is called when, and the same as a picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from planbuilder.cover.periods import city
from planbuilder.messages import Message, say, say_value
from planbuilder.pages._sheets import Reader
from planbuilder.pages._turns import Turn, turns
from planbuilder.plan import Duration, Phone, Plan, Text
from planbuilder.plan.alert import EscalationPath, OnCall, Step
from planbuilder.plan.channels import Channel
from planbuilder.plan.hours import Hours
from planbuilder.plan.people import PHONES, Person
from planbuilder.plan.platforms import for_insiders

Means = tuple[str, str | Phone]
Beside = Hours | Message | str | None


@dataclass(frozen=True, slots=True)
class Callee:
    """Whom a step calls: a line, a role or a person. `people` are tried in order; `turns` are a line's own."""

    id: str
    name: Text | Message | str
    people: tuple[str, ...]
    role: str | None = None
    turns: tuple[Turn, ...] = ()
    number: Phone | None = None
    """The shared number that rings whoever is on call: every edition shows it."""
    sure: bool = True
    """Whether somebody answers at every hour, as long as nobody is away: not so of shifts, nor of hours of the week."""
    ended: datetime | None = None
    """When the last of the turns ended, where none is to come."""
    hours: Hours | Message | None = None
    """When a line is answered that sleeps at times, where its name does not say so."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A step with the minutes since the first call."""

    step: Step
    after: Duration
    callees: tuple[Callee, ...]
    last: bool

    @property
    def sure(self) -> bool:
        """Whether somebody answers at every hour."""
        return any(callee.sure and callee.people for callee in self.callees)


def gravest_first(plan: Plan) -> list[EscalationPath]:
    """The paths, that of the gravest level first: who does not know yet how grave it is starts there."""
    order = {name: place for place, name in enumerate(plan.levels)}
    gravity = {
        path.id: max((order.get(name, -1) for name in path.levels), default=-1) for path in plan.escalation.values()
    }
    return sorted(plan.escalation.values(), key=lambda path: -gravity[path.id])


def rungs(reader: Reader, path: EscalationPath) -> tuple[Rung, ...]:
    """The steps of a path. One without `wait` starts the next at once."""
    found, minutes = [], 0
    for place, step in enumerate(path.steps):
        callees = tuple(callee(reader, name) for name in step.call)
        found.append(Rung(step, Duration(minutes), callees, place == len(path.steps) - 1))
        minutes += step.wait.total_minutes if step.wait else 0
    return tuple(found)


def callee(reader: Reader, name: str) -> Callee:
    """Who is behind the id of a line, a role or a person."""
    plan = reader.plan
    if name in plan.on_call:
        line = plan.on_call[name]
        ahead = turns(plan, line, reader.today)
        people = tuple(dict.fromkeys((*(turn.who for turn in ahead), *line.people)))
        number = line.number if line.number and line.number.e164 else None
        ended = None if ahead else line.ends
        hours = hours_of(plan, line)
        sure = not (hours or line.shifts)
        unsaid = None if hours == _which(plan, line) else hours
        return Callee(name, line_called(plan, line), people, line.role, ahead, number, sure, ended, unsaid)
    if name in plan.roles:
        return Callee(name, plan.roles[name].called, tuple(plan.roles[name].members), name)
    person = plan.people.get(name)
    return Callee(name, person.called if person else name, (name,))


def line_called(plan: Plan, line: OnCall) -> Message:
    """What readers call a line: by its role, and beside others of that role by its hours, or by its id."""
    name, which = _role_called(plan, line), _which(plan, line)
    return say("On call: {role} ({which})", role=name, which=which) if which else say("On call: {role}", role=name)


def line_in_two(plan: Plan, line: OnCall) -> tuple[Message, Beside]:
    """A line by its role alone, and what is to be said beside it: its hours, or what tells it from another."""
    return say("On call: {role}", role=_role_called(plan, line)), hours_of(plan, line) or _which(plan, line)


def _role_called(plan: Plan, line: OnCall) -> Text | str:
    role = plan.roles.get(line.role)
    return role.called if role else str(line.role)


def hours_of(plan: Plan, line: OnCall) -> Hours | Message | None:
    """When a line is answered, by its own clock, which is named where it is not the plan's; None of every hour."""
    if line.hours is None or line.hours.always:
        return None
    if line.timezone in {None, plan.about.timezone}:
        return line.hours
    return say("{hours}, {city} time", hours=line.hours, city=city(line.timezone))


def _which(plan: Plan, line: OnCall) -> Beside:
    """What tells a line from the others of its role; None of one that needs nothing for that."""
    others = [one for one in plan.on_call.values() if one.role == line.role and one.id != line.id]
    hours = hours_of(plan, line)
    if hours in [hours_of(plan, one) for one in others]:
        return line.id
    return hours if others else None


def shared_phones(plan: Plan) -> list[Channel]:
    """The telephones that people call us on: those for our own people only, then a switchboard, then hotlines.

    The one for most audiences is the switchboard.
    """
    phones = [channel for channel in plan.channels.values() if channel.platform.lower() == "phone" and channel.account]
    return sorted(phones, key=lambda channel: (not for_insiders(plan, channel), -len(channel.for_)))


def numbers(person: Person, by: tuple[str, ...] | None = None) -> Iterator[Means]:
    """The means of a person, those of a step in its order; every means where the step names none."""
    means = dict(person.means())
    for key in by or means:
        if key in means:
            yield key, means[key]


def first_number(person: Person, by: tuple[str, ...] | None = None) -> Phone | None:
    """The number to ring first; None where the plan (or the edition) gives none."""
    rung = (value for key, value in numbers(person, by) if key in PHONES and key != "sms")
    return next((value for value in rung if isinstance(value, Phone) and value.e164), None)


# --- the picture ---

WIDTH = 360
_LEFT, _LINE, _MARGIN, _ARROW = 92, 18, 13, 46
_PER_HEADING, _PER_LINE = 28, 32
"""Characters to a line: what fits in a wide font, where the heading is bold."""


@dataclass(frozen=True, slots=True)
class Box:
    """A step in the picture, in its user units."""

    top: int
    clock: str
    names: str
    people: str
    wait: Duration | None

    @property
    def heading(self) -> list[str]:
        """The names, broken into lines."""
        return _broken(self.names, _PER_HEADING)

    @property
    def lines(self) -> list[str]:
        """The people, broken into lines."""
        return _broken(self.people, _PER_LINE)

    @property
    def height(self) -> int:
        """From its upper edge to the lower one."""
        return 2 * _MARGIN + _LINE * (len(self.heading) + len(self.lines)) - 6

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Ladder:
    """The picture of a path: boxes one below the other."""

    boxes: tuple[Box, ...]
    height: int
    left: int = _LEFT
    width: int = WIDTH


def ladder(steps: tuple[Rung, ...], reader: Reader) -> Ladder:
    """Lay the steps out, broken into lines that are readable on a phone."""
    boxes, top = [], 2
    for rung in steps:
        names = [say_value(one.name, reader.language) for one in rung.callees]
        people = dict.fromkeys(
            called(reader, who) for one in rung.callees for who in one.people if one.name != called(reader, who)
        )
        clock = "T+" + (say_value(rung.after, reader.language) if rung.after.minutes else "0")
        boxes.append(Box(top, clock, " + ".join(names), ", ".join(people), rung.step.wait))
        top += boxes[-1].height + _ARROW
    return Ladder(tuple(boxes), max(top - _ARROW, 0) + 2)


def called(reader: Reader, who: str) -> str:
    """The name of a person; the id where the plan does not know it."""
    person = reader.plan.people.get(who)
    return person.called if person else who


def _broken(text: str, width: int) -> list[str]:
    return wrap(text, width)
