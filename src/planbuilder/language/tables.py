"""Tables that are data: read once, when a text asks for them."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def x_table() -> dict[str, Any]:
    """What X takes for a link and for an emoji, and Unicode's pictographs (first, last, first, last …)."""
    table: dict[str, Any] = json.loads(files(__package__).joinpath("x.json").read_text("utf-8"))
    return table
