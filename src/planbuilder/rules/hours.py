"""COVER: hours at which the plan sleeps. ESC-BUDGET: whether the first word is out in time."""

from collections.abc import Iterator
from datetime import date

from planbuilder.cover.ahead import Ahead, ahead
from planbuilder.cover.budget import budgets, quicker, worst_of
from planbuilder.cover.sentences import nobody_on_call
from planbuilder.cover.staffing import lines_of
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Duration, Plan
from planbuilder.plan.hours import MINUTES_PER_WEEK
from planbuilder.rules._rule import rule
from planbuilder.rules.order import first_public_word


@rule(
    "ESC-BUDGET",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A14", "B6"),
    source=("IATA-15", "COOMBS-1H", "LAB"),
    why="The sum is what the public sees.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, can: [activate]}
          legal: {holder: leo, can: [approve]}
        levels:
          crisis:
            name: Crisis
            reach: 30m
            first_word: 1h  # <-- For “Fire”, reaching somebody (30 min), the go-ahead (30 min) and publishing (10 min) take 1 h 10 min; Crisis promises the first word in 1 h.
            sign_off: {approved_text: [legal], new_text: [legal]}
        escalation:
          alert: {levels: [crisis], steps: [{call: ana, wait: 30m}]}
        channels:
          site: {platform: website, publishers: [ana], live_within: 10m}
        scenarios:
          fire:
            name: Fire
            level: crisis
            statements:
              fire-first: {kind: holding, channels: [site], text: A fire broke out in our shop.}
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, can: [activate]}
          legal: {holder: leo, can: [approve]}
        levels:
          crisis:
            name: Crisis
            reach: 15m
            first_word: 1h
            sign_off: {approved_text: [lead], new_text: [legal]}
        escalation:
          alert: {levels: [crisis], steps: [{call: ana, wait: 15m}]}
        channels:
          site: {platform: website, publishers: [ana], live_within: 10m}
        scenarios:
          fire:
            name: Fire
            level: crisis
            statements:
              fire-first: {kind: holding, channels: [site], text: A fire broke out in our shop.}
        """,
)
def budget(plan: Plan, today: date) -> Iterator[Gap]:
    """In the worst case, the first word of each scenario is out within `first_word` of its level.

    Added up are the minutes to reach somebody who may decide, the go-ahead, and `live_within` of the quickest public
    channel of the holding statement. The go-ahead costs nothing where people whom the path has called by then may give
    it; else one call, to all the roles at once, as long as the longest wait of the path. A text approved in advance
    needs `approved_text`, any other `new_text`. The clock starts when somebody has noticed. The first action of the
    scenario that publishes a text must not come later either.
    """
    days = ahead(plan, today)
    for level in plan.levels.values():
        if level.first_word is None:
            continue
        worst = worst_of(budgets(days, level))
        if worst and worst.total > level.first_word.total_minutes:
            yield Gap(
                level.where / "first_word",
                say(
                    "For “{scenario}”, reaching somebody ({reach}), the go-ahead ({sign_off}) and publishing "
                    "({publish}) take {total}; {level} promises the first word in {promise}.",
                    scenario=worst.scenario.called,
                    reach=Duration(worst.reach),
                    sign_off=Duration(worst.sign_off),
                    publish=Duration(worst.publish),
                    total=Duration(worst.total),
                    level=level.called,
                    promise=level.first_word,
                ),
                quicker(days, worst, level.first_word)
                or (
                    say("Let the person who is reached release the text (`approved_text:`), or shorten the waits.")
                    if worst.ready
                    else say("Approve the holding statement in advance, or change the promise.")
                ),
            )
    yield from _planned_late(plan)


def _planned_late(plan: Plan) -> Iterator[Gap]:
    for scenario in plan.scenarios.values():
        level, first = plan.levels.get(scenario.level or ""), first_public_word(plan, scenario)
        if level and level.first_word and first and first.at.total_minutes > level.first_word.total_minutes:
            yield Gap(
                first.where / "at",
                say(
                    "In “{scenario}”, the first public word is planned after {time}; {level} promises it in {promise}.",
                    scenario=scenario.called,
                    time=first.at,
                    level=level.called,
                    promise=level.first_word,
                ),
                say(
                    "Move the action earlier, or publish a shorter text before; else change `first_word:` of the level."
                ),
            )


@rule(
    "COVER-HOURS",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A9", "B6"),
    source=("OWN",),
    why="A hole may be right, but it must be visible.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
        roles:
          lead: {holder: ana, can: [activate]}
        on_call:
          line: {role: lead, rota: [ana], from: 2026-11-16, hours: mon-sat 00:00-24:00}
        levels:
          watch:
            name: Watch
            hours: mon-fri 09:00-18:00  # <-- Watch holds only Monday to Friday 09:00–18:00: for 123 h a week nobody has to answer.
          crisis: {name: Crisis}
        escalation:
          alert:  # <-- None of the lines that alert calls is answered on 22 November 2026, on 29 November 2026, on 6 December 2026 and 10 more times: nobody whom it calls then is on call.
            levels: [crisis]
            steps: [{call: line, wait: 10m}, {call: ana, wait: 10m}]
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
        roles:
          lead: {holder: ana, can: [activate]}
        on_call:
          day: {role: lead, rota: [ana], from: 2026-11-16, hours: daily 08:00-20:00}
          night: {role: lead, rota: [ana], from: 2026-11-16, hours: daily 20:00-08:00}
        levels:
          watch: {name: Watch}
          crisis: {name: Crisis}
        escalation:
          alert: {levels: [watch, crisis], steps: [{call: [day, night], wait: 10m}]}
        """,
)
def sleeps(plan: Plan, today: date) -> Iterator[Gap]:
    """Levels hold day and night, and at every minute of their hours a line of their path is answered.

    The lines of one path complete each other, by the clock of each, at every minute of the next 90 days. The `hours` of
    a line say when it is answered; what a level promises, only the `hours` of the level say. Minutes at which the path
    reaches nobody at all belong to ESC-NO-AUTHORITY, turns that nobody takes to ONCALL-GAP. Where the plan may sleep, a
    waiver says why.
    """
    yield from _off_duty(ahead(plan, today))
    for level in plan.levels.values():
        if level.hours and not level.hours.always:
            yield Gap(
                level.where / "hours",
                say(
                    "{level} holds only {hours}: for {time} a week nobody has to answer.",
                    level=level.called,
                    hours=level.hours,
                    time=Duration(MINUTES_PER_WEEK - level.hours.minutes_per_week),
                ),
                say("Cover the rest, or write a waiver that says why the plan may sleep."),
            )


def _off_duty(days: Ahead) -> Iterator[Gap]:
    for path in days.plan.escalation.values():
        found = nobody_on_call(days, path)
        if found:
            sleeping = [line.called for line in lines_of(days.plan, path)]
            yield Gap(
                path.where,
                found,
                say(
                    "Let somebody answer then too (`hours:` of {lines}), or write a waiver that says why the plan may "
                    "sleep.",
                    lines=sleeping,
                ),
            )
