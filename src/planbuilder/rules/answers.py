"""The answers that a plan gives in a few words: free strings that are neither texts nor names."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planbuilder.language.leftovers import denied, undecided
from planbuilder.plan import Plan
from planbuilder.plan.about import About
from planbuilder.source import Where

MAY_BE_NONE = ("account", "two_factor")
"""Where `n/a` says that there is none: a radio has no account, and CHAN-WEAK-LOGIN judges what has no second factor."""


class Answer(NamedTuple):
    """An answer: its address, the entry that it belongs to, where that has a name, and its key there."""

    where: Where
    entry: object
    key: str
    written: str


def undecided_answers(plan: Plan) -> Iterator[Answer]:
    """Answers of which only "TBC", "…" or the like is written."""
    for holder, entry, keys in (*_of_about(plan.about), *_of_channels(plan), *_of_others(plan)):
        for key, value in keys.items():
            if value and undecided(value) and not (key in MAY_BE_NONE and denied(value)):
                yield Answer(holder / key, entry, key, value)
    for where, words in _lists(plan):
        for number, word in enumerate(words):
            if undecided(word):
                yield Answer(where / number, None, "", word)


_Answers = tuple[Where, object, Mapping[str, str | None]]


def _of_about(about: About) -> Iterator[_Answers]:
    if room := about.war_room:
        yield room.where, None, {"place": room.place, "bridge": room.bridge, "backup_bridge": room.backup_bridge}
    for kept in (about.log, about.offline_copy):
        if kept:
            yield kept.where, None, {"where": kept.kept_at}
    for recipient in about.distribution:
        yield recipient.where, None, {"to": recipient.to, "how": recipient.how}


def _of_channels(plan: Plan) -> Iterator[_Answers]:
    for channel in plan.channels.values():
        yield channel.where, channel.called, {"account": channel.account}
        if login := channel.access:
            kept = {"kept_in": login.kept_in, "two_factor": login.two_factor, "recovery": login.recovery}
            yield login.where, channel.called, kept
        if pause := channel.pause_scheduled:
            yield pause.where, channel.called, {"tool": pause.tool}


def _of_others(plan: Plan) -> Iterator[_Answers]:
    for p in plan.people.values():  # TEAM-BAD-NUMBER reads the other means
        yield p.where, p.called, {"signal": p.signal, "whatsapp": p.whatsapp, "teams": p.teams, "slack": p.slack}
    for audience in plan.audiences.values():
        yield audience.where, audience.called, {"contacts_in": audience.contacts_in}
    for duty in plan.obligations.values():
        yield duty.where, duty.called, {"to": duty.to}
    for name, platform in plan.platforms.items():
        yield platform.where, name, {"domain": platform.domain}
    if plan.monitoring:
        for source, watch in plan.monitoring.watch.items():
            yield watch.where, source, {"tool": watch.tool}
        for alert in plan.monitoring.alerts:
            yield alert.where, None, {"measure": alert.measure}


def _lists(plan: Plan) -> Iterator[tuple[Where, tuple[str, ...]]]:
    for channel in plan.channels.values():
        yield channel.where / "depends_on", channel.depends_on
    if plan.monitoring:
        for group, words in plan.monitoring.keywords.items():
            yield plan.monitoring.where / "keywords" / group, words
    if plan.replies and (hide := plan.replies.hide_or_delete):
        yield hide.where / "allowed", hide.allowed
