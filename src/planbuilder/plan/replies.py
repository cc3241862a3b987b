"""Whom we answer and how, what we offer, and whether it helped."""

from typing import Literal

from planbuilder.plan._entry import Entry, staff
from planbuilder.plan.refs import RoleRef
from planbuilder.plan.texts import Text, TextValue
from planbuilder.plan.times import DurationValue
from planbuilder.plan.values import MoneyValue, Percent, Word

ReplyDo = Literal["answer", "correct", "thank", "answer-once", "watch", "report"]


class ReplyKind(Entry):
    """A kind of message, and what we do with it."""

    do: ReplyDo | None = staff("What we do.")
    meaning: TextValue | None = staff("Which messages are meant.")
    within: DurationValue | None = staff("How soon.")
    who: RoleRef | None = staff("The role that does it.")
    needs: RoleRef | None = staff("The role that must agree first.")

    @property
    def called(self) -> str:
        """The id of the kind."""
        return self.id


class HideOrDelete(Entry):
    """When a comment may be hidden."""

    allowed: tuple[Word, ...] = staff("The cases: kinds of message, or words.", ())
    needs: RoleRef | None = staff("The role that decides.")
    keep: TextValue | None = staff("What is kept as a record.")


class Replies(Entry):
    """Whom we answer. By default everybody; the exceptions stand here."""

    default: ReplyDo | None = staff("What we do by default: answer.")
    kinds: dict[str, ReplyKind] = staff("The kinds of messages.", {})
    hide_or_delete: HideOrDelete | None = staff("When a comment may be hidden.")
    sign: TextValue | None = staff("How a reply is signed.")


class Tone(Entry):
    """House words."""

    address: Literal["vous", "tu"] | None = staff("How people are addressed in French.")
    never: tuple[Word, ...] = staff("Words that we never use.", ())
    words: dict[str, Word] = staff("Words to avoid, and the words to prefer.", {})
    allow: dict[str, tuple[Word, ...]] = staff("Phrases that a check of tone lets pass, by check.", {})


class Remedy(Entry):
    """What we offer to people harmed."""

    name: TextValue = staff("What it is called.", ...)
    who: RoleRef | None = staff("The role that may grant it.")
    up_to: MoneyValue | None = staff("Up to how much.")
    over: RoleRef | None = staff("The role that decides above that amount.")

    @property
    def called(self) -> Text:
        """The name of the remedy."""
        return self.name


class FollowUp(Entry):
    """Whether people are satisfied, and what we do if they are not."""

    ask: TextValue | None = staff("The question we ask.")
    after: DurationValue | None = staff("How long after the answer we ask it.")
    by: RoleRef | None = staff("The role that asks.")
    target: Percent | None = staff("How many must be satisfied.")
    below_target: TextValue | None = staff("What we do when fewer are.")
    watch_for: DurationValue | None = staff("How long we keep watching.")
