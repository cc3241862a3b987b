"""What pydantic's core found, in the words of the people who write plans."""

import re
from collections.abc import Iterable
from collections.abc import Sequence as AbstractSequence
from typing import Any, TypeGuard, get_args, get_origin

from planbuilder.messages import Message, say
from planbuilder.patterns import regex
from planbuilder.plan._entry import Entry, Key, bare, keys
from planbuilder.plan.nearest import plain
from planbuilder.plan.scenarios import FINGERPRINT_FIX, Approval
from planbuilder.plan.whole import Plan
from planbuilder.source import Mapping, Problem, Sequence, Where, look
from planbuilder.source.clues import TRAP
from planbuilder.source.masking import names_a_secret, shown_key

UNKNOWN_KEY = "unknown-key"

_ID = regex(r"(?=[^a-z]*[a-z])[a-z0-9.-]{1,64}|[^\W\d_]{2,20}")


def explained(written: Mapping, detail: Any) -> Problem:
    """One error of the core (one of `ValidationError.errors()`) as one problem with its place and repair."""
    where, kind = Where(detail["loc"]), detail["type"]
    if is_unknown_key(detail):
        return _unknown_key(where, look(written, where))
    if kind == "missing":
        return _missing(where)
    own: dict[str, Any] = detail["ctx"] if kind == "planbuilder" else {}
    where = Where((*where, *own.get("at", ())))
    key = last_key(where)
    value = look(written, where)
    if value is None or (isinstance(value, str) and not value.strip()):
        return _empty(where, key)
    if isinstance(value, Mapping) and len(value) == 1 and _takes_words(where):
        return _colon_in_item(where, key, value)
    if own:
        return Problem(_about(own["message"], key), _about(repair(own), key), own["kind"], where, at_value=True)
    tell = {"literal_error": _not_one_of, "tuple_type": _list_expected}.get(kind, _keys_expected)
    return tell(where, key, value)


def is_unknown_key(detail: Any) -> bool:
    """Whether an error of the core is about a key that the model does not know."""
    return bool(detail["type"] == "unexpected_keyword_argument")


def meant_at(where: AbstractSequence[str | int]) -> str | None:
    """The key that was probably meant by an unknown one."""
    return _meant(str(where[-1]), [known.typed for known in _keys_at(where[:-1])])


def _meant(key: str, names: list[str]) -> str | None:
    from planbuilder.plan.synonyms import key_slip  # only a plan with mistakes pays for it

    return key_slip(key, names)


def last_key(where: Where) -> str:
    """The key that a person would name at an address: `deputies` for its second item."""
    return next((shown_key(part) for part in reversed(where) if isinstance(part, str)), "")


def repair(told: dict[str, Any]) -> Message:
    """What a value type advises; where its writer's slip is known, the very text to type."""
    kind, text = told["slip"]
    if kind:
        from planbuilder.plan.slips import offer  # only a plan with mistakes pays for it

        return offer(kind, text) or told["fix"]
    fix: Message = told["fix"]
    return fix


def _about(message: Message, key: str) -> Message:
    """The sentence of a value type with the key it stands at."""
    return Message(message.text, {"key": key, **message.values}, message.many, message.amount)


def _empty(where: Where, key: str) -> Problem:
    if isinstance(where[-1], int):
        message, fix = say("An item of `{key}` is empty.", key=key), say("Write a value there, or remove the item.")
    elif get_origin(annotation_at(where)) is tuple:
        message = say("`{key}` is empty.", key=key)
        fix = say("Write values between square brackets, `{key}: []` where there is none, or remove the key.", key=key)
    else:
        message = say("`{key}` is empty.", key=key)
        fix = say("Write a value after the colon, or remove the key.")
    return Problem(message, fix, "empty", where)


def _takes_words(where: Where) -> bool:
    """Whether an address is an item of a list of texts, words or ids."""
    return isinstance(where[-1], int) and not _is_entry(annotation_at(where))


def _colon_in_item(where: Where, key: str, value: Mapping) -> Problem:
    """`- Level 1: a journalist asks`: a text, and YAML reads a key."""
    start = shown_key(str(next(iter(value))))
    message = say("YAML takes the colon in this item of `{key}` for the end of a key.", key=key)
    fix = say('Put the whole item between double quotes: `"{start}: …"`.', start=start)
    return Problem(message, fix, "colon", where, check=TRAP)


def _unknown_key(where: Where, value: object) -> Problem:
    key, entry = shown_key(str(where[-1])), where[:-1]
    names = [known.typed for known in _keys_at(entry)]
    message = (
        say("`{key}` is not a key of `{entry}`.", key=key, entry=_shown(entry))
        if entry
        else say("`{key}` is not a section of a plan.", key=key)
    )
    fix = (None if entry else _too_far_left(key, value)) or _instead(key, names, entry)
    return Problem(message, fix, UNKNOWN_KEY, where)


def _too_far_left(key: str, value: object) -> Message | None:
    """Where a key at the left margin belongs: below `about`, or below the section whose entries have such keys."""
    models = {section.typed: _entries_of(section) for section in keys(Plan)}
    if any(known.typed == key for model in models["about"] for known in keys(model)):
        return say("`{key}` belongs to `about:`: write it below, with two spaces in front.", key=key)
    below = set(value) if isinstance(value, Mapping) else set()
    shared = {
        section: max((len(below & {known.typed for known in keys(kind)}) for kind in kinds), default=0)
        for section, kinds in models.items()
    }
    most = max(shared.values())
    fitting = [section for section, count in shared.items() if count == most]
    if len(fitting) != 1 or most < 2 or 2 * most < len(below):
        return None
    return say(
        "These are the keys of an entry of `{section}:`; put two more spaces in front of `{key}:` and of the lines"
        " below it.",
        section=fitting[0],
        key=key,
    )


def _instead(key: str, names: list[str], entry: tuple[str | int, ...]) -> Message:
    """What to write instead of an unknown key: the nearest one, or its true home, or the list of what there is."""
    homes = _homes(key)
    near = _meant(key, names)
    if entry and key in (known.typed for known in keys(Plan)):
        return say("`{key}` is a section of its own: write it at the left margin.", key=key)
    if names_a_secret(key):
        return say("Remove it, change it where it is used, and write only where it is kept (`kept_in:`).")
    if near:
        return say("Did you mean `{near}`?", near=near)
    below = [one.typed for one in _keys_at(entry) if _is_entry(kind := bare(one.annotation)) and key in _typed(kind)]
    if len(below) == 1:
        return say("`{key}` belongs to `{section}:`, two spaces further in.", key=key, section=below[0])
    if len(homes) == 1:
        return say("`{key}` belongs to `{section}`.", key=key, section=homes[0])
    return say("Choose among {names}, or remove it.", names=[f"`{name}`" for name in names])


def _typed(kind: type[Entry]) -> list[str]:
    return [known.typed for known in keys(kind)]


def _homes(key: str) -> list[str]:
    """The sections whose entries have this key."""
    return [
        section.typed
        for section in keys(Plan)
        if any(known.typed == key for model in _entries_of(section) for known in keys(model))
    ]


def _entries_of(section: Key) -> list[type[Entry]]:
    """What stands in a section: itself, or its entries."""
    kind = bare(section.annotation)
    return [model for model in (kind, *get_args(kind)) if _is_entry(model)]


def _missing(where: Where) -> Problem:
    key, entry = str(where[-1]), where[:-1]
    about = next(Message(known.description) for known in _keys_at(entry) if known.typed == key)
    message = (
        say("`{key}` is missing in `{entry}`.", key=key, entry=_shown(entry))
        if entry
        else say("The section `{key}` is missing.", key=key)
    )
    if not entry:
        return Problem(message, say("Add `about:` with `organisation:` and `languages:`."), "missing", where)
    if annotation_at(entry) is Approval and key == "text":
        return Problem(message, FINGERPRINT_FIX, "missing", where)  # nobody can type it
    return Problem(message, say("Add `{key}:`. {about}", key=key, about=about), "missing", where)


def _not_one_of(where: Where, key: str, value: object) -> Problem:
    choices = [str(choice) for choice in get_args(annotation_at(where))]
    shown = [f"`{choice}`" for choice in choices]
    words = value.split() if isinstance(value, str) else []
    if len(words) > 1 and set(words) <= set(choices):
        message = say("`{key}` has several values with no comma in between.", key=key)
        fix = say("Put commas between the names: `{names}`.", names=", ".join(words))
        return Problem(message, fix, "not-one-of", where, at_value=True)
    near = _choice(value, choices) if isinstance(value, str) else None
    fix = (
        say("Did you mean `{near}`? Possible are {choices}.", near=near, choices=shown)
        if near
        else say("Write one of {choices}.", choices=shown)
    )
    return Problem(say("This value is not possible for `{key}`.", key=key), fix, "not-one-of", where, at_value=True)


def _choice(value: str, choices: list[str]) -> str | None:
    from planbuilder.plan.synonyms import choice_slip  # only a plan with mistakes pays for it

    return choice_slip(value, choices)


def _list_expected(where: Where, key: str, value: object) -> Problem:
    kind = annotation_at(where)
    item = next(iter(get_args(kind)), None)
    if _is_entry(item):
        first = next(known.typed for known in keys(item))
        fix = say("Start each item on a line of its own with a hyphen: `- {first}: …`.", first=first)
    elif isinstance(value, str) and plain(value) in _NONE:
        fix = say("Write `{key}: []` where there is none.", key=key)
    elif isinstance(value, str) and len(parts := _parts(value)) == 1:
        fix = say("Put it between square brackets: `{key}: [{value}]`.", key=key, value=parts[0])
    elif isinstance(value, str) and parts:
        fix = say("Put them between square brackets: `{key}: [{value}]`.", key=key, value=", ".join(parts))
    else:
        fix = say("Put the values between square brackets, for example `{key}: [a, b]`.", key=key)
    return Problem(say("`{key}` takes a list.", key=key), fix, "list-expected", where)


_NONE = frozenset({"none", "nothing", "no", "n/a", "-", "aucun", "aucune", "rien", "neant", "nil"})
"""What people write for an empty list."""


def _parts(value: str) -> list[str]:
    """`(ali; rose)` as the two ids that were meant; none where one of them is not fit to be shown."""
    parts = re.split(r" *[,;] *", value.strip("() ").removeprefix("-").strip())
    return parts if all(_ID.fullmatch(part) for part in parts) else []


def _keys_expected(where: Where, key: str, value: object) -> Problem:
    kind = annotation_at(where)
    if _is_entry(kind):
        first = keys(kind)[0].typed
        if isinstance(where[-1], int):
            message = say("Each item of `{key}` takes keys of its own.", key=key)
        else:
            message = say("`{key}` takes keys of its own.", key=key)
        fix = say("Write them on the lines below, two spaces further in, for example `{first}: …`.", first=first)
    elif isinstance(value, Sequence):
        message = say("`{key}` is not a list: each entry stands below its own name.", key=key)
        fix = say("Write each name with a colon instead of a hyphen, and its keys below, two spaces further in.")
    else:
        message = say("`{key}` takes entries, each below its own name.", key=key)
        fix = say("Write each name with a colon on a line below, two spaces further in.")
    return Problem(message, fix, "keys-expected", where)


def _shown(entry: Iterable[str | int]) -> str:
    return str(Where(part if isinstance(part, int) else shown_key(part) for part in entry))


# --- the model at an address ---


def annotation_at(where: Iterable[str | int]) -> Any:
    """What the model says of an address: an entry's class, a list, a map, a value type; None where nothing is known."""
    found: Any = Plan
    for part in where:
        if _is_entry(found):
            found = next((bare(key.annotation) for key in keys(found) if key.typed == part), None)
        elif get_origin(found) in {dict, tuple}:
            found = get_args(found)[1 if get_origin(found) is dict else 0]
        else:
            return None
    return found


def _keys_at(entry: Iterable[str | int]) -> tuple[Key, ...]:
    model = annotation_at(entry)
    return keys(model) if _is_entry(model) else ()


def _is_entry(kind: Any) -> TypeGuard[type[Entry]]:
    return isinstance(kind, type) and get_origin(kind) is None and issubclass(kind, Entry)
