"""« tu » where French people are addressed as « vous »."""

from collections.abc import Iterator

from planbuilder.language.sentences import Read

_YOU_ALONE = frozenset({"tu", "toi", "t'", "ton", "ta", "tes"})
_HELPERS = frozenset(
    ["est", "etait", "sont", "a", "ete", "jamais", "avoir", "etre", "avons", "avions", "ont", "avaient", "ai", "avait"]
)


def familiar(read: Read) -> Iterator[str]:
    """The first words of a text that say « tu » to its reader; not « le ton », nor « le témoin s'est tu »."""
    for place, word in enumerate(read.words):
        if word not in _YOU_ALONE or read.quoted[place]:
            continue
        before = read.words[place - 1] if place else ""
        noun = word in {"ton", "ta", "tes"} and before in {"le", "un", "ce", "du", "de", "au", "notre"}
        silent = word == "tu" and before in _HELPERS
        opens = read.sentences[read.sentence[place]].first == place and word == "tu"
        typed = read.typed(place, place + 1)
        if not (noun or silent) and (typed.islower() or (opens and typed == "Tu")):
            yield read.typed(place, min(place + 2, len(read.words)))
            return
