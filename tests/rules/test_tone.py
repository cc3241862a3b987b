"""TONE: which texts of a plan are judged, and with whose words."""

from collections.abc import Callable

import pytest

from planbuilder.findings import Profile

Ask = Callable[..., list[tuple[str, str]]]
MINOR = "This is a minor incident."


def test_statements_short_forms_answers_and_moves_are_judged(ask: Ask) -> None:
    plan = f"""
        channels: {{x: {{platform: x}}, mail: {{platform: email}}}}
        moves: [{{from: [x], to: mail, when: always, say: {MINOR}}}]
        replies: {{sign: {MINOR}}}
        scenarios:
          outage:
            questions: [{{question: Is it grave?, answer: {MINOR}}}]
            statements:
              outage-word: {{kind: update, text: {MINOR}, short: {MINOR}}}
        """
    assert [address for address, _ in ask("TONE-MINIMISE", plan)] == [
        "warning moves[0].say",
        "warning replies.sign",
        "warning scenarios.outage.questions[0].answer",
        "warning scenarios.outage.statements.outage-word.text",
        "warning scenarios.outage.statements.outage-word.short",
    ]


def test_each_language_is_judged_by_its_own_words(ask: Ask) -> None:
    plan = """
        about: {organisation: Example, languages: [fr, en, de]}
        statements:
          word:
            kind: update
            text: {fr: Un petit incident., en: An incident., de: Ein petit incident.}
        """
    assert ask("TONE-MINIMISE", plan) == [
        ("warning statements.word.text.fr", "“petit incident” makes the harm look small.")
    ]


def test_a_text_in_the_wrong_language_is_not_judged_by_the_words_of_its_tag(ask: Ask) -> None:
    plan = "about: {organisation: X, languages: [en, fr]}\nstatements: {one: {kind: update, text: {fr: 'TEXT'}}}\n"
    english = "We know what stopped our line, and we will update you on it at noon."
    french = "Nous savons ce qui a arrêté notre ligne. Le prochain update est à midi."
    assert ask("TONE-JARGON", plan.replace("TEXT", english)) == []
    assert len(ask("TONE-JARGON", plan.replace("TEXT", french))) == 1


def test_the_words_of_the_plan_count(ask: Ask) -> None:
    plan = """
        tone: {never: [bad buzz], words: {fix: repair}, allow: {TONE-MINIMISE: [minor incident]}}
        statements:
          word: {kind: update, text: A minor incident. The fix ends the bad buzz.}
        """
    assert ask("TONE-MINIMISE", plan) == []
    assert [sentence for _, sentence in ask("TONE-JARGON", plan)] == [
        "You never say “bad buzz”.",
        "“fix” is not a word that your public uses.",
    ]


def test_names_of_the_organisation_and_its_people_are_no_jargon(ask: Ask) -> None:
    plan = """
        about: {organisation: ZORG, languages: [en]}
        statements:
          word: {kind: update, text: ZORG and QXRT are closed.}
        """
    assert [sentence for _, sentence in ask("TONE-JARGON", plan)] == ["“QXRT” is not explained."]


def test_a_preventable_scenario_owes_an_apology(ask: Ask) -> None:
    plan = """
        scenarios:
          leak:
            cluster: {cluster}
            statements:
              word: {{kind: closing, text: The access is closed. Any question? Call 0800 000 000.}}
        """
    assert len(ask("TONE-MISSING-APOLOGY", plan.format(cluster="preventable"))) == 1
    assert ask("TONE-MISSING-APOLOGY", plan.format(cluster="victim")) == []


@pytest.mark.parametrize(
    ("statements", "owed"),
    [
        ("word: {kind: update, text: We closed the tap. Next update at 6 pm.}", 1),
        ("word: {kind: update, text: We do not know the cause yet. We closed the tap. Next update at 6 pm.}", 0),
        ("word: {kind: update, text: La cause n'est pas encore connue. Nous fermons le robinet. Point à 18 h.}", 0),
        (
            "word: {kind: update, text: We closed the tap. Next at 6 pm.}, sorry: {kind: apology, text: We are sorry.}",
            0,
        ),
    ],
)
def test_an_update_owes_no_apology_before_the_cause_is_known_or_beside_one(
    ask: Ask, statements: str, owed: int
) -> None:
    tag = "fr" if "Nous" in statements else "en"
    scenario = f"{{cluster: preventable, statements: {{{statements}}}}}"
    plan = f"about: {{organisation: X, languages: [{tag}]}}\nscenarios: {{leak: {scenario}}}\n"
    assert len(ask("TONE-MISSING-APOLOGY", plan)) == owed


OFFICES = """
audiences:
  state: {kind: authorities, reach: [mail]}
  mayor: {kind: officials, reach: [mail]}
  media: {kind: media, reach: [list]}
channels: {mail: {platform: email}, list: {platform: email}, x: {platform: x}, free: {platform: email}}
statements:
  word: {kind: KIND, channels: [CHANNELS], MORE text: We inform you of an event. We work on it. Next word at 6 pm.}
"""


@pytest.mark.parametrize(
    ("kind", "channels", "more", "asked"),
    [
        ("holding", "mail", "", False),
        ("reply", "mail", "", False),
        ("holding", "mail, list", "", True),
        ("holding", "mail, list", "audiences: [mayor],", False),
        ("holding", "mail", "audiences: [media],", True),
        ("holding", "mail", "audiences: [state, gone],", True),
        ("holding", "mail, x", "audiences: [state],", True),
        ("holding", "free", "", True),
        ("holding", "free", "audiences: [state],", False),
    ],
)
def test_what_only_authorities_and_officials_read_needs_no_empathy(
    ask: Ask, kind: str, channels: str, more: str, asked: bool
) -> None:
    plan = OFFICES.replace("KIND", kind).replace("CHANNELS", channels).replace("MORE", more)
    found = ["warning statements.word.text"] if asked else []
    assert [where for where, _ in ask("TONE-MISSING-EMPATHY", plan)] == found


def test_authorities_are_still_told_what_is_done_and_when_more_is_said(ask: Ask) -> None:
    plan = OFFICES.replace("KIND", "holding").replace("CHANNELS", "mail").replace("MORE ", "")
    bare = plan.replace("We inform you of an event. We work on it. Next word at 6 pm.", "There was an event.")
    for check in ("TONE-MISSING-ACTION", "TONE-MISSING-NEXT-STEP"):
        assert (ask(check, plan), len(ask(check, bare))) == ([], 1)


def test_a_word_of_the_house_in_capitals_is_no_word_in_small_letters(ask: Ask) -> None:
    plan = """
        about: {{organisation: X, languages: [fr]}}
        tone: {{words: {{SI: informatique}}}}
        statements: {{word: {{kind: update, text: {text}}}}}
        """
    assert ask("TONE-JARGON", plan.format(text="Appelez si vous avez une question.")) == []
    assert len(ask("TONE-JARGON", plan.format(text="Le SI est en panne."))) == 1


def test_long_sentences_are_a_hint_before_they_are_a_fault(ask: Ask) -> None:
    plan = "statements:\n  word: {{kind: update, text: {text}}}\n"
    assert ask("TONE-HARD-TO-READ", plan.format(text="We close the road now " + "and then " * 12)) == [
        ("info statements.word.text", "The sentence “We close the road…” has 29 words.")
    ]
    assert ask("TONE-HARD-TO-READ", plan.format(text="We close the road now " + "and then " * 16))[0] == (
        "warning statements.word.text",
        "The sentence “We close the road…” has 37 words.",
    )


def test_a_finding_never_repeats_the_name(ask: Ask) -> None:
    plan = "statements: {word: {kind: update, text: 'Mr Paul Barker, 54, is injured.'}}\n"
    assert ask("TONE-PERSONAL-DATA", plan) == [("error statements.word.text", "This gives away who somebody is.")]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("TONE-NONAPOLOGY", "We are sorry if anyone was offended."),
        ("TONE-PASSIVE-OWNERSHIP", "Mistakes were made."),
        ("TONE-BLAME", "The driver is to blame."),
        ("TONE-SPECULATION", "It was probably a spark."),
        ("TONE-MINIMISE", MINOR),
        ("TONE-OVERPROMISE", "This will never happen again."),
        ("TONE-DISMISS-EMOTION", "Do not panic."),
        ("TONE-NO-COMMENT", "We have no comment."),
        ("TONE-DEFENSIVE", "These lies are disgraceful."),
        ("TONE-DEFLECT", "Our competitors do much worse."),
        ("TONE-DISRESPECT", "As any child knows, you must save your work."),
        ("TONE-PROMO", "Discover our award-winning range."),
        ("TONE-HUMOUR", "Oops, our servers need a nap!"),
        ("TONE-VAGUE-TIME", "More news as soon as possible."),
        ("TONE-ATTACK-DETAIL", "They came in through our VPN with a stolen password."),
    ],
)
def test_a_fault_names_its_words_and_offers_a_sentence(ask: Ask, check: str, text: str) -> None:
    ((place, _),) = ask(check, f"statements: {{word: {{kind: update, text: '{text}'}}}}\n")  # its fix is in fixes.txt
    assert place.endswith(" statements.word.text")


@pytest.mark.parametrize("check", ["TONE-JARGON", "TONE-HARD-TO-READ"])
def test_each_fault_of_words_is_found_where_it_stands(ask: Ask, check: str) -> None:
    plan = """
        about: {organisation: Example, languages: [en, fr]}
        tone: {never: [bad buzz], words: {fix: repair}}
        statements:
          word:
            kind: update
            text:
              en: The fix ends the bad buzz about QXRT, LONG.
              fr: Point à 18 h.
        """.replace("LONG", "and then " * 17)
    assert {address for address, _ in ask(check, plan)} == {"warning statements.word.text.en"}


HARD = (
    "Notwithstanding considerable organisational difficulties, intermediate infrastructure rehabilitation necessitates"
    " extraordinary interdepartmental collaboration, comprehensive authorisation, exhaustive documentation, meticulous"
    " verification. Subsequent communication presupposes unanimous deliberation, irreversible ratification, systematic"
    " dissemination, continuous evaluation, institutional reconsideration, proportionate compensation, additional"
    " administrative clarification."
)


def test_a_reading_score_is_a_hint_of_the_highest_profile(ask: Ask) -> None:
    plan = f"statements: {{word: {{kind: update, text: '{HARD}'}}}}\n"
    assert ask("TONE-HARD-TO-READ", plan) == [("info statements.word.text", "The reading score of this text is 0.")]
    assert ask("TONE-HARD-TO-READ", plan, profile=Profile.STANDARD) == []


@pytest.mark.parametrize(("words", "profile", "found"), [(36, "STANDARD", 1), (35, "STANDARD", 0), (35, "ADVANCED", 1)])
def test_a_sentence_of_more_than_thirty_five_words_is_a_fault(ask: Ask, words: int, profile: str, found: int) -> None:
    text = "We close the road now " + "and then " * ((words - 5) // 2) + "so" * (words % 2 == 0)
    plan = f"statements: {{word: {{kind: update, text: '{text}'}}}}\n"
    assert len(ask("TONE-HARD-TO-READ", plan, profile=Profile[profile])) == found
