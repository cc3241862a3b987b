"""PLAN: who owns the plan, how old it is, who approved it, where its log is."""

from collections.abc import Iterator
from datetime import date, timedelta

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Duration, Plan
from planbuilder.plan.examples import zone_example
from planbuilder.plan.zones import keeps_time_of
from planbuilder.rules._rule import rule

LONGEST_REVIEW_PERIOD = Duration(months=12)
APPROVAL_MAY_PRECEDE_REVIEW = timedelta(days=30)


@rule(
    "PLAN-OWNER",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A2", "A3"),
    source=("VOTE F-1", "GCS-STOP"),
    why="A plan without an owner is out of date within months.",
    bad="""
        about:  # <-- Nobody owns this plan.
          organisation: Example
          languages: [en]
        """,
    good="""
        about:
          organisation: Example
          languages: [en]
          owner: ana
        people:
          ana: {name: Ana Ruiz}
        """,
)
def plan_without_owner(plan: Plan) -> Iterator[Gap]:
    """One person must answer for the plan.

    `about.owner` must be there. That the person exists is PLAN-DEAD-REF's matter; that the person has not left is
    TEAM-LEFT's.
    """
    if plan.about.owner is None:
        yield Gap(
            plan.about.where / "owner",
            say("Nobody owns this plan."),
            say("Add `owner:` to `about`, with the id of a person of `people`."),
        )


@rule(
    "PLAN-REVIEW-OVERDUE",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A2", "A32"),
    source=("PCS-R731", "GCS-EPF"),
    why="French municipal plans update the contact list continually and revise within five years; social media moves"
    " faster.",
    bad="""
        about:
          organisation: Example
          languages: [en]
          reviewed: 2026-03-02  # <-- The plan was last reviewed on 2 March 2026; the next review was due on 2 September 2026.
          review_every: 6 months
        """,  # noqa: E501
    good="""
        about:
          organisation: Example
          languages: [en]
          reviewed: 2026-09-01
          review_every: 6 months
        """,
)
def review_overdue(plan: Plan, today: date) -> Iterator[Gap]:
    """The plan must be reviewed at least once a year.

    The next review is due `about.review_every` after `about.reviewed`: 6 months where nothing is said. The check fires
    from the day after, where no review has a date, and where the date is still to come. More than 12 months between
    two reviews is refused; the next review is then due after 12.
    """
    about, period = plan.about, plan.about.review_period
    if period.after(today) > LONGEST_REVIEW_PERIOD.after(today):
        yield Gap(
            about.where / "review_every",
            say("More than 12 months between two reviews of the plan is too long."),
            say("Write `review_every: 12 months`, or less."),
            at_value=True,
        )
        period = LONGEST_REVIEW_PERIOD
    where = about.where / "reviewed"
    fix = say(
        "Last of all, when the rest is right: reread the plan, then write `reviewed: {today}`.", today=today.isoformat()
    )
    if about.reviewed is None:
        yield Gap(where, say("The plan does not say when it was last reviewed."), fix)
    elif about.reviewed > today:
        yield Gap(
            where,
            say("The review of the plan is dated {date}, which is still in the future.", date=about.reviewed),
            say("Write the day of the last review."),
        )
    elif (due := period.after(about.reviewed)) < today:
        message = say(
            "The plan was last reviewed on {date}; the next review was due on {due}.", date=about.reviewed, due=due
        )
        yield Gap(where, message, fix)


@rule(
    "PLAN-NOT-APPROVED",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A2", "B1"),
    source=("VOTE F-1",),
    why="CERC asks for a signed endorsement: it saves the argument about authority during the crisis.",
    bad="""
        about:  # <-- Management has not approved this version of the plan.
          organisation: Example
          languages: [en]
          reviewed: 2026-09-14
        people:
          ana: {name: Ana Ruiz}
        roles:
          chief: {holder: ana, can: [approve]}
        """,
    good="""
        about:
          organisation: Example
          languages: [en]
          reviewed: 2026-09-14
          approved: {by: ana, date: 2026-09-21}
        people:
          ana: {name: Ana Ruiz}
        roles:
          chief: {holder: ana, can: [approve]}
        """,
)
def plan_not_approved(plan: Plan, today: date) -> Iterator[Gap]:
    """Management must approve the version of the plan that was last reviewed.

    `about.approved` needs a person and a date. The date may lie up to 30 days before the last review, not more, and not
    in the days to come. The person must hold, or stand in for, a role that can `approve`; whether the person has left
    is TEAM-LEFT's matter.
    """
    about, approved = plan.about, plan.about.approved
    where = about.where / "approved"
    if approved is None or approved.by is None or approved.date is None:
        message = say("Management has not approved this version of the plan.")
        fix = say(
            "When the plan is right and reviewed, have it approved, then write `approved: {by: …, date: {today}}`.",
            today=today.isoformat(),
        )
        yield Gap(where, message, fix)
        return
    if approved.date > today:
        message = say("The approval of the plan is dated {date}, which is still in the future.", date=approved.date)
        yield Gap(where / "date", message, say("Write the day on which it was approved."))
    elif about.reviewed and about.reviewed - approved.date > APPROVAL_MAY_PRECEDE_REVIEW:
        yield Gap(
            where / "date",
            say(
                "The plan was approved on {date}, then reviewed on {reviewed}: this version is not approved.",
                date=approved.date,
                reviewed=about.reviewed,
            ),
            say("Have it approved again, then write `date: {today}`.", today=today.isoformat()),
        )
    person = plan.people.get(approved.by)
    if person and not person.has_left(today) and not any("approve" in r.can for r in plan.roles_of(approved.by)):
        yield Gap(
            where / "by",
            say("{person} approved the plan, but holds no role that can approve.", person=person.called),
            say("Have it approved by someone whose role has `approve` in `can:`."),
            at_value=True,
        )


@rule(
    "PLAN-LOG",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A33",),
    source=("ISO22301", "ISO22322", "CERC-9"),
    why="ISO 22301 and 22322 ask for a retrievable record; the review after the crisis depends on it.",
    bad="""
        about:
          organisation: Example
          languages: [en]
          log: {where: numbered notebook in the meeting room}  # <-- Nobody is in charge of the crisis log.
        """,
    good="""
        about:
          organisation: Example
          languages: [en]
          log: {where: numbered notebook in the meeting room, by: ana}
        people:
          ana: {name: Ana Ruiz}
        """,
)
def nobody_keeps_the_log(plan: Plan) -> Iterator[Gap]:
    """Somebody must write down what is done, and when, in a place that is known.

    `about.log` needs both `where` and `by`.
    """
    log, where = plan.about.log, plan.about.where / "log"
    if log is None or (log.kept_at is None and log.by is None):
        message = say("The plan does not say where the crisis log is kept, nor who keeps it.")
        yield Gap(where, message, say("Write `log: {where: …, by: …}` in `about`."))
    elif log.by is None:
        message = say("Nobody is in charge of the crisis log.")
        yield Gap(where / "by", message, say("Add `by:` with the id of the person who keeps it."))
    elif log.kept_at is None:
        message = say("The plan does not say where the crisis log is kept.")
        yield Gap(where / "where", message, say("Add `where:` with its place, for example a numbered notebook."))


@rule(
    "PLAN-TIMEZONE",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    source=("OWN",),
    why="Every hour of the plan is read in it.",
    bad="""
        about:  # <-- The plan does not say which time zone its hours are in.
          organisation: Example
          languages: [en]
        """,
    good="""
        about:
          organisation: Example
          languages: [en]
          timezone: Europe/Paris
        """,
)
def no_timezone(plan: Plan, today: date) -> Iterator[Gap]:
    """The plan must say in which time zone its hours are meant: `about.timezone`.

    Where it also says its `country`, the zone must be of that country or its territories, or have the clock of one of
    its zones all year, as Brussels has that of Paris. UTC is not the time of France.
    """
    zone, country = plan.about.timezone, plan.about.country
    if zone is None:
        yield Gap(
            plan.about.where / "timezone",
            say("The plan does not say which time zone its hours are in."),
            say("Add `timezone: {zone}`, or yours, to `about`.", zone=zone_example(country)),
        )
    elif country and zone != zone_example(country) and not keeps_time_of(zone, country, today.year):
        yield Gap(
            plan.about.where / "timezone",
            say(
                "`timezone` is {zone}, but no clock shows that time all year in the plan's country, {country}.",
                zone=zone,
                country=country,
            ),
            say(
                "Write `timezone: {zone}`, or yours: every hour of the plan is read in it.", zone=zone_example(country)
            ),
        )
