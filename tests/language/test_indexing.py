"""The index of the lexicons leads to every phrase, and is that of the words that are shipped."""

import re
from collections.abc import Iterator

import pytest

from planbuilder.language.indexing import Index, alternatives, index_of
from planbuilder.language.lexicon import LANGUAGES, index_path, indexed, lexicon
from planbuilder.language.phrases import Phrase, Phrases, Vocabulary
from planbuilder.language.sentences import Read, Sentence, bare, read_words

NONE = frozenset[str]()


def leads(phrases: list[str], word: str, frequent: frozenset[str] = NONE) -> list[int]:
    return list(index_of(phrases, {"fruit": "apple|pear*"}, frequent).leads(word))


def test_a_phrase_is_looked_up_by_its_first_word() -> None:
    assert leads(["sorry for", "we are"], "sorry") == [0]


def test_a_frequent_word_leads_nowhere_where_another_stands() -> None:
    assert leads(["for sorry"], "for", frozenset({"for"})) == []
    assert leads(["for sorry"], "sorry", frozenset({"for"})) == [0]


def test_a_beginning_leads_from_each_word_that_begins_so() -> None:
    assert leads(["impact*"], "impacted") == [0]
    assert leads(["impact*"], "impair") == []


def test_a_number_leads_to_the_phrases_that_want_one() -> None:
    assert leads(["# hours"], "48", frozenset({"hours"})) == [0]


def test_each_word_of_a_set_leads() -> None:
    assert leads(["@fruit"], "apple") == leads(["@fruit"], "pears") == [0]


def test_a_phrase_is_looked_up_by_its_rarest_element() -> None:
    assert leads(["@fruit pie"], "apple") == []
    assert leads(["@fruit pie"], "pie") == [0]
    assert leads(["pie ~9 apple|pear"], "pie") == [0]


def test_how_many_words_may_stand_before_counts_gaps_and_words_that_may_be_missing() -> None:
    index = index_of(["the ~2 very? sorry"], {}, frozenset({"the", "very"}))
    assert index.before(0) == (1, 4, frozenset())


def test_a_second_telling_word_is_asked_for_by_how_it_begins() -> None:
    assert index_of(["sorry for trouble*"], {}, frozenset({"for"})).before(0) == (0, 0, frozenset({"tro"}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_that_is_shipped_is_that_of_the_words(language: str) -> None:
    assert index_path(language).read_text("utf-8") == indexed(language), "run `python scripts/lexicon.py`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_in_a_text_that_holds_it(language: str) -> None:
    words = lexicon(language)
    for phrases in (words.faults, words.needs, words.senses):
        lost = [phrase.typed for phrase in phrases.every() if not finds(phrases, phrase, language)]
        assert not lost


def test_an_index_of_other_words_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planbuilder.language.lexicon.crc32", lambda _: 0)
    lexicon.cache_clear()
    try:
        assert any(lexicon("en").needs.found(spelt(["we", "are", "sorry"], "en")))
    finally:
        lexicon.cache_clear()


def finds(phrases: Phrases, wanted: Phrase, language: str) -> bool:
    return any(found.phrase.typed == wanted.typed for found in phrases.found(held(wanted, language)))


def held(phrase: Phrase, language: str) -> Read:
    """A sentence with the words of a phrase: the first choice of each, gaps and words that may be missing left out."""
    words: list[str] = []
    parted: set[int] = set()
    for one in phrase.typed.split(" "):
        if one == ",":
            parted.add(len(words))
        elif one[0] != "~" and one not in {"^", "$"} and one[-1] != "?":
            choices = [*_choices(one, phrase.within)]
            parted |= set() if choices else {len(words)}  # `$|,`
            words += choices[:1]
    if len(words) in parted:
        words.append("then")
    return spelt(words, language, parted)


def _choices(one: str, within: Vocabulary) -> Iterator[str]:
    if one[0] == "!" and len(one) > 1:
        yield "xyz"
    for word in alternatives(one, within.sets):
        if word == "#":
            yield "7"
        elif word not in {"$", ","} and (word[0] != "-" or len(word) == 1):
            yield ("x" if word[0] == "*" else "") + re.sub(r"[*=]", "", word)


def spelt(words: list[str], language: str, parted: frozenset[int] | set[int] = frozenset()) -> Read:
    """A sentence of these words as they stand, with punctuation before those that are `parted`."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    count = len(words)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return Read(
        " ".join(words), language, [bare(word) for word in words], starts, ends, [0] * count, [False] * count,
        [place in parted for place in range(count)], [Sentence(0, count, asks=False)],
    )  # fmt: skip


def test_an_index_is_text_that_can_be_kept() -> None:
    index = index_of(["sorry for", "sorry impact*"], {}, NONE)
    assert index == Index(["0 0 for", "0 0 imp"], {"sorry": "0 1"}, {})


def together(text: str) -> bool:
    phrases = Phrases(Vocabulary({}, NONE, NONE), ["down the road", "sorry , but", "a ~2 c"], [1, 2, 3], together=True)
    return any(phrases.found(read_words(text, "en")))


@pytest.mark.parametrize(
    "text", ["It is down the road.", "We are sorry, but no.", "It is a, b and c.", "down-the-road talk"]
)
def test_words_of_a_phrase_follow_each_other(text: str) -> None:
    assert together(text)


@pytest.mark.parametrize("text", ["The river is down, the road is open.", "We are sorry but no."])
def test_punctuation_that_a_phrase_does_not_name_parts_its_words(text: str) -> None:
    assert not together(text)
