"""Pages that fold their details: a link to a folded place opens it."""

from pathlib import Path

from .conftest import Chromium, Visit


def test_why_leads_from_a_sentence_not_to_say_to_what_the_check_asks(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> tuple[str, bool]:
        await visit.page.goto((example / "fr" / "tone.html").as_uri())
        await visit.page.locator("details.pb-fold summary").first.click()
        await visit.page.locator(".pb-pairs a").first.click()
        heading = visit.page.locator("h1 + p:has-text('TONE-MINIMISE')")
        await heading.wait_for()
        return visit.page.url.rpartition("/")[2], await heading.evaluate(
            "e => e.getBoundingClientRect().top < innerHeight"
        )

    assert chromium.visit(look, viewport={"width": 390, "height": 800}) == ("TONE-MINIMISE.html", True)


def test_a_practice_is_unfolded_by_the_link_that_leads_to_it(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> bool:
        await visit.page.goto((example / "fr" / "state.html").as_uri())
        await visit.page.locator("details.pb-fold:has([href*='practices.html#A4']) summary").click()
        await visit.page.locator(".pb-stands a[href*='practices.html#A4']").click()
        await visit.page.locator("#A4").wait_for(state="visible")
        return await visit.page.locator("#A4").is_visible()

    assert chromium.visit(look)


def test_the_moments_of_a_scenario_show_their_hour_once_the_start_is_set(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> tuple[list[str], list[str]]:
        await visit.page.goto((example / "fr" / "scenarios" / "fuite-donnees.html").as_uri())
        times = visit.page.locator(".pb-course h3 .pb-clock-time")
        before = await times.all_inner_texts()
        await visit.page.locator(".pb-start summary").click()
        await visit.page.locator("[data-start-now]").click()
        return before, await times.all_inner_texts()

    before, after = chromium.visit(look)
    assert set(before) == {""}
    assert len(after) == len(before) >= 10
    assert all(":" in hour or "h" in hour for hour in after)
