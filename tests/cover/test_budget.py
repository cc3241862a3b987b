"""The go-ahead of the first word: whom it costs a call to ask."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from planbuilder.cover.ahead import Ahead
from planbuilder.cover.budget import budgets

from .plans import read

DAY = date(2026, 11, 23)
NAMES = ("lead", "boss", "lawyer", "engineer")


def plan(steps: Sequence[dict[str, Any]], sign_off: Sequence[Any], ids: Sequence[str] = NAMES) -> dict[str, Any]:
    """The lead and the boss may decide; `ids` are those of who holds the four roles."""
    return {
        "about": {"organisation": "X", "languages": ["en"], "timezone": "Europe/Paris"},
        "people": {who: {"name": who.title(), "mobile": f"+33 6 39 98 00 0{n}"} for n, who in enumerate(ids)},
        "roles": {
            f"r-{name}": {"holder": who, "can": ["activate"] if name in {"lead", "boss"} else []}
            for name, who in zip(NAMES, ids, strict=True)
        },
        "levels": {"crisis": {"name": "Crisis", "first_word": "30m", "sign_off": {"new_text": list(sign_off)}}},
        "escalation": {"alert": {"levels": ["crisis"], "steps": list(steps)}},
        "channels": {"site": {"platform": "website", "live_within": "1m"}},
        "scenarios": {
            "fire": {
                "name": "Fire",
                "level": "crisis",
                "statements": {"first": {"kind": "holding", "channels": ["site"], "text": "A fire broke out."}},
            }
        },
    }


def worst(written: dict[str, Any]) -> tuple[int, int]:
    """The minutes to reach somebody, and those of the go-ahead."""
    ahead = Ahead(read(written), DAY, 10)
    (found,) = budgets(ahead, ahead.plan.levels["crisis"])
    return found.reach, found.sign_off


def calls(*steps: str) -> list[dict[str, Any]]:
    """`r-lead r-boss 10` is a step that calls the two and waits 10 minutes."""
    return [{"call": called, "wait": f"{wait}m"} for *called, wait in (step.split() for step in steps)]


@pytest.mark.parametrize("ids", list(permutations("abcd")))
def test_what_people_are_called_makes_no_difference(ids: tuple[str, ...]) -> None:
    assert worst(plan(calls("r-boss r-lead 8"), ["r-lead"], ids)) == (8, 0)
    assert worst(plan(calls("r-boss r-lead 8"), ["r-boss"], ids)) == (8, 0)
    assert worst(plan(calls("r-boss 8", "r-lead 8"), ["r-lead"], ids)) == (8, 8)


@pytest.mark.parametrize(
    ("steps", "sign_off", "found"),
    [
        (calls("r-lead 10"), ["r-lead"], (10, 0)),
        (calls("r-lead 10"), ["r-lawyer"], (10, 10)),
        (calls("r-lead 10"), ["r-lead", "r-lawyer"], (10, 10)),
        (calls("r-lead 10"), [["r-lead", "r-lawyer"]], (10, 0)),
        (calls("r-lead r-lawyer 10"), ["r-lead", "r-lawyer"], (10, 0)),
        (calls("r-lead r-lawyer 10"), ["r-lead", "r-lawyer", "r-engineer"], (10, 10)),
        (calls("r-lawyer 5", "r-lead 10"), ["r-lawyer"], (15, 0)),  # called before
        (calls("r-lead 10", "r-lawyer 5"), ["r-lawyer"], (10, 10)),  # called later
        (calls("r-lead 10", "r-lead r-boss 5"), ["r-boss"], (10, 10)),
    ],
)
def test_a_group_of_whom_somebody_was_called_by_then_costs_no_second_call(
    steps: list[dict[str, Any]], sign_off: list[Any], found: tuple[int, int]
) -> None:
    assert worst(plan(steps, sign_off)) == found


def test_who_is_away_was_not_reached() -> None:
    written = plan(calls("r-lead lawyer 10"), [["r-lawyer", "r-engineer"]])
    assert worst(written) == (10, 0)
    written["absences"] = [{"who": "lawyer", "from": "2026-11-24", "to": "2026-11-25"}]
    assert worst(written) == (10, 10)


def test_who_has_none_of_the_means_of_the_step_was_not_reached() -> None:
    steps = [{"call": ["r-lead", "r-lawyer"], "by": ["home"], "wait": "10m"}]
    written = plan(steps, ["r-lawyer"])
    written["people"]["lead"]["home"] = "+33 1 99 00 00 01"
    assert worst(written) == (10, 10)
    written["people"]["lawyer"]["home"] = "+33 1 99 00 00 02"
    assert worst(written) == (10, 0)
