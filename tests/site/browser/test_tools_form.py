"""Writing a statement: blanks, preview, counters, who releases it, copy, log."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from planbuilder.plan import Visibility
from planbuilder.site import build

from .conftest import TODAY, Chromium, Visit
from .looking import at_every_width

CLIPBOARD = ["clipboard-read", "clipboard-write"]
PLAN = """\
about: {organisation: Atelier, languages: [en, fr], country: FR, timezone: Europe/Paris, version: 1, owner: ana}
people:
  ana: {name: Ana Ruiz, mobile: 06 39 98 00 01}
roles:
  lead: {holder: ana, can: [activate, approve], name: {en: Crisis lead, fr: Pilote}}
channels:
  x: {platform: x}
  sms: {platform: sms}
  site: {platform: website}
levels:
  red: {name: {en: Red, fr: Rouge}, sign_off: {approved_text: [lead], new_text: [lead]}}
scenarios:
  leak:
    name: {en: Data leak, fr: Fuite}
    level: red
    placeholders:
      place: {means: {en: town or shop, fr: ville}, example: {en: Lille, fr: Lille}, max: 6}
      who: {means: {en: who says so, fr: qui}, example: {en: The forêt team, fr: La forêt}}
    statements:
      leak-first:
        kind: holding
        channels: [x, sms, site]
        text:
          en: "We closed {place} {{today}}. No comment. Next update at {next_update}. WORDS"
          fr: "Nous avons fermé {place}. Prochain point à {next_update}."
        short: {en: "Closed: {place}.", fr: "Fermé : {place}."}
      leak-late:
        kind: update
        channels: [sms]
        text: {en: "{who} says: LATE"}
""".replace("LATE", "All is safe. " * 7).replace("WORDS", "All is safe. " * 15)
Use = Callable[[Visit], Awaitable[Any]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The crisis team's edition of a plan with one text that nobody approved."""
    folder = tmp_path_factory.mktemp("form").resolve()
    (folder / "plans").mkdir()
    (folder / "plans" / "plan.yaml").write_text(PLAN, "utf-8")
    built = build(folder / "plans", folder / "site", today=TODAY, editions=[Visibility.CRISIS_TEAM])
    assert built.published, built.refusals
    return folder / "site"


@pytest.fixture
def use(chromium: Chromium, site: Path) -> Callable[..., Any]:
    """What is found after using the form of that plan."""

    def using(look: Callable[[Page], Awaitable[Any]], hash_: str = "#write-leak-first", **options: Any) -> Any:
        async def visiting(visit: Visit) -> Any:
            await visit.page.goto(f"{(site / 'en' / 'write.html').as_uri()}{hash_}")
            found = await look(visit.page)
            assert (visit.errors, visit.outside) == ([], [])
            return found

        return chromium.visit(visiting, permissions=CLIPBOARD, **options)

    return using


async def counts(page: Page) -> list[str]:
    found: list[str] = await page.locator(".pb-counts li").all_inner_texts()
    return found


async def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        await page.locator(f"[name=blank-{name}]").fill(value)


def test_each_blank_says_what_it_means_with_an_example(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> list[str]:
        found: list[str] = await page.locator(".pb-blanks label").all_inner_texts()
        return [" ".join(one.split()) for one in found]

    assert use(look) == [
        "Town or shop {place} for example: Lille · at most 6 characters",
        "When we speak again {next_update} for example: 6 pm",
    ]


def test_the_preview_follows_what_is_typed_and_braces_become_single(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> tuple[str, int]:
        await page.locator("[name=channel]").select_option("site")
        await fill(page, place="Lille")
        return await page.locator(".pb-preview").inner_text(), await page.locator(".pb-preview mark").count()

    preview, blanks = use(look)
    assert preview.startswith("We closed Lille {{today}}. No comment. Next update at {next_update}.")
    assert blanks == 1, "the other blank is still marked"


def test_the_short_text_is_published_where_the_other_does_not_fit(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> dict[str, list[str]]:
        found = {}
        for channel in ("x", "sms", "site"):
            await page.locator("[name=channel]").select_option(channel)
            found[channel] = [(await page.locator(".pb-preview").inner_text())[:16], (await counts(page))[0]]
        return found

    found = use(look)
    assert found["x"] == ["We closed {place", "X 255/280 · fits"]
    assert found["sms"] == ["Closed: {place}.", "SMS 15/160 · 1 part · short text"]
    assert found["site"][0] == "We closed {place"
    assert found["site"][1].startswith("Website · 255 characters")


def test_before_anything_is_typed_a_text_is_as_long_as_its_page_says(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> tuple[list[str], list[str]]:
        counted = (await counts(page))[0]
        await page.goto(page.url.split("write.html")[0] + "statements/leak-first.html")
        return [counted], await page.locator(".pb-count").all_inner_texts()

    [counted], on_its_page = use(look)
    assert counted.partition(" · ")[0] in on_its_page


def test_a_count_says_where_it_is_that_of_the_short_text(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> list[str]:
        return await counts(page)

    assert use(look) == ["X 255/280 · fits", "SMS 15/160 · 1 part · short text"]


def test_a_letter_that_costs_nothing_is_no_cause(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> list[str]:
        await page.locator("[name=text]").select_option("")
        found = []
        for own in ("é’" + "a" * 68, "é’" + "a" * 69):
            await page.locator("[name=own]").fill(own)
            found.append((await counts(page))[1])
        return found

    assert use(look) == ["SMS 70/70 · 1 part", "SMS 71/70 · 2 parts, because of ’"]


def test_a_letter_that_stands_in_blanks_only_is_told_with_them(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> list[str]:
        await page.locator("[name=channel]").select_option("sms")
        found = []
        for place in ("ê" * 80, "Lille" * 40, "ê\u200b" + "i" * 80):
            await fill(page, place=place)
            found.append((await counts(page))[0])
        return found

    assert use(look) == [
        "SMS 89/70 · 2 parts, because of ê ({place}) · short text",
        "SMS 209/160 · 2 parts · short text",
        "SMS 91/70 · 2 parts, because of ê ({place}), an invisible character (U+200B) ({place}) · short text",
    ]


def test_a_letter_of_an_example_is_told_with_its_blank_until_something_else_is_typed(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> list[str]:
        await page.locator("[name=text]").select_option("leak-late")
        found = [(await counts(page))[0]]
        await fill(page, who="the owner")
        return [*found, (await counts(page))[0]]

    assert use(look) == ["SMS 111/70 · 2 parts, because of ê ({who})", "SMS 106/160 · 1 part"]


def test_what_an_empty_blank_counts_as_is_said_until_all_are_filled_in(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> list[bool]:
        said = page.locator(".pb-assumed")
        found = [await said.is_visible()]
        await fill(page, place="Lille")
        found.append(await said.is_visible())
        await page.locator("[name=channel]").select_option("sms")
        found.append(await said.is_visible())
        await page.locator("[name=channel]").select_option("x")
        await fill(page, next_update="6 pm")
        found.append(await said.is_visible())
        await page.locator("[name=text]").select_option("")
        return [*found, await said.is_visible()]

    assert use(look) == [True, True, False, False, False], "the short text has one blank, an own text none"


def test_too_long_says_by_how_many_and_a_text_message_says_which_letters_cost(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> tuple[list[str], str | None]:
        await page.locator("[name=text]").select_option("")
        await page.locator("[name=own]").fill("é’\u00a0" + "a" * 300)
        return await counts(page), await page.locator(".pb-length").text_content()

    found, spoken = use(look)
    assert found == ["X 303/280 · too long by 23", "SMS 303/70 · 5 parts, because of ’, the no-break space"]
    assert spoken == "X 303/280 · too long by 23"


def test_a_blank_that_is_empty_blocks_the_copy_with_a_sentence(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> tuple[str, str | None, str]:
        await page.evaluate("navigator.clipboard.writeText('before')")
        await fill(page, place="Lille")
        await page.get_by_role("button", name="Copy").click()
        focused = await page.evaluate("document.activeElement.name")
        wrong = await page.locator(".pb-wrong").inner_text()
        return wrong, focused, await page.evaluate("navigator.clipboard.readText()")

    assert use(look) == ("Fill in first: when we speak again.", "blank-next_update", "before")


def test_the_copy_is_what_the_channel_publishes_and_the_log_knows(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> tuple[str, list[list[str]]]:
        await fill(page, place="Lille", next_update="6 pm")
        await page.get_by_role("button", name="Copy").click()
        await page.locator(".pb-told:not(:empty)").wait_for()
        copied = await page.evaluate("navigator.clipboard.readText()")
        await page.get_by_role("button", name="published").click()
        lines = await page.evaluate("planbuilder.store.read('log', []).map(line => [line.kind, line.text])")
        return copied, lines

    copied, lines = use(look)
    assert copied.startswith("We closed Lille {{today}}. No comment. Next update at 6 pm.")
    assert lines == [["copy", "X · leak-first"], ["said", f"X · leak-first: {copied}"]]


def test_a_text_that_nobody_approved_says_so_in_red_and_whom_to_call(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> tuple[str, str | None]:
        call = page.locator(".pb-write .pb-call:visible")
        return await page.locator(".pb-approval.pb-bad:visible").inner_text(), await call.get_attribute("href")

    approval, call = use(look)
    assert "NOT APPROVED" in approval
    assert call == "tel:+33639980001"


def test_a_role_that_has_a_line_on_call_is_rung_there(chromium: Chromium, example: Path) -> None:
    async def look(visit: Visit) -> str | None:
        await visit.page.goto(f"{example.as_uri()}/fr/write.html#write-fuite-attente")
        return await visit.page.locator(".pb-write .pb-call:visible").first.get_attribute("href")

    assert chromium.visit(look) == "tel:+33199000040"


def test_what_the_checks_say_of_its_tone_stands_beside_it(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> str:
        return await page.locator(".pb-tone:visible").inner_text()

    assert "No comment" in use(look)


def test_another_language_shows_its_own_text_and_each_keeps_what_was_typed_into_it(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> list[str | None]:
        preview = page.locator(".pb-preview")
        await fill(page, place="Lille")
        await page.locator("[name=language]").select_option("fr")
        found = [await preview.inner_text(), await preview.get_attribute("lang")]
        await fill(page, place="ce bourg")
        await page.locator("[name=language]").select_option("en")
        return [*found, (await preview.inner_text())[:15], await page.locator("[name=blank-place]").input_value()]

    french = "Nous avons fermé {place}. Prochain point à {next_update}."
    assert use(look) == [french, "fr", "We closed Lille", "Lille"]


def test_a_blank_that_was_filled_in_for_another_language_blocks_the_copy(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> str:
        await fill(page, place="Lille", next_update="6 pm")
        await page.locator("[name=language]").select_option("fr")
        await page.get_by_role("button", name="Copy").click()
        return await page.locator(".pb-wrong").inner_text()

    assert use(look) == "Fill in first: town or shop, when we speak again."


@pytest.mark.parametrize(("field", "value"), [("text", ""), ("language", "fr"), ("channel", "site")])
def test_what_was_told_of_a_text_goes_with_it(use: Callable[..., Any], field: str, value: str) -> None:
    async def look(page: Page) -> list[str]:
        told = page.locator(".pb-told")
        await fill(page, place="Lille", next_update="6 pm")
        await page.get_by_role("button", name="Copy").click()
        await page.locator(".pb-told:not(:empty)").wait_for()
        found = await told.inner_text()
        await page.locator(f"[name={field}]").select_option(value)
        return [found, await told.inner_text()]

    assert use(look) == ["Copied", ""]


def test_a_text_of_ones_own_starts_from_the_one_on_the_screen(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> tuple[str, str]:
        await page.locator("[name=language]").select_option("fr")
        await fill(page, place="Lille", next_update="18 h")
        await page.locator("[name=text]").select_option("")
        return await page.locator("[name=own]").input_value(), await page.locator(".pb-approval:visible").inner_text()

    own, approval = use(look)
    assert own == "Nous avons fermé Lille. Prochain point à 18 h."
    assert "NOT APPROVED" in approval


def test_a_value_that_is_longer_than_the_plan_allows_is_marked(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> list[str | None]:
        await fill(page, place="Lille")
        before = await page.locator("[name=blank-place]").get_attribute("aria-invalid")
        await fill(page, place="Villeneuve")
        return [before, await page.locator("[name=blank-place]").get_attribute("aria-invalid")]

    assert use(look) == ["false", "true"]


def test_axe_has_nothing_to_say_of_the_form_filled_in_and_refused(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> list[str]:
        await page.get_by_role("button", name="Copy").click()
        await fill(page, place="Villeneuve")
        await page.locator("[name=channel]").select_option("sms")
        return await at_every_width(page)

    assert use(look) == []


def test_without_scripts_the_texts_are_listed_and_no_dead_control_is_shown(use: Callable[..., Any]) -> None:
    async def look(page: Page) -> tuple[int, str]:
        controls = page.locator("article :is(button, input, select, textarea):visible")
        return await controls.count(), await page.locator(".pb-library").inner_text()

    controls, listed = use(look, java_script_enabled=False)
    assert controls == 0
    assert "First word Data leak" in listed, "which text it is"


@pytest.mark.parametrize(("hour", "called"), [("10:00", "tel:+33199000040"), ("22:00", "tel:+33639980001")])
def test_whoever_releases_it_at_this_hour_is_the_large_button(
    chromium: Chromium, tmp_path: Path, hour: str, called: str
) -> None:
    line = "day: {role: lead, rota: [ana], from: 2026-11-16, hours: daily 08:00-20:00, number: +33 1 99 00 00 40}"
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(f"{PLAN}on_call:\n  {line}\n", "utf-8")
    built = build(tmp_path / "plan", tmp_path / "site", today=TODAY, editions=[Visibility.CRISIS_TEAM])
    assert built.published, built.refusals

    async def look(visit: Visit) -> tuple[str | None, str]:
        await visit.page.clock.set_fixed_time(f"2026-11-24T{hour}:00+01:00")
        await visit.page.goto(f"{(tmp_path / 'site' / 'en' / 'write.html').as_uri()}#write-leak-first")
        call = visit.page.locator(".pb-write .pb-call:visible")
        return await call.get_attribute("href"), await call.evaluate("one => getComputedStyle(one).backgroundColor")

    assert chromium.visit(look) == (called, "rgb(168, 10, 32)")
