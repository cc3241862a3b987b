"""The first tab: what a card of home has room for, and whose first moves open it."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from planbuilder.loading import load_texts
from planbuilder.pages import Tree
from planbuilder.pages._now import opening_roles, signs
from planbuilder.plan import Plan

from .test__duty import of


@pytest.mark.parametrize(
    ("triggers", "shown"),
    [
        (["Recall", "Overheating", "A burn"], 3),
        (["a" * 40, "b" * 24, "c"], 2),
        (["a" * 200, "b"], 1),
    ],
)
def test_the_card_of_a_scenario_shows_the_signs_it_has_room_for(triggers: list[str], shown: int) -> None:
    scenario = {"name": "Recall", "triggers": triggers}
    text = json.dumps({"about": {"organisation": "A", "languages": ["en"]}, "scenarios": {"recall": scenario}})
    plan = load_texts({"plan.yaml": text}).plan
    assert plan is not None
    assert signs(plan.scenarios["recall"], "en") == shown


ROLES: dict[str, Any] = {
    "fire": {"kind": "operations", "first_moves": ["Open the centre."], "holder": "ana"},
    "press": {"kind": "communications", "first_moves": ["Pause the posts."], "holder": "leo"},
    "board": {"kind": "executive", "can": ["activate"], "first_moves": ["Set the level."], "holder": "kim"},
    "legal": {"kind": "legal", "holder": "kim"},
}


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([{"call": ["line", "press"], "wait": "10m"}, {"call": "board"}], ["fire", "press"]),
        ([{"call": "board", "wait": "10m"}, {"call": "fire"}], ["board", "press"]),
        ([{"call": "press"}, {"call": ["board", "leo"], "wait": "10m"}, {"call": "fire"}], ["press", "board"]),
        ([{"call": ["legal", "leo"], "wait": "10m"}], ["press"]),
        ([], ["press"]),
    ],
)
def test_the_plan_opens_with_the_moves_of_all_who_are_called_at_once_and_of_communications(
    steps: list[dict[str, Any]], found: list[str]
) -> None:
    assert [role.id for role in opening_roles(plan_that_calls(steps, ROLES))] == found


def test_without_communications_the_role_of_the_line_or_one_that_starts_the_plan_opens_it() -> None:
    others = {name: role for name, role in ROLES.items() if name != "press"}
    assert [role.id for role in opening_roles(plan_that_calls([], others))] == ["fire"]
    assert opening_roles(plan_that_calls([], {"legal": ROLES["legal"]})) == []


def plan_that_calls(steps: list[dict[str, Any]], roles: dict[str, Any]) -> Plan:
    people = {who: {"name": who} for who in ("ana", "leo", "kim")}
    lines = {"line": {"role": "fire", "rota": ["ana"], "from": "2026-11-16"}} if "fire" in roles else {}
    paths = {
        "mild": {"levels": ["mild"], "steps": [{"call": "kim"}]},
        "grave": {"levels": ["grave"], "steps": steps},
    }
    plan = {
        "about": {"organisation": "A", "languages": ["en"]},
        "levels": {"mild": {}, "grave": {}},
        "people": people,
        "roles": roles,
        "on_call": lines,
        "escalation": paths if steps else {},
    }
    read = load_texts({"plan.yaml": json.dumps(plan)}).plan
    assert read is not None
    return read


def test_staff_are_shown_the_switchboard_before_a_hotline_and_what_each_is_for(pages_of: Callable[..., Tree]) -> None:
    phone = {"platform": "phone", "account": "01 99 00 00 10", "for": ["families"]}
    board = {**phone, "name": "Switchboard", "account": "01 99 00 00 20", "for": ["families", "press"]}
    audiences = {"families": {"name": "Families"}, "press": {"name": "Press"}}
    page = of(pages_of, "call.md", channels={"hotline": phone, "board": board}, audiences=audiences)
    shared = re.sub(r"<[^>]*>", " ", unescape(page.partition("Their numbers")[2]))
    assert shared.index("Switchboard") < shared.index("hotline")
    assert "the number for: Families, Press" in " ".join(shared.split())


def test_staff_are_shown_the_number_for_staff_before_those_for_people_outside(pages_of: Callable[..., Tree]) -> None:
    board = {"platform": "phone", "account": "01 99 00 00 20", "name": "Switchboard", "for": ["staff", "press"]}
    own = {"platform": "phone", "account": "01 99 00 00 30", "name": "Control room", "for": ["staff"]}
    audiences = {"staff": {"name": "Our people", "kind": "staff"}, "press": {"name": "Press"}}
    page = of(pages_of, "call.md", channels={"board": board, "own": own}, audiences=audiences)
    shared = re.sub(r"<[^>]*>", " ", unescape(page.partition("Their numbers")[2]))
    assert 0 < shared.index("Control room") < shared.index("Switchboard")


BOARD = {"board": {"platform": "phone", "account": "01 99 00 00 20", "name": "Switchboard"}}


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([{"call": "ringing", "wait": "5m"}, {"call": "chief"}], True),
        ([{"call": ["ringing", "chief"]}], True),
        ([{"call": "ringing", "wait": "5m"}, {"call": "other", "wait": "5m"}, {"call": "chief"}], False),
    ],
)
def test_staff_who_are_told_to_call_somebody_without_a_number_are_told_where_the_numbers_are(
    pages_of: Callable[..., Tree], steps: list[dict[str, Any]], told: bool
) -> None:
    line = {"role": "lead", "rota": ["ana"], "from": "2026-11-16", "number": "01 99 00 00 10"}
    lines = {"ringing": line, "other": {**line, "number": "01 99 00 00 11"}}
    path = {"alarm": {"levels": ["grave"], "steps": steps}}
    page = unescape(of(pages_of, "index.md", on_call=lines, escalation=path, channels=BOARD))
    assert ("Their numbers stand in the crisis team's edition" in page, "Switchboard" in page) == (told, told)
    assert len(re.findall(r'href="tel:[^"]*99000010"', page)) == 1, "a line that is offered is not listed once more"
    assert len(re.findall(r'href="tel:[^"]*99000011"', page)) == 1


def test_the_number_of_a_line_that_sleeps_stands_with_its_hours(pages_of: Callable[..., Tree]) -> None:
    line = {"role": "lead", "rota": ["ana"], "from": "2026-11-16", "number": "01 99 00 00 10"}
    lines = {"ringing": {**line, "hours": "mon-fri 09:00-18:00"}}
    for steps, files in (([{"call": "ana"}], ("index.md", "call.md")), ([{"call": "ringing"}], ("call.md",))):
        path = {"alarm": {"levels": ["grave"], "steps": steps}}
        for file in files:
            page = unescape(of(pages_of, file, on_call=lines, escalation=path))
            numbers = re.findall(r'<p class="pb-shared".*99000010.*</p>', page)
            assert numbers, (steps, file)
            assert all("<small>Monday to Friday 09:00–18:00</small>" in number for number in numbers)


@pytest.mark.parametrize(
    ("hours", "told"),
    [({}, "On call now"), ({"hours": "24/7"}, "On call now"), ({"hours": "mon-fri 09:00-18:00"}, "Now")],
)
def test_whoever_acts_for_a_role_whose_line_sleeps_is_not_said_to_be_on_call(
    pages_of: Callable[..., Tree], hours: dict[str, str], told: str
) -> None:
    line = {"role": "lead", "rota": ["ana"], "from": "2026-11-16", "number": "01 99 00 00 10", **hours}
    page = unescape(of(pages_of, "roles/lead.md", on_call={"ringing": line}))
    assert f'<dt>{told}</dt><dd><span data-duty="lead">' in page
