"""Every page of the example plan, from a folder and over http, narrow and (one of each kind) wide, light and dark."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

import planbuilder
from planbuilder.messages import translate

from .conftest import CHECKS, Chromium, Visit, new_visit, one_of_each_kind, pages_of

NAMED = "r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target.join(' ')))"
TABS = 2
WIDTHS = (1280, 390)
NARROWEST, DOUBLED = 320, 640
"""A screen of 1280 pixels at 400 % and at 200 %."""
AUDIT = (Path(__file__).parent / "audit.js").read_text("utf-8")
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
EVERYTHING = "{preload: false, resultTypes: ['violations']}"
COLOURS = "{preload: false, resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block']}"
"""What a colour scheme can change: all else is the same page."""
WIDE_ONLY = """(() => {
  const parts = [...document.querySelectorAll('.pb-bar, .pb-menu, thead')];
  return parts.length ? parts : document;
})()"""
"""What a wide screen shows and a phone does not, or in other colours."""


@dataclass
class Found:
    """What one page is like."""

    headings: int
    sideways: int
    outside: list[str]
    errors: list[str]
    violations: set[str] = field(default_factory=set)
    faults: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    looks: int = 0


async def look(visit: Visit, address: str, *, axe: bool, wide: bool) -> Found:
    page = visit.page
    visit.outside.clear()
    visit.errors.clear()
    await page.emulate_media(color_scheme="light")
    await page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    await page.goto(address)
    found = Found(await page.locator("h1").count(), 0, [], [])
    for width in WIDTHS if axe else WIDTHS[:1]:
        await page.set_viewport_size({"width": width, "height": 900})
        if width == WIDTHS[1]:
            await page.evaluate(UNFOLD)
        sideways = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        found.sideways = max(found.sideways, sideways)
        for scheme in ("light", "dark") if axe and (wide or width == WIDTHS[1]) else ():
            await page.emulate_media(color_scheme=scheme)
            rules = EVERYTHING if scheme == "light" else COLOURS
            part = WIDE_ONLY if (width, scheme) == (WIDTHS[0], "dark") else "document"
            violations = await page.evaluate(f"axe.run({part}, {rules}).then({NAMED})")
            found.violations |= {f"{width} {scheme}: {violation}" for violation in violations}
            found.looks += 1
    if axe:
        await inspect(page, found)
    found.outside, found.errors = list(visit.outside), list(visit.errors)
    return found


async def inspect(page: Page, found: Found) -> None:
    """What axe does not look for, on a phone, unfolded; then the same narrower, larger, and spaced otherwise."""

    async def audit(question: str, width: int) -> None:
        await page.set_viewport_size({"width": width, "height": 900})
        faults = await page.evaluate(f"audit.{question}()")
        found.faults |= {f"{question} at {width}: {fault}" for fault in faults}

    for question in ("structure", "targets", "room", "spaced"):
        await audit(question, WIDTHS[1])
    await audit("room", NARROWEST)
    await audit("room", DOUBLED)
    found.words = set(await page.evaluate("audit.words()"))


async def look_at_all(browser: Browser, base: str, pages: list[str], *, axe: bool) -> dict[str, Found]:
    """All pages, in a few tabs side by side."""
    found: dict[str, Found] = {}
    waiting: Iterator[str] = iter(pages)
    firsts = set(one_of_each_kind(pages, depth=1))

    async def tab() -> None:
        context = await browser.new_context(reduced_motion="reduce")
        if axe:
            await context.add_init_script(AXE)
            await context.add_init_script(AUDIT)
        visit = await new_visit(context)
        for page in waiting:
            found[page] = await look(visit, f"{base}/{page}", axe=axe, wide=page in firsts)
        await context.close()

    await asyncio.gather(*(tab() for _ in range(TABS)))
    return found


@pytest.fixture(scope="module")
def pages(example: Path) -> list[str]:
    return sorted(page.relative_to(example).as_posix() for page in pages_of(example))


@pytest.fixture(scope="module", params=["from a folder", "over http"])
def found(request: pytest.FixtureRequest, chromium: Chromium, example: Path, pages: list[str]) -> dict[str, Found]:
    """What was found on every page, by its address. Accessibility does not depend on how a page came."""
    folder = request.param == "from a folder"
    base = example.as_uri() if folder else request.getfixturevalue("served")
    answer: dict[str, Found] = chromium.run(look_at_all(chromium.browser, base, pages, axe=folder))
    return answer


def test_every_page_was_opened(found: dict[str, Found], pages: list[str], example: Path) -> None:
    assert sorted(found) == pages
    for language in ("fr", "en"):
        assert len([page for page in pages if page.startswith(f"{language}/")]) >= 50
        assert len([page for page in pages if page.startswith(f"checks/{language}/")]) == len(CHECKS)


def test_no_page_asks_anybody_else_for_anything(found: dict[str, Found]) -> None:
    assert {page: one.outside for page, one in found.items() if one.outside} == {}


def test_no_page_has_an_error_in_the_console(found: dict[str, Found]) -> None:
    assert {page: one.errors for page, one in found.items() if one.errors} == {}


def test_every_page_has_one_main_heading(found: dict[str, Found]) -> None:
    assert {page: one.headings for page, one in found.items() if one.headings != 1} == {}


def test_no_page_scrolls_sideways(found: dict[str, Found]) -> None:
    assert {page: one.sideways for page, one in found.items() if one.sideways > 0} == {}


def test_axe_has_nothing_to_say(found: dict[str, Found], pages: list[str], request: pytest.FixtureRequest) -> None:
    assert {page: one.violations for page, one in found.items() if one.violations} == {}
    if "folder" in request.node.name:
        assert {one.looks for one in found.values()} == {2, 4}, "narrow and, one of each kind, wide; light and dark"
        assert {page.rpartition("/")[0] for page, one in found.items() if one.looks == 4} == {
            page.rpartition("/")[0] for page in pages
        }


def test_every_page_serves_whoever_enlarges_spaces_and_touches(found: dict[str, Found]) -> None:
    assert {page: sorted(one.faults) for page, one in found.items() if one.faults} == {}


def test_what_a_page_says_by_itself_is_in_its_language(found: dict[str, Found]) -> None:
    words = {page: one.words for page, one in found.items() if page.startswith(("fr/", "checks/fr/")) and one.words}
    english = {text: translated for text, translated in sentences("fr") if text != translated}
    assert {page: said & english.keys() for page, said in words.items() if said & english.keys()} == {}
    if words:
        assert set().union(*words.values()) & set(english.values()), "the sentences of the catalogue are on the pages"


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Every English sentence of the program without blanks, with what a page of that language says instead."""
    catalogue = (Path(planbuilder.__file__).parent / "locale" / language / "LC_MESSAGES" / "planbuilder.po").read_text(
        "utf-8"
    )
    for text in re.findall(r'(?m)^msgid "([^"\\\\{}]+)"$', catalogue):
        yield text, translate(text, language)


def test_axe_would_see_a_fault(chromium: Chromium, example: Path) -> None:
    async def spoilt(visit: Visit) -> set[str]:
        await visit.page.add_init_script(AXE)
        await visit.page.goto((example / "fr" / "index.html").as_uri())
        await visit.page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=x>')")
        violations = await visit.page.evaluate(f"axe.run({EVERYTHING}).then(r => r.violations.map(v => v.id))")
        return set(violations)

    assert chromium.visit(spoilt) == {"image-alt"}
