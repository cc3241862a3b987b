"""What a text gives its reader, told from the build of its sentences: a deed, a request, help, the next word."""

from collections.abc import Callable, Container, Iterator

from planbuilder.language import grammar as g
from planbuilder.language.clauses import Deed
from planbuilder.language.coming import coming
from planbuilder.language.deeds import deeds, marks_of
from planbuilder.language.sentences import Read
from planbuilder.language.standing import Standing

Place = tuple[int, int]

_HEARD = frozenset({"read", "received", "noted", "recorded", "lu", "recu", "note", "enregistre", "examine", "transmis"})

_YOURS = frozenset({"votre", "vos", "ton", "tes", "your"})
"""What was done to something of the reader's helps: « nous avons recrédité votre compte »."""


def _never(_need: str, _place: Place) -> bool:
    return False


def given(
    read: Read, known: Container[str] = (), seems: Callable[[str, Place], bool] = _never
) -> Iterator[tuple[str, Place]]:
    """Each need (action, instruct, help, next) that a text meets, with the first words that do; not those known.

    Also each `deed` of our own that was found on the way. `seems` says which words only sound like a need.
    """
    wanted = {need for need in ("action", "instruct", "help", "next") if need not in known}
    marks = marks_of(read)
    if wanted - {"next"}:
        for deed in deeds(read, marks):
            if _is_ours(read, marks, deed):
                yield "deed", (deed.first, deed.last)
            for need in _met_by(read, deed, seems) & wanted:
                wanted.remove(need)
                yield need, (deed.first, deed.last)
            if not wanted - {"next"}:
                break
        for need, place in _standing(read, marks, wanted, seems):
            wanted.remove(need)
            yield need, place
    if "next" in wanted:
        for place in coming(read, marks):
            if not seems("next", place):
                yield "next", place
                return


def _standing(
    read: Read, marks: list[int], wanted: Container[str], seems: Callable[[str, Place], bool]
) -> Iterator[tuple[str, Place]]:
    """What English sentences give by what stands or happens, where no deed was found."""
    left = [need for need in ("action", "help") if need in wanted]
    if not left or read.language != "en":
        return
    reader = Standing(read, marks)
    for sentence in read.sentences:
        if not sentence.asks:
            for one in reader.given(sentence):
                for need in one.needs.intersection(left):
                    if not seems(need, (one.first, one.last)):
                        left.remove(need)
                        yield need, (one.first, one.last)


def _is_ours(read: Read, marks: list[int], deed: Deed) -> bool:
    """Whether we did more than read and say: “we have moved your order”, not “we have read your message”."""
    ours = (marks[deed.first] | marks[deed.first - 1]) & g.SELF
    verb, after = read.words[deed.last - 1], read.words[deed.last : deed.last + 1]
    return bool(ours) and not marks[deed.last - 1] & (g.TELL | g.SAY) and verb not in _HEARD and after != ["note"]


def _met_by(read: Read, deed: Deed, seems: Callable[[str, Place], bool]) -> frozenset[str]:
    verb = (deed.last - 1, deed.last)
    if deed.asked:
        return frozenset({"action", "instruct", "help"} if not seems("help", verb) else {"action", "instruct"})
    for_you = read.words[deed.last - 1] not in _HEARD and not _YOURS.isdisjoint(read.words[deed.last : deed.last + 2])
    gives = {"action", "help"} if deed.open or for_you else {"action"}
    return frozenset(need for need in gives if not seems(need, verb))
