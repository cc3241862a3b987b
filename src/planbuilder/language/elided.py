"""French verbs that leave out what was just said: « les comptes sont bloqués et leurs titulaires prévenus »."""

from planbuilder.language import grammar as g
from planbuilder.language.sentences import Read

_OWNERS = frozenset(["le", "la", "l'", "les", "leur", "leurs", "son", "sa", "ses", "nos", "notre", "vos", "votre"])
_REACH = 8
_LONG = 5
"""Words that somebody and the participle have at most."""
_NOT = g.HARM | g.IDLE | g.FAULTY | g.INFO | g.ACTOR
_WITHOUT_ACCENT = ("prevenu", "averti", "secouru", "accueilli", "mis", "suspendu", "interrompu", "remis", "repris")


def elided(read: Read, marks: list[int], verb: int, end: int) -> int | None:
    """The place of a participle that stands behind « et » and shares the helping verb of that at `verb`."""
    for place in range(verb + 1, min(verb + _REACH, end - 2)):
        if read.words[place] == "et" and read.words[place + 1] in _OWNERS:
            for here in range(place + 3, min(place + 2 + _LONG, end)):
                if marks[here] & (g.BE | g.HAVE | g.FINITE | g.NEGATION):
                    return None
                if _is_done(read, marks, here) and (here + 1 == end or read.parted[here + 1]):
                    return here
            return None
    return None


def _is_done(read: Read, marks: list[int], place: int) -> bool:
    typed = read.text[read.starts[place] : read.ends[place]].lower()
    spelt = typed.endswith(("é", "ée", "és", "ées")) or read.words[place].startswith(_WITHOUT_ACCENT)
    return spelt and bool(marks[place] & g.PARTICIPLE) and not marks[place] & _NOT
