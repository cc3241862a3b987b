"""TEAM-SINGLE-POINT: what hangs on one person, all along or while the others are away."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from planbuilder.cover.ahead import ahead
from planbuilder.cover.clock import Spell, both, cut, outside
from planbuilder.cover.repair import all_left, fits
from planbuilder.cover.staffing import present_all_along
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Plan
from planbuilder.plan.channels import Channel
from planbuilder.plan.people import ESSENTIAL, Person, Role
from planbuilder.plan.refs import PersonRef, WhoRef
from planbuilder.rules._rule import rule
from planbuilder.rules.empty_roles import why_not_there
from planbuilder.rules.team import FUNCTIONS


@rule(
    "TEAM-SINGLE-POINT",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A3",),
    source=("OWN",),
    why="One flu must not stop the response.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
          leo:  # <-- Everything about giving the facts and the channel site depends on Léo Marchand.
            name: Léo Marchand
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
          engineer: {holder: leo, can: [facts]}
        channels:
          site: {platform: website, publishers: [engineer]}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
          engineer: {holder: leo, deputies: [ana], can: [facts]}
        channels:
          site: {platform: website, publishers: [engineer]}
        """,
)
def single_point(plan: Plan, today: date) -> Iterator[Gap]:
    """No essential function, channel or sign-off may depend on one person alone, at any time of the next 90 days.

    For a function all holders and deputies of the roles that have it count, for a channel its publishers, for a
    sign-off those who hold or deputise the roles that it asks for. What nobody does at all is found by other checks.
    Where all but one of several people are away at the same time, the person who is left is named, with the dates.
    """
    depends = _depending(plan)
    for person in plan.people.values():
        if person.id in depends:
            yield Gap(
                person.where,
                say("Everything about {things} depends on {person}.", things=depends[person.id], person=person.called),
                _second(plan, today, person.id)
                or say("Train a second person and name them too: as a deputy, or in `publishers`."),
            )
    yield from _alone(plan, today)


def _depending(plan: Plan) -> dict[str, list[object]]:
    """What hangs on one person all along, by person."""
    depends: dict[str, list[object]] = defaultdict(list)
    for people, _, thing in _things(plan):
        if len(people) == 1:
            depends[people.pop()].append(thing)
    return depends


def _second(plan: Plan, today: date, alone: str) -> Message | None:
    """Whom to train and where to name them, so that nothing hangs on one person any more; tried. None for nobody.

    Somebody who is there all the time is preferred, then somebody who publishes already, then somebody with few roles.
    """
    world = ahead(plan, today).world
    days = [(world.begin, world.end)]
    others = [p for p, person in plan.people.items() if p != alone and not person.has_left(today)]
    publishing = {person for channel in plan.channels.values() for person in _publishers(plan, channel)}

    def rank(person: str) -> tuple[bool, bool, int]:
        return bool(both(world.absent[person], days)), person not in publishing, len([*plan.roles_of(person)])

    for person in sorted(others, key=rank):
        deputy, publisher = PersonRef(person), WhoRef(person)
        roles = [role for role in plan.roles.values() if {*role.members} == {alone}]
        if not all(fits(plan, person, role) for role in roles):
            continue
        deputised = {role.id: role.copy_with(deputies=(deputy,)) for role in roles}
        tried = plan.copy_with(roles={**plan.roles, **deputised})
        channels = [c for c in plan.channels.values() if _publishers(tried, c) == {alone}]
        shared = {c.id: c.copy_with(publishers=(*c.publishers, publisher)) for c in channels}
        tried = tried.copy_with(channels={**plan.channels, **shared})
        if alone not in _depending(tried):
            return _named(plan.people[person], [r.called for r in roles], [c.called for c in channels])
    return None


def _named(person: Person, roles: list[object], channels: list[object]) -> Message:
    known = {"person": person.called, "id": person.id, "roles": roles, "channels": channels}
    if not channels:
        return say(
            "Train a second person, for example {person}, and name them: add `{id}` to the `deputies:` of {roles}.",
            **known,
        )
    if not roles:
        return say(
            "Train a second person, for example {person}, and name them: add `{id}` to the `publishers:` of "
            "{channels}.",
            **known,
        )
    return say(
        "Train a second person, for example {person}, and name them: add `{id}` to the `deputies:` of {roles} and the "
        "`publishers:` of {channels}.",
        **known,
    )


def _things(plan: Plan) -> Iterator[tuple[set[str], list[Role], object]]:
    """What may hang on one person: the people it hangs on, the roles through which they do it, what it is called."""
    for function in ESSENTIAL:
        roles = [role for role in plan.roles.values() if function in role.can]
        yield {str(p) for role in roles for p in role.members}, roles, FUNCTIONS[function]
    for channel in plan.channels.values():
        roles = [plan.roles[name] for name in channel.publishers if name in plan.roles]
        yield _publishers(plan, channel), roles, say("the channel {channel}", channel=channel.called)
    for level in plan.levels.values():
        sign_off = level.sign_off
        groups = (*(sign_off.new_text or ()), *(sign_off.approved_text or ())) if sign_off else ()
        signers = {frozenset(str(p) for name in group for p in plan.people_of(name)): group for group in groups}
        for people, group in signers.items():
            roles = [plan.roles[name] for name in group if name in plan.roles]
            yield set(people), roles, say("the sign-off at {level}", level=level.called)


def _publishers(plan: Plan, channel: Channel) -> set[str]:
    return {str(p) for publisher in channel.publishers for p in plan.people_of(publisher)}


def _alone(plan: Plan, today: date) -> Iterator[Gap]:
    """What hangs, at some time of the next 90 days, on one person alone because the others are away."""
    days = ahead(plan, today)
    world = days.world
    hanging: dict[tuple[str, tuple[Spell, ...]], list[tuple[set[str], list[Role], object]]] = {}
    for people, roles, thing in _things(plan):
        if len(people) < 2 or not people <= {*world.absent}:
            continue
        for person in people:
            spells: list[Spell] = outside(cut(world.absent[person], world.begin, world.end), world.begin, world.end)
            for other in people - {person}:
                spells = both(spells, world.absent[other])
            if spells:
                hanging.setdefault((person, tuple(spells)), []).append((people - {person}, roles, thing))
    for (name, when), hung in sorted(hanging.items(), key=lambda one: one[0]):
        known = {
            "things": [thing for *_, thing in hung],
            "person": plan.called(name),
            "when": days.when(list(when)),
        }
        others = [person for person in plan.people if any(person in people for people, *_ in hung)]
        reasons = why_not_there(days, others, list(when))
        there = [person for person in present_all_along(days, when) if person != name]
        yield Gap(
            plan.people[name].where,
            say("Everything about {things} depends on {person} {when}: {reasons}.", reasons=reasons, **known)
            if reasons
            else say("Everything about {things} depends on {person} {when}: the others are away.", **known),
            _one_more(
                plan, there, [roles for _, roles, _ in hung], final=any(all_left(days, p, when) for p, *_ in hung)
            ),
        )


def _one_more(plan: Plan, there: list[str], asked: list[list[Role]], *, final: bool) -> Message:
    """The others who do it are away: whoever else is there, and could do each of the things, makes two.

    `final` where the others of one of the things have left at some time: to move an absence is no help.
    """
    for person in there:
        fitting = [next((role for role in roles if fits(plan, person, role)), None) for roles in asked]
        if all(fitting):
            roles = list({role.id: role.called for role in fitting if role}.values())
            known = {"person": plan.called(person), "id": person, "roles": roles}
            if final:
                return say(
                    "Train one more person who is there, for example {person}: add `{id}` to the `deputies:` of "
                    "{roles}.",
                    **known,
                )
            return say(
                "Train one more person who is there, for example {person}: add `{id}` to the `deputies:` of {roles}. Or"
                " move an absence.",
                **known,
            )
    if final:
        return say("Train and name one more person who knows the work and is there.")
    return say("Train and name one more person who knows the work and is there, or move an absence.")
