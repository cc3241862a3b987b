"""The site in one file: what was published and nothing else, the same bytes wherever it is made."""

import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.plan import Visibility
from planbuilder.site import build, building
from planbuilder.site.archive import archive_name, write_archive
from planbuilder.site.manifest import NAME, files_below

TODAY = date(2026, 11, 21)


def entries(file: Path) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return archive.infolist()


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.html").write_bytes(b"2")
    (tmp_path / "a.html").write_bytes(b"1")

    def write(name: str = "plan.zip", day: date = TODAY, files: tuple[str, ...] = ("b/x.html", "a.html")) -> Path:
        write_archive(tmp_path, files, tmp_path / name, day)
        return tmp_path / name

    return write


def test_the_files_stand_in_order_below_one_folder_and_are_plain(written: Callable[..., Path]) -> None:
    found = entries(written())
    assert [entry.filename for entry in found] == ["plan/a.html", "plan/b/x.html"]
    assert {entry.date_time for entry in found} == {(2026, 11, 21, 0, 0, 0)}
    assert {stat.filemode(entry.external_attr >> 16) for entry in found} == {"-rw-r--r--"}


def test_order_time_and_system_do_not_change_a_byte(
    written: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = written().read_bytes()
    (tmp_path / "a.html").touch()
    (tmp_path / "a.html").chmod(0o755)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert written(day=date(2030, 1, 1), files=("a.html", "b/x.html")).read_bytes() == first


@pytest.mark.parametrize(
    ("epoch", "dated"),
    [
        ("1700000000", (2023, 11, 14, 22, 13, 20)),
        ("0", (1980, 1, 1, 0, 0, 0)),
        ("soon", (2026, 11, 21, 0, 0, 0)),
        ("9" * 30, (2026, 11, 21, 0, 0, 0)),
    ],
)
def test_the_time_is_the_one_asked_for_where_it_is_one(
    written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, epoch: str, dated: tuple[int, ...]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert {entry.date_time for entry in entries(written())} == {dated}


@given(st.dates())
def test_any_day_can_be_written(tmp_path_factory: pytest.TempPathFactory, day: date) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "a").write_bytes(b"1")
    write_archive(folder, ["a"], folder / "x.zip", day)
    assert len(entries(folder / "x.zip")) == 1


@pytest.mark.usefixtures("quick_engine")
class TestWithABuild:
    def test_each_edition_has_its_own_of_what_was_published(self, plan: Path, tmp_path: Path) -> None:
        built = build(plan, tmp_path / "site", today=TODAY, editions=list(Visibility), archive=True)
        for one in built.published:
            assert one.archive == one.folder / archive_name(one.edition)
            with zipfile.ZipFile(one.archive) as archive:
                held = {name.removeprefix(f"{one.archive.stem}/"): archive.read(name) for name in archive.namelist()}
            assert held == {
                file: (one.folder / file).read_bytes()
                for file in files_below(one.folder)
                if file not in {NAME, one.archive.name}
            }

    def test_a_file_of_somebody_else_in_the_output_is_not_in_it(self, plan: Path, tmp_path: Path) -> None:
        build(plan, tmp_path / "site", today=TODAY)
        (tmp_path / "site" / "private.txt").write_text("mine")
        (published,) = build(plan, tmp_path / "site", today=TODAY, archive=True).published
        assert published.archive is not None
        assert (tmp_path / "site" / "private.txt").is_file()
        assert not any("private" in entry.filename for entry in entries(published.archive))

    def test_the_next_build_takes_it_away_when_it_is_not_asked_for(self, plan: Path, tmp_path: Path) -> None:
        build(plan, tmp_path / "site", today=TODAY, archive=True)
        assert list((tmp_path / "site").glob("*.zip"))
        (published,) = build(plan, tmp_path / "site", today=TODAY).published
        assert published.archive is None
        assert not list((tmp_path / "site").glob("*.zip"))

    def test_a_failure_leaves_the_output_as_it_was(
        self, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(plan, tmp_path / "site", today=TODAY)
        before = {file: (tmp_path / "site" / file).read_bytes() for file in files_below(tmp_path / "site")}

        def torn(_folder: Path, _files: object, target: Path, _day: date) -> None:
            target.write_bytes(b"half")
            raise RuntimeError("torn")

        monkeypatch.setattr(building, "write_archive", torn)
        with pytest.raises(RuntimeError, match="torn"):
            build(plan, tmp_path / "site", today=TODAY, archive=True)
        assert {file: (tmp_path / "site" / file).read_bytes() for file in files_below(tmp_path / "site")} == before
