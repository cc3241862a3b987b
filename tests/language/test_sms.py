"""Text messages: which alphabet, how many parts, and because of which characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.sms import BASIC, EXTENDED, message, shown
from planbuilder.messages import say_value

IN_GSM = "éèùàìòÉÇÄÖÑÜäöñüåÅæÆøØß£$¥€@&%#!?()[]{}<>=+-*/:;,.'\"_§¡¿ \n"
NOT_IN_GSM = "êçôûîâëïœŒÊÈÀÔ’‘“”«»–—…•→\u00a0\u202fÿŸ°²½✓😀漢я`´¨"


@pytest.mark.parametrize("char", IN_GSM)
def test_in_the_alphabet(char: str) -> None:
    assert message(char).costly == ()


@pytest.mark.parametrize("char", NOT_IN_GSM)
def test_outside_the_alphabet(char: str) -> None:
    assert message(char).costly == (char,)


@pytest.mark.parametrize(
    ("text", "units", "parts"),
    [
        ("", 0, 1),
        ("a" * 160, 160, 1),
        ("a" * 161, 161, 2),
        ("a" * 306, 306, 2),
        ("a" * 307, 307, 3),
        ("a" * 459, 459, 3),
        ("é" * 160, 160, 1),
        ("€" * 80, 160, 1),
        ("a" + "€" * 80, 161, 2),
        ("€" * 153, 306, 3),
        ("a" * 152 + "€" + "a" * 100, 254, 2),
        ("ê" * 70, 70, 1),
        ("ê" * 71, 71, 2),
        ("ê" * 134, 134, 2),
        ("ê" * 135, 135, 3),
        ("😀" * 35, 70, 1),
        ("😀" * 36, 72, 2),
        ("😀" * 67, 134, 3),
        ("e\u0301" * 160, 160, 1),
        ("c\u0327" * 70, 70, 1),
    ],
)
def test_parts(text: str, units: int, parts: int) -> None:
    counted = message(text)
    assert (counted.units, counted.parts) == (units, parts)


def test_the_costly_characters_are_named_once_in_order() -> None:
    counted = message("L’été, ça brûle ; l’hiver « gèle »")
    assert counted.costly == ("’", "ç", "û", "«", "»")
    assert counted.limit == 70


def test_the_alphabet_has_128_places_less_escape() -> None:
    assert (len(BASIC), len(EXTENDED)) == (127, 10)


@given(st.text(max_size=200), st.text(max_size=40))
def test_more_text_never_takes_fewer_parts(text: str, more: str) -> None:
    assert message(text + " " + more).parts >= message(text).parts


@pytest.mark.parametrize(
    ("char", "said"),
    [
        ("ê", "ê"),
        ("’", "’"),
        ("😀", "😀"),
        ("\u00a0", "the no-break space"),
        ("\u202f", "the no-break space"),
        ("\u200b", "an invisible character (U+200B)"),
        ("\u2009", "an invisible character (U+2009)"),
        ("\ufe0f", "an invisible character (U+FE0F)"),
        ("\u3164", "an invisible character (U+3164)"),
    ],
)
def test_a_character_that_nobody_sees_is_told_by_its_name(char: str, said: str) -> None:
    assert say_value(shown(char), "en") == said
