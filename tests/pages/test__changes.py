"""The page of what changed: for each edition what it may show, and no page where there is no older copy."""

from datetime import date
from html import unescape

import pytest

from planbuilder.checking import check
from planbuilder.loading import load_texts
from planbuilder.pages import Tree, tree
from planbuilder.plan import Plan, Visibility

TODAY = date(2026, 11, 21)
OLD = """about: {organisation: Example, languages: [en], country: FR, version: 3, reviewed: 2026-08-01}
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Leo Roy}
roles:
  lead: {name: Lead, holder: ana, deputies: [leo]}
on_call:
  night: {role: lead, rota: [ana], number: +33 6 39 98 00 09, from: 2026-11-16}
"""


def plan(text: str) -> Plan:
    read = load_texts({"plan.yaml": text}).plan
    assert read is not None
    return read


def made(new: str, edition: Visibility, old: str | None = OLD) -> Tree:
    checked = check(load_texts({"plan.yaml": new}), TODAY)
    return tree(checked, "en", edition, TODAY, lambda _: None, before=plan(old) if old else None)


def page(new: str, edition: Visibility = Visibility.STAFF) -> str:
    return next(one.markdown for one in made(new, edition).pages if one.path == "changes.md")


def test_a_new_holder_is_told_with_who_it_was() -> None:
    told = page(OLD.replace("holder: ana", "holder: leo"))
    assert "<h3>Lead</h3>" in told
    assert "<del>Ana Ruiz</del>" in told
    assert "<ins>Leo Roy</ins>" in told
    assert "version 3" in told


def test_a_swap_and_an_exception_are_called_by_what_they_are() -> None:
    swap = "swaps: [{who: leo, from: 2026-12-02 09:00, to: 2026-12-03 09:00}], from: 2026-11-16}"
    waiver = "waivers: [{check: CARE-NO-TARGET, at: roles.lead, reason: Christmas holidays, by: ana}]\n"
    told = page(OLD.replace("from: 2026-11-16}", swap) + waiver)
    told = unescape(told).replace("\N{NO-BREAK SPACE}", " ")
    assert "<ins>swap: Leo Roy, from 2 December 2026 09:00 to 3 December 2026 09:00</ins>" in told
    assert "<ins>CARE-NO-TARGET, roles.lead</ins>" in told


def test_an_absence_is_for_the_crisis_team() -> None:
    new = OLD + "absences: [{who: leo, from: 2026-12-24, to: 2026-12-31}]\n"
    assert "Nothing is different" in page(new)
    assert "Leo Roy, from 24" in unescape(page(new, Visibility.CRISIS_TEAM))


def test_a_personal_number_is_for_the_crisis_team() -> None:
    new = OLD.replace("98 00 01", "98 00 02")
    assert "Ana Ruiz" not in page(new)
    assert "Mobile number" in page(new, Visibility.CRISIS_TEAM)


def test_a_number_that_was_shared_and_is_personal_now_is_not_shown_again() -> None:
    new = OLD.replace("98 00 09", "98 00 10").replace("98 00 01", "98 00 09")
    assert "98 00 09" not in page(new)
    assert "98&#32;00&#32;09" not in page(new)


@pytest.mark.parametrize("edition", list(Visibility))
def test_there_is_no_page_without_an_older_copy(edition: Visibility) -> None:
    assert "changes.md" not in [one.path for one in made(OLD, edition, None).pages]


def test_a_plan_that_is_the_same_says_so() -> None:
    assert "Nothing is different" in page(OLD)
