"""The checks are explained beside the plans, once for each language, and within rendered trees."""

import posixpath
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from planbuilder.messages import render as spoken
from planbuilder.plan import Visibility
from planbuilder.rules import all_rules
from planbuilder.site import Built, CannotBuild, build, render
from planbuilder.site.manifest import files_below
from planbuilder.site.markup import read_markup
from planbuilder.site.offline import kept_by

from .conftest import PLAN, TODAY

WritePlan = Callable[..., Path]
PAGES = {"index.html", *(f"{rule.id}.html" for rule in all_rules())}
WAYS = ("TEAM-NO-DEPUTY.html", "index.html")


def ways(folder: Path, page: str) -> list[str]:
    """Where a page leads, seen from the root of the site; the links of the list to each check left out."""
    follows = read_markup((folder / page).read_text("utf-8")).follows
    return [posixpath.normpath(posixpath.join(posixpath.dirname(page), one)) for one in follows if "/" in one]


class TestASite:
    def test_each_language_has_a_page_for_each_check_a_list_and_what_they_wear(self, site: tuple[Path, Built]) -> None:
        for edition in ("site", "site-crisis-team"):
            for language in ("fr", "en"):
                folder = site[0] / edition / "checks" / language
                assert set(files_below(folder)) == {*PAGES, "checks.css", "sw.js"}

    def test_no_page_runs_a_script_and_each_says_its_language(self, site: tuple[Path, Built]) -> None:
        for language in ("fr", "en"):
            for name in PAGES:
                page = read_markup((site[0] / "site" / "checks" / language / name).read_text("utf-8"))
                assert (page.lang, page.scripts, page.policy_first) == (language, [], True)
                assert page.loads == ["data:image/svg+xml,", "checks.css"]

    @pytest.mark.parametrize("page", WAYS)
    def test_a_page_leads_back_to_the_plan_and_to_the_other_language(self, site: tuple[Path, Built], page: str) -> None:
        for language, other in (("fr", "en"), ("en", "fr")):
            assert ways(site[0] / "site", f"checks/{language}/{page}") == [
                f"{language}/state.html",
                f"checks/{other}/{page}",
            ]

    def test_pages_of_the_plan_lead_to_the_page_of_a_check(self, site: tuple[Path, Built]) -> None:
        follows = read_markup((site[0] / "site" / "fr" / "state.html").read_text("utf-8")).follows
        assert "../checks/fr/PLAN-REVIEW-OVERDUE.html" in follows
        deep = read_markup((site[0] / "site" / "fr" / "scenarios" / "panne.html").read_text("utf-8")).follows
        assert "../../checks/fr/SCEN-NO-HOLDING.html" in deep

    def test_a_device_keeps_the_list_and_what_was_opened(self, site: tuple[Path, Built]) -> None:
        script = (site[0] / "site" / "checks" / "fr" / "sw.js").read_text("utf-8")
        assert kept_by(script).keys() == {"index.html", "checks.css"}
        assert "var OPENED = true;" in script
        assert "var OPENED = false;" in (site[0] / "site" / "fr" / "sw.js").read_text("utf-8")


@pytest.mark.usefixtures("quick_engine")
class TestWhereTheyStand:
    def test_several_plans_share_them(self, write_plan: WritePlan, tmp_path: Path) -> None:
        write_plan("one")
        write_plan("two", PLAN.replace("[fr, en]", "[en]"))
        assert build(tmp_path / "plans", tmp_path / "site", today=TODAY).published
        assert {path.name for path in (tmp_path / "site" / "checks").iterdir()} == {"fr", "en"}
        assert ways(tmp_path / "site", "checks/en/TEAM-NO-DEPUTY.html") == [
            "index.html",
            "checks/fr/TEAM-NO-DEPUTY.html",
        ]
        state = read_markup((tmp_path / "site" / "two" / "en" / "state.html").read_text("utf-8"))
        assert "../../checks/en/PLAN-REVIEW-OVERDUE.html" in state.follows

    def test_a_plan_in_a_language_that_the_program_does_not_speak_reads_them_in_english(
        self, write_plan: WritePlan, tmp_path: Path
    ) -> None:
        plan = write_plan(text=PLAN.replace("[fr, en]", "[de, fr-CA]"))
        assert build(plan, tmp_path / "site", today=TODAY).published
        assert {path.name for path in (tmp_path / "site" / "checks").iterdir()} == {"fr", "en"}
        assert ways(tmp_path / "site", "checks/en/index.html") == ["de/state.html", "checks/fr/index.html"]
        state = read_markup((tmp_path / "site" / "fr-CA" / "state.html").read_text("utf-8"))
        assert "../checks/fr/PLAN-REVIEW-OVERDUE.html" in state.follows

    def test_a_plan_among_others_cannot_take_their_place(self, write_plan: WritePlan, tmp_path: Path) -> None:
        alone = write_plan("Checks")
        assert build(alone, tmp_path / "alone", today=TODAY).published
        write_plan("one")
        with pytest.raises(CannotBuild) as refused:
            build(tmp_path / "plans", tmp_path / "site", today=TODAY)
        assert spoken(refused.value.message, "en") == (
            "No plan can have the folder name Checks: the site explains the checks there."
        )

    def test_a_file_of_the_readers_own_beside_them_stays(self, plan: Path, tmp_path: Path) -> None:
        build(plan, tmp_path / "site", today=TODAY)
        own = tmp_path / "site" / "checks" / "fr" / "notes.txt"
        own.write_text("mine")
        assert build(plan, tmp_path / "site", today=TODAY, lang="en").published
        assert own.read_text() == "mine"
        assert [path.name for path in own.parent.iterdir()] == ["notes.txt"]

    def test_the_zip_file_holds_them(self, plan: Path, tmp_path: Path) -> None:
        (published,) = build(plan, tmp_path / "site", today=TODAY, archive=True).published
        assert published.archive is not None
        with zipfile.ZipFile(published.archive) as archive:
            names = {name.partition("/")[2] for name in archive.namelist()}
        assert {f"checks/{language}/{name}" for language in ("fr", "en") for name in PAGES} <= names

    def test_an_example_that_says_what_the_plan_hides_stops_no_build(
        self, write_plan: WritePlan, tmp_path: Path
    ) -> None:
        hidden = "ana@example.com"
        plan = write_plan(text=PLAN.replace("ana@example.org", hidden))
        staff, team = build(plan, tmp_path / "site", today=TODAY, editions=list(Visibility)).published
        page = "checks/en/TEAM-COMPANY-ONLY.html"
        assert hidden not in (staff.folder / page).read_text("utf-8")
        assert hidden in (team.folder / page).read_text("utf-8")


class TestARenderedTree:
    def test_has_them_inside_and_leads_to_the_trees_beside_it(self, plan: Path, tmp_path: Path) -> None:
        assert render(plan, tmp_path / "tree", today=TODAY).published
        for language, other in (("fr", "en"), ("en", "fr")):
            docs = tmp_path / "tree" / language / "docs"
            assert set(files_below(docs / "checks")) == {*PAGES, "checks.css"}
            assert ways(docs, "checks/TEAM-NO-DEPUTY.html") == [
                "state.html",
                f"../{other}/checks/TEAM-NO-DEPUTY.html",
            ]
            assert 'href="checks/PLAN-REVIEW-OVERDUE.html"' in (docs / "state.md").read_text("utf-8")
