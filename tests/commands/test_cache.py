"""What is kept of a check: never a verdict that a new check would not give."""

import os
import pickle
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planbuilder import checking, rules
from planbuilder.commands import _cache, _today
from planbuilder.findings import Profile
from planbuilder.loading import Loaded, find_plans
from planbuilder.outcome import Outcome
from planbuilder.reporters import FORMATS

from .conftest import Run

SHIPPED = Path(__file__).parents[2] / "plans"
EXAMPLE = Path(__file__).parents[1] / "plans" / "example"
DAY = ("--today", "2026-11-21")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own for every test."""
    kept = tmp_path / "cache"
    monkeypatch.setenv("PLANBUILDER_CACHE_DIR", str(kept))
    return kept


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The plans that were checked, and not looked up."""
    asked: list[str] = []
    real = checking.check

    def counted(loaded: Loaded, *rest: object) -> checking.Checked:
        asked.append(loaded.name)
        return real(loaded, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check", counted)
    return asked


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("source", [SHIPPED, EXAMPLE], ids=["without findings", "with findings"])
def test_the_second_report_is_the_first(planbuilder: Run, checks: list[str], name: str, source: Path) -> None:
    first = planbuilder("check", source, *DAY, "--format", name)
    asked = len(checks)
    again = planbuilder("check", source, *DAY, "--format", name)
    assert asked
    assert len(checks) == asked
    assert (again.code, again.out, again.err) == (first.code, first.out, first.err)


def change_a_letter(plan: Path) -> None:
    file = plan / "plan.yaml"
    file.write_text(file.read_text("utf-8").replace("Ana Ruiz", "Ana Ruis"), "utf-8")


def add_a_file(plan: Path) -> None:
    (plan / "more.yaml").write_text("", "utf-8")


def move_text_to_another_file(plan: Path) -> None:
    text = (plan / "plan.yaml").read_text("utf-8")
    head, sign, people = text.partition("people:")
    (plan / "plan.yaml").write_text(head, "utf-8")
    (plan / "q.yaml").write_text(sign + people, "utf-8")


def rename_a_file(plan: Path) -> None:
    (plan / "plan.yaml").rename(plan / "other.yaml")


def remove_it_all(plan: Path) -> None:
    (plan / "plan.yaml").unlink()


@pytest.mark.parametrize(
    "change", [change_a_letter, add_a_file, move_text_to_another_file, rename_a_file, remove_it_all]
)
def test_a_plan_that_has_changed_is_checked_again(
    planbuilder: Run, plan: Path, checks: list[str], change: Callable[[Path], None]
) -> None:
    planbuilder("check", plan, *DAY)
    change(plan)
    now = planbuilder("check", plan, *DAY)
    kept = os.environ.pop("PLANBUILDER_CACHE_DIR")
    os.environ["PLANBUILDER_CACHE_DIR"] = ""
    fresh = planbuilder("check", plan, *DAY)
    os.environ["PLANBUILDER_CACHE_DIR"] = kept
    assert (now.code, now.out, now.err) == (fresh.code, fresh.out, fresh.err)


def test_a_plan_that_cannot_be_read_is_never_kept(planbuilder: Run, plan: Path, folder: Path) -> None:
    (plan / "more.yaml").write_bytes(b"\xff\xfea\x00")
    assert planbuilder("check", plan, *DAY).code == 1
    assert not folder.exists()


def test_a_link_in_place_of_a_known_file_is_refused(planbuilder: Run, plan: Path, tmp_path: Path) -> None:
    assert planbuilder("check", plan, *DAY, "--fail-on", "never").code == 0
    shutil.move(plan / "plan.yaml", tmp_path / "elsewhere.yaml")
    (plan / "plan.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert "link" in planbuilder("check", plan, *DAY).out


def test_the_day_the_profile_and_the_standings_count(planbuilder: Run, plan: Path, checks: list[str]) -> None:
    for number, arguments in enumerate(
        [DAY, ("--today", "2026-11-22"), (*DAY, "--profile", "standard"), (*DAY, "--summary")], 1
    ):
        planbuilder("check", plan, *arguments)
        assert len(checks) == number


def test_without_a_day_the_outcome_holds_until_midnight_where_the_plan_is_at_home(
    planbuilder: Run, plan: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [datetime(2026, 11, 21, 22, 59, tzinfo=UTC)]

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return now[0].astimezone(tz)  # type: ignore[arg-type]

    monkeypatch.setattr(_today, "datetime", Clock)
    planbuilder("check", plan)
    planbuilder("check", plan)
    assert len(checks) == 1
    now[0] = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)
    assert "22 November 2026" in planbuilder("check", plan).out.replace("\u00a0", " ")
    assert len(checks) == 2


def test_another_program_knows_nothing_of_it(
    planbuilder: Run, plan: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    planbuilder("check", plan, *DAY)
    monkeypatch.setattr(_cache, "_program", lambda: ("another",))
    planbuilder("check", plan, *DAY)
    assert len(checks) == 2


def test_the_files_of_the_program_are_part_of_the_key() -> None:
    files = {Path(path).name for path, *_ in _cache._files(str(Path(_cache.__file__).parents[1]))}
    assert {"checking.py", "catalogue.py", "fr.json", "planbuilder.mo"} <= files


def test_with_rules_of_ones_own_nothing_is_kept(
    planbuilder: Run, plan: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "own_rules", lambda: (rules.CATALOGUE[0],))
    assert "PLAN-REVIEW-OVERDUE" in planbuilder("check", plan, *DAY).out
    assert not folder.exists()


def test_the_cache_can_be_switched_off(planbuilder: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANBUILDER_CACHE_DIR", "")
    assert _cache.opened(None, standings=False) is None


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_a_folder_that_others_may_write_to_is_not_trusted(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)
    assert _cache.opened(None, standings=False) is None
    folder.chmod(0o700)
    assert _cache.opened(None, standings=False) is not None


def test_nothing_happens_where_nothing_can_be_kept(planbuilder: Run, plan: Path, folder: Path) -> None:
    folder.write_text("a file is in the way", "utf-8")
    first = planbuilder("check", plan, *DAY)
    assert (first.out, first.code) == ((again := planbuilder("check", plan, *DAY)).out, again.code)


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch harmed",)


@pytest.mark.parametrize("content", [b"", b"\x80", pickle.dumps(Evil()), pickle.dumps((None, 1)), pickle.dumps(1)])
def test_a_damaged_or_foreign_file_is_passed_over(
    planbuilder: Run, plan: Path, folder: Path, checks: list[str], content: bytes
) -> None:
    first = planbuilder("check", plan, *DAY)
    (kept,) = folder.iterdir()
    kept.write_bytes(content)
    assert planbuilder("check", plan, *DAY) == first
    assert len(checks) == 2
    assert not Path("harmed").exists()


def test_the_oldest_go_where_there_are_too_many(
    planbuilder: Run, plan: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_cache, "MOST", 4)
    folder.mkdir()
    for number in range(4):
        (folder / f"old-{number}").touch()
        os.utime(folder / f"old-{number}", ns=(number, number))
    planbuilder("check", plan, *DAY)
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 2
    assert "old-3" in names


def test_of_several_plans_only_the_changed_one_is_checked(
    planbuilder: Run, tmp_path: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "c"):
        shutil.copytree(SHIPPED / "boulangerie-marceau", tmp_path / "plans" / name)
    planbuilder("check", *DAY)
    changed = tmp_path / "plans" / "b" / "plan.yaml"
    changed.write_text(changed.read_text("utf-8") + "\n# a word\n", "utf-8")
    checks.clear()
    report = planbuilder("check", *DAY)
    assert checks == ["b"]
    assert [line.split()[0] for line in report.out.splitlines() if line[:1] in set("abc")] == ["a", "b", "c"]


def test_an_outcome_survives_being_kept(tmp_path: Path) -> None:
    (plan,) = find_plans(EXAMPLE)
    cache = _cache.Cache(tmp_path / "kept", Profile.STANDARD, standings=True)
    from planbuilder.commands.check import Asked, _judge

    outcome = _judge(Asked(None, None, Profile.STANDARD, standings=True), cache, plan)
    key = cache.key(plan)
    assert key
    found = cache.find(key, outcome.today)
    assert isinstance(found, Outcome)
    assert found == outcome
    assert found.standings
