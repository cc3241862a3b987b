"""The plans that `cover` and `who` look into, and the words that both use."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from planbuilder.commands._plans import plans_in
from planbuilder.commands._refusal import Refusal
from planbuilder.loading import Loaded, load
from planbuilder.messages import say
from planbuilder.plan import Plan, nearest


def readable(plans: str) -> Iterator[tuple[Loaded, Plan]]:
    """Each plan of a folder. Refusal where there is none, or where one cannot be read as a whole."""
    for folder in plans_in(Path(plans)):
        loaded = load(folder)
        if loaded.plan is None:
            raise Refusal(
                say("The plan “{plan}” cannot be read as a whole.", plan=loaded.name),
                say("Run `planbuilder check {folder}` and correct what it says first.", folder=str(folder.path)),
                loaded.language,
            )
        yield loaded, loaded.plan


def known(names: Sequence[str], among: Sequence[str], plan: Plan) -> list[str]:
    """Names of people, paths or networks that were typed. Refusal where one of them is none."""
    for name in names:
        if name not in among:
            near = nearest(name, list(among))
            raise Refusal(
                say("There is no “{name}” in the plan.", name=name),
                say("Did you mean “{near}”?", near=near) if near else say("Possible are {names}.", names=list(among)),
                plan.language,
            )
    return list(names)
