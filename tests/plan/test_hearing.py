"""Who hears a statement."""

import pytest

from planbuilder.loading import load_texts
from planbuilder.plan import Plan
from planbuilder.plan.hearing import (
    channels_of,
    goes_public,
    hears,
    is_for_nobody_in_particular,
    is_internal,
    reaches,
)

PLAN = """
about: {organisation: Example, languages: [en]}
audiences:
  team: {kind: staff}
  press: {kind: media, reach: [list]}
channels:
  x: {platform: x}
  list: {platform: press list}
  intranet: {platform: intranet, for: [team]}
statements:
  out: {kind: update, channels: [x, intranet], text: A}
  in: {kind: internal, channels: [intranet], text: B}
  wide: {kind: internal, channels: [intranet, list], text: F}
  told: {kind: internal, audiences: [press], channels: [list], text: G}
  named: {kind: update, audiences: [team], channels: [intranet, list], text: C}
  both: {kind: update, audiences: [team, press], channels: [list], text: D}
  lost: {kind: update, channels: [gone], text: E}
"""


@pytest.fixture
def plan() -> Plan:
    read = load_texts({"plan.yaml": PLAN}).plan
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("name", "public", "internal", "heard_by"),
    [
        ("out", True, False, ["team"]),
        ("in", False, True, ["team"]),
        ("wide", False, True, ["team"]),
        ("told", False, True, ["press"]),
        ("named", False, True, ["team"]),
        ("both", False, False, ["press"]),
        ("lost", True, False, []),
    ],
)
def test_who_hears_what(plan: Plan, name: str, public: bool, internal: bool, heard_by: list[str]) -> None:
    statement = plan.statements[name]
    assert goes_public(plan, statement) is public
    assert is_internal(plan, statement) is internal
    assert [audience for audience in plan.audiences if hears(plan, statement, audience)] == heard_by


def test_a_channel_reaches_whom_it_names_and_who_names_it(plan: Plan) -> None:
    assert reaches(plan, "intranet", "team")
    assert reaches(plan, "list", "press")
    assert not reaches(plan, "list", "team")
    assert not reaches(plan, "gone", "team")
    assert [name for name in plan.channels if is_for_nobody_in_particular(plan, name)] == ["x"]


def test_only_channels_of_the_plan_are_given(plan: Plan) -> None:
    assert [channel.id for channel in channels_of(plan, plan.statements["out"])] == ["x", "intranet"]
    assert list(channels_of(plan, plan.statements["lost"])) == []
