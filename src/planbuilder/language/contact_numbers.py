"""The phone numbers of an account as it is typed: 311 or 819 555 0311."""

from collections.abc import Iterator

from planbuilder.language.figure import Figure
from planbuilder.language.phone_figures import phone
from planbuilder.patterns import regex

_APART = regex(r"[,;|]|\s/\s|\b(?:ou|or|et|and)\b")
_ADDRESS = regex(r"@|\.[^\W\d_]{2}|://|#")
_NUMBER = regex(r"\+?\(?\d(?:[ \u00a0\u202f().\-/]{0,3}\d)*")


def numbers_of(account: str, country: str | None) -> Iterator[Figure]:
    """The numbers of an account, each as if it stood alone; the digits of an e-mail address or a link are none."""
    for part in _APART.split(account.lower()):
        numbers = [] if _ADDRESS.search(part) else _NUMBER.findall(part)
        if numbers:
            yield phone(max(numbers, key=len), 0, country)  # not the hours or the extension beside it
