"""The counters under a text."""

import json
from typing import Any

import pytest

from planbuilder.loading import load_texts
from planbuilder.messages import render, say_value
from planbuilder.pages._counts import counts, platforms
from planbuilder.plan import Plan


def plan_with(text: str, short: str | None = None) -> Plan:
    statement: dict[str, Any] = {"kind": "holding", "channels": ["x", "sms", "site", "gone"], "text": {"en": text}}
    if short is not None:
        statement["short"] = {"en": short}
    plan = load_texts(
        {
            "plan.yaml": json.dumps(
                {
                    "about": {"organisation": "A", "languages": ["en"]},
                    "channels": {
                        "x": {"platform": "x"},
                        "sms": {"platform": "sms"},
                        "site": {"platform": "website"},
                    },
                    "placeholders": {"place": {"means": "where", "example": "Lille"}},
                    "statements": {"word": statement},
                }
            )
        }
    ).plan
    assert plan is not None
    return plan


def counted(
    text: str, short: str | None = None, *, on_short: bool = False, language: str = "en"
) -> list[tuple[str, bool]]:
    plan = plan_with(text, short)
    said = short if on_short and short is not None else text
    return [
        (render(count.said, language), count.over)
        for count in counts(plan, plan.statements["word"], said, "en", short=on_short)
    ]


def test_each_platform_with_a_limit_counts_in_its_own_way() -> None:
    assert counted("Hello…") == [("X 7/280", False), ("SMS: 1 part, because of …", False)]


def test_blanks_count_as_their_example() -> None:
    assert counted("In {place} at {time}") == [("X 16/280", False), ("SMS: 1 part", False)]


def test_a_text_that_is_too_long_says_so() -> None:
    assert counted("a" * 281) == [("X 281/280", True), ("SMS: 2 parts", True)]


def test_a_short_text_goes_where_the_other_does_not_fit() -> None:
    long, short = "a" * 200, "Short"
    assert counted(long, short) == [("X 200/280", False)]
    assert counted(long, short, on_short=True) == [("SMS: 1 part", False)]


@pytest.mark.parametrize(("text", "said"), [("a", "SMS : 1 message"), ("a" * 161, "SMS : 2 messages")])
def test_the_counters_speak_the_readers_language(text: str, said: str) -> None:
    assert counted(text, language="fr")[1][0] == said.replace(" :", "\u00a0:")


@pytest.mark.parametrize(
    ("text", "short", "long_for", "short_for"),
    [
        ("Hello", None, ["X", "SMS", "Website"], []),
        ("Hello", "Hi", ["X", "SMS", "Website"], []),
        ("a" * 200, "Short", ["X", "Website"], ["SMS"]),
        ("a" * 300, "Short", ["Website"], ["X", "SMS"]),
    ],
)
def test_each_platform_publishes_one_of_the_two_texts(
    text: str, short: str | None, long_for: list[str], short_for: list[str]
) -> None:
    plan = plan_with(text, short)
    found = [
        [say_value(name, "en") for name in platforms(plan, plan.statements["word"], said or "", "en", short=is_short)]
        for said, is_short in ((text, False), (short, True))
    ]
    assert found == [long_for, short_for]
