"""Approvals as edits: which text becomes which, and whether the approval counts afterwards."""

from collections.abc import Container, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from planbuilder.commands._refusal import Refusal
from planbuilder.language.leftovers import leftover
from planbuilder.language.wrapping import wrapping
from planbuilder.loading import Loaded, load_texts
from planbuilder.messages import Message, either, say
from planbuilder.plan import Plan, fingerprint, nearest
from planbuilder.plan.approvals import Doubt, is_legal, may_approve, may_sign, roles_asked, standing
from planbuilder.plan.refs import PersonRef
from planbuilder.plan.scenarios import Approval, Statement
from planbuilder.source.editing import CannotEdit, in_braces, put_into_list


class Approving(NamedTuple):
    """One approval to write down: of a statement of a plan, by a person, on a day, seen from `today`."""

    loaded: Loaded
    plan: Plan
    statement: Statement
    person: str
    day: date
    today: date

    @property
    def entry(self) -> dict[str, str]:
        """The approval as it is written."""
        return {
            "by": self.person,
            "date": self.day.isoformat(),
            "text": fingerprint(self.statement, self.plan.languages),
        }

    @property
    def file(self) -> str:
        """The file in which the statement stands."""
        return self.loaded.place(self.statement.where).file

    def counts_since(self) -> date | None:
        """The day on which the person approved this very text; None where there is no approval that still counts."""
        verdicts = standing(self.plan, self.statement, self.today).verdicts
        mine = [one.approval.date for one in verdicts if one.doubt is None and one.approval.by == self.person]
        return mine[-1] if mine else None


def begin(loaded: Loaded, statement: Statement, person: str, day: date, today: date) -> Approving:
    """An approval to write down. Refusal where the person is not in the plan, or may not approve the text."""
    plan = loaded.plan
    assert plan is not None
    if person not in plan.people:
        near = nearest(person, plan.people)
        raise Refusal(
            say("There is no “{person}” among the people of the plan.", person=person),
            say("Did you mean “{near}”?", near=near)
            if near
            else say("Possible are {people}.", people=list(plan.people)),
            plan.language,
        )
    name = plan.people[person].name
    if left := leftover(name) or wrapping(name):
        raise Refusal(
            say("“{id}” has no name yet: “{left}” is still to be filled in.", id=person, left=left),
            say("Write the name of the person who approved below `people.{id}`.", id=person),
            plan.language,
        )
    asked = roles_asked(plan, plan.levels_of(statement))
    may = may_approve(plan, person) or is_legal(plan, person)
    if asked and not may and not any(may_sign(plan, person, group) for group in asked):
        raise Refusal(
            say(
                "{person} may not approve “{statement}”: no role of {person} is asked for.",
                person=plan.people[person].called,
                statement=statement.id,
            ),
            say("Those who may: {people}.", people=_approvers(plan, [name for group in asked for name in group])),
            plan.language,
        )
    return Approving(loaded, plan, statement, person, day, today)


def written(approving: Approving, text: str) -> str:
    """The text of the file with the approval. Refusal where it would not count, or cannot be written in."""
    loaded, statement = approving.loaded, approving.statement
    try:
        changed = put_into_list(text, [str(key) for key in statement.where], "approved", approving.entry, "by")
    except CannotEdit:
        raise Refusal(
            say(
                "The approval of “{statement}” cannot be written into the file without changing it.",
                statement=statement.id,
            ),
            say("Write it yourself below `approved:`: {entry}", entry=f"- {in_braces(approving.entry)}"),
            approving.plan.language,
        ) from None
    texts = {file: source.text for file, source in loaded.sources.items()}
    after = load_texts({**texts, approving.file: changed}, loaded.name)
    doubt = _doubt(after, approving)
    if doubt is not None:
        raise Refusal(*doubt, approving.plan.language)
    return changed


def still_missing(approving: Approving) -> Iterator[Message]:
    """Who else must approve the text, as the plan stands: a sentence for each approval that is missing."""
    statement = approving.statement
    given = Approval.made(
        statement.where / "approved",
        by=PersonRef(approving.person),
        date=approving.day,
        text=fingerprint(statement, approving.plan.languages),
    )
    after = statement.copy_with(approved=(*statement.approved, given))
    found = standing(approving.plan, after, approving.today)
    for group in found.missing:
        yield say(
            "“{statement}” still waits for {people}.",
            statement=statement.id,
            people=either(_approvers(approving.plan, group, but=found.approvers)),
        )


def _doubt(after: Loaded, approving: Approving) -> tuple[Message, Message] | None:
    """Why the approval would not count in the changed plan, and what to do; None where it counts."""
    statement = after.plan.statement(approving.statement.id) if after.plan else None
    verdicts = standing(after.plan, statement, approving.today).verdicts if after.plan and statement else ()
    mine = [verdict for verdict in verdicts if verdict.approval.by == approving.person]
    if mine and mine[-1].doubt in {None, Doubt.NO_ROLE}:  # more approvers than asked do no harm
        return None
    person = approving.plan.people[approving.person]
    match mine[-1].doubt if mine else None:
        case Doubt.LEFT:
            return (
                say("{person} has left the organisation; this approval would not count.", person=person.called),
                say("Name the person who approved, or remove `left_on` from `people.{id}`.", id=person.id),
            )
        case Doubt.FUTURE:
            return (
                say("{date} is still in the future; this approval would not count.", date=approving.day),
                say("Give the day of the approval: `--on {today}`.", today=approving.today.isoformat()),
            )
        case Doubt.OLD:
            period = approving.plan.about.review_period
            return (
                say(
                    "{date} is more than {period} ago; this approval would not count.",
                    date=approving.day,
                    period=period,
                ),
                say("Have the text approved again, and give that day after `--on`."),
            )
        case _:
            return (
                say("The plan would not be the same with this approval, so that it was not written."),
                say("Write it yourself below `approved:`: {entry}", entry=f"- {in_braces(approving.entry)}"),
            )


def _approvers(plan: Plan, roles: Iterable[str], but: Container[str] = ()) -> list[Message]:
    """The people who hold the roles, or stand in, each with the role; without those who count already."""
    return [
        say("{people} ({role})", people=" / ".join(_called(plan, person) for person in people), role=role.called)
        for name in dict.fromkeys(roles)
        if (role := plan.roles.get(name)) and (people := [person for person in role.members if person not in but])
    ]


def _called(plan: Plan, person: str) -> str:
    found = plan.people.get(person)
    return found.called if found else person
