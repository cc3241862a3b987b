"""Whether a text holds a secret: a password, a key, the code of a safe, a card or an account number.

Pure pattern work on one text, with the key that it stands under. In doubt a password needs a word that announces it;
keys of providers, private keys, card and account numbers are known by their form.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate

from planbuilder.language.account_numbers import LONG_NUMBER, holds_account, holds_card, may_hold_number
from planbuilder.language.announced import HINTS, announced, is_hinted
from planbuilder.language.login_codes import KEYS_OF_LOGINS, login_code
from planbuilder.language.odd_words import (
    ENDS,
    NAME_AND_YEAR,
    QUOTES,
    URL_OR_MAIL,
    changes,
    is_odd,
    is_odd_among_words,
    kinds_of,
)
from planbuilder.patterns import regex


class Secret(StrEnum):
    """What kind of secret a text holds."""

    PRIVATE_KEY = "private key"
    TOKEN = "token"  # noqa: S105 - the name of a kind
    PASSWORD = "password"  # noqa: S105
    CODE = "code"
    CARD = "card"
    ACCOUNT = "account"


SHORTEST_KEY = 15
"""No provider's key, card or account number is shorter."""
LONGEST_READ = 20_000
"""Characters of a text that are looked at: more than any statement has."""

_PEM = "-----BEGIN "
_PRIVATE_KEY = regex(rf"{_PEM}(?:[A-Z0-9]{{2,12}} ){{0,2}}PRIVATE KEY(?: BLOCK)?-----")
_OTHER_PRIVATE_KEY = regex(r"PuTTY-User-Key-File-\d|AGE-SECRET-KEY-1")

# Each begins with letters, so that the engine can skip to them; what stands before is looked at afterwards.
_TOKEN = regex(
    r"(?:A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}(?![A-Za-z0-9])"  # AWS
    r"|gh[opsur]_[A-Za-z0-9]{30,}|github_pat_\w{20,}"
    r"|gl(?:pat|dt|rt|ptt|soat|cbt|ft|imt|agent)-[\w-]{16,}"
    r"|xox[abeoprs]-[\w-]{10,}|xapp-\d-[\w-]{10,}"  # Slack
    r"|hooks\.slack\.com/(?:services|workflows)/[\w/]{20,}"
    r"|discord(?:app)?\.com/api/webhooks/\d+/[\w-]{20,}"
    r"|webhook\.office\.com/webhookb2/[\w@/-]{20,}"
    r"|[rs]k_(?:live|test)_\w{10,}|whsec_\w{16,}"  # Stripe
    r"|AIza[\w-]{35}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,}"  # Google
    r"|sk-(?:proj-|svcacct-|admin-|ant-)?(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{20,}"  # OpenAI, Anthropic
    r"|SG\.[\w-]{16,}\.[\w-]{16,}|xkeysib-[0-9a-f]{40,}|key-[0-9a-f]{32}"  # mail services
    r"|npm_[A-Za-z0-9]{30,}|pypi-[\w-]{50,}|hf_[A-Za-z]{30,}"
    r"|EAA[A-Za-z0-9]{30,}|A{20,}[\w%-]{20,}"  # Facebook, X
    r"|SK[0-9a-f]{32}|do[opr]_v1_[0-9a-f]{40,}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|ATATT3[\w=-]{30,}|ntn_\w{30,}"
    r"|hv[bsr]\.[\w-]{20,}|ops_eyJ[\w-]{20,}|lin_api_\w{20,}"
    r"|eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}"  # JSON web tokens
    r"|otpauth://|AccountKey=[\w+/]{40,})"
)
# Telegram, Mailchimp
_TOKEN_BY_ITS_END = regex(r"(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])|(?<!\w)[0-9a-f]{32}-us\d{1,2}(?!\w)")
_BEARER = regex(r"\b(?:Bearer|Basic)\s+(?=[\w.~+/-]{0,200}\d)[\w.~+/-]{16,200}={0,2}", re.IGNORECASE)
_IN_URL = regex(
    r"://[^/\s:@]{1,80}:(?!\d{1,5}(?:/|$))[^/\s@]{3,80}@"
    r"|[?&;](?:(?:access_|auth_|api_?)?(?:token|key)|apikey|secret|password|passwd|pwd|sig(?:nature)?)=[^&\s]{8,}",
    re.IGNORECASE,
)

_DIGIT = regex(r"\d")
_SIGNS_OF_A_FORM = ("//", "hf_", "akia", "aiza", "gocspx-")
"""What those secrets hold, in small letters, that are known by their form and may have no digit.

Others without one are announced, or so long that they have one.
"""


def worth_a_look(texts: Sequence[tuple[str, str]]) -> list[int]:
    """The positions of those of many texts, each with its key, that may hold a secret.

    One look at all of them together: hardly any is worth a closer one.
    """
    starts = list(accumulate([len(text) + 1 for _, text in texts], initial=0))
    together = "\n".join([text for _, text in texts]) + "\n"
    small = together.lower()
    if len(small) != starts[-1]:  # some capitals become two letters: places cannot be told
        return list(range(len(texts)))

    def holding(places: Iterable[int]) -> set[int]:
        return {bisect_right(starts, place) - 1 for place in places}

    announcing = _announcing({key for key, _ in texts})
    found = {number for number, (key, _) in enumerate(texts) if key in announcing}
    found |= holding(place for hint in HINTS for place in _places(hint, small))
    formed = holding(long.start() for long in LONG_NUMBER.finditer(together))
    formed |= holding(place for sign in _SIGNS_OF_A_FORM for place in _places(sign, small))
    formed |= holding(_long_words_in(small))
    return sorted(found.union(number for number in formed if len(texts[number][1]) >= SHORTEST_KEY))


def _announcing(keys: set[str]) -> set[str]:
    """Those of many keys that announce what stands under them; hardly ever one beside those of logins."""
    hinted = {key for key in keys if is_hinted(f"{key}:")} if is_hinted(":\n".join([*keys, ""])) else set()
    return hinted | KEYS_OF_LOGINS


def _long_words_in(text: str) -> Iterator[int]:
    """Where the words of a text are that are long enough for a key, and have a digit."""
    at = 0
    for word in [word for word in text.split() if len(word) >= SHORTEST_KEY and _DIGIT.search(word)]:
        at = text.index(word, at)
        yield at
        at += len(word)


def _places(sign: str, text: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def secret_in(text: str, key: str = "") -> Secret | None:
    """The kind of secret that a text holds, None where it holds none.

    `key` is the key that the text stands under: a word like `password` there announces the text.
    """
    text = text[:LONGEST_READ]
    of_login = key in KEYS_OF_LOGINS or "two_factor:" in text  # the line of a file, before it is shown
    hinted = of_login or is_hinted(f"{text}\n{key}:")
    words = _long_words(text, hinted=hinted)
    formed = len(text) >= SHORTEST_KEY and (bool(words) or _PEM in text or may_hold_number(text))
    known = _by_form(text, words) if formed else None
    if known or not (hinted or formed):
        return known
    plain = _without_addresses(text, " … ")
    kind = announced(plain, key) if hinted else None
    kind = kind or (login_code(plain) if of_login else None)
    if kind or not formed:
        return Secret(kind) if kind else None
    if _is_random(plain):
        return Secret.TOKEN
    if not may_hold_number(plain):
        return None
    if holds_card(plain):
        return Secret.CARD
    return Secret.ACCOUNT if holds_account(plain) else None


def _long_words(text: str, *, hinted: bool) -> list[str]:
    """The words that may be a key, or may hold one in a link: no key has a space in it.

    Where no word announces it, a key has a digit, or what stands in the few secrets that have none.
    """
    words = [word for word in text.split() if len(word) >= SHORTEST_KEY or "//" in word]
    return words if hinted else [word for word in words if _DIGIT.search(word) or _has_sign_of_a_form(word)]


def _has_sign_of_a_form(word: str) -> bool:
    small = word.lower()
    return any(sign in small for sign in _SIGNS_OF_A_FORM)


def _without_addresses(text: str, instead: str) -> str:
    if "@" in text or "//" in text or "www." in text.lower():
        return URL_OR_MAIL.sub(instead, text)
    return text


def looks_like_password(text: str) -> bool:
    """Whether a text that should say a place is, or holds, a password or a recovery code: an odd word, no address.

    For values like `kept_in`, where nothing announces it. An odd word mixes letters, digits and signs; among other
    words it must be odder: names of rooms, files and devices mix them too.
    """
    word = text.strip().strip(QUOTES)
    if not re.search(r"\s", word):
        return is_odd(word) or NAME_AND_YEAR.fullmatch(word) is not None
    words = re.split(r"[\s/,;|]+", _without_addresses(text[:LONGEST_READ], " "))
    return any(is_odd_among_words(one.strip(QUOTES + ".:")) for one in words)


# --- by form ---


def _by_form(text: str, words: Sequence[str]) -> Secret | None:
    if _PEM in text and _PRIVATE_KEY.search(text):
        return Secret.PRIVATE_KEY
    if any(map(_OTHER_PRIVATE_KEY.search, words)):
        return Secret.PRIVATE_KEY
    if any(map(_holds_token, words)) or ("//" in text and any(map(_IN_URL.search, words))):
        return Secret.TOKEN
    return Secret.TOKEN if words and _BEARER.search(text) else None


def _holds_token(word: str) -> bool:
    for found in _TOKEN.finditer(word):
        before = word[found.start() - 1 : found.start()] if found.start() else ""
        if not (before.isalnum() or before in {"_", "-"}) and not _is_prose(found.group()):
            return True
    return _TOKEN_BY_ITS_END.search(word) is not None


def _is_prose(token: str) -> bool:
    """Whether what follows a prefix is words: `sk-learn-crisis-plan`, `key-` and the like never mix letters so."""
    return "-" in token and all(part.isalpha() and part.islower() for part in token.split("-") if part)


_RANDOM = regex(r"[\w+/=-]{20,200}", re.ASCII)


def _is_random(text: str) -> bool:
    """Whether a word of twenty letters or more mixes capitals, small letters and digits as only a machine does."""
    words = (typed.strip(ENDS) for typed in text.split() if len(typed) >= 20)
    return any(_RANDOM.fullmatch(word) and _is_random_word(word) for word in words)


def _is_random_word(word: str) -> bool:
    if word.startswith(("sha256-", "sha384-", "sha512-", "AAAAB3", "AAAAC3", "AAAAE2")):
        return False
    kinds = kinds_of(word.rstrip("="))
    return min(kinds.count(kind) for kind in "dul") > 1 and changes(kinds) >= 0.4 and entropy(word) >= 3.5


def entropy(word: str) -> float:
    """Bits per character of a word, by how often its characters come."""
    return -sum(n / len(word) * math.log2(n / len(word)) for n in Counter(word).values())
