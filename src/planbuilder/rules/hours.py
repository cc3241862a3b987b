"""COVER: hours at which the plan sleeps. ESC-BUDGET: whether the first word is out in time."""

from collections.abc import Iterator
from datetime import date

from planbuilder.cover.ahead import ahead
from planbuilder.cover.budget import budgets, quicker, worst_of
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
    channel of the holding statement. The go-ahead costs nothing where the person who was reached may give it; else one
    call, to all the roles at once, as long as the longest wait of the path. A text approved in advance needs
    `approved_text`, any other `new_text`. The clock starts when somebody has noticed. The first action of the scenario
    that publishes a text must not come later either.
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
          line:
            role: lead
            rota: [ana]
            from: 2026-11-16
            hours: daily 07:00-23:00  # <-- line is answered only every day 07:00–23:00: for 56 h a week nobody answers.
        levels:
          watch:
            name: Watch
            hours: mon-fri 09:00-18:00  # <-- Watch holds only Monday to Friday 09:00–18:00: for 123 h a week nobody has to answer.
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
        roles:
          lead: {holder: ana, can: [activate]}
        on_call:
          line: {role: lead, rota: [ana], from: 2026-11-16, hours: 24/7}
        levels:
          watch: {name: Watch}
        """,
)
def sleeps(plan: Plan) -> Iterator[Gap]:
    """On-call lines and levels hold day and night. Where one says other `hours`, the plan sleeps, and says so.

    Outside a level's hours the other checks ask nothing. A line's hours take nothing off the promise of a level: where
    nobody else is called, ESC-NO-AUTHORITY speaks. Where the plan may sleep, a waiver says why.
    """
    fix = say("Cover the rest, or write a waiver that says why the plan may sleep.")
    for line in plan.on_call.values():
        if line.hours and not line.hours.always:
            yield Gap(
                line.where / "hours",
                say(
                    "{line} is answered only {hours}: for {time} a week nobody answers.",
                    line=line.called,
                    hours=line.hours,
                    time=Duration(MINUTES_PER_WEEK - line.hours.minutes_per_week),
                ),
                fix,
            )
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
                fix,
            )
