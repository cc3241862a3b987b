"""What a text owes its reader, recognised in single sentences, and not in those that only sound like it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planbuilder.language.lexicon import lexicon
from planbuilder.language.sentences import read_words
from planbuilder.language.tone import needs_met, sort_of_blank

HERE = Path(__file__).parent
BANKS = sorted(HERE.glob("needs.*.jsonl"))
_BLANK = re.compile(r"\{(\w+)\}")


def rows(bank: Path) -> Iterator[tuple[str, bool, str]]:
    for line in bank.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["need"], row["met"], row["text"]


def test_there_are_sentences_for_every_need() -> None:
    assert BANKS
    for bank in BANKS:
        needs = [(need, met) for need, met, _ in rows(bank)]
        assert {need for need, _ in needs} == {"empathy", "action", "next", "help", "apology", "instruct"}
        assert min(needs.count(each) for each in set(needs)) >= 10


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
def test_a_need_is_met_where_a_sentence_meets_it_and_nowhere_else(bank: Path) -> None:
    language = bank.name.split(".")[1]
    words = lexicon(language)
    right = []
    for need, met, text in rows(bank):
        blanks = {name: sort_of_blank(name) for name in _BLANK.findall(text)}
        right.append((need in needs_met(read_words(text, language, blanks), words)) == met)
    assert sum(right) >= 0.97 * len(right)
