"""TEAM, SIGN, CHAN at some time: roles that nobody holds, texts that nobody can approve, keys that nobody has."""

from collections.abc import Iterable, Iterator
from datetime import date

from planbuilder.cover.ahead import Ahead, ahead
from planbuilder.cover.chain import Cell
from planbuilder.cover.clock import Spell, both, join
from planbuilder.cover.repair import stand_in
from planbuilder.cover.staffing import after_leaving, empty, gone, public_channels, publishers, sign_offs
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Hours, Plan
from planbuilder.plan.alert import AnyOf
from planbuilder.plan.channels import Channel
from planbuilder.plan.people import Person, Role
from planbuilder.rules._rule import rule


@rule(
    "TEAM-ALL-AWAY",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    serves=("A1", "A3"),
    source=("LAB",),
    why="A deputy on the same holidays is no deputy.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
          zoe: {name: Zoé Blanc}
        roles:
          lead:  # <-- Nobody holds lead from 26 December 2026 to 31 December 2026: Ana Ruiz and Léo Marchand are away.
            holder: ana
            deputies: [leo]
        absences:
          - {who: ana, from: 2026-12-21, to: 2026-12-31}
          - {who: leo, from: 2026-12-26, to: 2027-01-04}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
          zoe: {name: Zoé Blanc}
        roles:
          lead:
            holder: ana
            deputies: [leo, zoe]
        absences:
          - {who: ana, from: 2026-12-21, to: 2026-12-31}
          - {who: leo, from: 2026-12-26, to: 2027-01-04}
        """,
)
def all_away(plan: Plan, today: date) -> Iterator[Gap]:
    """At every minute of the next 90 days, the holder or a deputy of each role is there.

    Absences are whole days in each person's own time zone; whoever leaves (`left_on`) is there to the end of that day.
    A role whose people have all left is TEAM-LEFT.
    """
    days = ahead(plan, today)
    for role in plan.roles.values():
        spells = empty(days, [role.id])
        if spells and not gone(plan, [role.id], today):
            yield Gap(role.where, _nobody(days, role, spells), stand_in(days, spells, [role.id]))


def _nobody(days: Ahead, role: Role, spells: list[Spell]) -> Message:
    """That nobody holds a role, and why."""
    known = {"role": role.called, "when": days.when(spells)}
    people = list(dict.fromkeys(role.members))
    reasons = why_not_there(days, people, spells)
    if reasons:
        return say("Nobody holds {role} {when}: {reasons}.", reasons=reasons, **known)
    called = [days.plan.called(person) for person in people]
    if len(people) > 1:
        return say("Nobody holds {role} {when}: {people} are away.", people=called, **known)
    return say("Nobody holds {role} {when}: {people} is away.", people=called, **known)


def why_not_there(days: Ahead, people: Iterable[str], spells: list[Spell]) -> list[Message]:
    """Why each of some people is not there, where one of them leaves, or has left; nothing where all are away."""
    left = {person: after_leaving(days, person, spells) for person in people}
    if not any(left.values()):
        return []
    return [_why(days.plan.people[person], days.today, leaves=bool(after)) for person, after in left.items()]


def _why(person: Person, today: date, *, leaves: bool) -> Message:
    if not leaves:
        return say("{person} is away", person=person.called)
    if person.has_left(today):
        return say("{person} left on {date}", person=person.called, date=person.left_on)
    return say("{person} leaves on {date}", person=person.called, date=person.left_on)


@rule(
    "SIGN-DEADLOCK",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    serves=("B6",),
    source=("LAB",),
    why="The call chain may still work on the days on which nobody can say yes.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead: {name: Crisis lead, holder: ana}
          legal: {name: Legal, holder: leo}
        absences:
          - {who: leo, from: 2026-12-26, to: 2026-12-31}
        levels:
          crisis:
            name: Crisis
            sign_off: {approved_text: [lead], new_text: [lead, legal]}  # <-- No text can be approved at Crisis from 26 December 2026 to 31 December 2026: Legal is empty.
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
          mia: {name: Mia Kern}
        roles:
          lead: {name: Crisis lead, holder: ana}
          legal: {name: Legal, holder: leo}
          chief: {name: Management, holder: mia}
        absences:
          - {who: leo, from: 2026-12-26, to: 2026-12-31}
        levels:
          crisis:
            name: Crisis
            sign_off: {approved_text: [lead], new_text: [lead, [legal, chief]]}
        """,
)
def deadlock(plan: Plan, today: date) -> Iterator[Gap]:
    """At every minute of the next 90 days, each sign-off has somebody who is there.

    Where any one of several roles may sign, one of them is enough. A group of roles that several levels ask for is
    named once, with the levels. Hours at which a level promises nothing do not count.
    """
    days = ahead(plan, today)
    asked: dict[AnyOf, list[str]] = {}
    for level in plan.levels.values():
        for group in sign_offs(level):
            asked.setdefault(group, []).append(level.id)
    for group, names in asked.items():
        levels = [plan.levels[name] for name in names]
        spells = join(spell for level in levels for spell in empty(days, group, level.hours))
        if spells and not gone(plan, group, today):
            yield Gap(
                levels[0].where / "sign_off",
                say(
                    "No text can be approved at {levels} {when}: {role} is empty.",
                    levels=[level.called for level in levels],
                    when=days.when(spells),
                    role=plan.called(group[0]),
                )
                if len(group) == 1
                else say(
                    "No text can be approved at {levels} {when}: {roles} are empty.",
                    levels=[level.called for level in levels],
                    when=days.when(spells),
                    roles=[plan.called(role) for role in group],
                ),
                stand_in(days, spells, group),
            )


@rule(
    "CHAN-NIGHT-KEYS",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A14", "B6"),
    source=("LAB",),
    why="“Nobody was allowed to publish on Sunday” is what reviews of crises say.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, can: [activate]}
        channels:
          x:
            platform: x
            publishers: [leo]
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:  # <-- Nobody whom the path alert reaches may publish on x, at any time of the next 90 days.
            levels: [crisis]
            steps: [{call: ana, wait: 10m}]
        """,
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, can: [activate]}
        channels:
          x:
            platform: x
            publishers: [leo, ana]
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert:
            levels: [crisis]
            steps: [{call: ana, wait: 10m}]
        """,
)
def night_keys(plan: Plan, today: date) -> Iterator[Gap]:
    """Whenever a path is started, somebody whom it reaches may publish on a public channel.

    A public channel without publishers is CHAN-ONE-PUBLISHER; minutes at which nobody at all is reached belong to
    ESC-NO-AUTHORITY.
    """
    days = ahead(plan, today)
    channels = public_channels(plan)
    keys = publishers(plan, channels)
    for path in days.paths if channels else ():
        cells = [c for c in days.cells(path) if (found := _reached(c)) and not found & keys]
        spells = both(join((c.start, c.end) for c in cells), days.promised(path))
        if spells:
            yield Gap(
                path.where,
                say(
                    "Nobody whom the path {path} reaches may publish on {channels}, {when}.",
                    path=path.called,
                    channels=[channel.called for channel in channels],
                    when=days.when(spells),
                ),
                _key_for(plan, [cell for cell in cells if both([(cell.start, cell.end)], spells)], channels[0]),
            )


def _reached(cell: Cell) -> set[str]:
    return {a.person for a in cell.attempts if a.present and a.means}


def _key_for(plan: Plan, cells: Iterable[Cell], channel: Channel) -> Message:
    """What to type so that somebody publishes: one person whom all these cells reach, else in general words."""
    reached = [_reached(cell) for cell in cells]
    person = next((p for p in plan.people if all(p in people for people in reached)), None)
    if person is None:
        return say("Give publishing rights to the people on call: add them to `publishers:`.")
    return say(
        "Let {person} publish too: add `{id}` to the `publishers:` of {channel}.",
        person=plan.called(person),
        id=person,
        channel=channel.called,
    )


def unmanned(plan: Plan, today: date, role: str, hours: Iterable[Hours | None]) -> Iterator[tuple[object, Message]]:
    """Once, where nobody holds a role at some minute of several hours: when, and what to type."""
    days = ahead(plan, today)
    spells = join(spell for one in hours for spell in empty(days, [role], one))
    if spells and not gone(plan, [role], today):
        yield days.when(spells), stand_in(days, spells, [role])
