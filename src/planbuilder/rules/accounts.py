"""CHAN: who holds the keys of our accounts."""

from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.second_factors import Weak, weakness
from planbuilder.messages import Message, say
from planbuilder.plan import Duration, Plan, contact_domain, is_public, mail_domain, platform_of
from planbuilder.plan.channels import Access, Channel
from planbuilder.plan.hearing import reaches
from planbuilder.plan.people import Person
from planbuilder.plan.platforms import platform_name
from planbuilder.rules._rule import rule


def publishers(plan: Plan, channel: Channel) -> tuple[str, ...]:
    """The people who may publish on a channel, each once; a role stands for its holder and deputies."""
    return tuple(dict.fromkeys(person for who in channel.publishers for person in plan.people_of(who)))


@rule(
    "CHAN-ONE-PUBLISHER",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A3",),
    source=("SERNA", "DRA"),
    why="The sole owner is the most common way to be locked out.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        channels:
          x:
            platform: x
            publishers: [ana]  # <-- Only Ana Ruiz can publish on x.
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        channels:
          x:
            platform: x
            publishers: [ana, leo]
        """,
)
def one_publisher(plan: Plan) -> Iterator[Gap]:
    """At least two people must be able to publish on every public channel.

    People are counted: a role stands for its holder and deputies. Channels for staff alone are left out.
    """
    for channel in plan.channels.values():
        people = publishers(plan, channel)
        if len(people) < 2 and is_public(plan, channel):
            yield Gap(
                channel.where / "publishers",
                say("Only {person} can publish on {channel}.", person=plan.called(people[0]), channel=channel.called)
                if people
                else say("The plan does not say who can publish on {channel}.", channel=channel.called),
                say("Give the right to a second person: `publishers: [id, id]`.")
                if people
                else say("Name two people or more: `publishers: [id, id]`."),
            )


NETWORKS_ENOUGH = 3
"""Over so many networks administrators can still be reached when one fails, and another with it."""


def ways_in(plan: Plan, person: Person) -> frozenset[str]:
    """The networks and mail domains through which a person can get back into an account."""
    ways = set()
    for means, value in person.means():
        typed = value if isinstance(value, str) else value.typed
        ways.add(contact_domain(means, typed, plan.about.domains))
        if means == "email":
            ways.add("@" + mail_domain(typed))
    return frozenset(ways)


@rule(
    "CHAN-ONE-ADMIN",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A1",),
    source=("DRA",),
    why="Accounts want at least two independent administrators.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, email: ana@lumen.example}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02, email: leo@lumen.example}
        channels:
          facebook:
            platform: facebook
            admins: [ana]  # <-- Only Ana Ruiz administers facebook.
          x:
            platform: x
            admins: [ana, leo]  # <-- The administrators of x all depend on the same networks and mail.
        """,
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, email: ana@lumen.example}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02, email: leo@elsewhere.example}
        channels:
          facebook:
            platform: facebook
            admins: [ana, leo]
        """,
)
def one_admin(plan: Plan) -> Iterator[Gap]:
    """Every social account and every site must have two administrators who do not depend on the same things.

    Two administrators are independent when one of them has a network (mobile, landline, internet, company accounts) or
    a mail domain that the other has not, or when they can be reached over three networks or more. Where the plan gives
    no means of contact for one of them, only their number counts.
    """
    for channel in plan.channels.values():
        platform = platform_of(plan, channel)
        if not (platform.social or platform.web):
            continue
        admins = tuple(dict.fromkeys(channel.admins))
        where = channel.where / "admins"
        if len(admins) < 2:
            yield Gap(
                where,
                say("Only {person} administers {channel}.", person=plan.called(admins[0]), channel=channel.called)
                if admins
                else say("The plan does not say who administers {channel}.", channel=channel.called),
                say("Add a second one with another phone and another mail domain: `admins: [id, id]`.")
                if admins
                else say("Name two people, with different mail domains: `admins: [id, id]`."),
            )
        elif _depend_on_the_same(plan, admins):
            yield Gap(
                where,
                say(
                    "The administrators of {channel} all depend on the same networks and mail.", channel=channel.called
                ),
                say(
                    "Add one with another mail domain, or give one of them another way to be reached: `{means}:`.",
                    means=_another_way(plan, admins),
                ),
            )


def _depend_on_the_same(plan: Plan, admins: tuple[str, ...]) -> bool:
    people = [plan.people[name] for name in admins if name in plan.people]
    ways = {ways_in(plan, person) for person in people}
    if len(people) < len(admins) or len(ways) > 1:
        return False
    (shared,) = ways
    return 0 < len([way for way in shared if not way.startswith("@")]) < NETWORKS_ENOUGH


def _another_way(plan: Plan, admins: tuple[str, ...]) -> str:
    """A means of contact on a network that the administrators have not yet."""
    ways = {way for name in admins for way in ways_in(plan, plan.people[name])}
    domains = plan.about.domains
    return next(means for means in ("signal", "home", "mobile") if contact_domain(means, "", domains) not in ways)


@rule(
    "CHAN-WEAK-LOGIN",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A1",),
    source=("DRA",),
    why="Accounts are stolen in the middle of a crisis; text messages serve only as a spare second factor.",
    bad="""
        channels:
          x:
            platform: x
            access:  # <-- The plan does not say which second factor protects x.
              kept_in: vault "Social networks"
          facebook:
            platform: facebook
            access:
              two_factor: sms  # <-- The second factor of facebook is a text message, which can be diverted.
        """,
    good="""
        channels:
          x:
            platform: x
            access: {two_factor: security key}
          phone: {platform: phone}
        """,
)
def weak_login(plan: Plan) -> Iterator[Gap]:
    """The login of every social account, site and mailbox has a second factor, neither text message, call nor e-mail.

    The same holds for the tool that sends text messages or notifications to people outside. A text message beside a
    security key or an app is fine. What is denied ("no key"), switched off or yet to come ("key ordered") is not there.
    Phones, sirens and the like have no login. Where the plan says nothing of the login, CHAN-ACCESS-UNTESTED speaks.
    """
    for channel in plan.channels.values():
        access = channel.access if has_login(plan, channel) else None
        message = _weakness(channel, access.two_factor) if access else None
        if message:
            yield Gap(
                channel.where / "access" / "two_factor",
                message,
                say(
                    "Use a security key or an app, and write in `access:` of {id}: `two_factor: security key`.",
                    id=channel.id,
                ),
            )


def _weakness(channel: Channel, written: str | None) -> Message | None:
    if written is None:
        return say("The plan does not say which second factor protects {channel}.", channel=channel.called)
    weak = weakness(written)
    if weak is Weak.NONE:
        return say("{channel} is not protected by a second factor.", channel=channel.called)
    if weak is Weak.TEXT_MESSAGE:
        return say("The second factor of {channel} is a text message, which can be diverted.", channel=channel.called)
    if weak is Weak.CALL:
        return say("The second factor of {channel} is a phone call, which can be diverted.", channel=channel.called)
    if weak is Weak.MAIL:
        return say(
            "The second factor of {channel} is an e-mail: whoever gets into the mailbox gets into the account.",
            channel=channel.called,
        )
    return None


TESTED_WITHIN = Duration(months=3)
MASS_ALERTS = ("sms", "push notification")
"""Platforms that reach people outside only by a tool that somebody logs in to."""


def has_login(plan: Plan, channel: Channel) -> bool:
    """Whether a channel is used by logging in: social accounts, sites, mailboxes, tools that alert people outside."""
    outside = (a for a in plan.audiences.values() if not a.is_internal and reaches(plan, channel.id, a.id))
    return platform_of(plan, channel).has_account or (platform_name(channel) in MASS_ALERTS and any(outside))


@rule(
    "CHAN-ACCESS-UNTESTED",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A1",),
    source=("DRA", "ANTIMALWARE"),
    why="A login that nobody has tried for months fails when it matters; a monthly try is good practice.",
    bad="""
        channels:
          x: {platform: x}  # <-- The plan does not say how to get into x.
          facebook:
            platform: facebook
            access:  # <-- For facebook, the plan does not say where to go when the account is locked.
              kept_in: vault "Social networks"
              two_factor: security key
              tested: 2026-06-30  # <-- Access to facebook was last tested on 30 June 2026.
        """,
    good="""
        channels:
          x:
            platform: x
            access:
              kept_in: vault "Social networks"
              two_factor: security key
              recovery: https://help.x.com/forms/account-access
              tested: 2026-10-12
        """,
)
def access_untested(plan: Plan, today: date) -> Iterator[Gap]:
    """The plan says where every login is kept and how to recover it, and somebody tried it within 3 months.

    Logins are those of social accounts, sites and mailboxes, and of the tool that sends text messages or notifications
    to people outside. Where another channel says in `access:` when it was tested, that day counts too.
    """
    for channel in plan.channels.values():
        access, where = channel.access, channel.where / "access"
        if not has_login(plan, channel):
            if access and access.tested:
                yield from _stale_test(channel, access, today)
        elif access is None:
            yield Gap(
                where,
                say("The plan does not say how to get into {channel}.", channel=channel.called),
                say("Add `access: {kept_in: …, two_factor: …, recovery: …, tested: …}`, never the password itself."),
            )
        else:
            yield from _unsaid(channel, access)
            yield from _stale_test(channel, access, today)


def _unsaid(channel: Channel, access: Access) -> Iterator[Gap]:
    missing = {
        key: said
        for key, value, said in (
            ("kept_in", access.kept_in, say("where the login is kept")),
            ("recovery", access.recovery, say("where to go when the account is locked")),
        )
        if value is None
    }
    if missing:
        yield Gap(
            channel.where / "access",
            say(
                "For {channel}, the plan does not say {missing}.",
                channel=channel.called,
                missing=list(missing.values()),
            ),
            say("Add {keys}.", keys=[f"`{key}:`" for key in missing]),
        )


def _stale_test(channel: Channel, access: Access, today: date) -> Iterator[Gap]:
    if access.tested is None:
        message = say("Access to {channel} was never tested.", channel=channel.called)
    elif access.tested > today:
        message = say(
            "The test of the access to {channel} is dated {date}, which is still in the future.",
            channel=channel.called,
            date=access.tested,
        )
    elif TESTED_WITHIN.after(access.tested) < today:
        message = say("Access to {channel} was last tested on {date}.", channel=channel.called, date=access.tested)
    else:
        return
    fix = say("Log in with each administrator, then write the day in `tested:`.")
    yield Gap(channel.where / "access" / "tested", message, fix)
