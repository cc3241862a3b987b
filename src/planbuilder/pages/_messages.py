"""What we say: scenarios and their texts, replies, tone, questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from planbuilder.language.blanks import blanks
from planbuilder.messages import Message, say
from planbuilder.pages._calls import rungs
from planbuilder.pages._counts import Count, counts, platforms
from planbuilder.pages._matrix import matrix
from planbuilder.pages._needs import Answers, answers
from planbuilder.pages._sheets import Reader, Sheet, path_of, section
from planbuilder.pages._timeline import duties, foremost, moments, picture
from planbuilder.pages._tone import dos_and_donts, plain_words
from planbuilder.pages._words import DOUBTS, STATEMENTS, scenario_of
from planbuilder.plan import Duration, Plan
from planbuilder.plan.approvals import Doubt, Standing, Verdict, is_legal, may_approve, standing
from planbuilder.plan.laws import LAWS
from planbuilder.plan.scenarios import Action, Approval, Placeholder, Scenario, Statement
from planbuilder.source import Where


class State(StrEnum):
    """How far a text is approved, in the words that every page and sheet then uses."""

    APPROVED = "approved"
    PARTLY = "partly"
    """Somebody approved it who may, but not everybody who must."""
    MODEL = "model"
    """Nobody was to approve it in advance, and nobody did: only first words are asked to be ready."""
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Version:
    """The text of a statement in one language, as one channel or several publish it."""

    language: str
    text: str
    short: bool
    counts: tuple[Count, ...]
    platforms: tuple[Message | str, ...]
    """What the platforms that publish it are called."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A statement as a page shows it."""

    statement: Statement
    path: str
    standing: Standing
    versions: tuple[Version, ...]
    blanks: tuple[tuple[str, Placeholder | None], ...]
    releases: tuple[tuple[str, ...], ...] | None
    """The roles that release the approved text, any one of each group; None where the plan does not say."""

    state: State
    approvals: tuple[tuple[Approval, Message | None], ...]
    """Each approval, and why it does not count."""


def scenario_sheets(reader: Reader) -> Iterator[Sheet]:
    """All scenarios, then one page each."""
    plan = reader.plan
    yield Sheet(
        "scenarios.md",
        say("Scenarios"),
        "scenarios.md.j2",
        say("Choose what looks most like what is happening."),
        section("scenarios"),
    )
    for scenario in plan.scenarios.values():
        paths = [path for path in plan.escalation.values() if scenario.level in path.levels]
        course = moments(plan, scenario)
        yield Sheet(
            path_of("scenarios", scenario.id),
            scenario.called,
            "scenario.md.j2",
            say("Start at the top and tick what is done. Your ticks stay on this device."),
            (scenario.where,),
            entry=True,
            values={
                "scenario": scenario,
                "course": course,
                "drawn": picture(course, reader.language) if course else None,
                "duties": (law := duties(plan, scenario)),
                "foremost": foremost(law),
                "laws": LAWS,
                "ready": [ready(reader, statement) for statement in plan.statements_for(scenario)],
                "rungs": rungs(reader, paths[0]) if paths else (),
            },
        )


def statement_sheets(reader: Reader) -> Iterator[Sheet]:
    """The library, one page for each text, replies, tone, questions."""
    plan = reader.plan
    library = [
        (scenario, [ready(reader, statement) for statement in scenario.statements.values()])
        for scenario in plan.scenarios.values()
    ]
    yield Sheet(
        "statements.md",
        say("Statements"),
        "statements.md.j2",
        say("Choose a text that is approved, fill in its blanks, have it released, then publish it."),
        section("statements", "placeholders"),
        values={
            "library": library,
            "matrices": {scenario.id: matrix(plan, scenario) for scenario in plan.scenarios.values()},
            "shared": [ready(reader, statement) for statement in plan.statements.values()],
        },
    )
    for statement in plan.all_statements():
        yield Sheet(
            path_of("statements", statement.id),
            say("{kind} – {id}", kind=STATEMENTS[statement.kind], id=scenario_of(plan, statement) or statement.id),
            "statement.md.j2",
            say("Fill in the blanks, have the text released, then copy it."),
            (statement.where,),
            entry=True,
            values={
                "one": (one := ready(reader, statement)),
                "scenario": plan.scenarios.get(statement.scenario or ""),
                "read": list(_read(plan, one)),
            },
        )
    yield Sheet(
        "replies.md",
        say("Replies"),
        "replies.md.j2",
        say("Answer everybody, except where this page says otherwise."),
        section("replies", "moves"),
    )
    yield Sheet(
        "tone.md",
        say("Tone"),
        "tone.md.j2",
        say("Say what people must do, what we know and when we speak again, in plain words."),
        section("tone"),
        values={"hurts": dos_and_donts(reader.language), "plain": plain_words(reader.language)},
    )
    yield Sheet(
        "questions.md",
        say("Questions and answers"),
        "questions.md.j2",
        say("Answer with these words; where there is no answer yet, say so and when it will come."),
        tuple(Where(("scenarios", name, "questions")) for name in plan.scenarios),
    )


def _read(plan: Plan, one: Ready) -> Iterator[tuple[Version, Answers]]:
    """The versions of a text of which something can be said, with what each gives its readers."""
    for version in one.versions:
        found = answers(plan, one.statement, version.text, version.language, whole=not version.short)
        if found and (found.met or found.open_):
            yield version, found


def phases(scenario: Scenario) -> list[tuple[Duration, list[tuple[int, Action]]]]:
    """The actions by their time, each with its place in the plan: that names its tick."""
    found: dict[int, tuple[Duration, list[tuple[int, Action]]]] = {}
    for place, action in enumerate(scenario.actions):
        found.setdefault(action.at.total_minutes, (action.at, []))[1].append((place, action))
    return [found[minutes] for minutes in sorted(found)]


def ready(reader: Reader, statement: Statement) -> Ready:
    """A statement with its texts, the reader's language first, its blanks and how far it is approved."""
    plan = reader.plan
    declared = plan.placeholders_for(statement)
    texts = [text for text in (statement.text, statement.short) if text is not None]
    names = dict.fromkeys(name for text in texts for one in text.by_language.values() for name in blanks(one).names)
    return Ready(
        statement,
        path_of("statements", statement.id),
        (found := standing(plan, statement, reader.today)),
        tuple(_versions(reader, statement)),
        tuple((name, declared.get(name)) for name in names),
        _releases(reader, statement),
        state(plan, statement, found),
        tuple((one.approval, None if _counts(plan, one) else DOUBTS[one.doubt or ""]) for one in found.verdicts),
    )


def state(plan: Plan, statement: Statement, found: Standing) -> State:
    """How far a text is approved. Whoever may approve texts counts for a part, asked or not, as does a lawyer."""
    if found.approved:
        return State.APPROVED
    if any(_counts(plan, verdict) for verdict in found.verdicts):
        return State.PARTLY
    stale = any(verdict.doubt is not Doubt.NO_ROLE for verdict in found.verdicts)
    return State.NOT if stale or statement.kind == "holding" else State.MODEL


def _counts(plan: Plan, verdict: Verdict) -> bool:
    by = verdict.approval.by
    unasked = verdict.doubt is Doubt.NO_ROLE and (may_approve(plan, by) or is_legal(plan, by))
    return verdict.doubt is None or unasked


def _versions(reader: Reader, statement: Statement) -> Iterator[Version]:
    for text, short in ((statement.text, False), (statement.short, True)):
        if text is not None:
            nearest = text.language_of(reader.language)
            for tag in sorted(text.by_language, key=lambda tag: tag != nearest):
                said = text.by_language[tag]
                counted = counts(reader.plan, statement, said, tag, short=short)
                names = platforms(reader.plan, statement, said, tag, short=short)
                yield Version(tag, said, short, counted, names)


def _releases(reader: Reader, statement: Statement) -> tuple[tuple[str, ...], ...] | None:
    """What the gravest level of the statement asks for."""
    plan = reader.plan
    order = list(plan.levels)
    levels = [name for name in plan.levels_of(statement) if name in plan.levels]
    gravest = max(levels, key=order.index, default=None)
    sign_off = plan.levels[gravest].sign_off if gravest else None
    return sign_off.approved_text if sign_off else None
