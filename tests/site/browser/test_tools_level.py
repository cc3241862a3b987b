"""Finding the level by questions: the gravest first, and not knowing counts as yes."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from .conftest import Chromium, Visit
from .looking import at_every_width

Open = Callable[..., Any]


@pytest.fixture
def on(chromium: Chromium, example: Path) -> Open:
    """What is found on the page of the levels, in English."""

    def opened(look: Callable[[Page], Awaitable[Any]], **options: Any) -> Any:
        async def visiting(visit: Visit) -> Any:
            await visit.page.goto((example / "en" / "level.html").as_uri())
            found = await look(visit.page)
            assert (visit.errors, visit.outside) == ([], [])
            return found

        return chromium.visit(visiting, **options)

    return opened


async def answer(page: Page, *answers: str) -> str:
    """The heading that has the focus after the answers were given by the keyboard."""
    for one in answers:
        await page.get_by_role("button", name=one, exact=True).focus()
        await page.keyboard.press("Enter")
    heading: str = await page.evaluate("document.activeElement.innerText")
    return " ".join(heading.split())


@pytest.mark.parametrize(
    ("answers", "heading"),
    [
        (["Yes"], "Take this level: Major crisis"),
        (["I do not know"], "Take this level: Major crisis"),
        (["No"], "Is one of these facts true? Question 2 of 3"),
        (["No", "Yes"], "Take this level: Crisis"),
        (["No", "No", "I do not know"], "Take this level: Watch"),
        (["No", "No", "No"], "No level is reached."),
        (["No", "Yes", "Back"], "Is one of these facts true? Question 2 of 3"),
        (["No", "Back"], "Is one of these facts true? Question 1 of 3"),
        (["No", "No", "No", "Back"], "Is one of these facts true? Question 3 of 3"),
        (["No", "No", "Start again"], "Is one of these facts true? Question 1 of 3"),
    ],
)
def test_the_first_yes_names_the_level(on: Open, answers: list[str], heading: str) -> None:
    assert on(lambda page: answer(page, *answers)) == heading


def test_the_facts_of_the_gravest_level_are_asked_first(on: Open) -> None:
    async def look(page: Page) -> list[str]:
        found: list[str] = await page.locator(".pb-question:visible li").all_inner_texts()
        return found

    assert on(look) == ["Serious injury or death", "Dangerous product in customers' homes", "All sales stopped"]


def test_the_level_comes_with_its_promises_and_a_number_to_ring(on: Open) -> None:
    async def look(page: Page) -> tuple[str, str | None, str | None]:
        await answer(page, "Yes")
        result = page.locator(".pb-result:visible")
        call = result.locator("a.pb-call").first
        more = result.get_by_role("link", name="All the calls of this level")
        return await result.inner_text(), await call.get_attribute("href"), await more.get_attribute("href")

    said, call, more = on(look)
    assert "10\u00a0min" in said
    assert call == "tel:+33199000040"
    assert more == "call.html#path-alerte-rouge"


@pytest.mark.parametrize("answers", [["No"], ["Yes"], ["No", "No", "No"]])
def test_axe_has_nothing_to_say_of_questions_and_answers(on: Open, answers: list[str]) -> None:
    async def look(page: Page) -> list[str]:
        await answer(page, *answers)
        return await at_every_width(page)

    assert on(look) == []


def test_without_scripts_the_facts_are_there_and_no_question(on: Open) -> None:
    async def look(page: Page) -> tuple[int, str]:
        return await page.locator("article button:visible").count(), await page.locator(".pb-levels").inner_text()

    buttons, said = on(look, java_script_enabled=False)
    assert buttons == 0
    assert "Serious injury or death" in said
