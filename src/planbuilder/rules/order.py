"""AUD: who hears it first."""

import re
from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.plan import Duration, Plan
from planbuilder.plan.channels import Audience
from planbuilder.plan.hearing import goes_public, hears, is_internal
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


def first_public_news(plan: Plan, scenario: Scenario) -> Action | None:
    """The first public word but for alerts: what keeps people safe waits for nobody, and is no news."""
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
        public, staff = first_public_news(plan, scenario), _staff_told(plan, scenario)
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

    It hears of it by the first action that releases a text meant for it, on a channel that reaches it, or by one that
    comes no later than the public word and names it: by a word of its name or, in English or French, of its kind.
    Audiences inside the organisation are AUD-STAFF-FIRST, families in a scenario of the family safety AUD-FAMILIES. An
    alert to the public (`kind: alert`) may come before: what keeps people safe waits for nobody. To hear it by the very
    text that goes public is a note only, and none where an earlier action names the audience.
    """
    for scenario in plan.scenarios.values():
        public = first_public_news(plan, scenario)
        if public:
            yield from _out_of_order(plan, scenario, public)


def _out_of_order(plan: Plan, scenario: Scenario, public: Action) -> Iterator[Gap]:
    late: dict[Action, list[object]] = {}
    together: list[object] = []
    untold: list[object] = []
    for audience in _who_comes_first(plan, scenario):
        told = next(
            ((action, text) for action, text in released(plan, scenario) if hears(plan, text, audience.id)), None
        )
        if told and told[0].at.total_minutes > public.at.total_minutes:
            late.setdefault(told[0], []).append(audience.called)
        elif not (told and told[0] is not public) and not _named_before(scenario, audience, public):
            if told and (not _are_families(scenario, audience) or audience.id in told[1].audiences):
                together.append(audience.called)
            elif not told and not _are_families(scenario, audience):
                untold.append(audience.called)
    before = say("Add an action before it that tells them, or take `first:` and `before_public:` off the audience.")
    if untold:
        never = say(
            "In “{scenario}”, no action tells {families} before the public word at {time}.",
            scenario=scenario.called,
            families=untold,
            time=public.at,
        )
        yield Gap(scenario.where / "actions", never, before)
    if together:
        same = say(
            "In “{scenario}”, {audiences} hear it with the public, by the same text.",
            scenario=scenario.called,
            audiences=together,
        )
        yield Gap(public.where, same, before, severity=Severity.INFO)
    for action, audiences in late.items():
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


def _who_comes_first(plan: Plan, scenario: Scenario) -> Iterator[Audience]:
    """The audiences outside that are to hear of a scenario before the public."""
    known = (plan.audiences[name] for name in scenario.audiences if name in plan.audiences)
    return (a for a in known if not a.is_internal and (a.first or a.before_public))


def _are_families(scenario: Scenario, audience: Audience) -> bool:
    """Whether AUD-FAMILIES sees to it that this audience is told."""
    return audience.kind == "families" and scenario.family == "safety"


def done_before(scenario: Scenario, public: Action) -> str:
    """What is done no later than the public word, by other actions, in small letters."""
    early = (a for a in scenario.actions if a is not public and a.at.total_minutes <= public.at.total_minutes)
    return " ".join(text.lower() for action in early for text in action.do.by_language.values())


FAMILIES = regex(
    r"\b(?:famil(?:y|ies|les?)|relatives|next of kin|loved ones|parents?|proches|ayants droit)\b", re.IGNORECASE
)


_KINDS = {
    "families": FAMILIES,
    "officials": regex(r"\b(?:council\w*|mayor|elected|officials|conseil municipal|élus?|élues|maire(?:sse)?)\b"),
    "authorities": regex(r"\b(?:authorit(?:y|ies)|regulators?|police|autorités?|préfecture|préfet|ministères?)\b"),
    "partners": regex(r"\b(?:partners?|suppliers?|partenaires?|fournisseurs?)\b"),
    "media": regex(r"\b(?:media|press|journalists?|médias?|presse|journalistes?)\b"),
    "customers": regex(r"\b(?:customers?|clients?|clientes)\b"),
}
"""How an action names a kind of audience, in small letters, English and French."""


def _named_before(scenario: Scenario, audience: Audience, public: Action) -> bool:
    """Whether an action that comes no later than the public word names an audience: its kind, or a word of its name."""
    names = audience.name.by_language.values() if audience.name else (audience.id.replace("-", " "),)
    words = {word[:6] for name in names for word in re.findall(r"\w{5,}", name.lower())}
    done = done_before(scenario, public)
    kind = _KINDS.get(audience.kind or "")
    return any(word in done for word in words) or (kind is not None and bool(kind.search(done)))
