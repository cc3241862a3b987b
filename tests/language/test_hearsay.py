"""French conditionals: those that pass on a guess, and those that do not."""

import pytest

from planbuilder.language.hearsay import hearsay
from planbuilder.language.sentences import read_words


@pytest.mark.parametrize(
    "text",
    [
        "L'incendie serait dû à un mégot.",
        "On dénombrerait quinze blessés.",
        "On serait face à un acte volontaire.",
        "Le pirate détiendrait les dossiers de paie.",
        "Deux salariés connaîtraient l'auteur.",
    ],
)
def test_a_conditional_of_the_third_person_passes_on_a_guess(text: str) -> None:
    assert list(hearsay(read_words(text, "fr")))


@pytest.mark.parametrize(
    "text",
    [
        "Toute mère serait inquiète à votre place.",
        "On serait choqué à moins.",
        "Moi aussi, ça me ferait bondir.",
        "Il serait trop tôt pour vous donner une cause.",
        "Sans vos appels, l'alerte aurait tardé.",
        "Le préfet retirait son arrêté et la foule rentrait.",
        "Le train devrait repartir à 18 h.",
    ],
)
def test_what_anyone_would_feel_what_depends_and_what_was_are_no_guess(text: str) -> None:
    assert not list(hearsay(read_words(text, "fr")))
