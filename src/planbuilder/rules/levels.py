"""LEVEL: how grave it is, what is promised then, who meets, and when it is over."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.criteria import is_observable
from planbuilder.messages import Message, say
from planbuilder.plan import Duration, Plan, platform_of
from planbuilder.plan.alert import Level
from planbuilder.rules._rule import rule
from planbuilder.source import Where

ROOT = Where(("about",))

PROMISES = {
    "reach": (say("reaching a person who may decide"), "reach: 30m"),
    "first_word": (say("the first public word"), "first_word: 1h"),
    "update_every": (say("the next public word"), "update_every: 4h"),
}
"""The times that a level promises: what each is called, and how it is typed."""

HOUR = 60
QUARTER = 15

KINDS_THAT_MEET = {
    "communications": say("communications"),
    "legal": say("legal"),
    "executive": say("management"),
    "people": say("human resources"),
}


@rule(
    "LEVEL-MISSING",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A4", "B1"),
    source=("HOOT", "SPROUT"),
    why="Guidelines for the type and size of a crisis come first in every template.",
    bad="""
        levels:
          watch:
            name: Watch
            when: [More than 20 angry messages in an hour]
          crisis:  # <-- The plan does not say when Crisis starts.
            name: Crisis
        """,
    good="""
        levels:
          watch:
            name: Watch
            when: [More than 20 angry messages in an hour]
          crisis:
            name: Crisis
            when: [Somebody is hurt, A national newspaper asks]
        """,
)
def level_without_criteria(plan: Plan) -> Iterator[Gap]:
    """The plan must say how grave a crisis can be, and when each level starts.

    There must be a level, and each must have `when`. From the profile `standard` on, a single level is a warning.
    """
    if not plan.levels:
        message = say("The plan has no levels: it does not say when a crisis starts.")
        yield Gap(ROOT, message, say("Add `levels:`, the mildest first, each with its facts in `when:`."))
    for level in plan.levels.values():
        if level.when is None:
            message = say("The plan does not say when {level} starts.", level=level.called)
            yield Gap(level.where / "when", message, say('List facts that anybody can check: `when: ["…", "…"]`.'))
    if len(plan.levels) == 1:
        yield Gap(
            Where(("levels",)),
            say("The plan has a single level: a small trouble and a grave crisis are handled alike."),
            say("Add a milder level before it, or a graver one after it."),
            severity=Severity.WARNING,
            profile=Profile.STANDARD,
        )


@rule(
    "LEVEL-VAGUE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("B1",),
    source=("BEEFED-MON",),
    why="Vague criteria delay activation.",
    bad="""
        levels:
          crisis:
            when: [The situation gets out of hand]  # <-- Two people cannot check “The situation gets out of hand” in the same way.
        """,  # noqa: E501
    good="""
        levels:
          crisis:
            when: [The situation gets out of hand, More than 100 customers affected]
        """,
)
def vague_criteria(plan: Plan) -> Iterator[Gap]:
    """Each level must have a criterion that two people judge in the same way.

    At least one sentence of `when` must have a number, a place or a name, a role (a journalist, the police, a role of
    the plan) or an event (a death, a fire, a recall, an outage) in it. Only English and French are read; a level whose
    criteria are in neither is let pass.
    """
    roles = frozenset(
        name.lower()
        for role in plan.roles.values()
        for name in (role.name.by_language.values() if role.name else [role.id])
    )
    for level in plan.levels.values():
        if level.when and is_observable(level.when, roles) is False:
            criterion = Message("{text}", {"text": level.when.each(plan.language)[0]})
            yield Gap(
                level.where / "when",
                say("Two people cannot check “{text}” in the same way.", text=criterion),
                say("Add a number or a fact: how many messages, customers or hours, or what has happened."),
            )


@rule(
    "LEVEL-NO-TIMES",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A14", "B6", "B7", "B26"),
    source=("IATA-15", "COOMBS-1H"),
    why="Both articles that the checks go back to ask for speed; only a number can be checked.",
    bad="""
        levels:
          crisis:  # <-- Crisis has no time limit for the first public word and the next public word.
            name: Crisis
            reach: 30m
        """,
    good="""
        levels:
          crisis:
            name: Crisis
            reach: 30m
            first_word: 1h
            update_every: 4h
        """,
)
def level_without_times(plan: Plan) -> Iterator[Gap]:
    """Each level must promise three times: `reach`, `first_word` and `update_every`."""
    for level in plan.levels.values():
        missing = [key for key in PROMISES if getattr(level, key) is None]
        if missing:
            what = [PROMISES[key][0] for key in missing]
            example = [f"`{PROMISES[key][1]}`" for key in missing]
            message = say("{level} has no time limit for {what}.", level=level.called, what=what)
            yield Gap(level.where, message, say("Add the time, for example {example}.", example=example))


@rule(
    "LEVEL-ORDER",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("B1",),
    source=("OWN",),
    why="A graver crisis never waits longer.",
    bad="""
        levels:
          watch: {name: Watch, first_word: 1h}
          crisis:
            name: Crisis
            first_word: 2h  # <-- Crisis is slower than Watch, though it is graver: the first public word after 2 h instead of 1 h.
        """,  # noqa: E501
    good="""
        levels:
          watch: {name: Watch, first_word: 4h}
          crisis:
            name: Crisis
            first_word: 1h
        """,
)
def graver_but_slower(plan: Plan) -> Iterator[Gap]:
    """A graver level must not promise more time than a milder one.

    Levels stand in order, the mildest first. Each of `reach`, `first_word` and `update_every` is compared with the
    shortest of the levels before; the same time is fine. 24 hours are a day, a month is 30 days.
    """
    for key, (what, _) in PROMISES.items():
        fastest: tuple[Duration, Level] | None = None
        for level in plan.levels.values():
            time: Duration | None = getattr(level, key)
            if time is None:
                continue
            if fastest is None or time.total_minutes <= fastest[0].total_minutes:
                fastest = time, level
                continue
            message = say(
                "{high} is slower than {low}, though it is graver: {what} after {long} instead of {short}.",
                high=level.called,
                low=fastest[1].called,
                what=what,
                long=time,
                short=fastest[0],
            )
            fix = say("Shorten it, or write the levels in order, the mildest first.")
            yield Gap(level.where / key, message, fix)


@rule(
    "LEVEL-LATE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A5", "A11", "A14", "B6", "B7", "B26"),
    source=("IATA-15", "COOMBS-1H"),
    why="IATA: acknowledge within 15 minutes, summary within the hour; Coombs: within the first hour.",
    bad="""
        levels:
          watch: {name: Watch, first_word: 4h}
          crisis:
            name: Crisis
            first_word: 2h  # <-- At Crisis, the gravest level, the first public word comes after 2 h; good practice is one hour.
        """,  # noqa: E501
    good="""
        levels:
          watch: {name: Watch, first_word: 4h}
          crisis:
            name: Crisis
            first_word: 1h
        """,
)
def late_first_word(plan: Plan) -> Iterator[Gap]:
    """At the gravest level, the first public word must be out within the hour.

    The gravest level is the last one. More than 60 minutes is a warning. More than 15 minutes is a note where the plan
    has a channel on a social network.
    """
    level = plan.gravest_level
    if level is None or level.first_word is None:
        return
    minutes = level.first_word.total_minutes
    fix = say("Have a holding statement approved in advance, so that it can go out at once, and shorten `first_word:`.")
    if minutes > HOUR:
        message = say(
            "At {level}, the gravest level, the first public word comes after {time}; good practice is one hour.",
            level=level.called,
            time=level.first_word,
        )
        yield Gap(level.where / "first_word", message, fix)
    elif minutes > QUARTER and any(platform_of(plan, channel).social for channel in plan.channels.values()):
        message = say(
            "At {level}, the gravest level, the first public word comes after {time}; on social media good practice is"
            " 15 minutes.",
            level=level.called,
            time=level.first_word,
        )
        yield Gap(level.where / "first_word", message, fix, severity=Severity.INFO)


@rule(
    "LEVEL-NO-STAND-DOWN",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("B22",),
    source=("GCS-EPF", "CERC-INTRO"),
    why="Crises move from initial to maintenance to resolution; somebody must close.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        stand_down:  # <-- The plan does not say which facts end the crisis.
          who: [lead]
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        stand_down:
          who: [lead]
          when: [Fewer than 5 angry messages an hour for a day, No customer waits for an answer]
        """,
)
def no_stand_down(plan: Plan) -> Iterator[Gap]:
    """The plan must say when the crisis is over, and who says so: `stand_down` with `who` and `when`."""
    end = plan.stand_down
    if end is None:
        message = say("The plan does not say when the crisis ends, nor who says so.")
        yield Gap(ROOT, message, say('Add `stand_down: {who: [roles], when: ["…"]}`.'))
        return
    if not end.who:
        message = say("The plan does not say who decides that the crisis is over.")
        yield Gap(end.where / "who", message, say("Add `who: [roles]` to `stand_down`."))
    if end.when is None:
        message = say("The plan does not say which facts end the crisis.")
        yield Gap(end.where / "when", message, say('Add `when: ["…", "…"]` to `stand_down`.'))


@rule(
    "LEVEL-NO-CONVENE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A3", "B3"),
    source=("GCS-OP",),
    why="The articles ask for a crisis team that is set up in advance.",
    bad="""
        about: {organisation: Example, languages: [en], war_room: {place: Room 2, bridge: +33 1 99 00 00 10}}
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, kind: communications}
          chief: {holder: ana, kind: executive}
        levels:
          crisis:
            name: Crisis
            convene: [lead, chief]  # <-- At Crisis, the meeting lacks legal and human resources.
        """,
    good="""
        about: {organisation: Example, languages: [en], war_room: {place: Room 2, bridge: +33 1 99 00 00 10}}
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead: {holder: ana, kind: communications}
          chief: {holder: ana, kind: executive}
          lawyer: {holder: leo, kind: legal}
          staff: {holder: leo, kind: people}
        levels:
          crisis:
            name: Crisis
            convene: [lead, chief, lawyer, staff]
        """,
)
def nobody_meets(plan: Plan) -> Iterator[Gap]:
    """At the gravest level, the plan must say who meets, and where.

    Where is `about.war_room`: a room, a conference call, or both; a second call is another than the first.
    `convene` of the last level must list at least one role of each of these kinds: communications, legal, executive
    and people (human resources).
    """
    level = plan.gravest_level
    if level is None:
        return
    if not level.convene:
        message = say("At {level}, the plan does not say who meets.", level=level.called)
        yield Gap(level.where / "convene", message, _who_meets(plan))
        return
    if not all(role in plan.roles for role in level.convene):
        return  # a misspelt name is found once, by PLAN-DEAD-REF
    kinds = {plan.roles[role].kind for role in level.convene}
    missing = [called for kind, called in KINDS_THAT_MEET.items() if kind not in kinds]
    if missing:
        message = say("At {level}, the meeting lacks {kinds}.", level=level.called, kinds=missing)
        lacking = [kind for kind in KINDS_THAT_MEET if kind not in kinds]
        yield Gap(level.where / "convene", message, _invite(plan, lacking))
    yield from _nowhere_to_meet(plan)


def _who_meets(plan: Plan) -> Message:
    """The roles of the plan that are of a kind that meets."""
    ids = [role.id for role in plan.roles.values() if role.kind in KINDS_THAT_MEET]
    return say("List the roles that meet: `convene: [{ids}]`.", ids=", ".join([*ids, "…"]))


def _invite(plan: Plan, kinds: list[str]) -> Message:
    """Which roles of the plan to add, and of which kinds it has none yet."""
    there = {kind: next((role.id for role in plan.roles.values() if role.kind == kind), None) for kind in kinds}
    ids = [f"`{id_}`" for id_ in there.values() if id_]
    words = [f"`kind: {kind}`" for kind, id_ in there.items() if id_ is None]
    if not words:
        return say("Add {ids} to `convene:`.", ids=ids)
    if not ids:
        return say(
            "For {kinds}: add to `roles:` a role of that kind, which somebody may hold beside another, and its id to"
            " `convene:`.",
            kinds=words,
        )
    return say(
        "Add {ids} to `convene:`. For {kinds}: add to `roles:` a role of that kind, which somebody may hold beside"
        " another, and its id to `convene:`.",
        ids=ids,
        kinds=words,
    )


def _nowhere_to_meet(plan: Plan) -> Iterator[Gap]:
    room, where = plan.about.war_room, plan.about.where / "war_room"
    if room is None or not (room.place or room.bridge):
        yield Gap(
            where,
            say("The plan does not say where the crisis team meets."),
            say("Write the room and the number of a conference call: `war_room: {place: …, bridge: …}`."),
        )
    elif room.bridge and room.bridge == room.backup_bridge:
        yield Gap(
            where / "backup_bridge",
            say("The second conference call is the first one again."),
            say("Write one that does not need the same service, or take `backup_bridge:` away."),
        )
