"""The rules that an organisation adds: installed packages name them under the entry point `planbuilder.rules`."""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache

from planbuilder.messages import Message, say
from planbuilder.rules._rule import Rule
from planbuilder.rules.catalogue import CATALOGUE

GROUP = "planbuilder.rules"

_ID = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")


class OwnRulesUnusable(Exception):  # noqa: N818 - what happened, not a kind of error
    """An entry point that gives no rules. Checking without them would look as if they had found nothing."""

    def __init__(self, entry: str, reason: str | Message) -> None:
        super().__init__(entry, reason)
        self.entry = entry
        self.reason = reason


@cache
def own_rules() -> tuple[Rule, ...]:
    """The rules of installed packages, in the order of their entry points' names. OwnRulesUnusable where one fails."""
    return tuple(rule for rules in _by_entry().values() for rule in rules)


def package_of(check: str) -> str | None:
    """The entry point that gives the rule with this id; None where it is not an organisation's own."""
    return next((entry for entry, rules in _by_entry().items() if any(rule.id == check for rule in rules)), None)


@cache
def _by_entry() -> Mapping[str, Sequence[Rule]]:
    if not _announced():
        return {}
    from importlib.metadata import entry_points  # costs a tenth of a check, for those who have such a package

    found: dict[str, list[Rule]] = {}
    taken = {rule.id for rule in CATALOGUE}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            given = entry.load()
            rules = (given,) if isinstance(given, Rule) else tuple(given)
        except (Exception, SystemExit) as error:  # what leaves the program is a failure too: nothing was checked
            raise OwnRulesUnusable(entry.name, f"{type(error).__name__}: {entry.value}") from error
        for rule in rules:
            if not isinstance(rule, Rule) or not _ID.fullmatch(rule.id):
                raise OwnRulesUnusable(entry.name, str(getattr(rule, "id", rule)))
            if rule.id in taken:
                raise OwnRulesUnusable(entry.name, say("there is a check {check} already", check=rule.id))
            taken.add(rule.id)
            found.setdefault(entry.name, []).append(rule)
    return found


def _announced() -> bool:
    """Whether any installed package names the entry point: a look at small files, much quicker than reading them."""
    return any(f"[{GROUP}]".encode() in text for text in _entry_points())


def _entry_points() -> Iterator[bytes]:
    for folder in dict.fromkeys(sys.path):
        with suppress(OSError), os.scandir(folder or ".") as entries:
            for entry in entries:
                if entry.name.endswith((".dist-info", ".egg-info")):
                    with suppress(OSError), open(f"{entry.path}/entry_points.txt", "rb") as file:  # noqa: PTH123 - quick
                        yield file.read()
