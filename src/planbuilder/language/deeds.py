"""What the sentences of a text do: what somebody does about it, what the reader is asked to do.

No list of verbs can hold what people do in a crisis. So a deed is any verb of somebody who acts (we, our teams, the
fire brigade), and anything that was done to something, but for verbs of feeling, of being, of harm and of fault,
which are few.
"""

from collections.abc import Iterator
from itertools import pairwise

from planbuilder.language import grammar as g
from planbuilder.language.clauses import Deed
from planbuilder.language.english import English
from planbuilder.language.french import French
from planbuilder.language.sentences import Read

_UNTRUE = frozenset(
    [
        *("faux", "fausse", "fausses", "inexact", "rumeur", "rumeurs", "canular", "contrairement", "intox"),
        *("untrue", "false", "rumour", "rumours", "rumor", "rumors", "claim", "claims", "hoax", "fake", "contrary"),
        "gossip",
    ]
)
"""Where a sentence says that something is not so, what it tells helps nobody."""


_TALKED = frozenset(
    [("not", "true"), ("talk", "that"), ("talk", "of"), ("word", "is"), ("word", "has"), ("whisper", "that")]
)
"""“There is talk of a sale”: neighbours of words by which a sentence passes on what others say."""
_SOURCES = frozenset(["post", "posts", "video", "article", "story", "tweet", "leaflet", "thread", "blog", "someone"])
_SAYS = frozenset(
    ["say", "says", "said", "saying", "alleges", "suggests", "suggesting", "states", "implies", "accuses"]
)


def _is_hearsay(said: list[str]) -> bool:
    """Whether a sentence tells what others say of us: “a post says we are closing the shelter”."""
    return any(word in _SOURCES and not _SAYS.isdisjoint(said[at : at + 8]) for at, word in enumerate(said))


def marks_of(read: Read) -> list[int]:
    """What each word of a text may be; the am of “9 am” is nothing, a « chasse-neige » no snow."""
    text, language = read.text.lower(), read.language
    marks = [
        g.marks(word, text[start:end], language)
        for word, start, end in zip(read.words, read.starts, read.ends, strict=True)
    ]
    for place in range(1, len(marks)):
        if read.words[place] == "am" and read.words[place - 1][0].isdigit():
            marks[place] = 0
        elif read.words[place] == "neige" and read.words[place - 1] == "chasse":
            marks[place] = g.ACTOR
    return marks


def deeds(read: Read, marks: list[int]) -> Iterator[Deed]:
    """What is done and asked in a text, sentence by sentence."""
    reader = French(read, marks) if read.language == "fr" else English(read, marks)
    for sentence in read.sentences:
        yield from reader.asked(sentence)
        if sentence.asks:
            continue
        said = read.words[sentence.first : sentence.last]
        rumour = not (_UNTRUE.isdisjoint(said) and _TALKED.isdisjoint(pairwise(said))) or _is_hearsay(said)
        for deed in reader.done(sentence):
            yield Deed(deed.first, deed.last, open=False) if rumour else deed
