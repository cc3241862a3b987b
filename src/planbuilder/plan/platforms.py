"""What is known of platforms. Limits change: each has the day it was looked up and where."""

from typing import Literal, NamedTuple

from planbuilder.plan.channels import Channel
from planbuilder.plan.whole import Plan

Counting = Literal["characters", "graphemes", "x", "gsm"]


class Platform(NamedTuple):
    """A platform. `domain` names what it fails together with; `limit` is in the unit that `counts` says."""

    limit: int | None = None
    counts: Counting = "characters"
    public: bool = False
    public_can_write: bool = False
    social: bool = False
    web: bool = False
    domain: str = ""
    source: str = ""
    seen: str = ""


def _social(limit: int, source: str, *, counts: Counting = "characters") -> Platform:
    return Platform(limit, counts, public=True, public_can_write=True, social=True, source=source, seen="2026-11-01")


TABLE: dict[str, Platform] = {
    "x": _social(280, "https://docs.x.com/fundamentals/counting-characters", counts="x"),
    "facebook": _social(63206, "https://www.facebook.com/help"),
    "instagram": _social(2200, "https://help.instagram.com"),
    "linkedin": _social(3000, "https://www.linkedin.com/help"),
    "tiktok": _social(2200, "https://support.tiktok.com"),
    "youtube": _social(5000, "https://support.google.com/youtube"),
    "threads": _social(500, "https://help.instagram.com/threads"),
    "bluesky": _social(300, "https://docs.bsky.app", counts="graphemes"),
    "mastodon": _social(500, "https://docs.joinmastodon.org"),
    "reddit": _social(40000, "https://support.reddithelp.com"),
    "forum": Platform(public=True, public_can_write=True, social=True, domain="internet"),
    "discord": Platform(2000, public=True, public_can_write=True, social=True, domain="internet", source="https://discord.com/developers/docs", seen="2026-11-01"),
    "github": Platform(65536, public=True, public_can_write=True, domain="internet", source="https://docs.github.com", seen="2026-11-01"),
    "gitlab": Platform(1000000, public=True, public_can_write=True, domain="internet", source="https://docs.gitlab.com", seen="2026-11-01"),
    "telegram": Platform(4096, public=True, public_can_write=False, social=True, domain="internet", source="https://core.telegram.org", seen="2026-11-01"),
    "direct message": Platform(10000, public_can_write=True, domain="internet", source="https://docs.x.com", seen="2026-11-01"),
    "whatsapp": Platform(4096, public_can_write=True, domain="internet", source="https://developers.facebook.com/docs/whatsapp", seen="2026-11-01"),
    "phone": Platform(public_can_write=True, domain="telephone"),
    "sms": Platform(160, "gsm", domain="mobile network", source="GSM 03.38", seen="2026-11-01"),
    "email": Platform(public_can_write=True, domain="internet"),
    "website": Platform(public=True, web=True, domain="internet"),
    "crisis site": Platform(public=True, web=True, domain="internet"),
    "dark site": Platform(public=True, web=True, domain="internet"),
    "status page": Platform(public=True, web=True, domain="internet"),
    "intranet": Platform(domain="company accounts"),
    "slack": Platform(40000, domain="company accounts", source="https://api.slack.com", seen="2026-11-01"),
    "teams": Platform(28000, domain="company accounts", source="https://learn.microsoft.com/microsoftteams", seen="2026-11-01"),
    "video call": Platform(domain="internet"),
    "push notification": Platform(178, public=True, domain="internet", source="https://developer.apple.com", seen="2026-11-01"),
    "press list": Platform(domain="internet"),
    "display board": Platform(public=True, domain="on site"),
    "siren": Platform(public=True, domain="on site"),
    "loudspeaker car": Platform(public=True, domain="on site"),
    "radio": Platform(public=True, domain="broadcast"),
    "poster": Platform(public=True, domain="on site"),
    "door to door": Platform(public=True, public_can_write=True, domain="on site"),
    "in person": Platform(domain="on site"),
}  # fmt: skip

UNKNOWN = Platform(public=True, domain="")


def platform_of(plan: Plan, channel: Channel) -> Platform:
    """The platform of a channel, with what the plan says of it. An unknown one counts as public without limit."""
    name = channel.platform.lower()
    known = TABLE.get(name, UNKNOWN)
    override = plan.platforms.get(name)
    if override is None:
        return known if known.domain else known._replace(domain=name)
    said = {key: getattr(override, key) for key in type(override).model_fields}
    return known._replace(**{"domain": known.domain or name, **{k: v for k, v in said.items() if v is not None}})


def is_known(plan: Plan, channel: Channel) -> bool:
    """Whether the built-in table or the plan knows the channel's platform."""
    return channel.platform.lower() in TABLE or channel.platform.lower() in plan.platforms


def contact_domain(means: str, value: str, company_domains: tuple[str, ...]) -> str:
    """What a means of contact fails together with."""
    if means in {"mobile", "sms", "pager"}:
        return "mobile network"
    if means in {"home", "desk"}:
        return "landline"
    if means in {"teams", "slack"}:
        return "company accounts"
    host = value.rpartition("@")[2].lower()
    ours = any(host == d.lower() or host.endswith("." + d.lower()) for d in company_domains)
    return "company accounts" if means == "email" and ours else "internet"
