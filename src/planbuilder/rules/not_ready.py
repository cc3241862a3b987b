"""SCEN-NOT-READY: whether what goes out by the first word was approved before."""

from collections.abc import Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say
from planbuilder.plan import Plan
from planbuilder.plan.approvals import ask_approval, roles_asked, standing
from planbuilder.plan.scenarios import Action, Scenario, Statement
from planbuilder.rules._rule import Rule, rule
from planbuilder.rules.order import released
from planbuilder.rules.scenario_texts import no_holding_statement, roles_missing
from planbuilder.rules.sign import stale_approval
from planbuilder.source import Where

FIRST_HOUR = 60
"""Minutes within which a word counts as an early one, where its level promises no time."""


@rule(
    "SCEN-NOT-READY",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A14", "A15", "B6", "B7"),
    source=("OWN",),
    why="In the first minutes, and at night, nobody has the time to ask for approvals one after the other.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {name: Lead, holder: ana}
        levels:
          crisis: {first_word: 30m, sign_off: {new_text: [lead]}}
        scenarios:
          leak:
            name: Data leak
            level: crisis
            actions:
              - {at: 10m, who: lead, do: Tell customers, statement: leak-update}
            statements:
              leak-update:  # <-- “leak-update” is to go out 10 min after the start of “Data leak”, but still lacks the approval of Lead.
                kind: update
                text: We have found the leak and are closing it.
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          lead: {name: Lead, holder: ana}
        levels:
          crisis: {first_word: 30m, sign_off: {new_text: [lead]}}
        scenarios:
          leak:
            name: Data leak
            level: crisis
            actions:
              - {at: 10m, who: lead, do: Tell customers, statement: leak-update}
            statements:
              leak-update:
                kind: update
                approved: [{by: ana, date: 2026-11-01, text: 4a878b519900}]
                text: We have found the leak and are closing it.
        """,
)
def not_ready(plan: Plan, today: date) -> Iterator[Gap]:
    """What an action sends by the time of the first word is approved in advance.

    That time is the `first_word` of the scenario's level or, where the level has none, an hour. Asked are the texts
    that an action names in `statement:`, each by all roles of `new_text` of the level, or of the levels that the text
    names; where those ask for nobody, nothing is said. One finding for each text. A text for our own people
    (`kind: internal`) is advice: whoever leads them may write it on the spot. A text of which SCEN-NO-HOLDING or
    SIGN-STALE speaks is not found here, unless the plan switches that check off; where an approver is not in the plan,
    PLAN-DEAD-REF speaks first.
    """
    told: set[Where] | None = None
    for text, sent in _early(plan).values():
        levels = text.levels or [level for name in sent if (level := plan.scenarios[name].level)]
        state = standing(plan, text, today, levels)
        if state.approved or state.unsettled or not roles_asked(plan, levels):
            continue
        if told is None:  # in most plans every early text is approved
            told = _told(plan, today)
        if not any(where.within(text.where) for where in told):
            yield Gap(
                text.where / "approved" if text.approved else text.where,
                say(
                    "“{id}” is to go out {moments}, but still lacks the approval of {roles}.",
                    id=text.called,
                    moments=[_moment(plan.scenarios[name], action) for name, action in sent.items()],
                    roles=roles_missing(plan, state),
                ),
                ask_approval(plan, text, state, today),
                severity=Severity.INFO if text.kind == "internal" else None,
            )


def _early(plan: Plan) -> dict[Where, tuple[Statement, dict[str, Action]]]:
    """Each text that goes out by the time of the first word, with the first action that sends it in each scenario."""
    early: dict[Where, tuple[Statement, dict[str, Action]]] = {}
    for scenario in plan.scenarios.values():
        level = plan.levels.get(scenario.level or "")
        limit = level.first_word.total_minutes if level and level.first_word else FIRST_HOUR
        for action, text in released(plan, scenario):
            if action.at.total_minutes <= limit:
                early.setdefault(text.where, (text, {}))[1].setdefault(scenario.id, action)
    return early


def _moment(scenario: Scenario, action: Action) -> Message:
    if action.at.total_minutes == 0:
        return say("at the start of “{scenario}”", scenario=scenario.called)
    return say("{time} after the start of “{scenario}”", time=action.at, scenario=scenario.called)


def _told(plan: Plan, today: date) -> set[Where]:
    """The addresses of which another check speaks: one gap is one finding."""
    return {
        gap.where
        for check in (no_holding_statement, stale_approval)
        if not _is_off(plan, check)
        for gap in check.check(plan, today)
    }


def _is_off(plan: Plan, check: Rule) -> bool:
    setting = plan.about.checks.get(check.id)
    return setting is not None and setting.severity == "off"
