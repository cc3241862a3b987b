"""Who acts for a role: a number stands with the hours at which it answers, and nobody is left to an empty line."""

from datetime import date
from typing import Any

import pytest

from planbuilder.messages import say_value
from planbuilder.pages._acting import acting, offered
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Visibility

from .conftest import checked_plan

DAY = {
    "role": "lead",
    "rota": ["leo"],
    "from": "2026-11-16",
    "hours": "daily 08:00-20:00",
    "number": "+33 1 99 00 00 40",
}
NIGHT = {**DAY, "hours": "daily 20:00-08:00", "number": "+33 1 99 00 00 41"}
ALWAYS = {**DAY, "hours": "24/7"}
SILENT = {name: value for name, value in ALWAYS.items() if name != "number"}
SHIFT = {"who": "leo", "from": "2026-11-20 08:00", "to": "2026-11-28 08:00"}
SHIFTS = {"role": "lead", "number": "+33 1 99 00 00 42", "shifts": [SHIFT]}
PAST = {**SHIFTS, "shifts": [{**SHIFT, "from": "2026-11-01 08:00", "to": "2026-11-08 08:00"}]}
ABROAD = {**NIGHT, "timezone": "America/Toronto"}
A, B, C = ("+33 1 99 00 00 40", "+33 1 99 00 00 41", "+33 1 99 00 00 42")
BY_DAY, BY_NIGHT = "(every day 08:00–20:00)", "(every day 20:00–08:00)"


def reader(*lines: dict[str, Any]) -> Reader:
    plan = {
        "about": {"organisation": "A", "languages": ["en"], "country": "FR", "timezone": "Europe/Paris"},
        "people": {"ana": {"name": "Ana Ruiz"}, "leo": {"name": "Leo Marchand"}, "kim": {"name": "Kim Olsen"}},
        "roles": {"lead": {"holder": "ana", "deputies": ["leo", "kim"], "name": "Lead"}},
        "on_call": {f"line-{place}": line for place, line in enumerate(lines)},
    }
    found = checked_plan(plan, rules=()).loaded.plan
    assert found is not None
    return Reader(found, "en", Visibility.CRISIS_TEAM, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "Ana Ruiz"),
        ([PAST], "Ana Ruiz"),
        ([ALWAYS], f"whoever is on call, {A}"),
        ([SILENT], "whoever is on call"),
        ([SILENT, SILENT], "whoever is on call"),
        ([DAY], f"whoever is on call, {A} {BY_DAY} or Ana Ruiz"),
        ([DAY, NIGHT], f"whoever is on call, {A} {BY_DAY} or whoever is on call, {B} {BY_NIGHT}"),
        ([DAY, ALWAYS], f"whoever is on call, {A} {BY_DAY} or whoever is on call, {A}"),
        ([ALWAYS, NIGHT], f"whoever is on call, {A}"),
        ([SILENT, NIGHT], f"whoever is on call, {B} {BY_NIGHT} or whoever is on call"),
        ([SHIFTS], f"whoever is on call, {C} or Ana Ruiz"),
        ([SHIFTS, PAST], f"whoever is on call, {C} or Ana Ruiz"),
        (
            [DAY, ABROAD],
            f"whoever is on call, {A} {BY_DAY} or whoever is on call, {B} {BY_NIGHT[:-1]}, Toronto time) or Ana Ruiz",
        ),
    ],
)
def test_the_words_are_true_at_every_hour(lines: list[dict[str, Any]], said: str) -> None:
    assert say_value(acting(reader(*lines), "lead"), "en").replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("lines", "ids", "people"),
    [
        ([], ["lead"], ("ana", "leo", "kim")),
        ([PAST], ["lead"], ("ana", "leo", "kim")),
        ([ALWAYS], ["line-0"], ("leo",)),
        ([DAY, NIGHT], ["line-0", "line-1"], ("leo",)),
        ([DAY], ["line-0", "lead"], ("leo", "ana", "kim")),
        ([DAY, SILENT], ["line-0", "lead"], ("leo", "ana", "kim")),
        ([SILENT], ["lead"], ("leo", "ana", "kim")),
    ],
)
def test_where_the_numbers_may_all_sleep_the_people_stand_below_them(
    lines: list[dict[str, Any]], ids: list[str], people: tuple[str, ...]
) -> None:
    found = offered(reader(*lines), "lead")
    assert [one.id for one in found] == ids
    assert found[-1].people == people


def test_the_turns_of_every_line_stand_behind_its_people() -> None:
    [callee] = offered(reader({"role": "lead", "shifts": [SHIFT]}, SILENT), "lead")
    assert callee.turns[0].end.isoformat() == "2026-11-28T08:00:00"
    assert len(callee.turns) > 2
