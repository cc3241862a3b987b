"""Sentences keep their parts, and say them in the language of the reader."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.messages import (
    Message,
    base_of,
    either,
    elided,
    listed,
    number,
    one_line,
    regional,
    render,
    say,
    say_many,
    say_value,
    spoken_tag,
    tool_language,
    translate,
)
from planbuilder.plan import Duration


def test_values_fill_the_fields_of_a_sentence() -> None:
    assert render(say("{a} and {b}", a="one", b=2), "en") == "one and 2"


def test_text_of_a_plan_is_never_read_as_a_pattern() -> None:
    assert render(say("{a} {b}", a="{b}", b="{a}{{"), "en") == "{b} {a}{{"


def test_braces_that_are_no_field_stay() -> None:
    assert render(say("write `{name}` or {x}", x=1), "en") == "write `{name}` or 1"


@pytest.mark.parametrize(("name", "said"), [("Ana", "d'Ana"), ("Élodie", "d'Élodie"), ("Hugo", "de Hugo"), ("", "de ")])
def test_french_elides_before_a_vowel(name: str, said: str) -> None:
    message = say("{role} has no deputy: if {person} is away, nobody does it.", role="Pilote", person=name)
    assert f"en l'absence {said}," in render(message, "fr")


@pytest.mark.parametrize(
    ("before", "value", "said"),
    [
        ("De ", "Inès", "D'"),
        ("(de ", "Ana", "(d'"),
        ("parce que\u00a0: de ", "Ana", "parce que\u00a0: d'"),
        ("plus que ", "8 h", "plus que "),
        ("lorsque ", "Élodie", "lorsqu'"),
        ("jusque ", "hier", "jusque "),
        ("le monde ", "Ana", "le monde "),
        ("grande ", "Ana", "grande "),
        ("de", "Ana", "de"),
        ("", "Ana", ""),
    ],
)
def test_only_words_that_elide_do(before: str, value: str, said: str) -> None:
    assert elided(before, value) == said


@pytest.mark.parametrize(
    "name", ["Hélène", "HENRI", "Hervé", "Hôpital", "Yves", "Yvonne", "Élodie", "Œuvre", "Huguette", "Hôtesse"]
)
def test_french_elides_before_a_mute_h_and_before_y_that_is_a_vowel(name: str) -> None:
    assert elided("de ", name) == "d'"


@pytest.mark.parametrize(
    "name", ["Hugo", "Hassan", "Hotline", "Helpdesk", "Hors", "Yanis", "Yolande", "YMCA", "Y", "Y2"]
)
def test_french_leaves_other_names_in_h_and_y_alone(name: str) -> None:
    assert elided("de ", name) == "de "


def test_one_and_many() -> None:
    assert render(say_many("{count} error", "{count} errors", 1), "en") == "1 error"
    assert render(say_many("{count} error", "{count} errors", 0), "en") == "0 errors"


def test_a_message_stands_inside_another() -> None:
    assert render(say("well, {inner}", inner=say("{n} left", n=3)), "en") == "well, 3 left"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (date(2026, 11, 1), "1\u00a0November\u00a02026", "1er\u00a0novembre\u00a02026"),
        (date(2026, 8, 21), "21\u00a0August\u00a02026", "21\u00a0août\u00a02026"),
        (datetime(2026, 2, 3, 4, 5), "3\u00a0February\u00a02026 04:05", "3\u00a0février\u00a02026 à 4\u00a0h\u00a005"),  # noqa: DTZ001
        (time(14), "14:00", "14\u00a0h"),
        (1840, "1,840", "1\u202f840"),
        (0.5, "0.5", "0,5"),
        (["a", "b", "c"], "a, b and c", "a, b et c"),
        (("a",), "a", "a"),
        ((), "", ""),
        (None, "None", "None"),
    ],
)
def test_values_say_themselves_in_both_languages(value: object, english: str, french: str) -> None:
    assert (say_value(value, "en"), say_value(value, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("wanted", "spoken"), [("fr-CA", "fr"), ("fr_FR.UTF-8", "fr"), ("de", "en"), ("", "en"), (None, "en"), ("C", "en")]
)
def test_the_tool_speaks_the_nearest_language_it_knows(wanted: str | None, spoken: str) -> None:
    assert tool_language(wanted) == spoken


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        ("fr-CA", "fr-CA"),
        ("fr", "fr"),
        ("en-GB", "en-GB"),
        ("de", "en"),
        ("fr_FR.UTF-8", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_a_plan_is_answered_in_its_language_with_its_region(wanted: str | None, spoken: str) -> None:
    assert spoken_tag(wanted) == spoken


def test_a_text_without_translation_stays_english() -> None:
    assert translate("no such sentence anywhere", "fr") == "no such sentence anywhere"


def test_two_items_and_numbers() -> None:
    assert listed(["a", "b"], "fr") == "a et b"
    assert number(1234567, "en") == "1,234,567"


def test_alternatives_are_joined_by_or() -> None:
    assert say_value(either(["a"]), "en") == "a"
    assert say_value(either(["a", "b"]), "en") == "a or b"
    assert say_value(either(["a", "b", say("{n}", n=2)]), "fr") == "a, b ou 2"


def test_a_level_called_level_is_named_once() -> None:
    assert render(say("At the level {level}.", level="Level 3"), "en") == "At the level 3."
    assert render(say("At the level {level}.", level="Red"), "en") == "At the level Red."
    assert render(say("At the level {level}.", level="Level"), "en") == "At the level Level."
    assert render(say("At {level}.", level="Level 3"), "en") == "At Level 3."


@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_no_text_breaks_a_sentence(text: str, values: dict[str, str]) -> None:
    for language in ("en", "fr"):
        assert isinstance(render(Message(text, values), language), str)


def test_a_value_that_ends_with_a_stop_closes_the_sentence() -> None:
    assert (
        render(say("Not the same: {one} and {other}.", one="22 h", other="9 p.m."), "en")
        == "Not the same: 22 h and 9 p.m."
    )
    assert render(say("At {time}. Then.", time="9 p.m."), "en") == "At 9 p.m. Then."


def test_a_level_that_says_what_it_is_has_no_label() -> None:
    assert render(say("Level: {level}", level="Level 3"), "en") == "Level 3"
    assert render(say("Level: {level}", level="Level 3"), "fr") == "Niveau\u00a0: Level 3"
    assert render(say("Level: {level}", level="Niveau 3"), "fr") == "Niveau 3"
    assert render(say("Level: {level}", level="Red"), "en") == "Level: Red"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La personne d'astreinte", "La personne de garde"),
        ("L'astreinte des salariés. Astreinte : {role}", "La garde des employés. Garde : {role}"),
        ("Mobile, e-mail, 4 jours ouvrés", "Cellulaire, courriel, 4 jours ouvrables"),
        ("le réseau mobile de l'astreinte", "le réseau cellulaire de la garde"),
        (
            "Écrivez `astreinte: {salariés}`, pas la contrastreinte",
            "Écrivez `astreinte: {salariés}`, pas la contrastreinte",
        ),
    ],
)
def test_a_region_has_words_of_its_own(text: str, said: str) -> None:
    assert regional(text, "fr-CA") == said
    assert regional(text, "fr") == regional(text, "en-CA") == text


def test_the_words_of_a_plan_are_never_those_of_a_region() -> None:
    message = say("On call: {role}", role="Astreinte salariés")
    assert render(message, "fr-CA").replace("\u00a0", " ") == "Garde : Astreinte salariés"
    assert translate("Mobile", "fr-CA") == "Cellulaire"
    assert render(Message("{time}", {"time": Duration(business_days=4)}), "fr-CA") == "4\u00a0jours ouvrables"


def test_a_text_on_one_line_keeps_its_no_break_spaces() -> None:
    assert one_line(" une fin\u00a0;\n  et 90\u00a0%\n") == "une fin\u00a0; et 90\u00a0%"


@pytest.mark.parametrize(("tag", "base"), [("fr", "fr"), ("fr-CA", "fr"), ("zh-Hant-TW", "zh")])
def test_a_region_belongs_to_a_language(tag: str, base: str) -> None:
    assert base_of(tag) == base
