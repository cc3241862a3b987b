"""The whole plan."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, cast, get_origin

from planbuilder.plan._entry import Entry, keys, staff, team, walk
from planbuilder.plan.about import About
from planbuilder.plan.alert import Absence, EscalationPath, Level, OnCall, StandDown
from planbuilder.plan.channels import Audience, Channel, Monitoring, Move, PlatformOverride
from planbuilder.plan.learning import Exercise, Obligation, Review, Training, Waiver
from planbuilder.plan.people import Person, Role
from planbuilder.plan.refs import Ref
from planbuilder.plan.replies import FollowUp, Remedy, Replies, Tone
from planbuilder.plan.scenarios import Placeholder, Scenario, Statement
from planbuilder.plan.texts import Text, Texts
from planbuilder.source import Mapping, Where, texts_by_key


class _Found(NamedTuple):
    """What one walk through a plan finds, each with its address."""

    refs: list[tuple[Where, Ref]]
    texts: list[tuple[Where, Text | Texts]]


class Plan(Entry):
    """A crisis plan: its sections, by id where they have ids, in the order written."""

    __slots__ = ("_found", "_typed", "_written")
    _written: Mapping
    _found: _Found
    _typed: list[tuple[str, str]]

    about: About = staff("The plan itself.", ...)
    people: dict[str, Person] = staff("The people of the plan, and how to reach them.", {})
    roles: dict[str, Role] = staff("Who does what in a crisis, and who stands in.", {})
    on_call: dict[str, OnCall] = staff("Lines that somebody answers, in turns.", {})
    absences: tuple[Absence, ...] = team("Who is away, and when.", ())
    levels: dict[str, Level] = staff("How grave it is, the mildest level first.", {})
    stand_down: StandDown | None = staff("How the crisis ends.")
    escalation: dict[str, EscalationPath] = staff("Whom to call, in order.", {})
    channels: dict[str, Channel] = staff("Where we speak, and where people write to us.", {})
    moves: tuple[Move, ...] = staff("When to go on in private.", ())
    monitoring: Monitoring | None = staff("What is watched.")
    audiences: dict[str, Audience] = staff("Whom we speak to.", {})
    scenarios: dict[str, Scenario] = staff("What may happen.", {})
    statements: dict[str, Statement] = staff("Texts that serve any scenario.", {})
    placeholders: dict[str, Placeholder] = staff("Blanks of the texts, for all scenarios.", {})
    replies: Replies | None = staff("Whom we answer.")
    tone: Tone | None = staff("House words.")
    remedies: dict[str, Remedy] = staff("What we offer to people harmed.", {})
    follow_up: FollowUp | None = staff("Whether people are satisfied.")
    obligations: dict[str, Obligation] = staff("Legal duties with a clock.", {})
    training: tuple[Training, ...] = staff("What roles learn.", ())
    exercises: tuple[Exercise, ...] = staff("Rehearsals, done and planned.", ())
    reviews: dict[str, Review] = staff("What crises and exercises taught us.", {})
    waivers: tuple[Waiver, ...] = staff("Exceptions to checks.", ())
    platforms: dict[str, PlatformOverride] = staff("Platforms that the built-in table does not know.", {})

    @property
    def written(self) -> Mapping:
        """The text of the plan as typed, with its places."""
        return self._written

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the plan, the reference language first."""
        return self.about.languages

    @property
    def language(self) -> str:
        """The reference language."""
        return self.about.languages[0]

    @property
    def gravest_level(self) -> Level | None:
        """The last level; None where the plan has none."""
        return next(reversed(self.levels.values()), None)

    def all_statements(self) -> Iterator[Statement]:
        """The statements of every scenario, then those that serve any."""
        for scenario in self.scenarios.values():
            yield from scenario.statements.values()
        yield from self.statements.values()

    def statements_for(self, scenario: Scenario) -> Iterator[Statement]:
        """The statements of a scenario, then those that serve any."""
        yield from scenario.statements.values()
        yield from self.statements.values()

    def statements_of_kind(self, scenario: Scenario, kind: str) -> list[Statement]:
        """The statements of a kind that serve a scenario: its own, then those of the whole plan."""
        return [statement for statement in self.statements_for(scenario) if statement.kind == kind]

    def statement(self, name: str) -> Statement | None:
        """The statement with this id, wherever it stands."""
        return next((statement for statement in self.all_statements() if statement.id == name), None)

    def placeholders_for(self, statement: Statement) -> dict[str, Placeholder]:
        """The blanks that a statement may use: those of its scenario before those of the plan."""
        scenario = self.scenarios.get(statement.scenario or "")
        return {**self.placeholders, **(scenario.placeholders if scenario else {})}

    def people_of(self, who: str) -> tuple[str, ...]:
        """The ids of the people behind the id of a role, a rota or a person."""
        if who in self.roles:
            return tuple(self.roles[who].members)
        if who in self.on_call:
            return tuple(self.on_call[who].people)
        return (who,)

    def called(self, name: str) -> Text | str:
        """What the plan calls a person, a role, a channel or an audience; the id itself where there is none."""
        for section in (self.people, self.roles, self.channels, self.audiences):
            if name in section:
                return section[name].called
        return str(name)

    def roles_of(self, person: str) -> Iterator[Role]:
        """The roles that a person holds, or stands in for."""
        return (role for role in self.roles.values() if person in role.members)

    def levels_of(self, statement: Statement) -> tuple[str, ...]:
        """The levels a statement is for: those it names, or that of its scenario, or those of all scenarios."""
        if statement.levels:
            return tuple(statement.levels)
        scenario = self.scenarios.get(statement.scenario or "")
        scenarios = (scenario,) if scenario else self.scenarios.values()
        return tuple(dict.fromkeys(s.level for s in scenarios if s.level))

    def settle(self, written: Mapping) -> None:
        """Keep what was typed, and tell every entry its address."""
        object.__setattr__(self, "_written", written)
        self._survey()

    def texts(self) -> list[tuple[Where, Text | Texts]]:
        """Every text with its address."""
        return self._survey().texts

    def refs(self) -> list[tuple[Where, Ref]]:
        """Every name of another entry with its address."""
        return self._survey().refs

    def _survey(self) -> _Found:
        if not hasattr(self, "_found"):
            object.__setattr__(self, "_found", _Found([], []))
            _visit(self, Where(), self._found)
        return self._found

    def typed(self) -> list[tuple[str, str]]:
        """Every text as typed, with the last key above it, in order; gathered once."""
        if not hasattr(self, "_typed"):
            object.__setattr__(self, "_typed", texts_by_key(self._written))
        return self._typed

    def values(self) -> Iterator[tuple[Where, object]]:
        """Everything that the plan holds, with its address."""
        return walk(self, Where())


_HOLDERS = (Entry, dict, tuple)


def _visit(holder: object, where: Where, found: _Found) -> None:
    """Tell every entry its address, and gather what stands below it."""
    if isinstance(holder, Entry):
        holder.placed(where)
        below: Iterable[tuple[str | int, object]] = [(key.typed, getattr(holder, key.name)) for key in holder.KEYS]
    elif isinstance(holder, dict):
        below = holder.items()
    else:
        below = () if hasattr(holder, "_fields") else enumerate(cast("tuple[object, ...]", holder))
    for key, held in below:
        if isinstance(held, _HOLDERS):
            _visit(held, where / key, found)
        elif isinstance(held, Ref):
            found.refs.append((where / key, held))
        elif isinstance(held, (Text, Texts)):
            found.texts.append((where / key, held))


@cache
def section_kinds() -> dict[str, str]:
    """How each section is put together from several files: `map`, `list` or `one`."""
    kinds: dict[str, str] = {}
    for key in keys(Plan):
        kinds[key.typed] = {dict: "map", tuple: "list"}.get(get_origin(key.annotation), "one")
    return kinds
