"""Options that several commands share."""

import os
from collections.abc import Callable
from datetime import date
from typing import Any

import click

from planbuilder.commands._language import said
from planbuilder.commands._words import Argument, Option
from planbuilder.findings import Profile
from planbuilder.messages import LANGUAGES, say


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """The date that was typed, `2026-11-21` and nothing else; a usage error where it is none."""
    if value is None:
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:
        from planbuilder.plan.slips import date_slip  # who types it right does not wait for it

        near = date_slip(value) or "2026-11-21"
        message = say("“{value}” is not a date; write the year first: {near}.", value=value, near=near)
        raise click.BadParameter(said(message), ctx, param)
    return found


def option(*names: str, **more: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option whose words are messages."""
    return click.option(*names, cls=Option, **more)


plans_argument = click.argument("plans", cls=Argument, default="plans", metavar=say("[PLANS]"))

language_option = option(
    "--lang",
    type=click.Choice(LANGUAGES, case_sensitive=False),
    help=say("The language of the report. By default that of the plan."),
)

today_option = option(
    "--today",
    callback=day,
    metavar=say("DATE"),
    help=say("Check as if it were this day. By default today, in the time zone of the plan."),
)


def _profile(ctx: click.Context, param: click.Parameter, value: str | None) -> Profile | None:  # noqa: ARG001
    return Profile(value) if value else None


profile_option = option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    callback=_profile,
    help=say("Hold the plans to this profile instead of their own."),
)


def usual_format() -> str:
    """The report that is written where none is asked for: GitHub Actions shows findings beside the lines."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
