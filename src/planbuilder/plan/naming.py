"""Ids and the names that stand for them: how they are spelt, and whether they lead anywhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
_LONGEST_LIST = 400
_BETWEEN = regex(r"\s*(?:;|,|/|\+|&|\band\b|\bet\b)\s*")
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


def _known(plan: Plan) -> dict[str, Iterable[str]]:
    """The ids of the entries of each section."""
    known: dict[str, Iterable[str]] = {
        section: getattr(plan, section) for section, kind in section_kinds().items() if kind == "map"
    }
    known["statements"] = {statement.id: statement for statement in plan.all_statements()}
    return known


def as_called(plan: Plan, bad: Sequence[Problem]) -> Iterator[Problem]:
    """The problems of `bad_ids`; where the rest of a plan calls an entry by another id, that is the one to write."""
    known = _known(plan)
    for problem in bad:
        section = str(problem.where[-2])
        lost = {ref for _, ref in plan.refs() if section in ref.sections and not _leads(ref, known)}
        alone = [other for other in bad if other.where[-2] == section] == [problem]
        if alone and len(lost) == 1 and _ID.fullmatch(near := lost.pop()):
            fix = say("Write `{near}`, as the rest of the plan calls it, and the name below, at `name:`.", near=near)
            yield problem._replace(fix=fix)
        else:
            yield problem


def _leads(ref: Ref, known: dict[str, Iterable[str]]) -> bool:
    return any(ref in known[section] for section in ref.sections)


def dead_refs(plan: Plan, bad: Sequence[Problem] = ()) -> Iterator[Problem]:
    """A problem for each name of an entry that does not exist, or that could mean two.

    Nothing is said of names that may mean an entry whose id is `bad`: that comes first.
    """
    known = _known(plan)
    unsure = {problem.where[-2] for problem in bad}
    meant = cache(lambda sections: {_meant(s, name): s for s in reversed(sections) for name in known[s]})
    named = cache(lambda: _ids_by_name(plan))
    for where, ref in plan.refs():
        homes = [section for section in ref.sections if ref in known[section]]
        if not homes and unsure.isdisjoint(ref.sections):
            names = meant(ref.sections)
            if ref not in names:  # where an id is only misspelt, `bad_ids` has said all there is to say
                entry = named().get(plain(ref), "")
                yield (
                    _called_by_name(where, ref, entry, known)
                    or _of_another_kind(plan, where, ref, entry or ref, known)
                    or _dead(where, ref, names)
                )
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


def _ids_by_name(plan: Plan) -> dict[str, str]:
    """Ids by the names that people have for their entries: whole, and by first or last name where one person has it."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for person, entry in plan.people.items():
        for name in {plain(entry.name), *(part for part in plain(entry.name).split(" ") if len(part) > 2)}:
            shared |= {name} if name in found else set()
            found[name] = person
    for section in (plan.roles, plan.levels, plan.channels, plan.audiences, plan.scenarios):
        for id_, other in section.items():
            for name in {plain(text) for text in other.name.by_language.values()} if other.name else ():
                shared |= {name} if found.get(name, id_) != id_ else set()
                found[name] = id_
    return {name: id_ for name, id_ in found.items() if name not in shared}


def _called_by_name(where: Where, ref: Ref, entry: str, known: dict[str, Iterable[str]]) -> Problem | None:
    """`holder: Siobhan O'Leary`, where her id goes."""
    if not any(entry in known[section] for section in ref.sections):
        return None
    message = say("`{key}` takes an id; that of “{name}” is `{id}`.", key=_key_of(where), name=shown_key(ref), id=entry)
    return Problem(message, say("Write `{near}`.", near=entry), "dead-ref", where, check=DEAD_REF, at_value=True)


def _of_another_kind(plan: Plan, where: Where, ref: Ref, entry: str, known: dict[str, Iterable[str]]) -> Problem | None:
    """A role where a person goes, and the like: an entry, by its id or name, of a section that cannot be meant here."""
    kind = next((section for section in _KINDS if entry in known[section]), None)
    if kind is None:
        return None
    wanted = [_KINDS[section] for section in ref.sections if section in _KINDS]
    message = say(
        "`{key}` names “{id}”, which is {kind}; here goes {wanted}.",
        key=_key_of(where),
        id=shown_key(ref),
        kind=_KINDS[kind],
        wanted=either(wanted),
    )
    meant: list[str] = []
    if kind in {"roles", "on_call"} and "people" in ref.sections:
        meant = [str(person) for person in plan.people_of(entry)]
    elif kind == "people" and "roles" in ref.sections:
        meant = [role.id for role in plan.roles.values() if entry in {role.holder, *role.deputies}]
    ids = [f"`{one}`" for one in meant]
    all_of_them = isinstance(where[-1], int) and kind != "people"
    fix = (
        say("Write {ids}.", ids=ids if all_of_them else either(ids))
        if ids
        else say("Write the id of {wanted}.", wanted=either(wanted))
    )
    return Problem(message, fix, "dead-ref", where, check=DEAD_REF, at_value=True)


def _key_of(where: Where) -> str:
    return next(str(part) for part in reversed(where) if isinstance(part, str))


def _meant(section: str, name: str) -> str:
    """The id of an entry as it is to be written; empty where that cannot be said."""
    return name if section in _FREE_NAMES or _ID.fullmatch(name) else _as_id(name) or ""


def _near(ref: str, names: Iterable[str]) -> str | None:
    """The id that is meant; none where the two are alike only in a part: `press-lead` is nobody's `crisis-lead`."""
    near = nearest(ref, names)
    if near is None:
        return None
    said, known = (_as_id(ref) or plain(ref)).split("-"), near.split("-")
    own = ["-".join(part for part in one if part not in other) for one, other in ((said, known), (known, said))]
    return near if not all(own) or nearest(own[0], own[1:]) or nearest(own[1], own[:1]) else None


_YES_OR_NO = {"true", "false", "yes", "no", "oui", "non", "vrai", "faux", "none", "aucun", "aucune"}


def _yes_or_no(where: Where, ref: Ref, key: str) -> Problem:
    """`private: true`, where the id of an entry goes."""
    message = say("`{key}` takes the id of an entry, not “{said}”.", key=key, said=shown_key(ref))
    fix = (
        say("Write the id of the channel on which the talk goes on; where it needs none, take `private:` out.")
        if key == "private"
        else say(
            "Write the id of {wanted}, or take `{key}:` out.", wanted=either([_KINDS[s] for s in ref.sections]), key=key
        )
    )
    return Problem(message, fix, "dead-ref", where, check=DEAD_REF, at_value=True)


def _parts(ref: str) -> list[str]:
    """What stands between the commas of a value; of one that is longer than a list of names, the value itself."""
    return _BETWEEN.split(ref) if len(ref) <= _LONGEST_LIST else [ref]


def _dead(where: Where, ref: Ref, names: dict[str, str]) -> Problem:
    """`names` are the ids that could be meant, with their sections."""
    key = _key_of(where)
    if ref.lower() in _YES_OR_NO:
        return _yes_or_no(where, ref, key)
    several, said = [_as_id(part) or part for part in _parts(ref)], shown_key(ref)
    if len(several) > 1 and all(part in names for part in several):
        message = say("`{key}` names several entries in one.", key=key)
        fix = say("Put commas between the names: `{names}`.", names=", ".join(several))
        return Problem(message, fix, "dead-ref", where, check=DEAD_REF, at_value=True)
    near = _near(ref, names)
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
        else say("Correct or remove the name, or add “{id}” to `{section}`.", id=_as_id(ref) or said, section=home)
    )
    return Problem(message, fix, "dead-ref", where, check=DEAD_REF, at_value=True)
