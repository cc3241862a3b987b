"""Who is called by a first name or as the victim, and what is told of them: “Jade Owens has a broken leg”."""

from collections.abc import Iterator

from planbuilder.language.lexicon import Lexicon
from planbuilder.language.sentences import Read


def _all(words: str) -> frozenset[str]:
    return frozenset(words.split())


_REACH = 8
_BODY = _all(
    "pelvis shoulder knee elbow jaw nose finger fingers foot feet neck hand hands back eye eyes head face chest lung "
    "lungs kidney liver ear thumb toe toes tooth teeth thigh heel palm"
)
_HURT = _all(
    "broken broke fractured injured hurt cut burned burnt scalded lost crushed sprained twisted dislocated bitten "
    "bruised gashed torn severed operated operation scald scalds burns"
)
_ILL = _all("scalded bitten crushed stabbed choked fainted bleeding stitches biopsy scan ambulance")
_FACTS = frozenset({"died", "dead"})
"""Deaths are announced by name: that of a founder gives nobody away."""

_HAS = _all(
    "is was has had suffered suffers broke lost fell collapsed remains underwent tested needed needs received got "
    "caught contracted takes"
)
_OF_STAFF = _all(
    "nurse nurses doctor specialist unit ward team charity trust centre society officer adviser lead consultant "
    "surgeon service services clinic expert research prevention care home department fund appeal victims patients "
    "families people line support school worked working works treats treating leads helps helping teaches"
)
_PLACES = _all(
    "centre center hospital school park hall station house library institute trust foundation arena theatre museum "
    "bridge college prize memorial line ward unit building airport university church stadium clinic ltd limited "
    "academy cup award room gallery fund wing bar cafe inn arms hotel shop bakery brewery"
)
_BEFORE = frozenset({"the", "a", "an", "our", "your", "dr", "professor", "prof", "saint", "st", "mayor", "councillor"})
_VICTIMS = _all(
    "patient pupil student victim passenger guest tenant resident child boy girl man woman caller customer client "
    "teenager cyclist swimmer walker climber hiker surfer toddler baby pensioner person casualty player visitor "
    "neighbour mother father son daughter widow skier camper diver runner infant"
)
_IS = frozenset({"is", "was", "as"})
_NO_ILLNESS = frozenset({"condition", "heart", "blood", "leg", "arm", "hip", "blind", "deaf", "sick", "ill", "killed"})
_THEIRS = frozenset({"his", "her"})
_VICES = _all(
    "drinking debts divorce addiction gambling drink alcohol weight sobriety miscarriage fit fits arrest affair"
)
_HAIL = frozenset({"dear", "hi", "hello", "hey", "sorry", "thanks", "morning", "afternoon", "evening"})
_NUMBERS = _all(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)


def known_by_name(read: Read, words: Lexicon, names: frozenset[str]) -> Iterator[str]:
    """Each person whom a sentence calls by a first name, or names as the victim, and tells an illness or address of."""
    given = words.lists.get("given")
    if given is None:
        return
    for place, word in enumerate(read.words):
        if not _capital(read, place) or word in names:
            continue
        known = given.takes(read, place)
        after = place + 2 if _surname(read, place + 1) and not _is_place(read, place) else place + 1
        told = known and _hailed(read, words, place)
        if after == place + 2 and _before(read, place) not in _BEFORE:
            told = told or _told_of(read, words, place, after, known=known)
        elif known and after == place + 1:
            told = told or _told_single(read, words, after)
        if told:
            yield read.typed(place, after)
            return


def _capital(read: Read, place: int) -> bool:
    typed = read.text[read.starts[place] : read.ends[place]]
    return typed[0].isupper() and typed[1:].islower()


def _before(read: Read, place: int) -> str:
    return read.words[place - 1] if place and read.sentence[place - 1] == read.sentence[place] else ""


def _surname(read: Read, place: int) -> bool:
    return (
        place < len(read.words)
        and read.text[read.starts[place]].isupper()
        and read.sentence[place] == read.sentence[place - 1]
        and not read.parted[place]
        and read.words[place] not in _PLACES
    )


def _is_place(read: Read, place: int) -> bool:
    """Whether two names are those of a house or a firm: “the Harold Pinkney Centre”."""
    third = place + 2
    return third < len(read.words) and read.words[third] in _PLACES and read.text[read.starts[third]].isupper()


def _end(read: Read, place: int) -> int:
    return read.sentences[read.sentence[place]].last


def _told_of(read: Read, words: Lexicon, place: int, after: int, *, known: bool) -> bool:
    """Whether an age, a street or an illness is told of two names, of which the first is `known`, or of a victim."""
    first = read.sentences[read.sentence[place]].first
    prior = read.words[max(first, place - _REACH - 4) : place]
    ill = any(_ill(read, words, at) for at in range(max(first, place - _REACH - 4), place))
    named = bool(prior) and (prior[-1] in _IS or (ill and read.parted[place]))
    victim = named and (not _VICTIMS.isdisjoint(prior) or (ill and "who" in prior))
    if after >= len(read.words) or read.sentence[after] != read.sentence[place]:
        return victim and any(_ill(read, words, at) for at in range(first, place))
    aged = _is_age(read, after)
    lives = place > first and _street(read, words, after)
    if victim:
        return aged or lives or any(_ill(read, words, at) for at in range(first, _end(read, place)))
    return lives or (known and (aged or _suffers(read, words, after) or _of_theirs(read, words, after)))


def _told_single(read: Read, words: Lexicon, after: int) -> bool:
    """Whether a first name is explained as that of a victim of whom an illness is told: “Jean, the tenant, is ill”."""
    end = _end(read, after - 1)
    if after + 1 >= end:
        return False
    if _of_theirs(read, words, after):
        return True
    if read.parted[after] and read.words[after] in _NUMBERS:
        return read.parted[after + 1] and read.words[after + 1] in {"of", "from", "who", "is", "was", "has", "in"}
    if not read.parted[after] or read.words[after] not in {"the", "our", "a", "who"}:
        return False
    victim = read.words[after] == "who" or not _VICTIMS.isdisjoint(read.words[after : after + 3])
    return victim and any(_ill(read, words, at) for at in range(after, min(after + 2 * _REACH, end)))


def _is_age(read: Read, place: int) -> bool:
    aged = read.words[place] == "aged"
    number = read.words[place + aged] if place + aged < len(read.words) else ""
    apposed = read.parted[place] and place + 1 < len(read.words) and read.parted[place + 1]
    return (aged or apposed) and (number in _NUMBERS or (number.isdecimal() and int(number) < 116))


def _street(read: Read, words: Lexicon, place: int) -> bool:
    """Whether somebody's street follows: “of Main Street”, “from 14 Quarry Lane”."""
    if read.words[place] not in {"of", "from"} or read.parted[place]:
        return False
    rest = range(place + 1, min(place + 4, _end(read, place)))
    capital = [at for at in rest if read.text[read.starts[at]].isupper() or read.words[at].isdecimal()]
    return len(capital) > 1 and any(read.words[at] in words.lists["street"].words for at in capital[1:])


def _ill(read: Read, words: Lexicon, place: int) -> bool:
    word = read.words[place]
    if word in _BODY:
        return not _HURT.isdisjoint(read.words[max(place - 4, 0) : place])
    return word in _ILL or (word not in _FACTS and words.lists["health"].takes(read, place))


def _suffers(read: Read, words: Lexicon, place: int) -> bool:
    """Whether an illness is told of the name before a place, and not that somebody works with the ill."""
    if read.words[place] not in _HAS or read.parted[place]:
        return False
    span = range(place, min(place + _REACH, _end(read, place)))
    near = read.words[place : min(place + _REACH + 2, _end(read, place))]
    return _OF_STAFF.isdisjoint(near) and any(_ill(read, words, at) for at in span)


def _of_theirs(read: Read, words: Lexicon, place: int) -> bool:
    """Whether an illness is called that of the name before a place: “well after his epileptic fit”."""
    for at in range(place, min(place + _REACH, _end(read, place - 1) - 1)):
        if read.words[at] in _THEIRS:
            near = range(at + 1, min(at + 3, len(read.words)))
            return any(read.words[one] in _VICES or _is_illness(read, words, one) for one in near)
    return False


def _is_illness(read: Read, words: Lexicon, place: int) -> bool:
    return words.lists["health"].takes(read, place) and read.words[place] not in _NO_ILLNESS


def _hailed(read: Read, words: Lexicon, place: int) -> bool:
    """Whether somebody greeted by name is told of an illness or a house: “Dear Orla, … your chemotherapy …”."""
    if _before(read, place) not in _HAIL and not read.text[: read.starts[place]].endswith("@"):
        return False
    return any(
        (read.words[at - 1] == "your" and any(_is_illness(read, words, near) for near in range(at, at + 2)))
        or (read.words[at].isdecimal() and not words.lists["street"].words.isdisjoint(read.words[at + 1 : at + 3]))
        for at in range(place + 2, len(read.words) - 1)
    )
