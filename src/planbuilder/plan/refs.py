"""Names of other entries."""

from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from planbuilder.messages import say
from planbuilder.plan._entry import misread


class Ref(str):
    """The id of an entry of one of `sections`; where `free` is true any other word may stand there too."""

    __slots__ = ()
    sections: ClassVar[tuple[str, ...]] = ()
    free: ClassVar[bool] = False

    @classmethod
    def _read(cls, value: object) -> Self:
        if isinstance(value, str) and value.strip():
            return cls(value.strip())
        raise misread(say("A name is expected here."), say("Write the id of one entry, in small letters."))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._read)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {"type": "string"}


class PersonRef(Ref):
    """A person."""

    __slots__ = ()
    sections = ("people",)


class RoleRef(Ref):
    """A role."""

    __slots__ = ()
    sections = ("roles",)


class WhoRef(Ref):
    """A person or a role."""

    __slots__ = ()
    sections = ("people", "roles")


class CalledRef(Ref):
    """Whom a step of an escalation path calls: a rota, a role or a person."""

    __slots__ = ()
    sections = ("on_call", "roles", "people")


class LevelRef(Ref):
    """A level."""

    __slots__ = ()
    sections = ("levels",)


class ChannelRef(Ref):
    """A channel."""

    __slots__ = ()
    sections = ("channels",)


class AudienceRef(Ref):
    """An audience."""

    __slots__ = ()
    sections = ("audiences",)


class ScenarioRef(Ref):
    """A scenario."""

    __slots__ = ()
    sections = ("scenarios",)


class StatementRef(Ref):
    """A statement, of a scenario or of the whole plan."""

    __slots__ = ()
    sections = ("statements",)


class ObligationRef(Ref):
    """An obligation."""

    __slots__ = ()
    sections = ("obligations",)


class RemedyRef(Ref):
    """A remedy."""

    __slots__ = ()
    sections = ("remedies",)
