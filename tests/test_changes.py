"""What is different between two states of a plan: said once, of the right entry, and nothing else."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.changes import Change, Kind, changes
from planbuilder.loading import load, load_texts
from planbuilder.messages import say_value
from planbuilder.plan import Plan, Visibility

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
NAMELESS = (
    PLAN
    + """
on_call:
  line:
    role: lead
    shifts:
      - {who: ana, from: 2026-12-01 09:00, to: 2026-12-08 09:00}
      - {who: leo, from: 2026-12-08 09:00, to: 2026-12-15 09:00}
    swaps: [{who: leo, from: 2026-12-02 09:00, to: 2026-12-03 09:00}]
escalation: {alert: {levels: [grave], steps: [{call: [line, leo], by: [mobile]}, {call: ana}]}}
waivers:
  - {check: LAW-NO-WORDS, at: roles.lead, reason: Not ours, by: ana}
  - {check: CARE-NO-TARGET, reason: Not yet, by: ana}
statements:
  word: {kind: holding, text: Hello., approved: [{by: ana, date: 2026-01-01, text: 0123456789ab}]}
exercises:
  - {kind: tabletop, scenario: fire, planned: 2027-02-25, took_part: [ana], result: It went well}
follow_up: {target: 80 %}
"""
)


def read(text: str) -> Plan:
    plan = load_texts({"plan.yaml": text}).plan
    assert plan is not None
    return plan


def between(old: str, new: str, readers: Visibility = Visibility.CRISIS_TEAM) -> list[Change]:
    return changes(read(old), read(new), readers)


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
                "changed absences[0].to | Leo Roy, from 24 December 2026 to 2 January 2027 | The last day |"
                " 31 December 2026 | 2 January 2027"
            ),
        ),
    ],
)
def test_each_change_is_said_of_its_entry(old: str, new: str, expected: str) -> None:
    assert old in PLAN
    assert [told(change) for change in between(PLAN, PLAN.replace(old, new, 1))] == [expected]


@pytest.mark.parametrize(
    ("gone", "names"),
    [
        (
            "absences:\n  - {who: leo, from: 2026-12-24, to: 2026-12-31}\n",
            "Leo Roy, from 24 December 2026 to 31 December 2026",
        ),
        (
            "      - {who: ana, from: 2026-12-01 09:00, to: 2026-12-08 09:00}\n",
            "line > Ana Ruiz, from 1 December 2026 09:00 to 8 December 2026 09:00",
        ),
        (
            "{who: leo, from: 2026-12-02 09:00, to: 2026-12-03 09:00}",
            "line > swap: Leo Roy, from 2 December 2026 09:00 to 3 December 2026 09:00",
        ),
        ("{call: [line, leo], by: [mobile]}, ", "alert > line and Leo Roy, mobile"),
        ("- {check: LAW-NO-WORDS, at: roles.lead, reason: Not ours, by: ana}", "LAW-NO-WORDS, roles.lead"),
        ("- {check: CARE-NO-TARGET, reason: Not yet, by: ana}", "CARE-NO-TARGET"),
        ("{by: ana, date: 2026-01-01, text: 0123456789ab}", "word > approved by Ana Ruiz"),
        (
            (
                "exercises:\n"
                "  - {kind: tabletop, scenario: fire, planned: 2027-02-25, took_part: [ana], result: It went well}\n"
            ),
            "Talk a scenario through around a table, A fire, 25 February 2027",
        ),
    ],
)
def test_entries_without_ids_have_names_of_their_own(gone: str, names: str) -> None:
    assert gone in NAMELESS
    (change,) = between(NAMELESS, NAMELESS.replace(gone, ""))
    assert told(change).split(" | ")[:2] == [f"removed {change.where}", names]


def test_names_are_said_in_the_language_of_the_reader() -> None:
    gone = "{who: leo, from: 2026-12-02 09:00, to: 2026-12-03 09:00}"
    (swap,) = between(NAMELESS, NAMELESS.replace(gone, ""))
    said = say_value(swap.trail[-1], "fr").replace("\N{NO-BREAK SPACE}", " ")
    assert said == "échange : Leo Roy, du 2 décembre 2026 à 9 h au 3 décembre 2026 à 9 h"


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        (
            "kind: holding",
            "kind: update",
            "The first word, before everything is known",
            "What is new since the last word",
        ),
        ("target: 80 %", "target: 90 %", "80%", "90%"),
        ("deputies: [leo]", "deputies: [leo], can: [approve, speak]", "-", "Approves texts and Speaks to the media"),
    ],
)
def test_fixed_words_say_what_they_mean_and_parts_of_a_hundred_have_their_sign(
    old: str, new: str, before: str, after: str
) -> None:
    text = NAMELESS.partition("scenarios:")[0] + "statements:" + NAMELESS.rpartition("\nstatements:")[2]
    (change,) = between(text, text.replace(old, new))
    assert told(change).split(" | ")[3:] == [before, after]


def test_a_list_in_another_order_is_a_change() -> None:
    (change,) = between(PLAN.replace("[leo]", "[leo, ana]"), PLAN.replace("[leo]", "[ana, leo]"))
    assert (change.before, change.after) == (["Leo Roy", "Ana Ruiz"], ["Ana Ruiz", "Leo Roy"])


def test_a_value_of_the_crisis_team_is_private() -> None:
    (change,) = between(PLAN, PLAN.replace("98 00 01", "98 00 02"))
    assert change.private
    assert change.kind is Kind.CHANGED


@pytest.mark.parametrize(
    "new",
    [
        PLAN.replace("to: 2026-12-31", "to: 2027-01-02"),
        PLAN.replace("absences:\n  - {who: leo, from: 2026-12-24, to: 2026-12-31}\n", ""),
        PLAN.replace("to: 2026-12-31}\n", "to: 2026-12-31}\n  - {who: ana, from: 2027-02-01, to: 2027-02-05}\n"),
    ],
    ids=["prolonged", "removed", "added"],
)
def test_staff_learn_that_absences_changed_but_not_whose_and_when(new: str) -> None:
    (change,) = between(PLAN, new, Visibility.STAFF)
    assert change.private
    assert told(change) == "changed absences |  | Who is away, and when | - | -"


def test_staff_learn_which_private_value_of_an_entry_changed() -> None:
    old = PLAN + "channels:\n  x: {platform: x, access: {kept_in: the vault, two_factor: app}, admins: [ana]}\n"
    for was, now, address in (
        ("the vault", "the safe", "channels.x.access.kept_in"),
        (" access: {kept_in: the vault, two_factor: app},", "", "channels.x.access"),
        ("admins: [ana]", "admins: [leo]", "channels.x.admins"),
    ):
        (change,) = between(old, old.replace(was, now), Visibility.STAFF)
        assert change.private
        assert (str(change.where), change.before, change.after) == (address, None, None)


def test_an_entry_that_is_the_same_elsewhere_in_a_list_is_no_change() -> None:
    lines = PLAN.splitlines(keepends=True)
    assert not between(PLAN, "".join([*lines[:-2], lines[-1], lines[-2]]))


def test_a_new_fingerprint_shows_no_digits() -> None:
    old = ABOUT + "people: {ana: {name: Ana}}\nstatements:\n  word:\n    kind: holding\n    text: Hello.\n"
    entry = "    approved: [{by: ana, date: 2026-01-01, text: %s}]\n"
    (change,) = between(old + entry % "0123456789ab", old + entry % "ba9876543210")
    assert (say_value(change.trail[-1], "en"), change.before, change.after) == ("approved by Ana", None, None)


@pytest.mark.parametrize("plan", sorted(Path("plans").iterdir()), ids=lambda path: path.name)
def test_a_plan_is_not_different_from_itself(plan: Path) -> None:
    from planbuilder.loading import find_plans

    (folder,) = find_plans(plan)
    one, other = load(folder).plan, load(folder).plan
    assert one is not None
    assert other is not None
    assert not changes(one, other, Visibility.CRISIS_TEAM)


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
