"""Lengths of time as people type them after an option."""

from planbuilder.plan import Duration
from planbuilder.plan.times import read_duration


def length(value: str) -> Duration | None:
    """The length of time that `2 weeks`, `30d` or `3 semaines` says: the plan's spellings, and their French."""
    try:
        return read_duration(value)
    except ValueError:
        from planbuilder.plan.slips import duration_slip  # who types as the plan does, does not wait for it

        near = duration_slip(value)
        return read_duration(near) if near else None
