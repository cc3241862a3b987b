"""Plan text on a page: shown exactly, never acted upon."""

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup

from planbuilder.language.blanks import fill
from planbuilder.messages import say
from planbuilder.pages._templates import Speaker, address, encode, own, templates_folder
from planbuilder.plan import Phone, Text, Texts

NASTY = st.text(alphabet="<>&\"'`*_[](){}#|\\!-+.:;=~^$%@/?,ab1é… \n\t", min_size=1, max_size=40)


class Seen(HTMLParser):
    """The tags and the text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_text_holds_no_character_that_markdown_or_html_acts_upon() -> None:
    assert encode("<b>*x*</b>") == "&#60;b&#62;&#42;x&#42;&#60;&#47;b&#62;"


def test_ids_and_days_stay_readable() -> None:
    assert [encode(text) for text in ("data-leak", "2026-11-21", "-a", "a--b")] == [
        "data-leak",
        "2026-11-21",
        "&#45;a",
        "a&#45;&#45;b",
    ]


def test_letters_of_every_language_stay_themselves() -> None:
    assert encode("Été à Łódź 2026 « oui »") == "Été à Łódź 2026 « oui »"


def test_control_characters_are_shown_as_unknown() -> None:
    assert encode("a\x02b\x1b\x7f\x85") == "a\ufffdb\ufffd\ufffd\ufffd"


@given(NASTY)
def test_any_text_in_a_heading_is_shown_as_typed(typed: str) -> None:
    seen = Seen(Markdown(extensions=["attr_list", "toc"]).convert(f"# a{encode(typed)}b {{: #top }}"))
    assert seen.tags == ["h1"]
    assert seen.text == f"a{typed}b"


@given(NASTY)
def test_any_text_in_a_block_and_in_an_attribute_is_shown_as_typed(typed: str) -> None:
    text = encode(typed)
    html = Markdown(extensions=["attr_list", "toc"]).convert(f'<div title="{text}"><p>a{text}b</p></div>')
    seen = Seen(html)
    assert seen.tags == ["div", "p"]
    assert seen.text == f"a{typed}b"
    assert seen.attributes == [typed]


@pytest.mark.parametrize(
    ("typed", "linked"),
    [
        ("https://info.lumen.example/a?b=c#d", "https://info.lumen.example/a?b=c#d"),
        ("dpo@lumen.example", "mailto:dpo@lumen.example"),
        ("0 800 00 00 00", "tel:0800000000"),
        ("+33 6 39 98 00 01", "tel:+33639980001"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//evil.example", None),
        ("http:\\\\evil.example", None),
        ("https://user:word@evil.example", None),
        ("https://[::1)", None),
        ("https://аpple.com", None),
        ('https://a.example/"onmouseover=x', None),
        ("https://a.example/ b", None),
        ("vault of the red binder", None),
        ("file:///etc/passwd", None),
    ],
)
def test_only_plain_addresses_of_pages_mailboxes_and_phones_are_linked(typed: str, linked: str | None) -> None:
    assert address(typed) == linked


def test_a_text_in_another_language_says_so() -> None:
    text = Text({"fr": "Bonjour"})
    assert Speaker("fr").printed(text) == "Bonjour"
    assert Speaker("en").printed(text) == '<span lang="fr">Bonjour</span>'
    assert Speaker("fr-CA").printed(text) == "Bonjour"


def test_sentences_of_a_list_keep_their_language() -> None:
    each = Speaker("en").each(Texts({"fr": ("Un", "Deux")}))
    assert [Speaker("en").printed(one) for one in each] == [
        '<span lang="fr">Un</span>',
        '<span lang="fr">Deux</span>',
    ]


def test_values_in_our_sentences_are_text_and_our_markup_stays() -> None:
    words = Speaker("en").words("Edit {file} of {who}", file="a<b>", who=Markup("<b>x</b>"))
    assert words == "Edit a&#60;b&#62; of <b>x</b>"


def test_french_elides_before_the_vowel_that_is_read() -> None:
    hours, cover = "Hours in {city} time.", "Cover of {path}, the next 90 days"
    assert Speaker("fr").words(hours, city="Abidjan") == "À l&#39;heure d&#39;Abidjan&#46;"
    assert Speaker("fr").words(hours, city="UTC") == "À l&#39;heure d&#39;UTC&#46;"
    assert Speaker("fr").words(hours, city=Text({"en": "Here"})) == 'À l&#39;heure de <span lang="en">Here</span>&#46;'
    assert Speaker("fr").words(cover, path=Markup("<b>Alerte</b>")).startswith("Couverture d&#39;<b>Alerte</b>")
    assert Speaker("en").words(hours, city="Europe") == "Hours in Europe time&#46;"


def test_a_sentence_about_several_says_how_many() -> None:
    speaker = Speaker("fr")
    one, many = "One point of this page needs work", "{count} points of this page need work"
    assert speaker.counted(one, many, 1) == "Un point de cette page est à reprendre"
    assert speaker.counted(one, many, 3) == "3 points de cette page sont à reprendre"


def test_dates_are_said_in_the_readers_language() -> None:
    assert Speaker("fr").printed(date(2026, 10, 1)) == "1er\u00a0octobre\u00a02026"
    assert Speaker("de").printed(say("{day}", day=date(2026, 10, 1))) == "1\u00a0October\u00a02026"


def test_nothing_prints_nothing() -> None:
    assert Speaker("en").printed(None) == ""


def test_blanks_of_a_statement_are_marked_and_doubled_braces_are_single() -> None:
    html = Speaker("en").blanks("At {hour}:\n{{ not a blank }}")
    seen = Seen(html)
    assert seen.tags == ["mark", "br"]
    assert seen.text == "At {hour}:{ not a blank }"


@given(st.text(st.sampled_from("ab_ \n{}<&'\"\u00a0é"), max_size=40))
def test_a_statement_is_shown_as_it_will_be_published(text: str) -> None:
    shown = str(Speaker("en").blanks(text)).replace("<br>", "\n")
    assert unescape(re.sub(r"</?mark[^>]*>", "", shown)) == fill(text.strip(), {})


def test_the_templates_are_found() -> None:
    assert (templates_folder() / "page.md.j2").is_file()


def test_what_a_finding_says_to_type_is_code() -> None:
    message = say("Write `{key}: [id]` in “{name}”.", key="deputies", name="<b>*x*</b>")
    assert Speaker("en").coded(message) == (
        "Write <code>deputies&#58; &#91;id&#93;</code> in “&#60;b&#62;&#42;x&#42;&#60;&#47;b&#62;”&#46;"
    )


@given(NASTY)
def test_a_finding_shows_any_text_of_a_plan_as_typed_but_for_backticks(typed: str) -> None:
    seen = Seen(Speaker("en").coded(say("In {name}: why?", name=typed)))
    assert set(seen.tags) <= {"code"}
    assert seen.text.replace("`", "") == f"In {typed}: why?".replace("`", "")


@given(st.text(alphabet="<>&\"'`*_{}# ab1é…", max_size=30))
def test_a_text_of_our_own_is_shown_as_typed_but_for_backticks(typed: str) -> None:
    seen = Seen(own(typed))
    assert set(seen.tags) <= {"code"}
    assert seen.text.replace("`", "") == typed.replace("`", "")


def test_a_number_with_an_extension_dials_it_after_a_pause() -> None:
    phone = Phone("819-555-0173 poste 234", "CA")
    assert Speaker("fr").call(phone).startswith('<a href="tel:&#43;18195550173&#44;234">')
    assert Speaker("fr").call(phone, "sms").startswith('<a href="sms:&#43;18195550173">')
    assert address("819-555-0173 poste 234", "CA") == "tel:+18195550173,234"


def test_signs_stay_with_their_word_in_a_text_that_is_no_address() -> None:
    assert Speaker("fr").linked("Teams « Crise »") == encode("Teams «\u00a0Crise\u00a0»")
    assert Speaker("en").linked("Teams « Crise »") == encode("Teams « Crise »")
