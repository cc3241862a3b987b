"""TEAM: whether people can be reached."""

import re
from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.plan import Duration, Phone, Plan, contact_domain
from planbuilder.plan.people import Person
from planbuilder.plan.platforms import COMPANY
from planbuilder.rules._rule import rule
from planbuilder.rules.numbers import wrong_number

MEANS = {
    "mobile": say("mobile"),
    "sms": say("text message"),
    "home": say("home phone"),
    "desk": say("desk phone"),
    "pager": say("pager"),
    "email": say("e-mail"),
    "signal": say("Signal"),
    "whatsapp": say("WhatsApp"),
    "teams": say("Teams"),
    "slack": say("Slack"),
}
"""What the means of contact are called inside a sentence."""

NUMBERS_LAST = Duration(months=6)
NUMBERS_ON_CALL_LAST = Duration(months=3)

SECOND_MEANS = say(
    "Add a means that does not depend on the same network, for example `home:`, `signal:` or a relative's number."
)


def usable_means(person: Person) -> list[tuple[str, str | Phone]]:
    """The means of contact of a person, without links to where the numbers are kept."""
    return [
        (key, value) for key, value in person.means() if "://" not in (value if isinstance(value, str) else value.typed)
    ]


def failure_domains(plan: Plan, person: Person) -> set[str]:
    """What the means of a person depend on, each once."""
    company = plan.about.domains
    return {
        contact_domain(key, value if isinstance(value, str) else "", company) for key, value in usable_means(person)
    }


def on_call(plan: Plan) -> set[str]:
    """The people who take turns on a line."""
    return {str(person) for line in plan.on_call.values() for person in line.people}


def in_the_chain(plan: Plan) -> set[str]:
    """The people whom an escalation path calls, and those on call."""
    called = (who for path in plan.escalation.values() for step in path.steps for who in step.call)
    return on_call(plan) | {str(person) for who in called for person in plan.people_of(who)}


def present(plan: Plan, today: date) -> Iterator[Person]:
    """The people who have not left; what still names the others is TEAM-LEFT's matter."""
    return (person for person in plan.people.values() if not person.has_left(today))


@rule(
    "TEAM-ONE-MEANS",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A1",),
    source=("ITOC", "NZ-CDEM"),
    why="Single-channel notification is fragile.",
    bad="""
        people:
          ana:  # <-- Ana Ruiz can be reached only by mobile and text message, which fail together.
            name: Ana Ruiz
            mobile: +33 6 39 98 00 01
            sms: +33 6 39 98 00 01
        roles:
          lead: {holder: ana}
        escalation:
          alert: {levels: [crisis], steps: [{call: lead, wait: 10m}]}
        levels:
          crisis: {name: Crisis}
        """,
    good="""
        people:
          ana:
            name: Ana Ruiz
            mobile: +33 6 39 98 00 01
            home: +33 1 99 00 00 01
        roles:
          lead: {holder: ana}
        escalation:
          alert: {levels: [crisis], steps: [{call: lead, wait: 10m}]}
        levels:
          crisis: {name: Crisis}
        """,
)
def one_means(plan: Plan, today: date) -> Iterator[Gap]:
    """Whoever is called in a crisis must be reachable in two ways that do not fail together.

    Asked of everybody on call and of everybody whom an escalation path calls: the person, or the holder and deputies of
    the role. Mobile, text message and pager fail together, home and desk phone too, so do Teams, Slack and mail on one
    of `about.domains`, and so do Signal, WhatsApp and other mail. Who has no means at all is TEAM-NO-MEANS's matter.
    """
    chain = in_the_chain(plan)
    for person in present(plan, today):
        if person.id not in chain or len(failure_domains(plan, person)) > 1:
            continue
        means = [MEANS[key] for key, _ in usable_means(person)]
        if len(means) > 1:
            message = say(
                "{person} can be reached only by {means}, which fail together.", person=person.called, means=means
            )
        elif means:
            message = say("{person} can be reached only by {means}.", person=person.called, means=means)
        elif _has_a_part(plan, person):
            continue
        else:
            message = say("The plan calls {person}, but gives no number or address.", person=person.called)
        yield Gap(person.where, message, SECOND_MEANS)


def _has_a_part(plan: Plan, person: Person) -> bool:
    """Whether somebody holds or deputises a role, or is on call."""
    return person.id in on_call(plan) or any(plan.roles_of(person.id))


@rule(
    "TEAM-STALE-CONTACT",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A1",),
    source=("PCS-R731", "VIBE"),
    why="Stale call lists are the most common reason for a missed page.",
    bad="""
        people:
          ana:
            name: Ana Ruiz
            mobile: +33 6 39 98 00 01
            checked: 2026-04-02  # <-- The numbers of Ana Ruiz were last checked on 2 April 2026, more than 6 months ago.
        """,  # noqa: E501
    good="""
        people:
          ana:
            name: Ana Ruiz
            mobile: +33 6 39 98 00 01
            checked: 2026-10-02
        """,
)
def stale_contact(plan: Plan, today: date) -> Iterator[Gap]:
    """The numbers of everybody must have been tried in the last 6 months, of people on call in the last 3.

    `checked` is the day; a day in the future tells nothing. Numbers without it were never checked. People without a
    means of contact are not asked.
    """
    often = on_call(plan)
    for person in present(plan, today):
        if not usable_means(person):
            continue
        lasts = NUMBERS_ON_CALL_LAST if person.id in often else NUMBERS_LAST
        if person.checked is None:
            message = say("The plan does not say when the numbers of {person} were last checked.", person=person.called)
        elif person.checked > today:
            message = say(
                "The check of the numbers of {person} is dated {date}, which is still in the future.",
                person=person.called,
                date=person.checked,
            )
        elif lasts.after(person.checked) >= today:
            continue
        elif person.id in often:
            message = say(
                "The numbers of {person}, who is on call, were last checked on {date}, more than 3 months ago.",
                person=person.called,
                date=person.checked,
            )
        else:
            message = say(
                "The numbers of {person} were last checked on {date}, more than 6 months ago.",
                person=person.called,
                date=person.checked,
            )
        fix = say("Call each number, then write `checked: {today}`.", today=today.isoformat())
        yield Gap(person.where / "checked", message, fix)


_ADDRESS = regex(r"(?:[^\s@<>()\[\],;:\"]{1,64})@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,20}[^\W\d_](?:[\w-]{0,61}[^\W_])")
"""One @, no blank, a dot behind it. Letters of any language; who answers there, only a mail would tell."""


@rule(
    "TEAM-BAD-NUMBER",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    source=("OWN",),
    why="One wrong digit, one lost hour.",
    bad="""
        people:
          ana:
            name: Ana Ruiz
            mobile: +33 6 39 98 00  # <-- `mobile` of Ana Ruiz is not a phone number that can be called.
            home: +33 1 99 00 00 01
          leo:
            name: Léo Marchand
            home: +33 1 99 00 00 01  # <-- `home` of Léo Marchand is the same number as `home` of Ana Ruiz.
            email: leo.example.com  # <-- `email` of Léo Marchand is not an e-mail address.
        """,
    good="""
        people:
          ana:
            name: Ana Ruiz
            mobile: +33 6 39 98 00 01
            home: +33 1 99 00 00 01
          leo:
            name: Léo Marchand
            home: +33 1 99 00 00 02
            email: leo@example.com
        """,
)
def bad_number(plan: Plan) -> Iterator[Gap]:
    """Every phone number and every e-mail address must have the form of one, and every number belong to one person.

    The keys are mobile, sms, home, desk and pager, and email. Where the numbering of a country tells landlines and
    mobiles apart, a mobile must be one, with all its digits. A number without the international prefix is read in
    `about.country`; where the person's `timezone` is in another country, it could be dialled there as well, and the
    prefix must be typed. Numbers that are kept for fiction have the right form. One person may have a number twice.
    A number at the desk may have an extension: poste 234, ext. 234, x234. The `number` of an on-call line is asked the
    same, and may also be that of a person.
    """
    owners: dict[str, tuple[Person, str]] = {}
    for line in plan.on_call.values():
        wrong = wrong_number(plan, line, "number", line.number) if line.number else None
        if wrong:
            yield wrong
    for person in plan.people.values():
        for key, value in usable_means(person):
            if not isinstance(value, Phone):
                if key == "email" and not _ADDRESS.fullmatch(value):
                    message = say("`{key}` of {person} is not an e-mail address.", key=key, person=person.called)
                    fix = say("Write the address alone, in the form name@example.com.")
                    yield Gap(person.where / key, message, fix, at_value=True)
                continue
            number, wrong = value.e164, wrong_number(plan, person, key, value)
            if wrong:
                yield wrong
            if wrong or number is None:
                continue
            owner, its_key = owners.setdefault(value.dialled or number, (person, key))
            if owner is not person:
                message = say(
                    "`{key}` of {person} is the same number as `{other_key}` of {other}.",
                    key=key,
                    person=person.called,
                    other_key=its_key,
                    other=owner.called,
                )
                yield Gap(person.where / key, message, say("Give each person a number of their own."), at_value=True)


_COMPANY_CALLS = regex(
    r"\b(?:ms )?teams\b|\bslack\b|\bskype\b|\bsharepoint\b|\bgoogle meet\b|\bmeet\.google\b", re.IGNORECASE
)


def _needs_company(plan: Plan, call: str) -> bool:
    """Whether a conference call runs on the accounts or the domains of the organisation."""
    return bool(_COMPANY_CALLS.search(call)) or any(domain.lower() in call.lower() for domain in plan.about.domains)


@rule(
    "TEAM-COMPANY-ONLY",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A1",),
    source=("ANSSI-COM", "ISO22301"),
    why="ISO 22301 asks to assure the means of communication during a disruption.",
    bad="""
        about: {organisation: Example, languages: [en], domains: [example.com]}
        people:
          ana:  # <-- If company systems are down, Ana Ruiz cannot be reached.
            name: Ana Ruiz
            email: ana@example.com
            teams: ana@example.com
        scenarios:
          leak: {name: Data leak, family: data}
        """,
    good="""
        about: {organisation: Example, languages: [en], domains: [example.com]}
        people:
          ana:
            name: Ana Ruiz
            email: ana@example.com
            mobile: +33 6 39 98 00 01
        scenarios:
          leak: {name: Data leak, family: data}
        """,
)
def company_systems_only(plan: Plan, today: date) -> Iterator[Gap]:
    """When the company's systems are down, people must still be reachable.

    Asked when a scenario is of the family `data`. Company systems are Teams, Slack and mail on one of `about.domains`.
    People whom a crisis calls first are TEAM-ONE-MEANS's matter. The crisis team has a conference call that needs none
    of these systems either.
    """
    if not any(scenario.family == "data" for scenario in plan.scenarios.values()):
        return
    room = plan.about.war_room
    calls = [call for call in (room.bridge, room.backup_bridge) if call] if room else []
    if calls and all(_needs_company(plan, call) for call in calls):
        yield Gap(
            plan.about.where / "war_room" / ("backup_bridge" if len(calls) > 1 else "bridge"),
            say("If company systems are down, the crisis team has no conference call left."),
            say("Name one that does not need them, such as a conference number, below `backup_bridge:`."),
        )
    chain = in_the_chain(plan)
    for person in present(plan, today):
        if person.id not in chain and failure_domains(plan, person) == {COMPANY}:
            message = say("If company systems are down, {person} cannot be reached.", person=person.called)
            yield Gap(person.where, message, say("Add `mobile:` or `home:`."))
