"""`planbuilder cover`: whether the alert chain keeps its promise, minute by minute, and what if."""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import click

from planbuilder.commands._language import said
from planbuilder.commands._lengths import length
from planbuilder.commands._options import day, language_option, option, plans_argument
from planbuilder.commands._output import out
from planbuilder.commands._program import FINDINGS
from planbuilder.commands._today import today_in
from planbuilder.commands._what_if import known, readable
from planbuilder.commands._words import Command
from planbuilder.cover.ahead import Ahead
from planbuilder.cover.budget import Budget, first_words
from planbuilder.cover.chain import FAR, NETWORKS, NEVER
from planbuilder.cover.clock import local
from planbuilder.cover.outlook import Case, Grade, Stretch, cases, mute_spells, stretches, weeks
from planbuilder.cover.sentences import chances, first_word, kept, nobody_on_call, part, unpromised, without_service
from planbuilder.cover.staffing import dependencies
from planbuilder.messages import Message, render, say, say_many, say_value, spoken_tag
from planbuilder.plan import Duration, Plan
from planbuilder.plan.alert import EscalationPath, Level
from planbuilder.plan.times import MINUTES_PER_DAY
from planbuilder.reporters import Line, Piece

LONGEST = 731
PER_DAY = 8
SIGNS = {
    Grade.FINE: (".", "quiet"),
    Grade.HANGS: ("o", "info"),
    Grade.LATE: ("x", "warning"),
    Grade.NOBODY: ("#", "error"),
}


def _days(ctx: click.Context, param: click.Parameter, value: str) -> int:
    found = length(value)
    days = found.total_minutes // MINUTES_PER_DAY if found else 0
    if not 1 <= days <= LONGEST:
        message = say(
            "“{value}” is not a length of 1 to {most} days; write for example “90 days” or “3 months”.",
            value=value,
            most=LONGEST,
        )
        raise click.BadParameter(said(message), ctx, param)
    return days


@click.command(
    "cover",
    cls=Command,
    help=say("Say whether somebody who may decide is reached in time, at every minute ahead, and what if not."),
    epilog=say("Exit codes: 0 the promises hold, 1 at some minute one does not, 2 wrong usage, 3 planbuilder failed."),
)
@plans_argument
@option(
    "--from",
    "--today",
    "first",
    callback=day,
    metavar=say("DATE"),
    help=say("The first day. By default today, in the time zone of the plan."),
)
@option(
    "--for",
    "days",
    default="90d",
    callback=_days,
    metavar=say("LENGTH"),
    help=say("How far to look ahead, for example “3 months”. By default 90 days."),
)
@option("--path", "path_id", metavar=say("ID"), help=say("Only this escalation path."))
@option(
    "--without",
    "without",
    multiple=True,
    metavar=say("PERSON"),
    help=say("What if this person were away; can be given several times."),
)
@option(
    "--down",
    "down",
    multiple=True,
    metavar=say("NAME"),
    help=say(
        "What if this were down: {names}, or a service that a channel names in `depends_on:`; can be given several "
        "times.",
        names=[f"`{name}`" for name in NETWORKS],
    ),
)
@option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help=say("How it is written."))
@language_option
def command(  # noqa: PLR0913, PLR0917 - click gives one argument per option
    plans: str,
    first: date | None,
    days: int,
    path_id: str | None,
    without: tuple[str, ...],
    down: tuple[str, ...],
    format_: str,
    lang: str | None,
) -> int:
    """Look ahead in each plan; the exit code."""
    broken, facts = False, []
    for loaded, plan in readable(plans):
        language = spoken_tag(lang or loaded.language)
        start = first or today_in(plan.about.timezone)
        people = known(without, [str(p) for p in plan.people], plan)
        lost = known(down, list(dict.fromkeys((*NETWORKS, *dependencies(plan)))), plan)
        ahead = Ahead(plan, start, days, people, lost)
        wanted = known([path_id], [str(p) for p in plan.escalation], plan) if path_id else list(plan.escalation)
        paths = [path for path in ahead.paths if path.id in wanted]
        missing = [] if path_id else _without_path(plan)
        broken = broken or bool(missing) or not _kept(ahead, wanted)
        if format_ == "json":
            facts.append(
                {
                    "plan": loaded.name,
                    "from": start.isoformat(),
                    "days": days,
                    "paths": [_facts(ahead, path) for path in paths],
                    "first_words": [
                        {
                            "level": word.level.id,
                            "promised_minutes": word.promise.total_minutes,
                            "worst": _budget(word.worst, None),
                            "down": [_budget(budget, service) for service, budget in word.failing],
                        }
                        for word in first_words(ahead)
                    ],
                }
            )
        else:
            out().emit(_report(ahead, loaded.name, [plan.escalation[name] for name in wanted], missing, language))
    if format_ == "json":
        out().emit((line,) for line in json.dumps(facts, ensure_ascii=False, indent=2).split("\n"))
    return FINDINGS if broken else 0


def _without_path(plan: Plan) -> list[Level]:
    """The levels of which the plan does not say whom to call."""
    served = {name for path in plan.escalation.values() for name in path.levels}
    return [level for level in plan.levels.values() if level.id not in served]


def _kept(ahead: Ahead, wanted: Collection[str]) -> bool:
    """Whether there are paths, each can be followed, and none reaches nobody, or somebody too late."""
    paths = [path for path in ahead.paths if path.id in wanted]
    short = (stretch for path in paths for stretch in stretches(ahead, path))
    return 0 < len(paths) == len(wanted) and all(stretch.grade is Grade.HANGS for stretch in short)


def _report(
    ahead: Ahead, name: str, shown: Sequence[EscalationPath], missing: Sequence[Level], language: str
) -> Iterator[Line]:
    last = ahead.first + timedelta(days=ahead.days - 1)
    title = say("{plan}, from {start} to {end}", plan=name, start=ahead.first, end=last)
    yield (Piece(render(title, language), "strong"),)
    if not shown and not missing:
        yield (render(say("The plan has neither levels nor people to call."), language),)
    for level in missing:
        nobody = say("At the level {level}, the plan does not say whom to call.", level=level.called)
        yield (Piece(render(nobody, language), "error"),)
    for path in shown:
        yield ()
        levels = [say_value(level.called, language) for level in ahead.levels(path)]
        yield (Piece(path.called, "strong"), f" ({', '.join(levels)})" if levels else "")
        if path not in ahead.paths:
            lacks = say("This path cannot be followed: `planbuilder check` says what it lacks.")
            yield ("  ", Piece(render(lacks, language), "error"))
        elif not ahead.promised(path):
            yield ("  ", Piece(render(kept(ahead, path), language), "warning"))
        else:
            yield from _outlook(ahead, path, language)
    words = list(_first_words(ahead, language))
    if words:
        yield ()
        sure = all(s.grade is not Grade.NOBODY for path in ahead.paths for s in stretches(ahead, path))
        title = (
            say("Time of the first word, at worst")
            if sure
            else say("Time of the first word, at worst, when somebody is reached")
        )
        yield (Piece(render(title, language), "strong"),)
        yield from words
    yield ()


def _outlook(ahead: Ahead, path: EscalationPath, language: str) -> Iterator[Line]:
    yield from _table(ahead, path, language)
    yield from _chances(ahead, path, language)
    yield from _strip(ahead, path, language)
    yield from _sentences(ahead, path, language)


def case_called(case: Case) -> Message:
    """What is assumed in a case."""
    if case.down:
        return say("{network} down", network=NETWORKS.get(case.down, case.down))
    if not case.silent:
        return say("everybody answers")
    return say_many("{count} person does not answer", "{count} people do not answer", case.silent)


def _table(ahead: Ahead, path: EscalationPath, language: str) -> Iterator[Line]:
    promise = _only_promise(ahead, path)
    late = say("over {time}", time=promise) if promise else say("too late")
    names = [say("In the worst case"), say("reached in"), say("nobody"), late]
    found = list(cases(ahead, path))
    if found[0].mute is not None:
        names.append(say("nobody to publish"))
    rows = [[render(one, language) for one in names], *([*_row(case, language)] for case in found)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(names))]
    for number, row in enumerate(rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield ("  ", Piece("  ".join(cells), "quiet" if number == 0 else ""))


def _only_promise(ahead: Ahead, path: EscalationPath) -> Duration | None:
    """The time within which a path reaches somebody, where it promises the same at all its minutes."""
    (reach, *others) = {reach for _, reach in ahead.asked(path)}
    return Duration(reach) if not others and reach <= FAR else None


def _row(case: Case, language: str) -> Iterator[str]:
    yield render(case_called(case), language)
    yield render(say("never"), language) if case.worst is None else say_value(Duration(case.worst), language)
    yield render(part(case.nobody), language)
    yield render(part(case.late), language)
    if case.mute is not None:
        yield render(part(case.mute), language)


def _first_words(ahead: Ahead, language: str) -> Iterator[Line]:
    """A line a level: how long the first word takes at worst; below it, what makes it later when it is down."""
    for word in first_words(ahead):
        yield ("  ", Piece(render(first_word(word), language), "warning" if word.late(word.worst) else ""))
        for service, budget in word.failing:
            style = "warning" if word.late(budget) else "quiet"
            yield ("    ", Piece(render(without_service(service, budget), language), style))


def _chances(ahead: Ahead, path: EscalationPath, language: str) -> Iterator[Line]:
    told = list(chances(ahead, path))
    if told:
        yield ()
    for number, one in enumerate(told, 1):
        yield ("  ", Piece(render(one, language), "quiet" if number == len(told) else ""))


def _strip(ahead: Ahead, path: EscalationPath, language: str) -> Iterator[Line]:
    """A line a week, a sign for three hours."""
    names = [
        render(one, language) for one in (say("Mo"), say("Tu"), say("We"), say("Th"), say("Fr"), say("Sa"), say("Su"))
    ]
    yield ()
    yield ("  ", " " * 11, Piece(" ".join(f"{name:<{PER_DAY}}" for name in names).rstrip(), "quiet"))
    for week in weeks(ahead, path, PER_DAY):
        signs: list[Piece | str] = []
        for place, grade in enumerate(week.slots):
            between = " " if place and place % PER_DAY == 0 else ""
            signs += [between, Piece(*SIGNS[grade]) if grade else " "]
        while signs and isinstance(signs[-1], str):
            signs.pop()
        yield ("  ", Piece(f"{week.monday}", "quiet"), " ", *signs)
    legend = say(". in time, whoever is silent   o hangs on one person   x too late   # nobody; one sign is 3 hours")
    yield ("  ", Piece(render(legend, language), "quiet"))
    if unpromised(ahead, path):
        yield ("  ", Piece(render(say("blank: nothing is promised then"), language), "quiet"))


def _sentences(ahead: Ahead, path: EscalationPath, language: str) -> Iterator[Line]:
    yield ()
    found = stretches(ahead, path)
    for warning in (unpromised(ahead, path), nobody_on_call(ahead, path)):
        if warning:
            yield ("  ", Piece(render(warning, language), "warning"))
    if not found:
        yield ("  ", Piece(render(kept(ahead, path), language), "good"))
    for stretch in found:
        yield ("  ", Piece(render(sentence(ahead, path, stretch), language), SIGNS[stretch.grade][1]))
    mute = mute_spells(ahead, path)
    if mute:
        said = say("Nobody who is reached may publish {when}.", when=ahead.when(mute))
        yield ("  ", Piece(render(said, language), "warning"))


def sentence(ahead: Ahead, path: EscalationPath, stretch: Stretch) -> Message:
    """What a stretch means."""
    when = ahead.when(stretch.spells)
    if stretch.person:
        person = ahead.plan.called(stretch.person)
        return say("All hangs on {person} {when}.", person=person, when=when)
    if stretch.grade is Grade.NOBODY:
        return say("Nobody who may decide is reached {when}.", when=when)
    promise = _only_promise(ahead, path)
    if promise is None:
        return say("Reached later than promised: {when}.", when=when)
    return say("Reached later than {time}: {when}.", time=promise, when=when)


def _facts(ahead: Ahead, path: EscalationPath) -> dict[str, Any]:
    target = ahead.target(path)
    return {
        "path": path.id,
        "levels": [level.id for level in ahead.levels(path)],
        "reach_minutes": target if target <= FAR else None,
        "cases": [
            {
                "silent": case.silent,
                "down": case.down,
                "worst_minutes": case.worst,
                "nobody": round(case.nobody, 6),
                "late": round(case.late, 6),
                "nobody_publishes": None if case.mute is None else round(case.mute, 6),
            }
            for case in cases(ahead, path)
        ],
        "stretches": [
            {
                "kind": stretch.grade.value,
                "person": stretch.person,
                "periods": [
                    {"from": _moment(ahead, start), "to": _moment(ahead, end)} for start, end in stretch.spells
                ],
            }
            for stretch in stretches(ahead, path)
        ],
    }


def _budget(budget: Budget, down: str | None) -> dict[str, Any]:
    never = budget.total >= NEVER
    return {
        "down": down,
        "scenario": budget.scenario.id,
        "path": budget.path.id,
        "reach_minutes": budget.reach,
        "sign_off_minutes": budget.sign_off,
        "publish_minutes": None if never else budget.publish,
        "total_minutes": None if never else budget.total,
    }


def _moment(ahead: Ahead, minute: int) -> str:
    return local(minute, ahead.world.zone).isoformat(timespec="minutes")
