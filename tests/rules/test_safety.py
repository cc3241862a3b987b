"""SAFE: no private number in a text that everybody reads."""

import re
from collections.abc import Callable, Iterator
from typing import get_args

import pytest

from planbuilder.plan import Entry, Plan, Visibility
from planbuilder.plan._entry import bare
from planbuilder.rules import safety
from planbuilder.rules.safety import NEVER_SHOWN

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
    assert ask("SAFE-PRIVATE-NUMBER", plan) == [("error statements.word.text", SENTENCE.format("Léa"))]


@pytest.mark.parametrize(
    ("channels", "text"),
    [
        ("[x]", "Call 01 99 00 00 20."),
        ("[x]", "Call 06 39 98 00 04."),
        ("[x]", "9 98 00 02 lamps"),
    ],
)
def test_other_numbers_are_let_pass(ask: Ask, channels: str, text: str) -> None:
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
        ("error statements.word.text", "The private numbers of Léa and Ana are in a public text, “word”."),
        ("error statements.word.short", SENTENCE.format("Ana")),
        ("error moves[0].say", "The private number of Léa is in a public text, “moves[0]”."),
        ("error moves[1].say", "`moves[1].say` gives a private number or address of Léa, and all staff can read it."),
    ]


@pytest.mark.parametrize("channels", ["[intranet]", "[]"])
def test_a_number_that_all_staff_can_read_is_named_with_its_statement_and_never_repeated(
    ask: Ask, fixes: Callable[..., list[str]], channels: str
) -> None:
    plan = (
        PEOPLE
        + f"statements: {{word: {{kind: internal, channels: {channels}, text: {{en: Tell Léa 0639 980002.}}}}}}\n"
    )
    (found,) = ask("SAFE-PRIVATE-NUMBER", plan)
    assert found == (
        "error statements.word.text.en",
        "`text` of word gives a private number or address of Léa, and all staff can read it.",
    )
    assert not re.search(r"\d{4}", "".join(fixes("SAFE-PRIVATE-NUMBER", plan)))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (
            "reviews: {r: {about: 'Codes are in the green safe downstairs'}}",
            "`about` of r repeats what stands in `channels.x.access.recovery`",
        ),
        (
            "remedies: {call: {name: 'Dial +44 20 7946 0099'}}",
            "`name` of call repeats what stands in `about.war_room.bridge`",
        ),
        ("monitoring: {keywords: {people: [lea.d@posteo.example]}}", "gives a private number or address of Léa"),
        ("x-notes: {mine: lea.d@posteo.example}", ""),
        ("channels: {y: {platform: email, account: lea.d@posteo.example}}", ""),
        ("absences: [{who: lea, from: 2026-12-01, to: 2026-12-09}]", ""),
    ],
)
def test_whatever_only_the_crisis_team_sees_is_found_elsewhere(ask: Ask, written: str, found: str) -> None:
    plan = """
about: {organisation: E, languages: [en], timezone: Europe/Paris, war_room: {place: Room 1, bridge: 020 7946 0099}}
people: {lea: {name: Léa, email: lea.d@posteo.example}}
"""
    access = "access: {kept_in: Vault, recovery: codes are in the green safe}"
    channel = f"x: {{platform: x, {access}}}"
    plan += written.replace("{y:", "{" + channel + ", y:") if written.startswith("channels") else written
    plan += "" if written.startswith("channels") else f"\nchannels: {{{channel}}}"
    said = [sentence for _, sentence in ask("SAFE-PRIVATE-NUMBER", plan + "\n")]
    assert len(said) == bool(found)
    assert all(found in sentence for sentence in said)


def test_the_first_look_knows_every_key_that_is_never_shown() -> None:
    only_hidden = {key for key, hidden in leaves(Plan) if hidden} - {key for key, hidden in leaves(Plan) if not hidden}
    assert only_hidden == NEVER_SHOWN


def leaves(model: type[Entry], *, hidden: bool = False) -> Iterator[tuple[str, bool]]:
    """Every key that holds a value and no entry, with whether only the crisis team sees it."""
    for key in model.KEYS:
        below = hidden or key.visibility is Visibility.CRISIS_TEAM
        kind = bare(key.annotation)
        parts = [one for one in (kind, *get_args(kind)) if isinstance(one, type) and not get_args(one)]
        entries = [one for one in parts if issubclass(one, Entry)]
        for entry in entries:
            yield from leaves(entry, hidden=below)
        if not entries:
            yield key.typed, below


BOTH = """
people: {lea: {name: Léa, email: lea.d@posteo.example, home: 01 99 00 00 02}, ana: {name: Ana, mobile: 06 39 98 00 03}}
channels:
  lea: {platform: x, access: {kept_in: codes are in the green safe, recovery: codes are in the green safe}}
"""


def test_several_people_and_lists_of_texts_are_named(ask: Ask) -> None:
    plan = BOTH + "scenarios: {a: {name: Fire, triggers: {en: [Smoke, 'Call 01 99 00 00 02 or 06 39 98 00 03']}}}\n"
    assert ask("SAFE-PRIVATE-NUMBER", plan) == [
        (
            "error scenarios.a.triggers.en[1]",
            "`triggers` of Fire gives private numbers or addresses of Léa and Ana, and all staff can read them.",
        )
    ]


def test_a_channel_called_like_a_person_is_nobody(ask: Ask) -> None:
    plan = BOTH + "remedies: {call: {name: Codes are in the green safe}}\n"
    assert [said for _, said in ask("SAFE-PRIVATE-NUMBER", plan)] == [
        (
            "`name` of call repeats what stands in `channels.lea.access.kept_in`, which only the crisis team may see,"
            " and all staff can read it."
        )
    ]


def test_no_address_is_worked_out_where_nothing_repeats(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(safety, "guarded", never)
    assert ask("SAFE-PRIVATE-NUMBER", BOTH + "remedies: {call: {name: A call}}\n") == []
    assert ask("SAFE-PRIVATE-NUMBER", "remedies: {call: {name: A call}}\n") == []
