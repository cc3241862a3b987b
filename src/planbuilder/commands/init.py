"""`planbuilder init`: the first files of a plan, to be filled in with the help of `check`."""

import os
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from planbuilder.commands._guessing import timezone_of
from planbuilder.commands._language import said, speak, spoken
from planbuilder.commands._options import option
from planbuilder.commands._output import out
from planbuilder.commands._placing import place
from planbuilder.commands._skeleton import Known, skeleton
from planbuilder.commands._words import Argument, Command
from planbuilder.language.names import language_called
from planbuilder.messages import LANGUAGES, Message, base_of, say
from planbuilder.plan.values import is_language, read_timezone
from planbuilder.plan.zones import country_of
from planbuilder.reporters import Line, Piece
from planbuilder.source.characters import unwanted_at, visible

LONGEST_NAME = 200

_Value = TypeVar("_Value")


def read_organisation(typed: str) -> str:
    """The name of an organisation, on one line; a usage error where it is none."""
    name = typed.strip()
    if not name or len(name) > LONGEST_NAME or "\n" in name or "\r" in name or unwanted_at(name) is not None:
        raise click.BadParameter(
            said(say("“{value}” is no name; write it on one line, without invisible characters.", value=visible(typed)))
        )
    return name


def read_languages(typed: str) -> tuple[str, ...]:
    """The tags of the languages, the main one first; a usage error where one is none, or stands twice."""
    tags = tuple(tag.strip() if "-" in tag else tag.strip().lower() for tag in typed.split(","))
    if not all(map(is_language, tags)) or len(set(tags)) < len(tags):
        raise click.BadParameter(
            said(say("“{value}” names no languages; write their codes, for example fr,en.", value=visible(typed)))
        )
    return tags


def read_zone(typed: str) -> str:
    """The IANA name of a time zone; a usage error where it is none."""
    try:
        return read_timezone(typed.strip())
    except ValueError:
        from planbuilder.plan.slips import timezone_slip  # who types it right does not wait for it

        message = say(
            "“{value}” is not a time zone; write its name, for example {zone}.",
            value=visible(typed),
            zone=timezone_slip(typed) or "Europe/Paris",
        )
        raise click.BadParameter(said(message)) from None


def _checked(read: Callable[[str], _Value]) -> Callable[[click.Context, click.Parameter, str | None], _Value | None]:
    """What an option holds is read as an answer to a question is."""

    def callback(ctx: click.Context, param: click.Parameter, value: str | None) -> _Value | None:
        try:
            return None if value is None else read(value)
        except click.BadParameter as error:
            error.ctx, error.param = ctx, param
            raise

    return callback


@click.command(
    "init",
    cls=Command,
    help=say(
        "Start a plan: write its first files, which `planbuilder check` then helps to fill in. FOLDER is a new one, or "
        "one without a plan; by default `plans/` and the name of the organisation. Nothing is ever replaced."
    ),
    epilog=say("On a terminal, what is not given is asked for."),
)
@click.argument("folder", cls=Argument, required=False, type=click.Path(path_type=Path), metavar=say("[FOLDER]"))
@option(
    "--organisation",
    metavar=say("NAME"),
    callback=_checked(read_organisation),
    help=say("The name of the organisation."),
)
@option(
    "--lang",
    "languages",
    metavar=say("LANGUAGES"),
    callback=_checked(read_languages),
    help=say("The languages of the plan, the main one first: `fr` or `fr,en`. By default that of this machine."),
)
@option(
    "--timezone",
    metavar=say("ZONE"),
    callback=_checked(read_zone),
    help=say("The time zone of all hours, for example Europe/Paris. By default that of this machine."),
)
def command(
    folder: Path | None, organisation: str | None, languages: tuple[str, ...] | None, timezone: str | None
) -> None:
    """Write the skeleton, and say what comes next."""
    languages = languages or _answer(
        "languages", say("Languages of the plan, the main one first"), read_languages, spoken()
    )
    if (main := base_of(languages[0])) in LANGUAGES:
        speak(main)
    organisation = organisation or _answer("organisation", say("Name of the organisation"), read_organisation)
    timezone = timezone or _answer("timezone", say("Time zone"), read_zone, timezone_of(os.environ))
    known = Known(organisation, languages, timezone, country_of(timezone))
    place_ = folder or Path("plans", known.slug)
    texts = skeleton(known)
    place(place_, texts)
    out().emit(_told(place_, known, len(texts)))


def _answer(name: str, question: Message, read: Callable[[str], _Value], guess: str | None = None) -> _Value:
    """What the person at the terminal answers; where there is nobody, the guess, or a usage error."""
    if sys.stdin is not None and sys.stdin.isatty():
        asked = (
            say("{question} [{guess}]: ", question=question, guess=guess)
            if guess
            else say("{question}: ", question=question)
        )
        answered: _Value = click.prompt(
            said(asked), default=guess, value_proc=read, prompt_suffix="", show_default=False
        )
        return answered
    if guess is None:
        context = click.get_current_context()
        raise click.MissingParameter(
            ctx=context, param=next(param for param in context.command.params if param.name == name)
        )
    return read(guess)


def _told(folder: Path, known: Known, count: int) -> Iterator[Line]:
    """What was written, on which guesses, and what comes next."""
    called = [language_called(tag) for tag in known.languages]
    written = say(
        "{folder}: {count} files, for a plan in {languages} whose hours are those of {zone}.",
        count=count,
        folder=str(folder),
        languages=called,
        zone=known.timezone,
    )
    yield (Piece(said(written), "good"),)
    if known.written_in != base_of(known.languages[0]):
        yield (said(say("Its texts are in English: write them in {languages}.", languages=called)),)
    elif len(called) > 1:
        yield (
            said(
                say("Its texts are in {language}: write each in {others} too.", language=called[0], others=called[1:])
            ),
        )
    path = shlex.quote(str(folder))
    yield ("",)
    yield (said(say("Open the files in any text editor, and fill them in with the help of:")),)
    yield ("  ", Piece(f"planbuilder check {path}", "strong"))
    yield (said(say("See the plan as a site at any time, on a phone too:")),)
    yield ("  ", Piece(f"planbuilder build {path}", "strong"))
    yield (said(say("To have every change checked, copy the lines of “In CI” in the README of planbuilder.")),)
