"""SCEN: how many scenarios, what each says, and the stance it takes."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]


def scenarios(*families: str) -> str:
    lines = [
        f"  s{n}: {{family: {family}}}" if family else f"  s{n}: {{name: S{n}}}" for n, family in enumerate(families)
    ]
    return "\n".join(["scenarios:", *lines]) + "\n" if families else ""


@pytest.mark.parametrize(
    ("families", "found"),
    [
        ((), [("error about", "The plan covers no scenario; three is a minimum.")]),
        (("data",), [("error scenarios", "The plan covers 1 scenario; three is a minimum.")]),
        (("data", "product"), [("error scenarios", "The plan covers 2 scenarios; three is a minimum.")]),
        (("data", "product", "rumour"), []),
        (("data", "product", "product", "conduct", ""), []),
        (
            ("data", "data", "product"),
            [("error scenarios", "The scenarios of the plan are of 2 families; three different ones are a minimum.")],
        ),
        (
            ("data", "data", ""),
            [("error scenarios", "The scenarios of the plan are of 1 family; three different ones are a minimum.")],
        ),
        (
            ("", "", ""),
            [("error scenarios", "No scenario says of which family it is; three different ones are a minimum.")],
        ),
    ],
)
def test_three_scenarios_of_three_families(ask: Ask, families: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert ask("SCEN-TOO-FEW", scenarios(*families)) == found


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ("level: red, triggers: [A call], facts_from: quality", None),
        ("level: nowhere, triggers: [A call], facts_from: nobody", None),
        ("level: red, triggers: [A call]", "who confirms the facts"),
        ("triggers: [A call], facts_from: quality", "how grave it is"),
        ("level: red, facts_from: quality", "how we would learn of it"),
        ("name: Recall", "how we would learn of it, how grave it is and who confirms the facts"),
    ],
)
def test_what_a_scenario_says_first(ask: Ask, keys: str, missing: str | None) -> None:
    found = ask("SCEN-NO-TRIGGER", f"scenarios:\n  recall: {{{keys}}}\n")
    called = "Recall" if "name" in keys else "recall"
    assert found == ([("warning scenarios.recall", f"“{called}” does not say {missing}.")] if missing else [])


def test_one_action_is_enough_whoever_does_it(ask: Ask) -> None:
    plan = """
        scenarios:
          a: {actions: [{at: 0m, who: nobody, do: Stop sales}]}
          b: {actions: []}
          c: {name: Strike}
        """
    assert ask("SCEN-NO-ACTIONS", plan) == [
        ("error scenarios.b.actions", "“b” has words but no actions."),
        ("error scenarios.c.actions", "“Strike” has words but no actions."),
    ]


@pytest.mark.parametrize("cluster", ["victim", "accidental", "preventable"])
def test_any_cluster_will_do(ask: Ask, cluster: str) -> None:
    assert ask("SCEN-CLUSTER", f"scenarios: {{a: {{cluster: {cluster}}}}}\n") == []
    assert [where for where, _ in ask("SCEN-CLUSTER", "scenarios: {a: {name: A}}\n")] == ["info scenarios.a"]


APOLOGY = "statements: {sorry: {kind: apology, text: We are sorry.}}"
CLOSED = "reviews: {r: {scenario: a, closed: 2026-01-10}}"


@pytest.mark.parametrize(
    ("scenario", "more", "found"),
    [
        ("cluster: preventable, remedies: [refund], " + APOLOGY, "", None),
        ("cluster: preventable, remedies: [refund]", APOLOGY, None),
        (
            "cluster: preventable, remedies: [refund]",
            "",
            "People will hold us responsible for “a” (`cluster: preventable`), and there is no apology ready.",
        ),
        (
            "cluster: preventable, " + APOLOGY,
            "",
            "People will hold us responsible for “a” (`cluster: preventable`), and there is no remedy ready.",
        ),
        (
            "cluster: preventable",
            "",
            (
                "People will hold us responsible for “a” (`cluster: preventable`), and there is no apology and no"
                " remedy ready."
            ),
        ),
        ("cluster: accidental", "", None),
        ("cluster: victim", CLOSED, None),
        ("cluster: accidental", CLOSED, "“a” has happened before, and there is no apology and no remedy ready."),
        ("cluster: accidental, remedies: [x], " + APOLOGY, CLOSED, None),
        ("cluster: accidental", "reviews: {r: {scenario: a, held: 2026-01-10}}", None),
        ("cluster: accidental", "reviews: {r: {scenario: b, closed: 2026-01-10}}", None),
        ("name: Not said", CLOSED, None),
    ],
)
def test_what_is_our_fault_has_an_apology_and_a_remedy(ask: Ask, scenario: str, more: str, found: str | None) -> None:
    plan = f"scenarios:\n  a: {{{scenario}}}\n  b: {{cluster: victim}}\n{more}\n"
    assert ask("SCEN-STRATEGY", plan) == ([("warning scenarios.a", found)] if found else [])


def test_a_denial_of_the_whole_plan_or_of_another_scenario_is_let_pass(ask: Ask) -> None:
    plan = """
        scenarios:
          a:
            cluster: preventable
            remedies: [x]
            statements: {sorry: {kind: apology, text: Sorry.}}
          rumour: {cluster: victim, statements: {no: {kind: denial, text: This is false.}}}
        statements: {never: {kind: denial, text: This is false.}}
        """
    assert ask("SCEN-STRATEGY", plan) == []


@pytest.mark.parametrize(
    ("answered", "open_", "found"),
    [
        (3, 0, None),
        (4, 1, None),
        (2, 5, "“a” has 2 questions with their answers; three is a minimum."),
        (1, 0, "“a” has 1 question with its answer; three is a minimum."),
        (0, 4, "“a” has no prepared question with its answer."),
        (0, 0, "“a” has no prepared question with its answer."),
    ],
)
def test_three_questions_with_their_answers(ask: Ask, answered: int, open_: int, found: str | None) -> None:
    questions = ["{question: What now?, answer: We check.}"] * answered + ["{question: Why?}"] * open_
    plan = f"scenarios:\n  a: {{questions: [{', '.join(questions)}]}}\n"
    assert ask("SCEN-NO-QA", plan) == ([("info scenarios.a.questions", found)] if found else [])
