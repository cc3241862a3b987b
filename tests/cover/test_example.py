"""What the checks of this package say about the uncorrected example plan; held against a calendar by hand.

Turns on the line change on Mondays at 09:00: 16 November Camille, 23 November Léa, 30 November Yanis, and so on; 14
December Léa, 21 December Yanis, 28 December Camille, 4 January Léa. Away: Léa 21 December to 3 January, Sophie 24
December to 2 January, Camille 26 to 31 December, Emma 24 December to 4 January in Toronto, six hours behind.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planbuilder.checking import check
from planbuilder.cover.ahead import ahead
from planbuilder.findings import Profile
from planbuilder.loading import Loaded, find_plans, load
from planbuilder.messages import render
from planbuilder.rules import CATALOGUE

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)
MODULES = ("cover", "same_person", "hours", "oncall", "turns", "empty_roles", "single_point")
RULES = [rule for rule in CATALOGUE if rule._find.__module__.rpartition(".")[2] in MODULES]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    (folder,) = find_plans(HERE.parent / "plans" / "example")
    return load(folder)


def test_the_report_is_the_one_that_was_held_against_a_calendar(
    loaded: Loaded, golden: Callable[[Path, str], None]
) -> None:
    lines = []
    for language in ("en", "fr"):
        for finding in check(loaded, TODAY, Profile.ADVANCED, RULES).findings:
            said, fix = render(finding.message, language), render(finding.fix, language)
            lines += [f"{finding.address}: {finding.severity} {finding.check}", f"  {said}", f"  → {fix}", ""]
    golden(HERE / "example.report.txt", "\n".join(lines))


def test_what_was_worked_out_long_ago_is_forgotten(loaded: Loaded) -> None:
    assert loaded.plan is not None
    for days in range(1, 6):
        ahead(loaded.plan, TODAY, days)
    assert ahead.cache_info().currsize <= 2
