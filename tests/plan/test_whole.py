"""The whole plan: its vocabulary, its look-ups, and that any way of writing it is the same plan."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.plan import Entry, Plan, section_kinds
from planbuilder.plan._entry import bare
from planbuilder.plan.times import Duration

VOCABULARY = {
    "about": "organisation* languages* owner country timezone version reviewed review_every approved profile applies "
    "domains checks example review_within answer_rates distribution offline_copy log war_room",
    "people": "name* job languages timezone checked left_on "
    "mobile sms home desk pager email signal whatsapp teams slack",
    "roles": "holder* deputies kind can name first_moves",
    "on_call": "role* rota from handover timezone number answer_within hours last_test shifts swaps",
    "absences": "who* from* to*",
    "levels": "name when hours reach first_word update_every sign_off convene",
    "stand_down": "who when",
    "escalation": "levels* steps* nobody",
    "channels": "name platform* account for languages reply_within staffed publishers admins access pause_scheduled "
    "private backup live_within hosted_apart depends_on",
    "moves": "from* to* when say",
    "monitoring": "watch keywords alerts normal",
    "audiences": "name kind owner reach wants first before_public internal contacts_in checked",
    "scenarios": "level name family cluster triggers facts_from audiences obligations remedies actions questions "
    "statements placeholders",
    "statements": "kind* channels text* short audiences levels fact_from approved",
    "placeholders": "means* example max",
    "replies": "default kinds hide_or_delete sign",
    "tone": "address never words allow",
    "remedies": "name* who up_to over",
    "follow_up": "ask after by target below_target watch_for",
    "obligations": "name* law step when clock within to owner statement",
    "training": "who* what* every last",
    "exercises": "kind* scenario date planned took_part result",
    "reviews": "about scenario closed held first_word_in satisfied worked failed actions",
    "waivers": "check* at reason by until",
    "platforms": "limit counts public public_can_write social domain",
}
"""Every section with its keys, and a star for those without which an entry means nothing."""


@pytest.mark.parametrize("section", VOCABULARY)
def test_the_vocabulary_of_a_section(section: str) -> None:
    key = next(key for key in Plan.KEYS if key.typed == section)
    kind = bare(key.annotation)
    (model,) = [part for part in (kind, *get_args(kind)) if isinstance(part, type) and hasattr(part, "KEYS")]
    words = [known.typed + ("*" if known.required else "") for known in model.KEYS]
    assert words == VOCABULARY[section].split()


def test_the_sections_and_how_they_are_put_together() -> None:
    assert list(section_kinds()) == list(VOCABULARY)
    lists = [section for section, kind in section_kinds().items() if kind == "list"]
    single = [section for section, kind in section_kinds().items() if kind == "one"]
    assert lists == ["absences", "moves", "training", "exercises", "waivers"]
    assert single == ["about", "stand_down", "monitoring", "replies", "tone", "follow_up"]
    assert [key.typed for key in Plan.KEYS if key.required] == ["about"]


PLAN = """
about: {organisation: Example, languages: [fr, en], review_every: 1 year}
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, email: ana@example.org}
  leo: {name: Léo, left_on: 2026-11-20}
roles:
  lead: {holder: ana, deputies: [leo], can: [activate], name: {fr: Pilote, en: Lead}}
  legal: {holder: leo}
on_call: {line: {role: lead, rota: [ana, leo, ana], from: 2026-11-16}}
levels: {low: {}, high: {name: Grave}}
channels: {site: {platform: website}}
placeholders: {who: {means: a}, when: {means: b}}
statements: {any: {kind: update, text: x}}
scenarios:
  leak:
    level: high
    placeholders: {when: {means: c}}
    statements: {first: {kind: holding, text: y}, second: {kind: update, text: z, levels: [low]}}
  fire: {level: low}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    loaded = load_texts({"plan.yaml": PLAN})
    assert loaded.plan is not None, [render(f.message, "en") for f in loaded.findings]
    return loaded.plan


def test_entries_know_their_ids_and_addresses(plan: Plan) -> None:
    entries = [value for _, value in plan.values() if isinstance(value, Entry)]
    for entry in entries:
        assert str(entry.where).endswith(entry.id)
    assert str(plan.scenarios["leak"].statements["first"].where) == "scenarios.leak.statements.first"
    assert plan.scenarios["leak"].statements["first"].scenario == "leak"
    assert plan.statements["any"].scenario is None


def test_a_plan_does_not_change_and_shows_no_value_in_a_log(plan: Plan) -> None:
    with pytest.raises(AttributeError):
        plan.people["ana"].name = "Eve"
    assert repr(plan.people["ana"]) == "<Person people.ana>"


def test_statements_are_found_wherever_they_stand(plan: Plan) -> None:
    leak = plan.scenarios["leak"]
    assert [s.id for s in plan.all_statements()] == ["first", "second", "any"]
    assert [s.id for s in plan.statements_for(leak)] == ["first", "second", "any"]
    assert [s.id for s in plan.statements_for(plan.scenarios["fire"])] == ["any"]
    second = plan.statement("second")
    assert second is not None
    assert plan.levels_of(second) == ("low",)
    assert plan.levels_of(leak.statements["first"]) == ("high",)
    assert plan.levels_of(plan.statements["any"]) == ("high", "low")
    assert plan.statement("third") is None


def test_the_blanks_of_a_scenario_come_before_those_of_the_plan(plan: Plan) -> None:
    blanks = plan.placeholders_for(plan.scenarios["leak"].statements["first"])
    assert {name: blank.means.spoken("fr") for name, blank in blanks.items()} == {"who": "a", "when": "c"}
    assert plan.placeholders_for(plan.statements["any"])["when"].means.spoken("fr") == "b"


def test_people_roles_and_what_they_are_called(plan: Plan) -> None:
    assert [plan.people_of(name) for name in ("lead", "line", "ana")] == [("ana", "leo"), ("ana", "leo"), ("ana",)]
    assert [role.id for role in plan.roles_of("leo")] == ["lead", "legal"]
    assert plan.called("ana") == "Ana Ruiz"
    assert plan.called("nobody") == "nobody"
    assert plan.roles["lead"].essential
    assert not plan.roles["legal"].essential
    assert [means for means, _ in plan.people["ana"].means()] == ["mobile", "email"]
    assert [plan.people["leo"].has_left(date(2026, 11, day)) for day in (20, 21)] == [False, True]
    assert (plan.language, plan.languages) == ("fr", ("fr", "en"))
    assert plan.about.review_period == Duration(months=12)


# --- any way of writing a plan is the same plan ---

IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True).filter(
    lambda name: name not in {"con", "prn", "aux", "nul", "index"}
)
LINES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=20).filter(
    str.strip
)
TEXTS = LINES | st.fixed_dictionaries({"fr": LINES, "en": LINES})
LENGTHS = st.builds(
    lambda n, unit: f"{n}{unit}", st.integers(1, 999), st.sampled_from(["m", "h", " days", " months", " business days"])
)
HOURS = st.sampled_from(["24/7", "daily 08:00-22:00", "mon-fri 22:00-06:00", "sat 10:00-12:00, sun 10:00-11:00"])
DATES = st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(str)
LEVELS = st.fixed_dictionaries(
    {}, optional={"name": TEXTS, "reach": LENGTHS, "hours": HOURS, "when": st.lists(LINES, min_size=1, max_size=3)}
)
PEOPLE = st.fixed_dictionaries(
    {"name": LINES}, optional={"job": TEXTS, "checked": DATES, "mobile": st.just("+33 6 39 98 00 01"), "slack": LINES}
)
ABSENCES = st.builds(
    lambda who, days: {"who": who, "from": min(days), "to": max(days)}, IDS, st.lists(DATES, min_size=2, max_size=2)
)
PERCENT = st.integers(0, 100).map(lambda n: f"{n}%")
FOLLOW_UPS = st.fixed_dictionaries({}, optional={"target": PERCENT, "after": LENGTHS, "ask": TEXTS})
PLANS = st.fixed_dictionaries(
    {"about": st.just({"organisation": "X", "languages": ["fr", "en"]})},
    optional={
        "people": st.dictionaries(IDS, PEOPLE, max_size=4),
        "levels": st.dictionaries(IDS, LEVELS, max_size=3),
        "absences": st.lists(ABSENCES, max_size=3),
        "follow_up": FOLLOW_UPS,
    },
)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
@given(PLANS)
def test_any_way_of_writing_a_plan_is_the_same_plan(data: dict[str, Any]) -> None:
    whole = values({"plan.yaml": json.dumps(data, ensure_ascii=False)})
    split = values({f"{section}.yaml": block({section: below}) for section, below in data.items()})
    assert whole == split
    for address, typed in scalars(data):
        if address.endswith((".name", ".slack")) and address.startswith("people"):
            assert (address, repr(typed.strip())) in whole


def values(files: dict[str, str]) -> list[tuple[str, str]]:
    """Every value of a plan with its address, entries aside."""
    loaded = load_texts(files)
    assert loaded.plan is not None, [render(f.message, "en") for f in loaded.findings]
    return sorted((str(where), repr(value)) for where, value in loaded.plan.values())


def block(data: object, indent: int = 0) -> str:
    """Plain data in block style, every text between double quotes."""
    if isinstance(data, dict) and data:
        return "\n" * (indent > 0) + "".join(
            f"{' ' * indent}{key}: {block(below, indent + 2)}" for key, below in data.items()
        )
    if isinstance(data, list) and data:
        return "\n" + "".join(f"{' ' * indent}- {json.dumps(below, ensure_ascii=False)}\n" for below in data)
    return json.dumps(data, ensure_ascii=False) + "\n"


def scalars(data: Any, where: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for key, below in data.items():
            yield from scalars(below, f"{where}.{key}" if where else key)
    elif isinstance(data, list):
        for position, below in enumerate(data):
            yield from scalars(below, f"{where}[{position}]")
    else:
        yield where, data
