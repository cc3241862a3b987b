"""CHAN: where we speak, and where people write to us."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.names import language_called
from planbuilder.messages import Message, say
from planbuilder.plan import Plan, platform_name, platform_of, takes_messages
from planbuilder.plan.channels import Channel, Move
from planbuilder.plan.platforms import CRISIS_PAGES, ON_THE_SPOT, is_public, is_social
from planbuilder.plan.times import MINUTES_PER_DAY
from planbuilder.plan.values import has_language
from planbuilder.rules._rule import rule
from planbuilder.rules.accounts import publishers


@rule(
    "CHAN-NO-PAUSE",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=("A5", "B1"),
    source=("HOOT", "CLICKD"),
    why="A cheerful scheduled post in a crisis becomes the crisis.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        channels:
          x: {platform: x}  # <-- The plan does not say who stops the scheduled posts on x.
          y:
            platform: facebook
            pause_scheduled: {tool: Agorapulse, by: [ana]}  # <-- Only Ana Ruiz can stop the scheduled posts on y.
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        channels:
          x:
            platform: x
            pause_scheduled: {tool: Agorapulse, by: [ana, leo]}
        """,
)
def no_pause(plan: Plan) -> Iterator[Gap]:
    """Two people must be able to stop the scheduled posts of every social account, and know in which tool.

    People are counted: a role stands for its holder and deputies. A channel for our own people alone is left out.
    """
    for channel in plan.channels.values():
        message = _pause_missing(plan, channel) if is_social(plan, channel) else None
        if message:
            yield Gap(
                channel.where / "pause_scheduled",
                message,
                say("Name the tool and two people: `pause_scheduled: {tool: …, by: [id, id]}`."),
            )


def _pause_missing(plan: Plan, channel: Channel) -> Message | None:
    pause = channel.pause_scheduled
    people = tuple(dict.fromkeys(person for who in pause.by for person in plan.people_of(who))) if pause else ()
    if pause is None or not people:
        return say("The plan does not say who stops the scheduled posts on {channel}.", channel=channel.called)
    if len(people) < 2:
        return say(
            "Only {person} can stop the scheduled posts on {channel}.",
            person=plan.called(people[0]),
            channel=channel.called,
        )
    if pause.tool is None:
        return say("The plan does not say in which tool the posts on {channel} are scheduled.", channel=channel.called)
    return None


@rule(
    "CHAN-NO-PRIVATE",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=("A26", "A27", "A28"),
    source=("SEEDS",),
    why="The customers concerned are helped by e-mail, by phone or in direct messages, not in the public thread.",
    bad="""
        channels:
          x: {platform: x}  # <-- From x, the plan does not say how to move to a private talk.
          y: {platform: facebook, private: phone}  # <-- The plan has no words for moving from y to a private talk.
          phone: {platform: phone}
        """,
    good="""
        channels:
          x: {platform: x, private: phone}
          phone: {platform: phone}
        moves:
          - from: [x]
            to: phone
            say: We would rather speak with you. Which number suits you?
        """,
)
def no_private(plan: Plan) -> Iterator[Gap]:
    """Every social account needs a private channel, no public account, and the words that invite people there.

    The words stand in `moves`, in an entry that starts from the account, whichever private channel it leads to. They
    are wanted in each language that the account answers in; PLAN-LANGUAGE reports them where they lack a language of
    the plan. A channel for our own people alone is left out.
    """
    for channel in plan.channels.values():
        if not is_social(plan, channel):
            continue
        if channel.private is None:
            yield Gap(
                channel.where / "private",
                say("From {channel}, the plan does not say how to move to a private talk.", channel=channel.called),
                say("Add `private:` with the id of a private channel, and the sentence to use in `moves:`."),
            )
            continue
        target = plan.channels.get(channel.private)
        if target and is_social(plan, target):
            yield Gap(
                channel.where / "private",
                say(
                    "{private} is a public account: from {channel}, nobody moves to a private talk there.",
                    private=target.called,
                    channel=channel.called,
                )
                if target.id != channel.id
                else say("{channel} names itself as the place of a private talk.", channel=channel.called),
                say("Name a channel that only the two sides read: e-mail, phone, direct messages."),
                at_value=True,
            )
            continue
        moves = [move for move in plan.moves if channel.id in move.from_]
        said = [tag for move in moves if move.say for tag in move.say.by_language]
        missing = [tag for tag in channel.languages if not has_language((*said, *plan.languages), tag)]
        if missing or not said:
            yield Gap(
                channel.where / "private",
                say(
                    "The plan has no words in {languages} for moving from {channel} to a private talk.",
                    languages=[language_called(tag) for tag in missing],
                    channel=channel.called,
                )
                if missing and said
                else say("The plan has no words for moving from {channel} to a private talk.", channel=channel.called),
                _words_to_add(moves, missing)
                or say("Add them: `moves: [{from: [{id}], to: {to}, say: …}]`.", id=channel.id, to=channel.private),
            )


def _words_to_add(moves: list[Move], missing: list[str]) -> Message | None:
    """What to write in the first move that there is, so that it has words in the missing languages too."""
    if not moves:
        return None
    move = next((move for move in moves if move.say), moves[0])
    tags = (*move.say.by_language, *missing) if move.say else ()
    words = f"{{{', '.join(f'{tag}: …' for tag in tags)}}}" if tags else "…"
    return say("Add them at `{where}`: `say: {words}`.", where=str(move.where), words=words)


@rule(
    "CHAN-NO-REPLY-TIME",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A11", "B2", "B6"),
    source=("SEEDS", "HOOT"),
    why="Expectations on social media are high.",
    bad="""
        channels:
          x: {platform: x}  # <-- x has no reply time.
          help:
            platform: email
            reply_within: 2 days  # <-- On help you take 2 days to reply; people wait a day at most.
        """,
    good="""
        channels:
          x: {platform: x, reply_within: 60m}
          help: {platform: email, reply_within: 1 day}
        """,
)
def no_reply_time(plan: Plan) -> Iterator[Gap]:
    """Wherever people outside can write to us, the plan says how soon we reply: within 24 hours.

    `1 day` and `24h` are soon enough; `1 business day` is not, because it may last over a weekend. A phone line, a site
    or a channel for staff alone is left out: nobody outside writes there.
    """
    for channel in plan.channels.values():
        if not takes_messages(plan, channel):
            continue
        reply = channel.reply_within
        if reply is None:
            yield Gap(
                channel.where / "reply_within",
                say("{channel} has no reply time.", channel=channel.called),
                say("Add `reply_within:`, for example 2h."),
            )
        elif reply.total_minutes > MINUTES_PER_DAY or reply.business_days:
            yield Gap(
                channel.where / "reply_within",
                say(
                    "On {channel} you take {time} to reply; people wait a day at most.",
                    channel=channel.called,
                    time=reply,
                ),
                say("Shorten `reply_within:` to 24h or less."),
            )


@rule(
    "CHAN-NO-BACKUP",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A1", "A25"),
    source=("CERC-9", "ISO22301"),
    why="The usual channels may be the first to fail.",
    bad="""
        channels:
          x: {platform: x}  # <-- If x is blocked, the plan does not say where you speak instead.
          facebook:
            platform: facebook
            backup: instagram  # <-- instagram, the backup of facebook, fails together with it.
          instagram: {platform: instagram, backup: x}
        statements:
          wait: {kind: holding, channels: [x, facebook], text: We are checking. Next update here at 2 pm.}
        """,
    good="""
        channels:
          x: {platform: x, backup: crisis-page}
          crisis-page: {platform: crisis site, backup: x}
        statements:
          wait: {kind: holding, channels: [x], text: We are checking. Next update here at 2 pm.}
        """,
)
def no_backup(plan: Plan) -> Iterator[Gap]:
    """Every public channel that carries a holding statement has a backup that does not fail together with it.

    Channels fail together when their platforms belong to one failure domain (Facebook and Instagram; the company's own
    accounts), or when both name the same service in `depends_on`. Posters, sirens and the like cannot be blocked. A
    crisis page that is itself the backup of a channel needs none: it is where people look when the rest is down.
    """
    last_resorts = {channel.backup for channel in plan.channels.values()}
    used = {name for text in plan.all_statements() if text.kind == "holding" for name in text.channels}
    for channel in plan.channels.values():
        if channel.id not in used or not is_public(plan, channel) or platform_name(channel) in ON_THE_SPOT:
            continue
        backup = plan.channels.get(channel.backup or "")
        if channel.backup is None:
            if channel.id in last_resorts and platform_name(channel) in CRISIS_PAGES:
                continue
            message = say(
                "If {channel} is blocked, the plan does not say where you speak instead.", channel=channel.called
            )
        elif backup and _fail_together(plan, channel, backup):
            message = say(
                "{backup}, the backup of {channel}, fails together with it.",
                backup=backup.called,
                channel=channel.called,
            )
        else:
            continue
        fit = _fit_backup(plan, channel)
        yield Gap(
            channel.where / "backup",
            message,
            say("Name a channel that does not fail with it, for example {channel}: `backup: {channel}`.", channel=fit)
            if fit
            else say("Name a channel of another platform that does not depend on it: `backup: id`."),
        )


def _fit_backup(plan: Plan, channel: Channel) -> str | None:
    """A public channel that stays when another fails: a crisis page rather than one that people do not look at."""
    fit = [
        other
        for other in plan.channels.values()
        if other is not channel and is_public(plan, other) and not _fail_together(plan, channel, other)
    ]
    fit.sort(key=lambda other: (platform_name(other) not in CRISIS_PAGES, platform_name(other) in ON_THE_SPOT))
    return str(fit[0].id) if fit else None


def _fail_together(plan: Plan, one: Channel, other: Channel) -> bool:
    same_domain = platform_of(plan, one).domain == platform_of(plan, other).domain
    return same_domain or bool({*one.depends_on}.intersection(other.depends_on))


@rule(
    "CHAN-LANGUAGE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A28",),
    source=("OWN",),
    why="A translated holding text calls for replies in the same language.",
    bad="""
        about: {organisation: Example, languages: [fr, en]}
        people:
          ana: {name: Ana Ruiz, languages: [fr]}
          leo: {name: Léo Marchand, languages: [fr]}
        channels:
          x:
            platform: x
            languages: [fr, en]  # <-- Nobody who publishes on x speaks English.
            publishers: [ana, leo]
        """,
    good="""
        about: {organisation: Example, languages: [fr, en]}
        people:
          ana: {name: Ana Ruiz, languages: [fr]}
          leo: {name: Léo Marchand, languages: [fr, en]}
        channels:
          x:
            platform: x
            languages: [fr, en]
            publishers: [ana, leo]
        """,
)
def language_without_voice(plan: Plan) -> Iterator[Gap]:
    """For each language of a channel somebody who publishes there speaks it, and its statements are written in it.

    A person without `languages` counts for the first language of the plan. A statement that lacks a language of the
    plan is PLAN-LANGUAGE; here only further languages of the channel count. Regions are one language: `fr` serves a
    channel in `fr-CA`.
    """
    for channel in plan.channels.values():
        people = [plan.people.get(name) for name in publishers(plan, channel)]
        if people and None not in people:
            spoken = {tag for person in people if person for tag in person.languages or plan.languages[:1]}
            missing = dict.fromkeys(language_called(tag) for tag in channel.languages if not has_language(spoken, tag))
            if missing:
                yield Gap(
                    channel.where / "languages",
                    say(
                        "Nobody who publishes on {channel} speaks {languages}.",
                        channel=channel.called,
                        languages=[*missing],
                    ),
                    say("Add a person who does to `publishers:`, or remove the language."),
                )
    for statement in plan.all_statements():
        promised = {tag: name for name in statement.channels if (c := plan.channels.get(name)) for tag in c.languages}
        written = (*plan.languages, *statement.text.by_language)
        lacking = [tag for tag in promised if not has_language(written, tag)]
        if lacking:
            yield Gap(
                statement.where / "text",
                say(
                    "“{statement}” is not written in {language}, which {channel} promises.",
                    statement=statement.called,
                    language=language_called(lacking[0]),
                    channel=promised[lacking[0]],
                ),
                say("Add the text in `{tag}:`, or remove the language from the channel.", tag=lacking[0]),
            )
