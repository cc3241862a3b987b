"""Whether the approvals of a statement count, and why one does not."""

from datetime import date
from itertools import combinations, product

import pytest

from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.plan import Plan, fingerprint
from planbuilder.plan.approvals import Doubt, different, one_each, standing, why_not

TODAY = date(2026, 11, 21)
FIRST = "1\u00a0November\u00a02026"
PLAN = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris, review_every: 6 months}
people:
  ana: {name: Ana Ruiz}
  leo: {name: Léo Marchand}
  mia: {name: Mia Kern}
  tom: {name: Tom Gone, left_on: 2026-11-20}
roles:
  lead: {holder: ana, deputies: [leo]}
  legal: {holder: mia}
  chief: {holder: tom}
levels:
  low: {sign_off: {new_text: [lead]}}
  high: {sign_off: {new_text: [lead, [legal, chief]]}}
  open: {}
channels: {site: {platform: website}}
scenarios:
  leak: {level: LEVEL, statements: {first: {kind: holding, channels: [site], text: We know., approved: [APPROVALS]}}}
"""


def plan_with(approvals: str, level: str = "low", text: str = PLAN) -> Plan:
    loaded = load_texts({"plan.yaml": text.replace("LEVEL", level).replace("APPROVALS", approvals)})
    assert loaded.plan is not None, [render(f.message, "en") for f in loaded.findings]
    return loaded.plan


def by(person: str, day: str = "2026-11-01", text: str | None = None) -> str:
    plan = plan_with("")
    return f"{{by: {person}, date: {day}, text: {text or fingerprint(next(plan.all_statements()), ('en',))}}}"


def judged(approvals: str, level: str = "low") -> tuple[bool, list[Doubt | None], list[tuple[str, ...]]]:
    plan = plan_with(approvals, level)
    found = standing(plan, next(plan.all_statements()), TODAY)
    return found.approved, [v.doubt for v in found.verdicts], [tuple(group) for group in found.missing]


@pytest.mark.parametrize(
    ("approvals", "level", "approved", "doubts", "missing"),
    [
        ("", "low", False, [], [("lead",)]),
        ("", "open", False, [], []),
        (by("ana"), "low", True, [None], []),
        (by("leo"), "low", True, [None], []),
        (by("mia"), "open", True, [None], []),
        (by("mia"), "low", False, [Doubt.NO_ROLE], [("lead",)]),
        (f"{by('ana')}, {by('mia')}", "low", True, [None, Doubt.NO_ROLE], []),
        (by("ana"), "high", False, [None], [("legal", "chief")]),
        (f"{by('ana')}, {by('mia')}", "high", True, [None, None], []),
        (f"{by('ana')}, {by('tom')}", "high", False, [None, Doubt.LEFT], [("legal", "chief")]),
        (by("ana", text="000000000000"), "low", False, [Doubt.CHANGED], [("lead",)]),
        (f"{by('ana', text='000000000000')}, {by('ana')}", "low", True, [Doubt.CHANGED, None], []),
        (by("ana", "2026-05-21"), "low", True, [None], []),
        (by("ana", "2026-05-20"), "low", False, [Doubt.OLD], [("lead",)]),
        (by("ana", "2026-11-21"), "low", True, [None], []),
        (by("ana", "2026-11-22"), "low", False, [Doubt.FUTURE], [("lead",)]),
        (by("ann"), "low", False, [Doubt.UNKNOWN], [("lead",)]),
    ],
)  # fmt: skip
def test_an_approval_counts_or_says_why_not(
    approvals: str, level: str, approved: bool, doubts: list[Doubt | None], missing: list[tuple[str, ...]]
) -> None:
    assert judged(approvals, level) == (approved, doubts, missing)


@pytest.mark.parametrize(
    ("approval", "sentence"),
    [
        (
            by("ana", text="000000000000"),
            f"The text, the channels or the kind of “first” changed after Ana Ruiz approved it on {FIRST}.",
        ),
        (by("tom"), "Tom Gone approved “first”, but left on 20\u00a0November\u00a02026."),
        (by("ana", "2026-05-20"), "Ana Ruiz approved “first” on 20\u00a0May\u00a02026, more than 6\u00a0months ago."),
        (
            by("ana", "2026-11-22"),
            "Ana Ruiz approved “first” on 22\u00a0November\u00a02026, which is still in the future.",
        ),
        (by("mia"), "Mia Kern approved “first”, but has none of the roles that must."),
        (by("ann"), "ann approved “first”, but is not in the plan."),
    ],
)
def test_the_doubt_is_said_in_a_sentence(approval: str, sentence: str) -> None:
    plan = plan_with(approval)
    statement = next(plan.all_statements())
    (verdict,) = standing(plan, statement, TODAY).verdicts
    why = why_not(plan, statement, verdict)
    assert why is not None
    assert render(why, "en") == sentence


def test_nothing_is_said_of_an_approval_that_counts() -> None:
    plan = plan_with(by("ana"))
    statement = next(plan.all_statements())
    (verdict,) = standing(plan, statement, TODAY).verdicts
    assert why_not(plan, statement, verdict) is None


def test_an_approver_whom_the_plan_does_not_know_leaves_the_standing_unsettled() -> None:
    plan = plan_with(by("ann"))
    assert standing(plan, next(plan.all_statements()), TODAY).unsettled


def test_a_role_of_somebody_whom_the_plan_does_not_know_leaves_the_standing_unsettled() -> None:
    plan = plan_with(by("ana"), text=PLAN.replace("holder: ana", "holder: Ana Ruiz"))
    assert standing(plan, next(plan.all_statements()), TODAY).unsettled


def test_a_role_that_does_not_exist_asks_for_nobody() -> None:
    plan = plan_with(by("ana"), text=PLAN.replace("new_text: [lead]", "new_text: [lead, legla]"))
    assert standing(plan, next(plan.all_statements()), TODAY).approved


def test_a_statement_for_any_scenario_needs_the_roles_of_all_their_levels() -> None:
    text = (
        PLAN.replace("scenarios:\n", "scenarios:\n  fire: {level: high}\n")
        + "statements: {any: {kind: holding, text: We know.}}\n"
    )
    plan = plan_with("", text=text)
    found = standing(plan, plan.statements["any"], TODAY)
    assert [tuple(group) for group in found.missing] == [("lead",), ("legal", "chief")]
    assert standing(plan, plan.statements["any"], TODAY, levels=["low"]).missing == (("lead",),)


def test_the_levels_that_a_statement_names_are_asked_instead_of_its_scenarios() -> None:
    plan = plan_with("", text=PLAN.replace("kind: holding", "kind: holding, levels: [high]"))
    assert [tuple(g) for g in standing(plan, next(plan.all_statements()), TODAY).missing] == [
        ("lead",),
        ("legal", "chief"),
    ]


SEVERAL = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris}
people: {ana: {name: Ana}, leo: {name: Léo}, mia: {name: Mia}, tom: {name: Tom, left_on: 2026-11-20}}
roles:
  pr: {holder: ana}
  boss: {holder: leo, deputies: [ana]}
  law: {holder: mia, deputies: [leo]}
  shop: {holder: ana, deputies: [tom]}
levels:
  low: {sign_off: {new_text: [pr, boss]}}
  high: {sign_off: {new_text: [boss, law]}}
  wide: {sign_off: {new_text: [pr, [pr, law]]}}
  twice: {sign_off: {new_text: [pr, pr, [pr, pr]]}}
  either: {sign_off: {new_text: [[pr, boss], [boss, pr]]}}
  small: {sign_off: {new_text: [pr, shop]}}
  mixed: {sign_off: {new_text: [pr, shop, boss]}}
statements: {one: {kind: update, text: We know., levels: [LEVEL], approved: [APPROVALS]}}
"""


@pytest.mark.parametrize(
    ("level", "people", "missing"),
    [
        ("low", "", ["pr", "boss"]),
        ("low", "ana", ["boss"]),
        ("low", "ana ana", ["boss"]),
        ("low", "leo", ["pr"]),
        ("low", "ana leo", []),
        ("low", "leo ana", []),
        ("high", "leo", ["law"]),
        ("high", "ana", ["law"]),
        ("high", "mia", ["boss"]),
        ("high", "ana leo", []),
        ("low, high", "leo", ["pr", "law"]),
        ("low, high", "ana leo", []),
        ("wide", "ana", ["pr law"]),
        ("wide", "ana leo", []),
        ("twice", "ana", []),
        ("either", "ana", []),
        ("small", "", ["pr", "shop"]),
        ("small", "ana", []),
        ("mixed", "ana", ["boss"]),
        ("mixed", "leo", ["pr", "shop"]),
        ("mixed", "ana leo", []),
    ],
)
def test_a_person_counts_for_one_role_of_a_level_unless_nobody_else_is_left(
    level: str, people: str, missing: list[str]
) -> None:
    text = SEVERAL.replace("LEVEL", level)
    bare = plan_with("", text=text)
    current = fingerprint(bare.statements["one"], ("en",))
    given = ", ".join(f"{{by: {person}, date: 2026-11-01, text: {current}}}" for person in people.split())
    plan = plan_with(given, text=text)
    found = standing(plan, plan.statements["one"], TODAY)
    assert [" ".join(group) for group in found.missing] == missing
    assert found.approved == (not missing)


def test_a_group_of_roles_is_listed_once_in_whatever_order() -> None:
    groups = (("a",), ("a", "b"), ("b", "a"), ("a", "a"), ("b",))
    assert different(groups) == (("a",), ("a", "b"), ("b",))  # type: ignore[arg-type]


def test_as_many_different_people_as_can_be_are_chosen_and_of_those_who_go_first() -> None:
    some = [people for size in range(4) for people in combinations("abc", size)]
    for wanted in product(some, repeat=3):
        ways = [
            [one for one in way if one]
            for way in product(*((*people, None) for people in wanted))
            if len({one for one in way if one}) == sum(one is not None for one in way)
        ]
        for first in ("", "a", "bc"):
            chosen = one_each(wanted, first)
            people = [one for one in chosen if one]
            assert all(one is None or one in able for one, able in zip(chosen, wanted, strict=True))
            assert len({*people}) == len(people) == max(len(way) for way in ways)
            assert len({*people} & {*first}) == max(len({*way} & {*first}) for way in ways)


def test_lists_that_hang_on_each_other_without_end_are_read_too() -> None:
    wanted = [[str(n), str(n + 1)] for n in range(1500)]
    assert one_each([*wanted, ["0"]]) == [*(str(n + 1) for n in range(1500)), "0"]
    assert one_each([*wanted, ["0"], ["1500"]])[-1] is None
