"""The form in which a text is filled in for a channel."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from planbuilder.language.blanks import blanks, example_of
from planbuilder.language.names import language_called
from planbuilder.messages import Message, say, say_value
from planbuilder.pages._acting import offered
from planbuilder.pages._counts import WORTH_COUNTING
from planbuilder.pages._messages import Ready, ready
from planbuilder.pages._sheets import Reader, Sheet
from planbuilder.pages._words import platform_name
from planbuilder.plan import Text, platform_of
from planbuilder.plan.channels import Channel
from planbuilder.plan.scenarios import Placeholder, Statement

_EVERYWHERE: Mapping[str, Message] = {"time": say("the time now"), "next_update": say("when we speak again")}
"""What goes into the blanks that need no declaration."""


def sheets(reader: Reader) -> Iterator[Sheet]:
    """One page: a text of the plan or of one's own, its blanks, how long it is where, who releases it."""
    plan = reader.plan
    library = [
        (scenario, [ready(reader, statement) for statement in scenario.statements.values()])
        for scenario in plan.scenarios.values()
    ]
    shared = [ready(reader, statement) for statement in plan.statements.values()]
    texts = [one for _, below in library for one in below] + shared
    known: list[dict[str, Any]] = []
    data = {
        "language": reader.language,
        "languages": {tag: say_value(language_called(tag), reader.language) for tag in plan.languages},
        "channels": {name: _channel(reader, channel) for name, channel in plan.channels.items()},
        "texts": {one.statement.id: _text(reader, one, known) for one in texts},
        "blanks": known,
    }
    yield Sheet(
        "write.md",
        say("Write a statement"),
        "write.md.j2",
        say("Choose a text, fill in its blanks, then copy it for its channel."),
        scripts=("tables.js", "count.js", "form.js"),
        values={
            "callees_of": lambda role: offered(reader, role),
            "library": [(scenario, below) for scenario, below in library if below],
            "shared": shared,
            "texts": texts,
            "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        },
    )


def _channel(reader: Reader, channel: Channel) -> dict[str, Any]:
    known = platform_of(reader.plan, channel)
    platform = say_value(platform_name(channel.platform), reader.language)
    limit = known.limit if known.limit is not None and known.limit <= WORTH_COUNTING else None
    return {
        "platform": platform,
        "name": _name(reader, channel, platform),
        "limit": limit,
        "counts": known.counts,
    }


def _name(reader: Reader, channel: Channel, platform: str) -> str:
    if channel.name:
        return say_value(channel.name, reader.language)
    return platform if platform.casefold() == channel.id else f"{platform} – {channel.id}"


def _text(reader: Reader, one: Ready, known: list[dict[str, Any]]) -> dict[str, Any]:
    """A text; its blanks by their places in `known`, which has each once: many texts share theirs."""
    statement = one.statement
    blanks_of = {name: _blank(reader, statement, name, blank) for name, blank in one.blanks}
    for blank in blanks_of.values():
        if blank not in known:
            known.append(blank)
    return {
        "kind": one.statement.kind,
        "channels": [name for name in statement.channels if name in reader.plan.channels],
        "text": _trimmed(statement.text),
        "short": _trimmed(statement.short),
        "blanks": {name: known.index(blank) for name, blank in blanks_of.items()},
    }


def _trimmed(text: Text | None) -> dict[str, str]:
    return {tag: said.strip() for tag, said in text.by_language.items()} if text else {}


def _blank(reader: Reader, statement: Statement, name: str, blank: Placeholder | None) -> dict[str, Any]:
    means = blank.means if blank else _EVERYWHERE.get(name)
    tags = [tag for tag, said in statement.text.by_language.items() if name in blanks(said).names]
    examples = {
        tag: blank.example.spoken(tag) if blank and blank.example else example_of(name, tag) or ""
        for tag in (tags or reader.plan.languages)
    }
    return {
        "means": say_value(means, reader.language) if means else name,
        "examples": examples,
        "max": blank.max if blank else None,
    }
