"""The index of a search, unpacked as its script does."""

import json
from typing import Any


def read_index(script: str) -> dict[str, Any]:
    """The data of an index, its rows as `entries` that have only the fields that say something."""
    index: dict[str, Any] = json.loads(script[script.index("{") : script.rindex("}") + 1])

    def said(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: said(below) for key, below in value.items()}
        if isinstance(value, list):
            return [said(below) for below in value]
        return index["said"][value] if isinstance(value, int) else value

    rows = [dict(zip(index["fields"], map(said, row), strict=False)) for row in index["rows"]]
    entries = [{field: value for field, value in row.items() if value != ""} for row in rows]
    return index | {"entries": [entry | {"u": entry["u"].replace("*", entry["t"])} for entry in entries]}
