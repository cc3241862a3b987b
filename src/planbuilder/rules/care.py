"""CARE: what we offer to people harmed, and whether it helped."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
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
