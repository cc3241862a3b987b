"""The legal clocks: each limit as its source gives it."""

import pytest

from planbuilder.messages import render
from planbuilder.plan.laws import _ALSO_CALLED, IMPLIES, LAWS, law_meant, read_law

LIMITS = {
    "rgpd": {"notification": "72 h"},
    "rgpd-personnes": {"people": "without undue delay"},
    "uk-gdpr": {"notification": "72 h", "people": "without undue delay"},
    "loi-25": {"notification": "without undue delay", "people": "without undue delay"},
    "pipeda": {"notification": "without undue delay", "people": "without undue delay"},
    "nis2": {"warning": "24 h", "notification": "72 h", "report": "1 month"},
    "lopmi": {"notification": "72 h"},
    "dora": {"warning": "4 h", "notification": "72 h", "report": "1 month"},
    "mar": {"people": "immediately"},
    "sec": {"notification": "4 business days"},
    "hipaa": {"people": "60 days"},
    "rappel": {"notification": "immediately"},
    "accident-mortel": {"notification": "12 h"},
    "pcs": {"report": "5 years"},
    "cra": {"warning": "24 h", "notification": "72 h", "report": "2 weeks"},
    "food": {"notification": "immediately"},
}


def test_the_limits_are_those_of_the_sources() -> None:
    said = {
        key: {step: limit.spoken("en").replace("\u00a0", " ") for step, limit in law.limits.items()}
        for key, law in LAWS.items()
    }
    assert said == LIMITS


def test_a_law_brings_along_only_laws_that_are_known() -> None:
    assert {law for brought in IMPLIES.values() for law in brought} <= set(LAWS)


@pytest.mark.parametrize("key", LAWS)
def test_a_law_speaks_both_languages(key: str) -> None:
    law = LAWS[key]
    for message in (law.title, law.clock, law.to):
        assert render(message, "fr")
        assert render(message, "en")
    assert law.limit is next(iter(law.limits.values()))


def test_the_laws_of_a_data_leak() -> None:
    started = [key for key, law in LAWS.items() if "data" in law.families]
    assert started == [
        "rgpd", "rgpd-personnes", "uk-gdpr", "loi-25", "pipeda", "nis2", "lopmi", "dora", "sec", "hipaa",
    ]  # fmt: skip


def test_those_who_must_be_told_need_words() -> None:
    assert [key for key, law in LAWS.items() if law.wants_words] == [
        "rgpd-personnes", "uk-gdpr", "loi-25", "pipeda", "mar", "sec", "hipaa", "rappel",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("rgpd", "rgpd"), ("RGPD", "rgpd"), ("GDPR", "rgpd"), ("gdpr", "rgpd"), ("DSGVO", "rgpd"), ("AVG", "rgpd"),
        ("UK GDPR", "uk-gdpr"), ("NIS 2", "nis2"), ("Loi 25", "loi-25"), ("Accident mortel", "accident-mortel"),
        ("Bill 64", "Bill 64"), ("our-own", "our-own"), ("MDR", "MDR"),
    ],
)  # fmt: skip
def test_a_law_is_known_by_its_other_names_and_in_capitals(typed: str, key: str) -> None:
    assert read_law(typed) == key


@pytest.mark.parametrize(("word", "meant"), [("rgpdd", "rgpd"), ("nis3", "nis2"), ("mdr", None), ("sek", None)])
def test_a_slip_in_a_key_is_guessed_where_it_has_letters_enough(word: str, meant: str | None) -> None:
    assert law_meant(word) == meant


def test_other_names_lead_to_laws_of_the_table() -> None:
    assert set(_ALSO_CALLED.values()) <= set(LAWS)
    assert not set(_ALSO_CALLED) & set(LAWS)
