"""The style sheet and the scripts: our own, and nothing from elsewhere."""

import re

import pytest

from planbuilder.pages._assets import TABLES, assets
from planbuilder.pages._templates import templates_folder


def test_every_asset_of_the_folder_is_loaded() -> None:
    folder = templates_folder() / "assets"
    shipped = {path.relative_to(folder.parent).as_posix() for path in folder.rglob("*.*")}
    assert {path for path, _ in assets()} == shipped | {f"assets/tools/{TABLES}"}


@pytest.mark.parametrize(("path", "content"), assets())
def test_nothing_is_fetched_and_no_text_becomes_markup(path: str, content: bytes) -> None:
    found = re.findall(
        r"https?://|url\(|@import|\beval\b|innerHTML|insertAdjacentHTML|fetch\(|import\(", content.decode()
    )
    assert found == []


@pytest.mark.parametrize(("path", "content"), [one for one in assets() if one[0].endswith(".js")])
def test_scripts_run_from_a_folder(path: str, content: bytes) -> None:
    text = content.decode()
    assert '"use strict"' in text
    assert not re.search(r"^\s*(import|export)\b", text, re.MULTILINE)


def test_the_scripts_of_a_page_are_small() -> None:
    everywhere = [content for path, content in assets() if path.endswith(".js") and path.count("/") == 1]
    assert sum(map(len, everywhere)) < 32_000, "the first page may load 40 KB, with what the shell adds"


def test_no_template_holds_a_script_or_a_handler() -> None:
    paper = templates_folder() / "print" / "frame.html.j2"  # its style travels with it
    for template in set(templates_folder().rglob("*.j2")) - {paper}:
        found = re.findall(r"<script(?! src=)|<style|\son[a-z]+=|\sstyle=|javascript:", template.read_text("utf-8"))
        assert found == [], template.name
