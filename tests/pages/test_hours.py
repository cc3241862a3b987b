"""Days and hours that scripts write have the form that the pages have."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, sync_playwright

from chromium import CHROMIUM, FLAGS
from planbuilder.messages import say_value
from planbuilder.pages import templates_folder

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]
ZONE = "America/Toronto"
SCRIPT = Path(templates_folder()) / "assets" / "hours.js"
MOMENTS = [
    datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo(ZONE))
    for month in range(1, 13)
    for day, hour, minute in ((1, 0, 0), (2, 8, 0), (11, 3, 5), (25, 15, 30))
]


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_context(timezone_id="Asia/Tokyo", locale="en-US").new_page()
        browser.close()


def told(tab: Page, language: str, expression: str) -> list[str]:
    """What an expression in `at` gives for each of the moments, on a page in a language."""
    tab.goto("about:blank")
    tab.clock.set_fixed_time("2026-11-21T20:00:00Z")
    tab.set_content(f"<html lang={language}></html>")
    tab.evaluate(f"window.planbuilder = {{plan: {{zone: '{ZONE}'}}, words: {{place: 'there'}}}}")
    tab.add_script_tag(content=SCRIPT.read_text("utf-8"))
    said: list[str] = tab.evaluate(
        f"all => {{ const hours = planbuilder.hours; return all.map(ms => new Date(ms)).map(at => {expression}); }}",
        [int(moment.timestamp() * 1000) for moment in MOMENTS],
    )
    return said


@pytest.mark.parametrize("language", ["en", "en-CA", "fr", "fr-CA", "de"])
def test_a_moment_is_written_as_on_the_pages(tab: Page, language: str) -> None:
    wanted = [say_value(moment.replace(tzinfo=None), language) for moment in MOMENTS]
    assert told(tab, language, "hours.stamp(at)") == wanted


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-CA", ["Wed 11\u00a0November 03:05 (there)", "Wed 25\u00a0November 15:30 (there)"]),
        (
            "fr-CA",
            ["mer. 11\u00a0novembre à 3\u00a0h\u00a005 (there)", "mer. 25\u00a0novembre à 15\u00a0h\u00a030 (there)"],
        ),
    ],
)
def test_another_day_is_said_with_its_weekday_and_the_place_once(tab: Page, language: str, said: list[str]) -> None:
    assert told(tab, language, "hours.when(at, true)")[42:44] == said
