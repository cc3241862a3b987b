"""The first page lets its reader choose, and is a sound page itself."""

from planbuilder.site.front import Choice, front_page
from planbuilder.site.markup import read_markup


def test_it_links_every_language_of_every_plan_and_picks_none() -> None:
    page = read_markup(front_page([Choice("A", "a/", ("fr", "en")), Choice("B", "b/", ("de",))]))
    assert page.follows == ["a/fr/index.html", "a/en/index.html", "b/de/index.html"]
    assert not page.moved
    assert page.scripts == []
    assert (page.lang, page.headings, page.policy_first) == ("fr", 1, True)


def test_each_language_is_named_in_its_own_words() -> None:
    html = front_page([Choice("A", "", ("fr", "en", "tlh"))])
    assert '<a href="fr/index.html" lang="fr" hreflang="fr">français</a>' in html
    assert '<a href="en/index.html" lang="en" hreflang="en">English</a>' in html
    assert ">tlh</a>" in html


def test_the_name_of_an_organisation_is_text() -> None:
    name = "<script>x()</script> & Söhne"
    page = read_markup(front_page([Choice(name, "", ("en",))]))
    assert page.scripts == []
    assert page.title == f"Crisis plan – {name}"


def test_one_plan_in_one_language_is_opened_at_once() -> None:
    assert '<meta http-equiv="refresh" content="0; url=fr/index.html">' in front_page([Choice("Lumen", "", ("fr",))])
    for several in ([Choice("Lumen", "", ("fr", "en"))], [Choice("A", "a/", ("fr",)), Choice("B", "b/", ("fr",))]):
        assert "refresh" not in front_page(several)
