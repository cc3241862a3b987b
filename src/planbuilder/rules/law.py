"""LAW: legal duties with a clock. Each organisation's lawyer must confirm them."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule
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
