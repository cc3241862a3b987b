"""Whatever stands in a value, however long and odd: every check answers, and none takes it for a fault of its own."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbuilder.checking import check
from planbuilder.findings import Profile
from planbuilder.loading import load_texts

SKELETON = Path(__file__).parents[1] / "pages" / "every_key.json"
TODAY = date(2026, 11, 21)
NUMBERS = ("mobile", "sms", "home", "desk", "pager", "number", "bridge", "email", "account")
"""Keys whose values have a form; what has another one is found, and the plan is read all the same."""
UNITS = (
    "a", "A", "1", " ", ".", "-", "/", "#", "+", "@", "(", "\u00a0", "1 ", "1-", "1,", "1.", "1;", "1h ", "20-", "12:",
    "7j/7 ", "24 h ", "le 1 ", "1 et ", "a-", "a.", "a@", "a/", "aB1", "x\n", "« ", '"a ', "{a} ", "code ", "mdp: ",
    "de ", "d'", "Marie, 1 ans, ", "ß", "İ", "\U0001f525", "e\u0301",
)  # fmt: skip


def filled(value: Any, said: str, key: str = "") -> Any:
    """The plan with this text in the place of each that has no form to keep, and of each number and account."""
    if isinstance(value, dict):
        return {name: filled(below, said, name) for name, below in value.items()}
    if isinstance(value, list):
        return [filled(below, said, key) for below in value]
    return said if isinstance(value, str) and (value.startswith("=") or key in NUMBERS) else value


def look_through(said: str) -> int:
    """How many findings all checks have about a plan that says this everywhere."""
    plan = filled(json.loads(SKELETON.read_text("utf-8")), said)
    loaded = load_texts({"plan.yaml": json.dumps(plan, ensure_ascii=False)})
    assert loaded.plan is not None, [finding.message.text for finding in loaded.findings]
    return len(check(loaded, TODAY, Profile.ADVANCED).findings)


@pytest.mark.parametrize("unit", UNITS)
def test_a_value_without_end_is_read_by_every_check(unit: str) -> None:
    assert look_through(f"x {unit * (200 // len(unit))} x") > 0


@pytest.mark.parametrize(
    "said", ["9" * 5000, f"Marie Dupont, {'9' * 5000} ans, est blessée.", f"Marie ({'9' * 5000} years) is hurt."]
)
def test_a_number_that_python_refuses_to_read_is_read_by_every_check(said: str) -> None:
    assert look_through(said) > 0


def test_a_place_without_end_in_the_address_of_a_waiver_is_no_place() -> None:
    plan = {
        "about": {"organisation": "Example", "languages": ["en"], "timezone": "Europe/Paris", "country": "FR"},
        "people": {"ana": {"name": "Ana Ruiz"}},
        "waivers": [
            {"check": "TEAM-NO-DEPUTY", "at": f"a[{'9' * 5000}]", "reason": "x", "by": "ana", "until": "2027-01-01"}
        ],
    }
    loaded = load_texts({"plan.yaml": json.dumps(plan)})
    assert any(finding.check == "PLAN-WAIVER-EXPIRED" for finding in check(loaded, TODAY).findings)
