"""PLAN: who owns the plan, how old it is, who approved and received it, where its copy and its log are."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.plan import Duration, Plan
from planbuilder.plan.examples import zone_example
from planbuilder.rules._rule import rule

LONGEST_REVIEW_PERIOD = Duration(months=12)
OFFLINE_COPY_LASTS = Duration(months=6)
APPROVAL_MAY_PRECEDE_REVIEW = timedelta(days=30)

_ON_SYSTEMS = regex(
    r"\b(?:intranet|share ?point|one ?drive|drive|dropbox|teams|slack|notion|confluence|wiki|cloud|serveurs?"
    r"|servers?|réseau|network|partage|shared folder|nextcloud)\b",
    re.IGNORECASE,
)
_AT_HAND = regex(
    r"\b(?:papier|imprim\w+|classeurs?|cl[ée]s?|disque|mallette|coffre|téléphones?|mobiles?|portables?|hors ligne"
    r"|paper|print\w*|binders?|folders? in|usb|sticks?|thumb|flash|safe|envelopes?|phones?|laptops?|offline|box)\b",
    re.IGNORECASE,
)


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
            say("The review of the plan is dated {date}, a day to come.", date=about.reviewed),
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
        message = say("The approval of the plan is dated {date}, a day to come.", date=approved.date)
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


def _approved_on(plan: Plan, today: date) -> date | None:
    """The day on which this version of the plan was approved; None for a day to come."""
    approved = plan.about.approved
    return approved.date if approved and approved.date and approved.date <= today else None


@rule(
    "PLAN-DISTRIBUTION",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A7",),
    source=("ORR-LAB", "READY"),
    why="Every member of the team must know the plan.",
    bad="""
        about:
          organisation: Example
          languages: [en]
          approved: {by: ana, date: 2026-09-21}
          distribution:
            - {to: Crisis team, how: site and paper, last: 2026-05-04, roles: [lead]}  # <-- Crisis team has not received this version of the plan.
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, can: [activate]}
        """,  # noqa: E501
    good="""
        about:
          organisation: Example
          languages: [en]
          approved: {by: ana, date: 2026-09-21}
          distribution:
            - {to: Crisis team, how: site and paper, last: 2026-09-22, roles: [lead]}
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, can: [activate]}
        """,
)
def version_not_distributed(plan: Plan, today: date) -> Iterator[Gap]:
    """The people of the plan must have received this version of it.

    `about.distribution` must be there. Each group in it must have received the plan on the day of its approval or
    later (a group without `last` never has, nor one whose day is to come), and each essential role must be in the
    `roles` of at least one group. An approval dated in the days to come is PLAN-NOT-APPROVED's matter.
    """
    about, where = plan.about, plan.about.where / "distribution"
    if not about.distribution:
        message = say("The plan does not say who received it.")
        yield Gap(
            where,
            message,
            say("Last of all, send it, and add `distribution: [{to: …, how: …, last: …, roles: [ids]}]` to `about`."),
        )
        return
    approved = _approved_on(plan, today) or date.min
    for number, group in enumerate(about.distribution, 1):
        if group.last and group.last > today:
            message = say("Nobody can have received the plan on {date}, a day to come.", date=group.last)
            yield Gap(group.where / "last", message, say("Write the day on which you sent it."))
        elif group.last is None or group.last < approved:
            message = (
                say("{group} has not received this version of the plan.", group=group.to)
                if group.to
                else say("Group {number} of the distribution list has not received this version.", number=number)
            )
            fix = say("When it is approved, send it, then write `last: {today}`.", today=today.isoformat())
            yield Gap(group.where / "last", message, fix)
    served = {role for group in about.distribution for role in group.roles}
    forgotten = [role for role in plan.roles.values() if role.essential and role.id not in served]
    if forgotten:
        yield Gap(
            where,
            say("No group of the distribution list includes: {roles}.", roles=[role.called for role in forgotten]),
            say(
                "Add them to a group that receives the plan: `roles: [{ids}]`.", ids=", ".join(r.id for r in forgotten)
            ),
        )


@rule(
    "PLAN-OFFLINE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A1",),
    source=("ISO22301", "ANSSI-COM"),
    why="A cyber attack takes the intranet away together with the plan.",
    bad="""
        about:
          organisation: Example
          languages: [en]
          approved: {by: ana, date: 2026-09-21}
          offline_copy: {where: red folder at the front desk, updated: 2026-08-03}  # <-- The offline copy dates from 3 August 2026, before this version of the plan was approved.
        people:
          ana: {name: Ana Ruiz}
        """,  # noqa: E501
    good="""
        about:
          organisation: Example
          languages: [en]
          approved: {by: ana, date: 2026-09-21}
          offline_copy: {where: red folder at the front desk, updated: 2026-09-22}
        people:
          ana: {name: Ana Ruiz}
        """,
)
def no_offline_copy(plan: Plan, today: date) -> Iterator[Gap]:
    """People must be able to read the plan when the systems are down.

    `about.offline_copy` must be there and dated: on the day of the plan's approval or later, not more than 6 months
    ago, and not in the days to come. An approval of the days to come is PLAN-NOT-APPROVED's matter. Where it is kept
    must not be one of the systems only: the intranet, a shared drive, a cloud.
    """
    copy, where = plan.about.offline_copy, plan.about.where / "offline_copy"
    fix = say("Print or export the plan again, then write `updated: {today}`.", today=today.isoformat())
    if copy is None:
        yield Gap(
            where,
            say("If your systems are down, nobody can read this plan."),
            say(
                "When it is approved, export a copy, then write `offline_copy: {where: …, updated: {today}, by: …}`.",
                today=today.isoformat(),
            ),
        )
        return
    if copy.kept_at and _ON_SYSTEMS.search(copy.kept_at) and not _AT_HAND.search(copy.kept_at):
        yield Gap(
            where / "where",
            say("The offline copy is kept where it goes down with the systems: “{place}”.", place=copy.kept_at),
            say("Keep one on paper, on a stick or on the phones of the people on call, and write where."),
        )
    where /= "updated"
    approved = _approved_on(plan, today)
    if copy.updated is None:
        yield Gap(where, say("The offline copy of the plan has no date."), fix)
    elif copy.updated > today:
        message = say("The offline copy is dated {date}, a day to come.", date=copy.updated)
        yield Gap(where, message, say("Write the day on which you made it."))
    elif approved and copy.updated < approved:
        message = say(
            "The offline copy dates from {date}, before this version of the plan was approved.", date=copy.updated
        )
        yield Gap(where, message, fix)
    elif OFFLINE_COPY_LASTS.after(copy.updated) < today:
        message = say("The offline copy dates from {date}, more than 6 months ago.", date=copy.updated)
        yield Gap(where, message, fix)


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
def no_timezone(plan: Plan) -> Iterator[Gap]:
    """The plan must say in which time zone its hours are meant: `about.timezone`."""
    if plan.about.timezone is None:
        yield Gap(
            plan.about.where / "timezone",
            say("The plan does not say which time zone its hours are in."),
            say("Add `timezone: {zone}`, or yours, to `about`.", zone=zone_example(plan.about.country)),
        )
