"""A plan in which every key is written, with the words of the test's choice, and the pages made of it."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbuilder.checking import Checked, check
from planbuilder.loading import load_texts
from planbuilder.pages import Tree, tree
from planbuilder.plan import Visibility
from planbuilder.rules import CATALOGUE, Rule
from planbuilder.source import Span

TODAY = date(2026, 11, 21)
Words = Callable[[str], str]
Make = Callable[..., Tree]


def every_key(say: Words) -> dict[str, Any]:
    """A whole plan. `say` gives each free text, marked `=name` in the file; ids, dates and codes stay."""

    def said(value: Any) -> Any:
        if isinstance(value, dict):
            return {said(key): said(below) for key, below in value.items()}
        if isinstance(value, list):
            return [said(below) for below in value]
        return say(value[1:]) if value.startswith("=") else value

    plan: dict[str, Any] = said(json.loads((Path(__file__).parent / "every_key.json").read_text("utf-8")))
    plan["platforms"] = {name.lower(): below for name, below in plan["platforms"].items()}
    return plan


def checked_plan(plan: dict[str, Any], rules: Iterable[Rule] = CATALOGUE) -> Checked:
    """A plan through loading and checking; it must be readable."""
    checked = check(load_texts({"plan.yaml": json.dumps(plan, ensure_ascii=False)}), TODAY, rules=rules)
    assert checked.loaded.plan is not None, [str(finding.message.text) for finding in checked.loaded.findings]
    return checked


def edit_link(place: Span) -> str:
    return f"https://git.example.org/edit/main/{place.file}#L{place.line}"


@pytest.fixture(scope="session")
def plan_of() -> Callable[[Words], dict[str, Any]]:
    """The plan with every key, said in the words of a function."""
    return every_key


@pytest.fixture(scope="session")
def pages_of() -> Make:
    """Pages of a plan that is given as data."""

    def make(
        plan: dict[str, Any],
        language: str = "en",
        edition: Visibility = Visibility.CRISIS_TEAM,
        *,
        siblings: tuple[str, ...] = (),
        rules: Iterable[Rule] = CATALOGUE,
    ) -> Tree:
        return tree(checked_plan(plan, rules), language, edition, TODAY, edit_link, siblings)

    return make


@pytest.fixture(scope="session")
def whole(plan_of: Callable[[Words], dict[str, Any]], pages_of: Make) -> Callable[[str, Visibility], Tree]:
    """The pages of the plan with every key, made once for each language and edition."""
    made: dict[tuple[str, Visibility], Tree] = {}

    def get(language: str, edition: Visibility) -> Tree:
        if (language, edition) not in made:
            made[language, edition] = pages_of(
                plan_of(lambda name: f"Mot {name}"), language, edition, siblings=("fr", "en")
            )
        return made[language, edition]

    return get


@pytest.fixture(scope="session")
def shell_extensions() -> list[str]:
    """The Markdown extensions of the shipped shell, in the form Python-Markdown takes."""
    lines = (
        (Path(__file__).parents[2] / "mkdocs.yml")
        .read_text("utf-8")
        .split("markdown_extensions:\n")[1]
        .split("\n\n")[0]
    )
    return [line.strip("- :") for line in lines.splitlines() if line.startswith("  - ")]
