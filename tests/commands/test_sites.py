"""`planbuilder build`, `render` and `serve`: what reaches the site's door, and what the person is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbuilder.checking import check
from planbuilder.commands import build, render, serve
from planbuilder.findings import Profile
from planbuilder.loading import Loaded, load_texts
from planbuilder.messages import say
from planbuilder.plan import Visibility
from planbuilder.site import Built, CannotBuild, Published, Refusal

from .conftest import PLAN, Run

TODAY = date(2026, 11, 21)


def built(text: str = PLAN, refusals: tuple[Refusal, ...] = (), pages: int = 12) -> Built:
    loaded: Loaded = load_texts({"plan.yaml": text})
    published = Published(Visibility.STAFF, Path("site"), ("plan",), ("en",), pages)
    stopped = bool(refusals) or loaded.plan is None
    return Built((check(loaded, TODAY, rules=[]),), () if stopped else (published,), refusals)


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The site's door: what it was asked, and `answer`, what it answers."""
    asked: dict[str, Any] = {"answer": built()}

    def open_door(*arguments: object, **options: object) -> Built:
        asked.update(options, arguments=arguments)
        if isinstance(asked["answer"], Exception):
            raise asked["answer"]
        told = options.get("told")
        if callable(told):
            told("http://127.0.0.1:8000", asked["answer"])
        answer = asked["answer"]
        assert isinstance(answer, Built)
        return answer

    for module, name in ((build, "build"), (render, "render"), (serve, "serve")):
        monkeypatch.setattr(module, name, open_door)
    return asked


def test_build_says_what_was_published(planbuilder: Run, plan: Path, door: dict[str, Any]) -> None:
    ran = planbuilder("build", plan, "--today", "2026-11-21")
    assert (ran.code, ran.out, ran.err) == (0, "site: 12 pages, edition `staff`.\n", "")
    assert door["arguments"] == (plan, None)
    assert door["editions"] == (Visibility.STAFF,)
    assert door["today"] == TODAY


def test_build_passes_on_what_was_asked(planbuilder: Run, plan: Path, door: dict[str, Any]) -> None:
    (plan.parent / "my.yml").write_text("theme: material\n", "utf-8")
    planbuilder(
        "build", plan, "--out", "public", "--edition", "crisis-team", "--edition", "staff", "--edition", "staff",
        "--lang", "fr", "--profile", "advanced", "--config", "my.yml",
    )  # fmt: skip
    assert door["arguments"] == (plan, Path("public"))
    assert door["editions"] == (Visibility.CRISIS_TEAM, Visibility.STAFF)
    assert (door["lang"], door["profile"], door["config"]) == ("fr", Profile.ADVANCED, Path("my.yml"))


def test_build_makes_a_zip_file_where_it_is_asked_to_and_names_it(
    planbuilder: Run, plan: Path, door: dict[str, Any]
) -> None:
    planbuilder("build", plan)
    assert not door["archive"]
    answer = built()
    door["answer"] = replace(answer, published=(replace(answer.published[0], archive=Path("site/x.zip")),))
    ran = planbuilder("build", plan, "--zip")
    assert door["archive"]
    assert ran.out == "site: 12 pages, edition `staff`.\nsite/x.zip: the same in one file.\n"


def test_a_plan_that_cannot_be_read_is_reported_and_exits_with_1(
    planbuilder: Run, plan: Path, door: dict[str, Any]
) -> None:
    door["answer"] = built("about: {organisation: x, languages: [en], owned: x}\n")
    ran = planbuilder("build", plan)
    assert (ran.code, ran.out) == (1, "")
    assert "plan.yaml:1:43" in ran.err
    assert "Nothing was published; what was there before still stands." in ran.err


def test_what_the_gate_stopped_is_told_and_exits_with_1(planbuilder: Run, plan: Path, door: dict[str, Any]) -> None:
    door["answer"] = built(refusals=(Refusal(say("A page asks others."), say("Remove it."), "index.html", 3),))
    ran = planbuilder("build", plan)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[:4] == [
        "index.html", "  A page asks others.", "  → Remove it.", "  The same in 3 more places."
    ]  # fmt: skip


def test_what_cannot_be_built_exits_with_2(planbuilder: Run, plan: Path, door: dict[str, Any]) -> None:
    door["answer"] = CannotBuild(say("Another build is running."), say("Wait for it."))
    ran = planbuilder("build", plan)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Error: Another build is running.\nWait for it.\n"


def test_nothing_to_build_exits_with_2(planbuilder: Run, tmp_path: Path, door: dict[str, Any]) -> None:
    assert planbuilder("build", tmp_path / "nowhere").code == 2


def test_the_answer_is_in_the_language_of_the_plan(planbuilder: Run, plan: Path, door: dict[str, Any]) -> None:
    door["answer"] = built(PLAN.replace("[en]", "[fr]"))
    assert planbuilder("build", plan).out == "site\u00a0: 12 pages, édition `staff`.\n"


def test_render_writes_one_edition_into_a_folder(planbuilder: Run, plan: Path, door: dict[str, Any]) -> None:
    ran = planbuilder("render", plan, "tree", "--edition", "crisis-team")
    assert ran.code == 0
    assert door["arguments"] == (plan, Path("tree"))
    assert door["edition"] is Visibility.CRISIS_TEAM


def test_serve_tells_the_address_after_each_build(planbuilder: Run, plan: Path, door: dict[str, Any]) -> None:
    ran = planbuilder("serve", plan, "--port", "0", "--today", "2026-11-21")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1] == "The site is at http://127.0.0.1:8000; Ctrl-C ends it."
    assert door["port"] == 0
    assert door["today"]() == TODAY


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_a_port_that_is_none_is_wrong_usage(planbuilder: Run, plan: Path, door: dict[str, Any], port: str) -> None:
    assert planbuilder("serve", plan, "--port", port).code == 2


def test_ctrl_c_is_how_serve_ends(
    planbuilder: Run, plan: Path, monkeypatch: pytest.MonkeyPatch, door: dict[str, Any]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(serve, "serve", interrupted)
    assert planbuilder("serve", plan).code == 0
