"""What is different since an older copy of the plan."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planbuilder.changes import Change, changes
from planbuilder.messages import Message, say, say_value
from planbuilder.pages._findings import hidden_texts
from planbuilder.pages._sheets import Reader, Sheet
from planbuilder.pages._words import channel_name
from planbuilder.plan import Plan
from planbuilder.plan.editions import edition


class Told(NamedTuple):
    """The changes of one entry: its section, the names that lead to it, its address in the plan."""

    section: str
    trail: tuple[object, ...]
    changes: list[Change]


def sheets(reader: Reader, whole: Plan, before: Plan | None) -> Iterator[Sheet]:
    """The page of what changed, where there is an older copy."""
    if before is None:
        return
    found = changes(edition(before, reader.edition), reader.plan, reader.edition)
    hidden = hidden_texts(whole, reader.edition)
    told = _by_entry(reader.plan, [_without(change, hidden, reader.language) for change in found])
    values = {"told": told, "since": before.about.reviewed, "older": before.about.version}
    yield Sheet("changes.md", say("What changed"), "changes.md.j2", _lead(found), values=values)


def _lead(found: list[Change]) -> Message:
    if found:
        return say("Read what is different since you last looked, most of all where your name or your role stands.")
    return say("Nothing is different from the older copy.")


def _by_entry(plan: Plan, found: list[Change]) -> list[Told]:
    told: list[Told] = []
    for change in found:
        section, trail = str(change.where[0]), change.trail if change.key else change.trail[:-1]
        if section == "channels" and trail:
            trail = (channel_name(plan, str(change.where[1])), *trail[1:])
        if not told or (told[-1].section, told[-1].trail) != (section, trail):
            told.append(Told(section, trail, []))
        told[-1].changes.append(change)
    return told


def _without(change: Change, hidden: re.Pattern[str] | None, language: str) -> Change:
    """The change without values that this edition must not show: what anybody could read may have become private."""
    values = [value for value in (change.before, change.after) if value is not None]
    if hidden is None or not any(hidden.search(say_value(value, language)) for value in values):
        return change
    return change._replace(before=None, after=None)
