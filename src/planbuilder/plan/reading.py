"""From the tree to the typed plan, or to the sentences that say why not."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple

from pydantic_core import SchemaValidator, ValidationError

from planbuilder.messages import say
from planbuilder.plan._entry import core
from planbuilder.plan.explaining import explained, is_unknown_key, meant_at
from planbuilder.plan.naming import as_called, bad_ids, dead_refs, same_statements
from planbuilder.plan.platforms import unknown_platforms
from planbuilder.plan.values import is_country, is_language
from planbuilder.plan.whole import Plan, section_kinds
from planbuilder.source import Mapping, Problem, Sequence, look

MOST_PROBLEMS = 200
"""Of one plan and one kind; nobody reads on, and a hostile plan must not cost minutes."""


class Context(NamedTuple):
    """What the value types must know of the plan they stand in."""

    language: str
    country: str | None


def read_plan(written: Mapping, *, complete: bool = True) -> tuple[Plan | None, list[Problem]]:
    """The plan that the tree says, and what is wrong with it.

    No plan where its shape is wrong. Names of entries that do not exist leave the plan readable. `complete` is false
    when a file could not be read: then nothing is said about what may stand in it.
    """
    try:
        plan = _validated(written)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        counting = _that_count(_without_indented(written, details), complete=complete)
        shape = (explained(written, detail) for detail in counting)
        return None, first_of(chain(bad_ids(written), shape))
    plan.settle(written)
    bad = list(bad_ids(written))
    problems = first_of(chain(as_called(plan, bad), _half_lines(plan), _backwards(plan), same_statements(plan)))
    # What names lead nowhere may stand in a file that could not be read; the rules look such names up with care.
    stops = bool(problems)
    if complete:
        found = first_of(dead_refs(plan, bad))
        stops = stops or any(problem.kind == "ambiguous" for problem in found)
        problems += found
    problems += first_of(unknown_platforms(plan))
    return (None if stops else plan), problems


def first_of(problems: Iterable[Problem]) -> list[Problem]:
    """As many problems as anybody reads; a last one says that there are more."""
    found = list(islice(problems, MOST_PROBLEMS + 1))
    if len(found) > MOST_PROBLEMS:
        message = say("This plan has more problems than the {count} that are listed.", count=MOST_PROBLEMS)
        fix, severity = say("Correct these first, then check again."), found[-1].severity
        found[-1] = Problem(message, fix, "too-many", severity=severity)
    return found


def _validated(written: Mapping) -> Plan:
    context = _context(written)
    try:
        plan: Plan = _validator().validate_python(written, context=context)
    except ValidationError as error:
        extensions = {tuple(e["loc"]) for e in error.errors(include_url=False, include_input=False) if _is_extension(e)}
        if not extensions:
            raise
        plan = _validator().validate_python(_without(written, extensions, ()), context=context)
    return plan


@cache
def _validator() -> SchemaValidator:
    return SchemaValidator(core(Plan))


def _context(written: Mapping) -> Context:
    languages, country = look(written, ("about", "languages")), look(written, ("about", "country"))
    first = languages[0] if isinstance(languages, Sequence) and languages else None
    return Context(
        first if isinstance(first, str) and is_language(first) else "en",
        country if isinstance(country, str) and is_country(country) else None,
    )


def _that_count(details: Iterable[Any], *, complete: bool) -> Iterator[Any]:
    """The errors without `x-` keys, without keys that are only misspelt, and without what another file may hold."""
    details = list(details)
    misspelt = {
        (*detail["loc"][:-1], meant_at(detail["loc"])) for detail in details[:MOST_PROBLEMS] if is_unknown_key(detail)
    }
    for detail in details:
        missing = detail["type"] == "missing"
        if missing and (tuple(detail["loc"]) in misspelt or (len(detail["loc"]) == 1 and not complete)):
            continue
        if not _is_extension(detail):
            yield detail


def _without_indented(written: Mapping, details: Iterable[Any]) -> Iterator[Any]:
    """The errors without the entries of a section that was indented by mistake: the section says it all."""
    details = list(details)
    sections = section_kinds()
    moved = [tuple(d["loc"]) for d in details if is_unknown_key(d) and len(d["loc"]) > 1 and d["loc"][-1] in sections]
    follow: set[tuple[Any, ...]] = set()
    for where in moved:
        names = list(look(written, where[:-1]) or ())
        follow.update((*where[:-1], name) for name in names[names.index(where[-1]) + 1 :] if name not in sections)
    return (detail for detail in details if not (is_unknown_key(detail) and tuple(detail["loc"]) in follow))


def _is_extension(detail: Any) -> bool:
    return is_unknown_key(detail) and str(detail["loc"][-1]).startswith("x-")


def _without(node: Any, left_out: set[tuple[Any, ...]], at: tuple[Any, ...]) -> Any:
    """The tree without the keys that the plan keeps for itself (`x-…`)."""
    if isinstance(node, dict):
        return {k: _without(v, left_out, (*at, k)) for k, v in node.items() if (*at, k) not in left_out}
    if isinstance(node, list):
        return [_without(v, left_out, (*at, i)) for i, v in enumerate(node)]
    return node


def _half_lines(plan: Plan) -> Iterator[Problem]:
    """On-call lines that do not say whose turn it is: either a rota with its first day, or shifts."""
    for line in plan.on_call.values():
        if line.rota and line.shifts:
            yield Problem(
                say("`{entry}` has a rota and shifts, and only one of the two counts.", entry=str(line.where)),
                say(
                    "Write these turns below `swaps:` if somebody else takes them this once; "
                    "if they are all the turns there are, remove `rota:`."
                ),
                "both",
                line.where / "shifts",
            )
        elif not line.rota and not line.shifts:
            yield Problem(
                say("`{entry}` has neither a rota nor shifts.", entry=str(line.where)),
                say("Add `rota:` with the people who take turns and `from:` with the first day, or `shifts:`."),
                "missing",
                line.where / "rota",
            )
        elif line.rota and line.from_ is None:
            yield Problem(
                say("`{entry}` does not say when its rota starts.", entry=str(line.where)),
                say("Add `from:` with the first day of the first person, for example `from: 2026-11-16`."),
                "missing",
                line.where / "from",
            )


def _backwards(plan: Plan) -> Iterator[Problem]:
    """Absences and turns that end before they begin: nobody would be away, or on call."""
    turns = (turn for line in plan.on_call.values() for turn in line.one_by_one)
    for spell in (*(away for away in plan.absences if away.to < away.from_), *(s for s in turns if s.to <= s.from_)):
        yield Problem(
            say("`{entry}` ends before it begins.", entry=str(spell.where)),
            say("Correct `from:` or `to:`; the two may have been swapped."),
            "backwards",
            spell.where / "to",
            at_value=True,
        )
