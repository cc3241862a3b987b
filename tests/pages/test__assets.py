"""The style sheet and the scripts: our own, and nothing from elsewhere."""

import re

import pytest

from planbuilder.pages._assets import assets
from planbuilder.pages._templates import templates_folder


def test_every_asset_of_the_folder_is_loaded() -> None:
    shipped = {path.name for path in (templates_folder() / "assets").iterdir()}
    assert {path for path, _ in assets()} == {f"assets/{name}" for name in shipped}


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
    assert sum(len(content) for path, content in assets() if path.endswith(".js")) < 40_000


def test_no_template_holds_a_script_or_a_handler() -> None:
    for template in templates_folder().rglob("*.j2"):
        found = re.findall(r"<script|<style|\son[a-z]+=|\sstyle=|javascript:", template.read_text("utf-8"))
        assert found == [], template.name
