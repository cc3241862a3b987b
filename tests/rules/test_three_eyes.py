"""SIGN-THREE-EYES: who saw the texts that are approved, and what to type so that three see the next one."""

from collections.abc import Callable
from datetime import date

import pytest

from planbuilder.checking import check
from planbuilder.findings import Profile
from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.plan import fingerprint
from planbuilder.rules import find_rule

Ask = Callable[..., list[tuple[str, str]]]

PLAN = """
about: {organisation: Example, languages: [en]}
people:
  ana: {name: Ana Ruiz}
  leo: {name: Léo Marchand}
  mia: {name: Mia Kern}
  zoe: {name: Zoé Blanc}
roles:
  pr: {name: Communications, holder: ana, kind: communications, can: [approve]}
  law: {name: Legal, holder: mia, kind: legal, can: [approve]}
  boss: {name: Management, holder: mia, kind: executive, can: [approve]}
  it: {name: IT, holder: leo, kind: technical}
  duty: {name: Duty manager, holder: zoe, deputies: [mia], kind: operations}
levels: {top: {sign_off: {new_text: GROUPS}}}
scenarios:
  leak:
    name: Leak
    level: top
    facts_from: it
    statements: {leak-first: {kind: holding, text: We know., approved: [APPROVED]}}
"""
TWO_KNOW = "[pr, law, [it, duty]]"


def approved_by(*people: str, groups: str = TWO_KNOW, text: str = "") -> str:
    plan = load_texts({"plan.yaml": PLAN.replace("APPROVED", "").replace("GROUPS", groups)}).plan
    assert plan is not None
    current = text or fingerprint(next(plan.all_statements()), ("en",))
    entries = ", ".join(f"{{by: {person}, date: 2026-11-01, text: {current}}}" for person in people)
    return PLAN.replace("APPROVED", entries).replace("GROUPS", groups)


def test_somebody_who_knows_the_facts_of_the_scenario_has_seen_its_approved_texts(ask: Ask) -> None:
    unseen = "In “Leak”, nobody of IT, who gives the facts, has seen “leak-first”."
    assert ask("SIGN-THREE-EYES", approved_by("ana", "mia", "leo")) == []
    assert ask("SIGN-THREE-EYES", approved_by("ana", "mia", "zoe", "leo")) == []
    assert ask("SIGN-THREE-EYES", approved_by("ana", "mia")) == [("warning scenarios.leak.statements", unseen)]
    assert ask("SIGN-THREE-EYES", approved_by("ana", "mia", "zoe")) == [("warning scenarios.leak.statements", unseen)]


@pytest.mark.parametrize(
    "plan",
    [
        approved_by(),
        approved_by("ana"),
        approved_by("ana", "mia", text="0f3ae1b29c47"),
        approved_by("ana", "mia").replace("{kind: holding", "{kind: holding, fact_from: duty"),
        approved_by("ana", "mia").replace("    level: top\n", ""),
    ],
)
def test_of_what_is_not_approved_or_of_another_level_or_whose_facts_another_gives_nothing_is_said(
    ask: Ask, plan: str
) -> None:
    assert ask("SIGN-THREE-EYES", plan) == []


def fix_of(plan: str) -> str:
    loaded = load_texts({"plan.yaml": plan})
    rule = find_rule("SIGN-THREE-EYES")
    assert rule is not None
    return render(check(loaded, date(2026, 11, 21), Profile.ADVANCED, rules=[rule]).findings[0].fix, "en")


@pytest.mark.parametrize(
    ("groups", "whole"),
    [
        ("[pr, law]", "[pr, law, it]"),
        ("[pr, law, duty]", "[pr, law, [duty, it]]"),
        ("[pr, law, boss]", "[pr, [law, boss], it]"),
        ("[pr, law, boss, duty]", "[pr, [law, boss], [duty, it]]"),
        ("[pr, duty]", "[pr, [law, boss], [duty, it]]"),
        ("[law, it]", "[law, pr, it]"),
    ],
)
def test_what_is_typed_asks_three_groups_at_most_and_leaves_nothing_to_find(ask: Ask, groups: str, whole: str) -> None:
    assert f"`new_text: {whole}`" in fix_of(approved_by(groups=groups))
    assert ask("SIGN-THREE-EYES", approved_by(groups=whole)) == ask("SIGN-TOO-MANY", approved_by(groups=whole)) == []


def test_a_role_that_gives_the_facts_of_several_scenarios_is_named_once(ask: Ask) -> None:
    second = "  fire: {name: Fire, level: top, facts_from: it}\n"
    ((_, said),) = ask("SIGN-THREE-EYES", approved_by(groups="[pr, law]") + second)
    assert said == "At top, a new text goes out unseen by IT, who gives the facts of Leak and Fire."


def test_three_groups_stay_as_they_are_and_four_become_three(ask: Ask) -> None:
    press = "  press: {name: Press, holder: ana, kind: communications}\nlevels:"
    plan = approved_by(groups="[pr, press]").replace("levels:", press, 1)
    assert "`new_text: [pr, press, [law, boss]]`" in fix_of(plan.replace("    facts_from: it\n", ""))
    assert "`new_text: [[pr, press], [law, boss], it]`" in fix_of(plan)
    assert ask("SIGN-TOO-MANY", plan) == []


def test_those_who_know_join_the_group_of_those_who_know_other_facts() -> None:
    shop = "  shop: {name: Shops, holder: zoe}\nlevels:"
    plan = approved_by(groups="[pr, duty, shop]").replace("levels:", shop, 1)
    assert "`new_text: [pr, [law, boss], [duty, shop, it]]`" in fix_of(plan)


def test_an_approval_that_no_longer_counts_is_no_look_at_the_facts(ask: Ask) -> None:
    plan = approved_by("ana", "mia", "zoe", "leo")
    (first, *_, last) = plan.split("{by: leo, date: 2026-11-01")
    assert len(ask("SIGN-THREE-EYES", f"{first}{{by: leo, date: 2026-05-01{last}")) == 1


def test_the_first_who_is_still_there_is_asked_to_check_the_first_text(ask: Ask) -> None:
    plan = approved_by("ana", "mia").replace("holder: leo,", "holder: gone, deputies: [leo, ana],")
    plan = plan.replace("  zoe: {name", "  gone: {name: Ida, left_on: 2026-01-01}\n  zoe: {name").replace(
        "ana]", "zoe]"
    )
    first = next(line for line in plan.splitlines(keepends=True) if "leak-first:" in line)
    both = first.replace("}]}}\n", "}]}, " + first.partition("statements: {")[2].replace("leak-first", "leak-next"))
    plan = plan.replace(first, both)
    unseen = "In “Leak”, nobody of IT, who gives the facts, has seen “leak-first” and “leak-next”."
    assert ask("SIGN-THREE-EYES", plan) == [("warning scenarios.leak.statements", unseen)]
    assert fix_of(plan).startswith(
        "Have Léo Marchand check the facts, then run `planbuilder approve leak-first --by leo`"
    )
