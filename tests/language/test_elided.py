"""Participles that share the helping verb of the clause before."""

import pytest

from planbuilder.language.deeds import marks_of
from planbuilder.language.elided import elided
from planbuilder.language.sentences import read_words


def _shared(text: str, verb: str) -> str | None:
    read = read_words(text, "fr")
    place = elided(read, marks_of(read), read.words.index(verb), len(read.words))
    return None if place is None else read.words[place]


@pytest.mark.parametrize(
    ("text", "verb", "shared"),
    [
        ("Les comptes sont bloqués et leurs titulaires prévenus.", "bloques", "prevenus"),
        ("La digue est emportée et le camping évacué.", "emportee", "evacue"),
        ("Les lots sont souillés et les magasins avertis, ce matin.", "souilles", "avertis"),
    ],
)
def test_a_participle_behind_et_shares_the_verb_before(text: str, verb: str, shared: str) -> None:
    assert _shared(text, verb) == shared


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Douze personnes sont blessées et leurs proches bouleversés.", "blessees"),
        ("Le pont est fermé et la mairie est prévenue.", "ferme"),
        ("La salle est fermée et nous cherchons.", "fermee"),
        ("Le pont est fermé et les bus passent.", "ferme"),
    ],
)
def test_harm_and_a_verb_of_its_own_share_nothing(text: str, verb: str) -> None:
    assert _shared(text, verb) is None
