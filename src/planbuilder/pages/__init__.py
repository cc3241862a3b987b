"""The pages of the site as plain Markdown: from a checked plan to a tree of texts. Nothing is written here."""

from planbuilder.pages._tree import Page, Tab, Tree

__all__ = ["Page", "Tab", "Tree"]
