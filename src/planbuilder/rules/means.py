"""TEAM: whether the plan gives a means to reach those whom it calls, and calls them by it."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from planbuilder.cover.ahead import Ahead, ahead
from planbuilder.cover.chain import Cell
from planbuilder.cover.clock import Spell, join
from planbuilder.cover.repair import another_means, smallest
from planbuilder.cover.staffing import unrung
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.plan.alert import EscalationPath
from planbuilder.rules._rule import rule
from planbuilder.rules.contacts import MEANS, on_call, present, usable_means


@rule(
    "TEAM-NO-MEANS",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A3",),
    source=("OWN",),
    why="Published plans hide their contacts behind a login that is down on the day.",
    bad="""
        people:
          ana:  # <-- Ana Ruiz cannot be reached: the plan gives no number or address.
            name: Ana Ruiz
          leo:  # <-- Léo Marchand cannot be reached: the plan gives only a link to where the numbers are kept.
            name: Léo Marchand
            email: https://intranet.example.com/contacts
          zoe: {name: Zoé Blanc, mobile: +33 6 39 98 00 03, home: +33 1 99 00 00 03}
        roles:
          lead: {holder: zoe, deputies: [ana, leo]}
        escalation:
          alert:
            levels: [crisis]
            steps:
              - call: lead
                by: [whatsapp, pager]  # <-- Step 1 of alert rings nobody at any time of the next 90 days: for Zoé Blanc the plan has none of what `by:` asks (WhatsApp and pager).
                wait: 10m
        levels:
          crisis: {name: Crisis}
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, home: +33 1 99 00 00 01}
          leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02, home: +33 1 99 00 00 02}
        roles:
          lead: {holder: ana, deputies: [leo]}
        escalation:
          alert: {levels: [crisis], steps: [{call: lead, by: [whatsapp, mobile], wait: 10m}]}
        levels:
          crisis: {name: Crisis}
        """,
)
def no_means(plan: Plan, today: date) -> Iterator[Gap]:
    """Whoever holds or deputises a role, or is on call, must have a means of contact in the plan.

    A link to where the numbers are kept is none. And each step of an escalation path rings at least one of those whom
    it calls: where it says `by:`, one who is there has one of these means, at every minute at which an answer is
    promised.
    """
    yield from _nothing_given(plan, today)
    days = ahead(plan, today)
    for path in days.paths:
        for number, by_person in unrung(days, path):
            yield _rings_nobody(days, path, number, by_person)


def _rings_nobody(days: Ahead, path: EscalationPath, number: int, by_person: Mapping[str, list[Spell]]) -> Gap:
    spells = join(chain(*by_person.values()))
    longest = sorted(by_person, key=lambda person: -sum(end - start for start, end in by_person[person]))

    def rings(cell: Cell, _: frozenset[str]) -> bool:
        return any(one.step == number and one.present and one.means for one in cell.attempts)

    return Gap(
        path.where / "steps" / number / "by",
        say(
            "Step {number} of {path} rings nobody {when}: for {people} the plan has none of what `by:` asks ({means}).",
            number=number + 1,
            path=path.called,
            when=days.when(spells),
            people=[days.plan.called(person) for person in longest],
            means=[MEANS[means] for means in path.steps[number].by or ()],
        ),
        smallest(days, path, spells, rings, (another_means,))
        or say("Write a means that they have into `by:`, or leave `by:` out: then all their means are used."),
    )


def _nothing_given(plan: Plan, today: date) -> Iterator[Gap]:
    busy = on_call(plan) | {str(member) for role in plan.roles.values() for member in role.members}
    for person in present(plan, today):
        if person.id not in busy or usable_means(person):
            continue
        message = (
            say(
                "{person} cannot be reached: the plan gives only a link to where the numbers are kept.",
                person=person.called,
            )
            if any(person.means())
            else say("{person} cannot be reached: the plan gives no number or address.", person=person.called)
        )
        fix = say("Add at least two means that do not fail together, for example `mobile:` and `home:`.")
        yield Gap(person.where, message, fix)
