"""What people do in a crisis is told by the build of a sentence, whatever the verb."""

import pytest

from planbuilder.language.lexicon import lexicon
from planbuilder.language.sentences import read_words
from planbuilder.language.tone import needs_met

FRENCH = """
    acheminons aérons affichons aidons ajoutons allégeons améliorons annulons appelons arrêtons assainissons assistons
    attribuons balisons barrons bloquons changeons chauffons coupons créons créditons débloquons déblayons débranchons
    décalons dédommageons démontons dépannons déplaçons désinfectons déployons distribuons doublons drainons échangeons
    éclairons enlevons équipons étayons évacuons examinons expédions fermons finançons formons fournissons hébergeons
    informons inspectons installons isolons jetons lavons livrons logeons louons modifions nettoyons nourrissons offrons
    organisons ouvrons payons pompons portons posons prélevons prêtons prévenons prolongeons protégeons purgeons
    ramassons ramenons rebouchons recrutons rectifions réduisons réglons relogeons remboursons remettons remplaçons
    renforçons renvoyons réparons reportons rétablissons restaurons restituons retirons sécurisons séparons servons
    signalons soignons sondons stockons surveillons suspendons testons traitons transférons transportons trions
    vaccinons vérifions versons vidons visitons
    """
ENGLISH = """
    adding blocking building bringing carrying changing checking cleaning clearing closing collecting compensating
    cooking correcting counting covering cutting delivering digging distributing draining driving emptying evacuating
    examining exchanging extending feeding fetching filling fixing giving heating helping hiring hosting inspecting
    installing inviting isolating lending lifting loading lowering marking mending moving notifying opening ordering
    painting paying placing printing pumping rebooking rebuilding recalling refunding relaying removing renting
    repairing replacing reprinting rescuing resetting restoring retesting returning reviewing rewriting sampling
    scanning searching securing sending separating serving shipping sorting spraying stopping strengthening supplying
    surveying swapping switching testing towing transferring treating turning updating vaccinating ventilating visiting
    warning washing watching weighing wiping withdrawing writing
    """


def done(text: str, language: str) -> bool:
    return "action" in needs_met(read_words(text, language), lexicon(language))


@pytest.mark.parametrize("verb", FRENCH.split())
def test_what_we_do_in_french_is_a_deed(verb: str) -> None:
    assert done(f"Nous {verb} les sacs.", "fr")


@pytest.mark.parametrize("verb", ENGLISH.split())
def test_what_we_are_doing_in_english_is_a_deed(verb: str) -> None:
    assert done(f"We are {verb} the bags.", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nous restons à l'écoute."),
        ("fr", "Nous disons la vérité."),
        ("fr", "Nous regrettons cette attente."),
        ("fr", "Nous comprenons votre colère."),
        ("en", "We are hoping for the best."),
        ("en", "We are feeling the same."),
        ("en", "We are aware of it."),
    ],
)
def test_what_we_feel_say_or_are_is_none(language: str, text: str) -> None:
    assert not done(text, language)
