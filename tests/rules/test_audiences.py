"""AUD: which audiences, who is in charge, how they are reached."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("audiences", "missing"),
    [
        ("{a: {kind: customers}, b: {kind: staff}, c: {kind: media}, d: {kind: authorities}}", ""),
        ("{a: {kind: public}, b: {kind: staff}, c: {kind: media}, d: {kind: authorities}}", ""),
        (
            "{a: {kind: public}, b: {internal: true}, c: {kind: media}, d: {kind: officials}}",
            "your staff and authorities",
        ),
        ("{a: {name: Somebody}}", "customers, your staff, the media and authorities"),
    ],
)
def test_the_four_audiences_are_there(ask: Ask, audiences: str, missing: str) -> None:
    due = [("error audiences", f"The plan forgets {missing}.")] if missing else []
    assert ask("AUD-FEW", f"audiences: {audiences}\n") == due


def test_a_plan_without_audiences_is_told_at_its_root(ask: Ask) -> None:
    assert [where for where, _ in ask("AUD-FEW", "")] == ["error about"]


CHANNELS = """
people: {ana: {name: Ana Ruiz}}
roles: {lead: {holder: ana}}
channels:
  x: {platform: x}
  phone: {platform: phone}
  page: {platform: crisis site, for: [other]}
"""


@pytest.mark.parametrize(
    ("audience", "due"),
    [
        ("owner: lead, reach: [x]", []),
        ("owner: nobody-known, reach: [x]", []),
        ("reach: [x]", ["owner"]),
        ("owner: lead, reach: [phone], contacts_in: binder, checked: 2025-11-21", []),
        ("owner: lead, reach: [phone], contacts_in: binder, checked: 2025-11-20", ["checked"]),
        ("owner: lead, reach: [x], contacts_in: binder, checked: 2023-10-12", ["checked"]),
        ("owner: lead, reach: [phone], contacts_in: binder", ["contacts_in"]),
        ("owner: lead, reach: [phone], checked: 2026-01-01", ["contacts_in"]),
        ("owner: lead, reach: [phone, x]", []),
        ("owner: lead, kind: staff, reach: [phone]", []),
        ("owner: lead, reach: [nowhere-known]", []),
        ("reach: [phone]", ["owner", "contacts_in"]),
    ],
)
def test_an_audience_has_an_owner_and_a_list(ask: Ask, audience: str, due: list[str]) -> None:
    found = ask("AUD-NO-OWNER", f"{CHANNELS}audiences: {{people-near: {{{audience}}}}}\n")
    assert sorted(where for where, _ in found) == sorted(f"warning audiences.people-near.{key}" for key in due)


def test_a_public_channel_may_say_itself_whom_it_reaches(ask: Ask) -> None:
    assert ask("AUD-NO-OWNER", f"{CHANNELS}audiences: {{other: {{owner: lead, reach: [phone]}}}}\n") == []


@pytest.mark.parametrize(
    ("reach", "sentence"),
    [
        ("[phone, texts]", None),
        ("[phone]", "people can be reached only by phone."),
        ("[facebook, instagram]", "facebook and instagram, the ways to people, fail together."),
        ("[mail, intranet]", "mail and intranet, the ways to people, fail together."),
        ("[siren, poster]", None),
        ("[]", "No channel reaches people."),
        ("[phone, nowhere-known]", None),
    ],
)
def test_an_audience_of_a_scenario_is_reached_in_two_ways(ask: Ask, reach: str, sentence: str | None) -> None:
    plan = f"""
channels:
  phone: {{platform: phone}}
  texts: {{platform: sms}}
  facebook: {{platform: facebook}}
  instagram: {{platform: instagram}}
  mail: {{platform: email}}
  intranet: {{platform: intranet}}
  siren: {{platform: siren}}
  poster: {{platform: poster}}
audiences: {{people: {{reach: {reach}}}, unused: {{reach: [phone]}}}}
scenarios: {{fire: {{audiences: [people]}}}}
"""
    due = [("warning audiences.people.reach", sentence)] if sentence else []
    assert ask("AUD-ONE-CHANNEL", plan) == due
