"""CHAN: who holds the keys of our accounts."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan, contact_domain, is_public, mail_domain, platform_of
from planbuilder.plan.channels import Channel
from planbuilder.plan.people import Person
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
    a mail domain that the other has not. Where the plan gives no means of contact for one of them, only their number
    counts.
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
                say("Add one with another mail domain, or give one of them another way to be reached: `signal:`."),
            )


def _depend_on_the_same(plan: Plan, admins: tuple[str, ...]) -> bool:
    people = [plan.people[name] for name in admins if name in plan.people]
    ways = [ways_in(plan, person) for person in people]
    return len(people) == len(admins) and all(ways) and len(set(ways)) == 1
