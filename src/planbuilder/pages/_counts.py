"""How long a text is on the platforms it is for, its blanks filled as the checks fill them."""

from collections.abc import Iterator
from dataclasses import dataclass

from planbuilder.language import sms
from planbuilder.language.counting import length
from planbuilder.language.wording import filled, languages_on
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
    shown = filled(plan, statement, text.strip(), language)
    return tuple(
        _counted(name, platform, shown)
        for name, platform in _publishing(plan, statement, text, language, short=short)
        if _is_limited(platform)
    )


def platforms(
    plan: Plan, statement: Statement, text: str, language: str, *, short: bool = False
) -> tuple[Message | str, ...]:
    """The names of the platforms that publish a text, those with a limit first."""
    found = sorted(_publishing(plan, statement, text, language, short=short), key=lambda one: not _is_limited(one[1]))
    return tuple(platform_name(name) for name, _ in found)


def _publishing(
    plan: Plan, statement: Statement, text: str, language: str, *, short: bool
) -> Iterator[tuple[str, Platform]]:
    """The platforms that publish a text: all of them, where there is no short one."""
    has_short = statement.short is not None and language in statement.short
    said = statement.text.by_language.get(language, text)
    whole = filled(plan, statement, said.strip(), language)
    for name, platform in _platforms(plan, statement, language).items():
        too_long = has_short and _is_limited(platform) and _counted(name, platform, whole).over
        if too_long is short:
            yield name, platform


def _platforms(plan: Plan, statement: Statement, language: str) -> dict[str, Platform]:
    """The platforms on which a statement goes out in a language, by name."""
    found: dict[str, Platform] = {}
    for name in statement.channels:
        if name in plan.channels:
            channel = plan.channels[name]
            if language in languages_on(channel, statement.text):
                found.setdefault(channel.platform.lower(), platform_of(plan, channel))
    return found


def _is_limited(platform: Platform) -> bool:
    """Whether the limit is worth a look."""
    return platform.limit is not None and platform.limit <= WORTH_COUNTING


def _counted(name: str, platform: Platform, filled: str) -> Count:
    if platform.counts == "gsm":
        return _text_message(filled)
    size, limit = length(filled, platform.counts), platform.limit or 0
    said = say("{platform} {size}/{limit}", platform=platform_name(name), size=size, limit=limit)
    return Count(said, over=size > limit)


def _text_message(filled: str) -> Count:
    read = sms.message(filled)
    if read.costly and read.parts > 1:
        said = say_many(
            "SMS: {count} part, because of {costly}",
            "SMS: {count} parts, because of {costly}",
            read.parts,
            costly=[sms.shown(char) for char in read.costly],
        )
    else:
        said = say_many("SMS: {count} part", "SMS: {count} parts", read.parts)
    return Count(said, over=read.parts > 1)
