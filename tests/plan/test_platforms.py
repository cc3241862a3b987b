"""Platforms: what is known, what a plan adds, what fails together."""

import pytest

from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.plan import Plan, contact_domain, is_known, is_public, platform_name, platform_of, takes_messages
from planbuilder.plan.platforms import TABLE

ABOUT = (
    "about: {organisation: Example, languages: [en]}\naudiences: {team: {kind: staff}, clients: {kind: customers}}\n"
)

WANTED = """
x, facebook, instagram, linkedin, tiktok, youtube, threads, bluesky, mastodon, reddit, direct message, whatsapp,
telegram, discord, forum, phone, sms, email, website, crisis site, dark site, status page, intranet, slack, teams,
video call, push notification, press list, github, gitlab, display board, siren, loudspeaker car, radio, poster,
door to door, in person
"""


def plan_with(channel: str, more: str = "") -> Plan:
    loaded = load_texts({"plan.yaml": f"{ABOUT}channels: {{place: {{{channel}}}}}\n{more}"})
    assert loaded.plan is not None
    return loaded.plan


def test_every_platform_of_the_model_is_known() -> None:
    assert set(TABLE) == {name.strip() for name in WANTED.replace("\n", " ").split(",")}


def test_every_limit_has_its_source_and_day() -> None:
    assert [name for name, p in TABLE.items() if p.limit and not (p.source.startswith("https://") and p.seen)] == []


def test_a_social_network_is_public_and_has_a_limit() -> None:
    assert [name for name, p in TABLE.items() if p.social and not (p.public and p.limit)] == []


@pytest.mark.parametrize(
    ("name", "limit", "counts"),
    [
        ("x", 280, "x"),
        ("bluesky", 300, "graphemes"),
        ("mastodon", 500, "characters"),
        ("threads", 500, "characters"),
        ("instagram", 2200, "characters"),
        ("linkedin", 3000, "characters"),
        ("sms", 160, "gsm"),
        ("website", None, "characters"),
    ],
)
def test_limits(name: str, limit: int | None, counts: str) -> None:
    assert (TABLE[name].limit, TABLE[name].counts) == (limit, counts)


@pytest.mark.parametrize("typed", ["dark site", "Dark-site", "DARK_SITE", " dark  site "])
def test_a_platform_is_known_however_it_is_typed(typed: str) -> None:
    plan = plan_with(f"platform: '{typed}'")
    channel = plan.channels["place"]
    assert platform_name(channel) == "dark site"
    assert is_known(plan, channel)
    assert platform_of(plan, channel).web


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("facebook", "instagram", True),
        ("facebook", "whatsapp", True),
        ("email", "intranet", True),
        ("crisis site", "dark site", True),
        ("x", "facebook", False),
        ("website", "crisis site", False),
        ("siren", "poster", False),
        ("phone", "sms", False),
    ],
)
def test_what_fails_together(one: str, other: str, together: bool) -> None:
    plan = load_texts({"plan.yaml": f"{ABOUT}channels: {{a: {{platform: {one}}}, b: {{platform: {other}}}}}\n"}).plan
    assert plan is not None
    domains = [platform_of(plan, channel).domain for channel in plan.channels.values()]
    assert (domains[0] == domains[1]) is together


def test_a_plan_adds_and_overrides_platforms() -> None:
    plan = plan_with("platform: Minitel", "platforms: {minitel: {public: true, social: false, limit: 40}}\n")
    platform = platform_of(plan, plan.channels["place"])
    assert (platform.limit, platform.public, platform.social, platform.domain) == (40, True, False, "minitel")
    x = plan_with("platform: x", "platforms: {x: {limit: 25000, public_can_write: false}}\n")
    assert platform_of(x, x.channels["place"]).limit == 25000
    assert not takes_messages(x, x.channels["place"])
    assert platform_of(x, x.channels["place"]).social


@pytest.mark.parametrize(
    ("channel", "public", "writable"),
    [
        ("platform: x", True, True),
        ("platform: x, for: [team]", False, False),
        ("platform: x, for: [team, clients]", True, True),
        ("platform: x, for: [unknown]", True, True),
        ("platform: email", False, True),
        ("platform: email, for: [team]", False, False),
        ("platform: phone", False, False),
        ("platform: website", True, False),
        ("platform: telegram", True, False),
        ("platform: intranet", False, False),
        ("platform: minitel", True, False),
    ],
)
def test_who_can_read_and_who_can_write(channel: str, public: bool, writable: bool) -> None:
    plan = plan_with(channel)
    assert is_public(plan, plan.channels["place"]) is public
    assert takes_messages(plan, plan.channels["place"]) is writable


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("bluesy", "Did you mean `bluesky`?"),
        ("Twitter", "Did you mean `x`?"),
        ("X (Twitter)", "Did you mean `x`?"),
        ("FB", "Did you mean `facebook`?"),
        ("Téléphone", "Did you mean `phone`?"),
        ("Panneau d'affichage", "Did you mean `display board`?"),
        ("site internet", "Did you mean `website`?"),
        ("haut-parleur", "Did you mean `loudspeaker car`?"),
        ("minitel", "Describe it below `platforms:`, with `public`, `public_can_write`, `social` and `limit`."),
    ],
)
def test_an_unknown_platform_is_a_note_and_leaves_the_plan_usable(typed: str, fix: str) -> None:
    loaded = load_texts({"plan.yaml": f"{ABOUT}channels:\n  place: {{platform: {typed}}}\n"})
    assert loaded.plan is not None
    (note,) = loaded.findings
    assert (note.check, note.severity, note.kind, note.address) == (
        "SHAPE",
        "info",
        "unknown-platform",
        "channels.place.platform",
    )
    assert (note.span.line, note.span.column) == (4, 21)
    assert render(note.fix, "en") == fix


@pytest.mark.parametrize(
    ("means", "value", "domain"),
    [
        ("mobile", "+33639980001", "mobile network"),
        ("sms", "+33639980001", "mobile network"),
        ("pager", "123", "mobile network"),
        ("home", "+33199000001", "landline"),
        ("desk", "+33199000001", "landline"),
        ("signal", "ana.01", "internet"),
        ("whatsapp", "+33639980001", "internet"),
        ("teams", "ana@lumen.example", "company accounts"),
        ("slack", "ana", "company accounts"),
        ("email", "ana@lumen.example", "company accounts"),
        ("email", "ana@mail.Lumen.example", "company accounts"),
        ("email", "ana@notlumen.example", "internet"),
    ],
)
def test_what_a_means_of_contact_depends_on(means: str, value: str, domain: str) -> None:
    assert contact_domain(means, value, ("lumen.example",)) == domain
