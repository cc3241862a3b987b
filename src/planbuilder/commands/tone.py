"""`planbuilder tone`: the words of any text, before it is sent."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

import click

from planbuilder.checking import check
from planbuilder.commands._options import option, profile_option, usual_format
from planbuilder.commands._output import out
from planbuilder.commands._program import FINDINGS
from planbuilder.commands._refusal import Refusal
from planbuilder.commands._today import today_in
from planbuilder.commands._what_if import readable
from planbuilder.commands._width import screen_width
from planbuilder.commands._words import Argument, Command
from planbuilder.findings import Finding, Profile, Severity
from planbuilder.loading import load_texts
from planbuilder.messages import LANGUAGES, render, say, say_many
from planbuilder.outcome import Outcome
from planbuilder.plan import Plan
from planbuilder.plan.scenarios import StatementKind
from planbuilder.reporters import FORMATS, Line, Piece, Tally, reporter
from planbuilder.rules import CATALOGUE
from planbuilder.source import Span

_STANDARD_INPUT = "-"
_FOR_PEOPLE = {"text", "github", "junit", "markdown"}
"""The reports in which a text without a file has words for a name; programs know `-`."""
_KINDS = get_args(StatementKind)


@click.command(
    "tone",
    cls=Command,
    help=say("Say what is wrong with the words of a text, before it is sent. FILE is a text file, or `-` to type it."),
    epilog=say("Exit codes: 0 all is well, 1 findings, 2 nothing to check or wrong usage, 3 planbuilder failed."),
)
@click.argument("file", cls=Argument, default=_STANDARD_INPUT, metavar=say("[FILE|-]"))
@option(
    "--lang",
    type=click.Choice(LANGUAGES, case_sensitive=False),
    required=True,
    help=say("The language of the text, and of the report."),
)
@option("--kind", type=click.Choice(_KINDS), required=True, help=say("What the text is for."))
@option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help=say("How the report is written. By default `text`; on GitHub Actions `github`."),
)
@option(
    "--plans",
    metavar=say("PLANS"),
    help=say("A folder of plans whose own words count: those never used, those preferred, names, “vous” or “tu”."),
)
@profile_option
def command(  # noqa: PLR0913, PLR0917 - click gives one argument per option
    file: str, lang: str, kind: str, format_: str | None, plans: str | None, profile: Profile | None
) -> int:
    """Judge the text and write the report; the exit code, 1 where something is an error or a warning."""
    name = format_ or usual_format()
    text = _text(file, lang)
    house = own_words(plan for _, plan in readable(plans)) if plans else {}
    named = render(say("the text read"), lang) if file == _STANDARD_INPUT and name in _FOR_PEOPLE else file
    outcome = judged(as_plan(text, lang, kind) | house, text, named, profile or Profile.STANDARD)
    tally = Tally()
    tally.add(outcome)
    report, screen = reporter(name, screen_width()), out()
    screen.emit(report.start())
    screen.emit(report.plan(outcome, lang))
    screen.emit(report.end(tally, lang))
    if name == "text":
        screen.emit(_reading(text, lang))
    return FINDINGS if tally.reaches(Severity.WARNING) else 0


def as_plan(text: str, language: str, kind: str) -> dict[str, object]:
    """A plan that holds the text alone."""
    about = {"organisation": "-", "languages": [language], "timezone": "Europe/Paris"}
    return {"about": about, "statements": {"text": {"kind": kind, "text": {language: _printable(text)}}}}


def judged(plan: Mapping[str, object], text: str, file: str, profile: Profile) -> Outcome:
    """What the checks of tone find in a text, which stands in a plan (`as_plan`); places are lines of the text."""
    loaded = load_texts({"plan.yaml": json.dumps(plan)}, file)
    rules = [rule for rule in CATALOGUE if rule.family == "TONE"]
    outcome = check(loaded, today_in(None), profile, rules).outcome
    findings = tuple(sorted((_placed(one, text, file) for one in outcome.findings), key=lambda one: one.span))
    return outcome._replace(findings=findings)


def own_words(plans: Iterable[Plan]) -> dict[str, object]:
    """The sections of a plan that hold the words of an organisation, put together from several plans."""
    from planbuilder.rules.tone import house_of  # the judge of words is heavy: only who names plans pays for it

    never: list[str] = []
    names: set[str] = set()
    tone: dict[str, object] = {}
    words: dict[str, str] = {}
    allow: dict[str, list[str]] = {}
    for plan in plans:
        house = house_of(plan)
        names |= house.names
        never += house.never
        words |= house.words
        for check_id, phrases in house.allow.items():
            allow.setdefault(check_id, []).extend(phrases)
        tone |= {"address": house.address} if house.address else {}
    tone |= {"never": never, "words": words, "allow": allow}
    return {"tone": tone, "monitoring": {"keywords": {"brand": sorted(names)}}}


def _reading(text: str, language: str) -> Iterator[Line]:
    """How hard the text is to read; nothing for a text without words."""
    from planbuilder.language.readability import lix, longest
    from planbuilder.language.sentences import read_words

    read = read_words(text, language)
    index = lix(read)
    if index is not None:
        told = say_many(
            "Reading index LIX {lix} (under 40 is easy); longest sentence: {count} word.",
            "Reading index LIX {lix} (under 40 is easy); longest sentence: {count} words.",
            longest(read),
            lix=index,
        )
        yield (Piece(render(told, language), "quiet"),)


def _text(file: str, language: str) -> str:
    """The text of a file, or of standard input."""
    try:
        read = sys.stdin.buffer.read() if file == _STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        raise Refusal(
            say("The file `{file}` cannot be read.", file=file), say("Check its name, or type `-`."), language
        ) from error
    try:
        text = read.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(
            say("This text is not written in UTF-8."), say("Save it again with the encoding UTF-8."), language
        ) from None
    if not text.strip():
        raise Refusal(say("There is no text."), say("Give a file, or type the text and end it with Ctrl-D."), language)
    return text


def _printable(text: str) -> str:
    """The text without characters that YAML refuses."""
    return "".join(c if c.isprintable() or c.isspace() else " " for c in text)


def _placed(finding: Finding, text: str, file: str) -> Finding:
    """The finding, on the line of the words that it names; on the first line where it names none."""
    words = str(finding.message.values.get("words", "")).rstrip("…")
    start = text.find(words) if words else 0
    line = text.count("\n", 0, max(start, 0))
    column = max(start, 0) - (text.rfind("\n", 0, max(start, 0)) + 1)
    return finding._replace(span=Span(file, line + 1, column + 1), shown=text.split("\n")[line])
