"""The index of the search: what each page is called and holds, in every language of the plan, as one script.

It is made from the plan as the edition shows it and from the sheets, never from what was built. Every text stands in it
as it is written, so that the gate can look for hidden values; the script that searches does all the folding.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from planbuilder.messages import LANGUAGES, Message, Spoken, base_of, say, say_value
from planbuilder.pages._packing import packed
from planbuilder.pages._search_entries import Entry, address, name_pages, parts
from planbuilder.pages._sheets import Reader, Sheet
from planbuilder.pages._templates import templates_folder
from planbuilder.plan import Phone, Text, Texts
from planbuilder.plan.refs import Ref
from planbuilder.plan.times import Limit
from planbuilder.rules import Rule
from planbuilder.source import Where

INDEX = "assets/search/index.js"
"""Below `assets/`, where no page loads it before somebody searches."""

KINDS: Mapping[str, Message] = {
    "page": say("Pages"),
    "scenario": say("Scenarios"),
    "statement": say("Statements"),
    "question": say("Questions and answers"),
    "person": say("People"),
    "channel": say("Channels"),
    "duty": say("Legal duties"),
    "audience": say("Audiences"),
    "reply": say("Replies"),
    "remedy": say("What we offer"),
    "review": say("Reviews"),
    "check": say("Checks"),
}
SENTENCES: Mapping[str, Message] = {
    "one": say("One result"),
    "many": say("{count} results"),
    "none": say("Nothing found for “{words}”. Try one word only, or another one."),
}
_FOLDERS = {
    "scenarios": "scenario",
    "statements": "statement",
    "roles": "person",
    "channels": "channel",
}
_ALIKE = ("statement", "person")
"""Kinds whose pages all have the same headings, which help nobody to find one of them."""

_WORDS = frozenset({
    "name", "account", "tool", "to", "how", "where", "place", "bridge", "backup_bridge", "contacts_in", "measure",
    "kept_in", "recovery", "never", "words", "keywords", "allowed", "depends_on", "platform", "email", "signal",
    "whatsapp", "teams", "slack",
})  # fmt: skip
"""The keys whose single words people look for; other single words are codes."""
_TELLING = frozenset({"triggers", "account", "job"})
"""The keys by which an entry is known, beside its name."""
_FIELDS = ("k", "u", "t", "l", "c", "n", "w", "x", "p", "b", "o")
_SKIPPED = frozenset({"approved", "waivers", "checks"})
_HEADING = re.compile(r'^##+ \{\{ _\("((?:[^"\\]|\\.)+)"\) \}\} \{: #([a-z-]+) \}', re.MULTILINE)


def index(reader: Reader, sheets: Sequence[Sheet], texts: Mapping[str, str], asked: Sequence[Rule] = ()) -> bytes:
    """The script that holds the index of a tree. `texts` is the Markdown of the pages by path; `asked` are checks."""
    entries, owners = _entries(reader, sheets, texts, asked)
    for where, value in reader.plan.values():
        owner = _owner(owners, where)
        if owner is not None and _is_told(where, value):
            (owner.keys if _TELLING.intersection(where) else owner.holds).append(value)
    data = {
        "kinds": {kind: say_value(name, reader.language) for kind, name in KINDS.items()},
        "sentences": {key: say_value(sentence, reader.language) for key, sentence in SENTENCES.items()},
        "synonyms": _data()["synonyms"],
        **packed([_row(entry, reader.language) for entry in entries], _FIELDS),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'"use strict";\nwindow.planbuilderSearch.index = {text};\n'.encode()


def _entries(
    reader: Reader, sheets: Sequence[Sheet], texts: Mapping[str, str], asked: Sequence[Rule]
) -> tuple[list[Entry], dict[tuple[object, ...], Entry]]:
    """The pages and what has a name on them, and who answers for which address of the plan: the first that does."""
    entries: list[Entry] = []
    owners: dict[tuple[object, ...], Entry] = {}
    for sheet in sheets:
        entry = Entry(address(sheet.path), _FOLDERS.get(sheet.path.partition("/")[0], "page"), sheet.title, sheet.lead)
        entry.words += _data()["pages"].get(sheet.path, ())
        if entry.kind not in _ALIKE:
            entry.places += _places(sheet.template, texts.get(sheet.path, ""))
        for where in sheet.about:
            owners.setdefault(where, entry)
        entries.append(entry)
    name_pages(reader, owners, _data()["powers"])
    found = dict(parts(reader, asked))
    return [*entries, *found.values()], owners | found


def _places(template: str, markdown: str) -> Iterator[tuple[str, Message]]:
    """The headings of a page that can be linked to."""
    return ((anchor, Message(text)) for text, anchor in _headings(template) if f"{{: #{anchor} }}" in markdown)


@cache
def _headings(template: str) -> tuple[tuple[str, str], ...]:
    return tuple(_HEADING.findall((templates_folder() / "pages" / template).read_text("utf-8")))


def _owner(owners: Mapping[tuple[object, ...], Entry], where: Where) -> Entry | None:
    """The entry that answers for the longest part of an address."""
    return next((owners[where[:n]] for n in range(len(where), 0, -1) if where[:n] in owners), None)


def _is_told(where: Where, value: object) -> bool:
    if _SKIPPED.intersection(where[1:]):
        return False
    if isinstance(value, str):
        return not isinstance(value, Ref) and not _WORDS.isdisjoint(where[1:])
    return isinstance(value, Text | Texts | Phone | Limit)


def _row(entry: Entry, language: str) -> dict[str, Any]:
    """An entry as the script reads it: short names, and nothing that is empty or said twice."""
    title, line = say_value(entry.title, language), say_value(entry.line, language)
    names = _distinct((said for one in (entry.title, *entry.names) for _, said in _sayings(one, language)), {title})
    beside = say_value(entry.beside, language)
    sayings = (said for one in (entry.beside, *entry.keys) for _, said in _sayings(one, language))
    keys = _distinct(sayings, {title, line, beside, *names})
    held: dict[str, list[str]] = {}
    seen = {title, line, beside, *names, *keys}
    for tag, said in (saying for one in entry.holds for saying in _sayings(one, language)):
        if said not in seen:
            seen.add(said)
            held.setdefault(tag, []).append(said)
    places = [
        [anchor, *dict.fromkeys((say_value(name, language), *(said for _, said in _sayings(name, language))))]
        for anchor, name in entry.places
    ]
    url = entry.url.replace(title, "*") if entry.kind == "check" else entry.url
    row = {
        "u": url, "k": entry.kind, "t": title, "c": beside, "l": line, "n": names, "w": keys, "x": entry.words,
        "p": places,
        "b": held.pop("", []), "o": held,
    }  # fmt: skip
    return {key: value for key, value in row.items() if value}


def _distinct(said: Iterator[str], known: set[str]) -> list[str]:
    return list(dict.fromkeys(one for one in said if one and one not in known))


def _sayings(value: object, language: str) -> Iterator[tuple[str, str]]:
    """A value in every language that it is written in: the language, nothing for the reader's own, and the words."""
    match value:
        case Text():
            yield from ((_foreign(tag, language), said) for tag, said in value.by_language.items())
        case Texts():
            yield from ((_foreign(tag, language), one) for tag, said in value.by_language.items() for one in said)
        case Message():
            yield from ((_foreign(tag, language), say_value(value, tag)) for tag in LANGUAGES)
        case Spoken():
            yield "", say_value(value, language)
        case _:
            yield "", str(value)


def _foreign(tag: str, language: str) -> str:
    return "" if base_of(tag) == base_of(language) else tag


@cache
def _data() -> dict[str, Any]:
    """Words that mean the same in a crisis, in French and English, and words by which our own pages are known."""
    data: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return data
