"""PLAN: who received this version of the plan, and what can be read of it without the systems."""

import re
from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.plan import Duration, Plan
from planbuilder.rules._rule import rule

OFFLINE_COPY_LASTS = Duration(months=6)

_ON_SYSTEMS = regex(
    r"\b(?:intranet|extranet|share ?point|one ?drive|drive|dropbox|(?-i:Teams)(?! rooms?)|slack|notion|confluence|wiki"
    r"|i?cloud|nextcloud|google docs|(?-i:NAS|GED)|(?<!salle )(?<!salle des )(?<!local )serveurs?|servers?(?! rooms?)"
    r"|(?<!salle )(?<!local )(?<!armoire )(?<!baie )(?<!responsable )r[ée]seau|partage"
    r"|network(?! (?:room|cabinet|closet)s?)"
    r"|(?:disque|dossier|r[ée]pertoire|lecteur|espace)s? (?:partagé|commun)e?s?|shared (?:folder|disk|space))\b"
    r"|(?<!\w)[d-z]:\\|\\\\\w",
    re.IGNORECASE,
)
_AT_HAND = regex(
    r"\b(?:papier|imprim\w+|classeurs?|cl[ée]s?|disques? (?:durs?|externes?)(?! r[ée]seau)|mallette|coffre|téléphones?"
    r"|mobiles?|portables?|hors ligne"
    r"|paper|print\w*|binders?|usb|sticks?|thumb|flash|(?:hard|external) (?:drive|disk)s?|safe|envelopes?|phones?"
    r"|laptops?|offline|box)\b",
    re.IGNORECASE,
)


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
            message = say("Nobody can have received the plan on {date}, which is still in the future.", date=group.last)
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
        message = say("The offline copy is dated {date}, which is still in the future.", date=copy.updated)
        yield Gap(where, message, say("Write the day on which you made it."))
    elif approved and copy.updated < approved:
        message = say(
            "The offline copy dates from {date}, before this version of the plan was approved.", date=copy.updated
        )
        yield Gap(where, message, fix)
    elif OFFLINE_COPY_LASTS.after(copy.updated) < today:
        message = say("The offline copy dates from {date}, more than 6 months ago.", date=copy.updated)
        yield Gap(where, message, fix)


def _approved_on(plan: Plan, today: date) -> date | None:
    """The day on which this version of the plan was approved; None for a day to come."""
    approved = plan.about.approved
    return approved.date if approved and approved.date and approved.date <= today else None
