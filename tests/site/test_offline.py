"""The worker of a tree names every file with what it holds, and the gate holds it to that."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.messages import render
from planbuilder.pages import Page, Tree
from planbuilder.plan import Visibility
from planbuilder.plan.leaks import watch
from planbuilder.site import Built
from planbuilder.site.gate import look_at
from planbuilder.site.manifest import NAME, files_below
from planbuilder.site.offline import MANIFEST, WORKER, add_worker, is_kept, kept_by, named_by, web_manifest, worker

TREE = Tree("fr", Visibility.STAFF, "Plan « A »", (Page("index.md", "T", "# T\n"),), (("T", "index.md"),), ())


@given(st.dictionaries(st.text(min_size=1), st.binary()))
def test_a_worker_names_its_files_whatever_they_are_called(files: dict[str, bytes]) -> None:
    script = worker(files).decode()
    kept = kept_by(script)
    assert kept.keys() == files.keys()
    assert all(is_kept(content, kept[path]) for path, content in files.items())
    assert not any(is_kept(content + b"x", kept[path]) for path, content in files.items())


def test_the_same_files_give_the_same_worker_and_any_other_byte_another_version() -> None:
    assert worker({"a": b"1", "b": b"2"}) == worker({"b": b"2", "a": b"1"})
    assert len({worker({"a": b"1"}), worker({"a": b"2"}), worker({"b": b"1"})}) == 3
    assert b'VERSION = ""' not in worker({})


def test_a_worker_that_keeps_what_was_opened_is_another_one_once_any_of_it_changes() -> None:
    one, other, none = (worker({"a": b"1"}, opened) for opened in ({"b": b"2", "c": b"3"}, {"b": b"2", "c": b"4"}, {}))
    assert len({one, other, none}) == 3
    assert kept_by(one.decode()) == kept_by(none.decode())
    assert worker({"a": b"1"}, {"c": b"3", "b": b"2"}) == one
    assert (b"OPENED = true;" in one, b"OPENED = true;" in none) == (True, False)


def test_a_worker_is_a_script_that_runs(tmp_path: Path, node: str) -> None:
    (tmp_path / "sw.js").write_bytes(worker({"a b.html": b"1", "</script>": b"2"}))
    assert subprocess.run([node, "--check", tmp_path / "sw.js"], check=False).returncode == 0


@pytest.fixture
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("Node.js is not installed")
    return found


@pytest.mark.parametrize("script", ["", "FILES = [1];", "var FILES = {bad};", "var FILES = "])
def test_a_foreign_worker_is_known_as_one(script: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        kept_by(script)


def test_the_manifest_is_in_the_language_of_its_tree() -> None:
    manifest = json.loads(web_manifest(TREE))
    assert (manifest["name"], manifest["lang"], manifest["dir"]) == ("Plan « A »", "fr", "ltr")
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    assert named_by(web_manifest(TREE).decode())[0] == "index.html"


@pytest.mark.parametrize("manifest", ["[]", "{", '{"start_url": "x"}', '{"start_url": "x", "icons": [1]}'])
def test_what_is_no_manifest_is_known_as_such(manifest: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        named_by(manifest)


class TestTheGate:
    def told(self, folder: Path, file: str) -> list[str]:
        return [f"{one.file}: {render(one.message, 'en')}" for one in look_at(folder, file, watch(())).refusals]

    def test_a_file_that_changed_after_its_worker_was_written(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text("1")
        add_worker(tmp_path, ["a.html"])
        assert self.told(tmp_path, WORKER) == []
        (tmp_path / "a.html").write_text("2")
        assert self.told(tmp_path, WORKER) == [
            "a.html: The worker for offline reading expects another content of this file."
        ]

    def test_a_worker_and_a_manifest_lead_to_files_that_must_exist(self, tmp_path: Path) -> None:
        (tmp_path / WORKER).write_bytes(worker({"gone.html": b""}))
        (tmp_path / MANIFEST).write_bytes(web_manifest(TREE))
        assert look_at(tmp_path, WORKER, watch(())).loads == ("gone.html",)
        assert "assets/shell/maskable.png" in look_at(tmp_path, MANIFEST, watch(())).loads

    @pytest.mark.parametrize("file", [WORKER, MANIFEST])
    def test_one_that_nobody_understands(self, tmp_path: Path, file: str) -> None:
        (tmp_path / file).write_text("{}")
        assert self.told(tmp_path, file) == [f"{file}: Nobody can tell what this file would keep for offline reading."]


def test_every_file_of_a_built_tree_is_kept(site: tuple[Path, Built]) -> None:
    for edition in ("site", "site-crisis-team"):
        for language in ("fr", "en"):
            tree = site[0] / edition / language
            kept = kept_by((tree / WORKER).read_text("utf-8"))
            assert {*kept, WORKER} == {file for file in files_below(tree) if file != NAME}
