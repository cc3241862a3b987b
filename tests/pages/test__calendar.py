"""Dates for the readers' own calendars: those of the edition, and only what people meet for."""

import html
import re
from collections.abc import Callable
from typing import Any

import icalendar

from planbuilder.pages import Tree
from planbuilder.plan import Visibility

PagesOf = Callable[..., Tree]
PlanOf = Callable[[Callable[[str], str]], dict[str, Any]]


def events(made: Tree) -> dict[str, str]:
    read = icalendar.Calendar.from_ical(dict(made.files)["calendar.ics"])
    assert read.errors == []
    return {str(event["SUMMARY"]): event.decoded("DTSTART").isoformat() for event in read.walk("VEVENT")}


def test_everybody_sees_reviews_tests_training_and_exercises(plan_of: PlanOf, pages_of: PagesOf) -> None:
    data = plan_of(lambda name: f"Word {name}")
    staff = events(pages_of(data, "en", Visibility.STAFF, rules=()))
    assert staff["Review the whole plan"] == "2027-03-14"
    assert staff["Hold the training “Word training”"] == "2027-10-08"
    assert staff["Hold the exercise"] == "2027-02-11"
    assert staff["Ring the on-call line line for a test"] == "2027-02-05"
    assert not [title for title in staff if "Check the numbers" in title or "access" in title]


def test_the_crisis_team_also_sees_checks_of_numbers_and_of_access(plan_of: PlanOf, pages_of: PagesOf) -> None:
    team = events(pages_of(plan_of(lambda name: f"Word {name}"), "en", Visibility.CRISIS_TEAM, rules=()))
    assert "Check the numbers of Word ana" in team
    assert "Test the access to x" in team


def test_the_page_lists_the_same_dates_in_their_order_each_with_who_sees_to_it(
    plan_of: PlanOf, pages_of: PagesOf
) -> None:
    made = pages_of(plan_of(lambda name: f"Word {name}"), "en", Visibility.CRISIS_TEAM, rules=())
    (page,) = (page.markdown for page in made.pages if page.path == "exercises.md")
    days = re.findall(r'<li><strong data-due="([\d-]+)"', page)
    assert days == sorted(events(made).values())
    assert "Test the access to x · Word leo<" in html.unescape(page)
    assert "Check the numbers of Word ana</li>" in html.unescape(page)


def test_approvals_and_exceptions_are_for_the_keeper_of_the_plan(plan_of: PlanOf, pages_of: PagesOf) -> None:
    team = events(pages_of(plan_of(lambda name: f"Word {name}"), "en", Visibility.CRISIS_TEAM, rules=()))
    assert not [title for title in team if "Approve" in title or "exception" in title]


def test_the_words_are_in_the_language_of_the_pages(plan_of: PlanOf, pages_of: PagesOf) -> None:
    data = plan_of(lambda name: f"Mot {name}")
    french, english = (pages_of(data, language, rules=()) for language in ("fr", "en"))
    assert set(events(french).values()) == set(events(english).values())
    assert set(events(french)) & set(events(english)) == {"Mot later"}, "which the plan says itself"


def test_the_page_leads_to_the_calendar_and_a_plan_without_dates_has_none(plan_of: PlanOf, pages_of: PagesOf) -> None:
    def leads_there(made: Tree) -> bool:
        return any("calendar&#46;ics" in page.markdown for page in made.pages if page.path == "print.md")

    bare = pages_of({"about": {"organisation": "A", "languages": ["en"]}}, rules=())
    assert "calendar.ics" not in dict(bare.files)
    assert not leads_there(bare)
    assert leads_there(pages_of(plan_of(lambda name: f"Word {name}"), rules=()))
