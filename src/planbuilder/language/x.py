"""How many characters X counts in a text, exactly as the npm package twitter-text 3.1.0 does.

X counts UTF-16 units after NFC: 1 for the units of four ranges, 2 for any other character, 2 for an emoji however it is
composed, and 23 for a link. What is a link is decided by the package's rules, here with the data in `x.json`
(written by `scripts/x-counting.mjs`); the parts of the rules that are lists are looked up, not made one huge pattern.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from unicodedata import normalize

from planbuilder.language.tables import x_table
from planbuilder.patterns import regex

LIMIT = 280
LINK = 23

_LONGEST_URL = 4096
_LONGEST_LABEL = 63
_LONGEST_TCO = 40
_HEAVY = regex("[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
_PLAIN = regex("[\u0000-\u00a8\u00aa-\u00ad\u00af-\u203b\u20a0-\u20bf\u2190-\u2193]*")
"""A text without any character that an emoji needs: `1` is one only with the frame behind it."""


def x_length(text: str) -> int:
    """The weighted length of a text; a post may have `LIMIT`."""
    text = normalize("NFC", text)
    units = _units(text)
    links = dict(_links(units)) if "." in units else {}
    if not links and max(units, default="") <= "\u10ff" and not ("©" in units or "®" in units):
        return len(text)  # nearly always: nothing counts twice
    pictures = (
        {} if _PLAIN.fullmatch(units) else {m.start(): m.end() - m.start() for m in _rules().emoji.finditer(units)}
    )
    if not links and not pictures:
        return len(text) + len(_HEAVY.findall(text))
    length = position = 0
    while position < len(units):
        if position in links:
            length += LINK
            position += links[position]
        elif position in pictures:
            length += 2
            position += pictures[position]
        elif _is_pair(units, position):
            length += 2
            position += 2
        else:
            length += 2 if _HEAVY.match(units, position) else 1
            position += 1
    return length


def _units(text: str) -> str:
    """The text in UTF-16, each unit a character: the package's patterns are about units."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    coded = text.encode("utf-16-le", "surrogatepass")
    return "".join(map(chr, memoryview(coded).cast("H")))


def _is_pair(units: str, position: int) -> bool:
    return "\ud800" <= units[position] <= "\udbff" and "\udc00" <= units[position + 1 : position + 2] <= "\udfff"


class _Rules:
    """The package's rules, each made ready when a text first needs it: most have no emoji and no link."""

    def __init__(self, data: dict[str, str]) -> None:
        self._data = data
        self._char, self._path, self._end, self._query = (
            f"[{data[key]}]" for key in ("domain", "path", "path_end", "query")
        )

    @cached_property
    def emoji(self) -> re.Pattern[str]:
        return re.compile(self._data["emoji"])

    @cached_property
    def ascii_tlds(self) -> frozenset[str]:
        return frozenset(self._data["ascii_tlds"].split())

    @cached_property
    def other_tlds(self) -> re.Pattern[str]:
        return re.compile(rf"(?i:{self._data['other_tlds'].replace(' ', '|')})(?=[^0-9a-zA-Z@+-]|\Z)")

    @cached_property
    def before(self) -> re.Pattern[str]:
        return re.compile(f"[{self._data['before']}]")

    @cached_property
    def subdomain(self) -> re.Pattern[str]:
        return re.compile(rf"{self._char}++(?:[_-]++{self._char}++)*+\.")

    @cached_property
    def name(self) -> re.Pattern[str]:
        return re.compile(rf"{self._char}++(?:-++{self._char}++)*+\.")

    @cached_property
    def ascii_label(self) -> re.Pattern[str]:
        return re.compile(rf"[{self._data['ascii_domain']}]++\.")

    @cached_property
    def tail(self) -> re.Pattern[str]:
        any_path = self._path
        nested = rf"\((?:{any_path}+|{any_path}*\({any_path}+\){any_path}*)\)"
        path = rf"(?:(?:{any_path}*(?:{nested}{any_path}*)*(?:{self._end}|{nested}))|(?:@{any_path}+/))"
        return re.compile(rf"(?::[0-9]+)?(?P<path>/{path}*)?(?:\?{self._query}*[{self._data['query_end']}])?")


@cache
def _rules() -> _Rules:
    return _Rules(x_table())


_DOT = regex(r"\.(?!\s)")
_PROTOCOL = regex(r"https?://", re.IGNORECASE | re.ASCII)
_ASCII_TLD = regex(r"[a-z]+(?=[^0-9a-zA-Z@+-]|\Z)", re.IGNORECASE | re.ASCII)
_WORD = regex(r"\w*")
_PUNYCODE = regex(r"xn--[-0-9a-z]+", re.IGNORECASE | re.ASCII)
_TCO = regex(
    r"https?://t\.co/([a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?", re.IGNORECASE | re.ASCII
)


def _links(units: str) -> Iterator[tuple[int, int]]:
    """Where links start, and how many units each takes."""
    rules = _rules()
    position = 0 if any(_tld_end(units, dot.end()) for dot in _DOT.finditer(units)) else len(units)
    while position < len(units):
        starts = [position + 1] if rules.before.match(units, position) else []
        for start in [*starts, 0] if position == 0 else starts:
            protocol = _PROTOCOL.match(units, start)
            host = protocol.end() if protocol else start
            end = _domain_end(units, host)
            if end is not None:
                break
        else:
            position += 1
            continue
        tail = rules.tail.match(units, end)
        assert tail is not None, "every part of it is optional"
        yield from _judged(units, start, host, end, tail)
        position = tail.end()


def _judged(units: str, start: int, host: int, end: int, tail: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The links in what looks like one."""
    protocol, domain = units[start:host], units[host:end]
    if not _is_sound(domain) or len(protocol or "https://") + tail.end() - start > _LONGEST_URL:
        return
    if not protocol:
        if units[start - 1 : start] not in tuple("-_./"):
            yield from _without_protocol(start, domain, tail)
    elif tco := _TCO.match(units, start, tail.end()):
        if len(tco[1]) <= _LONGEST_TCO:
            yield start, len(tco[0])
    else:
        yield start, tail.end() - start


def _without_protocol(start: int, domain: str, tail: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Of a domain without protocol only what is written in Latin letters is a link; the path belongs to the last."""
    found: list[tuple[int, int]] = []
    after = 0
    for begin, end in _ascii_domains(domain):
        at = domain.index(domain[begin:end], after)
        after = at + end - begin
        found.append((start + at, end - begin))
    if found and tail["path"]:
        at, length = found[-1]
        found[-1] = at, length + tail.end() - tail.start()
    yield from found


def _ascii_domains(domain: str) -> Iterator[tuple[int, int]]:
    label = _rules().ascii_label
    position = 0
    while position < len(domain):
        end = _last_tld(domain, _label_ends(domain, position, label))
        if end is None:
            position += 1
        else:
            yield position, end
            position = end


def _domain_end(units: str, start: int) -> int | None:
    """Where the longest domain that starts here ends: labels, then a top-level domain that exists."""
    rules = _rules()
    ends = _label_ends(units, start, rules.subdomain)
    starts = [start, *ends]
    return _last_tld(
        units, [end for begin, end in zip(starts, ends, strict=False) if rules.name.fullmatch(units, begin, end)]
    )


def _label_ends(units: str, start: int, label: re.Pattern[str]) -> list[int]:
    """Where each label, with its dot, ends."""
    ends: list[int] = []
    while found := label.match(units, start):
        start = found.end()
        ends.append(start)
    return ends


def _last_tld(units: str, label_ends: list[int]) -> int | None:
    return next((end for at in reversed(label_ends) if (end := _tld_end(units, at)) is not None), None)


def _tld_end(units: str, at: int) -> int | None:
    rules = _rules()
    latin = _ASCII_TLD.match(units, at)
    if latin and latin[0].lower() in rules.ascii_tlds:
        return latin.end()
    word = _WORD.match(units, at)
    far = word is not None and not (word[0] or units[at : at + 1]).isascii()
    found = (rules.other_tlds.match(units, at) if far else None) or _PUNYCODE.match(units, at)
    return found.end() if found else None


def _is_sound(domain: str) -> bool:
    """Whether no label is too long once it is written in ASCII."""
    if domain.startswith("xn--") and not any(True for _ in _ascii_domains(domain)):
        return False
    return all(1 <= len(_ascii(label)) <= _LONGEST_LABEL for label in domain.split("."))


def _ascii(label: str) -> str:
    parts = re.split("[\u3002\uff0e\uff61]", label)
    return ".".join(part if part.isascii() else "xn--" + _joined(part).encode("punycode").decode() for part in parts)


def _joined(units: str) -> str:
    """UTF-16 units back to characters; a half of a pair that stands alone stays."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
