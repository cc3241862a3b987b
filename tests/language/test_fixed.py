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
    ("De 14 h à 15 h, nos serveurs ont été en panne.", "fr", ["14 h", "15 h"]),
    ("Entre 14 h et 15 h, le site était coupé.", "fr", ["14 h", "15 h"]),
    ("La panne a duré de 14 h à 15 h.", "fr", ["14 h", "15 h"]),
    ("From 2 pm to 3:15 pm, our site was down.", "en", ["2 pm", "3:15 pm"]),
    ("Customers could not pay from 2 pm to 3 pm.", "en", ["2 pm", "3 pm"]),
    ("Jusqu'à 22 h, la circulation est coupée.", "fr", ["22 h"]),
    ("The fire burned until 10 pm. Call 0800 123 456.", "en", ["10 pm"]),
    ("Customers could not reach us until 10 pm.", "en", ["10 pm"]),
    ("La mise en place du 8 mai, le cours du 9 mai", "fr", ["8 mai", "9 mai"]),
    ("50 m of cable have burnt", "en", ["50 m"]),
    ("L'incendie s'est approché à 200 m des maisons", "fr", ["200 m"]),
    ("Stay home. 50 metres of cable have burnt", "en", ["50"]),
    ("Keep calm: 50 people are safe", "en", ["50"]),
    ("Stay indoors: 50 m of wall fell", "en", ["50 m"]),
    ("Confinez-vous jusqu'à 18 h et appelez le 15.", "fr", ["18 h"]),
    ("Stay indoors until 6 pm and call us if you are ill.", "en", ["6 pm"]),
    ("200 repas servis à midi", "fr", ["200", "midi"]),
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
    ("Notre standard répond jusqu'à 22 h.", "fr"),
    ("Jusqu'à 22 h, appelez le 0 800 00 00 00.", "fr"),
    ("You can call us until 10 pm.", "en"),
    ("Call 0800 123 456 until 10 pm.", "en"),
    ("Call {phone} until 10 pm.", "en"),
    ("We speak English from 9 am until 6 pm, de 9 h jusqu'à 18 h", "en"),
    ("De 8 h à 20 h, une équipe que nous avons formée vous répond.", "fr"),
    ("Un lieu d'écoute a été mis en place de 8 h à 20 h.", "fr"),
    ("Le marché a lieu de 14 h à 16 h.", "fr"),
    ("Le musée qui a été inondé ouvre de 10 h à 18 h.", "fr"),
    ("The pool that was closed reopens from 10 am to 6 pm.", "en"),
    ("Distance de sécurité : 3 m de la clôture.", "fr"),
    ("We take your calls and answer until 10 pm and after.", "en"),
    ("There is a visit from 2 pm to 3 pm.", "en"),
    ("Sehen Sie, was geschieht, 14-15 Uhr", "de"),
    ("L'équipe a été renforcée : de 8 h à 20 h, un conseiller est là.", "fr"),
    ("From 8 am to 8 pm, a team that was trained answers you.", "en"),
    ("Rendez-vous au 3, rue du 11 Novembre, ou place du 8 mai 1945.", "fr"),
    ("Les repas de midi et la pause de midi sont maintenus. The midday meal is free.", "fr"),
    ("Nous répondons 24 h sur 24, 7 jours sur 7.", "fr"),
    ("Stay 50 m away. Keep at least 50 metres away, and 2.5 km from the smoke.", "en"),
    ("Restez à plus de 100 mètres, éloignez-vous de 1 000 m au moins.", "fr"),
    ("Les urgences restent sur appel au 15 jusqu'à nouvel ordre.", "fr"),
]


@pytest.mark.parametrize(("text", "language", "facts"), FIXED)
def test_fixed(text: str, language: str, facts: list[str]) -> None:
    assert fixed_facts(text, language, "FR") == facts


@pytest.mark.parametrize(("text", "language"), HARMLESS)
def test_harmless(text: str, language: str) -> None:
    assert fixed_facts(text, language, "FR") == []
