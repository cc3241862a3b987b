"""Where each entry has its page."""

import pytest

from planbuilder.pages._sheets import path_of


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("data-leak", "scenarios/data-leak.md"),
        ("con", "scenarios/con_.md"),
        ("com1", "scenarios/com1_.md"),
        ("index", "scenarios/index_.md"),
        ("console", "scenarios/console.md"),
    ],
)
def test_an_entry_has_a_file_that_every_system_can_hold(name: str, path: str) -> None:
    assert path_of("scenarios", name) == path
