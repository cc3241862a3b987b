"""PLAN: owner, review, approval, log, time zone."""

from collections.abc import Callable
from datetime import date

import pytest

from .conftest import about

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("reviewed: 2026-05-21", []),
        (
            "reviewed: 2026-05-20",
            [
                (
                    "error about.reviewed",
                    "The plan was last reviewed on 20 May 2026; the next review was due on 20 November 2026.",
                )
            ],
        ),
        ("reviewed: 2025-11-21, review_every: 12 months", []),
        ("reviewed: 2026-11-21, review_every: 365 days", []),
        ("reviewed: 2026-11-21, review_every: 1 year", []),
        (
            "reviewed: 2026-11-21, review_every: 13 months",
            [("error about.review_every", "More than 12 months between two reviews of the plan is too long.")],
        ),
        (
            "reviewed: 2025-11-20, review_every: 2 years",
            [
                (
                    "error about.reviewed",
                    "The plan was last reviewed on 20 November 2025; the next review was due on 20 November 2026.",
                ),
                ("error about.review_every", "More than 12 months between two reviews of the plan is too long."),
            ],
        ),
        ("version: 1", [("error about.reviewed", "The plan does not say when it was last reviewed.")]),
        (
            "reviewed: 2026-11-22",
            [
                (
                    "error about.reviewed",
                    "The review of the plan is dated 22 November 2026, which is still in the future.",
                )
            ],
        ),
    ],
)
def test_a_plan_is_reviewed_in_time(ask: Ask, keys: str, found: list[tuple[str, str]]) -> None:
    assert ask("PLAN-REVIEW-OVERDUE", about(keys)) == found


REVIEWED_SINCE = (
    "The plan was approved on 1 October 2026, then reviewed on 1 November 2026: this version is not approved."
)
NOT_APPROVED = "Management has not approved this version of the plan."


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("version: 1", [("warning about.approved", NOT_APPROVED)]),
        ("approved: {by: ana}", [("warning about.approved", NOT_APPROVED)]),
        ("approved: {date: 2026-11-01}", [("warning about.approved", NOT_APPROVED)]),
        ("approved: {by: ana, date: 2026-11-01}", []),
        ("approved: {by: leo, date: 2026-11-01}", []),
        ("approved: {by: anna, date: 2026-11-01}", []),
        ("reviewed: 2026-10-31, approved: {by: ana, date: 2026-10-01}", []),
        (
            "reviewed: 2026-11-01, approved: {by: ana, date: 2026-10-01}",
            [("warning about.approved.date", REVIEWED_SINCE)],
        ),
        ("approved: {by: tom, date: 2026-09-01}", []),
        ("approved: {by: ana, date: 2026-11-21}", []),
        (
            "reviewed: 2026-11-01, approved: {by: ana, date: 2026-11-22}",
            [
                (
                    "warning about.approved.date",
                    "The approval of the plan is dated 22 November 2026, which is still in the future.",
                )
            ],
        ),
    ],
)
def test_management_approves_the_reviewed_version(ask: Ask, keys: str, found: list[tuple[str, str]]) -> None:
    assert ask("PLAN-NOT-APPROVED", about(keys)) == found


def test_an_approver_needs_a_role_that_can_approve(ask: Ask) -> None:
    plan = about("approved: {by: leo, date: 2026-11-01}").replace("can: [approve]", "can: [speak]")
    assert ask("PLAN-NOT-APPROVED", plan) == [
        ("warning about.approved.by", "Léo Marchand approved the plan, but holds no role that can approve.")
    ]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (
            "version: 1",
            [("warning about.log", "The plan does not say where the crisis log is kept, nor who keeps it.")],
        ),
        ("log: {where: notebook}", [("warning about.log.by", "Nobody is in charge of the crisis log.")]),
        ("log: {by: ana}", [("warning about.log.where", "The plan does not say where the crisis log is kept.")]),
        ("log: {where: notebook, by: ana}", []),
    ],
)
def test_the_log_has_a_place_and_a_keeper(ask: Ask, keys: str, found: list[tuple[str, str]]) -> None:
    assert ask("PLAN-LOG", about(keys)) == found


def test_an_owner_whom_the_plan_does_not_know_is_no_missing_owner(ask: Ask) -> None:
    assert ask("PLAN-OWNER", about("owner: anna")) == []


def test_the_time_zone_that_is_offered_is_of_the_country(fixes: Callable[..., list[str]]) -> None:
    about = "about: {organisation: X, languages: [en], country: CA}\n"
    assert fixes("PLAN-TIMEZONE", about) == ["Add `timezone: America/Toronto`, or yours, to `about`."]
    assert fixes("PLAN-TIMEZONE", about.replace(", country: CA", "")) == [
        "Add `timezone: Europe/Paris`, or yours, to `about`."
    ]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("country: FR, timezone: Europe/Paris", []),
        ("country: FR, timezone: Europe/Brussels", []),
        ("country: FR, timezone: Indian/Reunion", []),
        ("country: CA, timezone: America/Montreal", []),
        ("timezone: UTC", []),
        ("country: FR, timezone: UTC", ["UTC", "FR"]),
        ("country: CA, timezone: Europe/Paris", ["Europe/Paris", "CA"]),
        ("country: FR, timezone: Africa/Lagos", ["Africa/Lagos", "FR"]),
    ],
)
def test_the_clock_of_the_plan_is_one_of_its_country(ask: Ask, keys: str, said: list[str]) -> None:
    message = "`timezone` is {}, but no clock shows that time all year in the plan's country, {}."
    found = [("warning about.timezone", message.format(*said))] if said else []
    assert ask("PLAN-TIMEZONE", about(keys)) == found


def test_the_clock_is_looked_at_in_the_year_of_the_check(ask: Ask) -> None:
    keys = about("country: ZA, timezone: Africa/Cairo")  # Egypt has summer time again since 2023
    assert ask("PLAN-TIMEZONE", keys, date(2022, 11, 21)) == []
    assert len(ask("PLAN-TIMEZONE", keys)) == 1


def test_the_zone_to_write_is_of_the_country(fixes: Callable[..., list[str]]) -> None:
    assert fixes("PLAN-TIMEZONE", about("country: CA, timezone: UTC")) == [
        "Write `timezone: America/Toronto`, or yours: every hour of the plan is read in it."
    ]
