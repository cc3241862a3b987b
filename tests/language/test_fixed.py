"""What will be wrong on the day, and what looks like it and is not."""

import pytest

from planbuilder.language.fixed import fixed_facts

FIXED = [
    ("Prochain point à 14 h.", "fr", ["14 h"]),
    ("Prochain point à 14h30.", "fr", ["14h30"]),
    ("Next update at 2 pm.", "en", ["2 pm"]),
    ("Next update at 2:30 p.m. here", "en", ["2:30 p.m."]),
    ("Point à midi.", "fr", ["midi"]),
    ("Le 12 novembre, un incident", "fr", ["12 novembre"]),
    ("On November 12, an incident", "en", ["November 12"]),
    ("Le 12/11, un accès a été constaté.", "fr", ["12/11"]),
    ("Depuis le 12/11, la vente est arrêtée", "fr", ["12/11"]),
    ("200 clients sont touchés", "fr", ["200"]),
    ("1 840 clients et 3 blessés", "fr", ["1 840", "3"]),
    ("1,5 million de clients, 10k lamps", "fr", ["1,5 million", "10k"]),
    ("30 % des commandes", "fr", ["30"]),
    ("vendu du 12 au 14 novembre", "fr", ["12", "14 novembre"]),
    ("30% of orders, 12 shops", "en", ["30", "12"]),
    ("un appel au 15 jusqu'au 12 mars", "fr", ["12 mars"]),
    ("un appel au 16 jusqu'au soir", "fr", ["16"]),
    ("15 patients sont soignés", "fr", ["15"]),
]
HARMLESS = [
    ("Appelez le 0 800 00 00 00, de 8 h à 20 h.", "fr"),
    ("Call 0800 123 456 from 8 am to 8 pm.", "en"),
    ("Ouvert jusqu'à 20 h.", "fr"),
    ("Open 9-18 h, 24/7, 7 j/7", "fr"),
    ("Joignable du lundi au vendredi, 9h-18h", "fr"),
    ("Réponse sous 24 h, au plus tard dans les 72 h.", "fr"),
    ("We answer within 24 hours, every 4 hours.", "en"),
    ("Remboursement de 50 € ou 30 EUR", "fr"),
    ("Notre siège, 12 rue des Lilas, 12 bis, avenue Foch", "fr"),
    ("Article 33, étape 2, niveau 3, n° 12, lot 2417 concerné", "fr"),
    ("100 % de nos équipes sont mobilisées", "fr"),
    ("Appelez le 15 ou le 112.", "fr"),
    ("La 1re étape, le 2e point, the 3rd step", "fr"),
    ("Prochain point à {heure} : {nombre} clients", "fr"),
    ("COVID-19, Alba2", "fr"),
    ("Composez le 15 avant de venir.", "fr"),
    ("libfoo 2.4.1 lets attackers in, and 2.4 too", "en"),
    ("Service client : lundi-vendredi 9h00-18h00, samedi 9h-12h. Tél. 3639 (0,15 €/min).", "fr"),
    ("2 millions d'euros", "fr"),
    ("Depuis deux jours", "fr"),
    ("L'accès passe par un appel au 15 jusqu'au {reouverture}.", "fr"),
    ("Les urgences restent sur appel au 15 jusqu'à nouvel ordre.", "fr"),
]


@pytest.mark.parametrize(("text", "language", "facts"), FIXED)
def test_fixed(text: str, language: str, facts: list[str]) -> None:
    assert fixed_facts(text, language, "FR") == facts


@pytest.mark.parametrize(("text", "language"), HARMLESS)
def test_harmless(text: str, language: str) -> None:
    assert fixed_facts(text, language, "FR") == []
