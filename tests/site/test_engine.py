"""MkDocs builds what it is given, says nothing aloud, and leaves the surroundings as they were."""

import logging
import os
from datetime import date
from pathlib import Path

import pytest

from planbuilder.pages import Page, Tree, templates_folder
from planbuilder.plan import Visibility
from planbuilder.site import engine
from planbuilder.site.shell import find_shell
from planbuilder.site.writing import write_tree

TODAY = date(2026, 11, 21)


def run(folder: Path, *pages: Page, nav: tuple[tuple[str, str], ...] = ()) -> list[str]:
    made = Tree("en", Visibility.STAFF, "S", pages, nav or tuple((page.title, page.path) for page in pages), ())
    write_tree(made, find_shell(None), folder, theme_language="en")
    return engine.run(folder, folder / "site", TODAY)


def test_it_builds_in_silence_and_changes_nothing_around_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before, handlers = dict(os.environ), list(logging.getLogger("mkdocs").handlers)
    assert run(tmp_path, Page("index.md", "Home", "# Home\n")) == []
    assert "<h1" in (tmp_path / "site" / "index.html").read_text()
    assert dict(os.environ) == before
    assert logging.getLogger("mkdocs").handlers == handlers
    assert capfd.readouterr() == ("", "")


def test_what_it_warns_of_is_returned(tmp_path: Path) -> None:
    pages = (Page("index.md", "Home", "# Home\n[x](gone.md) [y](a.md#gone)\n"), Page("a.md", "A", "# A\n"))
    complaints = run(tmp_path, *pages, nav=(("Home", "index.md"),))
    assert len(complaints) == 3
    assert "a.md" in complaints[0]
    assert "gone.md" in complaints[1]
    assert "#gone" in complaints[2]


def test_what_stops_it_is_returned_too(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: nobody-has-this\n")
    complaints = engine.run(tmp_path, tmp_path / "site", TODAY)
    assert "nobody-has-this" in " ".join(complaints)
    assert not (tmp_path / "site").exists()


def test_the_theme_falls_back_to_english_words() -> None:
    shell = find_shell(None)
    spoken = {tag: engine.theme_language(shell, tag) for tag in ("fr", "fr-CA", "tlh", "pt-BR")}
    assert spoken == {"fr": "fr", "fr-CA": "fr", "tlh": "en", "pt-BR": "pt-BR"}


def test_nothing_of_the_theme_is_left_that_no_page_loads(tmp_path: Path) -> None:
    run(tmp_path, Page("index.md", "Home", "# Home\n"))
    site = tmp_path / "site"
    engine.lighten(tmp_path, site)
    shell = {f"assets/shell/{path.name}" for path in (templates_folder() / "overrides/assets/shell").iterdir()}
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert names == {"index.html", "assets/site.css", "assets/site.js", *shell}
    assert {path.name for path in site.rglob("*") if path.is_dir()} == {"assets", "shell"}, "and no empty folder"


def test_another_theme_keeps_what_its_pages_load(tmp_path: Path) -> None:
    config = tmp_path / "house.yml"
    config.write_text("theme: readthedocs\n")
    made = Tree("en", Visibility.STAFF, "S", (Page("index.md", "Home", "# Home\n"),), (("Home", "index.md"),), ())
    write_tree(made, find_shell(config), tmp_path / "tree", theme_language="en")
    assert engine.run(tmp_path / "tree", tmp_path / "site", TODAY) == []
    engine.lighten(tmp_path / "tree", tmp_path / "site")
    names = {path.name for path in (tmp_path / "site").rglob("*")}
    assert {"index.html", "theme.css"} <= names
    assert not {"404.html", "sitemap.xml"} & names
