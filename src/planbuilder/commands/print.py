"""`planbuilder print`: the plan on paper."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from planbuilder.commands._options import option, plans_argument, today_option
from planbuilder.commands._output import out as screen
from planbuilder.commands._refusal import Refusal
from planbuilder.commands._sites import edition_option, language_of_site, refusing, tell, today_for
from planbuilder.commands._words import Command
from planbuilder.commands._writing import replacing
from planbuilder.messages import render, say, tool_language
from planbuilder.pages import PAPERS
from planbuilder.plan import Visibility
from planbuilder.reporters import Piece
from planbuilder.site import Built, Paper, print_plans, to_pdf
from planbuilder.site.publishing import writing

_ENDINGS = {".html": "html", ".pdf": "pdf"}


@click.command(
    "print",
    cls=Command,
    help=say(
        "Put the plan on paper: whole, its first hour on one sheet, a sheet for each role, or cards for the wallet."
    ),
)
@plans_argument
@option(
    "--out",
    type=click.Path(path_type=Path),
    metavar=say("FILE|FOLDER"),
    help=say(
        "Where it goes: a file in .html or .pdf (the first language of the plan), or a folder. By default `paper`."
    ),
)
@option(
    "--what",
    type=click.Choice(list(PAPERS)),
    multiple=True,
    default=["plan"],
    help=say("What is printed: the plan, the first hour, the roles, the cards. Several times for several."),
)
@option(
    "--format",
    "format_",
    type=click.Choice(list(_ENDINGS.values())),
    help=say("How it is written. By default as the name of the file says, else html."),
)
@edition_option(several=False)
@today_option
@language_of_site
def command(  # noqa: PLR0913, PLR0917 - click gives one argument per option
    plans: str,
    out: Path | None,
    what: tuple[str, ...],
    format_: str | None,
    edition: str,
    today: date | None,
    lang: str | None,
) -> int:
    """Write the papers; the exit code."""
    folder, target = Path(plans), out or Path("paper")
    said = _said(target, format_)
    ending = format_ or said or "html"
    with refusing():
        printed = print_plans(folder, what, today=today_for(folder, today), edition=Visibility(edition), lang=lang)
    if not printed.papers:
        return tell(Built(printed.checked, refusals=printed.refusals))
    for paper, file in _files(printed.papers, target, ending, alone=said is not None, asked=lang is not None):
        _write(file, paper.html, pdf=ending == "pdf")
        message = say("{file}: written.", file=str(file))
        screen().emit([(Piece(render(message, tool_language(paper.language)), "good"),)])
    return 0


def _said(target: Path, format_: str | None) -> str | None:
    """The format that the name of a file says; None where it is that of a folder."""
    suffix = target.suffix.lower()
    said = _ENDINGS.get(suffix)
    if said is None and suffix[1:].isalpha() and not target.is_dir():
        raise Refusal(
            say("A paper is not written as {ending}.", ending=f"`{suffix}`"),
            say(
                "Name a file in .html or .pdf, or a folder, for example `--out {file}`.",
                file=str(target.with_suffix(".pdf")),
            ),
        )
    if said and format_ and said != format_:
        raise Refusal(
            say("“{file}” is not the name of a file in {format}.", file=str(target), format=f"`{format_}`"),
            say("Leave out `--format`, or write `--out {file}`.", file=str(target.with_suffix(f".{format_}"))),
        )
    return said


def _write(file: Path, html: str, *, pdf: bool) -> None:
    with refusing(), writing():
        content = to_pdf(html) if pdf else html.encode()
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as stream:
            stream.buffer.write(content)


def _files(papers: Sequence[Paper], target: Path, ending: str, *, alone: bool, asked: bool) -> list[tuple[Paper, Path]]:
    """Each paper with its file: one file where one was named, in the language asked for or the plan's first."""
    if not alone:
        return [(paper, target / f"{paper.name}.{ending}") for paper in papers]
    mine = [paper for paper in papers if asked or paper.first]
    if len(mine) == 1:
        return [(mine[0], target)]
    raise Refusal(
        say("There are {count} papers, which do not go into one file.", count=len(mine)),
        say("Name a folder instead, for example `--out {folder}`.", folder=str(target.with_suffix(""))),
    )
