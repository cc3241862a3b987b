"""The style sheets and the scripts of the pages, in the order in which they are loaded: after their words."""

import json
from functools import cache

from planbuilder.language.sms import BASIC, EXTENDED
from planbuilder.language.tables import x_table
from planbuilder.pages._publishing import tight, uncommented
from planbuilder.pages._templates import templates_folder

ASSETS = (
    "planbuilder.css", "tools.css", "state.css", "search.css", "access.css",
    "store.js", "hours.js", "copy.js", "ticks.js", "timer.js", "deadlines.js", "clock.js", "duty.js", "search.js",
)  # fmt: skip
"""What every page loads."""
TOOLS = ("count.js", "form.js", "export.js", "log.js", "level.js")
"""What only the pages load whose sheet names it."""
MATCHER = "assets/search/match.js"
"""What the search loads when somebody opens it."""
TABLES = "tables.js"
_NOT_FOR_READERS = ("source", "pictographs")


@cache
def assets() -> tuple[tuple[str, bytes], ...]:
    """Path in the tree and content of each."""
    folder = templates_folder() / "assets"
    paths = [*(f"assets/{name}" for name in ASSETS), *(f"assets/tools/{name}" for name in TOOLS), MATCHER]
    files = [(path, _published(path, (folder.parent / path).read_text("utf-8")).encode()) for path in paths]
    return (*files, (f"assets/tools/{TABLES}", tables()))


def _published(path: str, text: str) -> str:
    return tight(text) if path.endswith(".css") else uncommented(text)


def tables() -> bytes:
    """The counters' data as a script: the very tables from which the checks count."""
    kept = {key: value for key, value in x_table().items() if key not in _NOT_FOR_READERS}
    data = {"x": kept, "gsm": "".join(sorted(BASIC)), "extended": "".join(sorted(EXTENDED))}
    return f'"use strict";\nwindow.planbuilder.tables = {json.dumps(data, separators=(",", ":"))};\n'.encode()
