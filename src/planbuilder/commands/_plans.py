"""The folder that the person named, to plans; or a sentence that says why there are none."""

from pathlib import Path

import click

from planbuilder.commands._refusal import Refusal
from planbuilder.messages import Message, say
from planbuilder.source import PlanFolder, find_plans
from planbuilder.source.folder import NEARLY

ENDINGS = (".yaml", ".yml")


def plans_in(path: Path) -> list[PlanFolder]:
    """The plans of a folder, at least one. Refusal where there is nothing to read: nothing false is ever green."""
    name = str(path)
    try:
        found = find_plans(path)
    except FileNotFoundError:
        raise Refusal(
            say("There is no folder “{folder}” here.", folder=name),
            _name_it(),
        ) from None
    except NotADirectoryError:
        raise Refusal(
            say("“{file}” is a file; a plan is a folder.", file=name),
            _name_it(path.parent),
        ) from None
    except (OSError, ValueError):
        raise Refusal(
            say("The folder “{folder}” cannot be opened.", folder=name),
            say("Check that you may read it."),
        ) from None
    if not found:
        raise _nothing_in(path)
    return found


def _name_it(folder: Path | None = None) -> Message:
    """How the folder is named in the command that was typed."""
    context = click.get_current_context()
    others = [param for param in context.command.params if isinstance(param, click.Argument) and param.name != "plans"]
    if any(isinstance(param, click.Option) and param.name == "plans" for param in context.command.params):
        call, rest = "--plans", ""
    else:
        call, rest = context.command_path, "".join(f" {param.make_metavar(context)}" for param in others)
    if folder is None:
        return say(
            "Name the folder of your plan: `{call} my-plan{rest}`. `planbuilder init` starts a new one.",
            call=call,
            rest=rest,
        )
    return say("Name the folder that it stands in: `{call} {folder}{rest}`.", call=call, folder=str(folder), rest=rest)


def _nothing_in(path: Path) -> Refusal:
    nearly = sorted(entry.name for entry in path.iterdir() if entry.name.lower().endswith(NEARLY))
    if nearly:
        return Refusal(
            say("“{file}” is not read: its name ends in `.txt`.", file=nearly[0]),
            say("Rename it `{name}`.", name=Path(nearly[0]).stem),
        )
    if any(not entry.name.startswith(".") for entry in path.iterdir()):
        return Refusal(
            say("There is no plan in the folder “{folder}”.", folder=str(path)),
            say(
                "A plan is a folder with YAML files, for example `{folder}/about.yaml`; `planbuilder init` starts one.",
                folder=str(path),
            ),
        )
    return Refusal(
        say("The folder “{folder}” is empty.", folder=str(path)),
        say("`planbuilder init` writes the first files of a plan."),
    )
