"""TEAM: languages, training, people who have left."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("plan_languages", "ana", "leo", "found"),
    [
        ("fr", "", "", []),
        ("fr, en", "", "", ["No spokesperson speaks English."]),
        ("fr, en", "languages: [en]", "", []),
        ("fr, en", "languages: [en]", "languages: [en]", ["No spokesperson speaks French."]),
        ("fr, en", "languages: [fr]", "languages: [en]", []),
        ("fr-CA, en", "languages: [fr, en]", "", []),
        ("fr, en", "languages: [fr-CA, en-GB]", "", []),
        ("fr-CA, fr-FR, en-GB, en-US", "", "", ["No spokesperson speaks English."]),
        ("fr, en, de", "", "", ["No spokesperson speaks English and German."]),
    ],
)
def test_somebody_speaks_each_language(ask: Ask, plan_languages: str, ana: str, leo: str, found: list[str]) -> None:
    plan = f"""
        about: {{organisation: Example, languages: [{plan_languages}]}}
        people:
          ana: {{name: Ana Ruiz, {ana}}}
          leo: {{name: Léo Marchand, {leo}}}
        roles:
          voice: {{holder: ana, deputies: [leo], can: [speak]}}
          lead: {{holder: ana, can: [activate]}}
        """
    assert ask("TEAM-SPOKESPERSON-LANGUAGE", plan) == [("warning roles.voice.deputies", one) for one in found]


@pytest.mark.parametrize("roles", ["{lead: {holder: ana}}", "{lead: {holder: ghost, can: [speak]}}"])
def test_without_a_known_spokesperson_another_check_speaks(ask: Ask, roles: str) -> None:
    plan = f"about: {{organisation: Example, languages: [fr, en]}}\npeople: {{ana: {{name: Ana}}}}\nroles: {roles}\n"
    assert ask("TEAM-SPOKESPERSON-LANGUAGE", plan) == []


@pytest.mark.parametrize(
    ("training", "found"),
    [
        ("", []),
        ("training: [{who: [other], what: quiz, last: 2026-01-01}]", []),
        ("training: [{who: [lead], what: quiz, last: 2020-01-01}]", []),
        ("training: [{who: [lead], what: quiz, every: 12 months, last: 2025-11-21}]", []),
        ("training: [{who: [lead], what: quiz, every: 12 months, last: 2026-11-21}]", []),
        (
            "training: [{who: [lead], what: quiz, every: 12 months, last: 2025-11-20}]",
            ["lead: Ana Ruiz and Léo Marchand have not been trained for it since 20 November 2025."],
        ),
        (
            """training:
  - {who: [lead], what: quiz, every: 12 months, last: 2024-11-20}
  - {who: [lead], what: media, every: 12 months, last: 2025-03-01}
""",
            ["lead: Ana Ruiz and Léo Marchand have not been trained for it since 1 March 2025."],
        ),
        (
            "training: [{who: [lead], what: quiz, every: 12 months}]",
            ["lead: Ana Ruiz and Léo Marchand have never been trained for it."],
        ),
        (
            "training: [{who: [lead], what: quiz, every: 12 months, last: 2026-11-22}]",
            ["lead: Ana Ruiz and Léo Marchand have never been trained for it."],
        ),
    ],
)
def test_the_people_of_an_essential_role_are_trained_in_time(ask: Ask, training: str, found: list[str]) -> None:
    plan = f"""
people: {{ana: {{name: Ana Ruiz}}, leo: {{name: Léo Marchand}}}}
roles: {{lead: {{holder: ana, deputies: [leo], can: [activate]}}, aid: {{holder: ana}}, other: {{holder: ana}}}}
{training}
"""
    assert ask("TEAM-UNTRAINED", plan) == [("warning roles.lead", one) for one in found]


GONE = """
about: {organisation: Example, languages: [en], owner: tom, approved: {by: tom, date: 2026-01-01}, log: {by: tom}}
people: {ana: {name: Ana Ruiz}, tom: {name: Tom Keller, left_on: LAST}}
roles: {chief: {name: Management, holder: tom}, lead: {holder: ana, deputies: [tom]}}
on_call:
  week:
    role: lead
    rota: [ana, tom]
    from: 2026-11-16
    swaps:
      - {who: tom, from: 2026-11-18 08:00, to: 2026-11-20 08:00}
      - {who: tom, from: 2026-11-20 08:00, to: 2026-11-21 08:00}
  days:
    role: lead
    shifts:
      - {who: tom, from: 2026-11-20 08:00, to: 2026-11-20 20:00}
      - {who: tom, from: 2026-11-21 08:00, to: 2026-11-21 20:00}
escalation: {path: {levels: [low], steps: [{call: [lead, tom]}]}}
levels: {low: {}}
channels: {site: {platform: website, publishers: [ana, tom], admins: [tom], pause_scheduled: {by: [tom]}}}
absences: [{who: tom, from: 2026-12-01, to: 2026-12-05}]
exercises: [{kind: tabletop, date: 2026-01-01, took_part: [tom]}]
waivers: [{check: CHAN-NO-BACKUP, reason: why, by: tom, until: 2027-01-01}]
statements: {any: {kind: holding, text: We know., approved: [{by: tom, date: 2026-01-01, text: 0f3ae1b29c47}]}}
reviews: {last: {actions: [{do: mend, by: tom, done: 2026-02-01}, {do: paint, by: tom}]}}
"""


def test_whoever_has_left_is_found_wherever_the_plan_still_counts_on_them(ask: Ask) -> None:
    left = "Tom Keller left on 20 November 2026 and"
    assert ask("TEAM-LEFT", GONE.replace("LAST", "2026-11-20")) == [
        ("error about.owner", f"{left} still owns the plan."),
        ("error about.approved.by", f"{left} is still the one who approved the plan."),
        ("error about.log.by", f"{left} is still named in `about.log.by`."),
        ("error roles.chief.holder", f"{left} still holds Management."),
        ("error roles.lead.deputies[0]", f"{left} still stands in for lead."),
        ("error on_call.week.rota[1]", f"{left} still takes turns on call in week."),
        ("error on_call.week.swaps[1].who", f"{left} still takes turns on call in week."),
        ("error on_call.days.shifts[1].who", f"{left} still takes turns on call in days."),
        ("error escalation.path.steps[0].call[1]", f"{left} is still called by the escalation path path."),
        ("error channels.site.publishers[1]", f"{left} may still publish on site."),
        ("error channels.site.admins[0]", f"{left} still administers site."),
        ("error channels.site.pause_scheduled.by[0]", f"{left} may still stop the scheduled posts on site."),
        ("error reviews.last.actions[1].by", f"{left} is still named in `reviews.last.actions[1].by`."),
    ]


def test_the_last_day_still_counts(ask: Ask) -> None:
    assert ask("TEAM-LEFT", GONE.replace("LAST", "2026-11-21")) == []
