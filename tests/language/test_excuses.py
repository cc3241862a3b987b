"""What makes words harmless where they stand, and what does not."""

import pytest

from planbuilder.language.tone import Asked, House, judge

CASES = [
    ("en", "TONE-JARGON", "The hospital is dealing with ransomware, a program that locks files.", False),
    ("en", "TONE-JARGON", "The hospital is dealing with ransomware and keeps its doors open.", True),
    ("fr", "TONE-JARGON", "C'est un rançongiciel, c'est-à-dire un programme qui bloque les fichiers.", False),
    ("fr", "TONE-JARGON", "C'est un rançongiciel, et nos équipes y travaillent.", True),
    ("en", "TONE-NONAPOLOGY", "We apologise, and if the error cost you a fee, we will refund it.", False),
    ("en", "TONE-NONAPOLOGY", "We apologise if you were offended.", True),
    (
        "fr",
        "TONE-NONAPOLOGY",
        "Nous présentons nos excuses et, si cette erreur vous a coûté, nous paierons.",
        False,
    ),
    ("fr", "TONE-NONAPOLOGY", "Nous présentons nos excuses si certains ont été choqués.", True),
    ("en", "TONE-OVERPROMISE", "I cannot promise that this will never happen again.", False),
    ("en", "TONE-OVERPROMISE", "I promise that this will never happen again.", True),
    ("fr", "TONE-OVERPROMISE", "Rentrez les objets seulement si vous pouvez le faire sans risque.", False),
    ("fr", "TONE-OVERPROMISE", "Vous pouvez boire cette eau, elle est sans risque.", True),
    ("en", "TONE-SPECULATION", "You have probably seen the video.", False),
    ("en", "TONE-SPECULATION", "Reports said the plant would probably close. That is incorrect.", False),
    ("en", "TONE-SPECULATION", "The fire was probably caused by a battery.", True),
    ("fr", "TONE-SPECULATION", "Vous avez sans doute vu la vidéo.", False),
    ("fr", "TONE-SPECULATION", "L'incendie vient sans doute d'un court-circuit.", True),
]


@pytest.mark.parametrize(("language", "check", "text", "found"), CASES)
def test_words_are_excused_where_they_are_right_and_nowhere_else(
    language: str, check: str, text: str, *, found: bool
) -> None:
    faults = judge(text, language, Asked(whole=False), House())
    assert (check in {fault.check for fault in faults}) is found
