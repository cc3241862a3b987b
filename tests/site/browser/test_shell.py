"""What stands around a page: reached by finger and by keyboard, with and without scripts, on a screen and on paper."""

from pathlib import Path

import pytest

from .conftest import Chromium, Visit
from .looking import EYES, violations

PHONE = {"width": 390, "height": 844}
SMALL_TARGETS = """() => [...document.querySelectorAll('.pb-bar :is(a, button), .pb-menu :is(a, button), .pb-up a')]
  .filter(one => one.checkVisibility())
  .filter(one => { const box = one.getBoundingClientRect(); return box.width < 44 || box.height < 44; })
  .map(one => one.outerHTML)"""
SHIFT = """() => new Promise(done => {
  let shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { shift += one.value; }))
    .observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(shift))));
})"""
SCHEME = "document.documentElement.dataset.mdColorScheme"
FOCUSED = "document.activeElement.className"


@pytest.fixture
def page(example: Path) -> str:
    return (example / "fr" / "scenarios" / "fuite-donnees.html").as_uri()


def test_on_a_phone_everything_is_large_enough_for_a_finger(chromium: Chromium, page: str) -> None:
    async def measure(visit: Visit) -> list[str]:
        await visit.page.goto(page)
        small: list[str] = await visit.page.evaluate(SMALL_TARGETS)
        await visit.page.click(".pb-menu-open")
        in_menu: list[str] = await visit.page.evaluate(SMALL_TARGETS)
        return small + in_menu

    assert chromium.visit(measure, viewport=PHONE, has_touch=True) == []


def test_the_menu_opens_and_closes_by_keyboard(chromium: Chromium, page: str) -> None:
    async def walk(visit: Visit) -> list[object]:
        tab, menu = visit.page, visit.page.locator(".pb-menu")
        await tab.goto(page)
        await tab.keyboard.press("Tab")
        seen: list[object] = [await tab.evaluate(FOCUSED), await menu.is_visible()]
        await tab.keyboard.press("Tab")
        await tab.keyboard.press("Enter")
        seen += [await menu.is_visible()]
        await tab.keyboard.press("Tab")
        seen += [await tab.evaluate(FOCUSED)]
        await tab.keyboard.press("Escape")
        return [*seen, await menu.is_visible(), await tab.evaluate(FOCUSED)]

    opened = chromium.visit(walk, viewport=PHONE)
    assert opened == ["pb-skip", False, True, "pb-icon pb-menu-close", False, "pb-icon pb-menu-open"]


def test_a_place_chosen_in_the_menu_is_shown_and_the_menu_goes(chromium: Chromium, page: str) -> None:
    async def choose(visit: Visit) -> tuple[bool, bool]:
        await visit.page.goto(page)
        await visit.page.click(".pb-menu-open")
        link = visit.page.locator(".pb-toc a").last
        place = await link.get_attribute("href")
        await link.click()
        return await visit.page.locator(".pb-menu").is_visible(), await visit.page.locator(f"h2{place}").is_visible()

    assert chromium.visit(choose, viewport=PHONE) == (False, True)


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_the_menu_leads_to_every_part(chromium: Chromium, page: str, width: int) -> None:
    async def walk(visit: Visit) -> tuple[int, str]:
        await visit.page.goto(page)
        if width < 1000:
            await visit.page.click(".pb-menu-open")
        tabs = visit.page.locator(".pb-tabs a")
        await tabs.last.click()
        return await tabs.count(), visit.page.url.rpartition("/")[2]

    viewport = {"width": width, "height": 844}
    assert chromium.visit(walk, viewport=viewport, java_script_enabled=False) == (7, "state.html")


def test_dark_or_light_is_the_readers_choice_and_stays(chromium: Chromium, page: str, example: Path) -> None:
    async def switch(visit: Visit) -> list[object]:
        tab = visit.page
        await tab.goto(page)
        button = tab.locator(".pb-scheme")
        seen: list[object] = [await tab.evaluate(SCHEME), await button.get_attribute("aria-pressed")]
        await button.click()
        seen += [await tab.evaluate(SCHEME), await button.get_attribute("aria-pressed")]
        await tab.goto((example / "fr" / "level.html").as_uri(), wait_until="commit")
        await tab.wait_for_selector("body", state="attached")
        return [*seen, await tab.evaluate(SCHEME)]

    dark = chromium.visit(switch, color_scheme="dark")
    assert dark == ["slate", "true", "default", "false", "default"]


def test_the_system_is_followed_where_nothing_was_chosen_and_nothing_can_be_kept(chromium: Chromium, page: str) -> None:
    async def follow(visit: Visit) -> list[object]:
        tab = visit.page
        await tab.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused'); }})"
        )
        await tab.goto(page)
        seen = [await tab.evaluate(SCHEME)]
        await tab.emulate_media(color_scheme="dark")
        await tab.locator("html[data-md-color-scheme=slate]").wait_for(state="attached")
        await tab.click(".pb-scheme")
        return [*seen, await tab.evaluate(SCHEME)]

    assert chromium.visit(follow, color_scheme="light") == ["default", "default"]


def test_paper_has_the_text_and_nothing_around_it(chromium: Chromium, page: str) -> None:
    async def printed(visit: Visit) -> list[bool]:
        await visit.page.goto(page)
        await visit.page.emulate_media(media="print")
        parts = (".pb-bar", ".pb-menu", ".pb-up", "article h1")
        return [await visit.page.locator(part).is_visible() for part in parts]

    assert chromium.visit(printed) == [False, False, False, True]


def test_twice_as_large_nothing_scrolls_sideways(chromium: Chromium, page: str) -> None:
    async def measure(visit: Visit) -> tuple[int, bool]:
        await visit.page.goto(page)
        sideways: int = await visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return sideways, await visit.page.locator(".pb-menu-open").is_visible()

    assert chromium.visit(measure, viewport={"width": 640, "height": 450}) == (0, True), "a screen of 1280 at 200 %"


@pytest.mark.parametrize("name", ["index", "call", "scenarios/fuite-donnees"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_once_it_is_shown(chromium: Chromium, example: Path, name: str, width: int) -> None:
    async def watch(visit: Visit) -> float:
        devtools = await visit.page.context.new_cdp_session(visit.page)
        await devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        await visit.page.goto((example / "fr" / f"{name}.html").as_uri())
        shift: float = await visit.page.evaluate(SHIFT)
        return shift

    assert chromium.visit(watch, viewport={"width": width, "height": 844}) == 0


def test_axe_has_nothing_to_say_of_the_open_menu(chromium: Chromium, page: str) -> None:
    async def look(visit: Visit) -> list[str]:
        await visit.page.add_init_script(EYES)
        await visit.page.goto(page)
        await visit.page.click(".pb-menu-open")
        return await violations(visit.page)

    assert chromium.visit(look, viewport=PHONE) == []
