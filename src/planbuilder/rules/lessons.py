"""LEARN: whether what happened, in earnest or for practice, changes the plan."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.keywords import plain
from planbuilder.messages import Message, say
from planbuilder.plan import Duration, Plan
from planbuilder.plan.learning import Exercise, Review
from planbuilder.rules._rule import rule

REVIEW_WITHIN = Duration(days=30)


def held_exercises(plan: Plan, today: date) -> list[Exercise]:
    """The exercises that were held by a day."""
    return [exercise for exercise in plan.exercises if exercise.date and exercise.date <= today]


@rule(
    "LEARN-NEVER-EXERCISED",
    severity=Severity.INFO,
    profile=Profile.STANDARD,
    serves=("A8",),
    source=("OWN",),
    why="Rotate scenarios and people: what was never tried fails first.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead: {holder: ana, can: [activate]}
          spokesperson:
            name: Spokesperson
            holder: leo  # <-- Léo Marchand (Spokesperson) took part in no exercise.
            can: [speak]
        scenarios:
          leak: {name: Data leak}  # <-- “Data leak” was never exercised.
          recall: {name: Recall}
        exercises:
          - {kind: tabletop, scenario: recall, date: 2026-05-21, took_part: [ana]}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, can: [activate]}
        scenarios:
          recall: {name: Recall}
        exercises:
          - {kind: tabletop, scenario: recall, date: 2026-05-21, took_part: [ana]}
        """,
)
def never_exercised(plan: Plan, today: date) -> Iterator[Gap]:
    """Every scenario was exercised once, and every holder of an essential role took part in an exercise.

    Only exercises that were held count, and for a scenario one that is planned, until its day is over. Where none ever
    was held, LEARN-NO-EXERCISE has said so.
    """
    held = held_exercises(plan, today)
    if not held:
        return
    played = {exercise.scenario for exercise in held}
    played |= {one.scenario for one in plan.exercises if one.date is None and one.planned and one.planned >= today}
    for scenario in plan.scenarios.values():
        if scenario.id not in played:
            yield Gap(
                scenario.where,
                say("“{scenario}” was never exercised.", scenario=scenario.called),
                say("Make it the next exercise: `{kind: tabletop, scenario: {id}, planned: …}`.", id=scenario.id),
            )
    took_part = {person for exercise in held for person in exercise.took_part}
    named: set[str] = set()
    for role in plan.roles.values():
        if role.essential and role.holder in plan.people and role.holder not in took_part | named:
            named.add(role.holder)
            yield Gap(
                role.where / "holder",
                say("{person} ({role}) took part in no exercise.", person=plan.called(role.holder), role=role.called),
                say("Invite them to the next one, then add their id to `took_part:`."),
            )


@rule(
    "LEARN-NO-REVIEW",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A32", "A33"),
    source=("ISO22361", "BEEFED-AAR"),
    why="What is not written down within days is forgotten.",
    bad="""
        scenarios:
          leak: {name: Data leak}
        exercises:
          - {kind: tabletop, scenario: leak, date: 2026-05-21}  # <-- The exercise of 21 May 2026 has no review.
        reviews:
          recall-2026:  # <-- “Recall in March” ended on 27 March 2026 and has no review.
            about: Recall in March
            closed: 2026-03-27
        """,
    good="""
        scenarios:
          leak: {name: Data leak}
        exercises:
          - {kind: tabletop, scenario: leak, date: 2026-05-21}
        reviews:
          leak-exercise: {about: Exercise in May, scenario: leak, held: 2026-05-28}
          recall-2026: {about: Recall in March, closed: 2026-03-27, held: 2026-04-08}
        """,
)
def no_review(plan: Plan, today: date) -> Iterator[Gap]:
    """A crisis that is closed and an exercise that was held have a review within `review_within` (default 30 days).

    The review of an exercise is one of the same scenario held on that day or later; of an exercise without a scenario,
    any. A call test needs none. Before the time is over nothing is said; a review held late counts, because it can no
    longer be held in time.
    """
    within = plan.about.review_within or REVIEW_WITHIN
    for review in plan.reviews.values():
        if review.closed and review.held is None and within.after(review.closed) < today:
            yield Gap(
                review.where / "held",
                say("“{event}” ended on {date} and has no review.", event=review.called, date=review.closed),
                say("Hold it: what worked, what failed, what changes; then add `held:`."),
            )
    for exercise in held_exercises(plan, today):
        day = exercise.date
        if day is None or exercise.kind == "call-test" or within.after(day) >= today:
            continue
        reviews = plan.reviews.values()
        if not any(_is_review_of(review, exercise.scenario, day) for review in reviews):
            yield Gap(
                exercise.where,
                say("The exercise of {date} has no review.", date=day),
                say("Hold it and write it in `reviews:`, with `held:` and what changes."),
            )


def _is_review_of(review: Review, scenario: str | None, day: date) -> bool:
    return review.held is not None and review.held >= day and scenario in {None, review.scenario}


@rule(
    "LEARN-NOT-FED-BACK",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A32", "A34"),
    source=("GCS-EPF",),
    why="The plan is to be judged again once the crisis is over.",
    bad="""
        about:
          organisation: Example
          languages: [en]
          reviewed: 2026-03-01  # <-- The plan has not been reviewed since “Recall in March” (8 April 2026).
        reviews:
          recall-2026: {about: Recall in March, held: 2026-04-08}
        """,
    good="""
        about:
          organisation: Example
          languages: [en]
          reviewed: 2026-04-20
        reviews:
          recall-2026: {about: Recall in March, held: 2026-04-08}
        """,
)
def not_fed_back(plan: Plan, today: date) -> Iterator[Gap]:
    """The plan was reviewed after the latest review or exercise, on that day or later.

    It has `review_within` (default 30 days) for that. A plan that was never reviewed is PLAN-REVIEW-OVERDUE.
    """
    events: list[tuple[date, Message]] = [
        (review.held, say("“{review}” ({date})", review=review.called, date=review.held))
        for review in plan.reviews.values()
        if review.held and review.held <= today
    ]
    events += [(e.date, say("the exercise of {date}", date=e.date)) for e in held_exercises(plan, today) if e.date]
    within = plan.about.review_within or REVIEW_WITHIN
    due = [event for event in events if within.after(event[0]) < today]
    reviewed = plan.about.reviewed
    if reviewed is None or not due:
        return
    day, event = max(due, key=lambda event: event[0])
    if reviewed < day:
        yield Gap(
            plan.about.where / "reviewed",
            say("The plan has not been reviewed since {event}.", event=event),
            say("Review it, even if nothing changes, and write the day in `reviewed:`."),
        )


_TWO_YEARS = Duration(months=24)


@rule(
    "LEARN-REPEAT",
    severity=Severity.WARNING,
    profile=Profile.ADVANCED,
    serves=("A35", "B25"),
    source=("OWN",),
    why="The same crisis again is judged twice as hard: prevent it.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, kind: communications}
        scenarios:
          recall: {name: Recall}
        reviews:
          recall-2025:
            scenario: recall
            closed: 2025-06-01
            failed: [Nobody could publish on Sunday]
          recall-2026:  # <-- “Recall” happened twice within two years, and no action prevents it.
            scenario: recall
            closed: 2026-03-27
            failed: [Nobody could publish on Sunday.]  # <-- “Nobody could publish on Sunday.” happened twice.
            actions:
              - {do: Write the English text, by: ana}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          marc: {name: Marc Petit}
        roles:
          lead: {holder: ana, kind: communications}
          plant: {holder: marc, kind: operations}
        scenarios:
          recall: {name: Recall}
        reviews:
          recall-2025: {scenario: recall, closed: 2025-06-01, failed: [Nobody could publish on Sunday]}
          recall-2026:
            scenario: recall
            closed: 2026-03-27
            actions:
              - {do: Check the resin before every batch, by: marc}
        """,
)
def repeated(plan: Plan) -> Iterator[Gap]:
    """No failure is listed by two reviews, and a scenario that happened twice in 24 months has an action of prevention.

    Failures are the same when their words are, without capitals, accents and punctuation. An action prevents when it
    says `for: prevention`, or when somebody does it who has no role of the kind communications. It may stand in any of
    the reviews of the scenario.
    """
    reviews = sorted(plan.reviews.values(), key=lambda review: review.closed or review.held or date.min)
    yield from _repeated_failures(reviews)
    crises: dict[str, list[Review]] = {}
    for review in reviews:
        if review.scenario and review.closed:
            crises.setdefault(review.scenario, []).append(review)
    for name, found in crises.items():
        last = next((b for a, b in pairwise(found) if _within_two_years(a, b)), None)
        if last is None or any(_prevents(plan, action.for_, action.by) for r in found for action in r.actions):
            continue
        scenario = plan.scenarios.get(name)
        yield Gap(
            last.where,
            say(
                "“{scenario}” happened twice within two years, and no action prevents it.",
                scenario=scenario.called if scenario else name,
            ),
            say("Add an action of prevention with an owner outside communication."),
        )


def _within_two_years(earlier: Review, later: Review) -> bool:
    return bool(earlier.closed and later.closed and later.closed <= _TWO_YEARS.after(earlier.closed))


def _prevents(plan: Plan, purpose: str | None, person: str | None) -> bool:
    if purpose == "prevention":
        return True
    return person is not None and all(role.kind != "communications" for role in plan.roles_of(person))


def _repeated_failures(reviews: list[Review]) -> Iterator[Gap]:
    seen: dict[tuple[str, str], Review] = {}
    for review in reviews:
        again = []
        for tag, failures in review.failed.by_language.items() if review.failed else ():
            for position, failure in enumerate(failures):
                earlier = seen.setdefault((tag, plain(failure)), review)
                if earlier is not review:
                    again.append((position, failure))
        if again:
            yield Gap(
                review.where / "failed",
                say("“{failure}” happened twice.", failure=again[0][1]),
                say("Add an action of prevention with an owner outside communication."),
            )
