"""How a person is told to call a command: in the words of the command that was typed."""

from pathlib import Path

import pytest
from tests.commands.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "call"),
    [
        (["check", "nowhere"], "planbuilder check my-plan"),
        (["who", "nowhere"], "planbuilder who my-plan"),
        (["render", "nowhere", "out"], "planbuilder render my-plan FOLDER"),
        (["approve", "x", "--by", "ana", "--plans", "nowhere"], "--plans my-plan"),
    ],
)
def test_the_folder_is_asked_for_where_this_command_takes_it(
    planbuilder: Run, plan: Path, arguments: list[str], call: str
) -> None:
    assert plan.is_dir()
    ran = planbuilder(*arguments)
    assert ran.code == 2
    assert f"Name the folder of your plan: `{call}`." in ran.err


def test_a_file_in_the_place_of_a_folder_is_told_with_its_folder(planbuilder: Run, plan: Path) -> None:
    assert "`planbuilder due plan`" in planbuilder("due", plan / "plan.yaml").err


def test_render_is_told_where_to_write(planbuilder: Run, plan: Path) -> None:
    ran = planbuilder("render", plan)
    assert ran.code == 2
    assert "Missing argument 'FOLDER'." in ran.err
    assert "[PLANS]" not in planbuilder("render", "--help").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--out", "x.docx"], ("A paper is not written as `.docx`.", "`--out x.pdf`")),
        (["--out", "x.pdf", "--format", "html"], ("“x.pdf” is not the name of a file in `html`.", "`--out x.html`")),
    ],
)
def test_a_paper_is_never_written_under_a_false_name(
    planbuilder: Run, plan: Path, arguments: list[str], told: tuple[str, str]
) -> None:
    ran = planbuilder("print", plan, *arguments)
    assert ran.code == 2
    assert all(words in ran.err for words in told)
    assert sorted(path.name for path in Path().iterdir()) == ["plan"]
