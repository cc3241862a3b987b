"""The state of a plan by recommendation: met or not, and the entries that show it. No score without its list."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from planbuilder.findings import Finding, Severity
from planbuilder.messages import Message, say
from planbuilder.practices import PRACTICES, Practice
from planbuilder.rules import Rule
from planbuilder.source import Mapping, Value, Where
from planbuilder.source import Sequence as ListOfValues


class State(StrEnum):
    """Where a plan stands with a recommendation."""

    MET = "met"
    NOT_MET = "not-met"
    WAIVED = "waived"
    NOT_ASKED = "not-asked"
    """No check of the profile looks at it, or the plan could not be read."""
    NOT_APPLICABLE = "not-applicable"
    """It is no crisis practice, or nothing in the plan calls for it."""


STATE_WORDS: dict[State, Message] = {
    State.NOT_MET: say("not met"),
    State.WAIVED: say("waived"),
    State.MET: say("met"),
    State.NOT_ASKED: say("not asked"),
    State.NOT_APPLICABLE: say("not applicable"),
}
"""Worst first."""


class Standing(NamedTuple):
    """A recommendation as a plan meets it. `checks` are those asked; `against` the findings (ids and addresses)."""

    practice: Practice
    state: State
    checks: tuple[str, ...]
    against: tuple[tuple[str, str], ...]
    entries: tuple[str, ...]


def standings(
    asked: Iterable[Rule], findings: Sequence[Finding], waived: Sequence[Finding], written: Mapping
) -> tuple[Standing, ...]:
    """How a plan stands with each recommendation, after the rules in `asked` were asked of it.

    Advice alone leaves a recommendation met. One that nothing was found against is met only where entries of the plan
    show it.
    """
    rules = tuple(asked)
    return tuple(_standing(practice, rules, findings, waived, written) for practice in PRACTICES)


def serving(practice: Practice, rules: Iterable[Rule]) -> tuple[str, ...]:
    """The ids of the rules that serve a recommendation."""
    return tuple(rule.id for rule in rules if practice.id in rule.serves or rule.id in practice.checks)


def _standing(
    practice: Practice, rules: Sequence[Rule], findings: Sequence[Finding], waived: Sequence[Finding], written: Mapping
) -> Standing:
    checks = serving(practice, rules)
    against = [finding for finding in findings if finding.check in checks and finding.severity is not Severity.INFO]
    passed = [finding for finding in waived if finding.check in checks]
    entries = tuple(shown_by(practice, written))
    if practice.outside:
        state = State.NOT_APPLICABLE
    elif not checks:
        state = State.NOT_ASKED
    elif against:
        state = State.NOT_MET
    elif passed:
        state = State.WAIVED
    else:
        state = State.MET if entries else State.NOT_APPLICABLE
    return Standing(practice, state, checks, tuple((one.check, one.address) for one in against or passed), entries)


def shown_by(practice: Practice, written: Mapping) -> Iterator[str]:
    """The addresses of the plan that show a recommendation."""
    for pattern in practice.shown_by.split():
        yield from (str(where) for where in _matching(written, pattern.split("."), Where()))


def _matching(node: Value, keys: Sequence[str], where: Where) -> Iterator[Where]:
    if not keys:
        if node:
            yield where
    elif isinstance(node, Mapping):
        names = list(node) if keys[0] == "*" else [keys[0]] if keys[0] in node else []
        for name in names:
            yield from _matching(node[name], keys[1:], where / name)
    elif isinstance(node, ListOfValues) and keys[0] == "*":
        for position, below in enumerate(node):
            yield from _matching(below, keys[1:], where / position)
