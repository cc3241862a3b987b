"""CARE: what we offer to people harmed, and whether it helped."""

import re
from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.plan import Duration, Plan
from planbuilder.plan.scenarios import Scenario
from planbuilder.rules._rule import rule
from planbuilder.source import Where

HARMFUL = ("product", "safety", "data", "supply")
"""The families of events that harm people outside."""
HARMED = ("customers", "families", "public")
"""The kinds of audiences that are harmed by them."""


@rule(
    "CARE-NO-REMEDY",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A19", "B18", "B20", "B21", "B26"),
    source=("SEEDS",),
    why="People who were harmed want a concrete solution, not only words.",
    bad="""
        remedies:
          refund: {name: Refund}
        scenarios:
          recall:
            name: Product recall
            family: product
            remedies: []  # <-- “Product recall” offers nothing to the people harmed.
        """,
    good="""
        remedies:
          refund: {name: Refund}
        scenarios:
          recall:
            name: Product recall
            family: product
            remedies: [refund]
        """,
)
def no_remedy(plan: Plan) -> Iterator[Gap]:
    """The plan has remedies, and every scenario that harms people outside names one.

    A scenario harms people when its family is product, safety, data or supply and it speaks to customers, families or
    the public, or names no audience. A scenario without a family is left alone.
    """
    if not plan.remedies:
        yield Gap(
            Where(("about",)),
            say("The plan offers nothing to people harmed."),
            say("Add `remedies:`; choose among refund, exchange, voucher and help."),
        )
        return
    for scenario in plan.scenarios.values():
        if not scenario.remedies and _harms(plan, scenario):
            yield Gap(
                scenario.where / "remedies",
                say("“{scenario}” offers nothing to the people harmed.", scenario=scenario.called),
                say("Choose among the remedies of the plan: `remedies: [id]`."),
            )


def _harms(plan: Plan, scenario: Scenario) -> bool:
    kinds = {plan.audiences[name].kind for name in scenario.audiences if name in plan.audiences}
    return scenario.family in HARMFUL and (not scenario.audiences or bool(kinds.intersection(HARMED)))


@rule(
    "CARE-NO-FOLLOW-UP",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("B22", "B23"),
    source=("SEEDS", "GCS-EPF"),
    why="Whether people are satisfied is known only by asking them.",
    bad="""
        follow_up:  # <-- Follow-up does not say when to ask and who asks.
          ask: Is your problem solved?
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          care: {holder: ana, can: [reply]}
        follow_up:
          ask: Is your problem solved?
          after: 3 days
          by: care
        """,
)
def no_follow_up(plan: Plan) -> Iterator[Gap]:
    """Somebody asks people whether they are satisfied: which question, how long after, and which role asks."""
    follow_up = plan.follow_up
    if follow_up is None:
        yield Gap(
            Where(("about",)),
            say("Nobody checks whether people are satisfied."),
            say("Add `follow_up:` with `ask:`, `after:` and `by:`."),
        )
        return
    parts = {
        "ask": (follow_up.ask, say("what to ask")),
        "after": (follow_up.after, say("when to ask")),
        "by": (follow_up.by, say("who asks")),
    }
    missing = {key: said for key, (value, said) in parts.items() if value is None}
    if missing:
        yield Gap(
            follow_up.where,
            say("Follow-up does not say {missing}.", missing=list(missing.values())),
            say("Add {keys}.", keys=[f"`{key}:`" for key in missing]),
        )


_PAYS = regex(
    r"refund|reimburs|voucher|gift card|discount|compensat|credit|payment|goodwill"
    r"|rembours|indemni|dédommag|bon d['’]achat|chèque|avoir\b|geste|réduction|remise|ristourne"
    r"|\bfrais\b|prise en charge (?:du|des|d['’]|de (?:la|l['’])) ?(?:transport|héberg|hôtel|déplace|voyage|taxi|repas)"
    r"|\bexpenses\b|\bcosts? of\b|(?:travel|hotel|transport) costs?",
    re.IGNORECASE,
)


@rule(
    "CARE-NO-LIMIT",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("B21",),
    source=("OWN",),
    why="Replies stop when nobody may decide 30 euros.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          care: {holder: ana}
        remedies:
          refund:  # <-- For “Refund”, the plan does not say up to how much and who decides above.
            name: Refund
            who: care
          exchange: {name: Exchange}  # <-- For “Exchange”, the plan does not say who may grant it.
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          care: {holder: ana}
          board: {holder: leo}
        remedies:
          refund: {name: Refund, who: care, up_to: 300 EUR, over: board}
          exchange: {name: Exchange, who: care}
        """,
)
def no_limit(plan: Plan) -> Iterator[Gap]:
    """Every remedy says who may grant it; one that pays money also says up to how much, and who decides above that.

    Above decides another role. A remedy pays money when it has a ceiling, or when its name says so in English or
    French: a refund, a voucher, a discount, a compensation.
    """
    for remedy in plan.remedies.values():
        pays = remedy.up_to is not None or any(_PAYS.search(name) for name in remedy.name.by_language.values())
        parts = {
            "who": (remedy.who is None, say("who may grant it")),
            "up_to": (pays and remedy.up_to is None, say("up to how much")),
            "over": (pays and remedy.over is None, say("who decides above")),
        }
        missing = {key: said for key, (lacks, said) in parts.items() if lacks}
        if missing:
            yield Gap(
                remedy.where,
                say(
                    "For “{remedy}”, the plan does not say {missing}.",
                    remedy=remedy.called,
                    missing=list(missing.values()),
                ),
                say("Add {keys}.", keys=[f"`{key}:`" for key in missing]),
            )
        elif pays and remedy.over == remedy.who and remedy.over in plan.roles:
            yield Gap(
                remedy.where / "over",
                say(
                    "“{remedy}” has no limit: {role} grants it, and decides above the ceiling too.",
                    remedy=remedy.called,
                    role=plan.roles[remedy.over].called,
                ),
                say("Name another role in `over:`."),
            )


SHORTEST_WATCH = Duration(days=14)


@rule(
    "CARE-NO-TARGET",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("B23", "B24"),
    source=("SEEDS",),
    why="Asking changes nothing unless something follows when people are not satisfied.",
    bad="""
        follow_up:  # <-- Follow-up does not say how many should be satisfied and what you do when fewer are.
          ask: Is your problem solved?
          watch_for: 1 week  # <-- You watch for 1 week after the crisis; two weeks are the least.
        """,
    good="""
        follow_up:
          ask: Is your problem solved?
          target: 80%
          below_target: Call back each unhappy customer within 2 days.
          watch_for: 30 days
        """,
)
def no_target(plan: Plan) -> Iterator[Gap]:
    """Follow-up has a target, what is done below it, and goes on watching for 14 days or more."""
    follow_up = plan.follow_up
    if follow_up is None:
        return
    parts = {
        "target": (follow_up.target, say("how many should be satisfied")),
        "below_target": (follow_up.below_target, say("what you do when fewer are")),
        "watch_for": (follow_up.watch_for, say("how long you keep watching")),
    }
    missing = {key: said for key, (value, said) in parts.items() if value is None}
    if missing:
        yield Gap(
            follow_up.where,
            say("Follow-up does not say {missing}.", missing=list(missing.values())),
            say("Add {keys}.", keys=[f"`{key}:`" for key in missing]),
        )
    watch_for = follow_up.watch_for
    if watch_for and watch_for.total_minutes < SHORTEST_WATCH.total_minutes:
        yield Gap(
            follow_up.where / "watch_for",
            say("You watch for {time} after the crisis; two weeks are the least.", time=watch_for),
            say("Write `watch_for: 14 days` or more."),
        )


@rule(
    "CARE-MISSED-TARGET",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("B24", "B25"),
    source=("LAB",),
    why="Further measures are due when people are not satisfied.",
    bad="""
        follow_up: {target: 80%}
        reviews:
          recall-2026:
            about: Recall in March
            satisfied: 64%
            actions:  # <-- After “Recall in March”, 64% were satisfied (target 80%) and no action followed.
              - {do: Write the English text}
        """,
    good="""
        follow_up: {target: 80%}
        reviews:
          recall-2026:
            about: Recall in March
            satisfied: 64%
            actions:
              - {do: Call back every unhappy customer, for: satisfaction}
        """,
)
def missed_target(plan: Plan) -> Iterator[Gap]:
    """A review that reports fewer satisfied people than the target has an action `for: satisfaction`."""
    target = plan.follow_up.target if plan.follow_up else None
    for review in plan.reviews.values():
        if target is None or review.satisfied is None or review.satisfied >= target:
            continue
        if not any(action.for_ == "satisfaction" for action in review.actions):
            yield Gap(
                review.where / "actions",
                say(
                    "After “{review}”, {satisfied}% were satisfied (target {target}%) and no action followed.",
                    review=review.called,
                    satisfied=review.satisfied,
                    target=target,
                ),
                say("Add an action with `by:`, `due:` and `for: satisfaction`."),
            )
