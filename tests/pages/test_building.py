"""All pages together: complete, linked, literal, and of one edition."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from typing import Any

import pytest
from markdown import Markdown

from planbuilder.checking import check
from planbuilder.loading import load_texts
from planbuilder.messages import translate
from planbuilder.pages import Page, Tree, tree
from planbuilder.plan import Visibility
from planbuilder.plan.editions import hidden_values
from planbuilder.rules import CATALOGUE

Words = Callable[[str], str]
Whole = Callable[[str, Visibility], Tree]
PlanOf = Callable[[Words], dict[str, Any]]
PagesOf = Callable[..., Tree]

VIEWS = [(language, edition) for language in ("en", "fr") for edition in Visibility]
EXPLAINED = [f"{rule.id}.html" for rule in CATALOGUE]
SINGLE = {"input", "br", "hr", "img", "meta", "link", "path", "rect"}


class Reading(HTMLParser):
    """A page as a browser sees it: its tags with the names of their attributes, the values, links, ids and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shape: list[tuple[str, ...]] = []
        self.values: list[str] = []
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.text = ""
        self._picture = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.values += [value or "" for value in values.values()]
        self._picture = self._picture or tag == "svg"
        if tag not in {"mark", "br", "text"}:
            self.shape.append((tag, *sorted(values)))
        self.hrefs += [values["href"] or ""] if "href" in values else []
        self.ids += [values["id"] or ""] if "id" in values else []
        self.headings += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []

    def handle_endtag(self, tag: str) -> None:
        self._picture = self._picture and tag != "svg"

    def handle_data(self, data: str) -> None:
        self.text += "" if self._picture else data + " "


@pytest.fixture(scope="session")
def read(shell_extensions: list[str]) -> Callable[[Page], Reading]:
    """A page through Python-Markdown with the extensions of the shell."""
    read_before: dict[str, Reading] = {}

    def reading(page: Page) -> Reading:
        if page.markdown not in read_before:
            read_before[page.markdown] = Reading(Markdown(extensions=shell_extensions).convert(page.markdown))
        return read_before[page.markdown]

    return reading


def in_french_alone(value: Any) -> Any:
    """A plan, or a part of it, in which nothing is translated."""
    if isinstance(value, dict):
        return value["fr"] if set(value) == {"fr", "en"} else {key: in_french_alone(one) for key, one in value.items()}
    return [in_french_alone(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("edition", list(Visibility))
def test_no_attribute_holds_the_tag_that_says_a_text_is_in_another_language(
    plan_of: PlanOf, pages_of: PagesOf, read: Callable[[Page], Reading], edition: Visibility
) -> None:
    made = pages_of(in_french_alone(plan_of("Mot d’{}".format)), "en", edition)
    assert any('<span lang="fr">Mot' in page.markdown for page in made.pages)
    for page in made.pages:
        assert [value for value in read(page).values if "<" in value] == [], page.path
        assert '">' not in read(page).text, page.path


def linked_pages(tree: Tree) -> Iterator[str]:
    for _, below in tree.nav:
        assert not isinstance(below, str)
        yield from (path for _, path in below)


@pytest.mark.parametrize(("language", "edition"), VIEWS)
def test_every_page_is_once_in_the_menu(whole: Whole, language: str, edition: Visibility) -> None:
    made = whole(language, edition)
    assert sorted(linked_pages(made)) == sorted(page.path for page in made.pages)
    assert len(made.nav) <= 7


@pytest.mark.parametrize(("language", "edition"), VIEWS)
def test_every_link_inside_leads_to_a_page_and_to_a_place_on_it(
    whole: Whole, read: Callable[[Page], Reading], language: str, edition: Visibility
) -> None:
    made = whole(language, edition)
    ids = {page.path.removesuffix(".md") + ".html": set(read(page).ids) for page in made.pages}
    files = {path for path, _ in made.files} | {f"{made.checks}{name}" for name in ("index.html", *EXPLAINED)}
    for page in made.pages:
        for href in read(page).hrefs:
            if re.match(r"(https://git\.example\.org|https://info\.lumen\.example|mailto:|tel:|sms:)", href):
                continue
            path, _, anchor = href.partition("#")
            here = page.path.removesuffix(".md") + ".html"
            target = normpath(join(here.rpartition("/")[0], path)) if path else here
            if target.startswith("../"):
                assert target.split("/")[1] in {"fr", "en"}, href
                target = target.split("/", 2)[2]
            assert target in ids or target in files, (page.path, href)
            assert not anchor or anchor in ids[target], (page.path, href)


@pytest.mark.parametrize(("language", "edition"), VIEWS)
def test_every_page_has_one_title_headings_in_order_and_no_id_twice(
    whole: Whole, read: Callable[[Page], Reading], language: str, edition: Visibility
) -> None:
    for page in whole(language, edition).pages:
        seen = read(page)
        assert seen.headings[0] == 1, page.path
        assert seen.headings.count(1) == 1, page.path
        assert all(below <= above + 1 for above, below in zip(seen.headings, seen.headings[1:], strict=False)), (
            page.path
        )
        assert [name for name, n in Counter(seen.ids).items() if n > 1] == [], page.path
        assert page.title, page.path
        assert page.description, page.path


@pytest.mark.parametrize(("language", "edition"), VIEWS)
def test_markup_is_whole_on_every_page(whole: Whole, language: str, edition: Visibility) -> None:
    for page in whole(language, edition).pages:
        stack: list[str] = []
        for closing, tag in re.findall(r"<(/?)([a-z][a-z0-9]*)", page.markdown):
            if tag in SINGLE:
                continue
            if closing:
                assert stack, (page.path, tag)
                assert stack.pop() == tag, page.path
            else:
                stack.append(tag)
        assert stack == [], page.path


def test_every_entry_that_people_look_for_has_its_own_page(whole: Whole) -> None:
    paths = {page.path for page in whole("en", Visibility.STAFF).pages}
    assert {
        "index.md", "level.md", "call.md", "scenarios/leak.md", "statements/first-word.md", "statements/to-staff.md",
        "roles/lead.md", "roles/legal.md", "channels/x.md", "channels/site.md", "state.md", "on-call.md",
    } <= paths  # fmt: skip


def test_every_foot_says_who_keeps_the_plan_and_links_to_the_line(whole: Whole) -> None:
    pages = {page.path: page.markdown for page in whole("en", Visibility.STAFF).pages}
    assert (
        "https&#58;&#47;&#47;git&#46;example&#46;org&#47;edit&#47;main&#47;plan&#46;yaml&#35;L1"
        in pages["scenarios/leak.md"]
    )
    for path, markdown in pages.items():
        assert "Keeps this plan up to date</dt><dd>Mot ana" in markdown, path


def test_a_page_shows_what_its_entry_lacks(whole: Whole) -> None:
    pages = {page.path: page.markdown for page in whole("en", Visibility.STAFF).pages}
    assert "Mot legal has no deputy" in pages["roles/legal.md"].replace("&#58;", ":")
    assert "has no deputy" not in pages["roles/lead.md"]


def test_a_text_that_nobody_approved_says_so_in_capitals(whole: Whole) -> None:
    pages = {page.path: page.markdown for page in whole("en", Visibility.STAFF).pages}
    assert "NOT APPROVED" in pages["statements/first-word.md"]
    assert "changed since" in pages["statements/first-word.md"]
    assert "NOT APPROVED" in pages["scenarios/leak.md"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_staff_edition_holds_no_value_of_the_crisis_team(plan_of: PlanOf, pages_of: PagesOf, language: str) -> None:
    count = iter(range(10_000))
    data = plan_of(lambda name: f"canary{next(count):04} {name}")
    plan = load_texts({"plan.yaml": json.dumps(data)}).plan
    assert plan is not None
    secrets = {text for _, text in hidden_values(plan, Visibility.STAFF)}
    assert {"+33 6 39 98 00 01", "ana@lumen.example", "2026-12-23"} <= secrets
    shown = "\n".join(page.markdown for page in pages_of(data, language, Visibility.STAFF).pages)
    plain = re.sub(r"&#(\d+);", lambda code: chr(int(code[1])), shown).replace("\u00a0", " ")
    told_elsewhere = {"ana", "leo", "fr", "en", "Europe/Paris", "2026-10-02"}
    assert [text for text in secrets - told_elsewhere if text in plain] == []
    assert set(re.findall(r"tel:([+\d]+)", plain)) == {
        "+33199000040", "0800000000", "+33800000000",
    }, "shared numbers only"  # fmt: skip


def test_the_staff_edition_counts_the_findings_about_absences_and_does_not_tell_them(
    plan_of: PlanOf, pages_of: PagesOf
) -> None:
    data = plan_of(lambda name: f"Mot {name}")
    data["absences"] = [{"who": who, "from": "2026-12-23", "to": "2027-01-02"} for who in ("ana", "leo")]
    for edition, told in ((Visibility.STAFF, False), (Visibility.CRISIS_TEAM, True)):
        pages = {page.path: page.markdown for page in pages_of(data, "en", edition).pages}
        assert ("2\u00a0January\u00a02027" in pages["on-call.md"]) is told
        assert "2\u00a0January\u00a02027" not in pages["state.md"] or told


def test_the_crisis_team_can_call_everybody(whole: Whole) -> None:
    pages = {page.path: page.markdown for page in whole("fr", Visibility.CRISIS_TEAM).pages}
    assert 'href="tel:&#43;33639980001"' in pages["call-sheet.md"]
    assert 'href="tel:&#43;33639980001"' in pages["index.md"]
    assert "call-sheet.md" not in {page.path for page in whole("fr", Visibility.STAFF).pages}


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title></p></div><svg onload=x>",
    "{{ 7*7 }} {% include 'x' %} {# no #}",
    '--8<-- ".git/config"',
    ":smile: ::error::x ##[group]",
    "[x](javascript:alert(1)) ![x](y){: onerror=x }",
    "{: onclick=x #pb-top .y }",
    "`code` **bold** __x__ ~~s~~ ==m== ^^i^^",
    "| a | b |",
    "# heading",
    "--- title: x",
    "1. one",
    "&lt;b&gt; &amp; &#60;",
    "https://[::1) <https://evil.example>",
    "[ref]: javascript:x",
    "*[HTML]: x [^1] [TOC] !!! note",
    '" onmouseover="alert(1)" x="',
    "' onfocus='x",
    "<!-- comment --> <![CDATA[ x ]]> <?php",
    "$$x$$ \\(x\\) \\*",
]


_JUDGED = re.compile(r'<details class="pb-fold">.*?</details>', re.DOTALL)


def unjudged(page: Page) -> str:
    """A page without what is said of a text: that depends on its words."""
    return _JUDGED.sub("", page.markdown) if page.path.startswith("statements/") else page.markdown


@pytest.fixture(scope="session")
def tame(plan_of: PlanOf, pages_of: PagesOf, shell_extensions: list[str]) -> list[Reading]:
    """The same pages with harmless words."""
    made = pages_of(plan_of(lambda name: f"tame {name}"), rules=())
    return [Reading(Markdown(extensions=shell_extensions).convert(unjudged(page))) for page in made.pages]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_every_key_is_shown_as_typed_and_changes_no_tag(
    plan_of: PlanOf, pages_of: PagesOf, shell_extensions: list[str], tame: list[Reading], hostile: str
) -> None:
    wild = pages_of(plan_of(lambda name: f"{hostile} {name}"), rules=())
    for expected, after in zip(tame, wild.pages, strict=True):
        seen = Reading(Markdown(extensions=shell_extensions).convert(unjudged(after)))
        assert seen.shape == expected.shape, after.path
        assert len(seen.hrefs) == len(expected.hrefs), after.path
        if "tame" in expected.text:
            assert single(hostile) in single(seen.text), after.path


@pytest.mark.parametrize("hostile", [" ".join(HOSTILE[start::3]) for start in range(3)])
def test_hostile_text_whose_words_are_judged_is_text(
    plan_of: PlanOf, pages_of: PagesOf, shell_extensions: list[str], hostile: str
) -> None:
    made = pages_of(plan_of(lambda name: f"We have closed it. {hostile} Next update at 6 pm. {name}"), rules=())
    page = next(page for page in made.pages if page.path == "statements/first-word.md")
    judged = "\n".join(_JUDGED.findall(page.markdown))
    seen = Reading(Markdown(extensions=shell_extensions).convert(judged))
    assert {tag for tag, *_ in seen.shape} == {"details", "summary", "strong", "span", "blockquote"}
    assert {name for _, *names in seen.shape for name in names} == {"class", "lang"}
    assert "Next update at 6 pm" in single(seen.text)


def single(text: str) -> str:
    """Text with single spaces; doubled braces are single where a statement is shown."""
    return " ".join(text.replace("{{", "{").replace("}}", "}").split())


@pytest.mark.parametrize("hostile", [" ".join(HOSTILE[start::3]) for start in range(3)])
def test_hostile_text_in_findings_is_text(
    plan_of: PlanOf, pages_of: PagesOf, shell_extensions: list[str], hostile: str
) -> None:
    made = pages_of(plan_of(lambda name: f"{hostile} {name}"))
    state = next(page for page in made.pages if page.path == "state.md")
    seen = Reading(Markdown(extensions=shell_extensions).convert(state.markdown))
    ours = {"a", "aside", "code", "dd", "details", "div", "dl", "dt", "footer", "h1", "h2", "li", "nav", "p", "small"}
    assert {tag for tag, *_ in seen.shape} <= ours | {"span", "strong", "summary", "ul"}
    names = {name for _, *attributes in seen.shape for name in attributes}
    assert names <= {"class", "hidden", "href", "id", "open", "rel", "role"} | {
        name for name in names if name.startswith("data-")
    }


def test_a_plan_with_nothing_in_it_has_every_page_and_says_what_is_missing(whole: Whole, pages_of: PagesOf) -> None:
    made = pages_of({"about": {"organisation": "Atelier", "languages": ["fr"]}}, "fr", Visibility.STAFF)
    pages = {page.path: page.markdown for page in made.pages}
    assert "Le plan ne dit pas encore qui appeler" in pages["index.md"]
    assert "escalation" in pages["call.md"]
    assert all("pb-lead" in markdown for markdown in pages.values())
    assert pages.keys() >= {page.path for page in whole("fr", Visibility.STAFF).pages if page.where is None}


def test_a_plan_of_which_nothing_was_asked_is_not_shown_as_good(plan_of: PlanOf, pages_of: PagesOf) -> None:
    pages = {page.path: page.markdown for page in pages_of(plan_of(lambda name: f"Mot {name}"), rules=()).pages}
    assert "pb-good" not in pages["state.md"]
    assert "nothing is known about this plan" in pages["state.md"]


def test_names_of_entries_that_do_not_exist_are_shown_as_typed(pages_of: PagesOf) -> None:
    made = pages_of(
        {
            "about": {"organisation": "Atelier", "languages": ["en"], "owner": "ghost"},
            "roles": {"lead": {"holder": "ghost", "deputies": ["spirit"]}},
            "escalation": {"alert": {"levels": ["none"], "steps": [{"call": ["nobody-known"]}]}},
            "scenarios": {
                "leak": {
                    "level": "none", "facts_from": "no-role", "audiences": ["no-one"], "obligations": ["no-law"],
                    "remedies": ["no-remedy"],
                    "actions": [{"at": "0m", "who": "no-role", "do": "Do it", "statement": "no-text"}],
                    "statements": {"word": {"kind": "holding", "channels": ["no-channel"], "text": "Hello"}},
                },
            },
        },
    )  # fmt: skip
    pages = {page.path: page.markdown for page in made.pages}
    assert "ghost" in pages["roles/lead.md"]
    assert "no-channel" in pages["statements/word.md"]
    assert "nobody-known" in pages["call.md"]


def test_a_plan_that_could_not_be_read_has_no_pages() -> None:
    checked = check(load_texts({"plan.yaml": "about: []"}), date(2026, 11, 21))
    with pytest.raises(ValueError, match="no pages"):
        tree(checked, "fr", Visibility.STAFF, date(2026, 11, 21), lambda _: None)


def test_french_pages_hold_no_english_sentence_of_ours(
    plan_of: PlanOf, pages_of: PagesOf, read: Callable[[Page], Reading]
) -> None:
    ours = {text for text in our_sentences() if " " in text and "{" not in text and translate(text, "fr") != text}
    assert len(ours) > 200
    for page in pages_of(plan_of(lambda name: f"Mot {name}"), "fr", rules=()).pages:
        said = " ".join(read(page).text.split())
        assert [text for text in ours if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", said)] == [], page.path


def test_the_pages_of_both_languages_are_the_same_ones(whole: Whole) -> None:
    for edition in Visibility:
        assert [page.path for page in whole("fr", edition).pages] == [page.path for page in whole("en", edition).pages]


def our_sentences() -> Iterator[str]:
    """The sentences that the pages' modules and templates mark for translation."""
    root = Path(__file__).parents[2]
    for path in (root / "src/planbuilder/pages").glob("*.py"):
        yield from re.findall(r'\bsay\(\s*"((?:[^"\\]|\\.)+)"', path.read_text("utf-8"))
    for path in (root / "site_templates").rglob("*.j2"):
        yield from re.findall(r'\b_\("((?:[^"\\]|\\.)+)"', path.read_text("utf-8"))
