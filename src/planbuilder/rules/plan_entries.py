"""PLAN: names of entries, entries that nothing names, exceptions, and what YAML makes of a text."""

from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Plan
from planbuilder.plan.hearing import hears
from planbuilder.plan.learning import Waiver
from planbuilder.plan.scenarios import Scenario, Statement
from planbuilder.rules._rule import rule
from planbuilder.rules.scenario_texts import PHASES, speaks


@rule(
    "PLAN-DEAD-REF",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    source=("OWN",),
    why="A person who left, or a renamed role, breaks the plan silently.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead:
            holder: anna  # <-- `holder` names “anna”, which does not exist. Did you mean “ana”?
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead:
            holder: ana
        """,
)
def dead_reference(plan: Plan) -> Iterator[Gap]:  # noqa: ARG001 - found while the plan is read
    """A name of another entry must be the id of one.

    Found while the plan is read. The other checks take the entry for present, so that a misspelt name is found once.
    """
    yield from ()


FOR_EVERY_SCENARIO = frozenset({"reply", "holding"})
"""Kinds of statements of the whole plan that are at hand in each scenario, without being named there."""
ASKED_OF_EACH = frozenset({"closing", "internal"})
"""Kinds of statements that each scenario has of its own, or has from the whole plan."""


@rule(
    "PLAN-UNUSED",
    severity=Severity.INFO,
    profile=Profile.ADVANCED,
    source=("OWN",),
    why="Dead parts hide the living ones.",
    bad="""
        audiences:
          press:
            name: The press
            reach: [site]
          suppliers: {name: Suppliers}  # <-- No other part of the plan names Suppliers.
        channels:
          site: {platform: website, for: [press]}
        """,
    good="""
        audiences:
          press:
            name: The press
            reach: [site]
        channels:
          site: {platform: website, for: [press]}
        """,
)
def unused_entry(plan: Plan) -> Iterator[Gap]:
    """Every entry must serve somewhere.

    A role, a channel, an audience, a remedy, an obligation or a statement must be named in another part of the plan. A
    role with `can` serves by what it may do, a statement of a scenario by standing there, and a channel also by being
    watched. A reply or a holding statement of the whole plan serves every scenario. Another one serves where a scenario
    has none of its own: a closing or an internal text, or a text that says to an audience what no text of the scenario
    says to it in that phase (first word, update, closing; SCEN-EMPTY-CELL).
    """
    named = {
        (section, str(ref)) for where, ref in plan.refs() for section in ref.sections if where[:2] != (section, ref)
    }
    named |= {("channels", source) for source in plan.monitoring.watch} if plan.monitoring else set()
    named |= {("roles", role.id) for role in plan.roles.values() if role.can}
    scenario = say("Name it in a scenario, or remove it.")
    role = say("Name it in a sign-off, an escalation or a scenario, or remove it.")
    statement = say("Name it in an action or an obligation with `statement:`, or remove it.")
    for section, entries, fix in (
        ("roles", plan.roles, role),
        ("channels", plan.channels, say("Name it in the `reach` of an audience or in a statement, or remove it.")),
        ("audiences", plan.audiences, scenario),
        ("remedies", plan.remedies, scenario),
        ("obligations", plan.obligations, scenario),
        ("statements", {s.id: s for s in plan.statements.values() if not _serves(plan, s)}, statement),
    ):
        for entry in entries.values():
            if (section, entry.id) not in named:
                yield Gap(entry.where, say("No other part of the plan names {entry}.", entry=entry.called), fix)


def _serves(plan: Plan, text: Statement) -> bool:
    """Whether a text of the whole plan is at hand in some scenario that has no such text of its own."""
    return text.kind in FOR_EVERY_SCENARIO or any(_fills(plan, scenario, text) for scenario in plan.scenarios.values())


def _fills(plan: Plan, scenario: Scenario, text: Statement) -> bool:
    own = scenario.statements.values()
    if text.kind in ASKED_OF_EACH and all(one.kind != text.kind for one in own):
        return True
    return any(
        text.kind in kinds and hears(plan, text, audience) and not speaks(plan, own, audience, phase)
        for phase, kinds in PHASES.items()
        for audience in scenario.audiences
    )


@rule(
    "PLAN-WAIVER-EXPIRED",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    source=("OWN",),
    why="An exception without an end is a deleted rule.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        waivers:
          - check: CHAN-NO-BACKUP  # <-- The exception to CHAN-NO-BACKUP ended on 31 October 2026.
            at: channels.sms
            reason: The provider offers no second line before the autumn.
            by: ana
            until: 2026-10-31
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        waivers:
          - check: CHAN-NO-BACKUP
            at: channels.sms
            reason: The provider offers no second line before the spring.
            by: ana
            until: 2027-03-31
        """,
)
def waiver_without_force(plan: Plan, today: date) -> Iterator[Gap]:
    """An exception must say why, who decided it, and until when; and it must be needed, and no wider than needed.

    `reason`, `by` and `until` must be there, and the last day must not be over. An exception that fails this lets
    nothing pass. A warning tells of one that is whole but names no check there is, lets nothing pass any more, or has
    no address and lets several findings pass. A check that the profile does not ask for says nothing about its
    exceptions.
    """
    for waiver in plan.waivers:
        missing = list(_missing(waiver))
        if missing:
            message = say("The exception to {check} does not say {what}.", check=waiver.check, what=missing)
            fix = say("Write `reason: …`, `by: …` and `until: …`, or fix the finding and remove the exception.")
            yield Gap(waiver.where, message, fix)
        elif waiver.until and waiver.until < today:
            message = say("The exception to {check} ended on {date}.", check=waiver.check, date=waiver.until)
            fix = say("Fix the finding and remove the exception, or renew it with a new reason and a new `until:`.")
            yield Gap(waiver.where, message, fix)


def _missing(waiver: Waiver) -> Iterator[Message]:
    if waiver.reason is None:
        yield say("why")
    if waiver.by is None:
        yield say("who decided it")
    if waiver.until is None:
        yield say("until when")


@rule(
    "PLAN-YAML-TRAP",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    source=("LAB",),
    why="YAML drops or refuses some texts in silence, or with words that only programmers know.",
    bad="""
        follow_up:
          after: 3 days
          ask: #LumenLove, is it solved?  # <-- `ask` is empty, because `#` turns the rest of the line into a comment.
        """,
    good="""
        follow_up:
          after: 3 days
          ask: "#LumenLove, is it solved?"
        """,
)
def yaml_trap(plan: Plan) -> Iterator[Gap]:  # noqa: ARG001 - found while the files are read
    """A text must arrive as it was typed.

    Found while the files are read: a text that `#` turns into a comment, a text with a colon and a space in it, a text
    that starts with `{`, `@`, `%` or a backtick, a quotation mark that closes too early. Until it is put right, the
    other checks wait.
    """
    yield from ()
