"""The checks that plans are held to, on a page each: what one asks, why, and how to answer it.

The pages are the same for every plan of a site. They stand beside the plans, in a folder for each language that the
program speaks, wear a small frame of their own and run no script.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from planbuilder.checking import NEVER_WAIVED, check_example
from planbuilder.findings import Finding
from planbuilder.messages import Message, one_line, render, say, translate
from planbuilder.pages import _words
from planbuilder.pages._findings import finder
from planbuilder.pages._templates import templates, templates_folder
from planbuilder.practices import PRACTICES, Practice
from planbuilder.rules import CATALOGUE, Rule
from planbuilder.scoring import serving
from planbuilder.waiving import setting_example, waiver_example

STYLE = "checks.css"
LIST = "index.html"
LIST_TITLE = say("The checks")
LIST_LEAD = say("Look for your check: its page says what is asked, why, and what to type.")


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the plan as a reader sees it, and the families of checks that look at it."""

    id: str
    name: Message
    families: tuple[str, ...]


AREAS = (
    Area("plan", say("The plan itself"), ("PLAN", "SHAPE")),
    Area("people", say("People and calls"), ("TEAM", "ESC", "ONCALL", "COVER")),
    Area("decisions", say("Levels and approvals"), ("LEVEL", "SIGN")),
    Area("texts", say("Scenarios and texts"), ("SCEN", "STMT", "SAFE")),
    Area("tone", say("Tone"), ("TONE",)),
    Area("channels", say("Channels and listening"), ("CHAN", "MON", "AUD", "REPLY")),
    Area("after", say("Care, law, learning"), ("CARE", "LAW", "LEARN")),
)
OWN = Area("own", say("Our own checks"), ())
"""What an organisation checks beside the catalogue."""

_OURS = frozenset(rule.id for rule in CATALOGUE)


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the pages of one language lead, seen from their folder.

    `back` is a page of the plan, or the choice of the plans, with its label; `others` are the folders of the same pages
    in other languages.
    """

    back: str
    label: Message
    others: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A check as its page tells it. `bad` are the lines of the example that it finds, each with the sentences on it.

    `waiver` and `setting` are empty where nothing lets the check pass.
    """

    paragraphs: tuple[str, ...]
    why: str
    serves: tuple[Practice, ...]
    bad: tuple[tuple[str, tuple[str, ...]], ...]
    good: str
    fixes: tuple[str, ...]
    waiver: str
    setting: str


def explanations(
    rules: Sequence[Rule], language: str, ways: Ways, hidden: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """The page of each rule, the list of them, and their style sheet, by the names of their files.

    No example shows a text of `hidden`.
    """
    filled = templates(language)
    others = [(tag, _words.own_name(tag), folder) for tag, folder in ways.others.items()]
    shared = {"ways": ways, "others": others, "style": STYLE, "words": _words, "list": LIST, "first": first_sentence}
    for rule in rules:
        file = f"{rule.id}.html"
        told = {"file": file, "rule": rule, "one": _told(rule, language, hidden)}
        yield file, filled("checks/check.html.j2", shared | told)
    listed = {"file": LIST, "areas": by_area(rules), "title": LIST_TITLE, "lead": LIST_LEAD}
    yield LIST, filled("checks/list.html.j2", shared | listed)
    yield STYLE, (templates_folder() / "checks" / STYLE).read_text("utf-8")


def by_area(rules: Sequence[Rule]) -> list[tuple[Area, list[Rule]]]:
    """The areas of which some rule asks something, each with its rules in the order given."""
    found = [(area, [rule for rule in rules if area_of(rule.id) is area]) for area in (*AREAS, OWN)]
    return [(area, below) for area, below in found if below]


def area_of(check: str) -> Area:
    """Where a check belongs; a check of the organisation's own stands with its like."""
    family = check.partition("-")[0]
    if check not in _OURS and family != "SHAPE":
        return OWN
    return next(area for area in AREAS if family in area.families)


def first_sentence(rule: Rule, language: str) -> str:
    """What a check asks, in short."""
    return _paragraphs(rule, language)[0]


def _paragraphs(rule: Rule, language: str) -> tuple[str, ...]:
    return tuple(one_line(part) for part in translate(rule.about, language).split("\n\n"))


@cache
def _found(rule: Rule) -> tuple[Finding, ...]:
    return check_example(rule, rule.bad)[1]


def _told(rule: Rule, language: str, hidden: Collection[str]) -> Told:
    findings = _found(rule)
    sayings = [(render(one.message, language), render(one.fix, language)) for one in findings]
    address = findings[0].address if findings else ""
    written = "\n".join((rule.bad.text, rule.good.text, address, *(part for said in sayings for part in said)))
    secrets = finder(text for text in hidden if text in written)
    said: dict[int, list[str]] = {}
    for finding, (message, _) in zip(findings, sayings, strict=True):
        said.setdefault(finding.span.line, []).append(_discreet(message, secrets))
    bad = _discreet(rule.bad.text, secrets).rstrip("\n").split("\n")
    fixed = rule.id in NEVER_WAIVED
    return Told(
        _paragraphs(rule, language),
        translate(rule.why, language),
        tuple(practice for practice in PRACTICES if serving(practice, [rule])),
        tuple((line, tuple(said.get(number, ()))) for number, line in enumerate(bad, 1)),
        _discreet(rule.good.text, secrets),
        tuple(dict.fromkeys(_discreet(fix, secrets) for _, fix in sayings)),
        "" if fixed else _discreet(waiver_example(rule.id, address, language), secrets),
        "" if fixed else setting_example(rule.id, language),
    )


_NUMBER = re.compile(r"\+\d[\d .()-]{6,}\d|\b0\d(?:[ .]\d\d){4}\b", re.ASCII)
_EVERYDAY = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)?")


def _discreet(text: str, hidden: re.Pattern[str] | None) -> str:
    """An example without numbers that somebody might dial, and without what this edition must not show.

    A word or two of everyday language give nothing away.
    """
    text = _NUMBER.sub(lambda found: found[0][:4] + re.sub(r"\d", "x", found[0][4:]), text)
    if hidden is None:
        return text
    return hidden.sub(lambda found: found[0] if _EVERYDAY.fullmatch(found[0]) else "…", text)
