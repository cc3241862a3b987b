"""What the fixed words of a plan mean, for those who choose one in an editor."""

from typing import Any, Literal

from planbuilder.messages import Message, say
from planbuilder.plan.about import ProfileName
from planbuilder.plan.people import Power
from planbuilder.plan.replies import ReplyDo
from planbuilder.plan.scenarios import StatementKind

MEANINGS: dict[Any, dict[str, Message]] = {
    ProfileName: {
        "starter": say("What every plan needs."),
        "standard": say("What crisis teams agree in recommending."),
        "advanced": say("Everything that can be checked."),
    },
    Power: {
        "activate": say("Starts the crisis plan, and chooses the level."),
        "approve": say("Approves texts."),
        "speak": say("Speaks to the media."),
        "facts": say("Confirms the facts."),
        "monitor": say("Watches what is said."),
        "reply": say("Answers people."),
        "publish": say("Publishes on the channels."),
        "inform-staff": say("Informs the staff."),
        "compensate": say("Grants remedies."),
        "notify": say("Tells the authorities."),
    },
    ReplyDo: {
        "answer": say("Answer, and keep answering."),
        "correct": say("Correct the fact, kindly, with a source."),
        "thank": say("Thank, and say what changes."),
        "answer-once": say("One calm answer, then go on in private."),
        "watch": say("Do not answer; keep watching."),
        "report": say("Keep a screenshot and report it."),
    },
    StatementKind: {
        "holding": say("The first word, before everything is known."),
        "update": say("What is new since the last word."),
        "apology": say("We are at fault, and say so."),
        "reply": say("An answer to one person."),
        "denial": say("It is false, and here is the proof."),
        "alert": say("Do this now, to be safe."),
        "internal": say("For the staff."),
        "closing": say("It is over, and this is what we learnt."),
    },
    Literal["victim", "accidental", "preventable"]: {
        "victim": say("We are hit as well: low responsibility."),
        "accidental": say("Nobody meant it: some responsibility."),
        "preventable": say("It could have been avoided: high responsibility."),
    },
    Literal["call-test", "tabletop", "live"]: {
        "call-test": say("Ring everybody, and time the answers."),
        "tabletop": say("Talk a scenario through around a table."),
        "live": say("Play a scenario for real, without publishing."),
    },
}
"""By the type of the words."""
