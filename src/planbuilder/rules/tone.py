"""TONE: the texts of a plan, judged once for all the checks of tone."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from planbuilder.language.which import astray
from planbuilder.messages import Message, say
from planbuilder.plan import Plan, Text
from planbuilder.plan.hearing import goes_public, hears
from planbuilder.plan.scenarios import Statement
from planbuilder.rules.statements import in_language, texts_of
from planbuilder.source import Where

if TYPE_CHECKING:
    from planbuilder.language.tone import Asked, Fault, House

Faults = dict[str, list[tuple[Where, "Fault"]]]


def faults_of(plan: Plan, check: str) -> list[tuple[Where, "Fault"]]:
    """What a check of tone finds in the texts of a plan, with the address of each text."""
    return _judged(plan).get(check, [])


def instead(advice: Message, fault: "Fault") -> Message:
    """Advice with a sentence that could stand in the text."""
    return say("{advice} For example: “{better}”", advice=advice, better=fault.better) if fault.better else advice


@lru_cache(maxsize=1)
def _judged(plan: Plan) -> Faults:
    """The faults of all texts that people read: statements, answers, moves, the signature of replies."""
    texts = [*_texts(plan)]
    if not texts:
        return {}
    from planbuilder.language.tone import judge, tongue  # a plan without texts does not pay for the words

    house = house_of(plan)
    faults: Faults = {}
    for where, text, asked in texts:
        strange = astray(text.by_language, plan.languages)  # PLAN-LANGUAGE's matter: its words are not those of the tag
        for tag, one in text.by_language.items():
            language = None if tag in strange else tongue(tag)
            for fault in judge(one, language, asked, house) if language else ():
                faults.setdefault(fault.check, []).append((in_language(where, text, tag), fault))
    return faults


def _texts(plan: Plan) -> Iterator[tuple[Where, Text, "Asked"]]:
    """Each text with its address and what it is for."""
    from planbuilder.language.tone import Asked

    for statement in plan.all_statements():
        for where, text in texts_of(statement):
            yield where, text, asked_of(plan, statement, whole=text is statement.text)
    for scenario in plan.scenarios.values():
        for number, question in enumerate(scenario.questions):
            if question.answer:
                yield scenario.where / "questions" / number / "answer", question.answer, Asked()
    for move in plan.moves:
        if move.say:
            yield move.where / "say", move.say, Asked()
    if plan.replies and plan.replies.sign:
        yield plan.replies.where / "sign", plan.replies.sign, Asked()


def asked_of(plan: Plan, statement: Statement, *, whole: bool = True) -> "Asked":
    """What a statement is for."""
    from planbuilder.language.tone import Asked, sort_of_blank

    scenario = plan.scenarios.get(statement.scenario or "")
    blanks = {
        name: sort_of_blank(name, " ".join(blank.means.by_language.values()))
        for name, blank in plan.placeholders_for(statement).items()
    }
    known = {"time": "time", "next_update": "next"}
    cluster = scenario.cluster if scenario else None
    apologises = scenario is not None and any(one.kind == "apology" for one in scenario.statements.values())
    offices = _to_offices(plan, statement)
    return Asked(statement.kind, cluster, {**known, **blanks}, whole, apologises, offices)


OFFICES = ("authorities", "officials")
"""Kinds of audiences that are told facts: nobody of them is going through the crisis."""


def _to_offices(plan: Plan, statement: Statement) -> bool:
    """Whether all audiences of a text are authorities or officials, and nobody else can read it."""
    if goes_public(plan, statement):
        return False
    names = statement.audiences or [name for name in plan.audiences if hears(plan, statement, name)]
    known = [plan.audiences.get(name) for name in names]
    return bool(known) and all(audience is not None and audience.kind in OFFICES for audience in known)


def house_of(plan: Plan) -> "House":
    """How the organisation of a plan speaks, and the names that are no jargon."""
    from planbuilder.language.sentences import bare
    from planbuilder.language.tone import House

    tone = plan.tone
    named = [plan.about.organisation, *(value for person in plan.people.values() for value in _spoken(person.called))]
    named += [keyword for group in _brands(plan) for keyword in group]
    names = frozenset(bare(word) for name in named for one in _spoken(name) for word in one.split())
    if tone is None:
        return House(names=names)
    return House(tuple(tone.never), dict(tone.words), dict(tone.allow), names, tone.address)


def _spoken(name: object) -> tuple[str, ...]:
    if isinstance(name, Text):
        return tuple(name.by_language.values())
    return (str(name),)


def _brands(plan: Plan) -> Iterator[tuple[str, ...]]:
    keywords = plan.monitoring.keywords if plan.monitoring else {}
    return (tuple(words) for name, words in keywords.items() if name in {"brand", "products", "people"})
