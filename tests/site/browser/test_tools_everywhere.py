"""What holds for every page with a tool: fingers, no scripts, places apart."""

import shutil
from pathlib import Path

import pytest

from planbuilder.pages._templates import templates_folder

from .conftest import Chromium, Visit

PAGES = ("index", "level", "call", "log", "write", "scenarios/fuite-donnees", "statements/fuite-attente", "obligations")
OPENED = """() => {
    document.querySelectorAll('article details').forEach(one => { one.open = true; });
    document.querySelectorAll('.pb-sure, .pb-own, .pb-result, .pb-question').forEach(one => { one.hidden = false; });
}"""
TINY = """() => [...document.querySelectorAll('article :is(button,select,textarea,input,summary,label,a.pb-call)')]
    .filter(one => one.offsetParent !== null && one.type !== 'hidden')
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => box.width && !(one.type === 'checkbox') && (box.height < 44 || box.width < 44))
    .map(([one, box]) => `${one.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`)"""
DEAD = "article :is(button, select, textarea, input:not([type=checkbox])):visible"


@pytest.mark.parametrize("path", PAGES)
def test_a_finger_hits_every_control(chromium: Chromium, example: Path, path: str) -> None:
    async def look(visit: Visit) -> tuple[list[str], int]:
        page = visit.page
        await page.goto(f"{example.as_uri()}/fr/{path}.html")
        await page.evaluate("planbuilder.store.record('note', 'Appel'); planbuilder.store.changed()")
        await page.evaluate(OPENED)
        return await page.evaluate(TINY), await page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert chromium.visit(look, viewport={"width": 390, "height": 844}) == ([], 0)


@pytest.mark.parametrize("path", PAGES)
def test_without_scripts_no_dead_control_is_shown(chromium: Chromium, example: Path, path: str) -> None:
    async def look(visit: Visit) -> int:
        await visit.page.goto(f"{example.as_uri()}/fr/{path}.html")
        return await visit.page.locator(DEAD).count()

    assert chromium.visit(look, java_script_enabled=False) == 0


def test_what_one_site_keeps_says_nothing_of_another(chromium: Chromium, example: Path, tmp_path: Path) -> None:
    other = shutil.copytree(example, tmp_path / "other")

    async def look(visit: Visit) -> list[int]:
        page = visit.page
        found = []
        for site in (example, other, example):
            await page.goto(f"{site.as_uri()}/fr/log.html")
            found.append(await page.locator(".pb-lines > li").count())
            await page.evaluate("planbuilder.store.record('note', 'Appel')")
        return found

    assert chromium.visit(look) == [0, 0, 1]


def test_two_tabs_write_into_the_same_log(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> int:
        page = visit.page
        await page.goto(f"{example.as_uri()}/fr/log.html")
        second = await page.context.new_page()
        await second.goto(f"{example.as_uri()}/fr/index.html")
        await second.locator("input[data-tick]").first.check()
        lines = page.locator(".pb-lines > li")
        await lines.first.wait_for()
        return await lines.count()

    assert chromium.visit(look) == 1


def test_nothing_leaves_the_device(chromium: Chromium, served: str) -> None:
    async def look(visit: Visit) -> tuple[list[str], list[str]]:
        page = visit.page
        await page.goto(f"{served}/fr/log.html")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.method) if request.method != "GET" else None)
        await page.locator(".pb-crisis [type=submit]").click()
        await page.locator("[name=text]").fill("Appel")
        await page.locator(".pb-note-form [type=submit]").click()
        await page.locator(".pb-lines > li").nth(1).wait_for()
        return asked, visit.outside

    assert chromium.visit(look) == ([], [])


def test_no_template_asks_for_the_hour_in_the_words_of_the_browser() -> None:
    for template in templates_folder().rglob("*.j2"):
        text = template.read_text("utf-8")
        assert 'type="time"' not in text
        assert 'type="date' not in text
