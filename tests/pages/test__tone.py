"""What not to say, and what to say instead: the page says what the checks say."""

import pytest

from planbuilder.language.lexicon import pairs
from planbuilder.language.tone import Asked, House, judge
from planbuilder.pages._tone import DONTS, HURTS, WORDS, dos_and_donts, plain_words


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_sentence_not_to_say_is_found_by_its_check_and_marked(language: str) -> None:
    found = {pair.dont: pair for _, _, below in dos_and_donts(language) for pair in below}
    assert list(found) == [dont for _, _, names in HURTS for name in names for dont in DONTS[language].get(name, ())]
    for pair in found.values():
        assert "".join(pair.parts) == pair.dont
        assert pair.words, pair.dont
        assert pair.why, pair.dont


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_to_say_instead_is_not_found_by_the_same_check(language: str) -> None:
    for _, _, below in dos_and_donts(language):
        for pair in below:
            assert pair.check not in {fault.check for fault in judge(pair.instead, language, Asked(), House())}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_check_with_a_better_sentence_has_an_example(language: str) -> None:
    shown = {pair.check for _, _, below in dos_and_donts(language) for pair in below}
    assert {check for check, _, _ in pairs(language)} <= shown


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_word_of_jargon_has_a_plain_one(language: str) -> None:
    assert [word for word, better in plain_words(language) if better] == list(WORDS[language])


def test_a_language_that_is_not_judged_has_no_pairs() -> None:
    assert dos_and_donts("de") == ()
    assert plain_words("de") == ()


def test_a_regional_language_has_those_of_its_language() -> None:
    assert dos_and_donts("fr-CA") == dos_and_donts("fr")


@pytest.mark.parametrize(
    ("language", "dont", "why"),
    [
        ("fr", "Ces critiques sont ridicules.", "Qui attaque ses critiques ne les convainc pas."),
        ("en", "These critics are spreading lies.", "Attacking critics convinces nobody."),
        ("fr", "NOUS NE SOMMES PAS RESPONSABLES", "Le calme se voit jusque dans les lettres."),
    ],
)
def test_the_reason_is_that_of_the_words_also_where_others_offer_the_same_sentence(
    language: str, dont: str, why: str
) -> None:
    found = {pair.dont: pair.why for _, _, below in dos_and_donts(language) for pair in below}
    assert found[dont] == why
