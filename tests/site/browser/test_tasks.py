"""Three tasks of the night, from the first page, by clicks and keys only: how many it takes, and what comes out."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page

from planbuilder.language.x import LIMIT, x_length
from planbuilder.loading import find_plans, load
from planbuilder.pages._calls import rungs
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Visibility

from .conftest import EXAMPLE, TODAY, Chromium, Visit

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


class Hand:
    """A reader's hand: counts what it does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.done = 0

    async def press(self, target: Locator) -> None:
        """One tap on something that can be seen and touched."""
        self.done += 1
        await target.click()


class Keys(Hand):
    """A reader without a mouse: walks to each thing with Tab, sees where the focus is, and presses Enter."""

    async def press(self, target: Locator) -> None:
        """One press on something that Tab reaches."""
        self.done += 1
        await target.wait_for()
        element = await target.element_handle()
        for _ in range(150):
            await self.page.keyboard.press("Tab")
            seen, there = await self.page.evaluate(STEP, element)
            assert seen, "the focus can be seen wherever it is"
            if there:
                break
        else:
            raise AssertionError("Tab does not reach it")
        await self.page.keyboard.press("Enter")


STEP = """target => {
    const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
    const wide = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const ring = wide || style.outlineStyle === 'auto';
    const seen = here.matches(':focus-visible') && ring && box.bottom > 0 && box.top < innerHeight;
    return [seen || here === document.body, here === target];
}"""


@pytest.fixture(params=[Hand, Keys], ids=["by touch", "by keyboard"])
def from_home(chromium: Chromium, request: pytest.FixtureRequest) -> Callable[..., Any]:
    """What a hand reaches from the first page of a site, in French, on a phone."""

    def started(site: Path, task: Callable[[Hand], Awaitable[Any]]) -> tuple[int, Any]:
        async def visiting(visit: Visit) -> tuple[int, Any]:
            hand = request.param(visit.page)
            await visit.page.goto(f"{(site / 'fr' / 'index.html').as_uri()}")
            found = await task(hand)
            assert (visit.errors, visit.outside) == ([], [])
            return hand.done, found

        granted = ["clipboard-read", "clipboard-write"]
        done: tuple[int, Any] = chromium.visit(visiting, permissions=granted, accept_downloads=True, **PHONE)
        return done

    return started


def test_the_approved_first_word_of_a_scenario_is_copied_for_x(from_home: Callable[..., Any], example: Path) -> None:
    async def task(hand: Hand) -> str:
        page = hand.page
        await hand.press(page.get_by_role("link", name="Fuite de données clients"))
        card = page.locator("#text-fuite-attente")
        await card.get_by_text("Validé").wait_for()
        await hand.press(card.get_by_role("button", name="Copier"))
        await page.locator("[aria-live]:not(:empty)").first.wait_for()
        copied: str = await page.evaluate("navigator.clipboard.readText()")
        return copied

    done, copied = from_home(example, task)
    assert done <= 3
    plan = load(find_plans(EXAMPLE)[0]).plan
    assert plan is not None
    statement = plan.statement("fuite-attente")
    assert statement is not None
    assert copied == statement.text.spoken("fr").strip()
    assert x_length(copied) <= LIMIT


@pytest.mark.parametrize("edition", ["staff", "crisis-team"])
def test_whoever_is_on_call_is_rung(
    from_home: Callable[..., Any], request: pytest.FixtureRequest, edition: str
) -> None:
    site = request.getfixturevalue("example" if edition == "staff" else "team")

    async def task(hand: Hand) -> str | None:
        await hand.page.evaluate("addEventListener('click', event => event.preventDefault())")
        button = hand.page.locator(".pb-calls .pb-call:visible").first
        await hand.press(button)
        await hand.page.wait_for_function("planbuilder.store.read('log', []).length")
        assert await hand.page.evaluate("planbuilder.store.read('log', []).map(line => line.kind)") == ["call"]
        return await button.get_attribute("href")

    done, address = from_home(site, task)
    assert done <= 1
    plan = load(find_plans(EXAMPLE)[0]).plan
    assert plan is not None
    first = rungs(Reader(plan, "fr", Visibility.STAFF, TODAY), next(iter(plan.escalation.values())))[0].callees[0]
    assert first.number is not None
    assert address == f"tel:{first.number.e164}"


def test_the_log_is_started_and_exported(from_home: Callable[..., Any], example: Path) -> None:
    async def task(hand: Hand) -> tuple[str, str]:
        page = hand.page
        await hand.press(page.get_by_role("link", name="Tenir la main courante"))
        await hand.press(page.get_by_role("button", name="Ouvrir la main courante"))
        async with page.expect_download() as waiting:
            await hand.press(page.get_by_role("button", name="Exporter en texte"))
        download = await waiting.value
        return download.suggested_filename, (await download.path()).read_text("utf-8")

    done, (name, text) = from_home(example, task)
    assert done <= 4
    assert name.startswith("main-courante-")
    assert name.endswith(".md")
    assert "** Début" in text


def test_everything_of_the_first_hour_is_at_most_two_taps_from_home(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> set[str]:
        page = visit.page
        found: set[str] = set()
        waiting = [(example / "fr" / "index.html").as_uri()]
        for _ in range(2):
            reached = []
            for address in waiting:
                await page.goto(address)
                links = await page.locator("article a[href]").evaluate_all("all => all.map(a => a.href.split('#')[0])")
                reached += [link for link in links if link.startswith("file:") and link not in found]
                found.update(reached)
            waiting = sorted(set(reached))[:12]
        return {address.rpartition("/fr/")[2] for address in found}

    needed = {"call.html", "level.html", "log.html", "write.html", "scenarios/fuite-donnees.html"}
    assert chromium.visit(look) >= needed | {"statements/fuite-attente.html"}
