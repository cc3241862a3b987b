"""Secrets are found, and nothing else is: measured on tables that stand beside this file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.secrets import Secret, looks_like_password, secret_in, worth_a_look

HERE = Path(__file__).parent
SPLIT = "¦"


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if not line.startswith("#")]


HARMLESS = lines("harmless.txt")
SECRETS = [line.replace(SPLIT, "").split(" ", 2) for line in lines("secrets.txt")]


def test_the_tables_are_whole() -> None:
    assert len(HARMLESS) >= 300
    assert len(SECRETS) >= 60
    assert {kind for kind, _, _ in SECRETS} == {kind.value.replace(" ", "-") for kind in Secret}


@pytest.mark.parametrize(("kind", "key", "text"), SECRETS)
def test_a_secret_is_found_with_its_kind(kind: str, key: str, text: str) -> None:
    assert secret_in(text, "" if key == "-" else key) == kind.replace("-", " ")


@pytest.mark.parametrize(("kind", "key", "text"), SECRETS)
def test_a_secret_is_found_under_an_ordinary_key(kind: str, key: str, text: str) -> None:
    if key == "-":
        assert {secret_in(text, other) for other in ("kept_in", "text", "account", "where")} == {kind.replace("-", " ")}


@pytest.mark.parametrize(("kind", "key", "text"), SECRETS)
def test_a_secret_is_found_in_the_middle_of_a_text(kind: str, key: str, text: str) -> None:
    if key == "-":
        assert secret_in(f"Bonjour à tous.\n{text}\nMerci de votre aide.") == kind.replace("-", " ")


@pytest.mark.parametrize("key", ["", "text", "kept_in", "recovery", "account", "do"])
def test_nothing_else_is_found(key: str) -> None:
    assert [text for text in HARMLESS if secret_in(text, key)] == []


def test_harmless_texts_stay_harmless_together() -> None:
    assert secret_in("\n".join(HARMLESS)) is None


@pytest.mark.parametrize(
    "value",
    [
        "Fluffy2019",
        "marguerite1987",
        "Lumen2026!",
        "S3cr3tP4ss",
        "8f3k-2j4l-9d8s",
        "xQ9$kkLm",
        "ABCD1-EFGH2-IJKL3",
        "bougie#2026",
    ],
)
def test_an_odd_word_where_a_place_is_expected_is_a_password(value: str) -> None:
    assert looks_like_password(value)


@pytest.mark.parametrize(
    "value",
    [
        "Coffre2",
        "Coffre2026",
        "Vault2024",
        "Bitwarden2025",
        "1Password",
        "KeePassXC-2026",
        "https://help.x.com/a1B2c3D4",
        "vault",
        "a1!",
    ],
)
def test_a_place_is_no_password(value: str) -> None:
    assert not looks_like_password(value)


@pytest.mark.parametrize(
    "value",
    [
        "support / Gr4nuaile!2026",
        "Vault, Gr4nuaile!2026",
        "Coffre Réseaux (Lumen2026!)",
        "Lumen2026!x y",
        "enveloppe rouge : S3cr3tP4ss",
        "codes 8f3k-2j4l-9d8s",
        "compte com@lumen.example, Lumen@2026",
    ],
)
def test_an_odd_word_among_others_is_a_password(value: str) -> None:
    assert looks_like_password(value)


@pytest.mark.parametrize(
    "value",
    [
        "Bitwarden, collection Com2026",
        "coffre B12-3456, 2e étage !",
        "dossier R&D-2026 de 1Password",
        "iPhone12Pro de l'astreinte",
        r"partage \\srv01\Com$\2026a",
        "armoire A1203-B1204",
        "ticket#20261 chez l'hébergeur",
        "compte com@lumen2026.example du gestionnaire",
        "https://help.x.com/a1B2c3D4!e5F6 puis le support",
        "Wi-Fi6E, salle Lumière2",
        "fiche n°12345678 du classeur rouge",
        "« Réseaux 2026 ! », coffre de la direction",
    ],
)
def test_a_place_in_several_words_is_no_password(value: str) -> None:
    assert not looks_like_password(value)


@given(st.text(max_size=60) | st.text("aB1!@/-,. ", max_size=30))
def test_any_place_is_judged(text: str) -> None:
    assert looks_like_password(text) in {True, False}


def test_no_harmless_text_is_taken_for_a_password_where_a_place_is_expected() -> None:
    assert [text for text in HARMLESS if looks_like_password(text)] == []


def test_a_card_number_with_a_wrong_checksum_is_none() -> None:
    assert secret_in("4111 1111 1111 1111") is Secret.CARD
    assert secret_in("4111 1111 1111 1112") is None


def test_an_account_number_with_a_wrong_checksum_or_length_is_none() -> None:
    assert secret_in("FR76 3000 6000 0112 3456 7890 189") is Secret.ACCOUNT
    assert secret_in("FR76 3000 6000 0112 3456 7890 188") is None
    assert secret_in("FR76 3000 6000 0112 3456 7890") is None


@given(st.text(max_size=300), st.text(max_size=20))
def test_any_text_is_judged(text: str, key: str) -> None:
    assert secret_in(text, key) in {None, *Secret}


KEYS = st.sampled_from(["", "text", "kept_in", "password", "api_key", "code"])
TEXTS = st.builds(
    str.join,
    st.sampled_from(["", " ", "\n", " : ", ", "]),
    st.lists(st.sampled_from([*HARMLESS, *(text for _, _, text in SECRETS)]), min_size=1, max_size=3),
)


@given(TEXTS, KEYS)
def test_the_quick_look_lets_nothing_go_that_a_close_one_finds(text: str, key: str) -> None:
    quickly = secret_in(text, key)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("planbuilder.language.announced.HINTS", ("",))
        patch.setattr("planbuilder.language.secrets.may_hold_number", lambda _: True)
        assert secret_in(text, key) == quickly


@given(st.lists(st.tuples(KEYS, TEXTS | st.text(max_size=40)), max_size=6))
def test_a_look_at_many_texts_together_overlooks_no_secret(texts: list[tuple[str, str]]) -> None:
    holding = {number for number, (key, text) in enumerate(texts) if secret_in(text, key)}
    assert holding <= {*worth_a_look(texts)}


@given(st.from_regex(r"[0-9a-f]{7,64}", fullmatch=True))
def test_a_hash_is_no_secret(digest: str) -> None:
    assert secret_in(digest, "text") is None


@given(st.from_regex(r"[a-z]{2,12}(-[a-z0-9]{1,12}){0,5}", fullmatch=True))
def test_an_id_is_no_secret(name: str) -> None:
    assert secret_in(name) is None
