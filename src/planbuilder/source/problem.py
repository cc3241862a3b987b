"""What is wrong with the shape of a plan: one sentence, its place, its repair."""

from typing import NamedTuple

from planbuilder.messages import Message
from planbuilder.source.tree import Span, Where

SHAPE = "SHAPE"
"""The one id of all shape problems that no check of the catalogue owns."""

_ROOT = Where()


class Problem(NamedTuple):
    """A shape problem. `kind` tells shape problems apart for programs (`unknown-key`, `duplicate-key`, …).

    Its place is `span` where the file alone is known (no plan could be read), else the address `where`.
    `at_value` points at the value instead of its key.
    """

    message: Message
    fix: Message
    kind: str
    where: Where = _ROOT
    span: Span | None = None
    check: str = SHAPE
    at_value: bool = False
    severity: str = "error"
