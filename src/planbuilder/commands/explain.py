"""`planbuilder explain`: what a check asks for, and why."""

import json
from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap
from typing import Any

import click

from planbuilder.checking import check_example
from planbuilder.commands._language import spoken
from planbuilder.commands._options import option
from planbuilder.commands._output import out
from planbuilder.commands._refusal import Refusal
from planbuilder.commands._width import screen_width
from planbuilder.commands._words import Argument, Command
from planbuilder.messages import LANGUAGES, render, say, tool_language, translate
from planbuilder.plan import nearest
from planbuilder.reporters import Line, Piece
from planbuilder.reporters.text import SEVERITY_WORDS, finding_lines
from planbuilder.rules import Example, Rule, all_rules, find_rule
from planbuilder.waiving import waiver_example


@click.command(
    "explain",
    cls=Command,
    help=say("Say what a check asks for, and why, with an example to copy. Without CHECK: the list of all checks."),
)
@click.argument("check", cls=Argument, required=False, metavar=say("[CHECK]"))
@option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help=say("How it is written."))
@option("--lang", type=click.Choice(LANGUAGES, case_sensitive=False), help=say("The language of the explanation."))
def command(check: str | None, format_: str, lang: str | None) -> None:
    """Explain one check, or list them all."""
    language = tool_language(lang or spoken())
    if check is None:
        rules = all_rules()
        lines = _list(language)
    else:
        rules = (_rule(check, language),)
        lines = _explained(rules[0], language)
    if format_ == "json":
        facts: Any = [_facts(rule, language) for rule in rules]
        written = json.dumps(facts if check is None else facts[0], ensure_ascii=False, indent=2)
        lines = ((line,) for line in written.split("\n"))
    out().emit(lines)


def _rule(check: str, language: str) -> Rule:
    found = find_rule(check)
    if found is not None:
        return found
    near = nearest(check, [rule.id.lower() for rule in all_rules()])
    raise Refusal(
        say("There is no check “{check}”.", check=check),
        say("Did you mean `{near}`? `planbuilder explain` lists them all.", near=near.upper())
        if near
        else say("`planbuilder explain` lists them all."),
        language,
    )


def _list(language: str) -> Iterator[Line]:
    width = max(len(rule.id) for rule in all_rules())
    for family, rules in groupby(all_rules(), key=lambda rule: rule.family):
        yield (Piece(family, "strong"),)
        for rule in rules:
            first = translate(rule.about, language).split("\n\n")[0].replace("\n", " ")
            yield ("  ", Piece(f"{rule.id:<{width}}", rule.severity.value), "  ", first)
        yield ()
    yield (render(say("More about one of them: `planbuilder explain {check}`.", check=all_rules()[0].id), language),)


def _explained(rule: Rule, language: str) -> Iterator[Line]:
    yield (Piece(rule.id, "strong"),)
    facts = say(
        "{severity}, from the profile {profile} on",
        severity=SEVERITY_WORDS[rule.severity],
        profile=f"`{rule.profile.value}`",
    )
    yield (Piece(render(facts, language), "quiet"),)
    yield ()
    yield from _paragraphs(translate(rule.about, language))
    yield from _section(say("Why").spoken(language))
    yield from _paragraphs(translate(rule.why, language))
    if rule.source:
        yield (render(say("Sources: {sources}.", sources=list(rule.source)), language),)
    if rule.serves:
        yield (render(say("Recommendations: {recommendations}.", recommendations=list(rule.serves)), language),)
    found = check_example(rule, rule.bad)[1]
    yield from _section(say("What is reported").spoken(language))
    yield from _example(rule.bad)
    for finding in found:
        yield ()
        yield from finding_lines(finding, language, screen_width())
    yield from _section(say("What is fine").spoken(language))
    yield from _example(rule.good)
    yield from _section(say("When it cannot be mended now").spoken(language))
    yield from _paragraphs(render(say("Waive it in the plan, with a reason, a person and an end:"), language))
    yield from _example(Example(waiver_example(rule.id, found[0].address if found else "", language), ()))


def _section(title: str) -> Iterator[Line]:
    yield ()
    yield (Piece(title, "strong"),)


def _paragraphs(text: str) -> Iterator[Line]:
    """Running text, as wide as the screen; blank lines stay between paragraphs."""
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ()
        lines = wrap(paragraph, min(100, screen_width()), break_long_words=False, break_on_hyphens=False)
        yield from ((line,) for line in lines)


def _example(example: Example) -> Iterator[Line]:
    yield from (("    ", line) for line in example.text.rstrip("\n").split("\n"))


def _facts(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "check": rule.id,
        "family": rule.family,
        "severity": rule.severity.value,
        "profile": rule.profile.value,
        "about": translate(rule.about, language),
        "why": translate(rule.why, language),
        "sources": list(rule.source),
        "recommendations": list(rule.serves),
        "bad": {
            "text": rule.bad.text,
            "findings": [
                {
                    "line": finding.span.line,
                    "column": finding.span.column,
                    "address": finding.address,
                    "message": render(finding.message, language),
                    "fix": render(finding.fix, language),
                }
                for finding in check_example(rule, rule.bad)[1]
            ],
        },
        "good": {"text": rule.good.text},
    }
