"""What an edition of the plan may show: values above its visibility are gone before anything is rendered."""

from collections.abc import Iterator
from typing import Any

from planbuilder.plan._entry import Entry, Visibility
from planbuilder.plan.whole import Plan
from planbuilder.source import Mapping, Where, look, scalars


def edition(plan: Plan, visibility: Visibility) -> Plan:
    """The plan as an edition knows it. Entries keep their ids and addresses; hidden values are as if never written."""
    shown: Plan = _shown(plan, visibility)
    # What was typed holds every value: an edition has nothing of it.
    object.__setattr__(shown, "_written", Mapping(""))
    return shown


def hidden_values(plan: Plan, visibility: Visibility) -> Iterator[tuple[Where, str]]:
    """Every value that an edition must not show, as typed, with its address."""
    for where, value in plan.values():
        for key in value.KEYS if isinstance(value, Entry) else ():
            if not visibility.shows(key.visibility):
                address = where / key.typed
                yield from scalars(look(plan.written, address), address)


def _shown(value: Any, visibility: Visibility) -> Any:
    if isinstance(value, Entry):
        return value.copy_with(
            **{
                key.name: _shown(getattr(value, key.name), visibility)
                if visibility.shows(key.visibility)
                else type(key.default)()
                for key in value.KEYS
            }
        )
    if type(value) is dict:
        return {name: _shown(below, visibility) for name, below in value.items()}
    if type(value) is tuple:
        return tuple(_shown(below, visibility) for below in value)
    return value
