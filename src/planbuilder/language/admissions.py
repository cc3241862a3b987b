"""Where a text admits a fault or promises money."""

from planbuilder.patterns import regex
from planbuilder.plan import Text
from planbuilder.source.characters import in_small_letters

# One space between two words, and small letters: a text is read so, however it was typed.
_ENGLISH = (
    r"\b(?:it|this|that) (?:is|was) (?:entirely |clearly )?our (?:own )?"
    r"(?:fault\b|mistake\b|error\b|responsibility\b(?! to\b))"
    r"|\b(?:is|was) (?:entirely |clearly )?our (?:own )?(?:fault|mistake|error)\b"
    r"|\bwe (?:are|were) (?:fully |entirely |solely )?(?:responsible|liable|at fault|to blame|negligent|wrong)\b"
    r"|\bwe (?:take|accept|bear|assume) (?:the )?(?:full |entire )?(?:responsibility|liability|blame)\b"
    r"|\bwe (?:have )?(?:made|caused) (?:a|an|this|the|serious) \w* ?(?:mistake|error|accident|damage|fault)s?\b"
    r"|\bwe (?:have )?failed\b"
    r"|\bwe (?:should|ought to) have (?:known|told|done|acted|checked|seen|informed|warned|protected|been)\b"
    r"|\b(?:we will|we['’]ll|we shall|we are going to|we) (?:fully |also )?"
    r"(?:refund|reimburse|compensate|pay (?:for|you|all|every|the)|indemnify)\b"
    r"|\bwill (?:all )?be (?:fully |entirely )?(?:refunded|reimbursed|compensated)\b"
    r"|\b(?:full|a|get a|your) refund\b|\brefund or \w+|\bfull compensation\b"
    r"|\brefund (?:in|at) (?:any|every|all|the)\b"
)
_FRENCH = (
    r"\b(?:c['’](?:est|était)|il s['’]agit de) (?:entièrement )?notre "
    r"(?:faute\b|erreur\b|(?:produit et notre )?responsabilité\b(?! d(?:e\b|['’])))"
    r"|\bnotre responsabilité est engagée\b"
    r"|\bnous (?:sommes|étions) (?:pleinement |entièrement |seuls )?(?:responsables?|fautifs?|en faute|en tort)\b"
    r"|\bnous (?:en )?(?:assumons|acceptons|prenons|endossons|reconnaissons) (?:pleinement |entièrement )?"
    r"(?:la|notre|nos|toute|une|cette) (?:entière |pleine )?(?:responsabilité|faute|erreur|tort)s?\b"
    r"|\bnous avons (?:commis|fait) (?:une|des) (?:\w+ )?(?:fautes?|erreurs?)\b"
    r"|\bnous (?:avons failli|aurions dû)\b"
    r"|\bnous (?:vous |les )?(?:rembours(?:ons|erons)|indemnis(?:ons|erons)|dédommag(?:eons|erons)|paierons|payons)\b"
    r"|\b(?:sera|seront|serez) (?:\w+ment )?(?:remboursée?s?|indemnisée?s?|dédommagée?s?)\b"
    r"|\bremboursement (?:ou|intégral|en (?:boutique|magasin)|de votre|complet|immédiat)\b"
    r"|\b(?:un|votre) remboursement\b"
)
_PATTERNS = {"en": regex(_ENGLISH), "fr": regex(_FRENCH)}


def admission(text: Text) -> str | None:
    """The first words of a text that admit a fault or promise money, as they stand there; None where there are none.

    English and French are read.
    """
    for tag, said in text.by_language.items():
        pattern = _PATTERNS.get(tag.split("-")[0])
        plain = " ".join(said.split())
        found = pattern.search(in_small_letters(plain)) if pattern else None
        if found:
            return plain[found.start() : found.end()]
    return None
