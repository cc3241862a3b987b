"""The style sheet and the scripts of the pages, in the order in which they are loaded."""

from functools import cache

from planbuilder.pages._templates import templates_folder

ASSETS = ("planbuilder.css", "copy.js", "ticks.js", "timer.js", "clock.js")


@cache
def assets() -> tuple[tuple[str, bytes], ...]:
    """Path in the tree and content of each."""
    folder = templates_folder() / "assets"
    return tuple((f"assets/{name}", (folder / name).read_bytes()) for name in ASSETS)
