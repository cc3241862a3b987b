"""Lines as reports may show them: the places stay, contact values and secrets go."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.source import Source
from planbuilder.source.masking import MOST_SHOWN, excerpt, masked, shown_key

CONTACT_KEYS = [
    "mobile", "sms", "home", "desk", "pager", "email", "signal", "whatsapp", "teams", "slack",
    "bridge", "backup_bridge", "kept_in", "recovery",
]  # fmt: skip
SECRET_KEYS = [
    "password", "passwd", "pwd", "mot de passe", "mot_de_passe", "mdp", "token", "secret", "api key", "api_key", "pin",
    "code", "iban", "Mot de passe", "TOKEN",
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("    mobile: +33 6 39 98 00 01", "    mobile: …"),
        ('    mobile: "+33639980001"  # perso', "    mobile: …"),
        ("  - signal: ana.42", "  - signal: …"),
        ("mobile:ana42", "mobile: …"),
        ("slack = ana42", "slack = …"),
        ("signal: |", "signal: …"),
        ("mobile:", "mobile:"),
        (
            "  ana: {name: Ana, mobile: ana42, job: RP}",
            "  ana: {name: Ana, mobile: …………… , job: RP}".replace(" ,", ","),
        ),
        ("{mobile: 'a, b', name: x}", "{mobile: ………………, name: x}"),
        ("{mobile: {a: b}, name: x}", "{mobile: …"),
        ("{mobile: abcd", "{mobile: …"),
        ("a: [mobile: abcd, b]", "a: [mobile: …"),
        ("  by: [mobile, signal]", "  by: [mobile, signal]"),
        ("text: Appelez le 06 39 98 00 01 : merci", "text: Appelez le …………………………………… : merci"),
        ("log: mot de passe : hunter2", "log: mot de passe : …"),
        ("note: le mot de passe est hunter2", "note: le mot de passe est …"),
        ("note: le mot de passe doit changer", "note: le mot de passe doit changer"),
        (r'{"mobil\u0065": "abcd"}', r'{"mobil\u0065": ………………}'),
        ("  : abcd", "  : …"),
        ("wait: 15m", "wait: 15m"),
        ("", ""),
    ],
)
def test_a_line_is_shown_without_what_must_stay_in_the_file(line: str, shown: str) -> None:
    assert masked(line) == shown


@pytest.mark.parametrize(
    "line",
    [
        "reviewed: 2026-11-21", "from: 2026-11-21 08:00", "- {from: 2026-11-21, to: 2026-12-24}", "version: 1.10.2",
        "hours: mon-fri 09:00-18:00, sat 10:00-12:00", "within: 72h", "target: 80%", "holder: camille-martin",
        "text: Nous vérifions, prochain point à {heure}.", "country: FR", "handover: 20:00", "account: @atelier_lumen",
        "last: 2026-4-3", "checked: 21.11.2026", "date: 3/4/2026", "planned: 2027/02/10",
    ],
)  # fmt: skip
def test_dates_times_versions_and_plain_words_stay(line: str) -> None:
    assert masked(line) == line


@pytest.mark.parametrize(
    "value",
    [
        "+33639980001", "06 39 98 00 01", "06.39.98.00.01", "+33 (0)6 39 98 00 01",
        "06\u00a039\u00a098\u00a000\u00a001",
        "21.11.20.26", "31.12.2026.07", "20.26.11.21",
        "0033-639-980001",
        "ana.ruiz@lumen.example", "https://ana:hunter2@lumen.example/x", "ghp_0123456789abcdef", "AKIA0123456789ABCD",
        "FR7630006000011234567890189", "4970 1234 5678 9012", "Zm9vYmFyMTIzNDU2Nzg5MGFi",
    ],
)  # fmt: skip
def test_numbers_addresses_and_tokens_are_covered_wherever_they_stand(value: str) -> None:
    line = f"text: Voir {value} pour la suite"
    shown = masked(line)
    assert value not in shown
    assert value[-8:] not in shown
    assert len(shown) == len(line)
    assert shown.endswith(" pour la suite")


GREEK = "αβγδεζηθικλμνξ"
secret_values = st.text(GREEK + "0123456789+-. ", min_size=4, max_size=20).filter(
    lambda v: v == v.strip() and any(c in GREEK for c in v) and v[0] != "-"
)
punctuated = st.text(GREEK + " ,:#{}[]'\"\\&*!|>%@-", min_size=4, max_size=20).filter(
    lambda v: any(c in GREEK for c in v)
)
keys = st.sampled_from(CONTACT_KEYS + SECRET_KEYS)


def hidden(shown: str) -> bool:
    return not any(letter in shown for letter in GREEK)


@given(
    keys,
    secret_values,
    st.sampled_from(
        [
            "{k}: {v}",
            "    {k}: {v}",
            "- {k}: {v}",
            "{k} : {v}  # note",
            '"{k}": {v}',
            "'{k}':   {v}",
            "a: {{{k}: {v}}}",
            "a: {{b: c, {k}: {v}, d: e}}",
            "a: [{{{k}: {v}}}, {{b: c}}]",
            "  {k}: {v}, d: e}}",
        ]
    ),
)
def test_no_plain_value_behind_a_key_survives(key: str, value: str, style: str) -> None:
    assert hidden(masked(style.format(k=key, v=value)))


@given(
    keys,
    punctuated,
    st.sampled_from(
        ["{k}: {v}", "- {k}: {v}  # x", "a: {{{k}: {v}}}", "a: {{b: c, {k}: {v}, d: e}}", "a: {{{k}: {v}, {k}: {v}}}"]
    ),
    st.booleans(),
)
def test_no_quoted_value_behind_a_key_survives(key: str, value: str, style: str, double: bool) -> None:
    quoted = json.dumps(value, ensure_ascii=False) if double else "'" + value.replace("'", "''") + "'"
    assert hidden(masked(style.format(k=key, v=quoted)))


@given(
    keys,
    secret_values,
    st.sampled_from(
        [
            "{k}: |\n  {v}\n",
            "{k}: >-\n\n  x\n  {v}\n",
            "{k}:\n  {v}\n",
            "{k}:\n- {v}\n",
            "{k}:\n  - {v}\n",
            '{k}: "x\n  {v}"\n',
            "{k}:\n  fr: {v}\n",
            "{k}:\n  # note\n\n  {v}\n",
        ]
    ),
)
def test_no_value_on_the_lines_below_a_key_survives(key: str, value: str, style: str) -> None:
    text = "people:\n  ana:\n" + "".join(f"    {line}\n" for line in style.format(k=key, v=value).split("\n"))
    source = Source("x", text + "    name: Ana\n")
    shown = [excerpt(source, n) for n in range(1, text.count("\n") + 2)]
    assert all(hidden(line) for line in shown)
    assert shown[-1] == "    name: Ana"


@given(st.text(max_size=80))
def test_any_line_can_be_shown_and_the_signs_before_a_hidden_value_keep_their_columns(line: str) -> None:
    shown = masked(line)
    assert len(shown) <= max(len(line) + 2, MOST_SHOWN + 1)
    same = next((n for n, (a, b) in enumerate(zip(line, shown, strict=False)) if a != b), min(len(line), len(shown)))
    assert shown == line or "…" in shown[same : same + 2]


def test_the_value_of_an_unknown_key_is_hidden_where_the_caller_says_so() -> None:
    assert masked("  telefone: abcd", 3) == "  telefone: …"
    assert masked("{a: b, 'x: y': abcd, d: e}", 8) == "{a: b, 'x: y': …"
    assert masked("  no colon", 3) == "  no colon"
    assert excerpt(Source("x", "a:\n  telefone: abcd\n"), 2, 3) == "  telefone: …"


def test_a_long_line_is_cut() -> None:
    assert masked("a: " + "é" * 10_000) == "a: " + "é" * (MOST_SHOWN - 3) + "…"


@pytest.mark.parametrize("key", ["mobile", "camille-martin", "à la une", "x-note", "2026-11-21"])
def test_a_key_is_named_in_a_sentence(key: str) -> None:
    assert shown_key(key) == key


@pytest.mark.parametrize("key", ["+33639980001", "ana@lumen.example", "k" * 100, "mdp: hunter2"])
def test_a_value_typed_as_a_key_is_not(key: str) -> None:
    assert shown_key(key) == "…"


@pytest.mark.parametrize("outer", ["channels:", "roles:  # who does what"])
def test_an_entry_called_like_a_means_of_contact_is_shown(outer: str) -> None:
    source = Source("plan.yaml", f"{outer}\n  # by voice\n  telephone:\n    platform: phone\n    mobile: ana42\n")
    assert [excerpt(source, number) for number in (3, 4, 5)] == ["  telephone:", "    platform: phone", "    mobile: …"]


@pytest.mark.parametrize(
    "text", ["people:\n  ana:\n    signal:\n      ana42\n", "signal:\n  ana42\n", "about:\n  signal:\n    ana42\n"]
)
def test_what_stands_below_a_means_of_contact_of_an_entry_is_not(text: str) -> None:
    source = Source("plan.yaml", text)
    last = text.count("\n")
    assert excerpt(source, last).strip() == "…"
