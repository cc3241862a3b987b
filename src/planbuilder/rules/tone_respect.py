"""TONE: how a text treats the people who read it."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule
from planbuilder.rules.tone import faults_of, instead


@rule(
    "TONE-DISMISS-EMOTION",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "A21",
        "A23",
        "B15",
    ),
    source=("CERC-TENETS",),
    why="People have a right to their fears.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: There is no need to worry.  # <-- Do not tell people how to feel: “no need to worry”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We understand your worry.
        """,
)
def feelings_dismissed(plan: Plan) -> Iterator[Gap]:
    """Nobody is told how to feel, or how not to: calm down, do not panic, no need to worry."""
    for where, fault in faults_of(plan, "TONE-DISMISS-EMOTION"):
        yield Gap(
            where,
            say("Do not tell people how to feel: “{words}”.", words=fault.words),
            say("Write for example: “It is normal to be worried.”"),
        )


@rule(
    "TONE-NO-COMMENT",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=(
        "A16",
        "A29",
        "B10",
    ),
    source=(
        "NWCPHP",
        "WHO",
        "OWN",
    ),
    why="“We do not know yet” is accepted when it comes with a reason.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: No comment.  # <-- “No comment” reads as guilt.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We cannot comment yet because the inquiry is under way. We will answer at 6 pm.
        """,
)
def no_comment(plan: Plan) -> Iterator[Gap]:
    """Nobody refuses to speak without a reason and a next step."""
    for where, fault in faults_of(plan, "TONE-NO-COMMENT"):
        yield Gap(
            where,
            say("“{words}” reads as guilt.", words=fault.words),
            instead(say("Say why you cannot speak yet and when you will."), fault),
        )


@rule(
    "TONE-DEFENSIVE",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "A22",
        "B14",
        "B15",
    ),
    source=(
        "CERC-TENETS",
        "SENTIMENT",
    ),
    why="Who stays calm is believed.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: These claims are a smear campaign.  # <-- This attacks your critics: “smear”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: "These claims are wrong: here are the tests."
        """,
)
def attack_on_critics(plan: Plan) -> Iterator[Gap]:
    """Critics are not attacked or threatened, and not all fault is denied. To correct a fact is fine."""
    for where, fault in faults_of(plan, "TONE-DEFENSIVE"):
        yield Gap(
            where,
            say("This attacks your critics: “{words}”.", words=fault.words),
            instead(say("Correct the fact, with a reference, and stop there."), fault),
        )


@rule(
    "TONE-DEFLECT",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A17",),
    source=("OWN",),
    why="A comparison reads as an excuse.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: Our competitors have had worse.  # <-- What others do does not help your public: “Our competitors have”.
        """,  # noqa: E501
    good="""
        statements:
          recall-word:
            kind: update
            text: We had a similar outage in March.
        """,
)
def others_too(plan: Plan) -> Iterator[Gap]:
    """The text does not point at competitors or at the whole sector."""
    for where, fault in faults_of(plan, "TONE-DEFLECT"):
        yield Gap(
            where,
            say("What others do does not help your public: “{words}”.", words=fault.words),
            instead(say("Speak only about what you do."), fault),
        )


@rule(
    "TONE-DISRESPECT",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "A22",
        "A24",
        "B16",
    ),
    source=("CERC-INTRO",),
    why="Respect is shown in words.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: You clearly did not understand.  # <-- This talks down to people: “You clearly did”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We did not explain this well.
        """,
)
def talks_down(plan: Plan) -> Iterator[Gap]:
    """Nobody is talked down to or insulted.

    In French, people are not called « tu », unless `tone.address` says so; texts for our own people may do as they
    like where it says nothing.
    """
    for where, fault in faults_of(plan, "TONE-DISRESPECT"):
        yield Gap(
            where,
            say("This talks down to people: “{words}”.", words=fault.words),
            instead(say("Rewrite as you would say it face to face."), fault),
        )
