"""The alert chain: who is on call, who is away, how grave it is, whom to call."""

from datetime import datetime
from typing import Annotated, Any

from planbuilder.messages import say
from planbuilder.plan._entry import Entry, Read, staff, team, typed
from planbuilder.plan.hours import HandoverValue, HoursValue
from planbuilder.plan.people import Means
from planbuilder.plan.phones import PhoneValue
from planbuilder.plan.refs import CalledRef, LevelRef, PersonRef, RoleRef
from planbuilder.plan.texts import Text, TextsValue, TextValue
from planbuilder.plan.times import Date, DurationValue, Moment
from planbuilder.plan.values import TimeZone


class CallTest(Entry):
    """The last time the on-call line was rung for a test."""

    date: Date | None = staff("The day of the test.")
    answered_in: DurationValue | None = staff("How long it took until somebody answered.")


class Shift(Entry):
    """One person's turn."""

    who: PersonRef = staff("The person on call.", ...)
    from_: Moment = staff("When the turn starts.", ..., alias="from")
    to: Moment = staff("When it ends.", ...)


class OnCall(Entry):
    """A line that somebody answers: a rota that goes round, or shifts one by one."""

    role: RoleRef = staff("The role that the line stands for.", ...)
    rota: tuple[PersonRef, ...] = staff("The people who take turns, in order.", ())
    from_: Date | None = staff("The day the first person of the rota starts.", alias="from")
    handover: HandoverValue | None = staff("When the next person takes over, for example monday 09:00.")
    timezone: TimeZone | None = staff("The time zone of the handover, where it is not that of the plan.")
    number: PhoneValue | None = staff("The shared number that rings whoever is on call.")
    answer_within: DurationValue | None = staff("How soon the line answers.")
    hours: HoursValue | None = staff("When the line is answered; 24/7 where nothing is said.")
    last_test: CallTest | None = staff("The last time the line was rung for a test.")
    shifts: tuple[Shift, ...] = staff(
        "Turns one by one, instead of a rota; where two overlap, the later begun goes before.", ()
    )
    swaps: tuple[Shift, ...] = staff("Turns that somebody else takes this once.", ())

    @property
    def called(self) -> str:
        """The id of the line."""
        return self.id

    @property
    def people(self) -> tuple[PersonRef, ...]:
        """Everybody who takes a turn, each once."""
        return tuple(dict.fromkeys((*self.rota, *(turn.who for turn in self.one_by_one))))

    @property
    def ends(self) -> datetime | None:
        """When nobody is planned any more, by the line's clock; None of a rota, which never ends."""
        return max(turn.to for turn in self.one_by_one) if self.shifts else None

    @property
    def one_by_one(self) -> tuple[Shift, ...]:
        """The turns that are written each by itself: shifts, then swaps."""
        return (*self.shifts, *self.swaps)


class Absence(Entry):
    """Days on which a person is away, both included, in the person's time zone."""

    who: PersonRef = team("The person who is away.", ...)
    from_: Date = team(
        "The first day; who is on call in the night before is off from the handover of that morning.", ..., alias="from"
    )
    to: Date = team("The last day.", ...)


AnyOf = tuple[RoleRef, ...]


_NO_ROLES = say("`{key}` takes the names of roles.")
_ROLES_FIX = say("Write the id of a role, or several between square brackets where any one of them will do.")


def _read_any_of(value: object) -> AnyOf:
    names = value if isinstance(value, list) and value else [value]
    return tuple(RoleRef(typed(name, _NO_ROLES, _ROLES_FIX)) for name in names)


_ONE_OR_SEVERAL: dict[str, Any] = {"type": ["string", "array"], "items": {"type": "string"}, "minItems": 1}
RolesToSign = Annotated[AnyOf, Read(_read_any_of, _ONE_OR_SEVERAL)]


class SignOff(Entry):
    """Who gives the go-ahead."""

    approved_text: tuple[RolesToSign, ...] | None = staff("Who releases a text that was approved in advance.")
    new_text: tuple[RolesToSign, ...] | None = staff(
        "Who approves a new text; a list inside the list means any one of them."
    )


class Level(Entry):
    """How grave it is. Levels stand in order, the mildest first."""

    name: TextValue | None = staff("What the level is called.")
    when: TextsValue | None = staff("Facts that two people would see in the same way.")
    hours: HoursValue | None = staff("When the promise holds; 24/7 where nothing is said.")
    reach: DurationValue | None = staff("How soon a person who may decide is reached.")
    first_word: DurationValue | None = staff("How soon the first public word is out.")
    update_every: DurationValue | None = staff("How often the public hears from us.")
    sign_off: SignOff | None = staff("Who gives the go-ahead.")
    convene: tuple[RoleRef, ...] = staff("The roles that meet at this level.", ())

    @property
    def called(self) -> Text | str:
        """The name of the level, or its id."""
        return self.name or self.id


class StandDown(Entry):
    """How the crisis ends."""

    who: tuple[RoleRef, ...] = staff("The roles that decide that the crisis is over.", ())
    when: TextsValue | None = staff("The facts that must be true first.")


_NO_CALLED = say("`{key}` takes the names of people, roles or on-call lines.")
_CALLED_FIX = say("Write one id, or several between square brackets.")


def _read_called(value: object) -> tuple[CalledRef, ...]:
    names = value if isinstance(value, list) and value else [value]
    return tuple(CalledRef(typed(name, _NO_CALLED, _CALLED_FIX)) for name in names)


Called = Annotated[tuple[CalledRef, ...], Read(_read_called, _ONE_OR_SEVERAL)]


class Step(Entry):
    """One call of the chain."""

    call: Called = staff("Whom to call: a rota, a role or a person, or several at once.", ...)
    by: tuple[Means, ...] | None = staff("By which means, in order; every means of the person where nothing is said.")
    wait: DurationValue | None = staff("How long to wait for an answer before the next step.")


class EscalationPath(Entry):
    """Whom to call, in order, until somebody answers who may decide."""

    levels: tuple[LevelRef, ...] = staff("The levels that use this path.", ...)
    steps: tuple[Step, ...] = staff("The calls, in order.", ...)
    nobody: TextValue | None = staff("What to do when nobody answers.")

    @property
    def called(self) -> str:
        """The id of the path."""
        return self.id
