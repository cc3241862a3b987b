"""How many parts a text message takes, and because of which characters (GSM 03.38)."""

from typing import NamedTuple
from unicodedata import category, normalize

from planbuilder.messages import Message as Said
from planbuilder.messages import say
from planbuilder.source.characters import code, invisible_at

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The characters that take one place."""

EXTENDED = frozenset("\f^{}\\[~]|€")
"""The characters that take two."""

GSM_ALONE, GSM_EACH = 160, 153
UCS_ALONE, UCS_EACH = 70, 67


class Message(NamedTuple):
    """A text message. `units` are places of the alphabet in use; `costly` the characters outside GSM-7, each once."""

    units: int
    parts: int
    costly: tuple[str, ...]

    @property
    def limit(self) -> int:
        """How many units one part may have in this alphabet."""
        return UCS_ALONE if self.costly else GSM_ALONE


def message(text: str) -> Message:
    """Count a text. One character outside GSM-7 makes the whole message UCS-2: 70 characters instead of 160."""
    text = normalize("NFC", text)
    costly = tuple(dict.fromkeys(char for char in text if char not in BASIC and char not in EXTENDED))
    if costly:
        sizes = [2 if char > "\uffff" else 1 for char in text]
        return Message(sum(sizes), _parts(sizes, UCS_ALONE, UCS_EACH), costly)
    sizes = [2 if char in EXTENDED else 1 for char in text]
    return Message(sum(sizes), _parts(sizes, GSM_ALONE, GSM_EACH), ())


def shown(char: str) -> str | Said:
    """A character for reading; a space that does not break is told by its name, what nobody sees by its code."""
    if char in "\u00a0\u202f":
        return say("the no-break space")
    unseen = not char.isprintable() or category(char).startswith("M") or invisible_at(char) is not None
    return say("an invisible character ({code})", code=code(char)) if unseen else char


def _parts(sizes: list[int], alone: int, each: int) -> int:
    """The number of parts; a character of two units is never cut in two."""
    if sum(sizes) <= alone:
        return 1
    parts, left = 1, each
    for size in sizes:
        if size > left:
            parts, left = parts + 1, each
        left -= size
    return parts
