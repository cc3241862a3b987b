"""A tree of pages as files that an engine reads: Markdown, assets, and a plain mkdocs.yml."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from pathlib import Path
from types import FunctionType
from typing import Any

from planbuilder.pages import Page, Tab, Tree
from planbuilder.site.bundling import bundled
from planbuilder.site.dressing import dressing
from planbuilder.site.offline import MANIFEST, web_manifest
from planbuilder.site.shell import Shell

CONFIG = "mkdocs.yml"
DOCS = "docs"
OVERRIDES = "overrides"
_HOUSE = "assets/house/"
"""Where the style sheets and scripts stand that the root mkdocs.yml names."""
_PATH = re.compile(r"(?:[a-z0-9][a-z0-9_-]{0,80}/){0,4}[a-z0-9][a-z0-9_.-]{0,80}", re.ASCII)
_PLAIN_KEY = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z_][a-z0-9_.]*", re.ASCII)


def write_tree(tree: Tree, shell: Shell, folder: Path, *, theme_language: str, kept: date | None = None) -> None:
    """Write a tree into an empty folder. ValueError where a path of it would lead astray: that is a fault of ours.

    `kept` is the day of a site that will have a worker, which keeps it on the reader's device.
    """
    docs = folder / DOCS
    _keep_inside([*(page.path for page in tree.pages), *(path for path, _ in tree.files)])
    for page in tree.pages:
        _write(docs / page.path, page_text(page).encode())
    files = list(bundled(tree, kept) if shell.ours else tree.files)
    files += [(f"{_HOUSE}{file.name}", file.read_bytes()) for file in (*shell.styles, *shell.scripts)]
    for path, content in files:
        _write(docs / path, content)
    if kept:
        _write(docs / MANIFEST, web_manifest(tree))
    for overrides in shell.overrides:
        shutil.copytree(overrides, folder / OVERRIDES, dirs_exist_ok=True)
    names = [path for path, _ in files if path.startswith(_HOUSE) or (path.count("/") == 1 and not shell.ours)]
    config = {
        "site_name": escape(tree.site_name),
        "docs_dir": DOCS,
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": dict(shell.theme)
        | {"language": theme_language, "font": False}
        | ({"custom_dir": OVERRIDES} if shell.overrides else {}),
        "plugins": [],
        "markdown_extensions": list(shell.extensions),
        "extra": dressing(tree, shell),
        "extra_css": [name for name in names if name.endswith(".css")],
        "extra_javascript": [name for name in names if name.endswith((".js", ".mjs"))],
        "copyright": shell.copyright,
        "nav": [_tab(tab) for tab in tree.nav],
        "validation": {
            "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
            "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
        },
    }
    _write(folder / CONFIG, "".join(f"{line}\n" for line in yaml_lines(config)).encode())


def page_text(page: Page) -> str:
    """A page with its front matter. Themes put both values into the page as they are, so they are escaped here."""
    front = {"title": _label(page.title), "description": escape(_one_line(page.description))}
    lines = [f"{key}: {_quoted(value)}" for key, value in front.items() if value]
    return "\n".join(["---", *lines, "---", "", page.markdown])


def yaml_lines(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """A mapping as YAML that every reader understands in the same way."""
    for key, below in value.items():
        name = key if _PLAIN_KEY.fullmatch(key) else _quoted(key)
        if isinstance(below, Mapping) and below:
            yield f"{indent}{name}:"
            yield from yaml_lines(below, indent + "  ")
        elif isinstance(below, list | tuple) and below:
            yield f"{indent}{name}:"
            for item in below:
                yield from _item(item, indent + "  ")
        else:
            yield f"{indent}{name}: {_scalar(below)}"


def _item(item: object, indent: str) -> Iterator[str]:
    if isinstance(item, Mapping) and item:
        first, *rest = yaml_lines(item, indent + "  ")
        yield f"{indent}- {first.lstrip()}"
        yield from rest
    else:
        yield f"{indent}- {_scalar(item)}"


def _scalar(value: object) -> str:
    """A value that stands on one line; a function of an extension by its name, as MkDocs writes it."""
    if isinstance(value, FunctionType):
        return f"!!python/name:{value.__module__}.{value.__qualname__}"
    return _quoted(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _quoted(text: str) -> str:
    """In double quotes, with every sign that YAML does not allow in a text written as an escape."""
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", _escape, quoted)


def _escape(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


def _tab(tab: Tab) -> dict[str, Any]:
    label, below = tab
    if isinstance(below, str):
        return {_label(label): below}
    return {_label(label): [{_label(name): path} for name, path in below]}


def _label(text: str) -> str:
    return escape(_one_line(text)) or "–"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _keep_inside(paths: list[str]) -> None:
    """Paths must be plain, and differ on every system: no two of them only by case."""
    seen: set[str] = set()
    for path in paths:
        if not _PATH.fullmatch(path) or path.casefold() in seen:
            raise ValueError(f"a page cannot have the path {path!r}")
        seen.add(path.casefold())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
