"""Values that an edition must not show, looked for in the plan's texts and in everything that was built."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planbuilder.patterns import regex
from planbuilder.plan._entry import Visibility
from planbuilder.plan.editions import hidden_values
from planbuilder.plan.phones import without_extension
from planbuilder.plan.whole import Plan
from planbuilder.source import Where, scalars

_GAP = r"[\s.()/_\u2010-\u2015\u00ad\u200b-\u200d\u2060\ufeff-]{0,4}"
_DIGITS = regex(rf"[0-9](?:{_GAP}[0-9]){{7,}}")
_SIGNS = regex(r"[^0-9]+")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SHORT = 6
_NUMBER = 8
"""So many last digits of a phone number are the same in the national and the international form."""
_DATE = regex(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d)?", re.ASCII)
_ID = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_BEFORE = regex(r"\w[\w.+-]*\Z")
_AFTER = regex(r"(?:[.-]*\w)*")
_AROUND = 64
"""Signs beside a word that are looked at: no name of a mailbox is longer."""
_SHOWN = Where(("",))
"""Stands for the address, among what is hidden, of a longer word that everybody may read."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What must not be found: texts in one plain form, and the last digits of numbers."""

    texts: tuple[tuple[str, Where], ...]
    numbers: tuple[tuple[str, Where], ...]
    shown: tuple[str, ...] = ()
    """Words that everybody may read, although a hidden text is a part of them."""

    def __bool__(self) -> bool:
        return bool(self.texts or self.numbers)

    def found_in(self, views: Iterable[str], source: str = "") -> set[Where]:
        """The addresses of the hidden values that stand in any of the views of a file.

        `source` is the file as it is, where the views hold its texts in a plainer form: it costs less to look there.
        """
        found = self._found(" ".join(source.casefold().split()))
        for view in views:
            found |= self._found(_plain(view))
        return found

    def _found(self, plain: str) -> set[Where]:
        found = {where for text, where in self.texts if text in plain and self._stands_alone(text, plain)}
        if self.numbers:
            digits = " ".join(_SIGNS.sub("", run) for run in _DIGITS.findall(plain))
            found |= {where for number, where in self.numbers if number in digits}
        return found

    def _stands_alone(self, text: str, view: str) -> bool:
        """Short texts are part of many words, others of a longer address; they count only by themselves."""
        if len(text) < _SHORT:
            return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", view) is not None
        for word in self.shown:
            if text in word and text != word:
                view = view.replace(word, " ")
        return text in view


def watch(hidden: Iterable[tuple[Where, str]]) -> Watch:
    """What to look for, given the values that an edition must not show, as typed, and their addresses."""
    texts, numbers, shown = [], [], []
    for where, typed in hidden:
        if where == _SHOWN:
            shown.append(typed)
        elif _is_number(typed):
            numbers.append((_last_digits(typed), where))
        elif _is_telling(typed):
            texts.append((_plain(typed), where))
    return Watch(tuple(texts), tuple(numbers), tuple(sorted(shown, key=len, reverse=True)))


def guarded(plan: Plan, visibility: Visibility) -> Iterator[tuple[Where, str]]:
    """Every value that an edition must not show; what is also the account of a channel is known to everybody.

    So are the longer words in which the plan shows one: `aide@…`, where the address of a person is `ide@…`.
    """
    accounts = [channel.account for channel in plan.channels.values() if channel.account]
    known = {form for account in accounts for form in (_plain(account), _last_digits(account))}
    hidden = list(hidden_values(plan, visibility))
    words = set()
    for where, typed in hidden:
        plain = "" if _is_number(typed) else _plain(typed)
        if (plain or _last_digits(typed)) not in known:
            yield where, typed
            if " " not in plain and len(plain) >= _SHORT and _is_telling(typed):
                words.add(plain)
    if words:
        closed = {where for where, _ in hidden}
        shown = "\n".join(_plain(text) for where, text in scalars(plan.written) if where not in closed)
        yield from ((_SHOWN, word) for word in _longer(words, shown))


def _longer(words: Iterable[str], shown: str) -> set[str]:
    """The longer words of a text of which some words are only a part.

    What stands before one begins with a letter or digit, and goes on as addresses do; the end of a sentence ends it.
    """
    found: set[str] = set()
    for word in words:
        at = shown.find(word)
        while at >= 0:
            end = at + len(word)
            before = _BEFORE.search(shown[max(0, at - _AROUND) : at])
            after = _AFTER.match(shown, end, end + _AROUND)
            longer = f"{before[0] if before else ''}{word}{after[0] if after else ''}"
            if longer != word:
                found.add(longer)
            at = shown.find(word, end)
    return found


def _last_digits(typed: str) -> str:
    return re.sub(r"\D", "", without_extension(typed))[-_NUMBER:]


def _is_number(typed: str) -> bool:
    digits = len(re.sub(r"\D", "", typed))
    return digits >= _NUMBER and digits * 2 >= len(typed) and not _DATE.fullmatch(typed)


def _is_telling(typed: str) -> bool:
    """Whether a text gives something away by itself: a date, an id or a word or two of everyday language do not."""
    if _DATE.fullmatch(typed) or _ID.fullmatch(typed):
        return False
    return bool(re.search(r"[\d@/#+_]", typed)) or len(typed.split()) > 2


def _plain(text: str) -> str:
    """One form for all ways to write a text: width, case, blanks and invisible signs do not count."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        for sign in _INVISIBLE:
            text = text.replace(sign, "")
    return " ".join(text.casefold().split())
