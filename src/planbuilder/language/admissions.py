"""Where a text admits a fault or promises money."""

from planbuilder.messages import base_of
from planbuilder.patterns import regex
from planbuilder.plan import Text
from planbuilder.source.characters import in_small_letters

# A text is read with one space between two words, small letters and straight apostrophes, however it was typed.
_SUM = r"(?:\w+ ){0,6}?(?:[€£$] ?\d+(?:[.,]\d+)*|\d[\d., ]*(?:[€£$]|(?:euro|dollar|pound|franc|livre)s?\b))"
# To look after people on any day is a duty; what went wrong with it is a fault.
_CARE_FOR = (
    r"(?! for (?:[\w']+ ){0,2}(?:safety|security|protection|health|care)\b(?! (?:breach|failure|flaw|incident)))"
)
_CARE_DE = r"(?! d(?:e|u) (?:votre |leur |la |notre )?(?:sécurité|protection|santé|traitement)\b)"
_ENGLISH = (
    r"(?:it|this|that)(?: is| was|'s) (?:entirely |clearly )?our (?:own )?responsibility\b(?! to\b)",
    r"(?:it|this|that) was our responsibility\b",
    r"(?:(?:it|this|that)(?: is| was|'s)|is|was) (?:entirely |clearly )?our (?:own )?(?:fault|mistake|error)\b",
    r"(?:it|this|that)(?: is|'s) on us\b(?! to\b)",
    r"the (?:fault|mistake|error|blame) (?:is|was|lies) (?:entirely )?(?:ours|with us)\b",
    r"we(?: are| were|'re) (?:fully |entirely |solely )?(?:liable|at fault|to blame|negligent|wrong)\b",
    rf"we(?: are| were|'re) (?:fully |entirely |solely )?responsible\b{_CARE_FOR}",
    (
        rf"we (?:take|accept|bear|assume) (?:the )?(?:full |entire )?(?:responsibility|liability|blame)\b{_CARE_FOR}"
        r"(?! (?:for [\w' ]{1,40} )?(?:very )?seriously\b)"
    ),
    r"we(?: have|'ve)? (?:made|caused) (?:a|an|this|the|serious) \w* ?(?:mistake|error|accident|damage|fault)s?\b",
    r"we(?: have|'ve)? made (?:(?!no )\w+ )?(?:mistakes|errors)\b",
    r"we(?: have|'ve)? failed\b",
    r"we(?: have|'ve)? got (?:it|this|that) (?:very |badly |so )?wrong\b",
    r"we own (?:it|this|that)(?=[.,;!]|$)",
    r"we (?:should|ought to) have (?:known|told|done|acted|checked|seen|informed|warned|protected|been)\b",
    # What should be done by noon is a matter of time
    r"we (?:should|ought to) have (?:replaced|repaired|fixed|tested|noticed|stopped|prevented)\b(?![^.!?]{0,60} by\b)",
    (
        r"we(?: will| shall| are going to|'ll)? (?:fully |also )?(?:refund|reimburse|compensate|indemnify"
        r"|pay (?:for|you|all|every|each|the|your|their)|cover (?:\w+ ){0,3}?(?:costs?|bills?|expenses|fees|losses))\b"
    ),
    rf"we(?: will| shall| are going to|'ll) (?:give|send|offer|pay) {_SUM}",
    rf"you(?: will|'ll) (?:receive|get) (?!an? (?:bill|invoice)\b)(?:(?:an? )?(?:cheque|compensation|refund)\b|{_SUM})",
    r"will (?:all )?be (?:fully |entirely )?(?:refunded|reimbursed|compensated)\b",
    r"compensation will be (?:paid|given|offered)\b",
    r"(?:full|a|get a|your) refund\b|refund or \w+|full compensation\b|refund (?:in|at) (?:any|every|all|the)\b",
)
_FRENCH = (
    (
        r"(?:c'(?:est|était)|il s'agit) (?:entièrement )?(?:de )?notre "
        r"(?:faute\b|erreur\b|(?:produit et notre )?responsabilité\b(?! d(?:e\b|')))"
    ),
    r"c'était notre responsabilité\b",
    r"notre responsabilité est engagée\b",
    r"(?:l'erreur|la faute) (?:(?:vient|venait|est venue) de (?:nous|chez nous)|(?:est|était) la nôtre)\b",
    r"nous (?:sommes|étions) (?:pleinement |entièrement |seuls )?(?:fautifs?|en faute|en tort)\b",
    rf"nous (?:sommes|étions) (?:pleinement |entièrement |seuls )?responsables?\b{_CARE_DE}",
    r"nous nous sommes (?:\w+ment )?trompée?s\b",
    (
        r"nous (?:en )?(?:assumons|acceptons|prenons|endossons|reconnaissons) (?:pleinement |entièrement )?"
        r"(?:la|notre|nos|toute|une|cette) (?:entière |pleine )?(?:responsabilité|faute|erreur|tort)s?\b"
    ),
    r"nous avons (?:commis|fait) (?:(?:une|des) (?:\w+ )?)?(?:fautes?|erreurs?)\b",
    r"nous (?:avons failli|aurions dû)\b",
    r"nous (?:vous |les )?(?:rembours(?:ons|erons)|indemnis(?:ons|erons)|dédommag(?:eons|erons)|pa(?:ier|yer|y)ons)\b",
    r"nous allons (?:vous |les |tous )*(?:rembourser|indemniser|dédommager)\b",
    r"nous (?:vous |leur )?verserons\b",
    rf"nous (?:vous |leur )?(?:versons|donnerons|offrirons|enverrons) {_SUM}",
    r"nous (?:prenons|prendrons) (?:\w+ment )?en charge (?:\w+ ){0,2}(?:frais|coûts|dépenses|factures?|réparations?)\b",
    r"(?:frais|coûts?|dépenses|réparations?)\b[^.!?]{0,40}? à notre charge\b",
    rf"vous recevrez (?!une facture\b)(?:un chèque\b|une indemnité\b|{_SUM})",
    r"(?:sera|seront|serez) (?:\w+ment )?(?:remboursée?s?|indemnisée?s?|dédommagée?s?)\b",
    r"(?:indemnisation|indemnité|compensation)s? (?:sera|seront) (?:versée|payée|accordée)s?\b",
    r"remboursement (?:ou|intégral|en (?:boutique|magasin)|de votre|complet|immédiat)\b|(?:un|votre) remboursement\b",
)
_PATTERNS = {tag: regex(rf"\b(?:{'|'.join(each)})") for tag, each in (("en", _ENGLISH), ("fr", _FRENCH))}


def admission(text: Text) -> str | None:
    """The first words of a text that admit a fault or promise money, as they stand there; None where there are none.

    English and French are read.
    """
    for tag, said in text.by_language.items():
        pattern = _PATTERNS.get(base_of(tag))
        plain = " ".join(said.split())
        found = pattern.search(in_small_letters(plain).replace("’", "'")) if pattern else None
        if found:
            return plain[found.start() : found.end()]
    return None
