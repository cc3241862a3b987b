"""What an edition lacks: declared key by key, gone before anything is rendered."""

import dataclasses
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from planbuilder.loading import load_texts
from planbuilder.plan import Entry, Plan, Visibility
from planbuilder.plan._entry import Key, bare, walk
from planbuilder.plan.editions import edition, hidden_values
from planbuilder.source import Where

PLAN = """
about:
  organisation: Example
  languages: [en]
  country: FR
  war_room: {place: Room 1, bridge: secret-bridge, backup_bridge: secret-backup}
people:
  ana: {name: Ana Ruiz, checked: 2026-10-01, mobile: 06 98 76 54 32, email: ana@secret.example, slack: "@secret"}
  leo: {name: Leo}
absences: [{who: leo, from: 2026-12-24, to: 2027-01-02}]
channels:
  x: {platform: x, admins: [leo], access: {kept_in: secret-vault, recovery: secret-page, tested: 2026-09-02}}
monitoring: {normal: {posts: 4, measured: 2026-10-31}}
scenarios: {leak: {statements: {first: {kind: holding, text: We know.}}}}
"""


def plan() -> Plan:
    loaded = load_texts({"plan.yaml": PLAN})
    assert loaded.plan is not None
    return loaded.plan


def models(model: type[Entry] = Plan) -> Iterator[type[Entry]]:
    """Every kind of entry of a plan."""
    yield model
    for key in model.KEYS:
        kind = bare(key.annotation)
        for part in (kind, *get_args(kind)):
            if isinstance(part, type) and not get_args(part) and issubclass(part, Entry):
                yield from models(part)


KEYS = [(model, key) for model in dict.fromkeys(models()) for key in model.KEYS]


@pytest.mark.parametrize(("model", "key"), KEYS, ids=lambda part: getattr(part, "typed", getattr(part, "__name__", "")))
def test_every_key_has_a_visibility_and_says_what_it_is(model: type[Entry], key: Key) -> None:
    assert isinstance(key.visibility, Visibility)
    assert key.description.endswith((".", "…"))
    own = {name for name in model.__annotations__ if not name.startswith("_")}
    assert own == {known.name for known in model.KEYS}


def test_a_key_that_must_be_there_is_hidden_only_with_its_entry() -> None:
    hidden = {
        get_args(bare(key.annotation))[0]
        for _, key in KEYS
        if key.visibility is Visibility.CRISIS_TEAM and get_args(bare(key.annotation))
    }
    for model, key in KEYS:
        assert not (key.required and key.visibility is Visibility.CRISIS_TEAM) or model in hidden


def test_staff_do_not_see_contacts_absences_admins_and_access() -> None:
    staff = edition(plan(), Visibility.STAFF)
    ana = staff.people["ana"]
    assert (ana.name, str(ana.where), ana.id) == ("Ana Ruiz", "people.ana", "ana")
    assert list(ana.means()) == []
    assert ana.checked is None
    assert staff.absences == ()
    assert staff.channels["x"].admins == ()
    assert staff.channels["x"].access is None
    assert staff.about.war_room is not None
    assert (staff.about.war_room.place, staff.about.war_room.bridge) == ("Room 1", None)
    assert dict(staff.written) == {}


def test_the_rest_is_as_it_was() -> None:
    whole, staff = plan(), edition(plan(), Visibility.STAFF)
    assert staff.monitoring is not None
    assert staff.monitoring.measured == whole.monitoring.measured if whole.monitoring else False
    assert staff.scenarios["leak"].statements["first"].scenario == "leak"
    assert [where for where, _ in staff.texts()] == [where for where, _ in whole.texts()]
    assert whole.people["ana"].email == "ana@secret.example"


def test_the_crisis_team_sees_everything() -> None:
    whole = plan()
    team = edition(whole, Visibility.CRISIS_TEAM)
    assert {str(where) for where, _ in walk(team, Where())} == {str(where) for where, _ in walk(whole, Where())}
    assert list(hidden_values(whole, Visibility.CRISIS_TEAM)) == []


def test_hidden_values_are_given_as_typed() -> None:
    assert {str(where): typed for where, typed in hidden_values(plan(), Visibility.STAFF)} == {
        "about.war_room.bridge": "secret-bridge",
        "about.war_room.backup_bridge": "secret-backup",
        "people.ana.checked": "2026-10-01",
        "people.ana.mobile": "06 98 76 54 32",
        "people.ana.email": "ana@secret.example",
        "people.ana.slack": "@secret",
        "absences[0].who": "leo",
        "absences[0].from": "2026-12-24",
        "absences[0].to": "2027-01-02",
        "channels.x.admins[0]": "leo",
        "channels.x.access.kept_in": "secret-vault",
        "channels.x.access.recovery": "secret-page",
        "channels.x.access.tested": "2026-09-02",
    }


def test_no_hidden_value_is_left_in_an_edition() -> None:
    left = "".join(plain(value) for _, value in edition(plan(), Visibility.STAFF).values())
    for _, typed in hidden_values(plan(), Visibility.STAFF):
        assert typed == "leo" or typed not in left


def plain(value: Any) -> str:
    """Everything in a value, without what stands below it."""
    if isinstance(value, Entry | dict | tuple):
        return repr(value) if isinstance(value, Entry) else ""
    return (
        str(dataclasses.asdict(value))
        if dataclasses.is_dataclass(value) and not isinstance(value, type)
        else str(value)
    )
