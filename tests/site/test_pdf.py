"""Paper as PDF: whole, tagged, with bookmarks, its language, its title and its fonts."""

import io
import re
import sys
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdf
import pytest

from planbuilder.messages import render
from planbuilder.plan import Visibility
from planbuilder.site import CannotBuild, print_plans, to_pdf

from .leaking import codes_in, codes_in_pdf

EXAMPLE = Path(__file__).parents[1] / "plans" / "complete" / "boulangerie"
TODAY = date(2026, 11, 21)


class Words(HTMLParser):
    """The headings of a page, and the words that stand on the paper."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.words: list[str] = []
        self._heading = self._silent = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self._heading = tag
            self.headings.append("")
        if not self._silent and (tag in {"style", "title"} or ("class", "screen") in attrs):
            self._silent = tag

    def handle_endtag(self, tag: str) -> None:
        self._heading = "" if tag == self._heading else self._heading
        self._silent = "" if tag == self._silent else self._silent

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._heading:
            self.headings[-1] += data
        self.words += re.findall(r"\w+", data)


def pages(pdf: pypdf.PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pdf.pages)


def bookmarks(items: list[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield from bookmarks(item)
        else:
            yield str(item.title)


def fonts(pdf: pypdf.PdfReader) -> dict[str, bool]:
    """Every font of every page, and whether it is in the file."""
    found = {}
    for page in pdf.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            whole = font.get_object()
            for one in [part.get_object() for part in whole.get("/DescendantFonts", [whole])]:
                about = one["/FontDescriptor"].get_object()
                found[str(one["/BaseFont"])] = any(f"/FontFile{kind}" in about for kind in ("", "2", "3"))
    return found


@pytest.fixture(scope="module", params=["plan", "first-hour", "roles", "cards"])
def made(request: pytest.FixtureRequest, weasyprint: None) -> tuple[str, str, pypdf.PdfReader]:
    kind: str = request.param
    (paper,) = print_plans(EXAMPLE, [kind], today=TODAY, edition=Visibility.CRISIS_TEAM).papers
    return kind, paper.html, pypdf.PdfReader(io.BytesIO(to_pdf(paper.html)))


Made = tuple[str, str, pypdf.PdfReader]


def test_it_says_its_language_its_title_its_day_and_that_it_is_tagged(made: Made) -> None:
    _, html, pdf = made
    root: Any = pdf.trailer["/Root"]
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == re.findall(r"<title>(.*?)</title>", html)[0].replace("&#39;", "'")
    assert str(pdf.metadata["/CreationDate"]) == "D:20261121"


def test_every_heading_is_a_bookmark(made: Made) -> None:
    _, html, pdf = made
    marks = [" ".join(mark.split()) for mark in bookmarks(pdf.outline)]
    headings = [" ".join(heading.split()) for heading in Words(html).headings]
    assert [mark for mark in marks if mark] == [heading for heading in headings if heading]


def test_every_font_is_in_the_file(made: Made) -> None:
    found = fonts(made[2])
    assert found
    assert {font for font, inside in found.items() if not inside} == set()


def test_no_word_is_lost_and_no_sheet_is_empty(made: Made) -> None:
    _, html, pdf = made
    said = re.sub(r"[\W_]", "", pages(pdf))
    assert [word for word in Words(html).words if word.replace("_", "") not in said] == []
    assert all(len(page.extract_text().split()) > 12 for page in pdf.pages)


def test_each_sheet_has_its_size_its_place_and_says_to_destroy_it(made: Made) -> None:
    kind, _, pdf = made
    for number, page in enumerate(pdf.pages, 1):
        assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842], "A4"
        text = " ".join(page.extract_text().split())
        assert "à détruire dès qu'elle est remplacée" in text
        assert kind == "cards" or f"{number} / {len(pdf.pages)}" in text


def test_a_sheet_of_one_side_is_one_side_and_each_role_has_its_own(made: Made) -> None:
    kind, html, pdf = made
    wanted = {"first-hour": 1, "roles": html.count('<article class="sheet"'), "cards": 1}
    assert len(pdf.pages) == wanted.get(kind, len(pdf.pages))


@pytest.mark.usefixtures("weasyprint")
def test_a_camera_reads_every_code_of_the_printed_cards() -> None:
    (paper,) = print_plans(EXAMPLE, ["cards"], today=TODAY, edition=Visibility.CRISIS_TEAM).papers
    assert paper.html.count("<figure>") == paper.html.count("<img ") > 1
    read = codes_in_pdf(to_pdf(paper.html))
    assert len(read) == paper.html.count("<img ")
    assert set(read) == set(codes_in(paper.html))


@pytest.mark.usefixtures("weasyprint")
def test_the_same_page_gives_the_same_bytes() -> None:
    page = '<html lang=fr><meta name="dcterms.created" content="2026-11-21"><title>A</title><h1>Été</h1>'
    assert to_pdf(page) == to_pdf(page)


@pytest.mark.usefixtures("weasyprint")
def test_nothing_is_fetched_for_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p::after { content: 'fetched' }", "utf-8")
    page = f'<html lang=fr><link rel=stylesheet href="{secret.as_uri()}"><img src="https://evil.example/x.png"><p>a</p>'
    assert "fetched" not in pages(pypdf.PdfReader(io.BytesIO(to_pdf(page))))


@pytest.mark.parametrize(
    ("fails_with", "said"),
    [
        (ImportError("no module"), "A PDF needs WeasyPrint, which is not installed here."),
        (OSError("no libpango"), "A PDF needs Pango, a library of the system, which is not installed here."),
    ],
)
def test_what_is_missing_is_said_with_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch, fails_with: Exception, said: str
) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise fails_with

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(CannotBuild) as stopped:
        to_pdf("<p>a</p>")
    assert render(stopped.value.message, "en") == said
    assert re.search(r"`(pip install \"planbuilder\[pdf\]\"|apt install libpango.*)`", render(stopped.value.fix, "en"))
