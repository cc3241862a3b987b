"""What has a date: reviews, checks of contacts, tests, training, exercises, approvals, actions, exceptions."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planbuilder.messages import Message, say
from planbuilder.plan import Plan
from planbuilder.plan.approvals import Doubt, standing
from planbuilder.rules.accounts import TESTED_WITHIN
from planbuilder.rules.contacts import NUMBERS_LAST, NUMBERS_ON_CALL_LAST, on_call
from planbuilder.rules.lessons import REVIEW_WITHIN
from planbuilder.rules.oncall import TESTED
from planbuilder.rules.plan_copies import OFFLINE_COPY_LASTS
from planbuilder.rules.watching import MEASURED_WITHIN
from planbuilder.source import Where


class Due(NamedTuple):
    """Something to do by a day (included). `owner` is the id of a person; empty where the plan names nobody."""

    day: date
    kind: str
    what: Message
    owner: str
    where: Where


def due(plan: Plan, today: date, until: date) -> list[Due]:
    """Everything that is past, or comes until a day, in the order of the days.

    What was never done has no date, and is a finding of `planbuilder check` instead.
    """
    found = [one for one in _everything(plan, today) if one.day <= until]
    return sorted(found, key=lambda one: (one.day, str(one.where)))


def _everything(plan: Plan, today: date) -> Iterator[Due]:
    yield from _of_the_plan(plan)
    yield from _of_contacts(plan, today)
    yield from _of_tests(plan)
    yield from _of_practice(plan)
    yield from _of_reviews(plan)
    yield from _of_approvals(plan, today)
    for waiver in plan.waivers:
        if waiver.until:
            message = say("The exception to {check} ends", check=waiver.check)
            yield Due(waiver.until, "waiver", message, waiver.by or "", waiver.where)


def _of_the_plan(plan: Plan) -> Iterator[Due]:
    about = plan.about
    if about.reviewed:
        where = Where(("about", "reviewed"))
        yield Due(
            about.review_period.after(about.reviewed), "review", say("Review the whole plan"), about.owner or "", where
        )
    copy = about.offline_copy
    if copy and copy.updated:
        where = Where(("about", "offline_copy", "updated"))
        owner = copy.by or about.owner or ""
        yield Due(OFFLINE_COPY_LASTS.after(copy.updated), "offline-copy", say("Renew the offline copy"), owner, where)


def _of_contacts(plan: Plan, today: date) -> Iterator[Due]:
    often = on_call(plan)
    for person in plan.people.values():
        if person.checked and not person.has_left(today):
            day = (NUMBERS_ON_CALL_LAST if person.id in often else NUMBERS_LAST).after(person.checked)
            message = say("Check the numbers of {person}", person=person.called)
            yield Due(day, "contact-check", message, person.id, person.where / "checked")


def _of_tests(plan: Plan) -> Iterator[Due]:
    for line in plan.on_call.values():
        if line.last_test and line.last_test.date:
            day = TESTED.after(line.last_test.date)
            message = say("Ring the on-call line {line} for a test", line=line.called)
            yield Due(day, "call-test", message, _holder(plan, line.role), line.where / "last_test")
    for channel in plan.channels.values():
        if channel.access and channel.access.tested:
            day = TESTED_WITHIN.after(channel.access.tested)
            message = say("Test the access to {channel}", channel=channel.called)
            owner = channel.admins[0] if channel.admins else plan.about.owner or ""
            yield Due(day, "access-test", message, owner, channel.where / "access" / "tested")
    if plan.monitoring and plan.monitoring.measured:
        day = MEASURED_WITHIN.after(plan.monitoring.measured)
        where = plan.monitoring.where / "normal"
        yield Due(day, "baseline", say("Measure what a normal day looks like"), plan.about.owner or "", where)


def _of_practice(plan: Plan) -> Iterator[Due]:
    for training in plan.training:
        if training.last and training.every:
            message = say("Hold the training “{what}”", what=training.what)
            owner = plan.about.owner or ""
            yield Due(training.every.after(training.last), "training", message, owner, training.where)
    for exercise in plan.exercises:
        if exercise.planned and not exercise.date:
            scenario = plan.scenarios.get(exercise.scenario or "")
            message = (
                say("Hold the exercise “{scenario}”", scenario=scenario.called)
                if scenario
                else say("Hold the exercise")
            )
            yield Due(exercise.planned, "exercise", message, plan.about.owner or "", exercise.where)


def _of_reviews(plan: Plan) -> Iterator[Due]:
    within = plan.about.review_within or REVIEW_WITHIN
    for review in plan.reviews.values():
        if review.closed and not review.held:
            message = say("Hold the review of “{review}”", review=review.called)
            yield Due(within.after(review.closed), "lessons", message, plan.about.owner or "", review.where)
        for action in review.actions:
            if action.due and not action.done:
                yield Due(action.due, "action", Message("{do}", {"do": action.do}), action.by or "", action.where)


def _of_approvals(plan: Plan, today: date) -> Iterator[Due]:
    """Approvals that count as long as nobody changes the text, or did until they grew old."""
    for statement in plan.all_statements():
        for verdict in standing(plan, statement, today).verdicts:
            if verdict.doubt in {None, Doubt.OLD}:
                approval = verdict.approval
                day = plan.about.review_period.after(approval.date)
                message = say("Approve “{statement}” again", statement=statement.called)
                yield Due(day, "approval", message, approval.by, approval.where)


def _holder(plan: Plan, role: str) -> str:
    known = plan.roles.get(role)
    return known.holder if known else ""
