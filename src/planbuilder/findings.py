"""What is wrong or missing: what a rule says (`Gap`), and what a reader sees (`Finding`)."""

from enum import StrEnum
from typing import NamedTuple

from planbuilder.messages import Message
from planbuilder.source import Span, Where


class Severity(StrEnum):
    """How much a finding matters. Errors stop CI unless it is told otherwise."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is the gravest."""
        return list(Severity).index(self)


class Profile(StrEnum):
    """How much a plan is held to. Each profile contains the one before."""

    STARTER = "starter"
    STANDARD = "standard"
    ADVANCED = "advanced"

    def includes(self, other: "Profile") -> bool:
        """Whether a plan held to this profile is held to what `other` asks."""
        order = list(Profile)
        return order.index(other) <= order.index(self)


class Gap(NamedTuple):
    """What a rule found: where, the sentence, and what to type. `severity` only where it is not the rule's own.

    `at_value` points at the value of the address instead of its key. `profile` is the lowest that asks for it, where
    that is not the rule's own.
    """

    where: Where
    message: Message
    fix: Message
    severity: Severity | None = None
    at_value: bool = False
    profile: Profile | None = None


class Finding(NamedTuple):
    """A gap or a shape problem with its place in a file, as reports show it.

    `shown` is the line of the file, with the values of contacts and secrets hidden; empty where there is none.
    """

    check: str
    severity: Severity
    message: Message
    fix: Message
    where: Where
    span: Span
    kind: str = ""
    shown: str = ""

    @property
    def address(self) -> str:
        """The dotted address, as in waivers; `about` where the whole plan is meant."""
        return str(self.where) or "about"
