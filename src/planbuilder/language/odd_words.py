"""Odd words: passwords and codes mix letters, digits and signs as words and names do not."""

import re
from itertools import pairwise

from planbuilder.patterns import regex

QUOTES = "\"'`«»“”‘’„()[]{}<>*_ \u00a0\u202f"
ENDS = ".,;:!?…" + QUOTES

TOOLS = regex(
    r"(?:1password\d*|keepass\w*|lastpass|bitwarden|dashlane|vaultwarden|passbolt|proton\w*|o(?:ffice)?-?(?:365|20\d\d)|m365|microsoft365"
    r"|windows\d*|oauth2?|2fa|mfa|u2f|fido2?|webauthn|yubikey\w*|totp|sha-?\d+|aes-?\d+|base64|ipv[46]|http/?\d?|v\d+"
    r"|web3|wi-?fi\d?|rfc\d+|iso\d+|rgpd\d*|covid-?19)(?!\w)",
    re.IGNORECASE,
)
URL_OR_MAIL = regex(
    r"\b[a-z][a-z0-9+.-]{1,15}://[^\s<>\"']+|\bwww\.[^\s<>\"']+|[^\s@]{1,80}@[^\s@]{1,200}\.[a-z]{2,}", re.IGNORECASE
)
RECOVERY_CODE = regex(r"[A-Za-z0-9]{4,6}(?:-[A-Za-z0-9]{4,6}){1,7}")
NAME_AND_YEAR = regex(
    r"(?!(?:vault|safe|coffre|drive|cloud|serv|room|salle|bureau|office|class|binder|archiv|doss|folder|plan|cris"
    r"|keepass|bitwarden|1password|lastpass|dashlane|enve|box))[a-zà-ÿ]{4,}(?:19|20)\d\d",
    re.IGNORECASE,
)
"""`Fluffy2019`: what people take for a password, unless the word tells a place or a tool."""


def is_odd(word: str) -> bool:
    """Whether a word that stands alone is a password or a recovery code by its letters."""
    kinds = kinds_of(word)
    if len(word) < 8 or "d" not in kinds or not set("lu") & set(kinds):
        return False
    if URL_OR_MAIL.search(word) or TOOLS.match(word):
        return False
    if RECOVERY_CODE.fullmatch(word):
        return mixed_parts(word) >= 2
    if word[0] in "@#/" or re.search(r"\\\\|\.[a-z]{2,5}$", word):
        return False
    return bool(re.search(r"[!@#$%^&*?+=~]", word)) or (changes(kinds) >= 0.5 and {"u", "l"} <= set(kinds))


def is_odd_among_words(word: str) -> bool:
    """The same for a word among others: names of rooms, files and devices mix letters and digits too."""
    if "-" in word and RECOVERY_CODE.fullmatch(word):
        return mixed_parts(word) >= 3
    if not is_odd(word) or "\\" in word:
        return False
    return bool(re.search(r"[!@$%^*=~]", word)) or changes(kinds_of(word)) >= 0.6


def mixed_parts(code: str) -> int:
    """How many parts of `8f3k-2j4l-9d8s` hold both letters and digits."""
    return sum(bool(re.search(r"\d", part) and re.search(r"[A-Za-z]", part)) for part in code.split("-"))


def kinds_of(word: str) -> str:
    """Each character by its kind: digit, upper case, lower case or another sign."""
    return "".join("d" if c.isdigit() else "u" if c.isupper() else "l" if c.islower() else "-" for c in word)


def changes(kinds: str) -> float:
    """How often the kind changes from one character to the next, 0 to 1: a fifth in words, half in random letters."""
    return sum(a != b for a, b in pairwise(kinds)) / len(kinds)


def turns(word: str) -> int:
    """How often a word goes from letters to digits or back: once in `A1203`, four times in `a1b2c`."""
    return sum(a.isdigit() != b.isdigit() for a, b in pairwise(word))
