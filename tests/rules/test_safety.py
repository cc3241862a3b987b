"""SAFE: no private number in a text that everybody reads."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PEOPLE = """
people:
  lea: {name: Léa, mobile: 06 39 98 00 02, home: +33 1 99 00 00 02}
  ana: {name: Ana, whatsapp: +33 6 39 98 00 03, signal: ana.12}
channels:
  x: {platform: x}
  intranet: {platform: intranet}
  phone: {platform: phone, account: 01 99 00 00 20}
"""
SENTENCE = "The private number of {} is in a public text, “word”."


@pytest.mark.parametrize("number", ["06 39 98 00 02", "06.39.98.00.02", "0639980002", "+33 6 39 98 00 02",
                                    "+33 (0)6 39 98 00 02", "0033639980002", "01 99 00 00 02"])  # fmt: skip
def test_a_private_number_is_known_however_it_is_written(ask: Ask, number: str) -> None:
    plan = PEOPLE + f"statements: {{word: {{kind: update, channels: [intranet, x], text: 'Call {number}.'}}}}\n"
    assert ask("SAFE-PRIVATE-NUMBER", plan) == [("warning statements.word.text", SENTENCE.format("Léa"))]


@pytest.mark.parametrize(
    ("channels", "text"),
    [
        ("[intranet]", "Call 06 39 98 00 02."),
        ("[]", "Call 06 39 98 00 02."),
        ("[x]", "Call 01 99 00 00 20."),
        ("[x]", "Call 06 39 98 00 04."),
        ("[x]", "39 98 00 02 lamps"),
    ],
)
def test_other_numbers_and_inner_channels_are_let_pass(ask: Ask, channels: str, text: str) -> None:
    plan = PEOPLE + f"statements: {{word: {{kind: update, channels: {channels}, text: '{text}'}}}}\n"
    assert ask("SAFE-PRIVATE-NUMBER", plan) == []


def test_a_number_that_is_a_service_of_the_plan_is_no_secret(ask: Ask) -> None:
    plan = """
        people: {ana: {name: Ana, mobile: 01 99 00 00 20}}
        channels: {x: {platform: x}, phone: {platform: phone, account: +33 1 99 00 00 20}}
        statements: {word: {kind: update, channels: [x], text: Call 01 99 00 00 20.}}
        """
    assert ask("SAFE-PRIVATE-NUMBER", plan) == []


def test_every_person_and_every_text_is_looked_at(ask: Ask) -> None:
    plan = (
        PEOPLE
        + """
statements:
  word: {kind: update, channels: [x], text: Call 06 39 98 00 02 or 06 39 98 00 03., short: 06 39 98 00 03}
moves:
  - {from: [x], to: phone, say: Call 06 39 98 00 02.}
  - {from: [intranet], to: phone, say: Call 06 39 98 00 02.}
"""
    )
    assert ask("SAFE-PRIVATE-NUMBER", plan) == [
        ("warning statements.word.text", "The private numbers of Léa and Ana are in a public text, “word”."),
        ("warning statements.word.short", SENTENCE.format("Ana")),
        ("warning moves[0].say", "The private number of Léa is in a public text, “moves[0]”."),
    ]
