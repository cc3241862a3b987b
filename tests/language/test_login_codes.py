"""Recovery codes and seeds, where only words should stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.login_codes import login_code


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("codes : 12345678 87654321", "password"),
        ("codes de secours 1234 5678, 8765 4321", "password"),
        ("12345678 87654321", "password"),
        ("1234 5678 / 8765 4321.", "password"),
        ("a1b2c-3d4e5, f6g7h-8i9j0", "password"),
        ("8f3k-2j4l", "password"),
        ("gnzk3w8mj5qx", "password"),
        ("chez l'hébergeur (gnzk3w8mj5qx)", "password"),
        ("JBSWY3DPEHPK3PXP", "token"),
        ("JBSWY3DPEHPK3PXP====", "token"),
        ("TOTP, clé secrète JBSWY3DPEHPK3PXP", "token"),
        ("app : jbsw y3dp ehpk 3pxp", "token"),
        ("JBSW-Y3DP-EHPK-3PXP", "token"),
    ],
)
def test_a_code_is_known_by_its_form(text: str, kind: str) -> None:
    assert login_code(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "12345678",
        "codes : 12345678",
        "support 22334455 ou 66778899",
        "codes au coffre ; support 22334455 ou 66778899",
        "12345678 87654321 chez le support",
        "123456789 876543210",
        "20261012 20261013",
        "22 33 44 55 66 77 88 99",
        "armoire A1203-B1204",
        "A1203-B1204",
        "a1b2c-coffre",
        "a1b2c3d4e",
        "deadbeef0123",
        "5f2a9c01d3e7",
        "iPhone12Pro2026",
        "x1y2z3a4b5c6d7e8f9g0h1i2j3",
        "RESPONSABLESECURITE",
        "COORDINATIONCRISE2",
        "JBSWYDPEHPKPXPAA",
        "jbsw y3dp ehpk",
        "avec deux noms sept fois",
        "7a2b 3c4d 5e6f 2a3b",
        "security key",
        "Codes scellés, voûte du greffe",
    ],
)
def test_what_only_resembles_a_code_is_none(text: str) -> None:
    assert login_code(text) is None


@given(st.text() | st.text("aB2-4 codes7,", max_size=60))
def test_any_text_is_judged(text: str) -> None:
    assert login_code(text) in {None, "password", "token"}
