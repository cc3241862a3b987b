"""The page “On call and cover”: pictures that say what their tables say, for the crisis team only."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from planbuilder.pages import Tree
from planbuilder.plan import Visibility

PLAN: dict[str, Any] = {
    "about": {"organisation": "Lumen", "languages": ["en"], "timezone": "Europe/Paris"},
    "people": {
        "ana": {"name": "Ana Ruiz", "mobile": "+33 6 39 98 00 01"},
        "leo": {"name": "Léo Marchand", "mobile": "+33 6 39 98 00 02", "home": "+33 1 99 00 00 02"},
    },
    "roles": {"lead": {"holder": "ana", "deputies": ["leo"], "can": ["activate"]}},
    "absences": [
        {"who": "ana", "from": "2026-12-24", "to": "2026-12-26"},
        {"who": "leo", "from": "2026-12-26", "to": "2026-12-27"},
    ],
    "levels": {"crisis": {"name": "Crisis", "reach": "30m", "first_word": "1h", "sign_off": {"new_text": ["lead"]}}},
    "escalation": {"alert": {"levels": ["crisis"], "steps": [{"call": ["ana", "leo"], "wait": "10m"}]}},
    "channels": {"site": {"platform": "website", "publishers": ["ana"], "live_within": "5m"}},
    "scenarios": {
        "fire": {
            "name": "Fire",
            "level": "crisis",
            "statements": {"first": {"kind": "holding", "channels": ["site"], "text": "A fire."}},
        }
    },
}
Pages = Callable[..., Tree]


def page(tree: Tree, path: str) -> str:
    (found,) = [one.markdown for one in tree.pages if one.path == path]
    text = re.sub(r"&#(\d+);", lambda code: chr(int(code[1])), found)
    return text.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def team(pages_of: Pages) -> Tree:
    return pages_of(PLAN, "en", Visibility.CRISIS_TEAM)


def test_the_gaps_are_told_with_their_dates(team: Tree) -> None:
    told = page(team, "on-call.md")
    assert '<th scope="row">nobody is reached</th><td data-label="When">on 26 December 2026</td>' in told
    assert (
        '<th scope="row">All hangs on Léo Marchand</th>'
        '<td data-label="When">from 24 December 2026 to 25 December 2026</td>' in told
    )


def test_what_if_names_the_people_and_the_networks(team: Tree) -> None:
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page(team, "on-call.md")))
    for case, share in {
        "everybody answers": "1.1%",
        "any one person does not answer": "4.4%",
        "any two people do not answer": "100%",
        "the landline is down": "1.1%",
        "the mobile network is down": "2.2%",
        "Ana Ruiz does not answer": "2.2%",
        "Léo Marchand does not answer": "3.3%",
    }.items():
        assert f"If {case} nobody for {share} of the time" in said


def test_the_chances_follow_the_worst_case_and_say_that_they_are_assumptions(team: Tree) -> None:
    told = page(team, "on-call.md")
    places = [
        told.index(one)
        for one in (
            "If any two people do not answer",
            "The chance to reach somebody within 30 min: ",
            "The chance of the go-ahead for a new text at Crisis within 1 h: ",
            "The answer rates behind these figures are assumptions until call tests replace them.",
        )
    ]
    assert places == sorted(places)


def test_the_map_has_a_line_for_each_week_and_says_what_it_shows(team: Tree) -> None:
    told = page(team, "on-call.md")
    (picture,) = re.findall(r"<svg[^>]*heat-alert.*?</svg>", told, re.DOTALL)
    assert len(re.findall(r'x="0"', picture)) == 14
    assert picture.count('fill-opacity="1"') == 1
    assert "<title" in picture
    assert "<desc" in picture


def test_the_time_of_the_first_word_adds_up(team: Tree) -> None:
    assert "reaching somebody 10 min + the go-ahead 0 min + publishing 5 min = 15 min. Promised: 1 h." in page(
        team, "on-call.md"
    )


def test_the_first_page_names_the_next_gap(team: Tree) -> None:
    assert "Next gap: alert reaches nobody who may decide on 26 December 2026." in page(team, "index.md")


def test_staff_do_not_read_who_is_away(pages_of: Pages) -> None:
    staff = pages_of(PLAN, "en", Visibility.STAFF)
    whole = " ".join(page(staff, one.path) for one in staff.pages)
    assert "December" not in whole
    assert "Next gap" not in whole
    assert "The chance" not in whole
    assert "stands in the crisis team's edition" in page(staff, "on-call.md")


@pytest.mark.parametrize(("reach", "promised"), [("400 days", True), ("731 days", True), ("732 days", False)])
def test_a_reach_of_two_years_is_a_promise_as_it_is_to_the_command(
    pages_of: Pages, reach: str, *, promised: bool
) -> None:
    slow = json.loads(json.dumps(PLAN))
    slow["levels"]["crisis"]["reach"] = reach
    told = page(pages_of(slow, "en", Visibility.CRISIS_TEAM), "on-call.md")
    assert ("Somebody who may decide is to be reached in" in told) is promised
    assert ("The chance to reach somebody within" in told) is promised


def test_a_plan_without_paths_has_the_page_too(pages_of: Pages) -> None:
    bare = json.loads(json.dumps(PLAN))
    del bare["escalation"]
    assert "Cover of" not in page(pages_of(bare, "en", Visibility.CRISIS_TEAM), "on-call.md")


def test_when_nobody_may_publish_is_told_with_the_service_that_makes_it_worse(pages_of: Pages) -> None:
    written = json.loads(json.dumps(PLAN))
    written["channels"]["site"]["depends_on"] = ["shop host"]
    told = page(pages_of(written, "en", Visibility.CRISIS_TEAM), "on-call.md")
    assert (
        '<th scope="row">nobody who is reached may publish</th>'
        '<td data-label="When">from 24 December 2026 to 26 December 2026</td>' in told
    )
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", told))
    assert "If everybody answers nobody for 1.1% of the time nobody may publish for 3.3% of the time" in said
    assert "If shop host is down nobody for 1.1% of the time nobody may publish for 100% of the time" in said
    assert "If the landline is down nobody for 1.1% of the time If" in said
    assert "If shop host is down, no channel is left for “Fire”." in said


def test_a_promise_that_holds_is_not_praised_where_one_silence_leaves_nobody_who_may_publish(pages_of: Pages) -> None:
    people = {**PLAN["people"], "kim": {"name": "Kim Olsen", "mobile": "+33 6 39 98 00 03"}}
    roles = {"lead": {"holder": "ana", "deputies": ["leo", "kim"], "can": ["activate"]}}
    steps = [{"call": ["ana", "leo", "kim"], "wait": "10m"}]
    paths = {"alert": {"levels": ["crisis"], "steps": steps}}

    def told(publishers: list[str]) -> str:
        site = {**PLAN["channels"]["site"], "publishers": publishers}
        plan = {**PLAN, "people": people, "roles": roles, "escalation": paths, "channels": {"site": site}}
        plan["absences"] = []
        return page(pages_of(plan, "en", Visibility.CRISIS_TEAM), "on-call.md")

    holds = "The promise holds at every minute"
    alone, shared = told(["ana"]), told(["ana", "leo", "kim"])
    assert (holds in alone, holds in shared) == (False, True)
    assert "But if Ana Ruiz does not answer, nobody may publish for 100% of the time." in alone
    assert "But if" not in shared


@pytest.mark.parametrize(("language", "said"), [("en", ["23 Nov", "07 Dec"]), ("fr", ["23/11", "07/12"])])
def test_the_weeks_of_the_map_are_taken_for_no_other_day(pages_of: Pages, language: str, said: list[str]) -> None:
    told = page(pages_of(PLAN, language, Visibility.CRISIS_TEAM), "on-call.md")
    weeks = re.findall(r'<text class="pb-svg-line" x="0" y="\d+">([^<]*)<', told)
    assert [weeks[1], weeks[3]] == said
