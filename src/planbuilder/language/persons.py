"""Who somebody is: a person's name together with age, address or health."""

from collections.abc import Iterator

from planbuilder.language.first_names import known_by_name
from planbuilder.language.lexicon import Lexicon
from planbuilder.language.sentences import Read

_PROFESSIONS = frozenset(
    ["dr", "docteur", "doctor", "professeur", "prof", "maire", "mayor", "prefet", "general", "captain", "capitaine"]
)
_OLDEST = 115


def people(read: Read, words: Lexicon, names: frozenset[str]) -> Iterator[str]:
    """A person named together with age, address or health, in one sentence."""
    lists = words.lists
    yield from _greeted(read, words, names)
    yield from known_by_name(read, words, names)
    for sentence in read.sentences:
        span = range(sentence.first, sentence.last)
        blank = any(read.words[place] == "{person}" for place in span)
        called = [place for place in _capitals(read, span) if _named(read, words, place, names)]
        if not called and not blank:
            continue
        told = any(
            lists["health"].takes(read, place)
            or lists["address"].takes(read, place)
            or read.words[place] in {"{age}", "{health}"}
            or any(_age(read, words, place, one) for one in called)
            or _house(read, words, place)
            or _years_old(read, place)
            for place in span
        )
        if told:
            first = called[0] if called else sentence.first
            yield read.typed(first, min(first + 2, sentence.last))


def _greeted(read: Read, words: Lexicon, names: frozenset[str]) -> Iterator[str]:
    """Somebody greeted by name and told in public of an illness or an address: « votre demande pour dépression »."""
    last = min(read.sentences[0].last, _GREETING) if read.sentences else 0
    named = next((place for place in _capitals(read, range(last)) if _named(read, words, place, names)), None)
    if named is None:
        return
    yours = not _YOURS.isdisjoint(read.words[:named])
    for place in range(named, len(read.words)):
        yours = yours and read.sentence[place] == read.sentence[place - 1]
        ill = read.words[place - 1] in _FOR and words.lists["health"].takes(read, place)
        if yours and (ill or _house(read, words, place)):
            yield read.typed(named, min(named + 2, last))
            return
        yours = yours or read.words[place] in _YOURS


def _capitals(read: Read, span: range) -> Iterator[int]:
    """The words that begin with a capital: no other is a name."""
    return (place for place in span if read.text[read.starts[place]].isupper())


_GREETING = 8
"""Words within which a text greets somebody."""

_YOURS = frozenset({"votre", "vos", "your"})
_FOR = frozenset({"pour", "for"})


def _named(read: Read, words: Lexicon, place: int, names: frozenset[str]) -> bool:
    """Whether a person's name starts here: after a title or « notre collègue », or two capitalised words and an age."""
    typed = read.text[read.starts[place] : read.ends[place]]
    if (
        not typed[0].isupper()
        or (typed.isupper() and len(typed) > 1)
        or read.words[place] in names
        or read.words[place] in _NO_NAMES
    ):
        return False
    before = read.words[place - 1] if place else ""
    if {before, read.words[place]} & _PROFESSIONS or words.lists["titles"].takes(read, place) or len(typed) == 1:
        return False
    relations = words.lists["relations"].words
    related = before in relations and not _in_a_name(read, place - 1)
    titled = before in words.lists["titles"].words or related or before in _CALLED or _years_old(read, place - 1)
    introduced = titled and not read.parted[place] and read.sentence[place - 1] == read.sentence[place]
    if introduced or _aged(read, words, place):
        return True
    following = read.text[read.starts[place + 1] : read.ends[place + 1]] if place + 1 < len(read.words) else ""
    second = following[:1].isupper() and not read.parted[place + 1] and read.sentence[place + 1] == read.sentence[place]
    if (
        not second
        or read.words[place + 1] in names
        or read.words[place + 1] in words.lists["titles"].words
        or words.lists["relations"].takes(read, place)
    ):
        return False
    if read.parted[place] and not relations.isdisjoint(read.words[max(place - 4, 0) : place]):
        return True  # « la victime, Ahmed Saïdi, … »
    after = place + 2
    if after < len(read.words) and not read.parted[after] and read.text[read.starts[after]].isupper():
        after += 1  # « Marie-Ève Gagnon »
    return after < len(read.words) and (
        (read.parted[after] and words.lists["health"].takes(read, after))
        or (read.parted[after] and not relations.isdisjoint(read.words[after : after + 3]))
        or _told_of(read, words, after)
        or any(_years_old(read, near) for near in range(after, min(after + _NEAR, len(read.words))))
        or (read.words[after] in _FROM and _house(read, words, min(after + 1, len(read.words) - 1)))
        or _age(read, words, after, place)
        or words.lists["address"].takes(read, after)
        or (
            words.lists["health"].takes(read, min(after + 1, len(read.words) - 1))
            and read.sentence[after] == read.sentence[place]
        )
    )


def _in_a_name(read: Read, place: int) -> bool:
    """Whether a word is capitalised within a sentence: it belongs to a name, as in “our Little Pots”."""
    return read.text[read.starts[place]].isupper() and place > read.sentences[read.sentence[place]].first


def _is_age(word: str) -> bool:
    return word.isdecimal() and len(word) <= len(str(_OLDEST)) and int(word) <= _OLDEST


def _aged(read: Read, words: Lexicon, place: int) -> bool:
    """Whether an age stands after one capitalised word: « Julie, 7 ans », “Julie, 7, …”."""
    after = place + 1
    if after >= len(read.words) or not read.parted[after]:
        return False
    told = after + 1 < len(read.words) and read.words[after + 1] in words.lists["age"].words
    return (
        read.sentence[after] == read.sentence[place] and _is_age(read.words[after]) and (told or _apposed(read, after))
    )


def _apposed(read: Read, place: int) -> bool:
    after = read.words[place + 1] if place + 1 < len(read.words) else ""
    return read.language == "en" and bool(after) and read.parted[place + 1] and not read.words[place + 1][0].isdigit()


def _age(read: Read, words: Lexicon, place: int, named: int | None) -> bool:
    """Whether a number is somebody's age."""
    word = read.words[place]
    if not _is_age(word) or named is None or not 0 < place - named < _REACH:
        return False
    after = read.words[place + 1] if place + 1 < len(read.words) else ""
    before = read.words[place - 1] if place else ""
    apposed = read.parted[place] and (
        place + 1 == len(read.words) or read.parted[place + 1] or after in {"is", "was", "has", "and"}
    )
    ago = place + 2 < len(read.words) and read.words[place + 2] in {"ago", "later", "before", "after"}
    return (after in words.lists["age"].words and not ago) or before == "aged" or apposed


def _years_old(read: Read, place: int) -> bool:
    """Whether somebody's age ends here: “52-year-old”."""
    return place > 0 and read.words[place] == "old" and read.words[place - 1] in {"year", "month", "week"}


_NEAR = 5
_FROM = frozenset({"from", "of", "at"})


def _house(read: Read, words: Lexicon, place: int) -> bool:
    """Whether the number of a house or a day of birth stands here: « 14, chemin des Prés », « née le 3 mai »."""
    street = words.lists["street"].words
    if read.words[place] in _BORN:
        return read.words[place + 1 : place + 2] in (["le"], ["en"], ["on"], ["in"])
    return read.words[place].isdecimal() and not street.isdisjoint(read.words[place + 1 : place + 3])


_BORN = frozenset({"ne", "nee", "born"})
_CALLED = frozenset({"nomme", "nommee", "prenomme", "prenommee", "appelle", "appelait", "famille", "named", "called"})
_AND = frozenset({"and", "et", "but", "mais"})
_NO_NAMES = frozenset(
    ["our", "the", "your", "my", "their", "its", "this", "all", "from", "near", "notre", "nos", "votre", "vos", "leur"]
)
"""Words that begin a sentence before the name of a place: “Our Leeds depot”."""

_OF_THEM = frozenset({"who", "whose", "qui", "dont"})
_REACH = 8


def _told_of(read: Read, words: Lexicon, place: int) -> bool:
    """Whether what follows a name tells of the person's health: “…, who is treated for …”, « …, en arrêt pour … »."""
    end = read.sentences[read.sentence[place - 1]].last
    for here in range(place, min(place + _REACH, end)):
        if read.words[here] in _AND:
            break
        leave = read.words[here : here + 2] in (["en", "arret"], ["on", "sick"])
        if read.words[here] in _OF_THEM or leave:
            told = (words.lists["health"], words.lists["address"])
            return any(sort.takes(read, after) for sort in told for after in range(here, min(here + _REACH, end)))
    return False
