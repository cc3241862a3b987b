"""SIGN-THREE-EYES: whether those who know communications, the law and the facts see a text."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from planbuilder.cover.repair import fits
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, either, say
from planbuilder.plan import Plan
from planbuilder.plan.alert import AnyOf, Level
from planbuilder.plan.approvals import different, members_of, one_each, standing
from planbuilder.plan.people import Role
from planbuilder.plan.refs import RoleRef
from planbuilder.plan.scenarios import Scenario
from planbuilder.rules._rule import rule
from planbuilder.rules.scenario_texts import any_of
from planbuilder.rules.sign import MOST_APPROVALS

EYES = (
    (say("communications"), frozenset({"communications"})),
    (say("legal or management"), frozenset({"legal", "executive"})),
)
"""Who sees a new text beside those who know the facts, and the kinds of their roles."""

ADD = say("Add the roles to `new_text`; where any of several will do, write a list in the list: `[a, [b, c]]`.")

TO_CREATE = {
    "executive": ("management", say("Management")),
    "communications": ("communications", say("Communications")),
}
"""The role to create where the plan has none of a kind: its id and its name."""


@rule(
    "SIGN-THREE-EYES",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A16", "A30"),
    source=("VOTE F-3",),
    why="CERC: director, communication officer and subject expert at least.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead: {name: Communications lead, holder: ana, kind: communications}
          engineer: {name: Head of IT, holder: leo, kind: technical}
        levels:
          crisis:
            name: Crisis
            sign_off: {new_text: [lead]}  # <-- At Crisis, a new text goes out unseen by legal or management and Head of IT, who gives the facts of Data leak.
        scenarios:
          leak: {name: Data leak, level: crisis, facts_from: engineer}
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
          mia: {name: Mia Kern}
        roles:
          lead: {name: Communications lead, holder: ana, kind: communications}
          engineer: {name: Head of IT, holder: leo, kind: technical}
          lawyer: {name: Legal, holder: mia, kind: legal}
        levels:
          crisis:
            name: Crisis
            sign_off: {new_text: [lead, lawyer, engineer]}
        scenarios:
          leak: {name: Data leak, level: crisis, facts_from: engineer}
        """,
)
def unseen_by_those_who_know(plan: Plan, today: date) -> Iterator[Gap]:
    """At the gravest level, a new text must be seen by three kinds of eyes.

    `new_text` of the last level must ask a role of kind communications, a role of kind legal or executive, and for
    each scenario of that level the role of its `facts_from`. Where any one of several roles will do, all of them must
    be of the kind; for the facts it is enough that the role is among them, and then somebody of that role has approved
    each text of the scenario that is approved. One role may serve twice, one person may not: at every level, what
    `new_text` lists asks for as many people, among the holders and deputies of its roles.
    """
    for each in plan.levels.values():
        yield from _too_few(plan, each, today)
    level = plan.gravest_level
    groups = (level.sign_off.new_text if level and level.sign_off else None) or ()
    if level is None or not groups or any(role not in plan.roles for group in groups for role in group):
        return
    experts = _experts(plan, level)
    kinds = [(called, kinds) for called, kinds in EYES if not _asks_kind(plan, groups, kinds)]
    asked = {role for group in groups for role in group}
    unasked = {role: found for role, found in experts.items() if role not in asked}
    if kinds or unasked:
        missing = [called for called, _ in kinds]
        missing += [
            say("{role}, who gives the facts of {scenario}", role=plan.called(role), scenario=[s.called for s in found])
            for role, found in unasked.items()
        ]
        yield Gap(
            level.where / "sign_off" / "new_text",
            say("At {level}, a new text goes out unseen by {missing}.", level=level.called, missing=missing),
            _whole(plan, groups, [wanted for _, wanted in kinds], tuple(unasked))
            or _create(plan, groups, [wanted for _, wanted in kinds], tuple(unasked), today)
            or ADD,
        )
    for role, scenarios in experts.items():
        for scenario in scenarios if role in asked else ():
            yield from _facts_unseen(plan, scenario, plan.roles[role], today)


def _too_few(plan: Plan, level: Level, today: date) -> Iterator[Gap]:
    """The approvals that a level asks for of fewer people: one of them would count twice."""
    groups = different((level.sign_off.new_text if level.sign_off else None) or ())
    if any(role not in plan.roles for group in groups for role in group):
        return
    members = [members_of(plan, group) for group in groups]
    short = _short_of_people(members)
    people = list(dict.fromkeys(person for number in short for person in members[number]))
    if short and all(person in plan.people for person in people):
        roles = list(dict.fromkeys(role for number in short for role in groups[number]))
        yield Gap(
            level.where / "sign_off" / "new_text",
            say(
                "At {level}, a new text needs {count} approvals from {roles}, who are only {people} in all; one person"
                " counts for one role.",
                level=level.called,
                count=len(short),
                roles=[plan.called(role) for role in roles],
                people=[plan.called(person) for person in people],
            ),
            _one_more(plan, roles, people, today),
        )


def _short_of_people(wanted: Sequence[Sequence[str]]) -> list[int]:
    """Of several lists of people those that have together fewer people than lists; the first such, if any."""
    chosen = one_each(wanted)
    if None not in chosen:
        return []
    short = {chosen.index(None)}
    for _ in wanted:  # whoever could stand in here is chosen there: at most each list is one more
        able = {person for number in short for person in wanted[number]}
        short |= {number for number, person in enumerate(chosen) if person in able}
    return sorted(short)


def _one_more(plan: Plan, roles: Sequence[str], people: Sequence[str], today: date) -> Message:
    """Who else could stand in for one of the roles: somebody who does such work already."""
    others = [p.id for p in plan.people.values() if p.id not in people and not p.has_left(today)]
    for role in (plan.roles[name] for name in roles):
        for person in others:
            if fits(plan, person, role):
                return say(
                    "Make {person} a deputy of {role}: add `{id}` to its `deputies:`.",
                    person=plan.called(person),
                    role=role.called,
                    id=person,
                )
    return say(
        "Make somebody else a deputy of {roles}: add their id to its `deputies:`.",
        roles=either([plan.called(role) for role in roles]),
    )


def _experts(plan: Plan, level: Level) -> dict[RoleRef, list[Scenario]]:
    """The roles that give the facts of the scenarios of a level, with these."""
    found: dict[RoleRef, list[Scenario]] = {}
    for scenario in plan.scenarios.values():
        if scenario.level == level.id and scenario.facts_from and scenario.facts_from in plan.roles:
            found.setdefault(scenario.facts_from, []).append(scenario)
    return found


def _asks_kind(plan: Plan, groups: Sequence[AnyOf], kinds: AbstractSet[str]) -> bool:
    return any(_all_of_kind(plan, group, kinds) for group in groups)


def _all_of_kind(plan: Plan, group: AnyOf, kinds: AbstractSet[str]) -> bool:
    return all(plan.roles[role].kind in kinds for role in group)


def _whole(plan: Plan, groups: Sequence[AnyOf], missing: Iterable[AbstractSet[str]], experts: AnyOf) -> Message | None:
    """What to type in the place of `new_text`; None where the plan has no such roles."""
    added = [_who_approve(plan, kinds) for kinds in missing]
    if not all(added):
        return None
    whole = _composed(plan, groups, added, experts)
    advice = _weighed(
        plan,
        say("Write `new_text: [{groups}]`: of a list in the list, any one will do.", groups=_typed(whole)),
        groups,
        whole,
    )
    members = [members_of(plan, group) for group in whole]
    alone = {number for number, group in enumerate(whole) if group not in groups and len(members[number]) == 1}
    roles = dict.fromkeys(role for number in sorted({*alone, *_short_of_people(members)}) for role in whole[number])
    if not roles:
        return advice
    return say(
        "{advice} Before that, make somebody else a deputy of {roles}: too few people could approve.",
        advice=advice,
        roles=[plan.called(role) for role in roles],
    )


def _weighed(plan: Plan, advice: Message, groups: Sequence[AnyOf], whole: Sequence[AnyOf]) -> Message:
    """The advice; where it asks one of several who were all asked so far, that it does.

    Of a list of which any one did so far, its roles stand with an "or" between them.
    """
    kept = {frozenset(group) for group in whole}
    lost = [group for group in different(groups) if frozenset(group) not in kept]
    if not lost:
        return advice
    return say(
        "{advice} So far nothing went out without {roles}; from then on one of several is enough, as more than three"
        " approvals take too long to collect by night.",
        advice=advice,
        roles=[any_of(plan, group, alone=len(lost) == 1) for group in lost],
    )


def _who_approve(plan: Plan, kinds: AbstractSet[str]) -> AnyOf:
    """The roles of some kinds that can approve."""
    return tuple(RoleRef(role.id) for role in plan.roles.values() if role.kind in kinds and "approve" in role.can)


def _composed(plan: Plan, groups: Sequence[AnyOf], added: Sequence[AnyOf], experts: AnyOf) -> list[AnyOf]:
    """The groups with what is added, those who know some facts in one; where more than can be had by night, merged."""
    eyes = [[group for group in groups if _all_of_kind(plan, group, kinds)] for _, kinds in EYES]
    others = [group for group in groups if not any(group in seen for seen in eyes)]
    facts = [_one([*others, experts])] if others or experts else []
    whole = [*eyes[0], *eyes[1], *added, *facts]
    if len(whole) > MOST_APPROVALS:
        whole = [_one(eyes[0]), _one(eyes[1]), *added, *facts]
    return [tuple(dict.fromkeys(group)) for group in whole if group]


def _typed(groups: Iterable[AnyOf]) -> str:
    return ", ".join(f"[{', '.join(group)}]" if len(group) > 1 else "".join(group) for group in groups)


def _create(
    plan: Plan, groups: Sequence[AnyOf], missing: Sequence[AbstractSet[str]], experts: AnyOf, today: date
) -> Message | None:
    """The role to create where the plan has nobody of a kind, for somebody who does not give the go-ahead already."""
    lacking = [
        kind
        for kinds in missing
        for kind in TO_CREATE
        if kind in kinds and not any(role.kind in kinds for role in plan.roles.values())
    ]
    added = [_who_approve(plan, kinds) for kinds in missing]
    if len(lacking) != 1 or added.count(()) != 1:
        return None
    (kind,) = lacking
    id_, name = TO_CREATE[kind]
    whole = _composed(plan, groups, [one or (RoleRef(id_),) for one in added], experts)
    asked = {plan.roles[role].holder for group in whole for role in group if role in plan.roles}
    busy = {role.holder for role in plan.roles.values()}
    free = [p.id for p in plan.people.values() if not p.has_left(today) and p.id not in asked]
    holder = next((person for person in free if person not in busy), next(iter(free), None))
    if holder is None or id_ in plan.roles:
        return None
    advice = say(
        "Add below `roles:`: `{id}: {name: {name}, kind: {kind}, holder: {holder}, deputies: […], can: [approve],"
        " first_moves: […]}`, and `{id}` to the `who:` of a training, then write `new_text: [{groups}]`.",
        id=id_,
        name=name if len(plan.languages) == 1 else "…",
        kind=kind,
        holder=str(holder),
        groups=_typed(whole),
    )
    return _weighed(plan, advice, groups, whole)


def _one(groups: Iterable[AnyOf]) -> AnyOf:
    return tuple(role for group in groups for role in group)


def _facts_unseen(plan: Plan, scenario: Scenario, role: Role, today: date) -> Iterator[Gap]:
    """The approved texts of a scenario that nobody has seen who knows its facts."""
    unseen = []
    for text in scenario.statements.values():
        state = standing(plan, text, today)
        if state.approved and text.fact_from in {None, role.id} and not state.approvers & {*role.members}:
            unseen.append(text)
    there = [p for p in role.members if p in plan.people and not plan.people[p].has_left(today)]
    if unseen and there:
        yield Gap(
            scenario.where / "statements",
            say(
                "In “{scenario}”, nobody of {role}, who gives the facts, has seen {texts}.",
                scenario=scenario.called,
                role=role.called,
                texts=[say("“{text}”", text=text.called) for text in unseen],
            ),
            say(
                "Have {person} check the facts, then run `planbuilder approve {id} --by {by}`.",
                person=plan.called(there[0]),
                id=unseen[0].id,
                by=there[0],
            ),
        )
