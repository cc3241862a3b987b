"""The search: what people type, and the page they must find; the dialog by keyboard, by finger and by ear."""

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from tests.packed import read_index

from planbuilder.checking import check
from planbuilder.loading import find_plans, load
from planbuilder.pages import tree
from planbuilder.plan import Visibility

from .conftest import Chromium, Visit
from .looking import EYES, violations

QUERIES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[1] / "search" / "queries.json").read_text("utf-8")
)
INDEX = "assets/search/index.js"
PLAN = Path(__file__).parents[3] / "plans" / "atelier-lumen"
TODAY = date(2026, 11, 21)
SEARCH = """typed => typed.map(words => {
  const input = document.querySelector('.pb-search input');
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return [...document.querySelectorAll('.pb-search-found a')].map(link => link.getAttribute('href'));
})"""


async def opened(visit: Visit, address: str) -> None:
    """A page with the dialog open and the index read."""
    await visit.page.goto(address)
    await visit.page.locator(".pb-search-open").click()
    await visit.page.locator(".pb-search-found:not([aria-busy])").wait_for(state="attached")


async def results(visit: Visit, typed: list[str]) -> list[list[str]]:
    """The addresses shown for each query, in the order shown, seen from the root of the tree."""
    root = visit.page.url.rpartition("/")[0] + "/"
    shown: list[list[str]] = await visit.page.evaluate(SEARCH, typed)
    return [[link.removeprefix(root) for link in links] for links in shown]


@pytest.fixture(scope="module")
def for_the_team(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of the French site with the index of the crisis team's edition."""
    folder = tmp_path_factory.mktemp("team").resolve()
    shutil.copytree(example / "fr" / "assets", folder / "assets")
    shutil.copy(example / "fr" / "index.html", folder)
    (plan,) = find_plans(PLAN)
    made = tree(check(load(plan), TODAY), "fr", Visibility.CRISIS_TEAM, TODAY, lambda _: None)
    (folder / INDEX).write_bytes(dict(made.files)[INDEX])
    return folder / "index.html"


def missed(asked: dict[str, Any], shown: list[str]) -> str:
    """What is wrong with an answer; nothing where it is right."""
    pages = [link.partition("#")[0] for link in shown]
    right = (
        not pages
        if asked.get("nothing")
        else pages[:1] and pages[0] in asked["first"]
        if "first" in asked
        else set(asked["shown"]) <= set(pages[:3])
    )
    return "" if right else f"{asked['typed']!r} ({asked['why']}) finds {pages[:3]}"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_query_finds_its_page(chromium: Chromium, example: Path, language: str) -> None:
    asked = [query for query in QUERIES[language] if "edition" not in query]
    assert len(asked) > 100

    async def search(visit: Visit) -> list[list[str]]:
        await opened(visit, (example / language / "index.html").as_uri())
        return await results(visit, [query["typed"] for query in asked])

    shown = chromium.visit(search)
    assert list(filter(None, map(missed, asked, shown))) == []
    assert max(map(len, shown)) == 9


def test_the_crisis_team_finds_numbers_and_where_passwords_are_kept(chromium: Chromium, for_the_team: Path) -> None:
    asked = [query for query in QUERIES["fr"] if query.get("edition") == "crisis-team"]

    async def search(visit: Visit) -> list[list[str]]:
        await opened(visit, for_the_team.as_uri())
        return await results(visit, [query["typed"] for query in asked])

    assert len(asked) == 3
    assert list(filter(None, map(missed, asked, chromium.visit(search)))) == []


def test_every_entry_of_the_index_leads_to_a_place_of_the_site(example: Path) -> None:
    for language in ("fr", "en"):
        root = example / language
        text = (root / INDEX).read_text("utf-8")
        ids: dict[str, set[str]] = {}
        for entry in read_index(text)["entries"]:
            page, _, anchor = unquote(entry["u"]).partition("#")
            if page not in ids:
                ids[page] = set(re.findall(r'\sid="?([^\s">]+)', (root / page).read_text("utf-8")))
            assert {place for place, *_ in entry.get("p", ())} | ({anchor} if anchor else set()) <= ids[page], page


def test_what_a_search_loads_is_small(example: Path) -> None:
    for language in ("fr", "en"):
        sizes = {path.name: path.stat().st_size for path in (example / language / "assets" / "search").iterdir()}
        assert sizes.keys() == {"index.js", "match.js"}
        assert sizes["index.js"] < 80_000
        assert sizes["match.js"] < 13_300


def test_by_keyboard_alone(chromium: Chromium, example: Path) -> None:
    async def walk(visit: Visit) -> dict[str, object]:
        page = visit.page
        focused = "document.activeElement.textContent.trim()"
        await page.goto((example / "fr" / "about.html").as_uri())
        await page.keyboard.press("/")
        await page.keyboard.type("rapel")
        await page.locator(".pb-search-found a").first.wait_for()
        seen: dict[str, object] = {"said": await page.locator(".pb-search-said").inner_text()}
        await page.keyboard.press("ArrowDown")
        seen["first"] = await page.evaluate(focused)
        await page.keyboard.press("ArrowDown")
        seen["second"] = await page.evaluate(focused)
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("ArrowUp")
        seen["back"] = await page.evaluate("document.activeElement.tagName")
        await page.keyboard.press("Escape")
        seen["closed"] = await page.locator(".pb-search").is_hidden()
        await page.keyboard.press("Control+k")
        seen["again"] = await page.locator(".pb-search input").input_value()
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/rappel-produit.html")
        return seen | {"errors": visit.errors}

    seen = chromium.visit(walk)
    assert re.fullmatch(r"\d résultats", str(seen["said"]))
    assert str(seen["first"]).startswith("Rappel d'un produit dangereux")
    assert seen["second"] not in {seen["first"], ""}
    assert (seen["back"], seen["closed"], seen["again"], seen["errors"]) == ("INPUT", True, "rapel", [])


def test_a_place_on_the_same_page_closes_the_dialog(chromium: Chromium, example: Path) -> None:
    async def follow(visit: Visit) -> tuple[str, bool]:
        await opened(visit, (example / "fr" / "call.html").as_uri())
        await visit.page.keyboard.type("où se réunir")
        await visit.page.locator(".pb-search-found a").first.click()
        return visit.page.url.rpartition("#")[2], await visit.page.locator(".pb-search").is_hidden()

    assert chromium.visit(follow) == ("meet", True)


def test_a_slash_in_a_field_is_a_slash(chromium: Chromium, example: Path) -> None:
    async def type_it(visit: Visit) -> str:
        await opened(visit, (example / "fr" / "index.html").as_uri())
        await visit.page.keyboard.type("24/7")
        return await visit.page.locator(".pb-search input").input_value()

    assert chromium.visit(type_it) == "24/7"


STRANGE = [
    "constructor", "toString", "(((", "\\", "a" * 200, "0" * 60, "-----", "__proto__", "a-b-c-d", "{count} {words}",
    "$& $1", "\u0301\u0301", "\ud83d\ude31", "\u202eabc", "fuite\u2019s", "\u0130stanbul", "\ufb01chier",
]  # fmt: skip
WRITTEN_OTHERWISE = ["«\u00a0fuite\u00a0»", "Ｆｕｉｔｅ", "fui\u0301te", "FUITE…", "\tfuite\n"]


def test_strange_queries_break_nothing(chromium: Chromium, example: Path) -> None:
    async def search(visit: Visit) -> tuple[list[list[str]], list[list[str]], str, list[str]]:
        await opened(visit, (example / "fr" / "index.html").as_uri())
        strange, usual = await results(visit, STRANGE), await results(visit, WRITTEN_OTHERWISE)
        await results(visit, ["$& qzqzq"])
        return strange, usual, await visit.page.locator(".pb-search-said").inner_text(), visit.errors

    strange, usual, said, errors = chromium.visit(search)
    assert errors == []
    assert strange[:7] == [[]] * 7
    assert {links[0] for links in usual} == {"scenarios/fuite-donnees.html"}
    assert "$& qzqzq" in said


def test_where_nothing_is_found_the_way_on_is_offered(chromium: Chromium, example: Path) -> None:
    async def search(visit: Visit) -> tuple[str, list[str]]:
        await opened(visit, (example / "en" / "index.html").as_uri())
        await visit.page.keyboard.type("<b>qzqzq")
        said = await visit.page.locator(".pb-search-said").inner_text()
        return said, await visit.page.locator(".pb-search a").all_inner_texts()

    said, offered = chromium.visit(search)
    assert said == "Nothing found for “<b>qzqzq”. Try one word only, or another one."
    assert offered == ["Which level is it?", "Whom to call"]


def test_the_words_that_were_found_are_marked(chromium: Chromium, example: Path) -> None:
    async def search(visit: Visit) -> tuple[list[str], str | None]:
        await opened(visit, (example / "en" / "index.html").as_uri())
        await visit.page.keyboard.type("ECRAN")
        marks = await visit.page.locator(".pb-search-found mark").all_inner_texts()
        passage = visit.page.locator(".pb-search-found a > small")
        return marks, await passage.get_attribute("lang")

    assert chromium.visit(search) == (["écran"], "fr")


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_has_nothing_to_say_of_the_open_dialog(chromium: Chromium, example: Path, width: int) -> None:
    async def look(visit: Visit) -> tuple[list[str], list[float], float]:
        page = visit.page
        await page.add_init_script(EYES)
        await page.set_viewport_size({"width": width, "height": 844})
        await opened(visit, (example / "fr" / "index.html").as_uri())
        found: list[str] = []
        for typed in ("mot de passe", "presse", "qzqzq", ""):
            await results(visit, [typed])
            found += await violations(page)
        await results(visit, ["presse"])
        heights = await page.evaluate(
            "[...document.querySelectorAll('.pb-search :is(a, button, input)')].map(one => one.clientHeight)"
        )
        return found, heights, await page.evaluate("document.querySelector('.pb-search').clientWidth")

    wrong, heights, wide = chromium.visit(look)
    assert wrong == []
    assert min(heights) >= 44
    assert wide == 390 if width == 390 else wide < 700


def test_over_http_it_asks_for_its_index_once_and_only_when_opened(chromium: Chromium, served: str) -> None:
    async def search(visit: Visit) -> tuple[list[str], list[str], list[str]]:
        asked: list[str] = []
        visit.page.on("request", lambda request: asked.append(request.url.removeprefix(f"{served}/fr/")))
        await visit.page.goto(f"{served}/fr/index.html")
        before = [url for url in asked if url.startswith("assets/search/")]
        for _ in range(2):
            await visit.page.locator(".pb-search-open").click()
            await visit.page.keyboard.type("x")
            await visit.page.locator(".pb-search-found a").first.wait_for()
            await visit.page.keyboard.press("Escape")
        return before, [url for url in asked if url.startswith("assets/search/")], visit.outside + visit.errors

    before, after, wrong = chromium.visit(search)
    assert before == []
    assert sorted(after) == ["assets/search/index.js", "assets/search/match.js"]
    assert wrong == []


def test_an_index_that_is_not_there_is_told(chromium: Chromium, for_the_team: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(for_the_team.parent, tmp_path / "torn")
    (folder / INDEX).unlink()

    async def search(visit: Visit) -> str:
        await visit.page.goto((folder / "index.html").as_uri())
        await visit.page.locator(".pb-search-open").click()
        said = visit.page.locator(".pb-search-said:not(:empty)")
        await said.wait_for()
        return await said.inner_text()

    assert chromium.visit(search).startswith("La liste des pages ne peut pas être lue.")


def test_a_frame_that_is_not_ours_gets_a_button(chromium: Chromium, for_the_team: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(for_the_team.parent, tmp_path / "foreign")
    page = folder / "index.html"
    page.write_text(re.sub(r"(?s)<header.*?</header>", "", page.read_text("utf-8")), "utf-8")

    async def search(visit: Visit) -> tuple[str, list[list[str]]]:
        await opened(visit, page.as_uri())
        label = await visit.page.locator(".pb-search-open").inner_text()
        return label, await results(visit, ["rapel"])

    label, shown = chromium.visit(search)
    assert label == "Chercher dans ce plan"
    assert shown[0][0] == "scenarios/rappel-produit.html"


def test_without_scripts_no_search_is_offered(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> tuple[bool, bool]:
        await visit.page.goto((example / "fr" / "index.html").as_uri())
        button, dialog = visit.page.locator(".pb-search-open"), visit.page.locator(".pb-search")
        return await button.is_visible(), await dialog.is_visible()

    assert chromium.visit(look, java_script_enabled=False) == (False, False)
