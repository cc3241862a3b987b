"""A folder of YAML files to one plan, or to findings that say why it is none."""

from collections.abc import Iterable
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from planbuilder.findings import Finding, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Plan, read_plan, section_kinds
from planbuilder.source import (
    SHAPE,
    Mapping,
    PlanFolder,
    Problem,
    Sequence,
    Source,
    Span,
    find_plans,
    look,
    merge,
    parse,
    read,
    span,
)

__all__ = ["Loaded", "find_plans", "load", "load_texts"]


@dataclass(frozen=True, slots=True)
class Loaded:
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

    def shown(self, place: Span) -> str:
        """The line at a place, fit to be shown."""
        source = self.sources.get(place.file)
        return source.line(place.line) if source else ""


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
    problems += found
    plan = None
    if trees:
        readable = not problems
        plan, found = read_plan(written, complete=complete)
        problems += found
        plan = plan if readable else None
    languages = look(written, ("about", "languages"))
    first = languages[0] if isinstance(languages, Sequence) and languages else None
    loaded = Loaded(name, plan, (), first if isinstance(first, str) else None, written, sources, first_file)
    findings = tuple(sorted((_finding(loaded, p) for p in problems), key=lambda f: f.span))
    return Loaded(name, plan, findings, loaded.language, written, sources, first_file)


def _finding(loaded: Loaded, problem: Problem) -> Finding:
    place = problem.span or loaded.place(problem.where, value=problem.at_value)
    return Finding(
        problem.check,
        Severity(problem.severity),
        problem.message,
        problem.fix,
        problem.where,
        place,
        problem.kind if problem.check == SHAPE else "",
        loaded.shown(place),
    )


@cache
def _sections() -> tuple[frozenset[str], frozenset[str]]:
    kinds = section_kinds()
    return (
        frozenset(section for section, kind in kinds.items() if kind == "map"),
        frozenset(section for section, kind in kinds.items() if kind == "list"),
    )


def _no_plan(folder: PlanFolder) -> Problem:
    message: Message = say("There is no plan in this folder: it holds no YAML file.")
    return Problem(
        message,
        say("Write a file such as about.yaml in it, or remove the folder."),
        "no-plan",
        span=Span(str(folder.path), 1, 1),
    )
