"""Passwords, keys and codes that a word announces: "password: …", « le code du coffre est … »."""

import re
from typing import Literal

from planbuilder.language.odd_words import (
    ENDS,
    NAME_AND_YEAR,
    QUOTES,
    RECOVERY_CODE,
    TOOLS,
    is_odd,
    is_odd_among_words,
    mixed_parts,
    turns,
)
from planbuilder.patterns import regex
from planbuilder.source.characters import in_small_letters

Announced = Literal["password", "token", "code"]
"""What a word may announce."""

_OPENS = (
    r"coffre(?:-fort)?s?|alarme|porte|portail|portillon|grille|entr[ée]e|immeuble|b[âa]timent|local|salle|verrou|cadenas"
    r"|armoire|bo[iî]te à cl[ée]s?|safe|vault|alarm|door|gate|entry|building|lock(?:er|box)?|padlock|cabinet|key ?box"
)
_GUARDS = (
    r"acc[èe]s|s[ée]curit[ée]|secours|r[ée]cup[ée]ration|d[ée]verrouillage|confidentiel|secret|wi-?fi|carte|pin|PIN|puk"
    r"|access|security|recovery|backup|unlock|sim"
)
_WORDS_FOR_PASSWORDS = (
    r"pass(?:words?|wd|phrases?|codes?)|pwd|pswd|mdp|m\.d\.p\.?|mots? de passes?|motdepasse"
    r"|phrases? (?:de passe|secr[èe]te)|passwort|kennwort|wachtwoord|contrase[ñn]a|senha"
    r"|cl[ée] (?:du )?wi-?fi|wi-?fi key"
)
_KEY_WORDS = (
    r"(?:api|secret|access|private|client|app)[ _-]?(?:key|secret|token)s?|tokens?|jetons?(?: d'acc[èe]s)?"
    r"|cl[ée]s? (?:d'|de l'|de )?(?:api|secr[èe]tes?|priv[ée]es?|acc[èe]s)|secrets?|credentials?"
)
_CODE_WORDS = (
    r"codes? pin|PIN|puk|cvv2?|cvc2?|cryptogramme|digicode|visiophone"
    rf"|codes? (?:(?:de la|de l['’]|du|des|de|d['’]|pour la|pour le|pour l['’]) ?)?(?:{_OPENS}|{_GUARDS})"
    rf"|(?:{_OPENS}|{_GUARDS})(?: pin| PIN)? codes?"
    rf"|combinaison (?:du|de la|de l['’]) ?(?:{_OPENS})|(?:safe|lock) combination"
)
_SEPARATOR = r"\s*(?:[:：=]|→|->|=>|\bc['’]est\b|\bis\b|\best\b|\bsont\b|\bare\b|\bist\b)\s*"
# For small letters, in which only PIN stays: a pattern for both sizes takes twice as long to build.
_ANNOUNCED = regex(
    rf"(?<![\w-])(?:x-)?(?:(?P<password>{_WORDS_FOR_PASSWORDS})|(?P<key>{_KEY_WORDS})|(?P<code>{_CODE_WORDS}))(?![\w-])"
    rf"(?:(?P<between>[^.;:：=!?→\n]{{0,40}}?){_SEPARATOR}|\s+(?P<bare>(?=\S)))"
    r"(?P<value>[^\n]{1,120})"
)
_GAPS = ("", " ", "\u00a0", "\u202f")
HINTS = (
    "pass", "secr", "wd", "mdp", "m.d.p", "kennwort", "wachtwoord", "contrase", "senha", "clé", "cle", "key", "token",
    "jeton", "credential", "pin", "puk", "cv", "crypto", "code", "visio", "combina", "identifiant", "login",
    "two_factor:",
)  # fmt: skip
"""What every announcing word holds, in small letters: most texts are let go by this first look."""
# "The password manager is Bitwarden2", "Politique de mot de passe : …": what is announced is not the password.
_ABOUT_IT = regex(
    r"\b(?:manager|gestionnaire|policy|politique|reset|r[ée]initialis\w*|chang\w*|renouvel\w*|oubli\w*|forgot\w*|expir\w*"
    r"|minimum|au moins|at least|longueur|length|kept|gard[ée]e?s?|stored|rang[ée]e?s?|perd\w*|lost|bloqu\w*|locked"
    r"|probl[èe]me|problem|support|aide|help|urgence|hotline)\b",
    re.IGNORECASE,
)
# "salle Filament (code 4512)": the word for what it opens stands before, not beside
_BARE_CODE = regex(r"(?<!\w)code[\s:：=]{0,4}(?=[a-z]?\d)")
_PLACE = regex(
    r"(?<!\w)(?:coffre(?:-fort)?|porte|portail|portillon|immeuble|b[âa]timent|salle|bureau|[ée]tage|armoire"
    r"|bo[iî]te à cl[ée]s?|room|office|floor|door|gate|building|cabinet|lock ?box|key ?box)(?!\w)"
)
_OTHER_CODE = regex(
    r"(?<!\w)(?:produit|product|article|mod[eè]le?|lots?(?!\w)|r[ée]f|erreur|error|affich|shows?(?!\w)|display|d[ée]faut|fault"
    r"|post|zip|client|promo|conf[ée]ren|r[ée]union|meeting|dial|pont|bridge|travail)"
)
_OF_SOMETHING = regex(r"[\w.-]+\s+(?:du|de|des|d['’]|of)(?!\w)", re.IGNORECASE)
# a name for the login, then the password: admin / Soleil59!
_LOGIN = regex(
    r"(?<!\w)(?:identifiants?|logins?|credentials?)(?!\w)[^.;:：=\n]{0,30}[:：=]\s*"
    r"[^\s/|,;]{1,40}(?:\s*[/|,;:]\s*|\s)(?P<word>[^\s/|]+)"
)
_PASS = regex(rf"(?:^|[\n,;(/|\"'«“{{\[–—-])\s{{0,20}}pass[{''.join(_GAPS)}]?[:=]\s{{0,4}}(?P<word>\S+)")
# "mot de passe du wifi LumenGuest2026": after the word that announces it, what it opens and then the password
_OF_WHAT = regex(
    r"(?:(?:du|de|des|la|le|les|pour|of|for|the|our|notre)\s|de l['’]|[dl]['’])*"
    r"(?P<what>[^\W\d_]+)\s(?P<word>\S+)(?P<end>\s*$)?",
    re.IGNORECASE,
)
_ANOTHER_NAME = regex(
    r"comptes?|accounts?|r[ée]seau|network|dans|in|on|sur|chez|voir|see|coffre|vault|dossier|folder|base|voûte",
    re.IGNORECASE,
)
"""Words before the name of an account, a folder or a network, which may end with a year: `AtelierLumen2026`."""
_COMMON = regex(
    r"azerty(?:uiop)?|qwert[yz]|motdepasse|password|passw0rd|p@ssw0rd|letmein|welcome|changeme|iloveyou|hunter2|doudou"
    r"|loulou|soleil|marseille|chouchou|bonjour|admin(?:istrateur)?|jetaime|trustno1|dragon|monkey",
    re.IGNORECASE,
)
_DATE = regex(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[h:]\d{0,2}(?:[-–]\d{1,2}[h:]\d{0,2})?|(?:19|20)\d\d|[tq]\d/?\d*|\d+(?:er|e|è|ème|st|nd|rd|th|x|%)",
    re.IGNORECASE,
)
_QUANTITY = regex(r"\d+\+?(?:-| )?[a-zà-ÿ]{1,12}\.?", re.IGNORECASE)


_AROUND = QUOTES + ".,;:?…"
"""Signs around a word; `!` is one of a password."""


def is_hinted(text: str) -> bool:
    """Whether a text, or a key, may hold a word that announces a secret: a quick look."""
    return any(map(text.lower().__contains__, HINTS))


def announced(text: str, key: str) -> Announced | None:
    """What a text holds that a word announces, or the key that it stands under; None where nothing is announced."""
    if is_hinted(f"{key}:"):
        text = f"{key.removeprefix('x-').replace('_', ' ').replace('-', ' ')}: {text}"
    small = "PIN".join(map(in_small_letters, text.split("PIN")))
    at = 0
    while found := _ANNOUNCED.search(small, at):
        before = text[max(0, found.start() - 20) : found.start()]
        kind = _kind_of(found, text[found.start("value") : found.end("value")])
        if kind and not _ABOUT_IT.search(f"{before} … {found['between'] or ''}"):
            return kind
        at = found.start("value")
    if "code" in small and _opens_a_place(text, small):
        return "code"
    return "password" if _beside_a_name(text, small) else None


def _opens_a_place(text: str, small: str) -> bool:
    """Whether the bare word "code", and a number, stand behind the word for a room, a door or the like."""
    for found in _BARE_CODE.finditer(small):
        before = re.split(r"[.;!?\n]", small[max(0, found.start() - 40) : found.start()])[-1]
        value = text[found.end() : found.end() + 60].partition("\n")[0]
        is_of_place = _PLACE.search(before) and not (_OTHER_CODE.search(before) or _OF_SOMETHING.match(value))
        if is_of_place and _is_code(value):
            return True
    return False


def _beside_a_name(text: str, small: str) -> bool:
    """Whether a password stands behind a name for the login, or after a short "pass:"."""
    return any(
        is_odd_among_words(word) or (pattern is _PASS and (is_odd(word) or bool(NAME_AND_YEAR.fullmatch(word))))
        for pattern in (_LOGIN, _PASS)
        for found in pattern.finditer(small)
        if (word := text[found.start("word") : found.end("word")].strip(_AROUND))
    )


def _behind_what_it_opens(value: str) -> bool:
    """Whether what follows "password" without a sign is what it opens, and then an odd word."""
    found = _OF_WHAT.match(value)
    if not found or _ABOUT_IT.match(found["what"]):
        return False
    word = found["word"].strip(_AROUND)
    if is_odd_among_words(word):
        return True
    ends = found["end"] is not None or found["word"][-1] in ".,;)"
    return ends and NAME_AND_YEAR.fullmatch(word) is not None and not _ANOTHER_NAME.fullmatch(found["what"])


def _kind_of(found: re.Match[str], typed: str) -> Announced | None:
    value = typed.strip(QUOTES)
    quoted = typed.lstrip()[:1] in set("\"'`«“‘")
    bare = found["bare"] is not None
    if found["code"]:
        return "code" if _is_code(value) else None
    first = value.split()[0] if value.split() else ""
    word = first.strip(ENDS)
    if found["key"]:
        is_secret = not bare and len(word) >= 8 and _is_mixed(word)
    else:
        is_secret = len(word) >= 6 and _is_mixed(word)
        is_secret |= bool(word) and not bare and _is_plain_password(word, value, quoted=quoted)
    if not is_secret or _is_ordinary(word, value):
        return "password" if found["password"] and bare and _behind_what_it_opens(value) else None
    return "token" if found["key"] else "password"


def _is_plain_password(word: str, value: str, *, quoted: bool) -> bool:
    """Whether letters or digits alone are a password: many digits, one word between quotes, one of the usual ones."""
    digits = re.match(r"\d[\d .]{3,}", value)
    if digits and not re.match(r"\s*[^\W\d]", value[digits.end() :]):
        return True
    alone = quoted and " " not in value.strip(ENDS) and word.isalpha() and len(word) >= 5
    return alone or bool(_COMMON.fullmatch(word))


def _is_code(value: str) -> bool:
    """Whether what follows is the code itself: four digits or more, or letters and digits of a keypad."""
    if _is_mixed_code(value.partition(" ")[0].strip(ENDS + "#")):
        return True
    found = re.match(r"(?:n[°o]\.? ?)?([A-Za-z]?\d[\d .-]{2,14}[A-Za-z0-9]?[#*]?)(?![\w/])", value)
    if not found:
        return False
    code = found[1].strip(" .-")
    if re.match(r"[A-Za-z]\d+[.-]", code):  # an article of law, R731-7
        return False
    digits = sum(c.isdigit() for c in code)
    after = value[found.end() :].lstrip()
    if not 4 <= digits <= 12 or re.fullmatch(r"\d{4}-\d\d-\d\d|\d\d[.-]\d\d[.-]\d{4}", code):
        return False
    return not re.match(
        r"(?:chiffres?|digits?|caract|signes?|personnes?|people|fois|times|€|eur\b|%)", after, re.IGNORECASE
    )


def _is_mixed_code(word: str) -> bool:
    """Whether a word changes between letters and digits as `45A12` and `8f3k-2j4l` do, and rooms and units do not."""
    if RECOVERY_CODE.fullmatch(word) and "-" in word:
        return mixed_parts(word) >= 2
    if not (word.isascii() and word.isalnum() and 4 <= len(word) <= 32):
        return False
    digits = sum(c.isdigit() for c in word)
    return digits >= 2 and turns(word) >= 2 and not (TOOLS.match(word) or _DATE.fullmatch(word))


def _is_ordinary(word: str, value: str) -> bool:
    """Whether a word after "password:" is a tool, a date, a number of things or the like."""
    return bool(
        TOOLS.match(word)
        or _DATE.fullmatch(word)
        or (_QUANTITY.fullmatch(word) and len(word) < 8)
        or word in {"…", "***", "xxx"}
        or re.match(
            r"\d+\+? ?(?:chiffres?|caract\w*|characters?|digits?|jours?|days?|mois|months?)\b", value, re.IGNORECASE
        )
    )


def _is_mixed(word: str) -> bool:
    """Whether a word has letters, and digits or signs inside, as passwords have and words have not."""
    letters = any(c.isalpha() for c in word)
    digits = any(c.isdigit() for c in word)
    signs = any(c in "!@#$%^&*?+=~_" for c in word)
    return letters and (digits or signs)
