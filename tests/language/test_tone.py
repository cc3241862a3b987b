"""The judge of words: scope, needs, house words; any text at all."""

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.lexicon import lexicon
from planbuilder.language.readability import lix, reading_score
from planbuilder.language.sentences import read_words
from planbuilder.language.tone import NEEDS, Asked, House, judge, sort_of_blank, tongue

VOUS = House(address="vous")


def found(text: str, language: str = "en", kind: str | None = None, house: House = VOUS) -> set[str]:
    return {fault.check.removeprefix("TONE-") for fault in judge(text, language, Asked(kind), house)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This is not a minor incident."),
        ("en", "“Only 12 customers are affected”, claims a post."),
        ("en", "We cannot promise that this will never happen again."),
        ("en", "There is no such thing as zero risk."),
        ("en", "We are sorry. If you have questions, call 0800 000 000."),
        ("en", "An error was made by our team."),
        ("fr", "Ce n'est pas un petit incident."),
        ("fr", "Le risque zéro n'existe pas."),
        ("fr", "Nous formons nos équipes pour que cela ne se reproduise plus jamais."),
        ("fr", "Une erreur a été commise par notre équipe."),
        ("fr", "Cela n'aurait pas dû arriver."),
        ("fr", "Il serait utile de nous écrire à aide@banque.example."),
        ("fr", "Votre lampe est garantie deux ans."),
        ("fr", "Le défaut est le nôtre, pas celui de notre transporteur."),
        ("fr", "Un message affirme que nos lampes seraient toxiques."),
        ("en", "Prefer to talk? Call us on 0800 123 456."),
        ("en", "If anyone near the boiler becomes drowsy or dizzy, get out."),
        ("en", "The cases may be linked to our product; we are checking."),
        ("en", "A child fell asleep beside the heater and was burnt."),
        ("en", "If the retailer did not refund you, write to us."),
        ("en", "You will not be punished for speaking up."),
        ("fr", "Les cas pourraient être liés à notre produit ; nous vérifions."),
        ("fr", "Nous sommes responsables, et non nos distributeurs."),
        ("fr", "Tout remboursement sera viré sur votre compte."),
    ],
)
def test_traps_are_no_faults(language: str, text: str) -> None:
    assert found(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "check"),
    [
        ("en", "This is a minor incident.", "MINIMISE"),
        ("fr", "L’incendie serait dû à un court-circuit.", "SPECULATION"),
        ("fr", "SI CERTAINS ONT ÉTÉ CHOQUÉS, NOUS NOUS EN EXCUSONS.", "NONAPOLOGY"),
        ("fr", "Il n\u2019y a pas lieu de s\u2019inquie\u0301ter.", "DISMISS-EMOTION"),
        ("en", "Don’t panic.", "DISMISS-EMOTION"),
        ("en", "Mr Paul Barker, 54, is injured.", "PERSONAL-DATA"),
        ("en", "The cases may be linked to our product.", "SPECULATION"),
        ("en", "We regret that this situation occurred.", "NONAPOLOGY"),
        ("en", "Had the retailer kept the product cold, nobody would have been ill.", "BLAME"),
        ("en", "Retailers, not Fresco, are responsible for storage.", "BLAME"),
        ("en", "We have every reason to believe the product is safe.", "OVERPROMISE"),
        ("en", "Do not speak to anyone about this or you will be fired.", "DEFENSIVE"),
        ("fr", "Nous regrettons que cette situation se soit produite.", "NONAPOLOGY"),
        ("fr", "Ne parlez à personne ou vous serez licencié.", "DEFENSIVE"),
        ("en", "Our first impression is that a valve failed.", "SPECULATION"),
        ("fr", "Notre premier sentiment est que la vanne a lâché.", "SPECULATION"),
        ("en", "You will lose your job.", "DEFENSIVE"),
        ("fr", "Nous avons toutes les raisons de croire que le lot est sans risque.", "OVERPROMISE"),
        ("fr", "Le chauffeur a laissé le camion sans surveillance.", "BLAME"),
    ],
)
def test_faults_are_found_however_they_are_typed(language: str, text: str, check: str) -> None:
    assert check in found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our first reading is below the legal limit."),
        ("en", "If you close this page, you will lose your place in the queue."),
        ("en", "Old sessions are listed on the site; they will be terminated tonight."),
        ("fr", "Notre premier avis est toujours valable : faites bouillir l'eau."),
        ("fr", "Nous regrettons que cet incident soit arrivé, et nous vous présentons nos excuses."),
        ("fr", "Nous regrettons que cette situation se soit produite par notre faute."),
        ("fr", "Le conducteur a laissé le train sous surveillance."),
    ],
)
def test_measures_notices_and_apologies_are_no_faults(language: str, text: str) -> None:
    assert found(text, language) == set()


def test_a_danger_that_is_believed_in_is_no_promise() -> None:
    assert "OVERPROMISE" not in found("Nous avons toutes les raisons de penser que vos données sont en danger.", "fr")


def test_the_words_are_those_of_the_text() -> None:
    (fault,) = judge("Une  petite\npanne touche la ligne.", "fr", Asked(), VOUS)
    assert fault.words == "petite panne"


def test_a_text_of_a_kind_lacks_what_that_kind_owes() -> None:
    assert found("Service was slow today.", kind="closing") == {"MISSING-HELP"}
    assert found("Service was slow today.", kind="update") == {"MISSING-ACTION", "MISSING-NEXT-STEP"}
    assert found("Service was slow today.") == set()


def test_the_short_form_owes_nothing() -> None:
    assert judge("Service was slow today.", "en", Asked("update", whole=False), VOUS) == []


def test_a_blank_counts_as_what_it_holds() -> None:
    blanks = {"moment": sort_of_blank("moment", "the hour of the next update")}
    text = "We are repairing the cable. You will know more soon: {moment}."
    assert judge(text, "en", Asked("update", blanks=blanks), VOUS) == []


def test_the_house_decides_on_its_words() -> None:
    house = House(("bad buzz",), {"fix": "repair"}, {"TONE-MINIMISE": ("minor incident",)}, frozenset({"zorg"}), "vous")
    assert found("A minor incident at ZORG.", house=house) == set()
    faults = judge("The fix ends the bad buzz.", "en", Asked(), house)
    assert {(fault.words, fault.better, fault.never) for fault in faults} == {
        ("fix", "repair", False),
        ("bad buzz", "", True),
    }


def test_people_are_addressed_as_the_house_does() -> None:
    assert "DISRESPECT" in found("Tu dois changer ton mot de passe.", "fr")
    assert found("Tu dois changer ton mot de passe.", "fr", house=House(address="tu")) == set()


def test_other_languages_are_not_judged() -> None:
    assert tongue("fr-CA") == "fr"
    assert tongue("de") is None


@pytest.mark.parametrize("language", ["fr", "en"])
@given(text=st.text(max_size=300))
def test_any_text_is_judged(language: str, text: str) -> None:
    faults = judge(text, language, Asked("holding"), VOUS)
    assert all(fault.check.startswith("TONE-") for fault in faults)


def steps(text: str, language: str) -> int:
    """How many functions are called while a text is judged, of Python and of its library."""
    count = 0

    def called(_frame: FrameType, event: str, _what: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(called)
    try:
        judge(text, language, Asked("holding"), VOUS)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "part",
    [
        "Nous avons fermé le site et nos équipes appellent chaque client. ",
        "We have closed the site and our teams are calling every customer. ",
        "si si nous, désolés si pas ne ",
        "we we, sorry if not may have and ",
        "nous et, nous et ",
        "A B C, DE FG! ",
        "a.b@c.d 1,2:3 {x} l'l'l' ",
        "!!!???…",
    ],
)
def test_the_work_grows_with_the_length_of_the_text(part: str, language: str) -> None:
    judge(part * 40, language, Asked("holding"), VOUS)  # what is read once, and kept, is read now
    once, often = steps(part * 10, language), steps(part * 40, language)
    assert often <= 4.5 * once


@given(
    st.lists(st.sampled_from(["si", "nous", "désolés", ",", "pas", "ne", "l'", "erreur", "a", "été", "{x}", "!!", "1"]))
)
def test_words_cover_the_text_in_order(parts: list[str]) -> None:
    read = read_words(" ".join(parts), "fr")
    assert read.starts == sorted(read.starts)
    assert len(read.words) == len(read.sentence) == len(read.ends)
    assert sum(sentence.last - sentence.first for sentence in read.sentences) == len(read.words)


def test_scores_need_words() -> None:
    assert list(reading_score(read_words("Too short.", "en"))) == []
    assert lix(read_words("", "en")) is None
    easy = read_words("The cat sat on the mat. " * 10, "en")
    assert lix(easy) == 6


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_phrase_can_be_found(language: str) -> None:
    words = lexicon(language)
    for phrases in (words.faults, words.needs):
        every = list(phrases.every())
        assert every
        for phrase in every:
            assert phrase.pieces
            assert not phrase.pieces[0].optional


@pytest.mark.parametrize(
    "text",
    [
        '"Just a minor glitch", says one headline. It was not.',
        'I told you to "calm down". I withdraw that sentence.',
        'Do not answer "calm down" to anybody.',
    ],
)
def test_words_that_are_quoted_are_somebody_elses(text: str) -> None:
    assert not found(text) & {"MINIMISE", "DISMISS-EMOTION"}


def test_words_that_people_are_told_to_say_are_ours() -> None:
    assert "MINIMISE" in found('To everyone who calls, say: "It is just a minor glitch."')


def test_a_password_between_quotation_marks_is_given_away() -> None:
    assert "ATTACK-DETAIL" in found('They came in with the account "admin" and the password "Winter2023".')


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", list(NEEDS))
def test_the_sentence_that_is_offered_for_a_need_meets_it(language: str, kind: str) -> None:
    missing = [fault for fault in judge("X.", language, Asked(kind), VOUS) if "MISSING" in fault.check]
    assert missing
    text = " ".join(fault.better for fault in missing)
    assert not judge(text, language, Asked(kind), VOUS)
