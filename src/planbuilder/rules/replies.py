"""REPLY: whom we answer, and how."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
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
