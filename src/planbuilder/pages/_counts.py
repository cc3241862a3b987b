"""How long a text is on the platforms it is for, its blanks filled with their examples."""

from collections.abc import Iterator
from dataclasses import dataclass

from planbuilder.language import sms
from planbuilder.language.blanks import blanks, example_of, fill
from planbuilder.language.counting import length
from planbuilder.messages import Message, say, say_many
from planbuilder.pages._words import platform_name
from planbuilder.plan import Plan, Platform, platform_of
from planbuilder.plan.scenarios import Statement

WORTH_COUNTING = 5000
"""Above this many characters a limit is no news."""


@dataclass(frozen=True, slots=True)
class Count:
    """A sentence such as `X 214/280`, and whether it is too long."""

    said: Message
    over: bool = False


def counts(plan: Plan, statement: Statement, text: str, language: str) -> tuple[Count, ...]:
    """The counters of a text, one for each platform with a limit."""
    filled = fill(text.strip(), examples(plan, statement, text, language))
    platforms: dict[str, Platform] = {}
    for name in statement.channels:
        if name in plan.channels:
            channel = plan.channels[name]
            platforms.setdefault(channel.platform.lower(), platform_of(plan, channel))
    return tuple(_counted(platforms, filled))


def _counted(platforms: dict[str, Platform], filled: str) -> Iterator[Count]:
    for name, platform in platforms.items():
        if platform.limit is None or platform.limit > WORTH_COUNTING:
            continue
        if platform.counts == "gsm":
            yield _text_message(filled)
            continue
        size = length(filled, platform.counts)
        said = say("{platform} {size}/{limit}", platform=platform_name(name), size=size, limit=platform.limit)
        yield Count(said, over=size > platform.limit)


def _text_message(filled: str) -> Count:
    read = sms.message(filled)
    if read.costly:
        said = say_many(
            "SMS: {count} part, because of {costly}",
            "SMS: {count} parts, because of {costly}",
            read.parts,
            costly=" ".join(read.costly),
        )
    else:
        said = say_many("SMS: {count} part", "SMS: {count} parts", read.parts)
    return Count(said, over=read.parts > 1)


def examples(plan: Plan, statement: Statement, text: str, language: str) -> dict[str, str]:
    """An example for each blank of a text that has one."""
    declared = plan.placeholders_for(statement)
    found: dict[str, str] = {}
    for name in blanks(text).names:
        placeholder = declared.get(name)
        example = placeholder.example.spoken(language) if placeholder and placeholder.example else None
        example = example or example_of(name, language)
        if example is not None:
            found[name] = example
    return found
