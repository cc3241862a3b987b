"""The words of the scripts: every one that a script asks for, in the reader's language, before any script asks."""

import json
import re
from collections.abc import Callable

import pytest

from planbuilder.pages import Tree
from planbuilder.pages._assets import assets
from planbuilder.pages._script_words import PATH, script
from planbuilder.plan import Visibility

PLAN = {"about": {"organisation": "Atelier", "languages": ["fr", "en"]}}


def words(language: str) -> dict[str, str]:
    text = script(language)[1].decode()
    found: dict[str, dict[str, str]] = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return found["words"]


def test_they_are_loaded_before_every_other_script(pages_of: Callable[..., Tree]) -> None:
    made = pages_of(PLAN, "fr", Visibility.STAFF, rules=())
    assert next(path for path, _ in made.files if path.endswith(".js")) == PATH


def test_the_scripts_ask_for_these_words_and_no_others() -> None:
    scripts = "\n".join(content.decode() for path, content in assets() if path.endswith(".js"))
    asked = set(re.findall(r"\bwords\.(\w+)", scripts)) | {"level", "call"}  # the links below the search
    assert asked == words("en").keys()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_fields_that_a_script_fills_stay_in_the_sentence(language: str) -> None:
    found = words(language)
    assert "{time}" in found["left"]
    assert "{time}" in found["late"]
    assert "{count}" in found["days"]


def test_they_are_in_the_language_of_the_reader() -> None:
    french, english = words("fr"), words("en")
    assert french["overdue"] == "Revue en retard\u00a0: vérifiez avant de vous y fier"
    assert [key for key in english if french[key] == english[key]] == []
    assert words("de") == english
