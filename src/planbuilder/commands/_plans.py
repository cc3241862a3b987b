"""The folder that the person named, to plans; or a sentence that says why there are none."""

from pathlib import Path

from planbuilder.commands._refusal import Refusal
from planbuilder.messages import say
from planbuilder.source import PlanFolder, find_plans

ENDINGS = (".yaml", ".yml")


def plans_in(path: Path) -> list[PlanFolder]:
    """The plans of a folder, at least one. Refusal where there is nothing to read: nothing false is ever green."""
    name = str(path)
    try:
        found = find_plans(path)
    except FileNotFoundError:
        raise Refusal(
            say("There is no folder “{folder}” here.", folder=name),
            say("Name the folder of your plan: `planbuilder check my-plan`."),
        ) from None
    except NotADirectoryError:
        raise Refusal(
            say("“{file}” is a file; a plan is a folder.", file=name),
            say("Name the folder that it stands in: `planbuilder check {folder}`.", folder=str(path.parent)),
        ) from None
    except (OSError, ValueError):
        raise Refusal(
            say("The folder “{folder}” cannot be opened.", folder=name),
            say("Check that you may read it."),
        ) from None
    if not found:
        raise _nothing_in(path)
    return found


def _nothing_in(path: Path) -> Refusal:
    if any(not entry.name.startswith(".") for entry in path.iterdir()):
        return Refusal(
            say("There is no plan in the folder “{folder}”.", folder=str(path)),
            say("A plan is a folder with YAML files, for example `{folder}/about.yaml`.", folder=str(path)),
        )
    return Refusal(
        say("The folder “{folder}” is empty.", folder=str(path)),
        say("Write the first file of your plan in it, for example `{folder}/about.yaml`.", folder=str(path)),
    )
