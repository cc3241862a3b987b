"""Who does what, how they are reached, who is on call."""

from collections.abc import Iterator

from planbuilder.messages import say
from planbuilder.pages import _cover
from planbuilder.pages._calls import callee, ladder, rungs
from planbuilder.pages._sheets import Reader, Sheet, path_of, section
from planbuilder.plan.people import Role


def sheets(reader: Reader) -> Iterator[Sheet]:
    """Roles, one page each, who is on call, and for the crisis team the call sheet."""
    plan = reader.plan
    yield Sheet(
        "roles.md",
        say("Who does what"),
        "roles.md.j2",
        say("Find your role, open its page and do its first moves."),
        section("roles"),
    )
    for role in plan.roles.values():
        yield Sheet(
            path_of("roles", role.id),
            role.called,
            "role.md.j2",
            say("If this is your role, or you stand in for it: do the first moves, in this order."),
            (role.where,),
            entry=True,
            values={"role": role, "duties": duties(reader, role)},
        )
    if reader.team:
        yield Sheet(
            "call-sheet.md",
            say("Call sheet"),
            "call-sheet.md.j2",
            say("Touch a number to call it. These numbers are for the crisis team only."),
            section("people"),
            values={
                "deputy_of": {
                    person: [role.id for role in plan.roles.values() if person in role.deputies]
                    for person in plan.people
                }
            },
        )
    yield Sheet(
        "on-call.md",
        say("On call and cover"),
        "on-call.md.j2",
        say("Look here to see who answers this week, and who is next."),
        section("on_call", "absences") if reader.team else section("on_call"),
        values={
            "lines": [(line, callee(reader, line.id)) for line in plan.on_call.values()],
            "paths": [(path, ladder(rungs(reader, path), reader)) for path in plan.escalation.values()],
            **_cover.values(reader),
        },
    )


def duties(reader: Reader, role: Role) -> list[tuple[object, str, object]]:
    """What the scenarios ask of a role: scenario, its page, the action."""
    return [
        (scenario, path_of("scenarios", scenario.id), action)
        for scenario in reader.plan.scenarios.values()
        for action in scenario.actions
        if action.who == role.id
    ]
