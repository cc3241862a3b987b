"""With the keyboard alone: all is reached in the order of the page, the focus is always seen, nothing holds it."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from .conftest import Chromium, Visit

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
PAGES = ("index", "scenarios/fuite-donnees", "call", "log", "write", "level", "channels", "state", "paper/plan")
MOST = 400
"""Presses of Tab after which a page is taken for a trap."""
WATCH = """() => {
  window.walked = [];
  const seen = one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const wide = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const there = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return one.matches(':focus-visible') && (wide || style.outlineStyle === 'auto') && there;
  };
  document.addEventListener('focusin', ({target}) => {
    const before = window.walked.length ? window.walked[window.walked.length - 1].target : document.body;
    const onward = Boolean(before.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
    window.walked.push({target, onward, seen: seen(target), source: target.outerHTML.slice(0, 100)});
  });
}"""
REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0).length"""
AGAIN = "(walked.length > 1 && walked.at(-1).target === walked[0].target)"
ROUND = f"document.activeElement === document.body || {AGAIN}"
"""Whether the walk has left the page at its end, or begun again."""
WALKED = f"({AGAIN} ? walked.slice(0, -1) : walked).map(one => [one.seen, one.onward, one.source])"


async def walk(page: Page) -> tuple[int, list[tuple[bool, bool, str]]]:
    """What can be reached, and what Tab reaches from the top of the page until it leaves it."""
    await page.evaluate(WATCH)
    reachable: int = await page.evaluate(REACHABLE)
    for _ in range(MOST):
        await page.keyboard.press("Tab")
        if await page.evaluate(ROUND):
            break
    walked: list[tuple[bool, bool, str]] = await page.evaluate(WALKED)
    return reachable, walked


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_tab_goes_through_the_whole_page_in_order_and_is_always_seen(
    chromium: Chromium, example: Path, size: dict[str, int]
) -> None:
    async def look(visit: Visit) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in PAGES:
            await visit.page.goto((example / "en" / f"{path}.html").as_uri())
            reachable, walked = await walk(visit.page)
            unseen = [f"not seen: {source}" for seen, _, source in walked if not seen]
            back = [f"goes back: {source}" for _, onward, source in walked if not onward]
            held = [] if len(walked) == reachable else [f"reaches {len(walked)} of {reachable}"]
            if wrong := unseen + back + held:
                found[path] = wrong
        return found

    assert chromium.visit(look, viewport=size) == {}


def test_the_way_round_the_menu_leads_to_the_text(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> tuple[bool, bool]:
        page = visit.page
        await page.goto((example / "fr" / "call.html").as_uri())
        await page.keyboard.press("Tab")
        shown = await page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        return shown, await page.evaluate("document.activeElement.closest('main') !== null")

    assert chromium.visit(look, viewport=DESK) == (True, True)


def test_a_dialog_holds_the_focus_until_it_is_closed_and_gives_it_back(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> tuple[bool, bool]:
        page = visit.page
        await page.goto((example / "fr" / "index.html").as_uri())
        await page.locator(".pb-search-open").focus()
        await page.keyboard.press("Enter")
        await page.keyboard.type("fuite")
        await page.locator(".pb-search-found a").first.wait_for()
        within = True
        for _ in range(30):
            await page.keyboard.press("Tab")
            within &= await page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('.pb-search')"
            )
        await page.keyboard.press("Escape")
        return within, await page.evaluate("document.activeElement.matches('.pb-search-open')")

    assert chromium.visit(look, viewport=PHONE) == (True, True)


async def press(page: Page, selector: str, key: str = "Enter") -> None:
    await page.locator(selector).focus()
    await page.keyboard.press(key)


async def start_the_timer(page: Page) -> None:
    await press(page, ".pb-timer button")


async def untick_all(page: Page) -> None:
    await press(page, "[data-tick] >> nth=0", "Space")
    await press(page, ".pb-progress:visible button")


async def set_the_start(page: Page) -> None:
    await press(page, ".pb-start summary")
    await press(page, "[data-start-now]")


async def start_the_log(page: Page) -> None:
    await press(page, ".pb-crisis [type=submit]")


async def stop_the_log(page: Page) -> None:
    await start_the_log(page)
    await press(page, "[data-act=stop]")


async def go_on(page: Page) -> None:
    await stop_the_log(page)
    await press(page, "[data-act=on]")


async def start_a_new_log(page: Page) -> None:
    await stop_the_log(page)
    await press(page, "[data-act=new]")


async def delete_a_line(page: Page) -> None:
    await page.locator("[name=text]").focus()
    await page.keyboard.type("Appel")
    await press(page, ".pb-note-form [type=submit]")
    await press(page, ".pb-lines button >> nth=1")


async def ask_to_erase(page: Page) -> None:
    await press(page, "[data-act=erase]")


async def keep(page: Page) -> None:
    await ask_to_erase(page)
    await page.keyboard.press("Enter")


async def erase(page: Page) -> None:
    await ask_to_erase(page)
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")


async def copy_too_early(page: Page) -> None:
    await press(page, "[data-act=copy]")


async def answer_and_go_back(page: Page) -> None:
    await press(page, ".pb-question:visible [data-answer=no]")
    await press(page, "[data-act=back]")


Act = Callable[[Page], Awaitable[Any]]
AFTERWARDS: list[tuple[str, Act, str]] = [
    ("index", start_the_timer, ".pb-since a"),
    ("index", untick_all, "[data-tick]"),
    ("scenarios/fuite-donnees", set_the_start, ".pb-start *"),
    ("log", start_the_log, "[name=text]"),
    ("log", stop_the_log, "[data-act=on]"),
    ("log", go_on, "[data-act=stop]"),
    ("log", start_a_new_log, "[name=name]"),
    ("log", delete_a_line, "[name=text]"),
    ("log", ask_to_erase, "[data-act=keep]"),
    ("log", keep, "[data-act=erase]"),
    ("log", erase, "[data-act=erase]"),
    ("write", copy_too_early, ".pb-blanks [aria-invalid=true]"),
    ("level", answer_and_go_back, ".pb-question h3"),
]


@pytest.mark.parametrize(("path", "act", "focused"), AFTERWARDS, ids=[act.__name__ for _, act, _ in AFTERWARDS])
def test_the_focus_goes_on_from_where_something_vanished(
    chromium: Chromium, example: Path, path: str, act: Act, focused: str
) -> None:
    async def look(visit: Visit) -> tuple[str, bool, list[str]]:
        await visit.page.goto((example / "fr" / f"{path}.html").as_uri())
        await act(visit.page)
        source = await visit.page.evaluate("document.activeElement.outerHTML.slice(0, 100)")
        return source, await visit.page.evaluate(f"document.activeElement.matches({focused!r})"), visit.errors

    source, right, errors = chromium.visit(look, viewport=PHONE)
    assert right, source
    assert errors == []
