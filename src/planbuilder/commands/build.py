"""`planbuilder build`: publish the plans as a site."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from planbuilder.commands._options import option, plans_argument, profile_option, today_option
from planbuilder.commands._sites import (
    config_option,
    edition_option,
    editions,
    language_of_site,
    refusing,
    tell,
    today_for,
)
from planbuilder.commands._words import Command
from planbuilder.findings import Profile
from planbuilder.messages import say
from planbuilder.site import build


@click.command(
    "build",
    cls=Command,
    help=say("Publish the plan, or the plans of a folder, as a site: whole or not at all. Gaps are shown on it."),
)
@plans_argument
@option(
    "--out",
    type=click.Path(path_type=Path),
    metavar=say("FOLDER"),
    help=say("Where the site goes. By default `site`; the crisis team's edition stands beside it."),
)
@edition_option(several=True)
@today_option
@language_of_site
@profile_option
@config_option
@option(
    "--since",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar=say("FOLDER"),
    help=say("An older copy of the plans: a page says what changed."),
)
@option("--zip", "archive", is_flag=True, help=say("Also the whole site in one zip file, to be read from a folder."))
def command(  # noqa: PLR0913, PLR0917 - click gives one argument per option
    plans: str,
    out: Path | None,
    edition: Sequence[str],
    today: date | None,
    lang: str | None,
    profile: Profile | None,
    config: Path | None,
    since: Path | None,
    archive: bool,  # noqa: FBT001 - as click gives it
) -> int:
    """Build the site; the exit code."""
    folder = Path(plans)
    with refusing():
        built = build(
            folder,
            out,
            today=today_for(folder, today),
            editions=editions(edition),
            lang=lang,
            profile=profile,
            config=config,
            archive=archive,
            since=since,
        )
    return tell(built)
