"""Whose turn it is."""

from datetime import date, datetime

import pytest

from planbuilder.loading import load_texts
from planbuilder.pages._turns import AHEAD, Turn, turns

PLAN = """\
about: {{organisation: A, languages: [en], timezone: Europe/Paris}}
people: {{ana: {{name: Ana}}, leo: {{name: Leo}}, kim: {{name: Kim}}}}
roles: {{lead: {{holder: ana}}}}
on_call:
  line: {{role: lead, {rest}}}
"""
ROTA = "rota: [ana, leo, kim], from: 2026-11-16, handover: monday 09:00"


def local(written: str) -> datetime:
    return datetime.fromisoformat(written)


def ahead(rest: str, today: date) -> tuple[Turn, ...]:
    plan = load_texts({"plan.yaml": PLAN.format(rest=rest)}).plan
    assert plan is not None
    return turns(plan, plan.on_call["line"], today)


def test_a_rota_goes_round_week_by_week_from_its_first_day() -> None:
    found = ahead(ROTA, date(2026, 11, 18))
    assert [turn.who for turn in found[:4]] == ["ana", "leo", "kim", "ana"]
    assert found[0].start == local("2026-11-16 09:00")
    assert found[1].start == found[0].end == local("2026-11-23 09:00")
    assert len(found) == AHEAD


def test_long_after_the_first_day_the_turn_is_counted_from_it() -> None:
    found = ahead(ROTA, date(2026, 12, 10))
    assert (found[0].who, found[0].start) == ("ana", local("2026-12-07 09:00"))


@pytest.mark.parametrize("day", [date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 22), date(2027, 5, 1)])
def test_the_first_turn_of_the_list_is_the_one_of_the_day(day: date) -> None:
    assert ahead(ROTA, day)[0].holds(day)


def test_a_rota_that_starts_in_the_middle_of_a_week_hands_over_at_the_first_handover() -> None:
    found = ahead("rota: [ana, leo], from: 2026-11-18, handover: monday 09:00", date(2026, 11, 18))
    assert (found[0].start, found[0].end) == (local("2026-11-18 09:00"), local("2026-11-23 09:00"))


def test_a_rota_that_is_still_to_start_shows_its_first_turn() -> None:
    assert ahead(ROTA, date(2026, 10, 1))[0].who == "ana"


def test_the_window_is_in_utc_on_both_sides_of_a_change_of_clocks() -> None:
    summer = ahead("rota: [ana], from: 2026-10-19, handover: monday 09:00", date(2026, 10, 20))
    assert summer[0].window == "2026-10-19T07:00Z/2026-10-26T08:00Z"


def test_a_swap_stands_in_the_place_of_the_turn_that_it_covers() -> None:
    swap = "swaps: [{who: kim, from: 2026-11-25 09:00, to: 2026-11-30 09:00}]"
    found = ahead(f"{ROTA}, {swap}", date(2026, 11, 18))
    assert [(turn.who, turn.start, turn.end) for turn in found[1:4]] == [
        ("leo", local("2026-11-23 09:00"), local("2026-11-25 09:00")),
        ("kim", local("2026-11-25 09:00"), local("2026-11-30 09:00")),
        ("kim", local("2026-11-30 09:00"), local("2026-12-07 09:00")),
    ]
    assert [turn.is_swap for turn in found[:4]] == [False, False, True, False]
    assert len(found) == AHEAD


@pytest.mark.parametrize(
    ("rest", "ends"),
    [
        (ROTA, None),
        (f"{ROTA}, swaps: [{{who: kim, from: 2026-11-25 09:00, to: 2026-11-30 09:00}}]", None),
        ("shifts: [{who: leo, from: 2026-11-22 08:00, to: 2026-11-22 20:00}]", "2026-11-22 20:00"),
        (
            (
                "shifts: [{who: leo, from: 2026-11-22 08:00, to: 2026-11-22 20:00}],"
                " swaps: [{who: kim, from: 2026-11-22 18:00, to: 2026-11-23 08:00}]"
            ),
            "2026-11-23 08:00",
        ),
    ],
)
def test_turns_that_are_written_one_by_one_end_with_the_last_swaps_too(rest: str, ends: str | None) -> None:
    plan = load_texts({"plan.yaml": PLAN.format(rest=rest)}).plan
    assert plan is not None
    assert plan.on_call["line"].ends == (local(ends) if ends else None)


def test_shifts_are_shown_in_order_without_those_that_are_over() -> None:
    found = ahead(
        "shifts: [{who: leo, from: 2026-11-22 08:00, to: 2026-11-22 20:00}, {who: ana, from: 2026-11-20 08:00,"
        " to: 2026-11-20 20:00}, {who: kim, from: 2026-11-21 08:00, to: 2026-11-21 20:00}]",
        date(2026, 11, 21),
    )
    assert [turn.who for turn in found] == ["kim", "leo"]


def test_a_shift_inside_a_longer_one_leaves_what_comes_after_it() -> None:
    found = ahead(
        "shifts: [{who: leo, from: 2026-11-16 09:00, to: 2027-05-10 09:00},"
        " {who: ana, from: 2026-12-05 09:00, to: 2026-12-07 09:00}]",
        date(2026, 11, 21),
    )
    assert [(turn.who, turn.start, turn.end) for turn in found] == [
        ("leo", local("2026-11-16 09:00"), local("2026-12-05 09:00")),
        ("ana", local("2026-12-05 09:00"), local("2026-12-07 09:00")),
        ("leo", local("2026-12-07 09:00"), local("2027-05-10 09:00")),
    ]
    assert not any(turn.is_swap for turn in found)
