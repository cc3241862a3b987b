"""Figures that two languages write differently are the same; figures that differ are found."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.figures import Kind, figures, missing

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
    ("1,5 million", "1.5 million"),
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


@given(st.text(alphabet="0123456789 .,:/-+()hàpmnovembrHPMV{}@", max_size=60), st.sampled_from(["fr", "en", "de"]))
def test_a_text_agrees_with_itself_and_figures_stand_where_they_say(text: str, language: str) -> None:
    found = figures(text, language, "FR")
    assert missing(found, found, text) == []
    assert all(text[figure.start : figure.end] == figure.typed for figure in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
