"""TEAM, SIGN at some time: whom the fixes name, and when they name nobody."""

from collections.abc import Callable

import pytest

Fixes = Callable[..., list[str]]

PLAN = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris, profile: standard}
people:
  ana: {name: Ana Ruiz}
  leo: {name: Léo Marchand}
  mia: {name: Mia Kern}
roles:
  law: {name: Legal, holder: ana, kind: KIND}
  money: {name: Finance, holder: leo, kind: executive}
  other: {name: Other, holder: mia, kind: SECOND}
levels: {top: {name: Top, sign_off: {new_text: [law]}}}
absences: [{who: ana, from: 2026-12-24, to: 2026-12-24}]
"""
NOBODY = "Add a deputy of Legal who knows the work and is there at that time, or move an absence."
MIA = "Add a deputy of Legal who is there at that time, for example Mia Kern (`mia`), or move an absence."
LEO = "Add a deputy of Legal who is there at that time, for example Léo Marchand (`leo`), or move an absence."


@pytest.mark.parametrize(
    ("kind", "second", "fix"),
    [
        ("legal", "customers", NOBODY),
        ("legal", "legal", MIA),
        ("customers", "customers", MIA),
        ("technical", "technical", NOBODY),
        ("executive", "legal", NOBODY),
        ("operations", "operations", NOBODY),
        ("other", "other", NOBODY),
    ],
)
@pytest.mark.parametrize("check", ["TEAM-ALL-AWAY", "SIGN-DEADLOCK"])
def test_a_deputy_is_named_only_where_somebody_does_such_work(
    fixes: Fixes, check: str, kind: str, second: str, fix: str
) -> None:
    assert fixes(check, PLAN.replace("KIND", kind).replace("SECOND", second))[0] == fix


def test_where_the_role_has_no_kind_somebody_without_work_of_a_kind_is_named(fixes: Fixes) -> None:
    plan = PLAN.replace(", kind: KIND", "")
    assert fixes("TEAM-ALL-AWAY", plan.replace("SECOND", "legal"))[0] == NOBODY
    assert fixes("TEAM-ALL-AWAY", plan.replace(", kind: SECOND", ""))[0] == MIA


def test_of_several_roles_the_one_that_somebody_could_do_is_named(fixes: Fixes) -> None:
    plan = (
        PLAN.replace("new_text: [law]", "new_text: [[law, other]]")
        .replace("KIND", "legal")
        .replace("SECOND", "customers")
        .replace("kind: executive", "kind: customers")
    )
    plan = plan.replace("to: 2026-12-24}]", "to: 2026-12-24}, {who: mia, from: 2026-12-24, to: 2026-12-24}]")
    assert fixes("SIGN-DEADLOCK", plan) == [LEO.replace("Legal", "Other")]
    assert fixes("SIGN-DEADLOCK", plan.replace("holder: mia, kind: customers", "holder: mia, kind: people")) == [
        NOBODY.replace("Legal", "Legal or Other")
    ]


@pytest.mark.parametrize(
    ("kind", "second", "fix"),
    [
        (
            "legal",
            "legal",
            "Train a second person, for example Mia Kern, and name them: add `mia` to the `deputies:` of Legal.",
        ),
        ("legal", "customers", "Train a second person and name them too: as a deputy, or in `publishers`."),
    ],
)
def test_a_second_person_is_named_only_where_somebody_does_such_work(
    fixes: Fixes, kind: str, second: str, fix: str
) -> None:
    plan = PLAN.replace("KIND", f"{kind}, can: [approve]").replace("SECOND", second).replace("absences:", "x-absences:")
    assert fixes("TEAM-SINGLE-POINT", plan)[0] == fix


@pytest.mark.parametrize(
    ("kind", "second", "fix"),
    [
        (
            "legal",
            "legal",
            (
                "Train one more person who is there, for example Mia Kern: add `mia` to the `deputies:` of Legal. "
                "Or move an absence."
            ),
        ),
        ("legal", "customers", "Train and name one more person who knows the work and is there, or move an absence."),
    ],
)
def test_who_helps_out_while_the_others_are_away_does_such_work(fixes: Fixes, kind: str, second: str, fix: str) -> None:
    plan = PLAN.replace("holder: ana", "holder: ana, deputies: [zoe]").replace(
        "people:\n", "people:\n  zoe: {name: Zoé}\n"
    )
    plan = plan.replace("KIND", f"{kind}, can: [approve]").replace("SECOND", second)
    assert fixes("TEAM-SINGLE-POINT", plan) == [fix]
