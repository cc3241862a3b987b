"""What the templates of the shell are told of a tree: its words, its colours, its other languages."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from planbuilder.messages import Message, base_of, render, say
from planbuilder.pages import Tree, own_name
from planbuilder.site.shell import Shell

_WORDS: Mapping[str, Message] = {
    "skip": say("Go to the text"),
    "menu": say("Menu"),
    "close": say("Close the menu"),
    "tabs": say("Parts of the plan"),
    "languages": say("This page in another language"),
}
_FROM_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def dressing(tree: Tree, shell: Shell) -> dict[str, Any]:
    """The `extra` of a mkdocs.yml for a tree: that of the shell, and what our own templates read."""
    return dict(shell.extra) | {
        "generator": False,
        "homepage": "index.html",
        "alternate": [
            {"name": escape(own_name(tag)), "link": f"../{escape(tag)}/", "lang": escape(tag)} for tag in tree.siblings
        ],
        "shell": {
            "language": escape(tree.language),
            "direction": direction(tree.language),
            "schemes": [escape(scheme) for scheme in _schemes(shell)],
            "words": {name: escape(render(word, tree.language)) for name, word in _WORDS.items()},
        },
    }


def direction(language: str) -> str:
    """How a language is written, as HTML says it."""
    return "rtl" if base_of(language) in _FROM_RIGHT_TO_LEFT else "ltr"


def _schemes(shell: Shell) -> Sequence[str]:
    """The colour schemes of the palettes, of which a theme takes one or several; light where it has none."""
    palette = shell.theme.get("palette")
    palettes = palette if isinstance(palette, list) else [palette]
    named = [str(one.get("scheme") or "default") for one in palettes if isinstance(one, dict)]
    return list(dict.fromkeys(named)) or ["default"]
