"""Tables that are data: read once, when a text asks for them."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def x_table() -> dict[str, Any]:
    """What X takes for a link and for an emoji, and Unicode's pictographs (first, last, first, last …)."""
    table: dict[str, Any] = json.loads(Path(__file__).with_name("x.json").read_text("utf-8"))
    return table
