"""Ids and the names that stand for them: how they are spelt, and whether they lead anywhere."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from planbuilder.messages import either, say
from planbuilder.patterns import regex
from planbuilder.plan.nearest import nearest, plain
from planbuilder.plan.refs import Ref
from planbuilder.plan.whole import Plan, section_kinds
from planbuilder.source import Mapping, Problem, Where, look
from planbuilder.source.characters import code, invisible_at
from planbuilder.source.masking import shown_key

DEAD_REF = "PLAN-DEAD-REF"

_ID = regex(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_BLANK_NAME = regex(r"[a-z0-9]+([-_][a-z0-9]+)*", re.ASCII)
_RESERVED = {"con", "prn", "aux", "nul", "index", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}
_FREE_NAMES = {"platforms"}
"""Sections whose keys are words of the world, not ids."""


def bad_ids(written: Mapping) -> Iterator[Problem]:
    """A problem for each id that cannot be one."""
    for section, kind in section_kinds().items():
        if kind == "map" and section not in _FREE_NAMES:
            yield from _bad_ids(written, Where((section,)))
    scenarios = look(written, ("scenarios",))
    for name in scenarios if isinstance(scenarios, Mapping) else ():
        for part in ("statements", "placeholders"):
            yield from _bad_ids(written, Where(("scenarios", name, part)))


def _bad_ids(written: Mapping, where: Where) -> Iterator[Problem]:
    entries = look(written, where)
    if not isinstance(entries, Mapping):
        return
    pattern = _BLANK_NAME if where[-1] == "placeholders" else _ID
    for name in entries:
        if not pattern.fullmatch(name) or len(name) > 64:
            message = say("`{name}` cannot be the id of an entry.", name=shown_key(name))
            near = _as_id(name)
            fix = (
                say("Write `{near}`: lower-case letters, digits and single hyphens.", near=near)
                if near and near not in entries
                else say("Use lower-case letters without accents, digits and single hyphens, at most 64.")
            )
            yield Problem(message, fix, "id", where / name)
        elif name in _RESERVED:
            message = say("`{name}` is a name that computers keep for themselves.", name=name)
            yield Problem(message, say("Choose another id."), "id", where / name)


def _as_id(name: str) -> str | None:
    """`Léa Dubois` as the id `lea-dubois`; None where nothing speaks for it, or where it may be a number."""
    near = re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")[:64].strip("-")
    return near if near and shown_key(name) == name and near not in _RESERVED else None


def same_statements(plan: Plan) -> Iterator[Problem]:
    """A problem for each statement whose id another one has: they share one space of names."""
    seen: dict[str, Where] = {}
    for statement in plan.all_statements():
        if statement.id in seen:
            message = say(
                "`{id}` is the id of two statements: the other one is `{where}`.",
                id=statement.id,
                where=str(seen[statement.id]),
            )
            yield Problem(message, say("Give one of them another id."), "duplicate-id", statement.where)
        else:
            seen[statement.id] = statement.where


def dead_refs(plan: Plan) -> Iterator[Problem]:
    """A problem for each name of an entry that does not exist, or that could mean two."""
    known: dict[str, Iterable[str]] = {
        section: getattr(plan, section) for section, kind in section_kinds().items() if kind == "map"
    }
    known["statements"] = {statement.id: statement for statement in plan.all_statements()}
    meant = cache(lambda sections: {_meant(s, name): s for s in reversed(sections) for name in known[s]})
    for where, ref in plan.refs():
        homes = [section for section in ref.sections if ref in known[section]]
        if not homes:
            names = meant(ref.sections)
            if ref not in names:  # where an id is only misspelt, `bad_ids` has said all there is to say
                yield _of_another_kind(plan, where, ref, known) or _dead(where, ref, names)
        elif len(homes) > 1:
            yield Problem(
                say("`{id}` is the id of two things: {sections}.", id=str(ref), sections=[f"`{h}`" for h in homes]),
                say("Give one of them another id."),
                "ambiguous",
                where,
                at_value=True,
            )


_KINDS = {
    "people": say("a person"),
    "roles": say("a role"),
    "on_call": say("an on-call line"),
    "levels": say("a level"),
    "channels": say("a channel"),
    "audiences": say("an audience"),
    "scenarios": say("a scenario"),
    "statements": say("a statement"),
    "obligations": say("an obligation"),
    "remedies": say("a remedy"),
}
"""What an entry of a section is called inside a sentence."""


def _of_another_kind(plan: Plan, where: Where, ref: Ref, known: dict[str, Iterable[str]]) -> Problem | None:
    """A role where a person goes, and the like: the id of an entry of a section that cannot be meant here."""
    kind = next((section for section in _KINDS if ref in known[section]), None)
    if kind is None:
        return None
    wanted = [_KINDS[section] for section in ref.sections if section in _KINDS]
    message = say(
        "`{key}` names “{id}”, which is {kind}; here goes {wanted}.",
        key=_key_of(where),
        id=str(ref),
        kind=_KINDS[kind],
        wanted=either(wanted),
    )
    people = [str(person) for person in plan.people_of(ref)] if "people" in ref.sections else []
    fix = (
        say("Name the people themselves: {ids}.", ids=[f"`{person}`" for person in people])
        if kind in {"roles", "on_call"} and people
        else say("Write the id of {wanted}.", wanted=either(wanted))
    )
    return Problem(message, fix, "dead-ref", where, check=DEAD_REF, at_value=True)


def _key_of(where: Where) -> str:
    return next(str(part) for part in reversed(where) if isinstance(part, str))


def _meant(section: str, name: str) -> str:
    """The id of an entry as it is to be written; empty where that cannot be said."""
    return name if section in _FREE_NAMES or _ID.fullmatch(name) else _as_id(name) or ""


def _dead(where: Where, ref: Ref, names: dict[str, str]) -> Problem:
    """`names` are the ids that could be meant, with their sections."""
    key = _key_of(where)
    several, said = [part.strip() for part in ref.split(";")], shown_key(ref)
    if len(several) > 1 and all(part in names for part in several):
        message = say("`{key}` names several entries with a semicolon in between.", key=key)
        fix = say("Put commas between the names: `{names}`.", names=", ".join(several))
        return Problem(message, fix, "dead-ref", where, check=DEAD_REF, at_value=True)
    near = nearest(ref, names)
    hidden = invisible_at(ref)
    if hidden is not None:
        message = say("The name at `{key}` holds an invisible character ({code}).", key=key, code=code(ref[hidden]))
        fix = (
            say("Delete the name and type `{near}`.", near=near) if near else say("Delete the name and type it again.")
        )
        return Problem(message, fix, "dead-ref", where, check=DEAD_REF, at_value=True)
    message = (
        say("`{key}` names “{id}”, which does not exist. Did you mean “{near}”?", key=key, id=said, near=near)
        if near
        else say("`{key}` names “{id}”, which does not exist.", key=key, id=said)
    )
    home = names[near] if near else "people" if "people" in ref.sections else ref.sections[0]
    fix = (
        say("Write `{near}`.", near=near)
        if near and not _ID.fullmatch(ref)
        else say("Correct or remove the name, or add “{id}” to `{section}`.", id=said, section=home)
    )
    return Problem(message, fix, "dead-ref", where, check=DEAD_REF, at_value=True)
