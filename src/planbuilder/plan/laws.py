"""The legal clocks that `about.applies` chooses from. Each organisation's lawyer must confirm them."""

from typing import NamedTuple

from planbuilder.messages import Message, say


class Law(NamedTuple):
    """A law with a clock: what starts it, how long it leaves, whom it wants told."""

    title: Message
    clock: Message
    limit: str
    to: Message
    source: str


LAWS: dict[str, Law] = {
    "rgpd": Law(
        say("GDPR article 33"), say("when we learn of it"), "72h", say("the data protection authority"), "GDPR"
    ),
    "rgpd-personnes": Law(
        say("GDPR article 34"),
        say("when we learn of a high risk"),
        "without undue delay",
        say("the people concerned"),
        "GDPR",
    ),
    "nis2": Law(
        say("NIS2 article 23"),
        say("when we learn of a significant incident"),
        "24h",
        say("the national CSIRT or authority"),
        "NIS2",
    ),
    "lopmi": Law(
        say("French insurance code L12-10-1"), say("when we learn of it"), "72h", say("police or gendarmerie"), "LOPMI"
    ),
    "dora": Law(
        say("DORA article 19"),
        say("when the incident is classified as major"),
        "4h",
        say("the financial authority"),
        "DORA",
    ),
    "mar": Law(
        say("Market abuse regulation article 17"),
        say("when it becomes inside information"),
        "immediately",
        say("the public and the market authority"),
        "MAR",
    ),
    "sec": Law(
        say("SEC Form 8-K item 1.05"), say("when it is judged material"), "4 business days", say("the SEC"), "SEC"
    ),
    "hipaa": Law(
        say("HIPAA 45 CFR 164.404"), say("when it is discovered"), "60 days", say("people, HHS and media"), "HIPAA"
    ),
    "rappel": Law(
        say("French consumer code L423-3"),
        say("when we learn of the danger"),
        "immediately",
        say("DGCCRF and the public"),
        "RAPPEL",
    ),
    "accident-mortel": Law(
        say("French labour code R4121-5"),
        say("at the death, or when we learn of it"),
        "12h",
        say("the labour inspectorate"),
        "AT12H",
    ),
    "pcs": Law(
        say("French internal security code R731-7"),
        say("at the last revision"),
        "5 years",
        say("the public"),
        "PCS-R731",
    ),
    "cra": Law(
        say("Cyber Resilience Act article 14"),
        say("when we learn of an exploited weakness"),
        "24h",
        say("the CSIRT and ENISA"),
        "OWN",
    ),
    "food": Law(
        say("Regulation 178/2002 article 19"),
        say("when food may be unsafe"),
        "immediately",
        say("the authority"),
        "OWN",
    ),
}
"""By key of `about.applies`; the limit is written like a limit in a plan. Sources: keys of the list of sources."""

IMPLIES = {"rgpd": ("rgpd-personnes",)}
"""A law that brings another one with it."""
