"""The legal clocks that `about.applies` chooses from. Each organisation's lawyer must confirm them.

Read in November 2026. The sources are keys of the list of sources.
"""

from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

from planbuilder.messages import Message, say
from planbuilder.plan._entry import Read
from planbuilder.plan.nearest import nearest
from planbuilder.plan.times import Duration, Limit
from planbuilder.plan.values import WORD_SCHEMA, read_word

Step = Literal["warning", "notification", "report", "people"]
Family = Literal["product", "safety", "data", "conduct", "rumour", "supply", "environment"]


class Law(NamedTuple):
    """A law with a clock: what starts it, how long it leaves for each step, whom it wants told."""

    title: Message
    clock: Message
    limits: dict[Step, Limit]
    """How soon each step is due, in order; counted from the clock, unless `clock` says otherwise."""
    to: Message
    source: str
    families: tuple[Family, ...] = ()
    """The families of events that start it."""
    of_workers: bool = False
    """Whether it speaks of the organisation's own people alone."""
    wants_words: bool = False
    """Whether people, the public or the market must be told, so that a text must be ready."""

    @property
    def limit(self) -> Limit:
        """The first deadline."""
        return next(iter(self.limits.values()))


def _hours(number: int) -> Limit:
    return Limit(Duration(minutes=60 * number))


_AT_ONCE = Limit(None, "immediately")
_SOON = Limit(None, "without undue delay")
_MONTH = Limit(Duration(months=1))

LAWS: dict[str, Law] = {
    "rgpd": Law(
        say("GDPR article 33"),
        say("when we learn of it"),
        {"notification": _hours(72)},
        say("the data protection authority"),
        "GDPR",
        ("data",),
    ),
    "rgpd-personnes": Law(
        say("GDPR article 34"),
        say("when we learn of a high risk"),
        {"people": _SOON},
        say("the people concerned"),
        "GDPR",
        ("data",),
        wants_words=True,
    ),
    "uk-gdpr": Law(
        say("UK GDPR articles 33 and 34"),
        say("when we learn of it; for the people, when we learn of a high risk"),
        {"notification": _hours(72), "people": _SOON},
        say("the ICO and the people concerned"),
        "UK-GDPR",
        ("data",),
        wants_words=True,
    ),
    "loi-25": Law(
        say("Québec's Law 25"),
        say("when we learn of an incident that may do serious injury"),
        {"notification": _SOON, "people": _SOON},
        say("the Commission d'accès à l'information and the people concerned"),
        "LOI25",
        ("data",),
        wants_words=True,
    ),
    "pipeda": Law(
        say("PIPEDA section 10.1"),
        say("when we establish a breach that may do significant harm"),
        {"notification": _SOON, "people": _SOON},
        say("the Privacy Commissioner of Canada and the people concerned"),
        "PIPEDA",
        ("data",),
        wants_words=True,
    ),
    "nis2": Law(
        say("NIS2 article 23"),
        say("when we learn of a significant incident; for the final report, at the notification"),
        {"warning": _hours(24), "notification": _hours(72), "report": _MONTH},
        say("the national CSIRT or authority"),
        "NIS2",
        ("data",),
    ),
    "lopmi": Law(
        say("French insurance code L12-10-1"),
        say("when we learn of it"),
        {"notification": _hours(72)},
        say("police or gendarmerie"),
        "LOPMI",
        ("data",),
    ),
    # The pages disagree on the start of the 72 hours, initial notification or classification; both are later than
    # awareness, so that a plan held to 72 hours from its clock is never too late by this table.
    "dora": Law(
        say("DORA article 19"),
        say("when the incident is classified as major, 24 hours after we learn of it at the latest"),
        {"warning": _hours(4), "notification": _hours(72), "report": _MONTH},
        say("the financial authority"),
        "DORA",
        ("data",),
    ),
    "mar": Law(
        say("Market abuse regulation article 17"),
        say("when it becomes inside information"),
        {"people": _AT_ONCE},
        say("the public and the market authority"),
        "amf-france.org",
        wants_words=True,
    ),
    "sec": Law(
        say("SEC Form 8-K item 1.05"),
        say("when it is judged material"),
        {"notification": Limit(Duration(business_days=4))},
        say("the SEC and the market"),
        "SEC",
        ("data",),
        wants_words=True,
    ),
    "hipaa": Law(
        say("HIPAA 45 CFR 164.404"),
        say("when it is discovered"),
        {"people": Limit(Duration(days=60))},
        say("the people concerned, HHS, and the media from 500 people"),
        "HIPAA",
        ("data",),
        wants_words=True,
    ),
    "rappel": Law(
        say("French consumer code L423-3"),
        say("when we learn of the danger"),
        {"notification": _AT_ONCE},
        say("DGCCRF and the public, on RappelConso"),
        "RAPPEL",
        ("product",),
        wants_words=True,
    ),
    "accident-mortel": Law(
        say("French labour code R4121-5"),
        say("at the death, or when we learn of it"),
        {"notification": _hours(12)},
        say("the labour inspectorate"),
        "AT12H",
        ("safety",),
        of_workers=True,
    ),
    "pcs": Law(
        say("French internal security code R731-7"),
        say("at the last revision"),
        {"report": Limit(Duration(months=60))},
        say("the public"),
        "PCS-R731",
    ),
    "cra": Law(
        say("Cyber Resilience Act article 14"),
        say("when we learn of an exploited vulnerability; for the final report, when the fix is available"),
        {"warning": _hours(24), "notification": _hours(72), "report": Limit(Duration(days=14))},
        say("the CSIRT and ENISA"),
        "OWN",
    ),
    "food": Law(
        say("Regulation 178/2002 article 19"),
        say("when we have reason to believe that food is unsafe"),
        {"notification": _AT_ONCE},
        say("the food safety authority"),
        "OWN",
        ("product",),
    ),
}
"""By key of `about.applies`."""

_ALSO_CALLED = {
    "gdpr": "rgpd", "eu-gdpr": "rgpd", "dsgvo": "rgpd", "avg": "rgpd", "gdpr-uk": "uk-gdpr",
    "law-25": "loi-25", "law25": "loi-25", "loi25": "loi-25", "nis-2": "nis2",
}  # fmt: skip
"""The names of these laws elsewhere."""
_SHORT = 3
"""Keys of so few letters are too like each other for a guess: MDR is no slip for MAR."""


def read_law(value: object) -> str:
    """The key of a law, also where it is written in capitals or as it is called elsewhere; another word as it is."""
    word = read_word(value)
    key = "-".join(word.lower().split())
    key = _ALSO_CALLED.get(key, key)
    return key if key in LAWS else word


LawKey = Annotated[str, Read(read_law, WORD_SCHEMA)]
"""A law by its key in the table; any other name stands for a law that the table does not know."""


def law_meant(word: str, others: Iterable[str] = ()) -> str | None:
    """The key, or one of the other names, that a word not in the table is likely to be a slip for."""
    return nearest(word, [*LAWS, *others]) if len(word) > _SHORT else None


IMPLIES = {"rgpd": ("rgpd-personnes",)}
"""A law that brings another one with it."""


def law_called(key: str) -> Message | str:
    """The title of a law; its key where the table does not know it."""
    return LAWS[key].title if key in LAWS else key
