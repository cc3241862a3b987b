"""SAFE: the privacy of the people in the plan."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.figures import Kind, figures, phone_key
from planbuilder.messages import say, say_many
from planbuilder.plan import Phone, Plan, Text
from planbuilder.plan.hearing import goes_public
from planbuilder.plan.people import Person
from planbuilder.plan.platforms import is_public
from planbuilder.rules._rule import rule
from planbuilder.rules.statements import in_language, texts_of
from planbuilder.source import Where


@rule(
    "SAFE-PRIVATE-NUMBER",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    source=("OWN",),
    why="It will be online for ever.",
    bad="""
        about: {organisation: Example, languages: [en], timezone: Europe/Paris, country: FR}
        people:
          lea: {name: Léa Dubois, mobile: +33 6 39 98 00 02}
        channels:
          x: {platform: x}
        statements:
          first-word:
            kind: holding
            channels: [x]
            text: We are checking. Questions to 06.39.98.00.02.  # <-- The private number of Léa Dubois is in a public text, “first-word”.
        """,  # noqa: E501
    good="""
        about: {organisation: Example, languages: [en], timezone: Europe/Paris, country: FR}
        people:
          lea: {name: Léa Dubois, mobile: +33 6 39 98 00 02}
        channels:
          x: {platform: x}
          phone: {platform: phone, account: 0 800 00 00 00}
        statements:
          first-word:
            kind: holding
            channels: [x]
            text: We are checking. Questions to 0 800 00 00 00.
        """,
)
def private_number_in_public(plan: Plan) -> Iterator[Gap]:
    """No number of a person stands in a text for a public channel.

    Searched are the statements on a public channel, and the sentences of `moves` that are said on one. Numbers are
    compared however they are written. A number that is also the account of a channel is a service number.
    """
    services = {phone_key(c.account) for c in plan.channels.values() if c.account}
    owners = {key: person for person in plan.people.values() for key in _numbers(person) if key not in services}
    for where, name, text in _public_texts(plan) if owners else ():
        for tag, one in text.by_language.items():
            read = [f for f in figures(one, tag, plan.about.country) if f.kind is Kind.PHONE]
            people = dict.fromkeys(owners[key].called for f in read for key in sorted(f.readings) if key in owners)
            if people:
                yield Gap(
                    in_language(where, text, tag),
                    say_many(
                        "The private number of {people} is in a public text, “{text}”.",
                        "The private numbers of {people} are in a public text, “{text}”.",
                        len(people),
                        people=list(people),
                        text=name,
                    ),
                    say("Use a service number: the account of one of your channels."),
                )


def _numbers(person: Person) -> Iterator[str]:
    for _, value in person.means():
        typed = value.typed if isinstance(value, Phone) else value
        if sum(char.isdigit() for char in typed) >= 8 and "@" not in typed:
            yield phone_key(typed)


def _public_texts(plan: Plan) -> Iterator[tuple[Where, str, Text]]:
    for statement in plan.all_statements():
        if goes_public(plan, statement) and statement.channels:
            yield from ((where, statement.called, text) for where, text in texts_of(statement))
    for move in plan.moves:
        if move.say and any(is_public(plan, plan.channels[name]) for name in move.from_ if name in plan.channels):
            yield move.where / "say", str(move.where), move.say
