"""Bytes to text: what is no regular file, too large or not UTF-8 is refused, with its place and its repair."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.messages import render
from planbuilder.source import Problem, Source, Span
from planbuilder.source.parsing import parse
from planbuilder.source.reading import MAX_BYTES, decode, read

BROKEN = {
    "latin-1": ("a: b\ntexte: Événement\n".encode("latin-1"), "encoding", 2, 8),
    "windows-1252": ("a: l’heure\n".encode("cp1252"), "encoding", 1, 5),
    "after an accent, counted in characters": ("é: é\n".encode() + b"\xff", "encoding", 2, 1),
    "cut in a character": ("a: é".encode()[:-1], "encoding", 1, 4),
    "UTF-16 with its mark": ("a: b\n".encode("utf-16"), "encoding", 1, 1),
    "UTF-16, big end first": (b"\xfe\xff" + "a: b\n".encode("utf-16-be"), "encoding", 1, 1),
    "UTF-16 without mark": ("about: b\n".encode("utf-16-le"), "encoding", 1, 1),
    "UTF-16 without mark, big end first": ("about: b\n".encode("utf-16-be"), "encoding", 1, 1),
    "UTF-32": ("about: b\n".encode("utf-32"), "encoding", 1, 1),
    "a surrogate in UTF-8": (b"a: \xed\xa0\xbd\n", "encoding", 1, 4),
    "overlong": (b"a: \xc0\xaf\n", "encoding", 1, 4),
    "RTF, as TextEdit saves": (b"{\\rtf1\\ansi about:}\n", "document", 1, 1),
    "Word": (b"PK\x03\x04\x14\x00", "document", 1, 1),
    "PDF": (b"%PDF-1.7\n", "document", 1, 1),
    "too large": (b"#" * (MAX_BYTES + 1), "too-large", 1, 1),
}


@pytest.mark.parametrize(("raw", "kind", "line", "column"), BROKEN.values(), ids=BROKEN)
def test_bytes_that_are_no_text_are_refused_at_their_place(raw: bytes, kind: str, line: int, column: int) -> None:
    problem = decode(raw, "plan.yaml")
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.span) == (kind, Span("plan.yaml", line, column))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("latin-1", "not written in UTF-8"),
        ("cut in a character", "a part of it is missing"),
        ("UTF-16 without mark", "in UTF-16"),
    ],
)
def test_the_sentence_tells_a_wrong_encoding_from_a_cut_file(name: str, words: str) -> None:
    problem = decode(BROKEN[name][0], "plan.yaml")
    assert isinstance(problem, Problem)
    assert words in render(problem.message, "en")


def test_a_file_of_exactly_the_limit_is_read() -> None:
    assert isinstance(decode(b"#" * MAX_BYTES, "x"), Source)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode("utf-8"), "x") == Source("x", text.removeprefix("\ufeff"))


def test_the_mark_that_notepad_puts_in_front_is_no_mistake() -> None:
    assert decode(b"\xef\xbb\xbfabout: b\n", "x") == Source("x", "about: b\n", bom=True)
    inside = decode(b"about:\n\xef\xbb\xbf  a: b\n", "x")
    assert isinstance(inside, Source)
    assert [problem.kind for problem in parse(inside)[1]] == ["bom"]


@given(st.binary())
def test_any_bytes_give_a_text_or_a_problem_inside_the_file(raw: bytes) -> None:
    found = decode(raw, "x")
    if isinstance(found, Problem):
        assert found.span is not None
        assert 1 <= found.span.line <= raw.count(b"\n") + 1
        assert 1 <= found.span.column <= len(raw) + 1


@given(
    st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])), min_size=1),
    st.sampled_from(["\n", "\r\n"]),
)
def test_lines_are_counted_from_one_and_come_without_their_ends(lines: list[str], end: str) -> None:
    source = Source("x", end.join(lines))
    assert [source.line(n) for n in range(1, len(lines) + 1)] == lines
    assert source.line(0) == source.line(len(lines) + 1) == source.line(-1) == ""


def test_a_regular_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("about: é\n", "utf-8")
    assert read(tmp_path / "plan.yaml", "shown.yaml") == Source("shown.yaml", "about: é\n")


def refused(path: Path) -> str:
    problem = read(path, "shown.yaml")
    assert isinstance(problem, Problem)
    assert problem.span == Span("shown.yaml", 1, 1)
    assert render(problem.message, "en")
    assert render(problem.fix, "en")
    return problem.kind


def test_links_are_refused_wherever_they_lead(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("a: b")
    for target in ("real.yaml", "nowhere", "/dev/zero", "link.yaml"):
        link = tmp_path / "link.yaml"
        link.symlink_to(target)
        assert refused(link) == "link"
        link.unlink()


def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(os.fspath(tmp_path / "s.yaml"))
        for name in ("pipe.yaml", "folder.yaml", "s.yaml"):
            assert refused(tmp_path / name) == "not-a-file"
    assert refused(Path("/dev/zero")) == "not-a-file"


def test_a_pipe_put_in_the_place_of_a_file_at_the_last_moment_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "plan.yaml").write_text("a: b")
    before = (tmp_path / "plan.yaml").lstat()
    monkeypatch.setattr("os.lstat", lambda path: before)
    assert refused(tmp_path / "pipe.yaml") == "not-a-file"


@pytest.mark.parametrize(
    ("error", "words"),
    [(PermissionError, "no permission"), (FileNotFoundError, "gone"), (OSError, "cannot be opened")],
)
def test_a_file_that_the_system_does_not_open_is_a_problem(
    error: type[OSError], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise error(5, "raw words of the system")

    monkeypatch.setattr("os.lstat", fail)
    problem = read(Path("plan.yaml"), "plan.yaml")
    assert isinstance(problem, Problem)
    assert problem.kind == "unreadable"
    assert words in render(problem.message, "en")
    assert "raw words" not in render(problem.message, "fr")


def test_a_file_that_grows_while_it_is_read_stays_in_bounds(tmp_path: Path) -> None:
    (tmp_path / "big.yaml").write_bytes(b"#" * (MAX_BYTES + 2))
    assert refused(tmp_path / "big.yaml") == "too-large"
