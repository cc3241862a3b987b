"""SCEN: whether there are words for everybody, from the first to the last."""

from collections.abc import Iterable, Iterator
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, either, say
from planbuilder.plan import Plan
from planbuilder.plan.alert import AnyOf
from planbuilder.plan.approvals import Standing, ask_approval, members_of, standing, why_not
from planbuilder.plan.hearing import goes_public, hears, is_internal
from planbuilder.plan.scenarios import Action, Scenario, Statement
from planbuilder.rules._rule import rule
from planbuilder.rules.order import first_public_word, released


@rule(
    "SCEN-NO-HOLDING",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A14", "A15", "B6", "B8"),
    source=("IATA-PLAN", "HOOT-EDU", "CERC-48H"),
    why="The single most useful text of the plan.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        channels:
          x: {platform: x}
          intranet: {platform: intranet}
        scenarios:
          data-leak:  # <-- “Customer data leak” has no holding statement ready.
            name: Customer data leak
          recall:
            statements:
              recall-holding:
                kind: holding
                channels: [intranet]  # <-- “recall-holding”, the holding statement of recall, is on no public channel.
                text: We are checking. Next update at {next_update}.
          video:
            statements:
              video-holding:  # <-- Nobody has approved “video-holding”, the holding statement of video.
                kind: holding
                channels: [x]
                text: We have seen the video. Next update at {next_update}.
          strike:
            statements:
              strike-holding:
                kind: holding
                channels: [x]
                text: Shops may be closed. Next update at {next_update}.
                approved:  # <-- strike has no approved holding statement any more. The text, the channels or the kind of “strike-holding” changed after Ana Ruiz approved it on 1 November 2026.
                  - {by: ana, date: 2026-11-01, text: 000000000000}
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz}
        channels:
          x: {platform: x}
        scenarios:
          video:
            statements:
              video-holding:
                kind: holding
                channels: [x]
                text: We have seen the video. Next update at {next_update}.
                approved:
                  - {by: ana, date: 2026-11-01, text: 4a878b519900}
        """,
)
def no_holding_statement(plan: Plan, today: date) -> Iterator[Gap]:
    """Every scenario has a holding statement, approved, on at least one public channel.

    A holding statement of the whole plan serves every scenario, with the approvals that the scenario's level asks for.
    An approval that no longer counts is as none; the sentence says why, and SIGN-STALE does not say it again. Where an
    approver is not in the plan, PLAN-DEAD-REF speaks first.
    """
    said: set[str] = set()
    for scenario in plan.scenarios.values():
        texts = plan.statements_of_kind(scenario, "holding")
        gaps = [_not_ready(plan, scenario, text, today) for text in texts]
        if not texts:
            yield Gap(
                scenario.where / "statements",
                say("“{scenario}” has no holding statement ready.", scenario=scenario.called),
                say("Write one, `kind: holding`: what we know, what people feel, what we do, when we speak next."),
            )
        elif all(gaps):
            gap = gaps[0]
            if gap and str(gap.where) not in said:
                said.add(str(gap.where))
                yield gap


def _not_ready(plan: Plan, scenario: Scenario, text: Statement, today: date) -> Gap | None:
    """Why a holding statement cannot be released on the day for a scenario; None where it can."""
    of = scenario.called if text.scenario else say("every scenario")
    if not goes_public(plan, text):
        return Gap(
            text.where / "channels",
            say("“{id}”, the holding statement of {scenario}, is on no public channel.", id=text.called, scenario=of),
            say("Add a public channel to `channels:`, for example the crisis site or a social account."),
        )
    levels = (scenario.level,) if scenario.level and not text.levels else None
    state = standing(plan, text, today, levels)
    if state.approved or state.unsettled:
        return None
    if not text.approved:
        return Gap(
            text.where,
            say("Nobody has approved “{id}”, the holding statement of {scenario}.", id=text.called, scenario=of),
            ask_approval(plan, text, state, today),
        )
    if lost := next((why for verdict in state.verdicts if (why := why_not(plan, text, verdict))), None):
        message = say("{scenario} has no approved holding statement any more. {why}", scenario=of, why=lost)
    else:
        message = _lacking(plan, text, of, state)
    return Gap(text.where / "approved", message, ask_approval(plan, text, state, today))


def _lacking(plan: Plan, text: Statement, of: object, state: Standing) -> Message:
    """Which approvals a text still waits for, and whose will not do because it counts for another role already."""
    known: dict[str, object] = {
        "id": text.called,
        "scenario": of,
        "roles": roles_missing(plan, state),
    }
    able = {person for group in state.missing for person in members_of(plan, group)}
    if once := [plan.called(person) for person in plan.people if person in able & state.approvers]:
        return say(
            "“{id}”, the holding statement of {scenario}, still lacks the approval of {roles}, by somebody other than"
            " {people}: one person counts for one role.",
            people=once,
            **known,
        )
    return say("“{id}”, the holding statement of {scenario}, still lacks the approval of {roles}.", **known)


def roles_missing(plan: Plan, state: Standing) -> list[object]:
    """The roles whose approval a text still waits for, as they are called."""
    return [any_of(plan, group, alone=len(state.missing) == 1) for group in state.missing]


def any_of(plan: Plan, group: AnyOf, *, alone: bool) -> object:
    """The roles of which any one will do; in brackets where others must agree as well."""
    roles = either([plan.called(name) for name in group])
    return roles if alone or len(group) == 1 else say("({roles})", roles=roles)


@rule(
    "SCEN-NO-STAFF",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=("A7", "A29"),
    source=("COOMBS-1H", "PRNEWS"),
    why="Employees belong to the very first response; many people will ask them.",
    bad="""
        audiences:
          team: {kind: staff}
        scenarios:
          data-leak:  # <-- In “Customer data leak” our own staff learn the news from outside.
            name: Customer data leak
            audiences: [team]
          recall:
            name: Product recall
            audiences: []  # <-- “Product recall” has words for our own staff, but they are not among its audiences.
            statements:
              recall-staff: {kind: internal, text: Please do not answer online.}
        """,
    good="""
        audiences:
          team: {kind: staff}
        scenarios:
          data-leak:
            name: Customer data leak
            audiences: [team]
            statements:
              leak-staff: {kind: internal, text: Please do not answer online.}
        """,
)
def no_staff(plan: Plan) -> Iterator[Gap]:
    """In every scenario there is an internal statement, and our own people are among the audiences.

    An internal statement of the whole plan serves every scenario. Where an action tells the public, an action releases
    such a statement. Our own people are an audience of `kind: staff`, or one that is `internal`; where the plan has
    none, AUD-FEW speaks of that.
    """
    ours = [name for name, audience in plan.audiences.items() if audience.is_internal]
    for scenario in plan.scenarios.values():
        if not plan.statements_of_kind(scenario, "internal"):
            yield Gap(
                scenario.where / "statements",
                say("In “{scenario}” our own staff learn the news from outside.", scenario=scenario.called),
                say("Add a statement with `kind: internal`, sent before the public one."),
            )
        elif ours and not any(name in ours or name not in plan.audiences for name in scenario.audiences):
            yield Gap(
                scenario.where / "audiences",
                say(
                    "“{scenario}” has words for our own staff, but they are not among its audiences.",
                    scenario=scenario.called,
                ),
                say("Add `{audience}` to `audiences:`.", audience=ours[0]),
            )
        else:
            yield from _never_sent(plan, scenario)


def _never_sent(plan: Plan, scenario: Scenario) -> Iterator[Gap]:
    """Words for our own staff that no action sends, where an action tells the public."""
    public = first_public_word(plan, scenario)
    if public and not any(is_internal(plan, text) for _, text in released(plan, scenario)):
        text = plan.statements_of_kind(scenario, "internal")[0]
        owners = (a.owner for a in plan.audiences.values() if a.is_internal and a.owner)
        yield Gap(
            scenario.where / "actions",
            say("In “{scenario}”, no action sends “{id}” to our own staff.", scenario=scenario.called, id=text.called),
            say(
                "Add `statement: {id}` to the action that tells staff, or write one: "
                "`{at: {minutes}m, who: {role}, do: …, statement: {id}}`.",
                id=text.id,
                minutes=public.at.total_minutes,
                role=next(owners, public.who),
            ),
        )


@rule(
    "SCEN-NO-CLOSE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("B22", "B23", "B25"),
    source=("GCS-EPF",),
    why="Trust is rebuilt after the crisis, not during it.",
    bad="""
        levels:
          watch: {name: Watch}
          crisis: {name: Crisis}
        scenarios:
          recall: {name: Product recall, level: crisis}  # <-- “Product recall” never says that it is over.
        """,
    good="""
        levels:
          watch: {name: Watch}
          crisis: {name: Crisis}
        scenarios:
          recall:
            name: Product recall
            level: crisis
            statements:
              recall-closing: {kind: closing, text: Every lamp has been checked. Thank you for your patience.}
          rumour: {name: Rumour, level: watch}
        """,
)
def no_closing_statement(plan: Plan) -> Iterator[Gap]:
    """A scenario that starts at the second level, or a graver one, has a closing statement.

    A closing statement of the whole plan serves every scenario. In none does an action send a closing text before the
    first action that sends a holding statement.
    """
    grave = list(plan.levels)[1:]
    for scenario in plan.scenarios.values():
        if scenario.level in grave and not plan.statements_of_kind(scenario, "closing"):
            yield Gap(
                scenario.where / "statements",
                say("“{scenario}” never says that it is over.", scenario=scenario.called),
                say("Write a statement with `kind: closing`: what was solved, what remains, how to reach us."),
            )
        sent = [*released(plan, scenario)]
        word = next((action for action, text in sent if text.kind == "holding"), None)
        for action, text in sent:
            if word and text.kind == "closing" and action.at.total_minutes < word.at.total_minutes:
                yield _over_too_soon(scenario, action, text, word)


def _over_too_soon(scenario: Scenario, action: Action, text: Statement, word: Action) -> Gap:
    return Gap(
        action.where / "at",
        say(
            "In “{scenario}”, “{id}” says {time} after the start that it is over, and the first word comes at {first}.",
            scenario=scenario.called,
            id=text.called,
            time=action.at,
            first=word.at,
        ),
        say("Move it to the end: correct its `at:`."),
    )


PHASES = {
    "first": ("holding", "alert", "denial", "internal"),
    "update": ("update", "apology", "denial", "internal"),
    "closing": ("closing", "internal"),
}
"""Which kinds of statement serve which phase. An internal text does not say its phase: it counts for all."""

_LEFT_TO_OTHERS = {"first": "holding", "closing": "closing"}
_PHASE_NAMES = {"first": say("first word"), "update": say("update"), "closing": say("closing")}


@rule(
    "SCEN-EMPTY-CELL",
    severity=Severity.WARNING,
    profile=Profile.ADVANCED,
    serves=("A4", "A28", "B2"),
    source=("OWN",),
    why="The matrix of audience and phase shows what a list of texts hides.",
    bad="""
        channels:
          x: {platform: x, for: [customers]}
          press: {platform: press list, for: [media]}
        audiences:
          customers: {kind: customers, name: Customers}
          media: {kind: media, name: Press}
        scenarios:
          recall:
            name: Product recall
            audiences: [customers, media]  # <-- “Product recall” has nothing to say to Customers (update) and Press (first word and update).
            statements:
              recall-holding: {kind: holding, channels: [x], text: Unplug the lamp.}
        """,  # noqa: E501
    good="""
        channels:
          x: {platform: x, for: [customers]}
        audiences:
          customers: {kind: customers, name: Customers}
        scenarios:
          recall:
            name: Product recall
            audiences: [customers]
            statements:
              recall-holding: {kind: holding, channels: [x], text: Unplug the lamp.}
              recall-update: {kind: update, channels: [x], text: The cause is a bad solder joint.}
        """,
)
def empty_cell(plan: Plan) -> Iterator[Gap]:
    """Every audience of a scenario hears from us in each phase, on a channel that reaches it.

    First word: a holding, alert or denial text. Update: an update, apology or denial. Closing: a closing text. An
    internal text counts for every phase. A text is for the audiences it names, or else for those of its channels; a
    channel reaches those that it names in `for`, and those that name it in `reach`. All the empty cells of a scenario
    are one finding. What a scenario has no text for at all is left to the other checks: the first word without a
    holding text, the end without a closing text, our own people without an internal text.
    """
    for scenario in plan.scenarios.values():
        texts = list(plan.statements_for(scenario))
        kinds = {text.kind for text in texts}
        phases = [phase for phase in PHASES if phase not in _LEFT_TO_OTHERS or _LEFT_TO_OTHERS[phase] in kinds]
        empty = [
            (audience.called, silent)
            for name in scenario.audiences
            if (audience := plan.audiences.get(name)) and ("internal" in kinds or not audience.is_internal)
            if (silent := [phase for phase in phases if not speaks(plan, texts, name, phase)])
        ]
        if empty:
            yield Gap(
                scenario.where / "audiences",
                say(
                    "“{scenario}” has nothing to say to {cells}.",
                    scenario=scenario.called,
                    cells=[
                        say("{audience} ({phases})", audience=called, phases=[_PHASE_NAMES[phase] for phase in silent])
                        for called, silent in empty
                    ],
                ),
                say("Write the texts, or take the audience out of the scenario."),
            )


def speaks(plan: Plan, texts: Iterable[Statement], audience: str, phase: str) -> bool:
    """Whether one of the texts serves a phase for an audience."""
    return any(text.kind in PHASES[phase] and hears(plan, text, audience) for text in texts)
