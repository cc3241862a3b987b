"""AUD: whom we speak to."""

from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Duration, Plan, is_public, platform_of
from planbuilder.plan.channels import Audience
from planbuilder.rules._rule import rule
from planbuilder.source import Where

CONTACTS_LAST = Duration(months=12)

NEEDED = {
    "customers": (say("customers"), ("customers", "public")),
    "staff": (say("your staff"), ("staff",)),
    "media": (say("the media"), ("media",)),
    "authorities": (say("authorities"), ("authorities",)),
}
"""The audiences of every plan, with the kinds that stand for them."""


@rule(
    "AUD-FEW",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A28", "A29"),
    source=("READY", "GCS-STOP"),
    why="Employees, customers, the media, officials and regulators all ask, and each wants to know something else.",
    bad="""
        audiences:  # <-- The plan forgets the media and authorities.
          clients: {kind: customers}
          team: {kind: staff}
        """,
    good="""
        audiences:
          clients: {kind: customers}
          team: {kind: staff}
          press: {kind: media}
          prefecture: {kind: authorities}
        """,
)
def few_audiences(plan: Plan) -> Iterator[Gap]:
    """The plan has audiences of the kinds customers, staff, media and authorities.

    Those whom a town hall or a hospital serves may be of the kind `public` instead of `customers`.
    """
    kinds = {audience.kind for audience in plan.audiences.values()}
    missing = [(kind, called) for kind, (called, stand_for) in NEEDED.items() if not kinds.intersection(stand_for)]
    if missing:
        yield Gap(
            Where(("audiences" if plan.audiences else "about",)),
            say("The plan forgets {missing}.", missing=[called for _, called in missing]),
            say("Add them to `audiences:`, with {kinds}.", kinds=[f"`kind: {kind}`" for kind, _ in missing]),
        )


@rule(
    "AUD-NO-OWNER",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A3",),
    source=("READY",),
    why="Each audience wants somebody who knows it and has its list at hand.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        channels:
          phone: {platform: phone}
          x: {platform: x}
        audiences:
          clients: {kind: customers, reach: [x]}  # <-- Nobody is in charge of clients.
          prefecture:  # <-- The plan does not say where the contacts of prefecture are, and when they were checked.
            kind: authorities
            owner: lead
            reach: [phone]
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        channels:
          phone: {platform: phone}
          x: {platform: x}
        audiences:
          clients: {kind: customers, owner: lead, reach: [x]}
          prefecture:
            kind: authorities
            owner: lead
            reach: [phone]
            contacts_in: red binder, page 12
            checked: 2026-10-02
        """,
)
def no_owner(plan: Plan, today: date) -> Iterator[Gap]:
    """Every audience has a role in charge; one that no public channel reaches has a contact list with a check date.

    Audiences inside the organisation need no list: its own tools reach them. A list that the plan names was checked in
    the last 12 months; a day in the future tells nothing.
    """
    named = _named_by_channels(plan)
    for audience in plan.audiences.values():
        if audience.owner is None:
            yield Gap(
                audience.where / "owner",
                say("Nobody is in charge of {audience}.", audience=audience.called),
                say("Add `owner:` with a role."),
            )
        message = _wrongly_checked(audience, today)
        if message:
            fix = say("Try them, then write `checked: {today}`.", today=today.isoformat())
            yield Gap(audience.where / "checked", message, fix)
        if audience.is_internal or (audience.contacts_in and audience.checked):
            continue
        ways = (*audience.reach, *named.get(audience.id, ()))
        if any(name not in plan.channels or is_public(plan, plan.channels[name]) for name in ways):
            continue
        yield Gap(
            audience.where / "contacts_in",
            say("The plan does not say when the contacts of {audience} were checked.", audience=audience.called)
            if audience.contacts_in
            else say(
                "The plan does not say where the contacts of {audience} are, and when they were checked.",
                audience=audience.called,
            ),
            say("Add `contacts_in:` (where the list is) and `checked:` (the day it was last checked)."),
        )


def _wrongly_checked(audience: Audience, today: date) -> Message | None:
    day = audience.checked
    if day and day > today:
        return say(
            "The check of the contacts of {audience} is dated {date}, which is still in the future.",
            audience=audience.called,
            date=day,
        )
    if day and CONTACTS_LAST.after(day) < today:
        return say(
            "The contacts of {audience} were last checked on {date}, more than a year ago.",
            audience=audience.called,
            date=day,
        )
    return None


def _named_by_channels(plan: Plan) -> dict[str, list[str]]:
    """For each audience the ids of the channels that say they are for it."""
    named: dict[str, list[str]] = {}
    for channel in plan.channels.values():
        for audience in channel.for_:
            named.setdefault(audience, []).append(channel.id)
    return named


@rule(
    "AUD-ONE-CHANNEL",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A25", "A26"),
    source=("COOMBS-1H", "CERC-9"),
    why="Use all the channels there are: each of them may fail.",
    bad="""
        channels:
          phone: {platform: phone}
          intranet: {platform: intranet}
          mail: {platform: email}
        audiences:
          families: {kind: families, reach: [phone]}  # <-- families can be reached only by phone.
          team: {kind: staff, reach: [intranet, mail]}  # <-- intranet and mail, the ways to team, fail together.
        scenarios:
          leak: {audiences: [families, team]}
        """,
    good="""
        channels:
          phone: {platform: phone}
          intranet: {platform: intranet}
          texts: {platform: sms}
        audiences:
          families: {kind: families, reach: [phone, texts]}
          team: {kind: staff, reach: [intranet, texts]}
        scenarios:
          leak: {audiences: [families, team]}
        """,
)
def one_channel(plan: Plan) -> Iterator[Gap]:
    """Every audience of a scenario is reached by two channels or more that do not fail together.

    Channels count that the audience names in `reach`, and those that name it in `for`. Channels of one failure domain
    (Facebook and Instagram; e-mail, intranet and other accounts of the company) fail together.
    """
    named = _named_by_channels(plan)
    needed = dict.fromkeys(name for scenario in plan.scenarios.values() for name in scenario.audiences)
    for audience in (plan.audiences[name] for name in needed if name in plan.audiences):
        ways = list(dict.fromkeys([*audience.reach, *named.get(audience.id, ())]))
        channels = [plan.channels[name] for name in ways if name in plan.channels]
        domains = {platform_of(plan, channel).domain for channel in channels}
        if len(channels) < len(ways) or len(domains) > 1:
            continue
        if len(ways) > 1:
            message = say("{channels}, the ways to {audience}, fail together.", channels=ways, audience=audience.called)
        elif ways:
            message = say("{audience} can be reached only by {channel}.", audience=audience.called, channel=ways[0])
        else:
            message = say("No channel reaches {audience}.", audience=audience.called)
        yield Gap(
            audience.where / "reach", message, say("Add a channel that does not depend on the same thing to `reach:`.")
        )
