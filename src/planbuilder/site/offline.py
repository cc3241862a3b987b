"""What lets a phone keep a tree: a web app manifest, and a worker that knows every file of the tree."""

import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from planbuilder.pages import Tree, templates_folder
from planbuilder.site.dressing import direction

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
_ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("maskable.png", "512x512", "maskable"),
)
_FILES = re.compile(r"\bFILES = (\{.*?\});")
_VERSION = re.compile(r'\bVERSION = "";')
_OPENED = "OPENED = false;"


def web_manifest(tree: Tree) -> bytes:
    """The manifest of a tree: with it a browser offers to install the plan, edition and language by themselves."""
    manifest = {
        "name": tree.site_name,
        "short_name": tree.site_name,
        "lang": tree.language,
        "dir": direction(tree.language),
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#004d57",
        "icons": [
            {"src": f"assets/shell/{name}", "sizes": sizes, "type": "image/png", "purpose": purpose}
            for name, sizes, purpose in _ICONS
        ],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=0) + "\n").encode()


def worker(files: Mapping[str, bytes], opened: Mapping[str, bytes] | None = None) -> bytes:
    """The worker that keeps `files`, given by their path in the tree, and each page of `opened` once it was opened.

    The same files give the same bytes; any other byte of any of them gives another version.
    """
    listed, others = _hashes(files), _hashes(opened or {})
    text = (templates_folder() / "offline" / WORKER).read_text("utf-8")
    text = _FILES.sub(lambda _: f"FILES = {listed};", text, count=1)
    if opened:
        text = text.replace(_OPENED, "OPENED = true;", 1)
    return _VERSION.sub(f'VERSION = "{_digits(f"{listed}{others}".encode())}";', text, count=1).encode()


def _hashes(files: Mapping[str, bytes]) -> str:
    hashes = {path: _digits(content) for path, content in sorted(files.items())}
    return json.dumps(hashes, separators=(",", ":"))


def add_worker(folder: Path, files: Sequence[str], opened: Sequence[str] = ()) -> str:
    """Write the worker of a finished folder, which keeps `files`, and those of `opened` once opened; its own name."""
    (folder / WORKER).write_bytes(worker(_contents(folder, files), _contents(folder, opened)))
    return WORKER


def _contents(folder: Path, files: Sequence[str]) -> dict[str, bytes]:
    return {file: (folder / file).read_bytes() for file in files}


def kept_by(script: str) -> Mapping[str, str]:
    """The files that a worker keeps, with the first 16 digits of their SHA-256. ValueError where it is none of ours."""
    found = _FILES.search(script)
    files = json.loads(found[1]) if found else None
    if not isinstance(files, dict):
        raise ValueError(  # noqa: TRY004 - it is the text that is wrong
            "this worker does not say what it keeps"
        )
    return files


def is_kept(content: bytes, digits: str) -> bool:
    """Whether a worker that names these digits would keep this very content."""
    return _digits(content) == digits


def named_by(manifest: str) -> Sequence[str]:
    """The page and the pictures that a web app manifest names. ValueError where it is none."""
    read = json.loads(manifest)
    try:
        return [read["start_url"], *(icon["src"] for icon in read["icons"])]
    except (KeyError, TypeError) as error:
        raise ValueError("this is no web app manifest") from error


def _digits(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
