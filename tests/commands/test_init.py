"""`planbuilder init`: a plan that can be read, whose findings are what only the organisation can say."""

import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.conftest import Golden

from planbuilder.checking import check
from planbuilder.commands import approve, init
from planbuilder.commands._guessing import timezone_of
from planbuilder.commands._placing import place
from planbuilder.commands._refusal import Refusal
from planbuilder.commands._skeleton import Known, skeleton
from planbuilder.loading import load_texts
from planbuilder.messages import LANGUAGES
from planbuilder.plan.laws import LAWS
from planbuilder.plan.zones import country_of

from .conftest import Ran, Run

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TODAY = date(2026, 11, 21)

each_language = pytest.mark.parametrize("lang", LANGUAGES)

ZONE = ("--timezone", "Europe/Paris")

# what a communications lead types after the findings: in each file, what stands there and what takes its place
FILLED_IN: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]] = {
    "fr": {
        "a-propos.yaml": (("  checks:", "  reviewed: 2026-11-21\n  applies: []\n  checks:"),),
        "equipe.yaml": (
            ("[PRÉNOM NOM\u00a0: COMMUNICATION]", "Ana Ruiz"),
            ("[PRÉNOM NOM\u00a0: DIRECTION]", "Léo Marchand"),
            ("[PRÉNOM NOM\u00a0: CLIENTS]", "Inès Roche"),
            ("prenom.nom@example.org", "ana.ruiz@posteo.net"),
            ("+33 6 39 98 00 0", "06 00 00 00 1"),
            ("+33 1 99 00 00 0", "01 00 00 00 1"),
        ),
        "canaux.yaml": (
            ("www.example.org", "www.maison-exemple.fr"),
            ("votre-page.example", "MaisonExemple"),
            ("+33 1 99 00 00 10", "01 00 00 00 10"),
        ),
        "veille.yaml": (
            (
                'brand: ["Maison Exemple"]',
                "brand: [Maison Exemple, Maison Exenple]\n    products: [x]\n    people: [y]",
            ),
        ),
        "entrainement.yaml": (
            ("every: 12 months", "every: 12 months\n    last: 2026-11-20"),
            ("- kind: call-test", "- kind: call-test\n    date: 2026-11-20"),
            ("- kind: tabletop", "- kind: tabletop\n    planned: 2027-05-20"),
        ),
    },
    "en": {
        "about.yaml": (("  checks:", "  reviewed: 2026-11-21\n  applies: []\n  checks:"),),
        "team.yaml": (
            ("[NAME: COMMUNICATIONS]", "Ana Ruiz"),
            ("[NAME: MANAGEMENT]", "Leo Marchand"),
            ("[NAME: CUSTOMERS]", "Ines Roche"),
            ("first.last@example.org", "ana.ruiz@posteo.net"),
            ("+44 7700 90000", "06 00 00 00 1"),
            ("+44 20 7946 000", "01 00 00 00 1"),
        ),
        "channels.yaml": (
            ("www.example.org", "www.maison-exemple.fr"),
            ("your-page.example", "MaisonExemple"),
            ("+44 20 7946 0010", "01 00 00 00 10"),
        ),
        "monitoring.yaml": (
            (
                'brand: ["Maison Exemple"]',
                "brand: [Maison Exemple, Maison Exenple]\n    products: [x]\n    people: [y]",
            ),
        ),
        "practice.yaml": (
            ("every: 12 months", "every: 12 months\n    last: 2026-11-20"),
            ("- kind: call-test", "- kind: call-test\n    date: 2026-11-20"),
            ("- kind: tabletop", "- kind: tabletop\n    planned: 2027-05-20"),
        ),
    },
}
TO_APPROVE = {
    "fr": ("donnees-attente", "service-attente", "comportement-attente", "--by", "resp-communication"),
    "en": ("data-holding", "service-holding", "conduct-holding", "--by", "comms-lead"),
}

Start = Callable[..., Ran]


@pytest.fixture
def start(planbuilder: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """`planbuilder init` in an empty folder, where nobody sits at a terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr(init, "timezone_of", lambda environment: None)

    def call(*arguments: str | Path, organisation: str = "Maison Exemple") -> Ran:
        return planbuilder("init", "--organisation", organisation, *arguments)

    return call


class Terminal(io.StringIO):
    """A keyboard at which somebody sits, and what they type."""

    def isatty(self) -> bool:
        return True


def fill_in(folder: Path, lang: str) -> None:
    for name, edits in FILLED_IN[lang].items():
        text = (folder / name).read_text("utf-8")
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new)
        (folder / name).write_text(text, "utf-8")


# --- what is found in a plan that was just started ---


@each_language
def test_the_first_files_name_every_law_of_the_table(lang: str) -> None:
    text = "".join(skeleton(Known("Example", [lang], "Europe/Paris")).values())
    told = set(re.findall(r"[a-z0-9-]+", text.partition("`applies`")[2]))
    assert LAWS.keys() - told == {"rgpd-personnes"}  # whoever notifies under rgpd meets it there


@each_language
def test_the_findings_are_what_only_the_organisation_can_say(
    planbuilder: Run, start: Start, golden: Golden, lang: str
) -> None:
    assert start("--lang", lang, *ZONE).code == 0
    ran = planbuilder("check", "--today", TODAY.isoformat())
    golden(HERE / "init" / f"findings.{lang}.txt", ran.out)
    assert "SHAPE" not in ran.out


def test_both_languages_ask_for_the_same() -> None:
    asked = []
    for lang in LANGUAGES:
        found = check(load_texts(skeleton(Known("Example", (lang,), "Europe/Paris", "FR"))), TODAY)
        asked.append(sorted((one.check, str(one.severity)) for one in found.outcome.findings))
    assert asked[0] == asked[1]


@each_language
def test_whoever_does_what_the_findings_say_has_a_plan_that_passes(
    planbuilder: Run, start: Start, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setattr(approve, "today_in", lambda zone: TODAY)
    start("--lang", lang, *ZONE)
    fill_in(Path("plans/maison-exemple"), lang)
    assert planbuilder("approve", *TO_APPROVE[lang]).code == 0
    ran = planbuilder("check", "--today", TODAY.isoformat(), "--fail-on", "info")
    assert ran.code == 0, ran.out


@each_language
def test_nothing_passes_as_checked_or_approved_by_somebody(lang: str) -> None:
    plan = load_texts(skeleton(Known("Example", (lang,), "Europe/Paris", "FR"))).plan
    assert plan is not None
    assert plan.about.reviewed is None
    assert plan.about.approved is None
    assert not any(person.checked for person in plan.people.values())
    assert not any(statement.approved for statement in plan.all_statements())
    assert not any(training.last for training in plan.training)
    assert not any(exercise.date or exercise.planned for exercise in plan.exercises)


@each_language
def test_the_texts_promise_the_next_update_and_never_the_time_now(lang: str) -> None:
    texts = "".join(skeleton(Known("Example", (lang,), "Europe/Paris", "FR")).values())
    assert "{time}" not in texts
    assert ("{heure}" if lang == "fr" else "{next_update}") in texts


@each_language
def test_as_long_as_a_number_of_the_example_is_left_the_check_fails(
    planbuilder: Run, start: Start, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setattr(approve, "today_in", lambda zone: TODAY)
    start("--lang", lang, *ZONE)
    folder = Path("plans/maison-exemple")
    fill_in(folder, lang)
    planbuilder("approve", *TO_APPROVE[lang])
    team = next(file for file in folder.iterdir() if file.name in {"equipe.yaml", "team.yaml"})
    team.write_text(team.read_text("utf-8").replace("06 00 00 00 13", "+33 6 39 98 00 03"), "utf-8")
    ran = planbuilder("check", "--today", TODAY.isoformat())
    assert ran.code == 1
    assert ran.out.count(f"{'erreur' if lang == 'fr' else 'error'} PLAN-UNFINISHED") == 1


@each_language
def test_the_sentences_shown_in_the_first_steps_are_those_of_the_program(lang: str) -> None:
    page = ROOT / "docs" / ("fr" if lang == "fr" else ".") / "first-plan.md"
    findings = (HERE / "init" / f"findings.{lang}.txt").read_text("utf-8")
    shown = [line for line in page.read_text("utf-8").splitlines() if line.startswith(("  →", "  erreur", "  error"))]
    assert shown
    assert [line for line in shown if line not in findings] == []


# --- names, languages, time zones ---


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=60))
@example('"')
@example("a: b # c")
@example("L'Œuvre \\ “x” {y} $organisation ${zone}")
@example("🫖 Thé")
@example("- x")
@example("null")
@example("*a &b !c %d @e `f`")
def test_a_name_is_read_as_it_was_typed_or_refused_before_anything_is_written(name: str) -> None:
    try:
        read = init.read_organisation(name)
    except click.BadParameter:
        assume(False)
    for lang in ("fr", "en"):
        loaded = load_texts(skeleton(Known(read, (lang,), "Europe/Paris", "FR")))
        assert loaded.findings == ()
        assert loaded.plan is not None
        assert loaded.plan.about.organisation == name.strip()
        assert loaded.plan.monitoring is not None
        assert loaded.plan.monitoring.keywords["brand"] == (name.strip(),)


@pytest.mark.parametrize(
    "name", ["", "  ", "a\nb", "a\rb", "a\tb", "a\x1b[2J", "\u202ea", "a\u2028b", "\ud800", "x" * 201]
)
def test_a_name_that_cannot_stand_on_one_line_is_refused(start: Start, name: str) -> None:
    ran = start(*ZONE, organisation=name)
    assert (ran.code, ran.out) == (2, "")
    assert "write it on one line, without invisible characters." in ran.err
    assert "\x1b" not in ran.err
    assert not list(Path().iterdir())


@given(st.text(max_size=80))
@example("L'Œuvre de #1\u00a0: Élan")
def test_the_folder_is_called_by_plain_letters(name: str) -> None:
    slug = Known(name, ("en",), "UTC").slug
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug) <= 64
    assert not slug.startswith("-")
    assert not slug.endswith("-")


def test_the_folder_keeps_what_can_be_kept_of_the_name() -> None:
    assert Known("L'Œuvre de #1\u00a0: Élan", ("fr",), "UTC").slug == "l-oeuvre-de-1-elan"
    assert Known("株式会社", ("ja",), "UTC").slug == "plan"


def test_a_language_without_a_skeleton_gets_the_english_one_with_its_own_tag(start: Start) -> None:
    ran = start("--lang", "de", *ZONE)
    assert "Its texts are in English: write them in German." in ran.out
    assert "languages: [de]" in Path("plans/maison-exemple/about.yaml").read_text("utf-8")


def test_several_languages_are_asked_for_with_the_first_as_reference(start: Start) -> None:
    ran = start("--lang", "FR, en", *ZONE)
    assert "Ses textes sont en français\u00a0: écrivez chacun en anglais aussi." in ran.out
    assert "languages: [fr, en]" in Path("plans/maison-exemple/a-propos.yaml").read_text("utf-8")


@pytest.mark.parametrize("tags", ["", "fr,", "fr,fr", "français", "fr en", "f", "fr\n"])
def test_what_names_no_languages_is_refused(start: Start, tags: str) -> None:
    ran = start("--lang", tags, *ZONE)
    if tags == "fr\n":
        assert ran.code == 0
    else:
        assert "names no languages; write their codes, for example fr,en." in ran.err
        assert ran.code == 2


def test_a_time_zone_that_there_is_not_is_refused(start: Start) -> None:
    ran = start("--timezone", "Europe/Lyon")
    assert ran.code == 2
    assert "“Europe/Lyon” is not a time zone; write its name, for example Europe/Paris." in ran.err
    assert "“UK” is not a time zone; write its name, for example Europe/London." in start("--timezone", "UK").err


def test_numbers_are_read_in_the_country_of_the_time_zone() -> None:
    assert country_of("Europe/Paris") == "FR"
    assert country_of("America/Toronto") == "CA"
    assert country_of("UTC") is None
    assert "country:" not in skeleton(Known("x", ("en",), "UTC"))["about.yaml"]


@pytest.mark.parametrize(
    ("environment", "localtime", "found"),
    [
        ({"TZ": "America/Montreal"}, "usr/share/zoneinfo/Europe/Paris", "America/Montreal"),
        ({"TZ": ":Asia/Tokyo"}, "usr/share/zoneinfo/Europe/Paris", "Asia/Tokyo"),
        ({}, "usr/share/zoneinfo/Europe/Brussels", "Europe/Brussels"),
        ({}, "usr/share/zoneinfo/America/Argentina/Salta", "America/Argentina/Salta"),
        ({"LANG": "fr_FR.UTF-8"}, "usr/share/zoneinfo/Etc/UTC", "Europe/Paris"),
        ({"LANG": "fr_CA.UTF-8"}, "usr/share/zoneinfo/UTC", None),
        ({"TZ": "UTC", "LANG": "C.UTF-8"}, "nothing/of/the/kind", None),
        ({"TZ": "../../etc/passwd", "LANG": "C"}, "usr/share/zoneinfo/Etc/UTC", None),
    ],
)
def test_the_time_zone_is_guessed_from_the_machine_but_never_that_of_a_server(
    tmp_path: Path, environment: dict[str, str], localtime: str, found: str | None
) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(tmp_path / localtime)
    assert timezone_of(environment, str(link)) == found


# --- asking ---


def test_what_is_missing_is_asked_for_at_a_terminal(
    start: Start, planbuilder: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(init, "timezone_of", lambda environment: "Europe/Brussels")
    monkeypatch.setattr("sys.stdin", Terminal("fr\n\nMaison Exemple\nBruxelles\n\n"))
    ran = planbuilder("init")
    assert ran.code == 0
    assert "Languages of the plan, the main one first [en]: " in ran.out
    assert ran.out.count("Nom de l'organisation\u00a0: ") == 2
    assert "Erreur\u00a0: «\u00a0Bruxelles\u00a0» n'est pas un fuseau horaire" in ran.out
    assert ran.out.count("Fuseau horaire [Europe/Brussels]\u00a0: ") == 2
    assert Path("plans/maison-exemple/a-propos.yaml").is_file()


def test_whoever_leaves_while_asked_leaves_nothing_behind(
    start: Start, planbuilder: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("fr\n"))
    assert planbuilder("init").code == 130
    assert not list(Path().iterdir())


@pytest.mark.parametrize(("arguments", "missing"), [(ZONE, "--organisation"), (("--organisation", "x"), "--timezone")])
def test_nobody_is_asked_where_nobody_sits(
    start: Start, planbuilder: Run, arguments: tuple[str, ...], missing: str
) -> None:
    ran = planbuilder("init", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert f"Missing option '{missing}'." in ran.err
    assert not list(Path().iterdir())


def test_a_guess_is_told(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "timezone_of", lambda environment: "Europe/Brussels")
    assert "7 files, for a plan in English whose hours are those of Europe/Brussels." in start().out


def test_what_comes_next_can_be_pasted(start: Start) -> None:
    ran = start("my plan", *ZONE)
    assert "  planbuilder check 'my plan'" in ran.out.splitlines()
    assert "  planbuilder build 'my plan'" in ran.out.splitlines()


# --- where it is written ---


def test_a_folder_without_a_plan_keeps_what_it_holds(start: Start) -> None:
    Path(".git").mkdir()
    Path("README.md").write_text("mine", "utf-8")
    assert start(".", *ZONE).code == 0
    assert Path("README.md").read_text("utf-8") == "mine"
    assert {entry.name for entry in Path().iterdir()} == {
        ".git", "README.md", *skeleton(Known("x", ("en",), "UTC")),
    }  # fmt: skip


@pytest.mark.parametrize("held", ["plan.yaml", "scenarios/fire.YML"])
def test_a_folder_that_holds_a_plan_is_refused(start: Start, held: str) -> None:
    file = Path("mine", held)
    file.parent.mkdir(parents=True)
    file.write_text("mine", "utf-8")
    ran = start("mine", *ZONE)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "Error: The folder “mine” holds YAML files already; nothing was written.",
        "Name another folder: `planbuilder init my-plan`.",
    ]
    assert [path for path in Path().rglob("*") if path.is_file()] == [file]


def test_a_second_start_is_refused(start: Start) -> None:
    start(*ZONE)
    assert start(*ZONE).code == 2


def test_a_folder_inside_a_plan_is_refused(start: Start) -> None:
    Path("plans").mkdir()
    Path("plans/about.yaml").write_text("about: {}", "utf-8")
    assert "“plans” is a plan itself: the new files would be read as a part of it." in start(*ZONE).err


def test_yaml_of_other_programs_in_the_current_folder_is_in_nobodys_way(start: Start) -> None:
    Path("mkdocs.yml").write_text("site_name: x", "utf-8")
    assert start("my-plan", *ZONE).code == 0


@pytest.mark.parametrize("folder", ["file", "file/plan", "x" * 300])
def test_a_place_where_no_folder_can_be_is_refused(start: Start, folder: str) -> None:
    Path("file").write_text("mine", "utf-8")
    ran = start(folder, *ZONE)
    assert (ran.code, ran.out) == (2, "")
    assert [entry.name for entry in Path().iterdir()] == ["file"]


@pytest.mark.parametrize("there", [True, False])
def test_what_breaks_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    folder = tmp_path / "plan"
    if there:
        folder.mkdir()
    rename, calls = Path.rename, []

    def breaks(self: Path, target: Path) -> Path:
        calls.append(target)
        if not there or len(calls) == 2:
            raise PermissionError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", breaks)
    with pytest.raises(Refusal):
        place(folder, {"a.yaml": "a", "b.yaml": "b", "c.yaml": "c"})
    assert list(tmp_path.rglob("*")) == ([folder] if there else [])
