"""What the commands around the site have in common: their options, and what they tell."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from planbuilder.commands._language import spoken
from planbuilder.commands._options import option
from planbuilder.commands._output import err, out
from planbuilder.commands._plans import plans_in
from planbuilder.commands._program import FINDINGS
from planbuilder.commands._refusal import Refusal
from planbuilder.commands._today import today_in
from planbuilder.commands._width import screen_width
from planbuilder.loading import load
from planbuilder.messages import Message, render, say, say_many, spoken_tag, tool_language
from planbuilder.plan import Visibility
from planbuilder.reporters import Line, Piece, Tally, reporter
from planbuilder.site import Built, CannotBuild, Published
from planbuilder.site import Refusal as Stopped
from planbuilder.source import look

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

language_of_site = option(
    "--lang", metavar=say("LANGUAGE"), help=say("Only this language of the plan. By default all of them.")
)
config_option = option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar=say("FILE"),
    help=say("The mkdocs.yml that gives theme and colours. By default the one of this folder, else our own."),
)


def edition_option(*, several: bool) -> _Decorator:
    """`--edition`, once or several times."""
    default = [Visibility.STAFF.value] if several else Visibility.STAFF.value
    return option(
        "--edition",
        type=click.Choice([edition.value for edition in Visibility]),
        multiple=several,
        default=default,
        help=say("For whom: `staff` hides personal numbers, `crisis-team` shows all. By default `staff`."),
    )


def today_for(plans: Path, asked: date | None) -> date:
    """The day asked for, else today where the first plan of the folder is. Refusal where there is no plan."""
    if asked:
        return asked
    zone = look(load(plans_in(plans)[0]).written, ("about", "timezone"))
    return today_in(zone if isinstance(zone, str) else None)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the site cannot do into a refusal of the command."""
    try:
        yield
    except CannotBuild as reason:
        raise Refusal(reason.message, reason.fix) from None


def tell(built: Built, *, where: bool = True) -> int:
    """Say what was published (and `where`), or what stopped it; the exit code."""
    language = _language(built)
    outcomes = [checked.outcome for checked in built.checked]
    unread = [outcome for outcome in outcomes if not outcome.readable]
    text = reporter("text", screen_width())
    for outcome in unread:
        err().emit(text.plan(outcome, spoken_tag(outcome.language or spoken())))
    err().emit(line for stopped in built.refusals for line in _stopped(stopped, language))
    if unread or built.refusals:
        err().emit([(Piece(render(say("Nothing was published; what was there before still stands."), language)),)])
        return FINDINGS
    if where:
        out().emit(line for one in built.published for line in _published(one, language))
    out().emit(_gaps(built, language))
    return 0


def _language(built: Built) -> str:
    languages = {tool_language(checked.loaded.language or spoken()) for checked in built.checked}
    return languages.pop() if len(languages) == 1 else spoken()


def _published(published: Published, language: str) -> Iterator[Line]:
    said = say_many(
        "{folder}: {count} page, edition {edition}.",
        "{folder}: {count} pages, edition {edition}.",
        published.pages,
        folder=str(published.folder),
        edition=f"`{published.edition.value}`",
    )
    yield (Piece(render(said, language), "good"),)
    if published.archive:
        same = say("{file}: the same in one file.", file=str(published.archive))
        yield (Piece(render(same, language), "good"),)


def _stopped(stopped: Stopped, language: str) -> Iterator[Line]:
    if stopped.file:
        yield (Piece(stopped.file, "strong"),)
    yield ("  ", Piece(render(stopped.message, language), "error"))
    yield ("  → ", render(stopped.fix, language))
    if stopped.others:
        others = say_many("The same in {count} more place.", "The same in {count} more places.", stopped.others)
        yield ("  ", render(others, language))


def _gaps(built: Built, language: str) -> Iterator[Line]:
    """Gaps do not stop the site; they are shown on it, and named here."""
    tally = Tally()
    for checked in built.checked:
        tally.add(checked.outcome)
    found = sum(tally.by_severity.values())
    if found:
        said: Message = say_many(
            "{count} finding is shown on it; `planbuilder check` says what to do.",
            "{count} findings are shown on it; `planbuilder check` says what to do.",
            found,
        )
        yield (render(said, language),)


def editions(names: Sequence[str]) -> tuple[Visibility, ...]:
    """The editions asked for, each once."""
    return tuple(dict.fromkeys(Visibility(name) for name in names))
