"""What the scripts do in a browser, opened from a folder: the reader's clock, ticks, the timer."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown
from playwright.sync_api import Browser, Page, sync_playwright

from chromium import CHROMIUM, FLAGS
from planbuilder.pages import Tree
from planbuilder.plan import Visibility

Open = Callable[..., Page]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(
    tmp_path_factory: pytest.TempPathFactory,
    plan_of: Callable[[Callable[[str], str]], dict[str, Any]],
    pages_of: Callable[..., Tree],
    shell_extensions: list[str],
) -> Path:
    """The tree as bare HTML files with its assets, without any engine."""
    root = tmp_path_factory.mktemp("tree")
    for version in ("1", "2", "draft"):
        plan = plan_of(lambda name: f"Mot {name}")
        plan["about"]["version"] = version
        del plan["people"]["leo"]["left_on"]
        if version == "draft":
            del plan["about"]["approved"]
        made = pages_of(plan, "en", Visibility.CRISIS_TEAM, rules=())
        for path, content in made.files:
            file = root / version / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        scripts = [path for path, _ in made.files if path.endswith(".js") and path.count("/") == 1]
        for page in made.pages:
            file = root / version / f"{page.path.removesuffix('.md')}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            up = "../" * page.path.count("/")
            loaded = "".join(f'<script defer src="{up}{script}"></script>' for script in scripts)
            body = Markdown(extensions=shell_extensions).convert(page.markdown)
            file.write_text(f'<!doctype html><html lang="en"><head>{loaded}</head><body>{body}</body></html>', "utf-8")
    return root


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Open]:
    """A page of the tree at an hour, in a browser that remembers nothing."""
    context = browser.new_context(timezone_id="Europe/Paris")

    def visit(path: str, *, now: str = "2026-11-21T02:00:00Z", version: str = "1") -> Page:
        page = context.new_page()
        page.clock.set_fixed_time(now)
        page.goto((folder / version / path).as_uri())
        return page

    yield visit
    context.close()


@pytest.mark.parametrize(
    ("now", "state", "said"),
    [
        ("2027-03-14T12:00:00Z", "fresh", "Plan up to date"),
        ("2027-03-15T12:00:00Z", "late", "Review overdue: check before you rely on it"),
    ],
)
def test_an_old_copy_says_that_it_is_old_by_the_readers_clock(opened: Open, now: str, state: str, said: str) -> None:
    line = opened("index.html", now=now).locator(".pb-fresh")
    assert line.get_attribute("data-state") == state
    assert line.locator("strong").inner_text() == said


@pytest.mark.parametrize(
    ("now", "name"),
    [("2026-11-21T02:00:00Z", "Mot ana"), ("2026-11-23T08:00:00Z", "Mot leo"), ("2027-01-05T00:00:00Z", "Mot leo")],
)
def test_home_offers_the_number_of_whoever_is_on_call_now(opened: Open, now: str, name: str) -> None:
    calls = opened("index.html", now=now).locator(".pb-rung-first .pb-call:visible")
    assert calls.count() == 1
    assert name in calls.inner_text()
    assert "until" in calls.inner_text()


def test_a_plan_that_nobody_approved_is_never_green(opened: Open) -> None:
    line = opened("index.html", version="draft").locator(".pb-fresh")
    assert line.get_attribute("data-state") == "late"
    assert "ask before you rely on it" in line.inner_text()


def test_when_no_turn_is_known_any_more_everybody_on_the_line_is_offered(opened: Open) -> None:
    assert opened("index.html", now="2029-01-01T00:00:00Z").locator(".pb-rung-first .pb-call:visible").count() == 2


def test_a_tick_keeps_its_hour_and_counts(opened: Open) -> None:
    page = opened("scenarios/leak.html")
    page.locator("[data-tick=action-1]").check()
    assert page.locator(".pb-done").inner_text() == "1 of 2 done"
    again = opened("scenarios/leak.html", now="2026-11-21T04:00:00Z")
    assert again.locator("[data-tick=action-1]").is_checked()
    assert again.locator(".pb-tick:has([data-tick=action-1]) time").inner_text().startswith("03:00")
    again.get_by_role("button", name="Untick all").click()
    assert not again.locator("[data-tick=action-1]").is_checked()


def test_ticks_of_another_version_of_the_plan_do_not_count(opened: Open) -> None:
    opened("scenarios/leak.html", version="1").locator("[data-tick=action-0]").check()
    assert not opened("scenarios/leak.html", version="2").locator("[data-tick=action-0]").is_checked()


def test_the_start_and_the_log_outlive_a_new_version_of_the_plan(opened: Open) -> None:
    first = opened("index.html", version="1")
    first.get_by_role("button", name="Start the timer").click()
    first.locator("[data-tick=first-0]").check()
    later = opened("index.html", version="2", now="2026-11-21T02:10:00Z")
    assert later.locator(".pb-clock").inner_text() == "10:00"
    assert not later.locator("[data-tick=first-0]").is_checked()
    assert later.evaluate("planbuilder.store.read('log', []).map(line => line.kind)") == ["start", "tick"]


def test_a_browser_that_keeps_nothing_says_so_and_ticks_still_work(browser: Browser, folder: Path) -> None:
    context = browser.new_context()
    context.add_init_script("Storage.prototype.setItem = () => { throw new Error('refused'); };")
    page = context.new_page()
    page.goto((folder / "1" / "scenarios/leak.html").as_uri())
    page.locator("[data-tick=action-0]").check()
    assert page.locator("[data-tick=action-0]").is_checked()
    assert "keeps nothing" in page.locator(".pb-refused").inner_text()
    context.close()


def test_the_timer_counts_from_the_start_that_was_given(opened: Open) -> None:
    page = opened("index.html")
    page.get_by_role("button", name="Start the timer").click()
    later = opened("index.html", now="2026-11-21T03:02:03Z")
    assert later.locator(".pb-clock").inner_text() == "1:02:03"
    assert later.locator(".pb-since").inner_text().startswith("since 03:00")
    assert not later.get_by_role("button", name="Start the timer").is_visible()


def test_an_overdue_date_says_so(opened: Open) -> None:
    page = opened("reviews.html", now="2026-12-16T11:00:00Z")
    assert "overdue" in page.locator("[data-due]").first.inner_text()
    assert "overdue" not in opened("reviews.html", now="2026-12-15T11:00:00Z").locator("[data-due]").first.inner_text()


def test_without_scripts_everything_is_readable(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "1" / "index.html").as_uri())
    assert "Next review: 14\u00a0March\u00a02027" in page.locator(".pb-fresh").inner_text()
    on_call = page.locator(".pb-rung-first .pb-call")
    assert on_call.count() == 2
    assert on_call.nth(0).inner_text().startswith("On call: Mot lead · until 23\u00a0November\u00a02026 09:00")
    assert on_call.nth(1).locator("span").inner_text().endswith("30\u00a0November\u00a02026 09:00")
    context.close()
