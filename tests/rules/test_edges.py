"""The edges in `edges.txt`: small plans, and what each check says of them to the letter."""

from collections.abc import Callable
from pathlib import Path

import pytest

Ask = Callable[..., list[tuple[str, str]]]
Fixes = Callable[..., list[str]]

SECRET_KINDS = {
    "ghp_" + "a1B2" * 9: "A key or a token seems to be written in the plan.",
    "-----BEGIN RSA " + "PRIVATE KEY-----": "A private key is written in the plan.",
    "4111 1111" + " 1111 1111": "The number of a bank card seems to be written in the plan.",
    "FR76 3000 6000" + " 0112 3456 7890 189": "The number of a bank account (IBAN) is written in the plan.",
    "le code du coffre" + " est 4711": "The code of a lock, a safe or a card seems to be written in the plan.",
}


def cases() -> dict[str, tuple[str, str, list[str]]]:
    """For the name of each case: the check, the plan, and what is found."""
    found = {}
    for case in (Path(__file__).parent / "edges.txt").read_text("utf-8").split("\n=== ")[1:]:
        title, *lines = case.strip("\n").split("\n")
        plan = "\n".join(line for line in lines if not line.startswith("--- "))
        assert title not in found
        due = [line.removeprefix("--- ") for line in lines if line.startswith("--- ")]
        found[title] = title.partition(":")[0], f"{plan}\n", due
    return found


CASES = cases()


@pytest.mark.parametrize(("check", "plan", "found"), CASES.values(), ids=CASES)
def test_the_line_is_drawn_here(ask: Ask, fixes: Fixes, check: str, plan: str, found: list[str]) -> None:
    said = zip(ask(check, plan), fixes(check, plan), strict=True)
    assert [f"{where}: {sentence} → {fix}" for (where, sentence), fix in said] == found


@pytest.mark.parametrize(("secret", "sentence"), SECRET_KINDS.items(), ids=range(len(SECRET_KINDS)))
def test_each_kind_of_secret_has_its_sentence(ask: Ask, secret: str, sentence: str) -> None:
    plan = f"channels: {{x: {{platform: x, account: '{secret}'}}}}\n"
    assert ask("CHAN-SECRET", plan) == [("error channels.x.account", sentence)]


PEOPLE = "people: {ana: {name: Ana, mobile: '+33 6 39 98 00 01'}, leo: {name: Léo, mobile: '+33 6 39 98 00 01'}}\n"
LINE = "roles: {lead: {holder: leo, can: [activate]}}\non_call: {line: {role: lead, rota: [ana], from: 2026-11-16}}\n"
SHIFT = (
    "roles: {lead: {holder: leo, can: [activate]}}\n"
    "on_call: {line: {role: lead, shifts: [{who: ana, from: 2026-11-01 08:00, to: 2026-12-31 08:00}]}}\n"
)


@pytest.mark.parametrize(
    ("check", "plan", "place"),
    [
        ("CHAN-NO-PRIVATE", "channels: {x: {platform: x, private: x}}\n", "x}}"),
        ("TEAM-BAD-NUMBER", PEOPLE, "'+33 6 39 98 00 01'}}"),
        ("TEAM-BAD-NUMBER", "people: {ana: {name: Ana, mobile: '12'}}\n", "'12'}}"),
        ("TEAM-BAD-NUMBER", "people: {ana: {name: Ana, email: ana}}\n", "ana}}"),
        (
            "TEAM-BAD-NUMBER",
            "people: {ana: {name: Ana, timezone: Europe/Rome, mobile: '0639980001'}}\n",
            "'0639980001'}}",
        ),
        (
            "PLAN-LANGUAGE",
            "about: {organisation: X, languages: [en, fr]}\nlevels: {low: {name: {en: Low, fr-CA: Bas}}}\n",
            "fr]}",
        ),
        (
            "TEAM-LEFT",
            "people: {ana: {name: Ana, left_on: 2026-01-01}}\nroles: {lead: {holder: ana, can: [speak]}}\n",
            "ana, can: [speak]}}",
        ),
        ("ONCALL-NO-AUTHORITY", PEOPLE + LINE, "ana], from: 2026-11-16}}"),
        (
            "ONCALL-AWAY",
            PEOPLE + LINE + "absences: [{who: ana, from: 2026-12-01, to: 2026-12-01}]\n",
            "ana], from: 2026-11-16}}",
        ),
        ("ONCALL-NO-AUTHORITY", PEOPLE + SHIFT, "ana, from: 2026-11-01 08:00, to: 2026-12-31 08:00}]}}"),
        (
            "ONCALL-AWAY",
            PEOPLE + SHIFT + "absences: [{who: ana, from: 2026-12-01, to: 2026-12-01}]\n",
            "ana, from: 2026-11-01 08:00, to: 2026-12-31 08:00}]}}",
        ),
        (
            "ONCALL-AWAY",
            PEOPLE.replace("Ana,", "Ana, left_on: 2026-12-05,") + SHIFT,
            "ana, from: 2026-11-01 08:00, to: 2026-12-31 08:00}]}}",
        ),
    ],
)
def test_the_finding_points_at_the_value(places: Callable[..., list[str]], check: str, plan: str, place: str) -> None:
    assert places(check, plan) == [place]


@pytest.mark.parametrize(
    ("check", "keys", "place"),
    [
        ("PLAN-REVIEW-OVERDUE", "reviewed: 2026-11-01, review_every: 13 months", "13 months}"),
        ("PLAN-NOT-APPROVED", "approved: {by: ana, date: 2026-11-01}", "ana, date: 2026-11-01}}"),
    ],
)
def test_the_finding_points_at_the_value_in_about(
    places: Callable[..., list[str]], check: str, keys: str, place: str
) -> None:
    plan = f"about: {{organisation: X, languages: [en], {keys}}}\n{PEOPLE}{LINE}"
    assert places(check, plan) == [place]
