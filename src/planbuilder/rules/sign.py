"""SIGN: who approves a text, and whether the approvals still hold."""

from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.admissions import admission
from planbuilder.messages import Message, say
from planbuilder.plan import Plan, fingerprint
from planbuilder.plan.approvals import (
    Doubt,
    Verdict,
    ask_approval,
    different,
    entry_of,
    is_here,
    may_approve,
    standing,
    why_not,
)
from planbuilder.plan.people import Role
from planbuilder.plan.scenarios import Statement
from planbuilder.rules._rule import rule
from planbuilder.rules.scenario_texts import no_holding_statement
from planbuilder.source import Where

MOST_RELEASES = 1
MOST_APPROVALS = 3


@rule(
    "SIGN-MISSING",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A15", "B5"),
    source=("VOTE F-3", "GCS-STOP"),
    why="Clearance rules are in every framework.",
    bad="""
        levels:
          crisis:  # <-- At Crisis, the plan does not say who approves a new text.
            name: Crisis
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        levels:
          crisis:
            name: Crisis
            sign_off: {new_text: [lead]}
        """,
)
def nobody_signs(plan: Plan) -> Iterator[Gap]:
    """Each level must say who approves a new text: at least one role in `sign_off.new_text`.

    `approved_text` may be empty: then a text that was approved in advance goes out without asking again.
    """
    for level in plan.levels.values():
        if level.sign_off is None or not level.sign_off.new_text:
            where = level.where / "sign_off"
            yield Gap(
                where if level.sign_off is None else where / "new_text",
                say("At {level}, the plan does not say who approves a new text.", level=level.called),
                say("Add `sign_off: {new_text: [roles]}`."),
            )


@rule(
    "SIGN-TOO-MANY",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("B6", "B7"),
    source=("VOTE F-3", "LAB"),
    why="Need to know, not want to know. By night the chance to have an answer in time is about 99 % with one role, and"
    " about 55 % with three (assumed answer rates).",
    bad="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead: {holder: ana}
          chief: {holder: leo}
        levels:
          crisis:
            name: Crisis
            sign_off:
              approved_text: [lead, chief]  # <-- At Crisis, a text that is already approved needs 2 go-aheads; by night they take too long to collect.
              new_text: [lead, chief]
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead: {holder: ana}
          chief: {holder: leo}
        levels:
          crisis:
            name: Crisis
            sign_off:
              approved_text: [[lead, chief]]
              new_text: [lead, chief]
        """,
)
def too_many_approvals(plan: Plan) -> Iterator[Gap]:
    """Few people must agree before a text goes out.

    A text that was approved in advance may need one go-ahead, a new text three approvals. Roles of which any one will
    do (a list inside the list) count once, and so does what is listed twice.
    """
    for level in plan.levels.values():
        if level.sign_off is None:
            continue
        releases = len(different(level.sign_off.approved_text or ()))
        approvals = len(different(level.sign_off.new_text or ()))
        where = level.sign_off.where
        if releases > MOST_RELEASES:
            message = say(
                "At {level}, a text that is already approved needs {count} go-aheads; by night they take too long to"
                " collect.",
                level=level.called,
                count=releases,
            )
            fix = say("Keep one; where any of several may give it, write them in a list of their own: `[[a, b]]`.")
            yield Gap(where / "approved_text", message, fix)
        if approvals > MOST_APPROVALS:
            message = say(
                "At {level}, a new text needs {count} approvals; by night they take too long to collect.",
                level=level.called,
                count=approvals,
            )
            fix = say("Keep three; where any of several will do, write them in a list of their own: `[a, [b, c]]`.")
            yield Gap(where / "new_text", message, fix)


@rule(
    "SIGN-STALE",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    serves=("A15",),
    source=("OWN",),
    why="Approved means this text, not an earlier one.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        levels:
          crisis: {sign_off: {new_text: [lead]}}
        scenarios:
          leak:
            level: crisis
            statements:
              leak-first:
                kind: holding
                text: We have found a leak and are looking into it.
                approved:  # <-- The text, the channels or the kind of “leak-first” changed after Ana Ruiz approved it on 2 November 2026.
                  - {by: ana, date: 2026-11-02, text: 0f3ae1b29c47}
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        levels:
          crisis: {sign_off: {new_text: [lead]}}
        scenarios:
          leak:
            level: crisis
            statements:
              leak-first:
                kind: holding
                text: We have found a leak and are looking into it.
                approved:
                  - {by: ana, date: 2026-11-02, text: 49397fccdb5e}
        """,
)
def stale_approval(plan: Plan, today: date) -> Iterator[Gap]:
    """A text that was approved must still be approved as it stands.

    An approval counts while its fingerprint is that of the text, its translations, its channels and its kind, while
    the approver is in the plan, has not left and holds or deputises a role that the level asks for, and until
    `about.review_every` has passed. Those that count must cover all roles of `new_text`, each person one of them. A
    text that nobody has approved yet, or that still waits for some, is not found here: it is new, not stale. Nor is
    one whose scenario is thereby without a holding statement: that is SCEN-NO-HOLDING's matter, unless the plan
    switches it off.
    """
    told: set[Where] | None = None
    for statement in plan.all_statements():
        found = standing(plan, statement, today)
        doubted = [verdict for verdict in found.verdicts if _is_doubted(plan, verdict)]
        if found.approved or found.unsettled or not doubted:
            continue
        if told is None:  # in most plans every approval still counts
            told = _told_of_holding(plan, today)
        if statement.where / "approved" not in told:
            why = why_not(plan, statement, doubted[0])
            assert why is not None
            yield Gap(statement.where / "approved", why, ask_approval(plan, statement, found, today))


def _is_doubted(plan: Plan, verdict: Verdict) -> bool:
    """Whether an approval counts no more; somebody else who may approve does no harm, and may have been the first."""
    if verdict.doubt is Doubt.NO_ROLE:
        return not may_approve(plan, verdict.approval.by)
    return verdict.doubt is not None


def _told_of_holding(plan: Plan, today: date) -> set[Where]:
    """The addresses of which SCEN-NO-HOLDING speaks: one problem is one finding."""
    setting = plan.about.checks.get(no_holding_statement.id)
    if setting and setting.severity == "off":
        return set()
    return {gap.where for gap in no_holding_statement.check(plan, today)}


@rule(
    "SIGN-LIABILITY",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A17", "A18", "B12"),
    source=("OWN",),
    why="In France an insurer may refuse to be bound by an admission (Code des assurances L124-2). An apology is still"
    " recommended.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, kind: communications}
        statements:
          lamp-recall:
            kind: apology
            text: We are sorry. It is our fault, and we will refund every lamp.  # <-- “lamp-recall” says “It is our fault” without the approval of legal.
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, kind: communications}
        statements:
          lamp-recall:
            kind: apology
            text: We are sorry. We know what this means for you, and we are looking into every lamp.
        """,
)
def admission_without_legal(plan: Plan, today: date) -> Iterator[Gap]:
    """A text that admits a fault or promises money must be approved by somebody of legal.

    Looked for, in English and French: fault, mistake or responsibility taken in the first person, and refunds,
    payments or compensation promised. An apology alone is no admission. One approver must hold, or stand in for, a
    role of `kind: legal`; whether the approval still counts is SIGN-STALE's matter.
    """
    lawyers = [role for role in plan.roles.values() if role.kind == "legal"]
    for statement in plan.all_statements():
        approvers = {approval.by for approval in statement.approved}
        if any(by not in plan.people for by in approvers) or any(approvers & set(role.members) for role in lawyers):
            continue
        for key, text in (("text", statement.text), ("short", statement.short)):
            words = admission(text) if text else None
            if words:
                message = say("“{id}” says “{words}” without the approval of legal.", id=statement.called, words=words)
                yield Gap(statement.where / key, message, _ask_legal(plan, statement, lawyers, today))
                break


def _ask_legal(plan: Plan, statement: Statement, lawyers: list[Role], today: date) -> Message:
    """Who of legal approves the text, and how it is written down."""
    if not lawyers:
        return say("Give a role `kind: legal`, and have its holder approve the text.")
    members = [str(member) for role in lawyers for member in role.members]
    person = next((member for member in members if is_here(plan, member, today)), members[0])
    return say(
        "Once the text is final, and only after the go-ahead of {name}: run `planbuilder approve {id} --by {person}`,"
        " or add `{entry}` to the list `approved:` of the text.",
        name=plan.called(person),
        id=statement.id,
        person=person,
        entry=entry_of(person, today, fingerprint(statement, plan.languages)),
    )
