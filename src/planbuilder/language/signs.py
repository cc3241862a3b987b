"""What letters and signs say beside the words: capitals, repeated marks, emoji, hashtags, acronyms."""

from collections.abc import Iterator

from planbuilder.language.lexicon import Lexicon
from planbuilder.language.sentences import Read
from planbuilder.patterns import regex

_REPEATED = regex(r"(?:\?[ \u00a0\u202f]?){2,}|[!?][!?]+|(?:![ \u00a0\u202f]?){2,}")
_PLAYFUL = regex(
    "[\U0001f32d-\U0001f37f\U0001f93a-\U0001f945\U0001f600-\U0001f61d\U0001f62c\U0001f634\U0001f638-\U0001f644\U0001f648-\U0001f64a\U0001f917"
    "\U0001f920-\U0001f923\U0001f926\U0001f929\U0001f92a\U0001f92d\U0001f937\U0001f973\U0001f974\U0001f389\U0001f38a\U0001f37b"
    "\U0001f47b\U0001f480\U0001f485\U0001f4a9\U0001f4aa\U0001f608]|[:;]-?[)DPp](?!\\w)|\\^\\^"
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

_TYPED = frozenset(
    ["envoyer", "envoyez", "envoie", "tapez", "repondez", "repondre", "send", "text", "texting", "reply", "replying"]
)
"""Words before one that the reader types: "text HELP to …"."""
_CODES = frozenset({"code", "codes", "promo", "voucher", "coupon", "password", "reference"})
"""Words before what somebody made up: “with code SUNNY”."""
_ZONES = frozenset(
    [
        *("et", "ct", "mt", "pt", "at", "nt", "akt", "akst", "akdt", "hst", "mst", "mdt", "ast", "adt", "nst", "ndt"),
        *("wet", "west", "eet", "eest", "msk", "trt", "gst", "pkt", "npt", "ict", "wib", "sgt", "hkt", "kst", "jst"),
        *("awst", "acst", "acdt", "nzst", "nzdt", "nzt", "sast", "cat", "eat", "wat", "brt", "art", "clt", "cot"),
        *("he", "hne", "hae", "hnc", "hac", "hnr", "har", "hnp", "hap", "hna", "haa", "hnt", "hat"),
    ]
)
"""The time of a part of the world, after an hour: “3pm ET”, « 15 h HE »."""
_HOURS = frozenset({"am", "pm", "m", "h", "noon", "midnight", "midi", "minuit"})


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
    {
        "pas",
        "ne",
        "n'",
        "jamais",
        "not",
        "never",
        "no",
        "do",
        "don",
        "stop",
        "faux",
        "false",
        "surtout",
        "is",
        "are",
        "has",
        "will",
        "must",
        "we",
        "you",
        "our",
    }
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
        zone = word in _ZONES and (told in _HOURS or told[:1].isdigit())
        code = zone or (told in codes.words and len(word) < 3) or told in _TYPED or told in _CODES
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
        *("qui", "le", "la", "l'", "les", "un", "une", "notre", "nos", "votre", "leur", "c'", "soit", "autrement"),
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
