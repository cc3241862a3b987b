"""CHAN-SECRET: found anywhere in the plan, never repeated."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planbuilder.checking import check
from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.rules import find_rule

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("plan", "where"),
    [
        ("channels:\n  x: {platform: x, access: {kept_in: 'Lumen2026!'}}\n", "channels.x.access.kept_in"),
        ("channels:\n  x: {platform: x, access: {kept_in: 'Vault, Gr4nuaile!2026'}}\n", "channels.x.access.kept_in"),
        ("channels:\n  x: {platform: x, access: {recovery: 8f3k-2j4l-9d8s}}\n", "channels.x.access.recovery"),
        ("channels:\n  x: {platform: x, account: 'mdp Bougie_77'}\n", "channels.x.account"),
        ("reviews:\n  r: {actions: [{do: 'Code du coffre : 4512'}]}\n", "reviews.r.actions[0].do"),
        ("statements:\n  s: {kind: internal, text: {en: 'The password is hunter2'}}\n", "statements.s.text.en"),
        (
            "channels:\n  x: {platform: x, access: {recovery: 'codes : 12345678 87654321'}}\n",
            "channels.x.access.recovery",
        ),
        ("channels:\n  x: {platform: x, access: {two_factor: app JBSWY3DPEHPK3PXP}}\n", "channels.x.access.two_factor"),
        (
            "about: {organisation: E, languages: [en], war_room: {place: salle Filament (code 4512)}}\n",
            "about.war_room.place",
        ),
        ("x-notes: {password: bougie77}\n", "x-notes.password"),
        ("x-notes: {password: [bougie77]}\n", "x-notes.password[0]"),
        ("x-notes:\n  - fine\n  - 'PIN : 4711'\n", "x-notes[1]"),
    ],
)
def test_a_secret_is_found_wherever_it_stands(ask: Ask, plan: str, where: str) -> None:
    assert [found for found, _ in ask("CHAN-SECRET", plan)] == [f"error {where}"]


@pytest.mark.parametrize(
    "plan",
    [
        "channels:\n  x: {platform: x, access: {kept_in: 1Password, recovery: 'https://help.x.com/a1B2c3D4e5F6g7'}}\n",
        "people:\n  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, signal: +33 6 39 98 00 01}\n",
        "about: {organisation: E, languages: [en], war_room: {bridge: '+33 1 99 00 00 10, code PIN 4512'}}\n",
        "statements:\n  s: {kind: internal, text: A, approved: [{by: ana, date: 2026-01-01, text: 0f1e2d3c4b5a}]}\n",
        "statements:\n  s: {kind: internal, text: Le mot de passe doit être changé.}\n",
        "statements:\n  s: {kind: internal, text: 12345678 87654321}\n",
        "channels:\n  x: {platform: x, access: {recovery: armoire A1203-B1204, two_factor: clé YubiKey 5C}}\n",
    ],
)
def test_a_harmless_plan_is_left_alone(ask: Ask, plan: str) -> None:
    assert ask("CHAN-SECRET", plan) == []


def test_the_sentence_never_repeats_the_secret() -> None:
    plan = "about: {organisation: E, languages: [en]}\nx-a: 'password: Lumen2026!'\n"
    rule = find_rule("CHAN-SECRET")
    assert rule is not None
    (found,) = check(load_texts({"plan.yaml": plan}), date(2026, 11, 21), rules=[rule]).findings
    for language in ("en", "fr"):
        assert "Lumen2026" not in render(found.message, language) + render(found.fix, language)


SECRETS = Path(__file__).parent.parent / "language" / "secrets.txt"


@pytest.mark.parametrize("row", [line for line in SECRETS.read_text("utf-8").splitlines() if line[0] != "#"])
def test_no_line_that_is_shown_holds_the_secret(row: str) -> None:
    _, key, text = row.replace("¦", "").split(" ", 2)
    name = "x-note" if key == "-" else key
    quoted = text.replace("'", "''")
    plan = {"plan.yaml": f"about: {{organisation: E, languages: [en]}}\nx-a:\n  {name}: '{quoted}'\n"}
    rule = find_rule("CHAN-SECRET")
    assert rule is not None
    (found,) = check(load_texts(plan), date(2026, 11, 21), rules=[rule]).findings
    assert "…" in found.shown
    assert [word for word in re.findall(r"[\w#!]{4,}", text) if re.search(r"\d", word) and word in found.shown] == []
