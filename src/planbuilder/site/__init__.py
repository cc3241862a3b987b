"""The site: the pages of a plan through the engine and the gate into a folder. The only package that knows MkDocs."""

from planbuilder.site.building import build, render
from planbuilder.site.outcome import Built, CannotBuild, Published, Refusal
from planbuilder.site.paper import Paper, Printed, print_plans
from planbuilder.site.pdf import to_pdf
from planbuilder.site.serving import serve

__all__ = [
    "Built", "CannotBuild", "Paper", "Printed", "Published", "Refusal", "build", "print_plans", "render", "serve",
    "to_pdf",
]  # fmt: skip
