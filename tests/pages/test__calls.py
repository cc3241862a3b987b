"""The call chain as a reader follows it."""

from datetime import date

from planbuilder.loading import load_texts
from planbuilder.messages import say_value
from planbuilder.pages._calls import WIDTH, callee, first_number, ladder, numbers, rungs
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Visibility

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
