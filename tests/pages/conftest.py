"""A plan in which every key is written, with the words of the test's choice, and the pages made of it."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbuilder.checking import Checked, check
from planbuilder.loading import load_texts
from planbuilder.pages import Tree, tree
from planbuilder.plan import Visibility
from planbuilder.rules import CATALOGUE, Rule
from planbuilder.source import Span

TODAY = date(2026, 11, 21)
Words = Callable[[str], str]
Make = Callable[..., Tree]


def every_key(say: Words) -> dict[str, Any]:
    """A whole plan. `say` gives each free text; ids, dates and codes stay."""

    def both(name: str) -> dict[str, str]:
        return {"fr": say(name), "en": say(name)}

    def several(name: str) -> dict[str, list[str]]:
        return {"fr": [say(name), say(name)], "en": [say(name), say(name)]}

    return {
        "about": {
            "organisation": say("organisation"), "languages": ["fr", "en"], "owner": "ana", "country": "FR",
            "timezone": "Europe/Paris", "version": say("version"), "reviewed": "2026-09-14", "review_every": "6 months",
            "approved": {"by": "leo", "date": "2026-09-21"}, "profile": "standard", "applies": ["rgpd", "nis2"],
            "domains": [say("domain")], "example": "true", "review_within": "30 days",
            "distribution": [{"to": say("to"), "how": say("how"), "last": "2026-09-22", "roles": ["lead"]}],
            "offline_copy": {"where": say("offline"), "updated": "2026-09-22", "by": "leo"},
            "log": {"where": say("log"), "by": "ana"},
            "war_room": {"place": say("room"), "bridge": "+33 1 99 00 00 10", "backup_bridge": say("bridge")},
        },
        "people": {
            "ana": {
                "name": say("ana"), "job": both("job"), "languages": ["fr", "en"], "timezone": "Europe/Paris",
                "checked": "2026-10-02", "mobile": "+33 6 39 98 00 01", "sms": "+33 6 39 98 00 02",
                "home": "+33 1 99 00 00 01", "desk": "+33 1 99 00 00 02", "pager": "+33 6 39 98 00 03",
                "email": "ana@lumen.example", "signal": say("signal"), "whatsapp": say("whatsapp"),
                "teams": say("teams"), "slack": say("slack"),
            },
            "leo": {"name": say("leo"), "mobile": "+33 6 39 98 00 04", "left_on": "2026-10-31"},
        },
        "roles": {
            "lead": {
                "holder": "ana", "deputies": ["leo"], "kind": "communications",
                "can": ["activate", "approve", "speak", "facts", "monitor", "reply", "publish"],
                "name": both("lead"), "first_moves": several("moves"),
            },
            "legal": {"holder": "leo", "name": both("legal"), "kind": "legal", "can": ["approve"]},
        },
        "on_call": {
            "line": {
                "role": "lead", "rota": ["ana", "leo"], "from": "2026-11-16", "handover": "monday 09:00",
                "timezone": "Europe/Paris", "answer_within": "10m", "hours": "24/7",
                "last_test": {"date": "2026-11-05", "answered_in": "6m"},
            },
            "night": {
                "role": "legal",
                "shifts": [{"who": "leo", "from": "2026-11-21 18:00", "to": "2026-11-22 08:00"}],
            },
        },
        "absences": [{"who": "leo", "from": "2026-12-23", "to": "2027-01-02"}],
        "levels": {
            "yellow": {"name": both("yellow"), "when": several("when"), "sign_off": {"approved_text": [], "new_text": ["lead"]}},
            "red": {
                "name": both("red"), "when": several("when"), "hours": "24/7", "reach": "30m", "first_word": "60m",
                "update_every": "2h", "convene": ["lead", "legal"],
                "sign_off": {"approved_text": ["lead"], "new_text": ["lead", ["legal", "lead"]]},
            },
        },
        "stand_down": {"who": ["lead"], "when": several("over")},
        "escalation": {
            "alert": {
                "levels": ["yellow", "red"],
                "steps": [
                    {"call": "line", "by": ["mobile", "sms"], "wait": "10m"},
                    {"call": "lead", "by": ["mobile", "home"], "wait": "15m"},
                    {"call": ["ana", "leo"]},
                ],
                "nobody": both("nobody"),
            },
        },
        "channels": {
            "x": {
                "platform": "x", "account": say("account"), "for": ["clients"], "languages": ["fr"], "reply_within": "60m",
                "staffed": "daily 08:00-22:00", "publishers": ["ana", "lead"], "admins": ["leo"],
                "access": {"kept_in": say("kept"), "two_factor": say("factor"), "recovery": say("recovery"), "tested": "2026-09-02"},
                "pause_scheduled": {"tool": say("tool"), "by": ["ana"]}, "private": "phone", "backup": "site",
                "live_within": "20m", "hosted_apart": "true", "depends_on": [say("service")],
            },
            "phone": {"platform": "phone", "account": "0 800 00 00 00", "for": ["clients"]},
            "sms": {"platform": "sms", "for": ["staff"]},
            "site": {"platform": say("platform"), "account": "https://info.lumen.example"},
        },
        "moves": [{"from": ["x"], "to": "phone", "when": both("when"), "say": both("say")}],
        "monitoring": {
            "watch": {"x": {"tool": say("tool"), "every": "15m", "hours": "24/7", "by": "lead"}, say("source"): {"every": "1h"}},
            "keywords": {"brand": [say("brand")], say("group"): [say("word")]},
            "alerts": [{"measure": say("measure"), "above": "20", "level": "red"}],
            "normal": {say("measure"): "4", "measured": "2026-10-31"},
        },
        "audiences": {
            "clients": {
                "name": both("clients"), "kind": "customers", "owner": "lead", "reach": ["x"], "wants": both("wants"),
                "first": "true", "contacts_in": say("contacts"), "checked": "2026-10-02",
            },
            "staff": {"name": both("staff"), "kind": "staff", "before_public": "true", "internal": "true"},
        },
        "scenarios": {
            "leak": {
                "level": "red", "name": both("leak"), "family": "data", "cluster": "accidental", "triggers": several("signs"),
                "facts_from": "lead", "audiences": ["clients", "staff"], "obligations": ["rgpd"], "remedies": ["refund"],
                "actions": [
                    {"at": "0m", "who": "lead", "do": both("do")},
                    {"at": "15m", "who": "legal", "do": both("do"), "statement": "first-word"},
                ],
                "questions": [{"question": both("question"), "answer": both("answer")}, {"question": both("question")}],
                "statements": {
                    "first-word": {
                        "kind": "holding", "channels": ["x", "sms"], "text": both("text"), "short": both("short"),
                        "audiences": ["clients"], "levels": ["red"], "fact_from": "lead",
                        "approved": [{"by": "ana", "date": "2026-10-01", "text": "0123456789ab"}],
                    },
                },
                "placeholders": {"place": {"means": both("means"), "example": both("example"), "max": "20"}},
            },
        },
        "statements": {"to-staff": {"kind": "internal", "channels": ["sms"], "text": both("text")}},
        "placeholders": {"hour": {"means": both("means")}},
        "replies": {
            "default": "answer",
            "kinds": {"angry": {"do": "answer-once", "meaning": both("angry"), "within": "2h", "who": "lead", "needs": "legal"}},
            "hide_or_delete": {"allowed": ["angry", say("case")], "needs": "lead", "keep": both("keep")},
            "sign": both("sign"),
        },
        "tone": {"address": "vous", "never": [say("never")], "words": {say("avoid"): say("prefer")}},
        "remedies": {"refund": {"name": both("refund"), "who": "lead", "up_to": "300 EUR", "over": "legal"}},
        "follow_up": {"ask": both("ask"), "after": "3 days", "by": "lead", "target": "80%", "below_target": both("below"), "watch_for": "30 days"},
        "obligations": {
            "rgpd": {
                "name": both("duty"), "law": "rgpd", "step": "notification", "when": both("when"), "clock": both("clock"),
                "within": "72h", "to": say("authority"), "owner": "legal", "statement": "first-word",
            },
        },
        "training": [{"who": ["lead"], "what": both("training"), "every": "12 months", "last": "2026-10-08"}],
        "exercises": [
            {"kind": "tabletop", "scenario": "leak", "date": "2026-05-21", "took_part": ["ana"], "result": both("result")},
            {"kind": "live", "planned": "2027-02-11"},
        ],
        "reviews": {
            "spring": {
                "about": both("about"), "scenario": "leak", "closed": "2026-03-27", "held": "2026-04-08", "first_word_in": "3h",
                "satisfied": "64%", "worked": several("worked"), "failed": several("failed"),
                "actions": [{"do": both("change"), "by": "ana", "due": "2026-05-15", "done": "2026-05-11"}, {"do": both("later"), "by": "leo", "due": "2026-12-15"}],
            },
        },
        "waivers": [{"check": "PLAN-OFFLINE", "reason": both("reason"), "by": "ana", "until": "2027-01-01"}],
        "platforms": {say("platform").lower(): {"limit": "500", "counts": "characters", "public": "true"}},
    }  # fmt: skip


def checked_plan(plan: dict[str, Any], rules: Iterable[Rule] = CATALOGUE) -> Checked:
    """A plan through loading and checking; it must be readable."""
    checked = check(load_texts({"plan.yaml": json.dumps(plan, ensure_ascii=False)}), TODAY, rules=rules)
    assert checked.loaded.plan is not None, [str(finding.message.text) for finding in checked.loaded.findings]
    return checked


def edit_link(place: Span) -> str:
    return f"https://git.example.org/edit/main/{place.file}#L{place.line}"


@pytest.fixture(scope="session")
def plan_of() -> Callable[[Words], dict[str, Any]]:
    """The plan with every key, said in the words of a function."""
    return every_key


@pytest.fixture(scope="session")
def pages_of() -> Make:
    """Pages of a plan that is given as data."""

    def make(
        plan: dict[str, Any],
        language: str = "en",
        edition: Visibility = Visibility.CRISIS_TEAM,
        *,
        siblings: tuple[str, ...] = (),
        rules: Iterable[Rule] = CATALOGUE,
    ) -> Tree:
        return tree(checked_plan(plan, rules), language, edition, TODAY, edit_link, siblings)

    return make


@pytest.fixture(scope="session")
def whole(plan_of: Callable[[Words], dict[str, Any]], pages_of: Make) -> Callable[[str, Visibility], Tree]:
    """The pages of the plan with every key, made once for each language and edition."""
    made: dict[tuple[str, Visibility], Tree] = {}

    def get(language: str, edition: Visibility) -> Tree:
        if (language, edition) not in made:
            made[language, edition] = pages_of(
                plan_of(lambda name: f"Mot {name}"), language, edition, siblings=("fr", "en")
            )
        return made[language, edition]

    return get


@pytest.fixture(scope="session")
def shell_extensions() -> list[str]:
    """The Markdown extensions of the shipped shell, in the form Python-Markdown takes."""
    lines = (
        (Path(__file__).parents[2] / "mkdocs.yml")
        .read_text("utf-8")
        .split("markdown_extensions:\n")[1]
        .split("\n\n")[0]
    )
    return [line.strip("- :") for line in lines.splitlines() if line.startswith("  - ")]
