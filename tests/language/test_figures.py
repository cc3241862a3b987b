"""Figures that two languages write differently are the same; figures that differ are found."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.figure import Kind
from planbuilder.language.figures import figures, missing

SAME = [
    ("Prochain point à 14 h", "Next update at 2 pm"),
    ("Prochain point à 14\u202fh\u202f30", "Next update at 2:30 p.m."),
    ("à 14h30", "at 14:30"),
    ("à 9 h", "at 9:00"),
    ("à 10 h", "at 10 o’clock"),
    ("à midi, puis à minuit", "at noon, then at midnight"),
    ("de 8 h à 20 h", "from 8 am to 8 pm"),
    ("de 8 à 20 h", "8 am–8 pm"),
    ("9h-18h", "9am-6pm"),
    ("de 10 h à 11 h", "10 to 11 am"),
    ("1 840 produits sur 2 100", "1,840 of 2,100 products"),
    ("1\u202f840 produits", "1840 products"),
    ("1 234,56 €", "€1,234.56"),
    ("1 840 €", "€1,840.00"),
    ("1,5 million", "1.5 million"),
    ("2 ou 3 millions", "2 million or 3 million"),
    ("1 milliard", "1,000 million"),
    ("10 m", "10 metres"),
    ("10 min", "10m"),
    ("1 000 heures", "1,000 hours"),
    ("1,5 h", "90 minutes"),
    ("3 mois", "a 3-month plan"),
    ("18 mois", "1.5 years"),
    ("12 mois", "a year"),
    ("10 jours ouvrés", "10 working days"),
    ("2 à 3 jours", "two to three days"),
    ("sous 48 à 72 h", "within 48 to 72 hours"),
    ("sous 15 jours", "within 2 weeks"),
    ("sous 15 jours", "within two weeks"),
    ("sous 15 jours", "within a fortnight"),
    ("sous 15 jours", "a two-week wait"),
    ("sous 8 jours", "within a week"),
    ("sous quinze jours", "within 2 weeks"),
    ("sous huit jours", "within 8 days"),
    ("sous une huitaine", "within 1 week"),
    ("sous une quinzaine", "within 2 weeks"),
    ("sous 48 heures", "within two days"),
    ("sous 24 h", "within one day"),
    ("Le 12/11, tout", "On 12 November, all"),
    ("DU 12/11 AU 14/11", "12 to 14 November"),
    ("le 13/05/2026", "on 05/13/2026"),
    ("2 millions", "2,000,000"),
    ("50 %", "50%"),
    ("30 €", "€30"),
    ("le 12 novembre", "on 12 November"),
    ("le 12 novembre 2026", "on November 12th, 2026"),
    ("le 12/11/2026", "on 11/12/2026"),
    ("le 12/11/2026", "on 2026-11-12"),
    ("le 12/11/2026", "on 12 November 2026"),
    ("du 12 au 14 novembre", "12–14 November"),
    ("du 12 au 14 novembre", "November 12 to 14"),
    ("le 1er décembre", "on 1 December"),
    ("en mars 2026", "in March 2026"),
    ("Appelez le 0 800 00 00 00", "Call 0800000000"),
    ("Presse : 06 39 98 00 02", "Media: +33 6 39 98 00 02"),
    ("Presse : 06.39.98.00.02", "Media: +33 (0)6 39 98 00 02"),
    ("Appelez le 15 ou le 112.", "Call 15 or 112."),
    ("24 h/24 et 7 j/7", "24/7"),
    ("24 h/24", "around the clock"),
    ("24 h sur 24, 7 j sur 7", "24/7"),
    ("Le repas de midi est servi.", "Lunch is served."),
    ("de 8h à 20h, 7j/7", "from 8am to 8pm, 7 days a week"),
    ("10 000 euros", "10k euros"),
    ("12 M€", "€12 million"),
    ("libfoo 2.4.1", "libfoo 2.4.1"),
    ("1.840.000", "1,840,000"),
    ("de 9h00 à 18h00", "9:00–18:00"),
    ("à 18h30", "at 6:30 PM"),
    ("le vendredi 12 novembre à 18 h", "on Friday, November 12, at 6:00 PM"),
    ("sous 72 h", "within 72 hours"),
    ("soixante-douze heures", "72 hours"),
    ("90 minutes", "1h30"),
    ("48 h", "2 days"),
    ("trois personnes", "3 people"),
    ("vingt et une, 4", "4"),
    ("au 1er étage", "on the first floor"),
    ("https://lumen.fr/fr/aide", "https://www.lumen.fr/en/help"),
    ("sur fr.lumen.fr.", "on en.lumen.fr"),
    ("écrivez à aide@lumen.example.", "write to Aide@lumen.example"),
    ("lots {lots}, le {date}", "batches {lots}, on {date}"),
    ("COVID-19, Alba2, A320", "COVID-19, Alba2, A320"),
]

DIFFERENT = [
    ("à 14 h", "at 3 pm", ["14 h"], ["3 pm"]),
    ("libfoo 2.4.1", "libfoo 2.4.2", ["2.4.1"], ["2.4.2"]),
    ("à 2 h", "at 2 pm", ["2 h"], ["2 pm"]),
    ("le 12 novembre", "on 13 November", ["12 novembre"], ["13 November"]),
    ("du 12 au 14 novembre", "12–15 November", ["14 novembre"], ["15 November"]),
    ("1 840 produits", "1,480 products", ["1 840"], ["1,480"]),
    ("50 %", "60%", ["50"], ["60"]),
    ("1 234,56 €", "€1,234.65", ["1 234,56"], ["1,234.65"]),
    ("2 milliards", "2 million", ["2 milliards"], ["2 million"]),
    ("2 millions d'euros", "2 billion euros", ["2 millions"], ["2 billion"]),
    ("2 Md€", "€2m", ["2 Md"], ["2m"]),
    ("sous 2 h", "within 2 days", ["2 h"], ["2 days"]),
    ("10 minutes", "10 hours", ["10 minutes"], ["10 hours"]),
    ("3 jours", "3 weeks", ["3 jours"], ["3 weeks"]),
    ("3 mois", "3 years", ["3 mois"], ["3 years"]),
    ("sous 48 à 72 h", "within 48 to 72 days", ["72 h"], ["72 days"]),
    ("sous 15 jours", "within 14 days", ["15 jours"], ["14 days"]),
    ("sous 48 heures", "within three days", ["48 heures"], []),
    ("03/05/2026", "5 March 2026", ["03/05"], ["5 March"]),
    ("Le 03/05, tout", "On 5 March, all", ["03/05"], ["5 March"]),
    ("01 99 00 00 30", "+34 1 99 00 00 30", ["01 99 00 00 30"], ["+34 1 99 00 00 30"]),
    ("sous 48 h", "within 72 hours", ["48 h"], ["72 hours"]),
    ("Appelez le 0 800 00 00 00", "Call 0 800 00 00 01", ["0 800 00 00 00"], ["0 800 00 00 01"]),
    ("sur info.lumen.example", "on infos.lumen.example", ["info.lumen.example"], ["infos.lumen.example"]),
    ("https://lumen.fr/lot-12", "https://lumen.fr/batch-13", ["https://lumen.fr/lot-12"], ["https://lumen.fr/batch-13"]),
    ("aide@lumen.example", "help@lumen.example", ["aide@lumen.example"], ["help@lumen.example"]),
    ("3 blessés", "no one hurt", ["3"], []),
    ("le 12 novembre 2026", "on 12 November 2025", ["2026"], ["2025"]),
]  # fmt: skip


def differences(french: str, english: str) -> tuple[list[str], list[str]]:
    ours, theirs = figures(french, "fr", "FR"), figures(english, "en", "FR")
    return (
        [figure.typed for figure in missing(ours, theirs, english)],
        [figure.typed for figure in missing(theirs, ours, french)],
    )


@pytest.mark.parametrize(("french", "english"), SAME)
def test_the_same_figures(french: str, english: str) -> None:
    assert differences(french, english) == ([], [])


@pytest.mark.parametrize(("french", "english", "only_french", "only_english"), DIFFERENT)
def test_different_figures(french: str, english: str, only_french: list[str], only_english: list[str]) -> None:
    assert differences(french, english) == (only_french, only_english)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Écrivez à aide@lumen.fr ou sur lumen.fr/aide", [Kind.EMAIL, Kind.LINK]),
        ("C'est fini.La suite demain. M.Dupont, c.-à-d. etc.", []),
        ("README.md et plan.py", []),
        ("Lot 1234567, article 33", [Kind.NUMBER, Kind.NUMBER]),
        ("en 2024-2025", [Kind.NUMBER, Kind.NUMBER]),
        ("Appelez le 15 décembre", [Kind.DATE]),
        ("call 15 people", [Kind.NUMBER]),
        ("Composez le 3939.", [Kind.PHONE]),
        ("(514) 555-0142", [Kind.PHONE]),
        ("La faille CVE-2026-1234567, avis RHSA-2026-1234", [Kind.NUMBER] * 4),
        ("Presse - 06-39-98-00-02", [Kind.PHONE]),
        ("LE 12 NOVEMBRE À 14 H 30, PUIS À MIDI : VOIR LUMEN.FR", [Kind.DATE, Kind.TIME, Kind.TIME, Kind.LINK]),
        ("COMPOSEZ LE 3939, Ouvert 24 H/24.", [Kind.PHONE, Kind.ALWAYS]),
        ("2 MILLIONS de lampes", [Kind.NUMBER]),
    ],
)
def test_what_is_what(text: str, kinds: list[Kind]) -> None:
    country = "CA" if "514" in text else "FR"
    assert [figure.kind for figure in figures(text, "fr", country)] == kinds


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("03/05/2026", "fr", {"date5-3"}),
        ("03.05.2026", "fr-CA", {"date5-3"}),
        ("03/05/2026", "en-US", {"date3-5"}),
        ("03/05/2026", "en", {"date3-5", "date5-3"}),
        ("03/05/2026", "en-GB", {"date3-5", "date5-3"}),
        ("13/05/2026", "en-US", {"date5-13"}),
        ("05/13/2026", "fr", {"date5-13"}),
        ("2026-05-03", "fr", {"date5-3"}),
        ("Le 03/05", "fr", {"date5-3"}),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_language(text: str, language: str, days: set[str]) -> None:
    assert [each.readings for each in figures(text, language) if each.kind is Kind.DATE] == [days]


@pytest.mark.parametrize(
    ("text", "language", "kind", "readings", "bare"),
    [
        ("48 à 72 h", "fr", Kind.NUMBER, {"min2880"}, {"48"}),
        ("8 à 20 h", "fr", Kind.TIME, {"8:00", "20:00", "min480"}, {"8"}),
        ("24 à 48 h", "fr", Kind.TIME, {"0:00", "min1440"}, {"24"}),
        ("8h30-9h", "fr", Kind.TIME, {"8:30", "20:30", "min510"}, set()),
        ("8 to 10 am", "en", Kind.TIME, {"8:00", "20:00"}, {"8"}),
    ],
)
def test_the_first_of_a_range_is_read_with_the_unit_of_the_last(
    text: str, language: str, kind: Kind, readings: set[str], bare: set[str]
) -> None:
    first = figures(text, language)[0]
    assert first.kind is kind
    assert first.readings == readings
    assert first.bare == bare


@given(st.text(alphabet="0123456789 .,:/-+()hàpmnovembrHPMV{}@", max_size=60), st.sampled_from(["fr", "en", "de"]))
def test_a_text_agrees_with_itself_and_figures_stand_where_they_say(text: str, language: str) -> None:
    found = figures(text, language, "FR")
    assert missing(found, found, text) == []
    assert all(text[figure.start : figure.end] == figure.typed for figure in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
