"""LAW: legal duties with a clock. Each organisation's lawyer must confirm them."""

from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.victims import are_others_alone
from planbuilder.messages import Message, say
from planbuilder.plan import Plan
from planbuilder.plan.laws import IMPLIES, LAWS, Law, Step, law_called, law_meant
from planbuilder.plan.scenarios import Scenario
from planbuilder.rules._rule import rule
from planbuilder.rules.empty_roles import unmanned
from planbuilder.rules.law_late import is_longer, longest
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
    """The plan says which laws with deadlines apply. An empty list is fine: somebody has looked, and none applies.

    The list names every law that an obligation follows: what is not in it is not looked at.
    """
    none = [word for word in plan.about.applies or () if word.lower() in NONE]
    if none:
        yield Gap(
            Where(("about", "applies")),
            say("`applies` names “{word}”, which is no law.", word=none[0]),
            say("Where no law applies, write empty brackets: `applies: []`."),
        )
    elif plan.about.applies is not None:
        yield from _followed_but_not_chosen(plan)
    else:
        yield Gap(
            Where(("about", "applies")),
            say("The plan does not say which legal deadlines apply to you."),
            say("Choose them with your lawyer: `applies: [rgpd]`, or `applies: []` where none does."),
        )


def _followed_but_not_chosen(plan: Plan) -> Iterator[Gap]:
    chosen = applied(plan)
    followed: dict[str, list[object]] = {}
    for duty in plan.obligations.values():
        if duty.law in LAWS and duty.law not in chosen:
            brought_by = next((law for law, others in IMPLIES.items() if duty.law in others), duty.law)
            followed.setdefault(brought_by, []).append(say("“{text}”", text=duty.called))
    for law, duties in followed.items():
        yield Gap(
            Where(("about", "applies")),
            say("`applies` does not name {law}, which {duties} follow.", law=law_called(law), duties=duties)
            if len(duties) > 1
            else say("`applies` does not name {law}, which {duty} follows.", law=law_called(law), duty=duties),
            say("Add `{law}` to `applies:`, or take `law: {law}` away.", law=law),
        )


NONE = frozenset({"none", "no", "nothing", "null", "n/a", "aucun", "aucune", "non", "rien", "néant"})
"""How people write that no law applies; an empty list says it."""


def applied(plan: Plan) -> dict[str, Where]:
    """The keys of the laws that apply, with those that they bring along, and the address that names each."""
    found: dict[str, Where] = {}
    for position, key in enumerate(plan.about.applies or ()):
        if key.lower() in NONE:
            continue
        for law in (key, *IMPLIES.get(key, ())):
            found.setdefault(law, plan.about.where / "applies" / position)
    return found


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

    A law of several steps (NIS2, DORA, Cyber Resilience Act) has one for each: the `step` says which, else `within`.
    One obligation alone that names no step stands for all of them. `rgpd` brings `rgpd-personnes` along. Obligations of
    other laws are held to it too, when they name their `law`. In the next 90 days somebody holds the role at every
    minute: 72 hours do not wait for the end of a holiday.
    """
    yield from _without_clock(plan)
    yield from _without_step(plan)
    for role in dict.fromkeys(duty.owner for duty in plan.obligations.values() if duty.owner):
        duties = [duty for duty in plan.obligations.values() if duty.owner == role]
        for when, fix in unmanned(plan, today, role, [None]):
            message = say("Nobody is in charge of {laws} {when}.", laws=[duty.called for duty in duties], when=when)
            yield Gap(duties[0].where / "owner", message, fix)


_STEPS: dict[str, Message] = {
    "warning": say("the early warning"),
    "notification": say("the notification"),
    "report": say("the final report"),
    "people": say("the letter to people"),
}


def _without_step(plan: Plan) -> Iterator[Gap]:
    """The laws of which an obligation is there, but not one for each step."""
    for key, where in applied(plan).items():
        duties = [duty for duty in plan.obligations.values() if duty.law == key]
        left = dict(LAWS[key].limits) if key in LAWS else {}
        if [duty.step for duty in duties] in ([], [None]):
            continue
        for duty in duties:
            if duty.step:
                left.pop(duty.step, None)
        for duty in sorted((duty for duty in duties if duty.step is None), key=lambda duty: longest(duty.within)):
            meant = (step for step, limit in left.items() if not is_longer(duty.within, limit))
            left.pop(next(meant, next(iter(left), "people")), None)
        if left:
            steps = [say("{step} ({limit})", step=_STEPS[step], limit=limit) for step, limit in left.items()]
            yield Gap(
                where,
                say("Nobody is in charge of {steps} of {law}.", steps=steps, law=law_called(key)),
                say(
                    "Add to `obligations:` an entry with `law: {law}`, `step: {step}`, and name it in the scenarios.",
                    law=key,
                    step=next(iter(left)),
                ),
            )


def _without_clock(plan: Plan) -> Iterator[Gap]:
    known = {duty.law for duty in plan.obligations.values()}
    orphans: dict[Where, list[object]] = {}
    entries: dict[Where, list[Message]] = {}
    for law, where in applied(plan).items():
        if law in known:
            continue
        meant = None if law in LAWS else law_meant(law, filter(None, known))
        if meant:
            message = say("Nobody is in charge of {laws}.", laws=[law_called(law)])
            yield Gap(where, message, say("Did you mean `{near}`?", near=meant))
        else:
            orphans.setdefault(where, []).append(law_called(law))
            entries.setdefault(where, []).append(_entry_of(law))
    for where, laws in orphans.items():
        yield Gap(
            where,
            say("Nobody is in charge of {laws}.", laws=laws),
            say("Add below `obligations:`, with `owner:` the id of a role: {entries}.", entries=entries[where]),
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


def _entry_of(key: str) -> Message:
    """A whole line to paste for a law: its first step, where it has several."""
    law = LAWS.get(key)
    if law is None:
        return say("`{id}: {name: …, law: {law}, clock: …, within: …, owner: …}`", id=key, law=key)
    return say(
        '`{id}: {name: "{name}", law: {law}, clock: "{clock}", within: {within}, owner: …}`',
        id=key,
        name=law.title,
        law=key,
        clock=law.clock,
        within=law.limit.typed,
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

    Data: GDPR, UK GDPR, Québec's Law 25, PIPEDA, NIS2, the French complaint of 72 hours, DORA, SEC, HIPAA. Product:
    product recall and food law. Safety: the fatal accident at work, unless the name and the triggers of the scenario
    speak of patients, customers or illness and of none of our own people. A scenario without a family, or of another
    one, is left alone; a law without an obligation is LAW-NO-OWNER.
    """
    laws = {key: [d for d in plan.obligations.values() if d.law == key] for key in applied(plan) if key in LAWS}
    for scenario in plan.scenarios.values():
        started = [duty for key, duties in laws.items() if _starts(scenario, LAWS[key]) for duty in duties]
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


def _starts(scenario: Scenario, law: Law) -> bool:
    return scenario.family in law.families and not (law.of_workers and _is_about_others(scenario))


def _is_about_others(scenario: Scenario) -> bool:
    """Whether its name and triggers say who may be harmed, and they are not our own people."""
    names = scenario.name.by_language.values() if scenario.name else ()
    triggers = scenario.triggers.by_language.values() if scenario.triggers else ()
    return are_others_alone((*names, *(text for texts in triggers for text in texts)))


@rule(
    "LAW-NO-WORDS",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A30", "A31"),
    source=("GDPR",),
    why="The people concerned must be told in clear and plain language.",
    bad="""
        obligations:
          letter:  # <-- “Letter” asks you to tell the people concerned; no words are ready.
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

    These are obligations with `step: people`, and those of GDPR article 34, UK GDPR, Québec's Law 25, PIPEDA, MAR, SEC,
    HIPAA and the French product recall, unless their step is for an authority alone.
    """
    for duty in plan.obligations.values():
        law = LAWS.get(duty.law or "")
        if duty.statement is None and (duty.step == "people" or (law and _asks_for_words(law, duty.step))):
            yield Gap(
                duty.where / "statement",
                say(
                    "“{duty}” asks you to tell {people}; no words are ready.",
                    duty=duty.called,
                    people=duty.to or (law.to if law else say("the people concerned")),
                ),
                say("Prepare the text, or what is said face to face, and link it with `statement:`."),
            )


def _asks_for_words(law: Law, step: Step | None) -> bool:
    """Whether a step of a law, or all of it where none is named, tells others than an authority."""
    to_authorities = {"warning", "report", *(["notification"] if len(law.limits) > 1 else [])}
    return law.wants_words and step not in to_authorities
