"""How long a text is for a platform, in the unit that the platform counts."""

from unicodedata import normalize

from planbuilder.language import sms
from planbuilder.language.graphemes import graphemes
from planbuilder.language.x import x_length
from planbuilder.plan.platforms import Counting


def length(text: str, counts: Counting) -> int:
    """The length in `characters` (after NFC), `graphemes`, weighted characters of `x`, or places of a `gsm` message."""
    match counts:
        case "x":
            return x_length(text)
        case "graphemes":
            return graphemes(text)
        case "gsm":
            return sms.message(text).units
        case _:
            return len(normalize("NFC", text))
