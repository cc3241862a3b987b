"""The smallest change that fills a line which somebody must answer: turns, a rota that starts in time, a new line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chain import pieces, promised
from planbuilder.cover.clock import Spell, both, local, minute_of, outside
from planbuilder.cover.staffing import away_on_call, gaps, present_all_along, unanswered
from planbuilder.cover.world import World
from planbuilder.messages import Message, say
from planbuilder.plan.alert import EscalationPath, Level, OnCall, Shift, Step
from planbuilder.plan.hours import Handover
from planbuilder.plan.people import Role
from planbuilder.plan.refs import CalledRef, PersonRef, RoleRef
from planbuilder.plan.rota import handover_minute
from planbuilder.plan.times import MINUTES_PER_DAY
from planbuilder.source import Where

TURNS = 3
"""How many turns are offered at most, and that of a week at most: beyond, a rota is less to write."""

MOST_OFFERS = 40
"""How many swaps are tried at most for one turn."""

WEEK = 7 * MINUTES_PER_DAY
NAME = "on-call"
MONDAY_MORNING = Handover(0, 9 * 60)

RETURNED = 3
"""How many turns of somebody are tried, the nearest first, as the other half of a swap."""

Offer = tuple[OnCall, Message]
Tired = Callable[[World, str], object]
"""Whether somebody has too little rest."""


def filled(ahead: Ahead, line: OnCall, hours: Sequence[Spell]) -> Message | None:
    """What to type so that a line has no gap left, and nobody is away who fills it; None where no offer does.

    Of several, one that gives nobody a turn while they are away, also at other times.
    """
    open_ = unanswered(ahead.world, line, hours)
    before = away_on_call(ahead.world, line)
    offers = []
    for changed, said in _offers(ahead, line, gaps(ahead.world, line, open_)):
        world = ahead.world.with_line(changed)
        after = away_on_call(world, changed)
        if not unanswered(world, changed, hours) and not any(both(open_, spells) for spells in after.values()):
            offers.append((any(spells != before.get(person) for person, spells in after.items()), said))
    return min(offers, key=lambda offer: offer[0])[1] if offers else None


def _offers(ahead: Ahead, line: OnCall, open_: Sequence[Spell]) -> Iterator[Offer]:
    if not line.shifts:
        start = _start(ahead, line)
        yield line.copy_with(from_=start), say("Let the rota start earlier: `from: {day}`.", day=start.isoformat())
        return
    yield from _more_turns(ahead, line, open_)
    for changed in _rotas(ahead, line):
        yield (
            changed,
            say(
                "In the place of `shifts:`, write a rota, which never ends: `rota: [{names}]`, `from: {day}`, "
                "`handover: {handover}`.",
                names=", ".join(changed.rota),
                day=str(changed.from_),
                handover=_typed(changed),
            ),
        )


def _more_turns(ahead: Ahead, line: OnCall, open_: Sequence[Spell]) -> Iterator[Offer]:
    if len(open_) > TURNS or any(end - start > WEEK for start, end in open_):
        return
    role = ahead.plan.roles.get(line.role)
    turns = []
    for spell in open_:
        there = [PersonRef(p) for p in present_all_along(ahead, [spell]) if role and p in role.members]
        if not there:
            return
        turns.append(_turn(ahead, line, there[0], spell))
    typed = _typed_turns(turns)
    people = [ahead.plan.called(who) for who in dict.fromkeys(turn.who for turn in turns)]
    said = (
        say("Add a turn of {person}, who is there: `- {turn}`.", person=people[0], turn=typed)
        if len(turns) == 1
        else say("Add to `shifts:` turns of people who are there: `{turns}`.", turns=typed)
    )
    yield line.copy_with(shifts=(*line.shifts, *turns)), said


def swapped(ahead: Ahead, line: OnCall, person: str, spells: Sequence[Spell], tired: Tired) -> Message | None:
    """What to write in `swaps:` so that others, who are there, take the turns of a person who is away; tried.

    `spells` are the minutes at which the person is on call and away. None where nobody can, or where it is much.
    Where whoever takes a turn could not rest, the person who is away takes one of theirs in return.
    """
    spells = _of_one_turn(ahead.world, line, spells)
    if len(spells) > TURNS:
        return None
    changed = line
    for spell in spells:
        changed = _restful(ahead, changed, _halves(ahead, changed, person, spell), tired)
    swaps = changed.swaps[len(line.swaps) :]
    before, after = (away_on_call(world, line) for world in (ahead.world, ahead.world.with_line(changed)))
    if not after.keys() < before.keys():
        return None
    turns = _typed_turns(swaps)
    people = [ahead.plan.called(who) for who in dict.fromkeys(swap.who for swap in swaps) if who != person]
    if line.swaps:
        return say("Swap with {people}: add `{turns}` to `swaps:`, or move the absence.", people=people, turns=turns)
    return say(
        "Swap with {people}: add `swaps: [{turns}]` to {line}, or move the absence.",
        people=people,
        turns=turns,
        line=line.called,
    )


def _restful(ahead: Ahead, line: OnCall, offers: Iterator[list[Shift]], tired: Tired) -> OnCall:
    """The line with the first of some swaps that tires nobody, in turns for which they are there; else the first."""
    role = ahead.plan.roles.get(line.role)
    people = {str(p) for p in (*line.people, *(role.members if role else ()))}
    now = ahead.world.with_line(line)
    rested = [who for who in people if not tired(now, who)]
    away = away_on_call(now, line)
    there = {who: outside(away.get(who, []), now.begin, now.end) for who in people}
    lines = [line]
    for swaps in islice(offers, MOST_OFFERS):
        changed = line.copy_with(swaps=(*line.swaps, *swaps))
        world = ahead.world.with_line(changed)
        anew = (both(spells, there[who]) for who, spells in away_on_call(world, changed).items())
        if not any(anew) and not any(tired(world, who) for who in rested):
            return changed
        lines.append(changed)
    return lines[:2][-1]


def _halves(ahead: Ahead, line: OnCall, person: str, spell: Spell) -> Iterator[list[Shift]]:
    """Who could take a part of a person's turn: alone, then in exchange for a turn of theirs."""
    role = ahead.plan.roles.get(line.role)
    turn = _whole_days(ahead.world, line, spell)
    there = {*present_all_along(ahead, [turn])}
    for who in map(PersonRef, dict.fromkeys((*line.people, *(role.members if role else ())))):
        if who != person and who in there:
            taken = _turn(ahead, line, who, turn)
            yield [taken]
            for other in _in_return(ahead, line, who, turn):
                yield [taken, _turn(ahead, line, PersonRef(person), other)]


def _in_return(ahead: Ahead, line: OnCall, who: str, spell: Spell) -> Iterator[Spell]:
    """The turns of somebody which are nearest to a spell: their last days, or their first, as many as the spell has."""
    world, zone = ahead.world, line.timezone or ahead.world.zone
    whole = world.with_line(line.copy_with(hours=None)).turns[line.id]
    turns = [(a, b) for a, b, taker in whole if taker == who and world.begin <= a and b <= world.end]
    days = max(1, round((spell[1] - spell[0]) / MINUTES_PER_DAY))
    for start, end in sorted(turns, key=lambda turn: abs(turn[0] - spell[0]))[:RETURNED]:
        if end - start <= (days + 1) * MINUTES_PER_DAY - MINUTES_PER_DAY // 2:
            yield start, end
            continue
        yield _days_from(end, -days, zone), end
        yield start, _days_from(start, days, zone)


def _days_from(minute: int, days: int, zone: str) -> int:
    """The same time by the clock, some days later."""
    moment = local(minute, zone)
    return minute_of(moment.date() + timedelta(days=days), moment.hour * 60 + moment.minute, zone)


def successor(ahead: Ahead, line: OnCall, person: str, spells: Sequence[Spell]) -> str | None:
    """Who could take over the turns of a person on a line: somebody of its role who has none on it, and is there.

    `spells` are the minutes of the turns. None where there is nobody.
    """
    role = ahead.plan.roles.get(line.role)
    there = [*present_all_along(ahead, spells)]
    able = (member for member in (role.members if role else ()) if member not in line.people and member in there)
    return next((str(member) for member in able if member != person), None)


def _of_one_turn(world: World, line: OnCall, spells: Sequence[Spell]) -> list[Spell]:
    """The spells, those made one between which nobody is on call: the line keeps hours, the turn goes on."""
    joined: list[Spell] = []
    for start, end in spells:
        before = joined[-1] if joined else None
        if before and not any(a < start and b > before[1] for a, b, _ in world.turns[line.id]):
            joined[-1] = (before[0], end)
        else:
            joined.append((start, end))
    return joined


def _whole_days(world: World, line: OnCall, spell: Spell) -> Spell:
    """A part of a turn in whole days from handover to handover: nobody takes over at midnight."""
    zone, clock = line.timezone or world.zone, handover_minute(line)
    first, last = local(spell[0], zone).date(), local(spell[1], zone).date()
    days = [minute_of(day + timedelta(days=n), clock, zone) for day in (first, last) for n in (-1, 0, 1)]
    start = max(minute for minute in days if minute <= spell[0])
    end = min(minute for minute in days if minute >= spell[1])
    begin = next(a for a, b, _ in world.turns[line.id] if a <= spell[0] < b)
    until = next(b for a, b, _ in world.turns[line.id] if a < spell[1] <= b)
    return max(start, begin), min(end, until)


def _turn(ahead: Ahead, line: OnCall, who: PersonRef, spell: Spell) -> Shift:
    """A turn, by the line's clock."""
    start, end = (local(minute, line.timezone or ahead.world.zone) for minute in spell)
    return Shift.made(line.where, who=who, from_=start, to=end)


def _typed_turns(turns: Sequence[Shift]) -> str:
    return ", ".join(f"{{who: {turn.who}, from: {_clock(turn.from_)}, to: {_clock(turn.to)}}}" for turn in turns)


def _clock(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _rotas(ahead: Ahead, line: OnCall) -> Iterator[OnCall]:
    """The line with a rota of the people of its role, whoever begins."""
    role = ahead.plan.roles.get(line.role)
    people = _takers(ahead, role) if role else []
    for place in range(len(people)):
        rota = (*people[place:], *people[:place])
        handover = line.handover or MONDAY_MORNING
        start = ahead.first - timedelta(days=(ahead.first.weekday() - handover.weekday) % 7 or 7)
        yield line.copy_with(rota=rota, shifts=(), handover=handover, from_=start)


def _typed(line: OnCall) -> str:
    return line.handover.spoken("en").lower() if line.handover else ""


def _takers(ahead: Ahead, role: Role) -> list[PersonRef]:
    """The people of a role who have not left; none where one alone would be on call all the time."""
    known = [PersonRef(p) for p in dict.fromkeys(role.members) if p in ahead.plan.people]
    people = [p for p in known if not ahead.plan.people[p].has_left(ahead.today)]
    return people if len(people) > 1 else []


def _start(ahead: Ahead, line: OnCall) -> date:
    """The latest day before the first on which a rota may start so that all its turns stay as they are."""
    around = 7 * len(line.rota)
    start = line.from_ or ahead.first
    return start - timedelta(days=around * max(0, (start - ahead.first).days // around + 1))


def new_line(ahead: Ahead, path: EscalationPath, level: Level, others: Iterable[EscalationPath] = ()) -> Message | None:
    """The line to write where there is none, and where a path calls it, then others.

    A rota in which nobody is away during their turn is preferred. None where no role has two people who may decide.
    """
    offers = []
    for role in ahead.plan.roles.values() if NAME not in (*ahead.plan.roles, *ahead.plan.people) else ():
        line = OnCall.made(Where(("on_call", NAME)), role=RoleRef(role.id))
        for changed in _rotas(ahead, line) if "activate" in role.can else ():
            world = ahead.world.with_line(changed)
            if not unanswered(world, changed, promised(world, level)):
                offers.append((bool(away_on_call(world, changed)), changed))
    if not offers:
        return None
    _, best = min(offers, key=lambda offer: offer[0])
    typed = (
        f"{NAME}: {{role: {best.role}, rota: [{', '.join(best.rota)}], from: {best.from_}, handover: {_typed(best)}}}"
    )
    world = ahead.world.with_line(best)
    advice = _with_calls(path, typed, _called_first(world, path, best))
    for other in others:
        steps = _changed_steps(other, _called_first(world, other, best))
        advice = say("{advice} In {path}, write {steps}.", advice=advice, path=other.called, steps=steps)
    return advice


def _changed_steps(path: EscalationPath, changed: EscalationPath) -> list[Message]:
    """What to write in each step that changes."""
    return [
        say("in step {number} `call: [{call}]`", number=number + 1, call=", ".join(step.call))
        if number < len(path.steps)
        else say("below it a step `- {call: [{call}], wait: {wait}}`", call=", ".join(step.call), wait=_wait(step))
        for number, step in enumerate(changed.steps)
        if step not in path.steps[number : number + 1]
    ]


def _wait(step: Step) -> str:
    return f"{step.wait.total_minutes if step.wait else 10}m"


def _called_first(world: World, path: EscalationPath, line: OnCall) -> EscalationPath:
    """The path with the line in its first step, so that no step calls only people whom the one before has called.

    Whoever takes turns is called by the line alone in the first step, and in the second beside whoever stands there:
    one of them is on call, the others are new.
    """
    takes = set(line.rota)
    first, *rest = path.steps
    others = [name for name in first.call if not takes.issuperset(world.plan.people_of(name))]
    first = first.copy_with(call=(CalledRef(NAME), *others))
    changed = path.copy_with(steps=(first, *rest))
    if rest and not _repeats(world, changed):
        return changed
    second = rest[0] if rest else path.steps[0].copy_with(call=())
    kept = [name for name in second.call if not takes.issuperset(world.plan.people_of(name))]
    second = second.copy_with(call=(*(CalledRef(person) for person in line.rota), *kept))
    return path.copy_with(steps=(first, second, *rest[1:]))


def _repeats(world: World, path: EscalationPath) -> bool:
    """Whether at some time a step calls only people whom the one before has called."""
    return any(cell.nobody_new(number) for cell in pieces(world, path) for number in range(1, len(path.steps)))


def _with_calls(path: EscalationPath, line: str, changed: EscalationPath) -> Message:
    """The line to add, and the steps of the path that change."""
    calls = [", ".join(step.call) for step in changed.steps]
    if changed.steps[1:] == path.steps[1:]:
        return say(
            "Add to `on_call:` the line `{line}`, and write in step 1 of {path}: `call: [{call}]`.",
            line=line,
            path=path.called,
            call=calls[0],
        )
    if len(changed.steps) > len(path.steps):
        return say(
            "Add to `on_call:` the line `{line}`; write in step 1 of {path} `call: [{call}]`, and below it a second"
            " step: `- {call: [{next}], wait: {wait}}`.",
            line=line,
            path=path.called,
            call=calls[0],
            next=calls[1],
            wait=_wait(changed.steps[1]),
        )
    return say(
        "Add to `on_call:` the line `{line}`; write in step 1 of {path} `call: [{call}]`, and in step 2"
        " `call: [{next}]`.",
        line=line,
        path=path.called,
        call=calls[0],
        next=calls[1],
    )
