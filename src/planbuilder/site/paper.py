"""Plans on paper: sheets that pass the same gate as the site, as HTML or as PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planbuilder.checking import Checked
from planbuilder.pages import paper
from planbuilder.plan import Visibility
from planbuilder.plan.leaks import guarded, watch
from planbuilder.site.gate import judge, look_at_page
from planbuilder.site.outcome import Refusal
from planbuilder.site.parts import Part, check_all, is_shapeless, parts_of
from planbuilder.site.policy import policy, with_policy


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, or a bundle of them: one HTML page with everything in it. `name` is a file name without its ending."""

    plan: str
    language: str
    first: bool
    """Whether the language is the first of the plan."""
    name: str
    html: str


@dataclass(frozen=True, slots=True)
class Printed:
    """The outcome: the plans as checked, the papers, and what stopped them. There are none where anything did."""

    checked: tuple[Checked, ...]
    papers: tuple[Paper, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def print_plans(
    plans: Path,
    kinds: Sequence[str],
    *,
    today: date,
    edition: Visibility = Visibility.STAFF,
    lang: str | None = None,
) -> Printed:
    """Papers of these kinds, of each plan of a folder, in each of its languages or in one. Nothing is written.

    Raises CannotBuild where there is no plan.
    """
    checked = check_all(plans, today, None)
    if any(map(is_shapeless, checked)):
        return Printed(checked)
    papers: list[Paper] = []
    refusals: list[Refusal] = []
    for part in parts_of(checked, lang):
        guard = watch(guarded(part.plan, edition))
        for kind in dict.fromkeys(kinds):
            html = with_policy(paper(part.checked, part.language, edition, today, kind), policy(()))
            name = _name(part, kind, edition)
            papers.append(
                Paper(part.checked.loaded.name, part.language, part.language == part.plan.language, name, html)
            )
            refusals += judge([look_at_page(f"{name}.html", html, guard)], f"{name}.html")
    return Printed(checked, refusals=tuple(refusals)) if refusals else Printed(checked, tuple(papers))


def _name(part: Part, kind: str, edition: Visibility) -> str:
    """The file's name: an edition that holds personal numbers carries its own."""
    mark = "" if edition is Visibility.STAFF else f"-{edition}"
    return f"{part.checked.loaded.name}-{kind}{mark}.{part.language}"
