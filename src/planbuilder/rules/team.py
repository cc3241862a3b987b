"""TEAM: people and roles."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule


def in_charge(plan: Plan) -> set[str]:
    """The roles that a sign-off or an escalation path names, or that have an essential function."""
    named = {role.id for role in plan.roles.values() if role.essential}
    for level in plan.levels.values():
        if level.sign_off:
            for group in (*(level.sign_off.approved_text or ()), *(level.sign_off.new_text or ())):
                named.update(group)
    for path in plan.escalation.values():
        for step in path.steps:
            named.update(step.call)
    return named


@rule(
    "TEAM-NO-DEPUTY",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A3", "B3"),
    source=("VOTE F-6", "HARNESS"),
    why="Crisis teams name spokespeople and their backups; on-call practice asks for at least two levels.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead:  # <-- lead has no deputy: if Ana Ruiz is away, nobody does it.
            holder: ana
            can: [activate]
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead:
            holder: ana
            deputies: [leo]
            can: [activate]
        """,
)
def role_without_deputy(plan: Plan) -> Iterator[Gap]:
    """Someone must be able to stand in for every role.

    A role that a sign-off or an escalation path names, or that has an essential function, must have a deputy. For any
    other role this is a warning.
    """
    grave = in_charge(plan)
    for role in plan.roles.values():
        if not role.deputies:
            holder = plan.people.get(role.holder)
            yield Gap(
                role.where,
                say(
                    "{role} has no deputy: if {person} is away, nobody does it.",
                    role=role.called,
                    person=holder.called if holder else str(role.holder),
                ),
                say("Name at least one deputy, ideally two: `deputies: [id]`."),
                severity=None if role.id in grave else Severity.WARNING,
            )
