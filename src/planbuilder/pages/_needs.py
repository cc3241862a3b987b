"""What a text gives its readers: the words that answer each of their needs, and the needs that it leaves open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planbuilder.language.lexicon import Lexicon, lexicon
from planbuilder.language.sentences import Read, read_words
from planbuilder.language.tone import NEEDS as WANTED
from planbuilder.language.tone import House, judge, needs_met, tongue
from planbuilder.messages import Message, say
from planbuilder.plan import Plan
from planbuilder.plan.scenarios import Statement
from planbuilder.rules.tone import asked_of

NEEDS: Mapping[str, Message] = {
    "empathy": say("empathy"),
    "apology": say("apology"),
    "action": say("action"),
    "instruct": say("what to do"),
    "help": say("help"),
    "next": say("when we speak again"),
}
"""What a text can give."""

_ASKED: Mapping[str, str] = {
    "EMPATHY": "empathy",
    "APOLOGY": "apology",
    "ACTION": "action",
    "HELP": "help",
    "NEXT-STEP": "next",
}
"""What the checks ask for (TONE-MISSING-…), as what a text gives."""
_TELLS_WHAT_TO_DO = ("alert", "internal")
_SAID_ONCE = ("empathy", "apology")
"""Needs that a negation can undo: for these the place that was found counts, and no other."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text, and the needs that it answers: none, for what stands between."""

    text: str
    needs: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """A text with the passages that answer a need marked; `met` and `open_` are the needs that it should answer."""

    passages: tuple[Passage, ...]
    met: tuple[Message, ...]
    open_: tuple[Message, ...]


def answers(plan: Plan, statement: Statement, text: str, language: str, *, whole: bool = True) -> Answers | None:
    """What a text of a statement gives its readers; None where nothing can be said of its language.

    Not `whole`: a short form, of which nothing is asked.
    """
    tag = tongue(language)
    if tag is None:
        return None
    asked = asked_of(plan, statement, whole=whole)
    read = read_words(text.strip(), tag, asked.blanks)
    met = _best(read, lexicon(tag), needs_met(read, lexicon(tag)))
    wanted = [_need(name, statement.kind) for name in WANTED.get(statement.kind, ())]
    faults = {fault.check for fault in judge(text, tag, asked, House())}
    welcome = {*wanted, "apology"} - ({"apology"} if "TONE-NONAPOLOGY" in faults else set())
    given = [need for need in NEEDS if need in met and need in welcome]
    missing = [_need(name, statement.kind) for name in _ASKED if f"TONE-MISSING-{name}" in faults]
    return Answers(
        tuple(_passages(read.text, sorted((*_clause(read, *met[need]), need) for need in given))),
        tuple(NEEDS[need] for need in given),
        tuple(NEEDS[need] for need in missing),
    )


def _need(name: str, kind: str) -> str:
    need = _ASKED[name]
    return "instruct" if need == "action" and kind in _TELLS_WHAT_TO_DO else need


def _best(read: Read, words: Lexicon, met: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The most telling place for each need that is met: the longest phrase, the last of those for the next word."""
    found: dict[str, tuple[int, int]] = dict(met)
    for phrase in words.needs.found(read):
        need, place = str(phrase.phrase.meaning), (phrase.first, phrase.last)
        if need in met and need not in _SAID_ONCE:
            more = place[1] - place[0] - (found[need][1] - found[need][0])
            found[need] = place if more > 0 or (more == 0 and need == "next") else found[need]
    return found


def _clause(read: Read, first: int, last: int) -> tuple[int, int]:
    """Where the words around a place begin and end in the text, up to the next punctuation on both sides."""
    sentence = read.sentences[read.sentence[first]]
    while first > sentence.first and _joined(read, first):
        first -= 1
    while last < sentence.last and _joined(read, last):
        last += 1
    return min(read.starts[first:last]), max(read.ends[first:last])


def _joined(read: Read, place: int) -> bool:
    """Whether no punctuation parts a word from the one before; a hyphen does not."""
    return not read.parted[place] or read.text[read.ends[place - 1] : read.starts[place]] == "-"


def _passages(text: str, places: list[tuple[int, int, str]]) -> Iterator[Passage]:
    """The text cut at the places, given in order; those that overlap are one passage for all their needs."""
    at = 0
    joined: list[tuple[int, int, list[str]]] = []
    for start, end, need in places:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), [*joined[-1][2], need])
        else:
            joined.append((start, end, [need]))
    for start, end, needs in joined:
        if at < start:
            yield Passage(text[at:start])
        yield Passage(text[start:end], tuple(NEEDS[need] for need in needs))
        at = end
    if at < len(text):
        yield Passage(text[at:])
