"""TEAM: functions, deputies, first moves, single points."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PEOPLE = """
people:
  ana: {name: Ana Ruiz}
  leo: {name: Léo Marchand}
  mia: {name: Mia Kern}
"""


def test_a_plan_without_roles_misses_them_once(ask: Ask) -> None:
    assert ask("TEAM-MISSING-FUNCTION", PEOPLE) == [
        ("error about", "The plan has no roles: it does not say who does what.")
    ]


def test_every_missing_function_is_named(ask: Ask) -> None:
    plan = PEOPLE + "roles: {lead: {holder: ana, can: [activate, approve, inform-staff, compensate]}}\n"
    missing = "speaking to the media, watching what is said, answering people, publishing and giving the facts"
    assert ask("TEAM-MISSING-FUNCTION", plan) == [("error roles", f"Nobody is in charge of: {missing}.")]


@pytest.mark.parametrize(
    ("rest", "severity"),
    [
        ("roles: {lead: {holder: ana, can: [facts]}}", "error"),
        ("roles: {lead: {holder: ana, can: [compensate, notify]}}", "warning"),
        ("roles: {lead: {holder: ana}}\nlevels: {low: {sign_off: {new_text: [[lead, other]]}}}", "error"),
        ("roles: {lead: {holder: ana}}\nlevels: {low: {sign_off: {approved_text: [lead]}}}", "error"),
        ("roles: {lead: {holder: ana}}\nescalation: {path: {levels: [low], steps: [{call: lead}]}}", "error"),
        ("roles: {lead: {holder: ana, deputies: []}}", "warning"),
    ],
)
def test_a_role_without_deputy_is_graver_where_the_crisis_needs_it(ask: Ask, rest: str, severity: str) -> None:
    sentence = "lead has no deputy: if Ana Ruiz is away, nobody does it."
    assert ask("TEAM-NO-DEPUTY", PEOPLE + rest + "\n") == [(f"{severity} roles.lead.deputies", sentence)]


def test_a_deputy_whom_the_plan_does_not_know_is_a_deputy(ask: Ask) -> None:
    assert ask("TEAM-NO-DEPUTY", PEOPLE + "roles: {lead: {holder: ana, deputies: [lea]}}\n") == []


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        ("{lead: {holder: ana, deputies: [leo, mia]}}", []),
        ("{lead: {holder: ana, deputies: [leo, leo]}}", ["Léo Marchand is listed twice as deputy of lead."]),
        ("{lead: {holder: ana, deputies: [leo, ana]}}", ["Ana Ruiz is both holder and deputy of lead."]),
        (
            "{lead: {holder: ana, deputies: [leo], can: [speak]}, desk: {holder: mia, deputies: [leo], can: [reply]}}",
            ["Léo Marchand is the only deputy of every essential role."],
        ),
        ("{lead: {holder: ana, deputies: [leo], can: [speak]}}", []),
        ("{lead: {holder: ana, deputies: [leo], can: [speak]}, desk: {holder: mia, deputies: [leo]}}", []),
        ("{lead: {holder: ana, deputies: [leo], can: [speak]}, desk: {holder: mia, can: [reply]}}", []),
        (
            "{a: {holder: ana, deputies: [leo], can: [speak]}, p: {holder: mia, deputies: [leo, ana], can: [facts]}}",
            [],
        ),
        (
            "{lead: {holder: ana, deputies: [leo], can: [speak]}, desk: {holder: leo, deputies: [ana], can: [reply]}}",
            [],
        ),
    ],
)
def test_a_deputy_is_somebody_else(ask: Ask, roles: str, found: list[str]) -> None:
    where = "error roles" if found and "every" in found[0] else "error roles.lead.deputies"
    assert ask("TEAM-DEPUTY-SAME", PEOPLE + f"roles: {roles}\n") == [(where, sentence) for sentence in found]


def test_only_essential_roles_need_first_moves(ask: Ask) -> None:
    plan = PEOPLE + "roles: {lead: {holder: ana, can: [speak]}, aid: {holder: leo, can: [compensate]}}\n"
    assert ask("TEAM-NO-TASKS", plan) == [
        ("warning roles.lead.first_moves", "lead does not say what to do in the first minutes.")
    ]


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("roles: {lead: {holder: ana, can: [speak]}}", "speaking to the media"),
        ("roles: {lead: {holder: ana, can: [speak]}, press: {holder: ana, can: [speak]}}", "speaking to the media"),
        ("roles: {lead: {holder: ana, can: [speak]}, press: {holder: leo, can: [speak]}}", ""),
        ("roles: {lead: {holder: ana, deputies: [leo], can: [speak]}}", ""),
        ("roles: {lead: {holder: ana, can: [compensate]}}", ""),
        ("channels: {x: {platform: x, publishers: [ana]}}", "the channel x"),
        ("channels: {x: {platform: x, publishers: [ana, lead]}}\nroles: {lead: {holder: ana}}", "the channel x"),
        ("channels: {x: {platform: x, publishers: [ana, leo]}}", ""),
        ("channels: {x: {platform: x}}", ""),
        ("channels: {x: {platform: x, publishers: [ana, ghost]}}", ""),
        ("levels: {low: {sign_off: {new_text: [lead]}}}\nroles: {lead: {holder: ana}}", "the sign-off at low"),
        (
            "levels: {low: {sign_off: {new_text: [lead, lead], approved_text: [lead]}}}\nroles: {lead: {holder: ana}}",
            "the sign-off at low",
        ),
        (
            "levels: {low: {sign_off: {new_text: [[lead, boss]]}}}\nroles: {lead: {holder: ana}, boss: {holder: leo}}",
            "",
        ),
    ],
)
def test_what_hangs_on_one_person(ask: Ask, rest: str, found: str) -> None:
    sentences = [("warning people.ana", f"Everything about {found} depends on Ana Ruiz.")] if found else []
    assert ask("TEAM-SINGLE-POINT", PEOPLE + rest + "\n") == sentences
