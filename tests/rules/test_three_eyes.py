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
  eve: {name: Ève Petit}
roles:
  pr: {name: Communications, holder: ana, kind: communications, can: [approve]}
  law: {name: Legal, holder: mia, kind: legal, can: [approve]}
  boss: {name: Management, holder: eve, kind: executive, can: [approve]}
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
    assert ask("SIGN-THREE-EYES", approved_by("ana", "mia", "zoe")) == [("warning scenarios.leak.statements", unseen)]


@pytest.mark.parametrize(
    "plan",
    [
        approved_by(),
        approved_by("ana"),
        approved_by("ana", "mia"),
        approved_by("ana", "mia", "zoe", text="0f3ae1b29c47"),
        approved_by("ana", "mia", "zoe").replace("{kind: holding", "{kind: holding, fact_from: duty"),
        approved_by("ana", "mia", "zoe").replace("    level: top\n", ""),
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
    press = "  press: {name: Press, holder: eve, kind: communications}\nlevels:"
    plan = approved_by(groups="[pr, press]").replace("levels:", press, 1)
    assert "`new_text: [pr, press, [law, boss]]`" in fix_of(plan.replace("    facts_from: it\n", ""))
    assert "`new_text: [[pr, press], [law, boss], it]`" in fix_of(plan)
    assert ask("SIGN-TOO-MANY", plan) == []


@pytest.mark.parametrize(
    ("groups", "lost"),
    [
        ("[pr, law]", ""),
        ("[law, pr]", ""),
        ("[pr, [boss, law], [duty]]", "Duty manager"),
        ("[pr, law, boss]", "Legal and Management"),
        ("[pr, [law, boss], duty]", "Duty manager"),
        ("[[boss, law], it]", ""),
        ("[pr, law, boss, duty]", "Legal, Management and Duty manager"),
        ("[pr, law, [duty, boss]]", "Duty manager or Management"),
        ("[pr, law, boss, [duty, law]]", "Legal, Management and (Duty manager or Legal)"),
        ("[pr, law, [duty, boss], [boss, duty]]", "Duty manager or Management"),
    ],
)
def test_whoever_had_to_approve_and_is_then_one_of_several_is_named(groups: str, lost: str) -> None:
    named = fix_of(approved_by(groups=groups)).partition("So far nothing went out without ")[2].partition(";")[0]
    assert named == lost


def test_those_who_know_join_the_group_of_those_who_know_other_facts() -> None:
    shop = "  shop: {name: Shops, holder: zoe}\nlevels:"
    plan = approved_by(groups="[pr, duty, shop]").replace("levels:", shop, 1)
    assert "`new_text: [pr, [law, boss], [duty, shop, it]]`" in fix_of(plan)


def test_an_approval_that_no_longer_counts_is_no_look_at_the_facts(ask: Ask) -> None:
    plan = approved_by("ana", "mia", "zoe", "leo")
    (first, *_, last) = plan.split("{by: leo, date: 2026-11-01")
    assert len(ask("SIGN-THREE-EYES", f"{first}{{by: leo, date: 2026-05-01{last}")) == 1


def test_the_first_who_is_still_there_is_asked_to_check_the_first_text(ask: Ask) -> None:
    plan = approved_by("ana", "mia", "zoe").replace("holder: leo,", "holder: gone, deputies: [leo, eve],")
    plan = plan.replace("  zoe: {name", "  gone: {name: Ida, left_on: 2026-01-01}\n  zoe: {name")
    first = next(line for line in plan.splitlines(keepends=True) if "leak-first:" in line)
    both = first.replace("}]}}\n", "}]}, " + first.partition("statements: {")[2].replace("leak-first", "leak-next"))
    plan = plan.replace(first, both)
    unseen = "In “Leak”, nobody of IT, who gives the facts, has seen “leak-first” and “leak-next”."
    assert ask("SIGN-THREE-EYES", plan) == [("warning scenarios.leak.statements", unseen)]
    assert fix_of(plan).startswith(
        "Have Léo Marchand check the facts, then run `planbuilder approve leak-first --by leo`"
    )


ONE_FOR_TWO = """
about: {organisation: Example, languages: [en]}
people:
  ana: {name: Ana Ruiz}
  leo: {name: Léo Marchand}
  mia: {name: Mia Kern}
  tom: {name: Tom Keller, left_on: 2026-10-01}
roles:
  pr: {name: Communications, holder: ana, kind: communications, can: [approve]}
  press: {name: Press, holder: ana, kind: communications, can: [approve]}
  law: {name: Legal, holder: mia, kind: legal, can: [approve]}
  boss: {name: Management, holder: mia, deputies: [leo], kind: executive, can: [approve]}
  it: {name: IT, holder: leo, deputies: [mia], kind: technical}
  gone: {name: Archive, holder: tom, deputies: [ana], kind: other}
  odd: {name: Odd, holder: nobody, kind: other}
  free: {name: Free, holder: ana}
levels: {low: {sign_off: {new_text: GROUPS}}, high: {sign_off: {new_text: [pr, law]}}}
"""


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ("[pr]", ""),
        ("[pr, pr, [pr, pr]]", ""),
        ("[pr, law, it]", ""),
        ("[law, boss]", ""),
        ("[boss, law]", ""),
        ("[pr, [press, law]]", ""),
        ("[pr, gone]", ""),
        ("[pr, odd, [odd, pr]]", ""),
        ("[odd, [odd, odd], pr, press, odd]", "2 approvals from Communications and Press, who are only Ana Ruiz"),
        ("[pr, press, ghost]", ""),
        ("[pr, press]", "2 approvals from Communications and Press, who are only Ana Ruiz"),
        ("[law, pr, press]", "2 approvals from Communications and Press, who are only Ana Ruiz"),
        ("[pr, [pr, press], it]", "2 approvals from Communications and Press, who are only Ana Ruiz"),
        ("[law, pr, boss, it]", "3 approvals from Legal, Management and IT, who are only Mia Kern and Léo Marchand"),
        ("[it, boss, law]", "3 approvals from IT, Management and Legal, who are only Léo Marchand and Mia Kern"),
    ],
)
def test_at_every_level_a_list_names_as_many_people_as_roles(ask: Ask, groups: str, said: str) -> None:
    whole = f"At low, a new text needs {said} in all; one person counts for one role."
    found = [("warning levels.low.sign_off.new_text", whole)] if said else []
    assert ask("SIGN-THREE-EYES", ONE_FOR_TWO.replace("GROUPS", groups)) == found


@pytest.mark.parametrize(
    ("people", "fix"),
    [
        ("", "Make somebody else a deputy of Communications or Press: add their id to its `deputies:`."),
        (
            "desk: {holder: leo, kind: communications}",
            "Make Léo Marchand a deputy of Communications: add `leo` to its `deputies:`.",
        ),
        (
            "desk: {holder: tom, kind: communications}",
            "Make somebody else a deputy of Communications or Press: add their id to its `deputies:`.",
        ),
    ],
)
def test_somebody_of_the_kind_is_named_to_be_a_deputy(people: str, fix: str) -> None:
    plan = ONE_FOR_TWO.replace("GROUPS", "[pr, press]").replace("odd: {name: Odd, holder: nobody, kind: other}", people)
    assert fix_of(plan) == fix


def test_the_deputy_that_is_named_settles_it(ask: Ask) -> None:
    plan = ONE_FOR_TWO.replace("GROUPS", "[pr, press]")
    assert ask("SIGN-THREE-EYES", plan.replace("holder: ana, kind", "holder: ana, deputies: [leo], kind", 1)) == []


@pytest.mark.parametrize(
    ("groups", "before"),
    [
        ("[pr]", "Before that, make somebody else a deputy of IT: too few"),
        ("[pr, it]", ""),
        ("[[pr, law]]", "Before that, make somebody else a deputy of Communications: too few"),
    ],
)
def test_who_alone_would_hold_up_every_text_gets_a_deputy_first(groups: str, before: str) -> None:
    fix = fix_of(approved_by(groups=groups))
    assert before in fix
    assert ("Before that" in fix) == bool(before)


def test_one_person_for_all_that_is_typed_gets_a_deputy_first() -> None:
    plan = approved_by(groups="[pr, it]").replace("holder: eve", "holder: ana").replace("holder: mia", "holder: ana")
    assert "of Communications, Legal and Management: too few" in fix_of(plan)


def test_a_role_that_is_created_is_listed_beside_those_who_know_the_facts(ask: Ask) -> None:
    plan = approved_by(groups="[duty]").replace("kind: legal", "kind: people").replace("kind: executive", "kind: other")
    fix = fix_of(plan)
    assert "`management: {name: Management, kind: executive, holder: mia, " in fix
    assert "`new_text: [pr, management, [duty, it]]`. So far nothing went out without Duty manager; from then on" in fix
    created = "roles:\n  management: {holder: mia, kind: executive, can: [approve]}\n"
    after = plan.replace("roles:\n", created).replace("[duty]", "[pr, management, [duty, it]]")
    assert ask("SIGN-THREE-EYES", after) == []


@pytest.mark.parametrize("kind", ["communications", "legal"])
def test_where_a_kind_is_there_but_cannot_approve_no_role_is_made_up(kind: str) -> None:
    plan = approved_by(groups="[duty]").replace("kind: executive", "kind: other").replace("kind: legal", "kind: people")
    plan = plan.replace("kind: communications, can: [approve]", f"kind: {kind}, can: [speak]")
    assert fix_of(plan).startswith("Add the roles to `new_text`")
