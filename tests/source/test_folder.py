"""Which files make a plan: all that a person would think of are read or named, and nothing else is touched."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from planbuilder.messages import render
from planbuilder.source import PlanFolder, as_they_were, find_plans, folder


def lay(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x-a: b\n")
    return root


def names(plan: PlanFolder) -> list[str]:
    return [Path(file).relative_to(plan.path).as_posix() for file in plan.files]


def kinds(plan: PlanFolder) -> list[tuple[str, str]]:
    return [(p.kind, Path(p.span.file).name) for p in plan.problems if p.span]


def only(path: Path) -> PlanFolder:
    [plan] = find_plans(path)
    return plan


def test_a_folder_with_yaml_files_is_one_plan_with_all_below(tmp_path: Path) -> None:
    plan = only(lay(tmp_path / "lumen", "about.yaml", "scenarios/b.yml", "scenarios/deep/a.yaml", "a/z.yaml"))
    assert plan.name == "lumen"
    assert names(plan) == ["a/z.yaml", "about.yaml", "scenarios/b.yml", "scenarios/deep/a.yaml"]
    assert plan.problems == ()


def test_a_folder_without_yaml_files_is_a_folder_of_plans(tmp_path: Path) -> None:
    lay(tmp_path, "zoe/a.yaml", "ana/sub/b.yaml", ".hidden/c.yaml", "README.md", "empty/notes.txt")
    plans = find_plans(tmp_path)
    assert [(p.name, names(p)) for p in plans] == [("ana", ["sub/b.yaml"]), ("empty", []), ("zoe", ["a.yaml"])]


def test_an_empty_folder_holds_no_plan(tmp_path: Path) -> None:
    assert find_plans(tmp_path) == []


@pytest.mark.parametrize("missing", ["nowhere", "file.yaml"])
def test_what_is_no_folder_is_an_error_of_the_system(missing: str, tmp_path: Path) -> None:
    lay(tmp_path, "file.yaml")
    with pytest.raises(OSError, match=missing):
        find_plans(tmp_path / missing)


def test_endings_count_in_small_and_capital_letters_and_others_are_left_alone(tmp_path: Path) -> None:
    lay(tmp_path, "a.YAML", "b.Yml", "c.yaml", ".d.yaml", "e.yaml~", "f.yaml.txt", "g.json", "yaml", "h.yaml.bak")
    assert names(only(tmp_path)) == ["a.YAML", "b.Yml", "c.yaml"]


def test_links_to_files_and_folders_are_named_and_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, "elsewhere/secret.yaml", "plan/a.yaml", "elsewhere/README")
    plan = tmp_path / "plan"
    (plan / "b.yaml").symlink_to(tmp_path / "elsewhere/secret.yaml")
    (plan / "folder").symlink_to(tmp_path / "elsewhere")
    (plan / "lost").symlink_to(tmp_path / "nowhere")
    (plan / "loop").symlink_to("loop")
    (plan / "LICENSE").symlink_to(tmp_path / "elsewhere/README")
    found = only(plan)
    assert names(found) == ["a.yaml"]
    assert kinds(found) == [("link", "b.yaml"), ("link", "folder"), ("link", "loop"), ("link", "lost")]


def test_a_link_among_plans_is_named(tmp_path: Path) -> None:
    lay(tmp_path, "plans/lumen/a.yaml", "other/b.yaml")
    (tmp_path / "plans/other").symlink_to(tmp_path / "other")
    lumen, other = find_plans(tmp_path / "plans")
    assert lumen.problems == ()
    assert (other.name, other.files, kinds(other)) == ("other", (), [("link", "other")])


def test_a_folder_named_by_a_link_is_read(tmp_path: Path) -> None:
    lay(tmp_path, "real/a.yaml")
    (tmp_path / "link").symlink_to("real")
    assert names(only(tmp_path / "link")) == ["a.yaml"]


def test_a_plan_of_nothing_but_a_link_is_not_silent(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("/etc/hostname")
    assert kinds(only(tmp_path)) == [("link", "a.yaml")]


def test_a_file_that_an_editor_renamed_is_named(tmp_path: Path) -> None:
    lay(tmp_path, "a.yaml", "b.YAML.txt", "notes.txt")
    plan = only(tmp_path)
    assert names(plan) == ["a.yaml"]
    assert kinds(plan) == [("file-name", "b.YAML.txt")]


def test_a_folder_with_the_name_of_a_file_is_named(tmp_path: Path) -> None:
    lay(tmp_path, "a.yaml", "b.yaml/c.yaml")
    plan = only(tmp_path)
    assert names(plan) == ["a.yaml"]
    assert kinds(plan) == [("not-a-file", "b.yaml")]


def test_a_pipe_is_left_to_the_reader_who_refuses_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert names(only(tmp_path)) == ["a.yaml"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\n::error::x.yaml", r"a\u{a}::error::x.yaml"),
        ("a\x1b[31m.yaml", r"a\u{1b}[31m.yaml"),
        ("a\u202egpj.yaml", r"a\u{202e}gpj.yaml"),
        ("a\r.yaml", r"a\u{d}.yaml"),
        ("a\udce9.yaml", r"a\u{dce9}.yaml"),
    ],
)
def test_names_that_cannot_be_shown_are_refused_and_never_shown(name: str, shown: str, tmp_path: Path) -> None:
    lay(tmp_path, "b.yaml", name, f"{name.removesuffix('.yaml')}/c.yaml")
    plan = only(tmp_path)
    assert names(plan) == ["b.yaml"]
    assert kinds(plan) == [("file-name", shown.removesuffix(".yaml")), ("file-name", shown)]
    assert all(p.span and p.span.file.isprintable() for p in plan.problems)


def test_a_plan_whose_folder_cannot_be_shown_is_named_without_harm(tmp_path: Path) -> None:
    lay(tmp_path, "x\ny/a.yaml")
    plan = only(tmp_path)
    assert plan.name == r"x\u{a}y"
    assert kinds(plan) == [("file-name", r"x\u{a}y")]


def test_folders_are_followed_down_to_the_limit(tmp_path: Path) -> None:
    lay(tmp_path, "a.yaml", "/".join("d" * folder.MAX_FOLDERS_DEEP) + "/ok.yaml")
    assert len(only(tmp_path).files) == 2
    lay(tmp_path, "/".join("d" * (folder.MAX_FOLDERS_DEEP + 1)) + "/lost.yaml")
    plan = only(tmp_path)
    assert len(plan.files) == 2
    assert [p.kind for p in plan.problems] == ["too-deep"]


@pytest.mark.parametrize(
    ("limit", "value", "kind"),
    [("MAX_FILES", 2, "too-many"), ("MAX_ENTRIES", 2, "too-many"), ("MAX_TOTAL_BYTES", 20, "too-large")],
)
def test_beyond_a_bound_the_plan_is_refused_as_a_whole(
    limit: str, value: int, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, "a.yaml", "b.yaml", "c/c.yaml")
    monkeypatch.setattr(folder, limit, value)
    plan = only(tmp_path)
    assert plan.files == ()
    assert kinds(plan) == [(kind, tmp_path.name)]


def test_the_bounds_themselves_are_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "a.yaml", "b.yaml", "c.yaml")
    monkeypatch.setattr(folder, "MAX_FILES", 3)
    monkeypatch.setattr(folder, "MAX_ENTRIES", 3)
    monkeypatch.setattr(folder, "MAX_TOTAL_BYTES", 21)
    assert len(only(tmp_path).files) == 3


def test_a_subfolder_that_cannot_be_listed_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "a.yaml", "closed/b.yaml")
    listing = os.scandir

    def scandir(path: str | Path) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "closed":
            raise PermissionError(13, "raw words of the system", path)
        return listing(path)

    monkeypatch.setattr("os.scandir", scandir)
    plan = only(tmp_path)
    assert names(plan) == ["a.yaml"]
    assert kinds(plan) == [("unreadable", "closed")]
    assert "raw words" not in render(plan.problems[0].message, "en")


def test_one_plan_is_itself_whatever_its_folder_was_called() -> None:
    assert as_they_were({"old": 1}, ["new"]) == {"new": 1}


def test_of_several_plans_each_is_what_has_its_name() -> None:
    older = {"a": 1, "b": 2}
    assert as_they_were(older, ["b", "c"]) == older
    assert as_they_were(older, ["c"]) == older
    assert as_they_were({}, ["c"]) == {}
