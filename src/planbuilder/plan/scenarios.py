"""What may happen, what we do then, and what we say."""

from typing import Annotated, Any, Literal

from planbuilder.messages import say
from planbuilder.plan._entry import Entry, Read, misread, staff, typed
from planbuilder.plan.laws import Family
from planbuilder.plan.refs import (
    AudienceRef,
    ChannelRef,
    LevelRef,
    ObligationRef,
    PersonRef,
    RemedyRef,
    RoleRef,
    StatementRef,
)
from planbuilder.plan.texts import Text, TextsValue, TextValue
from planbuilder.plan.times import Date, Offset
from planbuilder.plan.values import Count

StatementKind = Literal["holding", "update", "apology", "reply", "denial", "alert", "internal", "closing"]


_NO_FINGERPRINT = say("`{key}` is not the fingerprint of a text.")
FINGERPRINT_FIX = say(
    "Delete this approval and check again: the report then gives the whole entry to paste, as `planbuilder approve`"
    " writes it."
)


def _read_fingerprint(value: object) -> str:
    text = typed(value, _NO_FINGERPRINT, FINGERPRINT_FIX)
    if len(text) != 12 or set(text) - set("0123456789abcdef"):
        raise misread(_NO_FINGERPRINT, FINGERPRINT_FIX)
    return text


Fingerprint = Annotated[
    str,
    Read(
        _read_fingerprint,
        {
            "type": ["string", "number"],
            "pattern": r"^\s*[0-9a-f]{12}\s*$",
            "patternErrorMessage": FINGERPRINT_FIX.text,
        },
    ),
]


class Approval(Entry):
    """Who approved a text, when, and which text: its fingerprint."""

    by: PersonRef = staff("The person who approved the text.", ...)
    date: Date = staff("The day of the approval.", ...)
    text: Fingerprint = staff("The fingerprint of the text that was approved, as `planbuilder approve` writes it.", ...)


class Statement(Entry):
    """A text that is ready to be published."""

    __slots__ = ("_scenario",)
    _scenario: str | None

    kind: StatementKind = staff("What the text is for.", ...)
    channels: tuple[ChannelRef, ...] = staff("The channels it is written for.", ())
    text: TextValue = staff("The text, in each language.", ...)
    short: TextValue | None = staff("A shorter text for channels where the other does not fit.")
    audiences: tuple[AudienceRef, ...] = staff("The audiences it is for, where not those of its channels.", ())
    levels: tuple[LevelRef, ...] = staff("The levels it is for, where not that of its scenario.", ())
    fact_from: RoleRef | None = staff("The role that confirms its facts.")
    approved: tuple[Approval, ...] = staff("Who approved this very text.", ())

    @property
    def scenario(self) -> str | None:
        """The id of the scenario it stands in; None where it serves any."""
        return self._scenario

    def placed(self, where: Any) -> None:
        """Remember the scenario as well."""
        super().placed(where)
        object.__setattr__(self, "_scenario", where[1] if where[0] == "scenarios" else None)

    @property
    def called(self) -> str:
        """The id of the statement."""
        return self.id


class Placeholder(Entry):
    """A blank of a text: what goes there, and an example."""

    means: TextValue = staff("What goes there.", ...)
    example: TextValue | None = staff("An example, in each language.")
    max: Count | None = staff("The longest value, in characters.")


class Action(Entry):
    """Who does what, and when."""

    at: Offset = staff("How long after the start; `0m` is the start itself.", ...)
    who: RoleRef = staff("The role that does it.", ...)
    do: TextValue = staff("What is done.", ...)
    statement: StatementRef | None = staff("The statement that it releases.")


class Question(Entry):
    """A question that people will ask, and our answer."""

    question: TextValue = staff("The question.", ...)
    answer: TextValue | None = staff("Our answer.")


class Scenario(Entry):
    """What may happen, and what we do then."""

    level: LevelRef | None = staff("The level at which it starts.")
    name: TextValue | None = staff("What the scenario is called.")
    family: Family | None = staff("The family of events.")
    cluster: Literal["victim", "accidental", "preventable"] | None = staff(
        "How responsible the public will think we are."
    )
    triggers: TextsValue | None = staff("How we would learn of it.")
    facts_from: RoleRef | None = staff("The role that confirms the facts.")
    audiences: tuple[AudienceRef, ...] = staff("The audiences that must hear from us.", ())
    obligations: tuple[ObligationRef, ...] = staff("The legal duties that it starts.", ())
    remedies: tuple[RemedyRef, ...] = staff("What we offer to the people harmed.", ())
    actions: tuple[Action, ...] = staff("Who does what, and when.", ())
    questions: tuple[Question, ...] = staff("The questions that people will ask, with our answers.", ())
    statements: dict[str, Statement] = staff("The texts that are ready.", {})
    placeholders: dict[str, Placeholder] = staff("The blanks of the texts.", {})

    @property
    def called(self) -> Text | str:
        """The name of the scenario, or its id."""
        return self.name or self.id
