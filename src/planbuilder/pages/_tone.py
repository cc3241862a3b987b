"""What not to say, and what to say instead: sentences that the checks of tone find, with the words that they offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from planbuilder.language.tone import Asked, House, judge, tongue
from planbuilder.messages import Message, say, translate
from planbuilder.rules import find_rule

HURTS: tuple[tuple[str, Message, tuple[str, ...]], ...] = (
    (
        "people",
        say("What hurts people"),
        ("MINIMISE", "DISMISS-EMOTION", "DISRESPECT", "HUMOUR", "PROMO", "PERSONAL-DATA"),
    ),
    (
        "trust",
        say("What costs trust"),
        ("NONAPOLOGY", "PASSIVE-OWNERSHIP", "SPECULATION", "OVERPROMISE", "NO-COMMENT", "VAGUE-TIME"),
    ),
    (
        "anger",
        say("What feeds anger"),
        ("BLAME", "DEFENSIVE", "DEFLECT", "SHOUTING"),
    ),
    ("safety", say("What helps the attacker"), ("ATTACK-DETAIL",)),
)
"""What a fault does, with its checks."""

DONTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "fr": {
        "MINIMISE": (
            "Il s'agit d'un incident mineur.",
            "Seulement douze clients sont concernés.",
            "Plus de peur que de mal.",
        ),
        "DISMISS-EMOTION": ("Inutile de paniquer.",),
        "DISRESPECT": ("Il suffisait de lire la notice.",),
        "HUMOUR": ("Oups, notre site a fait une petite sieste\N{NO-BREAK SPACE}!",),
        "PROMO": ("Profitez de notre offre exceptionnelle.",),
        "PERSONAL-DATA": ("La victime, Julie Martin, 34 ans, est à l'hôpital.",),
        "NONAPOLOGY": (
            "Nous sommes désolés si certains ont pu être choqués.",
            "Nous regrettons que vous ayez été déçus.",
            "Nous sommes désolés, mais les délais étaient connus.",
            "Pardon pour toute gêne occasionnée.",
        ),
        "PASSIVE-OWNERSHIP": ("Des erreurs ont été commises.",),
        "SPECULATION": ("La panne est sans doute due à une erreur humaine.",),
        "OVERPROMISE": (
            "Nos produits sont totalement sûrs.",
            "Cela ne se reproduira plus jamais.",
            "Nous vous garantissons que tout sera réglé demain.",
        ),
        "NO-COMMENT": ("Pas de commentaire.",),
        "VAGUE-TIME": ("Nous reviendrons vers vous dès que possible.",),
        "BLAME": ("La faute en revient à notre sous-traitant.",),
        "DEFENSIVE": (
            "Nous poursuivrons en justice les auteurs de ces messages.",
            "Ces critiques sont ridicules.",
            "Nous n'avons rien à nous reprocher.",
        ),
        "DEFLECT": ("Nos concurrents ont connu la même panne.",),
        "SHOUTING": ("NOUS NE SOMMES PAS RESPONSABLES",),
        "ATTACK-DETAIL": ("Les pirates ont exploité la faille CVE-2026-1234 de notre serveur.",),
    },
    "en": {
        "MINIMISE": (
            "This was a minor incident.",
            "Only twelve customers are affected.",
            "It was no big deal.",
        ),
        "DISMISS-EMOTION": ("There is no need to panic.",),
        "DISRESPECT": ("You should have read the manual.",),
        "HUMOUR": ("Oops, our site took a little nap!",),
        "PROMO": ("Enjoy our special offer.",),
        "PERSONAL-DATA": ("The victim, Julie Martin, 34, is in hospital.",),
        "NONAPOLOGY": (
            "We apologise for any inconvenience caused.",
            "We are sorry that you feel let down.",
            "We are sorry, but the delays were known.",
        ),
        "PASSIVE-OWNERSHIP": ("Mistakes were made.",),
        "SPECULATION": ("The fire was probably caused by a short circuit.",),
        "OVERPROMISE": (
            "Our products are completely safe.",
            "This will never happen again.",
            "We guarantee that everything will be fixed tomorrow.",
        ),
        "NO-COMMENT": ("No comment.",),
        "VAGUE-TIME": ("We will get back to you as soon as possible.",),
        "BLAME": ("Our contractor is to blame.",),
        "DEFENSIVE": (
            "We will sue those who post these messages.",
            "These critics are spreading lies.",
            "We did nothing wrong.",
        ),
        "DEFLECT": ("Our competitors had the same outage.",),
        "SHOUTING": ("THIS IS NOT OUR FAULT",),
        "ATTACK-DETAIL": ("The attackers used CVE-2026-1234 on our server.",),
    },
}
"""Sentences as people write them in a hurry, by the check that finds them and offers another one."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "fr": (
        "remédiation", "exfiltration", "impactés", "ransomware", "phishing", "DDoS", "downtime", "rollback",
        "workaround", "process", "reporting", "stakeholders",
    ),
    "en": (
        "remediation", "exfiltrated", "leverage", "ransomware", "phishing", "DDoS", "downtime", "rollback",
        "workaround", "proactive", "mitigation", "stakeholders",
    ),
}  # fmt: skip
"""Jargon that slips into texts."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What not to say, the words of it that do the harm, what to say instead (empty: leave it out), and why."""

    check: str
    dont: str
    words: str
    instead: str
    why: str

    @property
    def parts(self) -> tuple[str, str, str]:
        """The sentence before, at and after the words that do the harm."""
        before, _, after = self.dont.partition(self.words)
        return before, self.words, after


@cache
def dos_and_donts(language: str) -> tuple[tuple[str, Message, tuple[Pair, ...]], ...]:
    """The pairs by what they hurt, for a reader of a language; none where its tone is not judged."""
    tag = tongue(language)
    if tag is None:
        return ()
    found = {
        name: [pair for dont in donts if (pair := _pair(f"TONE-{name}", dont, tag))]
        for name, donts in DONTS[tag].items()
    }
    grouped = (
        (id_, title, tuple(pair for name in names for pair in found.get(name, ()))) for id_, title, names in HURTS
    )
    return tuple(group for group in grouped if group[2])


def _pair(check: str, dont: str, language: str) -> Pair | None:
    fault = next((fault for fault in judge(dont, language, Asked(), House()) if fault.check == check), None)
    if fault is None:
        return None
    rule = find_rule(check)
    why = fault.why or (translate(rule.why, language) if rule else "")
    return Pair(check, dont, fault.words, fault.better, why)


@cache
def plain_words(language: str) -> tuple[tuple[str, str], ...]:
    """Words of jargon, each with the word to prefer."""
    tag = tongue(language)
    found = ((word, judge(word, tag, Asked(), House())) for word in WORDS[tag]) if tag else ()
    return tuple((word, faults[0].better) for word, faults in found if faults and faults[0].better)
