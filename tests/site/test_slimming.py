"""A page loses bytes, and nothing that a reader or a browser would miss."""

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.pages._templates import encode
from planbuilder.site.slimming import slim


class Reader(HTMLParser):
    """Tags, attributes and texts as a browser has them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(" ".join(data.split()))


def read(html: str) -> list[object]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.found


@given(st.text())
def test_a_text_of_the_plan_stays_the_same_text_as_words_and_as_a_value(text: str) -> None:
    html = f'<p data-x="{encode(text)}">{encode(text)} <b>x</b></p>'
    assert read(slim(html)) == read(html)


@given(st.text(alphabet="<>&\"'`=;#x/ \n1a-0"))
def test_no_text_becomes_markup(text: str) -> None:
    html = f'<p title="{encode(text)}">{encode(text)}</p>'
    assert [one for one in read(slim(html)) if isinstance(one, tuple)] == [("p", (("title", _value(text)),))]


def _value(text: str) -> str:
    found = read(f'<p title="{encode(text)}">')[0]
    assert isinstance(found, tuple)
    return str(found[1][0][1])


@given(st.integers(0, 999))
def test_signs_that_mean_something_stay_references(code: int) -> None:
    kept = slim(f"<b>&#{code};</b>")
    assert kept == f"<b>&#{code};</b>" or (kept == f"<b>{chr(code)}</b>" and chr(code) not in "<>&`")


def test_a_value_stands_between_the_quotes_that_it_does_not_hold() -> None:
    assert slim('<a data-x="{&#34;a&#34;&#58; &#39;b&#39;}">') == """<a data-x='{"a": &#39;b&#39;}'>"""
    assert (
        slim('<a title="l&#39;été" href="x">l&#x27;&quot;été&#34;</a>') == """<a title="l'été" href="x">l'"été"</a>"""
    )


@given(st.text(alphabet="<>&\"'=;#x \n1a-0"), st.sampled_from("\"'"))
def test_a_page_of_another_frame_reads_as_before(text: str, quote: str) -> None:
    html = f"<p title={quote}{escape(text)}{quote} data-x={quote}&#34;&#39;{quote}>{escape(text)}</p>"
    assert read(slim(html)) == read(html)


def test_empty_lines_go_and_blanks_between_words_stay() -> None:
    assert slim("<li>a <b>b</b>\n<i>c</i>\n \n\nd</li>\n") == "<li>a <b>b</b>\n<i>c</i>\nd</li>\n"


@pytest.mark.parametrize(
    ("html", "slimmed"),
    [
        ("<ul>\n<li>a</li>\n<li>b\n</li>\n</ul>\n<p>c</p>", "<ul><li>a</li><li>b</li></ul><p>c</p>"),
        ("<p>\n<b>a</b>\n<i>b</i>\n</p>", "<p><b>a</b>\n<i>b</i></p>"),
        ("<p>a</p>\n<span>b</span>\n<div x='y'>\nc</div>", "<p>a</p><span>b</span><div x='y'>\nc</div>"),
        ("<p data-x='&#60;p>\n&#60;p>'>", "<p data-x='&#60;p>\n&#60;p>'>"),
    ],
)
def test_a_new_line_stays_only_where_a_reader_would_miss_it(html: str, slimmed: str) -> None:
    assert slim(html) == slimmed


@pytest.mark.parametrize("tag", ["pre", "textarea", "script", "style", "PRE"])
def test_what_counts_blanks_is_left_alone(tag: str) -> None:
    whole = f"<{tag} class=x>\n\n a &#46;\n\n <p> </p>\n</{tag}>"
    assert slim(f"<div>&#46;\n\n{whole}\n\n</div>") == f"<div>.\n{whole}</div>"


def test_a_comment_is_left_alone() -> None:
    assert slim("<p>a&#46;</p>\n<!-- <p> &#46; -->") == "<p>a.</p>\n<!-- <p> &#46; -->"
