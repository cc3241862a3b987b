"""The JSON Schema that editors read: completion, explanations and first mistakes while somebody writes a plan.

It describes one file. A plan may be split, so every section is optional here, and a name of another entry is any text.
What it accepts is wider than what `check` accepts; it must never find fault with a good plan.
"""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from planbuilder.messages import say, translate
from planbuilder.plan._entry import Entry, Key, bare, reader
from planbuilder.plan.choices import MEANINGS
from planbuilder.plan.whole import Plan

SPOKEN_KEYS = ("description", "errorMessage", "patternErrorMessage", "title")
"""The keywords of a schema whose values are sentences."""

SPOKEN_LIST = "markdownEnumDescriptions"
"""The keyword whose value is a list of sentences."""

_TITLE = say("A crisis plan")
_ID_FIX = say("Use lower-case letters without accents, digits and single hyphens, at most 64.")
_KEYS_FIX = say("Write only keys that are offered here, each on a line of its own.")
_ENTRIES_FIX = say("Write each name with a colon on a line below, two spaces further in.")
_LIST_FIX = say("Put the values between square brackets, or each on a line of its own with a hyphen.")
_CHOICE_FIX = say("Write one of the words that are offered here.")
_ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_BLANK_PATTERN = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
_FREE_NAMES = {"keywords", "kinds", "words", "allow", "watch", "normal", "platforms", "checks"}
"""Maps whose keys are words, not ids."""


def schema(language: str) -> dict[str, Any]:
    """The JSON Schema (draft-07) of a file of a plan, with titles, descriptions and reproaches in a language."""
    definitions: dict[str, Any] = {}
    whole = _entry(Plan, definitions)
    del whole["required"]
    said: dict[str, Any] = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": _TITLE.text,
        **whole,
        "definitions": dict(sorted(definitions.items())),
    }
    spoken: dict[str, Any] = _spoken(said, language)
    return spoken


def texts_to_translate() -> Iterator[str]:
    """What the keys of a plan, and the schema, say to people: for the translators."""
    definitions: dict[str, Any] = {}
    whole = _entry(Plan, definitions)
    yield from dict.fromkeys([_TITLE.text, *_sentences([whole, definitions])])


def _entry(model: type[Entry], definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {key.typed: {"description": key.description, **_key(key, definitions)} for key in model.KEYS}
    described: dict[str, Any] = {
        "type": "object",
        "description": _first_sentence(model),
        "properties": properties,
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
        "errorMessage": _KEYS_FIX.text,
    }
    required = [key.typed for key in model.KEYS if key.required]
    return {**described, "required": required} if required else described


def _first_sentence(model: type[Entry]) -> str:
    return (model.__doc__ or "").partition("\n")[0]


def _key(key: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    described = _value(bare(key.annotation), key.typed, definitions)
    # In draft-07 nothing beside a `$ref` counts.
    return {"allOf": [described]} if "$ref" in described else described


def _value(kind: Any, name: str, definitions: dict[str, Any]) -> dict[str, Any]:
    if isinstance(kind, type) and get_origin(kind) is None and issubclass(kind, Entry):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}  # stands for it while it is described
            definitions[kind.__name__] = _entry(kind, definitions)
        return {"$ref": f"#/definitions/{kind.__name__}"}
    arguments = get_args(kind)
    if get_origin(kind) is dict:
        return _map(_value(arguments[1], name, definitions), name)
    if get_origin(kind) is tuple:
        items = _value(arguments[0], name, definitions)
        return {"type": "array", "items": items, "errorMessage": _LIST_FIX.text}
    if get_origin(kind) is Literal:
        described = {"enum": list(arguments), "errorMessage": _CHOICE_FIX.text}
        meanings = MEANINGS.get(kind)
        said = [meanings[word].text for word in arguments] if meanings else []
        return {**described, "markdownEnumDescriptions": said} if said else described
    described = reader(kind).schema
    reproach = described.get("patternErrorMessage")
    return {**described, "errorMessage": reproach} if reproach else described


def _map(below: dict[str, Any], name: str) -> dict[str, Any]:
    described = {"type": "object", "additionalProperties": below, "errorMessage": _ENTRIES_FIX.text}
    if name in _FREE_NAMES:
        return described
    pattern = _BLANK_PATTERN if name == "placeholders" else _ID_PATTERN
    return {
        **described,
        "propertyNames": {"pattern": pattern, "maxLength": 64, "patternErrorMessage": _ID_FIX.text},
    }


def _sentences(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, below in node.items():
            if key in SPOKEN_KEYS and isinstance(below, str):
                yield below
            elif key == SPOKEN_LIST:
                yield from below
            else:
                yield from _sentences(below)
    elif isinstance(node, list):
        for below in node:
            yield from _sentences(below)


def _spoken(node: Any, language: str) -> Any:
    if isinstance(node, list):
        return [_spoken(below, language) for below in node]
    if not isinstance(node, dict):
        return node
    spoken: dict[str, Any] = {}
    for key, below in node.items():
        if key in SPOKEN_KEYS and isinstance(below, str):
            spoken[key] = translate(below, language)
        elif key == SPOKEN_LIST:
            spoken[key] = [translate(text, language) for text in below]
        else:
            spoken[key] = _spoken(below, language)
    return spoken
