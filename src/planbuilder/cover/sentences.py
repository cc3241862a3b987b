"""The chances of an answer as sentences, which say that they rest on assumptions."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import partial

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.budget import Budget, FirstWord
from planbuilder.cover.chain import FAR, NEVER
from planbuilder.cover.chances import chance, go_ahead
from planbuilder.cover.clock import minute_of
from planbuilder.cover.staffing import off_duty
from planbuilder.cover.world import World
from planbuilder.messages import Message, say, say_many
from planbuilder.plan import Duration
from planbuilder.plan.alert import AnyOf, EscalationPath, Level
from planbuilder.plan.hours import ALWAYS

MOMENTS = (
    (1, 14, say("{part} on a Tuesday at 14:00")),
    (6, 3, say("{part} on a Sunday at 3:00")),
)
"""A weekday, counted from Monday, and an hour: when most people answer, and when fewest do."""


def part(share: float) -> Message:
    """A part of the time in per cent, with one decimal; never rounded to nothing."""
    percent = round(100 * share, 1)
    return say("{n}%", n=percent if percent or not share else 0.1)


def unpromised(ahead: Ahead, path: EscalationPath) -> Message | None:
    """That a path promises nothing outside some hours; None where it promises an answer at any time."""
    hours_ahead = ahead.promised(path)
    if hours_ahead == [(ahead.world.begin, ahead.world.end)]:
        return None
    if not hours_ahead:
        return say("Nothing is promised on these days.")
    hours = list(dict.fromkeys(level.hours for level in ahead.levels(path) if level.hours))
    return say("Nothing is promised but at these hours: {hours}; at any other an alert may reach nobody.", hours=hours)


def nobody_on_call(ahead: Ahead, path: EscalationPath) -> Message | None:
    """When a path calls only people who are not on call, at the hours of none of its lines; None for never."""
    spells = off_duty(ahead, path)
    if not spells:
        return None
    return say(
        "None of the lines that {path} calls is answered {when}: nobody whom it calls then is on call.",
        path=path.called,
        when=ahead.when(spells),
    )


def kept(ahead: Ahead, path: EscalationPath) -> Message:
    """That a path keeps its promise: at every minute, or at its hours; or that there is none to keep."""
    asleep = unpromised(ahead, path)
    if asleep and not ahead.promised(path):
        return asleep
    if asleep:
        return say("At these hours the promise holds at every minute, even if one person does not answer.")
    return say_many(
        "The promise holds at every minute of the next day, even if one person does not answer.",
        "The promise holds at every minute of the next {count} days, even if one person does not answer.",
        ahead.days,
    )


def chances(ahead: Ahead, path: EscalationPath) -> Iterator[Message]:
    """How likely an answer in time is, by day and by night, where it is promised then; nothing without a promise."""
    target, levels = ahead.target(path), ahead.levels(path)
    if target > FAR:
        return
    reached = _at(ahead, levels, lambda minute: chance(ahead.world, path, minute, target))
    if not reached:
        return
    yield say("The chance to reach somebody within {time}: {chances}.", time=Duration(target), chances=reached)
    for level in levels:
        groups = level.sign_off.new_text if level.sign_off else None
        if groups and level.first_word:
            given = _at(ahead, [level], partial(_given, ahead.world, groups, level.first_word))
            if given:
                yield say(
                    "The chance of the go-ahead for a new text at {level} within {time}: {chances}.",
                    level=level.called,
                    time=level.first_word,
                    chances=given,
                )
    yield say("The answer rates behind these figures are assumptions until call tests replace them.")


def _given(world: World, groups: Iterable[AnyOf], within: Duration, minute: int) -> float:
    return go_ahead(world, groups, minute, within.total_minutes)


def _at(ahead: Ahead, levels: Iterable[Level], chance_at: Callable[[int], float]) -> list[Message]:
    """A chance at those of the two moments at which one of the levels promises an answer."""
    hours = [level.hours or ALWAYS for level in levels]
    return [
        said._replace(values={"part": part(chance_at(_next(ahead, weekday, hour)))})
        for weekday, hour, said in MOMENTS
        if any(one.holds(weekday, hour * 60) for one in hours)
    ]


def first_word(word: FirstWord) -> Message:
    """How long the first word of a level takes at worst, and what it is made of."""
    worst = word.worst
    if worst.total >= NEVER:
        name = worst.scenario.called
        return say("{level}: no channel is left for “{scenario}”.", level=word.level.called, scenario=name)
    return say(
        "{level}: {total} for “{scenario}” (reaching somebody {reach}, the go-ahead {sign_off}, publishing {publish}); "
        "promised {promise}.",
        level=word.level.called,
        total=Duration(worst.total),
        scenario=worst.scenario.called,
        reach=Duration(worst.reach),
        sign_off=Duration(worst.sign_off),
        publish=Duration(worst.publish),
        promise=word.promise,
    )


def without_service(service: str, budget: Budget) -> Message:
    """How long the first word takes when a service is down."""
    name = budget.scenario.called
    if budget.total >= NEVER:
        return say("If {service} is down, no channel is left for “{scenario}”.", service=service, scenario=name)
    return say(
        "If {service} is down, {total} for “{scenario}”.", service=service, total=Duration(budget.total), scenario=name
    )


def _next(ahead: Ahead, weekday: int, hour: int) -> int:
    on = ahead.first + timedelta(days=(weekday - ahead.first.weekday()) % 7)
    return minute_of(on, hour * 60, ahead.world.zone)
