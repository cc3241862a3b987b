"""`planbuilder diff`: what is different in a plan, in words."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import click

from planbuilder.changes import Change, Kind, changes
from planbuilder.commands._language import said
from planbuilder.commands._options import language_option, option, plans_argument
from planbuilder.commands._output import out
from planbuilder.commands._what_if import readable
from planbuilder.commands._words import Argument, Command
from planbuilder.loading import Loaded
from planbuilder.messages import Message, render, say, say_many, say_value, spoken_tag
from planbuilder.plan import Plan, Visibility
from planbuilder.reporters import Line, Piece
from planbuilder.source import as_they_were

VERSION = 1


@click.command(
    "diff",
    cls=Command,
    help=say(
        "Say what is different in the plans since BEFORE, an older copy of them: who came and left, which texts "
        "changed, what is new. Values that only the crisis team sees are not shown."
    ),
)
@click.argument("before", cls=Argument, metavar=say("BEFORE"))
@plans_argument
@option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help=say("How it is written."))
@language_option
def command(before: str, plans: str, format_: str, lang: str | None) -> None:
    """Print what changed."""
    copies = {loaded.name: plan for loaded, plan in readable(before)}
    newer = {loaded.name: (loaded, plan) for loaded, plan in readable(plans)}
    older = as_they_were(copies, list(newer))
    found = [
        _Compared(loaded, plan, spoken_tag(lang or loaded.language), older.get(name))
        for name, (loaded, plan) in newer.items()
    ]
    gone = sorted(older.keys() - newer.keys())
    if format_ == "json":
        import json

        told = {"version": VERSION, "plans": [_facts(one) for one in found], "gone": gone}
        out().emit((line,) for line in json.dumps(told, indent=2, ensure_ascii=False).split("\n"))
        return
    for one in found:
        out().emit(_told(one))
    out().emit((Piece(said(say("{plan}: the plan is gone.", plan=name)), "strong"),) for name in gone)


class _Compared(NamedTuple):
    """A plan as it is, and as it was; None where there was none."""

    loaded: Loaded
    plan: Plan
    language: str
    before: Plan | None

    @property
    def changes(self) -> list[Change]:
        return changes(self.before, self.plan, Visibility.STAFF) if self.before else []


def _told(one: _Compared) -> Iterator[Line]:
    found = one.changes
    trail = None
    for change in found:
        above = change.trail if change.key else change.trail[:-1]
        heading = (str(change.where[0]), *(say_value(name, one.language) for name in above))
        if heading != trail:
            trail = heading
            yield ()
            yield (Piece(" › ".join(heading), "strong"),)
        yield from _lines(change, one.language)
    if found:
        yield ()
    yield (Piece(render(_summary(one, len(found)), one.language), "strong"),)


def _summary(one: _Compared, count: int) -> Message:
    name = one.loaded.name
    if one.before is None:
        return say("{plan}: the plan is new.", plan=name)
    if not count:
        return say("{plan}: nothing is different.", plan=name)
    return say_many("{plan}: {count} change.", "{plan}: {count} changes.", count, plan=name)


_SHORT = 60
"""Characters of a value that still fits beside another on a line."""


def _lines(change: Change, language: str) -> Iterator[Line]:
    if change.key is None:
        name = say_value(change.trail[-1], language)
        yield ("  ", Piece(f"+ {name}", "good") if change.kind is Kind.ADDED else Piece(f"− {name}", "error"))
        return
    what = change.what(language) + (f" ({change.language})" if change.language else "")
    if change.private:
        hidden = say("{what}: changed; only the crisis team sees it.", what=what)
        yield ("  ", render(hidden, language))
        return
    was, now = ("" if value in (None, []) else say_value(value, language) for value in (change.before, change.after))
    if was and now and len(was) <= _SHORT and len(now) <= _SHORT and not isinstance(change.before, list):
        yield ("  ", render(say("{what}: {before} → {after}", what=what, before=was, after=now), language))
        return
    if not was and not now:
        yield ("  ", render(_without_values(change.kind, what), language))
        return
    yield ("  ", render(say("{what}:", what=what), language))
    yield from (("    ", Piece(f"− {line}", "error")) for line in was.splitlines() if line.strip())
    yield from (("    ", Piece(f"+ {line}", "good")) for line in now.splitlines() if line.strip())


def _without_values(kind: Kind, what: str) -> Message:
    if kind is Kind.ADDED:
        return say("{what}: new.", what=what)
    if kind is Kind.REMOVED:
        return say("{what}: gone.", what=what)
    return say("{what}: changed.", what=what)


def _facts(one: _Compared) -> dict[str, Any]:
    return {
        "plan": one.loaded.name,
        "new": one.before is None,
        "changes": [_fact(change, one.language) for change in one.changes],
    }


def _fact(change: Change, language: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if change.key and not change.private:
        values = {"before": _value(change.before, language), "after": _value(change.after, language)}
    return {
        "kind": change.kind.value,
        "address": str(change.where),
        "entries": [say_value(name, language) for name in change.trail],
        "key": change.key.typed if change.key else None,
        "language": change.language,
        **values,
    }


def _value(value: object, language: str) -> str | list[str] | None:
    if isinstance(value, list):
        return [say_value(one, language) for one in value]
    return None if value is None else say_value(value, language)
