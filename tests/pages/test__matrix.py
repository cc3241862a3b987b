"""Who hears what, and when."""

from planbuilder.loading import load_texts
from planbuilder.pages._matrix import PHASE_NAMES, matrix
from planbuilder.rules.scenario_texts import PHASES

PLAN = """\
about: {organisation: A, languages: [en]}
channels:
  x: {platform: x, for: [customers]}
  sms: {platform: sms, for: [customers, team]}
audiences:
  customers: {kind: customers, name: Customers}
  team: {kind: staff, name: Team}
  press: {kind: media}
scenarios:
  leak:
    audiences: [customers, team, press, unknown]
    statements:
      word: {kind: holding, channels: [x], text: Hello}
      staff-word: {kind: internal, channels: [sms], text: Hello}
statements:
  over: {kind: closing, channels: [x], text: Hello}
"""


def test_each_audience_hears_the_texts_on_the_channels_that_reach_it_and_the_rest_is_empty() -> None:
    plan = load_texts({"plan.yaml": PLAN}).plan
    assert plan is not None
    rows = matrix(plan, plan.scenarios["leak"])
    heard = {str(row.audience): [[one.id for one in cell.statements] for cell in row.cells] for row in rows}
    assert list(heard.values()) == [
        [["word"], [], ["over"]],
        [["staff-word"], ["staff-word"], ["staff-word"]],
        [[], [], []],
    ]
    assert [row.empty for row in rows] == [1, 0, 3]


def test_the_phases_are_those_that_the_checks_ask_for() -> None:
    assert PHASE_NAMES.keys() == PHASES.keys()
