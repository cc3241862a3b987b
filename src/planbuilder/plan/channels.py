"""Where we speak and listen: channels, moves to private, monitoring, platforms."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic_core import core_schema

from planbuilder.messages import say
from planbuilder.plan._entry import Entry, Read, reader, staff, team, typed
from planbuilder.plan.hours import HoursValue
from planbuilder.plan.refs import AudienceRef, ChannelRef, LevelRef, PersonRef, RoleRef, WhoRef
from planbuilder.plan.texts import Text, TextValue
from planbuilder.plan.times import Date, DurationValue
from planbuilder.plan.values import Count, Flag, Language, Number, Word


class Access(Entry):
    """How the account is opened. Never the secret itself: only where it is kept."""

    kept_in: Word | None = team("Where the password is kept, never the password.")
    two_factor: Word | None = team("The second factor: security key, app, sms or none.")
    recovery: Word | None = team("Where to go when the account is locked.")
    tested: Date | None = team("The day every administrator last logged in.")


_NO_WHO = say("`{key}` takes the names of people or roles.")
_WHO_FIX = say("Write one id, or several between square brackets.")


def _read_who(value: object) -> tuple[WhoRef, ...]:
    names = value if isinstance(value, list) else [value]
    return tuple(WhoRef(typed(name, _NO_WHO, _WHO_FIX)) for name in names)


Stoppers = Annotated[tuple[WhoRef, ...], Read(_read_who, {"type": ["string", "array"], "items": {"type": "string"}})]


class PauseScheduled(Entry):
    """How scheduled posts are stopped."""

    tool: Word | None = staff("The tool that holds the scheduled posts.")
    by: Stoppers = staff("The people or roles who can stop them.", ())


class Channel(Entry):
    """A place where we speak, or where people write to us."""

    name: TextValue | None = staff("What people call the channel, where its platform does not tell.")
    platform: Word = staff("The platform: x, facebook, phone, email, dark site …", ...)
    account: Word | None = staff("The account, number or address that people see.")
    for_: tuple[AudienceRef, ...] = staff("The audiences that the channel is for.", (), alias="for")
    languages: tuple[Language, ...] = staff("The languages we answer in.", ())
    reply_within: DurationValue | None = staff("How soon we answer.")
    staffed: HoursValue | None = staff("When somebody answers.")
    publishers: tuple[WhoRef, ...] = staff("The people or roles who may publish.", ())
    admins: tuple[PersonRef, ...] = team("The people who administer the account.", ())
    access: Access | None = team("How the account is opened; never the secret itself.")
    pause_scheduled: PauseScheduled | None = staff("How scheduled posts are stopped.")
    private: ChannelRef | None = staff("The channel for going on in private.")
    backup: ChannelRef | None = staff("The channel to use when this one is blocked.")
    live_within: DurationValue | None = staff("How long it takes until a text is visible.")
    hosted_apart: Flag | None = staff("Whether the page is hosted apart from the main site.")
    depends_on: tuple[Word, ...] = staff("The services that the channel needs.", ())

    @property
    def called(self) -> str:
        """The id of the channel."""
        return self.id


class Move(Entry):
    """When to leave the public thread, and with which words."""

    from_: tuple[ChannelRef, ...] = staff("The public channels.", ..., alias="from")
    to: ChannelRef = staff("The private channel.", ...)
    when: TextValue | None = staff("When to move.")
    say: TextValue | None = staff("The sentence to use.")


class Watch(Entry):
    """A source that is watched."""

    tool: Word | None = staff("The tool that watches it.")
    every: DurationValue | None = staff("How often somebody looks.")
    hours: HoursValue | None = staff("When somebody looks; 24/7 where nothing is said.")
    by: RoleRef | None = staff("The role that watches.")


class Alert(Entry):
    """The volume from which to worry."""

    measure: Word | None = staff("What is counted.")
    above: Number | None = staff("The number from which the alert goes off.")
    level: LevelRef | None = staff("The level that it starts.")


class Normal(dict[str, float]):
    """What a normal day looks like: a number for each measure, and the day they were measured."""

    measured: date | None = None


def _taken(written: dict[str, Any]) -> Normal:
    """`measured` stands among the measures, but is a date."""
    normal = Normal({measure: value for measure, value in written.items() if measure != "measured"})
    normal.measured = written.get("measured")
    return normal


NormalValues = Annotated[
    Normal,
    Read(
        core_schema.no_info_after_validator_function(
            _taken,
            core_schema.typed_dict_schema(
                {"measured": core_schema.typed_dict_field(reader(Date).core, required=False)},
                extra_behavior="allow",
                extras_schema=reader(Number).core,
            ),
        ),
        {
            "type": "object",
            "properties": {"measured": reader(Date).schema},
            "additionalProperties": reader(Number).schema,
        },
    ),
]


class Monitoring(Entry):
    """What is watched, with which words, and from which volume to worry."""

    watch: dict[str, Watch] = staff("The sources that are watched, by channel or free name.", {})
    keywords: dict[str, tuple[Word, ...]] = staff(
        "The words to watch, in groups; `brand`, `products`, `people` and `danger` are known by name.", {}
    )
    alerts: tuple[Alert, ...] = staff("The volumes from which to worry.", ())
    normal: NormalValues = staff(
        "What a normal day looks like: a number for each measure, and `measured`, the day they were taken.", Normal()
    )

    @property
    def measured(self) -> date | None:
        """The day the normal values were measured."""
        return self.normal.measured


class PlatformOverride(Entry):
    """A platform that the built-in table does not know, or knows differently."""

    limit: Count | None = staff("How many characters a message may have.")
    counts: Literal["characters", "graphemes", "x", "gsm"] | None = staff("How characters are counted.")
    public: Flag | None = staff("Whether everybody can read it.")
    public_can_write: Flag | None = staff("Whether everybody can write there.")
    social: Flag | None = staff("Whether it is a social network.")
    domain: Word | None = staff("What it fails together with.")


class Audience(Entry):
    """People whom we speak to."""

    name: TextValue | None = staff("What the audience is called.")
    kind: (
        Literal["customers", "staff", "media", "authorities", "families", "officials", "partners", "public"] | None
    ) = staff("The kind of audience.")
    owner: RoleRef | None = staff("The role in charge.")
    reach: tuple[ChannelRef, ...] = staff("The channels that reach it.", ())
    wants: TextValue | None = staff("What it wants to know.")
    first: Flag | None = staff("Whether it is told before everybody else.")
    before_public: Flag | None = staff("Whether it is told before the public.")
    internal: Flag | None = staff("Whether it belongs to the organisation; staff always do.")
    contacts_in: Word | None = staff("Where its contact list is kept.")
    checked: Date | None = staff("The day the list was last checked.")

    @property
    def called(self) -> Text | str:
        """The name of the audience, or its id."""
        return self.name or self.id

    @property
    def is_internal(self) -> bool:
        """Whether the audience belongs to the organisation."""
        return bool(self.internal) or self.kind == "staff"
