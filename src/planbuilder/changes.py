"""What is different between two states of a plan, entry by entry and key by key, as its readers call them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Any, Literal, NamedTuple, get_args, get_origin

from planbuilder.messages import Message, render, say, translate
from planbuilder.patterns import regex
from planbuilder.plan import Entry, Key, Plan, Text, Texts, Visibility, keys
from planbuilder.plan.alert import Absence, Shift
from planbuilder.plan.choices import MEANINGS
from planbuilder.plan.learning import Exercise, Waiver
from planbuilder.plan.refs import Ref
from planbuilder.plan.scenarios import Approval
from planbuilder.plan.values import Percent
from planbuilder.source import Where

_EXAMPLE = regex(r", (?:for example|par exemple)\b|[\u00a0 ]?[;:]\s")


class Kind(StrEnum):
    """What happened to an entry, or to a value of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Change(NamedTuple):
    """Something that is different.

    `trail` are the names of the entries that lead to it, the outermost first. `key` is what changed in the last of
    them; None where the entry itself came or went. `before` and `after` are values as people call them: of lists only
    what went and what came. Where the order alone changed, both are the whole lists. `language` is that of a text that
    changed in it.
    """

    kind: Kind
    where: Where
    trail: tuple[object, ...]
    key: Key | None = None
    before: object = None
    after: object = None
    language: str | None = None

    def what(self, language: str) -> str:
        """What changed in the last entry, in a few words."""
        told = translate(self.key.description, language) if self.key else ""
        return _EXAMPLE.split(told)[0].rstrip(". ")

    @property
    def private(self) -> bool:
        """Whether its values are for the crisis team only."""
        return self.key is not None and self.key.visibility is not Visibility.STAFF


def changes(before: Plan, after: Plan, readers: Visibility) -> list[Change]:
    """What is different in a plan, in the order of its sections; of what `readers` must not see only that it is."""
    return list(_Comparison(before, after, readers).entries(before, after, Where(), ()))


class _Comparison:
    """Two states of a plan: each names what it holds in its own way."""

    def __init__(self, before: Plan, after: Plan, readers: Visibility) -> None:
        self._plans = (before, after)
        self._readers = readers

    def entries(self, old: Entry, new: Entry, where: Where, trail: tuple[object, ...]) -> Iterator[Change]:
        """What is different between two states of an entry."""
        for key in keys(type(new)):
            was, now = getattr(old, key.name), getattr(new, key.name)
            if _plain(was) == _plain(now):
                continue
            fingerprint = isinstance(new, Approval) and key.name == "text"  # it says nothing to people
            if fingerprint or self._hidden(key, was, now):
                yield Change(Kind.CHANGED, where / key.typed, trail, key)
            else:
                yield from self._values(key, was, now, where / key.typed, trail)

    def _hidden(self, key: Key, was: object, now: object) -> bool:
        """Whether nothing below a key may be named: entries of a list are called by their values."""
        looked_into = isinstance(was, Entry) and isinstance(now, Entry)
        return not looked_into and not self._readers.shows(key.visibility)

    def _values(self, key: Key, was: Any, now: Any, where: Where, trail: tuple[object, ...]) -> Iterator[Change]:
        one, other = (_map_of(value) for value in (was, now))
        if isinstance(was, Entry) and isinstance(now, Entry):
            yield from self.entries(was, now, where, trail)
        elif one is not None and other is not None and (one or other):
            yield from self._maps(one, other, where, trail)
        elif isinstance(was, tuple) and isinstance(now, tuple) and _holds_entries((*was, *now)):
            yield from self._lists(was, now, where, trail)
        elif isinstance(was, Entry) or isinstance(now, Entry):
            yield Change(Kind.REMOVED if now is None else Kind.ADDED, where, trail, key)
        elif isinstance(was, Text | Texts) and isinstance(now, Text | Texts):
            for tag in dict.fromkeys((*was.by_language, *now.by_language)):
                old, new = was.by_language.get(tag), now.by_language.get(tag)
                if old != new:
                    yield Change(Kind.CHANGED, where / tag, trail, key, old, new, tag)
        elif isinstance(was, tuple) and isinstance(now, tuple) and not hasattr(now, "_fields"):
            gone, come = [one for one in was if one not in now], [one for one in now if one not in was]
            both = (gone, come) if gone or come else (list(was), list(now))
            yield self._changed(key, *both, where, trail)
        else:
            yield self._changed(key, was, now, where, trail)

    def _changed(self, key: Key, was: object, now: object, where: Where, trail: tuple[object, ...]) -> Change:
        old, new = self._plans
        return Change(Kind.CHANGED, where, trail, key, _said(old, key, was), _said(new, key, now))

    def _maps(
        self, was: Mapping[str, Entry], now: Mapping[str, Entry], where: Where, trail: tuple[object, ...]
    ) -> Iterator[Change]:
        for name in (*was, *(name for name in now if name not in was)):
            if name in was and name in now:
                below = (*trail, _called(self._plans[1], now[name]))
                yield from self.entries(was[name], now[name], where / name, below)
            else:
                yield self._whole(was.get(name), now.get(name), where / name, trail)

    def _lists(
        self, was: Sequence[Entry], now: Sequence[Entry], where: Where, trail: tuple[object, ...]
    ) -> Iterator[Change]:
        """Entries without ids: those that are the same are found first, then those that are most alike."""
        left = Counter(map(_plain, now))
        gone = []
        for entry in was:
            if left[_plain(entry)]:
                left[_plain(entry)] -= 1
            else:
                gone.append(entry)
        for place, entry in enumerate(now):
            if not left[_plain(entry)]:
                continue
            left[_plain(entry)] -= 1
            old = max(gone, key=lambda one: _alike(one, entry), default=None)
            if old is None or not _alike(old, entry):
                yield self._whole(None, entry, where / place, trail)
            else:
                gone.remove(old)
                yield from self.entries(old, entry, where / place, (*trail, _called(self._plans[1], entry)))
        for entry in gone:
            yield self._whole(entry, None, where, trail)

    def _whole(self, was: Entry | None, now: Entry | None, where: Where, trail: tuple[object, ...]) -> Change:
        old, new = self._plans
        if now is not None:
            return Change(Kind.ADDED, where, (*trail, _called(new, now)))
        assert was is not None
        return Change(Kind.REMOVED, where, (*trail, _called(old, was)))


def shown(plan: Plan, value: object) -> object:
    """A value as people call it: names for ids, yes and no."""
    if isinstance(value, Ref):
        return _named(plan, value)
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return [shown(plan, one) for one in value]
    if isinstance(value, dict):
        return [say("{name}: {value}", name=str(name), value=shown(plan, one)) for name, one in value.items()]
    return value


def _named(plan: Plan, ref: Ref) -> object:
    for section in ref.sections:
        entry = plan.statement(ref) if section == "statements" else getattr(plan, section).get(ref)
        if entry is not None:
            return _called(plan, entry)
    return str(ref)


def _said(plan: Plan, key: Key, value: object) -> object:
    """The value of a key as people call it: what a fixed word means, a part of a hundred with its sign."""
    if isinstance(value, list):
        return [_said(plan, key, one) for one in value]
    if isinstance(value, int) and Percent in get_args(key.annotation):
        return say("{n}%", n=value)
    meaning = _meanings(key.annotation).get(value) if isinstance(value, str) else None
    return _Meaning(meaning) if meaning else shown(plan, value)


class _Meaning(NamedTuple):
    """What a fixed word means, without the stop of a sentence: it stands among other values."""

    said: Message

    def spoken(self, language: str) -> str:
        """The meaning in `language`."""
        return render(self.said, language).rstrip(".")


def _meanings(annotation: Any) -> Mapping[str, Message]:
    """What the fixed words of a value mean, or of a list of values; nothing where they are no fixed words."""
    if get_origin(annotation) is Literal:
        return MEANINGS.get(annotation, {})
    return next(filter(None, map(_meanings, get_args(annotation))), {})


def _called(plan: Plan, entry: Entry) -> object:
    """What people call an entry: its name, else what tells it from others, else the first text in it, else its id."""
    called = getattr(entry, "called", None)
    if called:
        return called
    match entry:
        case Shift() | Absence():
            turn = _listed([shown(plan, entry.who), say("from {start} to {end}", start=entry.from_, end=entry.to)])
            return say("swap: {turn}", turn=turn) if "swaps" in entry.where else turn
        case Approval():
            return say("approved by {person}", person=shown(plan, entry.by))
        case Waiver():
            return _listed([value for value in (entry.check, entry.at) if value])
    left_out = {"result", "took_part"} if isinstance(entry, Exercise) else ()  # they come after it, and change
    values = [(key, getattr(entry, key.name)) for key in keys(type(entry)) if key.name not in left_out]
    text = next((value for _, value in values if isinstance(value, Text)), None)
    if text is not None:
        return text
    said = [_said(plan, key, value) for key, value in values if isinstance(value, str | date | tuple) and value]
    return _listed(said[:_ENOUGH]) if said else entry.id


_ENOUGH = 3
"""Values that tell an entry without a name from others: what, where, when."""


def _listed(values: Sequence[object]) -> object:
    """Some values with commas between them, as one value."""
    return reduce(lambda items, item: say("{items}, {item}", items=items, item=item), values)


def _alike(one: Entry, other: Entry) -> int:
    """How many keys of two entries of a list say the same."""
    pairs = [(getattr(one, key.name), getattr(other, key.name)) for key in keys(type(one))]
    return sum(value not in (None, (), {}) and _plain(value) == _plain(also) for value, also in pairs)


def _map_of(value: object) -> Mapping[str, Entry] | None:
    """A map of entries; None for any other value."""
    return value if isinstance(value, dict) and all(isinstance(one, Entry) for one in value.values()) else None


def _holds_entries(values: Sequence[object]) -> bool:
    return bool(values) and all(isinstance(value, Entry) for value in values)


def _plain(value: object) -> object:
    """A value without its address, to be compared."""
    if isinstance(value, Entry):
        return (type(value).__name__, *(_plain(getattr(value, key.name)) for key in keys(type(value))))
    if isinstance(value, dict):
        return tuple((name, _plain(below)) for name, below in value.items())
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_plain(one) for one in value)
    if isinstance(value, Text | Texts):
        return tuple(sorted(value.by_language.items()))
    return value
