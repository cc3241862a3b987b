"""REPLY: whom we answer, and how."""

import re
from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.patterns import regex
from planbuilder.plan import Plan
from planbuilder.plan.replies import ReplyKind
from planbuilder.rules._rule import rule
from planbuilder.source import Where

SILENT = ("watch", "report")
"""What we do without answering."""


@rule(
    "REPLY-NO-POLICY",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A11", "A15", "B2", "B5"),
    source=("USAF",),
    why="Those who reply at night need it in writing: whom to answer, and when to keep quiet.",
    bad="""
        about:  # <-- The plan does not say whom to answer.
          organisation: Example
          languages: [en]
        """,
    good="""
        replies: {default: answer}
        """,
)
def no_policy(plan: Plan) -> Iterator[Gap]:
    """The plan has rules for replies: a default, or kinds of messages. Without a default everybody is answered."""
    replies = plan.replies
    if replies is None or (replies.default is None and not replies.kinds):
        yield Gap(
            replies.where if replies else Where(("about",)),
            say("The plan does not say whom to answer."),
            say("Add `replies:` with `default: answer`, and the exceptions below `kinds:`."),
        )


@rule(
    "REPLY-DEFAULT-SILENCE",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("B2",),
    source=("SEEDS", "USAF"),
    why="Complaints are not to be ignored; trolls are watched, not left alone.",
    bad="""
        replies:
          default: watch  # <-- By default, complaints would be ignored.
          kinds:
            troll: {do: watch}  # <-- Messages of the kind troll get no answer, and nobody decides or watches.
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana, can: [approve]}
          watcher: {holder: ana, can: [monitor]}
        replies:
          default: answer
          kinds:
            troll: {do: watch, who: watcher, needs: lead}
        """,
)
def silence_by_default(plan: Plan) -> Iterator[Gap]:
    """Everybody is answered by default; a kind of message is left unanswered only with an approver and a watcher.

    `watch` and `report` leave a message unanswered. The approver is `needs`, the one who keeps watching is `who`.
    """
    if plan.replies is None:
        return
    if plan.replies.default in SILENT:
        yield Gap(
            plan.replies.where / "default",
            say("By default, complaints would be ignored."),
            say("Set `default: answer`; leave silence to named kinds with an approver."),
        )
    for kind in plan.replies.kinds.values():
        if kind.do in SILENT and (kind.needs is None or kind.who is None):
            yield Gap(kind.where, _unguarded(kind), say("Add `needs:` (who decides) and `who:` (who keeps watching)."))


def _unguarded(kind: ReplyKind) -> Message:
    if kind.who is not None:
        return say("Messages of the kind {kind} get no answer, and nobody decides that.", kind=kind.called)
    if kind.needs is not None:
        return say("Messages of the kind {kind} get no answer, and nobody keeps watching.", kind=kind.called)
    return say("Messages of the kind {kind} get no answer, and nobody decides or watches.", kind=kind.called)


CASES = {
    "answer": say("somebody unhappy (`do: answer`)"),
    "correct": say("a false fact (`do: correct`)"),
    "answer-once": say("anger (`do: answer-once`)"),
    "watch": say("a troll (`do: watch`)"),
    "report": say("a threat (`do: report`)"),
}
"""What is done, and with whom: the boxes of the chart."""


@rule(
    "REPLY-KINDS",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A15", "A22"),
    source=("USAF",),
    why="Trolls, rage, people who are wrong and unhappy customers want four different answers.",
    bad="""
        replies:
          default: answer
          kinds:  # <-- The reply rules do not cover anger (`do: answer-once`) and a threat (`do: report`).
            complaint: {do: answer}
            false-fact: {do: correct}
            troll: {do: watch}
        """,
    good="""
        replies:
          default: answer
          kinds:
            complaint: {do: answer}
            false-fact: {do: correct}
            rage: {do: answer-once}
            troll: {do: watch}
            threat: {do: report}
        """,
)
def kinds_missing(plan: Plan) -> Iterator[Gap]:
    """The kinds of messages cover somebody unhappy, a false fact, anger, a troll and a threat, by what is done."""
    if plan.replies is None:
        return
    done = {kind.do for kind in plan.replies.kinds.values()}
    missing = [said for do, said in CASES.items() if do not in done]
    if missing:
        yield Gap(
            plan.replies.where / "kinds",
            say("The reply rules do not cover {missing}.", missing=missing),
            _add_kinds([do for do in SILENT if do not in done]),
        )


def _add_kinds(silent: list[str]) -> Message:
    """What to type below `kinds:`; what is left unanswered needs somebody who decides that."""
    if not silent:
        return say("Add them to `kinds:`, each with `do:`, `meaning:`, `within:` and `who:`.")
    return say(
        "Add them to `kinds:`, each with `do:`, `meaning:`, `within:` and `who:`; with {silent} also `needs:`, the role"
        " that decides not to answer.",
        silent=[f"`do: {do}`" for do in silent],
    )


@rule(
    "REPLY-LATE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A11", "B6"),
    source=("LAB",),
    why="Of two promises one is broken.",
    bad="""
        channels:
          x: {platform: x, reply_within: 60m}
          help: {platform: email, reply_within: 4h}
        replies:
          kinds:
            false-fact:
              do: correct
              within: 8h  # <-- You promise a reply in 4 h on help at the latest, but 8 h for the kind false-fact.
        """,
    good="""
        channels:
          x: {platform: x, reply_within: 60m}
          help: {platform: email, reply_within: 4h}
        replies:
          kinds:
            false-fact: {do: correct, within: 2h}
        """,
)
def late_kind(plan: Plan) -> Iterator[Gap]:
    """No kind of message takes longer than the slowest channel promises."""
    promises = [(channel.reply_within, channel) for channel in plan.channels.values() if channel.reply_within]
    if not promises or plan.replies is None:
        return
    slowest, channel = max(promises, key=lambda promise: promise[0].total_minutes)
    for kind in plan.replies.kinds.values():
        if kind.within and kind.within.total_minutes > slowest.total_minutes:
            yield Gap(
                kind.where / "within",
                say(
                    "You promise a reply in {promise} on {channel} at the latest, but {time} for the kind {kind}.",
                    promise=slowest,
                    channel=channel.called,
                    time=kind.within,
                    kind=kind.called,
                ),
                say("Shorten `within:`, or give the channel a longer `reply_within:`."),
            )


@rule(
    "REPLY-DELETE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A16", "B10"),
    source=("GERATOOLS", "OWN"),
    why="Deleting criticism is the classic way to make it worse.",
    bad="""
        replies:
          default: answer
          hide_or_delete:  # <-- The plan does not say what record is kept of a hidden comment.
            allowed: [threat, spam]
        """,
    good="""
        replies:
          default: answer
          hide_or_delete:
            allowed: [threat, spam]
            keep: screenshot in the log
        """,
)
def deleting(plan: Plan) -> Iterator[Gap]:
    """The plan says when a comment may be hidden or deleted, and what record is kept; criticism is no such case.

    A case is criticism where its words, English or French, name that and nothing that may be hidden: no insult, threat,
    hate, lie, advertising or personal data.
    """
    if plan.replies is None:
        return
    hide, where = plan.replies.hide_or_delete, plan.replies.where / "hide_or_delete"
    if hide is None or not hide.allowed:
        yield Gap(
            where,
            say("The plan does not say when a comment may be hidden."),
            say(
                "Write below `replies:` the cases, who decides, and the record:"
                " `hide_or_delete: {allowed: […], needs: role, keep: …}`."
            ),
        )
    elif hide.keep is None:
        yield Gap(
            where,
            say("The plan does not say what record is kept of a hidden comment."),
            say("Add `keep:`, for example a screenshot in the log."),
        )
    critics = [case for case in hide.allowed if _is_criticism(case)] if hide else []
    if critics:
        yield Gap(
            where / "allowed",
            say("The plan lets criticism be hidden: {cases}.", cases=[say("“{text}”", text=case) for case in critics]),
            say("Take it out of `allowed:` and answer it; hide only threats, insults, personal data and spam."),
        )


_CRITICISM = regex(
    r"\b(?:critiques?|critiquer|avis|mécontent\w*|insatisf\w*|plaintes?|réclamations?|reproches?|désaccords?|négati\w+"
    r"|défavorables?|criticis\w+|critical|negativ\w*|complain\w*|unhappy|dissatisf\w*|bad reviews?|disagree\w*)\b",
    re.IGNORECASE,
)
_MAY_BE_HIDDEN = regex(
    r"insult|injur|menac|threat|hain|hate|racis|sexis|homopho|discrimin|diffam|defam|libel|slander|spam|publicit|advert"
    r"|mensong|fausse?s?\b|\bfaux|fake|false|personnel|personal|abus|harass|harcèl|viol|obsc|illeg|illég|grossi|vulgar"
    r"|profan|obscen|données|\bdata\b|\b(?:not?|jamais|never|sauf|hors|except|pas|sans|without)\b",
    re.IGNORECASE,
)


def _is_criticism(case: str) -> bool:
    return bool(_CRITICISM.search(case)) and not _MAY_BE_HIDDEN.search(case)
