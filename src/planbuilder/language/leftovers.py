"""What a template or a hurried writer left in a text: marks, blanks to fill, instructions."""

import re

from planbuilder.language.blanks import blanks
from planbuilder.patterns import regex

_FORM = r"(?:formulaire|questionnaire|dossier|bulletin|fiche|coupon|document|attestation|déclaration)s?"
_CURRENCIES = "US|USD|CA|CAD|AU|AUD|NZ|NZD|HK|HKD|SG|SGD"
_NAMES = (
    r"(?:dates?|days?|jours?|noms?|names?|prénoms?|time|heures?|hours?|lieux?|place|location|ville|city|address|adresse"
    r"|numéros?|numbers?|téléphone|phone|url|lien|link|produits?|products?|company|entreprise|organi[sz]ation)"
)
_DAY = r"(?:JJ|DD|jj|dd)"
_MONTH = r"(?:MM|mm)"
_BLANK_TIME = (
    r"\b(?:XX|xx)\s?h(?:\s?(?:XX|xx))?\b|\b(?:XX|xx)[/:](?:XX|xx)\b|\b(?:HH|hh)\s?[:h]\s?(?:MM|mm)\b"
    rf"|\b(?:{_DAY}[/.]{_MONTH}|{_MONTH}/{_DAY})(?:[/.](?:AA|YY|aa|yy){{1,2}})?\b"
    r"|(?<!\w)__\s?(?:h(?![^\W_])(?:_{2,})?|[/:]\s?__)(?:[/:]\s?_{2,4})?"
)
# "todo" is Spanish for "all", "$name" no blank of a template: these marks are written in capitals
_MARK = regex(
    rf"(?P<fine>(?i:\b{_FORM}\s+à\s+compléter\b))"
    r"|\b(?:TODO|TBD|XXX+|xxx+)\b"
    r"|(?i:\b(?:à\s+compléter|to\s+be\s+defined|lorem\s+ipsum)\b)"
    r"|_{3,}"
    rf"|(?P<time>{_BLANK_TIME})"
    rf"|\$(?!(?:{_CURRENCIES})\b)(?:[A-Z][A-Z0-9_]+\b|\{{[A-Z][A-Z0-9_]*\}})"
    rf"|(?:<|(?<![\w%])%|\$\{{(?!number))(?i:{_NAMES})(?![^\W_])[\w '’-]{{0,40}}[>%}}]"
    r"|\[(?P<blank>[^\[\]\n]{1,60})\](?![(\[])"
)
_ALONE = regex(
    r"(?:à (?:définir|préciser|confirmer|remplir|compléter|faire|voir)|to be (?:defined|confirmed|completed|written)"
    r"|tbc|n/?a|\?+|…|\.{2,}|[-–—]+)[.\s]*"
)
_NONE = regex(r"(?:n/?a|[-–—]+)[.\s]*")
_WORD_OF_BLANK = regex(rf"(?:{_NAMES}|x+)\b", re.IGNORECASE)
_FORMAT = regex(
    r"\b(?:formats?|forme|form|fichiers?|files?|nomm\w*|nam(?:e|ed|ing)|saisi\w*|enter|type|naissance|birth)\b[^.\n]*$",
    re.IGNORECASE,
)
"""Before `JJ/MM/AAAA`: how a date is to be written, and no date that is missing."""
_INSTRUCTION = regex(
    r"\brayer\s+(?:la|les)\s+mentions?\s+inutiles?\b"
    r"|\bdelete\s+as\s+(?:appropriate|applicable|needed)\b"
    r"|\binsert\s+(?!your\b)(?:[\w’']+\s+){1,5}here\b"
    r"|\b(?:adapt|edit|complete|fill\s+in)\s+before\s+(?:sending|publishing|release)\b"
    r"|\bnote\s+to\s+(?:self|legal|authors?)\b"
    r"|[(\[]à\s+(?:adapter|personnaliser)\b[^)\]]{0,200}[)\]]"
    r"|\((?:insérer|préciser|indiquer|compléter|adapter|remplacer|supprimer|choisir|ajouter|citer)\s"
    r"(?![^)]{0,200}\bvo(?:tre|s)\b)[^)]{0,200}\)"
    r"|\((?:insert|specify|fill\s+in|delete\s+if|remove\s+if|replace\s+with|adapt)\s(?![^)]{0,200}\byour\b)[^)]{0,200}\)",
    re.IGNORECASE,
)


_SIGNS_OF_A_MARK = (
    "[", "$", "__", "<", "%", "todo", "tbd", "xx", "jj", "dd/mm", "dd.mm", "mm/dd", "hh", "compléter", "defined",
    "lorem",
)  # fmt: skip
_SIGNS_OF_AN_INSTRUCTION = (
    "rayer", "delete", "insert", "sending", "publishing", "release", "note", "(à", "[à", "(insér", "(préc", "(indiq",
    "(compl", "(adapt", "(rempl", "(suppr", "(chois", "(ajout", "(citer", "(speci", "(fill", "(remove", "(replace",
)  # fmt: skip
"""What every mark, or instruction, holds in small letters: most texts are let go by this first look."""


def _has_any(small: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - six hundred texts a plan: `any` takes three times as long
        if sign in small:
            return True
    return False


def leftover(text: str) -> str | None:
    """The first mark or blank that says that a text is not finished, as it stands there; None where there is none."""
    small = text.lower()
    if _ALONE.fullmatch(small):
        return text.strip()
    unfilled = blanks(text).leftovers if "{{" in text else ()
    if unfilled:
        return unfilled[0]
    if not _has_any(small, _SIGNS_OF_A_MARK):
        return None
    return next((m[0] for m in _MARK.finditer(text) if _counts(text, m)), None)


def undecided(text: str) -> bool:
    """Whether a text says only that nobody has decided yet: `TBC`, `?`, `à définir`."""
    return bool(_ALONE.fullmatch(text.lower())) or text.strip() in {"TODO", "TBD", "XX", "XXX"}


def denied(text: str) -> bool:
    """Whether a text says that there is none: `n/a`, `—`."""
    return bool(_NONE.fullmatch(text.lower()))


def instruction(text: str) -> str | None:
    """The words of a text to send that speak to its writer and not to its reader."""
    if not _has_any(text.lower(), _SIGNS_OF_AN_INSTRUCTION):
        return None
    found = _INSTRUCTION.search(" ".join(text.split()))
    return found[0] if found else None


def _counts(text: str, found: re.Match[str]) -> bool:
    """Whether a mark is one: not a form to fill in, a note's number, a tick box, `[sic]`, the label of a line."""
    if found["time"]:
        return not _is_format(text, found)
    if found["blank"] is None:
        return not found["fine"]
    word = found["blank"].strip()
    if word.isdecimal() or word.lower() in {"", "x", "sic"}:
        return False
    opens_line = not text[: found.start()].rpartition("\n")[2].strip()
    return not (opens_line and word[0].isupper()) or _names_a_blank(word)


def _is_format(text: str, found: re.Match[str]) -> bool:
    """Whether `JJ/MM/AAAA` says how a date is written: in brackets of its own, or after "format", "date of birth"."""
    start, end = found.span()
    if text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")":
        return True
    return _FORMAT.search(text, max(0, start - 60), start) is not None


def _names_a_blank(word: str) -> bool:
    """`[DATE]` and `[NOM DU PRODUIT]`, but not `[Ville de Lyon]`."""
    return bool(_WORD_OF_BLANK.match(word) if word.isupper() else _WORD_OF_BLANK.fullmatch(word))
