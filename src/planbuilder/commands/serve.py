"""`planbuilder serve`: the site while you write."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import click

from planbuilder.commands._language import said
from planbuilder.commands._options import option, plans_argument, profile_option, today_option
from planbuilder.commands._output import out
from planbuilder.commands._sites import (
    config_option,
    edition_option,
    language_of_site,
    refusing,
    tell,
    today_for,
)
from planbuilder.commands._words import Command
from planbuilder.findings import Profile
from planbuilder.messages import say
from planbuilder.plan import Visibility
from planbuilder.site import Built, serve

LAST_PORT = 65535


def _port(ctx: click.Context, param: click.Parameter, value: str) -> int:
    if value.isascii() and value.isdigit() and int(value[:6]) <= LAST_PORT:
        return int(value)
    message = say("“{value}” is not a port; write a number from 0 to {last}.", value=value, last=str(LAST_PORT))
    raise click.BadParameter(said(message), ctx, param)


@click.command(
    "serve",
    cls=Command,
    help=say("Show the site on this machine while you write; it follows every change. Ctrl-C ends it."),
)
@plans_argument
@option("--port", callback=_port, default="8000", metavar=say("NUMBER"), help=say("By default 8000."))
@edition_option(several=False)
@today_option
@language_of_site
@profile_option
@config_option
def command(  # noqa: PLR0913, PLR0917 - click gives one argument per option
    plans: str,
    port: int,
    edition: str,
    today: date | None,
    lang: str | None,
    profile: Profile | None,
    config: Path | None,
) -> None:
    """Serve the site until Ctrl-C."""
    folder = Path(plans)
    with refusing(), suppress(KeyboardInterrupt):
        serve(
            folder,
            today=lambda: today_for(folder, today),
            edition=Visibility(edition),
            lang=lang,
            profile=profile,
            config=config,
            port=port,
            told=_told,
        )


def _told(address: str, built: Built | None) -> None:
    if built is not None:
        tell(built, where=False)
    out().emit([(said(say("The site is at {address}; Ctrl-C ends it.", address=address)),)])
