"""Whether somebody answers where a text invites at any hour."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PLAN = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris, country: FR}
channels:
  helpline: {platform: phone, account: 0 800 00 00 00, staffed: HOURS}
statements:
  word: {kind: update, text: "TEXT"}
"""
DAY_AND_NIGHT = "Families can call 0 800 00 00 00, day and night. We will write again."


def plan(text: str = DAY_AND_NIGHT, hours: str = "mon-fri 09:00-17:00") -> str:
    return PLAN.replace("TEXT", text).replace("HOURS", hours)


@pytest.mark.parametrize(
    "text",
    [
        DAY_AND_NIGHT,
        "At any time, call +33 800 00 00 00.",
        "Appelez jour et nuit le 0800 000 000 !",
        "Questions : 0 800 00 00 00, 24 h/24.",
    ],
)
def test_a_number_that_sleeps_is_not_offered_by_day_and_night(ask: Ask, text: str) -> None:
    assert ask("CHAN-MOVE-CLOSED", plan(text)) == [
        (
            "warning channels.helpline.staffed",
            "helpline is staffed only Monday to Friday 09:00–17:00, and is offered by day and night in “word”.",
        )
    ]


@pytest.mark.parametrize(("gap", "found"), [(586, 1), (587, 0)])
def test_a_sentence_without_end_is_looked_at_near_the_number(ask: Ask, gap: int, found: int) -> None:
    assert len(ask("CHAN-MOVE-CLOSED", plan(f"Day and night,{'x' * (gap - 1)} 0 800 00 00 00"))) == found
    assert len(ask("CHAN-MOVE-CLOSED", plan(f"Call 0 800 00 00 00 {'x' * (gap - 1)},day and night"))) == found


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (DAY_AND_NIGHT, "24/7"),
        ("Call 0 800 00 00 00 from 9 am to 5 pm.", "mon-fri 09:00-17:00"),
        ("Call 0 800 00 00 00. We work day and night.", "mon-fri 09:00-17:00"),
        ("We work day and night. Call 0 800 00 00 00.", "mon-fri 09:00-17:00"),
        ("Call 0 800 00 00 00. Write to us. We work day and night.", "mon-fri 09:00-17:00"),
        ("Call 0 800 00 00 11, day and night.", "mon-fri 09:00-17:00"),
        ("Call +32 800 00 00 00, day and night.", "mon-fri 09:00-17:00"),
    ],
)
def test_a_number_that_is_staffed_or_offered_without_that_promise_is_well(ask: Ask, text: str, hours: str) -> None:
    assert ask("CHAN-MOVE-CLOSED", plan(text, hours)) == []


def test_a_number_of_two_channels_is_closed_where_both_are(ask: Ask) -> None:
    second = "  switchboard: {platform: phone, account: 0 800 00 00 00, staffed: 24/7}\nstatements:"
    assert ask("CHAN-MOVE-CLOSED", plan().replace("statements:", second)) == []
    found = ask("CHAN-MOVE-CLOSED", plan().replace("statements:", second.replace("24/7", "sat 09:00-12:00")))
    assert [where for where, _ in found] == ["warning channels.helpline.staffed"]
    assert found[0][1].startswith("helpline is staffed only Monday to Friday 09:00–17:00")


@pytest.mark.parametrize("number", ["0 800 00 00 11", "+32 800 00 00 00"])
def test_another_number_that_is_staffed_does_not_answer_for_it(ask: Ask, number: str) -> None:
    other = f"channels:\n  switchboard: {{platform: phone, account: {number}, staffed: 24/7}}"
    found = ask("CHAN-MOVE-CLOSED", plan().replace("channels:", other))
    assert [where for where, _ in found] == ["warning channels.helpline.staffed"]


def test_a_number_without_hours_is_taken_as_it_is(ask: Ask) -> None:
    assert ask("CHAN-MOVE-CLOSED", plan().replace(", staffed: mon-fri 09:00-17:00", "")) == []


TOWN = """
about: {organisation: Example, languages: [fr], timezone: America/Toronto, country: CA}
channels:
  mail: {platform: email, account: 311@town.example, staffed: mon-fri 08:00-20:00}
  line: {platform: phone, account: LINE, staffed: HOURS}
statements:
  word: {kind: update, text: "Appelez le 311, jour et nuit."}
moves:
  - {from: [mail], to: line, say: "Appelez le 819-555-0311, jour et nuit."}
"""


def test_the_digits_of_an_e_mail_address_are_no_number(ask: Ask) -> None:
    town = TOWN.replace("LINE", "311 ou 819-555-0311")
    assert ask("CHAN-MOVE-CLOSED", town.replace("HOURS", "24/7")) == []


def test_each_number_of_an_account_is_looked_at_and_the_channel_is_named_once(ask: Ask) -> None:
    town = TOWN.replace("HOURS", "mon-fri 08:00-20:00")
    for line, texts in (
        ("311 ou 819-555-0311", "“word”"),
        ("311", "“word”"),
        ("819-555-0311", "the sentence that moves people to line"),
    ):
        assert ask("CHAN-MOVE-CLOSED", town.replace("LINE", line)) == [
            (
                "warning channels.line.staffed",
                f"line is staffed only Monday to Friday 08:00–20:00, and is offered by day and night in {texts}.",
            )
        ]


def test_two_numbers_of_two_channels_are_one_finding(ask: Ask) -> None:
    both = TOWN.replace("LINE", "311 ou 819-555-0311").replace("HOURS", "sat 09:00-12:00")
    both = both.replace("mon-fri 08:00-20:00", "sat 09:00-12:00")
    both = both.replace(
        "statements:", "  desk: {platform: phone, account: 311 / 819-555-0311, staffed: sat}\nstatements:"
    )
    both = both.replace("staffed: sat}", "staffed: sat 09:00-12:00}")
    assert [where for where, _ in ask("CHAN-MOVE-CLOSED", both)] == ["warning channels.line.staffed"]
