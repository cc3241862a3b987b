"""Who hears what, and when: the texts of a scenario by audience and phase, with the places that are still empty."""

from collections.abc import Mapping
from dataclasses import dataclass

from planbuilder.messages import Message, say
from planbuilder.plan import Plan, Text
from planbuilder.plan.hearing import hears
from planbuilder.plan.scenarios import Scenario, Statement
from planbuilder.rules.scenario_texts import PHASES

PHASE_NAMES: Mapping[str, Message] = {
    "first": say("First word"),
    "update": say("Update"),
    "closing": say("Last word"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What an audience hears in a phase; nothing yet, where there is no statement."""

    name: Message
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What an audience hears, phase by phase."""

    audience: Text | str
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> int:
        """In how many phases it hears nothing."""
        return sum(not cell.statements for cell in self.cells)


def matrix(plan: Plan, scenario: Scenario) -> tuple[Row, ...]:
    """A row for each audience of a scenario that the plan knows. What counts is what SCEN-EMPTY-CELL counts."""
    texts = list(plan.statements_for(scenario))
    return tuple(
        Row(
            plan.audiences[name].called,
            tuple(
                Cell(said, tuple(one for one in texts if one.kind in PHASES[phase] and hears(plan, one, name)))
                for phase, said in PHASE_NAMES.items()
            ),
        )
        for name in scenario.audiences
        if name in plan.audiences
    )
