"""TONE: plain words, said calmly, that give nothing away."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.readability import LONG
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule
from planbuilder.rules.tone import faults_of, instead


@rule(
    "TONE-PROMO",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("B14",),
    source=("OWN",),
    why="A positive tone is calm and looks forward; it is not cheerful.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: Special offer across the shop this weekend.  # <-- This is advertising: “Special offer”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: The shop is closed this weekend.
        """,
)
def advertising(plan: Plan) -> Iterator[Gap]:
    """No praise of ourselves, offer, discount code or brand hashtag.

    What is offered to make up for the harm is fine.
    """
    for where, fault in faults_of(plan, "TONE-PROMO"):
        yield Gap(
            where,
            say("This is advertising: “{words}”.", words=fault.words),
            instead(say("Remove it until the crisis is over."), fault),
        )


@rule(
    "TONE-HUMOUR",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=(
        "B1",
        "B16",
    ),
    source=(
        "CERC-TENETS",
        "OWN",
    ),
    why="Nobody laughs at what hurts.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: Oops, we goofed!  # <-- This is not the moment for humour: “Oops”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We made a mistake.
        """,
)
def joke(plan: Plan) -> Iterator[Gap]:
    """No joke, no sarcasm, no playful emoji."""
    for where, fault in faults_of(plan, "TONE-HUMOUR"):
        yield Gap(
            where,
            say("This is not the moment for humour: “{words}”.", words=fault.words),
            instead(say("Use plain words."), fault),
        )


@rule(
    "TONE-SHOUTING",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=("B15",),
    source=("OWN",),
    why="Keep calm, in letters too.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: DO NOT DRINK the water.  # <-- Capitals and !!! sound like shouting: “DO NOT DRINK”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: Do not drink the water, says the NHS.
        """,
)
def shouting(plan: Plan) -> Iterator[Gap]:
    """Not two words in capitals, acronyms aside, and no repeated marks. One word such as ALERT is fine."""
    for where, fault in faults_of(plan, "TONE-SHOUTING"):
        yield Gap(
            where,
            say("Capitals and !!! sound like shouting: “{words}”.", words=fault.words),
            instead(say("Use ordinary letters."), fault),
        )


@rule(
    "TONE-JARGON",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=("A15",),
    source=(
        "CHANDLER",
        "GCS-EPF",
    ),
    why="Understanding drops under stress.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: We have started remediation.  # <-- “remediation” is not a word that your public uses.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We have started repairs.
        """,
)
def jargon(plan: Plan) -> Iterator[Gap]:
    """No word of specialists where there is one for everybody, no acronym that is neither known nor explained.

    The house's own lists count too: `tone.words` says what to write instead, `tone.never` what is never written. Names
    of the organisation, its people and its products are no jargon. An acronym is explained by the words before or
    after it: “business continuity plan (BCP)”.
    """
    for where, fault in faults_of(plan, "TONE-JARGON"):
        if fault.never:
            yield Gap(
                where,
                say("You never say “{words}”.", words=fault.words),
                say("Use another word, or take it out of `tone.never`."),
            )
        elif fault.better:
            yield Gap(
                where,
                say("“{words}” is not a word that your public uses.", words=fault.words),
                say("Write “{better}”.", better=fault.better),
            )
        else:
            yield Gap(
                where,
                say("“{words}” is not explained.", words=fault.words),
                say("Write the words in full, or put the acronym in brackets after them."),
            )


@rule(
    "TONE-HARD-TO-READ",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A15",),
    source=(
        "CHANDLER",
        "LAB",
    ),
    why="Under stress, long sentences are not read to their end.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: We ask all the people who live in the streets nearby not to come near the area that the police have closed, so that the rescue teams can work in good conditions and nobody else is hurt on this site.  # <-- The sentence “We ask all the…” has 40 words.
        """,  # noqa: E501
    good="""
        statements:
          recall-word:
            kind: update
            text: Keep away from the closed area. The rescue teams need room to work.
        """,
)
def hard_to_read(plan: Plan) -> Iterator[Gap]:
    """No sentence is longer than 35 words.

    The profile `advanced` also hints at sentences above 25 words, and at texts of forty words or more with a reading
    score under 50 (Flesch in English, Kandel and Moles in French).
    """
    for where, fault in faults_of(plan, "TONE-HARD-TO-READ"):
        if fault.score is not None:
            yield Gap(
                where,
                say("The reading score of this text is {score}.", score=fault.score),
                say("Use shorter words and sentences, until it is 50 or more."),
                severity=Severity.INFO,
                profile=Profile.ADVANCED,
            )
        else:
            hint = fault.words_long <= LONG
            yield Gap(
                where,
                say("The sentence “{words}” has {count} words.", words=fault.words, count=fault.words_long),
                say("Cut it in two."),
                severity=Severity.INFO if hint else None,
                profile=Profile.ADVANCED if hint else None,
            )


@rule(
    "TONE-VAGUE-TIME",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=("B7",),
    source=("NWCPHP",),
    why="A promise without an hour is no promise.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: We will give an update soon.  # <-- “soon” gives no time.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We will give an update at 6 pm.
        """,
)
def no_hour(plan: Plan) -> Iterator[Gap]:
    """“Soon” and the like stand only in a text that also gives an hour or a day. A blank for one counts."""
    for where, fault in faults_of(plan, "TONE-VAGUE-TIME"):
        yield Gap(
            where,
            say("“{words}” gives no time.", words=fault.words),
            instead(say("Give an hour, even if you will have nothing new."), fault),
        )


@rule(
    "TONE-PERSONAL-DATA",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A24",),
    source=(
        "I2B",
        "GDPR",
    ),
    why="Families are told first, and health is private.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: Mr Paul Barker, 54, is injured.  # <-- This gives away who somebody is.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: A member of staff is injured.
        """,
)
def somebody_recognised(plan: Plan) -> Iterator[Gap]:
    """No name stands with the age, address or health of somebody, in a text or in blanks for them.

    Names of doctors, mayors and of people of the plan are not found. The finding does not repeat the name.
    """
    for where, _ in faults_of(plan, "TONE-PERSONAL-DATA"):
        yield Gap(where, say("This gives away who somebody is."), say("Remove the name, age, address and health."))


@rule(
    "TONE-ATTACK-DETAIL",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    serves=("A30",),
    source=("LAFRENCH-CYBER",),
    why="Who reads it may be the next attacker.",
    bad="""
        statements:
          recall-word:
            kind: update
            text: Our backups were not isolated.  # <-- This helps the attacker: “backups were not”.
        """,
    good="""
        statements:
          recall-word:
            kind: update
            text: We are bringing our services back.
        """,
)
def helps_the_attacker(plan: Plan) -> Iterator[Gap]:
    """No product, flaw, version, backup, port or path that would help the next attacker."""
    for where, fault in faults_of(plan, "TONE-ATTACK-DETAIL"):
        yield Gap(
            where,
            say("This helps the attacker: “{words}”.", words=fault.words),
            instead(say("Speak of the effects and of what you do, not of your weaknesses."), fault),
        )
