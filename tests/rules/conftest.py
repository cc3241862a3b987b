"""What a check finds in a small plan."""

from collections.abc import Callable
from datetime import date
from textwrap import dedent

import pytest

from planbuilder.checking import check
from planbuilder.findings import Profile
from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.rules import find_rule

TODAY = date(2026, 11, 21)
ABOUT = "about: {organisation: Example, languages: [en], timezone: Europe/Paris, country: FR}\n"

Ask = Callable[..., list[tuple[str, str]]]


def _ask(check_id: str, text: str, today: date = TODAY, profile: Profile = Profile.ADVANCED) -> list[tuple[str, str]]:
    written = dedent(text).lstrip("\n")
    if not any(line.startswith("about:") for line in written.splitlines()):
        written = ABOUT + written
    rule = find_rule(check_id)
    assert rule is not None
    loaded = load_texts({"plan.yaml": written})
    assert loaded.plan is not None, [render(f.message, "en") for f in loaded.findings]
    findings = check(loaded, today, profile, rules=[rule]).findings
    return [
        (f"{f.severity} {f.address}", render(f.message, "en").replace("\u00a0", " "))
        for f in findings
        if f.check == check_id
    ]


@pytest.fixture(scope="session")
def ask() -> Ask:
    """`ask("TEAM-LEFT", plan)`: the severity and address, and the sentence of each finding of a check.

    A plan without `about` gets one; the day is 21 November 2026.
    """
    return _ask
