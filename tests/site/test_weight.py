"""What a phone has to fetch stays small: each new page, script or picture is weighed here."""

from datetime import date
from pathlib import Path

import pytest

from planbuilder.site import build
from planbuilder.site.manifest import files_below
from planbuilder.site.markup import read_markup

EXAMPLE = Path(__file__).parents[2] / "plans" / "atelier-lumen"
FOR_PAPER_AND_AUTHORS = ("paper/", "practices.html")
"""What is printed or read while the plan is written, and by nobody during a crisis."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example plan in French, for staff."""
    out = tmp_path_factory.mktemp("weighed").resolve() / "site"
    assert build(EXAMPLE, out, today=date(2026, 11, 21), lang="fr").published
    return out / "fr"


def test_the_site_of_one_organisation_in_one_language(tree: Path) -> None:
    files = [file for file in files_below(tree) if not file.startswith(FOR_PAPER_AND_AUTHORS)]
    assert len(files) > 80
    assert sum((tree / file).stat().st_size for file in files) <= 1_200_000


def test_the_scripts_of_the_first_page(tree: Path) -> None:
    scripts = [address for address in read_markup((tree / "index.html").read_text()).loads if address.endswith(".js")]
    assert "assets/site.js" in scripts
    assert sum((tree / address).stat().st_size for address in scripts) <= 40_000


def test_what_stands_around_a_text(tree: Path) -> None:
    pages = [(tree / file).read_text("utf-8") for file in files_below(tree) if file.endswith(".html")]
    framed = [html for html in pages if "<article" in html]
    assert len(framed) > 70
    around = sum(len(html.partition("<article")[0].encode()) for html in framed)
    assert around / len(framed) <= 4_000


def test_nothing_is_published_twice(tree: Path) -> None:
    contents = [(tree / file).read_bytes() for file in files_below(tree)]
    assert len(set(contents)) == len(contents)
