"""Who is there: roles that are empty, sign-offs that nobody can give, publishers, watchers, lines."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chain import NEVER, Attempt, called_by, spells_where
from planbuilder.cover.clock import Spell, both, cut, hours_between, join, minute_of, outside
from planbuilder.cover.world import World
from planbuilder.plan import Plan, is_public
from planbuilder.plan.alert import AnyOf, EscalationPath, Level, OnCall
from planbuilder.plan.channels import Channel
from planbuilder.plan.hours import ALWAYS, Hours


def empty(ahead: Ahead, roles: Iterable[str], hours: Hours | None = None) -> list[Spell]:
    """The minutes within some hours at which none of these roles has anybody who is there."""
    world = ahead.world
    spells = hours_between(hours or ALWAYS, world.begin, world.end, world.zone)
    for role in roles:
        spells = both(spells, world.role_empty(role))
    return spells


def gone(plan: Plan, roles: Iterable[str], today: date) -> bool:
    """Whether everybody in these roles has left: TEAM-LEFT speaks of that."""
    members = [plan.people.get(p) for name in roles for p in plan.people_of(name)]
    return all(person is not None and person.has_left(today) for person in members)


def after_leaving(ahead: Ahead, person: str, spells: Iterable[Spell]) -> list[Spell]:
    """The parts of some spells of these days at which a person has left for good."""
    known = ahead.plan.people.get(person)
    last = known.left_on if known else None
    if last is None or last >= ahead.first + timedelta(days=ahead.days):
        return []
    start = minute_of(last + timedelta(days=1), 0, ahead.world.zone_of(person))
    return both(list(spells), [(start, max(start, ahead.world.end))])


def sign_offs(level: Level) -> Iterator[AnyOf]:
    """The groups of roles that a level's sign-offs ask for, each once; any one role of a group will do."""
    asked = level.sign_off
    yield from dict.fromkeys((*(asked.approved_text or ()), *(asked.new_text or ()))) if asked else ()


def present_all_along(ahead: Ahead, spells: Iterable[Spell]) -> Iterator[str]:
    """The people of the plan who are there at every minute of some spells, in the order of the plan."""
    wanted = list(spells)
    for person in ahead.plan.people:
        if not both(ahead.world.absent[person], wanted):
            yield str(person)


def public_channels(plan: Plan, down: Iterable[str] = ()) -> list[Channel]:
    """The channels that people outside read, that name who publishes, and that need nothing which is `down`."""
    found = [channel for channel in plan.channels.values() if channel.publishers and is_public(plan, channel)]
    return [channel for channel in found if not {*down}.intersection(channel.depends_on)]


def dependencies(plan: Plan) -> list[str]:
    """The services that the public channels of a plan need, each once, in the order of the plan."""
    public = (channel for channel in plan.channels.values() if is_public(plan, channel))
    return list(dict.fromkeys(str(service) for channel in public for service in channel.depends_on))


def publishers(plan: Plan, channels: Iterable[Channel]) -> frozenset[str]:
    """The people who may publish on at least one of some channels."""
    return frozenset(str(p) for channel in channels for who in channel.publishers for p in plan.people_of(who))


def voices(world: World, attempts: Iterable[Attempt]) -> dict[str, list[str]]:
    """For each public channel that works: who of those reached may publish there, in the order of the calls."""
    reached = list(dict.fromkeys(attempt.person for attempt in attempts if attempt.present and attempt.means))
    found: dict[str, list[str]] = {}
    for channel in public_channels(world.plan, world.down):
        may = publishers(world.plan, [channel])
        found[channel.id] = [person for person in reached if person in may]
    return found


def lines_of(plan: Plan, path: EscalationPath) -> list[OnCall]:
    """The on-call lines that a path calls, each once."""
    return [plan.on_call[name] for name in called_by(path) if name in plan.on_call]


def off_duty(ahead: Ahead, path: EscalationPath) -> list[Spell]:
    """The promised minutes that lie outside the hours of every line of a path, while it reaches somebody all the same.

    Nothing for a path without lines.
    """
    world, lines = ahead.world, lines_of(ahead.plan, path)
    open_ = join(spell for line in lines for spell in hours_of(world, line))
    asleep = both(ahead.promised(path), outside(open_, world.begin, world.end)) if lines else []
    if path not in ahead.paths or not world.deciders:
        return asleep
    return spells_where(ahead.cells(path), lambda cell: cell.bound(world.deciders) < NEVER, asleep)


def hours_of(world: World, line: OnCall) -> list[Spell]:
    """The minutes at which a line is answered, by its clock."""
    return hours_between(line.hours or ALWAYS, world.begin, world.end, line.timezone or world.zone)


def unanswered(world: World, line: OnCall, promised: Iterable[Spell]) -> list[Spell]:
    """The promised minutes at which it is nobody's turn on a line, within its hours."""
    turns = join((start, end) for start, end, _ in world.turns[line.id])
    return both(both(list(promised), hours_of(world, line)), outside(turns, world.begin, world.end))


def gaps(world: World, line: OnCall, open_: Iterable[Spell]) -> list[Spell]:
    """The gaps between the turns of a line in which some minutes lie, whole: the hours of the line do not cut them."""
    turns = world.with_line(line.copy_with(hours=None)).turns[line.id]
    between = outside(join((start, end) for start, end, _ in turns), world.begin, world.end)
    wanted = list(open_)
    return [gap for gap in between if both([gap], wanted)]


def away_on_call(world: World, line: OnCall) -> dict[str, list[Spell]]:
    """For each person of a line who is away during their own turn: the minutes."""
    found: dict[str, list[Spell]] = {}
    for person in line.people:
        mine = join((start, end) for start, end, who in world.turns[line.id] if who == person)
        away = cut(both(mine, world.absent.get(person, [])), world.begin, world.end)
        if away:
            found[str(person)] = away
    return found


def on_both(world: World, one: OnCall, other: OnCall, within: Sequence[Spell]) -> dict[str, list[Spell]]:
    """Who has the turn on two lines at once, and when."""
    found: dict[str, list[Spell]] = {}
    for person in dict.fromkeys(one.people):
        first, second = (join((a, b) for a, b, who in world.turns[line.id] if who == person) for line in (one, other))
        spells = both(both(first, second), within)
        if spells:
            found[str(person)] = spells
    return found


def unrung(ahead: Ahead, path: EscalationPath) -> Iterator[tuple[int, dict[str, list[Spell]]]]:
    """The steps that ring nobody because of their `by:`: who is called, there and otherwise reachable, and when."""
    found: dict[int, dict[str, list[Spell]]] = {}
    choosy = [number for number, step in enumerate(path.steps) if step.by is not None]
    for cell in ahead.cells(path) if choosy else ():
        for number in choosy:
            called = [one for one in cell.attempts if one.step == number and one.present]
            if any(one.means for one in called):
                continue
            for person in dict.fromkeys(one.person for one in called if ahead.world.means(one.person)):
                found.setdefault(number, {}).setdefault(person, []).append((cell.start, cell.end))
    for number, by_person in found.items():
        inside = ((person, both(join(spells), ahead.promised(path))) for person, spells in by_person.items())
        promised = {person: spells for person, spells in inside if spells}
        if promised:
            yield number, promised
