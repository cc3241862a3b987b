"""What a plan says of a second factor: none yet, one that can be diverted, or something else."""

from enum import StrEnum

from planbuilder.patterns import regex


class Weak(StrEnum):
    """Why a second factor does not protect."""

    NONE = "none"
    TEXT_MESSAGE = "text message"
    CALL = "call"
    MAIL = "mail"


_STRONG = (
    r"\w*keys?\b|cl[ée]s?\b|apps?\b|appli\w*|\w*authenti(?:cator|ficateur)\w*|authy|duo|okta|[th]otp|passkeys?|fido\w*"
    r"|u2f|webauthn|tokens?|jetons?|yubi\w*|nitrokey|titan|winkeo|biom[ée]tri\w*|empreintes?|fingerprints?|face ?id"
    r"|touch ?id|windows hello|push|certificats?|certificates?|carte (?!sim\b)\w+|e-?cps|badges?|smart ?cards?"
    r"|appareils? de confiance|trusted devices?|1password|bitwarden|keepass\w*"
)
_TEXT_MESSAGE = r"sms\b|text\w*"
_CALL = r"(?:appels?|messages?) (?:voca(?:l|ux)|t[ée]l[ée]phoniques?|automatiques?)|(?:voice|phone|automated) calls?"
_MAIL = r"e-?mails?\b|courriels?|m[ée]l\b|mails?\b"
_PROTECTS = regex(rf"\b(?:{_STRONG})")
_DIVERTED = {
    Weak.TEXT_MESSAGE: regex(rf"\b(?:{_TEXT_MESSAGE})"),
    Weak.CALL: regex(rf"\b(?:{_CALL})"),
    Weak.MAIL: regex(rf"\b(?:{_MAIL})"),
}
_DENIED = regex(
    r"\b(?:pas (?:encore )?(?:de |d['’])|sans |aucune? |ni |no |not |without |neither |nor )"
    r"(?:une? |an? |any |the |la |le |l['’]|\w+ (?:de |d['’]|of )?)?"
    rf"(?:{_STRONG}|{_TEXT_MESSAGE}|{_CALL}|{_MAIL})"
)
_PENDING = regex(
    r"pas (?:encore|activ)|not (?:yet|enabled|activ)|[àa] (?:activer|installer|configurer|mettre en|faire)\b"
    r"|to be (?:activ|install|configur|enabl|set up)|to do\b|d[ée]sactiv|disabled|inacti[fv]|non activ"
    r"|(?:turned|switched) off|off$|^en cours|en cours de (?!validit)|en attente|en projet|in progress|pending|planned"
    r"|pr[ée]vue?s?\b|bient[ôo]t|[àa] venir|soon\b|coming\b|command[ée]e?s?\b|ordered|on order"
)
_NONE = regex(
    r"(?:aucune?|pas de|sans|no|without) (?:second|2nd|2e|deuxi[èe]me|double|two|2|mfa|factor|facteur|protection)"
    r"(?:[ -]?(?:authenti\w+|facteurs?|factors?|fa|d['’]authenti\w+))*"
    r"|(?:juste |seulement |only |just )?(?:a |le |un )?(?:mots? de passe|passwords?|mdp)"
    r"(?: (?:seule?s?|seulement|uniquement|unique|fort|only|alone|strong))?"
)
_NO = (
    "no",
    "non",
    "none",
    "aucun",
    "aucune",
    "false",
    "0",
    "-",
    "—",
    "n/a",
    "?",
    "sans",
    "sans objet",
    "without",
    "off",
)
_PART = regex(r" ?(?:[,;:/()+&.—–]|\bet\b|\band\b|\bmais\b|\bbut\b|\bou\b|\bor\b) ?")

_SIGNS_OF_KEYS = ("key", "clé", "appli", "authenticator", "authentificateur", "totp", "fido")
_SIGNS_OF_NONE = (
    "pas ", "sans ", "aucun", "ni ", "no ", "not ", "without ", "neither ", "nor ", "activ", "install", "configur",
    "enabl", "set up", "mettre", "faire", "to do", "disabled", "off", "en cours", "attente", "projet", "progress",
    "mot", "passw", "mdp", "pending", "planned", "prévu", "prevu", "bient", "venir", "soon", "coming", "command",
    "order",
)  # fmt: skip
"""What every answer holds that denies or puts off: without them, nothing is looked at closely."""


def weakness(written: str) -> Weak | None:
    """Why what is written of a second factor does not protect; None where it does, or where nobody can tell.

    A key, an app and the like protect, also beside a text message. What is denied ("pas de clé"), switched off or yet
    to come ("clé commandée") is not there. Words that tell of none of these are let be.
    """
    small = " ".join(written.lower().split()).strip(" .,;:!")
    if small in _NO:
        return Weak.NONE
    denies = any(map(small.__contains__, _SIGNS_OF_NONE))
    if not denies and any(map(small.__contains__, _SIGNS_OF_KEYS)):
        return None
    there = "\n".join(_there(_DENIED.sub(" ", small))) if denies else small
    if _PROTECTS.search(there):
        return None
    diverted = (kind for kind, words in _DIVERTED.items() if words.search(there))
    return next(diverted, None if there else Weak.NONE)


def _there(small: str) -> list[str]:
    """The parts of what is written, without those that are denied, switched off or yet to come."""
    kept: list[str] = []
    for part in filter(None, _PART.split(" ".join(small.split()))):
        pending = _PENDING.search(part)
        if pending and not (_PROTECTS.search(part) or any(words.search(part) for words in _DIVERTED.values())):
            kept = kept[:-1] if _opens(part, pending.start()) else kept
        elif not (pending or part in _NO or _NONE.fullmatch(part)):
            kept.append(part)
    return kept


def _opens(part: str, at: int) -> bool:
    """Whether nothing but "still" and the like stands before: such a part speaks of the one before it."""
    return part[:at].strip() in {"", "toujours", "still", "encore", "mais"}
