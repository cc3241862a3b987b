"""The folder that the person named, to plans; or a sentence that says why there are none."""

from contextlib import suppress
from pathlib import Path

import click

from planbuilder.commands._refusal import Refusal
from planbuilder.messages import Message, say
from planbuilder.plan.nearest import nearest
from planbuilder.source import PlanFolder, find_plans
from planbuilder.source.folder import ENDINGS, NEARLY

_NAME_IT = say("Name the folder of your plan: `{call} my-plan{rest}`. `planbuilder init` starts a new one.")


def plans_in(path: Path) -> list[PlanFolder]:
    """The plans of a folder, at least one. Refusal where there is nothing to read: nothing false is ever green."""
    name = str(path)
    try:
        found = find_plans(path)
    except FileNotFoundError:
        raise Refusal(
            say("There is no folder “{folder}” here.", folder=name),
            _call(say("Did you mean `{call} {folder}{rest}`?"), near) if (near := _near(path)) else _call(_NAME_IT),
        ) from None
    except NotADirectoryError:
        raise Refusal(
            say("“{file}” is a file; a plan is a folder.", file=name),
            _call(say("Name the folder that it stands in: `{call} {folder}{rest}`."), path.parent),
        ) from None
    except (OSError, ValueError):
        raise Refusal(
            say("The folder “{folder}” cannot be opened.", folder=name),
            say("Check that you may read it."),
        ) from None
    if not found:
        raise _nothing_in(path)
    return found


def _near(path: Path) -> Path | None:
    """The folder that may have been meant by one that is not there: one of a similar name, or where we are."""
    with suppress(OSError):
        beside = [entry.name for entry in path.parent.iterdir() if entry.is_dir() and not entry.name.startswith(".")]
        near = nearest(path.name, beside)
        if near:
            return path.parent / near
        if any(entry.suffix.lower() in ENDINGS for entry in Path().iterdir()):
            return Path()
    return None


def _call(message: Message, folder: Path | None = None) -> Message:
    """A sentence about the command that was typed, with a folder named in it."""
    context = click.get_current_context()
    others = [param for param in context.command.params if isinstance(param, click.Argument) and param.name != "plans"]
    if any(isinstance(param, click.Option) and param.name == "plans" for param in context.command.params):
        call, rest = "--plans", ""
    else:
        call, rest = context.command_path, "".join(f" {param.make_metavar(context)}" for param in others)
    return Message(message.text, {"call": call, "folder": str(folder), "rest": rest})


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
