"""What a statement says on a channel: the text or its short form, with the examples in the blanks."""

from collections.abc import Iterator
from typing import NamedTuple

from planbuilder.language import sms
from planbuilder.language.blanks import example_of, fill
from planbuilder.language.counting import length
from planbuilder.plan import Plan, Text
from planbuilder.plan.channels import Channel
from planbuilder.plan.platforms import Platform
from planbuilder.plan.scenarios import Statement
from planbuilder.plan.values import has_language


class Wording(NamedTuple):
    """A text as it stands on a channel. `length` and `limit` are in the unit that the platform counts."""

    text: str
    language: str
    short: bool
    length: int
    limit: int | None
    fits: bool


def languages_on(channel: Channel, text: Text) -> Iterator[str]:
    """The languages of a text that a channel uses: those it names, or all where it names none of them.

    A channel in `fr` uses a text in `fr-CA`, and the reverse; not that of another region where it has its own.
    """
    elsewhere = [tag for tag in channel.languages if tag not in text]
    used = [tag for tag in text.by_language if tag in channel.languages or has_language(elsewhere, tag)]
    yield from used or text.by_language


def wording(plan: Plan, statement: Statement, platform: Platform, language: str) -> Wording:
    """The text where it fits, else the short text where there is one; a text message fits in one part."""
    full = _on(platform, filled(plan, statement, statement.text.by_language[language], language), language, short=False)
    if full.fits or statement.short is None or language not in statement.short:
        return full
    short = filled(plan, statement, statement.short.by_language[language], language)
    return _on(platform, short, language, short=True)


def examples(plan: Plan, statement: Statement, language: str) -> dict[str, str]:
    """The example of each blank that a statement may use, in a language."""
    known = {name: text for name in ("time", "next_update") if (text := example_of(name, language))}
    declared = plan.placeholders_for(statement)
    return known | {name: p.example.spoken(language) for name, p in declared.items() if p.example}


def filled(plan: Plan, statement: Statement, text: str, language: str) -> str:
    """A text of a statement with the examples in its blanks, as long as the longest value that a blank may have."""
    return fill(text, _longest_values(plan, statement, language) if "{" in text else {})


def _longest_values(plan: Plan, statement: Statement, language: str) -> dict[str, str]:
    values = examples(plan, statement, language)
    for name, placeholder in plan.placeholders_for(statement).items():
        if placeholder.max is not None:
            values[name] = values.get(name, "").ljust(placeholder.max, "n")
    return values


def _on(platform: Platform, text: str, language: str, *, short: bool) -> Wording:
    size = length(text, platform.counts)
    if platform.counts == "gsm":
        return Wording(text, language, short, size, platform.limit, sms.message(text).parts == 1)
    return Wording(text, language, short, size, platform.limit, platform.limit is None or size <= platform.limit)
