"""`planbuilder due`: what has a date that is near or past."""

import os
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import click

from planbuilder.commands._language import said
from planbuilder.commands._lengths import length
from planbuilder.commands._options import language_option, option, plans_argument, today_option
from planbuilder.commands._output import out
from planbuilder.commands._today import today_in
from planbuilder.commands._what_if import readable
from planbuilder.commands._words import Command
from planbuilder.due import Due, due
from planbuilder.loading import Loaded
from planbuilder.messages import render, say, say_value, spoken_tag
from planbuilder.plan import Duration, Plan
from planbuilder.reporters import Line, Piece, verbatim

VERSION = 1

_MONTH = Duration(days=30)


def _length(ctx: click.Context, param: click.Parameter, value: str | None) -> Duration:
    if value is None:
        return _MONTH
    found = length(value)
    if found is None:
        message = say(
            "“{value}” is not a length of time; write a number of days, weeks, months or years, for example “30 days”.",
            value=value,
        )
        raise click.BadParameter(said(message), ctx, param)
    return found


@click.command(
    "due",
    cls=Command,
    help=say(
        "Say what has a date that is near or past, by person: reviews, checks of contacts, tests, training, "
        "exercises, approvals, actions, exceptions."
    ),
)
@plans_argument
@option(
    "--within",
    callback=_length,
    metavar=say("LENGTH"),
    help=say("How far ahead, for example “3 weeks” or “6 months”. By default 30 days."),
)
@option(
    "--format", "format_", type=click.Choice(["text", "json", "ics"]), default="text", help=say("How it is written.")
)
@today_option
@language_option
def command(plans: str, within: Duration, format_: str, today: date | None, lang: str | None) -> None:
    """Print what is due."""
    found = []
    for loaded, plan in readable(plans):
        day = today or today_in(plan.about.timezone)
        tongue = spoken_tag(lang or loaded.language)
        found.append(_Found(loaded, plan, day, tongue, due(plan, day, within.after(day))))
    if format_ == "ics":
        from planbuilder.calendar import calendar  # only who asks for a calendar pays for it
        from planbuilder.contentlines import folded

        end = "\r" if os.linesep == "\n" else ""  # its lines end in both signs on every system
        lines = calendar((one.loaded.name, one.plan, one.today, one.language, one.due) for one in found)
        out().emit(verbatim(piece + end) for line in lines for piece in folded(line))
    elif format_ == "json":
        import json

        told = {"version": VERSION, "plans": [_facts(one) for one in found]}
        out().emit((line,) for line in json.dumps(told, indent=2).split("\n"))
    else:
        for number, one in enumerate(found):
            out().emit([()] if number else [])
            out().emit(_told(one, within))


class _Found(NamedTuple):
    """What is due in a plan, and how it is told."""

    loaded: Loaded
    plan: Plan
    today: date
    language: str
    due: list[Due]

    def person(self, owner: str) -> str:
        return say_value(self.plan.called(owner), self.language)


def _told(found: _Found, within: Duration) -> Iterator[Line]:
    """By person, whoever is first to have something to do first."""
    owners: dict[str, list[Due]] = {}
    for one in found.due:
        owners.setdefault(one.owner, []).append(one)
    nobody = render(say("Nobody in charge"), found.language)
    for owner, theirs in owners.items():
        yield (Piece(found.person(owner) if owner else nobody, "strong"),)
        yield from (_line(one, found) for one in theirs)
        yield ()
    late = [one for one in found.due if one.day < found.today]
    values = {"plan": found.loaded.name, "within": within, "today": found.today}
    if not found.due:
        message = say("{plan}: nothing is due within {within} (on {today}).", **values)
    elif late:
        message = say(
            "{plan}: {count} due within {within}, {late} of them overdue (on {today}).",
            count=len(found.due),
            late=len(late),
            **values,
        )
    else:
        message = say("{plan}: {count} due within {within} (on {today}).", count=len(found.due), **values)
    yield (Piece(render(message, found.language), "error" if late else "strong"),)


def _line(one: Due, found: _Found) -> Line:
    late = one.day < found.today
    return (
        "  ",
        Piece(one.day.isoformat(), "error" if late else "quiet"),
        "  ",
        render(one.what, found.language),
        Piece(f" ({render(say('overdue'), found.language)})" if late else "", "error"),
        Piece(f"  {one.where}", "quiet"),
    )


def _facts(found: _Found) -> dict[str, Any]:
    events = []
    for one in found.due:
        place = found.loaded.place(one.where)
        events.append(
            {
                "date": one.day.isoformat(),
                "overdue": one.day < found.today,
                "kind": one.kind,
                "what": render(one.what, found.language),
                "owner": one.owner or None,
                "name": found.person(one.owner) if one.owner else None,
                "address": str(one.where),
                "file": place.file.replace(os.sep, "/"),
                "line": place.line,
            }
        )
    return {"plan": found.loaded.name, "today": found.today.isoformat(), "due": events}
