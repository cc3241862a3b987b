"""How far a text is approved: the same four answers on every page and sheet."""

import re
from html import unescape
from typing import Any

import pytest

from planbuilder.pages import paper, tree
from planbuilder.plan import Visibility
from planbuilder.plan.fingerprint import fingerprint

from .conftest import TODAY, checked_plan, edit_link

APPROVED = {"by": "ana", "date": "2026-11-01"}
BY_LEGAL = {"by": "leo", "date": "2026-11-01"}
BY_CHIEF = {"by": "kim", "date": "2026-11-01"}
STALE = {**APPROVED, "text": "000000000000"}


def plan_with(kind: str, approvals: list[dict[str, str]]) -> dict[str, Any]:
    statement = {"kind": kind, "text": {"en": "We look into it."}, "approved": approvals}
    plan = {
        "about": {"organisation": "A", "languages": ["en"]},
        "people": {who: {"name": who.title()} for who in ("ana", "leo", "kim", "zoe")},
        "roles": {
            "press": {"name": "Press", "holder": "ana", "can": ["approve"]},
            "legal": {"name": "Legal", "kind": "legal", "holder": "leo"},
            "chief": {"name": "Chief", "holder": "kim"},
        },
        "levels": {"grave": {"sign_off": {"new_text": ["press", "chief"]}}},
        "scenarios": {"leak": {"level": "grave", "statements": {"word": statement}}},
    }
    for one in approvals:
        one.setdefault("text", "0" * 12)
    read = checked_plan(plan, rules=()).loaded.plan
    assert read is not None
    current = fingerprint(next(iter(read.all_statements())), read.languages)
    for one in approvals:
        one["text"] = current if one is not STALE else one["text"]
    return plan


def plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", unescape(markup)).split())


@pytest.mark.parametrize(
    ("kind", "approvals", "said", "listed"),
    [
        ("holding", [APPROVED, BY_CHIEF], "Approved by Ana on 1 November 2026", "yes"),
        ("update", [APPROVED], "Approved in part. Before it goes out, it must still be approved by: Chief", "in part"),
        ("holding", [APPROVED], "Approved in part. Before it goes out, it must still be approved by: Chief", "in part"),
        (
            "apology",
            [BY_LEGAL],
            "Approved in part. Before it goes out, it must still be approved by: Press + Chief Approved by Leo",
            "in part",
        ),
        (
            "update",
            [],
            "A model, not approved in advance. Before it goes out, it must be approved by: Press + Chief",
            "no, a model",
        ),
        (
            "update",
            [{"by": "zoe", "date": "2026-11-01"}],
            "A model, not approved in advance. Before it goes out, it must be approved by: Press + Chief",
            "no, a model",
        ),
        ("holding", [], "NOT APPROVED Do not publish it before it is. Still to approve it: Press + Chief", "NOT"),
        (
            "update",
            [STALE],
            "NOT APPROVED Do not publish it before it is. Approved by Ana on 1 November 2026, but the text",
            "NOT",
        ),
    ],
)
def test_a_text_says_how_far_it_is_approved_and_what_it_lacks(
    kind: str, approvals: list[dict[str, str]], said: str, listed: str
) -> None:
    checked = checked_plan(plan_with(kind, approvals), rules=())
    pages = {page.path: page.markdown for page in tree(checked, "en", Visibility.STAFF, TODAY, edit_link).pages}
    assert said in plain(pages["statements/word.md"])
    assert listed in plain(pages["statements.md"].partition("<tbody>")[2])
    head = said.partition(" ")[0]
    for told in (pages["scenarios/leak.md"], paper(checked, "en", Visibility.STAFF, TODAY, "plan")):
        states = [one for one in ("Approved in part", "A model", "NOT APPROVED") if one in plain(told)]
        assert len(states) == (listed != "yes")
        assert not states or states[0].startswith(head)
