"""A folder of plans becomes a site in its place, or nothing changes."""

import gzip
import shutil
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planbuilder.findings import Finding
from planbuilder.messages import render as spoken
from planbuilder.plan import Visibility
from planbuilder.rules import all_rules
from planbuilder.site import Built, CannotBuild, build, engine, render
from planbuilder.site.manifest import NAME, read_manifest
from planbuilder.site.markup import read_markup
from planbuilder.site.offline import WORKER, kept_by

FRONT = ("index.html", WORKER)
TODAY = date(2026, 11, 21)
MOBILE = "06 39 98 00 01"
WritePlan = Callable[..., Path]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def pages(folder: Path) -> dict[str, str]:
    return {name: content.decode() for name, content in files(folder).items() if name.endswith(".html")}


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(CannotBuild) as refused:
        action()
    assert spoken(refused.value.fix, "en")
    return spoken(refused.value.message, "en")


def shape(built: Built) -> list[Finding]:
    return [finding for checked in built.checked for finding in checked.loaded.findings]


class TestTheRealSite:
    def test_each_edition_has_its_own_folder_with_a_tree_per_language(self, site: tuple[Path, Built]) -> None:
        folder, built = site
        assert built.refusals == ()
        staff, team = built.published
        assert (staff.edition, staff.folder, staff.languages) == (Visibility.STAFF, folder / "site", ("fr", "en"))
        assert (team.edition, team.folder) == (Visibility.CRISIS_TEAM, folder / "site-crisis-team")
        for published in built.published:
            found = pages(published.folder)
            assert {"index.html", "fr/index.html", "en/index.html", "fr/roles/pilote.html"} <= found.keys()
            sheets = [name for name in found if "/paper/" in name]
            told = [name for name in found if name.startswith("checks/")]
            assert published.pages == len(found) - len(sheets) - len(told) - 1, "all but paper and the first page"
            assert len(told) == 2 * (len(all_rules()) + 1), "each check and their list, in each language"

    def test_every_page_has_its_language_a_title_and_the_policy_first(self, site: tuple[Path, Built]) -> None:
        for name, html in pages(site[0] / "site").items():
            page = read_markup(html)
            assert page.lang == ("en" if name.startswith(("en/", "checks/en/")) else "fr"), name
            assert page.title.strip(), name
            assert page.policy_first, name
            assert page.policy.startswith("default-src 'self' file:; "), name

    def test_a_personal_number_is_in_no_byte_of_the_staff_edition(self, site: tuple[Path, Built]) -> None:
        def found(edition: str, *forms: bytes) -> set[bytes]:
            contents = [
                gzip.decompress(content) if name.endswith(".gz") else content
                for name, content in files(site[0] / edition).items()
            ]
            return {form for form in forms for content in contents if form in content}

        forms = (b"39980001", b"39\xc2\xa098\xc2\xa000\xc2\xa001", b"ana&#64;example", b"ana@example.org")
        assert found("site", *forms) == set()
        assert b"39\xc2\xa098\xc2\xa000\xc2\xa001" in found("site-crisis-team", *forms)

    def test_nothing_that_no_reader_opens_is_published(self, site: tuple[Path, Built]) -> None:
        names = files(site[0] / "site").keys()
        assert [name for name in names if name.endswith((".map", "404.html", "sitemap.xml", "sitemap.xml.gz"))] == []
        assert [name for name in names if "/javascripts/" in name or "/stylesheets/" in name] == []

    def test_nothing_stays_beside_the_output_and_the_plan_is_untouched(self, site: tuple[Path, Built]) -> None:
        assert sorted(path.name for path in site[0].iterdir()) == ["plans", "site", "site-crisis-team"]
        assert [path.name for path in (site[0] / "plans").iterdir()] == ["plan.yaml"]

    def test_another_time_place_and_process_gives_the_same_bytes(
        self, site: tuple[Path, Built], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shutil.copytree(site[0] / "plans", tmp_path / "elsewhere" / "plans")
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("TZ", "Pacific/Auckland")
        monkeypatch.setattr("planbuilder.site.parallel.os.cpu_count", lambda: 1)
        build(Path("elsewhere/plans"), Path("again"), today=TODAY)
        assert files(tmp_path / "again") == files(site[0] / "site")

    def test_no_byte_goes_over_the_network(self, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def blocked(*_: object) -> None:
            raise AssertionError("a connection was tried")

        monkeypatch.setattr(socket.socket, "connect", blocked)
        monkeypatch.setattr(socket, "getaddrinfo", blocked)
        monkeypatch.setattr("planbuilder.site.parallel.os.cpu_count", lambda: 1)
        assert build(plan, tmp_path / "site", today=TODAY, lang="en").published

    def test_the_rendered_tree_is_taken_by_the_engine_as_it_is(self, plan: Path, tmp_path: Path) -> None:
        built = render(plan, tmp_path / "tree", today=TODAY, lang="fr")
        (published,) = built.published
        tree = tmp_path / "tree" / "fr"
        assert {"docs", "mkdocs.yml"} <= {path.name for path in tree.iterdir()}
        assert engine.run(tree, tree / "site", TODAY) == []
        made = [page for page in (tree / "site").rglob("*.html") if page.parent.name not in {"paper", "checks"}]
        assert len(made) == published.pages + 1, "and the engine's own 404.html"


@pytest.mark.usefixtures("quick_engine")
class TestWhatIsBuilt:
    def test_one_plan_has_its_languages_at_the_top(self, plan: Path, tmp_path: Path) -> None:
        (published,) = build(plan, tmp_path / "site", today=TODAY).published
        assert published.plans == ("atelier",)
        assert {path.name for path in (tmp_path / "site").iterdir()} == {NAME, "checks", *FRONT, "fr", "en"}
        assert kept_by((tmp_path / "site" / WORKER).read_text()).keys() == {"index.html"}, "the choice of the language"

    def test_several_plans_have_a_folder_each(self, write_plan: WritePlan, tmp_path: Path) -> None:
        write_plan("one")
        write_plan("two")
        (published,) = build(tmp_path / "plans", tmp_path / "site", today=TODAY).published
        assert published.plans == ("one", "two")
        assert {path.name for path in (tmp_path / "site").iterdir()} == {
            NAME, "checks", *FRONT, "one", "two",
        }  # fmt: skip
        assert (tmp_path / "site" / "two" / "en" / "index.html").is_file()
        front = read_markup((tmp_path / "site" / "index.html").read_text())
        assert front.follows == ["one/fr/index.html", "one/en/index.html", "two/fr/index.html", "two/en/index.html"]

    def test_one_language_can_be_asked_for(self, plan: Path, tmp_path: Path) -> None:
        (published,) = build(plan, tmp_path / "site", today=TODAY, lang="en").published
        assert published.languages == ("en",)
        assert not (tmp_path / "site" / "fr").exists()
        assert [folder.name for folder in (tmp_path / "site" / "checks").iterdir()] == ["en"]

    def test_the_default_folders_are_site_and_site_crisis_team(
        self, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        build(plan, today=TODAY)
        build(plan, today=TODAY, editions=[Visibility.CRISIS_TEAM])
        assert {"site", "site-crisis-team"} <= {path.name for path in tmp_path.iterdir()}

    def test_an_edition_asked_for_alone_goes_where_it_is_told(self, plan: Path, tmp_path: Path) -> None:
        build(plan, tmp_path / "team", today=TODAY, editions=[Visibility.CRISIS_TEAM])
        manifest = read_manifest(tmp_path / "team")
        assert manifest is not None
        assert manifest.holds == "site crisis-team"
        assert "another edition" in refusal(lambda: build(plan, tmp_path / "team", today=TODAY))

    def test_the_manifest_lists_every_file(self, plan: Path, tmp_path: Path) -> None:
        build(plan, tmp_path / "site", today=TODAY)
        manifest = read_manifest(tmp_path / "site")
        assert manifest is not None
        assert manifest.files | {NAME} == files(tmp_path / "site").keys()

    def test_render_lays_the_trees_out_as_the_site(self, write_plan: WritePlan, tmp_path: Path) -> None:
        write_plan("one")
        write_plan("two")
        built = render(tmp_path / "plans", tmp_path / "tree", today=TODAY, edition=Visibility.CRISIS_TEAM)
        assert (tmp_path / "tree" / "one" / "fr" / "mkdocs.yml").is_file()
        assert (tmp_path / "tree" / "two" / "en" / "docs" / "index.md").is_file()
        assert built.published[0].edition is Visibility.CRISIS_TEAM
        assert "another edition" in refusal(lambda: render(tmp_path / "plans", tmp_path / "tree", today=TODAY))


@pytest.mark.usefixtures("quick_engine")
class TestWhatStopsABuild:
    @pytest.fixture(autouse=True)
    def _published_before(self, plan: Path, tmp_path: Path) -> None:
        build(plan, tmp_path / "site", today=TODAY)
        self.before = files(tmp_path / "site")

    def test_a_plan_whose_shape_is_wrong(self, write_plan: WritePlan, tmp_path: Path) -> None:
        plan = write_plan(text="about: {organisation: Atelier, languages: [fr], owns: ana}\n")
        built = build(plan, tmp_path / "site", today=TODAY)
        assert (built.published, built.refusals) == ((), ())
        assert shape(built) != []
        assert files(tmp_path / "site") == self.before
        assert render(plan, tmp_path / "tree", today=TODAY).published == ()
        assert not (tmp_path / "tree").exists()

    def test_one_such_plan_among_others(self, write_plan: WritePlan, tmp_path: Path) -> None:
        write_plan("broken", "about: 1\n")
        assert build(tmp_path / "plans", tmp_path / "other", today=TODAY).published == ()
        assert not (tmp_path / "other").exists()

    def test_a_hidden_value_in_a_text_that_everybody_reads(self, plan: Path, tmp_path: Path) -> None:
        text = (plan / "plan.yaml").read_text("utf-8").replace("Panne générale", "Panne – appeler le 06.39.98.00.01")
        (plan / "plan.yaml").write_text(text, "utf-8")
        built = build(plan, tmp_path / "site", today=TODAY, editions=list(Visibility))
        assert built.published == ()
        assert {spoken(one.message, "en") for one in built.refusals} == {
            "A value that only the crisis team may see stands in this file: that of `people.ana.mobile`."
        }
        assert files(tmp_path / "site") == self.before
        assert not (tmp_path / "site-crisis-team").exists()

    def test_gaps_do_not(self, plan: Path, tmp_path: Path) -> None:
        built = build(plan, tmp_path / "site", today=TODAY)
        assert built.published != ()
        assert any(checked.findings for checked in built.checked)

    def test_a_complaint_of_the_engine(self, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        run = engine.run
        monkeypatch.setattr(engine, "run", lambda *args: [*run(*args), "Doc file\n\x1b[31m'a.md' contains a link"])
        built = build(plan, tmp_path / "site", today=TODAY)
        assert [spoken(one.message, "en") for one in built.refusals] == [
            "The engine is not content with the pages: Doc file [31m'a.md' contains a link"
        ] * 2
        assert files(tmp_path / "site") == self.before

    def test_an_engine_that_fails_outright(self, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def crash(*_: object) -> list[str]:
            raise RuntimeError("engine")

        monkeypatch.setattr(engine, "run", crash)
        with pytest.raises(RuntimeError, match="engine"):
            build(plan, tmp_path / "site", today=TODAY)
        assert files(tmp_path / "site") == self.before
        assert sorted(path.name for path in tmp_path.iterdir()) == ["plans", "site"]


class TestWhatIsNeverTried:
    def test_a_folder_without_a_plan_or_that_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "nothing").mkdir()
        assert "There is no plan in" in refusal(lambda: build(tmp_path / "nothing", tmp_path / "x", today=TODAY))
        assert "cannot be read" in refusal(lambda: build(tmp_path / "gone", tmp_path / "x", today=TODAY))
        assert not (tmp_path / "x").exists()

    def test_a_language_that_the_plan_does_not_have(self, plan: Path, tmp_path: Path) -> None:
        assert refusal(lambda: build(plan, tmp_path / "x", today=TODAY, lang="de")) == (
            "The plan of Atelier is not written in `de`."
        )

    @pytest.mark.parametrize("names", [["a b;c", "x"], ["Atelier", "atelier"], ["-x", "y"]])
    def test_plans_whose_names_cannot_be_addresses(
        self, write_plan: WritePlan, tmp_path: Path, names: list[str]
    ) -> None:
        for name in names:
            write_plan(name)
        assert "cannot be part of an address" in refusal(lambda: build(tmp_path / "plans", tmp_path / "x", today=TODAY))

    def test_an_output_that_holds_the_plans(self, plan: Path, tmp_path: Path) -> None:
        assert "The plans themselves" in refusal(lambda: build(plan, tmp_path, today=TODAY))
        assert "The plans themselves" in refusal(lambda: render(plan, tmp_path, today=TODAY))

    def test_a_config_that_cannot_be_read(self, plan: Path, tmp_path: Path) -> None:
        config = tmp_path / "mkdocs.yml"
        assert "cannot be read" in refusal(lambda: build(plan, tmp_path / "x", today=TODAY, config=config))
        config.write_text("theme: [")
        assert "cannot be understood" in refusal(lambda: build(plan, tmp_path / "x", today=TODAY, config=config))


class TestAnOlderCopy:
    def test_the_page_of_what_changed_passes_the_gate_and_is_linked(self, plan: Path, tmp_path: Path) -> None:
        older = tmp_path / "older"
        shutil.copytree(plan, older)
        text = next(path for path in plan.rglob("*.yaml") if "holder:" in path.read_text("utf-8"))
        text.write_text(text.read_text("utf-8").replace("version: ", "version: 9", 1), "utf-8")
        built = build(plan, tmp_path / "out", today=TODAY, since=older)
        assert not built.refusals
        made = pages(tmp_path / "out")
        assert any(name.endswith("changes.html") for name in made)

    def test_one_that_cannot_be_read_is_refused(self, plan: Path, tmp_path: Path) -> None:
        older = tmp_path / "older"
        older.mkdir()
        (older / "plan.yaml").write_text("people: [", "utf-8")
        assert "cannot be read" in refusal(lambda: build(plan, tmp_path / "out", today=TODAY, since=older))
