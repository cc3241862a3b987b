"""Whether the approvals of a statement count, and why one does not."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from planbuilder.messages import Message, say
from planbuilder.plan.alert import AnyOf
from planbuilder.plan.fingerprint import fingerprint
from planbuilder.plan.scenarios import Approval, Statement
from planbuilder.plan.whole import Plan
from planbuilder.source import LinesOf


class Doubt(StrEnum):
    """Why an approval does not count."""

    CHANGED = "changed"
    UNKNOWN = "unknown"
    LEFT = "left"
    FUTURE = "future"
    OLD = "old"
    NO_ROLE = "no-role"


class Verdict(NamedTuple):
    """One approval; it counts where there is no doubt."""

    approval: Approval
    doubt: Doubt | None


class Standing(NamedTuple):
    """How a statement stands: each of its approvals, and the roles asked for that nobody is left to count for."""

    fingerprint: str
    verdicts: tuple[Verdict, ...]
    missing: tuple[AnyOf, ...]
    unsettled: bool
    """Whether an approver, or who holds a role that must approve, is not in the plan: PLAN-DEAD-REF speaks first."""

    @property
    def approvers(self) -> set[str]:
        """Those whose approval counts."""
        return {str(verdict.approval.by) for verdict in self.verdicts if verdict.doubt is None}

    @property
    def approved(self) -> bool:
        """Whether somebody approved this very text, and everybody who must."""
        return bool(self.approvers) and not self.missing


def standing(plan: Plan, statement: Statement, today: date, levels: Iterable[str] | None = None) -> Standing:
    """How a statement stands on a day, for the levels it is for, or for those given.

    An approval counts while the text is the one approved, the approver is in the plan, has not left and holds or
    deputises one of the roles asked for, and it is not older than `about.review_every`. Where nothing is asked, any
    person of the plan counts. Of what a level asks, a person counts for one; for a second one too where nobody else
    is left who could: of such a list SIGN-THREE-EYES speaks.
    """
    return _standing(plan, statement, today, tuple(plan.levels_of(statement) if levels is None else levels))


@lru_cache(maxsize=256)  # five checks ask it of the same texts
def _standing(plan: Plan, statement: Statement, today: date, levels: tuple[str, ...]) -> Standing:
    current = fingerprint(statement, plan.languages)
    asked = roles_asked(plan, levels)
    verdicts = tuple(Verdict(a, _doubt(plan, a, current, asked, today)) for a in statement.approved)
    approvers = {str(verdict.approval.by) for verdict in verdicts if verdict.doubt is None}
    lists = dict.fromkeys(roles_asked(plan, (level,)) for level in levels)
    missing = tuple(dict.fromkeys(group for groups in lists for group in _missing(plan, groups, approvers, today)))
    members = {member for group in asked for role in group for member in plan.roles[role].members}
    unsettled = bool(members - plan.people.keys()) or any(one.doubt is Doubt.UNKNOWN for one in verdicts)
    return Standing(current, verdicts, missing, unsettled)


def _missing(plan: Plan, groups: Sequence[AnyOf], approvers: set[str], today: date) -> Iterator[AnyOf]:
    """The groups of a level for which somebody must still approve."""
    able = [[person for person in members_of(plan, group) if is_here(plan, person, today)] for group in groups]
    for group, people, person in zip(groups, able, one_each(able, approvers), strict=True):
        if person not in approvers and (person or approvers.isdisjoint(people)):
            yield group


def one_each(wanted: Sequence[Sequence[str]], first: Container[str] = ()) -> list[str | None]:
    """One of each of several lists of people, nobody twice; None where nobody is left.

    As many are chosen as can be, and as many as can be of those who go first.
    """
    chosen: dict[str, int] = {}
    for people in ([[person for person in some if person in first] for some in wanted], wanted):
        for number in set(range(len(wanted))) - {*chosen.values()}:
            _choose(people, number, chosen)
    by_number = {number: person for person, number in chosen.items()}
    return [by_number.get(number) for number in range(len(wanted))]


def _choose(wanted: Sequence[Sequence[str]], number: int, chosen: dict[str, int]) -> None:
    """Choose somebody for a list, if need be one chosen for another list for which somebody else is left."""
    asked: dict[str, int] = {}
    lists = [number]
    for at in lists:  # no recursion: a hostile plan has lists without end
        for person in sorted(wanted[at], key=chosen.__contains__):  # those who are free go before
            if person in asked:
                continue
            asked[person] = at
            if person in chosen:
                lists.append(chosen[person])
                continue
            free: str | None = person
            while free is not None:
                before = next((one for one, its in chosen.items() if its == asked[free]), None)
                chosen[free] = asked[free]
                free = before
            return


def roles_asked(plan: Plan, levels: Iterable[str]) -> tuple[AnyOf, ...]:
    """The roles whose approval a new text needs at all of these levels; any one role of each group will do.

    A role that does not exist asks for nobody: PLAN-DEAD-REF speaks of it.
    """
    asked: list[AnyOf] = []
    for name in levels:
        level = plan.levels.get(name)
        groups = (level.sign_off.new_text or ()) if level and level.sign_off else ()
        asked += (group for group in groups if all(role in plan.roles for role in group))
    return different(asked)


def different(groups: Iterable[AnyOf]) -> tuple[AnyOf, ...]:
    """Each group of roles once, in whatever order its roles are listed."""
    once: dict[frozenset[str], AnyOf] = {}
    for group in groups:
        once.setdefault(frozenset(group), group)
    return tuple(once.values())


def members_of(plan: Plan, group: AnyOf) -> list[str]:
    """Who holds, or stands in for, one of the roles; the holder of the first is the first."""
    return list(dict.fromkeys(str(member) for name in group for member in plan.roles[name].members))


def may_sign(plan: Plan, person: str, group: AnyOf) -> bool:
    """Whether a person holds, or stands in for, one of the roles."""
    return any(person in role.members for name in group if (role := plan.roles.get(name)))


def may_approve(plan: Plan, person: str) -> bool:
    """Whether a person holds, or stands in for, a role that can approve, whatever a level asks for."""
    return any("approve" in role.can and person in role.members for role in plan.roles.values())


_WHY = {
    Doubt.CHANGED: say("The text, the channels or the kind of “{id}” changed after {person} approved it on {date}."),
    Doubt.UNKNOWN: say("{person} approved “{id}”, but is not in the plan."),
    Doubt.LEFT: say("{person} approved “{id}”, but left on {left}."),
    Doubt.FUTURE: say("{person} approved “{id}” on {date}, which is still in the future."),
    Doubt.OLD: say("{person} approved “{id}” on {date}, more than {period} ago."),
    Doubt.NO_ROLE: say("{person} approved “{id}”, but has none of the roles that must."),
}


def why_not(plan: Plan, statement: Statement, verdict: Verdict) -> Message | None:
    """The sentence that says why an approval does not count; None where it does."""
    if verdict.doubt is None:
        return None
    person = plan.people.get(verdict.approval.by)
    values = {
        "id": statement.called,
        "person": person.called if person else str(verdict.approval.by),
        "date": verdict.approval.date,
        "left": person.left_on if person else None,
        "period": plan.about.review_period,
    }
    return Message(_WHY[verdict.doubt].text, values)


def ask_approval(plan: Plan, statement: Statement, found: Standing, today: date) -> Message:
    """The commands, and the same entries ready to paste: those that count, and one for each approval that is missing.

    Where any one of several may approve, those who approved it before are named first, then those who give its facts.
    """
    signers = _signers(plan, statement, found, today)
    if not signers:
        return say("Have it approved, then run `planbuilder approve {id} --by PERSON`.", id=statement.id)
    kept = [(str(v.approval.by), v.approval.date) for v in found.verdicts if _is_kept(plan, v)]
    entries = ", ".join(
        entry_of(by, day, found.fingerprint) for by, day in (*kept, *((signer, today) for signer in signers))
    )
    known: dict[str, object] = {
        "people": [plan.called(signer) for signer in signers],
        "commands": [f"`planbuilder approve {statement.id} --by {signer}`" for signer in signers],
        "entries": entries,
    }
    if statement.approved:
        return say(
            "Once the text is final, have it read by {people}. Only after the go-ahead, run {commands}, or put"
            " `approved: [{entries}]` in place of `approved:` and its entries ({lines}).",
            lines=LinesOf(statement.where / "approved"),
            **known,
        )
    return say(
        "Once the text is final, have it read by {people}. Only after the go-ahead, run {commands}, or write above"
        " `text:`, with the same spaces in front: `approved: [{entries}]`.",
        **known,
    )


def entry_of(by: str, day: date, text: str) -> str:
    """An approval as it is written; `text` is the fingerprint."""
    return f"{{by: {by}, date: {day.isoformat()}, text: {text}}}"


def _signers(plan: Plan, statement: Statement, found: Standing, today: date) -> list[str]:
    """Who would give the approvals that are missing; a lawyer whose approval no longer counts gives it anew."""
    asked = [_candidates(plan, statement, group) for group in found.missing]
    before = [str(approval.by) for approval in statement.approved]
    if not asked:
        everybody = [*before, *plan.people]
        asked = [sorted(everybody, key=lambda person: not may_approve(plan, person))]
    free = [[p for p in members if is_here(plan, p, today) and p not in found.approvers] for members in asked]
    chosen = zip(one_each(free), asked, strict=True)
    signers = [one or _signer(plan, members, today) for one, members in chosen if members]
    if not any(is_legal(plan, by) for by in (*signers, *(v.approval.by for v in found.verdicts if _is_kept(plan, v)))):
        lost = (str(v.approval.by) for v in found.verdicts if v.doubt in {Doubt.CHANGED, Doubt.OLD})
        signers += [by for by in lost if is_legal(plan, by) and is_here(plan, by, today)][:1]
    return list(dict.fromkeys(signers))


def _is_kept(plan: Plan, verdict: Verdict) -> bool:
    """Whether an approval holds for the text as it stands, also where nobody asked for it."""
    by = verdict.approval.by
    return verdict.doubt is None or (verdict.doubt is Doubt.NO_ROLE and (may_approve(plan, by) or is_legal(plan, by)))


def is_legal(plan: Plan, person: str) -> bool:
    """Whether a person holds, or stands in for, a role of legal: what a text says may ask for it."""
    return any(role.kind == "legal" and person in role.members for role in plan.roles.values())


def is_here(plan: Plan, person: str, today: date) -> bool:
    """Whether a person is in the plan and has not left."""
    return person in plan.people and not plan.people[person].has_left(today)


def _candidates(plan: Plan, statement: Statement, group: AnyOf) -> list[str]:
    """Who may sign for a group of roles, the likeliest first."""
    before = {approval.by for approval in statement.approved}
    scenario = plan.scenarios.get(statement.scenario or "")
    facts = statement.fact_from or (scenario.facts_from if scenario else None)
    roles = sorted(group, key=lambda role: role != facts)
    members = [str(member) for role in roles for member in plan.roles[role].members]
    return sorted(members, key=lambda member: member not in before)


def _signer(plan: Plan, members: Sequence[str], today: date) -> str:
    """Who would sign: the first of these who has not left."""
    return next((str(m) for m in members if is_here(plan, m, today)), str(members[0]))


def _doubt(plan: Plan, approval: Approval, current: str, asked: tuple[AnyOf, ...], today: date) -> Doubt | None:
    """The first reason for which an approval does not count."""
    person = plan.people.get(approval.by)
    if person is None:
        return Doubt.UNKNOWN
    reasons = (
        (Doubt.CHANGED, approval.text != current),
        (Doubt.LEFT, person.has_left(today)),
        (Doubt.FUTURE, approval.date > today),
        (Doubt.OLD, plan.about.review_period.after(approval.date) < today),
        (Doubt.NO_ROLE, bool(asked) and not any(may_sign(plan, approval.by, group) for group in asked)),
    )
    return next((doubt for doubt, holds in reasons if holds), None)
