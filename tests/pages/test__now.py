"""The first tab: what a card of home has room for."""

import json

import pytest

from planbuilder.loading import load_texts
from planbuilder.pages._now import signs


@pytest.mark.parametrize(
    ("triggers", "shown"),
    [
        (["Recall", "Overheating", "A burn"], 3),
        (["a" * 40, "b" * 24, "c"], 2),
        (["a" * 200, "b"], 1),
    ],
)
def test_the_card_of_a_scenario_shows_the_signs_it_has_room_for(triggers: list[str], shown: int) -> None:
    scenario = {"name": "Recall", "triggers": triggers}
    text = json.dumps({"about": {"organisation": "A", "languages": ["en"]}, "scenarios": {"recall": scenario}})
    plan = load_texts({"plan.yaml": text}).plan
    assert plan is not None
    assert signs(plan.scenarios["recall"], "en") == shown
