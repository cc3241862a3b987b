"""STMT: blanks, lengths, parts of text messages, and where a text goes."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]
Fixes = Callable[..., list[str]]
TWO = "about: {organisation: Example, languages: [fr, en], country: FR}\n"


def sentences(found: list[tuple[str, str]]) -> list[str]:
    return [sentence for _, sentence in found]


@pytest.mark.parametrize(
    ("text", "declared", "found"),
    [
        ("At {hour}.", "hour: {means: time, example: 2 pm}", []),
        ("At {time}, then {next_update}.", "", []),
        ("At {hour}.", "", ["“word” uses {hour}, which is not explained."]),
        ("At {hour} in {town}.", "", ["“word” uses {hour} and {town}, which are not explained."]),
        ("At noon.", "hour: {means: time, example: 2 pm}", ["{hour} is explained, but no text uses it."]),
        ("At {hour}.", "hour: {means: time}", ["{hour} has no example."]),
        ("At {Hour}.", "", ["“word” has {Hour}, which cannot be the name of a blank."]),
        ("At {my hour} or {Hour}.", "", ["“word” has {my hour} and {Hour}, which cannot be names of blanks."]),
        ("At {Hour} in {town}.", "", ["“word” uses {town} and {Hour}, which are not explained."]),
        ("At {hour.", "", ["“word” has a brace that opens or closes no blank."]),
        ("A {{ brace }} in {{{time}}}.", "", []),
        ("Dear {{name}}.", "", []),
    ],
)
def test_blanks_are_explained(ask: Ask, text: str, declared: str, found: list[str]) -> None:
    plan = f"""
        scenarios:
          a:
            statements: {{word: {{kind: update, text: '{text}'}}}}
            placeholders: {{{declared}}}
        """
    assert sentences(ask("STMT-PLACEHOLDER", plan)) == found


@pytest.mark.parametrize(
    ("example", "found"),
    [
        ("{fr: 14 h, en: 2 pm}", []),
        ("{fr: 14 h}", ["{hour} has no example in English."]),
        ("{de: 14 Uhr}", ["{hour} has no example in French and English."]),
        ("14 h", ["{hour} has no example in English."]),
    ],
)
def test_an_example_in_every_language_is_asked_for_once(ask: Ask, example: str, found: list[str]) -> None:
    plan = f"""{TWO}
statements: {{word: {{kind: update, text: {{fr: 'à {{hour}}', en: 'at {{hour}}'}}}}}}
placeholders: {{hour: {{means: {{fr: heure, en: hour}}, example: {example}}}}}
"""
    due = [("error placeholders.hour.example", sentence) for sentence in found]
    assert ask("STMT-PLACEHOLDER", plan) == due
    assert ask("PLAN-LANGUAGE", plan) == []


@pytest.mark.parametrize(
    ("text", "declared", "fix"),
    [
        ("At {tme}.", "", "Did you mean `{time}`? If not, explain it below"),
        ("At {heures}.", "heure: {means: hour, example: 14 h}", "Did you mean `{heure}`? If not, explain it below"),
        ("At {Heure}.", "heure: {means: hour, example: 14 h}", "for example `{heure}`."),
        ("At {stime}.", "", "Did you mean `{time}`?"),
        ("At {timeat}.", "", "Did you mean `{time}`?"),
        ("At {timeatx}.", "", "Declare it with an example:"),
        ("At {Heure} and {Ort}.", "heure: {means: hour, example: 14 h}", "for example `{heure}`."),
        ("At {town}.", "heure: {means: hour, example: 14 h}", "Explain it below `placeholders:`, with an example: `t"),
        ("At {town}.", "", "Declare it with an example: `placeholders: {town: {means: …, example: …}}`."),
    ],
)
def test_a_blank_that_is_misspelt_gets_the_one_meant(
    ask: Ask, fixes: Fixes, text: str, declared: str, fix: str
) -> None:
    plan = f"""
        scenarios:
          a:
            statements: {{word: {{kind: update, text: '{text}'}}}}
            placeholders: {{{declared}}}
        """
    assert len(ask("STMT-PLACEHOLDER", plan)) == len(fixes("STMT-PLACEHOLDER", plan))
    assert fix in fixes("STMT-PLACEHOLDER", plan)[0]


def test_blanks_of_the_scenario_come_before_those_of_the_plan(ask: Ask) -> None:
    plan = """
        placeholders:
          hour: {means: time, example: 2 pm}
          town: {means: town, example: Lille}
        statements: {any: {kind: update, text: 'In {town}.'}}
        scenarios:
          a:
            statements: {word: {kind: update, text: 'At {hour}.', short: 'In {street}.'}}
            placeholders: {hour: {means: time, example: 3 pm}, street: {means: street, example: rue X}}
        """
    assert ask("STMT-PLACEHOLDER", plan) == [("error placeholders.hour", "{hour} is explained, but no text uses it.")]


def test_a_scenario_does_not_lend_its_blanks(ask: Ask) -> None:
    plan = """
        scenarios:
          a: {placeholders: {hour: {means: time, example: 3 pm}}}
          b: {statements: {word: {kind: update, text: 'At {hour}.'}}}
        """
    assert ask("STMT-PLACEHOLDER", plan) == [
        ("error scenarios.a.placeholders.hour", "{hour} is explained, but no text uses it."),
        ("error scenarios.b.statements.word.text", "“word” uses {hour}, which is not explained."),
    ]


@pytest.mark.parametrize(
    ("french", "english", "found"),
    [
        ("à {a} et {b}", "at {b} and {a}, {a}", []),
        ("à {a}", "at {b}",
         [("fr", "The French text of “word” lacks {b}."), ("en", "The English text of “word” lacks {a}.")]),
        ("à {a} et {b}", "now", [("en", "The English text of “word” lacks {a} and {b}.")]),
    ],
)  # fmt: skip
def test_the_same_blanks_in_each_language(ask: Ask, french: str, english: str, found: list[tuple[str, str]]) -> None:
    for key in ("text", "short"):
        other = "text: {fr: x, en: x}, " if key == "short" else ""
        plan = f"{TWO}statements: {{word: {{kind: update, {other}{key}: {{fr: '{french}', en: '{english}'}}}}}}\n"
        assert ask("STMT-PARITY", plan) == [(f"error statements.word.{key}.{tag}", said) for tag, said in found]


LONG = "é" * 281


def long_plan(platform: str, text: str, more: str = "", channel: str = "") -> str:
    return f"""{TWO}
channels: {{c: {{platform: {platform}{channel}}}}}
statements: {{word: {{kind: update, channels: [c], text: {text}{more}}}}}
"""


@pytest.mark.parametrize(
    ("platform", "text", "more", "found"),
    [
        ("x", "é" * 280, "", []),
        ("x", LONG, "", [("text", "“word” is 281 characters on c; the limit is 280.")]),
        ("x", "漢" * 140, "", []),
        ("x", "漢" * 141, "", [("text", "“word” is 282 characters on c; the limit is 280.")]),
        ("x", "https://lumen.fr/" + "a" * 300, "", []),
        ("x", LONG, ", short: Short.", []),
        ("x", LONG, ", short: " + "e" * 300,
         [("short", "The short text of “word” is 300 characters on c; the limit is 280.")]),
        ("bluesky", "'" + "👨‍👩‍👧‍👦" * 300 + "'", "", []),
        ("bluesky", "'" + "👨‍👩‍👧‍👦" * 301 + "'", "", [("text", "“word” is 301 characters on c; the limit is 300.")]),
        ("website", "a" * 9000, "", []),
        ("sms", "a" * 400, "", []),
        ("nowhere", "a" * 9000, "", []),
    ],
)  # fmt: skip
def test_a_text_fits_its_channel(ask: Ask, platform: str, text: str, more: str, found: list[tuple[str, str]]) -> None:
    due = [(f"error statements.word.{key}", sentence) for key, sentence in found]
    assert ask("STMT-TOO-LONG", long_plan(platform, text, more)) == due


def test_only_the_languages_of_the_channel_count(ask: Ask) -> None:
    both = f"{{fr: Court., en: {LONG}}}"
    assert ask("STMT-TOO-LONG", long_plan("x", both, channel=", languages: [fr]")) == []
    assert [where for where, _ in ask("STMT-TOO-LONG", long_plan("x", both, channel=", languages: [fr, en-CA]"))] == [
        "error statements.word.text.en"
    ]
    assert len(ask("STMT-TOO-LONG", long_plan("x", both, channel=", languages: [de]"))) == 1


@pytest.mark.parametrize(("placeholder", "fires"), [
    ("example: noon", False), ("example: at a quarter past twelve", True), ("example: noon, max: 10", False),
    ("example: noon, max: 11", True), ("example: noon, max: 2", False),
])  # fmt: skip
def test_blanks_count_with_their_example_or_their_longest_value(ask: Ask, placeholder: str, fires: bool) -> None:
    plan = f"""
        channels: {{x: {{platform: x}}}}
        statements: {{word: {{kind: update, channels: [x], text: '{"e" * 270}{{hour}}'}}}}
        placeholders: {{hour: {{means: time, {placeholder}}}}}
        """
    assert bool(ask("STMT-TOO-LONG", plan)) is fires


def test_of_several_channels_the_worst_is_named_once(ask: Ask) -> None:
    plan = f"""
        channels: {{x: {{platform: x}}, thread: {{platform: threads}}, blue: {{platform: bluesky}}}}
        statements: {{word: {{kind: update, channels: [thread, blue, x], text: {"a" * 600}}}}}
        """
    assert sentences(ask("STMT-TOO-LONG", plan)) == ["“word” is 600 characters on x; the limit is 280."]


@pytest.mark.parametrize(
    ("text", "more", "found"),
    [
        ("a" * 160, "", []),
        ("a" * 161, "", ["The text message “word” takes 2 parts: it is 161 characters, and one part has 160."]),
        ("ê" * 70, "", []),
        ("ê" * 70 + "ç", "", ["The text message “word” takes 2 parts because of ê and ç."]),
        ("à" * 69 + "\u00a0?", "", ["The text message “word” takes 2 parts because of the no-break space."]),
        ("a" * 161, ", short: Short.", []),
        ("a" * 161, f", short: {'a' * 200}", [
            "The text message “word” takes 2 parts: it is 200 characters, and one part has 160."]),
    ],
)  # fmt: skip
def test_a_text_message_is_one_part(ask: Ask, text: str, more: str, found: list[str]) -> None:
    assert sentences(ask("STMT-SMS-PARTS", long_plan("sms", f"'{text}'", more))) == found
    assert ask("STMT-SMS-PARTS", long_plan("x", f"'{text}'", more)) == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        (
            "Fenêtres fermées : restez à l'intérieur jusqu'à nouvel ordre, même si l'odeur disparaît.",
            "Say it without “Fenêtres”, “même” and “disparaît”, or shorten the text by 18 characters.",
        ),
        (
            "La fumée de l’incendie gêne la circulation près de la gare jusqu'à 22 h, évitez-la.",
            "Replace ’ and say it without “gêne”, or shorten the text by 13 characters.",
        ),
        (
            "L’eau n’est pas potable dans tout le centre et au nord du canal jusqu'à 22 h.",
            "Replace these characters, or shorten the text by 7 characters.",
        ),
        (
            "Fête, tête, bête, gêne, rêve, forêt : six mots qui coûtent cher dans un seul message.",
            "Say it without “Fête”, “tête”, “bête”, “gêne” and “rêve”, or shorten the text by 15 characters.",
        ),
    ],
)
def test_letters_that_cost_are_shown_in_their_words(fixes: Callable[..., list[str]], text: str, fix: str) -> None:
    assert fixes("STMT-SMS-PARTS", long_plan("sms", f'"{text}"', "")) == [fix]


AUDIENCES = """
audiences:
  team: {kind: staff, name: Team}
  crew: {internal: true, name: Crew}
  press: {kind: media, name: Press, reach: [list]}
channels:
  x: {platform: x}
  list: {platform: press list}
  intranet: {platform: intranet, for: [team]}
  chat: {platform: slack}
  strange: {platform: yammer}
  inside: {platform: facebook, for: [team]}
"""


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("kind: update", [("", "“word” goes nowhere: it has no channel.")]),
        ("kind: reply, channels: []", [("", "“word” goes nowhere: it has no channel.")]),
        ("kind: update, channels: [x]", []),
        ("kind: update, channels: [ghost]", []),
        ("kind: internal, channels: [intranet]", []),
        ("kind: internal, channels: [chat]", []),
        ("kind: internal, channels: [strange]", []),
        ("kind: internal, channels: [inside]", []),
        ("kind: internal, channels: [intranet, x]",
         [(".channels", "“word” is for our own people, but people outside can read x.")]),
        ("kind: update, audiences: [team], channels: [x]",
         [(".channels", "“word” is for our own people, but people outside can read x.")]),
        ("kind: update, audiences: [team, press], channels: [x]", []),
        ("kind: update, audiences: [ghost], channels: [x]", []),
        ("kind: internal, channels: [list]", [(".channels", "No channel of “word” reaches Team and Crew.")]),
        ("kind: internal, audiences: [crew], channels: [intranet]",
         [(".channels", "No channel of “word” reaches Crew.")]),
        ("kind: update, audiences: [press], channels: [list]", []),
        ("kind: update, audiences: [press], channels: [intranet]",
         [(".channels", "No channel of “word” reaches Press.")]),
        ("kind: update, audiences: [press], channels: [intranet, chat]", []),
    ],
)  # fmt: skip
def test_where_a_text_goes(ask: Ask, statement: str, found: list[tuple[str, str]]) -> None:
    plan = (
        f"about: {{organisation: E, languages: [en]}}\n{AUDIENCES}statements: {{word: {{{statement}, text: Hello.}}}}\n"
    )
    assert ask("STMT-NO-CHANNEL", plan) == [(f"error statements.word{key}", sentence) for key, sentence in found]


@pytest.mark.parametrize(
    ("languages", "example", "lacks"),
    [
        ("[fr]", "{fr-CA: 14 h}", False),
        ("[fr-CA]", "{fr: 14 h}", False),
        ("[fr-CA]", "{fr-FR: 14 h}", False),
        ("[fr, fr-CA]", "{fr: 14 h}", False),
        ("[fr-CA, fr-FR]", "{fr-CA: 14 h}", True),
        ("[fr, fr-CA]", "{fr-CA: 14 h}", True),
        ("[fr]", "{en-GB: 2 pm}", True),
    ],
)
def test_an_example_of_another_region_serves_unless_the_plan_has_both(
    ask: Ask, languages: str, example: str, lacks: bool
) -> None:
    plan = f"""about: {{organisation: X, languages: {languages}}}
statements: {{word: {{kind: update, text: 'à {{hour}}'}}}}
placeholders: {{hour: {{means: heure, example: {example}}}}}
"""
    assert [said for _, said in ask("STMT-PLACEHOLDER", plan)] == lacks * ["{hour} has no example in French."]
