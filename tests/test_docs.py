"""The pages of docs/ that are made from the program are fresh, and every link in docs/ leads somewhere."""

import re
import subprocess
import sys
from pathlib import Path

from planbuilder.rules import CATALOGUE

ROOT = Path(__file__).parent.parent


def test_the_pages_of_the_checks_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_check_has_a_page_and_a_line_in_the_list() -> None:
    listed = (ROOT / "docs" / "checks" / "README.md").read_text("utf-8")
    assert re.findall(r"^\| \[([A-Z0-9-]+)\]", listed, re.MULTILINE) == [rule.id for rule in CATALOGUE]
    pages = {path.stem for path in (ROOT / "docs" / "checks").glob("*.md")} - {"README"}
    assert pages == {rule.id for rule in CATALOGUE}


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
