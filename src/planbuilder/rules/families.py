"""AUD: families are told before the news."""

import re
from collections.abc import Iterator

from planbuilder.cover.clock import join
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.plan import Plan, platform_of
from planbuilder.plan.channels import Audience, Channel
from planbuilder.plan.hearing import goes_public, hears, reaches
from planbuilder.plan.hours import ALWAYS
from planbuilder.plan.scenarios import Action, Scenario, Statement
from planbuilder.rules._rule import rule
from planbuilder.rules.order import FAMILIES, done_before, first_public_news, released
from planbuilder.source import Where

# Injury and death in the texts of a scenario, English and French; a scenario of the family safety needs no such word.
_HARM = regex(
    r"\b(?:injur\w+|wounded|hurt|killed|dead|deaths?|died|fatal\w*|burn(?:s|ed|t)?|drown\w*|casualt\w+"
    r"|bless[ée]\w*|blessures?|tu[ée]e?s?|morts?|mortel\w*|d[ée]c[èe]s|d[ée]c[ée]d\w+|br[ûu]lures?|br[ûu]l[ée]e?s?"
    r"|noyades?|victimes?|poison(?:ed|ing)|empoisonn\w+|intoxi\w+|hospitali[sz]\w+|malades?|sick|ill|illness(?:es)?)\b",
    re.IGNORECASE,
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
    families: it names them in English or French and comes no later, or releases a text for them. A text is for them
    when it names them in `audiences:`, or when it names nobody and goes on a private line only: what everybody reads
    tells no family. Where the level of a scenario promises 24/7 (one without `hours` does), their private lines are
    staffed at all hours together; that is asked where one for them alone says when it is `staffed:`, or all of them do.
    """
    spoken_of: set[str] = set()
    asleep: set[Where] = set()
    for scenario in plan.scenarios.values():
        if not _may_hurt(scenario):
            continue
        known = [plan.audiences[name] for name in scenario.audiences if name in plan.audiences]
        families = next((audience for audience in known if audience.kind == "families"), None)
        if families is None:
            yield Gap(
                scenario.where / "audiences",
                say("In “{scenario}”, families may learn the news in public.", scenario=scenario.called),
                say("Add an audience with `kind: families`, `first: true` and a private line.")
                if scenario.family != "safety"
                else say(
                    "Add an audience with `kind: families`, `first: true` and a private line; where no person can be"
                    " hurt, write another `family:`, for example `product` or `environment`."
                ),
            )
            continue
        if families.id not in spoken_of:
            spoken_of.add(families.id)
            yield from _badly_told(plan, families)
        gap = _asleep(plan, scenario, families)
        if gap and gap.where not in asleep:
            asleep.add(gap.where)
            yield gap
        public = first_public_news(plan, scenario)
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
    return any(_is_for(plan, text, families) for _, text in released(plan, scenario)) or bool(
        FAMILIES.search(done_before(scenario, public))
    )


def _is_for(plan: Plan, statement: Statement, families: Audience) -> bool:
    """Whether a text that they hear was written for them, and not only for everybody."""
    meant = families.id in statement.audiences or not goes_public(plan, statement)
    return meant and hears(plan, statement, families.id)


def _badly_told(plan: Plan, families: Audience) -> Iterator[Gap]:
    if not families.first:
        yield Gap(
            families.where / "first",
            say("{families} are not told first.", families=families.called),
            say("Add `first: true`."),
        )
    dead = any(name not in plan.channels for name in families.reach)
    if not dead and not _private_lines(plan, families):
        yield Gap(
            families.where / "reach",
            say("No private line reaches {families}.", families=families.called),
            say("Add one, such as a phone number or door to door, to `reach:`."),
        )


def _private_lines(plan: Plan, families: Audience) -> list[Channel]:
    """The lines that reach them and that not everybody can see."""
    lines = (channel for channel in plan.channels.values() if reaches(plan, channel.id, families.id))
    return [line for line in lines if not platform_of(plan, line).public]


def _asleep(plan: Plan, scenario: Scenario, families: Audience) -> Gap | None:
    """At a line of families, where nobody answers them at some hour of a level that promises all of them."""
    level = plan.levels.get(scenario.level or "")
    dead = any(name not in plan.channels for name in families.reach)
    if dead or level is None or not (level.hours is None or level.hours.always):
        return None
    lines = _private_lines(plan, families)
    hours = [(line, line.staffed) for line in lines if line.staffed]
    first = next(((line, staffed) for line, staffed in hours if _is_theirs(plan, line)), None)
    first = first or (hours[0] if hours and len(hours) == len(lines) else None)
    if first is None or tuple(join(span for _, staffed in hours for span in staffed.spans)) == ALWAYS.spans:
        return None
    return Gap(
        first[0].where / "staffed",
        say(
            "{families} find somebody on {channel} only {hours}, but {level} promises 24/7.",
            families=families.called,
            channel=first[0].called,
            hours=first[1],
            level=level.called,
        ),
        say(
            "Let somebody answer at all hours, `staffed: 24/7`; or add to `reach:` of {families} a private line that is"
            " staffed the rest of the time.",
            families=families.called,
        ),
    )


def _is_theirs(plan: Plan, line: Channel) -> bool:
    """Whether a line reaches families and nobody else."""
    return all(one.kind == "families" for one in plan.audiences.values() if reaches(plan, line.id, one.id))
