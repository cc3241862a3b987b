"""AUD: who hears it first."""

import re
from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.plan import Duration, Plan, platform_of
from planbuilder.plan.channels import Audience
from planbuilder.plan.hearing import goes_public, hears, is_internal, reaches
from planbuilder.plan.scenarios import Action, Scenario, Statement
from planbuilder.rules._rule import rule


def released(plan: Plan, scenario: Scenario) -> Iterator[tuple[Action, Statement]]:
    """The actions of a scenario that release a statement, with it, in the order of the clock."""
    for action in sorted(scenario.actions, key=lambda action: action.at.total_minutes):
        name = action.statement or ""
        statement = (
            scenario.statements.get(name) or plan.statements.get(name) or (plan.statement(name) if name else None)
        )
        if statement:
            yield action, statement


# “Release the holding statement”, “Publier le message d'attente”
_PUBLISHED = regex(
    r"\b(?:publish|release|post|publi(?:er|ez)|diffus(?:er|ez))\b.{0,30}\b(?:statement|message|communiqué|update|point)\b",
    re.IGNORECASE,
)


def first_public_word(plan: Plan, scenario: Scenario) -> Action | None:
    """The action that releases the first text that people outside can read.

    Where no action names such a text: the first that says so in its words, English or French; None where none does.
    """
    return _first_of(scenario, _public_texts(plan, scenario))


def _first_public_news(plan: Plan, scenario: Scenario) -> Action | None:
    """The same without alerts: what keeps people safe waits for nobody, and is no news to be the first to hear."""
    return _first_of(scenario, ((a, s) for a, s in _public_texts(plan, scenario) if s.kind != "alert"))


def _public_texts(plan: Plan, scenario: Scenario) -> Iterator[tuple[Action, Statement]]:
    return ((a, s) for a, s in released(plan, scenario) if not is_internal(plan, s) and goes_public(plan, s))


def _first_of(scenario: Scenario, texts: Iterator[tuple[Action, Statement]]) -> Action | None:
    linked = next((action for action, _ in texts), None)
    said = (a for a in scenario.actions if not a.statement and _says_so(a))
    return linked or min(said, key=lambda action: action.at.total_minutes, default=None)


def _says_so(action: Action) -> bool:
    return any(_PUBLISHED.search(text) for text in action.do.by_language.values())


@rule(
    "AUD-STAFF-FIRST",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A7",),
    source=("PRNEWS", "PRSA"),
    why="Even a few minutes make a difference: staff who learn it outside feel left out, and improvise.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        channels:
          x: {platform: x}
          intranet: {platform: intranet}
        scenarios:
          leak:
            name: Data leak
            actions:
              - {at: 15m, who: lead, do: Release the holding statement, statement: wait}
              - do: Tell staff
                at: 30m  # <-- In “Data leak”, staff are told 15 min after the public.
                who: lead
                statement: inside
            statements:
              wait: {kind: holding, channels: [x], text: We are checking.}
              inside: {kind: internal, channels: [intranet], text: Please do not reply online.}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        channels:
          x: {platform: x}
          intranet: {platform: intranet}
        scenarios:
          leak:
            name: Data leak
            actions:
              - {at: 10m, who: lead, do: Tell staff, statement: inside}
              - {at: 15m, who: lead, do: Release the holding statement, statement: wait}
            statements:
              wait: {kind: holding, channels: [x], text: We are checking.}
              inside: {kind: internal, channels: [intranet], text: Please do not reply online.}
        """,
)
def staff_after_public(plan: Plan) -> Iterator[Gap]:
    """In the plan of a scenario staff are not told later than the public.

    The public hears it by the first action that releases a text on a public channel or, where no action names such a
    text, by the first whose words say that a statement is published. An alert (`kind: alert`) does not count: what
    keeps people safe waits for nobody. Staff hear it by the first action that releases an internal text or, where none
    does, by the first of a role that can `inform-staff`. Where one of the two is not planned, nothing is said.
    """
    for scenario in plan.scenarios.values():
        public, staff = _first_public_news(plan, scenario), _staff_told(plan, scenario)
        if public and staff and staff.at.total_minutes > public.at.total_minutes:
            yield Gap(
                staff.where / "at",
                say(
                    "In “{scenario}”, staff are told {time} after the public.",
                    scenario=scenario.called,
                    time=_between(public, staff),
                ),
                say("Move it before the public statement, even by a few minutes."),
            )


def _staff_told(plan: Plan, scenario: Scenario) -> Action | None:
    told = [action for action, statement in released(plan, scenario) if is_internal(plan, statement)]
    informing = {role.id for role in plan.roles.values() if "inform-staff" in role.can}
    told = told or [a for a in scenario.actions if a.who in informing and not a.statement and not _says_so(a)]
    return min(told, key=lambda action: action.at.total_minutes, default=None)


def _between(earlier: Action, later: Action) -> Duration:
    return Duration(minutes=later.at.total_minutes - earlier.at.total_minutes)


# Injury and death in the texts of a scenario, English and French; a scenario of the family safety needs no such word.
_HARM = regex(
    r"\b(?:injur\w+|wounded|hurt|killed|dead|deaths?|died|fatal\w*|burn(?:s|ed|t)?|drown\w*|casualt\w+"
    r"|bless[ée]\w*|blessures?|tu[ée]e?s?|morts?|mortel\w*|d[ée]c[èe]s|d[ée]c[ée]d\w+|br[ûu]lures?|br[ûu]l[ée]e?s?"
    r"|noyades?|victimes?)\b",
    re.IGNORECASE,
)
_FAMILIES = regex(
    r"\b(?:famil(?:y|ies|les?)|relatives|next of kin|loved ones|parents?|proches|ayants droit)\b", re.IGNORECASE
)
WITHOUT_INJURY = ("rumour", "conduct", "data", "supply")
"""Families of events without injury, whatever words their texts use (“a burnt-out server”)."""


@rule(
    "AUD-FAMILIES",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A20", "A24"),
    source=("I2B", "IATA-PLAN"),
    why="Families are told first, by a person, never by the news.",
    bad="""
        audiences:
          clients: {kind: customers}
        scenarios:
          fire:
            name: Fire with injured people
            family: safety
            audiences: [clients]  # <-- In “Fire with injured people”, families may learn the news in public.
        """,
    good="""
        channels:
          helpline: {platform: phone}
        audiences:
          clients: {kind: customers}
          families: {kind: families, first: true, reach: [helpline]}
        scenarios:
          fire:
            name: Fire with injured people
            family: safety
            audiences: [families, clients]
        """,
)
def families_forgotten(plan: Plan) -> Iterator[Gap]:
    """Where people may be hurt or die, families are among the audiences, told first, on a private line.

    That is so in a scenario of the family safety, and in one whose name, signs or actions speak of injury or death in
    English or French, unless its family is rumour, conduct, data or supply. A private line is a channel that not
    everybody can see. Where the actions of a scenario of the family safety plan a word to the public, one of them tells
    families: it releases a text for them, or names them in English or French and comes no later.
    """
    spoken_of: set[str] = set()
    for scenario in plan.scenarios.values():
        if not _may_hurt(scenario):
            continue
        known = [plan.audiences[name] for name in scenario.audiences if name in plan.audiences]
        families = next((audience for audience in known if audience.kind == "families"), None)
        if families is None:
            yield Gap(
                scenario.where / "audiences",
                say("In “{scenario}”, families may learn the news in public.", scenario=scenario.called),
                say("Add an audience with `kind: families`, `first: true` and a private line."),
            )
            continue
        if families.id not in spoken_of:
            spoken_of.add(families.id)
            yield from _badly_told(plan, families)
        public = _first_public_news(plan, scenario)
        if public and scenario.family == "safety" and not _families_told(plan, scenario, families, public):
            yield Gap(
                scenario.where / "actions",
                say(
                    "In “{scenario}”, no action tells {families} before the public word at {time}.",
                    scenario=scenario.called,
                    families=families.called,
                    time=public.at,
                ),
                say("Add an action that does, with the person who calls or sees them: `{at: …, who: …, do: …}`."),
            )


def _may_hurt(scenario: Scenario) -> bool:
    if scenario.family == "safety":
        return True
    if scenario.family in WITHOUT_INJURY:
        return False
    said = [*(scenario.name.by_language.values() if scenario.name else ())]
    said += [text for texts in (scenario.triggers.by_language.values() if scenario.triggers else ()) for text in texts]
    said += [text for action in scenario.actions for text in action.do.by_language.values()]
    return any(_HARM.search(text) for text in said)


def _families_told(plan: Plan, scenario: Scenario, families: Audience, public: Action) -> bool:
    """Whether an action releases a text for them, or names them before the public hears of it."""
    early = [a for a in scenario.actions if a is not public and a.at.total_minutes <= public.at.total_minutes]
    named = (text for action in early for text in action.do.by_language.values())
    return any(hears(plan, text, families.id) for _, text in released(plan, scenario)) or any(
        _FAMILIES.search(text) for text in named
    )


def _badly_told(plan: Plan, families: Audience) -> Iterator[Gap]:
    if not families.first:
        yield Gap(
            families.where / "first",
            say("{families} are not told first.", families=families.called),
            say("Add `first: true`."),
        )
    lines = [channel for channel in plan.channels.values() if reaches(plan, channel.id, families.id)]
    dead = any(name not in plan.channels for name in families.reach)
    if not dead and all(platform_of(plan, line).public for line in lines):
        yield Gap(
            families.where / "reach",
            say("No private line reaches {families}.", families=families.called),
            say("Add one, such as a phone number or door to door, to `reach:`."),
        )


@rule(
    "AUD-ORDER",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A28", "A29"),
    source=("OWN",),
    why="Families and partners never learn it from the news.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        channels:
          x: {platform: x}
          mail: {platform: email, for: [partners]}
        audiences:
          partners: {kind: partners, before_public: true, name: Suppliers}
        scenarios:
          leak:
            name: Data leak
            audiences: [partners]
            actions:
              - {at: 15m, who: lead, do: Release the holding statement, statement: wait}
              - do: Write to suppliers
                at: 45m  # <-- In “Data leak”, Suppliers hear it 30 min after the public.
                who: lead
                statement: letter
            statements:
              wait: {kind: holding, channels: [x], text: We are checking.}
              letter: {kind: update, channels: [mail], text: We are checking an access to our files.}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {holder: ana}
        channels:
          x: {platform: x}
          mail: {platform: email, for: [partners]}
        audiences:
          partners: {kind: partners, before_public: true, name: Suppliers}
        scenarios:
          leak:
            name: Data leak
            audiences: [partners]
            actions:
              - {at: 10m, who: lead, do: Write to suppliers, statement: letter}
              - {at: 15m, who: lead, do: Release the holding statement, statement: wait}
            statements:
              wait: {kind: holding, channels: [x], text: We are checking.}
              letter: {kind: update, channels: [mail], text: We are checking an access to our files.}
        """,
)
def told_after_public(plan: Plan) -> Iterator[Gap]:
    """An audience marked `first` or `before_public` hears of a scenario no later than the public.

    It hears of it by the first action that releases a text meant for it, on a channel that reaches it. Audiences inside
    the organisation are AUD-STAFF-FIRST. Where no action names a text for it, nothing is said. An alert to the public
    (`kind: alert`) may come before: what keeps people safe waits for nobody. To hear it by the very text that goes
    public is a note only, and none where an earlier action names the audience.
    """
    for scenario in plan.scenarios.values():
        public = _first_public_news(plan, scenario)
        late: dict[Action, list[object]] = {}
        together: list[object] = []
        for name in scenario.audiences if public else ():
            audience = plan.audiences.get(name)
            if audience is None or audience.is_internal or not (audience.first or audience.before_public):
                continue
            told = next((action for action, text in released(plan, scenario) if hears(plan, text, name)), None)
            if told and public and told.at.total_minutes > public.at.total_minutes:
                late.setdefault(told, []).append(audience.called)
            elif told is public and public and not _named_before(scenario, audience, public):
                together.append(audience.called)
        if public and together:
            yield Gap(
                public.where,
                say(
                    "In “{scenario}”, {audiences} hear it with the public, by the same text.",
                    scenario=scenario.called,
                    audiences=together,
                ),
                say("Add an action before it that tells them, or take `first:` and `before_public:` off the audience."),
                severity=Severity.INFO,
            )
        for action, audiences in late.items():
            if public:
                yield Gap(
                    action.where / "at",
                    say(
                        "In “{scenario}”, {audiences} hear it {time} after the public.",
                        scenario=scenario.called,
                        audiences=audiences,
                        time=_between(public, action),
                    ),
                    say("Move this action before the one that tells the public, even by a few minutes."),
                )


def _named_before(scenario: Scenario, audience: Audience, public: Action) -> bool:
    """Whether an action that comes no later than the public word names an audience: families, or a word of its name."""
    names = audience.name.by_language.values() if audience.name else ()
    words = {word[:6] for name in names for word in re.findall(r"\w{5,}", name.lower())}
    early = (a for a in scenario.actions if a is not public and a.at.total_minutes <= public.at.total_minutes)
    done = " ".join(text.lower() for action in early for text in action.do.by_language.values())
    return any(word in done for word in words) or (audience.kind == "families" and bool(_FAMILIES.search(done)))
