"""The pages of docs/ that are made from the program are fresh, and every link in docs/ leads somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from planbuilder.rules import CATALOGUE

ROOT = Path(__file__).parent.parent


def test_the_pages_of_the_checks_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", ["docs", "docs/fr"])
def test_every_check_has_a_page_and_a_line_in_the_list(folder: str) -> None:
    checks = ROOT / folder / "checks"
    listed = (checks / "README.md").read_text("utf-8")
    assert re.findall(r"^\| \[([A-Z0-9-]+)\]", listed, re.MULTILINE) == [rule.id for rule in CATALOGUE]
    assert {path.stem for path in checks.glob("*.md")} - {"README"} == {rule.id for rule in CATALOGUE}


def test_the_french_pages_are_in_french() -> None:
    for rule in CATALOGUE:
        page = (ROOT / "docs" / "fr" / "checks" / f"{rule.id}.md").read_text("utf-8")
        assert rule.why not in page, rule.id
        assert rule.about not in page, rule.id
        assert all(sentence not in page for _, sentence in rule.bad.due), rule.id


def test_every_source_of_a_check_is_in_the_list_of_sources() -> None:
    listed = (ROOT / "docs" / "sources.md").read_text("utf-8")
    keys = {key for line in re.findall(r"^\| ([A-Z].*?) \|", listed, re.MULTILINE) for key in line.split(", ")}
    assert {key for rule in CATALOGUE for key in rule.source if not key.startswith("VOTE F-")} <= keys
    assert "VOTE F-1 to F-6" in keys


def test_the_readme_leads_to_the_checks_in_both_languages() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "docs/checks/README.md" in readme
    assert "docs/fr/checks/README.md" in readme


def test_every_link_of_the_docs_leads_to_a_file() -> None:
    broken = [
        (path.name, target)
        for path in (ROOT / "docs").rglob("*.md")
        for target in re.findall(
            r"\]\((?!https?:|#)([^)#]+)", re.sub(r"`[^`]*`|```.*?```", "", path.read_text("utf-8"))
        )
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_french_punctuation_in_the_docs_keeps_its_space() -> None:
    bare = re.compile(r"[\w)»\]*`] [:;?!](?=\s|$)|« |\w »", re.MULTILINE)
    wrong = []
    for path in sorted((ROOT / "docs" / "fr").rglob("*.md")):
        text = re.sub(r"```.*?```|`[^`]*`", "`x`", path.read_text("utf-8"), flags=re.DOTALL)
        wrong += [(path.name, line) for line in text.splitlines() if bare.search(line)]
    assert wrong == []
