"""CHAN: who may publish, who administers, how accounts are opened."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PEOPLE = """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, email: ana@lumen.example}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02, email: leo@lumen.example}
  tom: {name: Tom Keller, mobile: +33 6 39 98 00 03, email: tom@elsewhere.example}
  zoe: {name: Zoé Petit}
  ida: {name: Ida Blau}
  pia: {name: Pia Lund, mobile: +33 6 39 98 00 08}
  ben: {name: Ben Roth, mobile: +33 6 39 98 00 09}
  eva: {name: Eva Noir, mobile: +33 6 39 98 00 04, email: eva@ours.example, signal: eva}
  sam: {name: Sam Roux, mobile: +33 6 39 98 00 05, email: sam@ours.example, signal: sam}
  max: {name: Max Brun, mobile: +33 6 39 98 00 06, email: max@lumen.example, signal: max}
  kim: {name: Kim Vert, mobile: +33 6 39 98 00 07, email: kim@lumen.example, signal: kim}
roles:
  desk: {holder: ana, deputies: [leo]}
  alone: {holder: ana}
audiences:
  staff: {kind: staff}
  clients: {kind: customers}
"""


def channel(keys: str) -> str:
    return f"{PEOPLE}channels:\n  place: {{{keys}}}\n"


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("platform: x, publishers: [ana, leo]", None),
        ("platform: x, publishers: [desk]", None),
        ("platform: x, publishers: [ana, alone]", "Only Ana Ruiz can publish on place."),
        ("platform: x, publishers: [ana, ana]", "Only Ana Ruiz can publish on place."),
        ("platform: x", "The plan does not say who can publish on place."),
        ("platform: siren, publishers: [ana]", "Only Ana Ruiz can publish on place."),
        ("platform: website", "The plan does not say who can publish on place."),
        ("platform: x, publishers: [ana, nobody-known]", None),
        ("platform: phone", None),
        ("platform: email, publishers: [ana]", None),
        ("platform: intranet", None),
        ("platform: forum, for: [staff]", None),
        ("platform: forum, for: [staff, clients]", "The plan does not say who can publish on place."),
        ("platform: X, publishers: [ana]", "Only Ana Ruiz can publish on place."),
    ],
)
def test_two_people_publish_on_a_public_channel(ask: Ask, keys: str, sentence: str | None) -> None:
    due = [("error channels.place.publishers", sentence)] if sentence else []
    assert ask("CHAN-ONE-PUBLISHER", channel(keys)) == due


DEPENDENT = "The administrators of place all depend on the same networks and mail."


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("platform: x, admins: [ana, tom]", None),
        ("platform: x, admins: [ana, leo, tom]", None),
        ("platform: x, admins: [ana, leo]", DEPENDENT),
        ("platform: website, admins: [ana, leo]", DEPENDENT),
        ("platform: github, admins: [ana]", "Only Ana Ruiz administers place."),
        ("platform: x, admins: [ana, ana]", "Only Ana Ruiz administers place."),
        ("platform: x", "The plan does not say who administers place."),
        ("platform: x, admins: [pia, ben]", DEPENDENT),
        ("platform: x, admins: [ana, pia]", None),
        ("platform: x, admins: [ana, zoe]", None),
        ("platform: x, admins: [zoe, ida]", None),
        ("platform: x, admins: [ana, nobody-known]", None),
        ("platform: email", None),
        ("platform: phone", None),
        ("platform: siren", None),
        ("platform: direct message", None),
    ],
)
def test_two_independent_people_administer_an_account(ask: Ask, keys: str, sentence: str | None) -> None:
    due = [("error channels.place.admins", sentence)] if sentence else []
    assert ask("CHAN-ONE-ADMIN", channel(keys)) == due


def test_over_three_networks_administrators_are_independent_also_where_they_have_the_same(
    ask: Ask, fixes: Callable[..., list[str]]
) -> None:
    about = "about: {organisation: Example, languages: [en], domains: [ours.example]}\n"
    assert ask("CHAN-ONE-ADMIN", about + channel("platform: x, admins: [eva, sam]")) == []
    two = channel("platform: x, admins: [max, kim]")
    assert [said for _, said in ask("CHAN-ONE-ADMIN", two)] == [DEPENDENT]
    assert (
        "`home:`" in fixes("CHAN-ONE-ADMIN", "about: {organisation: E, languages: [en], profile: standard}\n" + two)[0]
    )
    assert ask("CHAN-ONE-ADMIN", about + two) == [("error channels.place.admins", DEPENDENT)]


NONE = "place is not protected by a second factor."
NOT_SAID = "The plan does not say which second factor protects place."
TEXT_MESSAGE = "The second factor of place is a text message, which can be diverted."
CALL = "The second factor of place is a phone call, which can be diverted."
MAIL = "The second factor of place is an e-mail: whoever gets into the mailbox gets into the account."


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("platform: x, access: {two_factor: security key}", None),
        ("platform: x, access: {two_factor: app}", None),
        ("platform: x, access: {two_factor: YubiKey 5C}", None),
        ("platform: x, access: {two_factor: 'app, SMS as a backup'}", None),
        ("platform: x, access: {two_factor: SMS}", TEXT_MESSAGE),
        ("platform: x, access: {two_factor: text message}", TEXT_MESSAGE),
        ("platform: x, access: {two_factor: none}", NONE),
        ("platform: x, access: {two_factor: aucun}", NONE),
        ("platform: x, access: {two_factor: 'clé, pas encore activée'}", NONE),
        ("platform: x, access: {two_factor: 'SMS, pas de clé'}", TEXT_MESSAGE),
        ("platform: x, access: {two_factor: appel vocal}", CALL),
        ("platform: x, access: {two_factor: e-mail}", MAIL),
        ("platform: x, access: {two_factor: carte professionnelle}", None),
        ("platform: x, access: {kept_in: vault}", NOT_SAID),
        ("platform: email, access: {kept_in: vault}", NOT_SAID),
        ("platform: gitlab, access: {kept_in: vault}", NOT_SAID),
        ("platform: website", None),
        ("platform: phone, access: {kept_in: vault}", None),
        ("platform: phone", None),
        ("platform: poster", None),
        ("platform: sms", None),
    ],
)
def test_a_login_has_a_second_factor(ask: Ask, keys: str, sentence: str | None) -> None:
    due = [("warning channels.place.access.two_factor", sentence)] if sentence else []
    assert ask("CHAN-WEAK-LOGIN", channel(keys)) == due


@pytest.mark.parametrize(
    ("access", "due"),
    [
        ("kept_in: vault, recovery: form, tested: 2026-08-21", []),
        (
            "kept_in: vault, recovery: form, tested: 2026-08-20",
            [("warning channels.place.access.tested", "Access to place was last tested on 20 August 2026.")],
        ),
        (
            "kept_in: vault, recovery: form",
            [("warning channels.place.access.tested", "Access to place was never tested.")],
        ),
        (
            "tested: 2026-11-20",
            [
                (
                    "warning channels.place.access",
                    (
                        "For place, the plan does not say where the login is kept and where to go when the account "
                        "is locked."
                    ),
                )
            ],
        ),
    ],
)
def test_an_access_is_complete_and_tested_within_three_months(
    ask: Ask, access: str, due: list[tuple[str, str]]
) -> None:
    assert ask("CHAN-ACCESS-UNTESTED", channel(f"platform: x, access: {{{access}}}")) == due


def test_an_account_without_access_is_one_finding(ask: Ask) -> None:
    found = ask("CHAN-ACCESS-UNTESTED", channel("platform: email"))
    assert found == [("warning channels.place.access", "The plan does not say how to get into place.")]
    assert ask("CHAN-ACCESS-UNTESTED", channel("platform: phone")) == []


@pytest.mark.parametrize("platform", ["sms", "push notification"])
def test_the_tool_that_alerts_people_outside_has_a_login(ask: Ask, platform: str) -> None:
    town = f"""
        channels: {{place: {{platform: {platform}, for: [people]}}}}
        audiences: {{people: {{kind: KIND}}}}
    """
    weak = town.replace("for:", "access: {two_factor: none}, for:")
    assert ask("CHAN-WEAK-LOGIN", weak.replace("KIND", "public")) == [
        ("warning channels.place.access.two_factor", NONE)
    ]
    assert ask("CHAN-ACCESS-UNTESTED", town.replace("KIND", "public")) == [
        ("warning channels.place.access", "The plan does not say how to get into place.")
    ]
    assert ask("CHAN-WEAK-LOGIN", weak.replace("KIND", "staff")) == []
    assert ask("CHAN-ACCESS-UNTESTED", town.replace("KIND", "staff")) == []


def test_a_test_that_the_plan_dates_is_due_again_whatever_the_platform(ask: Ask) -> None:
    plan = "platforms: {alert desk: {public: true}}\n" + channel("platform: alert desk, access: {tested: TESTED}")
    assert ask("CHAN-ACCESS-UNTESTED", plan.replace("TESTED", "2026-08-21")) == []
    assert ask("CHAN-ACCESS-UNTESTED", plan.replace("TESTED", "2026-05-06")) == [
        ("warning channels.place.access.tested", "Access to place was last tested on 6 May 2026.")
    ]
