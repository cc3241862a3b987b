"""A folder to one plan: the merge law, the order of findings, what one bad file hides and what it does not."""

import os
from pathlib import Path

import pytest

from planbuilder.findings import Severity
from planbuilder.loading import Loaded, find_plans, load, load_texts
from planbuilder.messages import render
from planbuilder.source import Where

ABOUT = "about: {organisation: Example, languages: [en], country: FR}\n"


def said(loaded: Loaded) -> list[tuple[str, int, int, str]]:
    return [(f.span.file, f.span.line, f.span.column, render(f.message, "en")) for f in loaded.findings]


def in_folder(folder: Path, files: dict[str, str]) -> Loaded:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (found,) = find_plans(folder)
    return load(found)


# --- many files, one plan ---


def test_maps_join_by_id_and_lists_are_appended_in_order_of_path() -> None:
    loaded = load_texts(
        {
            "a.yaml": "people: {ana: {name: Ana}}\nabsences: [{who: ana, from: 2026-12-01, to: 2026-12-02}]\n",
            "b.yaml": ABOUT + "people: {leo: {name: Leo}}\nabsences: [{who: leo, from: 2026-12-03, to: 2026-12-04}]\n",
        }
    )
    assert loaded.plan is not None
    assert loaded.findings == ()
    assert list(loaded.plan.people) == ["ana", "leo"]
    assert [(absence.who, str(absence.where)) for absence in loaded.plan.absences] == [
        ("ana", "absences[0]"),
        ("leo", "absences[1]"),
    ]
    assert loaded.place(Where(("absences", 1, "to"))).file == "b.yaml"
    assert loaded.place(Where(("people", "leo", "name"))).line == 2


def test_any_split_of_a_plan_is_the_same_plan() -> None:
    sections = [
        ABOUT,
        "people:\n  ana: {name: Ana}\n  leo: {name: Leo}\n",
        "roles:\n  lead: {holder: ana, deputies: [leo]}\n",
        "levels: {high: {reach: 30m}}\n",
    ]
    whole = load_texts({"plan.yaml": "".join(sections)})
    split = load_texts({f"{n}.yaml": text for n, text in enumerate(sections)})
    assert whole.plan is not None
    assert split.plan is not None
    values = [[repr(pair) for pair in loaded.plan.values()] for loaded in (whole, split) if loaded.plan]
    assert values[0] == values[1]


def test_an_id_in_two_files_names_both_places() -> None:
    loaded = load_texts({"a.yaml": ABOUT + "people:\n  ana: {name: A}\n", "b.yaml": "people:\n\n  ana: {name: B}\n"})
    assert loaded.plan is None
    assert said(loaded) == [("b.yaml", 3, 3, "`ana` is written twice: first in a.yaml, line 3.")]


def test_a_section_that_stands_in_one_file_only_cannot_stand_in_two() -> None:
    loaded = load_texts({"a.yaml": ABOUT, "b.yaml": "tone: {address: vous}\n", "c.yaml": "tone: {address: tu}\n"})
    assert loaded.plan is None
    assert said(loaded) == [("c.yaml", 1, 1, "`tone` is written twice: first in b.yaml, line 1.")]


def test_a_dead_name_in_one_file_knows_the_ids_of_the_others() -> None:
    loaded = load_texts({"a.yaml": "roles: {lead: {holder: ann}}\n", "b.yaml": ABOUT + "people: {ana: {name: A}}\n"})
    assert loaded.plan is not None
    assert said(loaded) == [("a.yaml", 1, 24, "`holder` names “ann”, which does not exist. Did you mean “ana”?")]


# --- findings ---


def test_findings_stand_in_order_of_file_line_and_column() -> None:
    loaded = load_texts(
        {
            "a.yaml": "levels: {low: {reach: soon, hours: never}}\nroles: []\n",
            "b.yaml": "about: {organisation: X, languages: [en], zzz: 1}\n",
        }
    )
    spans = [f.span for f in loaded.findings]
    assert spans == sorted(spans)
    assert [(s.file, s.line, s.column) for s in spans] == [
        ("a.yaml", 1, 23),
        ("a.yaml", 1, 36),
        ("a.yaml", 2, 1),
        ("b.yaml", 1, 43),
    ]


def test_a_bad_file_does_not_hide_another_and_is_not_blamed_twice() -> None:
    loaded = load_texts(
        {
            "broken.yaml": 'people: {"ana\n',
            "good.yaml": "roles: {lead: {holder: ana, can: [fly]}}\nlevels: {low: {when: [a], nam: b}}\n",
        }
    )
    assert loaded.plan is None
    assert [(f.span.file, f.address) for f in loaded.findings] == [
        ("broken.yaml", "about"),
        ("good.yaml", "roles.lead.can[0]"),
        ("good.yaml", "levels.low.nam"),
    ]


def test_what_is_missing_in_an_entry_is_said_even_when_a_file_is_broken() -> None:
    loaded = load_texts({"broken.yaml": "people: {", "good.yaml": "people: {ana: {}}\n"})
    assert [f.address for f in loaded.findings] == ["about", "people.ana.name"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("people: {ana: {name: Ana, telefone: '+33 6 98 76 54 32'}}", "people: {ana: {name: Ana, telefone: …"),
        ("people:\n  ana:\n    name: Ana\n    mobile: [+33 6 98 76 54 32]", "    mobile: …"),
        ("levels: {low: {reach: soon}}", "levels: {low: {reach: soon}}"),
    ],
)
def test_the_line_is_shown_without_contact_values(text: str, shown: str) -> None:
    loaded = load_texts({"plan.yaml": f"{ABOUT}{text}\n"})
    assert [f.shown for f in loaded.findings] == [shown]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("about:\n  organisation: X\n  languages: [fr, en]\n\tcountry: FR\n", "fr"),
        ("about:\n  languages:\n    - 'fr'\n\tcountry: FR\n", "fr"),
        ("about:\n  languages: [français]\n", "fr"),
        ("people:\n  ana:\n    languages: [fr]\n\tname: Ana\n", None),
    ],
)
def test_the_language_of_the_plan_is_read_past_a_mistake_of_typing(text: str, language: str | None) -> None:
    assert load_texts({"plan.yaml": text}).language == language


def test_the_language_of_the_plan_is_known_even_when_the_plan_is_not() -> None:
    assert load_texts({"a.yaml": "about: {languages: [fr, en]}\nzzz: 1\n"}).language == "fr"
    assert load_texts({"a.yaml": "about: {languages: }\n"}).language is None
    assert load_texts({"a.yaml": "about: []\n"}).language is None


# --- phone numbers that other programs garble ---


@pytest.mark.parametrize(
    ("typed", "noted"),
    [
        ("0612345670", True),
        ("0612345678", True),
        ("'0612345670'", False),
        ('"0612345670"', False),
        ("06 12 34 56 70", False),
        ("+33612345670", False),
        ("061234", False),
    ],
)
def test_a_bare_number_with_a_leading_zero_gets_a_note(typed: str, noted: bool) -> None:
    loaded = load_texts({"plan.yaml": f"{ABOUT}people: {{ana: {{name: Ana, mobile: {typed}}}}}\n"})
    assert loaded.plan is not None
    assert [(f.check, f.severity, f.address, f.span.column) for f in loaded.findings] == (
        [("PLAN-YAML-TRAP", Severity.INFO, "people.ana.mobile", 35)] if noted else []
    )
    for finding in loaded.findings:
        assert render(finding.message, "en") == "Other programs read the number in `mobile` without its zero."
        assert render(finding.fix, "en") == "Write it in the international form, with spaces, starting with +33."
        assert "1234" not in finding.shown


def test_without_a_country_no_note_is_given() -> None:
    text = "about: {organisation: X, languages: [en]}\npeople: {ana: {name: Ana, mobile: 0612345670}}\n"
    assert load_texts({"plan.yaml": text}).findings == ()


@pytest.mark.parametrize(("zone", "noted"), [("Europe/Lisbon", False), ("Europe/Paris", True), ("UTC", True)])
def test_in_another_country_the_prefix_is_asked_for_by_a_check_and_no_note_is_given(zone: str, noted: bool) -> None:
    about = "about: {organisation: X, languages: [en], country: FR}\n"
    text = f"{about}people: {{ana: {{name: Ana, timezone: {zone}, mobile: 0612345670}}}}\n"
    assert bool(load_texts({"plan.yaml": text}).findings) is noted


# --- folders ---


def test_a_plan_is_read_from_a_folder_and_its_subfolders(tmp_path: Path) -> None:
    loaded = in_folder(tmp_path, {"about.yaml": ABOUT, "team/people.yml": "people: {ana: {name: Ana}}\n"})
    assert loaded.plan is not None
    assert loaded.name == tmp_path.name
    assert list(loaded.plan.people) == ["ana"]


def test_a_link_is_a_problem_and_the_rest_is_still_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("people: {}\n")
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "people.yaml").symlink_to(tmp_path / "elsewhere.txt")
    loaded = in_folder(tmp_path / "plan", {"about.yaml": "about: {organisation: X, languages: [en], zzz: 1}\n"})
    assert loaded.plan is None
    assert sorted(Path(f.span.file).name for f in loaded.findings) == ["about.yaml", "people.yaml"]


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "people.yaml")
    loaded = in_folder(tmp_path, {"about.yaml": ABOUT})
    assert loaded.plan is None
    assert [Path(f.span.file).name for f in loaded.findings] == ["people.yaml"]


def test_a_file_that_is_not_text_does_not_hide_another(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_bytes(b"people: {ana: {name: Andr\xe9}}\n")
    loaded = in_folder(tmp_path, {"about.yaml": "about: {organisation: X, languages: [en], zzz: 1}\n"})
    assert [Path(f.span.file).name for f in loaded.findings] == ["about.yaml", "bad.yaml"]


def test_the_plans_of_this_repository_have_the_right_shape() -> None:
    plans = find_plans(Path(__file__).parent.parent / "plans")
    assert len(plans) >= 2
    for folder in plans:
        loaded = load(folder)
        assert loaded.plan is not None
        assert [render(f.message, "en") for f in loaded.findings] == []
