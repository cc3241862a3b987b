"""Every page of the example plan, from a folder and (one of each kind) over http, narrow and wide, light and dark."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

import planbuilder
from planbuilder.messages import translate

from .conftest import CHECKS, Chromium, Visit, new_visit, one_of_each_kind, pages_of
from .looking import EYES, NARROW, UNFOLD, WIDE, Colours, faults, violations

TABS = 2
NARROWEST, DOUBLED = 320, 640
"""A screen of 1280 pixels at 400 % and at 200 %."""


@dataclass
class Found:
    """What one page is like."""

    headings: int
    sideways: int
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    faults: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    widths: list[int] = field(default_factory=list)


async def look(visit: Visit, address: str, colours: Colours | None, *, wide: bool) -> Found:
    """A page as it opens on a wide screen; and, where its colours count, all that is to be said of it."""
    visit.outside.clear()
    visit.errors.clear()
    await visit.page.goto(address)
    headings, sideways = await visit.page.evaluate(
        "[document.querySelectorAll('h1').length, document.documentElement.scrollWidth - innerWidth]"
    )
    found = Found(headings, sideways)
    if colours:
        await inspect(visit.page, found, colours, wide=wide)
    found.outside, found.errors = list(visit.outside), list(visit.errors)
    return found


async def inspect(page: Page, found: Found, colours: Colours, *, wide: bool) -> None:
    """What axe says, and what it does not look for, on a phone, unfolded; then narrower, larger, and spaced."""

    async def audit(question: str, width: int) -> None:
        await page.set_viewport_size({"width": width, "height": 900})
        found.faults |= {f"{question} at {width}: {fault}" for fault in await faults(page, question)}

    found.widths = [WIDE, NARROW] if wide else [NARROW]
    for width in found.widths:
        if width == NARROW:
            await page.evaluate(UNFOLD)
        await page.set_viewport_size({"width": width, "height": 900})
        found.sideways = max(found.sideways, await page.evaluate("audit.sideways()"))
        found.violations += [f"{width} {violation}" for violation in await violations(page, colours)]
    for question in ("structure", "targets", "room", "spaced"):
        await audit(question, NARROW)
    await audit("room", NARROWEST)
    await audit("room", DOUBLED)
    found.words = set(await page.evaluate("audit.words()"))
    await page.set_viewport_size({"width": WIDE, "height": 900})


async def look_at_all(browser: Browser, base: str, pages: list[str], colours: Colours | None) -> dict[str, Found]:
    """All pages, in a few tabs side by side."""
    found: dict[str, Found] = {}
    waiting: Iterator[str] = iter(pages)
    firsts = set(one_of_each_kind(pages, depth=1))

    async def tab() -> None:
        context = await browser.new_context(reduced_motion="reduce", viewport={"width": WIDE, "height": 900})
        if colours:
            await context.add_init_script(EYES)
        visit = await new_visit(context)
        for page in waiting:
            found[page] = await look(visit, f"{base}/{page}", colours, wide=page in firsts)
        await context.close()

    await asyncio.gather(*(tab() for _ in range(TABS)))
    return found


@pytest.fixture(scope="module")
def pages(example: Path) -> list[str]:
    return sorted(page.relative_to(example).as_posix() for page in pages_of(example))


@pytest.fixture(scope="module")
def from_folder(chromium: Chromium, example: Path, pages: list[str]) -> dict[str, Found]:
    """What was found on every page, by its address."""
    answer: dict[str, Found] = chromium.run(look_at_all(chromium.browser, example.as_uri(), pages, Colours()))
    return answer


@pytest.fixture(scope="module")
def over_http(chromium: Chromium, served: str, pages: list[str]) -> dict[str, Found]:
    """What was found on one page of each kind. Whether all can use it does not depend on how a page came."""
    some = one_of_each_kind(pages, depth=1)
    answer: dict[str, Found] = chromium.run(look_at_all(chromium.browser, served, some, None))
    return answer


@pytest.fixture(params=["from_folder", "over_http"])
def found(request: pytest.FixtureRequest) -> dict[str, Found]:
    answer: dict[str, Found] = request.getfixturevalue(request.param)
    return answer


def test_every_page_was_opened(
    from_folder: dict[str, Found], over_http: dict[str, Found], pages: list[str], example: Path
) -> None:
    assert sorted(from_folder) == pages
    for language in ("fr", "en"):
        assert len([page for page in pages if page.startswith(f"{language}/")]) >= 50
        assert len([page for page in pages if page.startswith(f"checks/{language}/")]) == len(CHECKS)
    assert {page.rpartition("/")[0] for page in over_http} == {page.rpartition("/")[0] for page in pages}
    assert len(over_http) >= 60


def test_no_page_asks_anybody_else_for_anything(found: dict[str, Found]) -> None:
    assert {page: one.outside for page, one in found.items() if one.outside} == {}


def test_no_page_has_an_error_in_the_console(found: dict[str, Found]) -> None:
    assert {page: one.errors for page, one in found.items() if one.errors} == {}


def test_every_page_has_one_main_heading(found: dict[str, Found]) -> None:
    assert {page: one.headings for page, one in found.items() if one.headings != 1} == {}


def test_no_page_scrolls_sideways(found: dict[str, Found]) -> None:
    assert {page: one.sideways for page, one in found.items() if one.sideways > 0} == {}


def test_axe_has_nothing_to_say(from_folder: dict[str, Found], pages: list[str]) -> None:
    assert {page: one.violations for page, one in from_folder.items() if one.violations} == {}
    assert {page for page, one in from_folder.items() if NARROW in one.widths} == set(pages)
    wide = {page.rpartition("/")[0] for page, one in from_folder.items() if WIDE in one.widths}
    assert wide == {page.rpartition("/")[0] for page in pages}, "one of each kind"


def test_every_page_serves_whoever_enlarges_spaces_and_touches(from_folder: dict[str, Found]) -> None:
    assert {page: sorted(one.faults) for page, one in from_folder.items() if one.faults} == {}


def test_what_a_page_says_by_itself_is_in_its_language(from_folder: dict[str, Found]) -> None:
    words = {page: one.words for page, one in from_folder.items() if page.startswith(("fr/", "checks/fr/"))}
    english = {text: translated for text, translated in sentences("fr") if text != translated}
    assert {page: said & english.keys() for page, said in words.items() if said & english.keys()} == {}
    assert set().union(*words.values()) & set(english.values()), "the sentences of the catalogue are on the pages"


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Every English sentence of the program without blanks, with what a page of that language says instead."""
    catalogue = (Path(planbuilder.__file__).parent / "locale" / language / "LC_MESSAGES" / "planbuilder.po").read_text(
        "utf-8"
    )
    for text in re.findall(r'(?m)^msgid "([^"\\\\{}]+)"$', catalogue):
        yield text, translate(text, language)


def test_axe_would_see_a_fault_and_a_colour_that_it_has_not_seen(chromium: Chromium, example: Path) -> None:
    spoilt = "html => document.querySelector('article').insertAdjacentHTML('beforeend', html)"

    async def look(visit: Visit) -> list[list[str]]:
        colours = Colours()
        await visit.page.add_init_script(EYES)
        await visit.page.goto((example / "fr" / "index.html").as_uri())
        found = [await violations(visit.page, colours)]
        for html in ("<img src=x>", "<p>As before</p>", "<div style='color: #888; background: #777'><p>Grey</p></div>"):
            await visit.page.evaluate(spoilt, html)
            found.append(await violations(visit.page, colours))
        return found

    found = chromium.visit(look)
    assert [[said.rpartition(" ")[0] for said in one] for one in found] == [
        [],
        ["image-alt"],
        ["image-alt"],
        ["dark: color-contrast div:nth-child(21) >", "light: color-contrast div:nth-child(21) >", "image-alt"],
    ]
