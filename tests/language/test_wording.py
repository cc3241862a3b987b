"""What a statement says on a channel: text or short text, with the examples in."""

import pytest

from planbuilder.language.wording import examples, languages_on, wording
from planbuilder.loading import load_texts
from planbuilder.plan import Plan, platform_of

PLAN = """
about: {organisation: Example, languages: [fr, en]}
channels:
  x: {platform: x}
  sms: {platform: sms, languages: [fr-CA]}
  site: {platform: website, languages: [de]}
statements:
  word:
    kind: update
    channels: [x, sms, site]
    text: {fr: 'Bonjour, {heure}, {time} {{ok}} {{ et }}', en: LONG}
    short: {en: 'Hello {heure}'}
placeholders:
  heure: {means: heure, example: {fr: 14 h, en: 2 pm}, max: 6}
  town: {means: ville, example: Lille}
"""


@pytest.fixture
def plan() -> Plan:
    read = load_texts({"plan.yaml": PLAN.replace("LONG", "a" * 300)}).plan
    assert read is not None
    return read


def test_blanks_hold_their_examples_and_braces_are_single(plan: Plan) -> None:
    said = wording(plan, plan.statements["word"], platform_of(plan, plan.channels["x"]), "fr")
    assert said.text == "Bonjour, 14 hnn, 14 h {{ok}} { et }"
    assert (said.length, said.limit, said.fits, said.short) == (35, 280, True, False)


def test_the_short_text_stands_in_where_the_text_does_not_fit(plan: Plan) -> None:
    said = wording(plan, plan.statements["word"], platform_of(plan, plan.channels["x"]), "en")
    assert (said.text, said.short, said.fits) == ("Hello 2 pmnn", True, True)
    assert wording(plan, plan.statements["word"], platform_of(plan, plan.channels["site"]), "en").short is False


def test_examples_are_those_of_the_language_or_the_first(plan: Plan) -> None:
    assert examples(plan, plan.statements["word"], "en") == {
        "time": "2 pm",
        "next_update": "6 pm",
        "heure": "2 pm",
        "town": "Lille",
    }


def test_our_examples_cost_a_text_message_no_second_part() -> None:
    text = "'Point de {time} " + "a" * 100 + "'"
    plan = load_texts({"plan.yaml": PLAN.replace("fr: 'Bonjour, {heure}, {time} {{ok}} {{ et }}'", f"fr: {text}")}).plan
    assert plan is not None
    said = wording(plan, plan.statements["word"], platform_of(plan, plan.channels["sms"]), "fr")
    assert (said.text[:15], said.fits) == ("Point de 14 h a", True)


def test_a_declared_example_is_counted_as_it_is_typed() -> None:
    own = "\n  time: {means: heure, example: '14\u00a0h'}\n  heure:"
    text = "'Point de {time} " + "a" * 100 + "'"
    changed = PLAN.replace("fr: 'Bonjour, {heure}, {time} {{ok}} {{ et }}'", f"fr: {text}").replace("\n  heure:", own)
    plan = load_texts({"plan.yaml": changed}).plan
    assert plan is not None
    assert not wording(plan, plan.statements["word"], platform_of(plan, plan.channels["sms"]), "fr").fits


@pytest.mark.parametrize(("channel", "languages"), [("x", ["fr", "en"]), ("sms", ["fr"]), ("site", ["fr", "en"])])
def test_a_channel_uses_the_languages_that_it_names(plan: Plan, channel: str, languages: list[str]) -> None:
    assert list(languages_on(plan.channels[channel], plan.statements["word"].text)) == languages


@pytest.mark.parametrize(
    ("named", "written", "used"),
    [
        ("[fr]", "fr-CA en", ["fr-CA"]),
        ("[fr-FR]", "fr-CA en", ["fr-CA"]),
        ("[fr-CA]", "fr-CA fr-FR", ["fr-CA"]),
        ("[fr-CA]", "fr-FR fr", ["fr-FR", "fr"]),
        ("[fr-CA, en]", "fr-CA fr-FR en-GB", ["fr-CA", "en-GB"]),
    ],
)
def test_a_channel_uses_the_text_of_its_region_or_else_of_another(named: str, written: str, used: list[str]) -> None:
    text = ", ".join(f"{tag}: Hello" for tag in written.split())
    yaml = f"about: {{organisation: X, languages: [fr]}}\nchannels: {{x: {{platform: x, languages: {named}}}}}\n"
    plan = load_texts({"plan.yaml": f"{yaml}statements: {{one: {{kind: update, text: {{{text}}}}}}}\n"}).plan
    assert plan is not None
    assert list(languages_on(plan.channels["x"], plan.statements["one"].text)) == used
