"""The way out stays open: Zensical and ProperDocs build the rendered tree unchanged, to the same pages as MkDocs."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from planbuilder.site import engine, render
from planbuilder.site.manifest import files_below
from planbuilder.site.markup import Markup, read_markup

TODAY = date(2026, 11, 21)
EXAMPLE = Path(__file__).parents[2] / "plans" / "atelier-lumen"
COMMANDS = {"zensical": ("build",), "properdocs": ("build", "-q", "-f", "mkdocs.yml")}
OF_THE_ENGINE = {"404.html"}
"""A page of their own, which a build of ours does not keep."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plan as `planbuilder render` writes it, in French."""
    folder = tmp_path_factory.mktemp("rendered").resolve() / "tree"
    assert render(EXAMPLE, folder, today=TODAY, lang="fr").published
    return folder / "fr"


@pytest.fixture(scope="module")
def expected(tree: Path) -> dict[str, Markup]:
    """What MkDocs makes of it."""
    assert engine.run(tree, tree.parent / "mkdocs", TODAY) == []
    return pages(tree.parent / "mkdocs")


def pages(folder: Path) -> dict[str, Markup]:
    return {
        file: read_markup((folder / file).read_text("utf-8"))
        for file in files_below(folder)
        if file.endswith(".html") and file not in OF_THE_ENGINE
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_it_takes_the_tree_as_it_is_and_makes_the_same_pages(
    tree: Path, expected: dict[str, Markup], name: str, tmp_path: Path
) -> None:
    program = Path(sys.executable).with_name(name)
    if not program.exists():
        pytest.skip(f"{name} is not installed")
    tree = shutil.copytree(tree, tmp_path / "tree")
    before = {file: (tree / file).read_bytes() for file in files_below(tree)}
    ran = subprocess.run([program, *COMMANDS[name]], cwd=tree, capture_output=True, text=True, check=False, timeout=300)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert {file: (tree / file).read_bytes() for file in before} == before
    built = pages(tree / "site")
    assert built.keys() == expected.keys()
    assert len(built) > 60
    for file, page in built.items():
        other = expected[file]
        assert " ".join(page.text.split()) == " ".join(other.text.split()), file
        assert (page.lang, page.headings, page.ids) == (other.lang, 1, other.ids), file
        assert plain(page.loads) == plain(other.loads), file
        assert sorted(plain(page.follows)) == sorted(plain(other.follows)), file
        assert page.scripts == page.handlers == [], file


def plain(addresses: Sequence[str]) -> list[str]:
    """Zensical writes `./` before an address where MkDocs writes nothing."""
    return [address.removeprefix("./") for address in addresses]
