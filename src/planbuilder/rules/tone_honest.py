"""TONE: apologies, faults and promises that can be believed."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule
from planbuilder.rules.tone import faults_of, instead


@rule(
    "TONE-NONAPOLOGY",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "A18",
        "B12",
        "B13",
    ),
    source=("NONAPOLOGY",),
    why="Such apologies make the problem worse.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: We apologise if anyone was offended.  # <-- This sounds like an apology but is not one: “apologise if anyone”.
        """,  # noqa: E501
    good="""
        statements:
          recall-word:
            kind: update
            text: We apologise for offending our readers.
        """,
)
def false_apology(plan: Plan) -> Iterator[Gap]:
    """An apology has no condition (“if anyone”), does not regret what others feel, and is not taken back by a “but”.

    “If you have questions” is no such condition.
    """
    for where, fault in faults_of(plan, "TONE-NONAPOLOGY"):
        yield Gap(
            where,
            say("This sounds like an apology but is not one: “{words}”.", words=fault.words),
            instead(say("Remove the condition: say what you did and that you are sorry."), fault),
        )


@rule(
    "TONE-PASSIVE-OWNERSHIP",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=(
        "A17",
        "B11",
    ),
    source=("NONAPOLOGY",),
    why="A passive voice takes responsibility away.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: Mistakes were made.  # <-- Who made the mistake? “Mistakes were made” does not say.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We made mistakes.
        """,
)
def nobody_did_it(plan: Plan) -> Iterator[Gap]:
    """An error has an author in its sentence: we, our team. “A mistake was made by our team” is fine."""
    for where, fault in faults_of(plan, "TONE-PASSIVE-OWNERSHIP"):
        yield Gap(
            where,
            say("Who made the mistake? “{words}” does not say.", words=fault.words),
            instead(say("Write “we made” instead of “mistakes were made”."), fault),
        )


@rule(
    "TONE-BLAME",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "A22",
        "A24",
        "B16",
    ),
    source=("CERC-TENETS",),
    why="Be sorry rather than defensive.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: Our contractor is to blame.  # <-- This puts the fault on others: “contractor is to blame”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: Our contractor is not to blame. We are repairing the cable.
        """,
)
def blame(plan: Plan) -> Iterator[Gap]:
    """No customer, colleague, supplier or journalist is made the culprit.

    A text that takes its own part of the responsibility may name others.
    """
    for where, fault in faults_of(plan, "TONE-BLAME"):
        yield Gap(
            where,
            say("This puts the fault on others: “{words}”.", words=fault.words),
            instead(say("Say what is yours to repair; leave faults to the inquiry."), fault),
        )


@rule(
    "TONE-SPECULATION",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=(
        "A16",
        "A30",
    ),
    source=(
        "IATA-15",
        "CERC-TENETS",
    ),
    why="The cause belongs to the investigators; a wrong guess is remembered.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: The fire was probably caused by a short circuit.  # <-- This is a guess: “probably”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We do not know the cause of the fire yet.
        """,
)
def guess(plan: Plan) -> Iterator[Gap]:
    """No cause, culprit, number or outcome is given as likely.

    What others claim may be told, and “we do not know yet” is fine. In French, conditionals of hearsay (« serait dû
    à ») are found; hypotheses and politeness are not.
    """
    for where, fault in faults_of(plan, "TONE-SPECULATION"):
        yield Gap(
            where,
            say("This is a guess: “{words}”.", words=fault.words),
            instead(say("Say that you do not know yet, how you will know, and when."), fault),
        )


@rule(
    "TONE-MINIMISE",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "B1",
        "B8",
    ),
    source=(
        "CERC-TENETS",
        "I2B",
    ),
    why="Take it seriously: those who suffer the harm judge its size.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: Only 12 customers are affected.  # <-- “Only 12 customers” makes the harm look small.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: 12 customers are affected.
        """,
)
def made_small(plan: Plan) -> Iterator[Gap]:
    """The harm is not called small, and a number stands without “only”.

    “Not only” and what others said are fine.
    """
    for where, fault in faults_of(plan, "TONE-MINIMISE"):
        yield Gap(
            where,
            say("“{words}” makes the harm look small.", words=fault.words),
            instead(say("Give the figure alone."), fault),
        )


@rule(
    "TONE-OVERPROMISE",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "A16",
        "B17",
    ),
    source=("CERC-TENETS",),
    why="Facts and actions reassure; absolutes do not last.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: This will never happen again.  # <-- You cannot promise this: “never happen again”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We have changed the procedure to stop this happening again.
        """,
)
def promise_too_much(plan: Plan) -> Iterator[Gap]:
    """No absolute is promised: 100% safe, never again, no risk at all.

    A legal or commercial guarantee, and “zero risk does not exist”, are fine.
    """
    for where, fault in faults_of(plan, "TONE-OVERPROMISE"):
        yield Gap(
            where,
            say("You cannot promise this: “{words}”.", words=fault.words),
            instead(say("Say what you changed and what remains uncertain."), fault),
        )
