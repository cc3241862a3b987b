"""A plan in which every value that staff must not see is one of a kind, made from the models: no key is forgotten."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args, get_origin

from planbuilder.plan import Entry, Plan, Visibility
from planbuilder.plan._entry import Key, bare, reader
from planbuilder.plan.phones import PhoneValue
from planbuilder.plan.refs import Ref
from planbuilder.plan.times import Date
from planbuilder.plan.values import Word

SKELETON = Path(__file__).parents[1] / "pages" / "every_key.json"
FIRST_DAY = date(2031, 3, 2)


@dataclass(frozen=True)
class Marker:
    """A hidden value: what it is made of (`text`, `number` or `day`), and how it was typed."""

    address: str
    kind: str
    typed: str


def hidden_keys(model: type[Entry] = Plan, hidden: bool = False) -> Iterator[tuple[type[Entry], Key]]:
    """Every key above staff's visibility, those below such a key included."""
    for key in model.KEYS:
        above = hidden or not Visibility.STAFF.shows(key.visibility)
        below = list(_entries(key.annotation))
        if above and not below:
            yield model, key
        for entry in below:
            yield from hidden_keys(entry, above)


def _entries(annotation: Any) -> Iterator[type[Entry]]:
    kind = bare(annotation)
    for part in (kind, *get_args(kind)):
        if isinstance(part, type) and not get_args(part) and issubclass(part, Entry):
            yield part


class Marked:
    """The plan, the markers in it, and the hidden keys that it has written."""

    def __init__(self) -> None:
        self.markers: list[Marker] = []
        self.written: set[tuple[type[Entry], Key]] = set()
        data = _said(json.loads(SKELETON.read_text("utf-8")))
        self.plan: dict[str, Any] = self._entry(Plan, data, "", hidden=False)

    def _entry(self, model: type[Entry], data: dict[str, Any], at: str, *, hidden: bool) -> dict[str, Any]:
        keys = {key.typed: key for key in model.KEYS}
        return {
            name: self._value(model, keys[name], below, f"{at}.{name}".lstrip("."), hidden=hidden)
            if name in keys
            else below
            for name, below in data.items()
        }

    def _value(self, model: type[Entry], key: Key, data: Any, at: str, *, hidden: bool) -> Any:
        above = hidden or not Visibility.STAFF.shows(key.visibility)
        entry = next(_entries(key.annotation), None)
        if entry is None:
            if not above:
                return data
            self.written.add((model, key))
            return self._marker(key, data, at)
        match get_origin(bare(key.annotation)):
            case origin if origin is dict:
                return {name: self._entry(entry, below, f"{at}.{name}", hidden=above) for name, below in data.items()}
            case origin if origin is tuple:
                return [self._entry(entry, below, f"{at}[{n}]", hidden=above) for n, below in enumerate(data)]
            case _:
                return self._entry(entry, data, at, hidden=above)

    def _marker(self, key: Key, data: Any, at: str) -> Any:
        """A value of the key's type that stands nowhere else; a name of another entry stays, it is no secret."""
        read, count = reader(_one_of(key.annotation)), len(self.markers)
        if read is reader(PhoneValue):
            kind, typed = "number", f"+33 6 39 98 {count // 100:02} {count % 100:02}"
        elif read is reader(Date):
            kind, typed = "day", (FIRST_DAY + timedelta(count)).isoformat()
        elif read is reader(Word):
            kind, typed = "text", f"zqxj{count:03}k é vault"
        else:
            assert issubclass(_ref(key), Ref), f"{at}: no marker is known for values of this type"
            return data
        self.markers.append(Marker(at, kind, typed))
        return typed


def _one_of(annotation: Any) -> Any:
    kind = bare(annotation)
    return get_args(kind)[0] if get_origin(kind) is tuple else kind


def _ref(key: Key) -> type:
    kind = _one_of(key.annotation)
    return kind if isinstance(kind, type) else get_args(kind)[0]


def _said(value: Any) -> Any:
    """The skeleton with words for its `=words`, and with numbers out of the way of the markers."""
    if isinstance(value, dict):
        return {_said(key): _said(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_said(below) for below in value]
    return f"Word {value[1:]}" if isinstance(value, str) and value.startswith("=") else value
