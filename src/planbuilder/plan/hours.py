"""Hours of the week in local time."""

import re
from typing import Annotated, NamedTuple

from planbuilder.messages import say, tool_language
from planbuilder.patterns import regex
from planbuilder.plan._entry import Read, misread, slipped, typed
from planbuilder.plan.times import MINUTES_PER_DAY

MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LONG_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FRENCH_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

_CLOCK = r"([01]\d|2[0-3]):([0-5]\d)"
_DAY = "|".join(DAYS)
_SPELL_PATTERN = rf"(daily|({_DAY})(-({_DAY}))?) +{_CLOCK}-({_CLOCK}|24:00)"
_SPELL = regex(_SPELL_PATTERN, re.ASCII)
_NO_HOURS = say("`{key}` does not say hours of the week.")
_SAME_MINUTE = say("The hours of `{key}` start and end at the same minute.")
_HOURS_FIX = say("Write 24/7, daily 08:00-22:00 or mon-fri 09:00-18:00; separate several with commas.")


class Hours(NamedTuple):
    """Hours of the week in local time. `spans` are minutes from Monday 00:00, joined and in order, within one week."""

    typed: str
    spans: tuple[tuple[int, int], ...]

    @property
    def always(self) -> bool:
        """Whether every minute of the week is covered."""
        return self.spans == ((0, MINUTES_PER_WEEK),)

    @property
    def minutes_per_week(self) -> int:
        """How many minutes of the week are covered."""
        return sum(end - start for start, end in self.spans)

    def covers(self, other: "Hours") -> bool:
        """Whether every minute of `other` is covered too (both read in the same time zone)."""
        return all(any(s <= start and end <= e for s, e in self.spans) for start, end in other.spans)

    def holds(self, weekday: int, minute: int) -> bool:
        """Whether a minute of a day (Monday is 0) is covered."""
        at = weekday * MINUTES_PER_DAY + minute
        return any(start <= at < end for start, end in self.spans)

    def spoken(self, language: str) -> str:
        """`24/7`, `every day 08:00–22:00`, `du lundi au vendredi 9 h – 18 h`."""
        tongue = tool_language(language)
        if self.always:
            return "24\u00a0h/24, 7\u00a0j/7" if tongue == "fr" else "24/7"
        return ", ".join(_spoken_spell(spell, tongue) for spell in self.typed.split(","))


def _spoken_spell(spell: str, tongue: str) -> str:
    days, clock = spell.split()
    first, _, last = days.partition("-")
    start, end = (_spoken_clock(text, tongue) for text in clock.split("-"))
    if tongue == "fr":
        name = dict(zip(DAYS, FRENCH_DAYS, strict=True))
        said = "tous les jours" if first == "daily" else f"le {name[first]}"
        said = f"du {name[first]} au {name[last]}" if last else said
        said = f"le {name[first]} et le {name[last]}" if _follow(first, last) else said
        return f"{said} {start}\u00a0– {end}"
    name = {day: long.capitalize() for day, long in zip(DAYS, LONG_DAYS, strict=True)}
    said = "every day" if first == "daily" else name[first]
    said = f"{name[first]} {'and' if _follow(first, last) else 'to'} {name[last]}" if last else said
    return f"{said} {start}–{end}"


def _follow(first: str, last: str) -> bool:
    """Whether there is no day between two days of the week."""
    return first in DAYS and last in DAYS and (DAYS.index(last) - DAYS.index(first)) % 7 == 1


def _spoken_clock(clock: str, tongue: str) -> str:
    if tongue != "fr":
        return clock
    hour, _, minute = clock.partition(":")
    return f"{int(hour)}\u00a0h" + (f"\u00a0{minute}" if minute != "00" else "")


ALWAYS = Hours("24/7", ((0, MINUTES_PER_WEEK),))


def read_hours(value: object) -> Hours:
    """The hours that `24/7` or `mon-fri 09:00-18:00, sat 10:00-12:00` says; an end before the start is the next day."""
    text = typed(value, _NO_HOURS, _HOURS_FIX)
    if text == "24/7":
        return ALWAYS
    spans: list[tuple[int, int]] = []
    for spell in text.split(","):
        match = _SPELL.fullmatch(spell.strip())
        if match is None:
            raise slipped(_NO_HOURS, _HOURS_FIX, text, "hours")
        days, clock = match[0].split()
        start, end = (int(part[:2]) * 60 + int(part[3:]) for part in clock.split("-"))
        if start == end:
            raise misread(_SAME_MINUTE, _HOURS_FIX)
        spans += _week_spans(days, start, end)
    return Hours(text, _joined(spans))


def _week_spans(days: str, start: int, end: int) -> list[tuple[int, int]]:
    first, _, last = ("mon-sun" if days == "daily" else days).partition("-")
    a, b = DAYS.index(first), DAYS.index(last or first)
    length = (end - start) % MINUTES_PER_DAY or MINUTES_PER_DAY
    spans = []
    for day in range(a, b + 1 if b >= a else b + 8):
        begin = day % 7 * MINUTES_PER_DAY + start
        stop = begin + length
        spans.append((begin, min(stop, MINUTES_PER_WEEK)))
        if stop > MINUTES_PER_WEEK:
            spans.append((0, stop - MINUTES_PER_WEEK))
    return spans


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


HoursValue = Annotated[
    Hours,
    Read(
        read_hours,
        {
            "type": "string",
            "pattern": rf"^\s*(24/7|{_SPELL_PATTERN}(\s*,\s*{_SPELL_PATTERN})*)\s*$",
            "patternErrorMessage": _HOURS_FIX.text,
            "defaultSnippets": [{"body": text} for text in ("24/7", "daily 08:00-22:00", "mon-fri 09:00-18:00")],
        },
    ),
]

_NO_HANDOVER = say("`{key}` is not a day of the week and an hour.")
_HANDOVER_FIX = say("Write a day and an hour, for example monday 09:00.")
_HANDOVER_PATTERN = rf"({'|'.join((*LONG_DAYS, *DAYS))}) +{_CLOCK}"
_HANDOVER = regex(_HANDOVER_PATTERN, re.ASCII)


class Handover(NamedTuple):
    """The moment of the week when the next person of a rota takes over (Monday is 0; minutes from midnight)."""

    weekday: int
    minute: int

    def spoken(self, language: str) -> str:
        """`Monday 09:00`, `lundi 9 h`."""
        tongue = tool_language(language)
        day = FRENCH_DAYS[self.weekday] if tongue == "fr" else LONG_DAYS[self.weekday].capitalize()
        return f"{day} {_spoken_clock(f'{self.minute // 60:02}:{self.minute % 60:02}', tongue)}"


def read_handover(value: object) -> Handover:
    """The moment of the week that `monday 09:00` says."""
    text = typed(value, _NO_HANDOVER, _HANDOVER_FIX)
    match = _HANDOVER.fullmatch(text)
    if match is None:
        raise slipped(_NO_HANDOVER, _HANDOVER_FIX, text, "handover")
    day, hour, minute = match.groups()
    return Handover((LONG_DAYS if day in LONG_DAYS else DAYS).index(day), int(hour) * 60 + int(minute))


HandoverValue = Annotated[
    Handover,
    Read(
        read_handover,
        {
            "type": "string",
            "pattern": rf"^\s*{_HANDOVER_PATTERN}\s*$",
            "patternErrorMessage": _HANDOVER_FIX.text,
            "defaultSnippets": [{"body": "monday 09:00"}],
        },
    ),
]
