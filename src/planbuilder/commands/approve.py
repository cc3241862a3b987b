"""`planbuilder approve`: write into the plan that somebody approved a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path

import click

from planbuilder.commands._approving import Approving, begin, still_missing, written
from planbuilder.commands._options import day, language_option, option
from planbuilder.commands._output import out
from planbuilder.commands._plans import plans_in
from planbuilder.commands._refusal import Refusal
from planbuilder.commands._today import today_in
from planbuilder.commands._words import Argument, Command
from planbuilder.commands._writing import replacing
from planbuilder.loading import Loaded, load
from planbuilder.messages import Message, render, say, spoken_tag
from planbuilder.plan import nearest
from planbuilder.plan.scenarios import Statement
from planbuilder.reporters import Line, Piece
from planbuilder.source.masking import masked


@click.command(
    "approve",
    cls=Command,
    help=say(
        "Write into the plan that PERSON approved the statements ID, and print what changed. "
        "The approval holds for the text as it stands: whoever changes it asks again."
    ),
)
@click.argument("statements", cls=Argument, nargs=-1, required=True, metavar=say("ID..."))
@option("--by", "person", required=True, metavar=say("PERSON"), help=say("The id of the person who approved."))
@option("--on", "day_", callback=day, metavar=say("DATE"), help=say("The day of the approval. By default today."))
@option("--plans", default="plans", metavar=say("FOLDER"), help=say("The folder of the plan. By default `plans`."))
@language_option
def command(statements: Sequence[str], person: str, day_: date | None, plans: str, lang: str | None) -> None:
    """Write the approvals; all of them or none."""
    known = [load(folder) for folder in plans_in(Path(plans))]
    approvals = [_begin(known, statement, person, day_) for statement in dict.fromkeys(statements)]
    language = spoken_tag(lang or approvals[0].plan.language)
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    marked: dict[str, bool] = {}
    for approval in approvals:
        since = approval.counts_since()
        if since and day_ in {None, since}:
            continue
        source = approval.loaded.sources[approval.file]
        text, marked[source.file] = source.text, source.bom
        before[approval.file] = text
        after[approval.file] = written(approval, after.get(approval.file, text))
    for file, text in after.items():
        with replacing(Path(file)) as stream:
            stream.write("\ufeff" * marked[file] + text)
        out().emit(_difference(file, before[file], text))
    out().emit((render(said, language),) for said in _told(approvals, day_))


def _begin(known: Sequence[Loaded], name: str, person: str, day_: date | None) -> Approving:
    loaded, statement = _find(known, name)
    assert loaded.plan is not None
    today = today_in(loaded.plan.about.timezone)
    return begin(loaded, statement, person, day_ or today, today)


def _find(known: Sequence[Loaded], name: str) -> tuple[Loaded, Statement]:
    """The statement with this id and its plan. Refusal where there is none, or more than one."""
    found = [(one, statement) for one in known if one.plan and (statement := one.plan.statement(name))]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refusal(
            say("Several plans have a statement “{name}”: {plans}.", name=name, plans=[one.name for one, _ in found]),
            say("Name the folder of the plan that you mean: `--plans FOLDER`."),
        )
    unread = [one for one in known if one.plan is None]
    if unread:
        raise Refusal(
            say(
                "The plan “{plan}” cannot be read as a whole, so that nothing can be approved in it.",
                plan=unread[0].name,
            ),
            say(
                "Run `planbuilder check {folder}` and correct what it says, then approve.",
                folder=click.get_current_context().params["plans"],
            ),
            unread[0].language,
        )
    names = [statement.id for one in known if one.plan for statement in one.plan.all_statements()]
    near = nearest(name, names)
    raise Refusal(
        say("There is no statement “{name}”.", name=name),
        say("Did you mean “{near}”?", near=near) if near else say("Possible are {names}.", names=names),
        known[0].language,
    )


def _told(approvals: Iterable[Approving], day_: date | None) -> Iterator[Message]:
    for approval in approvals:
        values = {"person": approval.plan.people[approval.person].called, "statement": approval.statement.id}
        since = approval.counts_since()
        if since is None:
            yield say("{person} approved “{statement}” on {date}.", date=approval.day, **values)
        elif day_ in {None, since}:
            yield say("{person} had already approved “{statement}” as it stands, on {date}.", date=since, **values)
        else:
            yield say(
                "{person} had already approved “{statement}” as it stands; the date is now {date} instead of {since}.",
                date=day_,
                since=since,
                **values,
            )
        yield from still_missing(approval)


_FINGERPRINT = re.compile(r"""(?<=text: )["']?[0-9a-f]{12}["']?""")


def _difference(file: str, before: str, after: str) -> Iterator[Line]:
    """The lines taken out and put in, without the values of contacts and secrets."""
    styles = {"+": "good", "-": "error", "@": "quiet"}
    lines = unified_diff(before.splitlines(), after.splitlines(), file, file, n=0, lineterm="")
    for line in lines:
        shown = line if line.startswith(("---", "+++", "@@")) else line[0] + _shown(line[1:])
        yield (Piece(shown, styles.get(line[0], "")),)


def _shown(line: str) -> str:
    """The line as a report shows it; fingerprints look like secrets, and are none."""
    fingerprints = [*_FINGERPRINT.findall(line), ""]
    parts = _FINGERPRINT.split(line)
    return "".join(masked(part) + fingerprint for part, fingerprint in zip(parts, fingerprints, strict=True))
