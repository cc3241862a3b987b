"""How well the checks of tone judge texts that were written before them, and texts that were kept aside."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def score() -> Any:
    """The script that measures."""
    spec = importlib.util.spec_from_file_location("tone_score", HERE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["tone_score"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reading(score: Any) -> Any:
    """The texts."""
    return sys.modules["reading"]


def test_the_development_texts_are_judged_right(score: Any, reading: Any) -> None:
    figures = score.measure(lambda one: not reading.held_out(one))
    assert figures.precision >= 0.995
    assert figures.recall >= 0.99
    assert figures.clean >= 0.995 * figures.good
    assert figures.pairs_right >= 0.99 * figures.pairs


def test_the_texts_kept_aside_are_judged_as_well_as_they_were(score: Any, reading: Any) -> None:
    figures = score.measure(reading.held_out)
    assert figures.precision >= 0.98
    assert figures.recall >= 0.95
    assert figures.clean >= 0.99 * figures.good
    assert figures.pairs_right >= 0.94 * figures.pairs


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_language_has_enough_texts_of_each_kind_and_pairs_for_each_check(reading: Any, language: str) -> None:
    texts = reading.samples(language)
    assert len(texts) >= 120
    assert len({sample.kind for sample in texts}) == 8
    assert 0.4 < sum(not sample.must for sample in texts) / len(texts) < 0.6
    checks = [pair.check for pair in reading.pairs(language)]
    assert len(set(checks)) == 24
    assert min(checks.count(check) for check in checks) >= 10


def test_about_a_third_of_the_first_texts_is_held_out_with_its_translation(reading: Any) -> None:
    texts = [
        sample.id for language in ("fr", "en") for sample in reading.samples(language) if "-seen-" not in sample.id
    ]
    assert 0.25 < sum(map(reading.held_out, texts)) / len(texts) < 0.45
    assert reading.held_out("fr-001") == reading.held_out("en-001")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_single_sentences_set_off_the_check_they_are_written_for(score: Any, reading: Any, language: str) -> None:
    sentences = reading.sentences(language)
    right = [score.found(text, language, None, None) == ({check} - {None}) for check, text in sentences]
    assert sum(right) >= 0.95 * len(right)
