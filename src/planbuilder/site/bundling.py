"""What every page loads, in one style sheet and one script: a phone asks once for each."""

import json
from collections.abc import Iterator
from datetime import date

from planbuilder.messages import render, say
from planbuilder.pages import Tree, templates_folder, tight, uncommented

STYLES = "assets/site.css"
SCRIPTS = "assets/site.js"


def bundled(tree: Tree, kept: date | None) -> Iterator[tuple[str, bytes]]:
    """The files of a tree, those that every page loads put together with those of our own frame.

    `kept` is the day of a site that has a worker; its scripts then say to whom it is a copy.
    """
    ours = [("shell.css", _shell("shell.css")), ("menu.js", _shell("menu.js"))]
    if kept:
        ours.append(("offline.js", _offline(tree, kept)))
    sheets, scripts = [], []
    for path, content in [*ours, *tree.files]:
        everywhere = path.count("/") == 1 or (path, content) in ours
        if everywhere and path.endswith(".css"):
            sheets.append(content)
        elif everywhere and path.endswith(".js"):
            scripts.append(_apart(content))
        else:
            yield path, content
    yield STYLES, b"".join(sheets)
    yield SCRIPTS, b"\n".join(scripts)


def _shell(name: str) -> bytes:
    text = (templates_folder() / "shell" / name).read_text("utf-8")
    return (tight(text) if name.endswith(".css") else uncommented(text)).encode()


def _apart(script: bytes) -> bytes:
    """A script whose failure is reported and stops none of those after it, as if it stood in a file of its own."""
    return b"try {\n" + script + b"} catch (fault) { setTimeout(function () { throw fault; }); }\n"


def _offline(tree: Tree, day: date) -> bytes:
    """The script that tells that a page is a copy, with its words."""
    language = tree.language
    device = say("No network: you are reading the copy of {day} that this device has kept.", day=day)
    elsewhere = say("The other language is not on it: open it once when you have a network.")
    folder = say("This is a copy of {day}. It does not renew itself: ask for a newer one when you can.", day=day)
    said = {"device": device, "elsewhere": elsewhere, "folder": folder}
    words = {"day": day.isoformat(), "checks": tree.checks, **{key: render(one, language) for key, one in said.items()}}
    return _shell("offline.js").replace(b"WORDS = {}", f"WORDS = {json.dumps(words, ensure_ascii=False)}".encode(), 1)
