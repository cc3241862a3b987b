"""The crisis log: what it collects, what it exports, what it says when it cannot keep anything."""

import csv
import io
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from planbuilder.checking import check
from planbuilder.findings import Severity
from planbuilder.loading import find_plans, load

from .conftest import EXAMPLE, TODAY, Chromium, Visit
from .looking import at_every_width

NIGHT = "2026-11-21T02:15:00Z"
HOSTILE = '=HYPERLINK("x") # "quoted": {brace} - C:\\new <b> 👩‍🚒 \u2028é\u0085'
Open = Callable[..., Any]


@pytest.fixture
def on(chromium: Chromium, example: Path) -> Open:
    """What is found after using pages of the example plan in French, at night, in one tab."""

    def opened(look: Callable[[Page, str], Awaitable[Any]], *, script: str = "", **options: Any) -> Any:
        async def visiting(visit: Visit) -> Any:
            base = f"{example.as_uri()}/fr"
            if script:
                await visit.page.add_init_script(script)
            await visit.page.clock.set_fixed_time(NIGHT)
            await visit.page.goto(f"{base}/log.html")
            found = await look(visit.page, base)
            assert (visit.errors, visit.outside) == ([], [])
            return found

        return chromium.visit(visiting, timezone_id="Europe/Paris", accept_downloads=True, **options)

    return opened


async def note(page: Page, text: str, kind: str = "note", hour: str = "") -> None:
    await page.locator("[name=kind]").select_option(kind)
    await page.locator("[name=hour]").fill(hour)
    await page.locator("[name=text]").fill(text)
    await page.locator(".pb-note-form [type=submit]").click()


async def lines(page: Page) -> list[str]:
    return [" ".join(line.split()) for line in await page.locator(".pb-lines > li").all_inner_texts()]


async def exported(page: Page, ending: str) -> str:
    async with page.expect_download() as waiting:
        await page.locator(f"[data-export={ending}]").click()
    path = await (await waiting.value).path()
    return path.read_bytes().decode()


def test_ticks_copies_calls_and_notes_come_together_with_their_hour(on: Open) -> None:
    async def look(page: Page, base: str) -> list[str]:
        await page.locator(".pb-crisis [type=submit]").click()
        await page.goto(f"{base}/scenarios/fuite-donnees.html")
        await page.locator("input[data-tick]").first.check()
        await page.locator("button[data-copy]").first.click()
        await page.locator("[aria-live]:not(:empty)").first.wait_for()
        await page.goto(f"{base}/index.html")
        await page.evaluate("addEventListener('click', event => event.preventDefault())")
        await page.locator("a[href^='tel:']").first.click()
        await page.goto(f"{base}/log.html")
        await note(page, "La CNIL a appelé")
        return await lines(page)

    found = on(look, permissions=["clipboard-read", "clipboard-write"])
    assert [line.split()[:4] for line in found] == [
        ["3", "h", "15", word] for word in ("Début", "Fait", "Copié", "Appelé", "Note")
    ]
    assert "Confirmer l'accès" in found[1]
    assert "Fuite de données clients" in found[2], "a text is named as its page is"
    assert "Astreinte" in found[3]
    assert "+33" not in found[3], "a log that is handed on names whom, not their number"
    assert "La CNIL a appelé" in found[4]


def test_a_note_can_be_changed_and_deleted_and_what_wrote_itself_cannot(on: Open) -> None:
    async def look(page: Page, _: str) -> list[list[str]]:
        await page.locator(".pb-crisis [type=submit]").click()
        await note(page, "Appel", hour="2h40")
        before = await lines(page)
        await page.get_by_role("button", name="Modifier Appel").click()
        await page.locator("[name=text]").fill("Appel du maire")
        await page.locator(".pb-note-form [type=submit]").click()
        changed = await lines(page)
        await page.get_by_role("button", name="Supprimer Appel du maire").click()
        return [before, changed, await lines(page)]

    before, changed, after = on(look)
    assert [line[:6] for line in before] == ["2 h 40", "3 h 15"]
    assert "Appel du maire" in changed[0]
    assert len(after) == 1
    assert "Supprimer" not in after[0]


def test_an_hour_that_is_still_to_come_was_yesterday(on: Open) -> None:
    async def look(page: Page, _: str) -> str | None:
        await note(page, "Hier soir", hour="23:50")
        return await page.locator(".pb-lines time").first.get_attribute("datetime")

    assert on(look) == "2026-11-20T22:50:00.000Z"


def test_the_day_before_is_the_calendars_where_clocks_go_back(on: Open) -> None:
    async def look(page: Page, _: str) -> str | None:
        await page.clock.set_fixed_time("2026-10-24T23:00:00Z")
        await note(page, "Hier soir", hour="23:50")
        return await page.locator(".pb-lines time").first.get_attribute("datetime")

    assert on(look) == "2026-10-24T21:50:00.000Z"


@pytest.mark.parametrize(("text", "hour"), [("", ""), ("Appel", "trois heures"), ("Appel", "25:00")])
def test_what_cannot_be_understood_is_asked_again(on: Open, text: str, hour: str) -> None:
    async def look(page: Page, _: str) -> tuple[str, int]:
        await note(page, text, hour=hour)
        return await page.locator(".pb-wrong").inner_text(), await page.locator(".pb-lines > li").count()

    wrong, count = on(look)
    assert wrong.startswith("Écrivez")
    assert count == 0


def test_the_text_and_the_spreadsheet_hold_every_line(on: Open) -> None:
    async def look(page: Page, _: str) -> tuple[str, str]:
        await note(page, HOSTILE)
        await note(page, "-1 client ; « oui »")
        return await exported(page, "md"), await exported(page, "csv")

    markdown, table = on(look)
    assert '- **2026-11-21 03:15** Note: =HYPERLINK\\("x"\\)' in markdown
    assert "\\<b\\>" in markdown
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert rows[0] == ["Jour", "Heure", "Fuseau horaire", "Nature", "Texte"]
    assert rows[1][:4] == ["2026-11-21", "03:15", "Europe/Paris", "Note"]
    assert rows[1][4].startswith("'=HYPERLINK")
    assert rows[2][4] == "'-1 client ; « oui »"


def _gaps(folder: Path) -> set[tuple[str, str, str]]:
    loaded = load(find_plans(folder)[0])
    assert loaded.plan is not None, loaded.findings
    findings = check(loaded, TODAY).findings
    return {(one.check, str(one.where), one.message.text) for one in findings if one.severity is not Severity.INFO}


def test_the_entry_for_the_plan_brings_no_new_finding(on: Open, tmp_path: Path) -> None:
    async def look(page: Page, _: str) -> str:
        await page.locator("[name=name]").fill("Fuite « clients » : 12 novembre")
        await page.locator("[name=scenario]").select_option("rappel-produit")
        await page.locator(".pb-crisis [type=submit]").click()
        await page.clock.set_fixed_time("2026-11-21T02:40:00Z")
        await note(page, "X · alba-attente", kind="said")
        await note(page, "Le numéro gratuit a été ouvert en dix minutes", kind="worked")
        await note(page, HOSTILE, kind="failed")
        await page.locator("[data-act=stop]").click()
        return await exported(page, "yaml")

    entry = on(look)
    plan = shutil.copytree(EXAMPLE, tmp_path / "plan")
    before = _gaps(plan)
    (plan / "retour.yaml").write_text(entry, "utf-8")
    assert _gaps(plan) == before
    review = load(find_plans(plan)[0]).plan.reviews["crisis-2026-11-21"]  # type: ignore[union-attr]
    assert (str(review.closed), review.scenario) == ("2026-11-21", "rappel-produit")
    assert review.first_word_in is not None
    assert review.first_word_in.minutes == 25
    assert review.about is not None
    assert review.about.spoken("en") == "Fuite « clients » : 12 novembre, 2026-11-21"
    assert review.worked is not None
    assert review.worked.each("fr") == ("Le numéro gratuit a été ouvert en dix minutes",)
    assert review.failed is not None
    assert "👩‍🚒" in review.failed.each("fr")[0]
    assert [(action.by, str(action.due)) for action in review.actions] == [("camille-martin", "2026-12-21")]


def test_an_entry_of_an_empty_log_is_one_as_well(on: Open, tmp_path: Path) -> None:
    async def look(page: Page, _: str) -> str:
        return await exported(page, "yaml")

    plan = shutil.copytree(EXAMPLE, tmp_path / "plan")
    before = _gaps(plan)
    (plan / "retour.yaml").write_text(on(look), "utf-8")
    assert _gaps(plan) == before


def test_a_browser_that_keeps_nothing_says_so_and_the_log_still_works(on: Open) -> None:
    async def look(page: Page, _: str) -> tuple[str, list[str]]:
        await note(page, "Appel")
        return await page.locator(".pb-refused").inner_text(), await lines(page)

    refuse = (
        "for (const it of ['localStorage', 'sessionStorage']) Object.defineProperty(window, it, {get() { throw 1; }})"
    )
    refused, found = on(look, script=refuse)
    assert "ne garde rien" in refused
    assert len(found) == 1


def test_a_tab_that_may_keep_something_keeps_it_until_it_is_closed(on: Open) -> None:
    async def look(page: Page, base: str) -> list[str]:
        await note(page, "Appel")
        await page.goto(f"{base}/index.html")
        await page.goto(f"{base}/log.html")
        return await lines(page)

    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw 1; }});"
    assert len(on(look, script=refuse)) == 1


def test_the_log_is_the_same_in_every_language(on: Open) -> None:
    async def look(page: Page, base: str) -> list[str]:
        await note(page, "Appel")
        await page.goto(base.removesuffix("/fr") + "/en/log.html")
        return await lines(page)

    assert on(look)[0].startswith("03:15 Note Appel")


def test_nothing_is_erased_before_it_was_asked_twice(on: Open) -> None:
    async def look(page: Page, base: str) -> list[Any]:
        await page.goto(f"{base}/index.html")
        await page.locator("input[data-tick]").first.check()
        await page.goto(f"{base}/log.html")
        await page.locator("[data-act=erase]").click()
        await page.locator("[data-act=keep]").click()
        kept = await page.locator(".pb-lines > li").count()
        await page.locator("[data-act=erase]").click()
        await page.locator("[data-act=really]").click()
        left = await page.locator(".pb-lines > li").count()
        await page.goto(f"{base}/index.html")
        return [kept, left, await page.locator("input[data-tick]").first.is_checked()]

    assert on(look) == [1, 0, False]


async def exercise(page: Page) -> None:
    """A crisis that is over, some days ago."""
    await page.locator("[name=name]").fill("Exercice fuite")
    await page.locator("[name=scenario]").select_option("fuite-donnees")
    await page.locator(".pb-crisis [type=submit]").click()
    await note(page, "Tout a marché", kind="worked")
    await page.locator("[data-act=stop]").click()
    await page.clock.set_fixed_time("2026-12-10T08:00:00Z")
    await page.reload()


def test_a_new_log_starts_empty_and_the_one_before_can_still_be_exported(on: Open) -> None:
    async def look(page: Page, _: str) -> list[Any]:
        await exercise(page)
        before = await page.locator(".pb-past").is_visible()
        await page.locator("[data-act=new]").click()
        focused = await page.evaluate("document.activeElement.name")
        empty = [await page.locator(f"[name={name}]").input_value() for name in ("name", "scenario")]
        await page.keyboard.type("Fuite")
        await note(page, "La CNIL a appelé")
        texts = [await exported(page, "md")]
        past = page.locator(".pb-past li")
        for at in (0, 1):
            async with page.expect_download() as waiting:
                await past.locator("button").nth(at).click()
            texts.append((await (await waiting.value).path()).read_text("utf-8"))
        return [before, focused, empty, await past.inner_text(), texts]

    before, focused, empty, said, (now, then, review) = on(look)
    assert (before, focused, empty) == (False, "name", ["", ""])
    assert said.startswith("Exercice fuite · Du 21\u00a0novembre\u00a02026 à 3\u00a0h\u00a015 au 21\u00a0novembre")
    assert now.startswith("# Fuite\n")
    assert "2026-12-10 09:00" in now
    assert "Tout a marché" not in now
    assert then.startswith("# Exercice fuite\n")
    assert "Tout a marché" in then
    assert "CNIL" not in then
    assert "scenario: fuite-donnees\n    closed: 2026-11-21" in review


def test_home_starts_a_new_crisis_once_the_one_before_is_over(on: Open) -> None:
    async def look(page: Page, base: str) -> list[Any]:
        await exercise(page)
        await page.goto(f"{base}/index.html")
        clock = [await page.locator(".pb-clock").inner_text(), await page.locator(".pb-since").is_visible()]
        await page.locator(".pb-timer button").click()
        await page.clock.set_fixed_time("2026-12-10T08:05:00Z")
        await page.locator(".pb-clock:text-is('05:00')").wait_for()
        return [clock, await page.evaluate("planbuilder.store.read('crisis')")]

    assert on(look) == [["00:00", False], {"start": "2026-12-10T08:00:00.000Z"}]


def test_a_crisis_that_goes_on_after_all_is_the_same_one(on: Open) -> None:
    async def look(page: Page, _: str) -> list[Any]:
        await exercise(page)
        fixed = await page.locator("[name=name]").is_disabled()
        await page.locator("[data-act=on]").click()
        name = page.locator("[name=name]")
        return [fixed, await name.is_disabled(), await name.input_value(), len(await lines(page))]

    assert on(look) == [True, False, "Exercice fuite", 3]


def test_what_was_put_away_is_erased_with_the_rest(on: Open) -> None:
    async def look(page: Page, _: str) -> list[Any]:
        await exercise(page)
        await page.locator("[data-act=new]").click()
        await page.locator("[data-act=erase]").click()
        await page.locator("[data-act=really]").click()
        return [await page.locator(".pb-past").is_visible(), await page.evaluate("planbuilder.store.read('past', [])")]

    assert on(look) == [False, []]


def test_axe_has_nothing_to_say_of_a_log_after_another(on: Open) -> None:
    async def look(page: Page, _: str) -> list[str]:
        await exercise(page)
        found = await at_every_width(page)
        await page.locator("[data-act=new]").click()
        return found + await at_every_width(page)

    assert on(look) == []


def test_axe_has_nothing_to_say_of_a_log_with_lines_and_a_question(on: Open) -> None:
    async def look(page: Page, _: str) -> list[str]:
        await page.locator(".pb-crisis [type=submit]").click()
        await note(page, "a" * 200)
        await note(page, "Publié", kind="said")
        await note(page, "")
        await page.locator("[data-act=erase]").click()
        return await at_every_width(page)

    assert on(look) == []


def test_on_paper_only_the_lines_are_left(on: Open) -> None:
    async def look(page: Page, _: str) -> tuple[int, bool, str]:
        await page.locator("[name=name]").fill("Fuite")
        await page.locator(".pb-crisis [type=submit]").click()
        await note(page, "Appel")
        await page.emulate_media(media="print")
        controls = page.locator(".pb-log :is(button, input, textarea, select):visible")
        state = await page.locator(".pb-state").inner_text()
        return await controls.count(), await page.locator(".pb-line-text").last.is_visible(), state

    assert on(look) == (0, True, "Fuite · En cours depuis le 21\u00a0novembre\u00a02026 à 3\u00a0h\u00a015.")


def test_without_scripts_it_says_to_use_paper(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> tuple[int, str]:
        await visit.page.goto(f"{example.as_uri()}/fr/log.html")
        controls = visit.page.locator("article :is(button, input, select, textarea):visible")
        return await controls.count(), await visit.page.locator(".pb-paper").inner_text()

    controls, said = chromium.visit(look, java_script_enabled=False)
    assert controls == 0
    assert "papier" in said
