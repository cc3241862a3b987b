"""ESC: whom to call, how long to wait, and what to do when nobody answers."""

from collections.abc import Iterator

from planbuilder.cover.chain import Hasty, hasty
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Duration, Plan
from planbuilder.plan.alert import EscalationPath
from planbuilder.rules._rule import rule
from planbuilder.source import Where

SHORTEST_WAIT = Duration(minutes=2)
"""Under two minutes nobody has time to answer."""


@rule(
    "ESC-NO-PATH",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A4", "B6"),
    source=("SPROUT", "NZ-CDEM"),
    why="A level without a call chain is only a colour.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        levels:
          watch: {name: Watch, when: [A journalist asks an unusual question]}
          crisis:  # <-- At the level Crisis, the plan does not say whom to call.
            name: Crisis
            when: [A person is injured]
        escalation:
          alert: {levels: [watch], steps: [{call: ana, wait: 10m}], nobody: Release the holding statement.}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        levels:
          watch: {name: Watch, when: [A journalist asks an unusual question]}
          crisis: {name: Crisis, when: [A person is injured]}
        escalation:
          alert: {levels: [watch, crisis], steps: [{call: ana, wait: 10m}], nobody: Release the holding statement.}
        """,
)
def no_path(plan: Plan) -> Iterator[Gap]:
    """Every level has an escalation path, and every path calls somebody."""
    if plan.levels and not plan.escalation:
        yield Gap(
            Where(("about",)),
            say("The plan does not say whom to call."),
            say("Add `escalation:` with a path that names your levels and calls people in order."),
        )
        return
    for path in plan.escalation.values():
        if not path.steps:
            yield Gap(
                path.where / "steps",
                say("The path {path} calls nobody.", path=path.called),
                say("Add `steps: [{call: …, wait: 10m}]`."),
            )
    reached = {level for path in plan.escalation.values() for level in path.levels}
    for level in plan.levels.values():
        if level.id not in reached:
            yield Gap(
                level.where,
                say("At the level {level}, the plan does not say whom to call.", level=level.called),
                say("Add `{id}` to the `levels:` of an escalation path.", id=level.id),
            )


@rule(
    "ESC-NO-WAIT",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("B6", "B7"),
    source=("HARNESS", "ITOC", "NZ-CDEM"),
    why="Usual waits are 5 to 15 minutes by severity; under 2 minutes nobody has time to answer.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        levels:
          crisis: {name: Crisis, when: [A person is injured], reach: 30m}
        escalation:
          alert:
            levels: [crisis]
            steps:
              - {call: ana}  # <-- Step 1 of alert does not say how long to wait before the next call.
              - call: leo
                wait: 45m  # <-- Step 2 of alert waits 45 min; at the level Crisis somebody is to be reached in 30 min.
            nobody: Release the holding statement.
          night:
            levels: [crisis]
            steps: [{call: duty, wait: 10m}]
            nobody: Release the holding statement.
        roles:
          lead: {holder: ana, can: [activate]}
        on_call:
          duty:
            role: lead
            rota: [ana]
            from: 2026-11-16
            answer_within: 1h  # <-- The line duty may take 1 h to answer, but step 1 of night waits only 10 min, and at the level Crisis somebody is to be reached in 30 min.
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        levels:
          crisis: {name: Crisis, when: [A person is injured], reach: 30m}
        escalation:
          alert:
            levels: [crisis]
            steps:
              - {call: ana, wait: 10m}
              - {call: leo, wait: 10m}
            nobody: Release the holding statement.
          night:
            levels: [crisis]
            steps: [{call: duty, wait: 10m}]
            nobody: Release the holding statement.
        roles:
          lead: {holder: ana, can: [activate]}
        on_call:
          duty: {role: lead, rota: [ana], from: 2026-11-16, answer_within: 10m}
        """,
)
def no_wait(plan: Plan) -> Iterator[Gap]:
    """Every step says how long to wait for an answer: 2 minutes or more, and not longer than a level's `reach`.

    The last step waits too: what `nobody` says comes after it. A path of several levels is held to the shortest reach.
    Whoever waits for a line counts on it: where a step ends within a `reach`, its lines answer (`answer_within`) within
    it too, counted from the start of the path. A line may take longer than the step waits, where the promise has room;
    of several steps that call it, the first counts.
    """
    for path in plan.escalation.values():
        yield from _wrong_waits(plan, path)
        yield from (_too_slow(path, one) for one in hasty(plan, path))


def _too_slow(path: EscalationPath, one: Hasty) -> Gap:
    step, answer = path.steps[one.number], one.line.answer_within
    earlier = answer and one.level.reach and one.number and answer.total_minutes <= one.level.reach.total_minutes
    sooner = Duration(one.minutes)
    return Gap(
        one.line.where / "answer_within",
        say(
            "The line {line} may take {answer} to answer, but step {number} of {path} waits only {wait}, and at the "
            "level {level} somebody is to be reached in {reach}.",
            line=one.line.called,
            answer=answer,
            number=one.number + 1,
            path=path.called,
            wait=step.wait,
            level=one.level.called,
            reach=one.level.reach,
        ),
        say("Let the line answer within {time} (`answer_within:`), or call it in an earlier step.", time=sooner)
        if earlier
        else say("Let the line answer within {time} (`answer_within:`), or promise more time (`reach:`).", time=sooner),
    )


def _wrong_waits(plan: Plan, path: EscalationPath) -> Iterator[Gap]:
    promises = [(level.reach, level) for name in path.levels if (level := plan.levels.get(name)) and level.reach]
    strictest = min(promises, key=lambda promise: promise[0].total_minutes, default=None)
    for number, step in enumerate(path.steps, 1):
        where = step.where / "wait"
        if step.wait is None:
            yield Gap(
                where,
                say(
                    "Step {number} of {path} does not say how long to wait before the next call.",
                    number=number,
                    path=path.called,
                ),
                say("Add `wait:`, for example 10m."),
            )
        elif step.wait.total_minutes < SHORTEST_WAIT.total_minutes:
            yield Gap(
                where,
                say(
                    "Step {number} of {path} waits {wait}: nobody has time to answer.",
                    number=number,
                    path=path.called,
                    wait=step.wait,
                ),
                say("Wait 2m or more; 5m to 15m are usual."),
            )
        elif strictest and step.wait.total_minutes > strictest[0].total_minutes:
            yield Gap(
                where,
                say(
                    "Step {number} of {path} waits {wait}; at the level {level} somebody is to be reached in {reach}.",
                    number=number,
                    path=path.called,
                    wait=step.wait,
                    level=strictest[1].called,
                    reach=strictest[0],
                ),
                say("Shorten `wait:`; 5m to 15m are usual."),
            )


@rule(
    "ESC-NOWHERE",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("B2",),
    source=("OWN",),
    why="The one who sounds the alarm must never be left without a right move.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        escalation:
          alert:  # <-- If nobody answers, alert stops.
            levels: [high]
            steps: [{call: ana, wait: 10m}]
        levels: {high: {reach: 30m}}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        escalation:
          alert:
            levels: [high]
            steps: [{call: ana, wait: 10m}]
            nobody: Release the approved holding statement and start again.
        levels: {high: {reach: 30m}}
        """,
)
def nowhere(plan: Plan) -> Iterator[Gap]:
    """Every escalation path says what to do when nobody answers."""
    for path in plan.escalation.values():
        if path.nobody is None:
            yield Gap(
                path.where / "nobody",
                say("If nobody answers, {path} stops.", path=path.called),
                say("Add `nobody:`, for example: release the approved holding statement and start again."),
            )
