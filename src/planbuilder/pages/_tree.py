"""What the pages hand to the site: Markdown, files and the order of the menu. No engine is named here."""

from dataclasses import dataclass

from planbuilder.plan import Visibility
from planbuilder.source import Where


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `path` is relative to the tree (`scenarios/data-leak.md`); `title` and `description` are plain text."""

    path: str
    title: str
    markdown: str
    where: Where | None = None
    """The entry of the plan that the page is about; None where it gathers several."""
    description: str = ""


Tab = tuple[str, str | tuple[tuple[str, str], ...]]
"""A label of the menu, with the path of its page or with its pages: (label, path) each."""


@dataclass(frozen=True, slots=True)
class Tree:
    """All pages of one plan, in one language and one edition.

    `files` are the assets by their path in the tree. Every page loads the style sheets and scripts that stand directly
    in `assets/`, in the order given; those below it are loaded by the pages that name them.
    """

    language: str
    edition: Visibility
    site_name: str
    pages: tuple[Page, ...]
    nav: tuple[Tab, ...]
    files: tuple[tuple[str, bytes], ...]
    siblings: tuple[str, ...] = ()
    """The languages whose trees stand beside this one (`../<language>/`)."""
    checks: str = "checks/"
    """The folder that explains the checks, seen from the root of the tree."""
