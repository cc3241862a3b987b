"""A text as words and sentences: small letters without accents, each word with its place in the text as typed."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from planbuilder.letters import unaccented

# Capitals with digits behind them are a code, and one word: “RELAX20”
_WORD = re.compile(
    r"\{(?P<blank>[^{}\n]{1,64})\}"
    r"|(?P<link>(?:https?://|www\.)[^\s<>«»\"“”]*[^\s<>«»\"“”.,;:!?)]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}|(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,12}\b(?:/[^\s<>«»\"“”]*)?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<word>[Pp]eut-être|(?!COVID)[A-Z]{4,}\d+\b|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*['’ʼ]?)"
    r"|(?P<sign>[%#€$])"
    r"|(?P<end>[.!?…]+|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?(?=\s+[A-ZÀ-Þ])|\n\s*\n|\n(?=[ \t]*[^\sa-zà-ÿ]))"
    r"|(?P<quote>[«»“”\"]|(?<![^\s(])['‘](?=[^\W\d_]))"
)
_IGNORED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_NEXT_OPENS = re.compile(
    r"\s+(?:We|The|It|You|They|Our|Your|This|That|There|If|Please|Do|Don|No|All|What|Next|Nous|Vous|Le|La|Les|Ils|Il|Elles"
    r"|Elle|Nos|Votre|Vos|Notre|Ce|Cette|Si|Un|Une|Des|Merci|Prochain)\b"
)
"""Words that begin a sentence, and no surname after an initial."""

_SHORT = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mlle",
        "dr",
        "st",
        "ste",
        "mr",
        "mrs",
        "ms",
        "no",
        "n",
        "p",
        "art",
        "env",
        "ex",
        "cf",
        "etc",
        "eg",
        "ie",
        "tel",
        "min",
        "max",
    ]
)
"""Words whose point ends no sentence."""

_NUMBERED = frozenset({"no", "n", "p", "art"})
_TITLES = frozenset({"m", "mm", "mme", "mlle", "dr", "st", "ste", "mr", "mrs", "ms"})
"""Words that are cut short before a number, and before a name."""

_PAUSES = frozenset(",;:()[]–—-•/")
_JOINS = frozenset({" ", "-", "\u2011"})
"""What joins two words as much as a space does: « calmez-vous »."""
_NEGATED = {"can": "can not", "wo": "will not", "sha": "shall not", "ai": "is not"}
_AFTER = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
_IS = frozenset(["it", "that", "there", "what", "here", "who", "he", "she", "where", "how"])
_LINK, _MAIL = "{link}", "{mail}"


@lru_cache(maxsize=16384)
def bare(word: str) -> str:
    """A word in small letters, without accents or ligatures, with a straight apostrophe."""
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    return unaccented(low) or low


@lru_cache(maxsize=16384)
def _parts(word: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """The words that a word with apostrophes holds: start and end in it, and the bare word; a code in braces."""
    low = bare(word)
    if language == "fr" and "'" in low:
        return _elided(word.replace("’", "'").replace("ʼ", "'"))
    if "'" not in low or len(low) != len(word):
        return ((0, len(word), f"{{{low}}}" if low[-1].isdigit() else low),)
    head, _, tail = low.rpartition("'")
    cut = len(head)
    if tail == "t" and head.endswith("n"):
        verb, negation = _NEGATED.get(head[:-1] if head != "can" else head, head[:-1] + " not").split(" ")
        return ((0, cut, "can" if head == "can" else verb), (0, len(low), negation))
    if tail in _AFTER:
        return ((0, cut, head), (cut, len(low), _AFTER[tail]))
    if tail == "s":
        stands = "us" if head == "let" else "is" if head in _IS else "'s"
        return ((0, cut, head), (cut, len(low), stands))
    return ((0, len(low), low.strip("'")),) if low.strip("'") else ()


def _elided(word: str) -> tuple[tuple[int, int, str], ...]:
    """The words of « l'œuvre », each without ligatures; the places are those of the word as typed."""
    if word.lower().startswith("aujourd'hui"):
        return ((0, len(word), "aujourd'hui"),)
    parts = []
    start = 0
    for piece in re.findall(r"[^']+'?|'", word):
        parts.append((start, start + len(piece), bare(piece)))
        start += len(piece)
    return tuple(parts)


class Sentence(NamedTuple):
    """A sentence: its first word, the word after its last, and whether it asks."""

    first: int
    last: int
    asks: bool


class Read(NamedTuple):
    """The words of a text. `starts` and `ends` are places in `text`; `sentence` the number of each word's sentence.

    `quoted` says whether a word stands between quotation marks, `parted` whether punctuation stands before it.
    """

    text: str
    language: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    quoted: list[bool]
    parted: list[bool]
    sentences: list[Sentence]

    def typed(self, first: int, last: int) -> str:
        """The words from `first` up to, not including, `last`, as they were typed."""
        if first >= last:
            return ""
        return " ".join(self.text[min(self.starts[first:last]) : max(self.ends[first:last])].split())


_NEAR = 8
"""Signs behind a point in which the next word begins, if any does."""


def read_words(text: str, language: str, blanks: Mapping[str, str] | None = None) -> Read:
    """Take a text apart. `blanks` says what sort of thing a blank holds; a sort reads `{sort}`."""
    text = unicodedata.normalize("NFC", text).translate(_IGNORED)
    read = Read(text, language, [], [], [], [], [], [], [])
    kinds = blanks or {}
    words, starts, ends = read.words.append, read.starts.append, read.ends.append
    sentence, is_quoted, is_parted = read.sentence.append, read.quoted.append, read.parted.append
    opened, place, first, single = 0, 0, 0, False
    for token in _WORD.finditer(text):
        sort = token.lastgroup
        if sort == "quote":
            single = single or token[0] in "'‘"
            opened = opened if token[0] in "'‘" else _turned(token[0], opened)
            continue
        if sort == "end":
            if _ends(token, read, first):
                first = _close(read, first, asks="?" in token[0])
            continue
        begin = token.start()
        between = text[place:begin]
        parted = len(between) > 0 and between not in _JOINS and not _PAUSES.isdisjoint(between)
        number, quoted = len(read.sentences), opened > 0 or single
        for start, end, word in _parts(token[0], language) if sort == "word" else _words_of(token, kinds):
            words(word)
            starts(begin + start)
            ends(begin + end)
            sentence(number)
            is_quoted(quoted)
            is_parted(parted)
            parted = False
        place = token.end()
        single = single and not _closes_single(text, place)
    _close(read, first, asks=False)
    return read


def _closes_single(text: str, place: int) -> bool:
    """Whether a quotation in ‘single marks’ ends at a place; an apostrophe between letters closes none."""
    mark = text[place - 1] if text[place - 1] in "'’" else text[place : place + 2].lstrip(".,!?")[:1]
    return mark in {"'", "’"}


def _turned(sign: str, opened: int) -> int:
    """How many quotations are open after a quotation mark."""
    if sign in "«“":
        return opened + 1
    if sign in "»”":
        return max(0, opened - 1)
    return 0 if opened else 1


def _ends(token: re.Match[str], read: Read, first: int) -> bool:
    """Whether a point ends the sentence: not after `M.`, and not in `3.5`."""
    if token[0] != "." or len(read.words) == first:
        return True
    last = read.words[-1]
    if read.language == "en" and _halves_a_day(token, read):
        return False
    initial = (
        len(last) == 1
        and last.isalpha()
        and (last != "i" or read.language != "en")
        and read.text[token.start() - 1].isupper()
        and not (read.starts[-1] and read.text[read.starts[-1] - 1].isdigit())  # « le lot 24C. »
        and not _NEXT_OPENS.match(read.text, token.end())  # “car park C. We …”
    )
    return token.start() != read.ends[-1] or not (initial or (last in _SHORT and _shortened(token, read)))


def _halves_a_day(token: re.Match[str], read: Read) -> bool:
    """Whether a point stands in “a.m.” or “p.m.”, or ends it before a word in small letters."""
    after = read.text[token.end() : token.end() + _NEAR]
    if read.words[-1] in {"a", "p"}:
        return after[:1] in {"m", "M"}
    return read.words[-2:-1] in (["a"], ["p"]) and read.words[-1] == "m" and after.lstrip()[:1].islower()


def _shortened(token: re.Match[str], read: Read) -> bool:
    """Whether a word before a point is cut short here: “No. 5”, not “No. We …”; « M. Leroy », not « 3 m. »."""
    after = read.text[token.end() : token.end() + _NEAR].lstrip()[:1]
    last = read.words[-1]
    if last in _NUMBERED:
        return after.isdigit()
    if last in _TITLES:
        return read.text[read.starts[-1]].isupper()
    return not after.isupper()


def _close(read: Read, first: int, *, asks: bool) -> int:
    if len(read.words) > first:
        read.sentences.append(Sentence(first, len(read.words), asks))
    return len(read.words)


def _words_of(token: re.Match[str], kinds: Mapping[str, str]) -> tuple[tuple[int, int, str], ...]:
    whole = token[0]
    match token.lastgroup:
        case "blank":
            return ((0, len(whole), "{" + kinds.get(token["blank"], "blank") + "}"),)
        case "link":
            return ((0, len(whole), _MAIL if "@" in whole else _LINK),)
        case _:
            return ((0, len(whole), whole),)
