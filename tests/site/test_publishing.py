"""The output folder holds the old output or the new one, and nothing of the user's is ever lost."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.messages import render
from planbuilder.site import exchange as exchanging
from planbuilder.site import publishing
from planbuilder.site.locking import LOCK
from planbuilder.site.manifest import NAME, read_manifest
from planbuilder.site.outcome import CannotBuild
from planbuilder.site.publishing import keep_apart, staging

PAGES = 12


def publish(out: Path, generation: str, *, pages: int = PAGES) -> None:
    with staging(out, "site staff") as stage:
        for number in range(pages):
            page = stage.folder / "fr" / f"page-{number}.html"
            page.parent.mkdir(exist_ok=True)
            page.write_text(generation)
        stage.publish()


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != NAME
    }


def site_of(generation: str, *, pages: int = PAGES) -> dict[str, str]:
    return {f"fr/page-{number}.html": generation for number in range(pages)}


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(CannotBuild) as refused:
        action()
    return render(refused.value.message, "en")


@pytest.fixture(params=["one step", "two steps"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two steps":
        monkeypatch.setattr(exchanging, "_in_one_step", lambda _new, _place: False)


@pytest.mark.usefixtures("either_way")
def test_the_new_output_replaces_the_old_one_whole(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, "old", pages=20)
    publish(out, "new", pages=3)
    assert contents(out) == site_of("new", pages=3)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_output_can_be_asked_for_below_folders_that_do_not_exist_yet(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b" / "site", "new")
    assert contents(tmp_path / "a" / "b" / "site") == site_of("new")


@pytest.mark.usefixtures("either_way")
def test_whatever_is_not_ours_stays(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, "old")
    (out / "CNAME").write_text("plan.example.org")
    (out / ".git").mkdir()
    (out / ".git" / "HEAD").write_text("ref")
    (out / "fr" / "mine.txt").write_text("notes")
    (out / "empty").mkdir()
    (out / "link").symlink_to("CNAME")
    publish(out, "new")
    mine = {"CNAME": "plan.example.org", ".git/HEAD": "ref", "fr/mine.txt": "notes", "link": "plan.example.org"}
    assert contents(out) == site_of("new") | mine
    assert (out / "link").is_symlink()
    assert (out / "empty").is_dir()


names = st.text("aé.-_ b", min_size=1, max_size=4).filter(lambda name: name not in {".", ".."} and name != NAME)
paths = st.lists(names, min_size=1, max_size=3).map("/".join)


@given(st.dictionaries(paths, st.text(max_size=5), max_size=6))
def test_any_foreign_files_survive_any_number_of_builds(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder).resolve() / "site"
        publish(out, "old", pages=2)
        kept = {}
        for path, text in files.items():
            place = out / "fr" / path
            if any(parent.is_file() for parent in place.parents) or place.is_dir():
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, newline="")
            kept[f"fr/{path}"] = text
        for generation in ("new", "newer"):
            publish(out, generation, pages=2)
        found = {name: (out / name).read_bytes().decode() for name in kept}
        assert found == kept
        assert all((out / name).read_text() == "newer" for name in site_of("", pages=2))


def test_a_file_of_the_user_where_the_new_site_has_a_page_stops_the_build(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, "old", pages=2)
    (out / "fr" / "page-2.html").write_text("mine")
    assert "page-2.html is in the way" in refusal(lambda: publish(out, "new", pages=3))
    assert contents(out) == site_of("old", pages=2) | {"fr/page-2.html": "mine"}


def test_a_file_of_the_user_where_the_new_site_has_a_folder_stops_the_build(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, "old", pages=0)
    (out / "fr").write_text("mine")
    assert "is in the way" in refusal(lambda: publish(out, "new"))
    assert (out / "fr").read_text() == "mine"


def test_a_file_that_its_owner_changes_between_carrying_over_and_the_swap_is_the_one_that_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    publish(out, "old")
    (out / "notes").write_text("first")

    def edited(new: Path, place: Path, old: Path) -> None:
        (place / "draft").write_text("second")
        (place / "draft").replace(place / "notes")
        (place / "late").write_text("late")
        exchanging.exchange(new, place, old)

    monkeypatch.setattr(publishing, "exchange", edited)
    publish(out, "new")
    assert contents(out) == site_of("new") | {"notes": "second", "late": "late"}


@pytest.mark.parametrize("fill", ["index.html", NAME, ".git"])
def test_a_folder_with_files_that_planbuilder_did_not_write_is_refused(tmp_path: Path, fill: str) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / fill).write_text('{"version": 1}')
    assert "holds files that planbuilder did not write" in refusal(lambda: publish(out, "new"))
    assert (out / fill).read_text() == '{"version": 1}'


def test_an_empty_folder_is_taken_and_keeps_its_permissions(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir(mode=0o750)
    publish(out, "new")
    assert contents(out) == site_of("new")
    assert out.stat().st_mode & 0o777 == 0o750


def test_a_link_a_file_the_root_the_home_and_the_current_folder_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "file").write_text("mine")
    assert "is a link" in refusal(lambda: publish(tmp_path / "link", "new"))
    assert "is a file" in refusal(lambda: publish(tmp_path / "file", "new"))
    assert "cannot replace the folder /" in refusal(lambda: publish(Path("/"), "new"))
    monkeypatch.setenv("HOME", str(tmp_path / "real"))
    assert "cannot replace" in refusal(lambda: publish(tmp_path / "real", "new"))
    monkeypatch.setenv("HOME", "/nowhere")
    monkeypatch.chdir(tmp_path / "real")
    assert "cannot replace" in refusal(lambda: publish(Path(), "new"))
    assert "cannot replace" in refusal(lambda: publish(Path("../real"), "new"))
    assert list((tmp_path / "real").iterdir()) == []


def test_one_edition_never_replaces_another(tmp_path: Path) -> None:
    publish(tmp_path / "site", "old")

    def other() -> None:
        with staging(tmp_path / "site", "site crisis-team"):
            pass

    assert "holds another edition" in refusal(other)
    assert contents(tmp_path / "site") == site_of("old")


def test_an_output_around_or_inside_the_plans_is_refused(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    (plans / "site").mkdir(parents=True)
    (tmp_path / "alias").symlink_to(plans)
    for out in (plans, tmp_path, tmp_path / "alias"):
        assert "The plans themselves are in" in refusal(partial(keep_apart, out, plans))
    for out in (plans / "site", tmp_path / "alias" / "site"):
        assert "is inside the plans" in refusal(partial(keep_apart, out, plans))
    keep_apart(tmp_path / "plans-site", plans)


def test_a_folder_of_the_user_with_the_name_of_our_work_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".site.planbuilder").mkdir()
    (tmp_path / ".site.planbuilder" / "mine").write_text("mine")
    assert "did not write it" in refusal(lambda: publish(tmp_path / "site", "new"))
    assert (tmp_path / ".site.planbuilder" / "mine").read_text() == "mine"


def test_while_one_build_runs_another_is_refused(tmp_path: Path) -> None:
    with staging(tmp_path / "site", "site staff"):
        assert "Another build is running" in refusal(lambda: publish(tmp_path / "site", "new"))
        publish(tmp_path / "site-crisis-team", "new")
    publish(tmp_path / "site", "new")


def test_many_builders_at_once_publish_or_are_refused_and_leave_one_whole_site(tmp_path: Path) -> None:
    outcomes: list[str] = []
    start = threading.Barrier(8)

    def builder(number: int) -> None:
        start.wait()
        try:
            publish(tmp_path / "site", f"builder {number}")
            outcomes.append("published")
        except CannotBuild as refused:
            outcomes.append(refused.message.text)

    threads = [threading.Thread(target=builder, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "published" in outcomes
    assert set(outcomes) <= {"published", "Another build is running for the same output folder."}
    assert len(set(contents(tmp_path / "site").values())) == 1
    assert contents(tmp_path / "site").keys() == site_of("").keys()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_reader_never_misses_a_page(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, "0")
    reads: list[str] = []
    ended = threading.Event()

    def reader() -> None:
        while not ended.is_set():
            for page in site_of(""):
                try:
                    reads.append((out / page).read_text())
                except FileNotFoundError:
                    reads.append("missing")

    thread = threading.Thread(target=reader)
    thread.start()
    for generation in range(1, 30):
        publish(out, str(generation))
    ended.set()
    thread.join()
    assert len(reads) >= PAGES
    assert set(reads) <= {str(generation) for generation in range(30)}


@pytest.mark.parametrize("interruption", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["write_bytes", "mkdir", "link", "exchange"])
@pytest.mark.usefixtures("either_way")
def test_a_full_disk_or_ctrl_c_leaves_the_old_output_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interruption: BaseException, step: str
) -> None:
    out = tmp_path / "site"
    publish(out, "old")
    (out / "notes").write_text("mine")
    whole = contents(out)

    def interrupted(*_: object, **__: object) -> None:
        raise interruption

    with monkeypatch.context() as patch:
        if step == "link":
            patch.setattr(os, "link", interrupted)
            patch.setattr(shutil, "copy2", interrupted)
        elif step == "exchange":
            patch.setattr(publishing, "exchange", interrupted)
        else:
            patch.setattr(Path, step, interrupted)
        with pytest.raises((CannotBuild, KeyboardInterrupt)):
            publish(out, "new")
    assert contents(out) == whole
    publish(out, "new")
    assert contents(out) == site_of("new") | {"notes": "mine"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(publishing, "exchange", full)
    assert refusal(lambda: publish(tmp_path / "site", "new")) == "The output could not be written: the disk is full."


def test_two_renames_are_undone_when_the_second_fails(tmp_path: Path) -> None:
    (tmp_path / "place").mkdir()
    with pytest.raises(OSError, match="No such file"):
        exchanging.exchange(tmp_path / "missing", tmp_path / "place", tmp_path / "old")
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


def test_a_manifest_that_was_tampered_with_is_none(tmp_path: Path) -> None:
    for text in ("", "[]", '{"planbuilder": 2}', '{"planbuilder": 1, "holds": "x", "files": [1]}', "[" * 100_000):
        (tmp_path / NAME).write_text(text)
        assert read_manifest(tmp_path) is None
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).symlink_to("/proc/self/environ")
    assert read_manifest(tmp_path) is None


def test_the_same_output_has_the_same_manifest(tmp_path: Path) -> None:
    for name in ("a", "b"):
        publish(tmp_path / name, "same")
    assert (tmp_path / "a" / NAME).read_bytes() == (tmp_path / "b" / NAME).read_bytes()


@pytest.mark.parametrize("way", ["one step", "two steps"])
def test_a_kill_at_any_moment_leaves_one_whole_site_and_the_next_build_clears_up(tmp_path: Path, way: str) -> None:
    script = Path(__file__).with_name("killed_at_every_step.py")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), way], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert len(lines) >= 20, "one line per kill"
    broken = [line for line in lines if not line.endswith((": old", ": new"))]
    assert broken == []
    assert {line.split(": ")[-1] for line in lines} == {"old", "new"}
    assert LOCK not in {path.name for path in tmp_path.rglob("*")}
