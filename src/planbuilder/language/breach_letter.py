"""What the law asks of a letter to people whose data were taken (GDPR, articles 33(3) and 34), sought by its words."""

import re

from planbuilder.messages import Message, base_of, say
from planbuilder.patterns import regex

_FRENCH = {
    "happened": (
        "copié", "copie", "volé", "vole", "vol de", "divulgu", "pirat", "perdu", "perte", "fuite", "intrusion",
        "non autorisé",
        "ont? (?:pu )?(?:eu|avoir) accès", "exposée?s?", r"(?:ont?|a) (?:pu )?(?:lu|lire|vu|voir)\b",
        "accédé", "consulté", "consulte", "exfiltr", "attaque", "violation", "publi[ée]e?s? (?:en ligne|par)",
        "(?:envoy|adress|transmi|remis)[^.]{1,60} (?:mauvais|par erreur)", "rançon", "dérob", "égaré", "disparu",
        r"\b(?:a|ont) (?:pris|emporté|chiffré) (?:vos|votre|nos|une copie)", "s['’](?:est|était|sont) introduit",
    ),
    "consequences": (
        "conséquence", "risqu", "pourrai", r"entra[iî]n(?:e|er|ent)\b", "(?:mener|conduire|exposer) à",
        "faux (?:messages|appels|cour)",
        "peu(?:t|vent) (?:servir|être)", "hameçonnage", "phishing", "usurp",
        "arnaque", "fraud", "escroquerie", "spam", "indésirable",
    ),
    "done": (
        "(?:avons|a|ont|est|sont|été) (?:aussitôt |immédiatement )?(?:fermé|bloqué|coupé|réinitialis|corrigé|sécuris)",
        "(?:avons|a|ont|est|sont|été) (?:aussitôt |immédiatement )?(?:prévenu|inform|alerté|renforcé|changé|isolé)",
        "(?:avons|a|ont|est|sont|été) (?:aussitôt |immédiatement )?(?:rétabli|déposé|porté plainte|déconnecté|effacé)",
        "(?:avons|a|ont|est|sont|été) (?:aussitôt |immédiatement )?pris(?! (?:vos|votre|nos|une copie))",
        "ce que nous avons fait", r"mesures prises\s?:",
    ),
    "advice": (
        "vous pouvez", "nous vous (?:conseillons|recommandons|invitons|demandons)", "méfiez", "changez", "surveillez",
        "vérifiez", "évitez", "soyez (?:vigilant|attenti|prudent)", "restez vigilant", "modifiez", "choisissez",
        "ne (?:répondez|cliquez|communiquez|donnez|payez|réutilisez)", "contactez votre banque", "opposition",
        "signalez",
    ),
    # Québec's Act calls the person « responsable de la protection des renseignements personnels »
    "officer": (
        "délégu[ée](?:[.·]?e)? à la protection des données", r"\bdpo\b", r"\bdpd\b",
        "responsable (?:de l['’]accès[^.]{0,40} )?(?:et )?de la protection des (?:renseignements|données)",
    ),
}  # fmt: skip
_ENGLISH = {
    "happened": (
        "copied", "stole", "theft", "disclos", "hack", r"\blost\b", "loss of", "leak", "intrusion",
        "unauthorised", "unauthorized",
        "accessed", "(?:gained|had) access", "exfiltrat", "attack", "breach", "published (?:online|by)",
        "(?:sent|mailed|gave|given|handed)[^.]{0,60} (?:by mistake|to the wrong)", "ransom", "encrypted (?:our|your)",
        "(?:laptop|computer|phone|tablet|stick|drive|paper|file|records?)[^.]{0,60} (?:is|are|went) missing",
        "(?:broke|got) into", "exposed", "published", "(?:seen|read|viewed|reached|opened) by",
        "(?:someone|somebody|outsiders?|strangers?|a person|people)[^.]{0,40} (?:read|saw|reached|viewed|opened)",
        "(?:someone|somebody|outsider|stranger|a person|people|criminal|thie(?:f|ves))[^.]{0,40} took (?:your|a copy)",
    ),
    "consequences": (
        "consequence", r"\brisk", "lead to", "result in", "fake (?:messages|calls|e-?mails)",
        "could", "might", "may (?:be|use|try|receive)", "phishing", "identity theft",
        "impersonat", "scam", "fraud", "spam", "unwanted",
    ),
    "done": (
        "(?:have|we|has|’ve|'ve) (?:immediately |now |since )?(?:closed|blocked|reset|secured|fixed|informed|told)",
        "(?:have|we|has|’ve|'ve) (?:immediately |now |since )?(?:notified|reported|isolated|changed|strengthened)",
        "(?:have|we|has|’ve|'ve) (?:immediately |now |since )?(?:filed|taken|alerted|restored)",
        "(?:is|are|was|were|been) (?:closed|blocked|reset|fixed|secured|told|informed|notified|changed|isolated)",
        "(?:have|we|has|’ve|'ve) (?:immediately |now |since )?(?:wiped|disconnected|removed|shut|switched off)",
        r"\bwe (?:immediately )?took [^.]{1,40} (?:offline|down)\b",
        "what we (?:have done|did)", r"(?:measures|action|actions|steps) taken\s?:",
    ),
    "advice": (
        "you can (?!call|reach|write|contact)", "we (?:advise|recommend|suggest|ask you)", "beware",
        "be (?:wary|careful|alert|vigilant|cautious)", "change your", "watch (?:out|your|for)", "check your", "monitor",
        "(?:do not|don['’]t) (?:reply|click|share|give|pay|reuse)", "stay alert", "choose a new", "tell your bank",
        "report (?:any|it|suspicious)",
    ),
    "officer": (
        "data protection officer", r"\bdpo\b", "privacy officer",
        "(?:in charge of|responsible for) (?:the )?protection of personal information",
    ),
}  # fmt: skip
_WORDS = {"fr": _FRENCH, "en": _ENGLISH}
"""Words and patterns, in small letters."""
_SAID: dict[str, Message] = {
    "happened": say("what happened"),
    "consequences": say("what it may lead to"),
    "done": say("what we did"),
    "advice": say("what they can do"),
    "officer": say("how to reach the data protection officer"),
}
_OF_PATTERNS = frozenset(r"\[](?.")
_CONTACT = regex(r"@|\d[\d .]{6,}\d|\d{3}[-) ]{1,2}\d{3}-\d{4}|https?://|\b[\w-]{1,63}\.[a-z]{2,}/?|\{[^{}]+\}")


def missing_parts(text: str, language: str) -> list[Message]:
    """What a letter does not say; nothing for a language whose words are not known."""
    words = _WORDS.get(base_of(language))
    if words is None:
        return []
    small = text.lower()
    found = {part for part, each in words.items() if _says(small, each)}
    if not _CONTACT.search(text):
        found.discard("officer")
    return [said for part, said in _SAID.items() if part not in found]


def _says(small: str, words: tuple[str, ...]) -> bool:
    """Whether a text in small letters has one of some words; the plain ones are looked for first."""
    patterns = [word for word in words if not _OF_PATTERNS.isdisjoint(word)]
    return any(word in small for word in words if word not in patterns) or any(re.search(p, small) for p in patterns)
