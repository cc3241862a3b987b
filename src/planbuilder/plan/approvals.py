"""Whether the approvals of a statement count, and why one does not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planbuilder.messages import Message, say
from planbuilder.plan.alert import AnyOf
from planbuilder.plan.fingerprint import fingerprint
from planbuilder.plan.scenarios import Approval, Statement
from planbuilder.plan.whole import Plan


class Doubt(StrEnum):
    """Why an approval does not count."""

    CHANGED = "changed"
    UNKNOWN = "unknown"
    LEFT = "left"
    FUTURE = "future"
    OLD = "old"
    NO_ROLE = "no-role"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One approval; it counts where there is no doubt. `why` says the doubt in a sentence."""

    approval: Approval
    doubt: Doubt | None = None
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a statement stands: each of its approvals, and the roles asked for that none of those that count covers."""

    fingerprint: str
    verdicts: tuple[Verdict, ...]
    missing: tuple[AnyOf, ...]

    @property
    def approved(self) -> bool:
        """Whether somebody approved this very text, and everybody who must."""
        return any(verdict.doubt is None for verdict in self.verdicts) and not self.missing

    @property
    def unsettled(self) -> bool:
        """Whether it names an approver whom the plan does not know: PLAN-DEAD-REF speaks, other checks wait."""
        return any(verdict.doubt is Doubt.UNKNOWN for verdict in self.verdicts)


def standing(plan: Plan, statement: Statement, today: date, levels: Iterable[str] | None = None) -> Standing:
    """How a statement stands on a day, for the levels it is for, or for those given.

    An approval counts while the text is the one approved, the approver is in the plan, has not left and holds or
    deputises one of the roles asked for, and it is not older than `about.review_every`. Where nothing is asked, any
    person of the plan counts.
    """
    current = fingerprint(statement, plan.languages)
    asked = roles_asked(plan, plan.levels_of(statement) if levels is None else levels)
    verdicts = tuple(_judged(plan, approval, current, asked, today) for approval in statement.approved)
    approvers = {verdict.approval.by for verdict in verdicts if verdict.doubt is None}
    missing = tuple(group for group in asked if not any(may_sign(plan, person, group) for person in approvers))
    return Standing(current, verdicts, missing)


def roles_asked(plan: Plan, levels: Iterable[str]) -> tuple[AnyOf, ...]:
    """The roles whose approval a new text needs at all of these levels; any one role of each group will do.

    A role that does not exist asks for nobody: PLAN-DEAD-REF speaks of it.
    """
    asked: dict[AnyOf, None] = {}
    for name in levels:
        level = plan.levels.get(name)
        for group in (level.sign_off.new_text or ()) if level and level.sign_off else ():
            if all(role in plan.roles for role in group):
                asked[group] = None
    return tuple(asked)


def may_sign(plan: Plan, person: str, group: AnyOf) -> bool:
    """Whether a person holds, or stands in for, one of the roles."""
    return any(person in role.members for name in group if (role := plan.roles.get(name)))


def _judged(plan: Plan, approval: Approval, current: str, asked: tuple[AnyOf, ...], today: date) -> Verdict:
    doubt, why = next(_doubts(plan, approval, current, asked, today), (None, None))
    return Verdict(approval, doubt, why)


def _doubts(
    plan: Plan, approval: Approval, current: str, asked: tuple[AnyOf, ...], today: date
) -> Iterator[tuple[Doubt, Message]]:
    person = plan.people.get(approval.by)
    if person is None:
        yield Doubt.UNKNOWN, say("{person} approved it, but is not in the plan.", person=str(approval.by))
        return
    who, day, period = person.called, approval.date, plan.about.review_period
    if approval.text != current:
        yield (
            Doubt.CHANGED,
            say(
                "The text, its channels or its kind changed after {person} approved it on {date}.", person=who, date=day
            ),
        )
    if person.has_left(today):
        yield Doubt.LEFT, say("{person} approved it, but left on {date}.", person=who, date=person.left_on)
    if day > today:
        yield Doubt.FUTURE, say("{person}'s approval is dated {date}, a day to come.", person=who, date=day)
    if period.after(day) < today:
        yield (
            Doubt.OLD,
            say("{person} approved it on {date}, more than {period} ago.", person=who, date=day, period=period),
        )
    if asked and not any(may_sign(plan, approval.by, group) for group in asked):
        yield Doubt.NO_ROLE, say("{person} approved it, but has none of the roles that must.", person=who)
