"""What a reader does with a page: copy, tick, change the language."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from planbuilder.loading import find_plans, load
from planbuilder.site import build

from .conftest import EXAMPLE, TODAY, Chromium, Visit

CLIPBOARD: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture(params=["from a folder", "over http"])
def base(request: pytest.FixtureRequest, example: Path) -> str:
    return example.as_uri() if request.param == "from a folder" else str(request.getfixturevalue("served"))


async def copied(visit: Visit, address: str) -> list[tuple[str, str]]:
    """What each button of a page copies, and what it tells."""
    page, found = visit.page, []
    await page.goto(address)
    for button in await page.locator("button[data-copy]").all():
        await button.click()
        told = button.locator("xpath=..").locator("[aria-live]:not(:empty)")
        found.append((await told.inner_text(), await page.evaluate("navigator.clipboard.readText()")))
    return found


def test_the_copy_button_copies_what_the_channel_will_publish(chromium: Chromium, base: str) -> None:
    (folder,) = find_plans(EXAMPLE)
    plan = load(folder).plan
    assert plan is not None
    text = plan.scenarios["fuite-donnees"].statements["fuite-attente"].text
    assert text is not None

    found = chromium.visit(lambda visit: copied(visit, f"{base}/fr/statements/fuite-attente.html"), **CLIPBOARD)
    told = "Copié, mais il reste à remplir\u00a0: quand, en clair · heure du prochain point."
    assert found == [(told, text.by_language[tag].strip()) for tag in ("fr", "en")]


def test_a_text_with_blanks_says_which_are_left_in_a_warnings_colours_and_leads_to_the_form(
    chromium: Chromium, base: str
) -> None:
    async def look(visit: Visit) -> tuple[str, int, str | None]:
        page = visit.page
        await page.goto(f"{base}/fr/scenarios/fuite-donnees.html")
        copied = page.locator("#text-fuite-attente .pb-copy").first
        for _ in range(2):
            await copied.locator("button").click()
            await copied.locator(".pb-told.pb-warning:not(:empty)").wait_for()
        told = await copied.locator(".pb-told").element_handle()
        told_anew = await page.wait_for_function("told => told.textContent", arg=told)  # it is empty in between
        said = await told_anew.json_value()
        links = copied.locator("a")
        count = await links.count()
        await links.first.click()
        return said, count, await page.locator("[name=text]:visible").input_value()

    said, links, chosen = chromium.visit(look, **CLIPBOARD)
    assert said == "Copié, mais il reste à remplir\u00a0: quand, en clair · heure du prochain point."
    assert (links, chosen) == (1, "fuite-attente")


@pytest.mark.parametrize("page", ["scenarios/fuite-donnees", "statements/fuite-attente"])
def test_the_way_to_the_form_stands_once_beside_the_text_that_was_copied_last(
    chromium: Chromium, example: Path, page: str
) -> None:
    async def look(visit: Visit) -> list[list[int]]:
        await visit.page.goto(f"{example.as_uri()}/fr/{page}.html")
        whole = visit.page.locator("article:has(> .pb-version)").first
        links, places = whole.locator("a[href*='#write-']"), whole.locator(".pb-copy")
        found = [[await links.count(), await places.locator("a").count()]]
        for place in await places.all():
            await place.locator("button").click()
            await place.locator(".pb-told:not(:empty)").wait_for()
            found.append([await links.count(), await place.locator("a").count()])
        empty = whole.locator("p:visible").filter(has_not_text=re.compile(r"\S"))
        return [*found, [await empty.count(), await links.count()]]

    first, *found, last = chromium.visit(look, **CLIPBOARD)
    assert first == [1, 0]
    assert found
    assert all(one == [1, 1] for one in found)
    assert last == [0, 1], "no empty line is left where it stood"


def test_a_text_without_blanks_is_copied_without_a_warning(chromium: Chromium, tmp_path: Path) -> None:
    text = {"kind": "holding", "text": "Rien {{sic et non}}."}
    plan = {
        "about": {"organisation": "Atelier", "languages": ["fr"]},
        "scenarios": {"fuite": {"statements": {"a": text}}},
    }
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(json.dumps(plan), "utf-8")
    assert build(tmp_path / "plan", tmp_path / "site", today=TODAY).published

    async def look(visit: Visit) -> list[Any]:
        found = await copied(visit, (tmp_path / "site" / "fr" / "statements" / "a.html").as_uri())
        return [found, await visit.page.locator(".pb-warning.pb-told, .pb-copy a").count()]

    assert chromium.visit(look, **CLIPBOARD) == [[("Copié", "Rien {sic et non}.")], 0]


def test_a_text_is_copied_sign_by_sign(chromium: Chromium, tmp_path: Path) -> None:
    typed = """\
  Bonjour  à {lieu} : « l'été », "ça"\u00a0!

    \u2022 deux  blancs, <b>pas de balise</b> & &amp; &#39;
\u2022\u202fligne {{sic et non}} {pas un blanc

Fin {time}."""
    plan = {
        "about": {"organisation": "Atelier", "languages": ["fr"]},
        "scenarios": {"fuite": {"statements": {"attente": {"kind": "holding", "text": typed}}}},
    }
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    assert build(tmp_path / "plan", tmp_path / "site", today=TODAY).published

    address = (tmp_path / "site" / "fr" / "statements" / "attente.html").as_uri()
    found = chromium.visit(lambda visit: copied(visit, address), **CLIPBOARD)
    told = "Copié, mais il reste à remplir\u00a0: {lieu} · l'heure qu'il est."
    assert found == [(told, typed.strip().replace("{{", "{").replace("}}", "}"))]


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


def test_another_language_shows_the_same_place_of_the_page(chromium: Chromium, base: str) -> None:
    async def switch(visit: Visit) -> list[str]:
        await visit.page.goto(f"{base}/fr/write.html#write-rappel-attente")
        await visit.page.locator("[name=text]").select_option("fuite-attente")
        await visit.page.locator(".pb-bar a[hreflang=en]").click()
        return [visit.page.url, await visit.page.locator("[lang=en] [name=text]:visible").input_value()]

    assert chromium.visit(switch) == [f"{base}/en/write.html#write-fuite-attente", "fuite-attente"]


def test_the_first_page_leads_to_each_language(chromium: Chromium, base: str) -> None:
    async def choose(visit: Visit) -> str:
        await visit.page.goto(f"{base}/index.html")
        await visit.page.get_by_role("link", name="français").click()
        return visit.page.url

    assert chromium.visit(choose) == f"{base}/fr/index.html"
