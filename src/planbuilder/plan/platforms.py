"""What is known of platforms. Limits change: each has the day it was looked up and where."""

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from planbuilder.messages import say
from planbuilder.plan.channels import Channel
from planbuilder.plan.nearest import nearest, plain
from planbuilder.plan.whole import Plan
from planbuilder.source import Problem

Counting = Literal["characters", "graphemes", "x", "gsm"]


class Platform(NamedTuple):
    """A platform, as far as the checks must know it."""

    limit: int | None = None
    """The longest message, in the unit that `counts` says; None where there is no limit to mind."""
    counts: Counting = "characters"
    public: bool = False
    """Whether anybody can see or hear it."""
    public_can_write: bool = False
    """Whether people outside can leave a message there."""
    social: bool = False
    """Whether it is a social network: a feed among strangers, in which posts can be scheduled."""
    web: bool = False
    """Whether it is a site, page or forum that we administer."""
    mail: bool = False
    """Whether it is a mailbox."""
    domain: str = ""
    """What it fails together with: channels of one domain go down together."""
    source: str = ""
    seen: str = ""

    @property
    def has_account(self) -> bool:
        """Whether somebody logs in to it over the internet, so that the login must be protected."""
        return self.social or self.web or self.mail


SEEN = "2026-11-21"
LIMITS_COMPARED = "https://www.ayrshare.com/docs/help-center/technical-support/character_limits"
LIMITS_OF_MESSAGES = "https://lettercounter.org/blog/social-media-character-limits-comparison"
NOTIFICATIONS = "https://developer.apple.com/design/human-interface-guidelines/notifications"
GSM = "https://doc.lox24.eu/info/encoding-and-number-of-characters/"


def _social(limit: int, source: str, *, counts: Counting = "characters", domain: str = "") -> Platform:
    return Platform(
        limit, counts, public=True, public_can_write=True, social=True, domain=domain, source=source, seen=SEEN
    )


def _limited(limit: int, source: str, platform: Platform) -> Platform:
    return platform._replace(limit=limit, source=source, seen=SEEN)


# The networks of one company fail together: on 4 October 2021 Facebook, Instagram and WhatsApp were away for six hours.
META = "meta"
# Behind the company's own login: when attackers lock it, they lock all of these.
COMPANY = "company accounts"

_SITE = Platform(public=True, web=True)
_HEARD_BY_ALL = Platform(public=True)
_FORUM = Platform(public=True, public_can_write=True, web=True)
_INSIDE = Platform(domain=COMPANY)
_PRIVATE = Platform(public_can_write=True)

TABLE: dict[str, Platform] = {
    "x": _social(280, "https://docs.x.com/fundamentals/counting-characters", counts="x"),
    "facebook": _social(63206, LIMITS_COMPARED, domain=META),
    "instagram": _social(2200, LIMITS_COMPARED, domain=META),
    "threads": _social(500, LIMITS_COMPARED, domain=META),
    "linkedin": _social(3000, LIMITS_COMPARED),
    # The app takes 4,000 characters; a post sent by a tool is cut at 2,200.
    "tiktok": _social(2200, LIMITS_COMPARED),
    "youtube": _social(5000, LIMITS_COMPARED),
    "bluesky": _social(300, "https://app.unpkg.com/@atcute/bluesky@3.3.0/files/lib/limits.ts", counts="graphemes"),
    # Each server may allow more.
    "mastodon": _social(500, "https://docs.joinmastodon.org/user/posting/"),
    "reddit": _social(40000, LIMITS_COMPARED),
    "discord": _social(2000, "https://discord.com/developers/docs/resources/message"),
    # Only the owner writes in a channel, the sort of account that speaks to everybody.
    "telegram": _social(4096, "https://core.telegram.org/bots/api#sendmessage")._replace(public_can_write=False),
    "forum": _FORUM,
    "github": _limited(65536, "https://docs.github.com/en/rest/issues/issues", _FORUM),
    "gitlab": _limited(1000000, "https://docs.gitlab.com/administration/instance_limits/", _FORUM),
    # The shortest among the networks: Instagram's.
    "direct message": _limited(1000, LIMITS_OF_MESSAGES, _PRIVATE),
    "whatsapp": _limited(4096, "https://docs.360dialog.com/docs/messaging/messaging", _PRIVATE._replace(domain=META)),
    "email": _PRIVATE._replace(mail=True, domain=COMPANY),
    "press list": Platform(domain=COMPANY),
    "phone": Platform(domain="landline"),
    # One part of a message in the GSM alphabet; longer ones are sent in parts.
    "sms": _limited(160, GSM, Platform(counts="gsm", domain="mobile network")),
    "website": _SITE,
    "crisis site": _SITE,
    "dark site": _SITE._replace(domain="crisis site"),
    "status page": _SITE,
    "intranet": _INSIDE,
    "slack": _limited(40000, "https://api.slack.com/changelog/2018-04-truncating-really-long-messages", _INSIDE),
    # 28 KB with the markup; a French letter with an accent takes two bytes.
    "teams": _limited(14000, "https://learn.microsoft.com/microsoftteams/limits-specifications-teams", _INSIDE),
    "video call": Platform(domain="internet"),
    # What a locked phone shows of it.
    "push notification": _limited(178, NOTIFICATIONS, _HEARD_BY_ALL),
    "display board": _HEARD_BY_ALL,
    "siren": _HEARD_BY_ALL,
    "loudspeaker car": _HEARD_BY_ALL,
    "radio": _HEARD_BY_ALL,
    "poster": _HEARD_BY_ALL,
    "door to door": Platform(),
    "in person": Platform(),
}  # fmt: skip

HOSTS: dict[str, tuple[str, ...]] = {
    "x": ("x.com", "twitter.com"),
    "facebook": ("facebook.com", "fb.com", "fb.me", "m.me"),
    "instagram": ("instagram.com",),
    "threads": ("threads.net", "threads.com"),
    "linkedin": ("linkedin.com",),
    "tiktok": ("tiktok.com",),
    "youtube": ("youtube.com", "youtu.be"),
    "bluesky": ("bsky.app",),
    "reddit": ("reddit.com",),
    "discord": ("discord.com", "discord.gg"),
    "telegram": ("t.me", "telegram.me"),
    "whatsapp": ("wa.me", "whatsapp.com"),
    "github": ("github.com",),
    "gitlab": ("gitlab.com",),
}
"""Where the page of an account is. Others, such as Mastodon, have servers of many names."""

CRISIS_PAGES = ("crisis site", "dark site", "status page")
"""Platforms that are a page of reference for the crisis."""

ON_THE_SPOT = ("display board", "siren", "loudspeaker car", "poster", "door to door", "in person")
"""Platforms that nobody far away can block."""

UNKNOWN = Platform(public=True)


def platform_name(channel: Channel) -> str:
    """The platform of a channel as the table writes it: `Dark-site` is `dark site`."""
    return _plain(channel.platform)


def platform_of(plan: Plan, channel: Channel) -> Platform:
    """The platform of a channel, with what the plan says of it. An unknown one counts as public without limit."""
    name = platform_name(channel)
    known = TABLE.get(name, UNKNOWN)
    said: dict[str, Any] = {}
    for key, override in plan.platforms.items():
        if _plain(key) == name:
            said = vars(override)
    if said:
        known = known._replace(**{k: v for k, v in said.items() if v is not None})
    return known if known.domain else known._replace(domain=name)


def is_known(plan: Plan, channel: Channel) -> bool:
    """Whether the built-in table or the plan knows the channel's platform."""
    name = platform_name(channel)
    return name in TABLE or any(_plain(key) == name for key in plan.platforms)


def for_insiders(plan: Plan, channel: Channel) -> bool:
    """Whether a channel serves only audiences inside the organisation."""
    audiences = [plan.audiences.get(name) for name in channel.for_]
    return bool(audiences) and all(audience is not None and audience.is_internal for audience in audiences)


def is_public(plan: Plan, channel: Channel) -> bool:
    """Whether people outside can see or hear what we say on a channel."""
    return platform_of(plan, channel).public and not for_insiders(plan, channel)


def is_social(plan: Plan, channel: Channel) -> bool:
    """Whether a channel is an account on a social network that people outside can see."""
    return platform_of(plan, channel).social and not for_insiders(plan, channel)


def takes_messages(plan: Plan, channel: Channel) -> bool:
    """Whether people outside can leave us a message on a channel."""
    return platform_of(plan, channel).public_can_write and not for_insiders(plan, channel)


def unknown_platforms(plan: Plan) -> Iterator[Problem]:
    """A note for each platform that nobody knows: the plan can be used, but the checks know less of the channel."""
    names = [*TABLE, *plan.platforms]
    for channel in plan.channels.values():
        if is_known(plan, channel):
            continue
        near = _OTHER_NAMES.get(_bare(channel.platform)) or nearest(platform_name(channel), names)
        described = say("Describe it below `platforms:`, with `public`, `public_can_write`, `social` and `limit`.")
        yield Problem(
            say(
                "planbuilder does not know the platform of {channel}; it counts as public and without a limit.",
                channel=channel.called,
            ),
            say("Did you mean `{near}`?", near=near) if near else described,
            "unknown-platform",
            channel.where / "platform",
            at_value=True,
            severity="info",
        )


_OTHER_NAMES = {
    "twitter": "x", "x twitter": "x", "twitter x": "x", "fb": "facebook", "insta": "instagram", "ig": "instagram",
    "mail": "email", "e mail": "email", "courriel": "email", "site": "website", "site web": "website", "web": "website",
    "telephone": "phone", "text message": "sms", "texto": "sms", "dm": "direct message", "yt": "youtube",
    "site internet": "website", "site de crise": "crisis site", "page d etat": "status page", "sirene": "siren",
    "message prive": "direct message", "messages prives": "direct message", "mp": "direct message",
    "visioconference": "video call", "visio": "video call", "fichier presse": "press list",
    "panneau d affichage": "display board", "panneaux d affichage": "display board",
    "panneau lumineux": "display board", "panneaux lumineux": "display board",
    "affiche": "poster", "affiches": "poster", "affichage": "poster",
    "porte a porte": "door to door", "haut parleur": "loudspeaker car", "voiture haut parleur": "loudspeaker car",
    "sur place": "in person", "de vive voix": "in person",
}  # fmt: skip
"""What people call some platforms."""


def _bare(name: str) -> str:
    """The name without signs and accents: `X (Twitter)` is `x twitter`."""
    return " ".join(re.findall(r"[a-z0-9]+", plain(name)))


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())


def contact_domain(means: str, value: str, company_domains: tuple[str, ...]) -> str:
    """What a means of contact fails together with."""
    if means in {"mobile", "sms", "pager"}:
        return "mobile network"
    if means in {"home", "desk"}:
        return "landline"
    if means in {"teams", "slack"}:
        return COMPANY
    host = mail_domain(value)
    ours = any(is_below(host, domain.lower()) for domain in company_domains)
    return COMPANY if means == "email" and ours else "internet"


def is_below(host: str, domain: str) -> bool:
    """Whether a host is a domain or lies below it; both in small letters."""
    return host == domain or host.endswith("." + domain)


def mail_domain(address: str) -> str:
    """`lumen.example` of `aide@lumen.example`."""
    return address.rpartition("@")[2].lower()
