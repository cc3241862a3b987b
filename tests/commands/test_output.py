"""Where output goes, in which colours, and what a full disk or a narrow alphabet does to it."""

import io
import os
import stat
from pathlib import Path

import pytest

from planbuilder.commands._output import Screen, wants_colour
from planbuilder.commands._refusal import NobodyReads, Refusal
from planbuilder.commands._writing import replacing
from planbuilder.reporters import Piece


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"CI": "true"}, False),
        ({"TERM": "dumb"}, False),
        ({"FORCE_COLOR": "1", "CI": "true"}, True),
        ({"FORCE_COLOR": "0"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(environment: dict[str, str], colour: bool) -> None:
    assert wants_colour(Terminal(), environment) is colour


def test_a_file_gets_no_colour_unless_forced() -> None:
    assert not wants_colour(io.StringIO(), {})
    assert wants_colour(io.StringIO(), {"FORCE_COLOR": "1"})


def test_lines_are_lines() -> None:
    stream = io.StringIO()
    Screen(stream).emit([("a\nb", Piece("\x1b[2J", "error")), ()])
    assert stream.getvalue() == "a\\u{a}b\\u{1b}[2J\n\n"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_every_console_can_show_every_line(encoding: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace", newline="")
    Screen(stream).emit([("→ « é » 地 \ud800",)])
    stream.flush()
    arrow = "→" if encoding == "utf-8" else "->"
    assert raw.getvalue().decode(encoding).startswith(arrow)


def test_a_reader_that_went_away_is_told_apart() -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    with pytest.raises(NobodyReads):
        Screen(Closed()).emit([("x",)])


def test_a_file_takes_its_place_when_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old", "utf-8")
    with replacing(file) as stream:
        stream.write("é\r\n")
        assert file.read_text("utf-8") == "old"
    assert file.read_bytes() == "é\r\n".encode()


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old", "utf-8")
    with pytest.raises(ZeroDivisionError), replacing(file) as stream:
        stream.write(str(1 / 0))
    assert file.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_permissions_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old", "utf-8")
    file.chmod(0o640)
    with replacing(file) as stream:
        stream.write("new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "real" / "a.txt")
    with replacing(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "a.txt").read_text("utf-8") == "new"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
def test_a_device_is_written_to_and_stays_a_device() -> None:
    with replacing(Path(os.devnull)) as stream:
        stream.write("new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal), replacing(tmp_path / "nowhere" / "a.txt"):
        raise AssertionError("the block must not begin")
