"""TEAM: who does what, and who stands in."""

from collections import Counter
from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule
from planbuilder.source import Where

ROOT = Where(("about",))
ROLES = Where(("roles",))

FUNCTIONS = {
    "activate": say("starting the plan"),
    "approve": say("approving texts"),
    "speak": say("speaking to the media"),
    "monitor": say("watching what is said"),
    "reply": say("answering people"),
    "publish": say("publishing"),
    "inform-staff": say("informing staff"),
    "facts": say("giving the facts"),
}
"""What the essential functions are called, in the order of the catalogue."""


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
    "TEAM-MISSING-FUNCTION",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A3", "B3", "B4", "B5"),
    source=("GCS-STOP", "IATA-PLAN", "HOOT"),
    why="A crisis needs a team that watches and a team that answers.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:  # <-- Nobody is in charge of: watching what is said and answering people.
          lead:
            holder: ana
            can: [activate, approve, speak, publish, inform-staff, facts]
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead:
            holder: ana
            can: [activate, approve, speak, publish, inform-staff, facts]
          online:
            holder: ana
            can: [monitor, reply]
        """,
)
def missing_function(plan: Plan) -> Iterator[Gap]:
    """Eight functions must each be given to a role, in its `can`.

    They are activate, approve, speak, monitor, reply, publish, inform-staff and facts.
    """
    if not plan.roles:
        message = say("The plan has no roles: it does not say who does what.")
        yield Gap(ROOT, message, say("Add `roles:`, each with `holder:`, `deputies:` and `can:`."))
        return
    given = {power for role in plan.roles.values() for power in role.can}
    missing = [function for function in FUNCTIONS if function not in given]
    if missing:
        yield Gap(
            ROLES,
            say("Nobody is in charge of: {functions}.", functions=[FUNCTIONS[function] for function in missing]),
            say("Give it to a role: `can: [{functions}]`.", functions=", ".join(missing)),
        )


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
            yield Gap(
                role.where / "deputies",
                say(
                    "{role} has no deputy: if {person} is away, nobody does it.",
                    role=role.called,
                    person=plan.called(role.holder),
                ),
                say("Name at least one deputy, ideally two: `deputies: [id]`."),
                severity=None if role.id in grave else Severity.WARNING,
            )


@rule(
    "TEAM-DEPUTY-SAME",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A3",),
    source=("OWN",),
    why="A deputy who is the same person is no deputy.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead:
            holder: ana
            deputies: [ana]  # <-- Ana Ruiz is both holder and deputy of lead.
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead:
            holder: ana
            deputies: [leo]
        """,
)
def deputy_twice(plan: Plan) -> Iterator[Gap]:
    """A deputy must be somebody else.

    A deputy must not be the holder, must not be listed twice, and, where there are two essential roles or more, must
    not be the only deputy of all of them.
    """
    for role in plan.roles.values():
        twice = [person for person, times in Counter(role.deputies).items() if times > 1]
        if role.holder in role.deputies:
            message = say(
                "{person} is both holder and deputy of {role}.", person=plan.called(role.holder), role=role.called
            )
            yield Gap(role.where / "deputies", message, say("Name someone else as deputy."))
        elif twice:
            message = say(
                "{person} is listed twice as deputy of {role}.", person=plan.called(twice[0]), role=role.called
            )
            yield Gap(role.where / "deputies", message, say("Keep the name once, and add someone else."))
    essential = [role for role in plan.roles.values() if role.essential]
    only = {tuple(dict.fromkeys(role.deputies)) for role in essential}
    if len(essential) > 1 and len(only) == 1 and len(alone := only.pop()) == 1:
        message = say("{person} is the only deputy of every essential role.", person=plan.called(alone[0]))
        yield Gap(
            ROLES, message, say("Name another deputy for some of the roles, so that two people can stand in at once.")
        )


@rule(
    "TEAM-NO-TASKS",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A4",),
    source=("IATA-PLAN", "PCS-GUIDE"),
    why="IATA asks for a checklist per role; French plans call it a fiche réflexe.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead:  # <-- Crisis lead does not say what to do in the first minutes.
            name: Crisis lead
            holder: ana
            can: [activate]
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead:
            name: Crisis lead
            holder: ana
            can: [activate]
            first_moves: [Check the facts with two sources, Set the level, Release the holding statement]
        """,
)
def role_without_first_moves(plan: Plan) -> Iterator[Gap]:
    """Each essential role must say what to do in the first minutes: `first_moves`."""
    for role in plan.roles.values():
        if role.essential and role.first_moves is None:
            message = say("{role} does not say what to do in the first minutes.", role=role.called)
            yield Gap(role.where / "first_moves", message, say('List three to seven steps: `first_moves: ["…", "…"]`.'))
