"""Names of other entries."""

from typing import Any, ClassVar

from planbuilder.messages import say
from planbuilder.plan._entry import Read, typed

_NO_REF = say("`{key}` takes the id of an entry.")
_REF_FIX = say("Write the id of one entry, in small letters.")


class Ref(str):
    """The id of an entry of one of `sections`."""

    __slots__ = ()
    sections: ClassVar[tuple[str, ...]] = ()
    reader: ClassVar[Read]

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)

        def read(value: object) -> Ref:
            return cls(typed(value, _NO_REF, _REF_FIX))

        cls.reader = Read(read, {"type": ["string", "number"], "errorMessage": _REF_FIX.text})


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
