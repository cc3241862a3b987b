"""Who is on duty over the months that a copy may be kept, for the clock of whoever reads it later."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from planbuilder.cover.clock import minute_of
from planbuilder.cover.world import World
from planbuilder.pages._calls import called
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Plan
from planbuilder.plan.alert import OnCall

DAYS = 183
"""As long as a copy may be kept; what comes later, its scripts do not claim to know."""
_FIRST, _LAST = date(1970, 1, 1), date(9000, 1, 1)


def table(reader: Reader) -> dict[str, Any]:
    """What `planbuilder who` reckons with, as `duty.js` reads it.

    Minutes count from 1970 UTC in `from` and `to`, from `from` elsewhere; a person is a place in `people`. A line is
    its role, then of each turn the start, the length and who: only the hours at which the line is answered. `away`
    gives of each person the first and the last minute of each absence. Of a line whose turns are written one by one,
    `ends` gives the minute after which nobody is planned. The staff edition knows of no absence, and says so: `sure`.
    """
    plan = reader.plan
    world = World(plan, min(max(reader.today, _FIRST), _LAST), DAYS)
    people = list(dict.fromkeys(_named(plan)))
    at = {who: place for place, who in enumerate(people)}
    away = {at[who]: _away(world, who) for who in people}
    return {
        "from": world.begin,
        "to": world.end,
        "sure": reader.team,
        "people": [[who, called(reader, who)] for who in people],
        "lines": {
            name: [str(line.role), *_turns(world, name, at)] for name, line in plan.on_call.items() if world.turns[name]
        },
        "ends": {name: _end(world, line, line.ends) for name, line in plan.on_call.items() if line.ends},
        "roles": {name: [at[who] for who in role.members] for name, role in plan.roles.items()},
        "away": {place: spells for place, spells in away.items() if spells},
    }


def _named(plan: Plan) -> Iterator[str]:
    """Everybody who holds a role, stands in, takes turns or is called by name."""
    for role in plan.roles.values():
        yield from role.members
    for line in plan.on_call.values():
        yield from line.people
    for path in plan.escalation.values():
        yield from (name for step in path.steps for name in step.call if name in plan.people)


def _turns(world: World, name: str, at: dict[str, int]) -> Iterator[int]:
    for start, end, who in world.turns[name]:
        if start < world.end:
            yield from (start - world.begin, end - start, at[who])


def _end(world: World, line: OnCall, last: datetime) -> int:
    """The minute of a moment by the clock of a line."""
    zone = line.timezone or world.zone
    return minute_of(last.date(), last.hour * 60 + last.minute, zone) - world.begin


def _away(world: World, who: str) -> list[int]:
    """When somebody is away; always, of whom the plan knows nothing."""
    spells: Iterable[tuple[int, int]] = world.absent.get(who, [(world.begin, world.end)])
    return [minute - world.begin for spell in spells if spell[0] < world.end for minute in spell]
