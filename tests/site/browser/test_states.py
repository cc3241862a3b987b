"""Pages in the states that only their reader brings about, on paper, in other colours and without scripts."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Page

from planbuilder.plan import Visibility
from planbuilder.site import build

from .conftest import TODAY, Chromium, Visit, one_of_each_kind, pages_of
from .looking import EYES, UNFOLD, Colours, faults, violations
from .test_paper import every_key, written

PHONE = {"width": 390, "height": 844}
SHEET = {"width": 688, "height": 900}
"""Between the margins of A4."""
LONG_AFTER = datetime(2027, 6, 1, 3, 0, tzinfo=UTC)
REFUSE = "for (const it of ['localStorage', 'sessionStorage']) Object.defineProperty(window, it, {get() { throw 1; }})"
KINDS = (
    "index", "level", "call", "log", "write", "scenarios/fuite-donnees", "statements/fuite-attente", "statements",
    "roles/pilote", "on-call", "channels", "channels/x", "obligations", "replies", "tone", "state",
    "practices", "../checks/fr/TEAM-NO-DEPUTY", "../checks/fr/index", "print", "cards", "exercises",
)  # fmt: skip
"""One page of each kind."""
WAITING = (
    "button, .pb-timer, .pb-write, .pb-log, .pb-finder, .pb-start, .pb-to-finder, .pb-progress, .pb-now-chip,"
    " .pb-stamp, .pb-fresh-state, .pb-offer, .pb-nobody"
)
"""What waits for a script: tools, and what only a clock can say."""
LACKING = f"""() => {{
  const all = selector => [...document.querySelectorAll(selector)];
  const shown = one => one.checkVisibility({{visibilityProperty: true}});
  const dead = all('button:not([popovertarget]), select, textarea, input:not([type=checkbox]), form').filter(shown);
  const unseen = all('article [hidden]').filter(one => one.textContent.trim() && !one.closest({WAITING!r}));
  const empty = all('h1, main').filter(one => !shown(one) || one.innerText.length < (one.matches('main') ? 30 : 1));
  return [...dead, ...unseen, ...empty].map(one => one.outerHTML.slice(0, 100));
}}"""
"""Dead controls, texts that nobody can bring to light, empty pages."""


async def sound(page: Page, colours: Colours | None = None) -> list[str]:
    """What is wrong with the page as it stands, light and dark."""
    found = [one for question in ("structure", "targets", "room") for one in await faults(page, question)]
    return found + await violations(page, colours)


@dataclass(frozen=True)
class State:
    """What a reader does on a page, and what then has to be seen."""

    path: str
    act: Callable[[Page], Awaitable[None]]
    shows: str
    script: str = ""
    now: datetime | None = None


async def nothing(page: Page) -> None:
    """The state is there as soon as the page is."""


async def tick_all_and_start(page: Page) -> None:
    await page.locator(".pb-timer button").click()
    for box in await page.locator("[data-tick]").all():
        await box.check()


async def tick(page: Page) -> None:
    await page.locator("[data-tick]").first.check()


async def copy(page: Page) -> None:
    await page.locator("[data-copy]").first.click()


async def choose_dark(page: Page) -> None:
    await page.locator(".pb-scheme").click()


async def end_the_log(page: Page) -> None:
    await page.locator(".pb-crisis [type=submit]").click()
    await page.locator("[data-act=stop]").click()


async def own_text_too_long(page: Page) -> None:
    await page.locator("[name=text]").select_option("")
    await page.locator("[name=own]").fill("Nous savons. " * 60 + "ê" * 200)
    await page.locator("[name=channel]").select_option("x")


STATES = {
    "everything ticked, the timer running": State("index", tick_all_and_start, ".pb-since:visible"),
    "a mark set by the reader": State("scenarios/fuite-donnees", tick, ".pb-stamp:visible"),
    "a text copied": State("scenarios/fuite-donnees", copy, ".pb-told:not(:empty)"),
    "dark chosen by hand": State("index", choose_dark, ".pb-scheme[aria-pressed=true]"),
    "the log closed": State("log", end_the_log, "[data-act=on]:visible"),
    "a text that is too long": State("write", own_text_too_long, ".pb-counts .pb-over"),
    "a copy in a folder, of long ago": State("index", nothing, ".pb-offline.pb-old", now=LONG_AFTER),
    "a browser that keeps nothing": State("index", tick, ".pb-refused", script=REFUSE),
    "a log that is not kept": State("log", nothing, ".pb-refused", script=REFUSE),
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_a_page_is_sound_in_every_state(chromium: Chromium, example: Path, state: State) -> None:
    async def look(visit: Visit) -> list[str]:
        page = visit.page
        await page.add_init_script(EYES + state.script)
        if state.now:
            await page.clock.install(time=state.now)
        await page.goto((example / "fr" / f"{state.path}.html").as_uri())
        await state.act(page)
        await page.locator(state.shows).first.wait_for()
        return await sound(page)

    granted = ["clipboard-read", "clipboard-write"]
    assert chromium.visit(look, viewport=PHONE, permissions=granted) == []


def test_what_only_the_crisis_team_reads_is_as_sound(chromium: Chromium, example: Path, team: Path) -> None:
    def text(page: Path) -> str:
        return page.read_text("utf-8").partition("<main")[2].partition("<footer")[0] if page.exists() else ""

    paths = [page.relative_to(team).as_posix() for page in sorted((team / "fr").rglob("*.html"))]
    others = [path for path in paths if text(team / path) != text(example / path)]
    assert {"fr/call-sheet.html", "fr/call.html", "fr/index.html", "fr/paper/cards.html"} <= set(others)

    async def look(visit: Visit) -> dict[str, list[str]]:
        found, colours = {}, Colours()
        await visit.page.add_init_script(EYES)
        for path in others:
            await visit.page.goto((team / path).as_uri())
            await visit.page.evaluate(UNFOLD)
            found[path] = await sound(visit.page, colours) + visit.errors + visit.outside
        return found

    assert {path: wrong for path, wrong in chromium.visit(look, viewport=PHONE).items() if wrong} == {}


def test_words_without_end_stay_on_the_screen(chromium: Chromium, tmp_path: Path) -> None:
    plan = every_key("{} " + "Ungeheuer" * 9)
    plan["about"]["domains"] = []
    site = tmp_path.resolve() / "site"
    assert build(
        written(plan, tmp_path / "plan"), site, today=TODAY, editions=[Visibility.CRISIS_TEAM], lang="fr"
    ).published

    async def look(visit: Visit) -> dict[str, list[str]]:
        found = {}
        await visit.page.add_init_script(EYES)
        front = site / "index.html"  # with one language it goes on to the next page at once
        for path in (path for path in pages_of(site) if path != front):
            await visit.page.goto(path.as_uri())
            await visit.page.evaluate(UNFOLD)
            found[path.relative_to(site).as_posix()] = [
                one for one in await faults(visit.page, "room") if "picture" not in one
            ]
        return found

    assert {path: wrong for path, wrong in chromium.visit(look, viewport=PHONE).items() if wrong} == {}


LONG_DUTY = """() => {
  const duty = document.querySelector("a.pb-duty");
  duty.firstChild.textContent = "Avis d'incident de confidentialité à la Commission d'accès à l'information ";
  duty.querySelector("strong").textContent = "dans les meilleurs délais";
  return [document.documentElement.scrollWidth, duty.offsetHeight];
}"""


def test_a_duty_with_a_long_name_and_no_clock_is_read_in_lines(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> list[int]:
        await visit.page.goto((example / "fr" / "scenarios" / "fuite-donnees.html").as_uri())
        found: list[int] = await visit.page.evaluate(LONG_DUTY)
        return found

    width, height = chromium.visit(look, viewport=PHONE)
    assert width <= PHONE["width"]
    assert height < 200


def test_printed_from_a_dark_screen_it_is_black_on_white_and_has_no_buttons(chromium: Chromium, example: Path) -> None:
    controls = "article :is(button, select, textarea, input:not([type=checkbox])):visible"

    async def look(visit: Visit) -> dict[str, list[str]]:
        page, found, colours = visit.page, {}, Colours()
        await page.add_init_script(EYES)
        for kind in KINDS:
            await page.goto((example / "fr" / f"{kind}.html").as_uri())
            await page.evaluate(UNFOLD)
            await page.emulate_media(media="print")
            found[kind] = await page.locator(controls).evaluate_all("all => all.map(one => one.outerHTML)")
            found[kind] += await colours.faults(page) + await faults(page, "room")
            await page.emulate_media(media="screen")
        return found

    found = chromium.visit(look, viewport=SHEET, color_scheme="dark")
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


def test_forced_colours_hide_nothing_and_less_motion_means_none(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> dict[str, list[str]]:
        found = {}
        await visit.page.add_init_script(EYES)
        for kind in KINDS:
            await visit.page.goto((example / "fr" / f"{kind}.html").as_uri())
            await visit.page.evaluate(UNFOLD)
            found[kind] = await faults(visit.page, "borders") + await faults(visit.page, "motion")
        return found

    found = chromium.visit(look, viewport=PHONE, forced_colors="active", color_scheme="dark")
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


def test_without_scripts_every_page_is_whole_and_shows_no_dead_control(chromium: Chromium, example: Path) -> None:
    paths = one_of_each_kind((page.relative_to(example).as_posix() for page in pages_of(example)), depth=1)

    async def look(visit: Visit) -> dict[str, list[str]]:
        found = {}
        for path in paths:
            await visit.page.goto(f"{example.as_uri()}/{path}")
            found[path] = await visit.page.evaluate(LACKING)
        return found

    found = chromium.visit(look, java_script_enabled=False, viewport=PHONE)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert len(found) == len(paths) >= 60


def test_the_audit_would_see_faults(chromium: Chromium, example: Path) -> None:
    spoilt = """<h5>Deep</h5><nav><svg viewBox="0 0 9 9"><text>Far beyond its picture</text></svg></nav>
      <p><a href="#x">x</a></p><button style="border: 0; transition: all 9s !important">Tap</button>
      <div style="width: 9999px">wide</div><p style="overflow: hidden; width: 2em; white-space: nowrap">cut off here</p>
      <i id="pb-main" aria-describedby="nowhere"></i>"""

    async def look(visit: Visit) -> dict[str, int]:
        await visit.page.add_init_script(EYES)
        await visit.page.goto((example / "fr" / "about.html").as_uri())
        await visit.page.evaluate(
            "html => document.querySelector('article').insertAdjacentHTML('beforeend', html)", spoilt
        )
        questions = ("structure", "targets", "room", "spaced", "motion", "borders")
        return {question: len(await faults(visit.page, question)) for question in questions}

    found = chromium.visit(look, viewport=PHONE)
    assert found["structure"] == 5
    assert found["targets"] == 2
    assert found["room"] == 4
    assert found["spaced"] == 4
    assert (found["motion"], found["borders"]) == (1, 1)
