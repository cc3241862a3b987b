"""The pages of the site as plain Markdown: from a checked plan to a tree of texts. Nothing is written here."""

from planbuilder.pages._checks import Ways, explanations
from planbuilder.pages._findings import hidden_sayings
from planbuilder.pages._print import KINDS as PAPERS
from planbuilder.pages._print import paper
from planbuilder.pages._publishing import tight, uncommented
from planbuilder.pages._templates import templates_folder
from planbuilder.pages._tree import Page, Tab, Tree
from planbuilder.pages._words import own_name
from planbuilder.pages.building import tree

__all__ = [
    "PAPERS", "Page", "Tab", "Tree", "Ways", "explanations", "hidden_sayings", "own_name", "paper", "templates_folder",
    "tight", "tree", "uncommented",
]  # fmt: skip
