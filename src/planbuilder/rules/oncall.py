"""ONCALL: whether somebody answers the line, is there, may decide, was tested and can rest."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from planbuilder.cover.ahead import Ahead, ahead
from planbuilder.cover.chain import called_by, promised
from planbuilder.cover.clock import Spell, both, join, local
from planbuilder.cover.repair import another_turn
from planbuilder.cover.staffing import away_on_call, present_all_along, unanswered
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Duration, Plan
from planbuilder.plan.alert import Level, OnCall
from planbuilder.rules._rule import rule
from planbuilder.source import Where

SOON = 60
"""From a `reach` of so many minutes on, nobody needs to be on call."""

TESTED = Duration(months=3)
IN_A_ROW = timedelta(days=7)
OF_FOUR_WEEKS = timedelta(days=14)
FOUR_WEEKS = timedelta(days=28)


@rule(
    "ONCALL-GAP",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    serves=("A9", "B4"),
    source=("VOTE F-5", "LAB"),
    why="A crisis centre must be available 24 hours a day, 7 days a week.",
    bad="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        on_call:
          line:  # <-- Nobody is on call on line from 24 December 2026 08:00 to 26 December 2026 08:00.
            role: lead
            shifts:
              - {who: ana, from: 2026-11-01 08:00, to: 2026-12-24 08:00}
              - {who: leo, from: 2026-12-26 08:00, to: 2027-03-01 08:00}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert: {levels: [crisis], steps: [{call: line, wait: 10m}]}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
        roles:
          lead: {holder: ana, deputies: [leo], can: [activate]}
        on_call:
          line: {role: lead, rota: [ana, leo], from: 2026-11-16, handover: monday 09:00}
        levels:
          crisis: {name: Crisis, reach: 30m}
        escalation:
          alert: {levels: [crisis], steps: [{call: line, wait: 10m}]}
        """,
)
def gap(plan: Plan, today: date) -> Iterator[Gap]:
    """Where a level asks to reach somebody within an hour or less, somebody is on call at every minute of 90 days.

    Each line that such a level's path calls is looked at, within its `hours` and those of the level. A person on call
    who is away is ONCALL-AWAY.
    """
    quick = [level for level in plan.levels.values() if level.reach and level.reach.total_minutes <= SOON]
    if quick and not plan.on_call:
        yield Gap(
            Where(("about",)),
            say(
                "{level} promises to reach somebody in {reach}, but nobody is on call.",
                level=quick[-1].called,
                reach=quick[-1].reach,
            ),
            say("Add a line to `on_call:` with `role:`, `rota:`, `from:` and `handover:`."),
        )
        return
    days = ahead(plan, today) if quick else None
    for line in plan.on_call.values() if days else ():
        yield from _unanswered(days, line, quick) if days else ()


def _unanswered(days: Ahead, line: OnCall, quick: list[Level]) -> Iterator[Gap]:
    paths = [path for path in days.plan.escalation.values() if line.id in called_by(path)]
    hours = join(
        spell for path in paths for level in quick if level.id in path.levels
        for spell in promised(days.world, path, level)
    )  # fmt: skip
    open_ = unanswered(days, line, hours)
    if open_:
        yield Gap(
            line.where,
            say("Nobody is on call on {line} {when}.", line=line.called, when=days.when(open_)),
            another_turn(days, line, open_) or say("Complete the shifts.")
            if line.shifts
            else say("Complete the rota: `rota:` names people, `from:` the day the first of them starts."),
        )


@rule(
    "ONCALL-AWAY",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    source=("LAB",),
    why="The first call of the chain rings in an empty flat.",
    bad="""
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
              - leo  # <-- Léo Marchand is on call on line and away on 21 December 2026 from 00:00 to 09:00.
            from: 2026-11-23
            handover: monday 09:00
        absences:
          - {who: leo, from: 2026-12-21, to: 2026-12-27}
        """,
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
            from: 2026-11-23
            handover: monday 09:00
        absences:
          - {who: leo, from: 2026-12-22, to: 2026-12-27}
        """,
)
def away(plan: Plan, today: date) -> Iterator[Gap]:
    """Nobody is away during their own turn on call, not even for the hours before the handover.

    Absences are whole days in the person's own time zone. People who have left are TEAM-LEFT.
    """
    days = ahead(plan, today)
    for line in plan.on_call.values():
        for person, spells in away_on_call(days, line).items():
            known = plan.people[person]
            if known.has_left(today):
                continue
            yield Gap(
                _turn(line, person),
                say(
                    "{person} is on call on {line} and away {when}.",
                    person=known.called,
                    line=line.called,
                    when=days.when(spells),
                ),
                _swap(days, line, person, spells),
                at_value=True,
            )


def _turn(line: OnCall, person: str) -> Where:
    if person in line.rota:
        return line.where / "rota" / line.rota.index(person)
    place = next(n for n, shift in enumerate(line.shifts) if shift.who == person)
    return line.where / "shifts" / place / "who"


def _swap(days: Ahead, line: OnCall, person: str, spells: list[Spell]) -> Message:
    """Who could take the turn: somebody of the same line who is there."""
    there = list(present_all_along(days, spells))
    others = [p for p in line.people if p != person and p in there]
    if not others:
        return say("Swap the turn with somebody who is there, or move the absence.")
    who = days.plan.called(others[0])
    if line.shifts:
        return say("Swap the turn with {person}, who is there, or move the absence.", person=who)
    return say(
        "Swap the turn with {person}, who is there: write the turns one by one in `shifts:`, or move the absence.",
        person=who,
    )


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
    person release (`sign_off.approved_text`, which may be empty: then nobody needs to be asked).
    """
    deciders = ahead(plan, today).world.deciders
    for line in plan.on_call.values():
        for person in line.people:
            if person in plan.people and person not in deciders and not _releases(plan, line, person):
                role = plan.roles.get(line.role)
                yield Gap(
                    _turn(line, person),
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
    days = ahead(plan, today)
    world = days.world
    for person in plan.people.values():
        lines = [line for line in plan.on_call.values() if person.id in line.people]
        turns = join((a, b) for line in lines for a, b, who in world.turns[line.id] if who == person.id)
        here = [(local(a, world.zone), local(b, world.zone)) for a, b in both(turns, [(world.begin - 1440, world.end)])]
        longest = max(here, key=lambda turn: turn[1] - turn[0], default=None)
        if longest is None:
            continue
        if longest[1] - longest[0] > IN_A_ROW:
            message = say(
                "{person} is on call {n} days in a row, from {start} to {end}.",
                person=person.called,
                n=-(-(longest[1] - longest[0]) // timedelta(days=1)),
                start=longest[0],
                end=longest[1],
            )
        elif (most := _most_of_four_weeks(here)) > OF_FOUR_WEEKS:
            message = say("{person} is on call {n} of 28 days.", person=person.called, n=-(-most // timedelta(days=1)))
        else:
            continue
        yield Gap(lines[0].where, message, say("Add a person to the rota."))


def _most_of_four_weeks(turns: list[tuple[datetime, datetime]]) -> timedelta:
    """The longest time on call within 28 days; the busiest 28 days start, or end, with a turn."""
    starts = [start for start, _ in turns] + [end - FOUR_WEEKS for _, end in turns]
    return max(
        sum((max(timedelta(), min(b, at + FOUR_WEEKS) - max(a, at)) for a, b in turns), timedelta()) for at in starts
    )
