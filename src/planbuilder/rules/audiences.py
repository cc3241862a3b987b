"""AUD: whom we speak to."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule
from planbuilder.source import Where

NEEDED = {
    "customers": (say("customers"), ("customers", "public")),
    "staff": (say("staff"), ("staff",)),
    "media": (say("the media"), ("media",)),
    "authorities": (say("authorities"), ("authorities",)),
}
"""The audiences of every plan, with the kinds that stand for them."""


@rule(
    "AUD-FEW",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A28", "A29"),
    source=("READY", "GCS-STOP"),
    why="Employees, customers, the media, officials and regulators all ask, and each wants to know something else.",
    bad="""
        audiences:  # <-- The plan forgets the media and authorities.
          clients: {kind: customers}
          team: {kind: staff}
        """,
    good="""
        audiences:
          clients: {kind: customers}
          team: {kind: staff}
          press: {kind: media}
          prefecture: {kind: authorities}
        """,
)
def few_audiences(plan: Plan) -> Iterator[Gap]:
    """The plan has audiences of the kinds customers, staff, media and authorities.

    Those whom a town hall or a hospital serves may be of the kind `public` instead of `customers`.
    """
    kinds = {audience.kind for audience in plan.audiences.values()}
    missing = [(kind, called) for kind, (called, stand_for) in NEEDED.items() if not kinds.intersection(stand_for)]
    if missing:
        yield Gap(
            Where(("audiences" if plan.audiences else "about",)),
            say("The plan forgets {missing}.", missing=[called for _, called in missing]),
            say("Add them to `audiences:`, with {kinds}.", kinds=[f"`kind: {kind}`" for kind, _ in missing]),
        )
