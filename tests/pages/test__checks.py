"""What each check asks, on the page of its area."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from planbuilder.pages import Tree
from planbuilder.pages._checks import AREAS, OWN, _discreet, area_of, asked, pages_of_checks
from planbuilder.plan import Visibility
from planbuilder.rules import CATALOGUE

Whole = Callable[[str, Visibility], Tree]


def test_every_check_of_the_catalogue_has_its_area() -> None:
    found = asked(CATALOGUE)
    assert [area for area, _ in found] == list(AREAS)
    assert sum(len(rules) for _, rules in found) == len(CATALOGUE)


def test_a_check_of_the_organisation_stands_apart_even_in_a_family_of_the_catalogue() -> None:
    assert area_of("TEAM-OF-OURS") is OWN
    assert area_of("HOUSE-RULE") is OWN
    assert area_of("SHAPE").id == "plan"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_check_that_was_asked_has_a_place_with_its_examples(whole: Whole, language: str) -> None:
    pages = {page.path: page.markdown for page in whole(language, Visibility.STAFF).pages}
    told = {path: unescape(text) for path, text in pages.items() if path.startswith("checks/")}
    ran = [rule for rule in CATALOGUE if any(f'id="{rule.id}"' in text for text in told.values())]
    assert len(ran) > 100
    for rule in ran:
        path = pages_of_checks([rule])[rule.id]
        place = told[path].split(f'id="{rule.id}"')[1].split("</section>")[0]
        assert place.count("<pre>") == 2, rule.id
        assert place.count("<b>← ") == len(rule.bad.due), rule.id
        assert place.count("<li>") >= 1, rule.id


def test_a_finding_leads_to_its_check(whole: Whole) -> None:
    state = next(page for page in whole("en", Visibility.STAFF).pages if page.path == "state.md").markdown
    told = re.findall(r'href="(checks/[a-z]+\.html#[A-Z-]+)"', state)
    assert told
    assert len(told) == state.count('id="point-')


def test_nobody_can_dial_a_number_of_an_example() -> None:
    assert (
        _discreet("mobile: +33 6 39 98 00 01 # or 06 39 98 00 01", None)
        == "mobile: +33 x xx xx xx xx # or 06 3x xx xx xx"
    )
    assert _discreet("date: 2026-11-21, text: 8e99eef9c828", None) == "date: 2026-11-21, text: 8e99eef9c828"


def test_an_example_does_not_repeat_what_the_edition_must_not_show() -> None:
    hidden = re.compile(r"(?<!\w)(?:https://help\.example/locked|security key)(?!\w)")
    assert _discreet("recovery: https://help.example/locked", hidden) == "recovery: …"
    assert _discreet("two_factor: security key", hidden) == "two_factor: security key"
