"""CHAN: where we speak, and where people write to us."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.names import language_called
from planbuilder.messages import Message, say
from planbuilder.plan import Plan, platform_of, takes_messages
from planbuilder.plan.channels import Channel
from planbuilder.plan.values import MINUTES_PER_DAY
from planbuilder.rules._rule import rule


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
    """Two people must be able to stop the scheduled posts of every social account, and know in which tool."""
    for channel in plan.channels.values():
        message = _pause_missing(plan, channel) if platform_of(plan, channel).social else None
        if message:
            yield Gap(
                channel.where / "pause_scheduled",
                message,
                say("Name the tool and two people: `pause_scheduled: {tool: …, by: [id, id]}`."),
            )


def _pause_missing(plan: Plan, channel: Channel) -> Message | None:
    pause = channel.pause_scheduled
    people = tuple(dict.fromkeys(pause.by)) if pause else ()
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
    """Every social account needs a private channel, and the words that invite people there.

    The words stand in `moves`, in an entry that starts from the account, whichever private channel it leads to. They
    are wanted in each language that the account answers in; PLAN-LANGUAGE reports them where they lack a language of
    the plan.
    """
    for channel in plan.channels.values():
        if not platform_of(plan, channel).social:
            continue
        if channel.private is None:
            yield Gap(
                channel.where / "private",
                say("From {channel}, the plan does not say how to move to a private talk.", channel=channel.called),
                say("Add `private:` with the id of a private channel, and the sentence to use in `moves:`."),
            )
            continue
        said = {tag for move in plan.moves if channel.id in move.from_ and move.say for tag in move.say.by_language}
        missing = [tag for tag in channel.languages if tag not in said and tag not in plan.languages]
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
                say("Add them: `moves: [{from: [{id}], to: {to}, say: …}]`.", id=channel.id, to=channel.private),
            )


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
