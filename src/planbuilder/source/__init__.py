"""YAML text to data that knows where it was written. The only package that knows PyYAML, in `parsing`."""

from planbuilder.source.folder import PlanFolder, as_they_were, find_plans, is_yaml
from planbuilder.source.problem import SHAPE, Problem
from planbuilder.source.reading import Source, read
from planbuilder.source.tree import (
    LinesOf,
    Mapping,
    Sequence,
    Span,
    Value,
    Where,
    last_line,
    look,
    scalars,
    span,
    texts_by_key,
)

__all__ = [
    "SHAPE",
    "LinesOf",
    "Mapping",
    "PlanFolder",
    "Problem",
    "Sequence",
    "Source",
    "Span",
    "Value",
    "Where",
    "as_they_were",
    "find_plans",
    "is_yaml",
    "last_line",
    "look",
    "read",
    "scalars",
    "span",
    "texts_by_key",
]
