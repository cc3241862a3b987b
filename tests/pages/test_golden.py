"""A few pages as they are handed to the engine, word for word."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planbuilder.messages import say
from planbuilder.pages import Tree, Ways, explanations
from planbuilder.plan import Visibility
from planbuilder.rules.team import missing_function, role_without_deputy

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("path", "reader"),
    [
        ("index.md", ("fr", Visibility.CRISIS_TEAM)),
        ("index.md", ("en", Visibility.STAFF)),
        ("call.md", ("en", Visibility.CRISIS_TEAM)),
        ("scenarios/leak.md", ("fr", Visibility.STAFF)),
        ("statements/first-word.md", ("en", Visibility.STAFF)),
        ("state.md", ("fr", Visibility.STAFF)),
    ],
)
def test_the_page_is_word_for_word_what_was_read_and_accepted(
    golden: Callable[[Path, str], None],
    plan_of: Callable[[Callable[[str], str]], dict[str, Any]],
    pages_of: Callable[..., Tree],
    path: str,
    reader: tuple[str, Visibility],
) -> None:
    language, edition = reader
    made = pages_of(plan_of(lambda name: f"Word {name}"), language, edition, siblings=("fr", "en"), rules=())
    markdown = next(page.markdown for page in made.pages if page.path == path)
    golden(GOLDEN / f"{path.removesuffix('.md').replace('/', '-')}.{language}.{edition.value}.md", markdown)


@pytest.mark.parametrize("path", ["state.md", "practices.md", "roles/legal.md"])
def test_the_page_with_a_finding_is_word_for_word_what_was_read_and_accepted(
    golden: Callable[[Path, str], None],
    plan_of: Callable[[Callable[[str], str]], dict[str, Any]],
    pages_of: Callable[..., Tree],
    path: str,
) -> None:
    made = pages_of(
        plan_of(lambda name: f"Word {name}"), "fr", Visibility.STAFF, rules=(role_without_deputy, missing_function)
    )
    markdown = next(page.markdown for page in made.pages if page.path == path)
    golden(GOLDEN / f"{path.removesuffix('.md').replace('/', '-')}.fr.found.md", markdown)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_of_a_check_is_word_for_word_what_was_read_and_accepted(
    golden: Callable[[Path, str], None], language: str
) -> None:
    ways = Ways("../../fr/state.html", say("State of the plan"), {"en": "../en/"})
    pages = dict(explanations((role_without_deputy,), language, ways))
    golden(GOLDEN / f"check.{language}.html", pages["TEAM-NO-DEPUTY.html"])
