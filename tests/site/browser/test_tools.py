"""What a reader does with a page: copy, tick, change the language."""

from pathlib import Path

import pytest

from .conftest import Chromium, Visit


@pytest.fixture(params=["from a folder", "over http"])
def base(request: pytest.FixtureRequest, example: Path) -> str:
    return example.as_uri() if request.param == "from a folder" else str(request.getfixturevalue("served"))


def test_the_copy_button_copies_what_the_channel_will_publish(chromium: Chromium, base: str) -> None:
    async def copy(visit: Visit) -> tuple[str, str | None, str]:
        page = visit.page
        await page.goto(f"{base}/fr/scenarios/fuite-donnees.html")
        button = page.locator("button[data-copy]").first
        await button.click()
        told = page.locator("[aria-live]:not(:empty)")
        await told.wait_for()
        copied = await page.evaluate("navigator.clipboard.readText()")
        return copied, await button.get_attribute("data-copy"), await told.inner_text()

    copied, text, told = chromium.visit(copy, permissions=["clipboard-read", "clipboard-write"])
    assert copied == text
    assert len(copied) > 20
    assert told != ""


def test_a_tick_is_still_there_after_the_page_was_closed(chromium: Chromium, base: str) -> None:
    async def tick(visit: Visit) -> tuple[bool, bool, bool]:
        page = visit.page
        await page.goto(f"{base}/fr/index.html")
        box = page.locator("input[data-tick]")
        before = await box.first.is_checked()
        await box.first.check()
        await page.goto(f"{base}/fr/about.html")
        await page.goto(f"{base}/fr/index.html")
        return before, await box.first.is_checked(), await box.nth(1).is_checked()

    assert chromium.visit(tick) == (False, True, False)


def test_another_language_shows_the_same_page(chromium: Chromium, base: str) -> None:
    async def switch(visit: Visit) -> tuple[str, str | None]:
        await visit.page.goto(f"{base}/fr/scenarios/fuite-donnees.html")
        await visit.page.locator(".pb-bar a[hreflang=en]").click()
        return visit.page.url, await visit.page.locator("html").get_attribute("lang")

    assert chromium.visit(switch) == (f"{base}/en/scenarios/fuite-donnees.html", "en")


def test_the_first_page_leads_to_each_language(chromium: Chromium, base: str) -> None:
    async def choose(visit: Visit) -> str:
        await visit.page.goto(f"{base}/index.html")
        await visit.page.get_by_role("link", name="français").click()
        return visit.page.url

    assert chromium.visit(choose) == f"{base}/fr/index.html"
