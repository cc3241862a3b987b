"""PLAN: who received it, and the copy for when the systems are down."""

from collections.abc import Callable

import pytest

from .conftest import about

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("version: 1", [("warning about.distribution", "The plan does not say who received it.")]),
        ("distribution: [{to: Team, last: 2026-01-01, roles: [chief]}]", []),
        ("approved: {date: 2026-09-21}, distribution: [{to: Team, last: 2026-09-21, roles: [chief]}]", []),
        (
            "approved: {date: 2026-09-21}, distribution: [{to: Team, last: 2026-09-20, roles: [chief]}]",
            [("warning about.distribution[0].last", "Team has not received this version of the plan.")],
        ),
        ("approved: {date: 2026-11-22}, distribution: [{to: Team, last: 2026-09-20, roles: [chief]}]", []),
        ("distribution: [{to: Team, last: 2026-11-21, roles: [chief]}]", []),
        (
            "distribution: [{to: Team, last: 2026-11-22, roles: [chief]}]",
            [
                (
                    "warning about.distribution[0].last",
                    "Nobody can have received the plan on 22 November 2026, which is still in the future.",
                )
            ],
        ),
        (
            "distribution: [{roles: [chief]}]",
            [("warning about.distribution[0].last", "Group 1 of the distribution list has not received this version.")],
        ),
        (
            "distribution: [{to: Team, last: 2026-09-20, roles: [desk]}]",
            [("warning about.distribution", "No group of the distribution list includes: Management.")],
        ),
    ],
)
def test_everybody_receives_the_approved_version(ask: Ask, keys: str, found: list[tuple[str, str]]) -> None:
    assert ask("PLAN-DISTRIBUTION", about(keys)) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("version: 1", ["If your systems are down, nobody can read this plan."]),
        ("offline_copy: {where: folder}", ["The offline copy of the plan has no date."]),
        ("offline_copy: {updated: 2026-05-21}", []),
        ("offline_copy: {updated: 2026-05-20}", ["The offline copy dates from 20 May 2026, more than 6 months ago."]),
        ("approved: {date: 2026-09-21}, offline_copy: {updated: 2026-09-21}", []),
        (
            "approved: {date: 2026-09-21}, offline_copy: {updated: 2026-09-20}",
            ["The offline copy dates from 20 September 2026, before this version of the plan was approved."],
        ),
        ("approved: {date: 2026-11-22}, offline_copy: {updated: 2026-09-20}", []),
        ("offline_copy: {updated: 2026-11-21}", []),
        (
            "approved: {date: 2026-11-21}, offline_copy: {updated: 2026-11-20}",
            ["The offline copy dates from 20 November 2026, before this version of the plan was approved."],
        ),
        (
            "offline_copy: {updated: 2026-11-22}",
            ["The offline copy is dated 22 November 2026, which is still in the future."],
        ),
    ],
)
def test_the_offline_copy_is_that_of_this_version(ask: Ask, keys: str, found: list[str]) -> None:
    assert [sentence for _, sentence in ask("PLAN-OFFLINE", about(keys))] == found


@pytest.mark.parametrize(
    "place",
    [
        "Intranet, rubrique Crise",
        "SharePoint of the press office",
        "the shared drive",
        "network drive",
        "Shared folder in Teams",
        "Disque réseau",
        "disque dur réseau",
        "lecteur reseau de la direction",
        "dossier partagé de la com",
        "répertoire commun",
        "serveur de fichiers",
        "NAS du bureau",
        r"G:\Crise",
        r"\\srv01\crise",
        "iCloud",
    ],
)
def test_an_offline_copy_on_the_systems_goes_down_with_them(ask: Ask, place: str) -> None:
    plan = about(f"offline_copy: {{where: '{place}', updated: 2026-11-20}}")
    said = f"The offline copy is kept where it goes down with the systems: “{place}”."
    assert ask("PLAN-OFFLINE", plan) == [("warning about.offline_copy.where", said)]


@pytest.mark.parametrize(
    "place",
    [
        "red binder in the network room",
        "Intranet, et clé USB chez chaque directeur",
        "au mur de l'accueil",
        "cupboard of the server room",
        "armoire de la salle serveurs",
        "armoire de la salle des serveurs",
        "bureau du responsable réseau",
        "armoire réseau du 2e étage",
        "baie réseau",
        "network cabinet, 2nd floor",
        "network closets",
        "with the teams on call",
        "dans le nas",
        "external drive at Ana's",
        "disque dur externe, bureau de la directrice",
        "SharePoint, et disque externe chez la directrice",
    ],
)
def test_an_offline_copy_at_hand_is_well(ask: Ask, place: str) -> None:
    written = place.replace("'", "''")
    assert ask("PLAN-OFFLINE", about(f"offline_copy: {{where: '{written}', updated: 2026-11-20}}")) == []
