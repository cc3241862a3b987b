"""The chances of an answer as sentences, which say that they rest on assumptions."""

from collections.abc import Iterator
from datetime import timedelta

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.budget import Budget, FirstWord
from planbuilder.cover.chain import NEVER
from planbuilder.cover.chances import chance, go_ahead
from planbuilder.cover.clock import minute_of
from planbuilder.messages import Message, say
from planbuilder.plan import Duration
from planbuilder.plan.alert import EscalationPath

FAR = 731 * 1440
"""A time that nobody promises, in minutes."""

TUESDAY_AFTERNOON, SUNDAY_NIGHT = (1, 14), (6, 3)
"""A weekday, counted from Monday, and an hour: when most people answer, and when fewest do."""


def part(share: float) -> Message:
    """A part of the time in per cent, with one decimal; never rounded to nothing."""
    percent = round(100 * share, 1)
    return say("{n}%", n=percent if percent or not share else 0.1)


def unpromised(ahead: Ahead, path: EscalationPath) -> Message | None:
    """That a path promises nothing outside some hours; None where it promises an answer at any time."""
    if ahead.promised(path) == [(ahead.world.begin, ahead.world.end)]:
        return None
    hours = list(dict.fromkeys(level.hours for level in ahead.levels(path) if level.hours))
    return say("Nothing is promised but at these hours: {hours}; at any other an alert may reach nobody.", hours=hours)


def kept(ahead: Ahead, path: EscalationPath) -> Message:
    """That a path keeps its promise: at every minute, or at its hours."""
    if unpromised(ahead, path):
        return say("At these hours the promise holds at every minute, even if one person does not answer.")
    return say(
        "The promise holds at every minute of the next {n} days, even if one person does not answer.", n=ahead.days
    )


def chances(ahead: Ahead, path: EscalationPath) -> Iterator[Message]:
    """How likely an answer in time is, by day and by night; nothing for a path that promises no time."""
    target = ahead.target(path)
    if target > FAR:
        return
    moments = [_next(ahead, *moment) for moment in (TUESDAY_AFTERNOON, SUNDAY_NIGHT)]
    day, night = (part(chance(ahead.world, path, moment, target)) for moment in moments)
    yield say(
        "The chance to reach somebody within {time}: {day} on a Tuesday at 14:00, {night} on a Sunday at 3:00.",
        time=Duration(target),
        day=day,
        night=night,
    )
    for level in ahead.levels(path):
        groups = level.sign_off.new_text if level.sign_off else None
        if groups and level.first_word:
            within = level.first_word.total_minutes
            day, night = (part(go_ahead(ahead.world, groups, moment, within)) for moment in moments)
            yield say(
                "The chance of the go-ahead for a new text at {level} within {time}: {day}, and {night}.",
                level=level.called,
                time=level.first_word,
                day=day,
                night=night,
            )
    yield say("The answer rates behind these figures are assumptions until call tests replace them.")


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
