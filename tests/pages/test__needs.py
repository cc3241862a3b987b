"""What a text gives its readers, with the passages that do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.sentences import read_words
from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.pages._needs import Answers, answers
from planbuilder.plan import Plan

PLAN = """\
about: {organisation: A, languages: [en, fr, de]}
placeholders: {hour: {means: the hour of the next word}}
statements:
  word: {kind: holding, text: Hello}
  staff-word: {kind: internal, text: Hello}
  over: {kind: closing, text: Hello}
"""


def plan() -> Plan:
    read = load_texts({"plan.yaml": PLAN}).plan
    assert read is not None
    return read


def given_by(text: str, name: str = "word", language: str = "en", *, whole: bool = True) -> Answers:
    found = answers(plan(), plan().statements[name], text, language, whole=whole)
    assert found is not None
    return found


def said(found: Answers) -> list[tuple[str, list[str]]]:
    return [(one.text, [render(need, "en") for need in one.needs]) for one in found.passages]


def test_the_clause_that_answers_a_need_is_marked_with_it() -> None:
    text = "We know this is worrying. We have closed the shop, and the line. Next update at {hour} on our site."
    assert said(given_by(text)) == [
        ("We know this is worrying", ["empathy"]),
        (". ", []),
        ("We have closed the shop", ["action"]),
        (", and the line. ", []),
        ("Next update at {hour} on our site", ["when we speak again"]),
        (".", []),
    ]


def test_a_need_that_is_not_answered_is_named() -> None:
    found = given_by("We have closed the shop.")
    assert [render(need, "en") for need in found.met] == ["action"]
    assert [render(need, "en") for need in found.open_] == ["empathy", "when we speak again"]


def test_our_own_people_need_to_be_told_what_to_do() -> None:
    assert [render(need, "en") for need in given_by("Next update at 6 pm.", "staff-word").open_] == ["what to do"]
    assert said(given_by("Please do not answer online. Next update at 6 pm.", "staff-word"))[0][1] == ["what to do"]


def test_only_what_a_text_of_its_kind_should_give_is_marked() -> None:
    found = given_by("We have closed the shop. Please call us on 0800 000 000.", "over")
    assert [needs for _, needs in said(found) if needs] == [["help"]]


def test_a_false_apology_is_none() -> None:
    assert "apology" in [render(need, "en") for need in given_by("We lost your file and we are sorry.").met]
    assert "apology" not in [render(need, "en") for need in given_by("We are sorry if anyone was hurt.").met]


def test_nothing_is_asked_of_a_short_form() -> None:
    assert given_by("We have closed the shop.", whole=False).open_ == ()


def test_of_a_language_that_is_not_judged_nothing_is_said() -> None:
    assert answers(plan(), plan().statements["word"], "Guten Tag.", "de") is None


@pytest.mark.parametrize("language", ["en", "fr"])
@given(st.text(max_size=200))
def test_the_passages_together_are_the_text(language: str, text: str) -> None:
    found = given_by(text, language=language)
    assert "".join(one.text for one in found.passages) == read_words(text.strip(), language).text
    assert all(one.text for one in found.passages)
