"""The counters under a text."""

import json
from typing import Any

import pytest

from planbuilder.language.wording import wording
from planbuilder.loading import load_texts
from planbuilder.messages import render, say_value
from planbuilder.pages._counts import counts, platforms
from planbuilder.plan import Plan, platform_of


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
    assert counted("Hello…") == [("X 7/280", False), ("SMS: 1 part", False)]


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


TEXT_MESSAGES = """
about: {organisation: A, languages: [fr-CA, en-CA]}
channels:
  sms: {platform: sms, languages: [fr]}
placeholders:
  town: {means: la ville, example: Alma, max: 60}
statements:
  hour: {kind: alert, channels: [sms], text: {fr-CA: "HOUR", en-CA: "At {time}"}}
  town: {kind: alert, channels: [sms], text: {fr-CA: "TOWN", en-CA: "In {town}"}, short: {fr-CA: "TOWN"}}
""".replace("HOUR", "Prochain point à {next_update}. " + "a" * 100).replace("TOWN", "Vers {town}. " + "a" * 100)


@pytest.fixture(scope="module")
def alerts() -> Plan:
    plan = load_texts({"plan.yaml": TEXT_MESSAGES}).plan
    assert plan is not None
    return plan


@pytest.mark.parametrize(("name", "said"), [("hour", "SMS\u00a0: 1 message"), ("town", "SMS\u00a0: 2 messages")])
def test_a_text_message_takes_as_many_parts_as_the_checks_say(alerts: Plan, name: str, said: str) -> None:
    statement = alerts.statements[name]
    text = statement.text.by_language["fr-CA"]
    short = "fr-CA" in (statement.short or ())
    (count,) = counts(alerts, statement, text, "fr-CA", short=short)
    checked = wording(alerts, statement, platform_of(alerts, alerts.channels["sms"]), "fr-CA")
    assert render(count.said, "fr-CA").startswith(said)
    assert (count.over, short) == (not checked.fits, checked.short)


def test_nothing_is_counted_for_a_channel_in_a_language_that_it_does_not_speak(alerts: Plan) -> None:
    statement = alerts.statements["hour"]
    assert counts(alerts, statement, "At {time}", "en-CA") == ()
    assert platforms(alerts, statement, "At {time}", "en-CA") == ()


def test_a_space_that_costs_is_called_by_its_name() -> None:
    cause = "SMS\u00a0: 2 messages, à cause de l'espace insécable"
    assert counted("A\u00a0:" + 68 * "a", language="fr")[1] == (cause, True)


def test_what_costs_is_said_only_where_it_costs() -> None:
    assert counted("A\u00a0:" + 67 * "a", language="fr")[1] == ("SMS\u00a0: 1 message", False)
