"""What if a service is down that a channel needs: who may publish, and when the first word is out."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbuilder.commands._program import run
from planbuilder.cover.ahead import Ahead
from planbuilder.cover.budget import first_words
from planbuilder.cover.outlook import cases
from planbuilder.cover.sentences import first_word, without_service
from planbuilder.cover.staffing import dependencies
from planbuilder.messages import render

from .plans import read

DAY = date(2026, 11, 23)


def plan(**channels: dict[str, Any]) -> dict[str, Any]:
    return {
        "about": {"organisation": "X", "languages": ["en"], "timezone": "Europe/Paris"},
        "people": {
            "ana": {"name": "Ana", "mobile": "+33 6 39 98 00 01", "home": "+33 1 99 00 00 01", "languages": ["fr-CA"]},
            "leo": {"name": "Léo", "mobile": "+33 6 39 98 00 02"},
        },
        "roles": {"lead": {"holder": "ana", "deputies": ["leo"], "can": ["activate"]}},
        "levels": {"crisis": {"name": "Crisis", "reach": "30m", "first_word": "30m"}},
        "escalation": {"alert": {"levels": ["crisis"], "steps": [{"call": ["ana", "leo"], "wait": "10m"}]}},
        "channels": channels
        or {
            "site": site(live_within="5m", depends_on=["shop host"], publishers=["ana"], languages=["fr", "en"]),
            "x": {"platform": "x", "live_within": "25m", "depends_on": ["login"], "publishers": ["leo"]},
            "chat": {"platform": "slack", "publishers": ["leo"], "depends_on": ["chat host"]},
        },
        "scenarios": {
            "fire": {
                "name": "Fire",
                "level": "crisis",
                "statements": {"first": {"kind": "holding", "channels": [*(channels or ("site", "x"))], "text": "A."}},
            }
        },
    }


def site(**keys: Any) -> dict[str, Any]:
    return {"platform": "website", **keys}


def mute(written: dict[str, Any], row: str | None, **what_if: Any) -> float | None:
    ahead = Ahead(read(written), DAY, 10, **what_if)
    return next(case.mute for case in cases(ahead, ahead.paths[0]) if case.down == row and not case.silent)


def test_only_what_public_channels_need_is_asked() -> None:
    assert dependencies(read(plan())) == ["shop host", "login"]


def test_each_service_has_a_row_beside_the_networks() -> None:
    ahead = Ahead(read(plan()), DAY, 10)
    rows = [case.down for case in cases(ahead, ahead.paths[0])]
    assert rows == [None, None, None, "landline", "mobile network", "shop host", "login"]


def test_what_is_down_already_has_no_row() -> None:
    ahead = Ahead(read(plan()), DAY, 10, down=["landline", "login"])
    rows = [case.down for case in cases(ahead, ahead.paths[0])]
    assert rows == [None, None, None, "mobile network", "shop host"]


def test_a_channel_that_is_down_leaves_the_others() -> None:
    assert mute(plan(), "shop host") == 0
    assert mute(plan(site=site(publishers=["ana"], depends_on=["shop host"])), "shop host") == 1


def test_whoever_publishes_elsewhere_must_be_there() -> None:
    written = plan()
    written["absences"] = [{"who": "leo", "from": "2026-11-24", "to": "2026-11-24"}]
    assert mute(written, None) == 0
    assert mute(written, "shop host") == pytest.approx(0.1)
    assert mute(written, None, down=["shop host"]) == pytest.approx(0.1)


def test_a_network_that_is_down_takes_the_publisher_too() -> None:
    assert mute(plan(site=site(publishers=["leo"])), "mobile network") == 1
    assert mute(plan(site=site(publishers=["ana"])), "mobile network") == 0


def test_a_service_called_like_a_network_fails_with_it() -> None:
    written = plan(site=site(publishers=["ana"], depends_on=["mobile network"]))
    ahead = Ahead(read(written), DAY, 10)
    rows = [case.down for case in cases(ahead, ahead.paths[0])]
    assert rows == [None, None, None, "landline", "mobile network"]
    assert mute(written, "mobile network") == 1


def test_where_no_channel_says_who_publishes_nothing_is_said() -> None:
    assert mute(plan(site=site(depends_on=["shop host"])), "shop host") is None


def test_the_first_word_takes_the_quickest_channel_that_is_left() -> None:
    (word,) = first_words(Ahead(read(plan()), DAY, 10))
    assert (word.worst.publish, word.worst.total, word.late(word.worst)) == (5, 15, False)
    ((service, budget),) = word.failing
    assert (service, budget.publish, budget.total, word.late(budget)) == ("shop host", 25, 35, True)
    said = render(without_service(service, budget), "en").replace("\u00a0", " ")
    assert said == "If shop host is down, 35 min for “Fire”."


def test_no_channel_that_is_left_is_no_first_word() -> None:
    written = plan(site=site(publishers=["ana"], live_within="5m", depends_on=["shop host"]))
    (word,) = first_words(Ahead(read(written), DAY, 10))
    ((service, budget),) = word.failing
    assert render(without_service(service, budget), "en") == "If shop host is down, no channel is left for “Fire”."
    (word,) = first_words(Ahead(read(written), DAY, 10, down=["shop host"]))
    assert render(first_word(word), "en") == "Crisis: no channel is left for “Fire”."
    assert word.failing == ()


# --- as it is typed and read ---


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(json.dumps(plan()))
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    run([*arguments, "--lang", "en"])
    return capsys.readouterr().out.replace("\u00a0", " ")


def test_the_table_and_the_first_words_tell_it(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    text = told(capsys, "cover", str(folder), "--from", "2026-11-23", "--without", "leo")
    assert [line.split()[-1] for line in text.splitlines() if line.startswith("  shop host down")] == ["100%"]
    assert "  Crisis: 15 min for “Fire” (reaching somebody 10 min, the go-ahead 0 min, publishing 5 min)" in text
    assert "    If shop host is down, 35 min for “Fire”." in text


def test_programs_read_it_too(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (facts,) = json.loads(told(capsys, "cover", str(folder), "--down", "shop host", "--format", "json"))
    (path,) = facts["paths"]
    assert [case["nobody_publishes"] for case in path["cases"]] == [0, 1, 1, 0, 1, 1]
    assert facts["first_words"] == [
        {
            "level": "crisis",
            "promised_minutes": 30,
            "worst": {
                "down": None,
                "scenario": "fire",
                "path": "alert",
                "reach_minutes": 10,
                "sign_off_minutes": 0,
                "publish_minutes": 25,
                "total_minutes": 35,
            },
            "down": [
                {
                    "down": "login",
                    "scenario": "fire",
                    "path": "alert",
                    "reach_minutes": 10,
                    "sign_off_minutes": 0,
                    "publish_minutes": None,
                    "total_minutes": None,
                }
            ],
        }
    ]


@pytest.mark.parametrize(("typed", "hint"), [("shop hots", "shop host"), ("mobile", "mobile network"), ("?", "login")])
def test_the_nearest_name_is_offered(capsys: pytest.CaptureFixture[str], folder: Path, typed: str, hint: str) -> None:
    assert run(["cover", str(folder), "--down", typed]) == 2
    assert hint in capsys.readouterr().err


def test_who_tells_where_each_may_publish_and_in_which_language(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    text = told(capsys, "who", str(folder), "--at", "2026-11-24 03:00")
    assert "  Who of them may publish:\n       site: Ana (fr)\n       x: Léo\n" in text
