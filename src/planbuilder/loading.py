"""A folder of YAML files to one plan, or to findings that say why it is none."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as AbstractMapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from planbuilder.findings import Finding, Severity
from planbuilder.language.secrets import secret_in
from planbuilder.messages import Message, say
from planbuilder.patterns import regex
from planbuilder.plan import Phone, Plan, read_plan, section_kinds
from planbuilder.plan.explaining import UNKNOWN_KEY
from planbuilder.plan.reading import first_of
from planbuilder.plan.values import is_language
from planbuilder.plan.zones import country_of
from planbuilder.source import (
    SHAPE,
    Mapping,
    PlanFolder,
    Problem,
    Sequence,
    Source,
    Span,
    Where,
    find_plans,
    last_line,
    look,
    read,
    span,
)
from planbuilder.source.masking import excerpt, shown_key
from planbuilder.source.merging import merge
from planbuilder.source.parsing import parse

_FIRST_LANGUAGE = regex(
    r"""^about:[\s\S]{0,2000}?\blanguages:\s*[\[-]\s*["']?([a-z]{2})""", re.IGNORECASE | re.MULTILINE
)

YAML_TRAP = "PLAN-YAML-TRAP"

__all__ = ["Loaded", "find_plans", "load", "load_texts"]


class Loaded(NamedTuple):
    """A plan as far as it could be read, with the findings about its shape in the order of the files."""

    name: str
    plan: Plan | None
    findings: tuple[Finding, ...]
    language: str | None
    """The plan's reference language, also where the plan itself could not be read."""
    written: Mapping
    sources: AbstractMapping[str, Source]
    first_file: str

    def place(self, where: Iterable[str | int], *, value: bool = False) -> Span:
        """The place of an address in the files; the start of the first file where nothing of it was written."""
        found = span(self.written, tuple(where), value=value) or span(self.written, ("about",))
        return found or Span(self.first_file, 1, 1)

    def lines(self, where: Where) -> Message:
        """The lines of the file on which an entry and all of its values begin, in words; brackets closed below too."""
        place = self.place(where)
        last = max(place.line, last_line(look(self.written, where)))
        source = self.sources[place.file]
        while source.line(last + 1).lstrip().startswith("]"):
            last += 1
        if last == place.line:
            return say("line {line}", line=str(last))
        return say("lines {first} to {last}", first=str(place.line), last=str(last))

    def shown(self, place: Span, *, hides_value: bool = False) -> str:
        """The line at a place, fit to be shown; with `hides_value` also without the value of the key that is there."""
        source = self.sources.get(place.file)
        if source is None:
            return ""
        line = source.line(place.line)
        if secret_in(line):  # which part of the line is the secret, nobody can say for sure
            return line[: len(line) - len(line.lstrip())] + "…"
        return excerpt(source, place.line, place.column if hides_value else None)


def load(folder: PlanFolder) -> Loaded:
    """Read all files of a plan; one that cannot be read does not hide what is wrong with the others."""
    problems = list(folder.problems)
    sources: dict[str, Source] = {}
    for file in folder.files:
        source = read(Path(file), file)
        if isinstance(source, Source):
            sources[file] = source
        else:
            problems.append(source)
    if not folder.files and not problems:
        problems.append(_no_plan(folder))
    return _put_together(folder.name, sources, problems, folder.files[0] if folder.files else str(folder.path))


def load_texts(texts: AbstractMapping[str, str], name: str = "plan") -> Loaded:
    """A plan from texts by file name, as if they had been read from a folder."""
    sources = {file: Source(file, text) for file, text in texts.items()}
    return _put_together(name, sources, [], next(iter(texts), name))


def _put_together(name: str, sources: dict[str, Source], problems: list[Problem], first_file: str) -> Loaded:
    trees: list[Mapping] = []
    complete = not problems
    for source in sources.values():
        tree, found = parse(source)
        problems += found
        if tree is None:
            complete = False
        else:
            trees.append(tree)
    written, found = merge(trees, *_sections())
    problems = first_of([*problems, *found])
    loaded = Loaded(name, None, (), _language(written, sources.values()), written, sources, first_file)
    plan = None
    if trees:
        readable = not any(problem.severity == Severity.ERROR for problem in problems)
        plan, found = read_plan(written, complete=complete)
        problems += found
        plan = plan if readable else None
    if plan is not None:
        problems += _garbled_numbers(loaded, plan)
    return loaded._replace(plan=plan, findings=_findings(loaded, problems))


def _language(written: Mapping, sources: Iterable[Source]) -> str | None:
    """The plan's first language; where it cannot be read, or is no code, what the text begins it with."""
    languages = look(written, ("about", "languages"))
    first = languages[0] if isinstance(languages, Sequence) and languages else None
    if first is None or (isinstance(first, str) and not is_language(first)):
        found = (_FIRST_LANGUAGE.search(source.text) for source in sources)
        return next((one[1].lower() for one in found if one), None)
    return first if isinstance(first, str) else None


def _garbled_numbers(loaded: Loaded, plan: Plan) -> Iterator[Problem]:
    """A note for each phone number that other programs take for a quantity: only digits, a zero first, no quotes."""
    for person in plan.people.values():
        for means, phone in person.means():
            if not isinstance(phone, Phone) or phone.typed[0] != "0" or not phone.typed.isdecimal() or not phone.e164:
                continue
            if person.timezone and country_of(person.timezone) not in {None, phone.country}:
                continue  # TEAM-BAD-NUMBER asks for the prefix, and knows of the other country
            where = person.where / means
            place = loaded.place(where, value=True)
            if loaded.sources[place.file].line(place.line).startswith(phone.typed, place.column - 1):
                yield Problem(
                    say("Other programs read the number in `{key}` without its zero.", key=means),
                    say(
                        "Write it in the international form, with spaces, starting with {prefix}.",
                        prefix=phone.spoken("en").partition("\u00a0")[0],
                    ),
                    "number",
                    where,
                    check=YAML_TRAP,
                    at_value=True,
                    severity=Severity.INFO,
                )


def _findings(loaded: Loaded, problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """In the order of the files; one for each address, the first that was seen."""
    known: dict[object, Finding] = {}
    for problem in problems:
        finding = _finding(loaded, problem)
        known.setdefault((finding.where or finding.message.text, finding.span), finding)
    return tuple(sorted(known.values(), key=lambda finding: finding.span))


def _finding(loaded: Loaded, problem: Problem) -> Finding:
    place = problem.span or loaded.place(problem.where, value=problem.at_value)
    return Finding(
        problem.check,
        Severity(problem.severity),
        problem.message,
        problem.fix,
        Where(shown_key(key) if isinstance(key, str) else key for key in problem.where),
        place,
        problem.kind if problem.check == SHAPE else "",
        loaded.shown(place, hides_value=problem.kind == UNKNOWN_KEY),
    )


@cache
def _sections() -> tuple[frozenset[str], frozenset[str]]:
    kinds = section_kinds()
    return (
        frozenset(section for section, kind in kinds.items() if kind == "map"),
        frozenset(section for section, kind in kinds.items() if kind == "list"),
    )


def _no_plan(folder: PlanFolder) -> Problem:
    return Problem(
        say("There is no plan in this folder: it holds no YAML file."),
        say("Write a file such as about.yaml in it, or remove the folder."),
        "no-plan",
        span=Span(str(folder.path), 1, 1),
    )
