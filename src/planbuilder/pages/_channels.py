"""Where we speak and listen: channels, audiences, monitoring."""

from collections.abc import Iterator

from planbuilder.messages import say
from planbuilder.pages._sheets import Reader, Sheet, path_of, section
from planbuilder.pages._words import channel_name
from planbuilder.plan import platform_of


def sheets(reader: Reader) -> Iterator[Sheet]:
    """Channels, one page each, audiences, monitoring."""
    plan = reader.plan
    yield Sheet(
        "channels.md",
        say("Channels"),
        "channels.md.j2",
        say("Before you publish anything: stop the scheduled posts."),
        section("channels", "platforms"),
        values={"reached": {name: _reached(reader, name) for name in plan.channels}},
    )
    for channel in plan.channels.values():
        yield Sheet(
            path_of("channels", channel.id),
            channel_name(plan, channel.id),
            "channel.md.j2",
            say("Check who may publish, how long a text may be, and how soon people expect an answer."),
            (channel.where,),
            entry=True,
            values={
                "channel": channel,
                "platform": platform_of(plan, channel),
                "reached": _reached(reader, channel.id),
                "texts": [
                    (statement, path_of("statements", statement.id))
                    for statement in plan.all_statements()
                    if channel.id in statement.channels
                ],
            },
        )
    yield Sheet(
        "audiences.md",
        say("Audiences"),
        "audiences.md.j2",
        say("Tell first those who are hurt, then our own people, then everybody else."),
        section("audiences"),
        values={"ordered": sorted(plan.audiences.values(), key=lambda one: (not one.first, not one.before_public))},
    )
    yield Sheet(
        "monitoring.md",
        say("Monitoring"),
        "monitoring.md.j2",
        say("Watch these sources; when a number is passed, raise the level it names."),
        section("monitoring"),
    )


def _reached(reader: Reader, channel: str) -> list[str]:
    """The ids of the audiences of a channel, said on either side."""
    plan = reader.plan
    return [
        name
        for name, audience in plan.audiences.items()
        if channel in audience.reach or name in plan.channels[channel].for_
    ]
