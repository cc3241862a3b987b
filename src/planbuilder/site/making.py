"""One tree of an output: its pages, through the engine, finished and looked at."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planbuilder.messages import say
from planbuilder.pages import Tree, tree
from planbuilder.plan import Visibility
from planbuilder.plan.leaks import Watch
from planbuilder.site import engine
from planbuilder.site.gate import Seen, look_at
from planbuilder.site.hoisting import hoisted
from planbuilder.site.manifest import files_below
from planbuilder.site.offline import add_worker
from planbuilder.site.outcome import Refusal
from planbuilder.site.parts import Part
from planbuilder.site.policy import policy, with_policy
from planbuilder.site.shell import Shell
from planbuilder.site.slimming import slim
from planbuilder.site.writing import write_tree

_LANGUAGE = re.compile(r'(<html[^>]*\slang=)"[^"]*"')


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one tree: what the gate saw of its files, and how many pages it has."""

    seen: tuple[Seen, ...]
    refusals: tuple[Refusal, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the trees of one edition in the same shell. `scripts` are the fingerprints of the theme's own."""

    edition: Visibility
    shell: Shell
    today: date
    scripts: frozenset[str]
    guard: Watch

    def make(self, part: Part, drafts: Path, root: Path) -> Made:
        """Build the site of a part at its place below `root`; `drafts` is a folder for what the engine reads."""
        made = pages_of(part, self.edition, self.shell, self.today, part.checks)
        source, target = drafts / part.place, root / part.place
        write_pages(made, self.shell, source, self.today if self.shell.ours else None)
        complaints = engine.run(source, target, self.today)
        engine.lighten(source, target)
        files = list(files_below(target))
        text = policy(self.scripts)
        for file in files:
            if file.endswith(".html"):
                self._finish(target / file, made.language, text)
        if self.shell.ours:
            files.append(add_worker(target, files))
        seen = tuple(look_at(root, f"{part.place}{file}", self.guard) for file in files)
        return Made(seen, tuple(_refusals(part.place, complaints)), len(made.pages))

    def _finish(self, page: Path, language: str, text: str) -> None:
        """The page in its own language, under the policy `text`, and light where the frame is ours."""
        html = page.read_text("utf-8")
        html = with_policy(_LANGUAGE.sub(rf'\1"{language}"', html, count=1), text)
        page.write_text(slim(hoisted(html)) if self.shell.ours else html, "utf-8", newline="")


def pages_of(part: Part, edition: Visibility, shell: Shell, today: date, checks: str) -> Tree:
    """The tree of a part, which leads to the folder `checks` where it speaks of a check."""
    return tree(part.checked, part.language, edition, today, shell.link, part.siblings, checks, part.before)


def write_pages(made: Tree, shell: Shell, folder: Path, kept: date | None = None) -> None:
    """Write a tree for the engine, which then speaks the language of the tree as well as it can.

    `kept` is the day of a site that `make` gives a worker.
    """
    write_tree(made, shell, folder, theme_language=engine.theme_language(shell, made.language), kept=kept)


def _refusals(place: str, complaints: Iterable[str]) -> Iterator[Refusal]:
    fix = say("This comes from the templates, from mkdocs.yml or from the engine: tell whoever looks after them.")
    for complaint in complaints:
        words = " ".join("".join(sign if sign.isprintable() else " " for sign in complaint).split())
        yield Refusal(say("The engine is not content with the pages: {words}", words=words[:300]), fix, place)
