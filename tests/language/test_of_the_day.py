"""Words that were true on the day on which somebody wrote them."""

import pytest

from planbuilder.language.of_the_day import of_the_day


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Depuis ce matin, notre hôpital reçoit des blessés.", "fr", ["Depuis ce matin"]),
        ("Hier soir, un incendie a touché notre atelier.", "fr", ["Hier soir"]),
        ("Cette nuit, et depuis mardi, le service est fermé.", "fr", ["Cette nuit", "depuis mardi"]),
        ("Trois patients et deux autres personnes sont touchés.", "fr", ["Trois", "deux"]),
        ("Mardi dernier, une vingtaine de clients ont été remboursés.", "fr-CA", ["Mardi dernier", "une vingtaine"]),
        ("Deux de nos salariés et une centaine d’autres clients sont blessés.", "fr", ["Deux", "une centaine"]),
        ("Trois des passagers, plusieurs dizaines de voyageurs.", "fr", ["Trois", "plusieurs dizaines"]),
        ("Two of our employees, three of the guests, hundreds of workers.", "en", ["Two", "three", "hundreds"]),
        ("A dozen of our other customers", "en", ["A dozen"]),
        ("Since this morning our shop has been closed.", "en", ["Since this morning"]),
        ("A fire broke out last night; three people were hurt yesterday.", "en", ["last night", "three", "yesterday"]),
    ],
)
def test_a_day_or_a_count_of_the_writer_is_found(text: str, language: str, found: list[str]) -> None:
    assert of_the_day(text, language) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Une personne est décédée {date}. Prochain point ce soir à {time}.", "fr"),
        ("Nous répondons du lundi au vendredi, et le mardi soir. Demain, nous en dirons plus.", "fr"),
        ("Dans les deux cas, appelez-nous. Nos deux boutiques restent ouvertes.", "fr"),
        ("Nous pensons aux familles. Aujourd'hui, le service est fermé.", "fr"),
        ("One person was hurt at {time}. We are open Monday to Friday, and on Tuesday evenings.", "en"),
        ("Both shops are open today and tomorrow. There are two things to do.", "en"),
        ("Une de nos salariées répond. Deux de nos boutiques restent ouvertes.", "fr"),
        ("One of our employees will answer you. Two of our shops stay open to all customers.", "en"),
        ("Hier bin ich.", "de"),
    ],
)
def test_what_holds_on_any_day_is_well(text: str, language: str) -> None:
    assert of_the_day(text, language) == []
