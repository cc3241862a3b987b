"""TONE: what a text owes its reader, by its kind."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule
from planbuilder.rules.tone import faults_of, instead


@rule(
    "TONE-MISSING-EMPATHY",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "A20",
        "A23",
        "B17",
        "B19",
    ),
    source=(
        "CERC-INTRO",
        "COOMBS-1H",
    ),
    why="People listen to those who have seen their trouble; concern is no admission of guilt.",
    bad="""
        statements:
          recall-word:
            kind: holding
            text: We have stopped selling the lamp. Next update at 6 pm.  # <-- Nothing here speaks to what people are going through.
        """,  # noqa: E501
    good="""
        statements:
          recall-word:
            kind: holding
            text: We know this is worrying. We have stopped selling the lamp. Next update at 6 pm.
        """,
)
def no_empathy(plan: Plan) -> Iterator[Gap]:
    """A first word or a reply speaks to what people feel or live through.

    An apology or a regret counts; thanks do not. It is not asked of a text that only authorities or officials read: all
    its audiences, or all whom its channels reach, are of `kind: authorities` or `officials`, and none of its channels
    is public.
    """
    for where, fault in faults_of(plan, "TONE-MISSING-EMPATHY"):
        yield Gap(
            where,
            say("Nothing here speaks to what people are going through."),
            instead(say("Add one sentence that names the feeling or the trouble."), fault),
        )


@rule(
    "TONE-MISSING-ACTION",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "A19",
        "A31",
        "B9",
        "B14",
        "B17",
        "B18",
        "B20",
    ),
    source=("CERC-INTRO",),
    why="Action calms; silence about it does not.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: The line stays closed. Next update at 6 pm.  # <-- The text does not say what is being done, or what to do.
        """,  # noqa: E501
    good="""
        statements:
          recall-word:
            kind: update
            text: We are repairing the cable. Next update at 6 pm.
        """,
)
def no_action(plan: Plan) -> Iterator[Gap]:
    """A first word, an update or an apology says what we do; an alert or a text for our own people says what they
    should do.
    """
    for where, fault in faults_of(plan, "TONE-MISSING-ACTION"):
        yield Gap(
            where,
            say("The text does not say what is being done, or what to do."),
            instead(say("Say one thing done and one thing under way; in an alert, what to do."), fault),
        )


@rule(
    "TONE-MISSING-NEXT-STEP",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "A29",
        "B10",
        "B22",
        "B26",
    ),
    source=(
        "IATA-15",
        "CERC-48H",
        "NWCPHP",
    ),
    why="Who knows when the next word comes stops asking for it.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: We are repairing the cable.  # <-- When and where will people learn more?
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We are repairing the cable. Next update at 6 pm.
        """,
)
def no_next_step(plan: Plan) -> Iterator[Gap]:
    """A first word, an update, an alert or a text for our own people says when or where people learn more.

    A blank for a time counts.
    """
    for where, fault in faults_of(plan, "TONE-MISSING-NEXT-STEP"):
        yield Gap(
            where,
            say("When and where will people learn more?"),
            instead(say("Add the time and the place of the next update."), fault),
        )


@rule(
    "TONE-MISSING-HELP",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=(
        "A27",
        "A28",
        "B18",
    ),
    source=("SEEDS",),
    why="Unhappy people want a solution, and somebody to talk to.",
    bad="""
        statements:
          recall-word:
            kind: reply
            text: Hello, we understand your disappointment.  # <-- The reader cannot do anything after reading this.
        """,
    good="""
        statements:
          recall-word:
            kind: reply
            text: Hello, we understand your disappointment. Please call us on 0800 000 000.
        """,
)
def no_help(plan: Plan) -> Iterator[Gap]:
    """A reply, a closing text or a denial offers a solution, a way to reach a person, or a place and time for
    more.
    """
    for where, fault in faults_of(plan, "TONE-MISSING-HELP"):
        yield Gap(
            where,
            say("The reader cannot do anything after reading this."),
            instead(say("Offer a solution, or a way to reach a person."), fault),
        )


@rule(
    "TONE-MISSING-APOLOGY",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=(
        "A17",
        "A18",
        "B11",
        "B12",
        "B13",
    ),
    source=(
        "APOLOGY",
        "SCCT",
    ),
    why="Taking responsibility is the strongest part of an apology.",
    bad="""
        statements:
          recall-word:
            kind: apology
            text: We lost your file. This is regrettable. Someone will call you tomorrow.  # <-- It is our fault and nobody apologises.
        """,  # noqa: E501
    good="""
        statements:
          recall-word:
            kind: apology
            text: We lost your file and we are sorry. Someone will call you tomorrow.
        """,
)
def no_apology(plan: Plan) -> Iterator[Gap]:
    """An apology says who apologises.

    So do updates, replies and closing texts of a scenario that we could have prevented; but not an update that says
    that the cause is not known yet, or one beside a text of its scenario that is the apology.
    """
    for where, fault in faults_of(plan, "TONE-MISSING-APOLOGY"):
        yield Gap(
            where,
            say("It is our fault and nobody apologises."),
            instead(say("Say what you did, and that you are sorry."), fault),
        )
