"""`planbuilder tone`: any text, before it is sent."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_a_text_is_judged_with_the_place_of_the_words(planbuilder: Run, tmp_path: Path) -> None:
    file = tmp_path / "word.txt"
    file.write_text("Hello,\nthis is a minor incident.\n", "utf-8")
    ran = planbuilder("tone", file, "--lang", "en", "--kind", "closing")
    assert ran.code == 1
    assert f"{file}:2:9" in ran.out
    assert "“a minor incident” makes the harm look small." in ran.out
    assert "TONE-MISSING-HELP" in ran.out


def test_a_good_text_passes(planbuilder: Run, tmp_path: Path) -> None:
    file = tmp_path / "word.txt"
    file.write_text("Service is back. Any question? Call 0800 000 000.", "utf-8")
    assert planbuilder("tone", file, "--lang", "en", "--kind", "closing").code == 0


def test_standard_input_is_read(planbuilder: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"Pas de panique."), "utf-8")
    monkeypatch.setattr("sys.stdin", typed)
    ran = planbuilder("tone", "-", "--lang", "fr", "--kind", "closing", "--format", "json")
    checks = {finding["check"] for plan in json.loads(ran.out)["plans"] for finding in plan["findings"]}
    assert checks == {"TONE-DISMISS-EMOTION", "TONE-MISSING-HELP"}


@pytest.mark.parametrize(
    ("format_", "lang", "said"),
    [
        ("text", "fr", "le texte lu:1:1"),
        ("text", "en", "the text read:1:1"),
        ("markdown", "fr", "\nle texte lu"),
        ("junit", "en", 'testsuite name="the text read"'),
        ("json", "fr", '"file": "-"'),
        ("gitlab", "fr", '"path": "-"'),
        ("sarif", "fr", '"uri": "-"'),
    ],
)
def test_a_text_without_a_file_has_words_for_a_name_where_people_read(
    planbuilder: Run, monkeypatch: pytest.MonkeyPatch, format_: str, lang: str, said: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Pas de panique. Stay calm."), "utf-8"))
    assert said in planbuilder("tone", "--lang", lang, "--kind", "closing", "--format", format_).out


def test_on_github_the_report_is_that_of_github(
    planbuilder: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "word.txt"
    file.write_text("Pas de panique.", "utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "::warning file=" in planbuilder("tone", file, "--lang", "fr", "--kind", "closing").out


@pytest.mark.parametrize("content", [b"", b" \n", None])
def test_nothing_to_read_is_said(planbuilder: Run, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "word.txt"
    if content is not None:
        file.write_bytes(content)
    assert planbuilder("tone", file, "--lang", "en", "--kind", "reply").code == 2


def test_any_characters_are_judged(planbuilder: Run, tmp_path: Path) -> None:
    file = tmp_path / "word.txt"
    file.write_bytes(bytes(range(128)) + "\u2028 {x} \"' # : | \\ \U0001f602".encode())
    assert planbuilder("tone", file, "--lang", "fr", "--kind", "update").code == 1


def test_a_text_in_another_encoding_is_not_guessed(planbuilder: Run, tmp_path: Path) -> None:
    file = tmp_path / "word.txt"
    file.write_bytes("Nous regrettons l’incident à Lille.".encode("cp1252"))
    ran = planbuilder("tone", file, "--lang", "fr", "--kind", "update", lang="fr")
    assert (ran.code, ran.out) == (2, "")
    assert "Ce texte n'est pas écrit en UTF-8." in ran.err


def test_the_words_of_the_house_count(planbuilder: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plans" / "bakery"
    plan.mkdir(parents=True)
    (plan / "about.yaml").write_text(
        "about: {organisation: ZORG, languages: [en], timezone: Europe/London}\n"
        "tone: {never: [bad buzz], words: {oven fault: oven}, allow: {TONE-MINIMISE: [minor incident]}}\n",
        "utf-8",
    )
    file = tmp_path / "word.txt"
    file.write_text("ZORG had a minor incident, not a bad buzz. Questions? Call 0800 000 000.", "utf-8")
    ran = planbuilder("tone", file, "--lang", "en", "--kind", "closing", "--plans", plan.parent, "--format", "json")
    found = [finding for plan in json.loads(ran.out)["plans"] for finding in plan["findings"]]
    assert [finding["check"] for finding in found] == ["TONE-JARGON"]
    assert "bad buzz" in found[0]["message"]


def test_how_hard_the_text_is_to_read_is_said_to_people_only(planbuilder: Run, tmp_path: Path) -> None:
    file = tmp_path / "word.txt"
    file.write_text("Service is back. Any question? Call 0800 000 000.", "utf-8")
    told = planbuilder("tone", file, "--lang", "en", "--kind", "closing").out
    assert "Reading index LIX 35 (under 40 is easy); longest sentence: 3 words." in told
    assert "LIX" not in planbuilder("tone", file, "--lang", "en", "--kind", "closing", "--format", "json").out


def test_a_sentence_of_one_word_has_one_word(planbuilder: Run, tmp_path: Path) -> None:
    file = tmp_path / "word.txt"
    file.write_text("Hello.", "utf-8")
    assert "longest sentence: 1 word." in planbuilder("tone", file, "--lang", "en", "--kind", "closing").out
