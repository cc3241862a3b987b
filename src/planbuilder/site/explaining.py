"""The pages that explain the checks: once for each language beside the plans of a site, or within a rendered tree."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from planbuilder.messages import Message, say, tool_language
from planbuilder.pages import Ways, explanations
from planbuilder.plan.leaks import Watch
from planbuilder.rules import all_rules
from planbuilder.site.gate import look_at
from planbuilder.site.making import Made
from planbuilder.site.offline import add_worker
from planbuilder.site.parts import CHECKS, Part
from planbuilder.site.policy import policy, with_policy
from planbuilder.site.slimming import slim

_STATE = say("State of the plan")
_LISTED = ("index.html", "checks.css")
"""What a device keeps before anybody has opened a page."""


@dataclass(frozen=True, slots=True)
class Explainer:
    """Writes the explanations of one edition of a site. They hold no text of `hidden`.

    `offline` says whether a device is to keep those pages that were opened.
    """

    parts: Sequence[Part]
    hidden: Collection[str]
    guard: Watch
    offline: bool

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which checks are explained: those of the plans, as far as the program speaks them."""
        return tuple(dict.fromkeys(part.tongue for part in self.parts))

    def make(self, language: str, root: Path) -> Made:
        """Write the pages of a language at their place below `root`."""
        place = f"{CHECKS}/{language}/"
        folder = root / place
        others = {tag: f"../{tag}/" for tag in self.languages if tag != language}
        names = _write(folder, language, Ways(*self._back(language), others), self.hidden)
        if self.offline:
            names.append(add_worker(folder, _LISTED, names))
        return Made(tuple(look_at(root, f"{place}{name}", self.guard) for name in names), (), 0)

    def _back(self, language: str) -> tuple[str, Message]:
        """The plan, where the site has one; else the choice of the plans."""
        if len({part.folder for part in self.parts}) > 1:
            return "../../index.html", say("Crisis plans")
        part = next(part for part in self.parts if part.tongue == language)
        return f"../../{part.place}state.html", _STATE


def explain_within(part: Part, folder: Path, hidden: Collection[str]) -> None:
    """Write the explanations into `folder`, the pages of a part, for engines that know of nothing beside them."""
    language = part.tongue
    speaking = {tool_language(tag): tag for tag in reversed(part.siblings)}
    others = {tongue: f"../../{tag}/{CHECKS}/" for tongue, tag in speaking.items() if tongue != language}
    _write(folder / CHECKS, language, Ways("../state.html", _STATE, others), hidden)


def _write(folder: Path, language: str, ways: Ways, hidden: Collection[str]) -> list[str]:
    """Write the explanations into a new folder; the names of the files."""
    folder.mkdir(parents=True)
    text = policy(())
    files = dict(explanations(all_rules(), language, ways, hidden))
    for name, content in files.items():
        finished = slim(with_policy(content, text)) if name.endswith(".html") else content
        (folder / name).write_text(finished, "utf-8", newline="")
    return list(files)
