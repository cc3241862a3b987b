"""Legal duties, training, exercises, reviews and exceptions."""

from typing import Literal

from planbuilder.plan._entry import Entry, staff
from planbuilder.plan.laws import LawKey, Step
from planbuilder.plan.refs import PersonRef, RoleRef, ScenarioRef, StatementRef
from planbuilder.plan.texts import Text, TextsValue, TextValue
from planbuilder.plan.times import Date, DurationValue, LimitValue
from planbuilder.plan.values import Percent, Word


class Obligation(Entry):
    """A legal duty with a clock."""

    name: TextValue = staff("What it is called.", ...)
    law: LawKey | None = staff("The law: a key of the built-in table, for example rgpd.")
    step: Step | None = staff("Which step of the law.")
    when: TextValue | None = staff("What starts the duty.")
    clock: TextValue | None = staff("The moment the clock starts.")
    within: LimitValue | None = staff("How soon: a length of time, immediately, or without undue delay.")
    to: Word | None = staff("Who must be told.")
    owner: RoleRef | None = staff("The role in charge.")
    statement: StatementRef | None = staff("The text that is ready.")

    @property
    def called(self) -> Text:
        """The name of the duty."""
        return self.name


class Training(Entry):
    """What roles learn, and how often."""

    who: tuple[RoleRef, ...] = staff("The roles that are trained.", ...)
    what: TextValue = staff("What they learn.", ...)
    every: DurationValue | None = staff("How often.")
    last: Date | None = staff("The last time.")


class Exercise(Entry):
    """A rehearsal, done or planned."""

    kind: Literal["call-test", "tabletop", "live"] = staff("The kind of exercise.", ...)
    scenario: ScenarioRef | None = staff("The scenario that is played.")
    date: Date | None = staff("The day it was done.")
    planned: Date | None = staff("The day it is planned for.")
    took_part: tuple[PersonRef, ...] = staff("Who took part.", ())
    result: TextValue | None = staff("What came out of it.")


class ReviewAction(Entry):
    """What changes because of what happened."""

    do: TextValue = staff("What is done.", ...)
    by: PersonRef | None = staff("Who does it.")
    due: Date | None = staff("Until when.")
    done: Date | None = staff("The day it was done.")
    for_: Word | None = staff("`satisfaction` when it answers a missed target.", alias="for")


class Review(Entry):
    """What a crisis or an exercise taught us."""

    about: TextValue | None = staff("What happened.")
    scenario: ScenarioRef | None = staff("The scenario it was.")
    closed: Date | None = staff("The day the crisis ended.")
    held: Date | None = staff("The day of the review.")
    first_word_in: DurationValue | None = staff("How long it took until the first public word.")
    satisfied: Percent | None = staff("How many people were satisfied.")
    worked: TextsValue | None = staff("What worked.")
    failed: TextsValue | None = staff("What failed.")
    actions: tuple[ReviewAction, ...] = staff("What changes.", ())

    @property
    def called(self) -> Text | str:
        """What happened, or the id of the review."""
        return self.about or self.id


class Waiver(Entry):
    """An exception to a check: for what, why, by whom, until when."""

    check: Word = staff("The id of the check.", ...)
    at: Word | None = staff("The address it is for, such as channels.sms; the whole plan where nothing is said.")
    reason: TextValue | None = staff("Why.")
    by: PersonRef | None = staff("Who decided it.")
    until: Date | None = staff("The last day it holds.")
