"""A text that is plainly in another language is known, and nothing else: measured on the texts of the tone checks."""

import json
from pathlib import Path

import pytest

from planbuilder.language.which import plainly_in

TONE = Path(__file__).parent.parent / "tone"


def texts(language: str) -> list[str]:
    lines = (TONE / f"texts.{language}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


@pytest.mark.parametrize(("own", "other"), [("en", "fr"), ("fr", "en-GB"), ("fr-CA", "en")])
def test_no_text_in_its_own_language_is_taken_for_another(own: str, other: str) -> None:
    own_texts = texts(own.partition("-")[0])
    assert [text for text in own_texts if plainly_in(text, other, own)] == []
    assert [text for text in own_texts if plainly_in(text, other, own, same_as_other=True)] == []


@pytest.mark.parametrize(("own", "other"), [("en", "fr"), ("fr", "en")])
def test_most_texts_in_the_wrong_place_are_known(own: str, other: str) -> None:
    strange = texts(other)
    assert len([text for text in strange if plainly_in(text, other, own)]) > 0.85 * len(strange)
    assert len([text for text in strange if plainly_in(text, other, own, same_as_other=True)]) > 0.95 * len(strange)


NAMES = [
    "Hôpital de la Croix-Rousse, Centre de la Part-Dieu, Clinique du Parc",
    "Bank of the West, Doctors of the World, Save the Children",
    "How to Do Things with Words and What You Are",
    "“We are very sorry for what you have been through”, in their words",
    "« Nous sommes désolés de ce que vous avez vécu », dans leurs mots",
    "We are sorry",
    "{we} {you} {are} {they} {have} {this} {will} {not}",
    "https://we.you/are-they-this.and?not=it is",
]


@pytest.mark.parametrize("text", NAMES)
@pytest.mark.parametrize("own", ["fr", "en"])
def test_names_titles_quotes_and_short_texts_are_not_judged(text: str, own: str) -> None:
    assert not plainly_in(text, {"fr": "en", "en": "fr"}[own], own)


@pytest.mark.parametrize(
    ("text", "same", "known"),
    [
        ("We are checking the shop.", True, True),
        ("We are checking the shop.", False, False),
        ("We are checking the shop", True, False),
        ("How to Do Things with Words", True, False),
        ("WE ARE CLOSING THE SHOP.", True, True),
        ("Queen of the South.", True, False),
        ("We are sorry, dit la direction de la boutique.", True, False),
    ],
)
def test_the_same_words_as_the_other_text_need_fewer_signs(text: str, same: bool, known: bool) -> None:
    assert plainly_in(text, "en", "fr", same_as_other=same) is known


@pytest.mark.parametrize(("other", "own"), [("de", "fr"), ("en", "de"), ("en", "en"), ("en-GB", "en-US")])
def test_languages_without_a_list_and_the_same_language_are_not_judged(other: str, own: str) -> None:
    assert not plainly_in("We know what you have been through and we are on our way to you.", other, own)
