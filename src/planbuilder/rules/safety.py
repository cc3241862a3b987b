"""SAFE: the privacy of the people in the plan."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say, say_many
from planbuilder.plan import Plan, Visibility
from planbuilder.plan.editions import hidden_values
from planbuilder.plan.hearing import goes_public
from planbuilder.plan.leaks import guarded, watch
from planbuilder.plan.platforms import is_public
from planbuilder.rules._rule import rule
from planbuilder.rules.plan_texts import Place, place_at
from planbuilder.rules.statements import texts_of
from planbuilder.source import Where, scalars

NEVER_SHOWN = frozenset(
    {"mobile", "sms", "home", "desk", "pager", "email", "signal", "whatsapp", "teams", "slack"}
    | {"admins", "kept_in", "two_factor", "recovery", "tested", "bridge", "backup_bridge"}
)
"""The keys whose values only the crisis team's edition shows, wherever they stand; days and ids apart."""
_SOMEWHERE = Where()


@rule(
    "SAFE-PRIVATE-NUMBER",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    source=("OWN",),
    why="What was published once stays online for ever; `build` publishes nothing while it finds such a value.",
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
          team-word:
            kind: internal
            text: Please do not reply online. Questions to Léa, 06 39 98 00 02.  # <-- `text` of team-word gives a private number or address of Léa Dubois, and all staff can read it.
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
    """No number of a person stands in a text for a public channel, and none in a text that every employee reads.

    In the statements on a public channel, and in the sentences of `moves` that are said on one, the number is named by
    its person. Elsewhere every value of the plan is searched that the edition for all staff shows, for all that only
    the crisis team's edition shows: numbers and addresses of people, where access is kept, the lines of the crisis
    room. `build` publishes nothing while it finds one. Numbers are compared however they are written, by their last
    digits. A number that is also the account of a channel is a service number.
    """
    if not _worth_a_look(plan):
        return  # nearly always: no address is worked out
    guard = watch(guarded(plan, Visibility.STAFF))
    hidden = {where for where, _ in hidden_values(plan, Visibility.STAFF)}
    public = dict(_public_texts(plan))
    texts = {where for where, _ in plan.texts()}
    for where, text in scalars(plan.written):
        found = guard.found_in([text]) if where not in hidden and not str(where[0]).startswith("x-") else None
        if found:
            above = (where, Where(where[:-1]), Where(where[:-2]))  # a text, in its language, in a list
            at = next((one for one in above if one in texts), where)
            place = place_at(plan, at) if at in texts else Place(where, None)
            yield _told(plan, where, found, public.get(at), place)


def _worth_a_look(plan: Plan) -> bool:
    """Whether a value of a key that the staff's edition never shows seems to stand in another text as well."""
    texts = plan.typed()
    hidden = watch((_SOMEWHERE, text) for key, text in texts if key in NEVER_SHOWN)
    return bool(hidden) and bool(hidden.found_in([" | ".join(text for key, text in texts if key not in NEVER_SHOWN)]))


def _told(plan: Plan, where: Where, found: set[Where], public: str | None, place: Place) -> Gap:
    owners = {at[1] for at in found if at[0] == "people"}
    people = [person.called for person in plan.people.values() if person.id in owners]
    service = say("Use a service number: the account of one of your channels.")
    if people and public:
        message = say_many(
            "The private number of {people} is in a public text, “{text}”.",
            "The private numbers of {people} are in a public text, “{text}”.",
            len(people),
            people=people,
            text=public,
        )
    elif people:
        message = say_many(
            "{place} gives a private number or address of {people}, and all staff can read it.",
            "{place} gives private numbers or addresses of {people}, and all staff can read them.",
            len(people),
            place=place,
            people=people,
        )
        service = say("Name the role instead, or use a service number: the account of one of your channels.")
    else:
        message = say(
            "{place} repeats what stands in `{hidden}`, which only the crisis team may see, and all staff can read it.",
            place=place,
            hidden=str(min(found)),
        )
        service = say("Take it out: whoever needs it finds it in the crisis team's edition.")
    return Gap(where, message, service)


def _public_texts(plan: Plan) -> Iterator[tuple[Where, str]]:
    for statement in plan.all_statements():
        if goes_public(plan, statement) and statement.channels:
            yield from ((where, statement.called) for where, _ in texts_of(statement))
    for move in plan.moves:
        if move.say and any(is_public(plan, plan.channels[name]) for name in move.from_ if name in plan.channels):
            yield move.where / "say", str(move.where)
