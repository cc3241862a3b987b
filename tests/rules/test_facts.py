"""STMT: figures that agree, contacts that are known, facts that stay right, letters that are whole."""

from collections.abc import Callable

import pytest

from planbuilder.language.figure import Figure, Kind
from planbuilder.rules.facts import _shown

Ask = Callable[..., list[tuple[str, str]]]
TWO = "about: {organisation: Example, languages: [fr, en], country: FR, domains: [lumen.example]}\n"


@pytest.mark.parametrize(
    ("french", "english", "figures"),
    [
        ("à 14 h, 1 840 lampes", "1,840 lamps at 2 pm", None),
        ("à {heure}", "at {heure}", None),
        ("à 14 h", "at 3 pm", "14 h and 3 pm"),
        ("3 blessés", "no casualties", "3"),
        ("Appelez le 0 800 00 00 00", "Call 0 800 00 00 01", "a phone number"),
        ("ana@lumen.example", "leo@lumen.example", "an e-mail address"),
        ("2 millions et 3 jours", "2 billion and 3 weeks", "2 millions, 3 jours, 2 billion and 3 weeks"),
        ("01 99 00 00 30", "+34 1 99 00 00 30", "a phone number"),
        ("sous 15 jours, 1 234,56 €", "within two weeks, €1,234.56", None),
        ("11, 12, 13, 14, 15, 16, 17", "none", "11, 12, 13, 14 and 15"),
    ],
)
def test_the_languages_give_the_same_figures(ask: Ask, french: str, english: str, figures: str | None) -> None:
    plan = f"{TWO}statements: {{word: {{kind: update, text: {{fr: '{french}', en: '{english}'}}}}}}\n"
    sentence = f"The French and English texts of “word” do not give the same figures: {figures}."
    assert ask("STMT-NUMBERS-DIFFER", plan) == ([("warning statements.word.text.en", sentence)] if figures else [])


@pytest.mark.parametrize(
    ("french", "english", "sentence"),
    [
        ("Faites bouillir une minute.", "Boil for five minutes.", "figures: une minute and five minutes"),
        ("Voir a.example/1.", "See b.example/1.", "links: a.example/1 and b.example/1"),
        ("Avant 22 h.", "Before 9 p.m.", "figures: 22 h and 9 p.m"),
    ],
)
def test_numbers_in_words_and_links_are_figures_too(ask: Ask, french: str, english: str, sentence: str) -> None:
    plan = f"{TWO}statements: {{word: {{kind: update, text: {{fr: '{french}', en: '{english}'}}}}}}\n"
    assert [said for _, said in ask("STMT-NUMBERS-DIFFER", plan)] == [
        f"The French and English texts of “word” do not give the same {sentence}."
    ]


def test_each_language_is_compared_with_the_first_of_the_plan(ask: Ask) -> None:
    plan = """
        about: {organisation: Example, languages: [en, fr, de]}
        statements:
          word: {kind: update, text: {de: 3 Lampen, fr: 4 lampes, en: 3 lamps}}
          one: {kind: update, text: 3 lamps, short: {en: 3 lamps, fr: 5 lampes}}
        """
    assert [where for where, _ in ask("STMT-NUMBERS-DIFFER", plan)] == [
        "warning statements.word.text.fr",
        "warning statements.one.short.fr",
    ]


CONTACTS = """
people: {lea: {name: Léa, mobile: 06 39 98 00 02, email: lea@elsewhere.example}}
channels:
  x: {platform: x, account: '@atelierlumen'}
  phone: {platform: phone, account: 0 800 00 00 00}
  help: {platform: email, account: help@desk.example}
  page: {platform: facebook, account: https://www.facebook.com/AtelierLumen}
  site: {platform: crisis site, account: status.page.example}
"""
ABOUT = """
about:
  organisation: Example
  languages: [en]
  country: FR
  domains: [lumen.example]
  war_room: {bridge: +33 1 99 00 00 10}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Call 0800000000 or +33 800 00 00 00.",
        "Call +33 6 39 98 00 02 or 01 99 00 00 10.",
        "Write to help@desk.example, anyone@lumen.example, x@mail.lumen.example or lea@elsewhere.example.",
        "See lumen.example, https://info.lumen.example/recall?x=1 or www.lumen.example.",
        "See https://facebook.com/AtelierLumen/posts/12 and x.com/atelierlumen.",
        "See status.page.example/incident.",
        "In an emergency, call 15 or 112.",
        "We have 1 840 lamps, batch 2417, since 12 November at 2 pm. Version 1.10.",
        "It is over.We thank you.",
    ],
)
def test_contacts_that_the_plan_knows(ask: Ask, text: str) -> None:
    plan = f"{ABOUT}{CONTACTS}statements: {{word: {{kind: update, text: '{text}'}}}}\n"
    assert ask("STMT-UNKNOWN-CONTACT", plan) == []


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Call 0 800 00 00 01.", "0 8…01"),
        ("Call 118218.", "118218"),
        ("Call 3939.", "3939"),
        ("Call 911.", "911"),
        ("See lumen.com/recall.", "lumen.com/recall"),
        ("See notlumen.example.", "notlumen.example"),
        ("See https://facebook.com/AtelierLumiere.", "https://facebook.com/AtelierLumiere"),
        ("Write to help@desks.example.", "help@desks.example"),
    ],
)
def test_contacts_that_nobody_knows(ask: Ask, text: str, contact: str) -> None:
    plan = f"{ABOUT}{CONTACTS}statements: {{word: {{kind: update, text: '{text}'}}}}\n"
    assert ask("STMT-UNKNOWN-CONTACT", plan) == [
        ("warning statements.word.text", f"“{contact}” in “word” is not among your numbers and sites.")
    ]


@pytest.mark.parametrize(
    ("country", "text", "found"),
    [
        ("country: CA, ", "Call 514 555 0104.", 0),
        ("country: CA, ", "Call +1 514 555 0104.", 0),
        ("country: CA, ", "Call 214 555 0104.", 1),
        ("country: CA, ", "Call +44 514 555 0104.", 1),
        ("", "Call 0514 555 0104.", 0),  # without a country, the last nine digits are all there is
        ("", "Call 0514 555 0105.", 1),
    ],
)
def test_a_number_of_a_text_is_read_in_the_country_of_the_plan(ask: Ask, country: str, text: str, found: int) -> None:
    plan = f"""
        about: {{organisation: Example, {country}languages: [en]}}
        channels: {{phone: {{platform: phone, account: +1 514 555 0104}}}}
        statements: {{word: {{kind: update, text: {text}}}}}
        """
    assert len(ask("STMT-UNKNOWN-CONTACT", plan)) == found


def test_an_unknown_contact_is_reported_once_for_all_languages(ask: Ask) -> None:
    plan = TWO + "statements: {word: {kind: update, text: {fr: Voir lumen.com ou lumen.net, en: See lumen.com}}}\n"
    assert ask("STMT-UNKNOWN-CONTACT", plan) == [
        (
            "warning statements.word.text.fr",
            "“lumen.com” and “lumen.net” in “word” are not among your numbers and sites.",
        )
    ]


@pytest.mark.parametrize(
    "partner",
    [
        "audiences: {red-cross: {kind: partners, contacts_in: 'helpline 1 800 418 1111, helpline.example'}}",
        "obligations: {notice: {name: Notice, to: 'duty desk, 1-800-418-1111, helpline.example'}}",
    ],
)
def test_numbers_and_sites_of_partners_are_known_where_the_plan_gives_them(ask: Ask, partner: str) -> None:
    plan = "about: {organisation: X, languages: [en], country: CA}\nstatements: {word: {kind: update, text: TEXT}}\n"
    plan = plan.replace("TEXT", "Call the Red Cross at 1 800 418-1111 or see helpline.example.")
    assert len(ask("STMT-UNKNOWN-CONTACT", plan)) == 1
    assert ask("STMT-UNKNOWN-CONTACT", plan + partner) == []
    assert len(ask("STMT-UNKNOWN-CONTACT", plan.replace("418-1111", "418-1112") + partner)) == 1


OUTSIDE = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris, country: FR, domains: [lumen.fr]}
channels:
  phone: {platform: phone, account: 0 800 00 00 00}
  mail: {platform: email, account: patients@lumen.fr}
  x: {platform: x}
moves:
  - {from: [x], to: mail, say: "Please write to MAIL."}
scenarios:
  leak:
    questions:
      - {question: Am I concerned?, answer: Call PHONE.}
"""


@pytest.mark.parametrize(
    ("mail", "phone", "found"),
    [
        ("patients@lumen.fr", "0800 000 000", []),
        ("press@lumen.fr", "+33 800 00 00 00", []),
        (
            "patient@lumen.fr",
            "0 800 00 00 00",
            [("moves[0].say", "patient@lumen.fr", "the sentence that moves people to mail")],
        ),
        (
            "patients@lumen.fr",
            "0 800 00 00 09",
            [("scenarios.leak.questions[0].answer", "0 8…09", "“Am I concerned?”")],
        ),
    ],
)
def test_answers_and_moves_name_known_contacts_too(
    ask: Ask, mail: str, phone: str, found: list[tuple[str, str, str]]
) -> None:
    assert ask("STMT-UNKNOWN-CONTACT", OUTSIDE.replace("MAIL", mail).replace("PHONE", phone)) == [
        (f"warning {at}", f"“{contact}” in {called} is not among your numbers and sites.")
        for at, contact, called in found
    ]


@pytest.mark.parametrize("name", ["patient", "patientss", "patiemts", "pateints", "atients"])
def test_an_address_one_letter_off_one_of_ours_is_a_slip(ask: Ask, name: str) -> None:
    assert len(ask("STMT-UNKNOWN-CONTACT", OUTSIDE.replace("MAIL", f"{name}@lumen.fr"))) == 1


@pytest.mark.parametrize("name", ["patients", "parents", "impatient", "p", "stneitap"])
def test_another_address_of_our_domains_is_ours(ask: Ask, name: str) -> None:
    assert ask("STMT-UNKNOWN-CONTACT", OUTSIDE.replace("MAIL", f"{name}@lumen.fr")) == []


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("holding", "Next update at 2 pm.", "“2 pm”"),
        ("holding", "Ana Ruiz will speak on 12 November.", "“12 November” and “Ana Ruiz”"),
        ("holding", "Anna Ruizinger will speak at {time}.", None),
        ("holding", "Next update at {time}. Call 0 800 00 00 00, from 8 am to 8 pm.", None),
        ("update", "Next update at 2 pm.", None),
        ("holding", "Since yesterday three people are missing.", "“Since yesterday” and “three”"),
        ("update", "Since yesterday three people are missing.", None),
    ],
)
def test_a_holding_text_has_no_fixed_facts(ask: Ask, kind: str, text: str, found: str | None) -> None:
    plan = f"people: {{ana: {{name: Ana Ruiz}}}}\nstatements: {{word: {{kind: {kind}, text: '{text}'}}}}\n"
    due = [("warning statements.word.text", f"{found} in “word” will be wrong on the day.")] if found else []
    assert ask("STMT-HARDCODED", plan) == due


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Léa Dubois", "Léa DUBOIS", True),
        ("Léa Dubois", "LEA  DUBOIS", True),
        ("Lea Le Goff", "Lea LE GOFF", True),
        ("Léa Dubois", "Léa dubois", False),
        ("Léa Dubois", "LÉA DUBOISE", False),
        ("Mai", "Mai", True),
        ("Mai", "MAI", False),
    ],
)
def test_a_name_is_known_with_words_in_capitals(ask: Ask, name: str, text: str, found: bool) -> None:
    plan = f"people: {{ana: {{name: {name}}}}}\nstatements: {{word: {{kind: holding, text: '{text} will speak.'}}}}\n"
    assert bool(ask("STMT-HARDCODED", plan)) is found


def test_the_short_text_and_each_language_are_searched(ask: Ask) -> None:
    plan = TWO + "statements: {word: {kind: holding, text: {fr: à 14 h, en: now}, short: {fr: ici, en: at 2 pm}}}\n"
    assert [where for where, _ in ask("STMT-HARDCODED", plan)] == [
        "warning statements.word.text.fr",
        "warning statements.word.short.en",
    ]


@pytest.mark.parametrize(
    ("obligation", "asked"),
    [
        ("law: rgpd-personnes", True),
        ("law: rgpd, step: people", True),
        ("law: rgpd, step: notification", False),
        ("law: rgpd", False),
        ("law: hipaa, step: people", False),
    ],
)
def test_only_the_letter_to_people_is_read(ask: Ask, obligation: str, asked: bool) -> None:
    plan = f"""
        statements: {{letter: {{kind: update, text: Someone copied your address.}}}}
        obligations:
          a: {{name: A, {obligation}, statement: letter}}
          b: {{name: B, {obligation}, statement: letter}}
          c: {{name: C, {obligation}, statement: ghost}}
          d: {{name: D, {obligation}}}
        """
    lacking = "what it may lead to, what we did, what they can do and how to reach the data protection officer"
    due = [("warning statements.letter.text", f"The letter “letter” lacks what the law asks: {lacking}.")]
    assert ask("STMT-LEGAL-CONTENT", plan) == (due if asked else [])


@pytest.mark.parametrize(
    ("link", "known"),
    [
        ("https://x.com/lumen", True),
        ("twitter.com/lumen", True),
        ("facebook.com/AtelierLumen", True),
        ("https://fr-fr.facebook.com/AtelierLumen", True),
        ("https://piaille.fr/@lumiere", True),
        ("facebok.com/AtelierLumen", False),
        ("https://t.me/lumen", False),
        ("https://myx.com/lumen", False),
        ("https://x.com/AtelierLumen", False),
    ],
)
def test_the_name_of_our_account_counts_on_the_site_of_its_platform(ask: Ask, link: str, known: bool) -> None:
    plan = f"""
channels:
  x: {{platform: x, account: "@lumen"}}
  facebook: {{platform: facebook, account: AtelierLumen}}
  mastodon: {{platform: mastodon, account: "@lumiere"}}
statements:
  word: {{kind: update, text: See {link} for more.}}
"""
    assert len(ask("STMT-UNKNOWN-CONTACT", plan)) == (not known)


@pytest.mark.parametrize(("typed", "shown"), [("118218", "118218"), ("118 218", "118…18"), ("06 71 22 33 99", "06…99")])
def test_of_a_number_that_may_be_somebodys_own_only_the_ends_are_shown(typed: str, shown: str) -> None:
    assert _shown(Figure(Kind.PHONE, typed, 0, frozenset())) == shown


def test_an_address_is_shown_whole() -> None:
    assert _shown(Figure(Kind.LINK, "lumen.com/recall", 0, frozenset())) == "lumen.com/recall"
