"""What stands behind the words that announce a secret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language import announced as module
from planbuilder.language.announced import HINTS, announced

WORDS = "|".join((module._WORDS_FOR_PASSWORDS, module._KEY_WORDS, module._CODE_WORDS))


@given(st.from_regex(f"(?:{WORDS})", fullmatch=True))
def test_every_word_that_announces_a_secret_holds_a_hint(word: str) -> None:
    assert any(hint in word.lower() for hint in HINTS)


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("Mot de passe : Lumen2026!", "", "password"),
        ("the password is hunter2", "", "password"),
        ("Lumen2026!", "password", "password"),
        ("API key: 9f8a7b6c5d4e", "", "token"),
        ("le code du coffre est 4711", "", "code"),
        ("PIN : 0815", "", "code"),
        ("4711", "door_code", "code"),
        ("Code du portail : 45A12#", "", "code"),
        ("code de récupération AB12-CD34", "", "code"),
        ("salle Filament (code 4512)", "", "code"),
        ("Code de la caisse 4512 ; salle 3 : code 45A12", "", "code"),
        ("Identifiants : admin/Soleil59!", "", "password"),
        ("Soleil59!", "pass", "password"),
        ("(pass : Soleil59!)", "", "password"),
        ("mot de passe de l'intranet Soleil59!", "", "password"),
        ("mot de passe du wifi LumenGuest2026.", "", "password"),
    ],
)
def test_what_is_announced_is_told_by_its_kind(text: str, key: str, kind: str) -> None:
    assert announced(text, key) == kind


@pytest.mark.parametrize(
    "text",
    [
        "le mot de passe doit être changé tous les 90 jours",
        "The password manager is Bitwarden2",
        "mot de passe : dans le coffre",
        "le code du coffre est gardé par la direction",
        "PIN : 4 chiffres",
        "code d'accès : 2026-11-21",
        "Code du portail : A12",
        "Code de l'armoire : A123-B123-C",
        "code d'accès 24h24",
        "code wifi WPA2",
        "salle 3, code produit 4512",
        "salle 3, code 4512 du produit",
        "salle 3. Code 4512",
        "salle 3, code 451",
        "salle des machines qui se trouve tout au fond de la cour, code 4512",
        "code 4512",
        "Identifiants : lumen59 / lumen60",
        "le pass : Soleil59!",
        "pass : 1Password",
        "mot de passe du compte LumenGuest2026",
        "mot de passe du wifi LumenGuest2026 affiché",
        "mot de passe changé Soleil59!",
    ],
)
def test_what_is_said_about_a_secret_is_none(text: str) -> None:
    assert announced(text, "") is None
