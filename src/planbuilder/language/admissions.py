"""Where a text admits a fault or promises money."""

import re
from functools import cache

from planbuilder.plan import Text

_ENGLISH = (
    r"\b(?:it|this|that)\s+(?:is|was)\s+(?:entirely\s+|clearly\s+)?our\s+(?:own\s+)?"
    r"(?:fault\b|mistake\b|error\b|responsibility\b(?!\s+to\b))"
    r"|\b(?:is|was)\s+(?:entirely\s+|clearly\s+)?our\s+(?:own\s+)?(?:fault|mistake|error)\b"
    r"|\bwe\s+(?:are|were)\s+(?:fully\s+|entirely\s+|solely\s+)?(?:responsible|liable|at\s+fault|to\s+blame|negligent|wrong)\b"
    r"|\bwe\s+(?:take|accept|bear|assume)\s+(?:the\s+)?(?:full\s+|entire\s+)?(?:responsibility|liability|blame)\b"
    r"|\bwe\s+(?:have\s+)?(?:made|caused)\s+(?:a|an|this|the|serious)\s+\w*\s*(?:mistake|error|accident|damage|fault)s?\b"
    r"|\bwe\s+(?:have\s+)?failed\b"
    r"|\bwe\s+(?:should|ought\s+to)\s+have\s+(?:known|told|done|acted|checked|seen|informed|warned|protected|been)\b"
    r"|\b(?:we\s+will|we['’]ll|we\s+shall|we\s+are\s+going\s+to|we)\s+(?:fully\s+|also\s+)?"
    r"(?:refund|reimburse|compensate|pay\s+(?:for|you|all|every|the)|indemnify)\b"
    r"|\bwill\s+(?:all\s+)?be\s+(?:fully\s+|entirely\s+)?(?:refunded|reimbursed|compensated)\b"
    r"|\b(?:full|a|get\s+a|your)\s+refund\b|\brefund\s+or\s+\w+|\bfull\s+compensation\b"
    r"|\brefund\s+(?:in|at)\s+(?:any|every|all|the)\b"
)
_FRENCH = (
    r"\b(?:c['’](?:est|était)|il\s+s['’]agit\s+de)\s+(?:entièrement\s+)?notre\s+"
    r"(?:faute\b|erreur\b|(?:produit\s+et\s+notre\s+)?responsabilité\b(?!\s+d(?:e\b|['’])))"
    r"|\bnotre\s+responsabilité\s+est\s+engagée\b"
    r"|\bnous\s+(?:sommes|étions)\s+(?:pleinement\s+|entièrement\s+|seuls\s+)?(?:responsables?|fautifs?|en\s+faute|en\s+tort)\b"
    r"|\bnous\s+(?:en\s+)?(?:assumons|acceptons|prenons|endossons|reconnaissons)\s+(?:pleinement\s+|entièrement\s+)?"
    r"(?:la|notre|nos|toute|une|cette)\s+(?:entière\s+|pleine\s+)?(?:responsabilité|faute|erreur|tort)s?\b"
    r"|\bnous\s+avons\s+(?:commis|fait)\s+(?:une|des)\s+(?:\w+\s+)?(?:fautes?|erreurs?)\b"
    r"|\bnous\s+(?:avons\s+failli|aurions\s+dû)\b"
    r"|\bnous\s+(?:vous\s+|les\s+)?(?:rembours(?:ons|erons)|indemnis(?:ons|erons)|dédommag(?:eons|erons)|paierons|payons)\b"
    r"|\b(?:sera|seront|serez)\s+(?:\w+ment\s+)?(?:remboursée?s?|indemnisée?s?|dédommagée?s?)\b"
    r"|\bremboursement\s+(?:ou|intégral|en\s+(?:boutique|magasin)|de\s+votre|complet|immédiat)\b"
    r"|\b(?:un|votre)\s+remboursement\b"
)
_PATTERNS = {"en": _ENGLISH, "fr": _FRENCH}


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    pattern = _PATTERNS.get(language)
    return re.compile(pattern, re.IGNORECASE) if pattern else None


def admission(text: Text) -> str | None:
    """The first words of a text that admit a fault or promise money, as they stand there; None where there are none.

    English and French are read.
    """
    for tag, said in text.by_language.items():
        pattern = _pattern(tag.split("-")[0])
        found = pattern.search(" ".join(said.split())) if pattern else None
        if found:
            return found[0]
    return None
