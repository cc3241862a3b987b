"""A part of the plan: closed to unknown keys, frozen, and aware of where it was written."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function, with_info_plain_validator_function

from planbuilder.messages import Message
from planbuilder.source import Where


class Visibility(StrEnum):
    """Who may see a value: every reader of the site, or the crisis team's edition only."""

    STAFF = "staff"
    CRISIS_TEAM = "crisis-team"


class Entry(BaseModel):
    """A part of the plan. `id` is its key in the map it stands in, or the key of the section."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, hide_input_in_errors=True, protected_namespaces=()
    )
    __slots__ = ("_id", "_where")
    _id: str
    _where: Where

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


def staff(description: str, default: Any = None, **more: Any) -> Any:
    """A key whose value every reader of the site may see. `default=...` makes it required."""
    return _key(Visibility.STAFF, description, default, more)


def team(description: str, default: Any = None, **more: Any) -> Any:
    """A key whose value only the crisis team's edition shows."""
    return _key(Visibility.CRISIS_TEAM, description, default, more)


def _key(visibility: Visibility, description: str, default: Any, more: dict[str, Any]) -> Any:
    return Field(default, description=description, json_schema_extra={"visibility": visibility.value}, **more)


def visibility(field: FieldInfo) -> Visibility:
    """Who may see the values of a key; KeyError where nobody decided."""
    extra = field.json_schema_extra
    return Visibility(extra["visibility"]) if isinstance(extra, dict) else Visibility("")


@cache
def keys(model: type[Entry]) -> tuple[tuple[str, str], ...]:
    """The attribute and the YAML key of each field, in the order of the model."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def walk(value: object, where: Where) -> Iterator[tuple[Where, object]]:
    """Every value below `value` with its address: entries, the values in them, the ends of lists and maps."""
    yield where, value
    if isinstance(value, Entry):
        for attribute, key in keys(type(value)):
            below = getattr(value, attribute)
            if below is not None:
                yield from walk(below, where / key)
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from walk(below, where / key)
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for position, below in enumerate(value):
            yield from walk(below, where / position)


class Read:
    """How a value type is read from the tree, and what editors are told of it.

    Given in `Annotated`; a function of the value, or of the value and the validation's context.
    """

    __slots__ = ("_core", "_schema")

    def __init__(self, read: Callable[..., object], schema: dict[str, Any], *, in_context: bool = False) -> None:
        if in_context:
            self._core: CoreSchema = with_info_plain_validator_function(read)
        else:
            self._core = no_info_plain_validator_function(read)
        self._schema = schema

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        return self._core

    def __get_pydantic_json_schema__(self, _core: object, _handler: object) -> dict[str, Any]:
        return dict(self._schema)


def misread(message: Message, fix: Message, kind: str = "value", at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """The error of a value type: its own sentence and repair; `at` leads from the value to the very place."""
    return PydanticCustomError("planbuilder", "shape", {"message": message, "fix": fix, "kind": kind, "at": at})
