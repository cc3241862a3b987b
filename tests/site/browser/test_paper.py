"""Paper as Chromium prints it: every sheet there, nothing cut, one side where one side is promised."""

import io
import json
import re
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest

from planbuilder.plan import Visibility
from planbuilder.site import print_plans

from .conftest import TODAY, Chromium, Visit

PLANS = Path(__file__).parents[3] / "plans"
EVERY_KEY = Path(__file__).parents[2] / "pages" / "every_key.json"
WIDTH = 688
"""Between the margins of a sheet, in pixels."""
KINDS = ("plan", "first-hour", "roles", "cards")
SAID = """(() => {
  document.querySelectorAll('.running').forEach(e => e.remove());
  return document.querySelector('main').innerText;
})()"""
"""What the reader of the sheets sees: not the heading that only those hear who have the page read to them."""
CUT = """[...document.querySelectorAll('.card, .card *')].filter(e => {
  const box = e.getBoundingClientRect(), card = e.closest('.card').getBoundingClientRect();
  return box.right > card.right + 0.5 || box.bottom > card.bottom + 0.5;
}).map(e => e.className || e.textContent)"""
BEYOND = """(() => {
  const edge = document.querySelector('main').getBoundingClientRect().right;
  return [...document.querySelectorAll('main *')]
    .filter(e => e.getBoundingClientRect().right > edge + 1 && !e.closest('.running'))
    .map(e => e.outerHTML.slice(0, 80));
})()"""
OVERLAP = """[...document.querySelectorAll('.card')].filter(c => {
  const bottom = Math.max(...[...c.querySelectorAll('.call > *, img')].map(e => e.getBoundingClientRect().bottom));
  return bottom > c.querySelector('.under').getBoundingClientRect().top + 0.5;
}).map(c => c.innerText)"""

BROKEN = """[...document.querySelectorAll('td, tbody th')].flatMap(cell => {
  const found = [], texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), at = document.createRange();
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/(?<![^ \\n])\\+?[\\p{L}\\p{N}\\u00a0]{2,18}(?![^ \\n])/gu)) {
      at.setStart(texts.currentNode, word.index);
      at.setEnd(texts.currentNode, word.index + word[0].length);
      const lines = new Set([...at.getClientRects()].filter(box => box.width).map(box => Math.round(box.top)));
      if (lines.size > 1) found.push(word[0]);
    }
  }
  return found;
})"""
"""Words of usual length, dates and numbers that stand on two lines of a cell."""


class Printed:
    """A paper as it comes out of the printer, and what its page says."""

    def __init__(self, pdf: bytes, said: str, found: dict[str, Any], broken: list[str]) -> None:
        self.pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
        self.sizes = {
            tuple(round(float(side)) for side in page.mediabox[2:]) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
        }
        self.said = said
        self.found = found
        self.broken = broken

    @property
    def lost(self) -> list[str]:
        """Words of the page that are on no sheet."""
        there = re.sub(r"\W", "", "".join(self.pages))
        return [word for word in re.findall(r"\w+", self.said) if word not in there]


Print = Callable[..., Printed]


@pytest.fixture(scope="module")
def printing(chromium: Chromium, tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Prints an HTML page."""
    folder = tmp_path_factory.mktemp("paper")

    def printed(html: str) -> Printed:
        file = folder / "page.html"
        file.write_text(html, "utf-8")

        async def look(visit: Visit) -> Printed:
            page = visit.page
            await page.goto(file.as_uri())
            await page.set_viewport_size({"width": WIDTH, "height": 900})
            await page.emulate_media(media="print")
            said = await page.evaluate(SAID)
            beyond = await page.evaluate(BEYOND)
            found = {"cut": await page.evaluate(CUT), "overlap": await page.evaluate(OVERLAP)}
            broken = await page.evaluate(BROKEN)
            pdf = await page.pdf(prefer_css_page_size=True, print_background=False)
            assert visit.errors == []
            assert visit.outside == []
            assert beyond == []
            return Printed(pdf, said, found, broken)

        look_: Callable[[Visit], Awaitable[Printed]] = look
        return chromium.visit(look_)

    return printed


@cache
def papers(folder: Path, edition: Visibility) -> dict[str, list[str]]:
    """Every kind of paper of the plans of a folder, in each of their languages."""
    made = print_plans(folder, KINDS, today=TODAY, edition=edition)
    assert made.papers, made.refusals
    return {kind: [paper.html for paper in made.papers if f"-{kind}" in paper.name] for kind in KINDS}


Sheets = tuple[str, list[tuple[str, Printed]]]


@pytest.fixture(scope="module", params=[(kind, edition) for kind in KINDS for edition in Visibility], ids=" ".join)
def sheets(request: pytest.FixtureRequest, printing: Print) -> Sheets:
    """A kind of paper of the shipped plans, in each of their languages, printed."""
    kind, edition = request.param
    return kind, [(html, printing(html)) for html in papers(PLANS, edition)[kind]]


def test_every_word_of_the_page_is_on_paper(sheets: Sheets) -> None:
    _, made = sheets
    assert len(made) == 3, "two languages of one plan, one of the other"
    for _, printed in made:
        assert len(printed.said.split()) > 40
        assert printed.lost == []
        assert printed.sizes <= {(594, 842), (595, 842)}, "A4"


def test_no_word_of_a_table_is_broken(sheets: Sheets) -> None:
    kind, made = sheets
    assert [printed.broken for _, printed in made] == [[], [], []]
    assert kind != "plan" or all("<td" in html for html, _ in made)


def test_no_sheet_is_empty_and_each_says_where_it_belongs(sheets: Sheets) -> None:
    kind, made = sheets
    for _, printed in made:
        for number, text in enumerate(printed.pages, 1):
            assert len(text.split()) > 25, (kind, number, text)
            assert re.search(r"destroy when replaced|à détruire dès qu'elle est remplacée", " ".join(text.split()))
            assert kind == "cards" or f"{number} / {len(printed.pages)}" in text


def test_the_first_hour_fits_on_one_side(sheets: Sheets) -> None:
    kind, made = sheets
    if kind == "first-hour":
        assert [len(printed.pages) for _, printed in made] == [1, 1, 1]


def test_each_role_has_a_side_of_its_own(sheets: Sheets) -> None:
    kind, made = sheets
    if kind == "roles":
        for html, printed in made:
            assert len(printed.pages) == html.count('<article class="sheet"')


def test_nothing_is_cut_from_a_card_and_ten_are_on_a_sheet(sheets: Sheets) -> None:
    kind, made = sheets
    if kind == "cards":
        for html, printed in made:
            assert printed.found == {"cut": [], "overlap": []}
            assert len(printed.pages) == -(-html.count('<article class="card"') // 10)


def every_key(name: str = "Word {}") -> dict[str, Any]:
    def said(value: Any) -> Any:
        if isinstance(value, dict):
            return {said(key): said(below) for key, below in value.items()}
        if isinstance(value, list):
            return [said(below) for below in value]
        return name.format(value[1:]) if isinstance(value, str) and value.startswith("=") else value

    plan: dict[str, Any] = said(json.loads(EVERY_KEY.read_text("utf-8")))
    plan["platforms"] = {}
    return plan


def written(plan: dict[str, Any], folder: Path) -> Path:
    folder.mkdir()
    (folder / "plan.yaml").write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    return folder


def test_a_first_hour_that_does_not_fit_says_on_how_many_sides_it_is(printing: Print, tmp_path: Path) -> None:
    plan = every_key()
    scenario = plan["scenarios"]["leak"]
    for n in range(30):
        statements = {f"word-{n}": {"kind": "holding", "text": {"en": f"We know of it, number {n}. " * 12}}}
        plan["scenarios"][f"leak-{n}"] = {**scenario, "statements": statements, "actions": []}
    (_, english) = papers(written(plan, tmp_path / "plan"), Visibility.STAFF)["first-hour"]
    printed = printing(english)
    assert len(printed.pages) > 1
    assert printed.lost == []
    assert [f"{n} / {len(printed.pages)}" in text for n, text in enumerate(printed.pages, 1)] == [True] * len(
        printed.pages
    )


def test_nothing_is_cut_from_a_card_of_long_names(printing: Print, tmp_path: Path) -> None:
    plan = every_key("Wilhelmine-Friederike de la Très-Longue-Rivière {}")
    plan["people"]["leo"].pop("left_on")
    html, _ = papers(written(plan, tmp_path / "plan"), Visibility.CRISIS_TEAM)["cards"]
    assert printing(html).found == {"cut": [], "overlap": []}


@pytest.mark.parametrize("ended", [False, True])
@pytest.mark.parametrize("edition", list(Visibility))
def test_a_role_of_a_long_name_leaves_three_numbers_on_a_card(
    printing: Print, tmp_path: Path, edition: Visibility, ended: bool
) -> None:
    plan = every_key()
    name = "Responsable de la communication de crise et des relations avec la presse"
    plan["about"]["organisation"] = "Association départementale des amis de la lecture"
    others = {f"deputy-{n}": {"name": f"Jean-Baptiste Martin {n}", "mobile": f"+33 6 39 98 01 0{n}"} for n in range(4)}
    plan["people"] |= others
    plan["roles"] = {
        **plan["roles"],
        **{f"role-{n}": {"holder": f"deputy-{n}", "name": {"fr": name, "en": name}} for n in range(4)},
    }
    past = {"role": "role-0", "shifts": [{"who": "deputy-0", "from": "2026-10-01 08:00", "to": "2026-10-30 08:00"}]}
    if ended:
        plan["on_call"] = {"past": past, "dialled": {**past, "number": "+33 1 99 00 00 41"}}
    called = [*(["dialled", "past"] if ended else ["role-0"]), "role-1", "role-2", "role-3"]
    plan["escalation"] = {"alert": {"levels": ["red"], "steps": [{"call": called}]}}
    for html in papers(written(plan, tmp_path / "plan"), edition)["cards"]:
        assert printing(html).found == {"cut": [], "overlap": []}
        cards = html.split('<article class="card"')[1:]
        assert edition == Visibility.STAFF or {card.count('href="tel:') for card in cards} == {3}
        assert ('class="dated"' in html) == ended


@pytest.mark.parametrize("edition", list(Visibility))
def test_three_lines_of_one_role_that_sleep_leave_their_numbers_and_hours_on_a_card(
    printing: Print, tmp_path: Path, edition: Visibility
) -> None:
    plan = every_key()
    name = "Responsable de la communication de crise et des relations avec la presse"
    plan["roles"]["lead"]["name"] = {"fr": name, "en": name}
    hours = ("mon-fri 08:00-20:00", "daily 20:00-08:00", "sat-sun 08:00-20:00")
    rota = {"role": "lead", "rota": ["ana"], "from": "2026-11-16"}
    plan["on_call"] = {
        f"line-{n}": {**rota, "hours": said, "number": f"+33 1 99 00 00 6{n}"} for n, said in enumerate(hours)
    }
    plan["escalation"] = {"alert": {"levels": ["red"], "steps": [{"call": list(plan["on_call"])}]}}
    for html in papers(written(plan, tmp_path / "plan"), edition)["cards"]:
        assert printing(html).found == {"cut": [], "overlap": []}
        for card in html.split('<article class="card"')[1:]:
            assert card.count('href="tel:') == 3
            assert card.count("<small>") == 3


def test_long_words_stay_on_the_sheet(printing: Print, tmp_path: Path) -> None:
    plan = every_key("{}" + "x" * 150)
    plan["about"]["domains"] = []
    for html, _ in papers(written(plan, tmp_path / "plan"), Visibility.CRISIS_TEAM).values():
        assert len(printing(html).pages) >= 1, "and nothing stands beyond the edge"
