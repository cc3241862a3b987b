"""What each check asks, on a page of its own beside the plans."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from planbuilder.checking import NEVER_WAIVED
from planbuilder.loading import load_texts
from planbuilder.messages import render, say, translate
from planbuilder.pages import Tree, Ways, explanations
from planbuilder.pages._checks import AREAS, LIST, OWN, STYLE, _discreet, area_of, by_area
from planbuilder.plan import Visibility
from planbuilder.practices import PRACTICES
from planbuilder.rules import CATALOGUE, Rule
from planbuilder.scoring import serving

Whole = Callable[[str, Visibility], Tree]
WAYS = Ways("../../fr/state.html", say("State of the plan"), {"fr": "../fr/"})
Told = tuple[str, dict[str, str]]


@pytest.fixture(scope="module", params=["en", "fr"])
def told(request: pytest.FixtureRequest) -> Told:
    """The language, and the files by their names."""
    return request.param, dict(explanations(CATALOGUE, request.param, WAYS))


def read(html: str) -> str:
    """What a reader sees of a page or of a part of it."""
    return plain(unescape(re.sub(r"<[^>]+>", "", html)))


def plain(text: str) -> str:
    """A text without the marks of code, its blanks alike."""
    return " ".join(text.replace("`", "").split())


def test_every_check_of_the_catalogue_has_its_area() -> None:
    found = by_area(CATALOGUE)
    assert [area for area, _ in found] == list(AREAS)
    assert sum(len(rules) for _, rules in found) == len(CATALOGUE)


def test_a_check_of_the_organisation_stands_apart_even_in_a_family_of_the_catalogue() -> None:
    assert area_of("TEAM-OF-OURS") is OWN
    assert area_of("HOUSE-RULE") is OWN
    assert area_of("SHAPE").id == "plan"


def test_every_check_has_its_page_beside_the_list_and_the_style_sheet(told: Told) -> None:
    assert told[1].keys() == {LIST, STYLE, *(f"{rule.id}.html" for rule in CATALOGUE)}


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_a_page_tells_all_of_its_check(told: Told, rule: Rule) -> None:
    language, pages = told
    page = pages[f"{rule.id}.html"]
    text = read(page)
    for part in (translate(rule.about, language), translate(rule.why, language)):
        assert all(plain(paragraph) in text for paragraph in part.split("\n\n"))
    assert read(page.partition("<h1>")[2].partition("</h1>")[0]) == plain(
        translate(rule.about, language).split("\n\n")[0]
    )
    assert page.count("<b>← ") == len(rule.bad.due)
    assert 1 <= page.partition("<h2>")[0].count("<li>") <= len(rule.bad.due), "what to do comes first"
    assert all(source in text for source in rule.source)
    served = [practice for practice in PRACTICES if serving(practice, [rule])]
    assert page.count("<dt>") == len(served)
    assert all(plain(render(practice.text, language)) in text for practice in served)


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_a_page_says_how_to_let_its_check_pass_where_that_is_allowed(told: Told, rule: Rule) -> None:
    page = unescape(told[1][f"{rule.id}.html"])
    assert (f"- {{check: {rule.id}, " in page) is (rule.id not in NEVER_WAIVED)
    assert (f"    {rule.id}: {{severity: off, " in page) is (rule.id not in NEVER_WAIVED)


def test_what_a_page_says_to_type_is_understood() -> None:
    """The waiver and the setting are read as they stand, once a person of the plan is named."""
    page = dict(explanations(CATALOGUE, "en", WAYS))["TEAM-NO-DEPUTY.html"]
    waiver, setting = (unescape(block) for block in re.findall(r"<pre>(.*?)</pre>", page, re.DOTALL)[2:])
    plan = setting.replace("about:\n", "about:\n  organisation: A\n  languages: [en]\n  timezone: Europe/Paris\n")
    people = "people:\n  ana: {name: Ana Ruiz}\n"
    loaded = load_texts({"plan.yaml": plan + people + waiver.replace("id-of-a-person", "ana")})
    assert loaded.plan is not None
    assert (loaded.plan.about.checks["TEAM-NO-DEPUTY"].severity, loaded.plan.waivers[0].by) == ("off", "ana")
    assert [finding.check for finding in loaded.findings] == []


def test_every_page_leads_back_to_the_list_and_to_the_other_language(told: Told) -> None:
    for name, html in told[1].items():
        if name != STYLE:
            nav = html.partition("<nav")[2].partition("</nav>")[0]
            ways = [WAYS.back, *([LIST] if name != LIST else []), f"../fr/{name}"]
            assert re.findall(r'href="([^"]+)"', nav) == ways
            assert "<script" not in html


def test_the_list_names_every_check_once_by_its_first_sentence(told: Told) -> None:
    language, pages = told
    links = re.findall(r'<li><a href="([A-Z0-9-]+)\.html">(.*?) <small>', pages[LIST])
    assert sorted(name for name, _ in links) == sorted(rule.id for rule in CATALOGUE)
    sentences = {rule.id: plain(translate(rule.about, language).split("\n\n")[0]) for rule in CATALOGUE}
    assert {name: read(said) for name, said in links} == sentences
    assert re.findall(r'<h2 id="([a-z]+)"', pages[LIST]) == [area.id for area in AREAS]


def test_a_page_is_small(told: Told) -> None:
    sizes = [len(html.encode()) for name, html in told[1].items() if name not in {LIST, STYLE}]
    assert sum(sizes) / len(sizes) <= 3_000
    assert max(sizes) <= 5_000


def test_a_finding_leads_to_its_check(whole: Whole) -> None:
    state = next(page for page in whole("en", Visibility.STAFF).pages if page.path == "state.md").markdown
    told = re.findall(r'href="checks/([A-Z0-9-]+)\.html"', state)
    assert set(told) <= {rule.id for rule in CATALOGUE}
    assert len(told) == state.count('id="point-') > 0


@pytest.mark.parametrize("page", ["practices.md", "edit.md"])
def test_who_writes_the_plan_finds_the_list(whole: Whole, page: str) -> None:
    markdown = next(one.markdown for one in whole("fr", Visibility.STAFF).pages if one.path == page)
    assert 'href="checks/index.html"' in markdown


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
    rule, secret = next(
        (rule, found[0]) for rule in CATALOGUE if (found := re.search(r"[\w.+-]+@[\w.-]+\w", rule.bad.text))
    )
    shown, kept_back = (dict(explanations([rule], "en", WAYS, hidden)) for hidden in ((), {secret, "elsewhere 1"}))
    assert secret in unescape(shown[f"{rule.id}.html"])
    assert secret not in unescape(kept_back[f"{rule.id}.html"])
