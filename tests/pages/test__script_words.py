"""What the scripts say and know: every word that one asks for, in the reader's language, before any script asks."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from planbuilder.pages import Tree
from planbuilder.pages._script_words import PATH
from planbuilder.pages._templates import templates_folder
from planbuilder.plan import Visibility

PLAN = {"about": {"organisation": "Atelier", "languages": ["fr", "en", "de"], "version": '4."3'}}
Known = Callable[[str], dict[str, Any]]


@pytest.fixture
def known(pages_of: Callable[..., Tree]) -> Known:
    """What the scripts are given in a language."""

    def read(language: str) -> dict[str, Any]:
        text = dict(pages_of(PLAN, language, Visibility.STAFF, rules=()).files)[PATH].decode()
        found: dict[str, Any] = json.loads(text[text.index("{") : text.rindex("}") + 1])
        return found

    return read


def test_they_are_loaded_before_every_other_script(pages_of: Callable[..., Tree]) -> None:
    made = pages_of(PLAN, "fr", Visibility.STAFF, rules=())
    assert next(path for path, _ in made.files if path.endswith(".js")) == PATH


def test_the_scripts_ask_for_these_words_and_no_others(known: Known) -> None:
    scripts = "\n".join(script.read_text("utf-8") for script in templates_folder().rglob("*.js"))
    known_of_it = set(re.findall(r"\bplan\.(\w+)", scripts))
    asked = set(re.findall(r"\bwords\.(\w+)", scripts)) | {"level", "call"}  # the links below the search
    assert asked == known("en")["words"].keys()
    assert known_of_it == known("en")["plan"].keys()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_fields_that_a_script_fills_stay_in_the_sentence(known: Known, language: str) -> None:
    words = known(language)["words"]
    assert "{time}" in words["left"]
    assert "{time}" in words["late"]
    assert "{count}" in words["days"]


def test_they_are_in_the_language_of_the_reader(known: Known) -> None:
    french, english = known("fr")["words"], known("en")["words"]
    assert french["overdue"] == "Relecture en retard\u00a0: vérifiez avant de vous y fier"
    assert [key for key in english if french[key] == english[key]] == []
    assert known("de")["words"] == english


def test_they_know_the_plan_whose_marks_they_keep(known: Known) -> None:
    assert known("fr")["plan"] == {"name": "plan", "version": '4."3', "zone": "UTC", "approved": False, "next": ""}
    assert known("fr")["plan"] == known("en")["plan"]


def test_they_know_the_day_of_the_next_review(pages_of: Callable[..., Tree]) -> None:
    plan = {**PLAN, "about": {**PLAN["about"], "reviewed": "2026-09-14", "review_every": "6 months"}}
    text = dict(pages_of(plan, "en", Visibility.STAFF, rules=()).files)[PATH].decode()
    assert '"next": "2027-03-14"' in text
