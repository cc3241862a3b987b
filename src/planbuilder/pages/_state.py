"""The state of the plan: who has what to mend, and how the plan stands with each recommendation."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from planbuilder.checking import Checked
from planbuilder.due import Due, due
from planbuilder.messages import Message
from planbuilder.pages._checks import AREAS, OWN, Area, area_of
from planbuilder.pages._findings import Shown, page_of
from planbuilder.pages._practices import THEMES, Theme
from planbuilder.pages._sheets import Reader, Sheet, Title
from planbuilder.plan.scenarios import Scenario
from planbuilder.practices import Practice
from planbuilder.scoring import STATE_WORDS, Standing, State
from planbuilder.source import Where, look

_ANSWERS_FOR = ("owner", "holder", "by", "who", "role")
"""The keys by which an entry names who answers for it."""

SOON = timedelta(days=30)
_NAMED = 2
"""So many entries of a section are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Entries of the plan that show a recommendation, with their page; `count` where they are several of a section."""

    title: Title
    page: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Stand:
    """A recommendation as this plan meets it. `against` are the findings that this edition tells."""

    practice: Practice
    state: State
    checks: tuple[str, ...]
    against: tuple[Shown, ...]
    evidence: tuple[Evidence, ...]

    @property
    def word(self) -> Message:
        """`met`, `not met` …"""
        return STATE_WORDS[self.state]

    @property
    def to_mend(self) -> list[tuple[Shown, int]]:
        """What speaks against it: for each check its first finding, and how many there are."""
        found = Counter(one.finding.check for one in self.against)
        first = {one.finding.check: one for one in reversed(self.against)}
        return [(first[check], count) for check, count in found.items()]


class StateOfPlan:
    """What the pages about the plan itself show. Nothing is worked out before it is asked for."""

    def __init__(self, reader: Reader, checked: Checked, sheets: Sequence[Sheet], findings: Sequence[Shown]) -> None:
        self._reader = reader
        self._checked = checked
        self._sheets = sheets
        self._owners = [(where, sheet) for sheet in sheets for where in sheet.about]
        self.findings = findings
        self.explained = frozenset(rule.id for rule in checked.ran)
        """The checks that were asked."""

    @cached_property
    def standings(self) -> Mapping[str, Stand]:
        """Every recommendation, by its id."""
        return {one.practice.id: self._stand(one) for one in self._checked.standings}

    @cached_property
    def tally(self) -> Counter[State]:
        """How many recommendations are met, and how many are not."""
        return Counter(stand.state for stand in self.standings.values())

    @property
    def asked(self) -> int:
        """How many recommendations were asked of the plan and concern it."""
        return sum(self.tally[state] for state in (State.MET, State.NOT_MET, State.WAIVED))

    @property
    def untried(self) -> list[Scenario]:
        """The scenarios that no exercise has played yet."""
        plan, today = self._reader.plan, self._reader.today
        played = {one.scenario for one in plan.exercises if one.date and one.date <= today}
        return [scenario for name, scenario in plan.scenarios.items() if name not in played]

    @property
    def themes(self) -> Iterator[tuple[Theme, list[Stand]]]:
        """The recommendations by theme, those that are not met first."""
        order = list(STATE_WORDS)
        for theme in THEMES:
            stands = [self.standings[name] for name in theme.practices.split()]
            yield theme, sorted(stands, key=lambda stand: order.index(stand.state))

    @property
    def areas(self) -> Iterator[tuple[Area, list[Shown]]]:
        """The findings by part of the plan; a part without one is left out."""
        for area in (*AREAS, OWN):
            here = [one for one in self.findings if area_of(one.finding.check) is area]
            if here:
                yield area, here

    @property
    def owners(self) -> list[tuple[Title, list[Shown]]]:
        """The findings that are told by who has to mend them, whoever has most to mend first."""
        found: dict[str, list[Shown]] = {}
        for one in self.findings:
            if one.told:
                found.setdefault(self._owner(one.finding.where), []).append(one)
        people = self._reader.plan.people
        ordered = sorted(found.items(), key=lambda pair: -len(pair[1]))
        return [(people[who].called if who in people else who, below) for who, below in ordered]

    @property
    def due(self) -> list[tuple[Due, str]]:
        """What is late or due within `SOON`, each with the page it stands on (empty where there is none)."""
        found = due(self._reader.plan, self._reader.today, self._reader.today + SOON)
        pages = [(one, page_of(one.where, self._owners)) for one in found]
        return [(one, page.path if page else "") for one, page in pages]

    def _owner(self, where: Where) -> str:
        """The id of the person who answers for an entry: named by it, or by what it stands in; else the plan's owner.

        Empty where nobody is.
        """
        plan, written = self._reader.plan, self._checked.loaded.written
        if where[:1] == ("people",) and where[1:2] and where[1] in plan.people:
            return str(where[1])
        for depth in range(len(where), 0, -1):
            for key in _ANSWERS_FOR:
                name = look(written, (*where[:depth], key))
                if isinstance(name, str):
                    person = plan.roles[name].holder if name in plan.roles else str(name)
                    if person in plan.people:
                        return person
        return plan.about.owner or ""

    def _stand(self, one: Standing) -> Stand:
        against = [
            shown
            for shown in self.findings
            if shown.told and (shown.finding.check, shown.finding.address) in one.against
        ]
        evidence: dict[str, Evidence] = {}
        for entry in self._evidence(one.entries):
            known = evidence.get(entry.page)
            evidence[entry.page] = entry if known is None or entry.count > known.count else known
        return Stand(one.practice, one.state, one.checks, tuple(against), tuple(evidence.values()))

    def _evidence(self, entries: Sequence[str]) -> Iterator[Evidence]:
        sections: dict[str, list[Where]] = {}
        for entry in entries:
            where = Where.parse(entry)
            sections.setdefault(str(where[0]), []).append(where)
        for section, places in sections.items():
            named = list(dict.fromkeys(where[:2] for where in places if len(where) > 1))
            pages = {found.path: found for where in places if (found := page_of(where, self._owners))}
            if section != "about" and len(named) <= _NAMED and len(pages) == len(named):
                yield from (Evidence(sheet.title, sheet.path) for sheet in pages.values())
            elif whole := page_of(Where((section,)), self._owners):
                yield Evidence(whole.title, whole.path, len(named) if section != "about" else 0)
