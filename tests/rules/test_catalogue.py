"""Every rule proves its own examples: the very ones that people read."""

from collections.abc import Callable
from datetime import date

import pytest

from planbuilder.checking import check
from planbuilder.findings import Finding, Profile
from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.rules import CATALOGUE, Example, Rule

TODAY = date(2026, 11, 21)
ABOUT = "about: {organisation: Example, languages: [en], timezone: Europe/Paris}\n"

each_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)


def found(example: Example, rule: Rule) -> list[Finding]:
    """What is found in an example under a rule's id, by the rule or while the plan was read.

    An example without `about` gets one beside it. The marks are typed with ordinary spaces.
    """
    texts = {"example.yaml": example.text}
    if not any(line.startswith("about:") for line in example.text.splitlines()):
        texts["other.yaml"] = ABOUT
    loaded = load_texts(texts)
    checked = check(loaded, TODAY, Profile.ADVANCED, rules=[rule])
    mine = [f for f in checked.findings if f.check == rule.id]
    assert loaded.plan is not None or mine, [render(f.message, "en") for f in loaded.findings]
    return mine


@each_rule
def test_the_bad_example_is_found_on_the_marked_lines(rule: Rule, hold_fix: Callable[[Finding], None]) -> None:
    assert rule.bad.due, "mark the line with `# <-- sentence`"
    findings = found(rule.bad, rule)
    said = [(f.span.line, render(f.message, "en").replace("\u00a0", " ")) for f in findings]
    assert said == list(rule.bad.due)
    for finding in findings:
        hold_fix(finding)


@each_rule
def test_the_good_example_is_clean(rule: Rule) -> None:
    assert not rule.good.due
    assert found(rule.good, rule) == []
