"""The fingerprint of an approved text is frozen: a change of one of these cases would undo every approval."""

import hashlib

import pytest

from planbuilder.loading import load_texts
from planbuilder.plan import fingerprint

PLAN = """
about: {organisation: Example, languages: [LANGUAGES]}
channels: {x: {platform: x}, site: {platform: website}}
statements:
  first:
    kind: KIND
    channels: [CHANNELS]
    text: TEXT
"""


def of(text: str, kind: str = "holding", channels: str = "x, site", languages: str = "fr, en", short: str = "") -> str:
    written = (
        PLAN.replace("KIND", kind).replace("CHANNELS", channels).replace("LANGUAGES", languages).replace("TEXT", text)
    )
    plan = load_texts({"plan.yaml": f"{written}    short: {short}\n" if short else written}).plan
    assert plan is not None
    return fingerprint(plan.statements["first"], plan.languages)


def sha(compact: str) -> str:
    return hashlib.sha256(compact.encode()).hexdigest()[:12]


def test_it_is_the_hash_that_the_model_describes() -> None:
    assert of("{en: We know., fr: Été}", short="{fr: Oui}") == sha(
        '[[["fr","Été","Oui"],["en","We know.",null]],["site","x"],"holding"]'
    )


@pytest.mark.parametrize(
    ("arguments", "frozen"),
    [
        ({"text": "We know."}, "09aadc0e3095"),
        ({"text": "We know.", "kind": "update"}, "99ef5f17a0df"),
        ({"text": "We know.", "channels": ""}, "de3088c10094"),
        ({"text": "{fr: Nous savons., en: We know.}"}, "f301a51dfa1d"),
        ({"text": "{fr: Nous savons., en: We know.}", "languages": "en, fr"}, "2a03c6b97d11"),
        ({"text": "{fr: Nous savons., de: Wir wissen es.}"}, "b7e5d3b34fbf"),
        ({"text": "Nous savons.", "short": "On sait."}, "f3273bd4896d"),
        ({"text": "Nous savons.", "short": "{fr: On sait., en: We know.}"}, "e0e593df9840"),
        ({"text": "'Accès «\u00a0fermé\u00a0» \"vite\" {heure} \\ / 🔥'"}, "bddbbf533a0c"),
    ],
)
def test_frozen_cases(arguments: dict[str, str], frozen: str) -> None:
    assert of(**arguments) == frozen


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"\u00c9t\u00e9"', '"E\u0301te\u0301"'),
        ('"a\\r\\nb"', '"a\\nb"'),
        ('"  a\\n"', "a"),
        ("{fr: a, en: b}", "{en: b, fr: a}"),
    ],
)
def test_what_makes_no_difference(one: str, other: str) -> None:
    assert of(one) == of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("a", "A"), ('"a b"', '"a\u00a0b"'), ('"a\\nb"', '"a b"'), ("{fr: a}", "{fr: a, en: a}")]
)
def test_what_makes_a_difference(one: str, other: str) -> None:
    assert of(one) != of(other)


def test_the_order_of_the_channels_makes_none() -> None:
    assert of("a", channels="x, site") == of("a", channels="site, x")
