"""The index of the search: whole, of one edition, in every language, and a script whatever the plan says."""

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.packed import read_index

from planbuilder.loading import load_texts
from planbuilder.pages import Tree
from planbuilder.pages._search import INDEX, KINDS
from planbuilder.plan import Visibility
from planbuilder.plan.editions import hidden_values
from planbuilder.source.characters import invisible_at, unwanted_at

Words = Callable[[str], str]
Whole = Callable[[str, Visibility], Tree]
PlanOf = Callable[[Words], dict[str, Any]]
PagesOf = Callable[..., Tree]

START, END = '"use strict";\nwindow.planbuilderSearch.index = ', ";\n"


def read(tree: Tree) -> dict[str, Any]:
    """The index of a tree as data."""
    text = script(tree)
    assert text.startswith(START)
    assert text.endswith(END)
    return read_index(text)


def script(tree: Tree) -> str:
    return dict(tree.files)[INDEX].decode()


def found(tree: Tree, start: str) -> list[dict[str, Any]]:
    return [entry for entry in read(tree)["entries"] if entry["u"].startswith(start)]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("edition", Visibility)
def test_every_entry_leads_to_a_page_and_to_a_place_on_it(whole: Whole, language: str, edition: Visibility) -> None:
    tree = whole(language, edition)
    pages = {f"{page.path.removesuffix('.md')}.html": page.markdown for page in tree.pages}
    for entry in read(tree)["entries"]:
        page, _, anchor = unquote(entry["u"]).partition("#")
        for place in filter(None, (anchor, *(place for place, *_ in entry.get("p", ())))):
            assert f'id="{place}"' in pages[page] or f"{{: #{place} }}" in pages[page], (page, place)
        assert entry["k"] in KINDS


def test_every_page_can_be_found(whole: Whole) -> None:
    tree = whole("en", Visibility.STAFF)
    reached = {entry["u"] for entry in read(tree)["entries"]}
    assert {f"{page.path.removesuffix('.md')}.html" for page in tree.pages} <= reached


def test_an_entry_says_its_title_and_what_to_do_first(whole: Whole) -> None:
    (entry,) = (one for one in found(whole("fr", Visibility.STAFF), "call.html") if one["u"] == "call.html")
    assert entry["t"] == "Qui appeler"
    assert entry["l"].startswith("Appelez de haut en bas")
    assert "Whom to call" in entry["n"]
    assert ["meet", "Où se réunir", "Where to meet"] in entry["p"]


def test_the_words_of_every_language_lead_to_the_page(pages_of: PagesOf) -> None:
    plan = {
        "about": {"organisation": "Atelier", "languages": ["fr", "en", "de"]},
        "scenarios": {
            "leak": {
                "name": {"fr": "Fuite", "en": "Leak", "de": "Datenleck"},
                "triggers": {"fr": ["vu en ligne"], "en": ["seen online"], "de": ["im Netz gesehen"]},
            }
        },
    }
    for language, title in (("fr", "Fuite"), ("en", "Leak"), ("de", "Datenleck")):
        (entry,) = found(pages_of(plan, language, Visibility.STAFF), "scenarios/leak.html")
        assert entry["t"] == title
        assert {"Fuite", "Leak", "Datenleck"} == {title, *entry["n"]} - {"leak"}
        assert {"vu en ligne", "seen online", "im Netz gesehen"} <= set(entry["w"])


def test_a_text_of_another_language_is_told_apart(whole: Whole) -> None:
    (entry,) = found(whole("fr", Visibility.STAFF), "statements/to-staff.html")
    assert "Mot text" in entry["b"]
    (entry,) = found(whole("en", Visibility.STAFF), "statements/to-staff.html")
    assert "Mot text" in entry["o"]["fr"]


def test_people_are_found_where_the_edition_shows_them(whole: Whole) -> None:
    def of_ana(edition: Visibility) -> str:
        return next(str(entry["u"]) for entry in read(whole("en", edition))["entries"] if entry["t"] == "Mot ana")

    assert of_ana(Visibility.STAFF) == "roles/lead.html"
    assert of_ana(Visibility.CRISIS_TEAM) == "call-sheet.html#person-ana"


def test_whoever_has_left_is_not_offered(whole: Whole) -> None:
    titles = {entry["t"] for entry in read(whole("en", Visibility.CRISIS_TEAM))["entries"]}
    assert "Mot leo" not in titles


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_index_for_staff_holds_no_value_of_the_crisis_team(
    plan_of: PlanOf, pages_of: PagesOf, language: str
) -> None:
    count = iter(range(10_000))
    data = plan_of(lambda name: f"canary{next(count):04} {name}")
    plan = load_texts({"plan.yaml": json.dumps(data)}).plan
    assert plan is not None
    secrets = {text for _, text in hidden_values(plan, Visibility.STAFF)}
    told_elsewhere = {"ana", "leo", "fr", "en", "Europe/Paris"}
    plain = script(pages_of(data, language, Visibility.STAFF)).replace("\u00a0", " ")
    assert [text for text in secrets - told_elsewhere if text in plain] == []
    assert "39980001" not in re.sub(r"\D", "", plain)


def test_the_index_for_the_crisis_team_holds_the_numbers(whole: Whole) -> None:
    (entry,) = found(whole("fr", Visibility.CRISIS_TEAM), "call-sheet.html#person-ana")
    assert "+33\u00a06\u00a039\u00a098\u00a000\u00a001" in entry["b"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
        lambda text: unwanted_at(text) is None and invisible_at(text) is None
    )
)
def test_whatever_the_plan_says_the_index_is_a_script_and_says_it(
    plan_of: PlanOf, pages_of: PagesOf, text: str
) -> None:
    typed = f"a {text} z".strip()
    tree = pages_of(plan_of(lambda name: f"{typed} {name}"), "fr", Visibility.STAFF, rules=())
    (entry,) = found(tree, "scenarios/leak.html")
    assert " ".join(entry["t"].split()) == " ".join(f"{typed} leak".split())
    assert not re.search(r"[\n\u2028\u2029]", script(tree)[len(START) : -len(END)])


def test_a_plan_with_nothing_in_it_has_its_pages_in_the_index(pages_of: PagesOf) -> None:
    tree = pages_of({"about": {"organisation": "Atelier", "languages": ["fr"]}}, "fr", Visibility.STAFF)
    assert {"page"} == {entry["k"] for entry in read(tree)["entries"]} - {"check"}


def test_the_same_plan_makes_the_same_bytes(plan_of: PlanOf, pages_of: PagesOf) -> None:
    made = [pages_of(plan_of(lambda name: f"Mot {name}"), "fr", Visibility.STAFF, rules=()) for _ in range(2)]
    assert script(made[0]) == script(made[1])


def test_words_that_mean_the_same_are_never_the_same_phrase_twice(whole: Whole) -> None:
    for group in read(whole("fr", Visibility.STAFF))["synonyms"]:
        assert len(group) == len(set(group)) > 1, group
