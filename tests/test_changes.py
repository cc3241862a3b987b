"""What is different between two states of a plan: said once, of the right entry, and nothing else."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.changes import Change, Kind, changes
from planbuilder.loading import load, load_texts
from planbuilder.messages import say_value
from planbuilder.plan import Plan

ABOUT = "about: {organisation: Example, languages: [en, fr], country: FR}\n"
PLAN = (
    ABOUT
    + """
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Leo Roy}
roles:
  lead: {name: {en: Lead, fr: Pilote}, holder: ana, deputies: [leo]}
absences:
  - {who: leo, from: 2026-12-24, to: 2026-12-31}
scenarios:
  fire:
    name: A fire
    statements:
      fire-word: {kind: holding, text: {en: It burns., fr: Ça brûle.}}
training:
  - {who: [lead], what: Writing, last: 2026-01-10}
  - {who: [lead], what: Speaking, last: 2026-01-10}
"""
)


def read(text: str) -> Plan:
    plan = load_texts({"plan.yaml": text}).plan
    assert plan is not None
    return plan


def between(old: str, new: str) -> list[Change]:
    return changes(read(old), read(new))


def told(change: Change) -> str:
    names = " > ".join(say_value(name, "en") for name in change.trail)
    values = [say_value(value, "en") if value not in (None, []) else "-" for value in (change.before, change.after)]
    told = f"{change.kind} {change.where} | {names} | {change.what('en')} | {values[0]} | {values[1]}"
    return told.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "holder: ana",
            "holder: leo",
            "changed roles.lead.holder | Lead | The person who holds the role | Ana Ruiz | Leo Roy",
        ),
        (
            "deputies: [leo]",
            "deputies: [leo, ana]",
            "changed roles.lead.deputies | Lead | Who stands in, in order | - | Ana Ruiz",
        ),
        (
            "  leo: {name: Leo Roy}",
            "  leo: {name: Léo Roy}",
            "changed people.leo.name | Léo Roy | First name and last name | Leo Roy | Léo Roy",
        ),
        ("{name: Leo Roy}", "{name: Leo Roy}\n  kim: {name: Kim}", "added people.kim | Kim |  | - | -"),
        (
            "fr: Ça brûle.",
            "fr: Il y a le feu.",
            (
                "changed scenarios.fire.statements.fire-word.text.fr | A fire > fire-word"
                " | The text, in each language | Ça brûle. | Il y a le feu."
            ),
        ),
        (
            "what: Writing, last: 2026-01-10",
            "what: Writing, last: 2026-05-10",
            "changed training[0].last | Writing | The last time | 10 January 2026 | 10 May 2026",
        ),
        ("  - {who: [lead], what: Speaking, last: 2026-01-10}\n", "", "removed training | Speaking |  | - | -"),
        (
            "to: 2026-12-31",
            "to: 2027-01-02",
            (
                "changed absences[0].to | Leo Roy, 24 December 2026 and 2 January 2027 | The last day |"
                " 31 December 2026 | 2 January 2027"
            ),
        ),
    ],
)
def test_each_change_is_said_of_its_entry(old: str, new: str, expected: str) -> None:
    assert old in PLAN
    assert [told(change) for change in between(PLAN, PLAN.replace(old, new, 1))] == [expected]


def test_a_list_in_another_order_is_a_change() -> None:
    (change,) = between(PLAN.replace("[leo]", "[leo, ana]"), PLAN.replace("[leo]", "[ana, leo]"))
    assert (change.before, change.after) == (["Leo Roy", "Ana Ruiz"], ["Ana Ruiz", "Leo Roy"])


def test_a_value_of_the_crisis_team_is_private() -> None:
    (change,) = between(PLAN, PLAN.replace("98 00 01", "98 00 02"))
    assert change.private
    assert change.kind is Kind.CHANGED


def test_an_entry_that_is_the_same_elsewhere_in_a_list_is_no_change() -> None:
    lines = PLAN.splitlines(keepends=True)
    assert not between(PLAN, "".join([*lines[:-2], lines[-1], lines[-2]]))


def test_a_new_fingerprint_shows_no_digits() -> None:
    old = ABOUT + "people: {ana: {name: Ana}}\nstatements:\n  word:\n    kind: holding\n    text: Hello.\n"
    entry = "    approved: [{by: ana, date: 2026-01-01, text: %s}]\n"
    (change,) = between(old + entry % "0123456789ab", old + entry % "ba9876543210")
    assert (say_value(change.trail[-1], "en"), change.before, change.after) == ("Ana", None, None)


@pytest.mark.parametrize("plan", sorted(Path("plans").iterdir()), ids=lambda path: path.name)
def test_a_plan_is_not_different_from_itself(plan: Path) -> None:
    from planbuilder.loading import find_plans

    (folder,) = find_plans(plan)
    one, other = load(folder).plan, load(folder).plan
    assert one is not None
    assert other is not None
    assert not changes(one, other)


NAMES = st.dictionaries(
    st.sampled_from(["ana", "leo", "kim", "zoe"]), st.text("abc ", min_size=1).filter(str.strip), min_size=1
)


@given(NAMES, NAMES)
def test_people_who_came_went_or_changed_are_all_there_is(old: dict[str, str], new: dict[str, str]) -> None:
    def plan(names: dict[str, str]) -> str:
        people = {name: {"name": called} for name, called in names.items()}
        return ABOUT + "people: " + json.dumps(people) + "\n"

    found = {(change.kind.value, str(change.where[1])) for change in between(plan(old), plan(new))}
    both = {name for name in old if name in new and old[name].strip() != new[name].strip()}
    assert found == {
        *(("removed", name) for name in old.keys() - new.keys()),
        *(("added", name) for name in new.keys() - old.keys()),
        *(("changed", name) for name in both),
    }
