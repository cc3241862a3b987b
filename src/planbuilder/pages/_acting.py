"""Who acts for a role: whoever is on call for it, on a line that answers at that hour, else its members."""

from collections.abc import Iterable
from functools import reduce

from planbuilder.cover.clock import join
from planbuilder.messages import Message, say
from planbuilder.pages._calls import Callee, called, callee, hours_of
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Plan
from planbuilder.plan.alert import OnCall
from planbuilder.plan.hours import ALWAYS


def lines_of(reader: Reader, role: str) -> list[OnCall]:
    """The lines on which somebody is on call for a role, those with a number first; none whose turns have ended.

    After one that is answered at every hour no other is needed.
    """
    lines = [line for line in reader.plan.on_call.values() if line.role == role]
    lines = [line for line in lines if not callee(reader, line.id).ended]
    lines.sort(key=lambda line: not _rings(line))
    always = next((place for place, line in enumerate(lines) if _at_every_hour(reader.plan, [line])), len(lines))
    return lines[: always + 1]


def acting(reader: Reader, role: str) -> object:
    """In words that stay true without a clock: whoever is on call, at which number and hours, else the holder."""
    plan = reader.plan
    lines = lines_of(reader, role)
    said: list[object] = [_on_call(plan, line) for line in lines]
    if not _at_every_hour(plan, lines):
        said.append(called(reader, plan.roles[role].holder))
    return reduce(lambda first, last: say("{first} or {last}", first=first, last=last), _each_once(said))


def offered(reader: Reader, role: str) -> list[Callee]:
    """Whom to touch: the lines with a number, then, where those may all sleep, everybody who may act."""
    lines = lines_of(reader, role)
    ringing = [line for line in lines if _rings(line)]
    callees = [callee(reader, line.id) for line in ringing]
    if not _at_every_hour(reader.plan, ringing):
        others = [callee(reader, line.id) for line in lines]
        people = dict.fromkeys(who for one in (*others, callee(reader, role)) for who in one.people)
        turns = tuple(turn for one in others for turn in one.turns)
        callees.append(Callee(role, reader.plan.roles[role].called, tuple(people), role, turns))
    return callees


def _rings(line: OnCall) -> bool:
    return bool(line.number and line.number.e164)


def _on_call(plan: Plan, line: OnCall) -> Message:
    said = say("whoever is on call, {number}", number=line.number) if _rings(line) else say("whoever is on call")
    hours = hours_of(plan, line)
    return say("{who} ({hours})", who=said, hours=hours) if hours else said


def _at_every_hour(plan: Plan, lines: Iterable[OnCall]) -> bool:
    """Whether lines of one time zone fill the week; turns that are written one by one end some day."""
    rotas = [line for line in lines if not line.shifts]
    zones = {line.timezone or plan.about.timezone for line in rotas}
    spans = join(span for line in rotas for span in (line.hours or ALWAYS).spans)
    return len(zones) == 1 and tuple(spans) == ALWAYS.spans


def _each_once(said: Iterable[object]) -> list[object]:
    found: list[object] = []
    for one in said:
        if one not in found:
            found.append(one)
    return found
