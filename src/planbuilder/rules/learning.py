"""LEARN: training, exercises, and what crises taught us."""

from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Duration, Plan
from planbuilder.plan.learning import ReviewAction
from planbuilder.rules._rule import rule
from planbuilder.source import Where

YEAR = Duration(months=12)


@rule(
    "LEARN-NO-TRAINING",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A7", "A8"),
    source=("GCS-STOP", "ISO22361", "WHO"),
    why="People who never learned their part in the plan improvise it.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, name: Crisis lead}
          watcher: {holder: ana, name: Monitoring}  # <-- No training is planned for Monitoring (Ana Ruiz).
        training:
          - who: [lead]
            what: Media training
            every: 12 months
            last: 2025-06-30  # <-- The training “Media training” has been overdue since 30 June 2026.
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, name: Crisis lead}
          watcher: {holder: ana, name: Monitoring}
        training:
          - who: [lead, watcher]
            what: Reading the plan
            every: 12 months
            last: 2026-10-08
        """,
)
def no_training(plan: Plan, today: date) -> Iterator[Gap]:
    """Every role is named in a training, and no training is overdue.

    A training is overdue when it was never held, or when `last` lies longer ago than `every`. A day to come tells
    nothing.
    """
    if not plan.training:
        yield Gap(
            Where(("about",)),
            say("The plan trains nobody."),
            say("Add `training: [{who: [role], what: reading the plan, every: 12 months, last: …}]`."),
        )
        return
    trained = {role for training in plan.training for role in training.who}
    for role in plan.roles.values():
        if role.id not in trained:
            yield Gap(
                role.where,
                say(
                    "No training is planned for {role} ({person}).",
                    role=role.called,
                    person=plan.called(role.holder),
                ),
                say("Add `{id}` to the `who:` of a training.", id=role.id),
            )
    for training in plan.training:
        if training.last is None:
            yield Gap(
                training.where / "last",
                say("The training “{what}” was never held.", what=training.what),
                say("Hold it, then add `last:` with its date."),
            )
        elif training.last > today:
            yield Gap(
                training.where / "last",
                say(
                    "The training “{what}” is dated {date}, which is still in the future.",
                    what=training.what,
                    date=training.last,
                ),
                say("Write the day on which it was held; one to come goes into `exercises:` as `planned:`."),
            )
        elif training.every and (due := training.every.after(training.last)) < today:
            yield Gap(
                training.where / "last",
                say("The training “{what}” has been overdue since {due}.", what=training.what, due=due),
                say("Hold it, then update `last:`."),
            )


@rule(
    "LEARN-NO-EXERCISE",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A1", "A8"),
    source=("GCS-EPF", "PCS-EX", "TRUSTVALLEY"),
    why="Rehearse at least once a year: a plan that was never tried is a guess.",
    bad="""
        exercises:  # <-- The last exercise was on 21 May 2025, and none is planned within a year.
          - {kind: tabletop, date: 2025-05-21}
        """,
    good="""
        exercises:
          - {kind: call-test, date: 2026-11-05}
          - {kind: tabletop, planned: 2027-05-20}
        """,
)
def no_exercise(plan: Plan, today: date) -> Iterator[Gap]:
    """An exercise was held in the last 12 months, and another is planned in the next 12. A call test counts."""
    done = [exercise.date for exercise in plan.exercises if exercise.date and exercise.date <= today]
    planned = [day for exercise in plan.exercises for day in (exercise.planned, exercise.date) if day and day >= today]
    recent = any(day >= YEAR.before(today) for day in done)
    soon = any(day <= YEAR.after(today) for day in planned)
    if not (recent and soon):
        yield Gap(
            Where(("exercises" if plan.exercises else "about",)),
            _no_exercise(max(done, default=None), recent=recent, soon=soon),
            say("Hold one soon, then write its `date:`; a call test counts.") if soon else _plan_one(plan),
        )


def _plan_one(plan: Plan) -> Message:
    """What to type so that an exercise is planned: a day for one that has none, else an entry more."""
    open_ = [exercise for exercise in plan.exercises if not exercise.date and not exercise.planned]
    if open_:
        kinds = (exercise.kind for exercise in open_ if exercise.kind != "call-test")
        return say(
            "Choose a day within a year, and write below `- kind: {kind}`, with two spaces more: `planned: …`.",
            kind=next(kinds, "call-test"),
        )
    if plan.exercises:
        return say("Plan one: write below `exercises:` a line `- {kind: tabletop, planned: …}`.")
    return say("Plan one: a call test counts, a tabletop is better: `exercises: [{kind: tabletop, planned: …}]`.")


def _no_exercise(last: date | None, *, recent: bool, soon: bool) -> Message:
    if recent:
        return say("No exercise is planned within a year.")
    if last is None:
        if soon:
            return say("No exercise was ever held.")
        return say("No exercise was ever held, and none is planned within a year.")
    if soon:
        return say("The last exercise was on {date}, more than a year ago.", date=last)
    return say("The last exercise was on {date}, and none is planned within a year.", date=last)


@rule(
    "LEARN-ACTION-OVERDUE",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A33", "A34", "A35"),
    source=("HSEEP", "JOTFORM"),
    why="A lesson without a name and a date is not learned.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        reviews:
          leak-2026:  # <-- The review of “Leak in March” changes nothing.
            about: Leak in March
          recall-2026:
            about: Recall in May
            actions:
              - do: Write the English text  # <-- “Write the English text” was due on 30 June 2026 (Ana Ruiz).
                by: ana
                due: 2026-06-30
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        reviews:
          recall-2026:
            about: Recall in May
            actions:
              - {do: Write the English text, by: ana, due: 2026-06-30, done: 2026-06-24}
        """,
)
def action_overdue(plan: Plan, today: date) -> Iterator[Gap]:
    """Every review leads to an action; every action has a person and a day, and is done by that day.

    An action that is done needs neither.
    """
    for review in plan.reviews.values():
        if not review.actions:
            yield Gap(
                review.where / "actions",
                say("The review of “{review}” changes nothing.", review=review.called),
                say("Add `actions: [{do: …, by: id, due: …}]`."),
            )
        for action in review.actions:
            yield from _unfinished(plan, action, today)


def _unfinished(plan: Plan, action: ReviewAction, today: date) -> Iterator[Gap]:
    if action.done is not None:
        if action.done > today:
            yield Gap(
                action.where / "done",
                say(
                    "“{action}” is marked as done on {date}, which is still in the future.",
                    action=action.do,
                    date=action.done,
                ),
                say("Write `done:` on the day it is done; until then, `due:` says when."),
            )
        return
    if action.by is None:
        message = (
            say("Nobody is in charge of “{action}”.", action=action.do)
            if action.due
            else say("“{action}” has neither a name nor a date.", action=action.do)
        )
        yield Gap(action.where, message, say("Add `by:` and `due:`."))
    elif action.due is None:
        yield Gap(action.where, say("“{action}” has no date.", action=action.do), say("Add `due:`."))
    elif action.due < today:
        yield Gap(
            action.where,
            say(
                "“{action}” was due on {due} ({person}).",
                action=action.do,
                due=action.due,
                person=plan.called(action.by),
            ),
            say("Do it and add `done:`, or write a new `due:` with the reason in `do:`."),
        )
