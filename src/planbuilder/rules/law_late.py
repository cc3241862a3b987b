"""LAW-LATE: whether what the plan takes, and what its scenarios do, is within what a law leaves."""

import re
import sys
from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.patterns import regex
from planbuilder.plan import Plan
from planbuilder.plan.laws import LAWS, law_called, law_meant
from planbuilder.plan.learning import Obligation
from planbuilder.plan.scenarios import Action, Scenario
from planbuilder.plan.times import MINUTES_PER_DAY, Limit
from planbuilder.rules._rule import rule
from planbuilder.source import Where


@rule(
    "LAW-LATE",
    severity=Severity.ERROR,
    profile=Profile.STANDARD,
    serves=("B7",),
    source=("GDPR", "NIS2", "DORA", "SEC", "HIPAA"),
    why="The plan may tighten a legal delay, never loosen it.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          privacy: {holder: ana}
        obligations:
          cnil:
            name: Notification
            law: rgpd
            within: 5 days  # <-- GDPR article 33 leaves 72 h; “Notification” takes 5 days.
          inspectorate: {name: Labour inspectorate, law: accident-mortel, within: 12h, statement: report}
        scenarios:
          fall:
            obligations: [inspectorate]
            actions:
              - do: Write to the inspectorate
                at: 24h  # <-- French labour code R4121-5 leaves 12 h; “Write to the inspectorate” comes after 24 h.
                who: privacy
                statement: report
            statements:
              report: {kind: update, text: A colleague has died at work.}
        """,
    good="""
        obligations:
          cnil: {name: Notification, law: rgpd, within: 72h}
        """,
)
def late(plan: Plan) -> Iterator[Gap]:
    """No obligation takes longer than its law leaves, and no action that releases its text comes after that.

    Each step of a law has its own delay (NIS2: 24 hours, 72 hours, one month). Obligations of one law without a `step`
    are held to the delays that are left, the shortest to the shortest. `immediately` is a day at most; `without undue
    delay` is not measured. Business days are clock hours too: a weekend may lie between, so that `3 business days` is
    longer than 72h. Where the clock starts as we learn of it, an action counts too that tells those whom `to` names, by
    its words in English or French. Of a law that is not in the table no deadline is known, and a note says so.
    """
    legal = dict(_legal_limits(plan))
    for duty in plan.obligations.values():
        limit = legal.get(duty.id)
        if limit and duty.law and is_longer(duty.within, limit):
            yield Gap(
                duty.where / "within",
                say(
                    "{law} leaves {limit}; “{duty}” takes {within}.",
                    law=law_called(duty.law),
                    limit=limit,
                    duty=duty.called,
                    within=duty.within,
                ),
                say("Shorten `within:` to what the law leaves, or less."),
            )
    for scenario in plan.scenarios.values():
        yield from _late_actions(plan, scenario, legal)
        yield from _late_telling(plan, scenario, legal)
    yield from _not_known(plan)


def _not_known(plan: Plan) -> Iterator[Gap]:
    """Once for each law that is not in the table."""
    duties = {duty.law: duty for duty in reversed(plan.obligations.values()) if duty.law and duty.law not in LAWS}
    for law, duty in reversed(duties.items()):
        near = law_meant(law)
        yield Gap(
            duty.where / "law",
            say("No deadline is known for the law “{law}”, so none is checked.", law=law),
            say("Did you mean `{near}`?", near=near)
            if near
            else say("Have your lawyer confirm `within:`. Known are {laws}.", laws=[f"`{key}`" for key in LAWS]),
            severity=Severity.INFO,
            at_value=True,
        )


def _legal_limits(plan: Plan) -> Iterator[tuple[str, Limit]]:
    """The delay that the table leaves for each obligation that it knows."""
    for key in dict.fromkeys(duty.law for duty in plan.obligations.values() if duty.law in LAWS):
        left = dict(LAWS[key or ""].limits)
        duties = [duty for duty in plan.obligations.values() if duty.law == key]
        for duty in duties:
            if duty.step in left:
                yield duty.id, left.pop(duty.step)
        rest = sorted((duty for duty in duties if duty.step is None), key=lambda duty: longest(duty.within))
        for duty, limit in zip(rest, left.values(), strict=False):
            yield duty.id, limit


def _late_actions(plan: Plan, scenario: Scenario, legal: dict[str, Limit]) -> Iterator[Gap]:
    due = {str(d.statement): d for name in scenario.obligations if (d := plan.obligations.get(name)) and d.statement}
    first: dict[str, Action] = {}
    for action in sorted(scenario.actions, key=lambda action: action.at.total_minutes):
        if action.statement and action.statement in due:
            first.setdefault(action.statement, action)
    for statement, action in first.items():
        duty = due[statement]
        limit = legal.get(duty.id)
        if limit and duty.law and action.at.total_minutes > shortest(limit):
            yield _comes_late(action, duty, limit)


_TELLING = (
    r"\b(?:notif|report|tell|inform|alert|warn|send|write|file\b|declar|submit"
    r"|déclar|signal|aviser|avis|envoy|transme|prévenir|écri|dépos|saisir)"
)
_TELLS = regex(_TELLING, re.IGNORECASE)
_PREPARES = regex(r"\b(?:prepar|draft|prépar|rédig)", re.IGNORECASE)
_UNMEASURED = sys.maxsize
"""Minutes of a law that says no more than without undue delay."""
_CLOCK_STARTS_LATER = ("dora", "mar", "sec")
"""Laws whose clock starts when the event was judged, so that the hours of a scenario say nothing about it."""


def _late_telling(plan: Plan, scenario: Scenario, legal: dict[str, Limit]) -> Iterator[Gap]:
    """The actions whose words tell an authority, and too late; the first that names it counts."""
    due: dict[str, tuple[int, Obligation]] = {}
    for duty in (plan.obligations[name] for name in scenario.obligations if name in plan.obligations):
        limit = legal.get(duty.id)
        if limit and duty.law not in _CLOCK_STARTS_LATER and duty.step != "people":
            for name in _authorities(duty):
                due[name] = min(due.get(name, (_UNMEASURED, duty)), (shortest(limit), duty), key=lambda one: one[0])
    said: set[Where] = set()
    for name, (minutes, duty) in due.items():
        pattern = regex(rf"\b{re.escape(name)}\b", re.IGNORECASE)
        naming = [
            action
            for action in scenario.actions
            if any(pattern.search(text) and not _PREPARES.search(text) for text in action.do.by_language.values())
        ]
        first = min(naming, key=lambda action: action.at.total_minutes, default=None)
        if first is None or first.at.total_minutes <= minutes or first.where in said:
            continue
        if _tells(first, name, duty):
            said.add(first.where)
            yield _comes_late(first, duty, legal[duty.id])


def _tells(action: Action, name: str, duty: Obligation) -> bool:
    """Whether an action tells an authority by its words: beside its name, where it releases a text to others too."""
    texts = action.do.by_language.values()
    if action.statement is None:
        return any(_TELLS.search(text) for text in texts)
    beside = regex(rf"(?:{_TELLING})\w*[^.;:]{{0,25}}\b{re.escape(name)}\b", re.IGNORECASE)
    return action.statement != duty.statement and any(beside.search(text) for text in texts)


def _authorities(duty: Obligation) -> Iterator[str]:
    """What `to` calls those who must be told: what stands before the first comma, and the acronyms in it."""
    if duty.to:
        yield re.split(r"[,;(]", duty.to)[0].strip()
        yield from re.findall(r"\b[A-Z]{3,}\b", duty.to)


def _comes_late(action: Action, duty: Obligation, limit: Limit) -> Gap:
    return Gap(
        action.where / "at",
        say(
            "{law} leaves {limit}; “{action}” comes after {time}.",
            law=law_called(duty.law or ""),
            limit=limit,
            action=action.do,
            time=action.at,
        ),
        say("Move the action earlier."),
    )


def is_longer(planned: Limit | None, legal: Limit) -> bool:
    """Whether what the plan takes is more than what a law leaves; business days are compared with each other."""
    if planned is None or planned.duration is None:
        return False
    if legal.duration and legal.duration.business_days and planned.duration.business_days:
        return planned.duration.business_days > legal.duration.business_days
    return longest(planned) > shortest(legal)


def longest(limit: Limit | None) -> int:
    """Minutes that may pass at most; business days run into weekends."""
    if limit is None or limit.duration is None:
        return 0
    return limit.duration.total_minutes + 2 * -(-limit.duration.business_days // 5) * MINUTES_PER_DAY


def shortest(limit: Limit) -> int:
    """Minutes that are surely left: business days without a weekend; a day for `immediately`."""
    if limit.duration is not None:
        return limit.duration.total_minutes
    return MINUTES_PER_DAY if limit.words == "immediately" else _UNMEASURED
