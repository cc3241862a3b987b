"""From the tree to the typed plan, or to the sentences that say why not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import ValidationError

from planbuilder.messages import Message, say
from planbuilder.plan._entry import Entry, keys
from planbuilder.plan.platforms import unknown_platforms
from planbuilder.plan.refs import Ref
from planbuilder.plan.values import is_language
from planbuilder.plan.whole import Plan, section_kinds
from planbuilder.source import Mapping, Problem, Sequence, Where, look

DEAD_REF = "PLAN-DEAD-REF"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_BLANK_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*", re.ASCII)
_RESERVED = {"con", "prn", "aux", "nul", "index", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}


@dataclass(frozen=True, slots=True)
class Context:
    """What the value types must know of the plan they stand in."""

    language: str
    country: str | None


def read_plan(written: Mapping, *, complete: bool = True) -> tuple[Plan | None, list[Problem]]:
    """The plan that the tree says, and what is wrong with it.

    No plan where its shape is wrong. Names of entries that do not exist leave the plan readable. `complete` is false
    when a file could not be read: then nothing is said about what may stand in it.
    """
    problems = list(_bad_ids(written))
    try:
        plan = _validated(written)
    except ValidationError as error:
        problems += (problem for problem in _explained(written, error) if complete or problem.kind != "missing")
        return None, problems
    _place(plan, Where())
    object.__setattr__(plan, "_written", written)
    if complete:
        problems += _dead_refs(plan)
    problems += _same_statement(plan)
    stopping = any(p.check != DEAD_REF for p in problems)
    problems += unknown_platforms(plan)
    return (None if stopping else plan), problems


def _validated(written: Mapping) -> Plan:
    context = _context(written)
    try:
        return Plan.model_validate(written, context=context)
    except ValidationError as error:
        extensions = [e["loc"] for e in error.errors(include_url=False, include_input=False) if _is_extension(e)]
        if not extensions:
            raise
    return Plan.model_validate(_without(written, {tuple(loc) for loc in extensions}, ()), context=context)


def _context(written: Mapping) -> Context:
    languages, country = look(written, ("about", "languages")), look(written, ("about", "country"))
    first = languages[0] if isinstance(languages, Sequence) and languages else None
    return Context(
        first if isinstance(first, str) and is_language(first) else "en",
        country if isinstance(country, str) and re.fullmatch("[A-Z]{2}", country) else None,
    )


def _is_extension(error: Any) -> bool:
    return error["type"] == "extra_forbidden" and str(error["loc"][-1]).startswith("x-")


def _without(node: Any, left_out: set[tuple[Any, ...]], at: tuple[Any, ...]) -> Any:
    """The tree without the keys that the plan keeps for itself (`x-…`)."""
    if isinstance(node, dict):
        return {k: _without(v, left_out, (*at, k)) for k, v in node.items() if (*at, k) not in left_out}
    if isinstance(node, list):
        return [_without(v, left_out, (*at, i)) for i, v in enumerate(node)]
    return node


def _place(value: object, where: Where) -> None:
    if isinstance(value, Entry):
        value.placed(where)
        for attribute, key in keys(type(value)):
            below = getattr(value, attribute)
            if isinstance(below, Entry | dict | tuple):
                _place(below, where / key)
    elif isinstance(value, dict):
        for key, below in value.items():
            if isinstance(below, Entry):
                _place(below, where / key)
    elif isinstance(value, tuple):
        for position, below in enumerate(value):
            if isinstance(below, Entry):
                _place(below, where / position)


# --- ids ---


def _bad_ids(written: Mapping) -> Iterator[Problem]:
    for section, kind in section_kinds().items():
        entries = written.get(section)
        if kind != "map" or not isinstance(entries, Mapping) or section == "platforms":
            continue
        yield from _checked_ids(entries, Where((section,)), _BLANK_NAME if section == "placeholders" else _ID)
        if section == "scenarios":
            for name, scenario in entries.items():
                below = scenario if isinstance(scenario, Mapping) else {}
                for part, pattern in (("statements", _ID), ("placeholders", _BLANK_NAME)):
                    if isinstance(below.get(part), Mapping):
                        yield from _checked_ids(below[part], Where((section, name, part)), pattern)


def _checked_ids(entries: Iterable[str], where: Where, pattern: re.Pattern[str]) -> Iterator[Problem]:
    for name in entries:
        if not pattern.fullmatch(name) or len(name) > 64:
            yield Problem(
                say("`{name}` cannot be the id of an entry.", name=name[:64]),
                say("Use lower-case letters without accents, digits and single hyphens, at most 64."),
                "id",
                where / name,
            )
        elif name in _RESERVED:
            yield Problem(
                say("`{name}` is a name that computers keep for themselves.", name=name),
                say("Choose another id."),
                "id",
                where / name,
            )


def _same_statement(plan: Plan) -> Iterator[Problem]:
    seen: dict[str, Where] = {}
    for statement in plan.all_statements():
        if statement.id in seen:
            yield Problem(
                say(
                    "`{id}` is the id of two statements; the other is `{where}`.",
                    id=statement.id,
                    where=str(seen[statement.id]),
                ),
                say("Give one of them another id."),
                "duplicate-id",
                statement.where,
            )
        seen[statement.id] = statement.where


def _dead_refs(plan: Plan) -> Iterator[Problem]:
    known: dict[str, set[str]] = {
        section: set(getattr(plan, section)) for section, kind in section_kinds().items() if kind == "map"
    }
    known["statements"] = {statement.id for statement in plan.all_statements()}
    for where, ref in plan.refs():
        homes = [section for section in ref.sections if ref in known[section]]
        if not homes:
            names = sorted(set().union(*(known[section] for section in ref.sections)))
            yield _dead(where, ref, names)
        elif len(homes) > 1:
            yield Problem(
                say(
                    "`{id}` is the id of two things: {sections}.",
                    id=str(ref),
                    sections=[f"`{home}`" for home in homes],
                ),
                say("Give one of them another id."),
                "ambiguous",
                where,
                at_value=True,
            )


def _dead(where: Where, ref: Ref, names: list[str]) -> Problem:
    key = next(str(part) for part in reversed(where) if isinstance(part, str))
    near = nearest(ref, names)
    if near is None:
        message = say("`{key}` names “{id}”, which does not exist.", key=key, id=str(ref)[:64])
    else:
        message = say(
            "`{key}` names “{id}”, which does not exist. Did you mean “{near}”?",
            key=key,
            id=str(ref)[:64],
            near=near,
        )
    fix = say("Correct the name, or add “{id}” to `{section}`.", id=str(ref)[:64], section=ref.sections[-1])
    return Problem(message, fix, "dead-ref", where, check=DEAD_REF, at_value=True)


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word most like `word`; None where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), list(words), 1, 0.6)), None)


# --- pydantic's errors, in our words ---


def _explained(written: Mapping, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False, include_input=False):
        where = Where(detail["loc"])
        if where[:2] == ("monitoring", "measured"):
            where = Where(("monitoring", "normal", "measured", *where[2:]))
        if not _is_extension(detail):
            yield _explain(written, where, detail)


def _explain(written: Mapping, where: Where, detail: Any) -> Problem:
    kind, context = detail["type"], detail.get("ctx", {})
    key = next((str(part) for part in reversed(where) if isinstance(part, str)), "")
    if kind == "planbuilder":
        return Problem(
            context["message"],
            context["fix"],
            context["kind"],
            Where((*where, *context["at"])),
            at_value=True,
        )
    if kind == "extra_forbidden":
        return _unknown_key(where, key)
    if kind == "missing":
        return _missing(where, key)
    typed = look(written, where)
    if typed is None:
        return Problem(
            say("`{key}` is empty.", key=key),
            say("Write a value after the colon, or remove the key."),
            "empty",
            where,
        )
    if kind == "literal_error":
        return _not_one_of(where, key, typed, model_choices(where))
    if kind == "tuple_type":
        return Problem(
            say("`{key}` takes a list.", key=key),
            say("Put the values between square brackets, for example `{key}: [a, b]`.", key=key),
            "list-expected",
            where,
        )
    return Problem(
        say("`{key}` takes keys of its own.", key=key),
        say("Write them on the lines below, each with a colon, two spaces further in."),
        "keys-expected",
        where,
    )


def _unknown_key(where: Where, key: str) -> Problem:
    model = model_at(where[:-1])
    names = [name for _, name in keys(model)] if model else []
    near = nearest(key, names)
    message = (
        say("`{key}` is not a section of a plan.", key=key[:64])
        if len(where) == 1
        else say("`{key}` is not a key that belongs here.", key=key[:64])
    )
    if near:
        fix = say("Did you mean `{near}`?", near=near)
    else:
        fix = say("Choose among {names}, or remove it.", names=[f"`{name}`" for name in names])
    return Problem(message, fix, "unknown-key", where)


def _missing(where: Where, key: str) -> Problem:
    model = model_at(where[:-1])
    field = next((f for n, f in model.model_fields.items() if (f.alias or n) == key), None) if model else None
    about: object = Message(field.description) if field and field.description else ""
    message = (
        say("The section `{key}` is missing.", key=key) if len(where) == 1 else say("`{key}` is missing here.", key=key)
    )
    return Problem(message, say("Add `{key}:`. {about}", key=key, about=about), "missing", where)


def _not_one_of(where: Where, key: str, typed: object, choices: tuple[str, ...]) -> Problem:
    near = nearest(typed, choices) if isinstance(typed, str) else None
    fix = (
        say("Did you mean `{near}`? Possible are {choices}.", near=near, choices=[f"`{c}`" for c in choices])
        if near
        else say("Write one of {choices}.", choices=[f"`{c}`" for c in choices])
    )
    return Problem(say("This value is not possible for `{key}`.", key=key), fix, "not-one-of", where, at_value=True)


def model_at(where: Iterable[str | int]) -> type[Entry] | None:
    """The model of the entry at an address."""
    found = _annotation_at(where)
    return found if isinstance(found, type) and issubclass(found, Entry) else None


def model_choices(where: Iterable[str | int]) -> tuple[str, ...]:
    """The words that are possible at an address."""
    found = _annotation_at(where)
    return tuple(str(choice) for choice in get_args(found))


def _annotation_at(where: Iterable[str | int]) -> Any:
    found: Any = Plan
    for key in where:
        if isinstance(found, type) and issubclass(found, Entry):
            field = next((f for n, f in found.model_fields.items() if (f.alias or n) == key), None)
            found = _bare(field.annotation) if field else None
        elif get_origin(found) in {dict, tuple}:
            arguments = get_args(found)
            found = _bare(arguments[1] if get_origin(found) is dict else arguments[0])
        else:
            return None
    return found


def _bare(annotation: Any) -> Any:
    """An annotation without `None` and without its metadata."""
    while True:
        arguments = [a for a in get_args(annotation) if a is not type(None)]
        if get_origin(annotation) in {dict, tuple} or not arguments or isinstance(arguments[0], str):
            return annotation
        annotation = arguments[0]
