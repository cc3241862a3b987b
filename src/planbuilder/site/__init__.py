"""The site: the pages of a plan through the engine and the gate into a folder. The only package that knows MkDocs."""

from planbuilder.site.building import build, render
from planbuilder.site.outcome import Built, CannotBuild, Published, Refusal
from planbuilder.site.serving import serve

__all__ = ["Built", "CannotBuild", "Published", "Refusal", "build", "render", "serve"]
