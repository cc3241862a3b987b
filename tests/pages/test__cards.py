"""Cards that telephones keep: read back by a reader that others wrote."""

from collections.abc import Callable
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.pages import Tree
from planbuilder.pages._cards import EVERYBODY
from planbuilder.plan import Visibility

PagesOf = Callable[..., Tree]
PLAN: dict[str, Any] = {
    "about": {"organisation": "Laiterie, fils; Cie", "languages": ["fr", "en"], "country": "FR"},
    "people": {
        "ines": {
            "name": "Inès de la Très-Longue-Rivière-aux-Écrevisses-Bleues-et-aux-Très-Vieilles-Forêts",
            "job": {"fr": "Directrice", "en": "Head"},
            "mobile": "06 39 98 00 01",
            "sms": "+33 6 39 98 00 01",
            "desk": "+33 1 99 00 00 02",
            "pager": "+33 6 39 98 00 03",
            "email": "ines@laiterie.example",
            "signal": "@ines; crise",
            "checked": "2026-10-02",
        },
        "cher": {"name": "Cher", "home": "+33 1 99 00 00 03"},
        "leo": {"name": "Léo", "mobile": "+33 6 39 98 00 04", "left_on": "2026-10-31"},
        "mia": {"name": "Mia"},
    },
    "roles": {"lead": {"holder": "ines", "deputies": ["cher"], "name": {"fr": "Pilote", "en": "Lead"}}},
    "on_call": {"night": {"role": "lead", "rota": ["ines"], "number": "+33 1 99 00 00 40", "from": "2026-11-16"}},
    "channels": {
        "tel": {"platform": "phone", "account": "0 800 00 00 00"},
        "site": {"platform": "website", "account": "https://info.example"},
    },
}


def cards(tree: Tree) -> dict[str, Any]:
    return {
        path: vobject.readOne(content.decode())
        for path, content in tree.files
        if path.endswith(".vcf") and path != EVERYBODY
    }


@pytest.fixture(scope="module")
def team(pages_of: PagesOf) -> Tree:
    return pages_of(PLAN, "fr", Visibility.CRISIS_TEAM, rules=())


@pytest.fixture(scope="module")
def staff(pages_of: PagesOf) -> Tree:
    return pages_of(PLAN, "fr", Visibility.STAFF, rules=())


def test_the_crisis_team_keeps_its_members_and_the_shared_numbers(team: Tree) -> None:
    assert sorted(cards(team)) == [
        "contacts/channels/tel.vcf",
        "contacts/lines/night.vcf",
        "contacts/people/cher.vcf",
        "contacts/people/ines.vcf",
    ]


def test_staff_keep_the_shared_numbers_only(staff: Tree) -> None:
    found = cards(staff)
    assert sorted(found) == ["contacts/channels/tel.vcf", "contacts/lines/night.vcf"]
    assert [card.tel.value for card in found.values()] == ["+33199000040", "+33800000000"]
    assert [card.fn.value for card in found.values()] == [
        "Astreinte\u00a0: Pilote – Laiterie, fils; Cie",
        "Téléphone – Laiterie, fils; Cie",
    ]


def test_a_card_says_all_that_the_plan_says_of_a_member(team: Tree) -> None:
    card = cards(team)["contacts/people/ines.vcf"]
    assert card.version.value == "3.0"
    assert card.fn.value == PLAN["people"]["ines"]["name"]
    assert (card.n.value.given, card.n.value.family) == ("Inès", card.fn.value.removeprefix("Inès "))
    assert card.org.value == ["Laiterie, fils; Cie"]
    assert (card.title.value, card.role.value) == ("Directrice", "Pilote")
    assert [(tel.params["TYPE"], tel.value) for tel in card.tel_list] == [
        (["CELL", "VOICE", "PREF"], "+33639980001"),
        (["WORK", "VOICE"], "+33199000002"),
        (["PAGER"], "+33639980003"),
    ], "each number once"
    assert card.email.value == "ines@laiterie.example"
    assert card.note.value == "Signal @ines; crise"
    assert card.rev.value == "2026-10-02"


def test_one_file_holds_all_of_them(team: Tree) -> None:
    everybody = dict(team.files)[EVERYBODY].decode()
    assert [card.fn.value for card in vobject.readComponents(everybody)] == [
        card.fn.value for card in cards(team).values()
    ]


def test_lines_end_and_fold_as_the_standard_asks(team: Tree) -> None:
    for path, content in team.files:
        if path.endswith(".vcf"):
            assert content.endswith(b"END:VCARD\r\n")
            lines = content.split(b"\r\n")
            assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert b"\r\n " in dict(team.files)["contacts/people/ines.vcf"]


def test_an_id_stays_the_same_in_every_language_and_differs_for_each(pages_of: PagesOf, team: Tree) -> None:
    ids = {path: card.uid.value for path, card in cards(team).items()}
    english = pages_of(PLAN, "en", Visibility.CRISIS_TEAM, rules=())
    assert {path: card.uid.value for path, card in cards(english).items()} == ids
    assert len(set(ids.values())) == len(ids)


def test_the_page_leads_to_every_card(team: Tree) -> None:
    (page,) = [page.markdown for page in team.pages if page.path == "cards.md"]
    for path, _ in team.files:
        if path.endswith(".vcf"):
            assert f'href="{path.replace("/", "&#47;").replace(".", "&#46;").replace("_", "&#95;")}"' in page


def test_a_plan_without_numbers_has_the_page_and_no_card(pages_of: PagesOf) -> None:
    bare = {"about": {"organisation": "A", "languages": ["en"]}, "people": {"mia": {"name": "Mia"}}}
    for edition in Visibility:
        made = pages_of(bare, "en", edition, rules=())
        assert not [path for path, _ in made.files if path.endswith(".vcf")]
        assert "no number that everybody may keep" in next(p.markdown for p in made.pages if p.path == "cards.md")


names = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=80)


@given(names, names)
def test_no_name_breaks_a_card(pages_of: PagesOf, first: str, last: str) -> None:
    from datetime import date

    from planbuilder.loading import load_texts
    from planbuilder.pages._cards import contacts
    from planbuilder.pages._sheets import Reader
    from planbuilder.plan.editions import edition

    del pages_of
    loaded = load_texts(
        {"plan.yaml": "about: {organisation: A, languages: [en]}\npeople: {ana: {name: Ana, home: '+33199000003'}}\n"}
    )
    assert loaded.plan is not None
    plan = edition(loaded.plan, Visibility.CRISIS_TEAM)
    plan.people["ana"] = plan.people["ana"].copy_with(name=f"{first} {last}")
    (one,) = contacts(Reader(plan, "en", Visibility.CRISIS_TEAM, date(2026, 11, 21)), "plan")
    card = vobject.readOne(one.file.decode())
    assert card.fn.value == f"{first} {last}"
    assert (card.n.value.given, card.n.value.family) == (first, last)
    assert card.tel.value == "+33199000003"
