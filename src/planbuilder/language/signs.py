"""What letters and signs say beside the words: capitals, repeated marks, emoji, hashtags, acronyms, who somebody is."""

import re
from collections.abc import Iterator

from planbuilder.language.lexicon import Lexicon
from planbuilder.language.sentences import Read
from planbuilder.patterns import regex

_REPEATED = regex(r"(?:\?[ \u00a0\u202f]?){2,}|[!?][!?]+|(?:![ \u00a0\u202f]?){2,}")
_PLAYFUL = regex(
    "[\U0001f32d-\U0001f37f\U0001f93a-\U0001f945\U0001f600-\U0001f61d\U0001f62c\U0001f634\U0001f638-\U0001f644\U0001f648-\U0001f64a\U0001f917"
    "\U0001f920-\U0001f923\U0001f926\U0001f929\U0001f92a\U0001f92d\U0001f937\U0001f973\U0001f974\U0001f389\U0001f38a\U0001f37b"
    "\U0001f480\U0001f485\U0001f4aa\U0001f608]|[:;]-?[)DPp](?!\\w)|\\^\\^"
)
_HASHTAG = regex(r"(?<![\w&#])#(?=\w*[^\W\d_])\w{3,}")
_LABELS = frozenset(
    [
        "alerte",
        "alert",
        "urgent",
        "urgence",
        "rappel",
        "recall",
        "important",
        "attention",
        "info",
        "information",
        "warning",
        "communique",
    ]
)
_ALERTING = (
    *("alert", "info", "crue", "inond", "incend", "trafic", "traffic", "vigi", "meteo", "météo", "tempete", "tempête"),
    *("seisme", "séisme", "rappel", "recall", "flood", "fire", "storm", "quake", "evac"),
)
"""How hashtags begin by which people follow an event."""

_MOST_LETTERS = 6
_LONG = 5
_ENDING = 2
"""Words in small letters that may end a heading."""

_PROFESSIONS = frozenset(
    ["dr", "docteur", "doctor", "professeur", "prof", "maire", "mayor", "prefet", "general", "captain", "capitaine"]
)
_OLDEST = 115
_TYPED = frozenset(
    ["envoyer", "envoyez", "envoie", "tapez", "repondez", "repondre", "send", "text", "texting", "reply", "replying"]
)
"""Words before one that the reader types: "text HELP to …"."""
_CODES = frozenset({"code", "codes", "promo", "voucher", "coupon", "password", "reference"})
"""Words before what somebody made up: “with code SUNNY”."""

_CVE = regex(r"CVE-\d{4}-\d{4,7}", re.IGNORECASE)


_TWO_CAPITALS = regex(r"[A-ZÀ-ÖØ-Þ]{2}")
_SHORT_CRY = 4
"""Letters that a common word has at least to be loud on its own: « FAUX »."""


def _capitals(read: Read) -> list[int]:
    """The places of words of at least two letters, all capitals."""
    if not _TWO_CAPITALS.search(read.text):
        return []
    typed = map(read.text.__getitem__, map(slice, read.starts, read.ends))
    return [place for place, word in enumerate(typed) if len(word) > 1 and word.isupper() and word.isalpha()]


def shouted(read: Read, words: Lexicon, names: frozenset[str]) -> Iterator[str]:
    """Runs of capitals that are no acronyms, and repeated marks."""
    runs, alone = _shouts(read, words, names)
    for run in runs:
        yield read.typed(run[0], run[-1] + 1)
    if alone:
        yield read.typed(alone[0], alone[0] + 1)
    for marks in _REPEATED.finditer(read.text):
        yield marks[0].strip()


def _shouts(read: Read, words: Lexicon, names: frozenset[str]) -> tuple[list[list[int]], list[int]]:
    """The runs of capitals that shout, and the single words that do where there are two or more."""
    runs: list[list[int]] = []
    alone: list[int] = []
    for run in _runs(read):
        loud = [one for one in run if _is_loud(read, words, names, one, among=len(run) > 1)]
        louder = [one for one in loud if read.words[one] not in _LABELS]
        if _is_heading(read, run):
            continue
        if len(run) > 1 and (louder or len({read.words[one] for one in run}) == 1):
            runs.append(run)
        else:
            alone += louder
    return runs, alone if len(alone) > 1 else []


def _runs(read: Read) -> Iterator[list[int]]:
    """Capitals that follow each other; « À » and « C' » may stand among them."""
    run: list[int] = []
    for place in _capitals(read):
        between = range(run[-1] + 1, place) if run else ()
        if all(len(read.words[one]) <= 2 and read.typed(one, one + 1).isupper() for one in between):
            run.append(place)
        else:
            yield run
            run = [place]
    if run:
        yield run


def _is_loud(read: Read, words: Lexicon, names: frozenset[str], place: int, *, among: bool) -> bool:
    """Whether a word in capitals is one of everyday, and no acronym."""
    word = read.words[place]
    if words.lists["shouted"].takes(read, place) and (among or len(word) >= _SHORT_CRY):
        return True
    if among and len(word) >= _SHORT_CRY and not _VOWELS.isdisjoint(word):
        return not words.lists["acronyms"].takes(read, place) and word not in names
    return len(word) >= _LONG and not words.lists["acronyms"].takes(read, place) and word not in names


_VOWELS = frozenset("aeiouy")
_HEADING = 6
_ORDERS = frozenset(
    {"pas", "ne", "n'", "jamais", "not", "never", "no", "do", "don", "stop", "faux", "false", "surtout"}
)


def _is_heading(read: Read, run: list[int]) -> bool:
    """Whether capitals are a heading above a text in small letters: few words, a whole sentence, no cry in it."""
    sentence = read.sentences[read.sentence[run[0]]]
    whole = run[0] == sentence.first == 0 and len(read.sentences) > 1 and sentence.last - run[-1] <= _ENDING
    sign = read.text[read.ends[sentence.last - 1] :].lstrip()[:1]
    orders = any(read.words[place] in _ORDERS or read.words[place].endswith("ez") for place in run)
    return whole and sign != "!" and len(run) <= _HEADING and not orders


def playful(text: str) -> Iterator[str]:
    """Emoji that play."""
    for sign in _PLAYFUL.finditer(text):
        yield sign[0]


def slogans(text: str) -> Iterator[str]:
    """Hashtags that advertise: several words in one; and codes for a discount."""
    for tag in _HASHTAG.finditer(text):
        useful = tag[0][1:].lower().startswith(_ALERTING)
        if sum(c.isupper() for c in tag[0]) > 1 and not tag[0][1:].isupper() and not useful:
            yield tag[0]


def acronyms(read: Read, words: Lexicon, names: frozenset[str]) -> Iterator[str]:
    """Acronyms that are neither known nor explained: « PCA », but not « plan de continuité d'activité (PCA) »."""
    known, codes = words.lists["acronyms"], words.lists["by_code"]
    caps = _capitals(read)
    runs, alone = _shouts(read, words, names) if caps else ([], [])
    loud = {*alone, *(place for run in runs for place in range(run[0], run[-1] + 1))}
    if loud:  # where the text shouts, a word in capitals is a word
        loud |= {place for place in caps if len(read.words[place]) >= _SHORT_CRY}
    for place in caps:
        word = read.words[place]
        if (
            len(word) > _MOST_LETTERS
            or known.takes(read, place)
            or word in names
            or place in loud
            or words.lists["shouted"].takes(read, place)
        ):
            continue
        beside = place - 1 in caps or place + 1 in caps
        before = read.text[max(0, read.starts[place] - 1) : read.starts[place]]
        after = read.text[read.ends[place] : read.ends[place] + 2]
        glued = read.text[read.ends[place] : read.ends[place] + 1]
        if glued.isdigit() or glued in {"&", "_", "/"} or before in {"&", "/"}:
            continue  # « RETOUR20 », “R&D”
        told = read.words[place - 1] if place else ""
        code = (told in codes.words and len(word) < 3) or told in _TYPED or told in _CODES
        if beside or before in {"(", "-", "#", "@", "_"} or after.strip().startswith(("(", "-")) or code:
            continue
        if len(word) >= _LONG and not any(c in "aeiouy" for c in word[:2]):
            continue
        if _ROMAN.issuperset(word) and len(word) > 1:
            continue  # “Hall III”
        if read.quoted[place] and len(word) >= _LONG:
            continue  # « OUVERT », on a sign
        if not _apposed_to(read, place):
            yield read.typed(place, place + 1)


_ROMAN = frozenset("ivx")
_ARTICLES = frozenset(
    [
        *("le", "la", "l'", "les", "un", "une", "notre", "nos", "votre", "leur", "c'", "soit", "autrement"),
        *("the", "a", "an", "our", "your", "its", "which", "that", "or"),
    ]
)
_IS_A = frozenset({"est", "sont", "is", "are", "means", "signifie", "designe", "stands"})
_SO_CALLED = frozenset({"appele", "appelee", "nomme", "nommee", "dit", "dite", "baptise", "called", "named"})
_EXPLAINS = 2
"""Words that explain an acronym at least, after their article."""


def _apposed_to(read: Read, place: int) -> bool:
    """Whether an acronym is explained beside it: « l'AFSCA, l'agence des aliments », “CIS, our billing system”."""
    sentence = read.sentences[read.sentence[place]]
    after = place + 1
    if after + _EXPLAINS < sentence.last and read.words[after + 1 - read.parted[after]] in _ARTICLES:
        told = range(after, after + 1 + _EXPLAINS)
        if (read.parted[after] or read.words[after] in _IS_A) and not any(_is_capital(read, one) for one in told):
            return True
    if read.words[place - 1] in _SO_CALLED and place - 1 > sentence.first:
        return True
    before = place if read.parted[place] else place - 1
    explained = before - sentence.first > _EXPLAINS and read.parted[before] and not _is_capital(read, before - 1)
    return explained and (before == place or read.words[before] in _ARTICLES) and _closes(read, after, sentence.last)


def _closes(read: Read, after: int, last: int) -> bool:
    """Whether an apposition ends here: with its sentence, or at a comma."""
    return after >= last or read.parted[after]


def _is_capital(read: Read, place: int) -> bool:
    typed = read.text[read.starts[place] : read.ends[place]]
    return len(typed) > 1 and typed.isupper()


def people(read: Read, words: Lexicon, names: frozenset[str]) -> Iterator[str]:
    """A person named together with age, address or health, in one sentence."""
    lists = words.lists
    yield from _greeted(read, words, names)
    for sentence in read.sentences:
        span = range(sentence.first, sentence.last)
        blank = any(read.words[place] == "{person}" for place in span)
        named = next((place for place in span if _named(read, words, place, names)), None)
        if named is None and not blank:
            continue
        told = any(
            lists["health"].takes(read, place)
            or lists["address"].takes(read, place)
            or read.words[place] in {"{age}", "{health}"}
            or _age(read, words, place, named)
            or _house(read, words, place)
            or _years_old(read, place)
            for place in span
        )
        if told:
            first = named if named is not None else sentence.first
            yield read.typed(first, min(first + 2, sentence.last))


def _greeted(read: Read, words: Lexicon, names: frozenset[str]) -> Iterator[str]:
    """Somebody greeted by name and told in public of an illness or an address: « votre demande pour dépression »."""
    last = min(read.sentences[0].last, _GREETING) if read.sentences else 0
    named = next((place for place in range(last) if _named(read, words, place, names)), None)
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


def _aged(read: Read, words: Lexicon, place: int) -> bool:
    """Whether an age stands after one capitalised word: « Julie, 7 ans », “Julie, 7, …”."""
    after = place + 1
    if after >= len(read.words) or not read.parted[after] or not read.words[after].isdecimal():
        return False
    told = after + 1 < len(read.words) and read.words[after + 1] in words.lists["age"].words
    return (
        read.sentence[after] == read.sentence[place]
        and int(read.words[after]) <= _OLDEST
        and (told or _apposed(read, after))
    )


def _apposed(read: Read, place: int) -> bool:
    after = read.words[place + 1] if place + 1 < len(read.words) else ""
    return read.language == "en" and bool(after) and read.parted[place + 1] and not read.words[place + 1][0].isdigit()


def _age(read: Read, words: Lexicon, place: int, named: int | None) -> bool:
    """Whether a number is somebody's age."""
    word = read.words[place]
    if not word.isdecimal() or int(word) > _OLDEST or named is None or not 0 < place - named < _REACH:
        return False
    after = read.words[place + 1] if place + 1 < len(read.words) else ""
    before = read.words[place - 1] if place else ""
    apposed = read.parted[place] and (
        place + 1 == len(read.words) or read.parted[place + 1] or after in {"is", "was", "has", "and"}
    )
    return after in words.lists["age"].words or before == "aged" or apposed


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
