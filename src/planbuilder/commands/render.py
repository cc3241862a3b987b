"""`planbuilder render`: the pages of the site as Markdown, for any engine."""

from datetime import date
from pathlib import Path

import click

from planbuilder.commands._options import profile_option, today_option
from planbuilder.commands._sites import (
    config_option,
    edition_option,
    language_of_site,
    refusing,
    tell,
    today_for,
)
from planbuilder.commands._words import Argument, Command
from planbuilder.findings import Profile
from planbuilder.messages import say
from planbuilder.plan import Visibility
from planbuilder.site import render


@click.command(
    "render",
    cls=Command,
    help=say("Write the pages of the site as Markdown into FOLDER, with a plain mkdocs.yml, for any engine."),
)
@click.argument("plans", cls=Argument, metavar=say("PLANS"))
@click.argument("folder", cls=Argument, type=click.Path(path_type=Path), metavar=say("FOLDER"))
@edition_option(several=False)
@today_option
@language_of_site
@profile_option
@config_option
def command(  # noqa: PLR0913, PLR0917 - click gives one argument per option
    plans: str,
    folder: Path,
    edition: str,
    today: date | None,
    lang: str | None,
    profile: Profile | None,
    config: Path | None,
) -> int:
    """Write the pages; the exit code."""
    with refusing():
        built = render(
            Path(plans),
            folder,
            today=today_for(Path(plans), today),
            edition=Visibility(edition),
            lang=lang,
            profile=profile,
            config=config,
        )
    return tell(built)
