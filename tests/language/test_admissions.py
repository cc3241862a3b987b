"""What admits a fault is quoted as it was typed."""

import pytest

from planbuilder.language.admissions import admission
from planbuilder.plan import Text


@pytest.mark.parametrize(
    ("language", "said", "quoted"),
    [
        ("en", "It WAS our\n  fault.", "It WAS our fault"),
        ("en-GB", "We will compensate you.", "We will compensate"),
        ("fr", "C’EST NOTRE ERREUR.", "C’EST NOTRE ERREUR"),
        ("fr-CA", "Nous\u00a0vous   remboursons.", "Nous vous remboursons"),
        ("en", "We are checking.", None),
        ("de", "It was our fault.", None),
        ("en", "You will receive a check for $1,500.", "You will receive a check for $1,500"),
    ],
)
def test_an_admission_is_quoted_as_typed(language: str, said: str, quoted: str | None) -> None:
    assert admission(Text({language: said})) == quoted


@pytest.mark.parametrize(
    "said",
    [
        "It’s our fault.",
        "The fault is ours.",
        "The blame lies with us.",
        "That is on us.",
        "We own that.",
        "We got it wrong.",
        "We got this badly wrong.",
        "We made mistakes.",
        "We’ve made mistakes.",
        "We've failed you.",
        "We take full responsibility and treat it seriously.",
        "We have made serious errors.",
        "We are responsible for the security breach.",
        "We take responsibility for your loss.",
        "It was our responsibility to check.",
        "It came from a valve that we should have replaced.",
        "We will pay your medical bills.",
        "We’ll pay their rent.",
        "We will cover your costs.",
        "We will cover all your medical bills.",
        "We will give each customer 20 euros.",
        "We will send £50 to each family.",
        "You will receive a check for $500.",
        "You will receive a cheque.",
        "You'll get 20 € back.",
        "Compensation will be paid.",
    ],
)
def test_a_fault_or_money_is_found_in_many_words(said: str) -> None:
    assert admission(Text({"en": said}))


@pytest.mark.parametrize(
    "said",
    [
        "C'est de notre faute.",
        "Il s'agit de notre erreur.",
        "Nous nous sommes trompés.",
        "Nous nous sommes lourdement trompées.",
        "L’erreur vient de nous.",
        "Nous avons fait erreur.",
        "C'était notre responsabilité de vérifier.",
        "Nous sommes responsables de la panne.",
        "La faute est la nôtre.",
        "Nous allons tous vous rembourser.",
        "Nous payerons vos frais.",
        "Les frais sont à notre charge.",
        "Nous verserons 500 euros à chaque famille.",
        "Nous vous verserons une somme.",
        "Nous versons à chaque famille 500 €.",
        "Nous prenons en charge tous vos frais.",
        "Nous prendrons en charge vos frais médicaux.",
        "Vous recevrez un chèque.",
        "Vous recevrez chacun 1 000 euros.",
        "Une indemnité sera versée.",
    ],
)
def test_a_french_fault_or_money_is_found_in_many_words(said: str) -> None:
    assert admission(Text({"fr": said}))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Nous sommes responsables de votre sécurité."),
        ("fr", "Nous sommes responsables du traitement de vos données."),
        ("fr", "Nous sommes désolés."),
        ("fr", "Nous prenons en charge les blessés."),
        ("fr", "L'erreur vient de notre fournisseur."),
        ("fr", "Vous recevrez un message à 12 h."),
        ("fr", "Vous recevrez une facture de 20 euros."),
        ("fr", "Les enfants sont à notre charge."),
        ("fr", "Ce n'est pas de notre faute."),
        ("fr", "Nous ne prendrons pas en charge vos frais."),
        ("en", "We take responsibility for your safety seriously."),
        ("en", "We are responsible for your safety."),
        ("en", "We are responsible for our guests’ safety."),
        ("en", "We take responsibility very seriously."),
        ("en", "We take responsibility for your data seriously."),
        ("en", "It is on us to keep you informed."),
        ("en", "We own this building."),
        ("en", "We made no mistakes."),
        ("en", "We should have fixed it by noon."),
        ("en", "We will cover this story."),
        ("en", "We will give more news at 5 pm."),
        ("en", "You will receive a bill for 20 euros."),
        ("en", "You will get a message within 2 hours."),
        ("en", "We offer lamps at 20 euros."),
        ("en", "We are very sorry."),
    ],
)
def test_a_duty_or_an_answer_is_no_admission(language: str, said: str) -> None:
    assert admission(Text({language: said})) is None
