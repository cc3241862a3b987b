"""A part of the plan: closed to unknown keys, frozen, and aware of where it was written.

Entries are declared like pydantic models and validated by pydantic's core. They do without `BaseModel`: importing it
and building forty-seven of its classes took longer than everything else that a check does.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from types import NoneType
from typing import Annotated, Any, ClassVar, Literal, NoReturn, Self, get_args, get_origin

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from planbuilder.messages import Message
from planbuilder.source import Where


class Visibility(StrEnum):
    """Who may see a value: every reader of the site, or the crisis team's edition only."""

    STAFF = "staff"
    CRISIS_TEAM = "crisis-team"

    def shows(self, value: "Visibility") -> bool:
        """Whether an edition of this visibility shows a value of that one."""
        order = list(Visibility)
        return order.index(value) <= order.index(self)


class Key:
    """A key of an entry: its attribute `name`, how it is `typed` in the YAML, and what people are told of it."""

    __slots__ = ("annotation", "default", "description", "name", "typed", "visibility")

    def __init__(self, visibility: Visibility, description: str, default: object, alias: str) -> None:
        self.visibility = visibility
        self.description = description
        self.default = default
        self.typed = alias

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.typed = self.typed or name
        self.annotation: Any = owner.__annotations__[name]

    @property
    def required(self) -> bool:
        """Whether the entry means nothing without it."""
        return self.default is ...


def staff(description: str, default: object = None, *, alias: str = "") -> Any:
    """A key whose value every reader of the site may see. `default=...` makes it required."""
    return Key(Visibility.STAFF, description, default, alias)


def team(description: str, default: object = None, *, alias: str = "") -> Any:
    """A key whose value only the crisis team's edition shows."""
    return Key(Visibility.CRISIS_TEAM, description, default, alias)


class Entry:
    """A part of the plan. `id` is its key in the map it stands in, or the key of the section."""

    __slots__ = ("__dict__", "_id", "_where")
    KEYS: ClassVar[tuple[Key, ...]] = ()
    _id: str
    _where: Where

    def __init_subclass__(cls) -> None:
        cls.KEYS = tuple(value for value in vars(cls).values() if isinstance(value, Key))

    @property
    def id(self) -> str:
        """The key that the plan gives this entry."""
        return self._id

    @property
    def where(self) -> Where:
        """The address of this entry."""
        return self._where

    def placed(self, where: Where) -> None:
        """Tell the entry its address, once, when the plan is put together."""
        object.__setattr__(self, "_where", where)
        last = where[-1] if where else ""
        object.__setattr__(self, "_id", last if isinstance(last, str) else str(where))

    @classmethod
    def made(cls, where: Where, **values: object) -> Self:
        """An entry that no file holds, at an address, to try what would be if it were written."""
        entry = object.__new__(cls)
        known = {key.name: key.default for key in cls.KEYS if not key.required}
        object.__setattr__(entry, "__dict__", {**known, **values})
        entry.placed(where)
        return entry

    def copy_with(self, **values: object) -> Self:
        """The same entry at the same address with other values."""
        copy = object.__new__(type(self))
        object.__setattr__(copy, "__dict__", {**vars(self), **values})
        copy.placed(self._where)
        return copy

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a plan does not change: {type(self).__name__}.{name}")

    def __repr__(self) -> str:
        """Class and address, never a value: they end in logs."""
        return f"<{type(self).__name__} {getattr(self, '_where', '')!s}>"


def keys(model: type[Entry]) -> tuple[Key, ...]:
    """The keys of an entry, in the order of the model."""
    return model.KEYS


def walk(value: object, where: Where) -> Iterator[tuple[Where, object]]:
    """Every value below `value` with its address: entries, the values in them, the ends of lists and maps."""
    yield where, value
    if isinstance(value, Entry):
        for key in keys(type(value)):
            below = getattr(value, key.name)
            if below is not None:
                yield from walk(below, where / key.typed)
    elif isinstance(value, dict):
        for name, below in value.items():
            yield from walk(below, where / name)
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for position, below in enumerate(value):
            yield from walk(below, where / position)


# --- how values are read ---


class Read:
    """How a value type is read from the tree, and what editors are told of it (JSON Schema).

    Given in `Annotated`: a function of the value, or of the value and the validation's context, or what pydantic's
    core understands.
    """

    __slots__ = ("core", "schema")

    def __init__(
        self, read: Callable[..., object] | CoreSchema, schema: dict[str, Any], *, in_context: bool = False
    ) -> None:
        if not callable(read):
            self.core = read
        elif in_context:
            self.core = core_schema.with_info_plain_validator_function(read)
        else:
            self.core = core_schema.no_info_plain_validator_function(read)
        self.schema = schema


def misread(
    message: Message,
    fix: Message,
    kind: str = "value",
    at: tuple[str | int, ...] = (),
    *,
    slip: tuple[str, str] = ("", ""),
) -> PydanticCustomError:
    """The error of a value type: its own sentence and repair; `at` leads from the value to the very place.

    `{key}` in a sentence is the key that the value belongs to. `slip` names a function of `slips` and the text that it
    may know a better repair for.
    """
    told = {"message": message, "fix": fix, "kind": kind, "at": at, "slip": slip}
    return PydanticCustomError("planbuilder", "shape", told)


def slipped(message: Message, fix: Message, text: str, slip: str) -> PydanticCustomError:
    """The error of a value type whose writer probably meant something."""
    return misread(message, fix, slip=(slip, text))


def typed(value: object, message: Message, fix: Message) -> str:
    """The text of a scalar; a list, a map or nothing is refused with the type's own sentence."""
    if isinstance(value, str):
        text = value.strip()
        if text:
            return text
    raise misread(message, fix)


def bare(annotation: Any) -> Any:
    """An annotation without `None`, which only says that a key may be left out."""
    if NoneType not in get_args(annotation):
        return annotation
    (kept,) = (argument for argument in get_args(annotation) if argument is not NoneType)
    return kept


def reader(value_type: Any) -> Read:
    """How a value of this type is read."""
    read: Read = get_args(value_type)[1] if get_origin(value_type) is Annotated else value_type.reader
    return read


def core(model: type[Entry]) -> CoreSchema:
    """What pydantic's core must know to read an entry."""
    fields = [
        core_schema.dataclass_field(key.name, _field(key), kw_only=True, validation_alias=key.typed)
        for key in keys(model)
    ]
    arguments = core_schema.dataclass_args_schema(model.__name__, fields, extra_behavior="forbid")
    return core_schema.dataclass_schema(model, arguments, [key.name for key in keys(model)])


def _field(key: Key) -> CoreSchema:
    schema = _value(bare(key.annotation))
    if key.required:
        return schema
    if isinstance(key.default, dict):
        return core_schema.with_default_schema(schema, default_factory=type(key.default))
    return core_schema.with_default_schema(schema, default=key.default)


def _value(annotation: Any) -> CoreSchema:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return core(annotation)
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is dict:
            return core_schema.dict_schema(values_schema=_value(arguments[1]))
        case origin if origin is tuple:
            return core_schema.tuple_variable_schema(_value(arguments[0]))
        case origin if origin is Literal:
            return core_schema.literal_schema(list(arguments))
        case _:
            return reader(annotation).core
