"""Spans of minutes as people say them: local days and hours."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from planbuilder.cover.clock import Spell, local
from planbuilder.messages import Message, listed, say, say_many

SHOWN = 3
"""How many spells a sentence names; the rest is counted."""


class Periods(NamedTuple):
    """Spells in the local time of a zone, which is `named` where a reader could take it for another.

    They lie in a stretch up to `end`: nothing is known beyond. `days` is given where they fill so many days, the whole
    stretch.
    """

    spells: tuple[Spell, ...]
    zone: str
    end: int
    days: int | None = None
    named: bool = False

    def spoken(self, language: str) -> str:
        """`from 26 December 2026 to 31 December 2026`, `on 21 December 2026 from 00:00 to 09:00`, one after another."""
        if self.days is not None:
            always = say_many("at any time of the next day", "at any time of the next {count} days", self.days)
            return always.spoken(language)
        said = [self._said(spell).spoken(language) for spell in self.spells[:SHOWN]]
        rest = len(self.spells) - SHOWN
        if rest > 0:
            said.append(say_many("{count} more time", "{count} more times", rest).spoken(language))
        when = listed(said, language)
        return say("{when} ({city} time)", when=when, city=city(self.zone)).spoken(language) if self.named else when

    def _said(self, spell: Spell) -> Message:
        start, end = (local(edge, self.zone) for edge in spell)
        if spell[1] < self.end:
            return _said(start, end)
        if start.time() == time():
            return say("from {start} on", start=start.date())
        return say("from {start} on", start=start)


def city(zone: str) -> str:
    """What people call a time zone: `Dublin` for `Europe/Dublin`."""
    return zone.rpartition("/")[2].replace("_", " ")


def _said(start: datetime, end: datetime) -> Message:
    whole = start.time() == end.time() == time()
    last = end - timedelta(minutes=1)
    if whole and start.date() == last.date():
        return say("on {day}", day=start.date())
    if whole:
        return say("from {start} to {end}", start=start.date(), end=last.date())
    if start.date() == end.date():
        return say("on {day} from {start} to {end}", day=start.date(), start=start.time(), end=end.time())
    return say("from {start} to {end}", start=start, end=end)


def periods(spells: Sequence[Spell], begin: int, end: int, zones: Sequence[str]) -> Periods:
    """Spells of the stretch from `begin` to `end`, to be said in the local time of the first of the zones.

    Days that are whole in another of the zones are said by its clock.
    """
    if list(spells) == [(begin, end)]:
        return Periods(tuple(spells), zones[0], end, days=round((end - begin) / 1440))
    edges = [edge for spell in spells[:SHOWN] for edge in spell if edge < end]
    whole = next((zone for zone in zones if all(local(edge, zone).time() == time() for edge in edges)), None)
    zone = whole or zones[0]
    return Periods(tuple(spells), zone, end, named=len(zones) > 1 and (whole is None or zone != zones[0]))
