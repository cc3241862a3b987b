"""Texts in the languages of the plan."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.plan import Plan, Text, Texts

ABOUT = "about: {organisation: Example, languages: [fr, en]}\n"


def level(written: str) -> tuple[Plan | None, list[str]]:
    """A plan with one level, and the addresses and sentences of what is wrong with it."""
    loaded = load_texts({"plan.yaml": f"{ABOUT}levels:\n  high: {{{written}}}\n"})
    return loaded.plan, [f"{f.address}: {render(f.message, 'en')} {render(f.fix, 'en')}" for f in loaded.findings]


def test_a_plain_text_is_in_the_first_language() -> None:
    plan, _ = level("name: ' Crise '")
    assert plan is not None
    name = plan.levels["high"].name
    assert name == Text({"fr": "Crise"}, plain=True)
    assert "en" not in name


def test_a_text_says_itself_in_the_nearest_language() -> None:
    text = Text({"fr": "Crise", "en": "Crisis"})
    assert [text.spoken(tag) for tag in ("en", "fr-CA", "de")] == ["Crisis", "Crise", "Crise"]
    assert [text.language_of(tag) for tag in ("en", "fr-CA", "de")] == ["en", "fr", "fr"]


def test_a_text_of_a_region_serves_its_language_and_other_regions() -> None:
    text = Text({"fr-CA": "Crise", "en-CA": "Crisis", "en-GB": "Emergency"})
    assert [text.spoken(tag) for tag in ("en", "en-GB", "en-US", "fr")] == ["Crisis", "Emergency", "Crisis", "Crise"]
    assert [text.language_of(tag) for tag in ("en", "fr-FR", "de")] == ["en-CA", "fr-CA", "fr-CA"]
    assert Texts({"fr-CA": ("un",), "en-CA": ("one",)}).each("en") == ("one",)


def test_a_list_of_texts_says_itself_in_the_nearest_language() -> None:
    plan, _ = level("when: {fr: [un, deux], en: [one, two]}")
    assert plan is not None
    when = plan.levels["high"].when
    assert when == Texts({"fr": ("un", "deux"), "en": ("one", "two")})
    assert len(when) == 2
    assert when.each("en-GB") == ("one", "two")
    assert when.spoken("de") == "un · deux"


TEXT = "takes a text. Write a text, or one per language: `fr:` and `en:` below the key."
TEXTS = 'takes a list of texts. Write a list of texts, `["…", "…"]`, or one list per language below the key.'
NO_CODE = (
    "is not the code of a language. Write the code in small letters, for example `fr:` or `en:`;"
    " between braces, put a text with a comma between quotes."
)
SAME = "Write the same number in each language, in the same order."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("name: [a]", f"levels.high.name: `name` {TEXT}"),
        ("name: {}", f"levels.high.name: `name` {TEXT}"),
        ("name: {fr: [a]}", f"levels.high.name.fr: `fr` {TEXT}"),
        ("name: {fr: '  '}", "levels.high.name.fr: `fr` is empty. Write a value after the colon, or remove the key."),
        ("name: {FR: a}", "levels.high.name.FR: `FR` is not the code of a language. Write `fr:`."),
        ("name: {holder: a}", f"levels.high.name.holder: `holder` {NO_CODE}"),
        ("when: a", f"levels.high.when: `when` {TEXTS}"),
        ("when: []", f"levels.high.when: `when` {TEXTS}"),
        ("when: ['']", "levels.high.when[0]: An item of `when` is empty. Write a value there, or remove the item."),
        ("when: {fr: a}", f"levels.high.when.fr: `fr` {TEXTS}"),
        ("when: {fr: [a, b], en: [c]}", f"levels.high.when.en: There is one text in `en`, but 2 in `fr`. {SAME}"),
        ("when: {fr: [a], en: [c, d]}", f"levels.high.when.en: There are 2 texts in `en`, but 1 in `fr`. {SAME}"),
    ],
)  # fmt: skip
def test_what_is_refused(written: str, said: str) -> None:
    plan, findings = level(written)
    assert plan is None
    assert findings == [said]


@given(st.text(max_size=40).filter(lambda text: re.search(r"\S", text)))
def test_a_text_is_hashable_and_kept(text: str) -> None:
    assert hash(Text({"fr": text})) == hash(Text({"fr": text}))
    assert Text({"fr": text}).spoken("fr") == text
