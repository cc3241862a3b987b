"""Lines of vCard (RFC 2426) and iCalendar (RFC 5545): both fold and escape in the same way."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from planbuilder.letters import UNSHOWN

_MOST_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})
_ENDS = re.compile("[ \t-\r\x1c-\x1e\x85\u2028\u2029]+")
_UNREADABLE = re.compile(f"[{UNSHOWN}]")


def value(text: str) -> str:
    """A text as the value of a line: one line whatever it holds, the signs that mean something escaped."""
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", _ENDS.sub(" ", text).strip()).translate(_ESCAPES)


def folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets; no sign is cut in two. Each piece but the first begins with a blank."""
    piece, octets = "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > _MOST_OCTETS:
            yield piece
            piece, octets = " ", 1
        piece += sign
        octets += size
    yield piece


def file_of(lines: Iterable[str]) -> bytes:
    """The bytes of a file: lines folded, each ended as both standards ask, on every system."""
    return "".join(f"{piece}\r\n" for line in lines for piece in folded(line)).encode()


def lasting_id(*parts: str) -> str:
    """An id that stays the same from one build to the next, and differs where any of the parts does."""
    return f"{sha256(chr(0).join(parts).encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@planbuilder"
