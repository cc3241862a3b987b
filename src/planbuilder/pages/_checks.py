"""The checks that the plan is held to, on one page for each area: what they ask, why, and how to answer them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from planbuilder.checking import Checked, check_example
from planbuilder.findings import Finding
from planbuilder.messages import Message, render, say, translate
from planbuilder.pages._findings import hidden_texts
from planbuilder.pages._sheets import Reader, Sheet
from planbuilder.practices import PRACTICES, Practice
from planbuilder.rules import CATALOGUE, Rule
from planbuilder.scoring import serving
from planbuilder.waiving import waiver_example


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
class Told:
    """A check as its page tells it. `bad` are the lines of the example that it finds, each with the sentences on it."""

    paragraphs: tuple[str, ...]
    why: str
    serves: tuple[Practice, ...]
    bad: tuple[tuple[str, tuple[str, ...]], ...]
    good: str
    fixes: tuple[str, ...]


def sheets(reader: Reader, checked: Checked) -> Iterator[Sheet]:
    """A page for each area of which something is asked."""
    whole = checked.loaded.plan
    hidden = hidden_texts(whole, reader.edition) if whole else None
    for area, rules in asked(checked.ran):
        yield Sheet(
            path_of_area(area),
            say("Checks – {area}", area=area.name),
            "checks.md.j2",
            say("Look for your check: it says what is asked, why, and what to type."),
            values={
                "rules": rules,
                "told": partial(_told, language=reader.language, hidden=hidden),
                "waiver": waiver_example(rules[0].id, "…", reader.language),
            },
        )


def asked(rules: Sequence[Rule]) -> list[tuple[Area, list[Rule]]]:
    """The areas of which some rule asks something, each with its rules in the order given."""
    found = [(area, [rule for rule in rules if area_of(rule.id) is area]) for area in (*AREAS, OWN)]
    return [(area, below) for area, below in found if below]


def area_of(check: str) -> Area:
    """Where a check belongs; a check of the organisation's own stands with its like."""
    family = check.partition("-")[0]
    if check not in _OURS and family != "SHAPE":
        return OWN
    return next(area for area in AREAS if family in area.families)


def path_of_area(area: Area) -> str:
    """The page of an area's checks."""
    return f"checks/{area.id}.md"


def pages_of_checks(rules: Sequence[Rule]) -> Mapping[str, str]:
    """The page of each check that is asked; its id is the place on it."""
    return {rule.id: path_of_area(area_of(rule.id)) for rule in rules}


@cache
def _found(rule: Rule) -> tuple[Finding, ...]:
    return check_example(rule, rule.bad)[1]


def _told(rule: Rule, language: str, hidden: re.Pattern[str] | None) -> Told:
    findings = _found(rule)
    said: dict[int, list[str]] = {}
    for finding in findings:
        said.setdefault(finding.span.line, []).append(_discreet(render(finding.message, language), hidden))
    bad = _discreet(rule.bad.text, hidden).rstrip("\n").split("\n")
    fixes = (_discreet(render(finding.fix, language), hidden) for finding in findings)
    return Told(
        tuple(" ".join(part.split()) for part in translate(rule.about, language).split("\n\n")),
        translate(rule.why, language),
        tuple(practice for practice in PRACTICES if serving(practice, [rule])),
        tuple((line, tuple(said.get(number, ()))) for number, line in enumerate(bad, 1)),
        _discreet(rule.good.text, hidden),
        tuple(dict.fromkeys(fixes)),
    )


_NUMBER = re.compile(r"\+\d[\d .()-]{6,}\d|\b0\d(?:[ .]\d\d){4}\b", re.ASCII)
_EVERYDAY = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)?")


def _discreet(text: str, hidden: re.Pattern[str] | None) -> str:
    """An example without numbers that somebody might dial, and without what this edition of the plan must not show.

    A word or two of everyday language give nothing away.
    """
    text = _NUMBER.sub(lambda found: found[0][:4] + re.sub(r"\d", "x", found[0][4:]), text)
    if hidden is None:
        return text
    return hidden.sub(lambda found: found[0] if _EVERYDAY.fullmatch(found[0]) else "…", text)
