"""People, and the roles they hold."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

from planbuilder.plan._entry import Entry, staff, team
from planbuilder.plan.phones import Phone, PhoneValue
from planbuilder.plan.refs import PersonRef
from planbuilder.plan.texts import Text, TextsValue, TextValue
from planbuilder.plan.times import Date
from planbuilder.plan.values import Language, TimeZone, Word

Means = Literal["mobile", "sms", "home", "desk", "pager", "email", "signal", "whatsapp", "teams", "slack"]
MEANS = get_args(Means)
"""The means of contact, in the order in which they are tried where a step names none."""

PHONES = ("mobile", "sms", "home", "desk", "pager")

RoleKind = Literal[
    "communications",
    "executive",
    "legal",
    "technical",
    "people",
    "customers",
    "data-protection",
    "operations",
    "other",
]
Power = Literal[
    "activate",
    "approve",
    "speak",
    "facts",
    "monitor",
    "reply",
    "publish",
    "inform-staff",
    "compensate",
    "notify",
]
ESSENTIAL: tuple[Power, ...] = (
    "activate", "approve", "speak", "monitor", "reply", "publish", "inform-staff", "facts",
)  # fmt: skip
"""The functions that every plan must give to somebody; a role that has one of them is essential."""


class Person(Entry):
    """Somebody whom the plan names. Only here do personal numbers stand."""

    name: Word = staff("First name and last name.", ...)
    job: TextValue | None = staff("What the person does in the organisation.")
    languages: tuple[Language, ...] = staff("The languages the person speaks.", ())
    timezone: TimeZone | None = staff("The person's time zone, where it is not that of the plan.")
    checked: Date | None = team("The day the numbers were last tried.")
    left_on: Date | None = staff("The day the person left.")
    mobile: PhoneValue | None = team("Mobile number.")
    sms: PhoneValue | None = team("Number for text messages.")
    home: PhoneValue | None = team("Number at home, on the landline.")
    desk: PhoneValue | None = team("Number at the desk, on the landline; an extension follows it: `ext. 234`.")
    pager: PhoneValue | None = team("Pager number.")
    email: Word | None = team("E-mail address.")
    signal: Word | None = team("Signal number or name.")
    whatsapp: Word | None = team("WhatsApp number.")
    teams: Word | None = team("Teams address.")
    slack: Word | None = team("Slack name.")

    @property
    def called(self) -> str:
        """The name that people say."""
        return self.name

    def has_left(self, today: date) -> bool:
        """Whether the person's last day is over; on the day itself the person still counts."""
        return self.left_on is not None and self.left_on < today

    def means(self) -> Iterator[tuple[str, str | Phone]]:
        """The means of contact that the plan gives, in the order in which they are tried."""
        for key in MEANS:
            value = getattr(self, key)
            if value is not None:
                yield key, value


class Role(Entry):
    """What somebody does in a crisis, who does it, and who stands in."""

    holder: PersonRef = staff("The person who holds the role.", ...)
    deputies: tuple[PersonRef, ...] = staff("Who stands in, in order.", ())
    kind: RoleKind | None = staff("The kind of role.")
    can: tuple[Power, ...] = staff("What the role may do.", ())
    name: TextValue | None = staff("What the role is called.")
    first_moves: TextsValue | None = staff("What to do in the first minutes, three to seven steps.")

    @property
    def called(self) -> Text | str:
        """The name of the role, or its id."""
        return self.name or self.id

    @property
    def members(self) -> tuple[PersonRef, ...]:
        """The holder, then the deputies in order."""
        return (self.holder, *self.deputies)

    @property
    def essential(self) -> bool:
        """Whether the role has one of the functions that every plan must give to somebody."""
        return any(power in ESSENTIAL for power in self.can)
