"""Nothing above an edition's visibility is in it: every hidden value, in every form, in every byte that is built."""

import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planbuilder.loading import load_texts
from planbuilder.pages import PAPERS
from planbuilder.plan import Visibility
from planbuilder.plan.editions import hidden_values
from planbuilder.site import build, print_plans, to_pdf
from planbuilder.site.gate import examine
from planbuilder.source import Where

from .every_value import Marked, Marker, hidden_keys
from .leaking import ENCODINGS, codes_in, leaks

TODAY = date(2026, 11, 21)
MARKED = Marked()


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marked").resolve() / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(json.dumps(MARKED.plan, ensure_ascii=False), "utf-8")
    return folder


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


@pytest.fixture(scope="module", params=list(Visibility))
def built(request: pytest.FixtureRequest, plan: Path) -> tuple[Visibility, list[tuple[str, bytes]]]:
    """Every file of an edition's site, its zip file among them."""
    edition: Visibility = request.param
    out = plan.parent / f"site-{edition}"
    made = build(plan, out, today=TODAY, editions=[edition], archive=True)
    assert made.refusals == ()
    assert made.published
    return edition, list(everything(out))


# --- the plan ---


def test_every_hidden_key_of_the_models_is_written_in_the_plan() -> None:
    assert {(model.__name__, key.typed) for model, key in hidden_keys()} == {
        (model.__name__, key.typed) for model, key in MARKED.written
    }, "write the new key into tests/pages/every_key.json"


def test_every_hidden_value_is_a_marker_or_the_name_of_an_entry() -> None:
    whole = load_texts({"plan.yaml": json.dumps(MARKED.plan)}).plan
    assert whole is not None
    names = {*whole.people, *whole.roles}
    hidden = {str(where): typed for where, typed in hidden_values(whole, Visibility.STAFF)}
    assert {marker.address: marker.typed for marker in MARKED.markers} == {
        address: typed for address, typed in hidden.items() if typed not in names
    }


def test_no_two_markers_are_alike_and_every_kind_is_there() -> None:
    assert len({marker.typed for marker in MARKED.markers}) == len(MARKED.markers) > 15
    assert {marker.kind for marker in MARKED.markers} == {"text", "number", "day"}


# --- what is built of it ---


def test_the_site_for_staff_holds_none_and_that_of_the_crisis_team_holds_them(
    built: tuple[Visibility, list[tuple[str, bytes]]],
) -> None:
    edition, files = built
    assert any(name.endswith(".zip") for name, _ in files)
    assert {Path(name).suffix for name, _ in files} >= {".html", ".js", ".css", ".vcf", ".ics", ".zip"}
    found = leaks(files, MARKED.markers)
    if edition is Visibility.STAFF:
        assert found == []
    else:
        # nobody calls a person by the day on which the numbers were tried, but all else stands on some page
        assert {address for _, address in found} == {marker.address for marker in MARKED.markers}


@pytest.mark.parametrize("kind", PAPERS)
def test_paper_for_staff_holds_none(plan: Path, kind: str) -> None:
    printed = print_plans(plan, [kind], today=TODAY)
    assert [paper.language for paper in printed.papers] == ["fr", "en"]
    assert leaks(((paper.name, paper.html.encode()) for paper in printed.papers), MARKED.markers) == []
    team = print_plans(plan, [kind], today=TODAY, edition=Visibility.CRISIS_TEAM)
    assert leaks(((paper.name, paper.html.encode()) for paper in team.papers), MARKED.markers) != []


@pytest.mark.usefixtures("weasyprint")
@pytest.mark.parametrize("kind", PAPERS)
def test_a_pdf_for_staff_holds_none(plan: Path, kind: str) -> None:
    staff, _ = print_plans(plan, [kind], today=TODAY).papers
    assert leaks([("a.pdf", to_pdf(staff.html))], MARKED.markers) == []


@pytest.mark.usefixtures("weasyprint")
@pytest.mark.parametrize("kind", ["first-hour", "cards"])
def test_a_pdf_for_the_crisis_team_holds_what_its_page_holds(plan: Path, kind: str) -> None:
    team, _ = print_plans(plan, [kind], today=TODAY, edition=Visibility.CRISIS_TEAM).papers
    html, pdf = (leaks([("a", content)], MARKED.markers) for content in (team.html.encode(), to_pdf(team.html)))
    assert pdf == html != []


# --- that all of this can fail ---

NUMBER = next(marker for marker in MARKED.markers if marker.kind == "number")
TEXT = next(marker for marker in MARKED.markers if marker.kind == "text")
DAY = next(marker for marker in MARKED.markers if marker.kind == "day")
PAGE = b"<!doctype html><html lang='en'><head><title>A page</title></head><body>%s</body></html>"


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("marker", [NUMBER, TEXT, DAY], ids=lambda marker: marker.kind)
def test_a_leak_is_seen_in_every_encoding(encoding: str, marker: Marker) -> None:
    leak = ENCODINGS[encoding](marker.typed)
    packed = encoding in {"gzip", "gzip of gzip", "zip"}
    content = leak if packed else PAGE % leak
    assert ("a.bin", marker.address) in leaks([("a.bin", content)], MARKED.markers)


@pytest.mark.parametrize(
    "typed", ["+33639980{}", "0639980{}", "06.39.98.0{}", "(0)6-39-98-0{}", "0033 6 39980{}", "tel:+33 (0) 6 39 98 0{}"]
)
def test_a_number_is_seen_however_it_is_written(typed: str) -> None:
    rest = re.sub(r"\D", "", NUMBER.typed)[-3:]
    assert leaks([("a.txt", typed.format(rest).encode())], MARKED.markers) == [("a.txt", NUMBER.address)]


@pytest.mark.parametrize("day", ["{:%d/%m/%Y}", "{:%Y%m%d}", "{0.day} March {0.year}", "March {0.day}, {0.year}"])
def test_a_day_is_seen_however_it_is_written(day: str) -> None:
    written = day.format(date.fromisoformat(DAY.typed))
    assert leaks([("a.txt", written.encode())], MARKED.markers) == [("a.txt", DAY.address)]


def test_a_leak_in_a_code_is_seen() -> None:
    from planbuilder.pages._cards import code

    page = f'<img src="{code(f"tel:{NUMBER.typed}").picture}">'
    assert codes_in(page) == [f"tel:{NUMBER.typed}"]
    assert leaks([("a.html", page.encode())], MARKED.markers) == [("a.html", NUMBER.address)]


@pytest.mark.usefixtures("weasyprint")
def test_a_leak_in_a_pdf_is_seen_in_its_text_its_title_and_its_codes() -> None:
    from planbuilder.pages._cards import code

    picture = f'<img style="width: 60mm; image-rendering: pixelated" src="{code(NUMBER.typed).picture}">'
    for body in (f"<p>{NUMBER.typed}</p>", f"<title>{NUMBER.typed}</title>", f"<h1>{NUMBER.typed}</h1>", picture):
        assert leaks([("a.pdf", to_pdf(f"<html lang=en>{body}"))], MARKED.markers) == [("a.pdf", NUMBER.address)]


def test_a_name_of_a_file_and_a_file_in_a_zip_are_seen() -> None:
    assert leaks([(f"contacts/{TEXT.typed}.vcf", b"")], MARKED.markers) != []
    assert leaks([("a.zip", ENCODINGS["zip"](TEXT.typed))], MARKED.markers) == [("a.zip", TEXT.address)]


LEFT_TO_TESTS = {"backwards", "base64 of gzip", "base64 of JSON", "JSON in URL", "split by comments"}
"""What the gate, which runs in every build and has a millisecond for a page, leaves to these tests."""
NOT_FOR_TEXTS = {"spaced", "with dots", "split by folding"}
HIDDEN = [
    (marker, encoding)
    for marker in (NUMBER, TEXT)
    for encoding in ENCODINGS
    if encoding not in LEFT_TO_TESTS and not (marker is TEXT and encoding in NOT_FOR_TEXTS)
]


@pytest.mark.parametrize(("marker", "encoding"), HIDDEN, ids=lambda one: getattr(one, "kind", one))
@pytest.mark.parametrize("file", ["a.txt", "a.html", "a.vcf"])
def test_the_gate_stops_a_leak_too(tmp_path: Path, encoding: str, marker: Marker, file: str) -> None:
    leak = ENCODINGS[encoding](marker.typed)
    packed = encoding in {"gzip", "gzip of gzip", "zip"} or "UTF-16" in encoding
    (tmp_path / file).write_bytes(PAGE % leak if file.endswith("html") and not packed else leak)
    (tmp_path / "index.html").write_bytes(PAGE % b"")
    refused = examine(tmp_path, [(Where(("people", "ana")), marker.typed)])
    said = {one.message.text for one in refused if one.file == file}
    assert said & {
        "A value that only the crisis team may see stands in this file: that of `{address}`.",
        "Nobody can tell what this file holds: it is an archive, or damaged.",
        "This page is not in UTF-8.",
    }


def test_what_is_built_once_more_is_in_its_zip(
    built: tuple[Visibility, list[tuple[str, bytes]]], tmp_path: Path
) -> None:
    """The zip file holds what the site holds: what was looked for in one was looked for in the other."""
    _, files = built
    ((name, packed),) = [(name, content) for name, content in files if name.endswith(".zip")]
    (tmp_path / name).write_bytes(packed)
    with zipfile.ZipFile(tmp_path / name) as archive:
        inside = {
            info.filename.partition("/")[2]: archive.read(info) for info in archive.infolist() if not info.is_dir()
        }
    assert {name: content for name, content in files if name in inside} == inside
