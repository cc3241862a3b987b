"""The first tab: what to do now, which level it is, whom to call."""

from collections.abc import Iterator
from itertools import accumulate

from planbuilder.messages import say
from planbuilder.pages import _cover, _log
from planbuilder.pages._calls import Rung, callee, gravest_first, ladder, rungs
from planbuilder.pages._sheets import Reader, Sheet, section
from planbuilder.plan import Plan
from planbuilder.plan.alert import EscalationPath
from planbuilder.plan.people import Role
from planbuilder.plan.scenarios import Scenario

_ROOM = 64
"""The characters of two lines of a card on a phone."""


def sheets(reader: Reader) -> Iterator[Sheet]:
    """Home, levels, whom to call, the log."""
    plan = reader.plan
    paths = [(path, rungs(reader, path)) for path in plan.escalation.values()]
    yield Sheet(
        "index.md",
        say("What do I do now?"),
        "home.md.j2",
        say("Call first, then choose what is happening."),
        values={
            "offers": _offers(reader),
            "moves": opening_roles(plan),
            "gap": _cover.gap(reader),
            "signs": lambda scenario: signs(scenario, reader.language),
        },
    )
    yield Sheet(
        "level.md",
        say("Which level is it?"),
        "level.md.j2",
        say("Take the gravest level of which a single fact is true. If in doubt, take the graver one."),
        section("levels"),
        scripts=("level.js",),
        values={"alarms": {name: next((one for one in paths if name in one[0].levels), None) for name in plan.levels}},
    )
    yield Sheet(
        "call.md",
        say("Whom to call"),
        "call.md.j2",
        say("Call from top to bottom, and do not just leave a message: go on until somebody answers."),
        section("escalation"),
        values={
            "paths": [(path, steps, ladder(steps, reader)) for path, steps in paths],
            "lines": [(line, callee(reader, line.id)) for line in plan.on_call.values()],
        },
    )
    yield _log.sheet(reader)


def _offers(reader: Reader) -> list[tuple[EscalationPath, tuple[Rung, ...]]]:
    """The path of the gravest level with its steps; where all of them may be silent, the milder ones after it."""
    offers = [(path, rungs(reader, path)) for path in gravest_first(reader.plan) if path.steps]
    return offers[:1] if offers and any(rung.sure for rung in offers[0][1]) else offers


def opening_roles(plan: Plan) -> list[Role]:
    """The roles whose first moves open the plan: those that are called at once, and that of communications."""
    path = next(iter(gravest_first(plan)), None)
    called = list(_called_at_once(path)) if path else []
    names = [plan.on_call[name].role if name in plan.on_call else name for name in called]
    found = [plan.roles[name] for name in dict.fromkeys(names) if name in plan.roles and plan.roles[name].first_moves]
    if not any(role.kind == "communications" for role in found):
        speakers = (role for role in plan.roles.values() if role.kind == "communications" and role.first_moves)
        found += [role for role in speakers if role not in found][:1]
    first = _leading_role(plan)
    return found or ([first] if first else [])


def _called_at_once(path: EscalationPath) -> Iterator[str]:
    for step in path.steps:
        yield from step.call
        if step.wait:
            return


def _leading_role(plan: Plan) -> Role | None:
    """The role of a line on call, else one that may start the plan."""
    on_call = [plan.roles[line.role] for line in plan.on_call.values() if line.role in plan.roles]
    starters = [role for role in plan.roles.values() if "activate" in role.can]
    everybody = [*on_call, *starters, *plan.roles.values()]
    return next((role for role in everybody if role.first_moves), None)


def signs(scenario: Scenario, language: str) -> int:
    """How many of its signs the card of a scenario has room for: the first one, and more where they are short."""
    lengths = accumulate(map(len, scenario.triggers.each(language))) if scenario.triggers else ()
    return max(1, sum(length <= _ROOM for length in lengths))
