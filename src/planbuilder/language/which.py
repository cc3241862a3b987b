"""In which language a text plainly is, by the words that hardly any sentence does without.

Only a text that leaves no doubt is judged: names, titles between quotes and short texts are in no language, or in two.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from planbuilder.messages import base_of
from planbuilder.patterns import regex

# Words that the other language has too (`on`, `a`, `pour`, `plus`) are in neither list. Those before the bar never
# stand in a name alone: names are full of articles and prepositions (`Croix-Rouge de la Loire`, `Bank of the West`).
_WORDS = {
    "en": "we you your our they their is are was were be been have has had do does did will would can could not it its"
    " this that these there he she his who what when how | the of and to for from with by at in an all about any no",
    "fr": "nous vous votre vos notre nos ils elle est sont était étaient être été avons avez ont sera seront avait ne"
    " pas que qui cette ces ce il leur leurs peut peuvent qu c'est n'est | le la les des du de un une et dans avec sur"
    " aux au par chez sans sous en",
}
_SENTENCE = {tag: frozenset(words.partition("|")[0].split()) for tag, words in _WORDS.items()}
_FREQUENT = {tag: frozenset(words.replace("|", " ").split()) for tag, words in _WORDS.items()}
_LEFT_OUT = regex(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|\{[^}]*\}|\S{1,80}(?:://|@)\S+|\bwww\.\S+")
_WORD = regex(r"(?:[cnlds]['’])?[^\W\d_]+(?:-[^\W\d_]+)*")
_ELIDED = regex(r"\b(?:[ldnscjm]|qu)['’](?=\w)", re.IGNORECASE)

FEWEST_WORDS = 8
"""A shorter text may be a name or a title."""
FEWEST_IN_A_SENTENCE = 4
"""A shorter sentence may be a motto; asked only of one that is the same in both languages."""


def astray(said: Mapping[str, str], languages: Iterable[str]) -> dict[str, str]:
    """The tags under which a text stands that is plainly in another of the `languages`, each with that language.

    `said` is what is said under each tag.
    """
    others = dict.fromkeys((*said, *languages))
    found = {}
    for tag, text in said.items():
        for other in others:
            if other != tag and plainly_in(text, other, tag, same_as_other=said.get(other) == text):
                found[tag] = other
                break
    return found


@lru_cache(maxsize=4096)  # two families of checks ask it of the same texts
def plainly_in(text: str, other: str, own: str, *, same_as_other: bool = False) -> bool:
    """Whether a text that should be in `own` is in `other` (tags of languages); False where either is not known here.

    `same_as_other` says that the same words stand as the text in `other`: then fewer signs are enough.
    """
    other, own = base_of(other), base_of(own)
    if other == own or other not in _WORDS or own not in _WORDS or _SENTENCE[other].isdisjoint(text.lower().split()):
        return False
    bare = _LEFT_OUT.sub(" ", text).strip()
    typed = [word.replace("’", "'") for word in _WORD.findall(bare)]
    words = [word.lower() for word in typed]
    signs = [word for word in words if word in _FREQUENT[other]]
    against = sum(word in _FREQUENT[own] for word in words) + (len(_ELIDED.findall(bare)) if own == "fr" else 0)
    is_sentence = same_as_other and bare.endswith((".", "!", "?", "…"))
    needed = 2 if same_as_other else 4
    return (
        len(words) >= (FEWEST_IN_A_SENTENCE if is_sentence else FEWEST_WORDS)
        and len(signs) >= max(needed, 4 * against)
        and len({*signs} & _SENTENCE[other]) >= needed // 2
        and not _is_title(typed)
    )


def _is_title(words: list[str]) -> bool:
    """Whether the words are written as in an English title: most of them with a capital, but not in capitals."""
    capitals = sum(word[0].isupper() for word in words)
    return 2 * capitals > len(words) and not all(word.isupper() for word in words)
