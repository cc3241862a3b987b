"""What a plan is held to: the catalogue of checks."""

from collections.abc import Iterator

from planbuilder.rules._rule import Example, Rule, rule
from planbuilder.rules.catalogue import CATALOGUE
from planbuilder.rules.own import OwnRulesUnusable, own_rules

__all__ = [
    "CATALOGUE",
    "Example",
    "OwnRulesUnusable",
    "Rule",
    "all_rules",
    "find_rule",
    "own_rules",
    "rule",
    "texts_to_translate",
]


def all_rules() -> tuple[Rule, ...]:
    """The catalogue, then the rules that installed packages add."""
    return (*CATALOGUE, *own_rules())


def find_rule(id: str) -> Rule | None:  # noqa: A002
    """The rule with this id, in any case."""
    return next((rule for rule in all_rules() if rule.id == id.upper()), None)


def texts_to_translate() -> Iterator[str]:
    """What the rules say about themselves, for the translators."""
    for one in CATALOGUE:
        yield one.about
        yield one.why
