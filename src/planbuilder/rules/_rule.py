"""The rule: one object that the checker, the tests, `explain`, the docs and the site read."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from inspect import cleandoc
from typing import NamedTuple

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.plan import Plan

MARK = "# <--"
"""In a bad example: the finding stands on this line; the sentence follows."""


class Example(NamedTuple):
    """A part of a plan. `text` is what the reader sees; `due` are the lines (from 1) and sentences of the findings."""

    text: str
    due: tuple[tuple[int, str], ...]

    @classmethod
    def read(cls, marked: str) -> "Example":
        """Take the marks off an example."""
        lines, due = [], []
        for number, line in enumerate(cleandoc(marked).split("\n"), 1):
            text, mark, sentence = line.partition(MARK)
            lines.append(text.rstrip() if mark else line)
            due += [(number, one.strip()) for one in sentence.split(" | ")] if mark else []
        return cls("\n".join(lines) + "\n", tuple(due))


class Rule:
    """A check: its id, how grave it is, which profile asks for it, what it serves, and how it finds gaps."""

    def __init__(  # noqa: PLR0913 - what a rule is made of
        self,
        id: str,  # noqa: A002 - the word of the catalogue
        find: Callable[..., Iterator[Gap]],
        *,
        severity: Severity,
        profile: Profile,
        serves: tuple[str, ...],
        source: tuple[str, ...],
        why: str,
        bad: str,
        good: str,
    ) -> None:
        self.id = id
        self.severity = severity
        self.profile = profile
        self.serves = serves
        """The recommendations of the two articles, `A3` or `B12`."""
        self.source = source
        """Keys of the list of sources."""
        self.why = why
        self._find = find
        self._bad = bad
        self._good = good

    def __repr__(self) -> str:
        return f"<Rule {self.id}>"

    def check(self, plan: Plan, today: date) -> Iterator[Gap]:
        """The gaps of a plan on a day."""
        return self._find(plan, today) if self._find.__code__.co_argcount > 1 else self._find(plan)

    @property
    def family(self) -> str:
        """The first word of the id."""
        return self.id.partition("-")[0]

    @cached_property
    def about(self) -> str:
        """What the check asks and where exactly it draws the line, for the reader: the docstring of its function."""
        return cleandoc(self._find.__doc__ or "")

    @cached_property
    def bad(self) -> Example:
        """An example that it finds fault with; the marks say where and how."""
        return Example.read(self._bad)

    @cached_property
    def good(self) -> Example:
        """The same, mended."""
        return Example.read(self._good)


def rule(  # noqa: PLR0913
    id: str,  # noqa: A002
    *,
    severity: Severity,
    profile: Profile,
    why: str,
    bad: str,
    good: str,
    serves: tuple[str, ...] = (),
    source: tuple[str, ...] = (),
) -> Callable[[Callable[..., Iterator[Gap]]], Rule]:
    """Make a rule of a generator of gaps: `(plan)`, or `(plan, today)` where the day matters."""

    def make(find: Callable[..., Iterator[Gap]]) -> Rule:
        return Rule(
            id,
            find,
            severity=severity,
            profile=profile,
            serves=serves,
            source=source,
            why=why,
            bad=bad,
            good=good,
        )

    return make
