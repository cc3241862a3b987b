"""When people learn more: the sentences that name an hour, a day or a rhythm still to come, and what comes then."""

from collections.abc import Iterator
from itertools import pairwise

from planbuilder.language import grammar as g
from planbuilder.language.moments import DATED, DAYS, EXPECTED, OPENING, PAST, SOON
from planbuilder.language.sentences import Read, Sentence

_AND = frozenset({"et", "mais", "puis", "and", "but", "then"})
_SHORTEST = 3
_SAID = {"en": g.INFO | g.SAY | g.TELL | g.SELF | g.ACTOR}
_SAID["fr"] = g.INFO | g.SAY | g.TELL | g.BE  # « nous essayons le moteur demain » tells nobody anything


_FELT = frozenset({"thinking", "thoughts", "hearts", "prayers", "grieving", "mourning", "patience"})
"""“We are thinking of them tonight” announces nothing."""


_BEFALLS = frozenset({"strike", "strikes", "storm", "protest", "march", "walkout"})
"""What happens on a day, of which nobody learns more by it."""


_STAGED = frozenset({"concert", "gig", "match", "film", "parade", "carnival", "raffle", "derby", "disco", "quiz"})


_SKY = frozenset(
    [
        *("rain", "snow", "sleet", "hail", "frost", "ice", "fog", "gales", "gale", "winds", "wind", "showers", "sun"),
        *("thunder", "thunderstorms", "temperatures", "drizzle", "sunshine", "heatwave", "blizzard", "tide", "tides"),
    ]
)
"""“Rain is due on Thursday” tells of the sky."""


def _happens(read: Read, sentence: Sentence) -> bool:
    """Whether a sentence has what happens on a day, of which nobody learns more by it."""
    opens = read.words[sentence.first : sentence.first + 3]
    befalls = not _BEFALLS.isdisjoint(read.words[sentence.first : sentence.last])
    return befalls or not _SKY.isdisjoint(opens[:2]) or (opens[0] == "the" and not _STAGED.isdisjoint(opens))


_WHILE = frozenset({"until"})
"""What may stand before what the reader is bidden: “until told otherwise, check the level every hour”."""
_TASKS = tuple([word] for word in ("wear", "teach", "dress", "heat", "warm", "serve", "treat", "mind", "mop", "spend"))
"""More of what people are bidden to do, and learn nothing by."""
_GATHER = frozenset(
    [
        *("come", "join", "meet", "gather", "dial", "listen", "tune", "watch", "look", "see", "attend", "assemble"),
        *("expect", "follow", "refresh", "return", "log", "read", "visit", "be", "stay", "find", "hear", "await"),
    ]
)
"""What a reader does to learn more."""


_KNOWN = frozenset(
    [
        *("know", "understand", "realise", "realize", "appreciate", "recognise", "recognize", "acknowledge", "regret"),
        *("aware", "sorry", "apologise", "apologize", "sympathise", "sympathize", "feel", "grieve", "mourn"),
    ]
)
"""“We are aware that many have no water this evening”: known, and not to come."""
_AMISS = frozenset(
    [
        *("late", "shut", "closed", "off", "cold", "dark", "busy", "slow", "delayed", "unavailable", "dry", "icy"),
        *("noisy", "crowded", "full", "empty", "missed", "scarce", "fewer", "down", "short", "limited", "reduced"),
    ]
)
"""“Bins will be late today”: what is amiss until then, and no news to come."""
_UP_TO = ("until ", "till ", "jusqu' ")


def _dated(text: str, language: str, inside: list[int]) -> bool:
    """Whether a sentence names an hour or a day at which something may come; not only how long something lasts."""
    for one in DATED[language].finditer(text):
        if not (text[: one.start()].endswith(_UP_TO) or one[0].startswith(_UP_TO)):
            return True
        if any(mark & g.INFO for mark in inside):
            return True
    return False


_ABLE = frozenset({"peut", "peuvent", "pouvons", "peux", "pourra", "pourront", "pourrons", "pouvez", "pourrez"})
_FROM = frozenset({"avant", "que", "qu'", "d'ici", "mais"})
_DENYING = frozenset({"ne", "n'", "fera"})
_WEATHER = frozenset({"froid", "chaud", "beau", "doux", "gris", "nuit", "jour", "noir", "humide", "lourd", "soleil"})


def _unable(read: Read, inside: list[int], first: int, last: int) -> list[int]:
    """French marks of a sentence; what will not be then announces nothing: « ne peut pas ouvrir aujourd'hui ».

    Nor does the weather: « il fera froid demain ».
    """
    if _DENYING.isdisjoint(read.words[first:last]):
        return inside
    for place in range(first, last - 2):
        verb = read.words[place + 1]
        if read.words[place] in {"ne", "n'"} and read.words[place + 2] in {"pas", "plus"}:
            future = verb in _ABLE or inside[place + 1 - first] & g.FUTURE
            not_then = future and _FROM.isdisjoint(read.words[place + 2 : last])
        else:
            not_then = read.words[place] == "il" and verb == "fera" and read.words[place + 2] in _WEATHER
        if not_then:
            until = min(place + 5, last)
            inside[place - first : until - first] = [g.HAVE] * (until - place)
    return inside


def _besides(read: Read, marks: list[int], first: int, last: int) -> list[int]:
    """What the words of a sentence may be, but for what we only know or feel, and what is lacking."""
    inside = marks[first:last]
    if read.language != "en":
        return _unable(read, inside, first, last)
    for place in range(first, last - 1):
        if marks[place] & g.HAVE and marks[place + 1] & g.NEGATION:
            inside[place - first] = g.HAVE
        elif read.words[place] == "will" and read.words[place + 1] == "be":
            verb = place + 2
            while verb < last - 1 and marks[verb] & g.ADVERB:
                verb += 1
            if read.words[verb : verb + 1] and read.words[verb] in _AMISS:
                inside[place - first : verb - first + 1] = [g.BE] * (verb - place + 1)
        elif marks[place] & g.SELF:
            verb = place + 1
            while verb < last - 1 and marks[verb] & (g.ADVERB | g.BE):
                verb += 1
            if read.words[verb] in _KNOWN:
                inside[place - first] = inside[verb - first] = 0
    return inside


def _bidden(read: Read, marks: list[int], sentence: Sentence) -> bool:
    """Whether a sentence only bids the reader do something by then: “please check your roster tonight”."""
    if read.language != "en":
        return False
    opens = sentence.first + (read.words[sentence.first] in {"please", "then", "and"})
    if read.words[opens : opens + 1] and read.words[opens] in _WHILE:
        opens = next((place for place in range(opens + 1, sentence.last) if read.parted[place]), opens)
    polite = read.words[sentence.first] == "please" and opens == sentence.first + 1
    works = read.words[opens : opens + 2] in (["work", "from"], ["work", "at"], ["work", "remotely"])
    works = works or read.words[opens : opens + 1] in _TASKS
    if opens >= sentence.last or not (works or polite or marks[opens] & g.ASKED):
        return False
    asks = (
        works
        or opens > sentence.first
        or read.words[opens + 1 : opens + 2] in (["your"], ["the"], ["any"], ["all"], ["it"])
    )
    others = any(mark & (g.SELF | g.WILL) for mark in marks[opens : sentence.last])
    returns = read.words[opens] == "return"  # “return your keys by Friday”
    gathers = not (returns or _GATHER.isdisjoint(read.words[opens : sentence.last]))
    return asks and not (gathers or others or marks[opens] & g.INFO)


def coming(read: Read, marks: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences that say what comes when."""
    for sentence in read.sentences:
        if not _FELT.isdisjoint(read.words[sentence.first : sentence.last]):
            continue
        if _happens(read, sentence) and not any(
            mark & (g.INFO | g.SELF) for mark in marks[sentence.first : sentence.last]
        ):
            continue
        if _bidden(read, marks, sentence):
            continue
        text = " ".join(_with_pauses(read, marks, sentence))
        soon = bool(SOON[read.language].search(text))
        if not soon and DATED[read.language].search(text) is None:
            continue  # nearly always: the rest is worked out where a day or an hour stands
        inside = _besides(read, marks, sentence.first, sentence.last)
        if not soon and not _dated(text, read.language, inside):
            continue
        if _tells(read.language, inside, text, soon=soon) or _clause_tells(read, marks, sentence):
            yield sentence.first, sentence.last


def _clause_tells(read: Read, marks: list[int], sentence: Sentence) -> bool:
    """Whether a part of a sentence does, whatever the others tell: « on l'a réparé et on repasse à 14 h »."""
    starts = [
        place for place in range(sentence.first + 1, sentence.last) if read.parted[place] or read.words[place] in _AND
    ]
    for first, last in pairwise([sentence.first, *starts, sentence.last]):
        inside = _besides(read, marks, first, last)
        if last - first > 1 and any(mark & (g.SAY | g.TELL | g.INFO) and not mark & g.IDLE for mark in inside):
            text = " ".join(read.words[first:last])
            soon = bool(SOON[read.language].search(text))
            if (soon or _dated(text, read.language, inside)) and _tells(read.language, inside, text, soon=soon):
                return True
    return False


def _hyphened(read: Read, place: int) -> bool:
    """Whether a hyphen alone parts two words: « demi-heure »."""
    return read.text[read.ends[place - 1] : read.starts[place]] == "-"


def _suffered(read: Read, marks: list[int], place: int) -> bool:
    """Whether a day is that of a harm: « blessés samedi », “injured on Sunday”."""
    before = place - 1 if read.words[place - 1] != "on" else place - 2
    if not (marks[before] & g.HARM and marks[before] & g.PARTICIPLE):
        return False
    is_day = DAYS[read.language].fullmatch(read.words[place])
    return is_day is not None and not EXPECTED[read.language].search(read.words[before])


def _of_a_day(read: Read, marks: list[int], place: int) -> bool:
    """Whether a day only says which: “Saturday's match”; not “Saturday's bulletin”."""
    if read.words[place + 1 : place + 2] != ["'s"]:
        return False
    day = read.words[place] in {"today", "tonight", "tomorrow"} or DAYS[read.language].fullmatch(read.words[place])
    if not day:
        return False
    return not any(mark & (g.INFO | g.WILL) for mark in marks[place + 2 : place + 5])


def _with_pauses(read: Read, marks: list[int], sentence: Sentence) -> Iterator[str]:
    owned = "'s" in read.words[sentence.first : sentence.last]
    for place in range(sentence.first, sentence.last):
        if place > sentence.first + 1 and _suffered(read, marks, place):
            continue
        if owned and _of_a_day(read, marks, place):
            continue
        if place > sentence.first and read.parted[place] and not _hyphened(read, place):
            yield ","
        yield read.words[place]


def _tells(language: str, inside: list[int], text: str, *, soon: bool) -> bool:
    """Whether something is to come at the time that a sentence names."""
    future = any(mark & (g.FUTURE if language == "fr" else g.WILL) for mark in inside) or _should(language, text)
    if future or OPENING[language].search(text):
        return future
    past = bool(PAST[language].search(text)) or _perfect(inside)
    if soon and not past and any(mark & _SAID[language] for mark in inside):
        return True
    informs = any(mark & g.INFO for mark in inside)
    says = any(mark & (g.SAY | g.TELL) and (language == "fr" or not mark & g.PARTICIPLE) for mark in inside)
    if (informs or says) and (language == "fr" or not past) and EXPECTED[language].search(text):
        return True
    if past or says:
        return not past
    finite = any(mark & (g.BE | g.HAVE) for mark in inside)
    if informs:
        return not finite or bool(DAYS[language].search(text))
    verbless = not finite and not any(mark & (g.SELF | g.FINITE | g.FUTURE | g.EVENT | g.DOING) for mark in inside)
    return verbless and len(inside) > _SHORTEST


def _should(language: str, text: str) -> bool:
    return language == "en" and " should " in f" {text} "


def _perfect(inside: list[int]) -> bool:
    """Whether a sentence tells what has been."""
    return any(one & g.HAVE and other & (g.PARTICIPLE | g.BE) for one, other in pairwise(inside))
