"""What planbuilder wrote into a folder, so that it never touches anything else there."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAME = ".planbuilder.json"
_VERSION = 1
_MAX_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an output folder holds (`site staff`, `tree crisis-team`…) and the files of it that are ours."""

    holds: str
    files: frozenset[str]

    def written(self) -> bytes:
        """The manifest as it stands in the folder; the same files give the same bytes."""
        content = {"planbuilder": _VERSION, "holds": self.holds, "files": sorted(self.files)}
        return (json.dumps(content, ensure_ascii=False, indent=0) + "\n").encode()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where there is none that planbuilder wrote."""
    try:
        with open(folder / NAME, "rb", opener=_no_links) as stream:
            content = json.loads(stream.read(_MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get("planbuilder") != _VERSION:
        return None
    holds, files = content.get("holds"), content.get("files")
    if not isinstance(holds, str) or not isinstance(files, list) or not all(isinstance(f, str) for f in files):
        return None
    return Manifest(holds, frozenset(files))


def _no_links(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def files_below(folder: Path) -> Iterator[str]:
    """Everything in a folder that is no folder, links included and not followed, with `/` between the names.

    An empty folder counts, with a `/` at its end. In the order of the names.
    """
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        if prefix and not found:
            yield prefix
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}"
