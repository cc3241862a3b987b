"""Who hears a statement: its channels, the audiences that they reach, what is public."""

from collections.abc import Iterator

from planbuilder.plan.channels import Channel
from planbuilder.plan.platforms import is_public
from planbuilder.plan.scenarios import Statement
from planbuilder.plan.whole import Plan


def channels_of(plan: Plan, statement: Statement) -> Iterator[Channel]:
    """The channels of a statement that are in the plan; PLAN-DEAD-REF speaks of the others."""
    return (plan.channels[name] for name in statement.channels if name in plan.channels)


def goes_public(plan: Plan, statement: Statement) -> bool:
    """Whether people outside can read it on one of its channels; a channel that is not in the plan counts as public."""
    unknown = any(name not in plan.channels for name in statement.channels)
    return unknown or any(is_public(plan, channel) for channel in channels_of(plan, statement))


def is_internal(plan: Plan, statement: Statement) -> bool:
    """Whether the text is for our own people only: by its kind, or because all its audiences are internal."""
    named = [plan.audiences.get(name) for name in statement.audiences]
    return statement.kind == "internal" or (bool(named) and all(a is not None and a.is_internal for a in named))


def reaches(plan: Plan, channel: str, audience: str) -> bool:
    """Whether the plan says that a channel reaches an audience, at the channel or at the audience."""
    place, people = plan.channels.get(channel), plan.audiences.get(audience)
    return (place is not None and audience in place.for_) or (people is not None and channel in people.reach)


def is_for_nobody_in_particular(plan: Plan, channel: str) -> bool:
    """Whether the plan does not say whom a channel reaches."""
    return not any(reaches(plan, channel, audience) for audience in plan.audiences)


def hears(plan: Plan, statement: Statement, audience: str) -> bool:
    """Whether a statement is for an audience, on a channel that reaches it.

    An internal text is for our own people, even on a channel that reaches others too; unless it names its audiences.
    """
    known = plan.audiences.get(audience)
    outside = statement.kind == "internal" and known is not None and not known.is_internal
    meant = audience in statement.audiences if statement.audiences else not outside
    return meant and any(reaches(plan, channel, audience) for channel in statement.channels)
