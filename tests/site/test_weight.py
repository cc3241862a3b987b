"""What a phone has to fetch and to keep stays small: each new page, script or picture is weighed here."""

from datetime import date
from pathlib import Path

import pytest

from planbuilder.plan import Visibility
from planbuilder.site import build
from planbuilder.site.manifest import files_below
from planbuilder.site.markup import read_markup

EXAMPLE = Path(__file__).parents[2] / "plans" / "atelier-lumen"
BAR = 1_200_000
"""Bytes of one organisation in one language, paper and all. The checks stand beside the plans, once for all of them."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sites of the example plan, for staff and for the crisis team."""
    out = tmp_path_factory.mktemp("weighed").resolve() / "site"
    built = build(EXAMPLE, out, today=date(2026, 11, 21), editions=list(Visibility))
    return [one.folder for one in built.published]


@pytest.fixture(scope="module")
def tree(sites: list[Path]) -> Path:
    """The French site for staff."""
    return sites[0] / "fr"


def test_the_site_of_one_organisation_in_one_language(sites: list[Path]) -> None:
    trees = [site / language for site in sites for language in ("fr", "en")]
    assert len(trees) == 4
    for tree in trees:
        files = list(files_below(tree))
        assert len(files) > 90
        assert sum((tree / file).stat().st_size for file in files) <= BAR, tree


def test_the_scripts_of_the_first_page(tree: Path) -> None:
    scripts = [address for address in read_markup((tree / "index.html").read_text()).loads if address.endswith(".js")]
    assert "assets/site.js" in scripts
    assert sum((tree / address).stat().st_size for address in scripts) <= 40_000


def test_what_stands_around_a_text(tree: Path) -> None:
    pages = [(tree / file).read_text("utf-8") for file in files_below(tree) if file.endswith(".html")]
    framed = [html for html in pages if "<article" in html]
    assert len(framed) > 70
    around = sum(len(html.partition("<article")[0].encode()) for html in framed)
    assert around / len(framed) <= 3_300


def test_what_stands_below_a_text(tree: Path) -> None:
    below = [html.partition('<footer class="pb-foot"')[2] for html in map(read, tree.rglob("*.html"))]
    feet = [foot for foot in below if foot]
    assert len(feet) > 70
    assert sum(len(foot.encode()) for foot in feet) / len(feet) <= 900


def test_nothing_is_published_twice(tree: Path) -> None:
    contents = [(tree / file).read_bytes() for file in files_below(tree)]
    assert len(set(contents)) == len(contents)


def read(page: Path) -> str:
    return page.read_text("utf-8")
