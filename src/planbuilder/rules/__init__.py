"""What a plan is held to: the catalogue of checks."""

from collections.abc import Iterator

from planbuilder.rules._rule import Example, Rule
from planbuilder.rules.catalogue import CATALOGUE

__all__ = ["CATALOGUE", "Example", "Rule", "find_rule", "texts_to_translate"]


def find_rule(id: str) -> Rule | None:  # noqa: A002
    """The rule with this id, in any case."""
    return next((rule for rule in CATALOGUE if rule.id == id.upper()), None)


def texts_to_translate() -> Iterator[str]:
    """What the rules say about themselves, for the translators."""
    for rule in CATALOGUE:
        yield rule.about
        yield rule.why
