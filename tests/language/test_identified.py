"""Who is recognised in French without a title."""

import pytest

from planbuilder.language.identified import identified
from planbuilder.language.lexicon import lexicon
from planbuilder.language.sentences import read_words


def known(text: str) -> bool:
    return any(identified(read_words(text, "fr", {}), lexicon("fr"), frozenset()))


@pytest.mark.parametrize(
    "text",
    [
        "Chère Delphine Aubry, 5 rue Neuve, votre colis est en retard.",
        "Bonjour Sonia Belkacem, vous habitez toujours 8 allée des Pins ?",
        "Bonjour Monsieur Kessler, votre prothèse de hanche est arrivée.",
        "Le fils du boulanger, 8 ans, a été transporté au CHU.",
        "C'est la fille des Tremblay, au 44 du rang Saint-Joseph, qui a été mordue.",
        "L'élève qui a été agressée, Inès Haddad, de 3e C, reste chez elle.",
        "Le bénéficiaire du secours, Yvan Marti, chemin des Cèdres 9, a été reçu.",
    ],
)
def test_who_is_greeted_of_kin_or_named_with_a_street_or_a_class_is_recognised(text: str) -> None:
    assert known(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Sonia, votre colis est arrivé.",
        "Bonjour Monsieur Kessler, votre train part de la place de la Gare à 9 h.",
        "Le fils d'une cliente, 8 ans, a été transporté au CHU.",
        "La femme du passager a été prévenue.",
        "La directrice de l'école, Inès Haddad, place de la Mairie, vous reçoit à 9 h.",
        "L'élève sera reçu par la principale, Inès Haddad, à 14 h.",
        "Le père des enfants, 40 ans, est sauf.",
    ],
)
def test_who_only_speaks_or_stays_unnamed_is_not(text: str) -> None:
    assert not known(text)
