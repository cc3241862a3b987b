"""Marks and blanks in texts of any kind and length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.admissions import admission
from planbuilder.language.fiction import has_fictional_domain, is_fictional_number, numbers_in
from planbuilder.language.leftovers import denied, instruction, leftover, undecided
from planbuilder.plan import Text

WORDS = st.lists(
    st.sampled_from(["TODO", "[", "]", "DATE", "{{", "}}", "name", "$", "_", "à compléter", " ", "\n", "é"])
)


@given(st.one_of(st.text(), WORDS.map("".join)))
def test_a_leftover_stands_in_the_text(text: str) -> None:
    left = leftover(text)
    assert left is None or left in text


@given(st.text())
def test_an_instruction_stands_in_the_text(text: str) -> None:
    told = instruction(text)
    assert told is None or told in " ".join(text.split())


PIECES = (
    "(insert ",
    "<date ",
    "%date",
    "${date",
    "XX/",
    "__ ",
    "JJ/",
    "format ",
    "a.",
    "[a",
    "we made a  ",
    "à ",
    "insert a ",
    "0 1 ",
    "_",
    "$A",
    "{{a",
    "formulaire ",
    "www.a",
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Prochain point à XXhXX.", "XXhXX"),
        ("Prochain point à XX\u00a0h", "XX\u00a0h"),
        ("Prochain point à XX h XX", "XX h XX"),
        ("xxhxx", "xxhxx"),
        ("Point à XX:XX", "XX:XX"),
        ("le XX/XX à midi", "XX/XX"),
        ("le JJ/MM", "JJ/MM"),
        ("le jj/mm/aa", "jj/mm/aa"),
        ("Réunion du JJ/MM/AAAA", "JJ/MM/AAAA"),
        ("le JJ.MM.AAAA", "JJ.MM.AAAA"),
        ("on DD/MM/YYYY", "DD/MM/YYYY"),
        ("am DD.MM.YYYY", "DD.MM.YYYY"),
        ("on MM/DD/YYYY", "MM/DD/YYYY"),
        ("at HH:MM", "HH:MM"),
        ("à HHhMM", "HHhMM"),
        ("à __h__", "__h__"),
        ("à __ h", "__ h"),
        ("le __/__/____", "__/__/____"),
        ("à <heure>", "<heure>"),
        ("<Heure du prochain point>", "<Heure du prochain point>"),
        ("à ${heure}", "${heure}"),
        ("à %heure%", "%heure%"),
        ("Bonjour %NOM_CLIENT%", "%NOM_CLIENT%"),
        ("Merci de saisir la demande. Réponse le JJ/MM", "JJ/MM"),
        ("Report (DD/MM", "DD/MM"),
        ("DD/MM)", "DD/MM"),
    ],
)
def test_a_blank_of_a_template_is_a_leftover(text: str, left: str) -> None:
    assert leftover(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Point à 18 h, heure de Paris, le 12/10",
        "au XXe siècle, en taille XXL",
        "le chromosome XX",
        "MM. Dupont et Roux",
        "J/M",
        "add/mm",
        "Ahhh",
        "**Point** à __18__ h",
        "__important__ /__",
        "un <b>mot</b> en gras",
        "<https://lumen.example/heure>",
        "<date@lumen.example>",
        "x < y et y > z",
        "We refund ${amount} to each of you, ${number} in all.",
        "moins de 5 % des clients, entre 5% et 10%",
        "50%heures%",
        "%APPDATA%",
        "Écrivez la date au format JJ/MM/AAAA",
        "Name the file DD/MM/YYYY",
        "Indiquez votre date de naissance : JJ/MM/AAAA",
        "Donnez la date de l'achat (JJ/MM/AAAA).",
    ],
)
def test_what_only_resembles_a_blank_of_a_template_is_none(text: str) -> None:
    assert leftover(text) is None


def look_through(text: str) -> tuple[str | None, str | None]:
    """Everything here that reads a text; `scripts/bench_hostile.py` says how fast."""
    numbers_in(text)
    has_fictional_domain(text)
    admission(Text({"en": text, "fr": text}))
    return leftover(text), instruction(text)


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_of_the_same_is_read_to_its_end(piece: str) -> None:
    found, _ = look_through(piece * (100_000 // len(piece)) + " TODO")
    assert found is not None


@pytest.mark.parametrize(
    ("number", "fictional"),
    [
        ("+33639980001", True),
        ("+33199000010", True),
        ("+15145550104", True),
        ("+447700900123", True),
        ("+33612345678", True),
        ("+33800000000", True),
        ("+33639970001", False),
        ("+15145551104", False),
        ("+33800123456", False),
    ],
)
def test_numbers_that_nobody_has(number: str, fictional: bool) -> None:
    assert is_fictional_number(number) is fictional


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 01 99 00 00 20, please", ["01 99 00 00 20"]),
        ("+33 6 39 98 00 01 or (514) 555-0104.", ["+33 6 39 98 00 01", "514 555-0104"]),
        ("In 2026 we sold 1 840 lamps for 100 000 000 euros", []),
        ("a12345678901", []),
    ],
)
def test_what_looks_like_a_number_in_a_text(text: str, numbers: list[str]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("text", "is_open", "is_none"),
    [
        ("…", True, False),
        ("à définir", True, False),
        ("TODO", True, False),
        ("n/a", True, True),
        ("N/A.", True, True),
        ("—", True, True),
        ("vault", False, False),
        ("n/a, see the vault", False, False),
        ("-- the vault", False, False),
    ],
)
def test_an_answer_that_is_open_is_not_one_that_there_is_none(text: str, is_open: bool, is_none: bool) -> None:
    assert (undecided(text), denied(text)) == (is_open, is_none)
