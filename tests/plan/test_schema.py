"""What editors are told: never a reproach to a good plan, and our own words for a bad one."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator

from planbuilder.commands._skeleton import Known, skeleton
from planbuilder.plan import texts_to_translate
from planbuilder.plan.choices import MEANINGS
from planbuilder.plan.schema import SPOKEN_KEYS, schema
from planbuilder.source import Mapping, Sequence, Source
from planbuilder.source.parsing import parse

PLANS = Path(__file__).parent.parent.parent / "plans"


def as_an_editor(node: object) -> object:
    """The tree as YAML 1.2 readers type it: editors take digits for numbers and `true` for a truth."""
    if isinstance(node, Mapping):
        return {key: as_an_editor(below) for key, below in node.items()}
    if isinstance(node, Sequence):
        return [as_an_editor(below) for below in node]
    if not isinstance(node, str):
        return node
    if node in {"true", "false"}:
        return node == "true"
    try:
        return int(node) if node.lstrip("+-").isdecimal() else float(node)
    except ValueError:
        return node


def reproaches(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The address of each mistake, and our words for it."""
    tree, problems = parse(Source("plan.yaml", text))
    assert problems == []
    found = []
    for error in Draft7Validator(schema(language)).iter_errors(as_an_editor(tree)):
        told: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
        word = "patternErrorMessage" if error.validator == "pattern" else "errorMessage"
        found.append((".".join(map(str, error.absolute_path)), told.get(word, "")))
    return sorted(found)


@pytest.mark.parametrize("path", sorted(PLANS.rglob("*.yaml")), ids=lambda path: path.relative_to(PLANS).as_posix())
def test_no_reproach_to_the_plans_of_this_repository(path: Path) -> None:
    assert reproaches(path.read_text("utf-8")) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_reproach_to_a_fresh_plan(language: str) -> None:
    files = skeleton(Known("Example", [language], "Europe/Paris", "FR"))
    assert [fault for text in files.values() for fault in reproaches(text, language)] == []


@pytest.mark.parametrize(
    "text",
    [
        "people: {ana: {name: Ana, mobile: 0612345670, home: +33639980001, job: no, x-badge: [1]}}",
        "about: {organisation: 42, languages: [fr, no], version: 4.20, country: NO, example: yes}",
        "about: {organisation: A, languages: [en], checks: {TONE-JARGON: {severity: off, reason: ours}}}",
        "on_call: {line: {role: lead, rota: [a], from: 2026-11-16, handover: monday 09:00, hours: 24/7}}",
        "levels: {high: {hours: 'mon-fri 09:00-18:00, sat 10:00-12:00'}}",
        "levels: {high: {reach: 1h 30m, first_word: PT1H30M, update_every: 4 business days}}",
        "levels: {high: {when: {fr: [un], en: [one]}, name: 3}}",
        "levels: {high: {sign_off: {approved_text: [], new_text: [lead, [legal, chief]]}}}",
        "escalation: {alert: {levels: [high], steps: [{call: lead, wait: 10m}, {call: [a, b], by: [mobile]}]}}",
        "obligations: {a: {name: A, within: immediately}, b: {name: B, within: without undue delay}}",
        "obligations: {c: {name: C, within: 72h, statement: first}}",
        "scenarios: {leak: {actions: [{at: 0m, who: lead, do: Go}], placeholders: {date_suite: {means: a, max: 12}}}}",
        "statements: {s: {kind: holding, text: a, approved: [{by: a, date: 2026-11-01, text: 123456789012}]}}",
        "remedies: {a: {name: A, up_to: 1 200.50 EUR}}\nfollow_up: {target: 80 %, after: 3 days}",
        "monitoring: {normal: {posts per hour: 4, measured: 2026-10-31}, keywords: {brand: [a], free words: [b]}}",
        "x-own: {anything: [1, 2]}",
        "{}",
    ],
)
def test_no_reproach_to_good_values(text: str) -> None:
    assert reproaches(text) == []


ONLY_KEYS = "Write only keys that are offered here, each on a line of its own."
ID = "Use lower-case letters without accents, digits and single hyphens, at most 64."
LIST = "Put the values between square brackets, or each on a line of its own with a hyphen."
ZONE = "Write its name, for example Europe/Paris."
DATE = "Write it as year-month-day, for example 2026-11-21."
LENGTH = "Write a number and its unit: 15m, 4h, 3 days, 2 weeks, 6 months, 5 years or 4 business days."
HOURS = "Write 24/7, daily 08:00-22:00 or mon-fri 09:00-18:00; separate several with commas."
MONEY = "Write the amount and the currency, for example 30 EUR."
CHOICE = "Write one of the words that are offered here."
TEXTS = 'Write a list of texts, `["…", "…"]`, or one list per language below the key.'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("peple: {}", [("", ONLY_KEYS)]),
        ("about: hello", [("about", ONLY_KEYS)]),
        ("people: []", [("people", "Write each name with a colon on a line below, two spaces further in.")]),
        ("people: {Ana: {name: A}}", [("people", ID)]),
        ("absences: {who: ana}", [("absences", LIST)]),
        ("people: {ana: {name: A, checked: 12/11/2026}}", [("people.ana.checked", DATE)]),
        ("people: {ana: {name: A, timezone: paris}}", [("people.ana.timezone", ZONE)]),
        ("levels: {high: {reach: 15}}", [("levels.high.reach", LENGTH)]),
        ("levels: {high: {hours: 9h-18h}}", [("levels.high.hours", HOURS)]),
        ("levels: {high: {when: hello}}", [("levels.high.when", TEXTS)]),
        ("remedies: {a: {name: A, up_to: 30€}}", [("remedies.a.up_to", MONEY)]),
        ("audiences: {all: {kind: custmers}}", [("audiences.all.kind", CHOICE)]),
        ("audiences: {all: {first: oui}}", [("audiences.all.first", "Write `true` or `false`.")]),
    ],
)  # fmt: skip
def test_typical_mistakes_are_met_in_our_words(text: str, found: list[tuple[str, str]]) -> None:
    assert reproaches(text) == found


def test_a_key_that_must_be_there_is_asked_for() -> None:
    tree: object = {"people": {"ana": {}}}
    assert [e.validator for e in Draft7Validator(schema("en")).iter_errors(tree)] == ["required"]


def test_every_word_that_has_a_meaning_says_it() -> None:
    for kind, meanings in MEANINGS.items():
        assert list(meanings) == list(get_args(kind))
    described = schema("en")["definitions"]["Role"]["properties"]["can"]["items"]
    assert described["markdownEnumDescriptions"][described["enum"].index("speak")] == "Speaks to the media."


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_is_a_draft_7_schema_and_always_the_same(language: str) -> None:
    Draft7Validator.check_schema(schema(language))
    assert json.dumps(schema(language)) == json.dumps(schema(language))


def test_every_sentence_is_translated() -> None:
    english, french = dict(sentences(schema("en"))), dict(sentences(schema("fr")))
    assert english.keys() == french.keys()
    assert [english[at] for at in english if english[at] == french[at]] == []
    assert set(english.values()) <= set(texts_to_translate())


def sentences(node: Any, at: str = "") -> list[tuple[str, str]]:
    if isinstance(node, dict):
        own = [(f"{at}/{key}", below) for key, below in node.items() if key in SPOKEN_KEYS and isinstance(below, str)]
        own += [(f"{at}/{n}", text) for n, text in enumerate(node.get("markdownEnumDescriptions", []))]
        return own + [pair for key, below in node.items() for pair in sentences(below, f"{at}/{key}")]
    if isinstance(node, list):
        return [pair for position, below in enumerate(node) for pair in sentences(below, f"{at}/{position}")]
    return []
