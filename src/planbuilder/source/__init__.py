"""YAML text to data that knows where it was written. The only package that knows PyYAML, in `parsing`."""

from planbuilder.source.folder import PlanFolder, find_plans
from planbuilder.source.problem import SHAPE, Problem
from planbuilder.source.reading import Source, read
from planbuilder.source.tree import Mapping, Sequence, Span, Value, Where, look, scalars, span, texts_by_key

__all__ = [
    "SHAPE",
    "Mapping",
    "PlanFolder",
    "Problem",
    "Sequence",
    "Source",
    "Span",
    "Value",
    "Where",
    "find_plans",
    "look",
    "read",
    "scalars",
    "span",
    "texts_by_key",
]
