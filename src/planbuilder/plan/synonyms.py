"""Keys and choices by the words that people use for them: French ones, and other English ones.

Loaded only when a plan has such a mistake.
"""

import re
from collections.abc import Iterable

from planbuilder.plan.nearest import nearest, plain

_OTHER_WORDS = {
    other: key
    for key, others in {
        "people": "personnes equipe team annuaire contacts staff persons",
        "levels": "niveaux", "channels": "canaux", "audiences": "publics", "on_call": "astreinte astreintes oncall",
        "escalation": "escalade alerte", "monitoring": "veille surveillance", "replies": "reponses",
        "remedies": "compensations gestes", "training": "formation formations trainings", "tone": "ton",
        "exercises": "exercices", "reviews": "retex bilans", "waivers": "exceptions derogations",
        "absences": "conges", "about": "a-propos apropos plan", "moves": "bascules",
        "name": "nom label title titre", "job": "poste fonction metier position function",
        "mobile": "telephone tel phone portable gsm cell cellphone numero number", "email": "mail courriel e-mail mel",
        "desk": "bureau", "home": "domicile fixe", "languages": "langues langue language lang", "country": "pays",
        "timezone": "fuseau fuseau-horaire tz", "organisation": "organization entreprise societe company",
        "holder": "titulaire", "deputies": "suppleants suppleant remplacants adjoints backup backups deputy",
        "owner": "proprietaire responsable", "text": "texte message", "short": "court", "level": "niveau",
        "steps": "etapes", "call": "appeler", "wait": "attendre attente", "by": "par", "who": "qui",
        "from": "de depuis debut start", "to": "a jusqu-au fin end", "when": "quand", "kind": "type genre",
        "platform": "plateforme reseau", "statements": "messages declarations", "date": "le jour",
    }.items()
    for other in others.split()
}  # fmt: skip
"""French words, and English ones, that people write for a key."""


def key_slip(key: str, names: Iterable[str]) -> str | None:
    """The known key that stands for an unknown one, misspelt or in another language: `mobile` for `telefon`."""
    known = list(names)
    said = _OTHER_WORDS.get(plain(key))
    if said in known:
        return said
    others = [other for other, name in _OTHER_WORDS.items() if name in known]
    return nearest(key, known) or _OTHER_WORDS.get(nearest(key, others) or "")


_CHOICE_WORDS = {
    other: choice
    for choice, others in {
        "holding": "attente message-d'attente initial initiale first first-word waiting premier",
        "update": "point mise-a-jour suivi", "apology": "excuses excuse",
        "reply": "reponse reponses repondre", "denial": "dementi", "alert": "alerte", "internal": "interne",
        "closing": "cloture fin", "customers": "clients client clientele", "media": "presse journalistes",
        "staff": "salaries personnel equipe equipes collaborateurs employees", "authorities": "autorites",
        "families": "familles proches", "officials": "elus", "partners": "partenaires fournisseurs",
        "product": "produit", "safety": "securite accident", "data": "donnees", "conduct": "conduite comportement",
        "rumour": "rumeur rumor", "supply": "approvisionnement", "environment": "environnement", "starter": "debutant",
        "advanced": "avance expert", "executive": "direction", "legal": "juridique", "technical": "technique",
        "people": "rh", "monitor": "veille surveiller", "speak": "parler", "facts": "faits", "publish": "publier",
        "notify": "notifier declarer", "call-test": "test-d'appel", "tabletop": "table", "live": "reel",
        "victim": "victime", "accidental": "accident accidentel", "answer": "repondre", "thank": "remercier",
        "correct": "corriger", "watch": "surveiller", "report": "signaler", "off": "non desactive",
    }.items()
    for other in others.split()
}  # fmt: skip


def choice_slip(text: str, choices: Iterable[str]) -> str | None:
    """The choice that stands for a word that is none: `holding` for `attente`."""
    known = list(choices)
    said = _CHOICE_WORDS.get(re.sub(r"[ _]+", "-", plain(text)))
    return said if said in known else nearest(text, known)
