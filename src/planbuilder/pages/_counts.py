"""How long a text is on the platforms it is for, its blanks filled with their examples."""

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


def counts(plan: Plan, statement: Statement, text: str, language: str, *, short: bool = False) -> tuple[Count, ...]:
    """The counters of a text, one for each platform with a limit that publishes it.

    A platform publishes the short text where there is one and the other does not fit.
    """
    has_short = statement.short is not None and language in statement.short
    shown, whole = (
        fill(said.strip(), examples(plan, statement, said, language))
        for said in (text, statement.text.by_language.get(language, text))
    )
    return tuple(
        _counted(name, platform, shown)
        for name, platform in _platforms(plan, statement).items()
        if (has_short and _counted(name, platform, whole).over) is short
    )


def _platforms(plan: Plan, statement: Statement) -> dict[str, Platform]:
    """The platforms of a statement whose limit is worth a look, by name."""
    found: dict[str, Platform] = {}
    for name in statement.channels:
        if name in plan.channels:
            channel = plan.channels[name]
            found.setdefault(channel.platform.lower(), platform_of(plan, channel))
    return {name: known for name, known in found.items() if known.limit is not None and known.limit <= WORTH_COUNTING}


def _counted(name: str, platform: Platform, filled: str) -> Count:
    if platform.counts == "gsm":
        return _text_message(filled)
    size, limit = length(filled, platform.counts), platform.limit or 0
    said = say("{platform} {size}/{limit}", platform=platform_name(name), size=size, limit=limit)
    return Count(said, over=size > limit)


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
