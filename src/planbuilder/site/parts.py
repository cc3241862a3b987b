"""Which plans, in which languages, make an output."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planbuilder.checking import Checked, check
from planbuilder.findings import Profile, Severity
from planbuilder.loading import find_plans, load
from planbuilder.messages import say, tool_language
from planbuilder.plan import Plan
from planbuilder.site.outcome import CannotBuild
from planbuilder.source import SHAPE, PlanFolder, as_they_were

CHECKS = "checks"
"""The folder of an output that explains the checks, beside those of the plans."""
_FOLDER_NAME = re.compile(r"\w[\w .-]{0,80}")


@dataclass(frozen=True, slots=True)
class Part:
    """A plan in one language: one tree. `folder` is that of the plan in the output, with a `/`; empty for one plan.

    `before` is an older copy of the plan.
    """

    checked: Checked
    plan: Plan
    folder: str
    language: str
    siblings: tuple[str, ...]
    before: Plan | None = None

    @property
    def place(self) -> str:
        """The folder of the tree in the output, with a `/` at its end."""
        return f"{self.folder}{self.language}/"

    @property
    def tongue(self) -> str:
        """The language in which the program speaks to the readers of the part."""
        return tool_language(self.language)

    @property
    def checks(self) -> str:
        """The folder that explains the checks, seen from the tree in the output."""
        return "../" * self.place.count("/") + f"{CHECKS}/{self.tongue}/"


def check_all(plans: Path, today: date, profile: Profile | None) -> tuple[Checked, ...]:
    """Every plan of a folder, checked. CannotBuild where there is none."""
    try:
        folders = find_plans(plans)
    except OSError:
        raise CannotBuild(
            say("The folder {folder} cannot be read.", folder=str(plans)),
            say("Name the folder that holds the plan, for example `planbuilder build plans`."),
        ) from None
    if not folders:
        raise CannotBuild(
            say("There is no plan in {folder}.", folder=str(plans)),
            say("Name the folder that holds the plan, for example `planbuilder build plans`."),
        )
    _keep_apart(folders)
    return tuple(check(load(folder), today, profile) for folder in folders)


def is_shapeless(checked: Checked) -> bool:
    """Whether the shape of a plan is wrong, so that it must not be shown."""
    return checked.loaded.plan is None or any(
        finding.check == SHAPE and finding.severity is Severity.ERROR for finding in checked.loaded.findings
    )


def parts_of(checked: tuple[Checked, ...], lang: str | None, since: Path | None = None) -> tuple[Part, ...]:
    """The trees of checked plans that have their shape, in all their languages or in one.

    `since` is a folder with an older copy of the plan, or of the plans.
    """
    before = _older(since, [one.loaded.name for one in checked]) if since else {}
    return tuple(
        Part(
            one,
            plan,
            f"{one.loaded.name}/" if len(checked) > 1 else "",
            language,
            wanted,
            before.get(one.loaded.name),
        )
        for one in checked
        if (plan := one.loaded.plan)
        for wanted in [_wanted(plan, lang)]
        for language in wanted
    )


def _older(since: Path, names: list[str]) -> Mapping[str, Plan]:
    """The older copies of plans by the names that these have now. CannotBuild where one cannot be read."""
    older = {}
    for folder in find_plans(since):
        plan = load(folder).plan
        if plan is None:
            raise CannotBuild(
                say("The older copy in {folder} cannot be read as a whole.", folder=str(folder.path)),
                say("Name an older copy that `planbuilder check` could read, or leave `--since` out."),
            )
        older[folder.name] = plan
    return as_they_were(older, names)


def _wanted(plan: Plan, lang: str | None) -> tuple[str, ...]:
    if lang is None:
        return tuple(plan.languages)
    if lang not in plan.languages:
        raise CannotBuild(
            say(
                "The plan of {organisation} is not written in `{language}`.",
                organisation=plan.about.organisation,
                language=lang,
            ),
            say("Ask for one of its languages: {languages}.", languages=list(plan.languages)),
        )
    return (lang,)


def _keep_apart(folders: list[PlanFolder]) -> None:
    """Names of plans become folders of the site: they must be plain, and differ by more than case."""
    seen: set[str] = set()
    for folder in folders:
        name = folder.name
        if len(folders) > 1 and name.casefold() == CHECKS:
            raise CannotBuild(
                say("No plan can have the folder name {folder}: the site explains the checks there.", folder=name),
                say("Rename the folder with letters, digits and hyphens, for example `my-organisation`."),
            )
        if len(folders) > 1 and (not _FOLDER_NAME.fullmatch(name) or name.casefold() in seen):
            raise CannotBuild(
                say("The folder name {folder} cannot be part of an address.", folder=name),
                say("Rename the folder with letters, digits and hyphens, for example `my-organisation`."),
            )
        seen.add(name.casefold())
