"""MON: whether we look often enough, everywhere, and know what is normal."""

from collections.abc import Iterator
from datetime import date

from planbuilder.cover.clock import join
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.plan import Duration, Plan, platform_name, takes_messages
from planbuilder.plan.alert import Level
from planbuilder.plan.channels import Channel
from planbuilder.plan.hours import MINUTES_PER_WEEK
from planbuilder.plan.platforms import is_social
from planbuilder.rules._rule import rule


@rule(
    "MON-CADENCE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A10", "A11"),
    source=("LAB",),
    why="You cannot answer faster than you look.",
    bad="""
        channels:
          x: {platform: x, reply_within: 60m}
        levels:
          crisis: {name: Crisis, when: [A person is injured]}
        monitoring:
          watch:
            x:
              tool: Visibrain
              every: 45m  # <-- You look at x every 45 min, but promise an answer in 1 h.
              hours: daily 07:00-23:00  # <-- You look at x only every day 07:00–23:00, but Crisis promises 24/7.
        """,
    good="""
        channels:
          x: {platform: x, reply_within: 60m}
        levels:
          crisis: {name: Crisis, when: [A person is injured]}
        monitoring:
          watch:
            x: {tool: Visibrain, every: 30m, hours: 24/7}
        """,
)
def too_seldom(plan: Plan) -> Iterator[Gap]:
    """A source is looked at twice within the reply time of its channel, and day and night where a level promises that.

    A level without `hours` promises 24/7. It is enough that some source is looked at at every hour, by the `hours:` of
    the sources together: a 24/7 alert lets the others sleep. Channels where nobody outside can write, such as the
    phone, are left out: it rings, and nothing arrives there at night. So are sources that are named for calls and,
    where social networks are watched, mailboxes: who counts calls or reads mail does not see what is posted.
    """
    promise = next((level for level in plan.levels.values() if level.hours is None or level.hours.always), None)
    for source, watch in plan.monitoring.watch.items() if plan.monitoring else ():
        channel = plan.channels.get(source)
        reply = channel.reply_within if channel and takes_messages(plan, channel) else None
        if watch.every and reply and 2 * watch.every.total_minutes > reply.total_minutes:
            yield Gap(
                watch.where / "every",
                say(
                    "You look at {source} every {every}, but promise an answer in {reply}.",
                    source=source,
                    every=watch.every,
                    reply=reply,
                ),
                say("Look more often: half the reply time, or less."),
            )
    if promise:
        yield from _asleep(plan, promise)


def _asleep(plan: Plan, promise: Level) -> Iterator[Gap]:
    """Once, at the source that is looked at longest, where at some hour nobody looks at any."""
    watches = plan.monitoring.watch if plan.monitoring else {}
    networks = any(is_social(plan, plan.channels[source]) for source in watches if source in plan.channels)
    hours = {
        source: watch.hours
        for source, watch in watches.items()
        if watch.hours and _sees_posts(plan, source, networks=networks)
    }
    if not hours or join(span for one in hours.values() for span in one.spans) == [(0, MINUTES_PER_WEEK)]:
        return
    longest = max(hours, key=lambda source: hours[source].minutes_per_week)
    yield Gap(
        watches[longest].where / "hours",
        say(
            "You look at {source} only {hours}, but {level} promises 24/7.",
            source=longest,
            hours=hours[longest],
            level=promise.called,
        ),
        say(
            "Add a source that gives the alarm at night too, with `hours: 24/7`, to `watch:`; the others may sleep. Or"
            " write the `hours:` of the level."
        ),
    )


_CALLS = regex(r"(?<!on-)\b(?:calls?|appels?|phones?|telephones?|standard|switchboard|hotline)\b")


def _sees_posts(plan: Plan, source: str, *, networks: bool) -> bool:
    """Whether what people write is seen there: on social networks, where some are watched; no dashboard of calls."""
    channel = plan.channels.get(source)
    if channel is None:
        return not _CALLS.search(source.lower())
    return is_social(plan, channel) if networks else takes_messages(plan, channel)


MEASURED_WITHIN = Duration(months=6)


@rule(
    "MON-NO-BASELINE",
    severity=Severity.WARNING,
    profile=Profile.ADVANCED,
    serves=("B22",),
    source=("BEEFED-MON",),
    why="A sustained multiple of the usual volume is the earliest hard signal.",
    bad="""
        levels:
          watch: {when: [More than 20 negative messages an hour]}
        monitoring:
          alerts:
            - measure: negative messages an hour
              above: 6  # <-- The alert goes off above 6, less than twice the normal 4 (negative messages an hour).
              level: watch
          normal:  # <-- The normal values were last measured on 1 February 2026.
            negative messages an hour: 4
            measured: 2026-02-01
        """,
    good="""
        levels:
          watch: {when: [More than 20 negative messages an hour]}
        monitoring:
          alerts:
            - {measure: negative messages an hour, above: 20, level: watch}
          normal: {negative messages an hour: 4, measured: 2026-10-31}
        """,
)
def no_baseline(plan: Plan, today: date) -> Iterator[Gap]:
    """The plan says what is normal, measured within 6 months, and no alert goes off below twice the normal value."""
    monitoring = plan.monitoring
    if monitoring is None:
        return
    measured = monitoring.measured
    if not monitoring.normal or measured is None or MEASURED_WITHIN.after(measured) < today:
        yield Gap(
            monitoring.where / "normal",
            say("The normal values were last measured on {date}.", date=measured)
            if monitoring.normal and measured
            else say("You do not know what a normal day looks like."),
            say("Measure it and write it with its day: `normal: {measure: number, measured: date}`."),
        )
    for alert in monitoring.alerts:
        normal = monitoring.normal.get(alert.measure or "")
        if alert.above is not None and normal is not None and alert.above < 2 * normal:
            yield Gap(
                alert.where / "above",
                say(
                    "The alert goes off above {above}, less than twice the normal {normal} ({measure}).",
                    above=alert.above,
                    normal=normal,
                    measure=alert.measure,
                ),
                say("Raise `above:` to twice the normal value or more."),
            )


@rule(
    "MON-BLIND",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A9", "A10"),
    source=("OWN",),
    why="Complaints land where you do not look.",
    bad="""
        channels:
          x: {platform: x}
          help: {platform: email}  # <-- Nobody watches help, although people can write there.
        monitoring:
          watch:
            x: {tool: Visibrain}
        """,
    good="""
        channels:
          x: {platform: x}
          help: {platform: email}
        monitoring:
          watch:
            x: {tool: Visibrain}
            help: {tool: shared mailbox}
        """,
)
def blind_spot(plan: Plan) -> Iterator[Gap]:
    """Every channel where people outside can write is watched, under its own name or that of its platform.

    Direct messages are watched with the account whose private channel they are.
    """
    if plan.monitoring is None or not plan.monitoring.watch:
        return
    watched = set(plan.monitoring.watch)
    inboxes = {c.private for c in plan.channels.values() if _is_watched(c, watched)}
    inboxes.update(move.to for move in plan.moves if watched.intersection(move.from_))
    for channel in plan.channels.values():
        if not takes_messages(plan, channel) or _is_watched(channel, watched):
            continue
        if platform_name(channel) == "direct message" and channel.id in inboxes:
            continue
        yield Gap(
            channel.where,
            say("Nobody watches {channel}, although people can write there.", channel=channel.called),
            say(
                "Add below `watch:`: `{id}: {tool: …, every: …, by: {role}}`.",
                id=channel.id,
                role=_watcher(plan) or "…",
            ),
        )


def _watcher(plan: Plan) -> str | None:
    """The role that watches already, or can."""
    watching = (watch.by for watch in plan.monitoring.watch.values() if watch.by) if plan.monitoring else iter(())
    return next(watching, None) or next((role.id for role in plan.roles.values() if "monitor" in role.can), None)


def _is_watched(channel: Channel, watched: set[str]) -> bool:
    return channel.id in watched or platform_name(channel) in watched
