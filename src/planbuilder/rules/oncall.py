"""ONCALL: whether those who take turns may decide and can rest, and the line was tested."""

from collections.abc import Iterator
from datetime import date

from planbuilder.cover.ahead import ahead
from planbuilder.cover.chain import called_by
from planbuilder.cover.world import World
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Duration, Plan
from planbuilder.plan.alert import OnCall
from planbuilder.plan.refs import PersonRef
from planbuilder.rules._rule import rule
from planbuilder.rules.rest import tired
from planbuilder.rules.turns import turn_of

TESTED = Duration(months=3)


@rule(
    "ONCALL-NO-AUTHORITY",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("B6",),
    source=("LAB",),
    why="Otherwise the first call of the chain is lost time.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, can: [activate]}
        on_call:
          line:
            role: lead
            rota:
              - ana
              - leo  # <-- Léo Marchand is on call on line, but may neither activate the plan nor release approved texts.
            from: 2026-11-16
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        on_call:
          line:
            role: lead
            rota:
              - ana
              - leo
            from: 2026-11-16
        """,
)
def without_authority(plan: Plan, today: date) -> Iterator[Gap]:
    """Everybody on call may activate the plan, or release texts that were approved in advance.

    To be on call gives no power. Releasing counts where every level of the paths that call the line lets a role of the
    person release (`sign_off.approved_text`, which may be empty: then nobody needs to be asked). A line that no path
    calls, such as that of the engineers, is left out where the plan has paths: nobody waits for it to decide.
    """
    deciders = ahead(plan, today).world.deciders
    called = {name for path in plan.escalation.values() for name in called_by(path)}
    for line in plan.on_call.values():
        for person in line.people if line.id in called or not plan.escalation else ():
            if person in plan.people and person not in deciders and not _releases(plan, line, person):
                role = plan.roles.get(line.role)
                yield Gap(
                    turn_of(line, person),
                    say(
                        "{person} is on call on {line}, but may neither activate the plan nor release approved texts.",
                        person=plan.called(person),
                        line=line.called,
                    ),
                    say(
                        "Make them a deputy of {role}: add `{id}` to its `deputies:`.", role=role.called, id=str(person)
                    )
                    if role and "activate" in role.can
                    else say("Make them a deputy of a role that can `activate`."),
                    at_value=True,
                )


def _releases(plan: Plan, line: OnCall, person: str) -> bool:
    paths = [path for path in plan.escalation.values() if line.id in called_by(path)]
    levels = [plan.levels[name] for path in paths for name in path.levels if name in plan.levels]
    mine = {role.id for role in plan.roles_of(person)}
    groups = [level.sign_off.approved_text if level.sign_off else None for level in levels]
    return bool(levels) and all(asked is not None and all(mine & {*group} for group in asked) for asked in groups)


@rule(
    "ONCALL-UNTESTED",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A8",),
    source=("HARNESS", "ORR-LAB"),
    why="A chain that was never rung is a guess.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
        roles:
          lead: {holder: ana, can: [activate]}
        on_call:
          never:  # <-- The line never has not been tested.
            {role: lead, rota: [ana], from: 2026-11-16}
          old:
            role: lead
            rota: [ana]
            from: 2026-11-16
            last_test: {date: 2026-07-01, answered_in: 4m}  # <-- The line old was last tested on 1 July 2026, more than 3 months ago.
          slow:
            role: lead
            rota: [ana]
            from: 2026-11-16
            answer_within: 10m
            last_test: {date: 2026-11-05, answered_in: 25m}  # <-- When slow was tested on 5 November 2026, it took 25 min to answer; it promises 10 min.
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
        roles:
          lead: {holder: ana, can: [activate]}
        on_call:
          line:
            role: lead
            rota: [ana]
            from: 2026-11-16
            answer_within: 10m
            last_test: {date: 2026-11-05, answered_in: 6m}
        """,
)
def untested(plan: Plan, today: date) -> Iterator[Gap]:
    """Each line was rung for a test within the last 3 months, and answered within `answer_within`."""
    for line in plan.on_call.values():
        test = line.last_test
        day = test.date if test else None
        if test is None or day is None or day > today:
            message = say("The line {line} has not been tested.", line=line.called)
        elif day < TESTED.before(today):
            message = say(
                "The line {line} was last tested on {date}, more than 3 months ago.", line=line.called, date=day
            )
        elif (
            test.answered_in
            and line.answer_within
            and test.answered_in.total_minutes > line.answer_within.total_minutes
        ):
            message = say(
                "When {line} was tested on {date}, it took {time} to answer; it promises {promise}.",
                line=line.called,
                date=day,
                time=test.answered_in,
                promise=line.answer_within,
            )
        else:
            continue
        yield Gap(
            line.where / "last_test",
            message,
            say(
                "Ring the line without warning, and note the day and the time: `last_test: {date: …, answered_in: …}`."
            ),
        )


@rule(
    "ONCALL-REST",
    severity=Severity.INFO,
    profile=Profile.ADVANCED,
    source=("REST-FR",),
    why="French law keeps 11 hours of daily rest; time spent intervening does not count as rest. Not legal advice.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        on_call:
          line:  # <-- Ana Ruiz is on call 14 days in a row, from 7 December 2026 09:00 to 21 December 2026 09:00.
            role: lead
            rota: [ana, ana, leo]
            from: 2026-11-16
            handover: monday 09:00
        """,
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        on_call:
          line: {role: lead, rota: [ana, leo], from: 2026-11-16, handover: monday 09:00}
        """,
)
def rest(plan: Plan, today: date) -> Iterator[Gap]:
    """Nobody is on call for more than 7 days in a row, nor for more than 14 of any 28 days, over all lines together."""
    world = ahead(plan, today).world
    for person in plan.people.values():
        lines = [line for line in plan.on_call.values() if person.id in line.people]
        message = tired(world, person.id)
        if message:
            yield Gap(lines[0].where, message, _relief(world, lines[0], today) or say("Add a person to the rota."))


def _relief(world: World, line: OnCall, today: date) -> Message | None:
    """The rota to write, with one more person of the role or in another order, so that everybody can rest; tried."""
    plan = world.plan
    role = plan.roles.get(line.role)
    members = [PersonRef(p) for p in dict.fromkeys(role.members) if p in plan.people] if role else []
    fresh = [p for p in members if p not in line.rota and not plan.people[p].has_left(today)]
    once = tuple(dict.fromkeys(line.rota))
    for rota in (once, *((*once, person) for person in fresh)) if line.rota else ():
        tried = world.with_line(line.copy_with(rota=rota))
        if not any(tired(tried, person) for person in rota):
            return say("Let them take turns in this order: `rota: [{names}]`.", names=", ".join(rota))
    return None
