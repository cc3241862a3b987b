"""Sentences that sound like a deed, help or news and give none."""

import pytest

from planbuilder.language.lexicon import lexicon
from planbuilder.language.sentences import read_words
from planbuilder.language.tone import needs_met


def met(text: str) -> set[str]:
    return set(needs_met(read_words(text, "en"), lexicon("en")))


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("The matter is receiving our full attention.", "action"),
        ("The plant employs 340 people.", "action"),
        ("We will consider all options.", "action"),
        ("We've passed your message on.", "help"),
        ("Your feedback helps us improve.", "help"),
        ("We trust this clarifies the position.", "help"),
        ("We accept the minister's apology.", "apology"),
        ("We regret that the weather spoiled the fair.", "apology"),
        ("Last update: 14.05.", "next"),
    ],
)
def test_what_only_sounds_like_a_need_meets_none(text: str, need: str) -> None:
    assert need not in met(text)


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("The matter is receiving our full attention, and we have closed the pool.", "action"),
        ("We've passed your message on. Ring 0800 123 456 and ask for Ann.", "help"),
        ("We accept the minister's apology. We are sorry for our own mistake.", "apology"),
        ("Last update: 14.05. Next update at 3 p.m. on this page.", "next"),
    ],
)
def test_a_true_deed_beside_it_counts(text: str, need: str) -> None:
    assert need in met(text)
