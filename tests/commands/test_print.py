"""`planbuilder print`: where the papers go, and what is said when there are none."""

import sys
from html import unescape
from pathlib import Path

import pytest

from .conftest import Run

PLAN = """\
about: {organisation: Example, languages: [en, fr], timezone: Europe/Paris}
people: {ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}}
roles: {lead: {holder: ana}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plan = tmp_path / "plans" / "mine"
    plan.mkdir(parents=True)
    (plan / "plan.yaml").write_text(PLAN, "utf-8")
    return tmp_path / "plans"


def test_one_file_is_the_plan_in_its_first_language(planbuilder: Run, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.html"
    ran = planbuilder("print", folder, "--out", file, "--today", "2026-11-21")
    assert (ran.code, ran.out) == (0, f"{file}: written.\n")
    html = file.read_text("utf-8")
    assert '<html lang="en">' in html
    assert "Ana Ruiz" in html
    assert "39980001" not in html


def test_one_file_in_the_language_asked_for(planbuilder: Run, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "roles.html"
    ran = planbuilder("print", folder, "--out", file, "--what", "roles", "--lang", "fr", "--edition", "crisis-team")
    assert (ran.code, ran.out) == (0, f"{file}\u00a0: écrit.\n")
    assert "tel:+33639980001" in unescape(file.read_text("utf-8"))


def test_a_folder_takes_every_paper_in_every_language(planbuilder: Run, folder: Path, tmp_path: Path) -> None:
    ran = planbuilder("print", folder, "--out", tmp_path / "new" / "paper", "--what", "plan", "--what", "first-hour")
    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "new" / "paper").iterdir()) == [
        "mine-first-hour.en.html", "mine-first-hour.fr.html", "mine-plan.en.html", "mine-plan.fr.html",
    ]  # fmt: skip


def test_a_file_of_that_name_is_replaced_and_no_other(planbuilder: Run, folder: Path, tmp_path: Path) -> None:
    for name in ("mine-plan.en.html", "mine.txt"):
        (tmp_path / name).write_text("old", "utf-8")
    assert planbuilder("print", folder, "--out", tmp_path, "--lang", "en").code == 0
    assert (tmp_path / "mine.txt").read_text("utf-8") == "old"
    assert "Ana Ruiz" in (tmp_path / "mine-plan.en.html").read_text("utf-8")


def test_several_papers_do_not_go_into_one_file(planbuilder: Run, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.html"
    ran = planbuilder("print", folder, "--out", file, "--what", "plan", "--what", "roles")
    assert ran.code == 2
    assert "There are 2 papers, which do not go into one file." in ran.err
    assert not file.exists()


@pytest.mark.usefixtures("weasyprint")
def test_a_pdf_is_written_where_the_name_or_the_option_says_so(planbuilder: Run, folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    assert planbuilder("print", folder, "--out", tmp_path / "a.PDF", "--what", "first-hour").code == 0
    assert planbuilder("print", folder, "--out", tmp_path / "b", "--what", "cards", "--format", "pdf").code == 0
    files = [tmp_path / "a.PDF", *(tmp_path / "b").iterdir()]
    assert [file.name for file in files[1:]] != []
    assert all(file.read_bytes().startswith(b"%PDF-") for file in files)


def test_without_weasyprint_nothing_is_written_and_the_command_is_named(
    planbuilder: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    ran = planbuilder("print", folder, "--out", tmp_path / "a.pdf")
    assert ran.code == 2
    assert 'pip install "planbuilder[pdf]"' in ran.err
    assert not (tmp_path / "a.pdf").exists()


def test_a_hidden_value_in_a_text_for_everybody_stops_it(planbuilder: Run, folder: Path, tmp_path: Path) -> None:
    text = PLAN.replace("{holder: ana}", '{holder: ana, name: {en: "Call 06 39 98 00 01", fr: Pilote}}')
    (folder / "mine" / "plan.yaml").write_text(text, "utf-8")
    ran = planbuilder("print", folder, "--out", tmp_path / "paper")
    assert ran.code == 1
    assert "that of `people.ana.mobile`" in ran.err
    assert "98 00 01" not in ran.err
    assert not (tmp_path / "paper").exists()


def test_a_plan_that_cannot_be_read_is_not_printed(planbuilder: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "mine" / "plan.yaml").write_text(PLAN + "rolez: {}\n", "utf-8")
    ran = planbuilder("print", folder, "--out", tmp_path / "paper")
    assert ran.code == 1
    assert "rolez" in ran.err
    assert not (tmp_path / "paper").exists()


def test_a_place_that_takes_no_file_is_said(planbuilder: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    ran = planbuilder("print", folder, "--out", tmp_path / "taken" / "paper")
    assert ran.code == 2
    assert "could not be written" in ran.err
