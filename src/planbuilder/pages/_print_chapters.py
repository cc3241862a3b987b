"""The chapters of the plan on paper: only those that have something to say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planbuilder.messages import Message, say
from planbuilder.pages._calendar import dates
from planbuilder.pages._calls import callee, gravest_first, rungs
from planbuilder.pages._messages import ready
from planbuilder.pages._now import opening_roles
from planbuilder.pages._people import duties
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Text
from planbuilder.plan.laws import IMPLIES, LAWS

_OWN_SHEET = frozenset({"now", "levels", "calls", "scenarios", "statements", "roles", "people", "channels", "duties"})


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its id, which names its template too, its title, and the entries that the contents list."""

    id: str
    title: Message
    entries: tuple[tuple[str, Text | str], ...] = ()

    @property
    def own_sheet(self) -> bool:
        """Whether it starts on a new sheet: what somebody takes out of the folder."""
        return self.id in _OWN_SHEET


def values(reader: Reader) -> Mapping[str, object]:
    """What the templates of the chapters need."""
    plan = reader.plan
    paths = [(path, rungs(reader, path)) for path in plan.escalation.values()]
    return {
        "chapters": list(_chapters(reader)),
        "moves": opening_roles(plan),
        "paths": paths,
        "alarm": [rungs(reader, path) for path in gravest_first(plan)[:1]],
        "lines": [(line, callee(reader, line.id)) for line in plan.on_call.values()],
        "scenarios": [
            (
                scenario,
                sorted(scenario.actions, key=lambda action: action.at.total_minutes),
                [ready(reader, one) for one in scenario.statements.values()],
            )
            for scenario in plan.scenarios.values()
        ],
        "shared": [ready(reader, one) for one in plan.statements.values()],
        "duties": {role.id: duties(reader, role) for role in plan.roles.values()},
        "dates": dates(reader),
        "laws": _laws(reader),
    }


def _laws(reader: Reader) -> list[object]:
    """The laws that the plan says apply, with those that they bring along."""
    named = dict.fromkeys(key for law in reader.plan.about.applies or () for key in (law, *IMPLIES.get(law, ())))
    return [LAWS[key] for key in named if key in LAWS]


def _chapters(reader: Reader) -> Iterator[Chapter]:
    plan = reader.plan
    wanted = (
        (True, Chapter("now", say("What do I do now?"))),
        (plan.levels, Chapter("levels", say("Which level is it?"))),
        (True, Chapter("calls", say("Whom to call"))),
        (plan.scenarios, Chapter("scenarios", say("Scenarios"), _entries("scenario", plan.scenarios))),
        (plan.statements or plan.placeholders, Chapter("statements", say("Texts that serve any scenario"))),
        (plan.replies or plan.moves or plan.tone, Chapter("replies", say("Replies and tone"))),
        (plan.roles, Chapter("roles", say("Who does what"), _entries("role", plan.roles))),
        (plan.people, Chapter("people", say("Call sheet") if reader.team else say("People"))),
        (plan.on_call, Chapter("on-call", say("On call"))),
        (plan.channels, Chapter("channels", say("Channels"))),
        (plan.audiences, Chapter("audiences", say("Audiences"))),
        (plan.monitoring, Chapter("monitoring", say("Monitoring"))),
        (plan.stand_down or plan.follow_up or plan.remedies, Chapter("after", say("When it calms down"))),
        (plan.obligations or plan.about.applies, Chapter("duties", say("Legal duties and their clocks"))),
        (plan.exercises or plan.training, Chapter("exercises", say("Exercises and training"))),
        (plan.reviews, Chapter("reviews", say("Reviews"))),
        (True, Chapter("about", say("About this plan"))),
    )
    return (chapter for there, chapter in wanted if there)


def _entries(kind: str, section: Mapping[str, object]) -> tuple[tuple[str, Text | str], ...]:
    return tuple((f"{kind}-{name}", entry.called) for name, entry in section.items())  # type: ignore[attr-defined]
