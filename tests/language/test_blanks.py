"""Blanks: `{name}`, literal braces, and what other tools left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.blanks import Blanks, blanks, example_of, fill


@pytest.mark.parametrize(
    ("text", "names", "malformed", "leftovers"),
    [
        ("No blank.", (), (), ()),
        ("{heure} et {date_suite}, {heure}", ("heure", "date_suite"), (), ()),
        ("{next-update}", ("next-update",), (), ()),
        ("{Heure}", (), ("Heure",), ()),
        ("{prochain point}", (), ("prochain point",), ()),
        ("{durée}", (), ("durée",), ()),
        ("{{", (), (), ()),
        ("a {{ and }} in a sentence", (), (), ()),
        ("{{literal braces}}", (), (), ()),
        ("{{name}} and {{ user.first }}", (), (), ("{{name}}", "{{ user.first }}")),
        ("{{{name}}}", ("name",), (), ()),
        ("open {heure", (), ("{",), ()),
        ("heure} close", (), ("}",), ()),
        ("{}", (), ("{", "}"), ()),
        ("{a\nb}", (), ("{", "}"), ()),
    ],
)
def test_reading(text: str, names: tuple[str, ...], malformed: tuple[str, ...], leftovers: tuple[str, ...]) -> None:
    assert blanks(text) == Blanks(names, malformed, leftovers)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("à {heure}", "à 14 h"),
        ("{other}", "{other}"),
        ("{{ and }}", "{ and }"),
        ("{{{heure}}}", "{14 h}"),
        ("{{name}}", "{{name}}"),
        ("a { b", "a { b"),
    ],
)
def test_filling(text: str, filled: str) -> None:
    assert fill(text, {"heure": "14 h"}) == filled


def test_a_value_is_not_read_again() -> None:
    assert fill("{a}", {"a": "{b} {{", "b": "no"}) == "{b} {{"


@pytest.mark.parametrize(("name", "language", "value"), [
    ("time", "fr", "14 h"), ("time", "en", "2 pm"), ("next_update", "fr-CA", "18 h"), ("time", "de", "2 pm"),
    ("other", "fr", None),
])  # fmt: skip
def test_blanks_that_every_plan_knows(name: str, language: str, value: str | None) -> None:
    assert example_of(name, language) == value


@given(st.text(alphabet="{}ab_- \n", max_size=30))
def test_a_text_without_braces_stays_and_any_text_is_read(text: str) -> None:
    found = blanks(text)
    values = dict.fromkeys(found.names, "X")
    if "{" not in text and "}" not in text:
        assert fill(text, values) == text
    assert not set(found.names) & set(blanks(fill(text, values)).names) or "{{" in text
