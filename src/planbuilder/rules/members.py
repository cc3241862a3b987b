"""TEAM: whether the people of the roles can do them, and are still there."""

from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.names import language_called
from planbuilder.messages import Message, say
from planbuilder.plan import Plan
from planbuilder.plan.alert import Shift
from planbuilder.plan.learning import Training
from planbuilder.plan.people import Role
from planbuilder.plan.values import has_language
from planbuilder.rules._rule import rule
from planbuilder.source import Where


@rule(
    "TEAM-SPOKESPERSON-LANGUAGE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A29",),
    source=("OWN",),
    why="A statement in English calls for an interview in English.",
    bad="""
        about: {organisation: Example, languages: [fr, en]}
        people:
          ana: {name: Ana Ruiz, languages: [fr]}
        roles:
          spokesperson:  # <-- No spokesperson speaks English.
            holder: ana
            can: [speak]
        """,
    good="""
        about: {organisation: Example, languages: [fr, en]}
        people:
          ana: {name: Ana Ruiz, languages: [fr]}
          leo: {name: Léo Marchand, languages: [fr, en]}
        roles:
          spokesperson:
            holder: ana
            deputies: [leo]
            can: [speak]
        """,
)
def spokesperson_language(plan: Plan) -> Iterator[Gap]:
    """For each language of the plan, somebody must be able to speak to the media in it.

    The holders and deputies of the roles that can `speak` count. A person without `languages` counts for the first
    language of the plan; `fr` serves a plan in `fr-CA`.
    """
    speakers = [role for role in plan.roles.values() if "speak" in role.can]
    people = [plan.people.get(member) for role in speakers for member in role.members]
    if not speakers or None in people:
        return  # TEAM-MISSING-FUNCTION or PLAN-DEAD-REF has spoken
    spoken = {tag for person in people if person for tag in person.languages or plan.languages[:1]}
    missing = dict.fromkeys(language_called(tag) for tag in plan.languages if not has_language(spoken, tag))
    if missing:
        role = speakers[0]
        message = say("No spokesperson speaks {languages}.", languages=[*missing])
        fix = say("Add a deputy who does to {role}, and write `languages:` for that person.", role=role.called)
        yield Gap(role.where / "deputies", message, fix)


@rule(
    "TEAM-UNTRAINED",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A8",),
    source=("CERC-PLAN", "ISO22361", "GCS-STOP"),
    why="The members of the team must be trained to face a crisis.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead:  # <-- Crisis lead: Ana Ruiz and Léo Marchand have not been trained for it since 12 May 2025.
            name: Crisis lead
            holder: ana
            deputies: [leo]
            can: [activate]
        training:
          - {who: [lead], what: reading the plan, every: 12 months, last: 2025-05-12}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          lead:
            name: Crisis lead
            holder: ana
            deputies: [leo]
            can: [activate]
        training:
          - {who: [lead], what: reading the plan, every: 12 months, last: 2026-05-12}
        """,
)
def untrained(plan: Plan, today: date) -> Iterator[Gap]:
    """The holder and the deputies of each essential role must have been trained for it in time.

    One training whose `who` has the role must have been held (`last`), and its `every`, where there is one, must not
    have passed. Roles that wait for the same training are named together. A role that no training names is
    LEARN-NO-TRAINING's matter.
    """
    waiting: dict[Where, tuple[date | None, list[Role]]] = {}
    for role in plan.roles.values():
        sessions = [training for training in plan.training if role.id in training.who]
        if not role.essential or not sessions or any(_in_date(training, today) for training in sessions):
            continue
        latest = max(sessions, key=lambda training: _held(training, today) or date.min)
        waiting.setdefault(latest.where, (_held(latest, today), []))[1].append(role)
    fix = say("Hold the training, then write `last: {today}` for it.", today=today.isoformat())
    for where, (held, (role, *others)) in waiting.items():
        yield Gap(where if others else role.where, _waiting(plan, role, others, held), fix)


def _waiting(plan: Plan, role: Role, others: list[Role], held: date | None) -> Message:
    """That nobody has been trained for some roles since a day, or ever."""
    if others:
        called = [one.called for one in (role, *others)]
        if held:
            return say("Nobody has been trained since {date} for {roles}.", date=held, roles=called)
        return say("Nobody has ever been trained for {roles}.", roles=called)
    known = {"role": role.called, "people": [plan.called(member) for member in role.members]}
    if held:
        return say("{role}: {people} have not been trained for it since {date}.", date=held, **known)
    return say("{role}: {people} have never been trained for it.", **known)


def _held(training: Training, today: date) -> date | None:
    return training.last if training.last and training.last <= today else None


def _in_date(training: Training, today: date) -> bool:
    held = _held(training, today)
    return held is not None and (training.every is None or training.every.after(held) >= today)


@rule(
    "TEAM-LEFT",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A2", "A3"),
    source=("OWN",),
    why="The commonest fault of published plans: the person to call has left.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
          tom: {name: Tom Keller, left_on: 2026-10-31}
        roles:
          lead:
            holder: ana
            deputies: [tom]  # <-- Tom Keller left on 31 October 2026 and still stands in for lead.
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
          tom: {name: Tom Keller, left_on: 2026-10-31}
        roles:
          lead:
            holder: ana
            deputies: [leo]
        """,
)
def left_but_named(plan: Plan, today: date) -> Iterator[Gap]:
    """Whoever has left must have no part in the plan any more.

    `left_on` is the last day: from the day after, the person must not be a holder, a deputy, on a rota or on a shift
    to come, called by an escalation path, a publisher, an administrator, the owner of the plan, the one who approved
    it, or in charge of anything else. What is history may stay: exercises, past shifts, absences, exceptions, what
    reviews have settled. An approver of a text who has left is SIGN-STALE's matter.
    """
    gone = {person.id: person for person in plan.people.values() if person.has_left(today)}
    if not gone:
        return
    for where, ref in plan.refs():
        person = gone.get(ref)
        if person is None or "people" not in ref.sections or _is_history(plan, where, today):
            continue
        yield Gap(
            where,
            say(
                "{person} left on {date} and {still}.",
                person=person.called,
                date=person.left_on,
                still=_still(plan, where),
            ),
            say(
                "Put someone else in; once nothing names {person}, remove the entry from `people`.",
                person=person.called,
            ),
            at_value=True,
        )


def _is_history(plan: Plan, where: Where, today: date) -> bool:
    match where:
        case ("exercises" | "absences" | "waivers", *_):
            return True
        case (*_, "approved", int(), "by"):
            return True
        case ("on_call", str(line), "shifts" | "swaps" as key, int(number), "who"):
            turn: Shift = getattr(plan.on_call[line], key)[number]
            return turn.to.date() < today
        case ("reviews", str(review), "actions", int(number), "by"):
            return plan.reviews[review].actions[number].done is not None
    return False


_STILL = {
    ("roles", "holder"): say("still holds {name}"),
    ("roles", "deputies"): say("still stands in for {name}"),
    ("on_call", "rota"): say("still takes turns on call in {name}"),
    ("on_call", "shifts"): say("still takes turns on call in {name}"),
    ("on_call", "swaps"): say("still takes turns on call in {name}"),
    ("escalation", "steps"): say("is still called by the escalation path {name}"),
    ("channels", "publishers"): say("may still publish on {name}"),
    ("channels", "admins"): say("still administers {name}"),
    ("channels", "pause_scheduled"): say("may still stop the scheduled posts on {name}"),
    ("about", "owner"): say("still owns the plan"),
    ("about", "approved"): say("is still the one who approved the plan"),
}


def _still(plan: Plan, where: Where) -> Message:
    """What somebody still does, to follow "… left on … and"."""
    section, entry, *below = (str(part) for part in where)
    part = _STILL.get((section, entry if section == "about" else below[0] if below else ""))
    if part is None:
        return say("is still named in `{where}`", where=str(where))
    return Message(part.text, {"name": plan.called(entry)})
