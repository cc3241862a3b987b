"""CARE: remedies, their limits, follow-up."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

AUDIENCES = """
audiences:
  clients: {kind: customers}
  near: {kind: families}
  press: {kind: media}
"""


@pytest.mark.parametrize(
    ("scenario", "due"),
    [
        ("family: product, remedies: [refund]", []),
        ("family: product, remedies: [none-known]", []),
        ("family: product", ["error scenarios.event.remedies"]),
        ("family: data, audiences: [press, clients]", ["error scenarios.event.remedies"]),
        ("family: safety, audiences: [near]", ["error scenarios.event.remedies"]),
        ("family: supply, audiences: [press]", []),
        ("family: rumour, audiences: [clients]", []),
        ("family: conduct", []),
        ("name: Without family", []),
    ],
)
def test_a_scenario_that_harms_people_offers_something(ask: Ask, scenario: str, due: list[str]) -> None:
    plan = f"{AUDIENCES}remedies: {{refund: {{name: Refund}}}}\nscenarios: {{event: {{{scenario}}}}}\n"
    assert [where for where, _ in ask("CARE-NO-REMEDY", plan)] == due


def test_a_plan_without_remedies_is_one_finding(ask: Ask) -> None:
    plan = "scenarios: {a: {family: product}, b: {family: data}}\n"
    assert ask("CARE-NO-REMEDY", plan) == [("error about", "The plan offers nothing to people harmed.")]


@pytest.mark.parametrize(
    ("remedy", "missing"),
    [
        ("name: Refund, who: care, up_to: 300 EUR, over: board", ""),
        ("name: Exchange, who: care", ""),
        ("name: Counselling line", "who may grant it"),
        ("name: Exchange, who: care, up_to: 30 EUR", "who decides above"),
        ("name: Voucher, who: care", "up to how much and who decides above"),
        ("name: {fr: Bon d'achat}, who: care", "up to how much and who decides above"),
        ("name: {fr: Prise en charge du transport des proches}, who: care", "up to how much and who decides above"),
        ("name: Travel expenses, who: care", "up to how much and who decides above"),
        ("name: {fr: Prise en charge psychologique}, who: care", ""),
        ("name: Refund", "who may grant it, up to how much and who decides above"),
    ],
)
def test_a_remedy_has_a_limit(ask: Ask, remedy: str, missing: str) -> None:
    found = ask("CARE-NO-LIMIT", f"remedies: {{gift: {{{remedy}}}}}\n")
    assert [where for where, _ in found] == (["warning remedies.gift"] if missing else [])
    assert all(said.endswith(f"the plan does not say {missing}.") for _, said in found)


@pytest.mark.parametrize(
    ("follow_up", "due"),
    [
        ("follow_up: {ask: Solved?, after: 3 days, by: care}\n", []),
        (
            "follow_up: {ask: Solved?, by: care}\n",
            [("error follow_up", "Follow-up does not say when to ask.")],
        ),
        ("follow_up: {}\n", [("error follow_up", "Follow-up does not say what to ask, when to ask and who asks.")]),
        ("", [("error about", "Nobody checks whether people are satisfied.")]),
    ],
)
def test_somebody_asks_whether_people_are_satisfied(ask: Ask, follow_up: str, due: list[tuple[str, str]]) -> None:
    assert ask("CARE-NO-FOLLOW-UP", follow_up) == due


@pytest.mark.parametrize(
    ("follow_up", "due"),
    [
        ("target: 80%, below_target: Call back., watch_for: 14 days", []),
        ("target: 80%, below_target: Call back., watch_for: 13 days", ["warning follow_up.watch_for"]),
        ("target: 80%, below_target: Call back.", ["warning follow_up"]),
        ("watch_for: 1 month", ["warning follow_up"]),
        ("watch_for: 1 day", ["warning follow_up", "warning follow_up.watch_for"]),
    ],
)
def test_follow_up_has_a_target(ask: Ask, follow_up: str, due: list[str]) -> None:
    assert [where for where, _ in ask("CARE-NO-TARGET", f"follow_up: {{{follow_up}}}\n")] == due


def test_without_follow_up_only_its_own_check_speaks(ask: Ask) -> None:
    assert ask("CARE-NO-TARGET", "") == []


@pytest.mark.parametrize(
    ("target", "review", "due"),
    [
        ("80%", "satisfied: 80%", []),
        ("80%", "satisfied: 79%", ["warning reviews.event.actions"]),
        ("80%", "satisfied: 79%, actions: [{do: Call back, for: satisfaction}]", []),
        ("80%", "satisfied: 79%, actions: [{do: Call back, for: prevention}]", ["warning reviews.event.actions"]),
        ("80%", "held: 2026-01-01", []),
    ],
)
def test_a_missed_target_leads_to_an_action(ask: Ask, target: str, review: str, due: list[str]) -> None:
    plan = f"follow_up: {{target: {target}}}\nreviews: {{event: {{{review}}}}}\n"
    assert [where for where, _ in ask("CARE-MISSED-TARGET", plan)] == due
