"""The floors of the house are those of the project file: every module stands on one, and each library has one door."""

import tomllib
from pathlib import Path

import pytest

import planbuilder

HOUSE = Path(planbuilder.__file__).parent
PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
CONTRACTS = {contract["name"]: contract for contract in PROJECT["tool"]["importlinter"]["contracts"]}
DOORS = {
    "One door for PyYAML: source": "source",
    "One door for pydantic: plan": "plan",
    "One door for MkDocs and WeasyPrint: site": "site",
    "One door for Jinja: the templates of the pages": "pages",
    "One door for click: the command line": "commands",
}


def modules() -> set[str]:
    """The modules and packages right below the package."""
    return {path.stem for path in HOUSE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()} - {
        "__init__",
        "__main__",
    }


def test_every_library_that_has_a_door_is_named() -> None:
    assert {name for name, contract in CONTRACTS.items() if contract["type"] == "forbidden"} == set(DOORS)


@pytest.mark.parametrize("name", DOORS)
def test_nobody_but_the_door_imports_a_library(name: str) -> None:
    assert set(CONTRACTS[name]["source_modules"]) == {f"planbuilder.{one}" for one in modules() - {DOORS[name]}}


def test_every_module_stands_on_a_floor() -> None:
    (floors,) = (contract for contract in CONTRACTS.values() if contract["type"] == "layers")
    assert {one for floor in floors["layers"] for one in floor.split(" | ")} == modules()
