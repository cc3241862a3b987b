"""The answer rates of a plan, and what they make of its paths."""

from datetime import date
from typing import Any

import pytest

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.chances import chance, go_ahead, rates
from planbuilder.cover.clock import minute_of
from planbuilder.cover.odds import Rates
from planbuilder.plan.refs import RoleRef

from .plans import read

DAY = date(2026, 11, 24)


def plan(**about: Any) -> dict[str, Any]:
    return {
        "about": {"organisation": "X", "languages": ["en"], "timezone": "Europe/Paris", **about},
        "people": {
            "ana": {"name": "Ana", "mobile": "+33 6 39 98 00 01"},
            "leo": {"name": "Léo", "mobile": "+33 6 39 98 00 02", "timezone": "Pacific/Auckland"},
        },
        "roles": {"lead": {"holder": "ana", "deputies": ["leo"], "can": ["activate"]}, "legal": {"holder": "leo"}},
        "on_call": {"line": {"role": "lead", "rota": ["ana"], "from": "2026-11-16", "answer_within": "10m"}},
        "levels": {"crisis": {"reach": "30m"}},
        "escalation": {
            "alert": {"levels": ["crisis"], "steps": [{"call": "line", "wait": "10m"}, {"call": "leo", "wait": "10m"}]}
        },
    }


def at(written: dict[str, Any], hour: int, within: int) -> float:
    ahead = Ahead(read(written), DAY, 1)
    return chance(ahead.world, ahead.paths[0], minute_of(DAY, 60 * hour, "Europe/Paris"), within)


def test_nothing_said_are_the_usual_rates() -> None:
    assert rates(read(plan())) == Rates()


def test_the_plan_may_state_its_own() -> None:
    stated = rates(read(plan(answer_rates={"night": "80%", "on_call_day": "100%"})))
    assert stated.night.silent == pytest.approx(0.2)
    assert stated.on_call_day.silent == 0
    assert stated.day == Rates().day


@pytest.mark.parametrize(("answered_in", "silent"), [("6m", 20 * 0.03 / 21), ("25m", (20 * 0.03 + 1) / 21)])
def test_a_call_test_corrects_the_rate(answered_in: str, silent: float) -> None:
    written = plan()
    written["on_call"]["line"]["last_test"] = {"date": "2026-11-05", "answered_in": answered_in}
    assert rates(read(written)).on_call_day.silent == pytest.approx(silent)


def test_the_night_is_that_of_the_person_who_is_called() -> None:
    """At 23:00 in Paris Ana sleeps, and Léo in Auckland has had lunch."""
    here, there = plan(), plan()
    there["people"]["leo"]["timezone"] = "Europe/Paris"
    assert at(here, 23, 40) > at(there, 23, 40)


def test_whoever_is_away_answers_nothing() -> None:
    written = plan()
    written["absences"] = [{"who": name, "from": "2026-11-23", "to": "2026-11-25"} for name in ("ana", "leo")]
    assert at(written, 14, 240) == 0


def test_a_second_signature_costs_more_at_night() -> None:
    ahead = Ahead(read(plan()), DAY, 1)
    lead, legal = RoleRef("lead"), RoleRef("legal")
    one, two = [(lead,)], [(lead,), (legal,)]
    day, night = (minute_of(DAY, 60 * hour, "Europe/Paris") for hour in (14, 3))
    for moment in (day, night):
        assert go_ahead(ahead.world, two, moment, 60) < go_ahead(ahead.world, one, moment, 60) < 1
    assert go_ahead(ahead.world, [(legal, lead)], day, 60) >= go_ahead(ahead.world, one, day, 60)
