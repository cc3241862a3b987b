"""The gate lets a sound site pass, and refuses every fault it was made for."""

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.messages import render
from planbuilder.plan.leaks import watch
from planbuilder.site.gate import examine
from planbuilder.site.markup import fingerprint, read_markup
from planbuilder.site.policy import policy, with_policy
from planbuilder.site.views import page_views
from planbuilder.source import Where

THEME = "document.body.dataset.ready = 1"
CSP = policy([fingerprint(THEME)])
MOBILE = Where(("people", "ana", "mobile"))


def page(
    body: str = "", *, lang: str = "fr", title: str = "Accueil", head: str = "", h1: str = "<h1>Accueil</h1>"
) -> str:
    head = f"<head>\n<title>{title}</title>{head}\n</head>"
    return with_policy(f"<!doctype html>\n<html lang='{lang}'>\n{head}<body>{h1}{body}</body></html>", CSP)


def site(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def refused(folder: Path, *hidden: str) -> list[str]:
    values = [(MOBILE, value) for value in hidden]
    return [f"{one.file}: {render(one.message, 'en')}" for one in examine(folder, values)]


def test_a_sound_site_passes(tmp_path: Path) -> None:
    body = """
    <a href="fr/b.html#there">b</a> <a href="?q=1">again</a> <a href="#top">up</a>
    <a href="https://example.org/x">out</a> <a href="tel:+33123456789">call</a> <a href="mailto:x@example.org">write</a>
    <img src="data:image/png;base64,AA" alt="">
    <img src="a.png" alt=""><script>document.body.dataset.ready = 1</script>
    <script type="application/json">{"a": 1}</script>
    <link rel="canonical" href="https://example.org/">
    """
    css = "@import url(b.css); a { background: url('data:image/png;base64,AA') } b { background: url(../a.png#x) }"
    site(
        tmp_path,
        index_html=page(body),
        fr__b_html=page('<p id="there"><a href="../index.html">a</a>'),
        a_png=b"\x89PNG",
    )
    site(tmp_path, fr__a_css=css, fr__b_css="", app_js="fetch('x')", sitemap_xml_gz=gzip.compress(b"<x/>"))
    assert refused(tmp_path, "06 39 98 00 01") == []


@pytest.mark.parametrize(
    "body",
    [
        '<script src="https://evil.example/x.js"></script>',
        '<script src="//evil.example/x.js"></script>',
        '<img src="HTTPS://evil.example/x.png" alt="">',
        '<img srcset="a.png 1x, https://evil.example/x.png 2x" alt="">',
        '<link rel="stylesheet" href="https://evil.example/x.css">',
        '<link rel="preconnect" href="https://evil.example">',
        '<iframe src="https://evil.example/x"></iframe>',
        '<object data="https://evil.example/x"></object>',
        '<video poster="https://evil.example/x"></video>',
        '<form action="https://evil.example/x"></form>',
        '<a href="index.html" ping="https://evil.example/x">x</a>',
        '<p style="background: url(https://evil.example/x)">',
        "<style>@import 'https://evil.example/x.css';</style>",
        '<svg><image xlink:href="https://evil.example/x"/></svg>',
        '<img src="ht&#116;ps://evil.example/x.png" alt="">',
    ],
)
def test_a_request_to_another_site_is_refused_and_names_the_host_only(tmp_path: Path, body: str) -> None:
    site(tmp_path, index_html=page(body), a_png=b"")
    assert refused(tmp_path) == ["index.html: Opening this page would ask another site for a file: evil.example."]


def test_a_style_sheet_and_a_picture_that_ask_another_site_are_refused(tmp_path: Path) -> None:
    site(tmp_path, index_html=page(), a_css="a{background:url( //evil.example/x )}")
    site(tmp_path, b_svg='<svg><script>1</script><image href="https://evil.example/"/></svg>')
    assert refused(tmp_path) == [
        "a.css: Opening this page would ask another site for a file: evil.example.",
        "b.svg: This picture carries a script.",
    ]


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("gone.html", "A link leads to gone.html, which does not exist."),
        ("b/", "A link leads to b/, which does not exist."),
        ("../secret.html", "A link leads to /, which does not exist."),
        ("/index.html", "A link leads to /, which does not exist."),
        ("index.html#gone", "A link leads to a place that index.html does not have: #gone."),
        ("#gone", "A link leads to a place that index.html does not have: #gone."),
        ("javascript:alert(1)", "A link of this page is not an address: it starts with javascript:."),
        ("java&#115;cript&#58;alert(1)", "A link of this page is not an address: it starts with javascript:."),
        ("data:text/html,x", "A link of this page is not an address: it starts with data:."),
        ("file:///etc/passwd", "A link of this page is not an address: it starts with file:."),
        ("https://[::1", "A link of this page is not an address: it starts with ?:."),
    ],
)
def test_a_link_that_leads_nowhere_or_runs_something_is_refused(tmp_path: Path, link: str, message: str) -> None:
    site(tmp_path, index_html=page(f'<a href="{link}">x</a>'))
    assert refused(tmp_path) == [f"index.html: {message}"]


def test_a_missing_picture_is_a_dead_link(tmp_path: Path) -> None:
    site(tmp_path, index_html=page('<img src="gone.png" alt="">'), a_css="a{background:url(gone.svg)}")
    assert refused(tmp_path) == [
        "a.css: A link leads to gone.svg, which does not exist.",
        "index.html: A link leads to gone.png, which does not exist.",
    ]


FAULTS = {
    "This page does not say its language.": page(lang=""),
    "This page has no title.": page(title=" "),
    "This page must have one main heading; it has 0.": page(h1=""),
    "This page must have one main heading; it has 2.": page("<h1>2</h1>"),
    "This page sends its readers to another address.": page(head='<meta http-equiv="refresh" content="0;url=x">'),
    "This page does not start with the policy that keeps foreign scripts out.": page().replace("content-security", "x"),
    "This page carries a script that is not part of the theme.": page("<script>alert(1)</script>"),
}


def _going_on_to(address: str) -> str:
    return page(head=f'<meta http-equiv="refresh" content="0; url={address}">')


def test_a_page_may_go_on_to_a_page_below_it_that_is_there(tmp_path: Path) -> None:
    site(tmp_path, index_html=_going_on_to("fr/index.html"), fr__index_html=page())
    assert refused(tmp_path) == []


@pytest.mark.parametrize(
    "address", ["//evil.example/index.html", "https://evil.example/a/index.html", "../x/index.html"]
)
def test_a_page_may_not_go_on_to_anywhere_else(tmp_path: Path, address: str) -> None:
    site(tmp_path, index_html=_going_on_to(address))
    assert refused(tmp_path) == ["index.html: This page sends its readers to another address."]


@pytest.mark.parametrize(("message", "html"), list(FAULTS.items()), ids=lambda value: value[:40])
def test_a_page_without_what_every_page_needs_is_refused(tmp_path: Path, message: str, html: str) -> None:
    site(tmp_path, index_html=html)
    assert refused(tmp_path) == [f"index.html: {message}"]


@pytest.mark.parametrize(
    "body", ['<p onclick="x()">', '<img src="a.png" ONERROR=x alt="">', '<iframe srcdoc="<p>"></iframe>']
)
def test_a_handler_in_a_page_is_refused(tmp_path: Path, body: str) -> None:
    site(tmp_path, index_html=page(body), a_png=b"")
    assert refused(tmp_path) == ["index.html: This page carries a script that is not part of the theme."]


def test_a_policy_that_comes_after_a_script_does_not_count(tmp_path: Path) -> None:
    late = page().replace("<head>\n<meta", "<head>\n<script src='a.js'></script><meta")
    site(tmp_path, index_html=late, a_js="")
    assert refused(tmp_path) == ["index.html: This page does not start with the policy that keeps foreign scripts out."]


def test_pages_that_no_link_leads_to_are_refused_even_when_they_link_each_other(tmp_path: Path) -> None:
    site(tmp_path, index_html=page('<a href="a.html">a</a>'), a_html=page())
    site(tmp_path, b_html=page('<a href="c.html">c</a>'), c_html=page('<a href="b.html">b</a>'))
    (refusal,) = examine(tmp_path, [])
    assert (render(refusal.message, "en"), refusal.file, refusal.others) == ("No link leads to this page.", "b.html", 1)


def test_a_site_without_a_first_page_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == ["index.html: The site has no first page."]


def test_what_is_no_page_of_text_is_refused(tmp_path: Path) -> None:
    site(tmp_path, index_html=page('<a href="a.html">x</a>'), a_html=b"\xff\xfe<\x00")
    (tmp_path / "environ").symlink_to("/proc/self/environ")
    assert refused(tmp_path) == [
        "a.html: This page is not in UTF-8.",
        "environ: This is no regular file, and must not be published.",
    ]


LEAK = "A value that only the crisis team may see stands in this file: that of `people.ana.mobile`."


def written(name: str, content: str | bytes) -> dict[str, str | bytes]:
    return {"index_html": page(content) if isinstance(content, str) else content} if name == "page" else {name: content}


def forms_of_a_number() -> Iterator[tuple[str, str | bytes]]:
    yield "page", "<p>06 39 98 00 01</p>"
    yield "page", "<p>+33 6 39 98 00 01</p>"
    yield "page", "<p>0033639980001</p>"
    yield "page", '<a href="tel:+33639980001">x</a>'
    yield "page", "<p>06.39.98.00.01</p>"
    yield "page", "<p>06\u202f39\u00a098\u200b00-01</p>"
    yield "page", "<p>06<wbr>39<b>98</b>0001</p>"
    yield "page", "<p>&#48;&#54;&nbsp;&#51;&#57; 98 00 01</p>"
    yield "page", "<!-- 06 39 98 00 01 -->"
    yield "page", '<p data-x="0639980001">'
    yield "page", '<a href="x.html?to=%30%36%33%39%39%38%30%30%30%31">x</a>'
    yield "page", '<script type=\'application/json\'>{"a": "0639980001"}</script>'
    yield "search__index_json", json.dumps({"docs": [{"text": "06\u00a039 98 00 01"}]})
    yield "search__index_js", "var index = {'a': '06\\u00a039 98 00 01'}"
    yield "sitemap_xml_gz", gzip.compress(b"<loc>tel:0639980001</loc>", mtime=0)
    yield "team_vcf", "BEGIN:VCARD\r\nTEL;TYPE=cell:+336399\r\n 80001\r\nEND:VCARD"
    yield "raw_bin", b"\xff\xfe 0639980001"
    yield "page", '<script type=\'application/json\'>{"a": "\\u0030639980001"}</script>'
    yield "page", "<script type='text/plain'>%30%36%33%39%39%38%30%30%30%31</script>"
    yield "page", "<style>a::after { content: '\\30 6 39 98 \\000030\\000030 01' }</style>"
    yield "page", f'<p data-x="{b64encode(b"TEL:0639980001").decode()}">'
    yield "page", f"<!-- {b64encode(b'x0639980001').decode()} -->"
    yield "page", f'<a href="data:{b64encode(b"xy0639980001").decode().rstrip("=")}">x</a>'
    yield "page", f"<p>xyz{b64encode(b'+33 6 39 98 00 01').decode()}</p>"
    yield "page", '<p data-x="&amp;#48;6 39 98 00 01">'
    photo = b64encode(b"0639980001 and more").decode()
    yield "team_vcf", f"PHOTO;ENCODING=b:{photo[:16]}\r\n {photo[16:]}"
    yield "mail_txt", "06=2039=2098 00=\r\n 01"
    yield "wide_txt", "0639980001".encode("utf-16")
    yield "wide_bin", b"\xff" + "tel 0639980001".encode("utf-16-be")
    yield "app_js", f"window.x = atob('{b64encode(b'06 39 98 00 01').decode()}')"
    yield "app_css", "a::after { content: '\\30 639980001' }"
    yield "picture_svg", "<svg><text>06<tspan>39980001</tspan></text></svg>"
    yield "0639980001_txt", ""


@pytest.mark.parametrize(("name", "content"), list(forms_of_a_number()), ids=lambda value: str(value)[:30])
@pytest.mark.parametrize("typed", ["06 39 98 00 01", "+33639980001"])
def test_a_hidden_number_is_found_in_whatever_form(tmp_path: Path, typed: str, name: str, content: str | bytes) -> None:
    site(tmp_path, index_html=page(), x_html=page())
    site(tmp_path, **written(name, content))
    assert [line for line in refused(tmp_path, typed) if LEAK in line] != []


def forms_of_a_text() -> Iterator[tuple[str, str | bytes]]:
    yield "page", "<p>Le coffre n° 3 de l'accueil</p>"
    yield "page", "<p>LE COFFRE\n  n&#176; 3 de l&#39;<em>accueil</em></p>"
    yield "page", '<p title="coffre n° 3 de l&#x27;accueil">'
    yield "page", '<a href="x.html?q=coffre%20n%C2%B0%203%20de%20l%27accueil">x</a>'
    yield "search__index_json", json.dumps({"text": "coffre n° 3 de l'accueil"})
    yield "search__index_json", json.dumps({"text": "<p>coffre n&#176; 3 de l&#39;<b>accueil</b></p>"})
    yield "team_ics", "DESCRIPTION:coffre n° 3 d\r\n e l'acc\r\n ueil"
    yield "a_txt", "coffre n\u00b0 3 de l\\'accueil"
    yield "page", f"<p>{b64encode('coffre n° 3 de l’accueil'.replace('’', chr(39)).encode()).decode()}</p>"
    yield "team_vcf", "NOTE;ENCODING=QUOTED-PRINTABLE:coffre n=C2=B0 3 de l=27accueil"
    yield "wide_txt", "Coffre n° 3 de l'accueil".encode("utf-16-le")


@pytest.mark.parametrize(("name", "content"), list(forms_of_a_text()), ids=lambda value: str(value)[:30])
def test_a_hidden_text_is_found_in_whatever_form(tmp_path: Path, name: str, content: str | bytes) -> None:
    site(tmp_path, index_html=page(), x_html=page())
    site(tmp_path, **written(name, content))
    assert [line for line in refused(tmp_path, "coffre n° 3 de l'accueil") if LEAK in line] != []


def test_a_leak_names_the_address_never_the_value(tmp_path: Path) -> None:
    site(tmp_path, index_html=page("<p>06 39 98 00 01"))
    (refusal,) = examine(tmp_path, [(MOBILE, "0639980001")])
    said = " ".join(
        render(message, language) for message in (refusal.message, refusal.fix) for language in ("en", "fr")
    )
    assert "people.ana.mobile" in said
    assert "0001" not in said


@pytest.mark.parametrize(
    "everyday", ["2026-11-21", "2026-11-21 18:00", "camille-martin", "app", "security key", "none"]
)
def test_dates_ids_and_everyday_words_give_nothing_away(tmp_path: Path, everyday: str) -> None:
    site(tmp_path, index_html=page(f"<p>{everyday}</p>"))
    assert refused(tmp_path, everyday) == []


def test_a_short_hidden_text_counts_only_by_itself(tmp_path: Path) -> None:
    site(tmp_path, index_html=page("<p>B12345 and AB12"))
    assert refused(tmp_path, "B12") == []
    site(tmp_path, index_html=page("<p>call B12."))
    assert refused(tmp_path, "B12") == [f"index.html: {LEAK}"]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04rest",
        b"%PDF-1.7",
        b"\x1f\x8bdamaged",
        b"Rar!",
        b"(\xb5/\xfd",
        gzip.compress(gzip.compress(b"twice", mtime=0), mtime=0),
        gzip.compress(b"%PDF-1.7", mtime=0),
    ],
)
def test_a_file_that_nobody_can_look_into_is_refused_while_something_is_hidden(tmp_path: Path, content: bytes) -> None:
    site(tmp_path, index_html=page(), offline_bin=content)
    assert refused(tmp_path, "06 39 98 00 01") == [
        "offline.bin: Nobody can tell what this file holds: it is an archive, or damaged."
    ]
    assert refused(tmp_path) == []


separators = st.sampled_from(["", " ", ".", "-", "\u00a0", "\u202f", "/", " (", ") ", "<b>", "</b>", "&nbsp;", "\n"])


@given(st.text("0123456789", min_size=9, max_size=9), st.lists(separators, min_size=8, max_size=8))
def test_no_separator_hides_a_number(digits: str, gaps: list[str]) -> None:
    shown = digits[0] + "".join(gap + digit for gap, digit in zip(gaps, digits[1:], strict=True))
    html = page(f"<p>{shown}</p>")
    assert watch([(MOBILE, "0" + digits)]).found_in(page_views(html, read_markup(html)), html) == {MOBILE}


def test_the_same_fault_on_many_pages_is_told_once(tmp_path: Path) -> None:
    links = "".join(f'<a href="{number}.html">x</a>' for number in range(5))
    site(tmp_path, index_html=page(links), **{f"{number}_html": page(title="") for number in range(5)})
    (refusal,) = examine(tmp_path, [])
    assert (refusal.file, refusal.others) == ("0.html", 4)


def test_every_value_of_every_hidden_kind_is_watched() -> None:
    guard = watch(
        [(MOBILE, "ana@example.org"), (MOBILE, "@ana.ruiz"), (MOBILE, "+33 6 39 98 00 01"), (MOBILE, "salle 4")]
    )
    assert (len(guard.texts), len(guard.numbers)) == (3, 1)
