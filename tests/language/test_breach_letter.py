"""The letter after a data breach: each part that the law asks for is found by its words, in French and English."""

import pytest

from planbuilder.language.breach_letter import missing_parts
from planbuilder.messages import render

FRENCH = {
    "what happened": "Le {date}, une personne a copié votre adresse.",
    "what it may lead to": "Vous pourriez recevoir des tentatives d'hameçonnage.",
    "what we did": "Nous avons fermé l'accès et prévenu la CNIL.",
    "what they can do": "Méfiez-vous des messages qui demandent un code.",
    "how to reach the data protection officer": "Notre déléguée à la protection des données : dpo@lumen.example.",
}
ENGLISH = {
    "what happened": "On {date}, someone copied your address.",
    "what it may lead to": "It could be used for phishing.",
    "what we did": "We have closed the access.",
    "what they can do": "Be wary of messages asking for a code.",
    "how to reach the data protection officer": "Write to our data protection officer: dpo@lumen.example.",
}


def missing(text: str, language: str) -> list[str]:
    return [render(part, "en") for part in missing_parts(text, language)]


@pytest.mark.parametrize(("letter", "language"), [(FRENCH, "fr"), (ENGLISH, "en"), (FRENCH, "fr-CA")])
def test_a_whole_letter_lacks_nothing(letter: dict[str, str], language: str) -> None:
    assert missing(" ".join(letter.values()), language) == []


@pytest.mark.parametrize("part", list(FRENCH))
@pytest.mark.parametrize(("letter", "language"), [(FRENCH, "fr"), (ENGLISH, "en")])
def test_each_part_that_is_left_out_is_missed(letter: dict[str, str], language: str, part: str) -> None:
    assert missing(" ".join(text for key, text in letter.items() if key != part), language) == [part]


@pytest.mark.parametrize(
    ("language", "part", "text"),
    [
        ("fr", "what happened", "Une personne extérieure a lu votre dossier."),
        ("fr", "what happened", "Vos coordonnées ont été exposées."),
        ("fr", "what happened", "Votre relevé a été envoyé à la mauvaise personne."),
        ("fr", "what it may lead to", "Ce que cela peut entraîner : de faux messages ou de faux appels."),
        ("en", "what happened", "Someone outside the company read your messages."),
        ("en", "what happened", "Your address was exposed."),
        ("en", "what happened", "Your file was viewed by a stranger."),
        ("en", "what happened", "Your list was published."),
        ("en", "what it may lead to", "This can lead to fake messages."),
        ("en", "what we did", "We took systems offline."),
        ("en", "what we did", "We wiped it remotely and told the police."),
        ("en", "what we did", "Actions taken: servers apart."),
        ("fr", "what we did", "Mesures prises : serveurs isolés."),
        ("fr", "what we did", "Mesures prises\u00a0: serveurs isolés."),
        ("fr", "what we did", "Nous avons pris des mesures."),
        ("fr", "what we did", "Nous avons effacé le téléphone."),
        ("fr", "what happened", "Un rançongiciel a chiffré nos fichiers."),
        ("fr", "what happened", "Un inconnu a chiffré nos fichiers."),
        ("fr", "what happened", "Quelqu'un a pris vos données."),
        ("fr", "what happened", "Quelqu’un s’est introduit dans notre système."),
        ("fr", "what happened", "Un ordinateur a disparu."),
        ("fr", "what happened", "Nous avons égaré une clé."),
        ("fr", "what happened", "Des dossiers ont été dérobés."),
        ("fr", "what happened", "Nous avons envoyé votre dossier à un autre client par erreur."),
        ("en", "what happened", "Ransomware was found on our servers."),
        ("en", "what happened", "An outsider encrypted our files."),
        ("en", "what happened", "Someone stole information about members."),
        ("en", "what happened", "Criminals took your name."),
        ("en", "what happened", "A laptop holding your file is missing."),
        ("en", "what happened", "We emailed your file to the wrong person."),
        ("en", "what happened", "We sent your records to another customer by mistake."),
        ("en", "what happened", "A burglar broke into our office."),
    ],
)
def test_each_part_may_be_said_in_many_words(language: str, part: str, text: str) -> None:
    letter = {**(FRENCH if language == "fr" else ENGLISH), part: text}
    assert missing(" ".join(letter.values()), language) == []


@pytest.mark.parametrize(
    ("language", "part", "text"),
    [
        ("en", "what we did", "We took your trust to heart."),
        ("en", "what we did", "Criminals took your name."),
        ("en", "what happened", "Our team took systems offline."),
        ("en", "what happened", "We sent this letter to you."),
        ("en", "what happened", "Your files are encrypted."),
        ("fr", "what we did", "Un inconnu a pris vos données."),
        ("fr", "what we did", "Les mesures prises vous seront dites."),
        ("fr", "what happened", "Notre équipe a pris des mesures."),
        ("fr", "what happened", "Vos fichiers sont chiffrés."),
    ],
)
def test_other_words_do_not_pass_for_a_part(language: str, part: str, text: str) -> None:
    letter = {**(FRENCH if language == "fr" else ENGLISH), part: text}
    assert missing(" ".join(letter.values()), language) == [part]


def test_training_is_no_consequence() -> None:
    letter = {**FRENCH, "what it may lead to": "Nous suivons un entraînement."}
    assert missing(" ".join(letter.values()), "fr") == ["what it may lead to"]


@pytest.mark.parametrize(
    "text",
    ["Write to our data protection officer.", "Write to us: aide@lumen.example."],
)
def test_the_officer_needs_a_name_and_a_way_to_reach_them(text: str) -> None:
    assert "how to reach the data protection officer" in missing(text, "en")


def test_a_language_whose_words_are_not_known_is_not_judged() -> None:
    assert missing("Hallo.", "de") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Isabelle Caron, responsable de la protection des renseignements personnels, répond au 819-555-0311.",
            "fr-CA",
        ),
        ("La responsable de l'accès aux documents et de la protection des renseignements : 819-555-0311.", "fr-CA"),
        ("Call Isabelle Caron, in charge of the protection of personal information, at 819-555-0311.", "en-CA"),
    ],
)
def test_the_officer_has_another_title_in_quebec(text: str, language: str) -> None:
    assert "how to reach the data protection officer" not in missing(text, language)
