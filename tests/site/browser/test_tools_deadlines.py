"""The start that the reader sets, and the hours that follow from it, in the time zone of the plan."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from planbuilder.cover.clock import minute_of

from .conftest import Chromium, Visit
from .looking import NARROW, at_every_width

Open = Callable[..., Any]
NIGHT = "2026-11-21T02:15:00Z"
"""03:15 in Paris."""


@pytest.fixture
def on(chromium: Chromium, example: Path) -> Open:
    """What is found on a page of the example plan in English, for a reader in Montréal unless said otherwise."""

    def opened(
        path: str,
        look: Callable[[Page], Awaitable[Any]],
        *,
        now: str = NIGHT,
        timezone_id: str = "America/Montreal",
        **options: Any,
    ) -> Any:
        async def visiting(visit: Visit) -> Any:
            await visit.page.clock.set_fixed_time(now)
            await visit.page.goto(f"{example.as_uri()}/en/{path}.html")
            found = await look(visit.page)
            assert (visit.errors, visit.outside) == ([], [])
            return found

        return chromium.visit(visiting, timezone_id=timezone_id, **options)

    return opened


async def start(page: Page, hour: str, back: int = 0) -> None:
    if not await page.locator(".pb-start input").is_visible():
        await page.locator(".pb-start summary").click()
    await page.locator(".pb-start input").fill(hour)
    await page.locator(".pb-start select").select_option(index=back)
    await page.get_by_role("button", name="It started then").click()


async def due(page: Page, words: str) -> str:
    place = page.locator(f"li:has-text('{words}') [data-left]")
    return await place.inner_text() if await place.count() else ""


def test_a_duty_shows_its_hour_in_the_zone_of_the_plan_and_what_is_left(on: Open) -> None:
    async def look(page: Page) -> list[str]:
        before = await due(page, "early warning")
        await start(page, "01:15")
        begun = await page.locator(".pb-started").inner_text()
        return [before, begun, await due(page, "early warning"), await due(page, "GDPR art. 33")]

    before, begun, warning, gdpr = on("obligations", look)
    assert before == ""
    assert begun == "Counted from 01:15 (Paris time), the start you set.", "the place is named once"
    assert warning == "Sun 22\u00a0November 01:15 · 22\u00a0h left"
    assert gdpr == "Tue 24\u00a0November 01:15 · 70\u00a0h left"


def test_a_final_report_counts_from_the_notification_which_nobody_sets_here(on: Open) -> None:
    async def look(page: Page) -> str:
        await start(page, "01:15")
        return await due(page, "final report")

    assert on("obligations", look) == ""


def test_a_deadline_that_has_passed_says_by_how_much(on: Open) -> None:
    async def look(page: Page) -> tuple[str, str | None]:
        await start(page, "01:00", back=2)
        place = page.locator("li:has-text('early warning') [data-left]")
        return await place.inner_text(), await place.get_attribute("class")

    said, look_of_it = on("obligations", look, timezone_id="Europe/Paris")
    assert said == "Fri 20\u00a0November 01:00 · 26\u00a0h 15\u00a0min late"
    assert "pb-overdue" in str(look_of_it)


def test_the_steps_of_a_scenario_show_their_hour_and_the_timer_shares_the_start(on: Open) -> None:
    async def look(page: Page) -> tuple[list[str], str]:
        await page.locator(".pb-start summary").click()
        await page.get_by_role("button", name="It starts now").click()
        hours = await page.locator("[data-after-minutes]:not([data-left])").all_inner_texts()
        await page.clock.set_fixed_time("2026-11-21T02:20:00Z")
        await page.goto(page.url.replace("scenarios/fuite-donnees", "index"))
        return hours, await page.locator(".pb-clock").inner_text()

    hours, clock = on("scenarios/fuite-donnees", look, timezone_id="Europe/Paris")
    assert [hour for hour in hours if hour][:4] == ["03:15", "03:25", "03:30", "04:15"]
    assert clock == "05:00"


@pytest.mark.parametrize(
    ("unit", "start", "found"),
    [
        ("months='1'", "2027-01-31T09:00:00Z", "2027-02-28T09:00:00.000Z"),
        ("months='1'", "2026-10-01T07:00:00Z", "2026-11-01T08:00:00.000Z"),
        ("days='3'", "2026-10-23T07:00:00Z", "2026-10-26T08:00:00.000Z"),
        ("business-days='2'", "2026-11-20T09:00:00Z", "2026-11-24T09:00:00.000Z"),
        ("business-days='1'", "2026-11-21T09:00:00Z", "2026-11-23T09:00:00.000Z"),
        ("minutes='1440'", "2026-10-24T09:00:00Z", "2026-10-25T09:00:00.000Z"),
    ],
)
def test_days_and_months_are_the_calendars_and_hours_are_elapsed(on: Open, unit: str, start: str, found: str) -> None:
    async def look(page: Page) -> str:
        await page.evaluate(f"planbuilder.store.begin(new Date('{start}'))")
        minutes = "" if "minutes" in unit else "data-after-minutes='0'"
        await page.evaluate(
            """markup => {
                const place = new DOMParser().parseFromString(markup, 'text/html').body.firstChild;
                document.querySelector('.pb-lead').append(place);
            }""",
            f"<i {minutes} data-after-{unit}></i>",
        )
        await page.evaluate("planbuilder.store.changed()")
        said: str = await page.locator(".pb-lead i").inner_text()
        due = f"planbuilder.hours.when(new Date('{found}'))"
        assert said == await page.evaluate(due), said
        return said

    assert on("about", look, timezone_id="Europe/Paris") != ""


CHANGES = [date(2026, 3, 29), date(2026, 10, 25)]
"""The days of 2026 on which the clocks of Paris go forward, and back."""


def test_an_hour_is_the_same_moment_here_and_in_the_program_also_while_clocks_change(on: Open) -> None:
    typed = [
        (day + timedelta(days=near), hour * 60 + minute)
        for day in CHANGES
        for near in (-1, 0, 1)
        for hour in (0, 1, 2, 3, 23)
        for minute in (0, 30, 59)
    ]

    async def look(page: Page) -> list[int]:
        asked = [(day.isoformat(), f"{minute // 60:02}:{minute % 60:02}") for day, minute in typed]
        moments: list[int] = await page.evaluate(
            "asked => asked.map(one => planbuilder.hours.moment(...one).getTime() / 60000)", asked
        )
        return moments

    assert on("index", look) == [minute_of(day, minute, "Europe/Paris") for day, minute in typed]


@pytest.mark.parametrize("hour", ["", "3", "24:00", "12:60", "noon"])
def test_an_hour_that_nobody_understands_is_asked_again(on: Open, hour: str) -> None:
    async def look(page: Page) -> list[Any]:
        await start(page, hour)
        focused = await page.evaluate("document.activeElement.matches('.pb-start input')")
        return [await page.locator(".pb-wrong").inner_text(), focused, await page.evaluate("planbuilder.store.start()")]

    assert on("obligations", look) == ["Write the hour as 03:15.", True, None]


def test_a_start_that_is_still_to_come_is_refused(on: Open) -> None:
    async def look(page: Page) -> str:
        await start(page, "23h59")
        return await page.locator(".pb-wrong").inner_text()

    assert on("obligations", look) == "That is still to come: choose an earlier hour or day."


def test_a_start_that_is_set_again_is_corrected_in_the_log_and_one_after_the_end_is_another(on: Open) -> None:
    lines = "planbuilder.store.read('log', []).filter(line => line.kind === 'start').map(line => line.at.slice(11, 16))"

    async def look(page: Page) -> list[list[str]]:
        found = []
        for hour in ("01:15", "02:00"):
            await page.evaluate("planbuilder.store.record('note', 'between')")
            await start(page, hour)
            found.append(await page.evaluate(lines))
        crisis = "Object.assign(planbuilder.store.read('crisis'), { stop: '2026-11-21T01:10:00.000Z' })"
        await page.evaluate(f"planbuilder.store.write('crisis', {crisis})")
        await start(page, "02:12")
        return [*found, await page.evaluate(lines)]

    assert on("obligations", look) == [["00:15"], ["01:00"], ["01:12"]]


def test_once_it_is_over_no_deadline_counts_until_a_new_start_which_keeps_none_of_its_ticks(on: Open) -> None:
    async def look(page: Page) -> list[Any]:
        await start(page, "02:00")
        await page.locator("[data-tick]").nth(0).check()
        crisis = (
            "Object.assign(planbuilder.store.read('crisis'), { stop: '2026-11-21T02:16:00.000Z', name: 'Exercise' })"
        )
        await page.evaluate(f"planbuilder.store.write('crisis', {crisis})")
        await page.clock.set_fixed_time("2026-12-10T08:00:00Z")
        await page.reload()
        over = [await page.locator(".pb-due").count(), await page.locator(".pb-overdue").count()]
        said = await page.locator(".pb-started").inner_text()
        await page.locator("[data-tick]").nth(1).check()
        await start(page, "08:55")
        ticked = [await page.locator("[data-tick]").nth(at).is_checked() for at in (0, 1)]
        kept = await page.evaluate(
            "['crisis', 'log'].map(name => planbuilder.store.read(name)).concat(planbuilder.store.read('past'))"
        )
        return [over, said, ticked, kept]

    over, said, ticked, (crisis, log, past) = on("scenarios/fuite-donnees", look)
    assert over == [0, 0]
    assert said == "Set when it started: every deadline then shows its hour."
    assert ticked == [False, True], "what was done since the new start belongs to it"
    assert crisis == {"start": "2026-12-10T07:55:00.000Z"}
    assert [line["kind"] for line in log] == ["tick", "start"]
    assert [line["kind"] for line in past["log"]] == ["start", "tick"]
    assert past["crisis"]["name"] == "Exercise"


DAYS = "[...document.querySelector('.pb-start select').options].map(one => one.text)"


@pytest.mark.parametrize(
    ("now", "newest"),
    [
        ("2027-03-28T22:30:00Z", ["Monday 29\u00a0March", "Sunday 28\u00a0March", "Saturday 27\u00a0March"]),
        ("2026-10-25T22:30:00Z", ["Sunday 25\u00a0October", "Saturday 24\u00a0October", "Friday 23\u00a0October"]),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Paris", "Pacific/Auckland"])
def test_each_day_of_the_calendar_can_be_chosen_once(on: Open, now: str, newest: list[str], zone: str) -> None:
    async def look(page: Page) -> list[str]:
        found: list[str] = await page.evaluate(DAYS)
        return found

    found = on("obligations", look, now=now, timezone_id=zone)
    assert found[:3] == newest
    assert len(set(found)) == len(found) == 15


@pytest.mark.parametrize("chosen", [0, 1])
def test_after_midnight_the_list_begins_with_the_new_day_and_keeps_an_older_choice(on: Open, chosen: int) -> None:
    async def look(page: Page) -> list[str]:
        await page.locator(".pb-start select").select_option(index=chosen, force=True)
        await page.clock.set_fixed_time("2026-11-21T23:15:00Z")
        await page.locator(".pb-start summary").click()
        await page.locator(".pb-start option:text-is('Sunday 22\u00a0November')").wait_for(state="attached")
        shown = await page.locator(".pb-start select").evaluate("one => one.selectedOptions[0].text")
        await page.locator(".pb-start input").fill("00:05")
        await page.get_by_role("button", name="It started then").click()
        return [shown, await page.evaluate("planbuilder.store.start().toISOString()")]

    newest, older = "Sunday 22\u00a0November", "Friday 20\u00a0November"
    found = on("obligations", look, now="2026-11-21T22:50:00Z")
    assert found == [[newest, "2026-11-21T23:05:00.000Z"], [older, "2026-11-19T23:05:00.000Z"]][chosen]


@pytest.mark.parametrize("path", ["obligations", "scenarios/fuite-donnees"])
def test_axe_has_nothing_to_say_of_running_clocks(on: Open, path: str) -> None:
    async def look(page: Page) -> list[str]:
        await start(page, "01:15", back=3)
        await start(page, "")
        return await at_every_width(page, [NARROW])

    assert on(path, look) == []
