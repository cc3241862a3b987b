"""`planbuilder check`: what is wrong or missing in plans."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from planbuilder.commands import _cache
from planbuilder.commands._language import said, spoken
from planbuilder.commands._links import links
from planbuilder.commands._options import (
    language_option,
    option,
    plans_argument,
    profile_option,
    today_option,
    usual_format,
)
from planbuilder.commands._output import Screen, out
from planbuilder.commands._plans import plans_in
from planbuilder.commands._program import FINDINGS
from planbuilder.commands._refusal import Refusal
from planbuilder.commands._today import today_in
from planbuilder.commands._width import screen_width
from planbuilder.commands._words import Command
from planbuilder.commands._workers import judged
from planbuilder.commands._writing import replacing
from planbuilder.findings import Finding, Profile, Severity
from planbuilder.messages import say, spoken_tag
from planbuilder.outcome import Change, Outcome
from planbuilder.reporters import FORMATS, Reporter, Tally, reporter
from planbuilder.reporters.identity import identities
from planbuilder.source import PlanFolder, as_they_were, is_yaml, look

if TYPE_CHECKING:
    from planbuilder.commands._baseline import Baseline
    from planbuilder.commands._cache import Cache

Sink = tuple[Reporter, Screen]

_NEVER = "never"

_BY_RECOMMENDATION = {"summary", "markdown"}
"""The reports that always tell the state of the plan by recommendation; `json` does with `--summary`."""


class Asked(NamedTuple):
    """What the person asked for; None where the plan decides."""

    today: date | None = None
    language: str | None = None
    profile: Profile | None = None
    standings: bool = False
    """Whether a report tells the state of the plan by recommendation."""


def _outputs(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> list[tuple[str, Path]]:
    """Each `FORMAT=FILE`, or a usage error."""
    outputs = []
    for value in values:
        name, sign, file = value.partition("=")
        if name not in FORMATS or not sign or not file:
            message = say("“{value}” is not FORMAT=FILE; possible formats are {formats}.", value=value, formats=FORMATS)
            raise click.BadParameter(message.spoken(spoken()), ctx, param)
        outputs.append((name, Path(file)))
    return outputs


@click.command(
    "check",
    cls=Command,
    help=say(
        "Say what is wrong or missing in a plan, in sentences. PLANS is the folder of a plan, or a folder of plans; "
        "`plans` where nothing is named."
    ),
    epilog=say("Exit codes: 0 all is well, 1 findings, 2 nothing to check or wrong usage, 3 planbuilder failed."),
)
@plans_argument
@option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help=say("How the report is written. By default `text`; on GitHub Actions `github`."),
)
@option(
    "--output",
    "outputs",
    multiple=True,
    callback=_outputs,
    metavar=say("FORMAT=FILE"),
    help=say("Write a report into a file as well; can be given several times."),
)
@option(
    "--summary",
    is_flag=True,
    help=say("Say which recommendations the plan meets, instead of each finding."),
)
@option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=say("FILE"),
    help=say("Let the findings pass that this file knows; only new ones fail."),
)
@option(
    "--update-baseline",
    is_flag=True,
    help=say("Take out of that file what is mended; nothing is ever added. Make it where there is none."),
)
@option(
    "--compare",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar=say("FOLDER"),
    help=say("Say what is new and what is mended since the plans in this folder, which may be an older copy."),
)
@today_option
@language_option
@profile_option
@option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), _NEVER]),
    default=Severity.ERROR.value,
    help=say("The mildest finding that makes the command fail. By default `error`."),
)
def command(  # noqa: PLR0913, PLR0917 - click gives one argument per option
    plans: str,
    format_: str | None,
    outputs: list[tuple[str, Path]],
    today: date | None,
    lang: str | None,
    profile: Profile | None,
    fail_on: str,
    *,
    summary: bool,
    baseline: Path | None,
    update_baseline: bool,
    compare: Path | None,
) -> int:
    """Check the plans and write the reports; the exit code."""
    name = format_ or ("summary" if summary else usual_format())
    formats = {name, *(format_ for format_, _ in outputs)}
    asked = Asked(today, lang, profile, standings=summary or bool(compare) or bool(formats & _BY_RECOMMENDATION))
    if update_baseline and not baseline:
        raise click.UsageError(said(say("`--update-baseline` needs `--baseline FILE`.")))
    _keep_apart([file for _, file in outputs], baseline, Path(plans))
    known = _baseline(baseline, updating=update_baseline)
    refusal: Refusal | None = None
    folders: list[PlanFolder] = []
    try:
        folders = plans_in(Path(plans))
    except Refusal as nothing:
        refusal = nothing
    with _sinks(name, outputs) as sinks:
        tally = run(folders, asked, sinks, known, _before(compare, asked))
    if refusal:
        raise refusal
    if known and update_baseline:
        known.write({folder.name for folder in folders})
    return FINDINGS if fail_on != _NEVER and tally.reaches(Severity(fail_on)) else 0


def _keep_apart(outputs: Sequence[Path], baseline: Path | None, plans: Path) -> None:
    """Wrong usage where a file would be written twice, or would be read as a file of the plans next time."""
    taken: set[Path] = set()
    for file in (*outputs, *([baseline] if baseline else ())):
        place = Path(os.path.realpath(file))
        if place in taken and (file.is_file() or not file.exists()):  # what is no file, like a pipe, takes both
            raise click.UsageError(said(say("“{file}” is asked for twice: name one file for each.", file=str(file))))
        if is_yaml(place.name) and place.is_relative_to(os.path.realpath(plans)):
            message = say(
                "“{file}” would be read as a part of the plans: choose another place, or another ending.",
                file=str(file),
            )
            raise click.UsageError(said(message))
        taken.add(place)


def _baseline(path: Path | None, *, updating: bool) -> "Baseline | None":
    if path is None:
        return None
    from planbuilder.commands._baseline import Baseline  # only who has one pays for it

    return Baseline(path, updating=updating)


def _before(folder: Path | None, asked: Asked) -> dict[str, Outcome] | None:
    """The outcome of each plan as it was, by its name; a folder without plans is one before the first of them."""
    if folder is None:
        return None
    try:
        folders = plans_in(folder)
    except Refusal:
        return {}
    return {outcome.plan: outcome for outcome in _judgements(folders, asked)}


def run(
    folders: Sequence[PlanFolder],
    asked: Asked,
    sinks: Sequence[Sink],
    known: "Baseline | None" = None,
    before: Mapping[str, Outcome] | None = None,
) -> Tally:
    """Check each plan, report it to each sink, and forget it; what is known already is no finding."""
    tally = Tally()
    languages: set[str] = set()
    for report, screen in sinks:
        screen.emit(report.start())
    names = [folder.name for folder in folders]
    then = as_they_were(before, names) if before is not None else None
    if known:
        known.expect(names)
    for judgement in _judgements(folders, asked):
        outcome = known.applied(judgement) if known else judgement
        if then is not None:
            outcome = outcome._replace(change=_change(then.get(judgement.plan), judgement))
        language = spoken_tag(asked.language or outcome.language or spoken())
        languages.add(language)
        tally.add(outcome)
        for report, screen in sinks:
            screen.emit(report.plan(outcome, language))
    tally.gone = [name for name in then or () if name not in names]
    closing = languages.pop() if len(languages) == 1 else spoken()
    for report, screen in sinks:
        screen.emit(report.end(tally, closing))
    return tally


def _change(before: Outcome | None, now: Outcome) -> Change:
    """What is different from a plan as it was; everything is new in a plan that was not there, and what is graver."""
    then = _by_identity(before.findings if before else ())
    here = _by_identity(now.findings)
    return Change(
        tuple(f for key, f in here.items() if key not in then or f.severity.rank < then[key].severity.rank),
        tuple(finding for key, finding in then.items() if key not in here),
        before.met if before and before.readable else None,
    )


def _by_identity(findings: Sequence[Finding]) -> dict[str, Finding]:
    """Findings by what stays the same when lines move and the folder is renamed."""
    return dict(zip(identities("", findings), findings, strict=True))


def _judgements(folders: Sequence[PlanFolder], asked: Asked) -> Iterator[Outcome]:
    """The outcome of each plan, in order; of those that have not changed, the one that was kept."""
    cache = _cache.opened(asked.profile, standings=asked.standings)
    judge = partial(_judge, asked, cache)
    if cache is None:
        yield from judged(folders, judge)
        return
    keys = [cache.key(folder) for folder in folders]
    known = [key is not None and cache.find(key, asked.today) is not None for key in keys]
    fresh = judged([folder for folder, is_known in zip(folders, known, strict=True) if not is_known], judge)
    for folder, key, is_known in zip(folders, keys, known, strict=True):
        # read once more, not held: a thousand plans with all their findings are too much
        yield (cache.find(key, asked.today) if key and is_known else next(fresh)) or judge(folder)
    if not all(known):
        cache.tidy()


def _judge(asked: Asked, cache: "Cache | None", folder: PlanFolder) -> Outcome:
    """A plan, checked on the day that it is in its time zone."""
    from planbuilder.checking import check  # a plan that has not changed needs no rules
    from planbuilder.loading import load
    from planbuilder.rules import own_rules

    loaded = load(folder)
    written = look(loaded.written, ("about", "timezone"))
    zone = written if isinstance(written, str) else None
    checked = check(loaded, asked.today or today_in(zone), asked.profile)
    outcome = checked.outcome._replace(standings=checked.standings) if asked.standings else checked.outcome
    # what rules of other packages look at beside the plan, nobody knows
    if cache and not folder.problems and len(loaded.sources) == len(folder.files) and not own_rules():
        key = cache.key_of(folder, loaded.sources.values())
        if key:
            cache.keep(key, zone, outcome)
    return outcome


@contextmanager
def _sinks(name: str, outputs: Sequence[tuple[str, Path]]) -> Iterator[list[Sink]]:
    """Where the reports go: the screen, the files asked for, and the page that GitHub shows of a step."""
    with ExitStack() as stack:
        sinks: list[Sink] = [(reporter(name, screen_width(), links(os.environ)), out())]
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if name == "github" and summary:
            with suppress(OSError):  # the log holds the same findings
                page = stack.enter_context(Path(summary).open("a", encoding="utf-8"))
                sinks.append((reporter("step_summary"), Screen(page)))
        for format_, path in outputs:
            sinks.append((reporter(format_, links=links(os.environ)), Screen(stack.enter_context(replacing(path)))))
        yield sinks
