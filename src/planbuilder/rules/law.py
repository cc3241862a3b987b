"""LAW: legal duties with a clock. Each organisation's lawyer must confirm them."""

import sys
from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Plan, nearest
from planbuilder.plan.laws import IMPLIES, LAWS
from planbuilder.plan.scenarios import Action, Scenario
from planbuilder.plan.times import MINUTES_PER_DAY, Limit
from planbuilder.rules._rule import rule
from planbuilder.rules.empty_roles import unmanned
from planbuilder.source import Where


@rule(
    "LAW-NOT-CHOSEN",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    source=("NIST61", "GDPR", "NIS2"),
    why="Legal deadlines start while you are still drafting.",
    bad="""
        about:  # <-- The plan does not say which legal deadlines apply to you.
          organisation: Example
          languages: [en]
        """,
    good="""
        about:
          organisation: Example
          languages: [en]
          applies: [rgpd]
        """,
)
def not_chosen(plan: Plan) -> Iterator[Gap]:
    """The plan says which laws with deadlines apply. An empty list is fine: somebody has looked, and none applies."""
    if plan.about.applies is None:
        yield Gap(
            Where(("about", "applies")),
            say("The plan does not say which legal deadlines apply to you."),
            say("Choose them with your lawyer: `applies: [rgpd]`, or `applies: []` where none does."),
        )


def applied(plan: Plan) -> dict[str, Where]:
    """The keys of the laws that apply, with those that they bring along, and the address that names each."""
    found: dict[str, Where] = {}
    for position, key in enumerate(plan.about.applies or ()):
        for law in (key, *IMPLIES.get(key, ())):
            found.setdefault(law, plan.about.where / "applies" / position)
    return found


def law_called(key: str) -> Message | str:
    """The title of a law; its key where the table does not know it."""
    return LAWS[key].title if key in LAWS else key


@rule(
    "LAW-NO-OWNER",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    source=("NIST61",),
    why="72 hours include the weekend.",
    bad="""
        about:
          organisation: Example
          languages: [en]
          applies: [rgpd, lopmi]  # <-- Nobody is in charge of GDPR article 33.
        obligations:
          letter:  # <-- For “Letter”, the plan does not say who is in charge.
            {name: Letter, law: rgpd-personnes, clock: we know of a high risk, within: 48h}
          complaint:  # <-- For “Complaint”, the plan does not say who is in charge, what starts the clock and how soon.
            {name: Complaint, law: lopmi}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          privacy: {holder: ana}
        about:
          organisation: Example
          languages: [en]
          applies: [lopmi]
        obligations:
          complaint: {name: Complaint, law: lopmi, clock: we know, within: 72h, owner: privacy}
        """,
)
def no_owner(plan: Plan, today: date) -> Iterator[Gap]:
    """Every law that applies has an obligation, and each of its obligations a role, a clock and a delay.

    `rgpd` brings `rgpd-personnes` along. Obligations of other laws are held to it too, when they name their `law`. In
    the next 90 days somebody holds the role at every minute: 72 hours do not wait for the end of a holiday.
    """
    yield from _without_clock(plan)
    for role in dict.fromkeys(duty.owner for duty in plan.obligations.values() if duty.owner):
        duties = [duty for duty in plan.obligations.values() if duty.owner == role]
        for when, fix in unmanned(plan, today, role, [None]):
            message = say("Nobody is in charge of {laws} {when}.", laws=[duty.called for duty in duties], when=when)
            yield Gap(duties[0].where / "owner", message, fix)


def _without_clock(plan: Plan) -> Iterator[Gap]:
    known = {duty.law for duty in plan.obligations.values()}
    orphans: dict[Where, list[object]] = {}
    for law, where in applied(plan).items():
        if law in known:
            continue
        meant = None if law in LAWS else nearest(law, [*LAWS, *(name for name in known if name)])
        if meant:
            message = say("Nobody is in charge of {laws}.", laws=[law_called(law)])
            yield Gap(where, message, say("Did you mean `{near}`?", near=meant))
        else:
            orphans.setdefault(where, []).append(law_called(law))
    for where, laws in orphans.items():
        yield Gap(
            where,
            say("Nobody is in charge of {laws}.", laws=laws),
            say("Add an entry to `obligations:` with `law:`, `owner:`, `clock:` and `within:`."),
        )
    for duty in plan.obligations.values():
        parts = {
            "owner": (duty.owner, say("who is in charge")),
            "clock": (duty.clock, say("what starts the clock")),
            "within": (duty.within, say("how soon")),
        }
        missing = {key: said for key, (value, said) in parts.items() if value is None}
        if missing and duty.law:
            yield Gap(
                duty.where,
                say("For “{duty}”, the plan does not say {missing}.", duty=duty.called, missing=list(missing.values())),
                say("Add {keys}.", keys=[f"`{key}:`" for key in missing]),
            )


@rule(
    "LAW-SCENARIO",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    source=("GDPR", "NIS2", "LOPMI", "AT12H", "RAPPEL"),
    why="One event can start four clocks.",
    bad="""
        about: {organisation: Example, languages: [en], applies: [lopmi]}
        obligations:
          complaint: {name: Complaint within 72 hours, law: lopmi}
        scenarios:
          leak:  # <-- “Data leak” forgets Complaint within 72 hours.
            name: Data leak
            family: data
        """,
    good="""
        about: {organisation: Example, languages: [en], applies: [lopmi]}
        obligations:
          complaint: {name: Complaint within 72 hours, law: lopmi}
        scenarios:
          leak: {name: Data leak, family: data, obligations: [complaint]}
        """,
)
def forgotten_in_scenario(plan: Plan) -> Iterator[Gap]:
    """A scenario lists every obligation of the laws that apply to its family.

    Data: GDPR, NIS2, the French complaint of 72 hours, DORA, SEC, HIPAA. Product: product recall and food law. Safety:
    the fatal accident at work. A scenario without a family, or of another one, is left alone; a law without an
    obligation is LAW-NO-OWNER.
    """
    laws = {key: [d for d in plan.obligations.values() if d.law == key] for key in applied(plan) if key in LAWS}
    for scenario in plan.scenarios.values():
        started = [duty for key, duties in laws.items() if scenario.family in LAWS[key].families for duty in duties]
        listed = set(scenario.obligations)
        forgotten = [duty for duty in started if duty.id not in listed]
        if forgotten:
            yield Gap(
                scenario.where / "obligations",
                say(
                    "“{scenario}” forgets {duties}.",
                    scenario=scenario.called,
                    duties=[duty.called for duty in forgotten],
                ),
                say("Add {ids} to `obligations:`.", ids=[f"`{duty.id}`" for duty in forgotten]),
            )


@rule(
    "LAW-LATE",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    serves=("B7",),
    source=("GDPR", "NIS2", "DORA", "SEC", "HIPAA"),
    why="The plan may tighten a legal delay, never loosen it.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          privacy: {holder: ana}
        obligations:
          cnil:
            name: Notification
            law: rgpd
            within: 5 days  # <-- GDPR article 33 leaves 72 h; “Notification” takes 5 days.
          inspectorate: {name: Labour inspectorate, law: accident-mortel, within: 12h, statement: report}
        scenarios:
          fall:
            obligations: [inspectorate]
            actions:
              - do: Write to the inspectorate
                at: 24h  # <-- French labour code R4121-5 leaves 12 h; “Write to the inspectorate” comes after 24 h.
                who: privacy
                statement: report
            statements:
              report: {kind: update, text: A colleague has died at work.}
        """,
    good="""
        obligations:
          cnil: {name: Notification, law: rgpd, within: 72h}
        """,
)
def late(plan: Plan) -> Iterator[Gap]:
    """No obligation takes longer than its law leaves, and no action that releases its text comes after that.

    Each step of a law has its own delay (NIS2: 24 hours, 72 hours, one month). Obligations of one law without a `step`
    are held to the delays that are left, the shortest to the shortest. `immediately` is a day at most; `without undue
    delay` is not measured. Business days are clock hours too: a weekend may lie between, so that `3 business days` is
    longer than 72h.
    """
    legal = dict(_legal_limits(plan))
    for duty in plan.obligations.values():
        limit = legal.get(duty.id)
        if limit and duty.law and _is_longer(duty.within, limit):
            yield Gap(
                duty.where / "within",
                say(
                    "{law} leaves {limit}; “{duty}” takes {within}.",
                    law=law_called(duty.law),
                    limit=limit,
                    duty=duty.called,
                    within=duty.within,
                ),
                say("Shorten `within:` to what the law leaves, or less."),
            )
    for scenario in plan.scenarios.values():
        yield from _late_actions(plan, scenario, legal)


def _legal_limits(plan: Plan) -> Iterator[tuple[str, Limit]]:
    """The delay that the table leaves for each obligation that it knows."""
    for key in dict.fromkeys(duty.law for duty in plan.obligations.values() if duty.law in LAWS):
        left = dict(LAWS[key or ""].limits)
        duties = [duty for duty in plan.obligations.values() if duty.law == key]
        for duty in duties:
            if duty.step in left:
                yield duty.id, left.pop(duty.step)
        rest = sorted((duty for duty in duties if duty.step is None), key=lambda duty: _longest(duty.within))
        for duty, limit in zip(rest, left.values(), strict=False):
            yield duty.id, limit


def _late_actions(plan: Plan, scenario: Scenario, legal: dict[str, Limit]) -> Iterator[Gap]:
    due = {str(d.statement): d for name in scenario.obligations if (d := plan.obligations.get(name)) and d.statement}
    first: dict[str, Action] = {}
    for action in sorted(scenario.actions, key=lambda action: action.at.total_minutes):
        if action.statement and action.statement in due:
            first.setdefault(action.statement, action)
    for statement, action in first.items():
        duty = due[statement]
        limit = legal.get(duty.id)
        if limit and duty.law and action.at.total_minutes > _shortest(limit):
            yield Gap(
                action.where / "at",
                say(
                    "{law} leaves {limit}; “{action}” comes after {time}.",
                    law=law_called(duty.law),
                    limit=limit,
                    action=action.do,
                    time=action.at,
                ),
                say("Move the action earlier."),
            )


def _is_longer(planned: Limit | None, legal: Limit) -> bool:
    if planned is None or planned.duration is None:
        return False
    if legal.duration and legal.duration.business_days and planned.duration.business_days:
        return planned.duration.business_days > legal.duration.business_days
    return _longest(planned) > _shortest(legal)


def _longest(limit: Limit | None) -> int:
    """Minutes that may pass at most; business days run into weekends."""
    if limit is None or limit.duration is None:
        return 0
    return limit.duration.total_minutes + 2 * -(-limit.duration.business_days // 5) * MINUTES_PER_DAY


def _shortest(limit: Limit) -> int:
    """Minutes that are surely left: business days without a weekend; a day for `immediately`."""
    if limit.duration is not None:
        return limit.duration.total_minutes
    return MINUTES_PER_DAY if limit.words == "immediately" else sys.maxsize


@rule(
    "LAW-NO-WORDS",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A30", "A31"),
    source=("GDPR",),
    why="The people concerned must be told in clear and plain language.",
    bad="""
        obligations:
          letter:  # <-- “Letter” asks you to write to the people concerned; no text is ready.
            name: Letter
            law: rgpd-personnes
        """,
    good="""
        channels:
          mail: {platform: email}
        statements:
          leak-letter: {kind: update, channels: [mail], text: Your name and address were copied.}
        obligations:
          letter: {name: Letter, law: rgpd-personnes, statement: leak-letter}
        """,
)
def no_words(plan: Plan) -> Iterator[Gap]:
    """An obligation to inform people, the public or the market has a prepared text.

    These are obligations with `step: people`, and those of GDPR article 34, MAR, SEC, HIPAA and the French product
    recall, unless their step is a warning or a report to an authority.
    """
    for duty in plan.obligations.values():
        law = LAWS.get(duty.law or "")
        of_law = law is not None and law.wants_words and duty.step not in {"warning", "report"}
        if duty.statement is None and (duty.step == "people" or of_law):
            yield Gap(
                duty.where / "statement",
                say(
                    "“{duty}” asks you to write to {people}; no text is ready.",
                    duty=duty.called,
                    people=duty.to or (law.to if law else say("the people concerned")),
                ),
                say("Prepare the text and link it with `statement:`."),
            )
