"""The call chain as a reader follows it."""

from datetime import date
from typing import Any

import pytest

from planbuilder.loading import load_texts
from planbuilder.messages import say_value
from planbuilder.pages._calls import WIDTH, Callee, callee, first_number, ladder, numbers, rungs
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Visibility

from .conftest import checked_plan

PLAN = """\
about: {organisation: A, languages: [en], country: FR, timezone: Europe/Paris}
people:
  ana: {name: Ana Ruiz, sms: 06 39 98 00 02, mobile: 06 39 98 00 01, email: ana@example.org}
  leo: {name: Leo Marchand, mobile: 12}
  kim: {name: Kim}
roles:
  lead: {holder: ana, deputies: [leo], name: The person who leads the communication of the organisation in a crisis}
on_call:
  line: {role: lead, rota: [leo, ana], from: 2026-11-16, handover: monday 09:00}
levels: {red: {name: Red}}
escalation:
  alert:
    levels: [red]
    steps:
      - {call: line, wait: 10m}
      - {call: lead}
      - {call: [kim, ghost], wait: 1h}
      - {call: kim}
"""


def reader() -> Reader:
    plan = load_texts({"plan.yaml": PLAN}).plan
    assert plan is not None
    return Reader(plan, "en", Visibility.CRISIS_TEAM, date(2026, 11, 24))


def test_waits_add_up_and_a_step_without_one_starts_the_next_at_once() -> None:
    look = reader()
    steps = rungs(look, look.plan.escalation["alert"])
    assert [step.after.minutes for step in steps] == [0, 10, 10, 70]
    assert [step.last for step in steps] == [False, False, False, True]


def test_a_line_starts_with_whoever_is_on_call_on_the_day() -> None:
    line = callee(reader(), "line")
    assert line.people == ("ana", "leo")
    assert say_value(line.name, "en").startswith("On call: The person who leads")


def test_a_role_is_its_holder_and_then_its_deputies() -> None:
    assert callee(reader(), "lead").people == ("ana", "leo")


def test_a_name_that_the_plan_does_not_know_is_said_as_typed() -> None:
    assert callee(reader(), "ghost").name == "ghost"


def test_numbers_come_in_the_order_of_the_step() -> None:
    ana = reader().plan.people["ana"]
    assert [key for key, _ in numbers(ana, ("email", "mobile"))] == ["email", "mobile"]
    assert [key for key, _ in numbers(ana)] == ["mobile", "sms", "email"]


def test_the_number_to_ring_is_a_phone_that_can_be_rung() -> None:
    people = reader().plan.people
    mobile = first_number(people["ana"], ("sms", "email", "mobile"))
    assert mobile is not None
    assert mobile.e164 == "+33639980001"
    assert first_number(people["leo"]) is None
    assert first_number(people["kim"]) is None


def test_the_picture_holds_every_step_and_breaks_long_names() -> None:
    look = reader()
    drawn = ladder(rungs(look, look.plan.escalation["alert"]), look)
    assert [box.clock for box in drawn.boxes] == [
        "T+0",
        "T+10\u00a0min",
        "T+10\u00a0min",
        "T+1\u00a0h\u00a010\u00a0min".replace("\u00a0h\u00a0", "\u00a0h "),
    ]
    assert all(len(line) <= 32 for box in drawn.boxes for line in (*box.heading, *box.lines))
    assert all(above.bottom < below.top for above, below in zip(drawn.boxes, drawn.boxes[1:], strict=False))
    assert drawn.boxes[-1].bottom <= drawn.height
    assert drawn.width == WIDTH


ROTA = {"role": "lead", "rota": ["ana"], "from": "2026-11-16"}
NIGHT = {**ROTA, "hours": "daily 20:00-08:00"}


def lines(**on_call: dict[str, Any]) -> dict[str, Callee]:
    """The lines of a plan as they are called."""
    plan = {
        "about": {"organisation": "A", "languages": ["en"], "country": "FR", "timezone": "Europe/Paris"},
        "people": {"ana": {"name": "Ana Ruiz"}},
        "roles": {"lead": {"holder": "ana", "name": "Lead"}, "chief": {"holder": "ana", "name": "Chief"}},
        "on_call": on_call,
    }
    found = checked_plan(plan, rules=()).loaded.plan
    assert found is not None
    look = Reader(found, "en", Visibility.CRISIS_TEAM, date(2026, 11, 24))
    return {name: callee(look, name) for name in on_call}


def names(**on_call: dict[str, Any]) -> list[str]:
    return [say_value(one.name, "en") for one in lines(**on_call).values()]


def test_the_only_line_of_a_role_is_called_by_the_role() -> None:
    assert names(a=NIGHT, b={**NIGHT, "role": "chief"}) == ["On call: Lead", "On call: Chief"]


def test_beside_another_of_its_role_a_line_that_sleeps_is_called_by_its_hours() -> None:
    assert names(a=NIGHT, b=ROTA) == ["On call: Lead (every day 20:00–08:00)", "On call: Lead"]


def test_by_the_clock_of_another_city_the_hours_of_a_line_name_it() -> None:
    assert names(far={**NIGHT, "timezone": "America/Toronto"}, near={**NIGHT, "timezone": "Europe/Paris"}) == [
        "On call: Lead (every day 20:00–08:00, Toronto time)",
        "On call: Lead (every day 20:00–08:00)",
    ]


def test_lines_of_one_role_that_are_answered_at_the_same_hours_are_called_by_their_ids() -> None:
    assert names(a=NIGHT, b=NIGHT) == ["On call: Lead (a)", "On call: Lead (b)"]
    assert names(a={**ROTA, "hours": "24/7"}, b=ROTA) == ["On call: Lead (a)", "On call: Lead (b)"]


def test_the_hours_of_a_line_stand_beside_its_name_where_they_are_not_in_it() -> None:
    assert say_value(lines(a=NIGHT)["a"].hours, "en") == "every day 20:00–08:00"
    assert [one.hours for one in lines(a=NIGHT, b=ROTA).values()] == [None, None]
    assert say_value(lines(a=NIGHT, b=NIGHT)["a"].hours, "en") == "every day 20:00–08:00"
    assert lines(a={**ROTA, "hours": "24/7"})["a"].hours is None


@pytest.mark.parametrize(("line", "sure"), [(ROTA, True), ({**ROTA, "hours": "24/7"}, True), (NIGHT, False)])
def test_somebody_surely_answers_a_line_of_the_whole_week(line: dict[str, Any], sure: bool) -> None:
    assert lines(a=line)["a"].sure is sure


def test_nobody_surely_answers_turns_that_are_written_one_by_one() -> None:
    shift = {"who": "ana", "from": "2026-11-20 08:00", "to": "2027-11-28 08:00"}
    assert not lines(a={"role": "lead", "shifts": [shift]})["a"].sure
