"""The course of a scenario: what is done, said and declared when, as a list and as a picture; the clocks of the law."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

from planbuilder.messages import Message, say, say_value
from planbuilder.plan import Duration, Plan, Text
from planbuilder.plan.learning import Obligation
from planbuilder.plan.scenarios import Action, Scenario

WIDTH = 360
_EDGE, _ROW, _LANE, _BAR, _LETTER, _LONGEST = 12, 16, 36, 28, 8.2, 50


@dataclass(slots=True)
class Moment:
    """What is due at one time after the start: actions with their place in the plan, our word, declarations.

    `repeats` is how often we speak again from then on. `since` is what it counts from where that is not the start: a
    final report has a clock of its own, and nobody knows yet when it starts.
    """

    after: Duration
    actions: list[tuple[int, Action]] = field(default_factory=list)
    first_word: bool = False
    repeats: Duration | None = None
    duties: list[Obligation] = field(default_factory=list)
    since: Text | Message | None = None

    @property
    def speaks(self) -> bool:
        """Whether the level promises a public word then."""
        return self.first_word or self.repeats is not None


def moments(plan: Plan, scenario: Scenario) -> list[Moment]:
    """The moments of a scenario in their order: its actions, the words that its level promises, its legal duties."""
    found: dict[tuple[int, str], Moment] = {}

    def at(after: Duration, since: Text | Message | None = None) -> Moment:
        key = (after.total_minutes, repr(since) if since else "")
        return found.setdefault(key, Moment(after, since=since))

    for place, action in enumerate(scenario.actions):
        at(action.at).actions.append((place, action))
    level = plan.levels.get(scenario.level or "")
    if level and level.first_word:
        at(level.first_word).first_word = True
        if level.update_every:
            at(_sum(level.first_word, level.update_every)).repeats = level.update_every
    for duty in duties(plan, scenario):
        if duty.within:
            at(duty.within.duration or Duration(), _since(duty)).duties.append(duty)
    return [found[key] for key in sorted(found)]


def _since(duty: Obligation) -> Text | Message | None:
    """What the clock of a final report counts from; None for any other duty, which counts from the start."""
    return (duty.clock or say("the notification")) if duty.step == "report" else None


def duties(plan: Plan, scenario: Scenario) -> list[Obligation]:
    """The legal duties of a scenario that the plan knows, the most pressing first."""
    return pressing(plan.obligations[name] for name in scenario.obligations if name in plan.obligations)


def pressing(found: Iterable[Obligation]) -> list[Obligation]:
    """Legal duties by their deadline; those without one come last."""
    return sorted(found, key=lambda duty: _minutes(duty) if duty.within else 1 << 40)


def foremost(found: Iterable[Obligation]) -> list[Obligation]:
    """Of each law, the duty that is due first by the clock; one without a clock only where its law has no other."""
    first: dict[str, Obligation] = {}
    for duty in sorted(found, key=lambda duty: not (duty.within and duty.within.duration)):
        first.setdefault(duty.law.split("-")[0] if duty.law else duty.id, duty)
    return pressing(first.values())


def _minutes(duty: Obligation) -> int:
    return duty.within.duration.total_minutes if duty.within and duty.within.duration else 0


def _sum(one: Duration, other: Duration) -> Duration:
    return Duration(
        one.minutes + other.minutes,
        one.days + other.days,
        one.months + other.months,
        one.business_days + other.business_days,
    )


# --- the picture: a column for each moment, a lane for what is done, one for what is said, a bar for each clock ---


@dataclass(frozen=True, slots=True)
class Column:
    """A moment in the picture: where it stands, and its label, anchored so that it stays inside."""

    x: int
    label: str
    row: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The clock of a legal duty: it starts at the first column and ends at `x`."""

    y: int
    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A timeline in the units of its picture. `done` are (x, how many actions), `said` the places of public words."""

    columns: tuple[Column, ...]
    top: int
    done: tuple[tuple[int, int], ...]
    said: tuple[int, ...]
    bars: tuple[Bar, ...]
    height: int
    width: int = WIDTH
    left: int = _EDGE

    @property
    def lanes(self) -> tuple[int, int]:
        """The heights of the lanes: done, said."""
        return (self.top, self.top + _LANE)


def picture(found: Sequence[Moment], language: str) -> Picture:
    """Lay the moments of a scenario out, evenly spaced: from minutes to months, no scale would show them all."""
    columns = _columns([(moment.after, moment.since is None) for moment in found], language)
    top = _below(columns) + 22
    places = list(zip(columns, found, strict=True))
    declared = [(duty, column.x) for column, moment in places for duty in moment.duties]
    bars = _bars(declared, top + _LANE + 10, language)
    return Picture(
        columns,
        top,
        tuple((column.x, len(moment.actions)) for column, moment in places if moment.actions),
        tuple(column.x for column, moment in places if moment.speaks),
        bars,
        (bars[-1].y if bars else top + _LANE) + 16,
    )


def clocks(found: Iterable[Obligation], language: str) -> Picture | None:
    """The clocks of legal duties alone, in the order given; None where none has a deadline."""
    due = {duty.id: (duty, duty.within.duration or Duration()) for duty in found if duty.within}
    times = {0: Duration()} | {limit.total_minutes: limit for _, limit in due.values()}
    columns = _columns([(times[minutes], True) for minutes in sorted(times)], language)
    places = dict(zip(sorted(times), (column.x for column in columns), strict=True))
    top = _below(columns)
    bars = _bars([(duty, places[limit.total_minutes]) for duty, limit in due.values()], top, language)
    return Picture(columns, top, (), (), bars, bars[-1].y + 12) if bars else None


def _bars(found: Sequence[tuple[Obligation, int]], top: int, language: str) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            top + _BAR * number + 22,
            x,
            "".join(wrap(say_value(duty.name, language), 46, max_lines=1, placeholder=" …")),
        )
        for number, (duty, x) in enumerate(found)
    )


def _below(columns: Sequence[Column]) -> int:
    return 18 + _ROW * max((column.row for column in columns), default=0)


def _columns(times: Sequence[tuple[Duration, bool]], language: str) -> tuple[Column, ...]:
    """The columns with their labels, in as many rows as it takes for none to touch the next of its row.

    Each is a time and whether it counts from the start, `T`.
    """
    step = (WIDTH - 2 * _EDGE) / max(len(times) - 1, 1)
    labels = [
        ("T+" if of_start else "+") + (say_value(time, language) if time.total_minutes else "0")
        for time, of_start in times
    ]
    ends = [0.0] * len(labels)
    columns = []
    for place, label in enumerate(labels):
        x, wide = round(_EDGE + place * step), _LETTER * len(label)
        anchor = "start" if x < wide / 2 else "end" if x > WIDTH - wide / 2 else "middle"
        begin = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        row = next(row for row, end in enumerate(ends) if begin >= end)
        ends[row] = begin + wide + 8
        columns.append(Column(x, label, row, anchor))
    return tuple(columns)
